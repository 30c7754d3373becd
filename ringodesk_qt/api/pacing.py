"""How many requests may leave in a second, and which of them goes first.

The API documents no limit, so a client keeps one of its own. What a person waits for must never queue up behind an
import: a call counts only what matters as much as it does, or more.
"""

from __future__ import annotations

import math
import time
from collections.abc import Awaitable, Callable
from enum import IntEnum

from ringodesk_qt.errors import InputError

PER_SECOND = 2.0
SLACK_S = 0.05
"""Added to each period: two requests that leave a second apart may arrive closer together than they left."""


class Rank(IntEnum):
    """How much a call matters: what a person waits for, what is told by the way, what has time."""

    BULK = 0
    INDICATION = 1
    SEND = 2


class Turn:
    """The right to send one request: it counts from when it was given, anew from when the request leaves."""

    def __init__(self, pace: Pace, rank: Rank, at_s: float) -> None:
        self._pace = pace
        self.rank = rank
        self.at_s = at_s

    def leave(self) -> None:
        """The request leaves now."""
        self._pace._leave(self)

    def give_back(self) -> None:
        """No request leaves: the turn is another's."""
        self._pace._forget(self)


class Pace:
    """A limiter: in any second at most so many requests start, counting those of the same rank or a higher one.

    So an import keeps to the limit and gives way to everything else; a message waits for other messages alone. Within
    a rank the order is that of asking; who is cancelled while waiting leaves no gap. Clients of one event loop may
    share one, which then holds for all of them together. ::

        pace = Pace(5)
        async with RingotelClient(key, orgid=one, pace=pace) as a, RingotelClient(key, orgid=two, pace=pace) as b:
            ...
    """

    def __init__(
        self,
        per_second: float | None = PER_SECOND,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] | None = None,
    ) -> None:
        """0 or None is no limit; 0.5 is one request in two seconds. Raises InputError for what is no rate.

        `clock` (seconds) and `sleep` can be replaced for tests.
        """
        import asyncio  # noqa: PLC0415 - the library's import does without it

        rate = _checked_rate(per_second)
        self._most = math.ceil(rate)
        self._period_s = self._most / rate + SLACK_S if rate else 0.0
        self._clock = clock
        self._sleep = sleep or asyncio.sleep
        self._turns: list[Turn] = []
        self._waiting = dict.fromkeys(Rank, 0)
        self._lanes = {rank: asyncio.Lock() for rank in Rank}

    async def turn(self, rank: Rank) -> Turn:
        """Waits until a call of this rank may start."""
        if not self._most:
            return self._give(rank)
        self._waiting[rank] += 1
        try:
            async with self._lanes[rank]:  # first come, first served
                while (wait_s := self._wait_s(rank)) is not None:
                    await self._sleep(wait_s)
                return self._give(rank)
        finally:
            self._waiting[rank] -= 1

    def free_turn(self, rank: Rank) -> Turn | None:
        """A turn if there is one at once, else None."""
        if self._most and (self._waiting[rank] or self._wait_s(rank) is not None):
            return None
        return self._give(rank)

    def _wait_s(self, rank: Rank) -> float | None:
        """How long until a call of this rank may start, or None for now."""
        now_s = self._clock()
        self._turns = [turn for turn in self._turns if turn.at_s + self._period_s > now_s]
        counted = sorted(turn.at_s for turn in self._turns if turn.rank >= rank)
        if len(counted) >= self._most:
            return counted[-self._most] + self._period_s - now_s
        # Who matters more and waits is due, for it counts less than this one does: it only has yet to wake up.
        return 0.0 if any(self._waiting[other] for other in Rank if other > rank) else None

    def _give(self, rank: Rank) -> Turn:
        turn = Turn(self, rank, self._clock())
        if self._most:
            self._turns.append(turn)
        return turn

    def _leave(self, turn: Turn) -> None:
        self._forget(turn)
        turn.at_s = self._clock()
        if self._most:
            self._turns.append(turn)

    def _forget(self, turn: Turn) -> None:
        if turn in self._turns:
            self._turns.remove(turn)


def _checked_rate(per_second: float | None) -> float:
    rate = 0 if per_second is None else per_second
    if isinstance(rate, bool) or not isinstance(rate, int | float) or not 0 <= rate < math.inf:
        raise InputError("The pace must be a number of requests a second, or 0 for no limit.")
    return float(rate)
