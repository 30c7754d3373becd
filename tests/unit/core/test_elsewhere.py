"""What another process writes is noticed; what this one writes is not."""

from __future__ import annotations

import asyncio

import pytest

from ringodesk_qt.core.elsewhere import Elsewhere
from ringodesk_qt.core.events import OutboxChanged, StoreChanged
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.models.draft import Draft
from ringodesk_qt.store.store import SqliteStore


@pytest.fixture
async def watched(room, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.core.elsewhere.LOOK_S", 0.01)
    elsewhere = Elsewhere(store=room.store, bus=room.bus, settings=room.settings)
    elsewhere.start()
    await room.store.foreign_version()
    yield room
    await elsewhere.stop()
    await elsewhere.stop()


@pytest.fixture
async def other(tmp_path):
    store = SqliteStore(tmp_path / "ringodesk.db")
    await store.open()
    yield store
    await store.close()


async def test_what_another_process_writes_is_told_once(watched, other):
    room = watched
    await room.store.foreign_version()
    await other.write(lambda tables: tables.drafts.set(room.chat.id, Draft(text="written elsewhere")))

    async def is_told():
        return bool(room.seen(StoreChanged))

    await room.until(is_told)
    for _ in range(5):
        await room.store.foreign_version()
    assert len(room.seen(StoreChanged)) == len(room.seen(OutboxChanged)) == 1


async def test_what_we_write_ourselves_is_not(watched):
    room = watched
    before = await room.store.foreign_version()
    await room.desk.set_draft(room.chat.id, Draft(text="ours"))
    await room.store.read(lambda tables: tables.chats.all())
    assert await room.store.foreign_version() == before
    assert room.seen(StoreChanged) == []


class Counted:
    """A store that counts how often it was asked."""

    def __init__(self, store):
        self._store = store
        self.looks = 0
        self.meanwhile = lambda: None

    async def foreign_version(self):
        self.looks += 1
        self.meanwhile()
        return await self._store.foreign_version()


@pytest.fixture
async def hinted(room, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.core.elsewhere.LOOK_S", 0.001)
    counted = Counted(room.store)
    elsewhere = Elsewhere(store=counted, bus=room.bus, settings=room.settings)
    elsewhere.rely_on_hints()
    yield counted, elsewhere
    await elsewhere.stop()


async def test_where_changes_are_hinted_at_nobody_looks_while_there_are_none(room, hinted, other):
    counted, elsewhere = hinted
    elsewhere.start()
    for _ in range(20):
        await room.store.foreign_version()
        await asyncio.sleep(0.001)
    assert counted.looks == 1
    await other.write(lambda tables: tables.drafts.set(room.chat.id, Draft(text="written elsewhere")))
    elsewhere.hint()

    async def is_told():
        return bool(room.seen(StoreChanged))

    await room.until(is_told)
    assert counted.looks == 2


async def test_a_hint_while_it_looks_makes_it_look_again(room, hinted):
    counted, elsewhere = hinted
    counted.meanwhile = lambda: elsewhere.hint() if counted.looks == 1 else None
    elsewhere.start()
    async with asyncio.timeout(10):
        while counted.looks < 2:
            await asyncio.sleep(0)


async def test_settings_that_another_process_wrote_hold_within_a_look(watched):
    settings, is_told = watched.settings, asyncio.Event()
    settings.load()
    settings.on_changed(lambda _changed: is_told.set())
    theirs = SettingsKeeper(settings._path)
    theirs.load()
    await theirs.change(send_read_receipts=False)
    async with asyncio.timeout(10):
        await is_told.wait()
    assert not settings.current.send_read_receipts
