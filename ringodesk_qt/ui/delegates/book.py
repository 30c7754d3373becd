"""Which class draws which kind of row, and the rows laid out so far."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QSize

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Kind, Message
from ringodesk_qt.ui.delegates.bubble import BubbleRow, LaidRow
from ringodesk_qt.ui.delegates.call import CallRow
from ringodesk_qt.ui.delegates.emoji import emoji_count
from ringodesk_qt.ui.delegates.file import FileRow
from ringodesk_qt.ui.delegates.gap_line import GapLine
from ringodesk_qt.ui.delegates.look import Look
from ringodesk_qt.ui.delegates.notice import NoticeRow
from ringodesk_qt.ui.delegates.picture import PictureRow, has_something_to_see
from ringodesk_qt.ui.delegates.text import EmojiRow, TextRow
from ringodesk_qt.ui.delegates.typing_dots import TypingDots
from ringodesk_qt.ui.models.message_rows import GapRow, Row, TypingRow
from ringodesk_qt.ui.thumbnails import Thumbnails

CAPACITY = 300


def row_class(message: Message, thumbnails: Thumbnails) -> type[BubbleRow]:
    """The class that draws this message."""
    if message.is_deleted or message.kind is Kind.UNSUPPORTED:
        return NoticeRow
    if message.kind is Kind.CALL:
        return CallRow
    if message.kind is Kind.FILE:
        return _file_class(message, thumbnails)
    return EmojiRow if emoji_count(message.text) else TextRow


def _file_class(message: Message, thumbnails: Thumbnails) -> type[BubbleRow]:
    file = message.attachment
    if file is None or not file.is_picture or not file.path or thumbnails.is_broken(file.path):
        return FileRow
    own_size = thumbnails.full_size(file.path) or QSize(file.width_px, file.height_px)
    return PictureRow if own_size.isEmpty() or has_something_to_see(own_size) else FileRow


def _laid(row: Row, look: Look) -> LaidRow:
    if isinstance(row, TypingRow):
        return TypingDots(look)
    if isinstance(row, GapRow):
        return GapLine(row, look)
    return row_class(row.message, look.thumbnails)(row, look)


class RowBook:
    """Laid-out rows by key, the least recently used forgotten first; laid out anew when the row or the look changed."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._laid: OrderedDict[LocalId, tuple[Row, Look, LaidRow]] = OrderedDict()

    def laid(self, row: Row, look: Look) -> LaidRow:
        """The row laid out for this look."""
        entry = self._laid.get(row.key)
        if entry is not None and (entry[0] is row or entry[0] == row):
            if entry[1] is not look and entry[2].take_look(look):
                entry = self._laid[row.key] = (row, look, entry[2])
            if entry[1] is look:
                self._laid.move_to_end(row.key)
                return entry[2]
        laid = _laid(row, look)
        self._laid[row.key] = (row, look, laid)
        self._laid.move_to_end(row.key)
        if len(self._laid) > self._capacity:
            self._laid.popitem(last=False)
        return laid

    def holds(self, row: Row, look: Look) -> bool:
        """Whether this very row is laid out for this look."""
        entry = self._laid.get(row.key)
        return entry is not None and entry[0] is row and entry[1] is look

    @property
    def rows(self) -> list[LaidRow]:
        """All that are kept."""
        return [laid for _row, _look, laid in self._laid.values()]

    def forget(self, key: LocalId) -> None:
        """Has a row laid out anew the next time (its picture's size came)."""
        self._laid.pop(key, None)

    def clear(self) -> None:
        """Forgets all."""
        self._laid.clear()

    def __len__(self) -> int:
        return len(self._laid)
