"""What a row is laid out and painted with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.ui.theme import BUBBLE_MAX_WIDTH, Colours
from ringodesk_qt.ui.thumbnails import Thumbnails

SIDE_MARGIN = 12.0
_WIDEST_SHARE = 0.78


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: a "link", "attachment", "action", "day", "copy" or "expand".

    `value` is its address, verb or text.
    """

    kind: str
    value: str = ""


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
    small: QFont = field(init=False)
    strong: QFont = field(init=False)
    chip: QFont = field(init=False)
    tag: QFont = field(init=False)
    """The ending on a file's sign."""
    small_metrics: QFontMetricsF = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "small", _scaled(self.font, 0.82))
        object.__setattr__(self, "small_metrics", QFontMetricsF(self.small))
        object.__setattr__(self, "chip", _scaled(self.font, 0.86, QFont.Weight.DemiBold))
        object.__setattr__(self, "tag", _scaled(self.font, 0.62, QFont.Weight.Bold))
        object.__setattr__(self, "strong", _scaled(self.font, 1.0, QFont.Weight.DemiBold))

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
