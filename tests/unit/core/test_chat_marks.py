"""Pin, mute, archive and mark as unread: what the verbs do, what is told of it, and who hears nothing."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from ringodesk_qt.core import mutes
from ringodesk_qt.core.events import ChatChanged, StoreChanged
from ringodesk_qt.core.mutes import Mutes
from ringodesk_qt.models.chat import MUTED_ALWAYS
from ringodesk_qt.models.outbox import Action


async def test_each_verb_is_kept_and_told(room):
    desk, chat_id = room.desk, room.chat.id
    verbs = (
        (desk.pin(chat_id, is_pinned=True), "is_pinned", True),
        (desk.archive(chat_id, is_archived=True), "is_archived", True),
        (desk.mark_unread(chat_id), "is_marked_unread", True),
        (desk.mute(chat_id, MUTED_ALWAYS), "muted_until", MUTED_ALWAYS),
        (desk.pin(chat_id, is_pinned=False), "is_pinned", False),
        (desk.archive(chat_id, is_archived=False), "is_archived", False),
        (desk.mark_all_read(chat_id), "is_marked_unread", False),
        (desk.mute(chat_id, None), "muted_until", None),
    )
    for number, (verb, field, wanted) in enumerate(verbs, start=1):
        await verb
        await room.quiet()
        assert getattr(await room.chat_now(), field) == wanted
        assert [event.chat_id for event in room.seen(ChatChanged)] == [chat_id] * number


async def test_a_mark_by_hand_tells_them_nothing(room):
    """Neither when it is set nor when it goes: they know since the first time that all was read."""
    await room.accept(room.arrived())
    (message,) = await room.messages()
    await room.desk.mark_all_read(room.chat.id)
    assert [row.action for row in await room.rows(message.id)].count(Action.READ) == 1
    await room.desk.mark_unread(room.chat.id)
    await room.desk.mark_all_read(room.chat.id)
    assert [row.action for row in await room.rows(message.id)].count(Action.READ) == 1


async def test_what_only_we_wrote_is_not_reported_as_read(room):
    message_id = await room.desk.send_text(room.chat.id, "hello")
    await room.desk.mark_all_read(room.chat.id)
    assert [row.action for row in await room.rows(message_id)] == [Action.SEND]


async def test_an_archived_chat_comes_back_with_a_message(room):
    await room.desk.archive(room.chat.id, is_archived=True)
    await room.accept(room.arrived("m1"))
    assert not (await room.chat_now()).is_archived
    await room.desk.archive(room.chat.id, is_archived=True)
    await room.desk.mute(room.chat.id, MUTED_ALWAYS)
    await room.accept(room.arrived("m2"))
    assert (await room.chat_now()).is_archived


@pytest.fixture
async def ends(room):
    running = Mutes(store=room.store, bus=room.bus)
    running.start()
    yield running
    await running.stop()


async def _told(room, count):
    async def is_told():
        return len(room.seen(ChatChanged)) >= count

    await room.until(is_told)


async def test_a_mute_ends_by_itself_and_that_is_told_once(room, ends):
    await room.desk.mute(room.chat.id, datetime.now(UTC) + timedelta(milliseconds=80))
    await _told(room, 2)
    assert not (await room.chat_now()).is_muted(datetime.now(UTC))
    await room.desk.mute(room.chat.id, MUTED_ALWAYS)
    await _told(room, 3)
    await asyncio.sleep(0)
    assert len(room.seen(ChatChanged)) == 3


async def test_a_mute_by_another_process_ends_too(room, ends):
    until = datetime.now(UTC) + timedelta(milliseconds=80)
    await room.store.write(lambda tables: tables.chats.set_muted_until(room.chat.id, until))
    room.bus.publish([StoreChanged()])
    await _told(room, 1)


async def test_it_is_told_although_the_clock_was_late(room, ends, monkeypatch):
    """A timer stands still while the computer sleeps: the look that comes in between finds what is over."""
    monkeypatch.setattr(mutes, "LONGEST_WAIT_S", 0.02)
    await room.desk.mute(room.chat.id, datetime.now(UTC) + timedelta(milliseconds=150))
    await _told(room, 2)
