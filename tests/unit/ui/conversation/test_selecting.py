"""Several messages selected: by pointer and by keys, kept while rows come and go, and copied as text."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from ringodesk_qt.models.message import Attachment
from ringodesk_qt.ui.models.message_rows import copied_lines
from tests.unit.ui.conversation.conftest import NOON, build_chat

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(desk, opened, view, runner):
    desk.fill(2000, long_every=9)
    model = opened()
    runner.finish()
    view.setFocus()
    return model


def selected(view):
    return [message.id for message in view.selection.messages]


def at(view, key):
    rect = view.visualRect(view.messages_model.index(view.messages_model.row_of(key)))
    return QPoint(rect.width() // 2, rect.center().y())


def click(view, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, at(view, key))


def move(view, point):
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(point),
        QPointF(view.viewport().mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_click_alone_selects_nothing(shown, view):
    click(view, 1998)
    assert selected(view) == []
    assert shown.key(view.currentIndex().row()) == 1998


def test_control_adds_and_shift_reaches(shown, view):
    click(view, 1998, CONTROL)
    click(view, 1995, CONTROL)
    assert selected(view) == [1995, 1998]
    click(view, 1998, CONTROL)
    click(view, 1999, CONTROL)
    assert selected(view) == [1995, 1999]
    click(view, 1997, SHIFT)
    assert selected(view) == [1995, 1997, 1998, 1999]
    click(view, 1994)  # once some are selected a click is enough
    assert selected(view) == [1994, 1995, 1997, 1998, 1999]
    click(view, 1994)
    assert 1994 not in selected(view)


def test_shift_reaches_from_the_current_message(shown, view):
    click(view, 1995)
    click(view, 1998, SHIFT)
    assert selected(view) == [1995, 1996, 1997, 1998]


def test_dragging_selects_what_is_dragged_over(shown, view):
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, 1998))
    move(view, at(view, 1998) + QPoint(3, 2))
    assert selected(view) == []
    move(view, at(view, 1995))
    assert selected(view) == [1995, 1996, 1997, 1998]
    move(view, at(view, 1999))
    assert selected(view) == [1998, 1999]
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, 1999))
    assert selected(view) == [1998, 1999]
    assert view.currentIndex().isValid()


def test_dragging_beyond_the_edge_scrolls_on(qtbot, shown, view):
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, 1998))
    move(view, QPoint(100, -200))
    qtbot.waitUntil(lambda: len(selected(view)) > 25)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, -200))
    chosen = selected(view)
    assert chosen == list(range(chosen[0], 1999))
    assert not view.is_at_latest


def test_what_is_selected_stays_so_when_its_rows_go_and_come(shown, view, runner):
    click(view, 1998, CONTROL)
    click(view, 1996, CONTROL)
    view.scroll_to_first()
    runner.finish()
    assert shown.row_of(1998) is None
    assert selected(view) == [1996, 1998]
    click(view, 3, CONTROL)
    assert selected(view) == [3, 1996, 1998]
    bar = view.verticalScrollBar()
    while shown.row_of(1100) is None:
        bar.setValue(bar.value() + 3000)
        runner.finish()
    view.scroll_to_latest()
    runner.finish()
    assert shown.row_of(3) is None
    assert selected(view) == [3, 1996, 1998]
    click(view, 1996, CONTROL)
    assert selected(view) == [3, 1998]


def test_another_chat_has_a_selection_of_its_own(shown, view, chat, runner):
    click(view, 1998, CONTROL)
    shown.open_chat(chat(chat_id=2))
    runner.finish()
    assert selected(view) == []


def test_a_new_message_is_not_selected_with_those_before_it(shown, view, desk, runner):
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    count = len(selected(view))
    new = desk.add()
    shown.on_messages_changed([new.id], True)
    shown.set_typing(True)
    runner.finish()
    assert len(selected(view)) == count
    assert new.id not in selected(view)


def test_keys_move_without_selecting_and_select_with_shift_and_space(shown, view):
    click(view, 1998)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert selected(view) == []
    QTest.keyClick(view, Qt.Key.Key_Up, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Up, SHIFT)
    assert selected(view) == [1995, 1996, 1997]
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert selected(view) == [1996, 1997]
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert selected(view) == [1996, 1997, 1998]
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert selected(view) == [1996, 1997]
    spy = QSignalSpy(view.selection.changed)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert selected(view) == []
    assert spy.count() > 0


def test_links_wait_while_messages_are_selected(desk, opened, view, message):
    desk.rows = [message(1, text="https://example.com/a"), message(2)]
    opened()
    spy = QSignalSpy(view.link_activated)
    click(view, 2, CONTROL)
    row = view.visualRect(view.messages_model.index(0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, row.bottom() - 15))
    assert spy.count() == 0
    assert selected(view) == [1, 2]


def test_delete_asks_for_all_that_are_selected(shown, view):
    click(view, 1998, CONTROL)
    spy = QSignalSpy(view.delete_requested)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert spy.count() == 1


# ---- as text


def test_one_is_copied_bare_and_several_with_who_and_when(shown, view, desk):
    click(view, 1999, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "message 1999"
    click(view, 1997, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.partition("] ")[2] for line in lines] == ["Anna: message 1997", "Anna: message 1999"]
    assert all(line.startswith("[") for line in lines)


def test_our_lines_have_our_name_and_a_day_each(message):
    chat = build_chat()
    ours = message(1, "out", "first\nsecond", at=NOON)
    theirs = msgspec.structs.replace(message(2, "in", "later", at=NOON), at=NOON + timedelta(days=40))
    first, rest, last = copied_lines([ours, theirs], chat).split("\n")
    assert first.endswith("] 5551234: first")
    assert rest == "second"
    assert last.endswith("] Anna: later")
    assert first.split("]")[0] != last.split("]")[0]


def test_a_file_among_others_is_copied_with_its_name_and_alone_by_its_address(message):
    url = "https://a.example/x/7f3a"
    file = message(1, "in", "", kind="file", attachment=Attachment(name="report.pdf", url=url))
    assert copied_lines([file, message(2)], build_chat()).split("\n")[0].endswith(f"] Anna: report.pdf {url}")
    assert copied_lines([file], build_chat()) == url
