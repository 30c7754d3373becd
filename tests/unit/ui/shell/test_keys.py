"""The sheet of keys: nothing that the window listens to is missing from it."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from ringodesk_qt.ui.dialogs.key_sheet import KeySheet

ROOT = Path(__file__).parents[4]


async def test_every_key_of_the_window_is_told(window):
    told = {QKeySequence(keys) for group in window.keys.groups for key in group.keys for keys in key.keys}
    told |= {QKeySequence(f"Ctrl+{number}") for number in range(1, 10)}
    listened = {shortcut.key() for shortcut in window.findChildren(QShortcut)}
    assert len(listened) > 25
    assert listened <= told


async def test_the_guide_has_every_key_as_the_window_tells_it(window):
    page = (ROOT / "docs" / "guide" / "keys.md").read_text(encoding="utf-8")
    told = {
        title: [(words, keys) for keys, words in re.findall(r"^\| (?!key )(\S.*?) \| (.+?) \|$", rows, re.MULTILINE)]
        for title, rows in re.findall(r"^## (.+?)$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    }
    assert told == {
        group.title: [(key.words, ", ".join(key.keys).replace("Ctrl+1", "Ctrl+1 … Ctrl+9")) for key in group.keys]
        for group in window.keys.groups
    }


async def test_no_key_means_two_things(window):
    listened = [keys for group in window.keys.groups for key in group.keys if key.do for keys in key.keys]
    assert len(listened) == len(set(listened))


async def test_the_sheet_opens_once_by_its_key_and_names_each_key(window, settle):
    window.resize(960, 640)
    window.show()
    window.activateWindow()
    await settle(window.isActiveWindow)
    QTest.keySequence(window, QKeySequence("Ctrl+/"))
    QTest.keySequence(window, QKeySequence("Ctrl+?"))
    (sheet,) = window.findChildren(KeySheet)
    names = {label.accessibleName() for label in sheet.findChildren(QLabel)}
    assert {"Go to a chat or contact: Ctrl+K", "One of the first nine chats: Ctrl+1 … 9"} <= names


async def test_all_of_it_is_seen_over_a_window_of_the_usual_size(window, settle):
    """Its last line was cut through."""
    window.resize(960, 640)
    window.show()
    window.dialogs.show_keys(window.keys.groups)
    sheet = window.findChild(KeySheet)
    await settle(sheet.isVisible)
    page = sheet._area.widget()
    await settle(lambda: page.height() <= sheet._area.viewport().height())


async def test_it_has_one_column_where_there_is_no_room_for_two(window, settle):
    window.resize(960, 640)
    window.show()
    window.dialogs.show_keys(window.keys.groups)
    sheet = window.findChild(KeySheet)

    def lefts():
        return {label.mapTo(sheet, label.rect().topLeft()).x() for label in _titles(sheet)}

    await settle(lambda: len(lefts()) == 2)
    sheet.resize(420, 500)
    await settle(lambda: len(lefts()) == 1)
    tops = [label.mapTo(sheet, label.rect().topLeft()).y() for label in _titles(sheet)]
    assert len(set(tops)) == len(tops)


def _titles(sheet):
    return [label for label in sheet.findChildren(QLabel) if label.property("role") == "section"]
