"""The dialogs: first run, new chat."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ringodesk_qt.errors import KeyRefusedError
from ringodesk_qt.models.account import Account, Identity, IdentityKind
from ringodesk_qt.ui.dialogs.first_run import FirstRunDialog
from ringodesk_qt.ui.dialogs.new_chat import NewChatDialog


class PaperSetup:
    """Takes forms; refuses with `trouble`; waits for `gate`."""

    def __init__(self):
        self.forms = []
        self.trouble = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def run(self, form):
        self.forms.append(form)
        await self.gate.wait()
        if self.trouble is not None:
            raise self.trouble
        return Account(id=1, api_url=form.api_url, orgid=form.orgid or "1")


@pytest.fixture
async def setup():
    return PaperSetup()


@pytest.fixture
async def first_run(qtbot, setup, operations, theme):
    dialog = FirstRunDialog(setup=setup, operations=operations, theme=theme)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def _field(dialog, name):
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def _fill(dialog, organization="16287540703457500320"):
    QTest.keyClicks(_field(dialog, "API key"), "secret-key")
    QTest.keyClicks(_field(dialog, "Organization"), organization)
    QTest.keyClicks(_field(dialog, "Number or sender id"), "2075550100")


async def test_a_refused_key_says_so_and_keeps_what_was_typed(first_run, setup, settle):
    setup.trouble = KeyRefusedError("The server does not accept the API key.")
    finished = []
    first_run.finished_setup.connect(finished.append)
    _fill(first_run)
    first_run.connect_button.click()
    await settle(lambda: first_run.errors.sentence)
    assert first_run.errors.sentence == "The server does not accept the API key."
    assert first_run.isVisible()
    assert _field(first_run, "API key").text() == "secret-key"
    assert _field(first_run, "Number or sender id").text() == "2075550100"
    assert finished == []
    assert first_run.connect_button.isEnabled()


async def test_what_was_typed_makes_the_form(first_run, setup, settle):
    finished = []
    first_run.finished_setup.connect(finished.append)
    _fill(first_run)
    first_run.connect_button.click()
    await settle(lambda: finished)
    form = setup.forms[0]
    assert (form.key, form.orgid, form.domain) == ("secret-key", "16287540703457500320", "")
    assert (form.identity_kind, form.address, form.tunnel) == (IdentityKind.NUMBER, "2075550100", "none")
    assert finished[0].id == 1
    assert not first_run.isVisible()


async def test_a_name_that_is_no_number_is_a_domain(first_run):
    _fill(first_run, "companyabc")
    form = first_run.fields.form()
    assert (form.orgid, form.domain) == ("", "companyabc")


async def test_a_sender_has_more_fields_and_a_tunnel_its_own(first_run):
    fields = first_run.fields
    assert not fields.phone.isVisible()
    fields.kind.setCurrentIndex(1)
    assert fields.phone.isVisible()
    fields.tunnel.setCurrentIndex(fields.tunnel.findData("ngrok"))
    assert fields.ngrok_token.isVisible()
    assert not fields.public_url.isVisible()
    fields.ngrok_token.line.setText("token")
    fields.tunnel.setCurrentIndex(fields.tunnel.findData("fixed"))
    fields.public_url.setText("https://example.org/x")
    form = fields.form()
    assert (form.tunnel, form.public_url, form.ngrok_token) == ("fixed", "https://example.org/x", "")


async def test_the_key_is_hidden_until_it_is_revealed(first_run):
    key = _field(first_run, "API key")
    assert key.echoMode() == QLineEdit.EchoMode.Password
    first_run.fields.key._reveal.click()
    assert key.echoMode() == QLineEdit.EchoMode.Normal


async def test_while_it_tests_it_cannot_be_asked_again_or_closed(first_run, setup, settle):
    setup.gate.clear()
    _fill(first_run)
    first_run.connect_button.click()
    await settle(lambda: setup.forms)
    assert not first_run.connect_button.isEnabled()
    first_run._on_connect_button_clicked()
    first_run.close()
    first_run.reject()
    assert first_run.isVisible()
    setup.gate.set()
    await settle(lambda: not first_run.isVisible())
    assert len(setup.forms) == 1


async def test_the_demo_is_asked_for(first_run):
    asked = []
    first_run.demo_requested.connect(lambda: asked.append(True))
    first_run.demo_button.click()
    assert asked == [True]


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
