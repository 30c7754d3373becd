"""All emoji of Unicode, with their names and the words they are found by. Read when the first one is looked for.

The list is `resources/emoji/emoji.tsv`, made by `packaging/emoji.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QTextLayout

from ringodesk_qt.paths import resources

TONES = ("", *(chr(code) for code in range(0x1F3FB, 0x1F400)))
"""Skin tones: none, and Fitzpatrick's from light to dark."""
_LIGHT = TONES[1]
_ALWAYS_DRAWN = 11.0
"""Fonts that draw emoji at all draw those of this version."""


@dataclass(frozen=True, slots=True)
class Emoji:
    """One emoji: `shortcodes` are its short names without colons, the usual one first."""

    sign: str
    name: str
    shortcodes: tuple[str, ...]
    keywords: tuple[str, ...]
    version: float
    light: str
    """The sign with a light skin tone; empty for what has no skin."""
    words: str
    """All of it in one, for a quick no."""

    def in_tone(self, tone: int) -> str:
        """The sign in one of `TONES`, if it comes in tones."""
        return self.light.replace(_LIGHT, TONES[tone]) if tone and self.light else self.sign

    @property
    def code(self) -> str:
        """The usual short name between colons."""
        return f":{self.shortcodes[0]}:"

    def rank(self, word: str) -> int | None:
        """How well a word fits, 0 best; None if it does not."""
        if word not in self.words:
            return None
        if word in self.shortcodes or word == self.name:
            return 0
        if any(code.startswith(word) for code in self.shortcodes):
            return 1
        if any(part.startswith(word) for part in self.name.split()):
            return 2
        if any(keyword.startswith(word) for keyword in self.keywords):
            return 3
        return 4 if any(word in code for code in self.shortcodes) or word in self.name else None


class EmojiSet:
    """Every emoji that can be drawn here, in Unicode's groups and order."""

    def __init__(self, groups: dict[str, list[Emoji]]) -> None:
        self.groups = groups
        self._all = [emoji for group in groups.values() for emoji in group]
        self._by_code = {code: emoji for emoji in self._all for code in emoji.shortcodes}
        self._by_sign = {emoji.sign: emoji for emoji in self._all}

    def __len__(self) -> int:
        return len(self._all)

    def named(self, shortcode: str) -> Emoji | None:
        """The emoji with this short name, or None."""
        return self._by_code.get(shortcode)

    def of_sign(self, sign: str) -> Emoji | None:
        """The emoji of a sign in any one skin tone, or None."""
        for tone in TONES[1:]:
            if tone in sign:
                light = sign.replace(tone, _LIGHT)
                return next((emoji for emoji in self._all if emoji.light == light), None)
        return self._by_sign.get(sign)

    def find(self, text: str) -> list[Emoji]:
        """Those that fit each of the words, by their names, short names and keywords; the best first."""
        words = [word.strip(":") for word in text.casefold().split()]
        ranked = []
        for order, emoji in enumerate(self._all):
            ranks = [emoji.rank(word) for word in words]
            if None not in ranks:
                ranked.append((sum(rank or 0 for rank in ranks), order, emoji))
        return [emoji for _rank, _order, emoji in sorted(ranked, key=lambda one: one[:2])]

    def drawn_in(self, font: QFont) -> EmojiSet:
        """Without those that are newer than the fonts here: a box with a cross says nothing."""
        versions = {emoji.version for emoji in self._all if emoji.version > _ALWAYS_DRAWN}
        drawn = {version for version in versions if _is_drawn(self._first_of(version), font)}
        return EmojiSet(
            {
                title: [one for one in group if one.version <= _ALWAYS_DRAWN or one.version in drawn]
                for title, group in self.groups.items()
            }
        )

    def _first_of(self, version: float) -> str:
        return next(emoji.sign for emoji in self._all if emoji.version == version)


@lru_cache(maxsize=1)
def whole_set() -> EmojiSet:
    """All of them; takes some milliseconds the first time."""
    lines = (resources() / "emoji" / "emoji.tsv").read_text("utf-8").splitlines()
    groups: dict[str, list[Emoji]] = {}
    for line in lines:
        fields = line.split("\t")
        if len(fields) == 1:
            groups[line.removeprefix("#")] = group = []
        else:
            group.append(_emoji(fields))
    return EmojiSet(groups)


def _emoji(fields: Sequence[str]) -> Emoji:
    sign, version, light, shortcodes, name, keywords = fields
    words = f"{name} {shortcodes} {keywords}"
    return Emoji(sign, name, tuple(shortcodes.split()), tuple(keywords.split("|")), float(version), light, words)


def _is_drawn(sign: str, font: QFont) -> bool:
    """Whether the fonts have one picture for it: what they do not know is a box, or a row of its parts."""
    layout = QTextLayout(sign, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    return len(glyphs) == 1 and glyphs[0] != 0
