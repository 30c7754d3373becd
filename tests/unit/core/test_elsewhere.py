"""What another process writes is noticed; what this one writes is not."""

from __future__ import annotations

import pytest

from ringodesk_qt.core.elsewhere import Elsewhere
from ringodesk_qt.core.events import OutboxChanged, StoreChanged
from ringodesk_qt.models.draft import Draft
from ringodesk_qt.store.store import SqliteStore


@pytest.fixture
async def watched(room, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.core.elsewhere.LOOK_S", 0.01)
    elsewhere = Elsewhere(store=room.store, bus=room.bus)
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
