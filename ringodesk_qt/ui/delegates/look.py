"""What a row is laid out and painted with."""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextLayout, QTextOption

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.ui.theme import BUBBLE_MAX_WIDTH, Colours
from ringodesk_qt.ui.thumbnails import Thumbnails

SIDE_MARGIN = 12.0
_WIDEST_SHARE = 0.78
_ENDLESS = 1e6
_LINES_KEPT = 1500
"""Small words: a day has as many minutes, and some are edited."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: a "link", "attachment", "action", "day", "copy" or "expand".

    `value` is its address, verb or text.
    """

    kind: str
    value: str = ""


class SmallLine:
    """A few small words, laid out: how wide they are, and what draws them, `rise` above where they stand."""

    def __init__(self, words: str, font: QFont) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # their own
        self.layout = QTextLayout(words, font)
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(option)
        self.layout.beginLayout()
        line = self.layout.createLine()
        line.setLineWidth(_ENDLESS)
        self.layout.endLayout()
        self.left, self.rise = line.naturalTextRect().left(), line.ascent()
        self.width = line.naturalTextWidth()


class Type:
    """The fonts that go with one, and the small words laid out in them: many rows have the same minute."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.small = _scaled(font, 0.82)
        self.chip = _scaled(font, 0.86, QFont.Weight.DemiBold)
        self.tag = _scaled(font, 0.62, QFont.Weight.Bold)
        self.strong = _scaled(font, 1.0, QFont.Weight.DemiBold)
        metrics = QFontMetricsF(self.small)
        self.small_height, self.small_ascent = metrics.height(), metrics.ascent()
        self.small_middle = metrics.ascent() - metrics.capHeight() / 2
        """Of the digits, not of the line."""
        self._lines: dict[str, SmallLine] = {}

    def small_line(self, words: str) -> SmallLine:
        """These words, laid out at most once."""
        line = self._lines.get(words)
        if line is None:
            if len(self._lines) >= _LINES_KEPT:
                self._lines.clear()
            line = self._lines[words] = SmallLine(words, self.small)
        return line


@dataclass(frozen=True, eq=False, slots=True)
class Look:
    """Fonts, colours and width that hold for all rows until one of them changes; then there is a new Look."""

    font: QFont
    colours: Colours
    width: float
    is_mirrored: bool
    today: date
    thumbnails: Thumbnails
    pixel_ratio: float = 1.0
    expanded: frozenset[LocalId] = frozenset()
    """Long messages that the user asked to see whole."""
    kept: InitVar[Type | None] = None
    """The fonts of a former look, which are this one's if they go with the same."""
    type: Type = field(init=False)
    small: QFont = field(init=False)
    strong: QFont = field(init=False)
    chip: QFont = field(init=False)
    tag: QFont = field(init=False)
    """The ending on a file's sign."""

    def __post_init__(self, kept: Type | None) -> None:
        fonts = kept if kept is not None and kept.font == self.font else Type(self.font)
        object.__setattr__(self, "type", fonts)
        for name in ("small", "chip", "tag", "strong"):
            object.__setattr__(self, name, getattr(fonts, name))

    def is_like(self, other: Look) -> bool:
        """Whether all but the width is the same, so that what does not depend on it need not be laid out anew."""
        return (
            self.font == other.font
            and self.colours is other.colours
            and self.is_mirrored is other.is_mirrored
            and self.today == other.today
            and self.pixel_ratio == other.pixel_ratio
            and self.expanded == other.expanded
        )

    @property
    def bubble_width(self) -> float:
        """The widest a bubble may be."""
        return max(120.0, min(float(BUBBLE_MAX_WIDTH), self.width * _WIDEST_SHARE))

    @property
    def mono(self) -> QFont:
        """The font of code."""
        return _mono(self.font.toString())

    def emoji_font(self, count: int) -> QFont:
        """The font of a message of one, two or three emoji and nothing else."""
        return _scaled(self.font, {1: 3.6, 2: 3.0}.get(count, 2.5))


@lru_cache(maxsize=4)
def _mono(beside: str) -> QFont:
    """The system's font of equal widths, in the size of another; looked for when the first code is shown."""
    font = QFont()
    font.fromString(beside)
    mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    mono.setStyleHint(QFont.StyleHint.Monospace)
    if font.pixelSize() > 0:
        mono.setPixelSize(font.pixelSize())
    else:
        mono.setPointSizeF(font.pointSizeF())
    return _scaled(mono, 0.94)


def _scaled(font: QFont, factor: float, weight: QFont.Weight | None = None) -> QFont:
    scaled = QFont(font)
    if font.pixelSize() > 0:
        scaled.setPixelSize(max(1, round(font.pixelSize() * factor)))
    else:
        scaled.setPointSizeF(max(1.0, font.pointSizeF() * factor))
    if weight is not None:
        scaled.setWeight(weight)
    return scaled


def line_height(font: QFont) -> float:
    """How tall a line in this font is."""
    return QFontMetricsF(font).height()


def mirrored(rect: QRectF, within: QRectF) -> QRectF:
    """The rectangle as it lies where everything runs from the right."""
    return QRectF(within.left() + within.right() - rect.right(), rect.top(), rect.width(), rect.height())


def centred_in(rect: QRectF, width: float, height: float) -> QRectF:
    """A rectangle of this size in the middle of another."""
    middle = rect.center()
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)


Progress = tuple[int, int] | None
