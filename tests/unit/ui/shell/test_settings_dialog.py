"""The settings dialog: sections, search, changes that hold at once and those made elsewhere."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from ringodesk_qt.core.settings import Settings
from ringodesk_qt.errors import StoreError
from ringodesk_qt.ui.dialogs.settings.dialog import SettingsDialog
from ringodesk_qt.ui.dialogs.settings.rows import SettingRow


@pytest.fixture
async def dialog(desk, operations, bridge, keeper, speller, home, theme, window, settle):
    speller.sentence = "Spelling is not checked: there is no dictionary."
    window.resize(1000, 700)
    dialog = SettingsDialog(
        desk=desk,
        operations=operations,
        bridge=bridge,
        settings_keeper=keeper,
        speller=speller,
        home=home,
        theme=theme,
        parent=window,
    )
    dialog.open()
    await settle()
    return dialog


def row_of(dialog, field):
    return next(row for section in dialog.sections for row in section.rows if row.field == field)


def section_of(dialog, title):
    return next(section for section in dialog.sections if section.title == title)


async def test_what_stands_in_the_way_is_said(dialog, settle):
    await settle(lambda: section_of(dialog, "Writing").spelling)
    assert section_of(dialog, "Writing").spelling == "Spelling is not checked: there is no dictionary."


async def test_a_change_holds_at_once(dialog, keeper, settle):
    switch = row_of(dialog, "send_typing").control
    assert switch.isChecked()
    switch.click()
    await settle(lambda: not keeper.current.send_typing)
    box = row_of(dialog, "notices").control
    box.setCurrentIndex(box.findData("name"))
    box.activated.emit(box.currentIndex())
    await settle(lambda: keeper.current.notices == "name")
    row_of(dialog, "receiver_port").control.setValue(8080)
    await settle(lambda: keeper.current.receiver_port == 8080)


async def test_a_setting_that_cannot_be_kept_goes_back_and_says_why(dialog, keeper, settle, monkeypatch):
    async def refuse(**_fields):
        raise StoreError("The settings cannot be written.")

    monkeypatch.setattr(keeper, "change", refuse)
    switch = row_of(dialog, "close_to_tray").control
    switch.click()
    await settle(lambda: dialog._errors.sentence)
    assert dialog._errors.sentence == "The settings cannot be written."
    assert switch.isChecked()


async def test_what_another_process_changes_is_shown(dialog, keeper, tmp_path):
    (tmp_path / "settings.json").write_text(json.dumps({"scheme": "dark", "enter_sends": False}))
    await keeper.look()
    assert row_of(dialog, "scheme").control.currentData() == "dark"
    assert not row_of(dialog, "enter_sends").control.isChecked()
    dialog.accept()
    assert not keeper._listeners or dialog._on_keeper_changed not in keeper._listeners


async def test_words_of_label_description_field_and_choices_are_found(dialog):
    for typed, first in (
        ("typing tell", "send_typing"),
        ("large_file_mb", "large_file_mb"),
        ("ngrok plan", "ngrok_requests_a_month"),
        ("dark", "scheme"),
        ("COLOURS", "scheme"),
    ):
        dialog._search.setText(typed)
        assert dialog._found.currentItem().text() == row_of(dialog, first).title
    dialog._search.setText("no such thing")
    assert dialog._found.isHidden()
    assert "no such thing" in dialog._nothing.text()


async def test_what_was_found_is_under_no_section(dialog):
    assert [item.text() for item in dialog._names.selectedItems()] == ["Accounts"]
    dialog._search.setText("sound")
    assert dialog._names.selectedItems() == []
    dialog._search.clear()
    assert [item.text() for item in dialog._names.selectedItems()] == ["Accounts"]


async def test_enter_leads_to_what_was_found(dialog, settle, qapp):
    dialog.activateWindow()
    QTest.keyClicks(dialog._search, "receipt")
    dialog._search.clear()
    QTest.keyClicks(dialog._search, "who is online")
    QTest.keyClick(dialog._search, Qt.Key.Key_Return)
    row = row_of(dialog, "show_presence")
    await settle(lambda: qapp.focusWidget() is row.control)
    assert dialog._names.currentItem().text() == "Privacy"
    assert row.isVisible()
    assert row._is_marked
    assert dialog._search.text() == ""
    assert dialog.isVisible()


async def test_escape_goes_back_a_step(dialog, settle):
    dialog.resize(380, 560)
    await settle()
    assert dialog._names.isVisible()
    assert not dialog._pages.isVisible()
    QTest.keyClick(dialog._names, Qt.Key.Key_Down)
    QTest.keyClick(dialog._names, Qt.Key.Key_Return)
    assert dialog._pages.isVisible()
    assert not dialog._names.isVisible()
    QTest.keyClicks(dialog._search, "dark")
    QTest.keyClick(dialog._search, Qt.Key.Key_Escape)
    assert dialog._search.text() == ""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog._names.isVisible()
    ended = []
    dialog.finished.connect(ended.append)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert ended == [0]


async def test_narrow_every_page_has_room(dialog, settle):
    dialog.resize(360, 560)
    for number, section in enumerate(dialog.sections):
        dialog._names.setCurrentRow(number)
        dialog._enter_page()
        await settle()
        area = dialog._pages.currentWidget().findChild(QScrollArea)
        assert section.width() <= area.viewport().width(), section.title


async def test_every_setting_has_a_name_a_tooltip_and_the_keyboard(dialog):
    rows = [row for section in dialog.sections for row in section.rows if isinstance(row, SettingRow)]
    assert len(rows) >= 18
    for row in rows:
        assert row.field in Settings.__struct_fields__
        assert row.control.accessibleName() == row.title
        assert row.field in row.toolTip()
        assert row.control.focusPolicy() & Qt.FocusPolicy.TabFocus


async def test_who_we_are_is_said(dialog, settle):
    await settle(lambda: section_of(dialog, "Accounts").identities)
    assert section_of(dialog, "Accounts").identities == "2075550100"


async def test_narrow_no_words_of_a_row_are_cut_off(dialog, settle):
    dialog.resize(400, 640)
    looked_at = 0
    for number, section in enumerate(dialog.sections):
        dialog._names.setCurrentRow(number)
        dialog._enter_page()
        await settle(section.isVisible)
        for label in section.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                looked_at += 1
                assert label.height() >= label.heightForWidth(label.width()), label.text()
    assert looked_at > 30


async def test_narrow_and_with_large_text_controls_go_below_their_words(dialog, settle, qapp):
    """They stood beside words of one to a line, and half out of the dialog."""
    font, large = qapp.font(), qapp.font()
    large.setPointSizeF(2 * font.pointSizeF())
    qapp.setFont(large)
    try:
        dialog.resize(360, 600)
        dialog._names.setCurrentRow(2)
        dialog._enter_page()
        await settle(lambda: row_of(dialog, "notices")._line.is_below)
        area = next(one for one in dialog._pages.currentWidget().findChildren(QScrollArea))
        await settle(lambda: area.widget().width() <= area.viewport().width())
        assert not row_of(dialog, "notice_sound")._line.is_below
        dialog.resize(1000, 600)
        await settle(lambda: not row_of(dialog, "notices")._line.is_below)
    finally:
        qapp.setFont(font)
