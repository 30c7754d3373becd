"""The connections a receiver has, how long each may wait, and who goes when there are too many."""

from __future__ import annotations

import asyncio
import contextlib

from ringodesk_qt.receiver.connection import Connection, Phase
from ringodesk_qt.receiver.limits import Limits


class Crowd:
    """The connections there are, and the one timer that looks at their deadlines.

    It runs only as long as there are connections, and only for the next deadline: a receiver nobody calls wakes nobody.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._members: set[Connection] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_empty: asyncio.Event | None = None
        self._waits_s = {
            Phase.FRESH: limits.head_s,
            Phase.HEAD: limits.head_s,
            Phase.BODY: limits.body_s,
            Phase.WRITING: limits.body_s,
            Phase.STORING: limits.store_s,
            Phase.IDLE: limits.idle_s,
            Phase.LINGERING: limits.linger_s,
        }
        self._shortest_wait_s = min(limits.pressed_idle_s, limits.request_s - limits.head_s, *self._waits_s.values())
        self._grain_s = min(0.25, limits.head_s / 4, limits.body_s / 4)

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """Takes its clock from the loop."""
        self._loop = loop
        self._is_empty = asyncio.Event()

    def admit(self, connection: Connection) -> bool:
        """Adds it; whether there was room for it or could be made."""
        if len(self._members) >= self._limits.connections and not self._close_one():
            return False
        self._members.add(connection)
        if self._is_pressed:
            self._watch_at(connection.since)
        return True

    def leave(self, connection: Connection) -> None:
        """Removes it."""
        self._members.discard(connection)
        if not self._members:
            self._stop_timer()
            if self._is_empty is not None:
                self._is_empty.set()

    def watch(self, connection: Connection) -> None:
        """Wakes up for its deadline."""
        if self._timer is not None and self._timer.when() <= connection.since + self._shortest_wait_s:
            return  # it is looked at soon enough, whatever it waits for
        if connection in self._members:
            self._watch_at(self._deadline(connection))

    def retire(self) -> None:
        """Ends every connection that owes no answer, the others after it."""
        for connection in list(self._members):
            connection.retire()

    async def emptied(self, timeout_s: float) -> None:
        """Returns when all have left; who has not after `timeout_s` is cut off."""
        if self._members and self._is_empty is not None:
            self._is_empty.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._is_empty.wait(), timeout_s)
        for connection in list(self._members):
            connection.abort()
        self._stop_timer()

    @property
    def _is_pressed(self) -> bool:
        return len(self._members) * 4 >= self._limits.connections * 3

    def _close_one(self) -> bool:
        """Cuts off the one that has waited longest between requests, else for the rest of one."""
        waiting = [one for one in self._members if one.is_waiting_for_caller]
        if not waiting:
            return False
        longest = min(waiting, key=lambda one: (one.phase not in (Phase.IDLE, Phase.LINGERING), one.since))
        self._members.discard(longest)
        longest.abort()
        return True

    def _deadline(self, connection: Connection) -> float:
        if connection.phase is Phase.IDLE and self._is_pressed:
            return connection.since + self._limits.pressed_idle_s
        deadline = connection.since + self._waits_s[connection.phase]
        if connection.phase in (Phase.HEAD, Phase.BODY):
            return min(deadline, connection.begun + self._limits.request_s)
        return deadline

    def _watch_at(self, when: float) -> None:
        if self._timer is not None and self._timer.when() <= when + self._grain_s:
            return
        self._stop_timer()
        if self._loop is not None:
            when = max(when, self._loop.time()) + self._grain_s
            self._timer = self._loop.call_at(when, self._sweep, self._loop)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _sweep(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer = None
        now = loop.time()
        for connection in list(self._members):
            if self._deadline(connection) <= now:
                connection.expire()
        if self._members:
            self._watch_at(min(map(self._deadline, self._members)))
