"""Search in the window: as one types, from hit to hit, and back to where one was."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from ringodesk_qt.core.events import MessagesChanged, SearchGrew
from ringodesk_qt.core.search_grammar import parse
from ringodesk_qt.models.message import Attachment
from ringodesk_qt.models.search import ChatName, Found, words_of
from ringodesk_qt.ui.models.found_messages import MOST_LIVE, PAGE
from ringodesk_qt.ui.views.search_filters import FilterChip, FilterChips
from ringodesk_qt.ui.views.search_pane import FoundList

COUNT = 300


class SearchedDesk:
    """Puts a search into the desk in memory: by its words and chats, a page at a time."""

    def __init__(self, desk):
        self.asked, self.gate, self.percent, self._desk = [], None, 100, desk
        self.most_read = None
        desk.search = self.search

    async def search(self, typed, *, before=None, limit=50):
        self.asked.append((typed, before))
        if self.gate is not None and typed in self.gate:
            await self.gate[typed].wait()
        names = [
            ChatName(
                id=chat.id,
                account_id=1,
                name=chat.contact.name,
                extension=chat.contact.extension,
                userid=chat.contact.userid,
            )
            for chat in self._desk.chat_rows.values()
        ]
        search = parse(typed, names, today=date(2026, 11, 27))
        rows = [row for row in self._desk.message_rows if before is None or (row.position, row.id) < before]
        rows = sorted(rows, key=lambda row: (row.position, row.id), reverse=True)[: self.most_read]
        hits = [row for row in rows if self._fits(search, row)][:limit]
        last = hits[-1] if len(hits) == limit else rows[-1] if self.most_read and len(rows) == self.most_read else None
        place = (last.position, last.id) if last is not None else None
        return Found(messages=hits, before=place, percent=self.percent, terms=search.terms)

    def _fits(self, search, row):
        is_there = search.chat_ids is None or row.chat_id in search.chat_ids
        return is_there and all(term.is_in(words_of(row.text, row.attachment, row.call)) for term in search.terms)


@pytest.fixture
async def searched(window, desk, a):
    desk.put(a.chat(1, "Anna"), a.chat(2, "Ben"))
    for number in range(1, COUNT + 1):
        desk.message_rows.append(a.message(number, "out" if number % 3 == 0 else "in", f"boat {number}"))
    desk.message_rows.append(a.message(COUNT + 1, "in", "the harbour master", chat_id=2))
    built = SearchedDesk(desk)
    await window.load()
    window.resize(900, 600)
    window.show()
    return built


async def type_in(window, settle, text):
    pane = window.searching.pane
    pane.field.setText(text)
    await settle(lambda: not pane.found.is_searching)
    return pane


def shown(pane):
    return [pane.found.message_at(row).id for row in range(pane.found.rowCount())]


def is_in_view(window, message_id):
    messages = window.conversation.messages
    row = messages.row_of(message_id) if messages.is_opened else None
    view = window.conversation.view
    return row is not None and view.visualRect(messages.index(row)).intersects(view.viewport().rect())


async def test_ctrl_shift_f_and_the_button_open_it_and_it_takes_the_place_of_the_chats(searched, window, settle):
    window.list_pane.search.click()
    pane = window.searching.pane
    assert (pane.isVisible(), window.list_pane.isVisible()) == (True, False)
    assert (pane.field.accessibleName(), pane.list.accessibleName()) == ("Search messages", "Search results")
    assert pane.field.hasFocus()
    pane.close_button.click()
    assert (pane.isVisible(), window.list_pane.isVisible()) == (False, True)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert pane.isVisible()


async def test_what_is_found_as_one_types(searched, window, settle):
    window.show_search()
    pane = await type_in(window, settle, "harb mast")
    assert shown(pane) == [COUNT + 1]
    assert pane.count.text() == "1 message"
    words = pane.found.data(pane.found.index(0))
    assert words.startswith("Ben: the harbour master, ")
    await type_in(window, settle, "boat 12")
    assert pane.count.text() == "11 messages"
    await type_in(window, settle, "boat zzz")
    assert (pane.found.rowCount(), pane.count.text(), pane._nothing.isVisible()) == (0, "", True)
    await type_in(window, settle, "")
    assert pane._guide.isVisible()


async def test_more_comes_as_one_scrolls(searched, window, settle):
    window.show_search()
    pane = await type_in(window, settle, "boat")
    assert (len(shown(pane)), pane.count.text()) == (PAGE, f"More than {PAGE} messages")
    while not pane.found.is_complete:
        pane.list.verticalScrollBar().setValue(pane.list.verticalScrollBar().maximum())
        pane.found.fetchMore(pane.list.rootIndex())
        await settle(lambda: not pane.found.is_searching)
    assert shown(pane) == list(range(COUNT, 0, -1))
    assert pane.count.text() == f"{COUNT} messages"


async def test_short_pages_are_followed_by_others_until_there_is_a_page_full(searched, window, settle):
    searched.most_read = 20
    window.show_search()
    pane = await type_in(window, settle, "boat 1")
    assert len(shown(pane)) >= PAGE
    await type_in(window, settle, "harbour")
    assert shown(pane) == [COUNT + 1]
    await settle(lambda: pane.found.is_complete)


async def test_an_answer_to_what_is_not_asked_any_more_is_thrown_away(searched, window, settle):
    searched.gate = {"boat": asyncio.Event()}
    window.show_search()
    pane = window.searching.pane
    pane.field.setText("boat")
    await settle(lambda: searched.asked)
    for typed in ("harb", "harbo", "harbour"):
        pane.field.setText(typed)
    await settle()
    assert shown(pane) == []
    searched.gate["boat"].set()
    await settle(lambda: not pane.found.is_searching)
    assert shown(pane) == [COUNT + 1]
    assert [typed for typed, _before in searched.asked] == ["boat", "harbour"]
    pane.field.setText("boat")
    pane.field.clear()
    await settle()
    assert shown(pane) == []


async def test_a_long_search_ends_where_the_pane_is_closed(searched, window, settle):
    searched.most_read = 1
    window.show_search()
    pane = window.searching.pane
    pane.field.setText("nowhere")
    await settle(lambda: len(searched.asked) > 3)
    assert (pane.count.text(), pane._nothing.isVisible()) == ("Searching…", False)
    pane.close_button.click()
    await settle(lambda: not pane.found.is_searching)
    assert len(searched.asked) < COUNT


async def test_what_cannot_be_understood_is_said_under_the_field(searched, window, settle):
    window.show_search()
    pane = await type_in(window, settle, "colour:red")
    assert pane.count.text().startswith("There is no filter “colour:”")
    assert pane.count.property("role") == "danger"
    await type_in(window, settle, "harbour")
    assert (pane.count.text(), pane.count.property("role")) == ("1 message", "faint")


async def test_that_not_all_can_be_found_yet_is_said(searched, window, settle):
    searched.percent = 42
    window.show_search()
    pane = await type_in(window, settle, "harbour")
    assert pane.count.text() == "1 message · Older messages are still being made searchable: 42 %"


async def test_what_becomes_findable_appears_among_what_is_shown(searched, window, desk, a, settle):
    later = desk.message_rows[270:290]
    del desk.message_rows[270:290]
    searched.percent = 42
    window.show_search()
    pane = await type_in(window, settle, "boat")
    pane.list.choose(3)
    chosen, count = pane.found.message_at(3), pane.found.rowCount()
    desk.message_rows[270:270] = later
    desk.bus.publish([SearchGrew()])
    await settle(lambda: pane.found.rowCount() > count)
    rows = [pane.found.message_at(row) for row in range(pane.found.rowCount())]
    assert rows == sorted(rows, key=lambda one: (one.position, one.id), reverse=True)
    assert len({one.id for one in rows}) == len(rows)
    assert pane.found.message_at(pane.list.currentIndex().row()) == chosen
    searched.percent = 100
    desk.bus.publish([SearchGrew()])
    await settle(lambda: "searchable" not in pane.count.text())
    asked = len(searched.asked)
    desk.bus.publish([SearchGrew()])
    await settle()
    assert len(searched.asked) == asked, "all could be found already"


async def test_nothing_is_said_to_be_final_before_all_can_be_found(searched, window, desk, a, settle):
    searched.percent = 3
    window.show_search()
    pane = await type_in(window, settle, "zzz")
    assert pane._nothing.isVisible()
    assert "Nothing found yet" in [one.text() for one in pane._nothing.findChildren(QLabel)]
    desk.message_rows.append(a.message(9999, text="zzz"))
    searched.percent = 100
    desk.bus.publish([SearchGrew()])
    await settle(lambda: pane.found.rowCount() == 1)
    assert pane.list.isVisible()


async def test_a_filter_is_put_in_with_a_click(searched, window, settle):
    window.show_search()
    pane = window.searching.pane
    pane.field.setText("boat")
    pane.chips.inserted.emit("from:")
    assert (pane.field.text(), pane.field.hasFocus()) == ("boat from:", True)
    await settle(lambda: not pane.found.is_searching)


# ---- what a filter may ask for, offered while it is typed


def offered(pane):
    rows = pane.completion._list
    return [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())] if rows.isVisible() else []


async def test_names_are_offered_after_from_and_in_the_newest_chat_first_and_by_any_part(searched, window, settle):
    window.show_search()
    pane = window.searching.pane
    QTest.keyClicks(pane.field, "boat from:")
    newest = [chat.contact.label for chat in window.chats.by_time()]
    assert offered(pane)[0] == "me what you wrote"
    assert [words.split()[0] for words in offered(pane)[1:]] == newest
    assert pane.completion._list.accessibleName() == "Names for the search"
    QTest.keyClicks(pane.field, "ÁN")
    assert offered(pane) == ["Anna 501"]
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    assert (pane.field.text(), offered(pane)) == ("boat from:501 ", [])
    QTest.keyClicks(pane.field, "in:")
    assert [words.split()[0] for words in offered(pane)] == newest
    await settle(lambda: not pane.found.is_searching)


async def test_the_keys_walk_through_what_is_offered_and_escape_puts_it_away(searched, window, settle):
    window.show_search()
    pane = window.searching.pane
    QTest.keyClicks(pane.field, "has:")
    assert offered(pane) == ["file", "picture", "link", "call"]
    QTest.keyClick(pane.field, Qt.Key.Key_Down)
    QTest.keyClick(pane.field, Qt.Key.Key_Tab)
    assert (pane.field.text(), pane.field.hasFocus()) == ("has:picture ", True)
    QTest.keyClicks(pane.field, "after:la")
    assert offered(pane) == ["last week", "last month"]
    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    assert (offered(pane), pane.isVisible()) == ([], True)
    QTest.keyClick(pane.field, Qt.Key.Key_Backspace)
    pane.completion._list.clicked.emit(pane.completion._list.model().index(0, 0))
    assert pane.field.text() == 'has:picture after:"last week" '
    await settle(lambda: not pane.found.is_searching)


async def test_a_value_in_the_middle_takes_the_place_of_what_was_typed_alone(searched, window, settle):
    window.show_search()
    pane = window.searching.pane
    pane.field.setText('in:"be" boat')
    pane.field.setCursorPosition(len('in:"b'))
    QTest.keyClicks(pane.field, "e")
    pane.field.backspace()
    assert offered(pane) == ["Ben 502"]
    QTest.keyClick(pane.field, Qt.Key.Key_Enter)
    assert pane.field.text().startswith("in:502 ")
    await settle(lambda: not pane.found.is_searching)


async def test_what_is_typed_whole_or_fits_nobody_is_offered_nothing(searched, window, settle):
    window.show_search()
    pane = window.searching.pane
    for typed in ("has:file", "from:me", "from:zzz", "colour:r", "boat", "http://from"):
        pane.field.clear()
        QTest.keyClicks(pane.field, typed)
        assert not pane.completion.is_open, typed
    await settle(lambda: not pane.found.is_searching)


async def test_a_value_that_is_being_chosen_is_not_called_wrong(searched, window, settle):
    window.show_search()
    pane = window.searching.pane
    QTest.keyClicks(pane.field, "has:pic")
    await settle(lambda: pane.found.error)
    assert not pane.count.isVisible()
    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    assert pane.count.text().startswith("“has:pic” is not known")


async def test_the_list_goes_with_the_focus_and_with_the_pane(searched, window, settle):
    window.show_search()
    pane = window.searching.pane
    for leave in (pane.close_button.setFocus, pane.close_button.click):
        pane.chips.findChildren(FilterChip)[0].click()
        assert offered(pane)
        leave()
        assert offered(pane) == []
        window.show_search()
    await settle(lambda: not pane.found.is_searching)


def test_the_filters_stand_in_two_rows_where_one_would_cut_them_off(qtbot):
    chips = FilterChips()
    qtbot.addWidget(chips)
    for width, rows in ((2000, 1), (chips.sizeHint().width() - 1, 2), (2000, 1)):
        chips.resize(width, 80)
        chips.show()
        qtbot.waitUntil(lambda rows=rows: len({chip.y() for chip in chips.findChildren(FilterChip)}) == rows)
        for chip in chips.findChildren(FilterChip):
            assert chip.width() >= chip.sizeHint().width()
            assert chips.rect().contains(chip.geometry())


async def test_enter_jumps_there_f3_goes_on_and_escape_goes_back(searched, window, settle):
    window.select_chat(2)
    await settle(lambda: is_in_view(window, COUNT + 1))
    window.show_search()
    pane = await type_in(window, settle, "boat 15")
    QTest.keyClick(pane.field, Qt.Key.Key_Down)
    QTest.keyClick(pane.field, Qt.Key.Key_Down)
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    wanted = shown(pane)[1]
    await settle(lambda: is_in_view(window, wanted))
    assert window.conversation.chat_id == 1
    assert pane.isVisible()
    window.conversation.view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F3)
    await settle(lambda: is_in_view(window, shown(pane)[2]))
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    await settle(lambda: is_in_view(window, wanted))
    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    assert (window.conversation.chat_id, pane.isVisible()) == (2, False)


async def test_a_screen_reader_opens_a_row_by_selecting_it_and_walking_does_not(searched, window, settle):
    window.show_search()
    pane = await type_in(window, settle, "boat 15")
    pane.list.setFocus()
    for _ in range(3):
        QTest.keyClick(pane.list, Qt.Key.Key_Down)
    assert window.conversation.chat is None
    flag = pane.list.selectionModel().SelectionFlag.ClearAndSelect
    pane.list.selectionModel().select(pane.found.index(1), flag)
    await settle(lambda: is_in_view(window, shown(pane)[1]))
    assert pane.list.currentIndex().row() == 1


async def test_alt_left_goes_back_to_the_chat_and_the_place_and_the_results_stay(searched, window, settle):
    window.select_chat(1, 200)
    await settle(lambda: is_in_view(window, 200))
    place = window.conversation.scroll_place()
    window.show_search()
    pane = await type_in(window, settle, "boat 12")
    for _ in range(3):
        window.searching.step(1)
    await settle(lambda: is_in_view(window, shown(pane)[2]))
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    await settle(lambda: window.conversation.scroll_place() == place)
    assert (window.conversation.chat_id, pane.isVisible()) == (1, True)
    assert is_in_view(window, 200)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.conversation.chat_id == 1


async def test_the_way_back_leads_to_the_chat_as_it_is_by_now(searched, window, desk, settle, a):
    window.select_chat(1, 200)
    await settle(lambda: is_in_view(window, 200))
    desk.put(a.chat(1, "Anna", unread=3, read_position=desk.message_rows[COUNT - 4].position))
    window.chats.on_chats_changed([1])
    await settle(lambda: window.conversation.chat.unread == 3)
    window.show_search()
    await type_in(window, settle, "harbour")
    window.searching.step(1)
    desk.put(a.chat(1, "Anne", read_position=desk.message_rows[COUNT - 1].position))
    window.chats.on_chats_changed([1])
    await settle(lambda: window.chats.chat(1).unread == 0)
    window.searching.go_back()
    await settle(lambda: is_in_view(window, 200))
    assert (window.conversation.chat.unread, window.conversation.chat.title) == (0, "Anne")
    assert window.conversation.jump.accessibleName() == "Jump to latest"


async def test_where_no_chat_was_open_none_is_again(searched, window, settle):
    window.show_search()
    pane = await type_in(window, settle, "harbour")
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    assert window.conversation.chat_id == 2
    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    assert window.conversation.chat is None


async def test_in_a_narrow_window_the_results_are_one_step_back(searched, window, settle):
    window.resize(400, 600)
    window.show_search()
    pane = await type_in(window, settle, "harbour")
    assert (pane.isVisible(), window.conversation.isVisible()) == (True, False)
    QTest.mouseClick(
        pane.list.viewport(), Qt.MouseButton.LeftButton, pos=pane.list.visualRect(pane.found.index(0)).center()
    )
    assert (pane.isVisible(), window.conversation.isVisible()) == (False, True)
    window.conversation.header.back.click()
    assert (pane.isVisible(), window.conversation.isVisible(), shown(pane)) == (True, False, [COUNT + 1])
    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    assert (window.list_pane.isVisible(), window.conversation.isVisible()) == (True, False)


async def test_who_searched_in_a_narrow_window_is_back_where_one_wrote_after_escape(searched, window, settle):
    """The keyboard came to the lamps."""
    window.resize(400, 600)
    window.select_chat(1)
    await settle(lambda: window.conversation.messages.is_opened)
    window.conversation.composer.focus()
    window.searching.begin_in_chat()
    pane = await type_in(window, settle, "boat 1")
    assert not window.conversation.isVisible()
    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    assert (window.conversation.isVisible(), window.list_pane.isVisible()) == (True, False)
    assert window.focusWidget() is window.conversation.composer.edit
    window.searching.begin()
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    await settle(window.conversation.isVisible)
    assert window.go_back()
    assert window.focusWidget() is pane.field
    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    await settle(window.conversation.isVisible)
    assert window.focusWidget() is window.conversation.composer.edit


async def test_ctrl_f_in_a_conversation_searches_in_it_and_elsewhere_goes_to_the_filter(searched, window, settle):
    window.select_chat(2)
    window.conversation.composer.focus()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    pane = window.searching.pane
    assert pane.field.text() == "in:502 "
    await type_in(window, settle, "in:502 a")
    assert shown(pane) == []
    await type_in(window, settle, "in:502 harb")
    assert shown(pane) == [COUNT + 1]
    pane.field.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert (pane.isVisible(), window.list_pane.filter.hasFocus()) == (False, True)


async def test_the_headers_menu_searches_in_the_chat(searched, window, settle):
    window.select_chat(1)
    menu = window.conversation.header.build_menu()
    next(action for action in menu.actions() if action.text().startswith("Search in this chat")).trigger()
    field = window.searching.pane.field
    assert field.text() == "in:501 "
    QTest.keyClicks(field, "boat")
    assert field.text() == "in:501 boat", "what is typed comes behind the filter, and not in its place"


async def test_what_is_not_in_this_chat_is_looked_for_in_all_of_them(searched, window, settle):
    window.select_chat(1)
    window.searching.begin_in_chat()
    pane = await type_in(window, settle, window.searching.pane.field.text() + "harbour")
    assert pane._nothing.isVisible()
    button = pane._nothing.findChild(QPushButton)
    assert button.text() == "Search in all chats"
    button.click()
    assert pane.field.text() == "harbour"
    await settle(lambda: shown(pane) == [COUNT + 1])
    await type_in(window, settle, "harbours")
    assert button.text() == "Clear the search"
    button.click()
    assert (pane.field.text(), pane.field.hasFocus()) == ("", True)


async def test_what_changes_meanwhile_changes_in_the_results(searched, window, desk, settle, a):
    window.show_search()
    pane = await type_in(window, settle, "boat 1")
    first, second = shown(pane)[:2]
    rows = {row.id: place for place, row in enumerate(desk.message_rows)}
    desk.message_rows[rows[first]] = a.message(first, "in", "", deleted_at=a.message(1).at)
    desk.message_rows[rows[second]] = a.message(second, "in", "boat edited")
    pane.found.on_messages_changed(1, [first, second, 1], False)
    await settle(lambda: first not in shown(pane))
    assert pane.found.message_at(0).text == "boat edited"


def add_boats(desk, a, numbers):
    added = [a.message(number, "in", f"boat {number}") for number in numbers]
    desk.message_rows += added
    desk.bus.publish([MessagesChanged(chat_id=1, message_ids=[one.id for one in added], is_new=True)])


async def test_what_comes_is_above_what_was_found_and_nothing_moves(searched, window, desk, a, settle):
    window.show_search()
    pane = await type_in(window, settle, "boat")
    while pane.found.canFetchMore(QModelIndex()):
        pane.found.fetchMore(QModelIndex())
        await settle(lambda: not pane.found.is_searching)
    pane.list.scrollTo(pane.found.index(100), FoundList.ScrollHint.PositionAtTop)
    pane.list.choose(103)
    before = pane.list.visualRect(pane.found.index(103)).top()
    add_boats(desk, a, [COUNT + 2, COUNT + 3])
    await settle(lambda: pane.found.rowCount() == COUNT + 2)
    assert shown(pane)[:3] == [COUNT + 3, COUNT + 2, COUNT]
    assert pane.list.currentIndex().row() == 105
    assert pane.list.visualRect(pane.found.index(105)).top() == before


async def test_a_flood_is_looked_at_once_in_a_while_and_none_of_it_is_left_out(searched, window, desk, a, settle):
    window.show_search()
    pane = await type_in(window, settle, "boat")
    pane.found._pause.setInterval(20)
    asked = len(searched.asked)
    for number in range(COUNT + 2, COUNT + 202):
        add_boats(desk, a, [number])
    await settle(lambda: pane.found.rowCount() == 250)
    assert shown(pane) == [*range(COUNT + 201, COUNT + 1, -1), *range(COUNT, COUNT - 50, -1)]
    assert len(searched.asked) - asked < 20


async def test_more_than_anybody_has_read_begins_the_search_anew(searched, window, desk, a, settle):
    window.show_search()
    pane = await type_in(window, settle, "boat")
    add_boats(desk, a, range(COUNT + 2, COUNT + 602))
    await settle(lambda: shown(pane)[:1] == [COUNT + 601] and not pane.found.is_searching)
    assert shown(pane) == list(range(COUNT + 601, COUNT + 551, -1))
    assert pane.found.canFetchMore(QModelIndex())


async def test_what_came_while_the_pane_was_away_is_there_when_it_is_opened_again(searched, window, desk, a, settle):
    window.show_search()
    pane = await type_in(window, settle, "harbour")
    pane.close_button.click()
    asked = len(searched.asked)
    desk.message_rows.append(a.message(COUNT + 2, "in", "another harbour"))
    desk.bus.publish([MessagesChanged(chat_id=1, message_ids=[COUNT + 2], is_new=True)])
    await settle()
    assert len(searched.asked) == asked
    window.show_search()
    await settle(lambda: shown(pane) == [COUNT + 2, COUNT + 1])


async def test_below_very_many_rows_what_becomes_findable_appears_too(searched, window, desk, a, settle):
    desk.message_rows[:0] = [a.message(number, "in", f"boat {number}") for number in range(-300, 1)]
    late = desk.message_rows[:20]
    del desk.message_rows[:20]
    searched.percent = 97
    window.show_search()
    pane = await type_in(window, settle, "boat")
    while pane.found.canFetchMore(QModelIndex()):
        pane.found.fetchMore(QModelIndex())
        await settle(lambda: not pane.found.is_searching)
    count = pane.found.rowCount()
    assert count > MOST_LIVE
    desk.message_rows[:0] = late
    searched.percent = 100
    desk.bus.publish([SearchGrew()])
    await settle(lambda: pane.found.rowCount() == count + 20)
    assert pane.found.percent == 100


async def test_rows_of_every_kind_are_painted_as_plain_text(searched, window, desk, settle, a):
    said = [
        a.message(401, "in", "<b>quay</b> " + "long words " * 80 + "quay"),
        a.message(402, "in", "long words " * 80 + "quay 👍🏽 quay"),
        a.message(403, "out", "", kind="file", attachment=Attachment(name="quay.pdf")),
        a.message(404, "out", "", kind="file", attachment=Attachment(name="quay.png")),
        a.message(405, "in", "", kind="call", call={"subject": "quay", "duration": 5}),
        a.message(406, "in", "\u202equay שלום", chat_id=77),
    ]
    desk.message_rows += said
    window.show_search()
    pane = await type_in(window, settle, "quay")
    assert shown(pane) == [406, 405, 404, 403, 402, 401]
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        window.setLayoutDirection(direction)
        assert not window.grab().isNull()


async def test_what_is_looked_for_is_marked_in_the_conversation_until_the_search_is_put_away(
    searched, window, desk, a, settle
):
    text = "\n".join(["Das Boot", *("a line of it",) * 90, "at last the hárbour", "master waits"])
    desk.message_rows.append(a.message(COUNT + 2, "in", text, chat_id=2))
    window.show_search()
    pane = await type_in(window, settle, '"harbour master')
    view = window.conversation.view
    pane.list.choose(0)
    pane.list.entered.emit()
    await settle(lambda: is_in_view(window, COUNT + 2))
    row = window.conversation.messages.row_of(COUNT + 2)
    marked = view.grab().toImage()
    laid = view.laid_row(row)
    place = view.visualRect(view.messages_model.index(row)).top() + laid.found_top
    assert 0 < place < view.viewport().height()  # though it is cut off there, and longer than the view
    pane.close_button.click()
    assert view.laid_row(row).height > view.viewport().height()
    assert view.grab().toImage() != marked
    assert view.laid_row(row).found_top is None
    window.show_search()
    view.grab()
    assert view.laid_row(row).found_top is not None


async def test_who_searched_from_the_conversation_is_back_there_after_escape(window, searched, settle):
    """The keyboard came to whatever had been used last above the chats: New chat, Settings."""
    window.select_chat(1)
    await settle(lambda: window.conversation.messages.is_opened)
    settings = next(one for one in window.findChildren(QAbstractButton) if one.accessibleName() == "Settings")
    settings.setFocus()
    window.conversation.composer.focus()
    window.searching.begin()
    pane = await type_in(window, settle, "boat")
    assert window.focusWidget() is pane.field
    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    assert not window.searching.is_open
    assert window.focusWidget() is window.conversation.composer.edit
    settings.setFocus()
    window.searching.begin()
    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    assert window.focusWidget() is settings


async def test_what_no_chat_is_called_is_looked_for(searched, window, settle):
    window.list_pane.search_requested.emit("tide")
    assert window.searching.pane.field.text() == "tide"
    window.list_pane.search_requested.emit("")
    assert window.searching.pane.field.text() == "tide"
    await settle(lambda: not window.searching.pane.found.is_searching)
