"""The row above the chats that leads to the archived ones, and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.theme import Theme

_HEIGHT = 40
_ICON = 20


class ArchiveRow(QAbstractButton):
    """ "Archived (3)" over the chats, "Back to the chats" over the archive."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_back = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_count(self, count: int, *, is_back: bool) -> None:
        """Says how many are archived, or that it leads back."""
        self._is_back = is_back
        self.setText(self.tr("Back to the chats") if is_back else self.tr("Archived ({count})").format(count=count))
        self.setAccessibleName(self.text())
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
        words = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(72, 0, self.width() - 88, self.height()))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colours.text_faint)
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(words, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), self.text())
        painter.end()
