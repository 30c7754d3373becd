"""The search index is filled behind what is stored, in slices, and after what went wrong."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from ringodesk_qt.core import indexing
from ringodesk_qt.core.events import SearchGrew, StoreChanged
from ringodesk_qt.core.indexing import Indexing
from ringodesk_qt.errors import StoreError
from ringodesk_qt.store.locks import ProcessLock


@pytest.fixture
def lock(tmp_path):
    return ProcessLock(tmp_path / "index.lock")


@pytest.fixture
async def running(room, lock, monkeypatch):
    monkeypatch.setattr(indexing, "QUIET_S", 0)
    monkeypatch.setattr(indexing, "SLICE", 3)
    one = Indexing(store=room.store, bus=room.bus, lock=lock)
    one.start()
    yield one
    await one.stop()
    await one.stop()


async def until_indexed(room):
    async with asyncio.timeout(10):
        while await room.store.read(lambda tables: tables.search.has_more()):
            await asyncio.sleep(0.01)


async def test_what_is_sent_is_indexed_and_found_before_and_after(room, running):
    for number in range(10):
        await room.desk.send_text(room.chat.id, f"boat {number}")
    assert len((await room.desk.search("oat")).messages) == 10
    await until_indexed(room)
    assert len((await room.desk.search("oat from:me")).messages) == 10
    assert (await room.desk.search("oat from:501")).messages == []


async def test_what_was_left_by_others_is_indexed_at_the_start(room, lock, monkeypatch):
    await room.desk.send_text(room.chat.id, "boat")
    monkeypatch.setattr(indexing, "QUIET_S", 0)
    one = Indexing(store=room.store, bus=room.bus, lock=lock)
    one.start()
    await until_indexed(room)
    await one.stop()


async def test_one_process_indexes_and_another_goes_on_where_it_was_killed(room, lock, running):
    await until_indexed(room)
    other = ProcessLock(lock._path)
    while not other.try_acquire():
        await asyncio.sleep(0.01)
    tried, try_acquire = asyncio.Event(), lock.try_acquire

    def try_and_tell():
        running._loop.call_soon_threadsafe(tried.set)
        return try_acquire()

    running._loop, lock.try_acquire = asyncio.get_running_loop(), try_and_tell
    await room.desk.send_text(room.chat.id, "boat")
    async with asyncio.timeout(10):
        await tried.wait()
    await asyncio.sleep(0)
    assert await room.store.read(lambda tables: tables.search.has_more())
    other.release()  # as the end of its process does
    room.bus.publish([StoreChanged()])
    await until_indexed(room)


async def test_what_takes_longer_is_told_as_it_grows_and_at_its_end(room, monkeypatch, lock):
    grown = []
    room.bus.on(SearchGrew, grown.append)
    for number in range(4):
        at = room.now() + timedelta(seconds=number)
        await room.accept(room.arrived(messageid=f"m{number}", content=f"boat {number}"), at)
    monkeypatch.setattr(indexing, "QUIET_S", 0)
    monkeypatch.setattr(indexing, "TELL_S", 0)
    monkeypatch.setattr(indexing, "SLICE", 1)
    one = Indexing(store=room.store, bus=room.bus, lock=lock)
    one.start()
    async with asyncio.timeout(10):
        while len(grown) < 5:
            await asyncio.sleep(0.01)
    await one.stop()
    assert len(grown) == 5, "once a slice, and when there is no more"


async def test_what_takes_a_moment_is_not_told(room, running):
    grown = []
    room.bus.on(SearchGrew, grown.append)
    await room.desk.send_text(room.chat.id, "boat")
    await until_indexed(room)
    await room.quiet()
    assert grown == []


async def test_a_disk_that_is_full_is_tried_again_with_the_next_message(room, running, monkeypatch):
    await until_indexed(room)
    write, failed = room.store.write, asyncio.Event()

    async def fail(work):
        failed.set()
        raise StoreError("The disk is full.")

    await room.desk.send_text(room.chat.id, "boat")
    monkeypatch.setattr(running._store, "write", fail)
    async with asyncio.timeout(10):
        await failed.wait()
    monkeypatch.setattr(running._store, "write", write)
    await room.desk.send_text(room.chat.id, "boats")
    await until_indexed(room)


async def test_traffic_that_never_pauses_is_indexed_all_the_same(room, running, monkeypatch):
    monkeypatch.setattr(Indexing, "_is_quiet", False)
    await room.desk.send_text(room.chat.id, "boat")
    await until_indexed(room)


async def test_nothing_is_found_where_nothing_is_looked_for(room):
    await room.desk.send_text(room.chat.id, "boat")
    for typed in ("", "  ", "from:", "…"):
        assert (await room.desk.search(typed)).messages == []
