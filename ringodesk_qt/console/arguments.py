"""The grammar of `ringodesk-cli`: its verbs by what they are for, their arguments, and help that teaches."""

from __future__ import annotations

import argparse

from ringodesk_qt import __version__
from ringodesk_qt.console import grammar
from ringodesk_qt.console.grammar import PROGRAM, Parents, Parser, Verbs, add_verb
from ringodesk_qt.console.running_arguments import CHECKING, HISTORY, RUNNING, add_checking, add_history, add_running
from ringodesk_qt.console.sending_arguments import SENDING, TELLING, add_indications, add_sending
from ringodesk_qt.core.setup import DEFAULT_API_URL

EPILOG = """\
TO is an extension, a user id, or a name that fits one contact. CHAT is the same, or a chat's number from `chats`.
ID is a message's number from `messages`, or Ringotel's messageid.

exit codes: 0 done, 1 refused by the server, 2 wrong use, 3 not set up or the key was refused, 4 network or machine,
            5 uncertain: it may have arrived, and is not sent again; 130 stopped by Ctrl-C

environment: RINGODESK_HOME is --home; RINGODESK_API_KEY is the key for this process alone, never stored;
             NGROK_AUTHTOKEN is ngrok's token: `setup --tunnel ngrok` keeps it where the key is kept

`ringodesk-cli VERB --help` tells of each verb, with examples.
"""

SETTING_UP, READING = "setting up", "reading"
GROUPS = (SETTING_UP, READING, SENDING, TELLING, HISTORY, RUNNING, CHECKING)


def build_parser() -> Parser:
    """The whole grammar."""
    parser = Parser(
        prog=PROGRAM,
        usage="%(prog)s VERB … [--json] [--home DIR]",
        description="Chat with the people of a Ringotel organization, from scripts.",
        add_help=True,
    )
    parser.add_argument("--version", action="version", version=f"ringodesk {__version__}")
    verbs: Verbs = parser.add_subparsers(
        dest="verb", metavar="VERB", required=True, prog=PROGRAM, help=argparse.SUPPRESS
    )
    common = _common()
    of_account = [common, _account()]
    _add_setting_up(verbs, [common], of_account)
    _add_reading(verbs, of_account)
    add_sending(verbs, of_account)
    add_indications(verbs, of_account)
    add_history(verbs, of_account)
    add_running(verbs, [common], of_account)
    add_checking(verbs, [common], of_account)
    parser.epilog = f"{_grouped(verbs)}\n{EPILOG}"
    return parser


def verbs_of(parser: argparse.ArgumentParser) -> dict[str, Parser]:
    """Every verb's parser, in the order in which they are listed."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _grouped(verbs: Verbs) -> str:
    lines: list[str] = []
    for group in GROUPS:
        lines.append(f"{group}:")
        lines += [f"  {name:15} {verb.summary}" for name, verb in verbs.choices.items() if verb.group == group]
        lines.append("")
    return "\n".join(lines)


def _common() -> Parser:
    common = Parser(add_help=False)
    common.add_argument("--home", metavar="DIR", help="the folder for everything that is written (RINGODESK_HOME)")
    common.add_argument("--json", action="store_true", help="one JSON object a line, times in RFC 3339 UTC")
    common.add_argument("--verbose", action="store_true", help="say on standard error what happens")
    return common


def _account() -> Parser:
    account = Parser(add_help=False)
    account.add_argument(
        "--account",
        metavar="ORG",
        help="the account, by organization id, domain or name (default: the one set up first)",
    )
    return account


def _add_setting_up(verbs: Verbs, common: Parents, of_account: Parents) -> None:
    setup = add_verb(
        verbs,
        common,
        "setup",
        "set up an account; the API key is read from standard input",
        group=SETTING_UP,
        prints="what was set up: orgid, identity, how many contacts there are, and the webhook's path",
        examples=[
            ("setup --domain harbourbooks --number 2075550100", "writes as that number; asks for the key"),
            (
                "setup --org 16287540703457500320 --sender-id bot-7 --sender-name Parcels <key.txt",
                "writes as a sender id; takes the key from a file",
            ),
        ],
    )
    which = setup.add_mutually_exclusive_group(required=True)
    which.add_argument("--org", metavar="ID", help="the organization's id")
    which.add_argument("--domain", metavar="D", help="the organization's domain, resolved to its id once")
    _add_who(setup, otherwise="")
    _add_api_url(setup)
    setup.add_argument("--tunnel", choices=("none", "fixed", "ngrok"), default="none", help="how Ringotel reaches us")
    setup.add_argument("--public-url", default="", metavar="U", help="with --tunnel fixed: the URL that leads here")
    setup.add_argument("--ngrok-domain", default="", metavar="D", help="with --tunnel ngrok: the stable domain")
    setup.add_argument(
        "--receiver-port", type=grammar.port, metavar="P", help="the local port to receive on (default: any free)"
    )
    organizations = add_verb(
        verbs,
        common,
        "organizations",
        "list the organizations a key reaches; the key is read as by setup",
        group=SETTING_UP,
        prints="a line each: id, domain and name; nothing, and a sentence on standard error, where the server "
        "does not tell",
        examples=[("organizations <key.txt", "before anything is set up")],
    )
    _add_api_url(organizations)
    add_verb(
        verbs,
        of_account,
        "accounts",
        "list what is set up: accounts and their identities",
        group=SETTING_UP,
        prints="a line an account; the first is the one that verbs are about when --account names none",
        examples=[("accounts --json", "with every identity")],
    )
    _add_accounts(verbs, of_account)
    desktop = add_verb(
        verbs,
        common,
        "desktop",
        "put the desktop app into the menu, and completions and man pages where shells look, or take it all away",
        group=SETTING_UP,
        prints="a line a file: whether it was written, removed, is unchanged or was left to whose it is, and its path",
        examples=[
            ("desktop install", "for this installation and this home, in the user's own folders"),
            ("desktop remove", "all that was put there, and nothing else"),
        ],
    )
    desktop.add_argument("what", choices=("install", "remove"), help="which of the two")
    purge = add_verb(
        verbs,
        common,
        "purge",
        "remove everything of this home: messages, files, settings, keys, menu entry, start at login",
        group=SETTING_UP,
        prints="a line a thing: whether it was removed or left, and why",
        examples=[("purge --yes", "after Ringodesk was quit; what lies in the folder and is not ours stays")],
    )
    purge.add_argument("--yes", action="store_true", help="that is meant; without it nothing is removed")
    settings = add_verb(
        verbs,
        common,
        "settings",
        "read or change what was chosen, as the window does; it follows at once",
        group=SETTING_UP,
        prints="a line a setting: its name and value; with get, the value alone, as JSON",
        examples=[
            ("settings list", "all of them"),
            ("settings set scheme dark", "one value; what cannot be is refused, and what may be is said"),
            ("settings list --json | jq -r .allowed", "for a script"),
        ],
    )
    settings.add_argument("what", choices=("list", "get", "set"), help="which of the three")
    settings.add_argument("name", nargs="?", metavar="NAME", help="the setting, for get and set")
    settings.add_argument("value", nargs="?", metavar="VALUE", help="its new value, for set")


def _add_who(verb: Parser, *, otherwise: str | None) -> None:
    """Who we are; `otherwise` is what a detail is that is not given."""
    who = verb.add_mutually_exclusive_group(required=True)
    who.add_argument("--number", metavar="N", help="the number we write from")
    who.add_argument("--sender-id", metavar="S", help="the sender id we write as")
    verb.add_argument("--sender-name", default=otherwise, metavar="NAME", help="the name shown for us")
    verb.add_argument("--sender-phone", default=otherwise, metavar="N", help="our phone, shown with a sender id")
    verb.add_argument(
        "--sender-email", default=otherwise, metavar="MAIL", help="our mail address, shown with a sender id"
    )


def _add_accounts(verbs: Verbs, of_account: Parents) -> None:
    account = add_verb(
        verbs,
        of_account,
        "account",
        "rename an account, or remove it with its history or without",
        group=SETTING_UP,
        prints="the account as it is now, as accounts does; of one that was removed, as it was",
        examples=[
            ("account rename 'The shop' --account harbourbooks", "what the window calls it"),
            ("account remove --keep-history --yes --account harbourbooks", "its key goes, what was written stays"),
            ("account remove --yes --account harbourbooks", "with all its chats, messages and received files"),
        ],
    )
    account.add_argument("what", choices=("rename", "remove"), help="which of the two")
    account.add_argument("name", nargs="?", metavar="NAME", help="its new name, for rename")
    account.add_argument("--keep-history", action="store_true", help="with remove: what was written stays")
    account.add_argument("--yes", action="store_true", help="with remove: that is meant; without it nothing is removed")
    identity = add_verb(
        verbs,
        of_account,
        "identity",
        "add a number or sender id to an account, change what people see of one, or remove it",
        group=SETTING_UP,
        prints="the account as it is now, as accounts does",
        examples=[
            ("identity add --sender-id bot-7 --sender-name Parcels", "beside those the account has"),
            ("identity change --sender-id bot-7 --sender-phone 2075550100", "what is not given stays as it is"),
            ("identity remove --number 2075550100", "one that nobody was written to as"),
        ],
    )
    identity.add_argument("what", choices=("add", "change", "remove"), help="which of the three")
    _add_who(identity, otherwise=None)


def _add_api_url(verb: Parser) -> None:
    verb.add_argument("--api-url", default=DEFAULT_API_URL, metavar="URL", help="the server (default: %(default)s)")


def _add_reading(verbs: Verbs, parents: Parents) -> None:
    add_verb(
        verbs,
        parents,
        "users",
        "list the organization's users, asked from the server now",
        group=READING,
        prints="a line a user: extension, name, and whether they are there",
        examples=[("users", "everyone"), ("users --json | jq -r .extension", "for a script")],
    )
    add_verb(
        verbs,
        parents,
        "chats",
        "list the chats",
        group=READING,
        prints="a line a chat, newest first: number, extension, name, unread count, last line",
        examples=[("chats", "every chat with a message or a draft")],
    )
    messages = add_verb(
        verbs,
        parents,
        "messages",
        "list a chat's messages, oldest first",
        group=READING,
        prints="a line a message: number, time, > for ours and < for theirs, text, state",
        examples=[("messages 504", "the chat with extension 504"), ("messages Whitfield --limit 5", "its newest five")],
    )
    messages.add_argument("chat", metavar="CHAT", help="extension, user id, name or chat number")
    search = add_verb(
        verbs,
        parents,
        "search",
        "find messages by words and filters",
        group=READING,
        prints="a line a message, newest first",
        examples=[
            ("search 'boat tide'", "messages that hold both words, or have them in a word"),
            ("search '\"high tide\" from:anna after:2026-03'", "a phrase, by someone, after a month"),
            ("search 'in:504 has:file on:yesterday'", "files of a chat and a day"),
        ],
    )
    search.add_argument(
        "text",
        metavar="TEXT",
        help='words, "phrases", and from:me, from:NAME, in:CHAT, has:file, has:picture, has:link, has:call, '
        "before:DATE, after:DATE, on:DATE",
    )
    for verb, what in ((messages, "the newest N"), (search, "at most N")):
        verb.add_argument("--limit", type=grammar.limit, default=50, metavar="N", help=f"{what} (default: %(default)s)")
    add_verb(
        verbs,
        parents,
        "status",
        "say whether sending and receiving work",
        group=READING,
        prints="one line: sending, receiving, what waits, what is unread; asks the server, whose answer is the exit "
        "code",
        examples=[("status && echo fine", "for a script")],
    )
