"""One chat's pane: what can be done with a message, and what was really seen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton

from ringodesk_qt.errors import InputError
from ringodesk_qt.models.details import FormerText
from ringodesk_qt.models.message import Attachment, State
from ringodesk_qt.ui.dialogs.edit_history import EditHistoryDialog
from ringodesk_qt.ui.dialogs.message_details import MessageDetailsDialog
from ringodesk_qt.ui.views.history_view import ScrollPlace
from ringodesk_qt.ui.views.received_files import _copy_whole, may_run

NOON = datetime(2025, 3, 12, 12, 0, tzinfo=UTC)


@pytest.fixture
async def pane(window, desk, a, settle):
    desk.put(a.chat(1, "Anna"))
    desk.message_rows = [
        a.message(1, "out", "first", messageid="m1"),
        a.message(2, "in", "theirs", messageid="m2"),
        a.message(3, "out", "failed one", state="failed"),
    ]
    await window.load()
    window.show()
    window.select_chat(1)
    await settle(lambda: window.conversation.messages.is_opened)
    return window.conversation


def _labels(pane, message):
    return [action.text() for action in pane.menu.build(message).actions() if action.text()]


async def test_the_menu_offers_what_the_state_allows(pane, a):
    file, more = Attachment(name="a.pdf"), "Message details…"
    for message, wanted in (
        (a.message(9, "in"), ["Copy"]),
        (a.message(9, "in", edited_at=NOON), ["Copy", "Edit history…"]),
        (a.message(9, "out", messageid="m"), ["Copy", "Edit", "Delete"]),
        (a.message(9, "out"), ["Copy"]),
        (a.message(9, "out", state="queued"), ["Copy", "Cancel"]),
        (a.message(9, "out", state="sending"), ["Copy"]),
        (a.message(9, "out", state="failed"), ["Copy", "Retry"]),
        (a.message(9, "out", state="uncertain"), ["Copy", "Send again", "It arrived"]),
        (a.message(9, "out", state="uncertain", deleted_at=NOON, messageid="m"), []),
        (a.message(9, "in", "x", kind="unsupported"), []),
        (
            a.message(9, "out", "", kind="file", attachment=file, state="sending"),
            ["Copy", "Open", "Save as…", "Show in folder", "Cancel"],
        ),
        (
            a.message(9, "out", "", kind="file", attachment=file, messageid="m"),
            ["Copy", "Open", "Save as…", "Show in folder", "Delete"],
        ),
    ):
        assert _labels(pane, message) == [*wanted, "Select", more]


async def test_the_menu_of_a_link_opens_and_copies_it(pane, a, monkeypatch):
    from PySide6.QtGui import QDesktopServices, QGuiApplication

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    menu = pane.menu.build(a.message(9), link="https://example.org/a")
    by_label = {action.text(): action for action in menu.actions()}
    by_label["Open link"].trigger()
    by_label["Copy link address"].trigger()
    assert opened == ["https://example.org/a"]
    assert QGuiApplication.clipboard().text() == "https://example.org/a"


async def test_the_menu_copies_the_code_of_a_message(pane, a):
    message = a.message(9, text="so:\n```sh\nls\n```\nand\n```\ncd ..\n```")
    assert _labels(pane, message)[:2] == ["Copy", "Copy code"]
    pane.menu.do(message, "copy_code")
    assert QGuiApplication.clipboard().text() == "ls\n\ncd .."


async def test_keys_do_with_the_current_row_what_the_menu_does(pane, settle):
    shown = {
        action.text(): action.shortcut().toString() for action in pane.menu.build(pane.messages.message(1)).actions()
    }
    assert (shown["Copy"], shown["Edit"], shown["Delete"]) == ("Ctrl+C", "F2", "Del")
    pane.view.setCurrentIndex(pane.messages.index(0))
    QTest.keyClick(pane.view, Qt.Key.Key_Delete)
    assert pane.findChild(QMessageBox).text() == "Delete this message?"
    pane.findChild(QMessageBox).close()
    QTest.keyClick(pane.view, Qt.Key.Key_F2)
    assert pane.composer.is_editing
    QTest.keyClick(pane.view, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    await settle(lambda: pane.window().findChild(MessageDetailsDialog))


async def test_a_key_does_nothing_that_the_menu_does_not_offer(pane):
    pane.view.setCurrentIndex(pane.messages.index(1))  # theirs
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(pane.view, key)
    assert pane.findChild(QMessageBox) is None
    assert not pane.composer.is_editing


async def test_a_click_on_edited_lists_what_the_message_said_before(pane, desk, a, settle):
    desk.former[1] = [FormerText(text="<b>before</b>", written_at=NOON, replaced_at=NOON + timedelta(minutes=5))]
    desk.message_rows[0] = a.message(1, "out", "after", messageid="m1", edited_at=NOON + timedelta(minutes=5))
    pane.messages.on_messages_changed([1])
    await settle(lambda: pane.messages.message(1).edited_at is not None)
    laid, top = pane.view.laid_row(0), pane.view.visualRect(pane.messages.index(0)).topLeft()
    at = top + laid.meta_rect().center().toPoint()
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    await settle(lambda: pane.window().findChild(EditHistoryDialog))
    dialog = pane.window().findChild(EditHistoryDialog)
    assert [text.toPlainText() for text in dialog.findChildren(QPlainTextEdit)] == ["<b>before</b>"]
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy")
    copy.click()
    assert QGuiApplication.clipboard().text() == "<b>before</b>"


async def test_details_name_ids_times_and_both_ends(pane, desk, a, settle):
    desk.began.add(1)
    pane.menu.show_details(pane.messages.message(1))
    await settle(lambda: pane.window().findChild(MessageDetailsDialog))
    dialog = pane.window().findChild(MessageDetailsDialog)
    facts = {field.accessibleName(): field.text() for field in dialog.findChildren(QLineEdit)}
    assert (facts["From"], facts["To"]) == ("2075550100", "Anna (501)")
    assert (facts["Message id"], facts["State"]) == ("m1", "sent")
    assert facts["Sending began"].endswith(":00")
    dialog.copy_all()
    assert "Message id: m1" in QGuiApplication.clipboard().text().splitlines()


async def test_why_a_message_failed_is_seen_whole_in_its_details(pane, a, qapp, settle):
    """It stood in one line behind the state, most of it out of sight."""
    why = "Ringotel refused: " + "the number cannot be reached. " * 8
    pane.menu.show_details(msgspec.structs.replace(a.message(1, "out"), state=State.FAILED, error=why.strip()))
    await settle(lambda: pane.window().findChild(MessageDetailsDialog))
    dialog = pane.window().findChild(MessageDetailsDialog)
    words = next(label for label in dialog.findChildren(QLabel) if label.accessibleName() == f"Why: {why.strip()}")
    assert words.text() == why.strip()
    await settle(lambda: words.height() == words.heightForWidth(words.width()) > 3 * words.fontMetrics().height())
    assert words.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert {field.text() for field in dialog.findChildren(QLineEdit) if field.accessibleName() == "State"} == {"failed"}
    dialog.copy_all()
    assert f"Why: {why.strip()}" in QGuiApplication.clipboard().text().splitlines()


@pytest.mark.parametrize("verb", ["retry", "send_again", "it_arrived", "cancel"])
async def test_a_sign_in_the_bubble_does_its_verb(pane, desk, settle, verb):
    pane.view.message_action_requested.emit(3, verb)
    await settle(lambda: desk.did(verb))
    assert desk.did(verb) == [(3,)]


async def test_what_fails_is_said_in_the_chat(pane, desk, settle):
    desk.trouble["cancel"] = InputError("It is too late to cancel: the message is on its way.")
    pane.menu.act(3, "cancel")
    await settle(lambda: pane.composer.errors.sentence)
    assert pane.composer.errors.sentence == "It is too late to cancel: the message is on its way."


async def test_deleting_asks_first(pane, desk, settle):
    message = pane.messages.message(1)
    pane.menu.ask_delete(message)
    question = pane.findChild(QMessageBox)
    assert question.textFormat() == Qt.TextFormat.PlainText
    assert desk.did("delete") == []
    next(one for one in question.buttons() if one.text() == "Delete").click()
    await settle(lambda: desk.did("delete"))
    assert desk.did("delete") == [(1,)]


async def test_up_edits_the_last_message_that_can_be(pane):
    QTest.keyClick(pane.composer.edit, Qt.Key.Key_Up)
    assert pane.composer.is_editing
    assert pane.composer.edit.toPlainText() == "first"


async def test_what_was_seen_is_told_only_from_an_active_window(pane, desk, settle, monkeypatch):
    desk.calls.clear()
    monkeypatch.setattr(pane, "isActiveWindow", lambda: False)
    pane.view.seen.emit(1_000_002)
    await settle()
    assert desk.did("mark_read") == []
    monkeypatch.setattr(pane, "isActiveWindow", lambda: True)
    pane.view.seen.emit(1_000_002)
    await settle(lambda: desk.did("mark_read"))
    assert desk.did("mark_read") == [(1, 1_000_002)]


async def test_the_header_shows_names_as_plain_text(pane, a):
    pane.update_chat(a.chat(1, "<b>Anna</b> & co", contact=a.contact(1, "<b>Anna</b> & co", state=1)))
    shown = [label for label in pane.header.findChildren(QLabel) if "Anna" in label.text()]
    assert [label.text() for label in shown] == ["<b>Anna</b> & co"]
    assert {label.textFormat() for label in pane.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert "Online · extension 501" in [label.text() for label in pane.header.findChildren(QLabel)]


async def test_typing_of_another_chat_is_not_shown(pane):
    pane.set_typing(2, True)
    assert "typing…" not in [label.text() for label in pane.header.findChildren(QLabel)]
    pane.set_typing(1, True)
    assert "typing…" in [label.text() for label in pane.header.findChildren(QLabel)]


async def test_the_jump_button_says_how_much_is_below(pane):
    pane.view.latest_changed.emit(False, 4)
    assert pane.jump.isVisible()
    assert pane.jump.accessibleName() == "Jump to latest, 4 unread"
    pane.view.latest_changed.emit(True, 0)
    assert not pane.jump.isVisible()


async def test_a_screen_reader_finds_the_jump_button(pane):
    """Of what lies in a list it finds the rows alone."""
    pane.view.latest_changed.emit(False, 4)
    assert "Jump to latest, 4 unread" in accessible_names(QAccessible.queryAccessibleInterface(pane))


def accessible_names(interface):
    names = [interface.text(QAccessible.Text.Name)]
    for number in range(interface.childCount()):
        names += accessible_names(interface.child(number))
    return names


async def test_the_jump_button_stands_in_the_corner_of_the_conversation_and_lets_it_scroll(pane, settle):
    pane.view.latest_changed.emit(False, 4)
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        pane.setLayoutDirection(direction)
        pane.resize(pane.width() + 40, pane.height() - 30)
        await settle()
        corner = pane.view.mapFromGlobal(pane.jump.mapToGlobal(pane.jump.rect().center()))
        assert pane.view.rect().contains(corner)
        assert (corner.x() < 80) is (direction is Qt.LayoutDirection.RightToLeft)
        assert pane.view.height() - corner.y() < 80
    seen = []
    pane.view.wheelEvent = seen.append
    at = pane.jump.rect().center().toPointF()
    event = QWheelEvent(
        at,
        pane.jump.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.jump, event)
    assert len(seen) == 1


async def test_letters_typed_on_the_list_go_to_the_composer(pane):
    pane.view.typed.emit("h")
    assert pane.composer.edit.toPlainText() == "h"


async def test_a_file_that_may_run_is_opened_only_after_a_question(pane, desk, tmp_path, settle, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    for name in ("notes.pdf", "setup.pdf.exe"):
        (tmp_path / name).write_bytes(b"x")
        (tmp_path / name).chmod(0o600)

        async def fetch(_message_id, name=name):
            return tmp_path / name

        monkeypatch.setattr(desk, "fetch_attachment", fetch)
        pane.files.open(pane.messages.message(2))
        await settle(lambda: opened or pane.findChildren(QMessageBox))
        await settle()
    assert opened == [str(tmp_path / "notes.pdf")]
    await settle(lambda: pane.findChildren(QMessageBox))
    question = pane.findChildren(QMessageBox)[0]
    assert "setup.pdf.exe" in question.text()
    next(one for one in question.buttons() if one.text() == "Open").click()
    assert opened[1:] == [str(tmp_path / "setup.pdf.exe")]


@pytest.mark.parametrize(
    ("name", "mode", "wanted"),
    [
        ("a.pdf", 0o600, False),
        ("a.PNG", 0o644, False),
        ("a.exe.txt", 0o600, True),
        ("a.SH", 0o600, True),
        ("a", 0o700, True),
    ],
)
def test_what_may_run(tmp_path, name, mode, wanted):
    path = tmp_path / name
    path.write_bytes(b"")
    path.chmod(mode)
    assert may_run(path) is wanted


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"#!/bin/sh\n", True),
        (b"MZ\x90\0", True),
        (b"\x7fELF\x02", True),
        (b"# a comment\n[Desktop Entry]\nExec=sh\n", True),
        ("<HTML>".encode("utf-16"), True),
        (b"\xef\xbb\xbf<!DOCTYPE html>", True),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', True),
        (b"%PDF-1.7\n", False),
        (b"plain words", False),
    ],
)
def test_what_may_run_by_its_content(tmp_path, content, wanted):
    """A desktop goes by it where the name has no ending."""
    path = tmp_path / "letter"
    path.write_bytes(content)
    path.chmod(0o600)
    assert may_run(path) is wanted


async def test_a_link_that_is_no_web_address_is_never_opened(pane, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    for url in ("file:///etc/passwd", "javascript:alert(1)", "ringodesk:x", "https://example.org/a"):
        pane.files.open_link(url)
    assert opened == ["https://example.org/a"]


async def test_a_file_is_saved_elsewhere(pane, desk, tmp_path, settle, monkeypatch):
    source = tmp_path / "source.bin"
    source.write_bytes(b"abc")

    async def fetch(_message_id):
        return source

    monkeypatch.setattr(desk, "fetch_attachment", fetch)
    pane.files._save(2, tmp_path / "copy.bin")
    await settle((tmp_path / "copy.bin").exists)  # it has this name only when it is whole
    assert (tmp_path / "copy.bin").read_bytes() == b"abc"
    pane.files._save(2, tmp_path / "no" / "folder.bin")
    await settle(lambda: pane.composer.errors.sentence)
    assert "folder.bin" in pane.composer.errors.sentence


@pytest.fixture
async def card(pane, desk, a, settle):
    """A file of theirs that is not here yet, in the middle of the conversation."""
    desk.message_rows[1] = a.message(
        2, "in", "", kind="file", attachment=Attachment(name="plan.pdf", url="https://x.example/plan.pdf")
    )
    pane.messages.on_messages_changed([2])
    await settle(lambda: pane.messages.message(2).attachment)
    return pane


def said(pane, message_id):
    return pane.messages.index(pane.messages.row_of(message_id)).data(Qt.ItemDataRole.AccessibleTextRole)


async def test_a_click_on_a_file_that_is_not_here_fetches_it_and_opens_nothing(card, desk, settle, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    card.view.attachment_activated.emit(2)
    await settle(lambda: desk.did("fetch_attachment"))
    await settle()
    assert opened == []


async def test_a_file_that_did_not_come_says_why_on_its_card_and_is_tried_again(card, desk, settle):
    desk.trouble["fetch_attachment"] = InputError("The file is no longer there (HTTP 404).")
    card.view.attachment_activated.emit(2)
    await settle(lambda: "not downloaded: The file is no longer there" in said(card, 2))
    assert not card.composer.errors.sentence
    assert [verb for verb, _, _ in card.view.laid_row(1)._actions] == ["download"]
    desk.trouble.clear()
    card.view.message_action_requested.emit(2, "download")
    card.on_download_progressed(1, 2, 0, 0, False)
    await settle(lambda: len(desk.did("fetch_attachment")) == 2)
    assert "not downloaded" not in said(card, 2)


async def test_a_download_under_way_shows_how_far_it_is_and_a_click_ends_it(card, desk, a):
    card.on_download_progressed(1, 2, 300, 1000, False)
    assert card.messages.progress(2) == (300, 1000)
    assert "Cancel download" in _labels(card, card.messages.message(2))
    card.view.attachment_activated.emit(2)
    assert desk.did("cancel_download") == [(2,)]
    card.on_download_progressed(1, 2, 0, 0, True)
    assert card.messages.progress(2) is None


async def test_sound_that_is_not_here_is_fetched_and_played_elsewhere(card, desk, a, settle, monkeypatch, tmp_path):
    from PySide6.QtGui import QDesktopServices

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    (tmp_path / "voice.ogg").write_bytes(b"OggS")
    (tmp_path / "voice.ogg").chmod(0o600)

    async def fetch(_message_id):
        return tmp_path / "voice.ogg"

    monkeypatch.setattr(desk, "fetch_attachment", fetch)
    desk.message_rows[1] = a.message(
        2, "in", "", kind="file", attachment=Attachment(name="voice.ogg", url="https://x.example/voice.ogg")
    )
    card.messages.on_messages_changed([2])
    await settle(lambda: card.messages.message(2).attachment.name == "voice.ogg")
    card.view.attachment_activated.emit(2)
    await settle(lambda: opened)
    assert opened == [str(tmp_path / "voice.ogg")]


# ---- several messages


def _is_selecting(pane):
    return pane.selected.bar.isVisible() and not pane.header.isVisible()


async def test_a_bar_takes_the_headers_place_while_messages_are_selected(pane, a):
    assert pane.header.isVisible()
    assert not _is_selecting(pane)
    place = pane.header.pos(), pane.header.width()
    pane.menu.do(pane.messages.message(1), "select")
    assert _is_selecting(pane)
    pane.selected.bar.parentWidget().layout().activate()
    assert (pane.selected.bar.pos(), pane.selected.bar.width()) == place
    assert pane.selected.bar.count.text() == "1 selected"
    assert pane.selected.bar.delete.isVisible()
    pane.view.selection.toggle(pane.messages.row_of(2))
    assert pane.selected.bar.count.text() == "2 selected"
    assert not pane.selected.bar.delete.isVisible()
    pane.selected.bar.copy.click()
    assert not _is_selecting(pane)
    first, second = QGuiApplication.clipboard().text().split("\n")
    assert first.endswith("] 2075550100: first")
    assert second.endswith("] Anna: theirs")


async def test_all_that_are_selected_are_deleted_after_one_question(pane, desk, settle, a):
    desk.message_rows.append(a.message(4, "out", "second", messageid="m4"))
    pane.messages.on_messages_changed([4], True)
    await settle(lambda: pane.messages.row_of(4) is not None)
    for message_id in (1, 4):
        pane.view.selection.toggle(pane.messages.row_of(message_id))
    QTest.keyClick(pane.view, Qt.Key.Key_Delete)
    question = pane.findChild(QMessageBox)
    assert question.text() == "Delete 2 messages?"
    assert desk.did("delete") == []
    next(one for one in question.buttons() if one.text() == "Delete").click()
    await settle(lambda: len(desk.did("delete")) == 2)
    assert desk.did("delete") == [(1,), (4,)]
    assert not _is_selecting(pane)


async def test_what_is_not_ours_cannot_be_deleted_and_that_is_said(pane, desk):
    pane.view.selection.toggle(pane.messages.row_of(2))
    QTest.keyClick(pane.view, Qt.Key.Key_Delete)
    assert pane.composer.errors.sentence == "Only messages of yours that were sent can be deleted. Select no others."
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert not _is_selecting(pane)
    assert desk.did("delete") == []


@pytest.fixture
async def long_chat(pane, window, desk, settle, a):
    """A chat of more messages than are held, opened at its end."""
    desk.put(a.chat(9, "Long"))
    desk.message_rows += [a.message(1000 + number, text=f"line {number}", chat_id=9) for number in range(1300)]
    window.chats.on_chats_changed([9])
    window.select_chat(9)
    await settle(lambda: pane.messages.row_of(2299) is not None)
    return pane


def press(pane, key, held=Qt.KeyboardModifier.ControlModifier):
    QTest.keyClick(pane.view, key, held)


async def test_all_is_the_whole_chat_and_is_copied_whole(long_chat, settle, desk, a):
    bar, view = long_chat.selected.bar, long_chat.view
    assert not _is_selecting(long_chat)
    press(long_chat, Qt.Key.Key_A)
    await settle(lambda: view.selection.whole is not None)
    assert bar.count.text() == "1300 selected"
    assert not bar.delete.isVisible()
    desk.message_rows.append(a.message(2300, text="later", chat_id=9))
    long_chat.messages.on_messages_changed([2300], True)
    await settle(lambda: long_chat.messages.row_of(2300) is not None)
    assert not view.selection.has(2300), "it came after"
    view.selection.toggle(long_chat.messages.row_of(2298))
    assert bar.count.text() == "1299 selected"
    view.scroll_to_first()
    await settle(lambda: long_chat.messages.row_of(1000) is not None)
    assert long_chat.messages.row_of(2298) is None
    assert view.selection.has(1000)
    assert not view.selection.has(2298)
    view.selection.toggle(long_chat.messages.row_of(1000))
    assert bar.count.text() == "1298 selected"
    press(long_chat, Qt.Key.Key_C)
    await settle(lambda: not _is_selecting(long_chat))
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.partition("] Long: ")[2] for line in lines] == [f"line {number}" for number in (*range(1, 1298), 1299)]
    assert long_chat.passing.accessibleName() == "1298 messages copied"


async def test_a_whole_chat_is_not_deleted_at_once(long_chat, settle, desk):
    press(long_chat, Qt.Key.Key_A)
    await settle(lambda: long_chat.view.selection.whole is not None)
    press(long_chat, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert "Select those that are to go" in long_chat.composer.errors.sentence
    assert desk.did("delete") == []


async def test_the_copy_of_a_whole_chat_is_left_with_the_selection(long_chat, settle):
    QGuiApplication.clipboard().setText("before")
    press(long_chat, Qt.Key.Key_A)
    await settle(lambda: long_chat.view.selection.whole is not None)
    long_chat.selected.bar.copy.click()
    assert long_chat.selected.bar.count.text() == "Copying… 0 %"
    copying = long_chat.selected._copying
    long_chat.selected.bar.cancel.click()
    await settle(lambda: not _is_selecting(long_chat) and copying.done())
    assert copying.cancelled()
    press(long_chat, Qt.Key.Key_A)
    await settle(lambda: long_chat.view.selection.whole is not None)
    assert QGuiApplication.clipboard().text() == "before"
    long_chat.selected.bar.copy.click()
    await settle(lambda: QGuiApplication.clipboard().text() != "before")


async def test_more_than_a_clipboard_takes_is_said(long_chat, settle, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.ui.models.whole_chat_text.MOST_CHARACTERS", 1000)
    press(long_chat, Qt.Key.Key_A)
    await settle(lambda: long_chat.view.selection.whole is not None)
    press(long_chat, Qt.Key.Key_C)
    await settle(lambda: long_chat.composer.errors.sentence)
    assert "Export the chat" in long_chat.composer.errors.sentence
    assert long_chat.selected.bar.count.text() == "1300 selected"


async def test_another_chat_has_none_of_the_whole_one_selected(long_chat, window, settle):
    press(long_chat, Qt.Key.Key_A)
    await settle(lambda: long_chat.view.selection.whole is not None)
    window.select_chat(1)
    await settle(lambda: long_chat.messages.is_opened and long_chat.messages.message_count)
    assert not _is_selecting(long_chat)


async def test_why_a_file_did_not_come_is_there_again_after_another_chat(card, window, desk, a, settle):
    desk.put(a.chat(2, "Ben"))
    desk.trouble["fetch_attachment"] = InputError("The file is no longer there (HTTP 404).")
    card.view.attachment_activated.emit(2)
    await settle(lambda: "not downloaded" in said(card, 2))
    card.open_chat(a.chat(2, "Ben"))
    await settle(lambda: card.messages.is_opened)
    card.open_chat(a.chat(1, "Anna"))
    await settle(lambda: card.messages.is_opened)
    assert "not downloaded: The file is no longer there" in said(card, 2)
    card.open_chat(a.chat(2, "Ben"))
    card.on_download_progressed(1, 2, 0, 0, False)  # tried again from elsewhere
    card.open_chat(a.chat(1, "Anna"))
    await settle(lambda: card.messages.is_opened)
    assert "not downloaded" not in said(card, 2)


async def test_what_was_copied_is_told_in_passing(pane):
    pane.menu.do(pane.messages.message(1), "copy")
    assert QGuiApplication.clipboard().text() == "first"
    assert (pane.passing.isVisible(), pane.passing.accessibleName()) == (True, "Copied")
    middle = pane.passing.mapTo(pane.window(), pane.passing.rect().center())
    assert pane.view.rect().contains(pane.view.mapFrom(pane.window(), middle))
    pane.view.selection.toggle(0)
    pane.view.selection.toggle(1)
    pane.view.copy()
    assert pane.passing.accessibleName() == "2 messages copied"
    assert pane.window().childAt(middle) is not pane.passing


async def test_when_a_message_was_delivered_and_read_is_told_by_its_tip_and_its_details(pane, desk, a, window, settle):
    at = {"delivered_at": NOON + timedelta(minutes=1), "read_at": NOON + timedelta(minutes=2)}
    desk.message_rows.append(a.message(4, "out", "seen", state="read", messageid="m4", **at))
    pane.on_messages_changed(1, [4], True)
    await settle(lambda: pane.messages.message(4) is not None)
    tip = pane.messages.data(pane.messages.index(3), Qt.ItemDataRole.ToolTipRole).split("\n")
    assert [line.split()[0] for line in tip[1:]] == ["Delivered", "Read"]
    assert len(tip[1]) > len("Delivered")
    plain = pane.messages.data(pane.messages.index(0), Qt.ItemDataRole.ToolTipRole).split("\n")
    assert plain[-1] == pane.messages.message(1).state.value.capitalize()
    pane.menu.show_details(pane.messages.message(4))
    await settle(lambda: window.findChild(MessageDetailsDialog) is not None)
    shown = {field.accessibleName(): field.text() for field in window.findChildren(QLineEdit)}
    assert shown["Read"].endswith((at["read_at"].astimezone()).strftime("%H:%M:%S"))
    assert shown["Delivered"].endswith((at["delivered_at"].astimezone()).strftime("%H:%M:%S"))


async def test_who_types_is_still_told_where_one_returns_to(pane, a, settle):
    pane.set_typing(1, True)
    place = ScrollPlace((a.message(2).position, 2), 100)
    pane.return_to(a.chat(1, "Anna"), place)
    await settle(lambda: pane.messages.is_opened)
    assert pane.messages.rowCount() == pane.messages.message_count + 1


def test_a_copy_goes_through_no_name_that_somebody_could_have_laid_there(tmp_path):
    source, target, precious = (tmp_path / name for name in ("source", "target", "precious"))
    source.write_text("a picture")
    precious.write_text("years of work")
    for link in (tmp_path / "target.part", target):
        link.symlink_to(precious)
    _copy_whole(source, target)
    assert (target.read_text(), precious.read_text()) == ("a picture", "years of work")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["precious", "source", "target", "target.part"]
