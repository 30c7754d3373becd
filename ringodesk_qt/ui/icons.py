"""The program's own drawings, in any colour and size, sharp at any scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ringodesk_qt.paths import resources


def draw_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor, *, is_mirrored: bool = False) -> None:
    """Draws an icon of `resources/icons` into a rectangle; `is_mirrored` turns those that point somewhere."""
    ratio = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
    image = icon_image(name, colour, rect.width(), ratio)
    if is_mirrored:
        image = image.flipped(Qt.Orientation.Horizontal)
        image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(rect.topLeft()), image)


def icon_image(name: str, colour: QColor, edge: float, ratio: float = 1.0) -> QImage:
    """An icon as a square picture, `edge` device-independent pixels wide."""
    return _image(name, colour.name(QColor.NameFormat.HexRgb), max(1, round(edge * ratio)), ratio)


def icon(name: str, colour: QColor, edge: int = 20) -> QIcon:
    """An icon for a menu or a field, with a drawing for each common scale."""
    found = QIcon()
    for ratio in (1.0, 1.5, 2.0, 3.0):
        found.addPixmap(QPixmap.fromImage(icon_image(name, colour, edge, ratio)))
    return found


@lru_cache(maxsize=256)
def _image(name: str, colour: str, edge_px: int, ratio: float) -> QImage:
    image = QImage(edge_px, edge_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text("utf-8")
