"""A gap is told once: by one digest, by no later start, and to somebody who wants to be told."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import GapsChanged, StoreChanged
from ringodesk_qt.core.gap_digest import NEWS, GapDigest
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.store.store import SqliteStore

NOW = datetime(2026, 3, 1, 14, 0, tzinfo=UTC)
WAIT_S = 20


class Window:
    """Digests on one home; `runs` is a run of the program."""

    def __init__(self, store, settings):
        self.store = store
        self.settings = settings
        self.bus = Bus()
        self.shown = []
        self.is_present = False
        self.is_held_back = False
        self.digests = []

    def runs(self):
        self.bus.attach(asyncio.get_running_loop())
        digest = GapDigest(
            store=self.store,
            bus=self.bus,
            settings=self.settings,
            is_present=lambda: self.is_present,
            is_held_back=lambda: self.is_held_back,
            show=lambda gaps: self.shown.append([(gap.began_at - NOW).total_seconds() for gap in gaps]),
            clock=lambda: NOW,
        )
        digest.start()
        self.digests.append(digest)
        return digest

    async def records(self, began_s, length_s=60, event=None):
        at = NOW + timedelta(seconds=began_s)
        await self.store.write(lambda tables: tables.gaps.record(at, at + timedelta(seconds=length_s)))
        self.bus.publish([event or GapsChanged()])
        await self.looked()

    async def looked(self):
        """All that was recorded has been taken."""
        async with asyncio.timeout(WAIT_S):
            while await self.store.read(lambda tables: tables.gaps.untold()):
                await asyncio.sleep(0.002)
        await asyncio.sleep(0.01)


@pytest.fixture
async def window(tmp_path):
    store = SqliteStore(tmp_path / "ringodesk.db")
    await store.open()
    settings = SettingsKeeper(tmp_path / "settings.json")
    settings.load()
    window = Window(store, settings)
    yield window
    for digest in window.digests:
        await digest.stop()
    await store.close()


async def test_nothing_is_told_when_all_was_well(window):
    window.runs()
    window.bus.publish([GapsChanged(), StoreChanged()])
    await window.looked()
    assert window.shown == []


async def test_what_was_recorded_before_the_start_is_told_once(window):
    await window.store.write(lambda tables: tables.gaps.record(NOW - timedelta(hours=2), NOW - timedelta(hours=1)))
    digest = window.runs()
    await window.looked()
    assert window.shown == [[-7200]]
    window.bus.publish([GapsChanged()])
    await window.looked()
    await digest.stop()
    window.runs()
    await window.looked()
    assert window.shown == [[-7200]]


@pytest.mark.parametrize("event", [GapsChanged(), StoreChanged()])
async def test_what_this_process_or_another_records_is_told(window, event):
    window.runs()
    await window.records(-600, event=event)
    assert window.shown == [[-600]]


async def test_what_nobody_has_seen_is_told_together(window):
    digest = window.runs()
    await window.records(-3600)
    await window.records(-1800)
    assert window.shown[-1] == [-3600, -1800]
    digest.seen()
    await window.records(-900)
    assert window.shown[-1] == [-900]
    window.is_present = True
    await window.records(-600)
    await window.records(-300)
    assert window.shown[-2:] == [[-900, -600], [-300]]


async def test_who_wants_no_notices_gets_none_not_later_either(window):
    await window.settings.change(notices="nothing")
    window.runs()
    await window.records(-600)
    await window.settings.change(notices="full")
    window.bus.publish([GapsChanged()])
    await window.looked()
    assert window.shown == []


async def test_old_gaps_are_no_news(window):
    window.runs()
    await window.records(-NEWS.total_seconds() - 120)
    assert window.shown == []


async def test_it_ends_without_a_start(window):
    await GapDigest(
        store=window.store, bus=window.bus, settings=window.settings, is_present=bool, is_held_back=bool, show=print
    ).stop()


async def test_what_is_held_back_is_told_afterwards(window):
    window.is_held_back = True
    digest = window.runs()
    at = NOW - timedelta(seconds=600)
    await window.store.write(lambda tables: tables.gaps.record(at, at + timedelta(seconds=60)))
    window.bus.publish([GapsChanged()])
    await window.store.read(lambda tables: tables.gaps.untold())
    await asyncio.sleep(0.02)
    assert window.shown == []
    window.is_held_back = False
    digest.look_soon()
    await window.looked()
    assert window.shown == [[-600]]
