"""What is a gap and what is none, by a clock that the test sets."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from ringodesk_qt.core import reachability
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import GapsChanged
from ringodesk_qt.core.reachability import BEAT_S, BLIP_S, LATE_S, Moment, Reachability, gaps_after, not_reachable_since
from ringodesk_qt.errors import StoreError
from ringodesk_qt.store.store import SqliteStore

START = datetime(2026, 3, 1, 14, 2, tzinfo=UTC)
EVER = datetime(2000, 1, 1, tzinfo=UTC)
WAIT_S = 20


class Clock:
    """The time of day, and one that is never set."""

    def __init__(self):
        self.at = START
        self.running_s = 1000.0

    def __call__(self):
        return Moment(self.at, self.running_s)

    def passes(self, seconds):
        self.at += timedelta(seconds=seconds)
        self.running_s += seconds

    def is_set(self, seconds):
        self.at += timedelta(seconds=seconds)


class FailingStore:
    """The store, of which writes fail while the test says so."""

    def __init__(self, store):
        self._store = store
        self.is_full = False
        self.writes = 0

    async def write(self, work):
        self.writes += 1
        if self.is_full:
            raise StoreError("The disk is full.")
        return await self._store.write(work)


class Home:
    """One home; `process` begins the life of one that receives on it."""

    def __init__(self, store, clock):
        self.store = store
        self.failing = FailingStore(store)
        self.clock = clock
        self.bus = Bus()
        self.told = 0
        self.bus.on(GapsChanged, lambda _event: setattr(self, "told", self.told + 1))
        self._living = []

    async def process(self, *, beat_s=60.0, wait_s=60.0):
        self.bus.attach(asyncio.get_running_loop())
        one = Reachability(store=self.failing, bus=self.bus, clock=self.clock, beat_s=beat_s, wait_s=wait_s)
        await one.start()
        self._living.append(one)
        return one

    async def kill(self, process):
        """It says nothing any more."""
        await settled(process)
        process._task.cancel()
        await asyncio.wait([process._task])

    async def spans(self):
        gaps = await self.store.read(lambda tables: tables.gaps.since(EVER))
        return [
            (round((gap.began_at - START).total_seconds(), 3), round((gap.ended_at - START).total_seconds(), 3))
            for gap in gaps
        ]

    async def since(self):
        at = await self.store.read(lambda tables: not_reachable_since(tables, self.clock.at))
        return None if at is None else (at - START).total_seconds()

    async def heartbeat(self):
        return await self.store.read(lambda tables: tables.gaps.heartbeat())

    async def beats(self):
        """Returns when one more heartbeat has been tried than had been, and the next is awaited."""
        seen = self.failing.writes
        async with asyncio.timeout(WAIT_S):
            while self.failing.writes < seen + 2:
                await asyncio.sleep(0.002)

    async def end(self):
        for one in self._living:
            await one.stop()


async def settled(process):
    """All that was told has been taken in."""
    await asyncio.sleep(0)
    process._told.put_nowait((reachability._Word.STOP, process._clock()))
    await asyncio.wait([process._task])
    process._task = asyncio.create_task(process._keep())


@pytest.fixture
async def home(tmp_path):
    store = SqliteStore(tmp_path / "ringodesk.db")
    await store.open()
    home = Home(store, Clock())
    yield home
    await home.end()
    await store.close()


async def test_the_first_start_ever_shows_none(home):
    process = await home.process()
    process.reachable()
    await settled(process)
    assert await home.spans() == []
    assert await home.since() is None
    assert (await home.heartbeat()).at == START


async def test_none_is_shown_when_all_was_well(home):
    process = await home.process(beat_s=0.003)
    process.reachable()
    for _ in range(20):
        home.clock.passes(BEAT_S + LATE_S)  # as late as a busy machine may be
        await home.beats()
    assert await home.spans() == []
    assert (await home.heartbeat()).at == home.clock.at
    assert home.told == 0


async def test_a_process_that_was_killed_leaves_a_gap_from_its_last_heartbeat(home):
    process = await home.process(beat_s=0.003)
    process.reachable()
    home.clock.passes(15)
    await home.beats()
    await home.kill(process)
    home.clock.passes(2100)
    assert await home.since() == 15
    process = await home.process()
    process.reachable()
    await settled(process)
    assert await home.spans() == [(15, 2115)]
    assert home.told == 1
    assert await home.since() is None


async def test_what_came_after_the_last_heartbeat_was_still_received(home):
    process = await home.process()
    process.reachable()
    await home.kill(process)

    def arrives(tables):
        for second in (4, 9, 700):
            tables.gaps._database.rows(
                "INSERT INTO journal (at, method, body, digest) VALUES (?, 'message', x'', '')",
                (round((START.timestamp() + second) * 1000),),
            )

    await home.store.write(arrives)
    home.clock.passes(900)
    process = await home.process()
    process.reachable()
    await settled(process)
    assert await home.spans() == [(9, 900)]


async def test_an_orderly_end_is_a_gap_from_that_moment(home):
    process = await home.process()
    process.reachable()
    home.clock.passes(11)
    process.closed()
    await process.stop()
    home.clock.passes(60)
    process = await home.process()
    process.reachable()
    await settled(process)
    assert await home.spans() == [(11, 71)]


@pytest.mark.parametrize(("away_s", "spans"), [(BLIP_S - 0.1, []), (BLIP_S, [(3, 3 + BLIP_S)])])
async def test_a_quick_restart_is_none(home, away_s, spans):
    process = await home.process()
    process.reachable()
    home.clock.passes(3)
    process.closed()
    await process.stop()
    home.clock.passes(away_s)
    process = await home.process()
    process.reachable()
    await settled(process)
    assert await home.spans() == spans


@pytest.mark.parametrize(("away_s", "spans"), [(BLIP_S - 0.1, []), (BLIP_S, [(0, 9 + BLIP_S)])])
async def test_a_tunnel_that_is_lost_may_have_been_since_the_last_heartbeat(home, away_s, spans):
    process = await home.process()
    process.reachable()
    home.clock.passes(9)
    process.unreachable()
    home.clock.passes(away_s / 2)
    process.unreachable()  # another attempt failed
    home.clock.passes(away_s / 2)
    process.reachable()
    await settled(process)
    assert await home.spans() == spans


async def test_paused_receiving_is_a_gap(home):
    process = await home.process()
    process.reachable()
    home.clock.passes(20)
    process.closed()
    home.clock.passes(600)
    process.reachable()
    await settled(process)
    assert await home.spans() == [(20, 620)]


async def test_sleep_is_a_gap_and_one_with_the_tunnels_reopening(home):
    process = await home.process(beat_s=0.003)
    process.reachable()
    await home.beats()
    home.clock.passes(3600)
    await home.beats()
    assert await home.spans() == [(0, 3600)]
    home.clock.passes(1)
    process.unreachable()
    home.clock.passes(8)
    process.reachable()
    await settled(process)
    assert await home.spans() == [(0, 3609)]


async def test_sleep_that_the_tunnel_notices_first(home):
    process = await home.process()
    process.reachable()
    home.clock.passes(3600)
    process.unreachable()
    home.clock.passes(1)
    process.reachable()
    await settled(process)
    assert await home.spans() == [(0, 3601)]


@pytest.mark.parametrize("step_s", [-7200, -3, 3, 7200])
async def test_a_clock_that_is_set_is_no_gap(home, step_s):
    process = await home.process(beat_s=0.003)
    process.reachable()
    await home.beats()
    home.clock.passes(15)
    home.clock.is_set(step_s)
    await home.beats()
    assert await home.spans() == []
    assert (await home.heartbeat()).at == home.clock.at


@pytest.mark.parametrize("step_s", [-7200, 7200])
async def test_a_gap_is_as_long_as_it_was_whatever_the_clock_was_set_to(home, step_s):
    process = await home.process()
    process.reachable()
    home.clock.passes(5)
    process.closed()
    home.clock.is_set(step_s)
    home.clock.passes(600)
    process.reachable()
    await settled(process)
    assert await home.spans() == [(5 + step_s, 605 + step_s)]


async def test_a_clock_set_back_across_a_restart_leaves_a_gap_without_a_beginning(home):
    process = await home.process()
    process.reachable()
    await home.kill(process)
    home.clock.passes(600)
    home.clock.is_set(-7200)
    assert await home.since() is None
    process = await home.process()
    process.reachable()
    await settled(process)
    assert await home.spans() == [(-6600, -6600)]


async def test_gaps_never_reach_into_each_other_when_the_clock_is_put_right(home):
    process = await home.process()
    process.reachable()
    await home.kill(process)
    home.clock.passes(60)
    home.clock.is_set(86400)  # wrong
    process = await home.process()
    process.reachable()
    await settled(process)
    assert await home.spans() == [(0, 86460)]
    home.clock.is_set(-86400)  # right again
    home.clock.passes(1000)
    process.closed()
    home.clock.passes(100)
    process.reachable()
    await settled(process)
    spans = await home.spans()
    assert spans[-1][1] == 1160
    assert all(began <= ended for began, ended in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


async def test_what_is_off_by_choice_has_no_gaps(home):
    process = await home.process()
    process.off()
    await process.stop()
    home.clock.passes(90000)
    assert await home.since() is None
    process = await home.process()
    process.reachable()
    home.clock.passes(30)
    process.closed()
    process.off()
    await process.stop()
    home.clock.passes(90000)
    process = await home.process()
    process.reachable()
    await settled(process)
    assert await home.spans() == []


async def test_another_process_that_receives_counts(home):
    process = await home.process()
    process.reachable()
    home.clock.passes(10)
    process.closed()
    await process.stop()
    home.clock.passes(2)
    other = await home.process(beat_s=0.003)
    other.reachable()
    for _ in range(40):
        home.clock.passes(15)
        await home.beats()
    assert await home.since() is None
    other.closed()
    await other.stop()
    home.clock.passes(3)
    process = await home.process()
    process.reachable()
    await settled(process)
    assert await home.spans() == []


async def test_what_another_process_received_between_two_starts_of_this_one_counts(home):
    process = await home.process()
    process.reachable()
    process.closed()
    await process.stop()
    home.clock.passes(2)
    other = await home.process()
    other.reachable()
    home.clock.passes(20)
    other.closed()
    await other.stop()
    home.clock.passes(2)
    await process.start()
    process.reachable()
    await settled(process)
    assert await home.spans() == []


async def test_a_disk_that_is_full_is_a_gap(home):
    process = await home.process(beat_s=0.003)
    process.reachable()
    await home.beats()
    home.failing.is_full = True
    for _ in range(3):
        home.clock.passes(20)
        await home.beats()
    assert await home.spans() == []
    home.failing.is_full = False
    await home.beats()
    assert await home.spans() == [(0, 60)]


async def test_a_gap_that_goes_on_is_told_once_and_ends(home):
    process = await home.process(wait_s=0.003)
    process.reachable()
    home.clock.passes(5)
    process.unreachable()
    async with asyncio.timeout(WAIT_S):
        while not home.told:
            await asyncio.sleep(0.002)
    home.clock.passes(BLIP_S)
    assert await home.since() == 0
    now = await home.store.read(lambda tables: gaps_after(tables, EVER, home.clock.at))
    assert (now.past, now.since) == ((), START)
    await asyncio.sleep(0.02)
    assert home.told == 1
    process.reachable()
    await settled(process)
    await asyncio.sleep(0)
    assert home.told == 2
    assert await home.since() is None


async def test_nothing_wakes_up_while_nothing_is_received(home):
    process = await home.process(beat_s=0.001, wait_s=0.001)
    await asyncio.sleep(0.03)
    process.off()
    await asyncio.sleep(0.03)
    assert home.failing.writes == 1


async def test_told_nothing_it_ends(home):
    process = await home.process()
    process.reachable()
    await process.stop()
    await process.stop()
    process.reachable()
    assert (await home.heartbeat()).at == START


def test_the_clock_that_is_never_set_runs():
    first, second = reachability.now(), reachability.now()
    assert second.running_s >= first.running_s
    assert first.at.tzinfo is UTC
