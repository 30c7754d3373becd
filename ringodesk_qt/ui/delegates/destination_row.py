"""Paints a chat or a contact in the lists one goes somewhere from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.ui.avatar import draw_avatar
from ringodesk_qt.ui.delegates.card import has_keyboard, paint_card
from ringodesk_qt.ui.delegates.two_lines import TwoLines, taller_by
from ringodesk_qt.ui.literal_text import without_direction
from ringodesk_qt.ui.models.chat_rows import is_muted
from ringodesk_qt.ui.models.destinations import Destination, DestinationItemRole
from ringodesk_qt.ui.theme import Theme

_ROW_HEIGHT = 52
_AVATAR = 36
_BADGE = 20


def destination_row_height(font: QFont) -> int:
    """How tall every row is with text of this size."""
    return _ROW_HEIGHT + taller_by(font)


class DestinationRowDelegate(QStyledItemDelegate):
    """Avatar, name, extension and presence, what was looked for marked; the unread count of a chat."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height."""
        return QSize(160, destination_row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints the row."""
        one = index.data(DestinationItemRole.DESTINATION)
        if not isinstance(one, Destination):
            return
        words = index.data(DestinationItemRole.WORDS) or ()
        row: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._paint_ground(painter, option, row)
        avatar = QRect(row.left() + 12, row.top() + (row.height() - _AVATAR) // 2, _AVATAR, _AVATAR)
        turned = QRectF(QStyle.visualRect(direction, row, avatar))
        is_mirrored = direction == Qt.LayoutDirection.RightToLeft
        draw_avatar(painter, turned, one.contact, self._theme.colours, ground, is_mirrored=is_mirrored)
        text = QRect(avatar.right() + 13, row.top(), row.right() - avatar.right() - 24, row.height())
        if one.chat is not None and one.chat.unread:
            text.setRight(self._paint_badge(painter, option, one.chat, text) - 8)
        lines = TwoLines(without_direction(one.contact.label), one.words, words, searched=len(one.extension))
        lines.draw(painter, option, text, self._theme.colours)
        painter.restore()

    def _paint_badge(self, painter: QPainter, option: QStyleOptionViewItem, chat: Chat, text: QRect) -> int:
        """The unread count in the middle of the end; returns where it begins."""
        colours = self._theme.colours
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.86)
        font.setWeight(QFont.Weight.DemiBold)
        words = str(chat.unread) if chat.unread < 1000 else "999+"
        width = max(_BADGE, QFontMetrics(font).horizontalAdvance(words) + 12)
        badge = QRect(text.right() - width, option.rect.center().y() - _BADGE // 2, width, _BADGE)
        turned = QRectF(QStyle.visualRect(option.direction, option.rect, badge))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.muted_badge if is_muted(chat) else colours.accent)
        painter.drawRoundedRect(turned, _BADGE / 2, _BADGE / 2)
        painter.setFont(font)
        painter.setPen(colours.text_on_accent)
        painter.drawText(turned, int(Qt.AlignmentFlag.AlignCenter), words)
        return badge.left()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: QRect) -> QColor:
        card, has_ring = QRectF(row).adjusted(2, 1, -2, -1), has_keyboard(option.state)
        return paint_card(painter, card, option.state, self._theme.colours, has_ring=has_ring, radius=8)
