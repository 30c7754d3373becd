"""How words are compared: without case, accents and punctuation, in any script, and by any part of them.

A text is folded to its words with one space between two: `"The CAFÉ’s menu"` to `"the cafe s menu"`. What is looked
for is folded the same way and found as a part of that. In scripts that put no spaces between words (Chinese, Japanese,
Thai…) any character may begin a word; in the others one or two characters are only found where a word begins, for they
are everywhere else.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

# Letters that Unicode does not take apart, and what people type for them.
_ALIKE = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}

# Accents, Arabic and Hebrew vowel points. The marks of other scripts are letters to those who write them.
_ACCENTS = (
    *((0x0300, 0x036F), (0x0591, 0x05C7), (0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670)),
    *((0x06D6, 0x06ED), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F)),
)

# Thai to Tibetan, Burmese, Khmer; kana, bopomofo and ideographs; symbols and emoji.
_UNSPACED = (
    *((0x0E00, 0x0FFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2190, 0x2BFF), (0x2E80, 0x312F), (0x31A0, 0x31FF)),
    *((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x1F000, 0x1FAFF), (0x20000, 0x3FFFF)),
)


@lru_cache(maxsize=8192)
def is_unspaced(character: str) -> bool:
    """Whether it is of a script that puts no spaces between words, so that it may begin one anywhere."""
    return _is_among(_UNSPACED, character)


def plain(character: str) -> str:
    """A character without case, accents and ligatures: é is e, ß is ss, İ is i, Ａ is a; an accent alone is nothing."""
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(_ALIKE.get(one, one) for one in parts if not _is_among(_ACCENTS, one))


def _is_among(ranges: Iterable[tuple[int, int]], character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in ranges)


class _Folding(dict[int, str]):
    """What each character becomes, found out once."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = "".join(map(_of_word, plain(chr(code))))
        return folded


def _of_word(character: str) -> str:
    """A character that is a part of a word, or a space, or nothing."""
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    return character if kind[0] in "LNM" or (kind[0] == "S" and is_unspaced(character)) else " "


_folding = _Folding()


def folded(text: str) -> str:
    """The words of a text, as they are compared, with one space between two."""
    return " ".join(text.translate(_folding).split())


class Term(msgspec.Struct, frozen=True):
    """Something to look for: folded words, and whether they must begin and end where words of the text do."""

    text: str
    begins_word: bool = False
    ends_word: bool = False

    @staticmethod
    def part(text: str) -> Term:
        """A part of one folded word, wherever in a word it is, if it is long enough or of a script without spaces."""
        return Term(text, begins_word=len(text) < 3 and not is_unspaced(text[0]))

    @staticmethod
    def phrase(text: str, *, is_closed: bool) -> Term:
        """Folded words in this order; the last may go on if the phrase is not `is_closed` yet."""
        begins, ends = not is_unspaced(text[0]), is_closed and not is_unspaced(text[-1])
        return Term(text, begins_word=begins, ends_word=ends)

    def places(self, words: str) -> Iterator[int]:
        """Where it begins in a folded text, each time."""
        at = words.find(self.text)
        while at >= 0:
            end = at + len(self.text)
            begins = not self.begins_word or at == 0 or words[at - 1] == " "
            if begins and (not self.ends_word or end == len(words) or words[end] == " "):
                yield at
            at = words.find(self.text, at + 1)

    def is_in(self, words: str) -> bool:
        """Whether a folded text holds it."""
        return next(self.places(words), None) is not None


def marked(text: str, terms: Iterable[Term]) -> list[tuple[int, int]]:
    """Where a text, as it was written, holds any of the terms: (start, end), in order, none in another."""
    words, origins = _with_origins(text)
    found: list[tuple[int, int]] = []
    for term in terms:
        for at in term.places(words):
            found.append((origins[at], _end_of(text, origins[at + len(term.text) - 1])))
    return _merged(found)


def _with_origins(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the text that it came from."""
    words: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        for one in _folding[ord(character)]:
            if one == " " and (not words or words[-1] == " "):
                continue
            words.append(one)
            origins.append(place)
    if words and words[-1] == " ":
        words.pop()
    return "".join(words), origins


def _end_of(text: str, last: int) -> int:
    """Behind a character and the accents that belong to it."""
    end = last + 1
    while end < len(text) and not _folding[ord(text[end])]:
        end += 1
    return end


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
