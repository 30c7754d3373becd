"""When this home could not be reached: told by a heartbeat, recorded as gaps.

Ringotel keeps no history that could be asked for. What is sent to us while nothing leads to the receiver is lost, so
the times at which that may have happened are kept, and shown. While the way in is open, its being so is written down
every `BEAT_S`, through the store: a store that cannot be written accepts no notification either. So whatever ends the
process, a gap lies between the last heartbeat and the next; and a heartbeat that comes late says that the machine
slept, the process was stopped, or the disk was full.

How long something took is told by a clock that runs on while the machine sleeps and that nobody sets; the time of day
only says where in the conversation it belongs. Across a restart there is the time of day alone: where it went back,
the gap has no beginning that could be told.

Shown is what lasted `BLIP_S` or more, and may have begun a heartbeat earlier than was noticed. What is shorter is a
restart at a quick user's hands or a tunnel that changed its server. Where nothing is meant to lead here (`off`), there
is no gap.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import msgspec

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import GapsChanged
from ringodesk_qt.core.ports import Store, Tables
from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.gap import Gap, Gaps

log = logging.getLogger(__name__)

BEAT_S = 15.0
LATE_S = 15.0
"""How much later than due a heartbeat may come on a machine that is merely busy."""
BLIP_S = 5.0
"""What lasted less is not shown."""
_LOOK_AHEAD_S = 2.0
"""How much longer than `BEAT_S` a notification may have come after the last heartbeat of a process that died."""


class Moment(msgspec.Struct, frozen=True):
    """The time of day, and the seconds of a clock that never stops and is never set."""

    at: datetime
    running_s: float


def now() -> Moment:
    """This moment."""
    return Moment(datetime.now(UTC), _running_s())


def _running_s() -> float:
    """Seconds from some moment on, sleep included: Linux, then macOS, then Windows."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        clock = getattr(time, name, None)
        if sys.platform != "win32" and clock is not None:
            return time.clock_gettime(clock)
    return time.monotonic()


class _Word(StrEnum):
    """What was told, or that it is time."""

    REACHABLE = "reachable"
    LOST = "lost"
    CLOSED = "closed"
    OFF = "off"
    TIME = "time"
    STOP = "stop"


class Reachability:
    """Keeps the heartbeat and records the gaps. Its task runs on the loop of `start`, best the receiver's.

    What is told may be told from any thread, between `start` and `stop`; the moment it is told counts.
    """

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        clock: Callable[[], Moment] = now,
        beat_s: float = BEAT_S,
        wait_s: float = BLIP_S,
    ) -> None:
        """`beat_s` and `wait_s` (until a gap that lasts is shown) are what is waited for, not what is reckoned with."""
        self._store = store
        self._bus = bus
        self._clock = clock
        self._beat_s = beat_s
        self._wait_s = wait_s
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told: asyncio.Queue[tuple[_Word, Moment]] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._is_open = False
        self._last: Moment | None = None
        """When it was last known to be reachable; None before this process was."""
        self._lost: Moment | None = None
        """When it was told not to be any more."""
        self._is_shown = True
        """Whether it was published that it is not reachable, where it is not."""

    # ------------------------------------------------------------ start and stop

    @property
    def is_running(self) -> bool:
        """Whether it was started and not stopped."""
        return self._task is not None

    async def start(self) -> None:
        """Takes in what is told from now on."""
        if self._task is None:
            self._loop = asyncio.get_running_loop()
            self._told = asyncio.Queue()
            # Another process may have received since this one stopped: what is on disk says until when.
            self._is_open, self._is_shown = False, True
            self._last = self._lost = None
            self._task = asyncio.create_task(self._keep(), name="heartbeat")

    async def stop(self) -> None:
        """Writes down what was told, then ends. May be called again, and without a start."""
        task, self._task = self._task, None
        if task is not None:
            self._tell(_Word.STOP)
            await asyncio.wait([task])
        self._loop = None

    # ------------------------------------------------------------ what is told

    def reachable(self) -> None:
        """The way in is open."""
        self._tell(_Word.REACHABLE)

    def unreachable(self) -> None:
        """It was found not to be open any more; since when, nobody saw."""
        self._tell(_Word.LOST)

    def closed(self) -> None:
        """It is being closed now, in order: until this moment it was open."""
        self._tell(_Word.CLOSED)

    def off(self) -> None:
        """Nothing is meant to lead here: what passes from now on is no gap."""
        self._tell(_Word.OFF)

    def _tell(self, word: _Word) -> None:
        loop, told = self._loop, (word, self._clock())
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._told.put_nowait, told)

    # ------------------------------------------------------------ the task

    async def _keep(self) -> None:
        while True:
            word, moment = await self._next()
            if word is _Word.STOP:
                return
            try:
                await self._take_in(word, moment)
            except StoreError as error:
                log.debug("the heartbeat could not be written: %s", error)
            except Exception:  # the task's border: a fault of ours must not end the heartbeat
                log.exception("the heartbeat failed")

    async def _next(self) -> tuple[_Word, Moment]:
        """The next word; or that it is time for a heartbeat, or to show that the way in is still not open."""
        wait_s = self._beat_s if self._is_open else None
        if self._lost is not None and not self._is_shown:
            wait_s = self._wait_s
        try:
            async with asyncio.timeout(wait_s):
                return await self._told.get()
        except TimeoutError:
            return _Word.TIME, self._clock()

    async def _take_in(self, word: _Word, moment: Moment) -> None:
        if word is _Word.OFF:
            await self._forget()
        elif word is _Word.REACHABLE or (word is _Word.TIME and self._is_open):
            self._is_open = True
            await self._beat(moment)
        elif word is _Word.TIME:
            self._is_shown = True
            self._bus.publish([GapsChanged()])
        elif self._is_open:
            await self._lose(moment, was_open=word is _Word.CLOSED)

    async def _forget(self) -> None:
        self._is_open, self._is_shown = False, True
        self._last = self._lost = None
        await self._store.write(lambda tables: tables.gaps.forget_heartbeat())
        self._bus.publish([GapsChanged()])

    async def _beat(self, moment: Moment) -> None:
        """As long as it cannot be written, nothing can be received: the gap goes on, and ends with the next one."""
        if self._last is None:
            gap = await self._store.write(lambda tables: _begin(tables, moment))
        else:
            began_at = self._gap_began_at(self._last, moment)
            gap = await self._store.write(lambda tables: _go_on(tables, began_at, moment))
        was_shown, self._is_shown = self._lost is not None and self._is_shown, True
        self._last, self._lost = moment, None
        if gap is not None:
            log.info("not reachable from %s to %s", gap.began_at, gap.ended_at)
        if gap is not None or was_shown:
            self._bus.publish([GapsChanged()])

    def _gap_began_at(self, last: Moment, moment: Moment) -> datetime | None:
        """When the gap that ends now began, by the time of day as it is now; None where there is none."""
        passed_s = moment.running_s - last.running_s
        lost_s = moment.running_s - self._lost.running_s if self._lost is not None else 0.0
        if lost_s < BLIP_S and passed_s <= BEAT_S + LATE_S:
            return None
        return moment.at - timedelta(seconds=passed_s)

    async def _lose(self, moment: Moment, *, was_open: bool) -> None:
        self._is_open, self._is_shown = False, False
        self._lost = moment
        if self._last is None:
            return
        is_late = moment.running_s - self._last.running_s > BEAT_S + LATE_S
        if was_open and not is_late:
            self._last = moment
        at = self._last.at
        await self._store.write(lambda tables: tables.gaps.beat(at, is_lost=True))


def _begin(tables: Tables, moment: Moment) -> Gap | None:
    """The first heartbeat of a process: the gap since another one's last, if there is one."""
    last = tables.gaps.heartbeat()
    tables.gaps.beat(moment.at)
    if last is None:
        return None
    known_at = last.at
    if not last.is_lost:
        latest = last.at + timedelta(seconds=BEAT_S + _LOOK_AHEAD_S)
        known_at = tables.gaps.last_arrival(last.at, min(latest, moment.at)) or last.at
    if abs(moment.at - known_at) < timedelta(seconds=BLIP_S):
        return None
    return tables.gaps.record(min(known_at, moment.at), moment.at)


def _go_on(tables: Tables, began_at: datetime | None, moment: Moment) -> Gap | None:
    tables.gaps.beat(moment.at)
    return tables.gaps.record(began_at, moment.at) if began_at is not None else None


def not_reachable_since(tables: Tables, at: datetime) -> datetime | None:
    """Since when this home is not reachable, as seen at a time from any process; None where it is, or need not be."""
    last = tables.gaps.heartbeat()
    if last is None:
        return None
    silence_s = (at - last.at).total_seconds()
    return last.at if silence_s > (BLIP_S if last.is_lost else BEAT_S + LATE_S) else None


def gaps_after(tables: Tables, after: datetime, at: datetime, *, limit: int = 1000) -> Gaps:
    """The newest gaps that ended after a time, and the one that goes on `at` this moment."""
    return Gaps(past=tuple(tables.gaps.since(after, limit=limit)), since=not_reachable_since(tables, at))
