"""Pins, mutes, the archive, marks by hand, and what went wrong in a chat."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ringodesk_qt.models.chat import MUTED_ALWAYS
from ringodesk_qt.models.message import Kind, State
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.tables import SqliteTables


def test_marks_are_kept_and_taken_back(desk, at):
    chats, chat = desk.tables.chats, desk.chat()
    chats.set_pinned(chat.id, True)
    chats.set_archived(chat.id, True)
    chats.set_muted_until(chat.id, at(9))
    chats.set_marked_unread(chat.id)
    seen = desk.seen(chat)
    assert (seen.is_pinned, seen.is_archived, seen.muted_until, seen.is_marked_unread) == (True, True, at(9), True)
    chats.set_pinned(chat.id, False)
    chats.set_archived(chat.id, False)
    chats.set_muted_until(chat.id, None)
    chats.mark_read(chat.id, 0)
    assert desk.seen(chat) == chat


@pytest.mark.parametrize(("muted_for_s", "stays"), [(None, False), (-1, False), (60, True), ("always", True)])
def test_a_message_of_theirs_ends_the_archive_unless_it_is_muted(desk, at, muted_for_s, stays):
    chat = desk.chat()
    until = MUTED_ALWAYS if muted_for_s == "always" else None if muted_for_s is None else at(10 + muted_for_s)
    desk.tables.chats.set_archived(chat.id, True)
    desk.tables.chats.set_muted_until(chat.id, until)
    desk.send(chat, at=at(9))
    assert desk.seen(chat).is_archived
    desk.add(chat, at=at(10))
    assert desk.seen(chat).is_archived is stays


def test_mutes_that_end_are_told_in_order(desk, at):
    chats = [desk.chat(str(number)) for number in range(5)]
    for chat, until in zip(chats, (at(30), at(10), MUTED_ALWAYS, at(1), None), strict=True):
        desk.tables.chats.set_muted_until(chat.id, until)
    assert desk.tables.chats.mute_ends(at(1)) == [(at(10), chats[1].id), (at(30), chats[0].id)]
    assert desk.seen(chats[2]).is_muted(datetime(2300, 1, 1, tzinfo=UTC))


def test_the_total_counts_a_mark_by_hand_as_one(desk):
    chats = [desk.chat(str(number)) for number in range(3)]
    desk.add(chats[0])
    desk.add(chats[0])
    for chat in chats:
        desk.tables.chats.set_marked_unread(chat.id)
    desk.tables.chats.set_muted_until(chats[2].id, datetime.now(UTC) + timedelta(hours=1))
    assert desk.tables.chats.unread_total() == 3


@pytest.mark.parametrize("state", [State.FAILED, State.UNCERTAIN])
def test_what_went_wrong_anywhere_in_a_chat_is_told(desk, at, state):
    chat = desk.chat()
    message = desk.send(chat, at=at(0))
    desk.tables.messages.set_sending(message.id, at(0))
    assert not desk.seen(chat).has_trouble
    desk.tables.messages.set_state(message.id, state)
    desk.add(chat, at=at(1))
    assert desk.seen(chat).has_trouble
    assert [one.has_trouble for one in desk.tables.chats.all()] == [True]
    desk.tables.messages.set_state(message.id, State.SENT if state is State.UNCERTAIN else State.QUEUED)
    assert not desk.seen(chat).has_trouble


def test_a_database_of_before_learns_what_went_wrong(path, database_of_before, make_desk):
    with database_of_before(40) as older:
        desk = make_desk(SqliteTables(older))
        chat = desk.chat()
        desk.tables.messages.set_state(desk.send(chat).id, State.FAILED)
    newer = Database(path)
    migrate(newer, migrations())
    assert make_desk(SqliteTables(newer)).seen(chat).has_trouble
    newer.close()


def said_lines(desk, chats):
    lines = [desk.seen(chat).last for chat in chats]
    return [(line.text, line.is_wordless) for line in lines]


LINES = [("Call", False), ("Call", True), ("Message deleted", False), ("Message deleted", True)]


def with_and_without_words(desk, at):
    """Chats whose last line is the same, once somebody's own words and once ours for a message without any."""
    chats = [desk.chat(extension) for extension in ("1", "2", "3", "4")]
    desk.add(chats[0], "Call")
    desk.add(chats[1], "", kind=Kind.CALL)
    desk.add(chats[2], "Message deleted")
    desk.tables.messages.set_deleted(desk.add(chats[3]).id, at(9))
    return chats


def test_words_of_ours_are_told_from_the_same_words_of_somebody(desk, at):
    chats = with_and_without_words(desk, at)
    assert said_lines(desk, chats) == LINES
    desk.add(chats[1], "And now words")
    assert said_lines(desk, chats[1:2]) == [("And now words", False)]


def test_a_database_of_before_learns_which_words_are_ours(path, database_of_before, make_desk, at):
    with database_of_before(120) as older:
        chats = with_and_without_words(make_desk(SqliteTables(older)), at)
    newer = Database(path)
    migrate(newer, migrations())
    assert said_lines(make_desk(SqliteTables(newer)), chats) == LINES
    newer.close()
