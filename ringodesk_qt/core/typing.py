"""Typing, both ways: theirs ends by itself, ours is told at most every few seconds."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import MessageReceived, TypingChanged
from ringodesk_qt.core.ports import Api, Store, Tables
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.errors import RingodeskError
from ringodesk_qt.models.ids import AccountId, ChatId, SessionId

log = logging.getLogger(__name__)

THEIRS_ENDS_AFTER_S = 6.0
"""Ringotel documents no "off": an "on" that is not repeated is over."""
OURS_AGAIN_AFTER_S = 4.0


class Typing:
    """Ends what is not repeated, and tells them when we type."""

    def __init__(
        self, *, store: Store, bus: Bus, settings: SettingsKeeper, api_for: Callable[[AccountId], Api]
    ) -> None:
        self._store = store
        self._bus = bus
        self._settings = settings
        self._api_for = api_for
        self._ends: dict[ChatId, asyncio.TimerHandle] = {}
        self._told_at: dict[ChatId, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._unsubscribes: list[Callable[[], None]] = []

    def start(self) -> None:
        """Begins to listen to the bus."""
        self._unsubscribes = [
            self._bus.on(TypingChanged, self._on_typing_changed),
            self._bus.on(MessageReceived, self._on_message_received),
        ]

    async def stop(self) -> None:
        """Ends timers and calls."""
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        for handle in self._ends.values():
            handle.cancel()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def note(self, chat_id: ChatId) -> None:
        """A key was typed in this chat. Tells them, unless it was told moments ago or is turned off."""
        now = time.monotonic()
        if not self._settings.current.send_typing or now - self._told_at.get(chat_id, -60.0) < OURS_AGAIN_AFTER_S:
            return
        self._told_at[chat_id] = now
        task = asyncio.ensure_future(self._tell_quietly(chat_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def tell(self, chat_id: ChatId) -> bool:
        """Tells them that we type, once; False when the chat has no session yet. Raises WireErrors."""
        found = await self._store.read(lambda tables: _session_of(tables, chat_id))
        if found is None:
            return False
        account_id, sessionid = found
        await self._api_for(account_id).typing(sessionid)
        return True

    async def _tell_quietly(self, chat_id: ChatId) -> None:
        try:
            await self.tell(chat_id)
        except RingodeskError as error:
            log.debug("typing was not told: %s", error)

    def _on_typing_changed(self, event: TypingChanged) -> None:
        handle = self._ends.pop(event.chat_id, None)
        if handle is not None:
            handle.cancel()
        if event.is_typing:
            loop = asyncio.get_running_loop()
            self._ends[event.chat_id] = loop.call_later(THEIRS_ENDS_AFTER_S, self._end, event.chat_id)

    def _on_message_received(self, event: MessageReceived) -> None:
        """Who has sent the message is not typing it any more."""
        handle = self._ends.get(event.chat_id)
        if handle is not None:
            handle.cancel()
            self._end(event.chat_id)

    def _end(self, chat_id: ChatId) -> None:
        self._ends.pop(chat_id, None)
        self._bus.publish([TypingChanged(chat_id=chat_id, is_typing=False)])


def _session_of(tables: Tables, chat_id: ChatId) -> tuple[AccountId, SessionId] | None:
    chat, sessionid = tables.chats.get(chat_id), tables.chats.latest_session(chat_id)
    return (chat.identity.account_id, sessionid) if chat and sessionid else None
