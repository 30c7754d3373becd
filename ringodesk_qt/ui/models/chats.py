"""The chat list's model: the chats that are not archived, or those that are, pinned first, newest first.

With a filter it holds every chat that fits it, archived or not, the newest first.

A changed chat is moved to its place, never by a reset: selection and scroll position stay.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Protocol

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from ringodesk_qt.core.folding import folded, folded_words, narrows
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.ui.models.chat_rows import ChatLine, chat_line, is_muted, row_words

if TYPE_CHECKING:  # the first paint of the chats does without the conversation's model
    from ringodesk_qt.ui.models.chat_notes import ChatNotes
    from ringodesk_qt.ui.models.messages import WorkRunner

Index = QModelIndex | QPersistentModelIndex
Key = tuple[bool, float, int]
Placed = tuple[Key, Chat]
FOLDED_AT_ONCE = 100
PREPARE_MS = 1500
"""After all chats are read, until the filter is prepared: the start comes first."""
Order = Callable[[Chat], Key]


class ChatReader(Protocol):
    """The desk's reading verbs that the list uses."""

    async def chats(self) -> list[Chat]:
        """Every chat."""
        ...

    async def chats_by_id(self, chat_ids: Sequence[ChatId]) -> list[Chat]:
        """Those that exist."""
        ...


class ChatItemRole(IntEnum):
    """What the model tells of a row beside the standard roles."""

    SHOWN = Qt.ItemDataRole.UserRole + 1
    """All that is painted of it, a ShownChat: to ask for each part takes longer than to paint it."""


class ShownChat(msgspec.Struct, frozen=True):
    """A row: the chat, its second line, the folded words of the filter, to be marked where they stand, and of which
    identity it is, where one would ask."""

    chat: Chat
    line: ChatLine
    words: tuple[str, ...] = ()
    note: str = ""


def sort_key(chat: Chat) -> Key:
    """Ascending in the list's order. A chat without messages is one that was just begun: it stands first."""
    at = chat.last.at.timestamp() if chat.last is not None else float("inf")
    return (not chat.is_pinned, -at, -int(chat.id))


def _is_unread(chat: Chat) -> bool:
    return bool(chat.unread) or chat.is_marked_unread


def found_key(chat: Chat) -> Key:
    """The order of what a filter found: the newest first, pinned or not."""
    return (False, *sort_key(chat)[1:])


class ChatsModel(QAbstractListModel):
    """The chats that pass the filter, in order."""

    open_chat_gone = Signal()
    """The chat that is open was removed, with its account."""
    chat_changed = Signal(object)
    """A Chat that is another now, shown or not; when all are read anew, the one that is open alone."""
    loaded = Signal()
    archive_changed = Signal()
    """Another number of chats is archived, or of them unread, or the archive is shown or not."""

    _desk: ChatReader
    _operations: WorkRunner

    def __init__(
        self, desk: ChatReader | None = None, operations: WorkRunner | None = None, parent: QObject | None = None
    ) -> None:
        """Without a desk it can only be shown, until `serve` names one."""
        super().__init__(parent)
        if desk is not None and operations is not None:
            self.serve(desk, operations)
        self._chats: dict[ChatId, Chat] = {}
        self._rows: list[Chat] = []
        self._keys: list[Key] = []
        self._typing: set[ChatId] = set()
        self._orders: dict[Order, list[Placed]] = {}
        self._notes: ChatNotes | None = None
        self._folds: dict[ChatId, tuple[Chat, str]] = {}
        self._unfolded: list[ChatId] = []
        self._folding = QTimer(self)
        self._folding.timeout.connect(self._on_folding_timeout)
        self._preparing = QTimer(self, singleShot=True, interval=PREPARE_MS)
        self._preparing.timeout.connect(self.prepare_filter)
        self._archived: set[ChatId] = set()
        self._archived_unread: set[ChatId] = set()
        self._words: tuple[str, ...] = ()
        self._shows_archive = False
        self._open_id: ChatId | None = None

    # ---- what is shown

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Chats that pass the filter."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, words for a screen reader, and the roles of `ChatItemRole`."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        chat = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return chat.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row_words(chat, self._line(chat), self._note(chat))
            case ChatItemRole.SHOWN:
                return ShownChat(chat, self._line(chat), self._words, self._note(chat))
        return None

    def _note(self, chat: Chat) -> str:
        if not chat.note:
            return ""
        if self._notes is None:
            from ringodesk_qt.ui.models.chat_notes import ChatNotes  # noqa: PLC0415 - most have one identity

            self._notes = ChatNotes(self._chats.values())
        return self._notes.of(chat)

    def _line(self, chat: Chat) -> ChatLine:
        return chat_line(chat, is_typing=chat.id in self._typing, is_open=chat.id == self._open_id)

    def chat(self, chat_id: ChatId) -> Chat | None:
        """A chat that is known, shown or not."""
        return self._chats.get(chat_id)

    def chat_at(self, row: int) -> Chat | None:
        """The chat of a row, or None where there is no such row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, chat_id: ChatId) -> int | None:
        """The row of a chat, or None if it is not shown."""
        chat = self._chats.get(chat_id)
        if chat is None:
            return None
        row = bisect_left(self._keys, self._key(chat))
        return row if row < len(self._rows) and self._rows[row].id == chat_id else None

    @property
    def typing(self) -> tuple[ChatId, ...]:
        """The chats whose contacts type."""
        return tuple(self._typing)

    def is_typing(self, chat_id: ChatId) -> bool:
        """Whether the chat's contact types."""
        return chat_id in self._typing

    @property
    def is_filtered(self) -> bool:
        """Whether a filter is set."""
        return bool(self._words)

    @property
    def archived_count(self) -> int:
        """How many chats are archived."""
        return len(self._archived)

    @property
    def archived_unread_count(self) -> int:
        """How many of the archived chats have something unread, or are marked so, as far as they are read."""
        return len(self._archived_unread)

    @property
    def shows_archive(self) -> bool:
        """Whether the rows are the archived chats."""
        return self._shows_archive

    def by_time(self) -> list[Chat]:
        """Every chat, archived or not, shown or not, the newest first."""
        return [chat for _key, chat in self._ordered(found_key)]

    @property
    def total(self) -> int:
        """How many chats there are, shown or not."""
        return len(self._chats)

    # ---- changes

    def serve(self, desk: ChatReader, operations: WorkRunner) -> None:
        """Names what reads the chats from now on."""
        self._desk = desk
        self._operations = operations

    def show_first(self, chats: Iterable[Chat], archived: Iterable[ChatId] = ()) -> None:
        """Shows the chats that the first screen has room for, and says which are archived; `load` brings the rest."""
        self._know({chat.id: chat for chat in chats})
        self._archived = set(archived)
        self._refill()
        self.archive_changed.emit()

    async def load(self) -> None:
        """Reads every chat anew. Raises StoreError."""
        chats = await self._desk.chats()
        kept = [chat for chat in self._chats.values() if chat.id == self._open_id]
        wanted = {chat.id: chat for chat in (*kept, *chats)}
        if not self._append(wanted):
            self._know(wanted)
            self._refill()
        self._count_archived()
        self._preparing.start()
        self.loaded.emit()

    def _append(self, wanted: dict[ChatId, Chat]) -> bool:
        """Where the rows that are shown are the first of those that are wanted, as after a start, the rest comes below
        them, and neither selection nor scroll position is touched. Returns whether that was so."""
        shown, former = len(self._rows), self._chats
        self._know(wanted)
        placed = self._fitting(self._ordered(self._key))
        if not shown or [chat for _key, chat in placed[:shown]] != self._rows:
            self._know(former)
            return False
        if len(placed) > shown:
            self.beginInsertRows(QModelIndex(), shown, len(placed) - 1)
            self._show(placed)
            self.endInsertRows()
        return True

    def set_filter(self, text: str) -> None:
        """Shows only the chats whose name, extension or last line holds each of the words, whatever their accents."""
        words = folded_words(text)
        if words != self._words:
            former, self._words = self._words, words
            self._refill(list(zip(self._keys, self._rows, strict=True)) if narrows(words, former) else None)

    def prepare_filter(self) -> None:
        """Works out what the filter looks at, a few chats at a time, so that the first key need not."""
        self._unfolded = list(self._chats)
        self._folding.start()

    def _on_folding_timeout(self) -> None:
        part, self._unfolded = self._unfolded[:FOLDED_AT_ONCE], self._unfolded[FOLDED_AT_ONCE:]
        for chat_id in part:
            if chat_id in self._chats:
                self._folded(self._chats[chat_id])
        if not self._unfolded:
            self._folding.stop()

    def set_archive(self, is_shown: bool) -> None:
        """Shows the archived chats in place of the others, or those again."""
        if is_shown is not self._shows_archive:
            self._shows_archive = is_shown
            self._refill()
            self.archive_changed.emit()

    def set_open(self, chat_id: ChatId | None) -> None:
        """Says which chat's conversation is open; one that was begun and has nothing in it goes from the list."""
        former, self._open_id = self._open_id, chat_id
        for changed in (former, chat_id):
            if changed is not None:
                self._touch(changed)
        left = self._chats.get(former) if former is not None and former != chat_id else None
        if left is not None and left.last is None and not left.draft:
            self._operations.run(self, self._desk.chats_by_id([left.id]), on_done=self._drop_empty)

    def put(self, chat: Chat) -> None:
        """Takes over a chat, new or changed, and brings its row to its place."""
        former = self._chats.get(chat.id)
        old_row = self.row_of(chat.id)
        self._chats[chat.id] = chat
        self._orders.clear()
        if former is None or (former.title, former.note) != (chat.title, chat.note):
            self._notes = None
        self._note_archived(chat)
        self._place(chat, old_row)
        if chat != former or (chat.muted_until is not None and not is_muted(chat)):  # a mute ends without a trace
            self.chat_changed.emit(chat)

    def set_typing(self, chat_id: ChatId, is_typing: bool) -> None:
        """Notes that a contact types, or does no more."""
        (self._typing.add if is_typing else self._typing.discard)(chat_id)
        self._touch(chat_id)

    def on_chats_changed(self, chat_ids: Iterable[ChatId]) -> None:
        """Reads these chats again."""
        wanted = list(chat_ids)
        if wanted:
            self._operations.run(
                self, self._desk.chats_by_id(wanted), on_done=lambda chats: self._take_in(wanted, chats)
            )

    def reload(self) -> None:
        """Reads every chat again in the background: names and states of contacts have changed."""
        self._operations.run(self, self._desk.chats(), on_done=self._take_over)

    def _take_in(self, wanted: list[ChatId], chats: list[Chat]) -> None:
        self._put_all(chats)
        for chat_id in set(wanted) - {chat.id for chat in chats}:
            self._forget(chat_id)
            if chat_id == self._open_id:
                self.open_chat_gone.emit()

    def _put_all(self, chats: list[Chat]) -> None:
        if len(chats) > 100:
            self._take_over(chats)
            return
        for chat in chats:
            self.put(chat)

    def _take_over(self, chats: list[Chat]) -> None:
        """Many at once: sorted anew as one change of layout, which keeps selection and place."""
        changed = [chat for chat in chats if chat != self._chats.get(chat.id)]
        self.layoutAboutToBeChanged.emit()
        former = {index: self._rows[index.row()].id for index in self.persistentIndexList()}
        self._know(self._chats | {chat.id: chat for chat in changed})
        self._show(self._fitting(self._ordered(self._key)))
        for index, chat_id in former.items():
            row = self.row_of(chat_id)
            self.changePersistentIndex(index, self.index(row) if row is not None else QModelIndex())
        self.layoutChanged.emit()
        self._count_archived()
        for chat in changed:
            if chat.id == self._open_id:
                self.chat_changed.emit(chat)

    def _drop_empty(self, chats: list[Chat]) -> None:
        for chat in chats:
            if chat.last is None and not chat.draft and chat.id != self._open_id:
                self._forget(chat.id)

    def _forget(self, chat_id: ChatId) -> None:
        row = self.row_of(chat_id)
        self._chats.pop(chat_id, None)
        self._folds.pop(chat_id, None)
        self._orders.clear()
        self._notes = None
        if row is not None:
            self._remove(row)

    def _touch(self, chat_id: ChatId) -> None:
        row = self.row_of(chat_id)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    # ---- rows

    def _passes(self, chat: Chat) -> bool:
        if not self._words:
            return chat.is_archived is self._shows_archive
        text = self._folded(chat)
        for word in self._words:  # noqa: SIM110 - a generator would take as long as all the rest
            if word not in text:
                return False
        return True

    def _folded(self, chat: Chat) -> str:
        """What the filter looks at, worked out once for each state of a chat."""
        kept = self._folds.get(chat.id)
        if kept is not None and kept[0] is chat:
            return kept[1]
        text = folded(f"{chat.title}\n{chat.contact.extension}\n{chat.last.text if chat.last else ''}")
        self._folds[chat.id] = (chat, text)
        return text

    @property
    def _key(self) -> Order:
        return found_key if self._words else sort_key

    def _know(self, chats: dict[ChatId, Chat]) -> None:
        self._chats = chats
        self._orders.clear()
        self._notes = None

    def _ordered(self, order: Order) -> list[Placed]:
        """Every chat in an order, sorted once for each state of the chats: not at each key."""
        placed = self._orders.get(order)
        if placed is None:
            placed = self._orders[order] = sorted((order(chat), chat) for chat in self._chats.values())
        return placed

    def _fitting(self, candidates: list[Placed]) -> list[Placed]:
        return [one for one in candidates if self._passes(one[1])]

    def _show(self, placed: list[Placed]) -> None:
        self._rows = [chat for _key, chat in placed]
        self._keys = [key for key, _chat in placed]

    def _refill(self, candidates: list[Placed] | None = None) -> None:
        """Shows what fits anew; of the candidates alone, where it is known that no other can."""
        self.beginResetModel()
        self._show(self._fitting(self._ordered(self._key) if candidates is None else candidates))
        self.endResetModel()

    def _count_archived(self) -> None:
        archived = {chat.id for chat in self._chats.values() if chat.is_archived}
        unread = {chat_id for chat_id in archived if _is_unread(self._chats[chat_id])}
        if (archived, unread) != (self._archived, self._archived_unread):
            self._archived, self._archived_unread = archived, unread
            self.archive_changed.emit()

    def _note_archived(self, chat: Chat) -> None:
        is_unread = chat.is_archived and _is_unread(chat)
        former = (chat.id in self._archived, chat.id in self._archived_unread)
        if former != (chat.is_archived, is_unread):
            (self._archived.add if chat.is_archived else self._archived.discard)(chat.id)
            (self._archived_unread.add if is_unread else self._archived_unread.discard)(chat.id)
            self.archive_changed.emit()

    def _place(self, chat: Chat, old_row: int | None) -> None:
        if not self._passes(chat):
            if old_row is not None:
                self._remove(old_row)
        elif old_row is None:
            self._insert(chat)
        else:
            self._move(chat, old_row)

    def _insert(self, chat: Chat) -> None:
        key = self._key(chat)
        row = bisect_left(self._keys, key)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, chat)
        self._keys.insert(row, key)
        self.endInsertRows()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row], self._keys[row]
        self.endRemoveRows()

    def _move(self, chat: Chat, old_row: int) -> None:
        key = self._key(chat)
        row = bisect_left(self._keys, key)
        target = row - 1 if row > old_row else row
        if target != old_row:
            # Qt names the place by the rows as they stand before the move
            self.beginMoveRows(QModelIndex(), old_row, old_row, QModelIndex(), row)
        del self._rows[old_row], self._keys[old_row]
        self._rows.insert(target, chat)
        self._keys.insert(target, key)
        if target != old_row:
            self.endMoveRows()
        self.dataChanged.emit(self.index(target), self.index(target))
