"""When the clock may be believed, so that what is deleted for its age is really old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ringodesk_qt.core.checks import Verdict
from ringodesk_qt.core.known_time import KnownTime
from ringodesk_qt.models.notification import Received
from ringodesk_qt.store.store import SqliteStore

NOW = datetime.now(UTC).replace(microsecond=0)
DAY = timedelta(days=1)


class Clock:
    """A home whose clock says what a test wants; each `start` is another run."""

    def __init__(self, folder):
        self._folder = folder
        self.store = SqliteStore(folder / "ringodesk.db")
        self.judged, self.confirmed = [], 0
        self.start()

    def start(self):
        self.known = KnownTime(
            store=self.store,
            kept=self._folder / "clock.json",
            on_judged=self.judged.append,
        )
        self.known.on_confirmed(self._on_confirmed)

    def _on_confirmed(self):
        self.confirmed += 1

    async def says(self, at):
        return await self.known.is_believed(at)


@pytest.fixture
async def clock(tmp_path):
    built = Clock(tmp_path)
    await built.store.open()
    newest = Received(method="message", body=b"{}", received_at=NOW, digest="")
    await built.store.write(lambda tables: tables.journal.add_all([newest]))
    yield built
    await built.store.close()


async def test_a_home_of_before_has_the_time_of_what_came_last(clock):
    assert await clock.says(NOW + 7 * DAY)
    clock.start()
    assert await clock.says(NOW + 14 * DAY), "moved on by the look before"
    assert not await clock.says(NOW + 22 * DAY)


async def test_a_clock_of_next_year_is_not_believed_in_the_next_run_either(clock):
    assert await clock.says(NOW)
    for _run in range(3):
        clock.start()
        assert not await clock.says(NOW + 365 * DAY)
    assert await clock.says(NOW + DAY), "it was set right"
    assert not await clock.says(NOW + 365 * DAY)


async def test_a_server_that_agrees_ends_the_doubt_and_is_waited_for(clock):
    assert not await clock.says(NOW + 60 * DAY)
    assert clock.confirmed == 0
    clock.known.told(-20.0)
    assert clock.confirmed == 1
    clock.known.told(3.0)
    assert clock.confirmed == 1, "once is enough"
    assert await clock.says(NOW + DAY)


async def test_after_a_confirmation_a_leap_is_a_leap_again(clock):
    clock.known.told(0.0)
    assert await clock.says(NOW + DAY)
    assert not await clock.says(NOW + 40 * DAY)


async def test_a_clock_that_the_server_contradicts_is_never_believed_and_moves_nothing_on(clock):
    clock.known.told(300 * 86400.0)
    for day in range(0, 60, 6):
        assert not await clock.says(NOW + day * DAY)
    clock.start()
    assert not await clock.says(NOW + 60 * DAY)


async def test_offline_for_good_it_is_believed_when_it_has_gone_on_for_thirty_days(clock):
    began = NOW + 90 * DAY
    assert not any([await clock.says(began + day * DAY) for day in range(0, 30, 3)])
    clock.start()
    assert await clock.says(began + 30 * DAY)
    assert await clock.says(began + 31 * DAY)


async def test_the_thirty_days_begin_anew_with_another_leap(clock):
    began = NOW + 90 * DAY
    assert not await clock.says(began)
    assert not await clock.says(began + 40 * DAY)
    assert not await clock.says(began + 45 * DAY)


async def test_a_clock_that_is_behind_is_believed_and_forgets_nothing(clock):
    assert await clock.says(NOW - 9000 * DAY)
    assert await clock.says(NOW + DAY)


async def test_a_doubt_that_was_told_is_taken_back(clock):
    assert not await clock.says(NOW + 60 * DAY)
    clock.known.tell_doubt()
    assert await clock.says(NOW + DAY)
    assert await clock.says(NOW + 2 * DAY)
    assert [one.verdict for one in clock.judged] == [Verdict.WARNING, Verdict.OK]
    assert clock.judged[0].told.startswith("This computer's clock is 60 days ahead of")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"believed_at": 3}'])
async def test_what_is_kept_and_damaged_is_as_good_as_nothing(clock, tmp_path, content):
    (tmp_path / "clock.json").write_bytes(content)
    assert await clock.says(NOW + DAY)
    assert not await clock.says(NOW + 60 * DAY)


async def test_where_nothing_can_be_written_down_a_leap_is_seen_all_the_same(clock, tmp_path):
    (tmp_path / "clock.json").mkdir()
    assert await clock.says(NOW + DAY)
    assert not await clock.says(NOW + 60 * DAY)
