"""Fills the search index behind what is stored: in slices, when there is time, and never in the way of a notification.

What is new waits a moment; until then a search reads through it. A home from before there was this index is gone
through while the program runs, and a start after a kill goes on where it was. Of several processes one does it: what
another has stored is news to it, and what it has indexed is news to them, should it have been killed since.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import Event, HistoryImported, MessagesChanged, SearchGrew, StoreChanged
from ringodesk_qt.core.lock import Lock
from ringodesk_qt.core.ports import Store
from ringodesk_qt.errors import EnvironmentProblemError, StoreError

log = logging.getLogger(__name__)

QUIET_S = 1.0
"""Indexing begins when nothing has come for so long, …"""
MOST_PAUSES = 10
"""… or after so many times that, all the same."""
SLICE = 64
"""Messages in one transaction: some milliseconds, for whatever wants to be written meanwhile."""
PAUSE = 2
"""How many times longer than a slice took is waited for the next one, …"""
PAUSE_IN_A_FLOOD = 9
"""… and while messages come in."""
TELL_S = 1.0
"""How often it is told that more can be found, while that takes longer."""


class Indexing:
    """Owns the task that indexes. Sleeps while there is nothing to do."""

    def __init__(self, *, store: Store, bus: Bus, lock: Lock) -> None:
        """`lock` is held while this process indexes."""
        self._store = store
        self._lock = lock
        self._bus = bus
        self._news = asyncio.Event()
        self._news_at = 0.0
        self._task: asyncio.Task[None] | None = None
        for kind in (MessagesChanged, HistoryImported, StoreChanged):
            bus.on(kind, self._on_news)

    def start(self) -> None:
        """Indexes from now on, until `stop`."""
        self._news.set()  # for what was left by another process, or by one that was killed
        self._task = asyncio.create_task(self._run(), name="index for the search")

    async def stop(self) -> None:
        """Indexes no more. May be called again, and without a start."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    def _on_news(self, _event: Event) -> None:
        self._news_at = time.monotonic()
        self._news.set()

    @property
    def _is_quiet(self) -> bool:
        return time.monotonic() - self._news_at >= QUIET_S

    async def _run(self) -> None:
        while True:
            await self._news.wait()
            await self._wait_for_quiet()
            try:
                await self._index_alone()
            except (StoreError, EnvironmentProblemError) as error:
                self._news.clear()
                log.info("the search index is behind and waits for the next message: %s", error)

    async def _wait_for_quiet(self) -> None:
        for _pause in range(MOST_PAUSES):
            await asyncio.sleep(QUIET_S)
            if self._is_quiet:
                return

    async def _index_alone(self) -> None:
        self._news.clear()
        if not await asyncio.to_thread(self._lock.try_acquire):
            return
        try:
            await self._index_all()
        finally:
            self._lock.release()

    async def _index_all(self) -> None:
        told_at = time.monotonic()
        is_long = False
        while True:
            self._news.clear()
            if not await self._store.read(lambda tables: tables.search.has_more()):
                if is_long:
                    self._bus.publish([SearchGrew()])
                return
            if time.monotonic() - told_at >= TELL_S:
                told_at, is_long = time.monotonic(), True
                self._bus.publish([SearchGrew()])
            began = time.monotonic()
            await self._store.write(lambda tables: tables.search.index_more(SLICE))
            took = time.monotonic() - began
            await asyncio.sleep(took * (PAUSE if self._is_quiet else PAUSE_IN_A_FLOOD))
