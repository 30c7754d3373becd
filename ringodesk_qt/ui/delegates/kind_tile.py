"""The square that stands for a file where there is no picture of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ringodesk_qt.ui.delegates.glyphs import draw_sign
from ringodesk_qt.ui.theme import Colours

_SCALE = 0.75 / 32
"""Of the sign, by the square's edge."""


def paint_kind_tile(painter: QPainter, tile: QRectF, kind: str, colours: Colours) -> None:
    """A rounded square in the kind's colour, with the kind's sign."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.file(kind))
    painter.drawRoundedRect(tile, 8, 8)
    draw_sign(painter, kind, tile.center(), colours.file_ink, scale=_SCALE * tile.width())
