"""What is asked of one message: what it said before, and its place among the pictures of its chat."""

from __future__ import annotations

import pytest

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Attachment, Kind


@pytest.fixture
def details(tables):
    return tables.details


def picture(desk, chat, name="a.png", **more):
    return desk.add(chat, "", kind=Kind.FILE, attachment=Attachment(name=name, **more))


def test_former_texts_are_told_newest_first_with_their_times(desk, details, at):
    message = desk.send(desk.chat(), "first", at=at(1))
    assert details.former_texts(message.id) == []
    desk.tables.messages.set_text(message.id, "second", at(10))
    desk.tables.messages.set_text(message.id, "third", at(20))
    told = [(one.text, one.written_at, one.replaced_at) for one in details.former_texts(message.id)]
    assert told == [("second", at(10), at(20)), ("first", at(1), at(10))]
    assert [one.text for one in details.former_texts(message.id, limit=1)] == ["second"]


def test_nothing_is_told_of_a_deleted_message(desk, details, at):
    message = desk.send(desk.chat(), "first")
    desk.tables.messages.set_text(message.id, "second", at(10))
    desk.tables.messages.set_deleted(message.id, at(20))
    assert details.former_texts(message.id) == []


def test_a_picture_knows_its_neighbours_beyond_what_lies_between(desk, details, at):
    chat, other = desk.chat("101"), desk.chat("102")
    first = picture(desk, chat)
    desk.add(chat, "words")
    picture(desk, chat, "notes.pdf")
    second = picture(desk, chat)
    picture(desk, other)
    third = picture(desk, chat)
    gone = picture(desk, chat)
    desk.tables.messages.set_deleted(gone.id, at(90))
    place = details.picture_place(second.id)
    assert (place.message, place.before, place.after) == (second, first.id, third.id)
    assert (place.number, place.count) == (2, 3)
    assert details.picture_place(first.id).before is None
    assert details.picture_place(third.id).after is None
    assert details.picture_place(gone.id) is None
    assert details.picture_place(LocalId(999)) is None


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("a.png", ""),
        ("A.JPEG", ""),
        ("b.webp", ""),
        ("c.pdf", "image/png"),
        ("c.png", "application/pdf"),
        ("c.svg", "image/svg+xml"),
        ("png", ""),
        (".gif", ""),
        ("x.tiff", ""),
    ],
)
def test_the_database_and_the_program_agree_on_what_a_picture_is(desk, details, name, mime):
    """The index has the rule in its own words: they must say the same."""
    chat = desk.chat()
    shown = picture(desk, chat)
    asked = picture(desk, chat, name, mime=mime)
    assert details.picture_place(shown.id).count == 1 + asked.attachment.is_picture


def test_pictures_are_found_by_their_index(desk, database, details):
    picture(desk, desk.chat())
    from ringodesk_qt.store.details import _PICTURES

    plan = database.rows(f"EXPLAIN QUERY PLAN SELECT count(*) {_PICTURES}", (1,))
    assert "message_picture" in str(plan)
