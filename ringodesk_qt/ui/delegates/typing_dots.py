"""The row at the end while they type: three dots in a small bubble. It does not move, so it costs nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ringodesk_qt.ui.delegates.bubble import LaidRow
from ringodesk_qt.ui.delegates.glyphs import rounded
from ringodesk_qt.ui.delegates.look import SIDE_MARGIN, Look, Progress, line_height, mirrored
from ringodesk_qt.ui.theme import BUBBLE_RADIUS

_GAP = 9.0
_WIDTH = 58.0
_DOT = 3.4


class TypingDots(LaidRow):
    """A bubble of theirs with three dots."""

    def __init__(self, look: Look) -> None:
        self.look = look
        bubble = QRectF(SIDE_MARGIN, _GAP, _WIDTH, line_height(look.font) + 14)
        self.height = round(bubble.bottom() + 1)
        radius = float(BUBBLE_RADIUS)
        self._bubble = mirrored(bubble, QRectF(0, 0, look.width, 1)) if look.is_mirrored else bubble
        corners = (radius, radius, 4.0, radius) if look.is_mirrored else (radius, radius, radius, 4.0)
        self._shape = rounded(self._bubble, *corners)

    @property
    def outline(self) -> QPainterPath:
        """The bubble's shape."""
        return self._shape

    def paint(self, painter: QPainter, _clip: QRectF, _progress: Progress = None) -> None:
        """Draws bubble and dots, each dot fainter than the one before."""
        colours = self.look.colours
        painter.fillPath(self._shape.translated(0, 1), colours.bubble_edge)
        painter.fillPath(self._shape, colours.bubble_in)
        if colours.edge.alpha():
            painter.strokePath(self._shape, QPen(colours.edge, 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.bubble_in_faint)
        for number in (-1, 0, 1):
            painter.setOpacity(0.7 - 0.2 * number)
            painter.drawEllipse(self._bubble.center() + QPointF(number * 12, 0), _DOT, _DOT)
        painter.setOpacity(1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
