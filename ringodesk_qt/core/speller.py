"""What the window needs of a spell checker, as a shape; the composition root knows which one there is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol


class Speller(Protocol):
    """The system's dictionaries. None of its calls fails: where there is no dictionary, nothing is wrong."""

    async def languages(self) -> list[str]:
        """The tags of the languages that have a dictionary, as `en_US`, in alphabetical order."""
        ...

    async def problem(self) -> str:
        """The sentence that says why there is no spell check, empty where there is."""
        ...

    async def wrong(self, language: str, words: Collection[str]) -> set[str]:
        """Those of the words that the language's dictionary does not know."""
        ...

    async def suggestions(self, language: str, word: str) -> list[str]:
        """What the word may have been meant to be, the likeliest first."""
        ...

    async def learn(self, language: str, word: str) -> None:
        """Puts a word into the user's own list, which other programs use too."""
        ...


def chosen_language(wanted: str, system: str, languages: Collection[str]) -> str:
    """The language to check in: the one that is wanted, else one like the system's, else English; "" for none."""
    for tag in (wanted, system):
        if tag in languages:
            return tag
    for tag in (wanted, system, "en"):
        begin = tag.partition("_")[0]
        alike = sorted(one for one in languages if begin and one.partition("_")[0] == begin)
        if alike:
            return "en_US" if "en_US" in alike else alike[0]
    return ""
