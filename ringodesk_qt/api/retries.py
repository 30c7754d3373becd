"""When a request that surely was not acted upon is tried again, and how long after."""

from __future__ import annotations

import math
import random
from collections.abc import Awaitable, Callable

import msgspec

from ringodesk_qt.errors import InputError, NotSentError


async def _slept(wait_s: float) -> None:
    import asyncio  # noqa: PLC0415 - the library's import does without it

    await asyncio.sleep(wait_s)


class Retries(msgspec.Struct, frozen=True, kw_only=True):
    """How often a request is tried, in all, and how long is waited in between.

    `tries` is for calls that do no harm when they are repeated, `send_tries` for those that change something; 1 is no
    retry. Only a NotSentError is ever tried again, and none that is lasting: what is uncertain, refused or a refused
    key goes to the caller at once.

    Before the n-th retry any time up to ``first_s`` doubled n - 1 times is waited, at most `most_s`, and no less than
    the server asks for in Retry-After. Where that is more than `most_wait_s`, the error goes to the caller instead.
    `sleep` and `draw` (a number from 0 to 1) can be replaced for tests.
    """

    tries: int = 4
    send_tries: int = 4
    first_s: float = 0.5
    most_s: float = 20.0
    most_wait_s: float = 60.0
    sleep: Callable[[float], Awaitable[None]] = _slept
    draw: Callable[[], float] = random.random

    def __post_init__(self) -> None:
        """Raises InputError for numbers that make no sense."""
        for count in (self.tries, self.send_tries):
            if not isinstance(count, int) or isinstance(count, bool) or count < 1:
                raise InputError("The number of tries must be a whole number, 1 or more; 1 is no retry.")
        for wait_s in (self.first_s, self.most_s, self.most_wait_s):
            if isinstance(wait_s, bool) or not isinstance(wait_s, int | float) or not 0 <= wait_s < math.inf:
                raise InputError("The waits between tries must be numbers of seconds, 0 or more.")

    def wait_s(self, error: NotSentError, *, tries_made: int) -> float | None:
        """How long to wait after the try that failed so, or None where another is of no use."""
        if error.is_lasting:
            return None
        asked_s = error.retry_after_s or 0.0
        if asked_s > self.most_wait_s:
            return None
        doubled_s = self.first_s * 2.0 ** min(tries_made - 1, 64)  # more would overflow; `most_s` cuts it anyway
        return max(self.draw() * min(doubled_s, self.most_s), asked_s)


NO_RETRIES = Retries(tries=1, send_tries=1)
"""Each request is tried once."""
