"""Paints a contact in the list a chat is begun from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ringodesk_qt.models.contact import Contact
from ringodesk_qt.ui.avatar import draw_avatar
from ringodesk_qt.ui.literal_text import line_of
from ringodesk_qt.ui.models.contacts import ContactItemRole, contact_words
from ringodesk_qt.ui.theme import Theme

ROW_HEIGHT = 52
_AVATAR = 36


class ContactRowDelegate(QStyledItemDelegate):
    """Avatar, name, extension and state."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height."""
        return QSize(160, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints the row."""
        contact = index.data(ContactItemRole.CONTACT)
        if not isinstance(contact, Contact):
            return
        row: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        font = QFont(option.font)
        colours = self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._paint_ground(painter, option, row)
        avatar = QRect(row.left() + 12, row.top() + (ROW_HEIGHT - _AVATAR) // 2, _AVATAR, _AVATAR)
        turned = QRectF(QStyle.visualRect(direction, row, avatar))
        is_mirrored = direction == Qt.LayoutDirection.RightToLeft
        draw_avatar(painter, turned, contact, colours, ground, is_mirrored=is_mirrored)
        text = QRect(avatar.right() + 13, row.top() + 7, row.right() - avatar.right() - 24, 19)
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text's own
        for words, colour, factor in (
            (contact.label, colours.text, 1.0),
            (contact_words(contact), colours.text_faint, 0.88),
        ):
            small = QFont(font)
            small.setPointSizeF(font.pointSizeF() * factor)
            painter.setFont(small)
            painter.setPen(colour)
            line = QFontMetrics(small).elidedText(line_of(words), Qt.TextElideMode.ElideRight, text.width())
            place = QStyle.visualRect(direction, row, text)
            painter.setClipRect(place)  # marks may be piled up on a letter
            painter.drawText(place, flags | int(Qt.TextFlag.TextSingleLine), line)
            text.translate(0, 19)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: QRect) -> QColor:
        colours = self._theme.colours
        state = option.state
        ground = colours.window
        if state & QStyle.StateFlag.State_Selected:
            ground = colours.accent_soft
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = colours.hover
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(row).adjusted(2, 1, -2, -1), 8, 8)
        return ground
