"""The end of the simulator, as those know it who would otherwise wait for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Stopping:
    """Set once the simulator stops; every wait of a request's ends with it."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def begin(self) -> None:
        """The simulator stops: nobody waits any more."""
        self._event.set()

    @property
    def has_begun(self) -> bool:
        """Whether it stops."""
        return self._event.is_set()

    async def wait(self) -> None:
        """Waits for the end."""
        await self._event.wait()

    async def sleep(self, seconds: float) -> None:
        """Waits so long, or until the end."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            pass

    async def unless(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """What the coroutine returns. Raises TimeoutError if the end comes first."""
        doing, ending = asyncio.create_task(coroutine), asyncio.create_task(self.wait())
        try:
            await asyncio.wait({doing, ending}, return_when=asyncio.FIRST_COMPLETED)
            if not doing.done():
                raise TimeoutError
            return doing.result()
        finally:
            doing.cancel()
            ending.cancel()
            await asyncio.gather(doing, ending, return_exceptions=True)
