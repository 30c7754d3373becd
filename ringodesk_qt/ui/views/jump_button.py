"""The round button that leads back to the newest message."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.theme import Theme

_EDGE = 44
_BADGE = 20


class JumpButton(QAbstractButton):
    """Floats over the conversation, with how many unseen messages lie below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        self._shown: object = None
        self._pixels = QPixmap()
        self.setFixedSize(QSize(_EDGE, _EDGE + _BADGE // 2))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_count(0)
        theme.changed.connect(self.update)

    def set_count(self, count: int) -> None:
        """Shows how many messages lie below; none shows no number."""
        self._count = count
        name = self.tr("Jump to latest")
        self.setAccessibleName(
            translate("JumpButton", "{name}, %Ln unread", "", count).format(name=name) if count else name
        )
        self.setToolTip(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shows what was painted; it is asked for in each frame while the rows under it scroll."""
        shown = (self._theme.colours, self._count, self.hasFocus(), self.underMouse(), self.devicePixelRatioF())
        if shown != self._shown:
            self._shown, self._pixels = shown, self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixels)
        painter.end()

    def _painted(self) -> QPixmap:
        """Disc, arrow and count."""
        ratio = self.devicePixelRatioF()
        pixels = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        colours = self._theme.colours
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(3, _BADGE / 2 + 2, _EDGE - 6, _EDGE - 6)
        painter.setPen(QPen(colours.accent if self.hasFocus() else colours.line, 1.5 if self.hasFocus() else 1))
        painter.setBrush(colours.hover if self.underMouse() else colours.window)
        painter.drawEllipse(disc)
        arrow = QRectF(0, 0, 20, 20)
        arrow.moveCenter(disc.center())
        draw_icon(painter, "down", arrow, colours.text_faint)
        if self._count:
            self._paint_badge(painter, colours.accent, colours.text_on_accent)
        painter.end()
        return pixels

    def _paint_badge(self, painter: QPainter, ground: QColor, text: QColor) -> None:
        words = str(self._count) if self._count < 100 else "99+"
        font = QFont(self.font())
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        width = max(_BADGE, painter.fontMetrics().horizontalAdvance(words) + 10)
        badge = QRectF((_EDGE - width) / 2, 0, width, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(badge, _BADGE / 2, _BADGE / 2)
        painter.setPen(text)
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), words)
