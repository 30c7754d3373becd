"""What the receiver has seen, on its way to the loop of the window."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from ringodesk_qt import receiving
from ringodesk_qt.receiver.verdicts import Seen, Verdict
from ringodesk_qt.receiving import _SeenRelay

AT = datetime(2026, 11, 27, 12, tzinfo=UTC)


class OtherLoop:
    """Notes what it is woken for."""

    def __init__(self):
        self.calls = []

    def is_closed(self):
        return False

    def call_soon_threadsafe(self, callback):
        self.calls.append(callback)


async def turns():
    for _ in range(3):
        await asyncio.sleep(0)


def seen(number, verdict=Verdict.ACCEPTED, **more):
    return Seen(verdict=verdict, status=verdict.status, at=AT + timedelta(milliseconds=number), **more)


class Told(list):
    """What the listener was called with."""

    def __call__(self, one, times):
        self.append((one, times))


async def test_the_first_is_told_at_once_and_hundreds_after_it_together_in_one_call(monkeypatch):
    monkeypatch.setattr(receiving, "GATHER_S", 600.0)
    other, told = OtherLoop(), Told()
    relay = _SeenRelay(other, told)
    relay._woken_at = asyncio.get_running_loop().time() - 700
    relay.seen(seen(0))
    await turns()
    other.calls.pop()()
    assert told == [(seen(0), 1)]
    for number in range(1, 501):
        relay.seen(seen(number))
        await asyncio.sleep(0)
    assert other.calls == []
    relay._wake()  # as the timer does when the moment is over
    other.calls.pop()()
    assert told == [(seen(0), 1), (seen(500), 500)]


async def test_each_kind_is_told_with_its_count_and_the_one_that_came_last_last(monkeypatch):
    monkeypatch.setattr(receiving, "GATHER_S", 600.0)
    other, told = OtherLoop(), Told()
    relay = _SeenRelay(other, told)
    ours, theirs = {"orgid": "org-1"}, {"orgid": "org-2", "peer_hop": "tunnel"}
    relay.seen(seen(1, **ours))
    relay.seen(seen(2, Verdict.WRONG_KEY, **ours))
    relay.seen(seen(3, **theirs))
    relay.seen(seen(4, **theirs))
    relay.seen(seen(5, **ours))
    relay._deliver()
    assert told == [(seen(2, Verdict.WRONG_KEY, **ours), 1), (seen(4, **theirs), 2), (seen(5, **ours), 2)]


async def test_what_comes_while_it_is_told_is_told_next(monkeypatch):
    monkeypatch.setattr(receiving, "GATHER_S", 0.0)
    other, told = OtherLoop(), Told()
    relay = _SeenRelay(other, told)
    for number in range(3):
        relay.seen(seen(number))
        await turns()
        other.calls.pop()()
    assert told == [(seen(number), 1) for number in range(3)]
