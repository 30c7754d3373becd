"""The grammar of the verbs that move history, run until they are told to stop, or look for what is wrong."""

from __future__ import annotations

import argparse

from ringodesk_qt.console import grammar
from ringodesk_qt.console.grammar import Parents, Verbs, add_verb

HISTORY, RUNNING, CHECKING = "history in and out", "receiving and trying out", "when something is wrong"


def add_history(verbs: Verbs, parents: Parents) -> None:
    """Adds import and export."""
    prune = add_verb(
        verbs,
        parents,
        "prune",
        "delete messages that are older, for good: from index, journal and disk; what is on its way stays",
        group=HISTORY,
        prints="a line: how many messages and files, and their size",
        examples=[
            ("prune --older-than 365 --dry-run", "what would go"),
            ("prune --older-than 30 --account acme", "of one account"),
        ],
    )
    prune.add_argument("--older-than", type=_days, required=True, metavar="DAYS", help="the age, in days")
    prune.add_argument("--dry-run", action="store_true", help="delete nothing, and say what would go")
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
    bring.add_argument(
        "--with-deleted",
        action="store_true",
        help="restore also what was deleted here for good (default: it stays away)",
    )
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


def add_running(verbs: Verbs, common: Parents, of_account: Parents) -> None:
    """Adds listen and simulate."""
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


def add_checking(verbs: Verbs, common: Parents, of_account: Parents) -> None:
    """Adds doctor, diagnostics and completion."""
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
        examples=[("completion bash >ringodesk-cli.bash", "`desktop install` puts it where bash looks")],
    )
    completion.add_argument("shell", choices=("bash", "zsh", "fish"), help="which shell")
    completion.add_argument("--list", dest="listed", choices=("contacts", "chats"), help=argparse.SUPPRESS)


def _days(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 36_500:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days")
    return int(text)
