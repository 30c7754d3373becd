"""What the command line's grammar is made of: a parser that speaks in one sentence, verbs with examples, types."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import NoReturn, TypeAlias

from ringodesk_qt.console.output import printable
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.call import MOST_SECONDS
from ringodesk_qt.models.times import checked_time, time_of_ms

PROGRAM = "ringodesk-cli"
MOST_ECHOED = 300
"""Of a wrong argument, characters shown: somebody may have given a whole file."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence, exit code 2; options are written out in full.

    A verb's parser has a `group` and a `summary` for the list of all verbs, and `examples` (what to type, what for).
    """

    def __init__(self, **options: object) -> None:
        options.setdefault("allow_abbrev", False)
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**options)  # type: ignore[arg-type]
        self.group = ""
        self.summary = ""
        self.prints = ""
        self.examples: Sequence[tuple[str, str]] = ()

    def error(self, message: str) -> NoReturn:
        """Ends with exit code 2 and one sentence on standard error."""
        if message.startswith("argument VERB: invalid choice: "):
            message = "there is no verb " + message.removeprefix("argument VERB: invalid choice: ").partition(" (")[0]
        said = message if len(message) <= MOST_ECHOED else message[:MOST_ECHOED] + "…"
        sentence = said[:1].upper() + said[1:]
        sys.stderr.write(f"{PROGRAM}: {printable(sentence).rstrip('.')}. See `{self.prog} --help`.\n")
        raise SystemExit(2)


Parents: TypeAlias = "Sequence[Parser]"
Verbs: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_verb(
    verbs: Verbs,
    parents: Sequence[Parser],
    name: str,
    summary: str,
    *,
    group: str,
    prints: str,
    examples: Sequence[tuple[str, str]],
) -> Parser:
    """A verb whose help says what it does, what it prints, and shows examples: (arguments, what for)."""
    told = "\n".join(f"  {PROGRAM} {typed}\n      {meaning}" for typed, meaning in examples)
    parser = verbs.add_parser(
        name,
        description=f"{summary[0].upper()}{summary[1:]}.\n\nPrints {prints}.",
        epilog=f"examples:\n{told}",
        parents=list(parents),
    )
    parser.group, parser.summary, parser.prints, parser.examples = group, summary, prints, examples
    return parser


# ---------------------------------------------------------------- types of arguments


def port(text: str) -> int:
    """A port, 0 for any that is free."""
    return _whole(text, 0, 65535, "a port is a number from 0 to 65535")


def limit(text: str) -> int:
    """How many at most."""
    return _whole(text, 1, 1_000_000, "it is a number from 1 to 1000000")


def tries(text: str) -> int:
    """How often."""
    return _whole(text, 1, 100, "the tries are a number from 1 to 100")


def whole(text: str) -> int:
    """Any whole number that a computer likes."""
    return _whole(text, -(2**63), 2**63 - 1, "it is a whole number")


def pace(text: str) -> float:
    """How quick the people of the simulator are."""
    return _number(text, 0, 1000, "the pace is a number from 0 to 1000")


def rate(text: str) -> float:
    """Requests a second."""
    return _number(text, 0.1, 1000, "it is a number of requests a second from 0.1 to 1000")


def _whole(text: str, least: int, most: int, says: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,19}", text) or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(says)
    return int(text)


def _number(text: str, least: float, most: float, says: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(says) from None
    if not least <= number <= most:  # which no nan is
        raise argparse.ArgumentTypeError(says)
    return number


_UNITS = re.compile(r"(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?")
_CLOCK = re.compile(r"(?:(\d{1,6}):)?(\d{1,6}):(\d{2})")


def duration(text: str) -> int:
    """A call's whole seconds: 150, 2m30s, or 2:30 (minutes, seconds) and 1:05:10."""
    found = re.fullmatch(r"()()(\d{1,9})", text) or _CLOCK.fullmatch(text) or _UNITS.fullmatch(text)
    if not text or not text.isascii() or found is None:
        raise argparse.ArgumentTypeError(
            "a duration is a whole number of seconds, as 150, or 2m30s, or 1:05:10; not negative, without a fraction"
        )
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    total = hours * 3600 + minutes * 60 + seconds
    if total >= MOST_SECONDS:
        raise argparse.ArgumentTypeError("a call of a week or longer is none; the duration is in seconds")
    return total


def moment(text: str) -> datetime:
    """A time with its zone (RFC 3339), or milliseconds since 1970."""
    try:
        if re.fullmatch(r"-?\d{1,30}", text):
            return time_of_ms(int(text))
        return checked_time(datetime.fromisoformat(text))
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(
            "a time is written as 2026-05-01T14:30:00Z, with its zone, or as milliseconds since 1970"
        ) from error
