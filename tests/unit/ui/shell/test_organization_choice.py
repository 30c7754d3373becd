"""The organization in the first-run dialog: chosen from what the key reaches, or typed."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton

from ringodesk_qt.core.setup import DEFAULT_API_URL, OrganizationChoice
from ringodesk_qt.errors import KeyRefusedError
from ringodesk_qt.ui.dialogs.first_run import FirstRunDialog

TWO = [
    OrganizationChoice(orgid="16287540703457500320", domain="acme", name="Acme & Sons\nLtd"),
    OrganizationChoice(orgid="16287540703457500321", domain="", name=""),
]


class ListingSetup:
    """Answers with `found`, or refuses with `trouble`."""

    def __init__(self):
        self.found = TWO
        self.trouble = None
        self.asked = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def organizations(self, *, key, api_url):
        self.asked.append((key, api_url))
        await self.gate.wait()
        if self.trouble is not None:
            raise self.trouble
        return self.found


@pytest.fixture
async def listing():
    return ListingSetup()


@pytest.fixture
async def dialog(qtbot, listing, operations, theme):
    built = FirstRunDialog(setup=listing, operations=operations, theme=theme)
    built.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(built)
    built.open()
    return built


def _field(dialog, name):
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def _button(dialog):
    return next(one for one in dialog.findChildren(QPushButton) if one.accessibleName() == "Choose organization")


def _ask(dialog):
    QTest.keyClicks(_field(dialog, "API key"), "secret-key")
    QTest.mouseClick(_button(dialog), Qt.MouseButton.LeftButton)


async def test_without_a_key_there_is_nothing_to_ask_with(dialog, listing):
    assert not _button(dialog).isEnabled()
    QTest.keyClicks(_field(dialog, "API key"), "secret-key")
    assert _button(dialog).isEnabled()
    assert listing.asked == []  # the key leaves at the user's word, not before


async def test_the_organizations_are_offered_by_name_and_domain(dialog, listing, settle):
    _ask(dialog)
    await settle(lambda: dialog.findChildren(QMenu))
    assert listing.asked == [("secret-key", DEFAULT_API_URL)]
    menu = dialog.findChildren(QMenu)[-1]
    assert [action.text() for action in menu.actions()] == ["Acme && Sons Ltd · acme", "16287540703457500321"]
    menu.actions()[1].trigger()
    assert dialog.fields.form().orgid == "16287540703457500321"
    menu.actions()[0].trigger()
    assert dialog.fields.form().domain == "acme"
    menu.close()


async def test_the_only_organization_is_taken_at_once(dialog, listing, settle):
    listing.found = TWO[:1]
    _ask(dialog)
    await settle(lambda: _field(dialog, "Organization").text())
    assert _field(dialog, "Organization").text() == "acme"


@pytest.mark.parametrize("found", [None, []])
async def test_where_the_server_does_not_tell_it_stays_a_plain_field(dialog, listing, settle, found):
    listing.found = found
    _ask(dialog)
    await settle(lambda: not _button(dialog).isVisible())
    assert dialog.errors.sentence == ""
    QTest.keyClicks(_field(dialog, "Organization"), "acme")
    assert dialog.fields.form().domain == "acme"


async def test_a_refused_key_says_so_and_may_be_asked_again(dialog, listing, settle):
    listing.trouble = KeyRefusedError("The server does not accept the API key.")
    _ask(dialog)
    await settle(lambda: dialog.errors.sentence)
    assert dialog.errors.sentence == "The server does not accept the API key."
    assert _button(dialog).isEnabled()


async def test_it_asks_the_server_that_is_named(dialog, listing, settle):
    dialog.fields.api_url.setText(" http://127.0.0.1:9/api ")
    _ask(dialog)
    await settle(lambda: listing.asked)
    assert listing.asked == [("secret-key", "http://127.0.0.1:9/api")]


async def test_closed_before_the_answer_it_asks_nobody_any_more(dialog, listing, settle):
    listing.gate.clear()
    _ask(dialog)
    await settle(lambda: listing.asked)
    assert not _button(dialog).isEnabled()
    dialog.reject()
    listing.gate.set()
    await settle()
    assert _field(dialog, "Organization").text() == ""
    assert not dialog.findChildren(QMenu)


async def test_another_server_may_tell_where_one_did_not(dialog, listing, settle):
    listing.found = None
    _ask(dialog)
    await settle(lambda: not _button(dialog).isVisible())
    dialog.fields.api_url.setText("http://127.0.0.1:9/api")
    assert _button(dialog).isVisible()
