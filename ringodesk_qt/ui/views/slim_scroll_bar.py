"""A scroll bar of nothing but a rounded handle, which is not there when there is nothing to scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollBar, QStyle, QWidget

from ringodesk_qt.ui.theme import Theme, mixed

WIDTH = 10
_HANDLE = 6
_SHORTEST = 36
"""How short the style makes the handle at most."""


class SlimScrollBar(QScrollBar):
    """A vertical bar in the theme's colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._painted = (QRect(), False)
        self._is_set = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies under it need not be painted

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

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """In a long conversation the handle stays as it is in most frames, and need not be painted."""
        if not self._is_set and self._shown() != self._painted:
            super().sliderChange(change)

    def set_all(self, *, page: int, most: int, value: int) -> None:
        """Shows another place of another whole, and tells nobody: whoever sets it knows."""
        blocker, self._is_set = QSignalBlocker(self), True
        self.setPageStep(page)
        self.setRange(0, most)
        self.setValue(value)
        self._is_set = False
        blocker.unblock()
        if self._shown() != self._painted:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints background and handle."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colours.conversation)
        self._painted = handle, has_handle = self._shown()
        if has_handle:
            self._paint_handle(painter, handle)
        painter.end()

    def _shown(self) -> tuple[QRect, bool]:
        """Where the handle is, and whether it is there."""
        return self._handle(), self.maximum() > self.minimum()

    def _paint_handle(self, painter: QPainter, handle: QRect) -> None:
        """A bar with a disc at either end: only those need smooth edges, which take long where they are long."""
        colour, width = self._handle_colour(), handle.width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(handle.x(), handle.y(), width, width)
        painter.drawEllipse(handle.x(), handle.bottom() + 1 - width, width, width)
        painter.fillRect(handle.adjusted(0, width // 2, 0, -(width // 2)), colour)

    def _handle(self) -> QRect:
        """Where the style has it too; to ask that takes longer than all the rest of the painting."""
        span, room = self.maximum() - self.minimum(), self.height()
        length = min(room, max(_SHORTEST, self.pageStep() * room // (span + self.pageStep())))
        top = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), self.sliderPosition(), room - length)
        return QRect((self.width() - _HANDLE) // 2, top + 1, _HANDLE, length - 2)

    def _handle_colour(self) -> QColor:
        """Without transparency: its pieces lie over each other."""
        colours = self._theme.colours
        return mixed(
            colours.text_faint, colours.conversation, 0.75 if self.underMouse() or self.isSliderDown() else 0.4
        )
