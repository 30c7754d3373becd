"""Which messages become a desktop notice, and what it says. How it is shown is the window's business."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import ChatRead, MessageReceived, MessageWithdrawn
from ringodesk_qt.core.ports import Store, Tables
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.errors import RingodeskError
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message, last_line

log = logging.getLogger(__name__)


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """What one desktop notice says; one a chat, plain text."""

    chat_id: ChatId
    message_id: LocalId
    title: str
    body: str


class NoticePolicy:
    """One notice for each message at most: none for a muted chat, none while its conversation is in view."""

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        settings: SettingsKeeper,
        is_in_view: Callable[[ChatId], bool],
        show: Callable[[Notice], None],
        withdraw: Callable[[ChatId], None],
    ) -> None:
        """`is_in_view` tells whether a chat's conversation is open in a focused window."""
        self._store = store
        self._bus = bus
        self._settings = settings
        self._is_in_view = is_in_view
        self._show = show
        self._withdraw = withdraw
        self._shown: dict[ChatId, set[LocalId]] = {}
        self._unsubscribes: list[Callable[[], None]] = []
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self) -> None:
        """Begins to listen to the bus."""
        self._unsubscribes = [
            self._bus.on(MessageReceived, self._on_message_received),
            self._bus.on(MessageWithdrawn, self._on_message_withdrawn),
            self._bus.on(ChatRead, self._on_chat_read),
        ]

    async def stop(self) -> None:
        """Listens no more; notices that stand stay until the display withdraws them."""
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _on_message_received(self, event: MessageReceived) -> None:
        if self._settings.current.notices == "nothing" or self._is_in_view(event.chat_id):
            return
        task = asyncio.ensure_future(self._announce(event))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _announce(self, event: MessageReceived) -> None:
        try:
            chat, message = await self._store.read(lambda tables: _subject(tables, event))
        except RingodeskError as error:
            log.info("a desktop notice could not be made: %s", error)
            return
        if chat is None or message is None or message.is_deleted or self._is_quiet(chat):
            return
        if message.position <= chat.read_position or self._is_in_view(chat.id):
            return
        self._shown.setdefault(chat.id, set()).add(message.id)
        self._show(self._notice(chat, message))

    def _notice(self, chat: Chat, message: Message) -> Notice:
        text = last_line(message) if self._settings.current.notices == "full" else "New message"
        more = len(self._shown[chat.id]) - 1
        body = f"{text}\n{more} more unread" if more else text
        return Notice(chat_id=chat.id, message_id=message.id, title=chat.title, body=body)

    def _is_quiet(self, chat: Chat) -> bool:
        return chat.muted_until is not None and chat.muted_until > datetime.now(UTC)

    def _on_message_withdrawn(self, event: MessageWithdrawn) -> None:
        shown = self._shown.get(event.chat_id, set())
        if event.message_id in shown:
            shown.discard(event.message_id)
            self._drop(event.chat_id)

    def _on_chat_read(self, event: ChatRead) -> None:
        if event.chat_id in self._shown:
            self._drop(event.chat_id)

    def _drop(self, chat_id: ChatId) -> None:
        self._shown.pop(chat_id, None)
        self._withdraw(chat_id)


def _subject(tables: Tables, event: MessageReceived) -> tuple[Chat | None, Message | None]:
    return tables.chats.get(event.chat_id), tables.messages.get(event.message_id)
