"""Times from outside: what is taken, and the mistakes that are refused."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ringodesk_qt.errors import InputError
from ringodesk_qt.models.times import checked_time, ms_of, time_of_ms

NOW = datetime(2026, 2, 3, 11, 41, 27, 507_000, tzinfo=UTC)
NOW_MS = 1_770_118_887_507  # the collection's own example of a timestamp


def test_milliseconds_there_and_back():
    assert ms_of(NOW) == NOW_MS
    assert time_of_ms(NOW_MS, now=NOW) == NOW
    assert time_of_ms(1_000_000_000_000) == datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)
    assert ms_of(NOW + timedelta(microseconds=999)) == NOW_MS


@pytest.mark.parametrize("hours", [-12, -5.5, 0, 14])
def test_any_zone_is_the_same_moment(hours):
    zoned = NOW.astimezone(timezone(timedelta(hours=hours)))
    assert checked_time(zoned, now=NOW) == NOW
    assert checked_time(zoned, now=NOW).tzinfo is UTC


def test_what_is_finer_than_a_millisecond_is_cut():
    assert checked_time(NOW + timedelta(microseconds=999), now=NOW) == NOW


def test_five_minutes_ahead_are_let_through_and_no_more():
    latest = NOW + timedelta(minutes=5)
    assert checked_time(latest, now=NOW) == latest
    assert time_of_ms(ms_of(latest), now=NOW) == latest
    with pytest.raises(InputError, match="future"):
        checked_time(latest + timedelta(milliseconds=1), now=NOW)
    with pytest.raises(InputError, match="future"):
        time_of_ms(ms_of(latest) + 1, now=NOW)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (NOW_MS // 1000, "Multiply it by 1000"),
        (999_999_999_999, "Multiply it by 1000"),
        (0, "Multiply it by 1000"),
        (-1, "negative"),
        (-NOW_MS, "negative"),
        (NOW_MS * 1000, "future"),
        (10**30, "more than 20 digits"),
        pytest.param(10**5000, "more than 20 digits", id="endless"),
        pytest.param(-(10**5000), "more than 20 digits is negative", id="endless below"),
        (float(NOW_MS), "no whole number"),
        (NOW_MS + 0.5, "no whole number"),
        (float("nan"), "no whole number"),
        (str(NOW_MS), "no whole number"),
        (True, "no whole number"),
        (None, "no whole number"),
    ],
)
def test_numbers_that_are_no_times(value, says):
    with pytest.raises(InputError, match=says):
        time_of_ms(value, now=NOW)


@pytest.mark.parametrize(
    ("at", "says"),
    [
        (NOW.replace(tzinfo=None), "no time zone"),
        (datetime(2001, 9, 9, 1, 46, 39, 999_999, tzinfo=UTC), "before September 2001"),
        (datetime.fromtimestamp(NOW_MS // 1000 / 1000, UTC), "before September 2001"),
        (datetime.min.replace(tzinfo=timezone(timedelta(hours=14))), "before September 2001"),
        (datetime.max.replace(tzinfo=timezone(timedelta(hours=-12))), "future"),
        (NOW + timedelta(hours=1), "future"),
        (NOW_MS, "must be a datetime"),
        (None, "must be a datetime"),
    ],
)
def test_times_that_cannot_be_right(at, says):
    with pytest.raises(InputError, match=says):
        checked_time(at, now=NOW)


def test_without_a_now_it_is_the_clocks():
    with pytest.raises(InputError, match="future"):
        checked_time(datetime.now(UTC) + timedelta(days=1))
    at = datetime.now(UTC)
    assert abs(checked_time(at) - at) < timedelta(milliseconds=1)
