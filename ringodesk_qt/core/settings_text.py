"""The settings file as somebody wrote it: where each field stands, and one value put in place of another.

What is around a value stays: order, line breaks and names that are not known. Only what is changed is written anew.
"""

from __future__ import annotations

import json
from json.decoder import JSONDecodeError
from typing import Any, NamedTuple

from ringodesk_qt.errors import InputError

_DECODER = json.JSONDecoder()
_BLANK = " \t\r\n"
NO_TEXT = "This is no text in UTF-8."
TOO_DEEP = "There are too many brackets in each other."
TOO_LONG = "There is something behind the last brace."
TOO_MANY_DIGITS = "A number has too many digits."


class Place(NamedTuple):
    """Where in a text something stands, as an editor counts: both from 1."""

    line: int
    column: int


class Member(NamedTuple):
    """A name with its value, and where that begins and ends in the text."""

    name: str
    value: Any
    start: int
    end: int


class TextError(InputError):
    """The text cannot be read: one sentence says what is wrong. `place` is where."""

    def __init__(self, sentence: str, place: Place) -> None:
        super().__init__(sentence)
        self.place = place


def decoded(raw: bytes) -> str:
    """The text of the file. Raises TextError where it is no UTF-8."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        raise TextError(NO_TEXT, place_in(before, len(before))) from error


def place_in(text: str, offset: int) -> Place:
    """The place of a character."""
    begin = text.rfind("\n", 0, offset) + 1
    return Place(text.count("\n", 0, offset) + 1, offset - begin + 1)


def members(text: str) -> list[Member]:
    """What stands in the one object that the text is, in its order. Raises TextError."""
    try:
        found, end = _members(text)
    except JSONDecodeError as error:
        raise TextError(_said(error), place_in(text, error.pos)) from error
    except ValueError as error:  # Python reads no number that is this long
        raise TextError(TOO_MANY_DIGITS, Place(1, 1)) from error
    except RecursionError as error:
        raise TextError(TOO_DEEP, Place(1, 1)) from error
    if (rest := _skip(text, end)) < len(text):
        raise TextError(TOO_LONG, place_in(text, rest))
    return found


def _said(error: JSONDecodeError) -> str:
    words = error.msg.lower()
    return {
        "expecting value": "A value is missing.",
        "expecting property name enclosed in double quotes": "A name in double quotes, or a closing brace, is missing.",
        "expecting ',' delimiter": "A comma or a closing brace is missing.",
        "expecting ':' delimiter": "A colon is missing.",
        "expecting '{' at the beginning": "An opening brace is missing at the beginning.",
        "unterminated string starting at": "A text has no double quote at its end.",
    }.get(words, f"This is not valid JSON: {words}.")


def _members(text: str) -> tuple[list[Member], int]:
    found: list[Member] = []
    at = _behind(text, _skip(text, 0), "{", "expecting '{' at the beginning")
    if text[at : at + 1] == "}":
        return found, at + 1
    while True:
        if text[at : at + 1] != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
        name, end = _DECODER.raw_decode(text, at)
        start = _behind(text, _skip(text, end), ":", "Expecting ':' delimiter")
        value, end = _value(text, start)
        found.append(Member(name, value, start, end))
        at = _skip(text, end)
        if text[at : at + 1] == "}":
            return found, at + 1
        at = _behind(text, at, ",", "Expecting ',' delimiter")


def _value(text: str, start: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, start)
    except StopIteration as error:
        raise JSONDecodeError("Expecting value", text, start) from error


def _behind(text: str, at: int, sign: str, problem: str) -> int:
    if text[at : at + 1] != sign:
        raise JSONDecodeError(problem, text, at)
    return _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANK:
        at += 1
    return at


def replaced(text: str, name: str, value: Any) -> str:
    """The text with another value for a name; one that is not there yet comes last. Raises TextError."""
    there = members(text)
    own = [one for one in there if one.name == name]
    written = _written(value)
    if own:  # of a name that is there twice the last one counts
        return text[: own[-1].start] + written + text[own[-1].end :]
    line = f"{json.dumps(name, ensure_ascii=False)}: {written}"
    if not there:
        return f"{{\n  {line}\n}}\n"
    last = there[-1]
    is_one_line = "\n" not in text[: last.start].strip(_BLANK)
    return f"{text[: last.end]},{' ' if is_one_line else _line_break(text) + '  '}{line}{text[last.end :]}"


def _line_break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _written(value: Any) -> str:
    return json.dumps(
        value, ensure_ascii=False, indent=2 if value and isinstance(value, list | dict) else None
    ).replace("\n", "\n  ")
