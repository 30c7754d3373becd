"""What other processes of this home write: the command line beside the window, or the other way round."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import OutboxChanged, StoreChanged
from ringodesk_qt.core.ports import Store
from ringodesk_qt.errors import StoreError

log = logging.getLogger(__name__)

LOOK_S = 1.0


class Elsewhere:
    """Looks once in a while whether somebody else has written, and says so on the bus."""

    def __init__(self, *, store: Store, bus: Bus) -> None:
        self._store = store
        self._bus = bus
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Looks from now on, until `stop`."""
        self._task = asyncio.create_task(self._watch(), name="watch for other processes")

    async def stop(self) -> None:
        """Looks no more. May be called again, and without a start."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _watch(self) -> None:
        seen: int | None = None
        while True:
            try:
                now = await self._store.foreign_version()
            except StoreError as error:
                log.debug("whether another process wrote cannot be seen: %s", error)
            else:
                if seen not in (None, now):
                    # It may have queued something, too, and died.
                    self._bus.publish([StoreChanged(), OutboxChanged()])
                seen = now
            await asyncio.sleep(LOOK_S)
