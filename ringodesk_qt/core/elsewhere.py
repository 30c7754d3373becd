"""What other processes of this home write: the command line beside the window, or the other way round."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import OutboxChanged, StoreChanged
from ringodesk_qt.core.ports import Store
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.errors import StoreError

log = logging.getLogger(__name__)

LOOK_S = 1.0
"""How often to look at most, and where nobody hints how often to look at all."""
LOOK_UNHINTED_S = 60.0
"""How often to look all the same where somebody hints: a disk on the network may not tell what others do to it."""


class Elsewhere:
    """Looks now and then whether somebody else has written: to the database, which it says on the bus, or settings.

    Each look is a question to the store's thread. A window that is idle shall not wake up for that: where the system
    can tell that the files change, that hints when a look is worth it.
    """

    def __init__(self, *, store: Store, bus: Bus, settings: SettingsKeeper) -> None:
        self._store = store
        self._settings = settings
        self._bus = bus
        self._is_hinted = asyncio.Event()
        self._relies_on_hints = False
        self._reminder: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    def rely_on_hints(self) -> None:
        """From now on `hint` is called after each change of the database's files or the settings, whoever makes it."""
        self._relies_on_hints = True
        self._remind()

    def _remind(self) -> None:
        self.hint()
        self._reminder = asyncio.get_running_loop().call_later(LOOK_UNHINTED_S, self._remind)

    def hint(self) -> None:
        """A file has changed: looks at once, or a moment after it has just looked."""
        self._is_hinted.set()

    def start(self) -> None:
        """Looks from now on, until `stop`."""
        self._task = asyncio.create_task(self._watch(), name="watch for other processes")

    async def stop(self) -> None:
        """Looks no more. May be called again, and without a start."""
        if self._reminder is not None:
            self._reminder.cancel()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _watch(self) -> None:
        seen: int | None = None
        while True:
            self._is_hinted.clear()  # first: what is written while we look hints again
            try:
                now = await self._store.foreign_version()
            except StoreError as error:
                log.debug("whether another process wrote cannot be seen: %s", error)
            else:
                if seen not in (None, now):
                    # It may have queued something, too, and died.
                    self._bus.publish([StoreChanged(), OutboxChanged()])
                seen = now
            await self._settings.look()
            looked_at = asyncio.get_running_loop().time()
            if self._relies_on_hints:
                await self._is_hinted.wait()
            await asyncio.sleep(looked_at + LOOK_S - asyncio.get_running_loop().time())
