"""Text made comparable: what somebody types finds a name whatever its accents, case or ligatures.

Each character is folded for itself, so that a place in the folded text has its place in the original.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ringodesk_qt.models.words import plain

_SEPARATORS = str.maketrans(dict.fromkeys("-_.,;:/\\()[]{}'\"+&@|", " "))


class _Folds(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = plain(chr(code))
        self[code] = folded
        return folded


_FOLDS = _Folds()


def folded(text: str) -> str:
    """The text without case, accents and ligatures: é is e, ß is ss, İ is i, Ａ is a."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def folded_words(text: str) -> tuple[str, ...]:
    """What was typed into a filter, word by word: all of them are to be found, in any order."""
    return tuple(dict.fromkeys(folded(text).split()))


def word_index(*texts: str) -> str:
    """The words of the texts, folded, with a space before and behind each: what begins one begins behind a space."""
    return f" {' '.join(' '.join(folded(text) for text in texts).translate(_SEPARATORS).split())} "


def index_words(text: str) -> tuple[str, ...]:
    """What was typed, as the words that `word_index` would hold of it."""
    return tuple(dict.fromkeys(word_index(text).split()))


def narrows(words: Sequence[str], former: Sequence[str]) -> bool:
    """Whether all that holds `words` holds the former ones: letters or words were added at the end."""
    return (
        bool(former)
        and len(words) >= len(former)
        and all(word.startswith(other) for word, other in zip(words, former, strict=False))
    )


class Span(NamedTuple):
    """A part of a text, in characters."""

    start: int
    end: int


def spans_of(text: str, words: Iterable[str]) -> list[Span]:
    """Where a text holds folded words, in order, without overlaps."""
    whole, places = _with_places(text)
    found = sorted(span for word in words if word for span in _spans_of(whole, places, word))
    merged: list[Span] = []
    for span in found:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the original; one more for the end."""
    parts = [folded(character) for character in text]
    places = [place for place, part in enumerate(parts) for _character in part]
    return "".join(parts), [*places, len(text)]


def _spans_of(whole: str, places: list[int], word: str) -> Iterable[Span]:
    start = whole.find(word)
    while start >= 0:
        end = start + len(word)
        last = places[end - 1]
        # up to the next letter: an accent that is a character of its own belongs to the one before it
        yield Span(places[start], max(last + 1, places[end]))
        start = whole.find(word, end)
