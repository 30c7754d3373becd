"""A screen reader is told the row that the keyboard is on, and the one that is chosen below a field."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from ringodesk_qt.ui.views import spoken_row


class Bus:
    """What Qt would tell a screen reader: (the list's name, the row), or the words."""

    def __init__(self):
        self.told = []

    def note(self, event):
        is_focus = event.type() == QAccessible.Event.Focus
        self.told.append((event.object().accessibleName(), event.child()) if is_focus else event.message())


@pytest.fixture
def bus(monkeypatch):
    bus = Bus()
    played = SimpleNamespace(Event=QAccessible.Event, isActive=lambda: True, updateAccessibility=bus.note)
    monkeypatch.setattr(spoken_row, "QAccessible", played)
    return bus


async def opened(window, desk, a, settle):
    desk.put(a.chat(1), a.chat(2, "Bea", minutes=1))
    desk.message_rows = [a.message(number) for number in range(1, 6)]
    await window.load()
    window.show()
    window.activateWindow()
    await settle(window.isActiveWindow)
    window.select_chat(1)
    await settle(lambda: window.conversation.messages.is_opened)


async def test_each_row_that_one_walks_to_is_told(window, desk, a, settle, bus):
    await opened(window, desk, a, settle)
    for view in (window.conversation.view, window.list_pane.list):
        view.setFocus(Qt.FocusReason.TabFocusReason)
        bus.told.clear()
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
            QTest.keyClick(view, key)
            assert bus.told[-1] == (view.accessibleName(), view.currentIndex().row())
        bus.told.clear()
        view.clearFocus()
        view.setFocus(Qt.FocusReason.TabFocusReason)
        assert bus.told == [(view.accessibleName(), view.currentIndex().row())], "and the one it comes back to"


async def test_what_is_chosen_below_the_switchers_field_is_read_out(window, desk, a, settle, bus):
    await opened(window, desk, a, settle)
    window.go_to_chat()
    await settle(lambda: bus.told)
    first = bus.told[-1]
    bus.told.clear()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    (second,) = bus.told
    assert {words.partition(",")[0].partition(" ")[0] for words in (first, second)} == {"Anna", "Bea"}
