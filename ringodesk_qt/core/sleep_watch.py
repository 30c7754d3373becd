"""Whether this machine was asleep: two clocks, of which one stands still meanwhile."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


def _clock_that_never_stops() -> float:
    """Seconds from some moment on, sleep included.

    Linux has such a clock. Elsewhere it is the time of day, which somebody may set: to wake up once too often does no
    harm.
    """
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    if sys.platform == "win32" or boottime is None:
        return time.time()
    return time.clock_gettime(boottime)


class SleepWatch:
    """Says how long the machine slept since it was last asked."""

    def __init__(
        self,
        *,
        always: Callable[[], float] = _clock_that_never_stops,
        awake: Callable[[], float] = time.monotonic,
    ) -> None:
        """`always` runs on while the machine sleeps, `awake` does not. Both in seconds."""
        self._always = always
        self._awake = awake
        self._asleep_s = always() - awake()

    def slept_s(self) -> float:
        """Seconds of sleep since the last call, never less than 0."""
        before, self._asleep_s = self._asleep_s, self._always() - self._awake()
        return max(0.0, self._asleep_s - before)
