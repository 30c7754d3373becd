"""The row above the chats that leads to the archived ones, and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.theme import Theme

_HEIGHT = 40
_ICON = 20
_BADGE = 20
_END = 16


class ArchiveRow(QAbstractButton):
    """ "Archived (3)" over the chats, "Back to the chats" over the archive."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_back = False
        self._unread = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_count(self, count: int, unread: int, *, is_back: bool) -> None:
        """Says how many are archived and how many of these unread, or that it leads back."""
        self._is_back = is_back
        self._unread = 0 if is_back else unread
        self.setText(self.tr("Back to the chats") if is_back else translate("ArchiveRow", "Archived (%Ln)", "", count))
        said = translate("ArchiveRow", "%Ln unread", "", self._unread) if self._unread else ""
        self.setAccessibleName(", ".join(filter(None, (self.text(), said))))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the list."""
        return QSize(160, max(_HEIGHT, self.fontMetrics().height() + 16))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lights up."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Goes out."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints it like a row of the list, lower and quieter."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(6, 1, -6, -1)
        painter.setPen(QPen(colours.accent, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colours.hover if self.underMouse() or self.isDown() else colours.window)
        painter.drawRoundedRect(card, 10, 10)
        icon = QRect(28, (self.height() - _ICON) // 2, _ICON, _ICON)
        name = "back" if self._is_back else "archive"
        turned = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), icon))
        draw_icon(painter, name, turned, colours.text_faint, is_mirrored=self._is_back and self.isRightToLeft())
        room = self._paint_unread(painter) if self._unread else self.width() - 16
        words = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(72, 0, room - 72, self.height()))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colours.text_faint)
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(words, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), self.text())
        painter.end()

    def _paint_unread(self, painter: QPainter) -> int:
        """How many chats in there are unread, as quiet as those of chats that are muted; returns where it begins."""
        words = str(self._unread) if self._unread < 1000 else "999+"
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.86)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        height = max(_BADGE, metrics.height() + 2)
        width = max(height, metrics.horizontalAdvance(words) + 12)
        left = self.width() - _END - width
        badge = QRect(left, (self.height() - height) // 2, width, height)
        turned = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), badge))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.muted_badge)
        painter.drawRoundedRect(turned, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(self._theme.colours.text_on_accent)
        painter.drawText(turned, int(Qt.AlignmentFlag.AlignCenter), words)
        return left - 8
