"""Whether desktop notices are held back now, why, and until when; whoever shows them is told when that changes.

Four things hold them back: the user's word (do not disturb), the quiet hours, a locked screen, and the desktop's own do
not disturb where it tells of that. The first two are settings and end by themselves; the others are told to `Quiet`.
What is held back is never lost: one digest tells of it afterwards (`core/notices.py`).
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from ringodesk_qt.core.settings import DAYS, Settings, SettingsKeeper

LONGEST_WAIT_S = 3600.0
"""A timer does not run while the computer sleeps, and the clock may be set: a late end is late by no more than this."""
_DAY = timedelta(days=1)


class Why(StrEnum):
    """What holds notices back; the first that does is told."""

    CHOSEN = "do not disturb"
    HOURS = "quiet hours"
    LOCKED = "locked screen"
    DESKTOP = "the desktop's own do not disturb"


def chosen_until(settings: Settings, now: datetime) -> datetime | None:
    """Until when the user does not want to be disturbed; None where that is over or was never wished."""
    until = settings.do_not_disturb_until
    return until if until is not None and until > now else None


def is_quiet_hour(settings: Settings, wall: datetime) -> bool:
    """Whether a time of day as the wall's clock shows it, without a zone, is in the quiet hours."""
    return any(begin <= wall < end for begin, end in _hours(settings, wall.date()))


def _hours(settings: Settings, day: date) -> Iterator[tuple[datetime, datetime]]:
    """The quiet hours that began the day before, begin on a day or the day after. A night belongs to its evening."""
    if not settings.quiet_hours:
        return
    begin, end = time.fromisoformat(settings.quiet_from), time.fromisoformat(settings.quiet_until)
    for one in (day - _DAY, day, day + _DAY):
        if DAYS[one.weekday()] in settings.quiet_days:
            yield datetime.combine(one, begin), datetime.combine(one if begin < end else one + _DAY, end)


def _next_change_s(settings: Settings, now: datetime) -> float | None:
    """How long it is until time alone may change something; None where it cannot."""
    wall = now.replace(tzinfo=None)
    ends = [(edge - wall).total_seconds() for hours in _hours(settings, wall.date()) for edge in hours if edge > wall]
    if settings.quiet_hours and settings.quiet_days:
        ends.append(LONGEST_WAIT_S)  # the next may be days away
    until = chosen_until(settings, now)
    if until is not None:
        ends.append((until - now).total_seconds())
    return min(*ends, LONGEST_WAIT_S) if ends else None


def _now() -> datetime:
    return datetime.now().astimezone()


class Quiet:
    """Knows what holds notices back. One timer, and only while time alone may change something."""

    def __init__(self, *, settings: SettingsKeeper, clock: Callable[[], datetime] = _now) -> None:
        """`clock` gives the time where the user is."""
        self._settings = settings
        self._clock = clock
        self._is_locked = False
        self._is_desktop_quiet = False
        self._listeners: list[Callable[[], None]] = []
        self._told: tuple[Why | None, datetime | None] = (None, None)
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        settings.on_changed(lambda _settings: self._look())

    @property
    def why(self) -> Why | None:
        """What holds notices back at this moment, or None."""
        settings, now = self._settings.current, self._clock()
        if chosen_until(settings, now) is not None:
            return Why.CHOSEN
        if is_quiet_hour(settings, now.replace(tzinfo=None)):
            return Why.HOURS
        if self._is_locked and not settings.notices_on_locked_screen:
            return Why.LOCKED
        return Why.DESKTOP if self._is_desktop_quiet else None

    @property
    def is_on(self) -> bool:
        """Whether anything does."""
        return self.why is not None

    @property
    def chosen_until(self) -> datetime | None:
        """Until when the user does not want to be disturbed, or None."""
        return chosen_until(self._settings.current, self._clock())

    def on_changed(self, listener: Callable[[], None]) -> None:
        """Calls `listener` whenever something else holds notices back, or nothing does any more."""
        self._listeners.append(listener)

    def screen_locked(self, is_locked: bool) -> None:
        """The screen is locked, or no more."""
        self._is_locked = is_locked
        self._look()

    def desktop_quiet(self, is_quiet: bool) -> None:
        """The desktop itself shows no notices now, or does again."""
        self._is_desktop_quiet = is_quiet
        self._look()

    def start(self) -> None:
        """Notices what ends by itself from now on, until `stop`."""
        self._look()
        self._task = asyncio.create_task(self._run(), name="quiet hours")

    async def stop(self) -> None:
        """Tells nobody any more. May be called without a start."""
        self._listeners.clear()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def _look(self) -> None:
        self._wake.set()
        found = (self.why, self.chosen_until)
        if found != self._told:
            self._told = found
            for listener in tuple(self._listeners):
                listener()

    async def _run(self) -> None:
        while True:
            self._look()
            self._wake.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), _next_change_s(self._settings.current, self._clock()))
