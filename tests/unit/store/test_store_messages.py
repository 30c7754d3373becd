"""Messages: what is kept, what only moves forward, and the chat's row beside them."""

from __future__ import annotations

import random

import pytest

from ringodesk_qt.models.ids import ChatId, LocalId, MessageId, OrgId, SessionId
from ringodesk_qt.models.message import Attachment, Direction, Kind, NewMessage, State, last_line
from ringodesk_qt.store.times import to_ms

M1, M2 = MessageId("1630253837469-a887a7c51d060d078a"), MessageId("m2")
NO_SESSION = SessionId("")


def test_a_message_comes_back_as_it_was_stored(desk, at):
    chat = desk.chat()
    call = {"duration": 100, "caller": "511", "big": 16287540703457500320, "comment": "ünï\0"}
    attachment = Attachment(name="a.png", mime="image/png", size_bytes=5, path="/x", url="https://x/a.png")
    stored = desk.add(
        chat,
        "text\nwith 😀 and nul\0",
        at=at(1.2345),
        messageid=M1,
        sessionid=SessionId("s1"),
        attachment=attachment,
        call=call,
    )
    assert desk.message(stored) == stored
    assert (stored.at, stored.position) == (at(1.234), to_ms(at(1.234)))
    assert (stored.attachment, stored.call, stored.messageid) == (attachment, call, M1)


def test_a_message_of_no_chat_is_a_fault_of_the_caller(desk, at):
    new = NewMessage(
        chat_id=ChatId(9), direction=Direction.OUTGOING, kind=Kind.TEXT, state=State.QUEUED, at=at(0), text="x"
    )
    with pytest.raises(LookupError):
        desk.tables.messages.add(new)


def test_positions_rise_though_the_clock_does_not(desk, at):
    chat = desk.chat()
    positions = [desk.add(chat, at=at(second)).position for second in (10, 10, 3, 11)]
    assert positions == [to_ms(at(10)), to_ms(at(10)) + 1, to_ms(at(10)) + 2, to_ms(at(11))]
    assert desk.add(desk.chat("other"), at=at(3)).position == to_ms(at(3))


def test_by_messageid_is_one_accounts(desk):
    message = desk.add(desk.chat(), messageid=M1)
    desk.send(desk.chat())
    other = desk.tables.accounts.add(api_url="other", orgid=OrgId("2"), domain="", name="")
    by_messageid = desk.tables.messages.by_messageid
    assert by_messageid(desk.account.id, M1) == message
    assert by_messageid(desk.account.id, MessageId("")) is None
    assert by_messageid(other.id, M1) is None


def test_an_accounts_messageid_is_stored_once(desk):
    desk.add(desk.chat(), messageid=M1)
    with pytest.raises(ValueError, match="does not take this"):
        desk.add(desk.chat("102"), messageid=M1)


# ---------------------------------------------------------------- state


def test_a_state_only_moves_forward(desk):
    chat = desk.chat()
    message, set_state = desk.send(chat), desk.tables.messages.set_state
    assert set_state(message.id, State.SENDING)
    assert set_state(message.id, State.FAILED, error="no way")
    assert desk.message(message).error == "no way"
    assert set_state(message.id, State.READ)
    assert not set_state(message.id, State.DELIVERED, error="late")
    assert (desk.message(message).state, desk.message(message).error) == (State.READ, "")
    assert desk.seen(chat).last.state is State.READ
    assert not set_state(LocalId(99), State.SENT)
    assert not set_state(desk.add(chat).id, State.READ)


def test_the_state_of_an_older_message_is_not_the_last_lines(desk):
    chat = desk.chat()
    older, newer = desk.send(chat, "older"), desk.send(chat, "newer")
    desk.tables.messages.set_state(older.id, State.SENT)
    assert desk.seen(chat).last.state is State.QUEUED
    desk.tables.messages.set_state(newer.id, State.SENT)
    assert desk.seen(chat).last.state is State.SENT


def test_when_sending_began(desk, at):
    message = desk.send(desk.chat())
    messages = desk.tables.messages
    assert messages.sending_began_at(message.id) is None
    messages.set_sending(message.id, at(1))
    assert desk.message(message).state is State.SENDING
    messages.set_sending(message.id, at(2))  # a second try
    assert messages.sending_began_at(message.id) == at(2)
    messages.set_state(message.id, State.SENT)
    messages.set_sending(message.id, at(3))
    assert (desk.message(message).state, messages.sending_began_at(message.id)) == (State.SENT, at(2))


def test_an_error_alone(desk):
    message = desk.send(desk.chat(), state=State.SENT)
    desk.tables.messages.set_error(message.id, "It was not deleted")
    assert (desk.message(message).error, desk.message(message).state) == ("It was not deleted", State.SENT)


# ---------------------------------------------------------------- ids


def test_the_ids_the_server_gave_stay_and_empty_ones_change_nothing(desk):
    message, identify = desk.send(desk.chat()), desk.tables.messages.set_identified
    identify(message.id, messageid=M1, sessionid=SessionId("s1"))
    identify(message.id, messageid=MessageId(""), sessionid=NO_SESSION)
    identify(message.id, messageid=M2, sessionid=NO_SESSION)
    assert (desk.message(message).messageid, desk.message(message).sessionid) == (M1, "s1")
    assert desk.tables.messages.by_messageid(desk.account.id, M2) is None


def test_a_messageid_of_another_message_is_not_taken(desk):
    chat = desk.chat()
    first, second = desk.add(chat, messageid=M1), desk.send(chat)
    desk.tables.messages.set_identified(second.id, messageid=M1, sessionid=SessionId("s1"))
    assert (desk.message(second).messageid, desk.message(second).sessionid) == ("", "s1")
    assert desk.tables.messages.by_messageid(desk.account.id, M1).id == first.id


# ---------------------------------------------------------------- text


def test_edits_are_kept_and_taken_back_one_by_one(desk, at):
    chat = desk.chat()
    message, messages = desk.send(chat, "one"), desk.tables.messages
    messages.set_text(message.id, "two", at(1))
    messages.set_text(message.id, "three", at(2))
    assert (desk.message(message).text, desk.message(message).edited_at) == ("three", at(2))
    assert desk.seen(chat).last.text == "three"
    messages.revert_text(message.id)
    assert (desk.message(message).text, desk.message(message).edited_at) == ("two", at(1))
    messages.revert_text(message.id)
    messages.revert_text(message.id)  # nothing left to take back
    assert (desk.message(message).text, desk.message(message).edited_at) == ("one", None)
    assert desk.seen(chat).last.text == "one"


def test_an_edit_with_others_after_it_is_taken_out_from_under_them(desk, at):
    messages, chat = desk.tables.messages, desk.chat()
    message = desk.send(chat, "first")
    for second, text in enumerate(("second", "third", "fourth"), start=1):
        messages.set_text(message.id, text, at(second))
    messages.revert_text(message.id, later=1)  # "third"
    messages.revert_text(message.id, later=1)  # "second"
    messages.revert_text(message.id, later=1)  # there is none
    assert (desk.message(message).text, desk.seen(chat).last.text) == ("fourth", "fourth")
    messages.revert_text(message.id)
    assert (desk.message(message).text, desk.message(message).edited_at) == ("first", None)


def test_editing_an_older_message_leaves_the_last_line(desk, at):
    chat = desk.chat()
    older = desk.add(chat, "older", at=at(0))
    desk.add(chat, "newer", at=at(1))
    desk.tables.messages.set_text(older.id, "edited", at(2))
    assert desk.seen(chat).last.text == "newer"


def test_an_edit_of_no_message_is_a_fault_of_the_caller(desk, at):
    with pytest.raises(LookupError):
        desk.tables.messages.set_text(LocalId(9), "x", at(0))


# ---------------------------------------------------------------- deletion


def test_a_deletion_leaves_the_marker_alone(desk, database, at):
    chat = desk.chat()
    message = desk.add(chat, "secret", attachment=Attachment(name="secret.png"), call={"comment": "secret"})
    desk.tables.messages.set_text(message.id, "secret too", at(1))
    desk.tables.messages.set_deleted(message.id, at(2))
    left = desk.message(message)
    assert (left.text, left.attachment, left.call, left.edited_at, left.deleted_at) == ("", None, None, None, at(2))
    assert database.value("SELECT count(*) FROM edit") == 0
    assert (desk.seen(chat).last.text, desk.seen(chat).unread) == ("Message deleted", 0)


def test_deleting_twice_keeps_the_first_time(desk, at):
    message = desk.add(desk.chat())
    desk.tables.messages.set_deleted(message.id, at(1))
    desk.tables.messages.set_deleted(message.id, at(2))
    assert desk.message(message).deleted_at == at(1)


def test_nothing_comes_back_into_a_deleted_message(desk, database, at):
    chat = desk.chat()
    message, messages = desk.add(chat), desk.tables.messages
    messages.set_deleted(message.id, at(1))
    messages.set_text(message.id, "late edit", at(2))
    messages.revert_text(message.id)
    messages.set_attachment(message.id, Attachment(name="late.png"))
    left = desk.message(message)
    assert (left.text, left.attachment, left.edited_at) == ("", None, None)
    assert database.value("SELECT count(*) FROM edit") == 0
    assert desk.seen(chat).last.text == "Message deleted"


def test_deleting_what_was_read_or_is_ours_changes_no_count(desk, at):
    chat = desk.chat()
    read, unread, ours = desk.add(chat, at=at(0)), desk.add(chat, at=at(1)), desk.send(chat, at=at(2))
    desk.tables.chats.mark_read(chat.id, read.position)
    for message in (read, ours):
        desk.tables.messages.set_deleted(message.id, at(3))
    assert desk.seen(chat).unread == 1
    desk.tables.messages.set_deleted(unread.id, at(3))
    assert desk.seen(chat).unread == 0


def test_a_file_that_gets_its_name_later_shows_it(desk):
    chat = desk.chat()
    message = desk.add(chat, "", kind=Kind.FILE, attachment=Attachment(name="file"))
    saved = Attachment(name="report.pdf", size_bytes=9, path="/files/report.pdf")
    desk.tables.messages.set_attachment(message.id, saved)
    assert desk.message(message).attachment == saved
    assert desk.seen(chat).last.text == "report.pdf"


# ---------------------------------------------------------------- what a read report covers


def test_sent_until_takes_what_had_begun_in_this_or_an_unknown_session(desk, at):
    chat, messages = desk.chat(), desk.tables.messages

    def sent(second, session="", state=State.SENT):
        message = desk.send(chat)
        messages.set_sending(message.id, at(second))
        messages.set_identified(message.id, messageid=MessageId(""), sessionid=SessionId(session))
        messages.set_state(message.id, state)
        return message.id

    covered = [sent(1), sent(2, "s1"), sent(3, state=State.DELIVERED), sent(5)]
    for second, session, state in (
        (1, "s2", State.SENT),
        (1, "", State.READ),
        (1, "", State.UNCERTAIN),
        (6, "", State.SENT),
    ):
        sent(second, session, state)
    desk.add(chat)
    assert [one.id for one in messages.sent_until(chat.id, SessionId("s1"), at(5))] == covered
    assert messages.sent_until(desk.chat("other").id, SessionId("s1"), at(5)) == []


def test_unsettled_are_ours_that_the_server_may_have_under_an_unknown_id(desk, at):
    chat, messages = desk.chat(), desk.tables.messages

    def begun(state, chat=chat, **fields):
        message = desk.send(chat, **fields)
        messages.set_sending(message.id, at(7))
        messages.set_state(message.id, state)
        return message.id

    there = (State.SENDING, State.UNCERTAIN, State.SENT, State.DELIVERED, State.READ)
    found = [(begun(state), at(7)) for state in there]
    for state in (State.QUEUED, State.FAILED, State.CANCELLED):
        begun(state)
    desk.send(chat, state=State.UNCERTAIN)  # brought in by an import: its sending was another program's
    begun(State.UNCERTAIN, messageid=MessageId("m1"))
    begun(State.UNCERTAIN, chat=desk.chat("other"))
    assert sorted(messages.unsettled(chat.id)) == found


def test_a_messageid_can_be_taken_back(desk):
    chat, messages = desk.chat(), desk.tables.messages
    message = desk.send(chat, state=State.READ, messageid=MessageId("m1"))
    messages.set_unsettled(message.id, "It may have arrived.")
    now = messages.get(message.id)
    assert (now.state, now.messageid, now.error) == (State.UNCERTAIN, "", "It may have arrived.")
    assert desk.tables.chats.get(chat.id).last.state is State.UNCERTAIN


# ---------------------------------------------------------------- pages


def test_places_are_counted_and_found_by_their_number(desk, at):
    chat, messages = desk.chat(), desk.tables.messages
    desk.add(desk.chat("other"))
    added = [desk.add(chat, at=at(0)) for _ in range(25)]
    places = [(one.position, one.id) for one in added]
    assert [messages.place_at(chat.id, number) for number in range(26)] == [*places, None]
    assert [messages.count_before(chat.id, place) for place in places] == list(range(25))
    assert messages.count_before(chat.id, (places[-1][0] + 1, LocalId(0))) == messages.count(chat.id) == 25


def test_pages_meet_without_a_gap_or_an_overlap(desk, at):
    chat, messages = desk.chat(), desk.tables.messages
    desk.add(desk.chat("other"))
    ids = [desk.add(chat, at=at(0)).id for _ in range(25)]
    back: list[int] = []
    page = messages.page(chat.id, limit=10)
    while page:
        back = [one.id for one in page] + back
        page = messages.page(chat.id, before=(page[0].position, page[0].id), limit=10)
    assert back == ids
    forth: list[int] = []
    page = messages.page_after(chat.id, after=(0, LocalId(0)), limit=10)
    while page:
        forth += [one.id for one in page]
        page = messages.page_after(chat.id, after=(page[-1].position, page[-1].id), limit=10)
    assert forth == ids
    assert messages.count(chat.id) == 25
    assert {one.id for one in messages.many([*ids[:3], LocalId(999)])} == set(ids[:3])


# ---------------------------------------------------------------- all together


def test_the_chats_row_never_drifts_from_its_messages(desk, database, at):
    """Whatever happens in whatever order, last line and unread are what a count over the messages says."""
    chance = random.Random(20260301)
    chats, messages = [desk.chat(str(number)) for number in range(3)], desk.tables.messages
    known = []
    for step in range(400):
        chat = chance.choice(chats)
        known.append(desk.add(chat, f"t{step}", at=at(step)) if step % 3 else desk.send(chat, f"t{step}", at=at(step)))
        message = chance.choice(known[-6:])
        match chance.randrange(5):
            case 0:
                messages.set_deleted(message.id, at(step))
            case 1:
                messages.set_text(message.id, f"edited {step}", at(step))
            case 2:
                messages.revert_text(message.id)
            case 3:
                desk.tables.chats.mark_read(message.chat_id, message.position)
            case 4:
                messages.set_state(message.id, chance.choice(list(State)[:-1]))
    for chat in chats:
        seen, newest = desk.seen(chat), messages.page(chat.id, limit=1)[0]
        unread = [
            one
            for one in messages.page(chat.id, limit=1000)
            if not one.is_outgoing and not one.is_deleted and one.position > seen.read_position
        ]
        assert seen.unread == len(unread)
        assert (seen.last.text, seen.last.state, seen.last.direction, seen.last.at) == (
            last_line(newest),
            newest.state,
            newest.direction,
            newest.at,
        )
