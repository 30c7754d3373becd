"""Looks at the tunnel from outside, seldom.

Everything on this machine may look well while the provider's servers turn every notification away: the endpoint is
offline for them, or the month's requests are used up. That is seen only by asking for our own URL as Ringotel does.
Each knock counts against the provider's quota, so there are few: one a minute after the tunnel was opened, then one in
half an hour, and a second one right after one that failed: under 3,000 a month, come what may.
"""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from ringodesk_qt.errors import TunnelError

if TYPE_CHECKING:
    from ringodesk_qt.core.tunnel import Tunnel

log = logging.getLogger(__name__)

KNOCK_AFTER_S = 60.0
"""A tunnel that has just been opened may not be known to all of the provider's servers."""
KNOCK_EVERY_S = 1800.0
KNOCK_AGAIN_S = 15.0
KNOCK_TRIES = 2


class Knocks:
    """Decides when to knock, and what an answer means. Used on one asyncio loop."""

    def __init__(self, path: Callable[[], str], *, on_answer: Callable[[], None] = lambda: None) -> None:
        """`path` is what to ask for, beginning with a slash; empty where nobody is to knock.

        `on_answer` is called when the public URL led here.
        """
        self._path = path
        self._on_answer = on_answer
        self._tunnel: Tunnel | None = None
        self._due_at = -math.inf
        """By the loop's clock. It outlives the tunnel: one opened again and again is not knocked at each time."""
        self._opened_at = 0.0
        self._misses = 0
        self._knocking: asyncio.Task[bool] | None = None

    def begin(self, tunnel: Tunnel) -> None:
        """A tunnel was opened."""
        self._tunnel = tunnel
        self._opened_at = _now()
        self._misses = 0

    def failure(self) -> TunnelError | None:
        """Asked every few seconds: knocks when it is time, and returns why the tunnel leads nowhere, once that is sure.

        What is not clear (no network here, a proxy in between) is no failure.
        """
        if self._knocking is not None:
            return self._outcome(self._knocking) if self._knocking.done() else None
        path = self._path()
        if self._tunnel is not None and path and _now() >= max(self._due_at, self._opened_at + KNOCK_AFTER_S):
            self._due_at = _now() + KNOCK_EVERY_S
            self._knocking = asyncio.create_task(self._tunnel.knock(path), name="knock")
        return None

    async def end(self) -> None:
        """The tunnel is not open any more."""
        self._tunnel, knocking = None, self._knocking
        self._knocking = None
        if knocking is not None:
            knocking.cancel()
            await asyncio.wait([knocking])

    def _outcome(self, knocking: asyncio.Task[bool]) -> TunnelError | None:
        self._knocking = None
        error = knocking.exception()
        if error is None:
            self._misses = 0
            if knocking.result():
                self._on_answer()
            log.debug("the public URL %s", "leads here" if knocking.result() else "could not be asked")
            return None
        log.debug("the public URL does not lead here: %s", error)
        self._misses += 1
        if self._misses < KNOCK_TRIES:
            self._due_at = _now() + KNOCK_AGAIN_S
            return None
        self._due_at = _now() + KNOCK_EVERY_S
        return error if isinstance(error, TunnelError) else None


def _now() -> float:
    return asyncio.get_running_loop().time()
