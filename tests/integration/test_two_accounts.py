"""Two organizations in one home, one of which has a wrong key: nothing of the other is touched, over real sockets."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import pytest

from ringodesk_qt.checking.doctor import Doctor
from ringodesk_qt.core.setup import SetupForm
from ringodesk_qt.engine import Engine
from ringodesk_qt.models.message import State
from ringodesk_qt.paths import Home
from ringodesk_qt.simulator import Organization, Simulator, SimulatorConfig

KEY, THEIR_KEY, NUMBER = "the-key-of-the-first", "the-key-of-the-second", "2075550100"
MUSEUM = Organization(id="98765432109876543210", domain="museum", name="The Museum")


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


class Side:
    """One organization: its simulator, its account, and the chat with 501."""

    def __init__(self, simulator, account, chat):
        self.simulator = simulator
        self.account = account
        self.chat = chat


async def until(condition):
    async with asyncio.timeout(20):
        while not await condition():
            await asyncio.sleep(0.02)


@pytest.fixture
async def engine(tmp_path):
    built = Engine(Home(tmp_path / "home"), vault=MemoryVault())
    await built.open()
    await built.settings.change(requests_per_second=1000)
    await built.start_sending()
    yield built
    await built.stop()


@asynccontextmanager
async def simulated(key, **more):
    async with Simulator(SimulatorConfig(api_key=key, has_tempers=False, webhook_retry_s=0.01, **more)) as simulator:
        yield simulator


async def side_of(engine, simulator, key):
    form = SetupForm(key=key, address=NUMBER, orgid=simulator.orgid, api_url=simulator.api_url)
    account = await engine.setup.run(form)
    await engine.load_accounts()
    contacts = [one for one in await engine.desk.contacts() if one.account_id == account.id and one.extension == "501"]
    return Side(simulator, account, await engine.desk.open_chat(contacts[0].id))


@pytest.fixture
async def sides(engine):
    async with simulated(KEY) as one, simulated(THEIR_KEY, org=MUSEUM) as other:
        both = [await side_of(engine, one, KEY), await side_of(engine, other, THEIR_KEY)]
        await engine.fetch_keys()
        await engine.start_receiving()
        for side in both:
            side.simulator.set_webhook(engine.health.state.public_url)
        await engine.presence.refresh()
        yield both
        await engine.stop()


async def test_a_wrong_key_of_one_leaves_lamps_repairs_outbox_and_chats_of_the_other_alone(engine, sides):
    first, second = sides
    first_name, second_name = first.account.label, second.account.label
    assert engine.health.state.sending.told == "working"
    second.simulator.rotate_key("another-key")

    async def send(side, text):
        return await engine.desk.send_text(side.chat.id, text)

    async def state(message_id):
        (message,) = await engine.desk.messages([message_id])
        return message.state

    async def texts(side):
        return [one.text for one in await engine.desk.page(side.chat.id)]

    held, gone = await send(second, "Held back"), await send(first, "On its way")

    async def is_settled():
        return await state(gone) is State.SENT and engine.health.state.sending.state == "trouble"

    await until(is_settled)
    assert await state(held) is State.QUEUED
    assert [lamp.told for lamp in engine.health.state.accounts] == [
        f"{first_name}: working",
        f"{second_name}: the API key is refused",
    ]
    assert [(one.id, one.of, one.action) for one in engine.health.state.repairs] == [
        (f"key-refused:{second.account.id}", second_name, f"setup-key:{second.account.id}")
    ]

    # In the other direction: what comes with the new key is refused, and what is the first's comes in all the while.
    await second.simulator.say("501", "With the new key", to=NUMBER)

    def ids():
        return {one.id for one in engine.health.state.repairs}

    async def is_seen():
        return f"wrong-key:{second.account.id}" in ids()

    await until(is_seen)
    await first.simulator.say("501", "As ever", to=NUMBER)

    async def has_come():
        return "As ever" in await texts(first)

    await until(has_come)
    assert ids() == {f"{kind}:{second.account.id}" for kind in ("key-refused", "wrong-key")}
    assert await texts(second) == ["Held back"]

    found = [check async for check in Doctor(engine).checks()]
    of_accounts = [(check.of, check.name, check.verdict.value) for check in found if check.account_id is not None]
    assert (first_name, "organization", "ok") in of_accounts
    assert (second_name, "accepted", "failed") in of_accounts
    assert {name for name, _check, verdict in of_accounts if verdict == "failed"} == {second_name}

    await engine.setup.renew_key(second.account, "another-key")
    await engine.renew_keys()
    engine.sender.hurry()

    async def is_sent():
        return await state(held) is State.SENT and not ids()

    await until(is_sent)
    assert engine.health.state.sending.told == "working"


async def test_a_server_that_does_not_answer_keeps_no_other_account_waiting(engine, sides):
    first, second = sides
    await first.simulator.stop()
    message_id = await engine.desk.send_text(second.chat.id, "Hello")
    with pytest.raises(Exception, match=r"127\.0\.0\.1"):
        await engine.presence.refresh()

    async def is_sent():
        (message,) = await engine.desk.messages([message_id])
        return message.state is State.SENT

    await until(is_sent)
    lamps = {lamp.of: lamp.state for lamp in engine.health.state.accounts}
    assert lamps == {first.account.label: "trouble", second.account.label: "ok"}


async def test_a_server_that_says_nothing_keeps_no_other_accounts_contacts_waiting(engine, sides):
    first, second = sides
    await first.simulator.stop()
    held = []
    silent = await asyncio.start_server(
        lambda *ends: held.append(ends), "127.0.0.1", urlsplit(first.account.api_url).port
    )

    def asked():
        return sum(request.method == "getChatUsers" for request in second.simulator.requests)

    async def is_asked():
        return asked() > before

    before = asked()
    refreshing = asyncio.create_task(engine.presence.refresh())
    await until(is_asked)
    assert not refreshing.done(), "the other is still waited for"
    refreshing.cancel()
    await asyncio.gather(refreshing, return_exceptions=True)
    silent.close()
    for _reader, writer in held:
        writer.close()
