"""Search: every word of every message, and any text a user may type."""

from __future__ import annotations

import pytest

from ringodesk_qt.models.message import Attachment, Kind


@pytest.fixture
def texts(desk):
    chat = desk.chat()
    for text in ("Hello world", "hello there, wörld-wide web", "the café's menu", "100% done (really)", "well\0hidden"):
        desk.add(chat, text)
    return desk


def found(desk, text, limit=50):
    return [message.text for message in desk.tables.messages.search(text, limit=limit)]


def test_every_word_or_its_beginning_newest_first(texts):
    assert found(texts, "HEL wor") == ["hello there, wörld-wide web", "Hello world"]
    assert found(texts, "hello wide") == ["hello there, wörld-wide web"]
    assert found(texts, "hello nothing") == []
    assert found(texts, "ello") == []
    assert found(texts, "hello", limit=1) == ["hello there, wörld-wide web"]


def test_accents_do_not_matter_however_they_are_typed(texts):
    for typed in ("cafe", "café", "cafe\N{COMBINING ACUTE ACCENT}", "CAFÉ'S"):
        assert found(texts, typed) == ["the café's menu"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        '"',
        '""',
        "'",
        "*",
        "-",
        "(",
        "()",
        "^",
        ":",
        "...",
        "😀",
        "\0",
        "\ud800",
        "NEAR(",
        "a OR",
        "AND",
        "NOT",
        "words:",
        "{words}:x",
        '" OR "x',
        "x" * 5000,
        "% _ \\",
        "'; DROP TABLE message; --",
    ],
)
def test_no_text_is_taken_for_an_operator(texts, typed):
    assert found(texts, typed) == []


def test_punctuation_around_words_does_not_hide_them(texts):
    assert found(texts, '"hello" (world)') == ["hello there, wörld-wide web", "Hello world"]
    assert found(texts, "world-wide") == ["hello there, wörld-wide web"]
    assert found(texts, "done * 100%") == ["100% done (really)"]
    assert found(texts, "well\0hidden") == ["well\0hidden"]


def test_an_operators_name_is_a_word(desk):
    desk.add(desk.chat(), "to be OR not to be")
    assert found(desk, "or NOT") == ["to be OR not to be"]


def test_an_edit_moves_the_words(desk, at):
    message = desk.add(desk.chat(), "before")
    desk.tables.messages.set_text(message.id, "after", at(1))
    assert (found(desk, "before"), found(desk, "after")) == ([], ["after"])
    desk.tables.messages.revert_text(message.id)
    assert (found(desk, "before"), found(desk, "after")) == (["before"], [])


def test_files_are_found_by_name_and_calls_by_what_was_noted(desk):
    chat = desk.chat()
    file = desk.add(chat, "", kind=Kind.FILE, attachment=Attachment(name="Invoice 2026.pdf"))
    call = desk.add(chat, "", kind=Kind.CALL, call={"duration": 100, "subject": "Billing", "caller": "511"})
    search = desk.tables.messages.search
    assert [one.id for one in search("invoice")] == [file.id]
    assert [one.id for one in search("511 bill")] == [call.id]
    desk.tables.messages.set_attachment(file.id, Attachment(name="offer.pdf"))
    assert (search("invoice"), [one.id for one in search("offer")]) == ([], [file.id])


def test_the_index_is_sound_after_all_that(texts, database, at):
    for message in texts.tables.messages.search("hello"):
        texts.tables.messages.set_deleted(message.id, at(1))
    database.rows("INSERT INTO message_words (message_words) VALUES ('integrity-check')")
    assert found(texts, "hello") == []
