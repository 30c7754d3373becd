"""The set-up wizard on a real engine: the simulator answers, a stand-in for ngrok's agent tunnels."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "fake_ngrok"))  # tests are imported by path

from fake_ngrok import FakeNgrok
from ports import free_port
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from ringodesk_qt.core.setup import SetupForm
from ringodesk_qt.engine import Engine
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.message import State
from ringodesk_qt.paths import Home
from ringodesk_qt.simulator import Fault, Organization, Simulator, SimulatorConfig

KEY, NUMBER = "the-key-of-the-test", "2075550100"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class MemoryVault:
    """Fits core's `Vault`."""

    is_key_given = False

    def __init__(self):
        self.secrets = {}

    async def secret(self, name):
        return self.secrets.get(name)

    async def save_secret(self, name, value):
        self.secrets[name] = value

    async def forget_secret(self, name):
        self.secrets.pop(name, None)

    async def is_usable(self):
        return True


@pytest.fixture
async def sim():
    async with Simulator(SimulatorConfig(api_key=KEY, has_tempers=False, webhook_retry_s=0.01)) as simulator:
        yield simulator


@pytest.fixture
def vault():
    return MemoryVault()


@pytest.fixture
async def engine(tmp_path, vault):
    built = Engine(Home(tmp_path / "home"), vault=vault)
    await built.open()
    await built.settings.change(requests_per_second=1000)
    await built.start_sending()
    await built.start_receiving()
    yield built
    await built.stop()


@pytest.fixture
def settle(qapp):
    async def until(condition):
        async with asyncio.timeout(20):
            while not condition():
                qapp.processEvents()
                await asyncio.sleep(0.01)

    return until


@pytest.fixture
async def open_wizard(qtbot, engine):
    from ringodesk_qt.ui.dialogs.wizard.wizard import Purpose, SetupWizard
    from ringodesk_qt.ui.operations import Operations
    from ringodesk_qt.ui.theme import Theme

    operations, theme = Operations(), Theme(QApplication.instance(), scheme="light")

    async def begin():
        await engine.load_accounts()
        await engine.renew_keys()
        engine.sender.hurry()

    async def build(purpose="first", **more):
        wizard = SetupWizard(
            setup=engine.setup,
            reach=engine.receiving,
            proof=engine.proof,
            settings=engine.settings.current,
            operations=operations,
            theme=theme,
            purpose=Purpose(purpose),
            accounts=await engine.setup.accounts(),
            **more,
        )
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(wizard)
        wizard.saved.connect(lambda: operations.run(wizard, begin()))
        wizard.open()
        return wizard

    yield build
    await operations.stop()


@pytest.fixture
async def wizard(open_wizard, sim):
    built = await open_wizard()
    built.key.api_url.setText(sim.api_url)
    return built


@pytest.fixture
def go(settle):
    """Presses the button that goes on, and waits for what comes of it: the next page, a sentence, or the end."""

    async def press(wizard):
        wizard.next_button.click()
        await settle(lambda: wizard._checking is None)
        return wizard.errors.sentence

    return press


async def to_page(wizard, go, number, *, key=KEY):
    """As far as a page, the fields of those before it filled in."""
    fill = [
        lambda: wizard.key.key.line.setText(key),
        lambda: None,  # the simulator's key reaches one organization: it is chosen
        lambda: wizard.identity.address.setText(NUMBER),
    ]
    for one in fill[: number - 1]:
        one()
        assert await go(wizard) == ""


async def set_up(engine, sim, **more):
    form = SetupForm(key=KEY, address=NUMBER, orgid=sim.orgid, api_url=sim.api_url, **more)
    account = await engine.setup.run(form)
    await engine.load_accounts()
    await engine.renew_keys()
    return account


def shown_words(widget: QWidget):
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


# ---------------------------------------------------------------- the key


async def test_a_refused_key_is_told_at_once_and_stays_in_its_field(wizard, go, vault):
    wizard.key.key.line.setText("a-wrong-key")
    assert "does not accept the API key" in await go(wizard)
    assert wizard.page is wizard.key
    assert wizard.key.key.line.text() == "a-wrong-key"
    assert vault.secrets == {}
    QTest.keyClicks(wizard.key.key.line, "x")
    assert wizard.errors.sentence == ""  # it was about another key


async def test_without_a_key_it_says_where_to_find_one(wizard, go):
    assert "Integrations, API Settings" in await go(wizard)


async def test_no_network_is_told(wizard, go):
    wizard.key.key.line.setText(KEY)
    wizard.key.api_url.setText(f"http://127.0.0.1:{free_port()}/api")
    assert await go(wizard) != ""
    assert wizard.page is wizard.key


async def test_a_slow_server_can_be_stopped(wizard, sim, settle):
    sim.faults.always(Fault.HANG)
    wizard.key.key.line.setText(KEY)
    wizard.next_button.click()
    assert wizard.close_button.text() == "Stop"
    assert not wizard.next_button.isEnabled()
    await settle(lambda: sim.requests_made)
    wizard.close_button.click()
    assert wizard.next_button.isEnabled()
    assert wizard.isVisible()
    assert wizard.key.key.line.text() == KEY


async def test_the_demo_is_for_the_first_run_alone(wizard, open_wizard):
    asked = []
    wizard.demo_requested.connect(lambda: asked.append(True))
    wizard.key.demo_button.click()
    assert asked == [True]
    assert not wizard.isVisible()
    another = await open_wizard("account")
    assert not another.key.demo_button.isVisible()


# ---------------------------------------------------------------- the organization


async def test_the_organization_is_chosen_from_those_the_key_reaches(wizard, go, sim):
    await to_page(wizard, go, 2)
    assert wizard.organization.list.isVisible()
    assert not wizard.organization.line.isVisible()
    assert wizard.organization.list.count() == len(sim.organizations)
    assert await go(wizard) == ""
    people = len(wizard.progress.found.users)
    assert any(str(people) in words and "answers" in words for words in shown_words(wizard.identity))


async def test_where_the_server_lists_none_it_is_typed(wizard, go, sim):
    sim.faults.always(Fault.NO_ADMIN_API)
    await to_page(wizard, go, 2)
    assert wizard.organization.line.isVisible()
    assert wizard.organization.line.hasFocus()
    wizard.organization.line.setText("12")
    assert await go(wizard) != ""
    assert wizard.page is wizard.organization
    sim.faults.clear()
    wizard.organization.line.setText("nobody-has-this-domain")
    assert "nobody-has-this-domain" in await go(wizard)
    wizard.organization.line.setText(sim.orgid)
    assert await go(wizard) == ""
    assert wizard.page is wizard.identity


async def test_the_same_organization_twice_is_refused_by_name(engine, sim, open_wizard, go):
    account = await set_up(engine, sim)
    wizard = await open_wizard("account")
    wizard.key.api_url.setText(sim.api_url)
    await to_page(wizard, go, 2)
    sentence = await go(wizard)
    assert account.label in sentence
    assert "already" in sentence


# ---------------------------------------------------------------- who one is


async def test_several_identities_are_named_and_one_is_taken_back(wizard, go):
    await to_page(wizard, go, 3)
    page = wizard.identity
    assert "Say who you are" in await go(wizard)
    page.address.setText(NUMBER)
    page.more_button.click()
    page.kind.setCurrentIndex(1)
    assert page.phone.isVisible()
    page.address.setText("shop")
    page.name.setText("The shop")
    page.email.setText("shop@example.org")
    page.more_button.click()
    page.address.setText(NUMBER)
    page.kind.setCurrentIndex(0)
    assert "twice" in await go(wizard)
    page.address.clear()
    assert [(one.kind, one.address) for one in page.senders] == [
        (IdentityKind.NUMBER, NUMBER),
        (IdentityKind.SENDER, "shop"),
    ]
    next(one for one in page.findChildren(QWidget) if one.accessibleName() == f"Remove {NUMBER}").click()
    assert [one.email for one in page.senders] == ["shop@example.org"]


# ---------------------------------------------------------------- reachable


async def test_going_back_keeps_all_that_was_typed_and_closing_saves_nothing(
    wizard, go, engine, vault, settle, tmp_path
):
    before = (tmp_path / "home" / "settings.json").read_bytes()
    await to_page(wizard, go, 4)
    wizard.reachable.tunnel.setCurrentIndex(wizard.reachable.tunnel.findData("fixed"))
    wizard.reachable.public_url.setText("https://chat.example.com")
    for _ in range(3):
        wizard.back_button.click()
    assert not wizard.back_button.isVisible()
    assert wizard.key.key.line.text() == KEY
    for _ in range(3):
        assert await go(wizard) == ""
    assert wizard.identity.address.text() == NUMBER
    assert wizard.reachable.public_url.text() == "https://chat.example.com"
    wizard.reject()
    await settle(lambda: not wizard.isVisible())
    assert await engine.setup.accounts() == []
    assert vault.secrets == {}
    assert (tmp_path / "home" / "settings.json").read_bytes() == before


async def test_send_only_is_saved_and_ends_there(wizard, go, engine, sim, vault, settle):
    await to_page(wizard, go, 4)
    assert wizard.next_button.text() == "Save"
    assert await go(wizard) == ""
    await settle(lambda: not wizard.isVisible())
    (account,) = await engine.setup.accounts()
    assert vault.secrets == {account.secret_name: KEY}
    assert account.label != account.orgid  # the name that the list of organizations gave


async def test_an_ngrok_tunnel_is_opened_before_it_is_saved(wizard, go, engine, vault, tmp_path, settle):
    agent = FakeNgrok(tmp_path / "bin")
    await engine.settings.change(ngrok_path=str(agent.path))
    await to_page(wizard, go, 4)
    page = wizard.reachable
    page.tunnel.setCurrentIndex(page.tunnel.findData("ngrok"))
    assert "token" in (await go(wizard)).lower()
    page.ngrok_token.line.setText("2Token_of_the_account-XYZ")
    assert wizard.next_button.text() == "Test"
    assert await go(wizard) == ""
    url = engine.health.state.public_url
    assert url.endswith(engine.settings.current.receiver_path)
    assert _url(page) == url
    assert any("replaces whatever received" in words for words in shown_words(page))
    assert vault.secrets == {}
    assert engine.settings.current.tunnel == "none"
    assert await go(wizard) == ""
    assert wizard.page is wizard.proof
    assert engine.settings.current.tunnel == "ngrok"
    assert vault.secrets["ngrok"] == "2Token_of_the_account-XYZ"
    assert engine.health.state.public_url == url  # what was tried is what runs


def _url(page):
    return next(one.text() for one in page.findChildren(QLineEdit) if one.isReadOnly())


async def test_what_was_tried_and_not_saved_is_put_back(wizard, go, engine, tmp_path, settle):
    agent = FakeNgrok(tmp_path / "bin")
    await engine.settings.change(ngrok_path=str(agent.path))
    await to_page(wizard, go, 4)
    wizard.reachable.tunnel.setCurrentIndex(1)
    wizard.reachable.ngrok_token.line.setText("2Token_of_the_account-XYZ")
    assert await go(wizard) == ""
    assert engine.health.state.public_url.startswith("https://")
    wizard.reject()
    await settle(lambda: engine.health.state.receiving.words == "on this machine only")
    assert not agent.is_running


async def test_a_port_in_use_is_told(wizard, go, engine):
    await to_page(wizard, go, 4)
    page = wizard.reachable
    page.tunnel.setCurrentIndex(page.tunnel.findData("fixed"))
    page.public_url.setText("https://chat.example.com")
    assert "port" in await go(wizard)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        page.port.setText(str(taken.getsockname()[1]))
        assert "in use by another program" in await go(wizard)
    assert await engine.setup.accounts() == []


# ---------------------------------------------------------------- the proof


async def test_a_message_is_followed_to_the_window(wizard, go, engine, sim, settle):
    await to_page(wizard, go, 4)
    page, port = wizard.reachable, free_port()
    page.tunnel.setCurrentIndex(page.tunnel.findData("fixed"))
    page.public_url.setText(f"http://127.0.0.1:{port}")
    page.port.setText(str(port))
    assert await go(wizard) == ""
    assert any("leads to Ringodesk" in words for words in shown_words(page))
    assert await go(wizard) == ""
    assert not wizard.back_button.isVisible()
    assert wizard.next_button.text() == "Skip"
    await settle(lambda: engine.keys() == (KEY,))
    sim.set_webhook(engine.health.state.public_url)
    await sim.say("501", "Does it arrive?", to=NUMBER)
    await settle(lambda: engine.proof.hops[3].state == "passed")
    engine.proof.shown([engine.proof._awaited])
    assert engine.proof.is_complete
    assert wizard.next_button.text() == "Done"
    named = [one.accessibleName() for one in wizard.proof.findChildren(QLabel)]
    assert any(one.startswith("The message is in the window, seen") for one in named)


# ---------------------------------------------------------------- a rotated key


async def test_a_rotated_key_keeps_history_and_lets_the_outbox_go(engine, sim, open_wizard, go, vault, settle):
    account = await set_up(engine, sim)
    contacts = await engine.desk.contacts()
    chat = await engine.desk.open_chat(contacts[0].id)
    sim.rotate_key("the-new-key")
    message_id = await engine.desk.send_text(chat.id, "Held back")
    await settle(lambda: engine.health.state.sending.state == "trouble")
    wizard = await open_wizard("key", account=account)
    assert wizard.new_key.account.currentText() == account.label
    wizard.new_key.key.line.setText(KEY)
    assert "does not accept the API key" in await go(wizard)
    wizard.new_key.key.line.setText("the-new-key")
    assert await go(wizard) == ""
    assert vault.secrets[account.secret_name] == "the-new-key"

    async def is_sent():
        (message,) = await engine.desk.messages([message_id])
        return message.state is State.SENT

    async with asyncio.timeout(20):
        while not await is_sent():
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("is_given", [True, False])
@pytest.mark.parametrize("purpose", ["first", "key"])
async def test_a_key_that_will_not_be_stored_is_announced(engine, sim, open_wizard, vault, settle, is_given, purpose):
    vault.is_key_given = is_given
    if purpose == "key":
        await set_up(engine, sim)
    wizard = await open_wizard(purpose)
    await settle(lambda: any("portal" in words for words in shown_words(wizard)))
    assert any("used until Ringodesk ends, and is not stored" in one for one in shown_words(wizard)) == is_given


async def test_the_key_of_another_organization_is_refused_by_name(engine, sim, open_wizard, go, vault):
    account = await engine.store.write(
        lambda tables: tables.accounts.add(api_url=sim.api_url, orgid="4711", domain="acme", name="Acme")
    )
    wizard = await open_wizard("key", account=account)
    wizard.new_key.key.line.setText(KEY)
    sentence = await go(wizard)
    assert f"is of {sim.organizations[0].name}, not of Acme" in sentence
    assert "Paste the key of Acme" in sentence
    assert vault.secrets == {}


# ---------------------------------------------------------------- several accounts


async def test_a_second_organization_sends_and_receives_beside_the_first(engine, sim, open_wizard, go, settle):
    first = await set_up(engine, sim)
    await engine.accounts.rename(first.id, "The first")
    museum = Organization(id="98765432109876543210", domain="museum", name="The Museum")
    config = SimulatorConfig(api_key="their-key", org=museum, has_tempers=False, webhook_retry_s=0.01)
    async with Simulator(config) as other:
        wizard = await open_wizard("account")
        wizard.key.api_url.setText(other.api_url)
        await to_page(wizard, go, 4, key="their-key")
        assert await go(wizard) == ""
        await settle(lambda: set(engine.keys()) == {KEY, "their-key"})
        contacts = [one for one in await engine.desk.contacts() if one.extension == "501"]
        assert len(contacts) == 2  # alike, and apart
        chats = [await engine.desk.open_chat(one.id) for one in contacts]
        assert [chat.note for chat in chats] == ["The first", "The Museum"]
        for chat in chats:
            await engine.desk.send_text(chat.id, f"To {chat.note}")
        await settle(lambda: sim.messages and other.messages)
        assert [one.content for one in sim.messages] == ["To The first"]
        assert [one.content for one in other.messages] == ["To The Museum"]
        for one, name in ((sim, "The first"), (other, "The Museum")):
            one.set_webhook(engine.health.state.public_url)
            await one.say("501", f"From {name}", to=NUMBER)

        async def texts(chat):
            return [one.text for one in await engine.desk.page(chat.id)]

        async with asyncio.timeout(20):
            while any([len(await texts(chat)) < 2 for chat in chats]):
                await asyncio.sleep(0.02)
        assert [(await texts(chat))[-1] for chat in chats] == [f"From {chat.note}" for chat in chats]


# ---------------------------------------------------------------- by keyboard, by ear


async def test_it_is_walked_through_with_the_keyboard_alone(wizard, qapp, settle):
    wizard.activateWindow()
    QTest.keyClicks(wizard.focusWidget(), KEY)
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    await settle(lambda: wizard.page is wizard.organization and wizard._checking is None)
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    await settle(lambda: wizard.page is wizard.identity and wizard._checking is None)
    QTest.keyClicks(wizard.focusWidget(), NUMBER)
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    await settle(lambda: wizard.page is wizard.reachable and wizard._checking is None)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()


async def test_every_control_has_a_name(wizard):
    for page in wizard.pages:
        for control in page.findChildren(QWidget):
            if control.isVisibleTo(page) and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert control.accessibleName() or getattr(control, "text", str)(), control
