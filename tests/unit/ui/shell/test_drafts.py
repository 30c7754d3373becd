"""Drafts in the window: files and edits are there again after another chat, an error, or another start."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.draft import Draft


def _type(composer, text):
    QTest.keyClicks(composer.edit, text)


def _left(composer, desk, **drafts):
    """Another life left these: nothing is read of them yet."""
    desk.kept_drafts = {int(name.removeprefix("chat_")): draft for name, draft in drafts.items()}
    composer.drafts._is_loaded = False


async def test_files_of_the_last_life_are_attached_again(composer, desk, a, tmp_path, settle):
    path = tmp_path / "plan.pdf"
    path.write_text("x")
    _left(composer, desk, chat_2=Draft(text="kept", files=(str(path),)))
    composer.set_chat(a.chat(2, draft="kept"))
    await settle(lambda: not composer.tray.isHidden())
    assert composer.edit.toPlainText() == "kept"
    composer.send()
    await settle(lambda: desk.did("send_files"))
    assert desk.did("send_files") == [(2, [path], "kept")]


async def test_an_edit_of_the_last_life_goes_on(composer, desk, a, settle):
    desk.message_rows = [a.message(5, "out", "sent", messageid="m5", chat_id=2)]
    _left(composer, desk, chat_2=Draft(text="draft", edited_id=5, edited_text="sent and cha"))
    composer.set_chat(a.chat(2, draft="draft"))
    await settle(lambda: composer.is_editing)
    assert composer.edit.toPlainText() == "sent and cha"
    QTest.keyClick(composer.edit, Qt.Key.Key_Escape)
    assert composer.edit.toPlainText() == "draft"
    await composer.keep()
    assert desk.did("set_draft") == [(2, "draft")]


async def test_an_edit_survives_a_look_at_another_chat(composer, desk, a, settle):
    message = a.message(5, "out", "sent", messageid="m5")
    desk.message_rows = [message]
    _type(composer, "draft")
    composer.begin_edit(message)
    _type(composer, "!")
    composer.set_chat(a.chat(2))
    assert not composer.is_editing
    await settle(lambda: desk.did("set_draft"))
    assert desk.did("set_draft")[-1] == (1, Draft(text="draft", edited_id=5, edited_text="sent!"))
    composer.set_chat(a.chat(1))
    await settle(lambda: composer.is_editing)
    assert composer.edit.toPlainText() == "sent!"


async def test_the_words_of_an_edit_that_is_not_possible_any_more_are_kept(composer, desk, a, settle):
    desk.message_rows = [a.message(5, "out", "", chat_id=2)]
    _left(composer, desk, chat_2=Draft(edited_id=5, edited_text="long and well thought of"))
    composer.set_chat(a.chat(2))
    await settle(lambda: composer.errors.sentence)
    assert "cannot be changed" in composer.errors.sentence
    assert composer.edit.toPlainText() == "long and well thought of"
    assert not composer.is_editing


async def test_an_edit_that_went_through_while_another_chat_was_open_is_over(composer, desk, a, settle):
    message = a.message(5, "out", "sent", messageid="m5")
    desk.message_rows = [message]
    composer.begin_edit(message)
    _type(composer, "!")
    desk.gate = asyncio.Event()
    composer.send()
    composer.set_chat(a.chat(2))
    desk.gate.set()
    await settle(lambda: desk.did("edit"))
    composer.set_chat(a.chat(1))
    await settle()
    assert not composer.is_editing
    assert composer.edit.toPlainText() == ""


async def test_what_is_on_its_way_stays_in_the_draft_on_disk_and_is_not_written_again(composer, desk, settle):
    _type(composer, "first")
    composer.drafts.save()
    await settle(lambda: desk.did("set_draft"))
    desk.gate = asyncio.Event()
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    _type(composer, "second")
    composer.drafts.save()
    await settle()
    assert desk.did("set_draft") == [(1, "first")]  # which goes in the moment in which it is queued
    desk.gate.set()
    await settle(lambda: len(desk.did("set_draft")) == 2)
    assert desk.did("set_draft")[-1] == (1, "second")


async def test_a_quit_waits_for_what_is_being_queued_and_keeps_what_was_written_since(composer, desk, settle):
    desk.gate = asyncio.Event()
    _type(composer, "first")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    _type(composer, "second")
    keeping = asyncio.create_task(composer.keep())
    await settle()
    assert desk.did("set_draft") == []
    desk.gate.set()
    await keeping
    assert desk.did("set_draft")[-1] == (1, "second")


async def test_nothing_is_written_over_files_that_are_not_read_yet(composer, desk, a, settle):
    reading = asyncio.Event()

    async def drafts():
        await reading.wait()
        return {2: Draft(files=("/a.txt",))}

    await settle()
    composer.drafts._is_loaded = False
    desk.drafts = drafts
    composer.set_chat(a.chat(2))
    _type(composer, "quick")
    composer.drafts.save()
    await settle()
    assert desk.did("set_draft") == []
    reading.set()
    await settle(lambda: desk.did("set_draft"))
    assert desk.did("set_draft") == [(2, Draft(text="quick", files=("/a.txt",)))]


async def test_a_draft_that_is_empty_again_is_written_too_after_a_failure(composer, desk, settle):
    desk.trouble["set_draft"] = StoreError("The disk is full.")
    _type(composer, "a")
    composer.drafts.save()
    await settle(lambda: composer.errors.sentence)
    desk.trouble.clear()
    composer.edit.clear()
    composer.drafts.save()
    await settle(lambda: len(desk.did("set_draft")) == 2)
    assert desk.did("set_draft")[-1] == (1, "")


@pytest.mark.parametrize(
    ("draft", "files", "words"), [("", 1, "Draft: 1 file"), ("", 3, "Draft: 3 files"), ("look", 3, "Draft: look")]
)
def test_the_list_of_chats_shows_a_draft_of_files_alone(a, draft, files, words):
    from ringodesk_qt.ui.models.chat_rows import chat_line

    chat = a.chat(1, draft=draft, drafted_files=files)
    assert chat_line(chat).words == words
    assert not chat_line(chat, is_open=True).words.startswith("Draft")
