"""The grammar of `ringodesk-cli`: verbs, their arguments, and help that teaches."""

from __future__ import annotations

import argparse

from ringodesk_qt import __version__
from ringodesk_qt.core.setup import DEFAULT_API_URL

EPILOG = """\
TO is an extension, a user id, or a name that fits one contact. CHAT is the same, or a chat's number from `chats`.
ID is a message's number from `messages`, or Ringotel's messageid.

exit codes: 0 done, 1 refused by the server, 2 wrong use, 3 not set up or the key was refused, 4 network,
            5 uncertain: it may have arrived, and is not sent again

environment: RINGODESK_HOME is --home; RINGODESK_API_KEY is the key for this process alone, never stored;
             NGROK_AUTHTOKEN is ngrok's token: `setup --tunnel ngrok` keeps it where the key is kept
"""


def build_parser() -> argparse.ArgumentParser:
    """The whole grammar."""
    parser = argparse.ArgumentParser(
        prog="ringodesk-cli",
        description="Chat with the people of a Ringotel organization, from scripts.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"ringodesk {__version__}")
    common = _common()
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    _add_setup(verbs, common)
    _add_reading(verbs, common)
    _add_sending(verbs, common)
    _add_indications(verbs, common)
    _add_services(verbs, common)
    return parser


_Verbs = argparse._SubParsersAction


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--home", metavar="DIR", help="the folder for everything that is written (RINGODESK_HOME)")
    common.add_argument("--json", action="store_true", help="one JSON object a line, times in RFC 3339 UTC")
    common.add_argument("--verbose", action="store_true", help="say on standard error what happens")
    return common


def _add(
    verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser, name: str, text: str
) -> argparse.ArgumentParser:
    return verbs.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".", parents=[common])


def _add_setup(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    setup = _add(verbs, common, "setup", "set up an account; the API key is read from standard input")
    which = setup.add_mutually_exclusive_group(required=True)
    which.add_argument("--org", metavar="ID", help="the organization's id")
    which.add_argument("--domain", help="the organization's domain, resolved to its id once")
    who = setup.add_mutually_exclusive_group(required=True)
    who.add_argument("--number", help="the number we write from")
    who.add_argument("--sender-id", metavar="S", help="the sender id we write as")
    setup.add_argument("--sender-name", default="", help="the name shown for us")
    setup.add_argument("--sender-phone", default="", help="our phone, shown with a sender id")
    setup.add_argument("--sender-email", default="", help="our mail address, shown with a sender id")
    setup.add_argument("--api-url", default=DEFAULT_API_URL, metavar="URL", help="the server (default: %(default)s)")
    setup.add_argument("--tunnel", choices=("none", "fixed", "ngrok"), default="none", help="how Ringotel reaches us")
    setup.add_argument(
        "--public-url", default="", metavar="U", help="with --tunnel fixed: the https URL that leads here"
    )
    setup.add_argument("--ngrok-domain", default="", metavar="D", help="with --tunnel ngrok: the stable domain")
    setup.add_argument(
        "--receiver-port", type=_port, metavar="P", help="the local port to receive on (default: any free)"
    )


def _add_reading(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    _add(verbs, common, "users", "list the organization's users, asked from the server now")
    _add(verbs, common, "chats", "list the chats")
    messages = _add(verbs, common, "messages", "list a chat's messages, oldest first")
    messages.add_argument("chat", metavar="CHAT")
    messages.add_argument("--limit", type=int, default=50, metavar="N", help="the newest N (default: %(default)s)")
    search = _add(verbs, common, "search", "find messages that hold every word")
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--limit", type=int, default=50, metavar="N", help="at most N (default: %(default)s)")
    _add(verbs, common, "status", "say whether sending and receiving work")


def _add_sending(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    send = _add(verbs, common, "send", "send a text")
    send.add_argument("to", metavar="TO")
    send.add_argument("text", metavar="TEXT", help="the text, or - to read it from standard input")
    files = _add(verbs, common, "send-file", "upload files")
    files.add_argument("to", metavar="TO")
    files.add_argument("paths", metavar="PATH", nargs="+")
    link = _add(verbs, common, "send-link", "send a file by its public URL")
    link.add_argument("to", metavar="TO")
    link.add_argument("url", metavar="URL")
    for verb in (send, files, link):
        verb.add_argument("--as", dest="identity", metavar="ADDRESS", help="the number or sender id to write as")
    edit = _add(verbs, common, "edit", "change a text of ours")
    edit.add_argument("id", metavar="ID")
    edit.add_argument("text", metavar="TEXT")
    delete = _add(verbs, common, "delete", "take back a message of ours")
    delete.add_argument("id", metavar="ID")


def _add_indications(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    delivered = _add(verbs, common, "delivered", "tell them that a message of theirs was delivered")
    delivered.add_argument("id", metavar="ID")
    for name, text in (
        ("read", "mark a chat as read, and tell them"),
        ("typing", "tell them that we are typing"),
    ):
        _add(verbs, common, name, text).add_argument("chat", metavar="CHAT")
    session = _add(verbs, common, "session", "make an empty session with someone: they see a new chat")
    session.add_argument("to", metavar="TO")
    session.add_argument("--as", dest="identity", metavar="ADDRESS", help="the number to do it as")


def _add_services(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    _add(verbs, common, "listen", "receive, and send what waits, until SIGTERM; a line an event")
    simulate = _add(verbs, common, "simulate", "run a Ringotel of our own on this machine, to try things out")
    simulate.add_argument("--port", type=_port, default=0, help="the port of its API (default: any free)")
    simulate.add_argument("--webhook", default="", metavar="URL", help="where its notifications go")
    simulate.add_argument(
        "--webhook-tries", type=_tries, default=3, metavar="N", help="tries of each notification (default: %(default)s)"
    )
    simulate.add_argument("--key", default="demo-key", help="the API key it accepts (default: %(default)s)")
    simulate.add_argument("--people", metavar="FILE", help="people of your own, in JSON (default: seven at a bookshop)")
    simulate.add_argument("--organization", metavar="NAME", help="the organization's name")
    simulate.add_argument("--orgid", metavar="ID", help="the organization's id")
    simulate.add_argument("--domain", help="the organization's domain")
    simulate.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="NAME[=VALUE][:METHOD][*TIMES]",
        help="what goes wrong: with this value, for this method alone, so many times (default: always); repeatable",
    )
    simulate.add_argument("--list-faults", action="store_true", help="list what can go wrong, and end")
    simulate.add_argument("--pace", type=_pace, default=1.0, help="1 is human, 0.1 ten times as quick")
    simulate.add_argument("--seed", type=int, default=1, metavar="N", help="people say the same for the same number")
    simulate.add_argument("--silent", action="store_true", help="nobody does anything unless told to")
    simulate.add_argument("--hide-text", action="store_true", help="leave what is said out of the log")
    simulate.add_argument("--quiet", action="store_true", help="no log: only where it is")


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return port


def _pace(text: str) -> float:
    pace = float(text)
    if not 0 <= pace <= 1000:  # which no nan is
        raise argparse.ArgumentTypeError("the pace is a number from 0 to 1000")
    return pace


def _tries(text: str) -> int:
    tries = int(text)
    if not 1 <= tries <= 100:
        raise argparse.ArgumentTypeError("the tries are a number from 1 to 100")
    return tries
