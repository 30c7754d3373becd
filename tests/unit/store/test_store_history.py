"""History: messages that are stored at the time they were written."""

from __future__ import annotations

import msgspec
import pytest

from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.models.message import Direction, Kind, NewMessage, State
from ringodesk_qt.store.times import from_ms


@pytest.fixture
def tables(desk):
    return desk.tables


@pytest.fixture
def chat(desk):
    return desk.chat()


def past(chat, ms, direction=Direction.INCOMING, **changed):
    state = State.RECEIVED if direction is Direction.INCOMING else State.SENT
    fields = {"chat_id": chat.id, "direction": direction, "kind": Kind.TEXT, "state": state, "text": f"at {ms}"}
    return NewMessage(**(fields | {"at": from_ms(ms)} | changed))


def test_history_stands_at_its_own_time_and_is_read(tables, chat):
    tables.messages.add(past(chat, 5000))
    for ms in (3000, 1000, 2000):
        tables.messages.add_history(past(chat, ms))
    assert [message.position for message in tables.messages.page(chat.id)] == [1000, 2000, 3000, 5000]
    row = tables.chats.get(chat.id)
    assert (row.unread, row.last.text) == (1, "at 5000")


def test_history_that_is_the_newest_is_the_last_line(tables, chat):
    tables.messages.add_history(past(chat, 5000, Direction.OUTGOING, text="ours"))
    tables.messages.add_history(past(chat, 4000))
    row = tables.chats.get(chat.id)
    assert (row.last.text, row.unread, row.read_position) == ("ours", 0, 4000)


def test_history_takes_no_unread_message_with_it(tables, chat):
    tables.messages.add(past(chat, 5000))
    tables.messages.add_history(past(chat, 6000))
    assert tables.chats.get(chat.id).unread == 2, "the mark cannot be behind the one and before the other"
    tables.messages.add_history(past(chat, 1000))
    assert (tables.chats.get(chat.id).unread, tables.chats.get(chat.id).read_position) == (2, 4999)
    tables.chats.mark_read(chat.id, 6000)
    tables.messages.add_history(past(chat, 7000))
    assert tables.chats.get(chat.id).unread == 0


def test_history_keeps_its_marks(tables, chat):
    message = tables.messages.add_history(
        past(chat, 1000, Direction.OUTGOING, state=State.FAILED, text=""),
        error="No.",
        edited_at=from_ms(2000),
        deleted_at=from_ms(3000),
    )
    assert (message.error, message.edited_at, message.deleted_at) == ("No.", from_ms(2000), from_ms(3000))
    assert tables.chats.get(chat.id).last.text == "Message deleted"


def test_history_of_a_chat_that_is_not_there(tables, chat):
    with pytest.raises(LookupError):
        tables.messages.add_history(msgspec.structs.replace(past(chat, 1000), chat_id=ChatId(999)))


def test_history_can_be_kept_in_the_order_it_came(tables, chat):
    for ms in (2000, 1000, 3000):
        tables.messages.add_history(past(chat, ms), not_before=2000)
    assert [message.text for message in tables.messages.page(chat.id)] == ["at 2000", "at 1000", "at 3000"]


def test_what_says_the_same_at_the_same_time_is_counted(tables, chat):
    for text in ("x", "x", "y"):
        tables.messages.add_history(past(chat, 1000, text=text))
    same = {"at": from_ms(1000), "direction": Direction.INCOMING}
    assert [tables.messages.count_alike(chat.id, **same, text=text) for text in ("x", "y", "z")] == [2, 1, 0]
    assert tables.messages.count_alike(chat.id, at=from_ms(1001), direction=Direction.INCOMING, text="x") == 0
