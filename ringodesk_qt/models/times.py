"""Times that go to or come from outside: aware here, whole milliseconds since 1970 there.

A time in seconds, or one that lies in the future, is nearly always a mistake of a factor of a thousand or of a time
zone, and history that was written with it cannot be put right. So such a time is refused before anything is done.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from ringodesk_qt.errors import InputError

EARLIEST_MS = 1_000_000_000_000
"""9 September 2001. Any smaller number is one in seconds, or no time at all."""
FUTURE_S = 300
"""How far ahead of ours another clock may be."""

_MORNING = time(8)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_EARLIEST = _EPOCH + EARLIEST_MS * _MILLISECOND


def checked_time(at: datetime, *, now: datetime | None = None) -> datetime:
    """The same moment in UTC, cut to whole milliseconds.

    Raises InputError, which says what to do, for a time without a zone, one before 9 September 2001, and one more than
    five minutes ahead of `now` (None: the clock's).
    """
    if not isinstance(at, datetime):
        raise InputError("A time must be a datetime with a time zone.")
    if at.utcoffset() is None:
        raise InputError(f"The time {at.isoformat()} has no time zone. Say which: for instance tzinfo=UTC.")
    if at < _EARLIEST:
        raise InputError(
            f"The time {at.isoformat()} is before September 2001. Check its date, and that seconds were not "
            "taken for milliseconds."
        )
    if at > (now or datetime.now(UTC)) + timedelta(seconds=FUTURE_S):
        raise InputError(f"The time {at.isoformat()} lies in the future. Check its date, its time zone and its unit.")
    at = at.astimezone(UTC)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def time_of_ms(value: int, *, now: datetime | None = None) -> datetime:
    """The moment, in UTC, that lies `value` milliseconds after 1970 began.

    Raises InputError for what is no whole number, and for seconds, negative numbers and times in the future.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise InputError(
            f"The time {value!r:.40} is no whole number. Give milliseconds since 1970, without a fraction."
        )
    if value < 0:
        raise InputError(f"The time {_shortened(value)} is negative. Give milliseconds since 1970.")
    if value < EARLIEST_MS:
        raise InputError(
            f"The time {value} looks like seconds: as milliseconds it is before September 2001. Multiply it by 1000."
        )
    latest = (now or datetime.now(UTC)) + timedelta(seconds=FUTURE_S)
    if value > ms_of(latest):
        raise InputError(
            f"The time {_shortened(value)} lies in the future. Give milliseconds since 1970, not microseconds."
        )
    return _EPOCH + value * _MILLISECOND


def ms_of(at: datetime) -> int:
    """An aware time as whole milliseconds since 1970, cut, not rounded."""
    return (at - _EPOCH) // _MILLISECOND


def next_morning(now: datetime) -> datetime:
    """Tomorrow's, where the user is; this day's for who is still up at night. `now` is in the user's time zone."""
    day = now.date() if now.time() < _MORNING else now.date() + timedelta(days=1)
    return datetime.combine(day, _MORNING).astimezone()


def rfc3339(at: datetime | None) -> str | None:
    """A time in UTC with milliseconds and a Z, as files and the command line have it; None for none."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z") if at else None


def _shortened(value: int) -> str:
    return str(value) if abs(value) < 10**20 else "of more than 20 digits"
