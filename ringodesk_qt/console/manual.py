"""The man page, written from the grammar, so that it says what `--help` says.

`python -m ringodesk_qt.console.manual FILE` writes it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ringodesk_qt.console.arguments import EPILOG, GROUPS, build_parser, verbs_of
from ringodesk_qt.console.grammar import PROGRAM, Parser

EXIT_CODES = (
    ("0", "done"),
    ("1", "the server refused; nothing was done"),
    ("2", "wrong use: an argument, a file, an empty message, an unknown or ambiguous contact; nothing was sent"),
    ("3", "not set up, no key store, or the server does not accept the key"),
    ("4", "the server cannot be reached, or this machine is in the way; surely not done"),
    ("5", "uncertain: it may have arrived, and is not sent again"),
    ("130", "stopped by Ctrl-C"),
)
VARIABLES = (
    ("RINGODESK_HOME", "the folder for everything that is written, as --home"),
    ("RINGODESK_API_KEY", "the API key for this process alone; it is never stored"),
    ("NGROK_AUTHTOKEN", "ngrok's token, which setup --tunnel ngrok keeps where the key is kept"),
)


def manual() -> str:
    """The page as roff, the same for the same grammar."""
    parser = build_parser()
    lines = [
        f'.TH {PROGRAM.upper()} 1 "" "Ringodesk" "User Commands"',
        ".SH NAME",
        f"{PROGRAM} \\- {_text('chat with the people of a Ringotel organization, from scripts')}",
        ".SH SYNOPSIS",
        f".B {_text(PROGRAM)}",
        "\\fIVERB\\fR [\\fIargument\\fR ...] [\\fIoption\\fR ...]",
        ".SH DESCRIPTION",
        *_paragraphs(EPILOG.partition("\n\n")[0]),
    ]
    verbs = verbs_of(parser)
    for group in GROUPS:
        lines.append(f'.SH "{_text(group.upper())}"')
        for name, verb in verbs.items():
            if verb.group == group:
                lines += _verb(name, verb)
    lines += ['.SH "EXIT STATUS"', *_table(EXIT_CODES), ".SH ENVIRONMENT", *_table(VARIABLES)]
    return "\n".join(lines) + "\n"


def _verb(name: str, verb: Parser) -> list[str]:
    positionals = [action for action in verb._actions if not action.option_strings]
    options = [action for action in verb._actions if action.option_strings and action.help != argparse.SUPPRESS]
    synopsis = " ".join(f"\\fI{_text(_positional(action))}\\fR" for action in positionals)
    lines = [f'.SS "{_text(name)}"', f".B {_text(PROGRAM)} {_text(name)}", f"{synopsis} [\\fIoption\\fR ...]"]
    lines += [".PP", _sentence(f"{verb.summary[:1].upper()}{verb.summary[1:]}.")]
    lines += [_sentence(f"Prints {verb.prints}.")]
    for action in [*positionals, *options]:
        lines += [".TP", _heading(action), _sentence(_help(action))]
    lines.append(".PP")
    lines.append("Examples:")
    for typed, meaning in verb.examples:
        lines += [".PP", ".nf", ".RS", _sentence(f"{PROGRAM} {typed}"), ".RE", ".fi", ".RS", _sentence(meaning), ".RE"]
    return lines


def _positional(action: argparse.Action) -> str:
    name = str(action.metavar or action.dest)
    return f"[{name}]" if action.nargs == "?" else f"{name} ..." if action.nargs == "+" else name


def _heading(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"\\fI{_text(str(action.metavar or action.dest))}\\fR"
    value = "" if action.nargs == 0 else f" \\fI{_text(_value(action))}\\fR"
    return ", ".join(f"\\fB{_text(option)}\\fR" for option in action.option_strings) + value


def _value(action: argparse.Action) -> str:
    if action.metavar:
        return str(action.metavar)
    return "|".join(map(str, action.choices)) if action.choices else action.dest.upper()


def _help(action: argparse.Action) -> str:
    said = (action.help or "").replace("%(default)s", str(action.default))
    choices = f" ({', '.join(map(str, action.choices))})" if action.choices and not action.option_strings else ""
    return f"{said}{choices}."


def _table(rows: tuple[tuple[str, str], ...]) -> list[str]:
    return [line for name, means in rows for line in (".TP", f"\\fB{_text(name)}\\fR", _sentence(f"{means}."))]


def _paragraphs(text: str) -> list[str]:
    return [_sentence(line) for line in text.splitlines() if line.strip()]


def _sentence(text: str) -> str:
    """A line of text: one that begins with a dot or an apostrophe would be a request."""
    shown = _text(text)
    return f"\\&{shown}" if shown[:1] in (".", "'") else shown


def _text(text: str) -> str:
    """Text for roff: its own escape character, hyphens that are typed, and nothing that is not ASCII."""
    shown = (
        text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga").replace("^", "\\(ha")
    )
    return "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in shown)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8")
