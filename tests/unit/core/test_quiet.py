"""What holds desktop notices back, and until when: by the time of day, by the user's word, by the desktop."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from ringodesk_qt.core import quiet as module
from ringodesk_qt.core.quiet import Quiet, Why, is_quiet_hour
from ringodesk_qt.core.settings import Settings, SettingsKeeper
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.chat import MUTED_ALWAYS

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.now = MONDAY + timedelta(hours=12)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def keeper(tmp_path):
    return SettingsKeeper(tmp_path / "settings.json")


@pytest.fixture
async def quiet(keeper, clock):
    built = Quiet(settings=keeper, clock=clock)
    yield built
    await built.stop()


def hours(begin, end, *days):
    more = {"quiet_days": days} if days else {}
    return Settings(quiet_hours=True, quiet_from=begin, quiet_until=end, **more)


@pytest.mark.parametrize(
    ("settings", "quiet_at", "loud_at"),
    [
        (hours("09:30", "17:00"), ["0 09:30", "0 16:59"], ["0 09:29", "0 17:00", "0 00:00"]),
        (hours("22:00", "07:00"), ["0 22:00", "0 23:59", "1 00:00", "1 06:59", "0 03:00"], ["0 07:00", "0 21:59"]),
        # A night belongs to the evening it begins on.
        (hours("22:00", "07:00", "fri"), ["4 22:00", "5 06:59"], ["4 06:00", "5 22:00", "3 23:00"]),
        (hours("22:00", "07:00", "sun"), ["6 23:00", "0 06:00"], ["0 23:00", "6 06:00"]),
        (hours("08:00", "08:00", "tue"), ["1 08:00", "2 07:59"], ["1 07:59", "2 08:00"]),
        (hours("00:00", "00:00"), ["0 00:00", "3 12:00"], []),
        (Settings(quiet_hours=True, quiet_days=()), [], ["0 23:00", "1 03:00"]),
        (Settings(quiet_hours=False), [], ["0 23:00"]),
    ],
)
def test_the_quiet_hours_over_midnight_and_by_days(settings, quiet_at, loud_at):
    def at(words):
        day, clock = words.split()
        wall = MONDAY.replace(tzinfo=None) + timedelta(days=int(day))
        return wall.replace(hour=int(clock[:2]), minute=int(clock[3:]))

    assert [one for one in quiet_at if not is_quiet_hour(settings, at(one))] == []
    assert [one for one in loud_at if is_quiet_hour(settings, at(one))] == []


@pytest.mark.parametrize("wrong", ["24:00", "7:00", "07:60", "seven", ""])
async def test_a_time_that_is_none_is_refused(keeper, wrong):
    with pytest.raises(InputError, match="quiet_from"):
        await keeper.change(quiet_from=wrong)


async def test_a_day_that_is_none_is_refused(keeper):
    with pytest.raises(InputError, match="quiet_days"):
        await keeper.change(quiet_days=("mon", "noday"))


async def test_do_not_disturb_ends_by_itself_and_outlives_a_restart(keeper, clock, tmp_path):
    await keeper.change(do_not_disturb_until=clock.now + timedelta(hours=1))
    again = SettingsKeeper(tmp_path / "settings.json")
    again.read()
    quiet = Quiet(settings=again, clock=clock)
    assert (quiet.why, quiet.chosen_until) == (Why.CHOSEN, clock.now + timedelta(hours=1))
    clock.now += timedelta(hours=1)
    assert (quiet.why, quiet.chosen_until) == (None, None)


async def test_until_it_is_turned_off_is_for_ever(keeper, clock, quiet):
    await keeper.change(do_not_disturb_until=MUTED_ALWAYS)
    clock.now += timedelta(days=5000)
    assert quiet.why is Why.CHOSEN
    await keeper.change(do_not_disturb_until=None)
    assert quiet.why is None


async def test_a_time_without_a_zone_is_refused(keeper):
    with pytest.raises(InputError, match="do_not_disturb_until"):
        await keeper.change(do_not_disturb_until="2026-11-27T12:00:00")


async def test_a_locked_screen_and_the_desktop_hold_back(keeper, quiet):
    told = []
    quiet.on_changed(lambda: told.append(quiet.why))
    quiet.screen_locked(True)
    quiet.desktop_quiet(True)
    quiet.screen_locked(False)
    quiet.desktop_quiet(False)
    assert told == [Why.LOCKED, Why.DESKTOP, None]


async def test_who_wants_notices_on_a_locked_screen_has_them(keeper, quiet):
    quiet.screen_locked(True)
    await keeper.change(notices_on_locked_screen=True)
    assert not quiet.is_on
    await keeper.change(notices_on_locked_screen=False)
    assert quiet.is_on


async def test_an_end_is_told_when_it_comes(keeper, clock, quiet, monkeypatch):
    monkeypatch.setattr(module, "LONGEST_WAIT_S", 0.01)
    await keeper.change(do_not_disturb_until=clock.now + timedelta(minutes=5))
    quiet.start()
    ended = asyncio.Event()
    quiet.on_changed(ended.set)
    await asyncio.sleep(0.05)
    assert not ended.is_set()
    clock.now += timedelta(minutes=5)
    async with asyncio.timeout(10):
        await ended.wait()
    assert not quiet.is_on


@pytest.mark.parametrize(
    ("settings", "wait_s"),
    [
        (Settings(), None),
        (Settings(do_not_disturb_until=MONDAY), None),
        (Settings(do_not_disturb_until=MONDAY + timedelta(hours=12, minutes=5)), 300),
        (hours("12:10", "13:00"), 600),
        (hours("11:00", "12:20"), 1200),
        (hours("22:00", "07:00", "sat"), 3600),
    ],
)
def test_it_wakes_up_for_the_next_change_alone(settings, wait_s):
    assert module._next_change_s(settings, MONDAY + timedelta(hours=12)) == wait_s
