"""A check box that is drawn as a switch."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ringodesk_qt.ui.theme import SPACE, Theme

_WIDTH = 36
_HEIGHT = 20


class Switch(QAbstractButton):
    """Words with a switch behind them; its role is a check box's.

    `toggled` tells of the user's wish, by mouse, key or screen reader: the last of these is no click to Qt.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def setChecked(self, is_on: bool) -> None:
        """Shows a state that is so already: nobody is told."""
        with QSignalBlocker(self):
            super().setChecked(is_on)

    def sizeHint(self) -> QSize:
        """Room for words and switch."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + _WIDTH + 3 * SPACE, self._tall(1))

    def minimumSizeHint(self) -> QSize:
        """It can give way to half of that, and has two lines then."""
        hint = self.sizeHint()
        return QSize(hint.width() // 2 + _WIDTH, hint.height()) if self.text() else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another number of lines."""
        super().resizeEvent(event)
        self.setFixedHeight(self._tall(2 if self.width() < self.sizeHint().width() - SPACE else 1))

    def _tall(self, lines: int) -> int:
        return max(32, lines * self.fontMetrics().lineSpacing() + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints words and switch."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_mirrored = self.isRightToLeft()
        track = QRectF(2 if is_mirrored else self.width() - _WIDTH - 2, (self.height() - _HEIGHT) / 2, _WIDTH, _HEIGHT)
        painter.setPen(QPen(colours.text, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent if self.isChecked() else colours.offline)
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        at_right = self.isChecked() is not is_mirrored
        knob_x = track.right() - _HEIGHT + 3 if at_right else track.left() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.window)
        painter.drawEllipse(QRectF(knob_x, track.top() + 3, _HEIGHT - 6, _HEIGHT - 6))
        words = QRectF(self.rect()).adjusted(0, 0, -_WIDTH - SPACE, 0)
        if is_mirrored:
            words.translate(_WIDTH + SPACE, 0)
        painter.setPen(colours.text if self.isEnabled() else colours.text_faint)
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        place = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, int(place | Qt.TextFlag.TextWordWrap), self.text())
        painter.end()
