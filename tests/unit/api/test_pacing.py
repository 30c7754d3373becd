"""The limiter, on a clock of its own: how many start in a second, who goes first, who leaves no gap."""

import asyncio
import random

import pytest
from fake_time import FakeTime

from ringodesk_qt.api import Pace
from ringodesk_qt.api.pacing import SLACK_S, Rank
from ringodesk_qt.errors import InputError

SEND, INDICATION, BULK = Rank.SEND, Rank.INDICATION, Rank.BULK


@pytest.fixture
def time():
    return FakeTime()


class Crowd:
    """Calls that take a turn; `starts` tells when each left, since the beginning."""

    def __init__(self, time, per_second=2.0):
        self.time = time
        self.pace = Pace(per_second, clock=time.clock, sleep=time.sleep)
        self.starts = []
        self.tasks = []

    def ask(self, rank, name="", at_s=0.0):
        task = asyncio.create_task(self._call(rank, name or rank.name, at_s))
        self.tasks.append(task)
        return task

    async def _call(self, rank, name, at_s):
        if at_s:
            await self.time.sleep(at_s)
        turn = await self.pace.turn(rank)
        turn.leave()
        self.starts.append((round(self.time.now_s - 1000, 3), rank, name))

    async def all(self):
        await self.time.run()
        await asyncio.gather(*self.tasks)
        return self.starts

    async def times(self):
        return [at for at, _, _ in await self.all()]


P = 1 + SLACK_S


async def test_two_a_second_by_default(time):
    crowd = Crowd(time)
    for _ in range(7):
        crowd.ask(BULK)
    assert await crowd.times() == pytest.approx([0, 0, P, P, 2 * P, 2 * P, 3 * P])
    assert Pace()._most == 2


@pytest.mark.parametrize(
    ("rate", "times"),
    [
        (0.5, [0, 2 + SLACK_S, 4 + 2 * SLACK_S, 6 + 3 * SLACK_S]),
        (1, [0, P, 2 * P, 3 * P]),
        (2.5, [0, 0, 0, 1.2 + SLACK_S]),
        (4, [0, 0, 0, 0]),
        (0, [0, 0, 0, 0]),
        (None, [0, 0, 0, 0]),
    ],
)
async def test_any_rate(time, rate, times):
    crowd = Crowd(time, rate)
    for _ in times:
        crowd.ask(SEND)
    assert await crowd.times() == pytest.approx(times)


@pytest.mark.parametrize("rate", [-1, float("inf"), float("nan"), True, "2", [2]])
def test_what_is_no_rate_is_refused(rate):
    with pytest.raises(InputError, match="requests a second"):
        Pace(rate)


async def test_a_message_is_never_delayed_behind_an_import(time):
    crowd = Crowd(time)
    for _ in range(20):
        crowd.ask(BULK)
    crowd.ask(SEND, "message", at_s=0.5)
    crowd.ask(INDICATION, "receipt", at_s=0.6)
    starts = await crowd.all()
    assert (0.5, SEND, "message") in starts
    assert (0.6, INDICATION, "receipt") in starts


async def test_an_import_gives_way_to_all(time):
    crowd = Crowd(time)
    for at_s in (0, 0.9, 1.8, 2.7):
        crowd.ask(SEND, at_s=at_s)
        crowd.ask(INDICATION, at_s=at_s + 0.1)
    for _ in range(2):
        crowd.ask(BULK, at_s=0.2)
    starts = await crowd.all()
    assert [at for at, rank, _ in starts if rank is SEND] == pytest.approx([0, 0.9, 1.8, 2.7])
    assert min(at for at, rank, _ in starts if rank is BULK) > 2.8


async def test_who_matters_more_goes_first_at_the_same_moment(time):
    crowd = Crowd(time)
    for rank in (BULK, INDICATION, SEND):
        for _ in range(2):
            crowd.ask(rank)
    for rank in (BULK, INDICATION, SEND) * 2:
        crowd.ask(rank, at_s=0.01)
    starts = await crowd.all()
    second = [rank for at, rank, _ in starts if at == pytest.approx(P)]
    assert second[:2] == [SEND, SEND]
    assert BULK not in second


async def test_first_come_first_served_within_a_rank(time):
    crowd = Crowd(time)
    for number in range(9):
        crowd.ask(BULK, str(number))
    assert [name for _, _, name in await crowd.all()] == [str(number) for number in range(9)]


async def test_who_is_cancelled_while_waiting_leaves_no_gap(time):
    crowd = Crowd(time)
    tasks = [crowd.ask(BULK, str(number)) for number in range(6)]
    await time.run(until_s=1000.5)
    tasks[2].cancel()  # the one that looks at the clock
    tasks[3].cancel()  # the one behind it
    await time.run()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert [(at, name) for at, _, name in crowd.starts] == [(0, "0"), (0, "1"), (P, "4"), (P, "5")]


async def test_a_turn_given_back_is_anothers(time):
    pace = Pace(1, clock=time.clock, sleep=time.sleep)
    (await pace.turn(SEND)).give_back()
    await pace.turn(SEND)
    assert time.now_s == 1000


async def test_a_turn_counts_from_when_the_request_leaves(time):
    pace = Pace(1, clock=time.clock, sleep=time.sleep)
    turn = await pace.turn(SEND)
    time.now_s += 0.8
    turn.leave()
    following = asyncio.create_task(pace.turn(SEND))
    await time.run()
    await following
    assert time.now_s == pytest.approx(1000.8 + P)


async def test_a_free_turn_is_there_at_once_or_not_at_all(time):
    crowd = Crowd(time)
    assert crowd.pace.free_turn(INDICATION)
    assert crowd.pace.free_turn(INDICATION)
    assert crowd.pace.free_turn(INDICATION) is None
    assert crowd.pace.free_turn(SEND), "it counts less"
    await time.run(until_s=1000 + P)
    crowd.ask(SEND)
    crowd.ask(SEND)
    crowd.ask(SEND)
    await time.run(until_s=1000 + P)
    assert crowd.pace.free_turn(INDICATION) is None
    crowd.pace = Pace(None)
    assert crowd.pace.free_turn(INDICATION)


async def test_a_free_turn_is_not_taken_from_who_waits_for_it(time):
    pace = Pace(1, clock=time.clock, sleep=time.sleep)
    await pace.turn(INDICATION)
    waiting = asyncio.create_task(pace.turn(INDICATION))
    await asyncio.sleep(0)
    time.now_s += 5  # its time has come, and it has yet to wake up
    assert pace.free_turn(INDICATION) is None
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert pace.free_turn(INDICATION)


async def test_no_limit_keeps_nothing():
    pace = Pace(None)
    for _ in range(1000):
        (await pace.turn(BULK)).leave()
    assert pace._turns == []


@pytest.mark.parametrize("seed", range(25))
async def test_in_any_crowd(time, seed):
    """No start has more than its share of the second before it; order; and messages as if they were alone."""
    draw = random.Random(seed)
    rate = draw.choice([1, 2, 3])
    asked = sorted((round(draw.uniform(0, 6), 2), draw.choice(list(Rank)), str(number)) for number in range(40))
    crowd = Crowd(time, rate)
    for at_s, rank, name in asked:
        crowd.ask(rank, name, at_s=at_s)
    starts = await crowd.all()
    assert len(starts) == len(asked)
    for at, rank, _ in starts:
        assert sum(1 for other, others, _ in starts if at - 1 < other <= at and others >= rank) <= rate or any(
            other == at and others > rank
            for other, others, _ in starts  # who matters more came later that moment
        )
    for rank in Rank:
        assert [name for _, one, name in starts if one is rank] == [name for _, one, name in asked if one is rank]

    alone = Crowd(FakeTime(), rate)
    for at_s, rank, name in asked:
        if rank is SEND:
            alone.ask(rank, name, at_s=at_s)
    assert [start for start in starts if start[1] is SEND] == await alone.all()
