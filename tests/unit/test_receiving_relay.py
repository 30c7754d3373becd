"""What the receiver has seen, on its way to the loop of the window."""

from __future__ import annotations

import asyncio

from ringodesk_qt import receiving
from ringodesk_qt.receiving import _SeenRelay


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


async def test_the_first_is_told_at_once_and_hundreds_after_it_together(monkeypatch):
    monkeypatch.setattr(receiving, "GATHER_S", 600.0)
    other, told = OtherLoop(), []
    relay = _SeenRelay(other, told.append)
    relay._woken_at = asyncio.get_running_loop().time() - 700
    relay.seen("first")
    await turns()
    other.calls.pop()()
    assert told == ["first"]
    for number in range(500):
        relay.seen(number)
        await asyncio.sleep(0)
    assert other.calls == []
    relay._wake()  # as the timer does when the moment is over
    other.calls.pop()()
    assert told == ["first", *range(500)]


async def test_what_comes_while_it_is_told_is_told_next(monkeypatch):
    monkeypatch.setattr(receiving, "GATHER_S", 0.0)
    other, told = OtherLoop(), []
    relay = _SeenRelay(other, told.append)
    for number in range(3):
        relay.seen(number)
        await turns()
        other.calls.pop()()
    assert told == [0, 1, 2]
