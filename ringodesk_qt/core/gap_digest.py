"""Tells the user once that this home could not be reached: one digest for all gaps that were not told yet.

That a gap was told is on disk before it is shown, so no restart tells it again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import Event, GapsChanged, StoreChanged
from ringodesk_qt.core.ports import Store, Tables
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.gap import Gap
from ringodesk_qt.models.ids import GapId

log = logging.getLogger(__name__)

NEWS = timedelta(days=7)
"""What is older (this home was long used without a window) is shown in the chats alone."""


class GapDigest:
    """Looks for gaps at the start and whenever one was recorded, by this process or another."""

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        settings: SettingsKeeper,
        is_present: Callable[[], bool],
        is_held_back: Callable[[], bool],
        show: Callable[[Sequence[Gap]], None],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`is_present` says whether the user is at the window now, and so sees what is shown.

        `is_held_back` tells whether nothing is to be shown now; when that ends, `look_soon` is called.

        `show` gets the new gaps and those shown before that nobody has seen yet, oldest first: it replaces what stands.
        """
        self._store = store
        self._bus = bus
        self._settings = settings
        self._is_present = is_present
        self._is_held_back = is_held_back
        self._show = show
        self._clock = clock
        self._standing: dict[GapId, Gap] = {}
        self._unsubscribes: list[Callable[[], None]] = []
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Looks now, and then with every event."""
        self._unsubscribes = [self._bus.on(kind, self._on_change) for kind in (GapsChanged, StoreChanged)]
        self._wake.set()
        self._task = asyncio.create_task(self._keep_looking(), name="gap digest")

    async def stop(self) -> None:
        """Looks no more. May be called without a start."""
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    def seen(self) -> None:
        """The user has seen the digest: the next one begins anew."""
        self._standing.clear()

    def look_soon(self) -> None:
        """Looks now: what was held back may be told."""
        self._wake.set()

    def _on_change(self, _event: Event) -> None:
        self._wake.set()

    async def _keep_looking(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self._look()
            except StoreError as error:
                log.info("whether a gap is to be told cannot be seen: %s", error)

    async def _look(self) -> None:
        if self._is_held_back() or not await self._store.read(lambda tables: tables.gaps.untold()):
            return
        gaps = await self._store.write(_take)
        recent = [gap for gap in gaps if self._clock() - gap.ended_at < NEWS]
        if recent and self._settings.current.notices != "nothing":
            self._standing.update({gap.id: gap for gap in recent})
            self._show(sorted(self._standing.values(), key=lambda gap: gap.ended_at))
            if self._is_present():
                self.seen()


def _take(tables: Tables) -> list[Gap]:
    gaps = tables.gaps.untold()
    tables.gaps.mark_told([gap.id for gap in gaps])
    return gaps
