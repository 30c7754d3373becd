"""What is sent is no draft any more, in the same transaction; what is written beside it stays."""

from __future__ import annotations

import pytest

from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.ids import LocalId


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text("x")
    return paths


async def test_files_that_are_sent_leave_the_draft_with_their_caption(room, files):
    kept = Draft(text="look\nand later", files=(*map(str, files), "/later.txt"))
    await room.desk.set_draft(room.chat.id, kept)
    await room.desk.send_files(room.chat.id, files, caption="look")
    assert await room.desk.drafts() == {room.chat.id: Draft(text="and later", files=("/later.txt",))}


async def test_a_text_that_is_sent_leaves_the_files(room):
    await room.desk.set_draft(room.chat.id, Draft(text="hel", files=("/a.txt",)))
    await room.desk.send_text(room.chat.id, "hello")
    assert await room.desk.drafts() == {room.chat.id: Draft(files=("/a.txt",))}


async def test_an_edit_that_is_made_is_no_draft_any_more(room):
    await room.sender.start()
    message_id = await room.desk.send_text(room.chat.id, "helo")
    await room.until_state(message_id, "sent")
    await room.desk.set_draft(room.chat.id, Draft(text="draft", edited_id=message_id, edited_text="hello"))
    await room.desk.edit(message_id, "hello")
    assert await room.desk.drafts() == {}
    assert (await room.chat_now()).draft == "draft"


@pytest.mark.parametrize(
    ("draft", "sent", "rest"),
    [
        ("", "hello", ""),
        ("hel", "hello", ""),
        ("hello", "hello", ""),
        ("hello\nmore", "hello", "more"),
        ("  hello\nmore", "hello ", "more"),
        ("something else", "hello", "something else"),
        ("hellos", "hello", "hellos"),
        ("kept", "", "kept"),
    ],
)
def test_what_is_left_of_a_draft(draft, sent, rest):
    assert Draft(text=draft).without(text=sent, files=()).text == rest


def test_two_drafts_in_one():
    refused = Draft(text="first", files=("/a", "/b"))
    since = Draft(text="second", files=("/b", "/c"), edited_id=LocalId(3), edited_text="e")
    whole = Draft(text="first\nsecond", files=("/a", "/b", "/c"), edited_id=LocalId(3), edited_text="e")
    assert refused.followed_by(since) == whole
