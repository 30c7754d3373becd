"""What they are told of us, and what we see of them: each can be turned off, and that holds at once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ringodesk_qt.core import presence, typing
from ringodesk_qt.core.events import ContactsChanged
from ringodesk_qt.core.outcomes import claim
from ringodesk_qt.core.presence import Presence
from ringodesk_qt.models.contact import ChatUser
from ringodesk_qt.models.outbox import Action


@pytest.mark.parametrize(
    ("setting", "method"), [("send_delivered_receipts", "delivered"), ("send_read_receipts", "read")]
)
@pytest.mark.parametrize("is_on", [True, False])
async def test_a_receipt_that_waits_is_not_sent_if_it_was_turned_off_meanwhile(room, setting, method, is_on):
    await room.accept(room.arrived())
    await room.desk.mark_all_read(room.chat.id)
    await room.settings.change(**{setting: is_on})
    await room.sender.start()
    await room.api.until_called(2 if is_on else 1)
    await room.sender.stop()  # what is on its way has its time
    assert await room.read(lambda tables: tables.outbox.next_at()) is None
    assert {call[0] for call in room.api.calls} == {"delivered", "read"} - (set() if is_on else {method})


async def test_a_great_many_receipts_are_left_out_at_once(room):
    await room.accept(room.arrived())
    (message,) = await room.messages()

    def fill(tables):
        for _number in range(2000):
            tables.outbox.add(Action.DELIVERED, chat_id=room.chat.id, message_id=message.id, at=datetime.now(UTC))
        return claim(tables, "me", None, unwanted={Action.DELIVERED})

    assert await room.store.write(fill) is None
    assert await room.rows(message.id) == []


async def test_typing_is_told_unless_it_is_turned_off(room, monkeypatch):
    monkeypatch.setattr(typing, "OURS_AGAIN_AFTER_S", 0.0)
    await room.accept(room.arrived())
    await room.settings.change(send_typing=False)
    room.desk.note_typing(room.chat.id)
    await room.settings.change(send_typing=True)
    room.desk.note_typing(room.chat.id)
    await room.api.until_called()
    await room.desk._typing.stop()
    assert len(room.api.named("typing")) == 1


# ---------------------------------------------------------------- who is online


async def test_presence_is_shown_unless_it_is_turned_off(room):
    room.api.script("chat_users", [ChatUser(userid=room.contact.userid, extension="501", name="Lena", state=1)])
    await room.desk.refresh_contacts()
    await room.accept(room.arrived())

    async def states():
        chats = [*await room.desk.chats(), *await room.desk.chats_by_id([room.chat.id])]
        chats.append(await room.desk.open_chat(room.contact.id))
        people = [*(chat.contact for chat in chats), *await room.desk.contacts()]
        return {(one.name, one.state, one.state_at is not None) for one in people}

    assert await states() == {("Lena", 1, True)}
    await room.settings.change(show_presence=False)
    assert await states() == {("Lena", None, False)}
    assert (await room.chat_now()).contact.state == 1
    await room.settings.change(show_presence=True)
    assert await states() == {("Lena", 1, True)}


@pytest.fixture
async def asking(room):
    running = Presence(store=room.store, bus=room.bus, health=room.health, api_for=lambda _account_id: room.api)
    running.start()
    await room.api.until_called(1)
    yield running
    await running.stop()


async def test_who_looks_at_somebody_has_the_server_asked_again(room, asking, monkeypatch):
    async def is_told():
        return len(room.seen(ContactsChanged)) == 1

    await room.until(is_told)
    asking.look_soon()  # moments after the last time: no
    assert not asking._wake.is_set()
    monkeypatch.setattr(presence, "FRESH_FOR_S", 0.0)
    asking.look_soon()
    await room.api.until_called(2)
