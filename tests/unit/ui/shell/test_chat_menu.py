"""What can be done with a chat as a whole, by menu and by key."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from ringodesk_qt.models.chat import MUTED_ALWAYS
from ringodesk_qt.models.times import next_morning
from ringodesk_qt.ui.views.chat_menu import ChatMenu

MARKED = {"is_pinned": True, "is_archived": True, "muted_until": MUTED_ALWAYS, "unread": 3}


@pytest.fixture
def menu(qtbot, desk, operations):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    return ChatMenu(desk=desk, operations=operations, parent=window)


def _actions(menu):
    """What the menu offers, with what is behind its submenus, without the keys."""
    found = {}
    for action in menu.actions():
        if action.menu() is not None:
            found |= _actions(action.menu())
        elif not action.isSeparator():
            found[action.text().partition("\t")[0]] = action
    return found


@pytest.mark.parametrize(
    ("marks", "label", "verb", "wanted"),
    [
        ({}, "Pin", "pin", (1, True)),
        (MARKED, "Unpin", "pin", (1, False)),
        ({}, "Archive", "archive", (1, True)),
        (MARKED, "Take out of the archive", "archive", (1, False)),
        ({}, "Mark as unread", "mark_unread", (1,)),
        (MARKED, "Mark as read", "mark_all_read", (1,)),
        ({"is_marked_unread": True}, "Mark as read", "mark_all_read", (1,)),
        ({}, "Always", "mute", (1, MUTED_ALWAYS)),
        (MARKED, "Unmute", "mute", (1, None)),
    ],
)
async def test_each_entry_does_what_it_says(menu, desk, a, settle, marks, label, verb, wanted):
    built = menu.build(a.chat(1, **marks))
    _actions(built)[label].trigger()
    await settle(lambda: desk.did(verb))
    assert desk.did(verb) == [wanted]


@pytest.mark.parametrize(
    ("keys", "mark", "words"),
    [
        ("Ctrl+Shift+P", {"is_pinned": True}, ["Pinned", "No longer pinned"]),
        ("Ctrl+Shift+M", {"muted_until": MUTED_ALWAYS}, ["Muted", "No longer muted"]),
        ("Ctrl+Shift+A", {"is_archived": True}, ["Archived", "Out of the archive"]),
        ("Ctrl+Shift+R", {"is_marked_unread": True}, ["Marked as unread", "Marked as read"]),
    ],
)
async def test_what_the_keys_have_done_is_told(filled, desk, settle, keys, mark, words):
    """A chat that was archived was gone from the list without a word, and nothing was spoken of any of them."""
    press = {shortcut.key().toString(): shortcut for shortcut in filled.findChildren(QShortcut)}[keys].activated.emit
    filled.choose_row(0)
    press()
    await settle(lambda: _told(filled) == words[0])
    desk.change(1, **mark)
    filled.chats.on_chats_changed([1])
    await settle(lambda: all(getattr(filled.chats.chat(1), name) == value for name, value in mark.items()))
    press()
    await settle(lambda: _told(filled) == words[1])
    assert filled.conversation.passing.isVisible()


def _told(window):
    passing = window.conversation.passing
    return passing.accessibleName() if passing is not None else ""


async def test_a_mute_for_a_time_ends_then(menu, desk, a, settle):
    built = menu.build(a.chat(1))
    before = datetime.now(UTC)
    _actions(built)["For an hour"].trigger()
    _actions(built)["Until tomorrow"].trigger()
    await settle(lambda: len(desk.did("mute")) == 2)
    hour, morning = (until for _chat, until in desk.did("mute"))
    assert before + timedelta(minutes=59) < hour < before + timedelta(minutes=61)
    assert before < morning < before + timedelta(hours=36)
    late = datetime(2026, 3, 1, 23, 59, tzinfo=UTC)
    assert next_morning(late).strftime("%d %H:%M") == "02 08:00"
    assert next_morning(late + timedelta(hours=3)).strftime("%d %H:%M") == "02 08:00"  # up late, not early


async def test_the_extension_is_copied_and_the_export_asked_for(menu, a):
    asked = []
    menu.export_requested.connect(asked.append)
    built = menu.build(a.chat(1))
    _actions(built)["Copy extension"].trigger()
    _actions(built)["Export…"].trigger()
    assert (QGuiApplication.clipboard().text(), asked) == ("501", [1])
    nobody = a.chat(2, contact=a.contact(2))
    import msgspec

    nobody = msgspec.structs.replace(nobody, contact=msgspec.structs.replace(nobody.contact, extension=""))
    assert "Copy extension" not in _actions(menu.build(nobody))


@pytest.fixture
async def filled(window, desk, a, settle):
    desk.put(a.chat(1, "Anna", minutes=2), a.chat(2, "Bruno", minutes=1))
    window.resize(960, 640)
    await window.load()
    window.show()
    await settle()
    return window


def _popup():
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()), None)


async def test_a_right_click_shows_the_menu_of_the_row_and_opens_nothing(filled, settle):
    where = filled.list_pane.list.visualRect(filled.chats.index(1)).center()
    viewport = filled.list_pane.list.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.RightButton, pos=where)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, viewport.mapToGlobal(where))
    QApplication.sendEvent(viewport, event)
    await settle(lambda: _popup() is not None)
    assert filled.conversation.chat_id is None
    assert "Pin" in _actions(_popup())
    _popup().close()


async def test_the_menu_key_shows_that_of_the_row_that_is_chosen(filled, desk, settle):
    filled.choose_row(1)
    viewport = filled.list_pane.list.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), viewport.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(viewport, event)
    await settle(lambda: _popup() is not None)
    _actions(_popup())["Pin"].trigger()
    _popup().close()
    await settle(lambda: desk.did("pin"))
    assert desk.did("pin") == [(2, True)]


async def test_what_can_be_done_with_the_chat_is_in_its_headers_menu_too(filled, desk, a, settle):
    """One who looks at a chat looks for it there, and not at its row in the list."""
    filled.choose_row(0)
    await settle(lambda: filled.conversation.chat_id == 1)
    built = _actions(filled.conversation.header.build_menu())
    assert {"Pin", "Always", "Archive", "Mark as unread"} <= built.keys()
    built["Always"].trigger()
    await settle(lambda: desk.did("mute"))
    assert desk.did("mute") == [(1, MUTED_ALWAYS)]


@pytest.mark.parametrize("place", ["list", "composer"])
async def test_the_menu_comes_by_the_keys_of_a_keyboard_without_a_menu_key_too(filled, settle, place):
    filled.choose_row(1)
    await settle()
    filled.activateWindow()
    await settle(filled.isActiveWindow)
    widget = filled.list_pane.list if place == "list" else filled.conversation.composer.edit
    widget.setFocus()
    QTest.keySequence(filled, QKeySequence("Shift+F10"))
    await settle(lambda: _popup() is not None)
    _popup().close()


async def test_the_keys_mean_the_chat_that_is_open_as_it_is_now(filled, desk, settle):
    keys = {shortcut.key().toString(): shortcut for shortcut in filled.findChildren(QShortcut)}
    keys["Ctrl+Shift+P"].activated.emit()  # no chat is open
    filled.choose_row(0)
    desk.change(1, is_pinned=True)
    filled.chats.on_chats_changed([1])
    await settle(lambda: filled.chats.chat(1).is_pinned)
    for key in ("Ctrl+Shift+P", "Ctrl+Shift+M", "Ctrl+Shift+A", "Ctrl+Shift+R"):
        keys[key].activated.emit()
    await settle(lambda: desk.did("mark_unread"))
    assert desk.did("pin") == [(1, False)]
    assert desk.did("mute") == [(1, MUTED_ALWAYS)]
    assert desk.did("archive") == [(1, True)]
    assert desk.did("mark_unread") == [(1,)]


async def test_no_two_keys_of_the_window_are_the_same(filled):
    keys = [shortcut.key().toString() for shortcut in filled.findChildren(QShortcut)]
    assert len(keys) > 20
    assert sorted(keys) == sorted(set(keys))


async def test_opening_a_chat_that_was_marked_by_hand_takes_the_mark_away_once(filled, desk, a, settle):
    desk.change(2, is_marked_unread=True, read_position=77)
    filled.chats.on_chats_changed([2])
    await settle(lambda: filled.chats.chat(2).is_marked_unread)
    filled.select_chat(2)
    await settle(lambda: desk.did("mark_read"))
    filled.select_chat(2)  # marked while it is open: it stays until it is opened anew
    await settle()
    assert desk.did("mark_read") == [(2, 77)]
