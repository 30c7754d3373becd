"""The grammar of `ringodesk-cli`: its verbs by what they are for, their arguments, and help that teaches."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ringodesk_qt import __version__
from ringodesk_qt.console import grammar
from ringodesk_qt.console.grammar import PROGRAM, Parser, Verbs, add_verb
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

SETTING_UP, READING, SENDING, TELLING = "setting up", "reading", "sending", "telling them"
HISTORY, RUNNING, CHECKING = "history in and out", "receiving and trying out", "when something is wrong"
GROUPS = (SETTING_UP, READING, SENDING, TELLING, HISTORY, RUNNING, CHECKING)

A_MESSAGE = "the message as it is now: its number, its messageid, and what became of it"


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
    _add_sending(verbs, of_account)
    _add_indications(verbs, of_account)
    _add_history(verbs, of_account)
    _add_running(verbs, [common], of_account)
    _add_checking(verbs, [common], of_account)
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


_Parents = Sequence[Parser]


def _add_setting_up(verbs: Verbs, common: _Parents, of_account: _Parents) -> None:
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
    who = setup.add_mutually_exclusive_group(required=True)
    who.add_argument("--number", metavar="N", help="the number we write from")
    who.add_argument("--sender-id", metavar="S", help="the sender id we write as")
    setup.add_argument("--sender-name", default="", metavar="NAME", help="the name shown for us")
    setup.add_argument("--sender-phone", default="", metavar="N", help="our phone, shown with a sender id")
    setup.add_argument("--sender-email", default="", metavar="MAIL", help="our mail address, shown with a sender id")
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


def _add_api_url(verb: Parser) -> None:
    verb.add_argument("--api-url", default=DEFAULT_API_URL, metavar="URL", help="the server (default: %(default)s)")


def _add_reading(verbs: Verbs, parents: _Parents) -> None:
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
        "find messages that hold every word",
        group=READING,
        prints="a line a message, newest first",
        examples=[("search 'boat tide'", "messages that hold both words, or words that begin so")],
    )
    search.add_argument("text", metavar="TEXT", help="words, or their beginnings")
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


def _add_sending(verbs: Verbs, parents: _Parents) -> None:
    send = add_verb(
        verbs,
        parents,
        "send",
        "send a text",
        group=SENDING,
        prints=A_MESSAGE,
        examples=[
            ("send 504 'The boat is in.'", "to extension 504"),
            ("send Whitfield - <letter.txt", "the text from standard input"),
            ("send 504 --as bot-7 -- '-5 degrees'", "as another identity; after -- a text may begin with -"),
        ],
    )
    send.add_argument("to", metavar="TO", help="extension, user id or name")
    send.add_argument("text", metavar="TEXT", help="the text, or - to read it from standard input")
    files = add_verb(
        verbs,
        parents,
        "send-file",
        "upload files",
        group=SENDING,
        prints=f"{A_MESSAGE}, a line a file; on a terminal, how far the upload is",
        examples=[("send-file 504 plan.png tide.txt", "one after another")],
    )
    files.add_argument("to", metavar="TO", help="extension, user id or name")
    files.add_argument("paths", metavar="PATH", nargs="+", help="a file")
    link = add_verb(
        verbs,
        parents,
        "send-link",
        "send a file by its public URL",
        group=SENDING,
        prints=A_MESSAGE,
        examples=[("send-link 504 https://example.com/plan.png", "Ringotel fetches it")],
    )
    link.add_argument("to", metavar="TO", help="extension, user id or name")
    link.add_argument("url", metavar="URL", help="where the file lies")
    for verb in (send, files, link):
        _add_as(verb)
    call = add_verb(
        verbs,
        parents,
        "call",
        "note a call in a chat, which gets a session if it has none",
        group=SENDING,
        prints=A_MESSAGE,
        examples=[
            (
                "call 504 --duration 2m30s --caller 2075550100 --called 504 --subject Delivery",
                "one that has just ended",
            ),
            (
                "call 504 --duration 150 --caller 504 --called 2075550100 --at 2026-05-01T14:30:00Z",
                "one that began then",
            ),
        ],
    )
    call.add_argument("chat", metavar="CHAT", help="extension, user id, name or chat number")
    call.add_argument(
        "--duration", type=grammar.duration, required=True, metavar="S", help="whole seconds, or 2m30s, or 1:05:10"
    )
    call.add_argument("--caller", required=True, metavar="A", help="who called, as it is to be shown")
    call.add_argument("--called", required=True, metavar="B", help="who was called, as it is to be shown")
    call.add_argument("--subject", default="", metavar="TEXT", help="what it was about")
    call.add_argument("--comment", default="", metavar="TEXT", help="what was noted")
    call.add_argument("--transcription", default="", metavar="FILE", help="the name of a transcription on the server")
    call.add_argument("--at", type=grammar.moment, metavar="TIME", help="when it began (default: it has just ended)")
    edit = add_verb(
        verbs,
        parents,
        "edit",
        "change a text of ours",
        group=SENDING,
        prints=A_MESSAGE,
        examples=[("edit 17 'The boat is late.'", "the message with number 17")],
    )
    edit.add_argument("id", metavar="ID", help="the message's number, or its messageid")
    edit.add_argument("text", metavar="TEXT", help="the new text")
    delete = add_verb(
        verbs,
        parents,
        "delete",
        "take back a message of ours",
        group=SENDING,
        prints=A_MESSAGE,
        examples=[("delete 17", "the message with number 17")],
    )
    delete.add_argument("id", metavar="ID", help="the message's number, or its messageid")


def _add_as(verb: Parser) -> None:
    verb.add_argument("--as", dest="identity", metavar="ADDRESS", help="the number or sender id to write as")


def _add_indications(verbs: Verbs, parents: _Parents) -> None:
    delivered = add_verb(
        verbs,
        parents,
        "delivered",
        "tell them that a message of theirs was delivered",
        group=TELLING,
        prints="what was done, and the messageid",
        examples=[("delivered 17", "the message with number 17")],
    )
    delivered.add_argument("id", metavar="ID", help="the message's number, or its messageid")
    for name, text, example in (
        ("read", "mark a chat as read, and tell them", "the whole chat with extension 504"),
        ("typing", "tell them that we are typing", "for some seconds; there is no end to tell"),
    ):
        verb = add_verb(
            verbs,
            parents,
            name,
            text,
            group=TELLING,
            prints="what was done, the sessionid and the chat",
            examples=[(f"{name} 504", example)],
        )
        verb.add_argument("chat", metavar="CHAT", help="extension, user id, name or chat number")
    session = add_verb(
        verbs,
        parents,
        "session",
        "make an empty session with a user or an SMS number: they see a new chat",
        group=TELLING,
        prints="the sessionid, the chat and the time",
        examples=[
            ("session 504", "with extension 504"),
            ("session --sms-number 12075550199", "with an SMS number of the organization"),
        ],
    )
    session.add_argument("to", metavar="TO", nargs="?", help="extension, user id or name")
    session.add_argument("--sms-number", metavar="N", help="an SMS number of the organization, in place of TO")
    session.add_argument("--as", dest="identity", metavar="ADDRESS", help="the number to do it as")


def _add_history(verbs: Verbs, parents: _Parents) -> None:
    bring = add_verb(
        verbs,
        parents,
        "import",
        "bring history in from CSV or JSON lines; what was begun is never sent twice",
        group=HISTORY,
        prints="what would happen (--dry-run), or what did; refused and uncertain lines by their number; on a "
        "terminal, how far it is. Run again after a stop: it goes on where it was",
        examples=[
            ("import old.csv --dry-run", "reads and checks everything, and sends nothing"),
            ("import old.csv --as 2075550100 --rate 1", "as that number, one request a second"),
            ("import export.jsonl --here-only", "restores a history here, and sends nothing"),
        ],
    )
    bring.add_argument("file", metavar="FILE", help="CSV or JSON lines")
    bring.add_argument("--dry-run", action="store_true", help="say what would happen, and send nothing")
    bring.add_argument(
        "--identity",
        "--as",
        dest="identity",
        metavar="ADDRESS",
        help="whose history it is, where the file says nothing",
    )
    bring.add_argument("--delimiter", default="", metavar="C", help="CSV's delimiter (default: looked for)")
    bring.add_argument("--encoding", default="", metavar="NAME", help="the file's encoding (default: looked for)")
    bring.add_argument(
        "--uncertain",
        choices=("skip", "again", "arrived"),
        default="skip",
        help="lines that may have arrived at an earlier run (default: %(default)s)",
    )
    place = bring.add_mutually_exclusive_group()
    place.add_argument("--here-only", action="store_true", help="restore here, and send nothing")
    place.add_argument("--to-ringotel", action="store_true", help="send every line, also of this organization's own")
    bring.add_argument("--rate", type=grammar.rate, metavar="N", help="requests a second (default: as in the settings)")
    give = add_verb(
        verbs,
        parents,
        "export",
        "write a chat, or everything, to a page or to JSON lines",
        group=HISTORY,
        prints="how many chats and messages went to which file; to standard output nothing but the lines themselves",
        examples=[
            ("export 504 -o lena.html", "a page that can be read and printed"),
            ("export --all -o history.jsonl", "lines that `import` takes back"),
            ("export 504 -o - | jq .text", "to standard output"),
        ],
    )
    give.add_argument("chat", metavar="CHAT", nargs="?", help="extension, user id, name or chat number")
    give.add_argument("--all", action="store_true", help="every chat of the account")
    give.add_argument("--format", choices=("html", "jsonl"), help="what is written (default: by the file's name)")
    give.add_argument(
        "-o",
        "--output",
        default="-",
        metavar="FILE",
        help="the file, replaced when all is written; - is standard output",
    )


def _add_running(verbs: Verbs, common: _Parents, of_account: _Parents) -> None:
    add_verb(
        verbs,
        of_account,
        "listen",
        "receive, and send what waits, until SIGTERM; a line an event",
        group=RUNNING,
        prints="a line an event: what came, what changed, who types, whether it works",
        examples=[("listen --json | jq -r 'select(.event==\"message\").text'", "every text as it comes")],
    )
    simulate = add_verb(
        verbs,
        common,
        "simulate",
        "run a Ringotel of our own on this machine, to try things out",
        group=RUNNING,
        prints="where it is, who is there, then a line an event",
        examples=[
            ("simulate", "then `setup --api-url` with the URL it prints, and `demo-key`"),
            ("simulate --fault http-502-after-doing:message", "every text arrives, and none is answered"),
        ],
    )
    simulate.add_argument(
        "--port", type=grammar.port, default=0, metavar="P", help="the port of its API (default: any free)"
    )
    simulate.add_argument("--webhook", default="", metavar="URL", help="where its notifications go")
    simulate.add_argument(
        "--webhook-tries",
        type=grammar.tries,
        default=3,
        metavar="N",
        help="tries of each notification (default: %(default)s)",
    )
    simulate.add_argument(
        "--key", default="demo-key", metavar="KEY", help="the API key it accepts (default: %(default)s)"
    )
    simulate.add_argument("--people", metavar="FILE", help="people of your own, in JSON (default: seven at a bookshop)")
    simulate.add_argument("--organization", metavar="NAME", help="the organization's name")
    simulate.add_argument("--orgid", metavar="ID", help="the organization's id")
    simulate.add_argument("--domain", metavar="D", help="the organization's domain")
    simulate.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="NAME[=VALUE][:METHOD][*TIMES]",
        help="what goes wrong: with this value, for this method alone, so many times (default: always); repeatable",
    )
    simulate.add_argument("--list-faults", action="store_true", help="list what can go wrong, and end")
    simulate.add_argument(
        "--pace", type=grammar.pace, default=1.0, metavar="X", help="1 is human, 0.1 ten times as quick"
    )
    simulate.add_argument(
        "--seed", type=grammar.whole, default=1, metavar="N", help="people say the same for the same number"
    )
    simulate.add_argument("--silent", action="store_true", help="nobody does anything unless told to")
    simulate.add_argument("--hide-text", action="store_true", help="leave what is said out of the log")
    simulate.add_argument("--quiet", action="store_true", help="no log: only where it is")


def _add_checking(verbs: Verbs, common: _Parents, of_account: _Parents) -> None:
    add_verb(
        verbs,
        of_account,
        "doctor",
        "check everything, and say what to do about what is wrong",
        group=CHECKING,
        prints="a line a check: ok, warning or failed, a sentence, and what to do. The exit code is that of the first "
        "check that failed, 0 where none did",
        examples=[("doctor", "before asking anybody"), ("doctor --json | jq 'select(.verdict!=\"ok\")'", "the rest")],
    )
    diagnostics = add_verb(
        verbs,
        of_account,
        "diagnostics",
        "write what helps to find a fault to a zip file: no key, no message, no name, no number",
        group=CHECKING,
        prints="which file it is, and what is in it",
        examples=[("diagnostics ringodesk.zip", "look into it, then send it")],
    )
    diagnostics.add_argument("file", metavar="FILE", help="the zip file, replaced if it is there")
    completion = add_verb(
        verbs,
        common,
        "completion",
        "print a shell's completion script",
        group=CHECKING,
        prints="the script; names of contacts and chats are completed from this home, without the network",
        examples=[("completion bash >~/.local/share/bash-completion/completions/ringodesk-cli", "for bash")],
    )
    completion.add_argument("shell", choices=("bash", "zsh", "fish"), help="which shell")
    completion.add_argument("--list", dest="listed", choices=("contacts", "chats"), help=argparse.SUPPRESS)
