"""Any message of any history can be brought into view, and the way back works."""

from __future__ import annotations

import pytest

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
