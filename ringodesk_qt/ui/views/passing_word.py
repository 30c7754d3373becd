"""A short word that something was done which is seen nowhere else: it comes, is spoken, and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ringodesk_qt.ui.delegates.bubble import paint_chip
from ringodesk_qt.ui.delegates.prose import Prose, one_line
from ringodesk_qt.ui.theme import SPACE, Theme

_STAYS_MS = 1600
_FADE_MS = 200


class PassingWord(QWidget):
    """Lies over the window and lets every click through."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._words: Prose | None = None
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAYS_MS)
        self._stay.timeout.connect(self._on_stay_timeout)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(_FADE_MS)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self.hide)
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
        self._fade.stop()
        self._stay.start()
        self.show()
        self.raise_()
        self.update()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(over, words))

    def _on_stay_timeout(self) -> None:
        if self._theme.is_motion_wanted:
            self._fade.start()
        else:
            self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints a chip in the window's colours the other way round, which stands out from any bubble."""
        if self._words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._fade.state() is QVariantAnimation.State.Running:
            painter.setOpacity(float(self._fade.currentValue()))
        colours = self._theme.colours
        paint_chip(painter, QRectF(self.rect()), self._words, colours.text, colours.window)
        painter.end()
