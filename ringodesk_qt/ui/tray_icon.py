"""The tray icon's drawing: the sign, the unread count on it, and a mark when something needs fixing.

It is the same on light and dark panels, since nobody knows a panel's colour: the sign's own is seen on both, and what
lies on it is kept apart by a gap.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPixmap

from ringodesk_qt.ui.icons import icon_image
from ringodesk_qt.ui.theme import Colours

_EDGES = (16, 22, 24, 32, 44, 48, 64, 72, 96)
"""What trays ask for, up to three times as sharp."""
MOST_COUNTED = 99
"""More unread messages than this are "99+" on the icon."""


@dataclass(frozen=True, slots=True)
class TrayLook:
    """What the icon says."""

    unread: int = 0
    is_muted: bool = False
    needs_repair: bool = False


def badge_words(unread: int) -> str:
    """The number on the icon; empty for none."""
    if unread <= 0:
        return ""
    return str(unread) if unread <= MOST_COUNTED else f"{MOST_COUNTED}+"


def tray_icon(look: TrayLook, colours: Colours) -> QIcon:
    """The icon, drawn for each size that trays ask for."""
    icon = QIcon()
    for edge in _EDGES:
        icon.addPixmap(tray_pixmap(look, colours, edge))
    return icon


def tray_pixmap(look: TrayLook, colours: Colours, edge: int) -> QPixmap:
    """The icon in one size."""
    pixmap = QPixmap(edge, edge)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = colours.tray_muted if look.is_muted else colours.tray
    painter.drawImage(QPointF(0, 0), icon_image("tray", ground, edge))
    if look.needs_repair:
        _paint_mark(painter, colours, edge)
    if look.unread > 0:
        _paint_badge(painter, colours, edge, badge_words(look.unread))
    painter.end()
    return pixmap


def _paint_badge(painter: QPainter, colours: Colours, edge: int, words: str) -> None:
    font = QFont(painter.font())
    height = round(edge * 0.58)
    font.setPixelSize(max(7, round(height * (0.86 if len(words) < 3 else 0.66))))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    width = min(edge, max(height, round(painter.fontMetrics().horizontalAdvance(words) + edge * 0.18)))
    badge = QRectF(edge - width, edge - height, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    _keep_clear(painter, badge, edge)
    painter.setBrush(colours.tray_badge)
    painter.drawRoundedRect(badge, height / 2, height / 2)
    painter.setPen(colours.tray_badge_text)
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), words)


def _paint_mark(painter: QPainter, colours: Colours, edge: int) -> None:
    """A dot with an exclamation mark, which is seen without colours too, in the corner that no number reaches."""
    across = round(edge * 0.44)
    dot = QRectF(0, 0, across, across)
    painter.setPen(Qt.PenStyle.NoPen)
    _keep_clear(painter, dot, edge)
    painter.setBrush(colours.away)
    painter.drawEllipse(dot)
    thick = max(1.0, across * 0.18)
    x = dot.center().x() - thick / 2
    painter.setBrush(colours.tray_mark_text)
    painter.drawRect(QRectF(x, across * 0.18, thick, across * 0.4))
    painter.drawRect(QRectF(x, across * 0.68, thick, thick))


def _keep_clear(painter: QPainter, rect: QRectF, edge: int) -> None:
    """Takes away what is drawn around a rectangle with round ends, and under it."""
    gap = max(1.0, edge / 22)
    wide = rect.adjusted(-gap, -gap, gap, gap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setBrush(Qt.BrushStyle.SolidPattern)
    painter.drawRoundedRect(wide, wide.height() / 2, wide.height() / 2)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
