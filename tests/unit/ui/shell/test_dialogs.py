"""The dialog that begins a chat."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from ringodesk_qt.models.account import Identity, IdentityKind
from ringodesk_qt.ui.dialogs.new_chat import NewChatDialog


@pytest.fixture
async def new_chat(qtbot, desk, operations, theme, window, a, settle):
    desk.contact_rows = [a.contact(1, "Anna"), a.contact(2, "Bruno", state=1)]
    dialog = NewChatDialog(desk=desk, operations=operations, theme=theme, parent=window)
    dialog.open()
    await settle(lambda: dialog._list.destinations.rowCount() == 2)
    return dialog


async def test_a_contact_is_found_and_chosen_by_keyboard(new_chat):
    chosen = []
    new_chat.contact_chosen.connect(lambda *args: chosen.append(args))
    QTest.keyClicks(new_chat._filter, "502")
    QTest.keyClick(new_chat._filter, Qt.Key.Key_Return)
    assert chosen == [(2, None)]


async def test_nothing_is_chosen_unasked(new_chat):
    chosen = []
    new_chat.contact_chosen.connect(lambda *args: chosen.append(args))
    QTest.keyClick(new_chat._filter, Qt.Key.Key_Return)
    assert chosen == []
    assert not new_chat._start.isEnabled()


async def test_a_selected_contact_is_started_with_the_button(new_chat):
    """As a screen reader does it: select the row, press the button."""
    chosen = []
    new_chat.contact_chosen.connect(lambda *args: chosen.append(args))
    assert new_chat._list.destinations.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Bruno, 502 · Online"
    flag = new_chat._list.selectionModel().SelectionFlag.ClearAndSelect
    new_chat._list.selectionModel().setCurrentIndex(new_chat._list.destinations.index(1), flag)
    new_chat._start.click()
    assert chosen == [(2, None)]


async def test_where_nobody_fits_the_server_can_be_asked_again(new_chat, desk, a, settle):
    """There was an empty list, and no word."""
    QTest.keyClicks(new_chat._filter, "carla")
    ask = next(one for one in new_chat._nobody.findChildren(QPushButton) if one.isVisible())
    assert not new_chat._list.isVisible()
    assert not new_chat._start.isEnabled()
    desk.contact_rows.append(a.contact(3, "Carla"))
    ask.click()
    await settle(new_chat._list.isVisible)
    assert not new_chat._nobody.isVisible()
    assert new_chat._list.selected.contact.name == "Carla"


async def test_with_two_identities_there_is_a_choice(qtbot, desk, operations, theme, window, a, settle):
    desk.contact_rows = [a.contact(1)]
    other = Identity(id=2, account_id=1, kind=IdentityKind.SENDER, address="shop", name="The shop")
    desk.identity_rows = [*desk.identity_rows, other]
    dialog = NewChatDialog(desk=desk, operations=operations, theme=theme, parent=window)
    dialog.open()
    await settle(lambda: dialog._identity.count() == 2)
    chosen = []
    dialog.contact_chosen.connect(lambda *args: chosen.append(args))
    dialog._identity.setCurrentIndex(1)
    QTest.keyClicks(dialog._filter, "anna")
    QTest.keyClick(dialog._filter, Qt.Key.Key_Return)
    assert chosen == [(1, 2)]


async def test_who_writes_is_chosen_among_those_of_the_contact_s_account(
    qtbot, desk, operations, theme, window, a, settle
):
    theirs = msgspec.structs.replace(a.contact(2, "Anna"), account_id=2)
    desk.contact_rows = [a.contact(1, "Anna"), theirs]
    shop = Identity(id=2, account_id=2, kind=IdentityKind.SENDER, address="shop")
    other = Identity(id=3, account_id=2, kind=IdentityKind.NUMBER, address="1")
    desk.identity_rows = [*desk.identity_rows, shop, other]
    dialog = NewChatDialog(desk=desk, operations=operations, theme=theme, parent=window)
    dialog.open()
    await settle(lambda: dialog._identities and dialog._list.destinations.rowCount() == 2)
    said = [dialog._list.destinations.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["Anna, 501 · Acme", "Anna, 502 · Museum"]
    assert not dialog._identity.isVisible()
    dialog._list.select(0)
    assert not dialog._identity.isVisible()
    dialog._list.select(1)
    assert [dialog._identity.itemData(row) for row in range(dialog._identity.count())] == [2, 3]
    chosen = []
    dialog.contact_chosen.connect(lambda *args: chosen.append(args))
    dialog._identity.setCurrentIndex(1)
    dialog._start.click()
    assert chosen == [(2, 3)]
