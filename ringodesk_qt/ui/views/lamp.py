"""A lamp: its colour, and how it is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ringodesk_qt.core.ways_out import Lamp
from ringodesk_qt.ui.theme import Colours

LAMP = 8
"""How wide it is."""


def lamp_colour(lamp: Lamp, colours: Colours) -> QColor:
    """The colour of a lamp's state."""
    return {"ok": colours.online, "waiting": colours.away, "trouble": colours.busy}.get(lamp.state, colours.offline)


def paint_lamp(painter: QPainter, x: float, middle_y: float, colour: QColor) -> None:
    """Paints it with its left edge and its middle there."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(x, middle_y - LAMP / 2, LAMP, LAMP))
