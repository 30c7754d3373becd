"""Looks at the machine now and then: room on the disk, the home, the settings file, and who receives for the home.

What it finds becomes a repair, and is no repair any more when the next look finds it well. A network that is missed is
looked for oftener.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

from ringodesk_qt.checking.machine import check_disk, check_privacy, check_settings, has_network
from ringodesk_qt.core.health import Health, HealthState
from ringodesk_qt.errors import RingodeskError
from ringodesk_qt.paths import Home

log = logging.getLogger(__name__)

LOOK_EVERY_S = 600.0
LOOK_ELSEWHERE_S = 20.0
"""How often to look whether the process that receives has ended."""
LOOK_FOR_NETWORK_S = 3.0
"""How often to look whether a way leads out again, while there is none."""


class MachineWatch:
    """Runs on the loop of `start`, until `stop`."""

    def __init__(
        self, *, home: Home, health: Health, is_elsewhere: Callable[[], bool], receive: Callable[[], Awaitable[None]]
    ) -> None:
        """`is_elsewhere` tells whether another process receives; `receive` begins to, when that has ended."""
        self._home = home
        self._health = health
        self._is_elsewhere = is_elsewhere
        self._receive = receive
        self._task: asyncio.Task[None] | None = None
        self._hint = asyncio.Event()
        health.on_changed(self._on_health_changed)

    def start(self) -> None:
        """Looks now, and again and again."""
        self._task = asyncio.create_task(self._watch(), name="machine watch")

    async def stop(self) -> None:
        """Looks no more. May be called without a start."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _watch(self) -> None:
        while True:
            try:
                await self.look()
            except RingodeskError as error:
                log.debug("a look at this machine failed: %s", error)
            self._hint.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_ELSEWHERE_S if _waits(self._health.state) else LOOK_EVERY_S):
                    await self._hint.wait()

    def _on_health_changed(self, former: HealthState, state: HealthState) -> None:
        if _waits(state) and not _waits(former):
            self._hint.set()

    async def look(self) -> None:
        """Once."""
        for check in (check_disk, check_privacy, check_settings):
            self._health.checked(await asyncio.to_thread(check, self._home))
        if _waits(self._health.state) and not await asyncio.to_thread(self._is_elsewhere):
            await self._receive()


class NetworkWatch:
    """While there is no network, looks whether there is one again. Used on one asyncio loop, until `stop`."""

    def __init__(
        self, *, health: Health, on_back: Callable[[], None], has_network: Callable[[], bool | None] = has_network
    ) -> None:
        """`on_back` goes on with what waited for a network."""
        self._health = health
        self._on_back = on_back
        self._has_network = has_network
        self._task: asyncio.Task[None] | None = None
        self._is_stopped = False
        health.on_changed(self._on_health_changed)

    async def stop(self) -> None:
        """Looks no more, also if what ends after it finds no network. May be called without anything to look for."""
        self._is_stopped = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def _on_health_changed(self, former: HealthState, state: HealthState) -> None:
        is_news = _is_offline(state) and not _is_offline(former)
        if is_news and not self._is_stopped and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._watch(), name="network watch")

    async def _watch(self) -> None:
        while _is_offline(self._health.state):
            await asyncio.sleep(LOOK_FOR_NETWORK_S)
            if self._has_network() is not False:
                self._health.network_seen()
                self._on_back()


def _is_offline(state: HealthState) -> bool:
    return any(repair.id == "network" for repair in state.repairs)


def _waits(state: HealthState) -> bool:
    """Whether this process would receive if another did not."""
    return any(repair.id == "elsewhere" for repair in state.repairs)
