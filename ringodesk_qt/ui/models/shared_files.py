"""The files and pictures of a chat, newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.models.message_rows import shown_name, size_words
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.models.time_words import day_words

Index = QModelIndex | QPersistentModelIndex
PAGE_ROWS = 50


class FileReader(Protocol):
    """The desk's reading verb that the list uses."""

    async def files(
        self, chat_id: ChatId, *, before: tuple[int, LocalId] | None = None, limit: int = 50
    ) -> list[Message]:
        """The newest messages with a file (before a (position, id)), newest first."""
        ...


class FileItemRole(IntEnum):
    """What the model tells of a row beside the standard roles."""

    MESSAGE = Qt.ItemDataRole.UserRole + 1


def file_words(message: Message) -> str:
    """Whose it is, how large and of which day."""
    size = size_words(message.attachment.size_bytes) if message.attachment is not None else ""
    day = day_words(message.at.astimezone().date(), date.today())  # noqa: DTZ011 - the day on the user's wall
    return " · ".join(word for word in (translate("Message", "You") if message.is_outgoing else "", size, day) if word)


class SharedFilesModel(QAbstractListModel):
    """Messages that bring a file; what came for a chat that is no longer shown is thrown away."""

    filled = Signal()

    def __init__(self, desk: FileReader, operations: WorkRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._chat_id: ChatId | None = None
        self._rows: list[Message] = []
        self._has_more = False
        self._is_reading = False

    def show_chat(self, chat_id: ChatId | None) -> None:
        """Shows the files of a chat, or none."""
        self._chat_id = chat_id
        self._take_over([])
        self.refresh()

    def refresh(self) -> None:
        """Reads the newest page again: something has changed."""
        chat_id = self._chat_id
        if chat_id is not None:
            self._operations.run(
                self, self._desk.files(chat_id, limit=PAGE_ROWS), on_done=lambda found: self._show_first(chat_id, found)
            )

    def message_at(self, row: int) -> Message | None:
        """The message of a row, or None."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Files known so far."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The file's name; words for a screen reader; the Message."""
        message = self.message_at(index.row()) if index.isValid() else None
        if message is None or message.attachment is None:
            return None
        name = shown_name(message.attachment.name)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {file_words(message)}"
        return message if role == FileItemRole.MESSAGE else None

    def canFetchMore(self, _parent: Index) -> bool:
        """Whether older ones may be there."""
        return self._has_more and not self._is_reading

    def fetchMore(self, _parent: Index) -> None:
        """Reads a further page, in the background."""
        chat_id, last = self._chat_id, self._rows[-1] if self._rows else None
        if chat_id is None or last is None or not self._has_more:
            return
        self._is_reading = True
        self._operations.run(
            self,
            self._desk.files(chat_id, before=(last.position, last.id), limit=PAGE_ROWS),
            on_done=lambda found: self._append(last, found),
        )

    def _show_first(self, chat_id: ChatId, found: Sequence[Message]) -> None:
        if chat_id == self._chat_id:
            self._take_over(found)
            self.filled.emit()

    def _take_over(self, found: Sequence[Message]) -> None:
        if list(found) != self._rows:
            self.beginResetModel()
            self._rows = list(found)
            self.endResetModel()
        self._has_more, self._is_reading = len(found) == PAGE_ROWS, False

    def _append(self, last: Message, found: Sequence[Message]) -> None:
        self._is_reading = False
        if not self._rows or self._rows[-1] is not last:
            return  # they were read anew meanwhile
        self._has_more = len(found) == PAGE_ROWS
        if found:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(found) - 1)
            self._rows += found
            self.endInsertRows()
