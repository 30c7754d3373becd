"""Any message of any history can be brought into view, and the way back works."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

COUNT = 2000


@pytest.fixture
async def pane(window, desk, a):
    desk.put(a.chat(1, "Anna"), a.chat(2, "Ben"))
    for number in range(1, COUNT + 1):
        text = "word " * 70 if number % 9 == 0 else f"message {number}"
        desk.message_rows.append(a.message(number, "out" if number % 3 == 0 else "in", text))
    desk.message_rows.append(a.message(COUNT + 1, "in", "of Ben", chat_id=2))
    await window.load()
    window.show()
    return window.conversation


def _rect(pane, message_id):
    return pane.view.visualRect(pane.messages.index(pane.messages.row_of(message_id)))


def _is_shown(pane, message_id):
    """Whether the message stands whole in the view, about its middle, and is the current row that stands out."""
    row = pane.messages.row_of(message_id)
    if row is None or not pane.messages.is_opened:
        return False
    view, rect = pane.view, _rect(pane, message_id)
    middle = view.viewport().rect().center().y()
    is_whole = view.viewport().rect().contains(rect)
    return is_whole and rect.top() <= middle <= rect.bottom() and view.currentIndex().row() == row


async def test_a_chat_opens_at_any_message(pane, window, settle):
    window.select_chat(1, 700)
    await settle(lambda: _is_shown(pane, 700))
    assert pane.view.is_highlighted(700)
    assert not pane.view.selectionModel().hasSelection()
    assert pane.messages.has_older
    assert pane.messages.has_newer


async def test_in_the_chat_that_is_open_too_near_and_far(pane, window, settle):
    window.select_chat(1)
    await settle(lambda: pane.messages.is_opened)
    for wanted in (COUNT - 30, 5, 1200, 1210):
        window.select_chat(1, wanted)
        if wanted != 5:
            await settle(lambda wanted=wanted: _is_shown(pane, wanted))
        else:  # near the beginning it cannot stand in the middle
            await settle(lambda: pane.messages.row_of(5) is not None and _rect(pane, 5).top() >= 0)
        assert pane.view.is_highlighted(wanted)
        assert not pane.view.is_at_latest


async def test_from_there_the_history_goes_on_both_ways(pane, window, settle):
    window.select_chat(1, 1000)
    await settle(lambda: _is_shown(pane, 1000))
    bar = pane.view.verticalScrollBar()
    while pane.messages.row_of(800) is None:
        bar.setValue(bar.value() - 400)
        await settle()
    pane.view.scroll_to_latest()
    await settle(lambda: pane.view.is_at_latest)
    assert pane.messages.row_of(COUNT) is not None


async def test_a_message_that_is_gone_is_said_and_the_end_is_shown(pane, window, settle):
    window.select_chat(1, 99_999)
    await settle(lambda: pane.composer.errors.sentence)
    assert pane.composer.errors.sentence == "That message does not exist any more."
    assert pane.view.is_at_latest
    assert pane.messages.row_of(COUNT) is not None


async def test_a_message_of_another_chat_is_not_one_of_this(pane, window, settle):
    window.select_chat(2, 10)
    await settle(lambda: pane.composer.errors.sentence)
    assert pane.messages.chat.id == 2
    assert pane.messages.row_of(COUNT + 1) is not None


async def test_the_last_of_two_jumps_counts(pane, window, settle):
    window.select_chat(1, 300)
    window.select_chat(1, 1500)
    await settle(lambda: _is_shown(pane, 1500))
    window.select_chat(1, 300)
    window.select_chat(2)
    await settle(lambda: pane.messages.row_of(COUNT + 1) is not None)
    assert pane.composer.errors.sentence == ""
    assert pane.view.is_at_latest


async def test_coming_back_to_a_chat_shows_what_was_there(pane, window, settle):
    window.select_chat(1, 700)
    await settle(lambda: _is_shown(pane, 700))
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().value() - 130)
    await settle()
    before = _rect(pane, 700).bottom()
    window.select_chat(2)
    await settle(lambda: pane.messages.row_of(COUNT + 1) is not None)
    window.select_chat(1)
    await settle(lambda: pane.messages.is_opened and pane.messages.row_of(700) is not None)
    assert _rect(pane, 700).bottom() == before
    assert not pane.view.is_highlighted(700)


async def test_a_chat_left_at_its_end_opens_at_its_end(pane, window, settle, desk, a):
    window.select_chat(1)
    await settle(lambda: pane.messages.is_opened)
    window.select_chat(2)
    await settle(lambda: pane.messages.row_of(COUNT + 1) is not None)
    desk.message_rows.append(a.message(COUNT + 2, "out", "from elsewhere"))
    window.select_chat(1)
    await settle(lambda: pane.messages.row_of(COUNT + 2) is not None)
    assert pane.view.is_at_latest


async def test_a_chat_with_new_messages_opens_at_the_first_of_them(pane, window, settle, desk, a):
    window.select_chat(1, 700)
    await settle(lambda: _is_shown(pane, 700))
    window.select_chat(2)
    await settle(lambda: pane.messages.row_of(COUNT + 1) is not None)
    desk.message_rows.append(a.message(COUNT + 2, "in", "new"))
    desk.change(1, unread=1, read_position=desk.message_rows[COUNT - 1].position)
    window.chats.on_chats_changed([1])
    await settle(lambda: window.chats.chat(1).unread)
    window.select_chat(1)
    await settle(lambda: pane.messages.row_of(COUNT + 2) is not None)
    assert pane.messages.first_unread_row == pane.messages.row_of(COUNT + 2)
    assert pane.view.viewport().rect().contains(_rect(pane, COUNT + 2))


# ---- to a day


@pytest.fixture
def spread(pane, desk):
    """The first thousand messages were written ten an hour from long ago on, the others today."""
    for place, row in enumerate(desk.message_rows[:1000]):
        at = row.at - timedelta(minutes=6 * (1000 - place), days=30)
        desk.message_rows[place] = msgspec.structs.replace(row, at=at, position=int(at.timestamp() * 1000))
    for place, row in enumerate(desk.message_rows[1000:COUNT], start=1000):
        desk.message_rows[place] = msgspec.structs.replace(row, position=int(row.at.timestamp() * 1000))
    return sorted({row.at.astimezone().date() for row in desk.message_rows[:COUNT]})


def _first_of(desk, day):
    return next(row.id for row in desk.message_rows if row.chat_id == 1 and row.at.astimezone().date() >= day)


async def test_the_calendar_leads_to_a_day(spread, pane, window, desk, settle):
    window.select_chat(1)
    await settle(lambda: pane.messages.is_opened)
    QTest.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    await settle(lambda: pane.day_picker is not None and pane.day_picker.isVisible())
    calendar = pane.day_picker.calendar
    assert calendar.minimumDate() == QDate(spread[0].year, spread[0].month, spread[0].day)
    assert calendar.maximumDate() == QDate.currentDate()
    assert QApplication.focusWidget() is not pane.composer.edit
    weak = pane.day_picker._theme.colours.line
    beside = (calendar.maximumDate().addDays(1), calendar.maximumDate().addDays(20), calendar.minimumDate().addDays(-1))
    assert all(calendar.dateTextFormat(one).foreground().color() == weak for one in beside), "no day to choose"
    assert calendar.dateTextFormat(calendar.maximumDate()).foreground().color() != weak
    day = spread[2]
    calendar.activated.emit(QDate(day.year, day.month, day.day))
    first = _first_of(desk, day)
    await settle(lambda: pane.messages.row_of(first) is not None)
    assert not pane.day_picker.isVisible()
    assert _rect(pane, first).top() == 0
    assert pane.view.day == day
    assert pane.messages.key(pane.view.currentIndex().row()) == first


async def test_a_day_without_messages_is_the_next_that_has_one(spread, pane, window, desk, settle):
    window.select_chat(1)
    await settle(lambda: pane.messages.is_opened)
    gap = next(day for day in spread if day + timedelta(days=1) not in spread)
    pane.view.show_day(gap + timedelta(days=1))
    first = next(row.id for row in desk.message_rows[1000:])
    await settle(lambda: pane.messages.row_of(first) is not None and _rect(pane, first).top() == 0)
    pane.view.show_day(date.today() + timedelta(days=3))  # noqa: DTZ011
    await settle(lambda: pane.view.is_at_latest)


async def test_asked_for_twice_the_calendar_still_gives_the_keyboard_back_to_who_had_it(spread, pane, window, settle):
    window.select_chat(1)
    await settle(lambda: pane.messages.is_opened)
    window.activateWindow()
    await settle(window.isActiveWindow)
    pane.composer.focus()
    for _ in range(2):
        pane.show_day_picker()
        await settle(lambda: pane.day_picker is not None and pane.day_picker.isAncestorOf(QApplication.focusWidget()))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is pane.composer.edit


async def test_escape_leaves_the_calendar(spread, pane, window, settle):
    window.select_chat(1)
    await settle(lambda: pane.messages.is_opened)
    pane.show_day_picker()
    await settle(lambda: pane.day_picker is not None and pane.day_picker.isVisible())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not pane.day_picker.isVisible()
    assert pane.view.is_at_latest
