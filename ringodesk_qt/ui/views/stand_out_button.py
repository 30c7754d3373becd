"""A button that stands out: what a window is there to do, or what cannot be undone."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QWidget

_INSET, _WIDTH, _RADIUS = 4.0, 2.0, 5.0


class StandOutButton(QPushButton):
    """Filled with a strong colour. Where the keyboard is shows in a ring inside its edge.

    A style sheet can draw such a ring only close around the words.
    """

    def __init__(
        self, words: str, parent: QWidget | None = None, *, role: Literal["primary", "danger"] = "primary"
    ) -> None:
        super().__init__(words, parent)
        self.setProperty("role", role)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the button, and the ring."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.ButtonText), _WIDTH))
            ring = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
            painter.drawRoundedRect(ring, _RADIUS, _RADIUS)
