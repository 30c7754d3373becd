"""Chats: the list, what is read, drafts and sessions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.ids import ChatId, ContactId, IdentityId, SessionId
from ringodesk_qt.models.message import Direction, State
from ringodesk_qt.store.times import to_ms


def test_a_chat_is_one_an_identity_and_contact(desk):
    chat = desk.chat("101")
    assert desk.chat("101") == chat
    assert desk.chat("102").id != chat.id
    assert (chat.identity, chat.contact.extension) == (desk.identity, "101")
    assert (chat.last, chat.unread, chat.draft) == (None, 0, "")
    assert desk.tables.chats.get(ChatId(99)) is None
    with pytest.raises(ValueError, match="does not take this"):
        desk.tables.chats.ensure(IdentityId(9), ContactId(9))


def test_many_finds_those_that_exist(desk):
    chats = [desk.chat(str(number)) for number in range(3)]
    found = desk.tables.chats.many([chats[2].id, ChatId(99), chats[0].id])
    assert {chat.id for chat in found} == {chats[0].id, chats[2].id}
    assert desk.tables.chats.many([]) == []
    assert len(desk.tables.chats.many([ChatId(number) for number in range(2000)])) == 3


def test_the_list_is_in_order_and_leaves_out_empty_chats(desk, database, at):
    chats = {name: desk.chat(name) for name in ("empty", "draft", "old", "new", "pinned", "archived")}
    desk.tables.drafts.set(chats["draft"].id, Draft(text="not yet"))
    for second, name in enumerate(("pinned", "old", "new", "archived")):
        desk.add(chats[name], at=at(second))
    database.rows("UPDATE chat SET is_pinned = 1 WHERE id IN (?, ?)", (chats["pinned"].id, chats["archived"].id))
    database.rows("UPDATE chat SET is_archived = 1 WHERE id = ?", (chats["archived"].id,))
    names = [chat.contact.extension for chat in desk.tables.chats.all()]
    assert names == ["pinned", "new", "old", "draft", "archived"]


def test_the_last_line_is_the_newest_messages(desk, at):
    chat = desk.chat()
    desk.add(chat, "first", at=at(1))
    desk.send(chat, "  second\nline ", at=at(2))
    last = desk.seen(chat).last
    assert (last.text, last.direction, last.state, last.at) == (
        "second line",
        Direction.OUTGOING,
        State.QUEUED,
        at(2),
    )


def test_unread_counts_theirs_behind_the_read_mark(desk, at):
    chat = desk.chat()
    messages = [desk.add(chat, at=at(second)) for second in range(3)]
    desk.send(chat, at=at(3))
    assert desk.seen(chat).unread == 3
    assert desk.tables.chats.mark_read(chat.id, messages[1].position)
    assert (desk.seen(chat).unread, desk.seen(chat).read_position) == (1, messages[1].position)


def test_writing_something_does_not_mark_theirs_read(desk):
    chat = desk.chat()
    desk.add(chat)
    desk.send(chat)
    assert (desk.seen(chat).unread, desk.seen(chat).read_position) == (1, 0)


def test_the_read_mark_never_goes_back_nor_beyond_the_last_message(desk, at):
    chat = desk.chat()
    first, second = desk.add(chat, at=at(0)), desk.add(chat, at=at(5))
    assert desk.tables.chats.mark_read(chat.id, to_ms(at(9999)))
    assert not desk.tables.chats.mark_read(chat.id, to_ms(at(9999)))
    assert not desk.tables.chats.mark_read(chat.id, first.position)
    assert desk.seen(chat).read_position == second.position
    desk.add(chat, at=at(6))
    assert desk.seen(chat).unread == 1


def test_what_comes_in_the_millisecond_that_was_read_is_unread(desk, at):
    chat = desk.chat()
    read = desk.add(chat, at=at(0))
    desk.tables.chats.mark_read(chat.id, read.position)
    late = [desk.add(chat, at=at(0)), desk.add(chat, at=at(-3600))]
    assert desk.seen(chat).unread == 2
    assert read.position < late[0].position < late[1].position


def test_reading_takes_the_mark_by_hand_away(desk, database):
    chat = desk.chat()
    message = desk.add(chat)
    desk.tables.chats.mark_read(chat.id, message.position)
    database.rows("UPDATE chat SET is_marked_unread = 1")
    assert desk.tables.chats.mark_read(chat.id, message.position)
    assert not desk.seen(chat).is_marked_unread


def test_the_total_leaves_out_muted_and_archived(desk, database):
    chats = [desk.chat(str(number)) for number in range(4)]
    for chat in chats:
        desk.add(chat)
    now = datetime.now(UTC)
    set_mute = "UPDATE chat SET muted_until = ? WHERE id = ?"
    database.rows(set_mute, (to_ms(now + timedelta(hours=1)), chats[0].id))
    database.rows(set_mute, (to_ms(now - timedelta(hours=1)), chats[1].id))
    database.rows("UPDATE chat SET is_archived = 1 WHERE id = ?", (chats[2].id,))
    assert desk.tables.chats.unread_total() == 2
    assert desk.seen(chats[0]).muted_until > now


@pytest.mark.parametrize("text", ["a\nb", "nul\0inside", "😀 ünï", "'; DROP TABLE chat; --", ""])
def test_a_draft_comes_back_as_it_was(desk, text):
    chat = desk.chat()
    desk.tables.drafts.set(chat.id, Draft(text=text))
    assert desk.seen(chat).draft == text


def test_half_a_surrogate_pair_does_not_lose_the_draft(desk):
    chat = desk.chat()
    desk.tables.drafts.set(chat.id, Draft(text="half \ud83d, whole \ud83d\ude00"))
    assert desk.seen(chat).draft == "half \N{REPLACEMENT CHARACTER}, whole 😀"


def test_reply_from_is_kept_as_it_came(desk):
    chat = desk.chat()
    desk.tables.chats.set_reply_from(chat.id, "+1 (555) 0100")
    assert desk.seen(chat).reply_from == "+1 (555) 0100"


# ---------------------------------------------------------------- sessions

S1, S2 = SessionId("1630253837469-a887a7c51d060d078a"), SessionId("s2")


def test_a_session_is_an_alias_and_the_first_link_stays(desk, at):
    chats, one, other = desk.tables.chats, desk.chat("101"), desk.chat("102")
    assert chats.by_session(desk.account.id, S1) is None
    assert chats.latest_session(one.id) is None
    assert chats.link_session(one.id, S1, at(0)) is None
    assert chats.link_session(other.id, S1, at(1)) is None
    assert chats.by_session(desk.account.id, S1).id == one.id
    assert chats.latest_session(one.id) == chats.latest_session(other.id) == S1


def test_the_latest_session_is_the_most_recently_seen(desk, at):
    chats, chat = desk.tables.chats, desk.chat()
    chats.link_session(chat.id, S1, at(0))
    chats.link_session(chat.id, S2, at(10))
    assert chats.latest_session(chat.id) == S2
    chats.link_session(chat.id, S1, at(5))  # a notification applied late
    assert chats.latest_session(chat.id) == S2
    chats.link_session(chat.id, S1, at(20))
    assert chats.latest_session(chat.id) == S1


def test_a_read_report_before_the_session_was_known_is_told_once(desk, at):
    chats, chat = desk.tables.chats, desk.chat()
    chats.note_session_read(desk.account.id, S1, at(5))
    assert chats.by_session(desk.account.id, S1) is None
    assert chats.last_read_at(chat.id) is None
    assert chats.link_session(chat.id, S1, at(9)) == at(5)
    assert chats.link_session(chat.id, S1, at(9)) is None
    assert chats.last_read_at(chat.id) == at(5)


def test_read_reports_only_move_forward(desk, at):
    chats, chat = desk.tables.chats, desk.chat()
    chats.link_session(chat.id, S1, at(0))
    chats.link_session(chat.id, S2, at(1))
    assert chats.session_read_at(desk.account.id, S1) is None
    chats.note_session_read(desk.account.id, S1, at(8))
    chats.note_session_read(desk.account.id, S1, at(3))
    chats.note_session_read(desk.account.id, S2, at(6))
    assert chats.session_read_at(desk.account.id, S1) == at(8)
    assert chats.last_read_at(chat.id) == at(8)


def test_linking_to_no_chat_is_a_fault_of_the_caller(desk, at):
    with pytest.raises(LookupError):
        desk.tables.chats.link_session(ChatId(99), S1, at(0))


def test_the_chats_with_unread_messages_are_told_newest_first(desk, at):
    chats = [desk.chat(str(number)) for number in range(6)]
    for number, chat in enumerate(chats):
        desk.add(chat, at=at(number))
    desk.tables.chats.mark_read(chats[1].id, to_ms(at(1)))
    desk.tables.chats.set_muted_until(chats[2].id, datetime.now(UTC) + timedelta(hours=1))
    desk.tables.chats.set_archived(chats[3].id, True)
    assert [chat.id for chat in desk.tables.chats.with_unread(5)] == [chats[5].id, chats[4].id, chats[0].id]
    assert [chat.id for chat in desk.tables.chats.with_unread(1)] == [chats[5].id]
