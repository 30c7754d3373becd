"""A short word that something was done which is seen nowhere else: it comes, is spoken, and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ringodesk_qt.ui.delegates.bubble import paint_chip
from ringodesk_qt.ui.delegates.prose import Prose, one_line
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.fading import Fading

_STAYS_MS = 1600


class PassingWord(QWidget):
    """Lies over the window and lets every click through."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._words: Prose | None = None
        self._fading = Fading(self, theme, stays_ms=_STAYS_MS)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def say(self, words: str, over: QWidget) -> None:
        """Shows words in the lower middle of a widget, in place of those that stand, and has them spoken."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._words = one_line(words, font, over.width() - 6 * SPACE)
        self.setAccessibleName(words)
        self.resize(QSize(round(self._words.width + 4 * SPACE), round(self._words.height + 2 * SPACE)))
        middle = QPoint((over.width() - self.width()) // 2, over.height() - self.height() - 2 * SPACE)
        self.move(over.mapTo(self.window(), middle))
        self._fading.begin()
        self.update()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(over, words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints a chip in the window's colours the other way round, which stands out from any bubble."""
        if self._words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._fading.opacity)
        colours = self._theme.colours
        paint_chip(painter, QRectF(self.rect()), self._words, colours.text, colours.window)
        painter.end()
