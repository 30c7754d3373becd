"""A part of a message's text, marked with the mouse and copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ringodesk_qt.ui.delegates.prose import Mark

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(desk, opened, view, message):
    desk.rows = [
        message(1, text="the first word and the last"),
        message(2, text="one line\nתשובה קצרה\n```\ncode here\n```\n\U0001f600 after"),
        message(3, text="another"),
    ]
    opened()
    view.setFocus()
    return view


def where(view, key, line, unit):
    """The point of the view before a character of a message."""
    row = view.messages_model.row_of(key)
    laid = view.laid_row(row)
    paragraph, at = list(laid.markable._leaves())[line]
    lines = paragraph.lines[0]
    x, _ = lines.cursorToX(unit)
    point = laid.content.topLeft() + at + QPointF(x, lines.y() + lines.height() / 2)
    return (view.visualRect(view.messages_model.index(row)).topLeft() + point.toPoint()) + QPoint(1, 0)


def drag(view, start, end):
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    move(view, end)
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)


def move(view, point):
    glob = QPointF(view.viewport().mapToGlobal(point))
    none, held = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QMouseEvent.Type.MouseMove, QPointF(point), glob, none, LEFT, held)
    QApplication.sendEvent(view.viewport(), event)


def copied(view):
    QGuiApplication.clipboard().setText("nothing")
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def test_what_the_mouse_goes_over_is_marked_and_copied(shown):
    before = shown.grab().toImage()
    drag(shown, where(shown, 1, 0, 4), where(shown, 1, 0, 14))
    assert shown.marking.text == "first word"
    assert shown.grab().toImage() != before
    assert copied(shown) == "first word"
    assert shown.selection.is_empty
    drag(shown, where(shown, 1, 0, 14), where(shown, 1, 0, 10))
    assert shown.marking.text == "word"
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.marking.text == ""


def test_it_reaches_over_lines_scripts_and_code(shown):
    drag(shown, where(shown, 2, 0, 4), where(shown, 2, 3, 2))
    assert shown.marking.text == "line\nתשובה קצרה\ncode here\n\U0001f600"
    shown.grab()


def test_two_presses_mark_a_word_and_one_ends_it(shown):
    QTest.mouseDClick(shown.viewport(), LEFT, pos=where(shown, 1, 0, 6))
    assert shown.marking.text == "first"
    QTest.mouseClick(shown.viewport(), LEFT, pos=where(shown, 1, 0, 16))
    assert shown.marking.text == ""


def test_leaving_the_bubble_selects_messages(shown):
    QTest.mousePress(shown.viewport(), LEFT, pos=where(shown, 1, 0, 4))
    move(shown, where(shown, 1, 0, 9))
    assert shown.marking.text == "first"
    move(shown, where(shown, 3, 0, 2))
    assert shown.marking.text == ""
    assert [message.id for message in shown.selection.messages] == [1, 2, 3]


def test_a_text_that_was_changed_is_not_marked_any_more(shown, desk, runner):
    drag(shown, where(shown, 1, 0, 4), where(shown, 1, 0, 9))
    desk.change(1, text="no")
    shown.messages_model.on_messages_changed([1])
    runner.finish()
    shown.grab()
    assert shown.laid_row(0).mark is None
    drag(shown, where(shown, 1, 0, 0), where(shown, 1, 0, 2))
    assert shown.marking.text == "no"


def test_a_mark_survives_another_width(shown):
    drag(shown, where(shown, 1, 0, 4), where(shown, 1, 0, 9))
    shown.resize(300, 500)
    shown.grab()
    assert isinstance(shown.laid_row(0).mark, Mark)
    assert copied(shown) == "first"
