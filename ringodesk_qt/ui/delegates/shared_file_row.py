"""Paints a file in the details of a chat."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ringodesk_qt.models.message import Message
from ringodesk_qt.ui.delegates.card import paint_card
from ringodesk_qt.ui.delegates.file_kinds import kind_of
from ringodesk_qt.ui.delegates.kind_tile import paint_kind_tile
from ringodesk_qt.ui.delegates.two_lines import TwoLines, taller_by
from ringodesk_qt.ui.models.message_rows import shown_name
from ringodesk_qt.ui.models.shared_files import FileItemRole, file_words
from ringodesk_qt.ui.theme import Theme

_HEIGHT = 48
_TILE = 32


def shared_file_row_height(font: QFont) -> int:
    """How tall every row is with text of this size."""
    return _HEIGHT + taller_by(font)


class SharedFileRowDelegate(QStyledItemDelegate):
    """A tile with the sign of the kind, the name, and whose, how large and of which day."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height."""
        return QSize(120, shared_file_row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints the row."""
        message = index.data(FileItemRole.MESSAGE)
        if not isinstance(message, Message) or message.attachment is None:
            return
        row: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        tile = QRect(row.left() + 16, row.top() + (row.height() - _TILE) // 2, _TILE, _TILE)
        kind = kind_of(message.attachment)
        paint_kind_tile(painter, QRectF(QStyle.visualRect(option.direction, row, tile)), kind, self._theme.colours)
        text = QRect(tile.right() + 13, row.top(), row.right() - tile.right() - 28, row.height())
        name, elision = shown_name(message.attachment.name), Qt.TextElideMode.ElideMiddle
        TwoLines(name, file_words(message), elision=elision).draw(painter, option, text, self._theme.colours)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state & ~QStyle.StateFlag.State_Selected  # what is chosen here is opened at once
        has_ring = bool(state & QStyle.StateFlag.State_HasFocus)
        card = QRectF(option.rect).adjusted(6, 1, -6, -1)
        paint_card(painter, card, state, self._theme.colours, has_ring=has_ring, radius=8)
