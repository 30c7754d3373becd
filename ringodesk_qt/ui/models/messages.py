"""The conversation's model: a window of one chat's messages that moves through its history as the view asks.

A chat may have a hundred thousand messages; at most `MAX_ROWS` of them are held. Pages are read off the main thread
through the desk and merged in when they come; what came for a chat that is no longer open is thrown away.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.gap import Gaps
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message, State
from ringodesk_qt.ui.models.gap_rows import ChatGaps
from ringodesk_qt.ui.models.held_messages import HeldMessages
from ringodesk_qt.ui.models.message_pages import PAGE_ROWS, MessageReader, Opening, Openings, Place, order
from ringodesk_qt.ui.models.message_rows import (
    GAP_KEY,
    TYPING_KEY,
    TypingRow,
)

MAX_ROWS = 1000
_FRESH_BATCH = 200
"""More news than this at once is read again by page instead of one by one."""
_NEWS_REST_MS = 500
"""While the newest row is not in view: how long what comes below waits for more of it. Nobody looks at it."""
_DROPPED_BEYOND = 100
"""How many more are dropped than must be, lest each message that comes drops one."""


class WorkRunner(Protocol):
    """What runs a verb and reports how it ended: the window's operations."""

    def run(
        self,
        owner: QObject,
        work: Coroutine[Any, Any, Any],
        *,
        on_done: Callable[[Any], None] | None = None,
        on_error: Callable[[str], None] | None = None,
    ) -> asyncio.Task[None] | None:
        """Runs it on the main thread's loop; tells only while `owner` is there. `on_error` gets one sentence."""
        ...


class MessagesModel(HeldMessages):
    """A window over one chat's messages, oldest first, with a typing row at the end while they type.

    The view calls `fetch_older` and `fetch_newer` when it nears an edge, and sets `is_following` while it stands at the
    newest row: only then may the far end be dropped to let new messages in.
    """

    opened = Signal()
    """The first rows of a chat are there."""
    edges_changed = Signal()
    """There is more beyond the rows held than there was."""
    failed = Signal(str)
    """Messages could not be read; the argument is the sentence to show."""

    def __init__(self, desk: MessageReader, operations: WorkRunner, parent: QObject | None = None) -> None:
        self._generation = 0
        super().__init__(parent)
        self._news_rest = QTimer(self, singleShot=True, interval=_NEWS_REST_MS)
        self._news_rest.timeout.connect(self._end_news_rest)
        self._desk = desk
        self._openings = Openings(desk)
        self._operations = operations
        self._is_following = True

    def _clear(self, chat: Chat | None) -> None:
        super()._clear(chat)
        self._generation += 1
        self._pending: dict[LocalId, bool] = {}
        self._is_loading = False
        self._is_opened = False
        self._is_stale = self._may_go_back = False

    @property
    def is_following(self) -> bool:
        """Whether the newest row is in view, and is to stay so."""
        return self._is_following

    @is_following.setter
    def is_following(self, is_following: bool) -> None:
        self._is_following = is_following
        if is_following and self._news_rest.isActive():
            self._end_news_rest()

    @property
    def is_opened(self) -> bool:
        """Whether the open chat's first rows have come (an empty chat has none, and is opened all the same)."""
        return self._is_opened

    # ---- opening

    def open_chat(self, chat: Chat | None, *, message_id: LocalId | None = None, place: Place | None = None) -> None:
        """Shows another chat (or the same one anew, or none): around a message or a place, if one is named.

        Else at its first unread message, else at its newest. The rows go at once and the new ones come with `opened`.
        """
        self.beginResetModel()
        self._clear(chat)
        self.endResetModel()
        if chat is None:
            return
        if message_id is not None:
            self._open(self._openings.at_message(chat, message_id))
        elif place is not None:
            self._open(self._openings.at_place(chat, place))
        else:
            self._open(self._openings.at_unread(chat))

    def show_message(self, message_id: LocalId) -> None:
        """Moves the window to the rows around a message of the open chat; its newest, where the message is gone.

        The rows held stay until the others are there; `opened` tells.
        """
        if self._chat is not None:
            self._open(self._openings.at_message(self._chat, message_id))

    def show_number(self, number: int) -> None:
        """Moves the window to the rows around the message that has so many before it in the open chat."""
        if self._chat is not None:
            self._open(self._openings.at_number(self._chat, number))

    def show_place(self, place: Place) -> None:
        """Moves the window to the rows around a place of the open chat."""
        if self._chat is not None:
            self._open(self._openings.at_place(self._chat, place))

    def show_latest(self) -> None:
        """Moves the window to the newest messages where they are not held; `opened` says when it is there."""
        if self._chat is not None and self._has_newer:
            self._open(self._openings.latest(self._chat))

    def update_chat(self, chat: Chat) -> None:
        """Takes over a changed row of the chat that is open (another name, say); no message is read again."""
        if self._chat is not None and self._chat.id == chat.id:
            self._chat = chat

    def _open(self, opening: Coroutine[Any, Any, Opening]) -> None:
        self._generation += 1  # a page that is on its way belongs to rows that are not wanted any more
        self._load(opening, self._on_opened)

    def _on_opened(self, opening: Opening) -> None:
        assert self._chat is not None
        total = self._beyond.older + len(self._messages) + self._beyond.newer
        self.beginResetModel()
        self._messages = opening.messages
        self._rows = [None] * len(opening.messages)
        self._row_of = None
        self._has_older, self._has_newer = opening.has_older, opening.has_newer
        self._gaps_read, self._gaps = opening.gaps, ChatGaps(opening.gaps)
        gap = self._gap_after_newest()
        typing = [row for row in self._tail if isinstance(row, TypingRow)]
        self._tail = [*([gap] if gap is not None else []), *typing]
        until = self._chat.read_position
        unread = sum(not message.is_outgoing and message.position > until for message in self._messages)
        self._unloaded_new = max(0, self._chat.unread - unread) if self._has_newer else 0
        is_counted = self._beyond.move(total, opening)
        self._is_opened = False  # whoever hears of the reset must not ask for pages before the place is found
        self.endResetModel()
        self._find_first_unread()
        self._is_opened = True
        self.opened.emit()
        if not is_counted:
            self._count_beyond()

    def _count_beyond(self) -> None:
        """Counts what is not held; rows may come and go meanwhile."""
        if self._chat is None or not self._messages or not (self._has_older or self._has_newer):
            return
        generation, first = self._generation, order(self._messages[0])

        def on_done(counted: tuple[int, int | None]) -> None:
            if generation == self._generation:
                self._beyond.take(counted, len(self._messages), bisect_left(self._messages, first, key=order))
                self.edges_changed.emit()

        work = self._openings.beyond(self._chat, first, has_newer=self._has_newer)
        # Nobody asked for it: where it cannot be read the scroll bar is of the rows held.
        self._operations.run(self, work, on_done=on_done, on_error=lambda _sentence: None)

    # ---- moving the window

    def fetch_older(self) -> None:
        """Asks for the page before the first row, unless it is on its way or there is none."""
        if self._chat is not None and self._has_older and not self._is_loading and self._messages:
            first = order(self._messages[0])
            self._load(self._desk.page(self._chat.id, before=first, limit=PAGE_ROWS), self._on_older)

    def fetch_newer(self) -> None:
        """Asks for the page after the last row, unless it is on its way or there is none."""
        if self._chat is not None and self._has_newer and not self._is_loading and self._messages:
            last = order(self._messages[-1])
            self._load(self._desk.page_after(self._chat.id, after=last, limit=PAGE_ROWS), self._on_newer)

    def _on_older(self, page: list[Message]) -> None:
        self._has_older = len(page) == PAGE_ROWS
        first = order(self._messages[0]) if self._messages else None
        self._beyond.older = max(0, self._beyond.older - len(page)) if self._has_older else 0
        self._insert(0, [message for message in page if first is None or order(message) < first])
        self._find_first_unread()
        excess = len(self._messages) - MAX_ROWS
        if excess > 0:
            self._drop_newest(excess)

    def _on_newer(self, page: list[Message]) -> None:
        self._has_newer = len(page) == PAGE_ROWS
        last = order(self._messages[-1]) if self._messages else None
        fresh = [message for message in page if last is None or order(message) > last]
        self._unloaded_new = (
            max(0, self._unloaded_new - sum(not message.is_outgoing for message in fresh)) if self._has_newer else 0
        )
        self._beyond.newer = max(0, self._beyond.newer - len(fresh)) if self._has_newer else 0
        self._insert(len(self._messages), fresh)
        self._find_first_unread()
        self._drop_oldest()

    def _drop_oldest(self, beyond: int = 0) -> None:
        excess = len(self._messages) - MAX_ROWS + beyond
        if excess > 0:
            self._has_older = True
            self._beyond.older += excess
            self._remove(0, excess)

    def _drop_newest(self, count: int) -> None:
        self._has_newer = True
        self._beyond.newer += count
        self._remove(len(self._messages) - count, count)

    # ---- news

    def on_messages_changed(self, message_ids: Iterable[LocalId], is_new: bool = False) -> None:
        """Reads these messages again: those held are replaced, new ones take their place."""
        if self._chat is None:
            return
        for message_id in message_ids:
            self._pending[message_id] = self._pending.get(message_id, False) or is_new
        self._read_soon()

    def _read_soon(self) -> None:
        """At once what is in view or may be; what comes below it together."""
        if not self._pending or not self._is_opened or self._is_loading:
            return
        is_below = not self._is_following and all(self._pending.values())
        if is_below and self._news_rest.isActive():
            return
        if is_below:
            self._news_rest.start()
        self._read_pending()

    def _end_news_rest(self) -> None:
        self._news_rest.stop()
        self._read_soon()

    def _read_pending(self) -> None:
        assert self._chat is not None
        new = [message_id for message_id, is_new in self._pending.items() if is_new]
        held = [
            message_id
            for message_id, is_new in self._pending.items()
            if not is_new and self.row_of(message_id) is not None
        ]
        self._pending.clear()
        if len(new) > _FRESH_BATCH and self._messages and not self._has_newer:
            self._has_newer = True  # a flood: the view fetches what it needs of it, a page at a time
            self._unloaded_new += len(new)
            self._beyond.newer += len(new)
            self._show_tail(GAP_KEY, None)
            self.edges_changed.emit()
            new = []
        if new or held:
            self._load(self._desk.messages([*held, *new]), self._on_fresh)

    def _on_fresh(self, messages: list[Message]) -> None:
        appended: list[Message] = []
        for message in sorted(messages, key=order):
            row = self.row_of(message.id)
            if row is not None:
                self._replace(row, message)
            elif self._chat is None or message.chat_id != self._chat.id:
                continue
            elif self._messages and order(message) < order(self._messages[-1]):
                self._insert_within(message)
            elif self._has_newer or (len(self._messages) >= MAX_ROWS and not self.is_following):
                self._has_newer = True
                self._unloaded_new += not message.is_outgoing
                self._beyond.newer += 1
            else:
                appended.append(message)
        self._insert(len(self._messages), appended)
        if self.is_following and len(self._messages) > MAX_ROWS:
            self._drop_oldest(_DROPPED_BEYOND)
        if self._has_newer:
            self.edges_changed.emit()

    def _insert_within(self, message: Message) -> None:
        """Something with an earlier place came late (an import): it goes there if that place is held."""
        if order(message) > order(self._messages[0]) or not self._has_older:
            self._insert(bisect_left(self._messages, order(message), key=order), [message])

    def _replace(self, row: int, message: Message) -> None:
        if message == self._messages[row]:
            return
        self._messages[row] = message
        if message.is_outgoing and message.state is not State.SENDING:
            self._progress.pop(message.id, None)  # it has ended, or begins anew
        self._touch(row, row)

    def refresh(self, *, may_go_back: bool = False) -> None:
        """Reads what is held again, and what lies between and after: somebody else wrote to this chat.

        `may_go_back` says that there may be more before the first row now.
        """
        if self._chat is None or not self._is_opened:
            return  # what is read first is read after the change
        if self._is_loading:
            self._is_stale, self._may_go_back = True, self._may_go_back or may_go_back
            return
        self._is_stale, may_go_back = False, may_go_back or self._may_go_back
        self._may_go_back = False
        if may_go_back and self._messages and not self._has_older:
            self._has_older = True
            self.edges_changed.emit()
        if may_go_back:
            self._count_beyond()
        self._load(self._held_again(self._chat.id), self._on_fresh)

    async def _held_again(self, chat_id: ChatId) -> list[Message]:
        if not self._messages:
            return await self._desk.page(chat_id, limit=PAGE_ROWS)
        position, message_id = order(self._messages[0])
        last, has_newer = order(self._messages[-1]), self._has_newer
        found = await self._desk.page_after(
            chat_id, after=(position, LocalId(message_id - 1)), limit=len(self._messages) + PAGE_ROWS
        )
        return [message for message in found if not has_newer or order(message) <= last]

    def set_typing(self, is_typing: bool) -> None:
        """Shows or removes the row that says they are typing."""
        if self._chat is not None:
            self._show_tail(TYPING_KEY, TypingRow(self._chat.title) if is_typing else None)

    # ---- gaps, and what stands after the newest message

    def refresh_gaps(self) -> None:
        """Reads anew when we could not be reached."""
        if self._chat is None:
            return
        generation = self._generation

        def on_done(gaps: Gaps) -> None:
            if generation == self._generation and self._is_opened:
                self._take_gaps(gaps)

        # Nobody asked for it: what cannot be read now is read with the next change.
        self._operations.run(self, self._desk.gaps(self._chat.id), on_done=on_done, on_error=lambda _sentence: None)

    def _take_gaps(self, gaps: Gaps) -> None:
        if gaps == self._gaps_read:
            return
        former, self._gaps = self._gaps, ChatGaps(gaps)
        self._gaps_read = gaps
        for row in range(1, len(self._messages)):
            pair = self._messages[row - 1], self._messages[row]
            if former.between(*pair) != self._gaps.between(*pair):
                self._touch(row, row)
        self._show_tail(GAP_KEY, self._gap_after_newest())

    # ---- reading

    def _load(self, work: Coroutine[Any, Any, Any], then: Callable[[Any], None]) -> None:
        generation = self._generation
        self._is_loading = True

        def on_done(result: object) -> None:
            if generation == self._generation:
                self._is_loading = False
                then(result)
                self._show_tail(GAP_KEY, self._gap_after_newest())
                self._read_soon()
                if self._is_stale and not self._is_loading:
                    self.refresh()

        def on_error(sentence: str) -> None:
            if generation == self._generation:
                self._is_loading = False
                self.failed.emit(sentence)

        self._operations.run(self, work, on_done=on_done, on_error=on_error)
