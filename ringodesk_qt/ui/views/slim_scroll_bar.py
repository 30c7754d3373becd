"""A scroll bar of nothing but a rounded handle, which is not there when there is nothing to scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QWidget

from ringodesk_qt.ui.theme import Theme

WIDTH = 10
_SHORTEST = 36
"""How short the style makes the handle at most."""


class SlimScrollBar(QScrollBar):
    """A vertical bar in the theme's colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme

    def sizeHint(self) -> QSize:
        """A narrow column."""
        return QSize(WIDTH, super().sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Shows the handle more strongly."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Back to the faint handle."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints background and handle."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colours.conversation)
        if self.maximum() > self.minimum():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._handle_colour())
            handle = self._handle()
            painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2)
        painter.end()

    def _handle(self) -> QRectF:
        """Where the style has it too; to ask that takes longer than all the rest of the painting."""
        span, room = self.maximum() - self.minimum(), self.height()
        length = min(room, max(_SHORTEST, self.pageStep() * room // (span + self.pageStep())))
        top = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), self.sliderPosition(), room - length)
        return QRectF(self.width() / 2 - 2.5, top + 1, 5, length - 2)

    def _handle_colour(self) -> QColor:
        colour = QColor(self._theme.colours.text_faint)
        colour.setAlphaF(0.75 if self.underMouse() or self.isSliderDown() else 0.4)
        return colour
