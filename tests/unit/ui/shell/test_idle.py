"""What the window does not do while nothing happens: look at a file, or blink."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ringodesk_qt.ui import still_caret
from ringodesk_qt.ui.file_watch import FileWatch
from ringodesk_qt.ui.still_caret import StillCaret


@pytest.mark.parametrize("is_replaced", [False, True])
async def test_a_change_of_the_file_is_told_and_the_next_one_too(qapp, tmp_path, settle, is_replaced):
    path = tmp_path / "watched"
    path.write_bytes(b"1")
    told = []
    watch = FileWatch(path)
    watch.changed.connect(lambda: told.append(True))
    assert watch.begin() is (sys.platform == "linux")
    if sys.platform != "linux":
        return
    if is_replaced:
        (tmp_path / "other").write_bytes(b"2")
        (tmp_path / "other").replace(path)
        await settle(lambda: told)
        told.clear()
    with path.open("ab") as file:
        file.write(b"3")
    await settle(lambda: told)


async def test_a_file_that_is_not_there_is_not_watched(qapp, tmp_path, recwarn):
    assert not FileWatch(tmp_path / "missing").begin()


@pytest.fixture
def caret(qapp, monkeypatch):
    monkeypatch.setattr(still_caret, "STILL_AFTER_MS", 1)
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(700)
    built = StillCaret(qapp)
    yield built
    built.deleteLater()
    qapp.setCursorFlashTime(before)


async def test_the_caret_stands_still_after_a_while_and_blinks_when_somebody_types(qapp, qtbot, caret, settle):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    await settle(field.hasFocus)
    await settle(lambda: qapp.cursorFlashTime() == 0)
    times = []
    qapp.styleHints().cursorFlashTimeChanged.connect(times.append)
    QTest.keyClicks(field, "a")
    await settle(lambda: times == [700, 0])
