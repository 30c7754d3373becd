"""Mutes end by themselves: whoever shows a muted chat is told when it is none any more."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import UTC, datetime

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import ChatChanged, ChatMuted, StoreChanged
from ringodesk_qt.core.ports import Store
from ringodesk_qt.errors import StoreError

log = logging.getLogger(__name__)

LONGEST_WAIT_S = 3600.0
"""A timer does not run while the computer sleeps, and the clock may be set: a late end is late by no more than this."""


class Mutes:
    """One timer, for the next mute that ends. Nothing is written then: a mute that has ended is one no more."""

    def __init__(self, *, store: Store, bus: Bus) -> None:
        self._store = store
        self._bus = bus
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._unsubscribes: list[Callable[[], None]] = []

    def start(self) -> None:
        """Tells of each end from now on, until `stop`."""
        self._unsubscribes = [
            self._bus.on(ChatMuted, lambda _event: self._wake.set()),
            self._bus.on(StoreChanged, lambda _event: self._wake.set()),
        ]
        self._task = asyncio.create_task(self._run(), name="mutes")

    async def stop(self) -> None:
        """Tells no more."""
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        told_until = datetime.now(UTC)
        while True:
            self._wake.clear()
            wait_s: float | None = LONGEST_WAIT_S
            try:
                told_until, wait_s = await self._tell(told_until)
            except StoreError as error:
                log.info("when mutes end cannot be read now: %s", error)
            await self._pause(wait_s)

    async def _tell(self, told_until: datetime) -> tuple[datetime, float | None]:
        """Tells of those that have ended since. Returns up to when, and how long it is to the next; None for none."""
        ends = await self._store.read(lambda tables: tables.chats.mute_ends(told_until))
        now = datetime.now(UTC)
        self._bus.publish([ChatChanged(chat_id=chat_id) for at, chat_id in ends if at <= now])
        later = [at for at, _chat_id in ends if at > now]
        return now, min(LONGEST_WAIT_S, (later[0] - now).total_seconds()) if later else None

    async def _pause(self, wait_s: float | None) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), wait_s)
