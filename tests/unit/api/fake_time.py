"""A clock that stands still until everyone sleeps, and then goes on to the first who wakes."""

from __future__ import annotations

import asyncio
import heapq


class FakeTime:
    """`clock` and `sleep` for whoever takes them; `run` lets it pass."""

    def __init__(self) -> None:
        self.now_s = 1000.0
        self.slept: list[float] = []
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def clock(self) -> float:
        return self.now_s

    async def sleep(self, wait_s: float) -> None:
        self.slept.append(wait_s)
        if wait_s <= 0:
            await asyncio.sleep(0)
            return
        awake: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now_s + wait_s, len(self.slept), awake))
        await awake

    async def run(self, until_s: float | None = None) -> None:
        """Until nobody sleeps any more, or to a time."""
        while True:
            for _ in range(30):
                await asyncio.sleep(0)
            while self._sleepers and self._sleepers[0][2].done():
                heapq.heappop(self._sleepers)  # one who was cancelled
            if not self._sleepers or (until_s is not None and self._sleepers[0][0] > until_s):
                self.now_s = self.now_s if until_s is None else max(self.now_s, until_s)
                return
            self.now_s, _, awake = heapq.heappop(self._sleepers)
            awake.set_result(None)
