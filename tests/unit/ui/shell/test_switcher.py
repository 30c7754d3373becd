"""Ctrl+K: what is found and in which order, and how one gets there and back; Ctrl+Tab through what was open."""

from __future__ import annotations

import asyncio

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from ringodesk_qt.core.events import ContactsChanged
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.search import Found
from ringodesk_qt.ui.models.destinations import (
    DestinationItemRole,
    DestinationsModel,
    _index,
    of_contacts,
    with_chats,
)


@pytest.fixture
def model(qapp, a):
    built = DestinationsModel()
    built.tester = QAbstractItemModelTester(built, QAbstractItemModelTester.FailureReportingMode.Fatal)
    chats = [a.chat(1, "Marianne"), a.chat(2, "Anna-Lena Berg"), a.chat(3, "Jörg Straße")]
    people = [a.contact(2, "Anna-Lena Berg"), a.contact(4, "Hannah"), a.contact(5, "Berg Anna"), a.contact(6, "Ann")]
    built.set_all(with_chats(chats, of_contacts(people)))
    return built


def _names(model):
    return [model.index(row).data() for row in range(model.rowCount())]


ALL = ["Marianne", "Anna-Lena Berg", "Jörg Straße", "Hannah", "Berg Anna", "Ann"]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", ALL),
        ("anna", ["Anna-Lena Berg", "Berg Anna", "Hannah"]),
        ("ann", ["Ann", "Anna-Lena Berg", "Berg Anna", "Marianne", "Hannah"]),
        ("LENA", ["Anna-Lena Berg"]),
        ("berg an", ["Anna-Lena Berg", "Berg Anna"]),
        ("an be", ["Anna-Lena Berg", "Berg Anna"]),
        ("jorg ss", ["Jörg Straße"]),
        ("505", ["Berg Anna"]),
        ("05", ["Berg Anna"]),
        ("xyz", []),
    ],
)
def test_whole_words_first_then_beginnings_then_what_is_inside(model, typed, wanted):
    model.set_filter(typed)
    assert _names(model) == wanted
    model.set_filter("")
    for length in range(1, len(typed) + 1):  # letter by letter it is the same
        model.set_filter(typed[:length])
    assert _names(model) == wanted
    model.set_filter("")
    assert _names(model) == ALL


def test_a_number_is_found_without_what_stands_between_its_digits(qapp, a):
    model = DestinationsModel()
    model.set_all(of_contacts([msgspec.structs.replace(a.contact(1), extension="+1 (207) 555-0100")]))
    for typed, found in (("2075550100", 1), ("+1 207", 1), ("5550", 1), ("2076", 0)):
        model.set_filter(typed)
        assert model.rowCount() == found, typed


def test_a_row_says_who_it_is(qapp, a):
    model = DestinationsModel()
    chats = [a.chat(1, "Anna", unread=2, is_archived=True, note="Acme"), a.chat(2, "Anna", note="Museum")]
    accounts = [Account(id=1, api_url="u", orgid="1", name="Acme"), Account(id=2, api_url="u", orgid="2")]
    model.set_all(with_chats(chats, of_contacts([a.contact(3, "Bruno", state=3)], accounts)))
    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said == ["Anna, 2 unread, 501 · Acme · archived", "Anna, 502 · Museum", "Bruno, 503 · Busy · Acme"]


@pytest.fixture
async def filled(window, desk, a, settle):
    desk.put(*(a.chat(number, name, minutes=9 - number) for number, name in enumerate(("Anna", "Bruno", "Carla"), 1)))
    desk.put(a.chat(7, "Zoë", last=False))
    desk.contact_rows = [*(chat.contact for chat in desk.chat_rows.values()), a.contact(8, "Émile")]
    window.resize(960, 640)
    await window.load()
    window.chats._forget(7)  # a contact that there is no chat with yet
    window.show()
    window.activateWindow()
    await settle(window.isActiveWindow)
    return window


def _rows(window):
    return _names(window.switcher.list.destinations)


async def _open(window, settle):
    window.go_to_chat()
    await settle(lambda: "Émile" in _rows(window))


async def test_its_parts_have_their_names_and_the_field_the_focus(filled, qapp, settle):
    await _open(filled, settle)
    switcher = filled.switcher
    assert (switcher.accessibleName(), switcher.list.accessibleName()) == ("Go to chat", "Chats and contacts")
    assert qapp.focusWidget() is switcher.field
    assert switcher.parentWidget() is filled  # a window of its own would not be in the accessibility tree
    assert filled.rect().contains(switcher.geometry())


async def test_enter_opens_the_chat_before_this_one(filled, qapp, settle):
    filled.select_chat(3)
    filled.select_chat(2)
    await _open(filled, settle)
    assert _rows(filled) == ["Carla", "Anna", "Bruno", "Zoë", "Émile"]
    QTest.keyClick(filled.switcher.field, Qt.Key.Key_Return)
    assert (filled.conversation.chat_id, filled.switcher.isVisible()) == (3, False)
    assert qapp.focusWidget() is filled.conversation.composer.edit


async def test_a_contact_without_a_chat_gets_one(filled, desk, settle):
    await _open(filled, settle)
    QTest.keyClicks(filled.switcher.field, "zoe")
    assert filled.switcher.list.destinations.index(0).data(DestinationItemRole.WORDS) == ("zoe",)
    QTest.keyClick(filled.switcher.field, Qt.Key.Key_Return)
    await settle(lambda: filled.conversation.chat_id == 7)
    assert desk.did("open_chat") == [(7, None)]


@pytest.mark.parametrize("way", ["enter", "button"])
async def test_what_is_nobodys_name_is_looked_for_in_all_messages(filled, desk, settle, way):
    """There was a word in an empty box, and no way on."""
    asked = []

    async def search(typed, **_where):
        asked.append(typed)
        return Found(messages=[])

    desk.search = search
    await _open(filled, settle)
    switcher = filled.switcher
    QTest.keyClicks(switcher.field, "invoice")
    button = next(one for one in switcher.findChildren(QPushButton) if one.isVisible())
    assert button.text() == "Search all messages"
    if way == "enter":
        QTest.keyClick(switcher.field, Qt.Key.Key_Return)
    else:
        button.click()
    assert not switcher.isVisible()
    assert filled.searching.is_open
    assert filled.searching.pane.field.text() == "invoice"
    assert filled.searching.pane.field.hasFocus()
    await settle(lambda: asked == ["invoice"])


async def test_escape_goes_back_to_where_one_was(filled, qapp, settle):
    filled.list_pane.list.setFocus()
    await _open(filled, settle)
    QTest.keyClick(filled.switcher.field, Qt.Key.Key_Escape)
    assert not filled.switcher.isVisible()
    assert qapp.focusWidget() is filled.list_pane.list
    assert filled.conversation.chat_id is None
    await _open(filled, settle)
    filled.go_to_chat()  # the keys that opened it
    assert not filled.switcher.isVisible()


async def test_the_arrows_move_and_stay_inside(filled, settle):
    await _open(filled, settle)
    field, rows = filled.switcher.field, filled.switcher.list

    def at(*keys):
        for key in keys:
            QTest.keyClick(field, key)
        return rows.selected.contact.label

    key = Qt.Key
    assert at() == "Anna"
    assert at(key.Key_Down) == "Bruno"
    assert at(key.Key_Up, key.Key_Up) == "Anna"
    assert at(key.Key_PageDown) == "Émile"
    assert at(key.Key_Down) == "Émile"
    assert at(key.Key_PageUp) == "Anna"
    QTest.keyClicks(field, "nobody is called so")
    assert rows.selected is None
    QTest.keyClick(field, key.Key_Down)
    assert filled.switcher.isVisible()
    assert filled.switcher._nobody.isVisible()
    assert not rows.isVisible()


async def test_the_chats_are_there_before_the_contacts_are_read(filled, desk, settle, monkeypatch):
    gate = asyncio.Event()

    async def slow():
        await gate.wait()
        return desk.contact_rows

    monkeypatch.setattr(desk, "contacts", slow)
    filled.go_to_chat()
    QTest.keyClicks(filled.switcher.field, "r")
    assert _rows(filled) == ["Bruno", "Carla"]
    QTest.keyClick(filled.switcher.field, Qt.Key.Key_Down)
    desk.contact_rows.append(desk.contact_rows[-1].__class__(id=9, account_id=1, userid="", extension="9", name="Rita"))
    gate.set()
    await settle(lambda: "Rita" in _rows(filled))
    assert filled.switcher.list.selected.contact.label == "Carla"


async def test_contacts_that_came_meanwhile_appear(filled, desk, a, settle):
    await _open(filled, settle)
    desk.contact_rows = [*desk.contact_rows, a.contact(9, "Rita")]
    desk.bus.publish([ContactsChanged(account_id=1)])
    await settle(lambda: "Rita" in _rows(filled))
    filled.switcher.close()
    await _open(filled, settle)
    assert "Rita" in _rows(filled)


# ---------------------------------------------------------------- Ctrl+Tab


def _let_go(window):
    up = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Control, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, up)


async def test_ctrl_tab_walks_through_what_was_open_and_back(filled):
    filled.walk(1)  # nothing was open yet
    for chat_id in (1, 2, 3):
        filled.select_chat(chat_id)
    walked = []
    for by in (1, 1, 1, -1):
        filled.walk(by)
        walked.append(filled.conversation.chat_id)
    assert walked == [2, 1, 3, 1]
    assert filled.recents.order == [3, 2, 1]  # what is only passed by was not opened
    _let_go(filled)
    assert filled.recents.order == [1, 3, 2]
    for _time in range(2):  # to and fro between two
        filled.walk(1)
        _let_go(filled)
    assert filled.conversation.chat_id == 1


async def test_ctrl_tab_works_from_the_composer(filled, qapp, settle):
    for chat_id in (1, 2):
        filled.select_chat(chat_id)
    edit = filled.conversation.composer.edit
    assert qapp.focusWidget() is edit
    QTest.keyClick(edit, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    await settle(lambda: filled.conversation.chat_id == 1)
    assert edit.toPlainText() == ""


async def test_what_it_held_is_given_back_a_while_after_it_was_closed_and_is_there_again_when_it_opens(filled, settle):
    await _open(filled, settle)
    switcher = filled.switcher
    assert not switcher._rest.isActive()
    switcher.close()
    assert switcher._rest.isActive()
    assert switcher._contacts is not None  # who opens it again soon finds them
    switcher._rest.timeout.emit()
    assert (switcher._contacts, switcher.list.destinations.total, _index.cache_info().currsize) == (None, 0, 0)
    await _open(filled, settle)
    assert not switcher._rest.isActive()
    assert "Anna" in _rows(filled)
