"""The guide in the app: its pages, its links, what is shown for a repair and from the set-up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from ringodesk_qt.core import repairs
from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.paths import guide
from ringodesk_qt.ui.dialogs import guide as guide_dialog
from ringodesk_qt.ui.dialogs.guide import GuideDialog
from ringodesk_qt.ui.guide_pages import INDEX, content, pages, symptom_of_repair
from ringodesk_qt.ui.views.repair_bar import RepairRow


@pytest.fixture
async def dialog(window, settle):
    window.resize(960, 640)
    window.show()
    window.activateWindow()
    await settle(window.isActiveWindow)
    QTest.keySequence(window, QKeySequence("F1"))
    (dialog,) = window.findChildren(GuideDialog)
    await settle(dialog.page.toPlainText)
    yield dialog
    dialog.close()


def names(dialog):
    return [dialog._names.item(row).text() for row in range(dialog._names.count())]


def test_every_page_of_the_folder_is_listed_and_can_be_read():
    listed = pages(guide())
    assert {page.name for page in listed} == {path.name for path in guide().glob("*.md")}
    for page in listed:
        shown = content(guide(), page.name, is_dark=True, most_width=600)
        assert "<picture" not in shown.text
        assert "](../" not in shown.text, "what is not shipped is no link"
        assert [name for name, image in shown.pictures.items() if image.isNull() or "-dark" not in name] == []
        assert [name for name, image in shown.pictures.items() if image.width() > 1200] == []


def test_a_page_that_is_not_there_is_said(tmp_path):
    with pytest.raises(EnvironmentProblemError, match="cannot be read"):
        pages(tmp_path)


def test_every_repair_leads_to_its_symptom():
    assert symptom_of_repair(guide(), repairs.url_changed().id) == "the-public-url-changed"
    assert symptom_of_repair(guide(), "wrong-key:2") == symptom_of_repair(guide(), "wrong-key")
    assert all(
        symptom_of_repair(guide(), repair_id) for repair_id in ("key-refused", "organization:1", "disk", "quota")
    )
    assert symptom_of_repair(guide(), "none-of-ours") == ""


async def test_f1_opens_it_once_at_its_index(dialog, window):
    assert dialog.page.toPlainText().startswith("The Ringodesk guide")
    assert names(dialog) == [page.title for page in pages(guide())]
    window.dialogs.show_guide()
    assert window.findChildren(GuideDialog) == [dialog]
    assert not dialog.isModal()


async def test_a_page_of_the_list_and_back(dialog, settle):
    dialog._names.setCurrentRow(1)
    QTest.keyClick(dialog._names, Qt.Key.Key_Return)
    await settle(lambda: dialog.page.toPlainText().startswith("Install"))
    dialog.go_back()
    await settle(lambda: dialog.page.toPlainText().startswith("The Ringodesk guide"))
    assert dialog._names.currentRow() == 0


async def test_narrow_there_is_the_page_alone(dialog, settle):
    dialog.resize(400, 600)
    await settle(lambda: not dialog._names.isVisible())
    dialog.resize(800, 600)
    await settle(dialog._names.isVisible)


async def test_a_link_leads_to_a_heading_of_another_page(dialog, settle):
    dialog.page.anchorClicked.emit(QUrl("troubleshooting.md#the-disk-is-full"))
    await settle(lambda: dialog.page.toPlainText().startswith("When something is wrong"))
    at = dialog.page.cursorForPosition(dialog.page.viewport().rect().topLeft()).block().text()
    assert at == "The disk is full"


async def test_a_link_elsewhere_goes_to_the_browser_and_nothing_is_fetched(dialog, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    dialog.page.anchorClicked.emit(QUrl("https://ngrok.com"))
    assert opened == [QUrl("https://ngrok.com")]
    assert dialog.page.loadResource(2, QUrl("https://example.org/picture.png")) is None
    assert dialog.page.loadResource(2, QUrl.fromLocalFile("/etc/hostname")) is None


async def test_a_link_that_no_browser_opens_is_said(dialog, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog.page.anchorClicked.emit(QUrl("https://ngrok.com"))
    assert "no browser" in dialog._errors.sentence


async def test_what_a_screen_reader_selects_is_shown(dialog, settle):
    place = dialog._names.model().index(3, 0)
    dialog._names.selectionModel().select(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    await settle(lambda: dialog.page.toPlainText().startswith(place.data()))
    assert dialog.page.accessibleName() == place.data()


async def test_above_a_dialog_that_came_later_it_can_be_used_too(window):
    window.dialogs.show_guide()
    later = QDialog(window)
    later.open()
    window.dialogs.show_guide()
    assert [one.parent() for one in window.findChildren(GuideDialog) if one.isVisible()] == [later]
    later.close()


async def test_a_page_is_set_for_reading(dialog, settle):
    dialog.open_at("install.md")
    await settle(lambda: dialog.page.toPlainText().startswith("Install"))
    tables = [one for one in dialog.page.document().rootFrame().childFrames() if isinstance(one, QTextTable)]
    assert len(tables) >= 2
    commands = [line for line in dialog.page.toPlainText().splitlines() if line.startswith("sudo apt install xz-utils")]
    assert len(commands) == 1
    assert dialog.page.horizontalScrollBar().maximum() == 0, "a long line is broken, and nothing scrolls sideways"
    dialog.open_at("messages.md")
    await settle(lambda: dialog.page.toPlainText().startswith("Messages"))
    table = next(one for one in dialog.page.document().rootFrame().childFrames() if isinstance(one, QTextTable))
    assert table.cellAt(0, 0).firstCursorPosition().block().text() == "text", "a heading without words is no row"


async def test_others_are_told_that_it_is_in_english(window, settle, monkeypatch):
    def said():
        window.dialogs.show_guide()
        (dialog,) = window.findChildren(GuideDialog)
        words = [label.text() for label in dialog.findChildren(QLabel)]
        dialog.setParent(None)
        dialog.close()
        return "The guide is in English." in words

    assert not said()
    monkeypatch.setattr(guide_dialog, "current", lambda: "de")
    assert said()


async def test_a_repair_offers_help_and_the_guide_opens_there(window, theme, settle):
    asked = []
    row = RepairRow(theme, repairs.no_tray(), window)
    row.requested.connect(asked.append)
    next(one for one in row.findChildren(QPushButton) if one.text() == "Help").click()
    assert asked == ["guide:tray"]
    window.dialogs.show_guide(repair_id="tray")
    (dialog,) = window.findChildren(GuideDialog)
    await settle(lambda: dialog.page.toPlainText().startswith("When something is wrong"))
    dialog.close()


async def test_the_pictures_are_those_of_the_scheme(dialog, theme, settle):
    theme.set_scheme("light")
    dialog.open_at("window.md")
    await settle(lambda: "images/window-light.png" in dialog.page._pictures)
    theme.set_scheme("dark")
    await settle(lambda: "images/window-dark.png" in dialog.page._pictures)
    assert dialog._way[0][0] == INDEX
