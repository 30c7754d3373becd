"""The third column: whom the chat is with, its switches and files; where it stands when there is no room."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from ringodesk_qt.models.chat import MUTED_ALWAYS
from ringodesk_qt.models.message import Attachment
from ringodesk_qt.ui.avatar import AvatarLabel
from ringodesk_qt.ui.models.shared_files import PAGE_ROWS, SharedFilesModel
from ringodesk_qt.ui.views.details_pane import WIDTH, DetailsPane
from ringodesk_qt.ui.views.identity_button import IdentityButton


def _file(a, number, name="plan.pdf", **more):
    return a.message(number, "in", "", kind="file", attachment=Attachment(name=name, size_bytes=2000), **more)


@pytest.fixture
async def filled(window, desk, a, settle):
    contact = a.contact(1, "Anna", state=1, state_at=datetime.now(UTC))
    desk.put(a.chat(1, contact=contact), a.chat(2, "Bruno", minutes=-1, is_pinned=True, muted_until=MUTED_ALWAYS))
    desk.message_rows = [a.message(1), _file(a, 2), a.message(3), _file(a, 4, "boat.png")]
    window.resize(1100, 640)
    await window.load()
    window.show()
    window.select_chat(1)
    await settle(lambda: window.conversation.messages.is_opened)
    return window


def _words(window):
    return [label.text() for label in window.details.findChildren(QLabel) if label.isVisible()]


def _names(window):
    model = window.details.files.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _columns(window):
    return [pane.isVisible() for pane in (window.list_pane, window.conversation, window.details)]


async def test_a_message_that_comes_has_nothing_written_or_painted_that_is_as_before(
    filled, desk, a, settle, monkeypatch
):
    """In a flood the row of the chat that is open is another one five times a second."""
    written, painted, named = [], [], []
    monkeypatch.setattr(IdentityButton, "setText", lambda _self, text: named.append(text))
    monkeypatch.setattr(DetailsPane, "_show", lambda _self: written.append(True))
    monkeypatch.setattr(AvatarLabel, "update", lambda _self: painted.append(True))
    desk.change(1, unread=7)
    filled.chats.on_chats_changed([1])
    await settle(lambda: filled.chats.chat(1).unread == 7)
    assert (written, painted, named) == ([], [], [])
    desk.change(1, contact=a.contact(1, "Anne"))
    filled.chats.on_chats_changed([1])
    await settle(lambda: painted)
    assert written == []  # the third column is not shown


async def test_it_says_whom_the_chat_is_with(filled, settle):
    assert not filled.details.isVisible()
    filled.conversation.header.details.click()
    await settle(lambda: "4 messages" in _words(filled))
    assert {"Anna", "Online", "Extension 501", "You write as 2075550100"} <= set(_words(filled))
    assert _names(filled) == ["boat.png", "plan.pdf"]
    said = filled.details.files.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("boat.png, 2")
    filled.select_chat(2)
    await settle(lambda: "No files yet" in _words(filled))
    assert "Presence not known" in _words(filled)
    assert not filled.details.files.isVisible()


async def test_its_switches_are_those_of_the_chat(filled, desk, a, settle):
    filled.toggle_details()
    details = filled.details
    for switch, verb, wanted in (
        (details.pin, "pin", (1, True)),
        (details.mute, "mute", (1, MUTED_ALWAYS)),
        (details.archive, "archive", (1, True)),
    ):
        switch.click()
        await settle(lambda verb=verb: desk.did(verb))
        assert desk.did(verb) == [wanted]
    filled.select_chat(2)
    assert [one.isChecked() for one in (details.pin, details.mute, details.archive)] == [True, True, False]
    until = datetime.now(UTC) + timedelta(days=3)
    desk.change(2, is_pinned=False, muted_until=until)
    filled.chats.on_chats_changed([2])
    await settle(lambda: not details.pin.isChecked())
    assert details.mute.text().startswith("Muted until ")
    desk.change(2, muted_until=datetime.now(UTC) - timedelta(seconds=1))  # it ended by itself
    filled.chats.on_chats_changed([2])
    await settle(lambda: not details.mute.isChecked())
    assert details.mute.text() == "Muted"


async def test_a_file_that_comes_appears_and_one_is_opened_by_keyboard(filled, desk, a, settle):
    filled.toggle_details()
    await settle(lambda: len(_names(filled)) == 2)
    desk.message_rows.append(_file(a, 9, "new.txt"))
    desk.change(1, unread=1)
    filled.details._later.setInterval(0)
    filled.chats.on_chats_changed([1])
    await settle(lambda: len(_names(filled)) == 3)
    opened = []
    filled.details.file_activated.connect(opened.append)
    filled.details.file_activated.disconnect(filled.conversation.open_attachment)
    files = filled.details.files
    files.setCurrentIndex(files.model().index(0, 0))
    QTest.keyClick(files, Qt.Key.Key_Return)
    assert [message.attachment.name for message in opened] == ["new.txt"]


async def test_it_folds_away_where_it_is_narrow_and_comes_back(filled, settle):
    width = filled.list_pane.width()
    filled.toggle_details()
    await settle()
    assert _columns(filled) == [True, True, True]
    assert (filled.list_pane.width(), filled.details.width()) == (width, WIDTH)
    filled.resize(800, 640)
    await settle()
    assert (_columns(filled), filled.list_pane.width()) == ([True, True, False], width)
    filled.resize(1100, 640)
    await settle()
    assert (_columns(filled), filled.list_pane.width()) == ([True, True, True], width)
    filled.details.close_button.click()
    await settle()
    assert filled.list_pane.width() == width
    assert _columns(filled) == [True, True, False]


@pytest.mark.parametrize(("width", "chats_are_seen"), [(800, True), (400, False)])
async def test_where_it_is_narrow_it_covers_the_conversation_as_long_as_it_is_wanted(filled, width, chats_are_seen):
    filled.resize(width, 640)
    filled.select_chat(1)
    filled.toggle_details()
    assert _columns(filled) == [chats_are_seen, False, True]
    filled.go_back()
    assert _columns(filled) == [chats_are_seen, True, False]
    filled.toggle_details()
    filled.select_chat(2)  # another chat: its conversation is wanted
    assert _columns(filled) == [chats_are_seen, True, False]


@pytest.mark.parametrize("width", [1100, 400])
async def test_escape_puts_it_away_and_one_can_write_again(filled, settle, width):
    filled.resize(width, 640)
    filled.select_chat(1)
    filled.toggle_details()
    await settle()
    filled.details.pin.setFocus()
    QTest.keyClick(filled.details.pin, Qt.Key.Key_Escape)
    assert not filled.details.isVisible()
    assert filled.focusWidget() is filled.conversation.composer.edit


async def test_where_it_covers_the_conversation_the_calendar_brings_that_back(filled, settle):
    filled.resize(400, 640)
    filled.select_chat(1)
    filled.toggle_details()
    filled.show_day_picker()
    await settle(lambda: filled.conversation.day_picker is not None and filled.conversation.day_picker.isVisible())
    assert _columns(filled) == [False, True, False]


async def test_it_is_remembered(filled, desk, operations, bridge, theme, thumbnails, keeper, tmp_path, settle):
    from ringodesk_qt.ui.views.main_window import MainWindow

    filled.toggle_details()
    filled._keep_place()
    again = MainWindow(theme=theme, state_file=tmp_path / "window.ini")
    assert again.columns._wants_details
    again.deleteLater()


@pytest.fixture
async def model(desk, operations, a):
    desk.message_rows = [_file(a, number, f"{number}.txt") for number in range(1, 2 * PAGE_ROWS + 10)]
    return SharedFilesModel(desk, operations)


async def test_older_files_come_a_page_at_a_time(model, settle):
    model.show_chat(1)
    await settle(model.rowCount)
    for count in (2 * PAGE_ROWS, 2 * PAGE_ROWS + 9):
        assert model.canFetchMore(model.index(-1))
        model.fetchMore(model.index(-1))
        assert not model.canFetchMore(model.index(-1))  # it is on its way
        await settle(lambda count=count: model.rowCount() == count)
    assert not model.canFetchMore(model.index(-1))
    assert [model.index(row).data() for row in (0, 2 * PAGE_ROWS + 8)] == [f"{2 * PAGE_ROWS + 9}.txt", "1.txt"]


async def test_what_comes_for_another_chat_is_thrown_away(model, settle):
    model.show_chat(1)
    model.show_chat(2)
    await settle()
    await settle()
    assert model.rowCount() == 0


async def test_a_name_cannot_hide_its_ending(model, desk, a, settle):
    desk.message_rows = [msgspec.structs.replace(_file(a, 1, "tx\u202etxt.exe\n"), chat_id=3)]
    model.show_chat(3)
    await settle(model.rowCount)
    assert model.index(0).data() == "txtxt.exe"
