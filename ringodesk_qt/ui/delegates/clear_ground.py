"""What is seen through a picture that is clear in places: squares of two tones, on which black and white both show."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QTransform

from ringodesk_qt.ui.theme import SPACE, Colours


def clear_ground(colours: Colours, corner: QPointF) -> QBrush:
    """The squares, beginning at the picture's corner: they move along with it."""
    brush = QBrush(_squares(colours.clear_light.rgb(), colours.clear_dark.rgb()))
    brush.setTransform(QTransform.fromTranslate(corner.x(), corner.y()))
    return brush


@lru_cache(maxsize=4)
def _squares(light: int, dark: int) -> QImage:
    image = QImage(2 * SPACE, 2 * SPACE, QImage.Format.Format_RGB32)
    image.fill(QColor(light))
    painter = QPainter(image)
    for corner in (0, SPACE):
        painter.fillRect(QRect(corner, corner, SPACE, SPACE), QColor(dark))
    painter.end()
    return image
