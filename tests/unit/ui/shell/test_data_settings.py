"""Where the data is and how much, and what is deleted from the window: told, asked, done, stopped."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.retention import Forecast
from ringodesk_qt.ui.dialogs.delete_history import DeleteHistoryDialog
from ringodesk_qt.ui.dialogs.remove_data import RemoveDataDialog
from ringodesk_qt.ui.dialogs.settings.data import DataSection
from ringodesk_qt.ui.dialogs.settings.dialog import SettingsDialog
from ringodesk_qt.ui.dialogs.settings.section import SectionTools

DAY = datetime(2024, 5, 31, 9, 15, tzinfo=UTC)


class SlowDeleter:
    """Foresees 300 messages; deletes 64 of them, then waits."""

    def __init__(self):
        self.foreseen, self.deleted, self.called_off, self.trouble = [], [], [], None
        self.forecast_is = Forecast(messages=300, files=2, text_bytes=1000, file_bytes=9000, oldest=DAY, newest=DAY)
        self.cannot_tell = None
        self.may_end, self.was_stopped = asyncio.Event(), False

    async def forecast(self, scope):
        self.foreseen.append(scope)
        if self.cannot_tell:
            raise self.cannot_tell
        return self.forecast_is

    async def delete(self, scope, *, on_progress=None):
        self.deleted.append(scope)
        if self.trouble:
            raise self.trouble
        on_progress(64)
        try:
            await self.may_end.wait()
        except asyncio.CancelledError:
            self.was_stopped = True
            raise
        return 300

    async def call_off(self, scope):
        self.called_off.append(scope)


@pytest.fixture
def left():
    return []


@pytest.fixture
def section(qtbot, desk, operations, bridge, keeper, speller, home, theme, left):
    (home.files / "bill.pdf").write_bytes(b"x" * 3000)
    built = DataSection(
        SectionTools(
            desk=desk,
            operations=operations,
            bridge=bridge,
            keeper=keeper,
            speller=speller,
            home=home,
            theme=theme,
            say=lambda _sentence: None,
            leave_for=left.append,
        )
    )
    qtbot.addWidget(built)
    return built


@pytest.fixture
def deleter():
    return SlowDeleter()


@pytest.fixture
def opened(window, operations, theme, deleter):
    def do(chat=None, days=365):
        dialog = DeleteHistoryDialog(
            deleter=deleter, chat=chat, operations=operations, theme=theme, days=days, parent=window
        )
        dialog.open()
        return dialog

    return do


def press(widget, words):
    next(one for one in widget.findChildren(QPushButton) if one.text() == words).click()


async def test_place_and_sizes_are_told_and_the_folder_opens(section, home, left, settle, monkeypatch):
    await settle(lambda: "Received files" in section.sizes)
    assert "3.0 kB" in section.sizes.splitlines()[1]
    opened = []
    monkeypatch.setattr("ringodesk_qt.ui.dialogs.settings.data.QDesktopServices.openUrl", opened.append)
    press(section, "Open folder")
    press(section, "Delete now…")
    assert [one.toLocalFile() for one in opened] == [str(home.folder)]
    assert left == ["delete-history"]


async def test_what_would_go_is_told_before_it_goes(opened, deleter, a, settle):
    dialog = opened(a.chat(7, "Lena"), days=0)
    await settle(dialog.delete_button.isEnabled)
    assert "300 messages" in dialog.words.text()
    assert "31 May 2024" in dialog.words.text() or "May 31, 2024" in dialog.words.text()
    assert "10.0 kB" in dialog.words.text()
    assert deleter.deleted == []
    dialog.delete_button.click()
    await settle(lambda: deleter.deleted)
    assert deleter.deleted[0] is deleter.foreseen[0], "what was told is what goes"
    assert deleter.deleted[0].chat_id == 7
    deleter.may_end.set()
    await settle(lambda: "deleted" in dialog.words.text())
    assert dialog.words.text() == "300 messages were deleted."


async def test_another_age_is_counted_anew(opened, deleter, settle):
    dialog = opened()
    await settle(dialog.delete_button.isEnabled)
    deleter.forecast_is = Forecast(waiting=2)
    dialog.span.setCurrentIndex(dialog.span.findData(730))
    await settle(lambda: "nothing to delete" in dialog.words.text())
    assert "2 messages are still on their way" in dialog.words.text()
    assert not dialog.delete_button.isEnabled()
    first, second = (scope.before for scope in deleter.foreseen)
    assert abs(first - second - timedelta(days=365)) < timedelta(hours=1)


async def test_what_cannot_be_foreseen_cannot_be_deleted(opened, deleter, settle):
    dialog = opened()
    await settle(dialog.delete_button.isEnabled)
    deleter.cannot_tell = StoreError("The disk is broken.")
    dialog.span.setCurrentIndex(dialog.span.findData(730))
    await settle(lambda: dialog._errors.sentence)
    assert (dialog._errors.sentence, dialog.words.text()) == ("The disk is broken.", "")
    assert not dialog.delete_button.isEnabled(), "what is known is of another age"
    deleter.cannot_tell = None
    dialog.span.setCurrentIndex(dialog.span.findData(30))
    await settle(dialog.delete_button.isEnabled)
    assert dialog._errors.sentence == ""


async def test_it_can_be_stopped_and_a_fault_is_said(opened, deleter, settle):
    dialog = opened()
    await settle(dialog.delete_button.isEnabled)
    dialog.delete_button.click()
    await settle(lambda: dialog._bar.value() == 64)
    assert dialog.close_button.text() == "Stop"
    dialog.close_button.click()
    await settle(lambda: deleter.was_stopped and dialog.delete_button.isEnabled())
    assert len(deleter.foreseen) == 2, "what is left is counted"
    await settle(lambda: deleter.called_off)
    assert deleter.called_off == deleter.deleted, "the next start does not go on with it"
    deleter.trouble = StoreError("The disk is full.")
    dialog.delete_button.click()
    await settle(lambda: dialog._errors.sentence)
    assert dialog._errors.sentence == "The disk is full."


async def test_the_menu_of_a_chat_leads_there(window, desk, a, settle, monkeypatch, deleter):
    monkeypatch.setattr(window.dialogs, "_retention", deleter)
    menu = window.chat_menu.build(a.chat(7, "Lena"))
    next(one for one in menu.actions() if one.text() == "Delete history…").trigger()
    await settle(lambda: deleter.foreseen)
    assert deleter.foreseen[0].chat_id == 7
    assert window.findChild(DeleteHistoryDialog).isVisible() or window.findChild(DeleteHistoryDialog).isModal()


async def test_everything_is_removed_only_for_a_word_that_is_typed(window, home, settle):
    asked = []
    window.removal_confirmed.connect(lambda: asked.append(True))
    window.dialogs.show_removal()
    dialog = window.findChild(RemoveDataDialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert str(home.folder) in said
    assert "key store" in said
    assert "menu entry" in said
    dialog.remove_button.click()
    dialog.field.setText("remov")
    dialog.remove_button.click()
    assert asked == []
    dialog.field.setText(" Remove ")
    dialog.remove_button.click()
    assert asked == [True]


async def test_the_licences_of_what_is_shipped_are_there_to_read(window, home, settle):
    window.show_settings()
    dialog = window.findChild(SettingsDialog)
    about = dialog.sections[-1]
    about.show()
    dialog._names.setCurrentRow(len(dialog.sections) - 1)
    await settle(about.licences.toPlainText)
    words = about.licences.toPlainText()
    assert words.startswith("ringodesk ")
    for name in ("PySide6_Essentials", "httpx", "keyring", "apsw", "msgspec"):
        assert f"\n{name} " in words
    assert "\npytest " not in words
    assert "The Ringodesk developers" in words
    assert about.licences.isReadOnly()
