"""What lies behind a row of a list: lit under the pointer, filled where selected, ringed where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle

from ringodesk_qt.ui.theme import Colours

_State = QStyle.StateFlag


def paint_card(
    painter: QPainter,
    card: QRectF,
    state: QStyle.StateFlag,
    colours: Colours,
    *,
    has_ring: bool = False,
    radius: float = 10,
) -> QColor:
    """Paints a row's ground and returns its colour; the window's, which it stands on already, is not painted."""
    ground = colours.window
    if state & _State.State_Selected:
        ground = colours.accent_soft
    elif state & _State.State_MouseOver:
        ground = colours.hover
    if ground is not colours.window:
        painter.setPen(QPen(colours.edge, 1) if colours.edge.alpha() else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5) if colours.edge.alpha() else card, radius, radius)
    if has_ring:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.accent, 1.5))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
    return ground


def has_keyboard(state: QStyle.StateFlag) -> bool:
    """Whether the row is where the keyboard is, and the keyboard is what is used."""
    return bool(state & _State.State_HasFocus and state & _State.State_KeyboardFocusChange)
