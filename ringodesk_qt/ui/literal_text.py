"""Text from others, made so that it is shown as it is and stays in its place: one line, a part of a sentence, markup.

Qt's plain text is not quite plain: it takes a first U+FFFE for the mark of another byte order, and swaps the bytes of
every character after it. And a name that holds direction marks turns the sentence around that it is put into.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_LINE = 500
"""No line of the window has room for more, and laying out a megabyte of it takes seconds."""

_BIDI_CONTROLS = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_SWAPPED_MARK = "\ufffe"
_INSTEAD = "\ufffd"
_FROM_RIGHT = frozenset({"R", "AL", "AN"})
_ISOLATE, _END = "\u2068", "\u2069"
_PLAIN_WRITING = re.compile("[\\n -~\u00a0-\u024f\u0386-\u03ce\u0400-\u0482\u048a-\u04ff\u2010-\u2027]*")


def literal(text: str) -> str:
    """The text as Qt will show it: a first U+FFFE, which stands for nothing, is replaced."""
    return _INSTEAD + text[1:] if text.startswith(_SWAPPED_MARK) else text


def spoken(text: str) -> str:
    """The text for a screen reader, whose bus ends it at the first U+0000."""
    return text.replace("\0", _INSTEAD)


def line_of(text: str, longest: int = LONGEST_LINE) -> str:
    """The text in one line, of so many characters at most."""
    line = " ".join(text[: 8 * longest].split())
    return literal(line if len(line) <= longest else f"{line[: longest - 1]}…")


def is_plain_writing(text: str) -> bool:
    """Whether all of it is Latin, Greek or Cyrillic letters and signs, of which none reaches far beyond its line."""
    return text.isascii() or _PLAIN_WRITING.fullmatch(text) is not None


def without_direction(text: str) -> str:
    """The text without the characters that turn the direction of what stands around them."""
    return text.translate(_BIDI_CONTROLS)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from the right."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def isolated(text: str) -> str:
    """A line to be put into a sentence: whatever direction it has ends with it."""
    line = line_of(without_direction(text))
    has_direction = any(unicodedata.bidirectional(character) in _FROM_RIGHT for character in line)
    return f"{_ISOLATE}{line}{_END}" if has_direction else line


def as_markup(text: str) -> str:
    """The text for where Qt guesses whether it is markup: surely markup, and the same to look at."""
    from html import escape  # noqa: PLC0415 - with it come all entities there are, before the first paint

    return f"<qt>{escape(literal(text))}</qt>"
