"""All emoji of Unicode, with their names and the words they are found by. Read when the first one is looked for.

The list is `resources/emoji/emoji.tsv`; what its emoji are called in another language is in a file of that language's
name beside it. Both are made by `packaging/emoji.py`. An emoji is found by its English names in every language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QTextLayout

from ringodesk_qt.core.folding import folded
from ringodesk_qt.paths import resources
from ringodesk_qt.ui.language import SOURCE, current

TONES = ("", *(chr(code) for code in range(0x1F3FB, 0x1F400)))
"""Skin tones: none, and Fitzpatrick's from light to dark."""
_LIGHT = TONES[1]
_ALWAYS_DRAWN = 11.0
"""Fonts that draw emoji at all draw those of this version."""
_BETWEEN = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Emoji:
    """One emoji: `shortcodes` are its short names without colons, the usual one first."""

    sign: str
    names: tuple[str, ...]
    """What it is called, the first one in the language of the window."""
    shortcodes: tuple[str, ...]
    spelled: str
    """Its name in the language of the window, written as a short name; empty in English."""
    keywords: tuple[str, ...]
    version: float
    light: str
    """The sign with a light skin tone; empty for what has no skin."""
    words: str
    """All of it in one and folded, for a quick no."""

    @property
    def name(self) -> str:
        """What it is called in the language of the window."""
        return self.names[0]

    def in_tone(self, tone: int) -> str:
        """The sign in one of `TONES`, if it comes in tones."""
        return self.light.replace(_LIGHT, TONES[tone]) if tone and self.light else self.sign

    @property
    def code(self) -> str:
        """The usual short name between colons."""
        return f":{self.shortcodes[0]}:"

    def rank(self, word: str) -> int | None:
        """How well a folded word fits, 0 best; None if it does not."""
        if word not in self.words:
            return None
        names = [folded(name) for name in self.names]
        codes = [folded(code) for code in (*self.shortcodes, self.spelled)]
        if word in codes or word in names:
            return 0
        if any(code.startswith(word) for code in codes):
            return 1
        if any(part.startswith(word) for name in names for part in name.split()):
            return 2
        if any(folded(keyword).startswith(word) for keyword in self.keywords):
            return 3
        return 4 if any(word in one for one in (*codes, *names)) else None


class EmojiSet:
    """Every emoji that can be drawn here, in Unicode's groups and order."""

    def __init__(self, groups: dict[str, list[Emoji]]) -> None:
        self.groups = groups
        self._all = [emoji for group in groups.values() for emoji in group]
        named = {emoji.spelled: emoji for emoji in self._all if emoji.spelled}
        self._by_code = named | {code: emoji for emoji in self._all for code in emoji.shortcodes}
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
        words = [word.strip(":") for word in folded(text).split()]
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


def whole_set() -> EmojiSet:
    """All of them, with their names in the language of the window; takes some milliseconds the first time."""
    return _set_in(current())


@lru_cache(maxsize=1)
def _set_in(language: str) -> EmojiSet:
    called = {sign: (name, keywords) for sign, name, keywords in _lines(language)} if language != SOURCE else {}
    groups: dict[str, list[Emoji]] = {}
    for fields in _lines("emoji"):
        if len(fields) == 1:
            groups[fields[0].removeprefix("#")] = group = []
        else:
            group.append(_emoji(fields, called.get(fields[0])))
    return EmojiSet(groups)


def _lines(name: str) -> list[list[str]]:
    """The fields of each line; none where there is no such file."""
    file = resources() / "emoji" / f"{name}.tsv"
    return [line.split("\t") for line in file.read_text("utf-8").splitlines()] if file.exists() else []


def _emoji(fields: Sequence[str], called: tuple[str, str] | None) -> Emoji:
    sign, version, light, shortcodes, name, keywords = fields
    names: tuple[str, ...] = (name,)
    tags, spelled = tuple(keywords.split("|")), ""
    words = folded(f"{name} {shortcodes} {keywords}")
    if called is not None:
        names, tags = (called[0], name), (*tags, *called[1].split("|"))
        spelled = _BETWEEN.sub("_", called[0].lower()).strip("_")
        words += folded(f" {called[0]} {spelled} {called[1]}")
    return Emoji(sign, names, tuple(shortcodes.split()), spelled, tags, float(version), light, words)


def _is_drawn(sign: str, font: QFont) -> bool:
    """Whether the fonts have one picture for it: what they do not know is a box, or a row of its parts."""
    layout = QTextLayout(sign, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    return len(glyphs) == 1 and glyphs[0] != 0
