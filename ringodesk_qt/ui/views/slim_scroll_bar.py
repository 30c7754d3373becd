"""A scroll bar of nothing but a rounded handle, which is not there when there is nothing to scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from ringodesk_qt.ui.theme import Theme

WIDTH = 10


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
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        return QRectF(self.width() / 2 - 2.5, slider.top() + 1, 5, max(16, slider.height() - 2))

    def _handle_colour(self) -> QColor:
        colour = QColor(self._theme.colours.text_faint)
        colour.setAlphaF(0.75 if self.underMouse() or self.isSliderDown() else 0.4)
        return colour
