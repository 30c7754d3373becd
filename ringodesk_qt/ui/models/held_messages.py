"""The rows of a chat that are held in memory: what they are, what is told of them, and how they come and go."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.gap import Gaps
from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Message, State
from ringodesk_qt.ui.models.gap_rows import ChatGaps, gap_hint
from ringodesk_qt.ui.models.message_pages import Beyond, Place, order
from ringodesk_qt.ui.models.message_roles import MessageItemRole, message_data
from ringodesk_qt.ui.models.message_rows import (
    GAP_KEY,
    GapRow,
    MessageRow,
    Row,
    TailRow,
    accessible_description,
    accessible_text,
    message_row,
)

Index = QModelIndex | QPersistentModelIndex


class HeldMessages(QAbstractListModel):
    """Messages that follow each other in one chat, oldest first, and what stands after the newest one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._troubles: dict[LocalId, str] = {}  # of every chat: they are there again when it is opened again
        self._clear(None)

    def _clear(self, chat: Chat | None) -> None:
        self._chat = chat
        self._messages: list[Message] = []
        self._rows: list[MessageRow | None] = []
        self._row_of: dict[LocalId, int] | None = None
        self._tail: list[TailRow] = []
        self._gaps_read = Gaps()
        self._gaps = ChatGaps(self._gaps_read)
        self._first_unread: LocalId | None = None
        self._read_until = chat.read_position if chat is not None and chat.unread else None
        self._progress: dict[LocalId, tuple[int, int]] = {}
        self._unloaded_new = 0
        self._has_older = False
        self._has_newer = False
        self._beyond = Beyond()

    # ---- what is shown

    @property
    def chat(self) -> Chat | None:
        """The chat that is open, or None."""
        return self._chat

    @property
    def has_newer(self) -> bool:
        """Whether the chat goes on after the last row held."""
        return self._has_newer

    @property
    def has_older(self) -> bool:
        """Whether the chat goes back before the first row held."""
        return self._has_older

    @property
    def beyond(self) -> Beyond:
        """How many messages the chat has before the first row held and after the last one."""
        return self._beyond

    @property
    def message_count(self) -> int:
        """How many messages are held; the rows after them are no messages."""
        return len(self._messages)

    @property
    def first_unread_row(self) -> int | None:
        """The row that was the first unread when the chat was opened, or None."""
        return self.row_of(self._first_unread) if self._first_unread is not None else None

    def row(self, index: int) -> Row:
        """A row by its number; the same object as long as nothing about it changes."""
        if index >= len(self._messages):
            return self._tail[index - len(self._messages)]
        row = self._rows[index]
        if row is None:
            row = message_row(self._messages, index, self._first_unread, self._gaps)
            if row.key in self._troubles:
                row = replace(row, trouble=self._troubles[row.key])
            self._rows[index] = row
        return row

    def key(self, index: int) -> LocalId:
        """What a row is known by while others come and go."""
        return self.row(index).key if index >= len(self._messages) else self._messages[index].id

    def row_of(self, key: LocalId) -> int | None:
        """The number of the row with this key, or None."""
        if key < 0:
            place = self._tail_place(key)
            return None if place is None else len(self._messages) + place
        if self._row_of is None:
            self._row_of = {message.id: number for number, message in enumerate(self._messages)}
        return self._row_of.get(key)

    def row_near(self, place: Place) -> int | None:
        """The row of the message at a place, or of the next one where it is gone; None where no message is held."""
        row = bisect_left(self._messages, place, key=order)
        return min(row, len(self._messages) - 1) if self._messages else None

    def holds(self, place: Place) -> bool:
        """Whether what stands before a place and after it is held, as far as there is anything."""
        is_after_first = not self._has_older or (bool(self._messages) and order(self._messages[0]) <= place)
        return is_after_first and (not self._has_newer or order(self._messages[-1]) > place)

    def last_position(self, index: int) -> int:
        """The position of a row's message, or of the last one before a row that has none; 0 without any."""
        return self._messages[min(index, len(self._messages) - 1)].position if self._messages else 0

    def message(self, message_id: LocalId) -> Message | None:
        """A message that is held, or None."""
        row = self.row_of(message_id) if message_id > 0 else None
        return self._messages[row] if row is not None else None

    def messages_between(self, first: int, last: int) -> list[Message]:
        """The messages of these rows, of which the rows themselves need not be known yet."""
        return self._messages[first : last + 1]

    def rows_showing(self, path: str) -> list[int]:
        """The rows whose file lies there."""
        return [
            number
            for number, message in enumerate(self._messages)
            if message.attachment is not None and message.attachment.path == path
        ]

    def progress(self, message_id: LocalId) -> tuple[int, int] | None:
        """(sent, total) bytes of an upload under way, or None."""
        return self._progress.get(message_id)

    def is_fetching(self, message_id: LocalId) -> bool:
        """Whether a file of theirs is on its way here."""
        message = self.message(message_id)
        file = message.attachment if message is not None and not message.is_outgoing else None
        # It may be known that the file is here a moment before it is that nothing is on its way any more.
        return file is not None and not file.path and message_id in self._progress

    def incoming_after(self, position: int) -> int:
        """How many of their messages stand after a position, with those known of and not held."""
        start = bisect_left(self._messages, (position + 1, LocalId(0)), key=order)
        return sum(not message.is_outgoing for message in self._messages[start:]) + self._unloaded_new

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Messages held, and those after the newest one: a gap since, and that they type."""
        return 0 if parent.isValid() else len(self._messages) + len(self._tail)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The standard texts, and the roles of `MessageItemRole`."""
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        row = self.row(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return accessible_text(row, self._chat.title if self._chat else "")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return accessible_description(row)
        if isinstance(row, MessageRow):
            return message_data(row, role, self._progress.get(row.key))
        if role == Qt.ItemDataRole.DisplayRole:
            return accessible_text(row, "")
        return gap_hint() if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, GapRow) else None

    # ---- what changes about a row

    def _find_first_unread(self) -> None:
        """The line above what was unread when the chat was opened, as soon as its place is among the rows held."""
        if self._first_unread is not None or self._read_until is None:
            return
        row = bisect_left(self._messages, (self._read_until + 1, LocalId(0)), key=order)
        is_known = row > 0 or not self._has_older
        unread = (one for one in self._messages[row:] if not one.is_outgoing)
        first = next(unread, None) if is_known else None
        if first is not None:
            self._first_unread = first.id
            at = self._messages.index(first)
            self._touch(at, at)

    def set_progress(self, message_id: LocalId, sent_bytes: int, total_bytes: int) -> None:
        """How much of an upload has left; the row is painted anew, not measured."""
        if sent_bytes >= total_bytes and not self._is_upload(message_id):
            self._progress.pop(message_id, None)
        else:
            self._progress[message_id] = (sent_bytes, total_bytes)
        row = self.row_of(message_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [int(MessageItemRole.PROGRESS)])

    def _is_upload(self, message_id: LocalId) -> bool:
        """Whether it is a file of ours that is on its way: when all of it has left, its answer is still missing."""
        message = self.message(message_id)
        return message is not None and message.is_outgoing and message.state in {State.QUEUED, State.SENDING}

    def set_trouble(self, message_id: LocalId, sentence: str) -> None:
        """Why the message's file could not be fetched; empty once it is tried again."""
        self._troubles.pop(message_id, None)
        if sentence:
            self._troubles[message_id] = sentence
        row = self.row_of(message_id)
        if row is not None:
            self._touch(row, row)

    # ---- what stands after the newest message

    def _gap_after_newest(self) -> GapRow | None:
        span = self._gaps.between(self._messages[-1], None) if self._messages and not self._has_newer else None
        return GapRow(span) if span is not None else None

    def _tail_place(self, key: LocalId) -> int | None:
        return next((place for place, row in enumerate(self._tail) if row.key == key), None)

    def _show_tail(self, key: LocalId, row: TailRow | None) -> None:
        """Shows a row after the newest message, in place of the one with its key, or none any more."""
        place = self._tail_place(key)
        at = len(self._messages) + (place or 0)
        if place is not None and row is not None:
            if self._tail[place] != row:
                self._tail[place] = row
                self.dataChanged.emit(self.index(at), self.index(at))
        elif place is not None:
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._tail[place]
            self.endRemoveRows()
        elif row is not None:
            new_place = 0 if key == GAP_KEY else len(self._tail)
            self.beginInsertRows(QModelIndex(), len(self._messages) + new_place, len(self._messages) + new_place)
            self._tail.insert(new_place, row)
            self.endInsertRows()

    # ---- rows come and go

    def _insert(self, at: int, messages: list[Message]) -> None:
        if not messages:
            return
        self.beginInsertRows(QModelIndex(), at, at + len(messages) - 1)
        self._messages[at:at] = messages
        self._rows[at:at] = [None] * len(messages)
        self._row_of = None
        self._forget_neighbours(at, at + len(messages) - 1)
        self.endInsertRows()
        for neighbour in (at - 1, at + len(messages)):
            self._tell_neighbours(neighbour, neighbour)

    def _remove(self, at: int, count: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at + count - 1)
        del self._messages[at : at + count]
        del self._rows[at : at + count]
        self._row_of = None
        self._forget_neighbours(at, at - 1)
        self.endRemoveRows()
        self._tell_neighbours(at - 1, at)

    def _touch(self, first: int, last: int) -> None:
        self._forget_neighbours(first, last)
        self._tell_neighbours(first - 1, last + 1)

    def _forget_neighbours(self, first: int, last: int) -> None:
        """What stands beside a change may belong to another group now."""
        for row in range(max(0, first - 1), min(len(self._rows), last + 2)):
            self._rows[row] = None

    def _tell_neighbours(self, first: int, last: int) -> None:
        first, last = max(0, first), min(len(self._messages) - 1, last)
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))
