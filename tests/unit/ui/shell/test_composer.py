"""The composer: nothing typed is lost, nothing is sent that was not meant."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from ringodesk_qt.core import pasted_files
from ringodesk_qt.errors import InputError, StoreError
from ringodesk_qt.models.draft import Draft

ENTER = Qt.Key.Key_Return


def _type(composer, text):
    QTest.keyClicks(composer.edit, text)


def _enter(composer, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(composer.edit, ENTER, modifiers)


async def test_enter_sends_and_shift_enter_breaks(composer, desk, settle):
    _type(composer, "one")
    _enter(composer, Qt.KeyboardModifier.ShiftModifier)
    _type(composer, "two")
    _enter(composer)
    await settle(lambda: desk.did("send_text"))
    assert desk.did("send_text") == [(1, "one\ntwo")]
    assert composer.edit.toPlainText() == ""


async def test_the_other_way_about(composer, desk, settle):
    composer.set_enter_sends(False)
    _type(composer, "one")
    _enter(composer)
    _type(composer, "two")
    _enter(composer, Qt.KeyboardModifier.ControlModifier)
    await settle(lambda: desk.did("send_text"))
    assert desk.did("send_text") == [(1, "one\ntwo")]


async def test_a_refused_send_keeps_what_was_typed_and_says_why(composer, desk, settle):
    desk.trouble["send_text"] = StoreError("The disk is full. Make room and send it again.")
    _type(composer, "important")
    composer.send_button.click()
    await settle(lambda: composer.errors.sentence)
    assert composer.errors.sentence == "The disk is full. Make room and send it again."
    assert composer.edit.toPlainText() == "important"
    assert ("set_draft", 1, "important") in desk.calls


async def test_what_was_typed_since_stays_behind_what_was_refused(composer, desk, settle):
    desk.trouble["send_text"] = StoreError("No.")
    desk.gate = asyncio.Event()
    _type(composer, "first")
    _enter(composer)
    _type(composer, "second")
    desk.gate.set()
    await settle(lambda: composer.errors.sentence)
    assert composer.edit.toPlainText() == "first\nsecond"


async def test_the_next_message_is_not_mixed_with_the_one_on_its_way(composer, desk, settle):
    desk.gate = asyncio.Event()
    _type(composer, "first")
    _enter(composer)
    _type(composer, "second")
    _enter(composer)
    desk.gate.set()
    await settle(lambda: len(desk.did("send_text")) == 2)
    assert desk.did("send_text") == [(1, "first"), (1, "second")]


async def test_nothing_typed_sends_nothing_and_the_button_says_why(composer, desk, settle):
    _enter(composer)
    await settle()
    assert composer.errors.sentence == ""
    _type(composer, "  ")
    composer.send_button.click()
    await settle(lambda: composer.errors.sentence)
    assert "empty" in composer.errors.sentence
    assert composer.edit.toPlainText() == "  "
    assert desk.did("send_text") == []


async def test_a_draft_is_kept_for_each_chat(composer, desk, a, settle):
    _type(composer, "for one")
    composer.set_chat(a.chat(2, draft="for two"))
    await settle(lambda: desk.did("set_draft"))
    assert desk.did("set_draft") == [(1, "for one")]
    assert composer.edit.toPlainText() == "for two"
    composer.set_chat(a.chat(1))
    assert composer.edit.toPlainText() == "for one"


async def test_a_draft_is_saved_by_itself_once_a_pause_is_made(composer, desk, settle):
    _type(composer, "abc")
    assert desk.did("set_draft") == []
    composer.drafts.timer.timeout.emit()
    await settle(lambda: desk.did("set_draft"))
    assert desk.did("set_draft") == [(1, "abc")]


async def test_a_draft_that_could_not_be_written_is_written_later(composer, desk, settle, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.ui.drafts.AGAIN_MS", 20)
    desk.trouble["set_draft"] = StoreError("The disk is full.")
    _type(composer, "abc")
    composer.drafts.timer.timeout.emit()
    await settle(lambda: len(desk.did("set_draft")) > 1)
    assert composer.errors.sentence == "The disk is full."
    desk.trouble.clear()
    tried = len(desk.did("set_draft"))
    await settle(lambda: len(desk.did("set_draft")) > tried)
    await asyncio.sleep(0.1)
    assert len(desk.did("set_draft")) <= tried + 2, "once it is there, it is not written again"


async def test_who_types_without_a_pause_is_saved_all_the_same(composer):
    composer.drafts.timer.setInterval(60_000)
    _type(composer, "a")
    left = composer.drafts.timer.remainingTime()
    await asyncio.sleep(0.05)
    _type(composer, "b")
    assert composer.drafts.timer.remainingTime() < left - 20  # started anew it would be as much again
    await composer.keep()


async def test_keep_waits_until_every_draft_is_on_disk(composer, desk, a):
    _type(composer, "abc")
    await composer.keep()
    assert desk.did("set_draft") == [(1, "abc")]
    await composer.keep()
    assert len(desk.did("set_draft")) == 1


async def test_a_changed_row_of_the_chat_does_not_touch_what_is_typed(composer, a):
    _type(composer, "typing")
    composer.update_chat(a.chat(1, draft="older"))
    assert composer.edit.toPlainText() == "typing"


async def test_each_key_is_told_and_filling_the_field_is_not(composer, desk, a):
    composer.set_chat(a.chat(2, draft="draft"))
    assert desk.did("note_typing") == []
    _type(composer, "xy")
    assert desk.did("note_typing") == [(2,), (2,)]


async def test_files_go_with_the_text_as_their_caption(composer, desk, tmp_path, settle):
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text("x")
    composer.add_files([*paths, paths[0]])
    await settle(lambda: not composer.tray.isHidden())
    _type(composer, "both")
    _enter(composer)
    await settle(lambda: desk.did("send_files"))
    assert desk.did("send_files") == [(1, paths, "both")]
    assert composer.tray.isHidden()
    assert composer.edit.toPlainText() == ""


async def test_refused_files_are_there_again_with_their_caption(composer, desk, tmp_path, settle):
    desk.trouble["send_files"] = InputError("gone.txt is not there any more.")
    (tmp_path / "gone.txt").write_text("x")
    composer.add_files([tmp_path / "gone.txt"])
    await settle(lambda: not composer.tray.isHidden())
    _type(composer, "look")
    _enter(composer)
    await settle(lambda: composer.errors.sentence)
    assert composer.errors.sentence == "gone.txt is not there any more."
    assert not composer.tray.isHidden()
    assert composer.edit.toPlainText() == "look"


async def test_an_edit_leaves_the_draft_alone(composer, desk, a, settle):
    _type(composer, "draft")
    composer.begin_edit(a.message(5, "out", "sent text", messageid="m5"))
    assert composer.edit.toPlainText() == "sent text"
    _type(composer, "!")
    _enter(composer)
    await settle(lambda: not composer.is_editing)
    assert desk.did("edit") == [(5, "sent text!")]
    assert desk.did("send_text") == []
    assert composer.edit.toPlainText() == "draft"


async def test_escape_leaves_the_edit_with_the_draft_intact(composer, desk, a):
    _type(composer, "draft")
    composer.begin_edit(a.message(5, "out", "sent text", messageid="m5"))
    _type(composer, " changed")
    QTest.keyClick(composer.edit, Qt.Key.Key_Escape)
    assert composer.edit.toPlainText() == "draft"
    assert desk.did("edit") == []


async def test_a_change_that_is_begun_is_not_dropped_for_another(composer, a):
    first, second = (a.message(number, "out", f"sent {number}", messageid=f"m{number}") for number in (5, 6))
    composer.begin_edit(first)
    _type(composer, "!")
    for message in (second, first):
        composer.begin_edit(message)
        assert composer.edit.toPlainText() == "sent 5!"
    assert "changing another message" in composer.errors.sentence
    QTest.keyClick(composer.edit, Qt.Key.Key_Escape)
    composer.begin_edit(second)
    assert composer.edit.toPlainText() == "sent 6"
    composer.begin_edit(first)  # nothing was changed in the second
    assert composer.edit.toPlainText() == "sent 5"


async def test_a_refused_edit_goes_on(composer, desk, a, settle):
    desk.trouble["edit"] = InputError("This message was deleted.")
    composer.begin_edit(a.message(5, "out", "sent", messageid="m5"))
    _type(composer, "!")
    _enter(composer)
    await settle(lambda: composer.errors.sentence)
    assert composer.is_editing
    assert composer.edit.toPlainText() == "sent!"


async def test_up_asks_for_the_last_message_only_where_nothing_is_typed(composer):
    asked = []
    composer.edit_last_requested.connect(lambda: asked.append(True))
    QTest.keyClick(composer.edit, Qt.Key.Key_Up)
    _type(composer, "x")
    QTest.keyClick(composer.edit, Qt.Key.Key_Up)
    assert asked == [True]


async def test_rich_text_is_pasted_plain(composer):
    mime = QMimeData()
    mime.setHtml("<b>bold</b> <img src='http://example.org/x.png'>")
    composer.edit.insertFromMimeData(mime)
    assert composer.edit.toPlainText().strip("\ufffc ") == "bold"
    assert "<img" not in composer.edit.toHtml()
    assert "font-weight:700" not in composer.edit.toHtml()


async def test_files_are_pasted_as_files_and_a_web_address_as_text(composer, tmp_path, settle):
    (tmp_path / "a.txt").write_text("x")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    composer.edit.insertFromMimeData(mime)
    await settle(lambda: not composer.tray.isHidden())
    assert composer.edit.toPlainText() == ""
    web = QMimeData()
    web.setText("https://example.org/")
    composer.edit.insertFromMimeData(web)
    assert composer.edit.toPlainText() == "https://example.org/"


async def test_a_pasted_picture_becomes_a_png_file(composer, desk, tmp_path, settle):
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    mime = QMimeData()
    mime.setImageData(picture)
    composer.edit.insertFromMimeData(mime)
    await settle(lambda: not composer.tray.isHidden())
    composer.send_button.click()
    await settle(lambda: desk.did("send_files"))
    (_chat_id, (path,), _caption) = desk.did("send_files")[0]
    assert path.read_bytes().startswith(b"\x89PNG")
    assert path.parent == tmp_path


async def test_a_picture_copied_as_a_file_is_kept_as_it_is(composer, desk, settle):
    """It may come from any page of the web: it is not decoded here, and so it need not even be whole."""
    mime = QMimeData()
    mime.setData("image/jpeg", b"\xff\xd8\xff\xe0 not whole")
    mime.setImageData(QImage(20, 10, QImage.Format.Format_RGB32))
    composer.edit.insertFromMimeData(mime)
    await settle(lambda: not composer.tray.isHidden())
    composer.send_button.click()
    await settle(lambda: desk.did("send_files"))
    (_chat_id, (path,), _caption) = desk.did("send_files")[0]
    assert path.suffix == ".jpeg"
    assert path.read_bytes() == b"\xff\xd8\xff\xe0 not whole"


async def test_what_only_says_that_it_is_a_picture_is_not_taken(composer, settle, tmp_path):
    mime = QMimeData()
    mime.setData("image/png", b"<svg/>")
    mime.setImageData(QImage(20, 10, QImage.Format.Format_RGB32))
    composer.edit.insertFromMimeData(mime)
    await settle(lambda: composer.errors.sentence)
    assert "no picture" in composer.errors.sentence
    assert list(tmp_path.glob("Picture*")) == []


async def test_a_pasted_picture_that_is_taken_out_again_is_removed_and_one_that_is_sent_stays(
    composer, desk, tmp_path, settle
):
    kept = tmp_path / "mine.png"
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.save(str(kept))
    for is_taken_out in (True, False):
        composer.edit.picture_pasted.emit(picture)
        await settle(lambda: composer.attaching.files)
        (path,) = composer.attaching.files
        if is_taken_out:
            composer.add_files([kept])
            await settle(lambda: len(composer.attaching.files) == 2)
            composer.tray.clear_requested.emit()
            await settle(lambda path=path: not Path(path).exists())
        else:
            composer.send()
            await settle(lambda: desk.did("send_files"))
            composer.add_files([Path(path)])
            await settle(lambda: composer.attaching.files)
            composer.tray.remove_requested.emit(path)
            await settle()
            assert Path(path).exists()
    assert kept.exists()


@pytest.mark.parametrize("how", ["picture", "long text", "dialog"])
async def test_what_took_its_time_goes_to_the_chat_it_was_meant_for(composer, a, tmp_path, settle, how):
    """A click on a desktop notice opens another chat at any moment."""
    kept = tmp_path / "mine.txt"
    kept.write_text("mine")
    if how == "picture":
        composer.edit.picture_pasted.emit(QImage(4, 4, QImage.Format.Format_RGB32))
    elif how == "long text":
        composer.edit.long_text_pasted.emit("long")
    else:
        composer.attach_button.click()
    composer.set_chat(a.chat(2))
    for dialog in composer.findChildren(QFileDialog):
        dialog.filesSelected.emit([str(kept)])
        dialog.close()
    await settle(lambda: composer.drafts.of(1).files)
    assert len(composer.drafts.of(1).files) == 1
    assert (composer.drafts.of(2).files, composer.attaching.files, composer.errors.sentence) == ((), (), "")


async def test_a_picture_of_another_format_is_not_pasted(composer, settle, tmp_path):
    mime = QMimeData()
    mime.setData("image/tiff", b"II*\0")
    mime.setImageData(QImage(20, 10, QImage.Format.Format_RGB32))
    composer.edit.insertFromMimeData(mime)
    await settle()
    assert list(tmp_path.glob("Picture*")) == []


async def test_a_picture_that_cannot_be_saved_says_so(composer, settle):
    composer._aids.pictures._files.folder = Path("/nowhere/at/all")
    mime = QMimeData()
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    composer.edit.insertFromMimeData(mime)
    await settle(lambda: composer.errors.sentence)
    assert "/nowhere/at/all" in composer.errors.sentence


@pytest.mark.parametrize(("lines", "is_taller"), [(1, False), (3, True)])
async def test_it_grows_with_its_lines(composer, lines, is_taller):
    composer.resize(500, 300)
    composer.show()
    before = composer.edit.height()
    composer.edit.setPlainText("\n".join("x" * lines))
    assert (composer.edit.height() > before) is is_taller


async def test_it_grows_to_eight_lines_and_no_further(composer):
    composer.resize(500, 400)
    composer.show()
    composer.edit.setPlainText("\n".join("x" * 8))
    eight = composer.edit.height()
    composer.edit.setPlainText("\n".join("x" * 40))
    assert composer.edit.height() - eight < composer.edit.fontMetrics().lineSpacing()


async def test_the_identity_is_always_said(composer):
    assert composer.identity.text() == "as 2075550100"
    interface = QAccessible.queryAccessibleInterface(composer.identity)
    assert interface.text(QAccessible.Text.Description) == "as 2075550100"
    assert not composer.identity.isHidden()


async def test_emoji_can_be_found_by_name_and_picked(composer):
    composer.show()
    composer.emoji_button.click()
    picker = composer._emoji
    picker._search.setText("rocket")
    QTest.keyClick(picker._search, ENTER)
    assert composer.edit.toPlainText() == "\U0001f680"
    assert picker.isHidden()
    await composer.keep()


@pytest.fixture
def former(desk, tmp_path):
    """A picture that was pasted before a restart, and is in the draft."""
    path = tmp_path / "Picture 2026-11-02 10.11.12 ab12.png"
    path.write_bytes(b"\x89PNG")
    desk.kept_drafts[1] = Draft(files=(str(path),))
    return path


async def test_what_was_pasted_before_a_restart_goes_when_the_draft_on_disk_is_without_it(
    former, composer, desk, tmp_path, settle, monkeypatch
):
    mine, removed = tmp_path / "mine.png", []
    mine.write_bytes(b"\x89PNG")
    composer.add_files([mine])
    await settle(lambda: len(composer.attaching.files) == 2)

    def remove(_folder, names):
        removed.append((names, desk.did("set_draft")[-1]))

    monkeypatch.setattr(pasted_files, "_remove", remove)
    composer.tray.clear_requested.emit()
    await settle(lambda: removed)
    assert removed == [([former.name], (1, ""))], "a draft without files"


async def test_nothing_goes_while_it_is_not_known_what_is_needed(former, composer, desk, settle):
    await settle(lambda: composer.attaching.files)
    desk.trouble["set_draft"] = StoreError("The disk is full.")
    composer.tray.clear_requested.emit()
    await settle(lambda: composer.errors.sentence)
    await settle()
    assert former.exists()
    desk.trouble.clear()
