"""A part of a message's text, marked with the mouse and copied."""

from __future__ import annotations

from types import SimpleNamespace

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QMouseEvent
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


def test_a_press_beside_the_words_begins_at_the_nearest(shown):
    above = where(shown, 1, 0, 4) - QPoint(0, 12)
    bubble = shown.laid_row(0)
    assert not bubble.markable.is_text_at(bubble.prose_point(shown.point_in_row(above, shown.messages_model.index(0))))
    drag(shown, above, where(shown, 1, 0, 14))
    assert shown.marking.text == "first word"


def test_a_press_beside_the_bubble_begins_nothing(shown):
    edge = QPoint(shown.viewport().width() - 3, where(shown, 1, 0, 4).y())
    drag(shown, edge, where(shown, 1, 0, 14))
    assert shown.marking.text == ""


def test_back_in_its_message_a_drag_marks_words_again(shown):
    QTest.mousePress(shown.viewport(), LEFT, pos=where(shown, 1, 0, 4))
    move(shown, where(shown, 3, 0, 2))
    assert shown.marking.text == ""
    move(shown, where(shown, 1, 0, 9))
    assert shown.marking.text == "first"
    assert shown.selection.is_empty
    QTest.mouseRelease(shown.viewport(), LEFT, pos=where(shown, 1, 0, 9))
    assert copied(shown) == "first"


def test_a_third_press_marks_the_line(shown):
    at = where(shown, 2, 0, 1)
    QTest.mouseDClick(shown.viewport(), LEFT, pos=at)
    QTest.mouseClick(shown.viewport(), LEFT, pos=at)
    assert shown.marking.text == "one line"


@pytest.fixture
def link(desk, opened, view, message):
    desk.rows = [message(1, text="https://example.org/some/where is it")]
    opened()
    view.opened_links = []
    view.link_activated.connect(view.opened_links.append)
    return view


def test_a_link_can_be_marked_and_is_not_opened_by_that(link):
    drag(link, where(link, 1, 0, 8), where(link, 1, 0, 19))
    assert link.marking.text == "example.org"
    assert link.opened_links == []


def test_a_hand_that_is_not_quite_still_opens_a_link(link):
    at = where(link, 1, 0, 8)
    drag(link, at, at + QPoint(3, 2))
    assert link.opened_links == ["https://example.org/some/where"]
    assert link.marking.text == ""


def test_what_is_marked_can_be_pasted_with_the_middle_button(shown, monkeypatch):
    put = {}
    clipboard = SimpleNamespace(supportsSelection=lambda: True, setText=lambda text, mode: put.update({mode: text}))
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    drag(shown, where(shown, 1, 0, 4), where(shown, 1, 0, 14))
    assert put == {QClipboard.Mode.Selection: "first word"}


def test_marking_a_long_message_scrolls_on_beyond_the_edge(desk, opened, view, message, qtbot):
    desk.rows = [message(1, text="\n".join(f"line {number}" for number in range(60)))]
    opened()
    bar = view.verticalScrollBar()
    bar.setValue(bar.minimum())
    start = where(view, 1, 5, 0)
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    move(view, QPoint(start.x(), view.viewport().height() + 80))
    before = bar.value()
    qtbot.waitUntil(lambda: bar.value() > before + 20)
    QTest.mouseRelease(view.viewport(), LEFT, pos=start)
    assert view.marking.text.startswith("line 5\n")


def test_in_another_chat_nothing_is_marked(shown, desk, opened, message):
    """Ctrl+C put what had been marked in the chat before on the clipboard, which nobody saw any more."""
    drag(shown, where(shown, 1, 0, 4), where(shown, 1, 0, 14))
    desk.rows = [msgspec.structs.replace(message(7, text="of somebody else"), chat_id=2)]
    opened(chat_id=2)
    assert shown.marking.text == ""
    assert "first word" not in copied(shown)


def test_a_chat_that_is_read_anew_keeps_what_is_marked(shown, opened):
    drag(shown, where(shown, 1, 0, 4), where(shown, 1, 0, 14))
    opened()
    assert shown.marking.text == "first word"
