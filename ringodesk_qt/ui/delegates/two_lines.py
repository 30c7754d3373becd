"""Two lines of plain text in a row of a list, shortened where they do not fit: a name, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ringodesk_qt.core.folding import spans_of
from ringodesk_qt.ui.delegates.marked_text import draw_marked
from ringodesk_qt.ui.literal_text import line_of
from ringodesk_qt.ui.theme import Colours

_SECOND = 0.88
"""How large the second line is beside the first."""


@dataclass(frozen=True, slots=True)
class TwoLines:
    """What is written, which folded words are marked in it, and where it is shortened.

    Of the second line so many characters were looked through as `searched` says: marks stand in them alone.
    """

    first: str
    second: str
    words: Sequence[str] = ()
    searched: int = 0
    elision: Qt.TextElideMode = Qt.TextElideMode.ElideRight

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, text: QRect, colours: Colours) -> None:
        """Draws them in the middle of `text`, a part of the row that is given as if written from the left."""
        height = line_height(option.font)
        place = QRect(text.left(), text.center().y() - height + 1, text.width(), height)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text's own
        for line, searched, colour, factor in (
            (self.first, len(self.first), colours.text, 1.0),
            (self.second, self.searched, colours.text_faint, _SECOND),
        ):
            font = QFont(option.font)
            font.setPointSizeF(max(1.0, font.pointSizeF() * factor))
            painter.setFont(font)
            painter.setPen(colour)
            self._draw_line(painter, option, line, place, colours, searched=searched)
            place.translate(0, height)
        painter.setClipping(False)

    def _draw_line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: str,
        place: QRect,
        colours: Colours,
        *,
        searched: int,
    ) -> None:
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        shown = QFontMetrics(painter.font()).elidedText(line_of(line), self.elision, place.width())
        turned = QStyle.visualRect(option.direction, option.rect, place)
        painter.setClipRect(turned)  # marks may be piled up on a letter
        spans = spans_of(shown[:searched], self.words) if self.words and searched else []
        if spans:
            draw_marked(painter, QRectF(turned), shown, spans, side=side, colours=colours)
        else:
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(turned, int(flags | Qt.TextFlag.TextSingleLine), shown)


def line_height(font: QFont) -> int:
    """How tall each of the two lines is."""
    return max(19, QFontMetrics(font).height())


def taller_by(font: QFont) -> int:
    """How much more room the two lines need than with text of the usual size."""
    return 2 * (line_height(font) - 19)
