"""The accounts in the settings: a card each, and what is done with them."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton

from ringodesk_qt.core.events import ContactsChanged
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Identity, IdentityKind
from ringodesk_qt.ui.dialogs.account_forms import IdentityDialog, RemoveAccountDialog, RenameAccountDialog
from ringodesk_qt.ui.dialogs.settings.dialog import SettingsDialog
from ringodesk_qt.ui.gone import is_gone


@pytest.fixture
async def section(desk, operations, bridge, keeper, speller, home, theme, window, settle):
    shop = Identity(id=2, account_id=2, kind=IdentityKind.SENDER, address="shop", name="The shop")
    desk.identity_rows = [
        *desk.identity_rows,
        shop,
        Identity(id=3, account_id=2, kind=IdentityKind.NUMBER, address="1"),
    ]
    dialog = SettingsDialog(
        desk=desk,
        operations=operations,
        bridge=bridge,
        settings_keeper=keeper,
        speller=speller,
        home=home,
        theme=theme,
        parent=window,
    )
    dialog.open()
    built = dialog.sections[0]
    await settle(lambda: built.identities)
    return built


def act(section, name, words):
    """Chooses from the menu of what is called so."""
    button = next(one for one in section.findChildren(QPushButton) if one.accessibleName() == f"Change {name}")
    next(action for action in button.menu().actions() if action.text() == words).trigger()


def named(section):
    """The accounts that are listed."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    buttons = [one for one in section.findChildren(QPushButton) if one.menu() is not None]
    names = [one.accessibleName().removeprefix("Change ") for one in buttons]
    return [one for one in names if one not in section.identities.splitlines()]


def opened(section, kind):
    (dialog,) = [one for one in section.window().findChildren(QDialog) if isinstance(one, kind)]
    return dialog


async def test_each_account_has_its_identities(section):
    assert section.identities.splitlines() == ["2075550100", "The shop · shop", "1"]


@pytest.mark.parametrize(
    ("name", "words", "action"),
    [("Museum", "New API key…", "setup-key:2"), ("Acme", "Add identity…", "setup-identity:1")],
)
async def test_the_wizard_opens_for_the_account_that_was_meant(section, name, words, action):
    asked = []
    section.window().action_requested.connect(asked.append)
    act(section, name, words)
    assert asked == [action]


async def test_an_account_is_renamed(section, desk, settle):
    act(section, "Museum", "Rename…")
    dialog = opened(section, RenameAccountDialog)
    field = dialog.findChild(QLineEdit)
    assert (field.accessibleName(), field.text()) == ("Name", "Museum")
    field.setText("The museum")
    dialog._do_button.click()
    await settle(lambda: named(section) == ["Acme", "The museum"])
    assert desk.did("rename") == [(2, "The museum")]


async def test_an_identity_is_changed(section, desk, settle):
    act(section, "The shop · shop", "Edit…")
    dialog = opened(section, IdentityDialog)
    fields = {one.accessibleName(): one for one in dialog.findChildren(QLineEdit)}
    assert set(fields) == {"Name", "Phone", "Mail"}
    fields["Mail"].setText("a@b")
    dialog._do_button.click()
    await settle(lambda: desk.did("change_identity"))
    assert desk.did("change_identity") == [(2, "The shop", "", "a@b")]


async def test_what_goes_is_said_before_an_account_is_removed(section, desk, settle):
    act(section, "Museum", "Remove…")
    dialog = opened(section, RemoveAccountDialog)
    assert dialog._cancel.isDefault()
    desk.trouble["remove"] = InputError("A message of this account is on its way.")
    dialog.remove_button.click()
    await settle(lambda: dialog._errors.sentence)
    del desk.trouble["remove"]
    dialog.keep_button.click()
    await settle(lambda: len(desk.did("remove")) == 2)
    assert desk.did("remove") == [(2, False), (2, True)]


async def test_a_dialog_that_is_closed_over_the_removal_leaves_no_account_that_has_gone(section, desk, settle):
    act(section, "Museum", "Remove…")
    dialog = opened(section, RemoveAccountDialog)
    desk.gate = asyncio.Event()
    dialog.keep_button.click()
    dialog.reject()
    await settle()
    assert named(section) == ["Acme", "Museum"]
    desk.gate.set()
    await settle(lambda: named(section) == ["Acme"])


async def test_whoever_is_at_a_button_stays_there_while_contacts_come_and_go(section, desk, settle):
    button = next(one for one in section.findChildren(QPushButton) if one.accessibleName() == "Change Acme")
    looks = len(desk.did("overview"))
    desk.bus.publish([ContactsChanged(account_id=1)])
    await settle(lambda: len(desk.did("overview")) > looks)
    await settle()
    assert named(section) == ["Acme", "Museum"]
    assert not is_gone(button)


@pytest.mark.parametrize("is_given", [True, False])
async def test_where_the_key_goes_is_said_as_it_is(section, desk, is_given):
    desk.account_book.is_key_given = is_given
    act(section, "Museum", "Remove…")
    words = " ".join(label.text() for label in opened(section, RemoveAccountDialog).findChildren(QLabel))
    assert ("The API key leaves the key store" in words, "the key store is not touched" in words) == (
        not is_given,
        is_given,
    )


async def test_an_identity_that_cannot_go_says_why(section, desk, settle):
    desk.trouble["remove_identity"] = InputError("There are chats with this number or sender id, so it stays.")
    act(section, "1", "Remove")
    await settle(lambda: section.window()._errors.sentence)
