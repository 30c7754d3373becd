"""What a search has found, newest first: asked for as one types, a page at a time as one scrolls."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from ringodesk_qt.core.search_grammar import is_search
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.models.search import Found
from ringodesk_qt.models.words import Term
from ringodesk_qt.ui.models.found_rows import Snippet, found_words, snippet_of
from ringodesk_qt.ui.models.messages import WorkRunner

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk

Index = QModelIndex | QPersistentModelIndex

PAGE = 50
MOST_LIVE = 500
"""So many rows are looked through again for what can be found only now; of more, what is above and below them."""
LIVE_MS = 1000
"""What comes is looked at no more often than this, however much it is."""
_NOWHERE = QModelIndex()


def _place(message: Message) -> tuple[int, LocalId]:
    return message.position, message.id


def _newest_first(message: Message) -> tuple[int, int]:
    return -message.position, -message.id


class Searcher(Protocol):
    """What is needed of the desk."""

    async def search(self, typed: str, *, before: tuple[int, LocalId] | None = None, limit: int = PAGE) -> Found:
        """A page of what is found."""
        ...

    async def chats_by_id(self, chat_ids: Sequence[ChatId]) -> list[Chat]:
        """Those that exist."""
        ...

    async def messages(self, message_ids: Sequence[LocalId]) -> list[Message]:
        """Those that exist."""
        ...


class FoundRole(IntEnum):
    """What the model tells of a row beside the standard roles."""

    MESSAGE = Qt.ItemDataRole.UserRole + 1
    CHAT = Qt.ItemDataRole.UserRole + 2
    SNIPPET = Qt.ItemDataRole.UserRole + 3
    """The part of the message to show, and what to mark in it."""


class FoundMessages(QAbstractListModel):
    """The messages that were found. Answers to what is not asked any more are thrown away."""

    answered = Signal()
    """Something else is known of what was asked: rows, their end, or the sentence of an error."""

    def __init__(self, desk: Desk | Searcher, operations: WorkRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._typed = ""
        self._asked = 0
        self._is_under_way = False
        self._has_news = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LIVE_MS)
        self._pause.timeout.connect(self._look_at_news)
        self._rows: list[Message] = []
        self._chats: dict[ChatId, Chat] = {}
        self._terms: tuple[Term, ...] = ()
        self._snippets: dict[LocalId, Snippet] = {}
        self._before: tuple[int, LocalId] | None = None
        self._wanted = 0
        self.error = ""
        """Why what was typed is no search."""
        self.is_searching = False
        self.percent = 100
        """How much of the history can be found yet."""

    # ---- what is looked for

    @property
    def is_asked(self) -> bool:
        """Whether anything is looked for."""
        return is_search(self._typed)

    @property
    def terms(self) -> tuple[Term, ...]:
        """What to mark in a message that was found."""
        return self._terms

    @property
    def is_complete(self) -> bool:
        """Whether all that there is was found."""
        return not self.is_searching and self._before is None

    def search(self, typed: str) -> None:
        """Looks for something else: at once, or as soon as there is an answer to what was asked before."""
        if typed == self._typed:
            return
        self._typed = typed
        if self.is_asked:
            self._begin()
        else:
            self._asked += 1
            self._clear()

    def refresh(self) -> None:
        """Looks for the same again."""
        if self.is_asked:
            self._begin()

    def rest(self) -> None:
        """Asks for no more by itself."""
        self._wanted = 0
        self._has_news = False

    def _clear(self, error: str = "") -> None:
        self.beginResetModel()
        self._rows, self._before, self._terms = [], None, ()
        self._snippets.clear()
        self.endResetModel()
        self.error, self.is_searching, self.percent = error, False, 100
        self.answered.emit()

    def _begin(self) -> None:
        self._asked += 1
        self._wanted = PAGE
        self._ask(before=None)

    def _ask(self, before: tuple[int, LocalId] | None) -> None:
        self.is_searching = True
        if self._is_under_way:
            return  # what is typed then is asked when its answer is there
        asked, self._is_under_way = self._asked, True

        def on_done(found: tuple[Found, list[Chat]]) -> None:
            if self._is_current(asked):
                self._take(*found, is_first=before is None)

        def on_error(sentence: str) -> None:
            if self._is_current(asked):
                self._clear(sentence)

        self._operations.run(self, self._page(self._typed, before), on_done=on_done, on_error=on_error)

    def _is_current(self, asked: int) -> bool:
        """Whether an answer is one to what is asked now; if not, that is asked."""
        self._is_under_way = False
        if asked != self._asked and self.is_asked:
            self._ask(before=None)
        return asked == self._asked

    async def _page(self, typed: str, before: tuple[int, LocalId] | None) -> tuple[Found, list[Chat]]:
        found = await self._desk.search(typed, before=before, limit=PAGE)
        missing = {one.chat_id for one in found.messages} - self._chats.keys()
        return found, await self._desk.chats_by_id(sorted(missing)) if missing else []

    def _take(self, found: Found, chats: list[Chat], *, is_first: bool) -> None:
        self._chats |= {chat.id: chat for chat in chats}
        self._before, self.percent, self.error = found.before, found.percent, ""
        if is_first:
            self.beginResetModel()
            self._rows, self._terms = list(found.messages), found.terms
            self._snippets.clear()
            self.endResetModel()
        elif found.messages:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(found.messages) - 1)
            self._rows += found.messages
            self.endInsertRows()
        self.is_searching = False
        # A page may be short though there is more: much was read for it.
        if self._before is not None and len(self._rows) < self._wanted:
            self._ask(self._before)
        self.answered.emit()

    # ---- what can be found only now

    def look_further(self) -> None:
        """Puts what can be found now among the rows, where not all could when they were asked for. They stay."""
        if self.percent == 100 or self._is_under_way:
            return
        asked, self._is_under_way = self._asked, True

        def on_done(found: tuple[Found, list[Chat]]) -> None:
            if self._is_current(asked):
                self._merge(*found)

        def on_error(_sentence: str) -> None:
            """Nobody asked for it, and it is tried again with the next part of the history."""
            self._is_current(asked)

        is_many = len(self._rows) > MOST_LIVE
        below = self._page(self._typed, _place(self._rows[-1])) if is_many else None
        asking = below or self._pages(self._typed, wanted=len(self._rows) + PAGE)
        self._operations.run(self, asking, on_done=on_done, on_error=on_error)

    async def _pages(
        self, typed: str, *, wanted: int, down_to: tuple[int, LocalId] | None = None
    ) -> tuple[Found, list[Chat]]:
        """The first pages: so many messages, or those down to a place."""
        messages: list[Message] = []
        chats: list[Chat] = []
        before = None
        while True:
            found, more = await self._page(typed, before)
            messages, chats, before = messages + found.messages, chats + more, found.before
            if before is None or len(messages) >= wanted or (down_to is not None and before <= down_to):
                return msgspec.structs.replace(found, messages=messages), chats

    def _merge(self, found: Found, chats: list[Chat]) -> None:
        self._before, self.percent = found.before, found.percent
        self._put_in(found, chats)

    def _put_in(self, found: Found, chats: list[Chat]) -> None:
        self._chats |= {chat.id: chat for chat in chats}
        known = {message.id for message in self._rows}
        for message in found.messages:
            if message.id not in known:
                row = bisect_left(self._rows, _newest_first(message), key=_newest_first)
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.insert(row, message)
                self.endInsertRows()
        self.answered.emit()

    # ---- what happened meanwhile

    def look_at_news(self) -> None:
        """Puts what has come since above the rows, where it is found: now, or when the last look is a while ago."""
        self._has_news = self.is_asked and not self.error
        if not self._pause.isActive():
            self._look_at_news()

    def _look_at_news(self) -> None:
        if not self._has_news:
            return
        self._pause.start()
        if self._is_under_way:
            return  # and then again
        asked, self._is_under_way, self._has_news = self._asked, True, False
        newest = _place(self._rows[0]) if self._rows else None

        def on_done(found: tuple[Found, list[Chat]]) -> None:
            if not self._is_current(asked):
                return
            if len(found[0].messages) < MOST_LIVE:
                self._put_in(*found)
            else:
                self._begin()  # more than anybody has read of meanwhile

        def on_error(_sentence: str) -> None:
            """Nobody asked for it, and it is tried again when more comes."""
            self._is_current(asked)

        self._operations.run(
            self, self._pages(self._typed, wanted=MOST_LIVE, down_to=newest), on_done=on_done, on_error=on_error
        )

    def on_messages_changed(self, _chat_id: ChatId, message_ids: Sequence[LocalId], is_new: bool) -> None:
        """Those that are shown are read anew."""
        shown = {row.id for row in self._rows}.intersection(message_ids) if not is_new else set()
        if shown:
            self._operations.run(self, self._desk.messages(sorted(shown)), on_done=self._renew)

    def _renew(self, messages: Sequence[Message]) -> None:
        for message in messages:
            row = next((row for row, one in enumerate(self._rows) if one.id == message.id), None)
            if row is None:
                continue
            if message.is_deleted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
            else:
                self._rows[row] = message
                self._snippets.pop(message.id, None)
                self.dataChanged.emit(self.index(row), self.index(row))
        self.answered.emit()

    def forget_chats(self) -> None:
        """Names and states of the contacts may be others now."""
        self._chats.clear()
        self.refresh()

    # ---- the model

    def message_at(self, row: int) -> Message | None:
        """The message of a row, or None."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many were found so far."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A message, its chat, what to show of it; and words for a screen reader."""
        message = self.message_at(index.row())
        if message is None:
            return None
        chat = self._chats.get(message.chat_id)
        match role:
            case FoundRole.MESSAGE:
                return message
            case FoundRole.CHAT:
                return chat
            case FoundRole.SNIPPET:
                return self._snippet(message)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return found_words(message, chat)
        return None

    def _snippet(self, message: Message) -> Snippet:
        """Worked out once: a message may be long, and a row is painted often."""
        snippet = self._snippets.get(message.id)
        if snippet is None:
            snippet = self._snippets[message.id] = snippet_of(message, self._terms)
        return snippet

    def canFetchMore(self, _parent: Index) -> bool:
        """Whether there may be more below."""
        return self._before is not None and not self.is_searching

    def fetchMore(self, _parent: Index) -> None:
        """Asks for the next page."""
        if self.canFetchMore(QModelIndex()):
            self._wanted = len(self._rows) + PAGE
            self._ask(self._before)
