"""The day one is reading, as a chip at the top of the conversation while it scrolls. A press leads to another day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from ringodesk_qt.ui.delegates.bubble import chip_size, paint_chip
from ringodesk_qt.ui.delegates.look import Look
from ringodesk_qt.ui.delegates.prose import one_line
from ringodesk_qt.ui.models.time_words import day_words
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.fading import Fading

TOP = 7
"""How far below the top of the conversation it floats."""
_APART = 4
_STAYS_MS = 1500


class DayChip(QAbstractButton):
    """Looks as the chips between the days do. It comes with scrolling and fades out after; then nothing runs."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._day: date | None = None
        self._shown: object = None
        self._pixels = QPixmap()
        self._fading = Fading(self, theme, stays_ms=_STAYS_MS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def day(self) -> date | None:
        """The day it shows."""
        return self._day

    def float_over(self, day: date, look: Look, ceiling: float | None) -> None:
        """Shows a day for a while; the chip of the next one, whose top is the ceiling, pushes it out of view."""
        self.place(day, look, ceiling)
        self._fading.begin()
        if self.underMouse():
            self._fading.hold()  # the pointer's leaving begins the time anew

    def place(self, day: date, look: Look, ceiling: float | None) -> None:
        """Takes another day and place; whether it is seen stays as it is."""
        if (day, look) != (self._day, self._look):
            self._day, self._look = day, look
            self._words = one_line(day_words(day, look.today), look.chip)
            size = chip_size(self._words)
            self.resize(QSize(round(size.width()), round(size.height())))
            self.setAccessibleName(self.tr("Jump to date, {day}").format(day=day_words(day, look.today)))
            self.update()
        top = TOP if ceiling is None else min(TOP, round(ceiling) - self.height() - _APART)
        self.move(round((look.width - self.width()) / 2), top)

    def leave(self) -> None:
        """Goes at once: there is no day to tell, or its own chip stands there."""
        self._fading.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stays while the pointer is on it."""
        super().enterEvent(event)
        self._fading.hold()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Goes in a while."""
        super().leaveEvent(event)
        if self.isVisible():
            self._fading.begin()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shows what was painted; it is asked for in each frame while the rows under it scroll."""
        if self._look is None:
            return
        shown = (self._words, self._look.colours, self.underMouse(), self.devicePixelRatioF())
        if shown != self._shown:
            self._shown, self._pixels = shown, self._painted(self._look)
        painter = QPainter(self)
        opacity = self._fading.opacity
        if opacity < 1:
            painter.setOpacity(opacity)
        painter.drawPixmap(0, 0, self._pixels)
        painter.end()

    def _painted(self, look: Look) -> QPixmap:
        """The chip as the rows paint theirs."""
        ratio = self.devicePixelRatioF()
        pixels = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back = look.colours.pressed if self.underMouse() else look.colours.chip
        paint_chip(painter, QRectF(self.rect()), self._words, back, look.colours.chip_text)
        painter.end()
        return pixels
