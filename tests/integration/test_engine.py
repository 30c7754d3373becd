"""The whole engine against the simulator, over real sockets on this machine, both ways."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import pytest

from ringodesk_qt.core.events import Event, MessageReceived, TypingChanged, UploadProgressed
from ringodesk_qt.core.setup import SetupForm
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import KeyRefusedError, KeyStoreError
from ringodesk_qt.models.message import Direction, Kind, State
from ringodesk_qt.paths import Home
from ringodesk_qt.simulator import Fault, Simulator, SimulatorConfig

KEY, NUMBER = "the-key-of-the-test", "2075550100"
WAIT_S = 30


class MemoryVault:
    """Fits core's `Vault`."""

    is_key_given = False

    def __init__(self):
        self.secrets = {}
        self.fails = False

    async def secret(self, name):
        if self.fails:
            raise KeyStoreError("The key store is locked.")
        return self.secrets.get(name)

    async def save_secret(self, name, value):
        self.secrets[name] = value

    async def forget_secret(self, name):
        self.secrets.pop(name, None)

    async def is_usable(self):
        return not self.fails


class Desktop:
    """An engine, and what is asked of it."""

    def __init__(self, home, vault):
        self.engine = Engine(home, vault=vault)
        self.desk = self.engine.desk
        self.events = []
        self._changed = asyncio.Event()

    async def open(self):
        await self.engine.open()
        self.engine.bus.on(Event, self._on_event)

    def _on_event(self, event):
        self.events.append(event)
        self._changed.set()

    def seen(self, kind):
        return [event for event in self.events if isinstance(event, kind)]

    async def start(self):
        await self.engine.start_sending()
        await self.engine.start_receiving()
        return self.engine.health.state.public_url

    async def chat(self, extension):
        contact = next(one for one in await self.desk.contacts() if one.extension == extension)
        return await self.desk.open_chat(contact.id)

    async def texts(self, chat):
        return [message.text for message in await self.desk.page(chat.id)]

    async def until(self, condition):
        async with asyncio.timeout(WAIT_S):
            while not (found := await condition()):
                await self._changed.wait()
                self._changed.clear()
        return found

    async def until_state(self, message_id, *states):
        async def look():
            (message,) = await self.desk.messages([message_id])
            return message if message.state in states else None

        return await self.until(look)

    async def until_message(self, chat, fits):
        async def look():
            return next((one for one in await self.desk.page(chat.id) if fits(one)), None)

        return await self.until(look)


@pytest.fixture
async def sim():
    config = SimulatorConfig(api_key=KEY, has_tempers=False, webhook_retry_s=0.01)
    async with Simulator(config) as simulator:
        yield simulator


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


@pytest.fixture
def vault():
    return MemoryVault()


def form(sim, key=KEY):
    return SetupForm(key=key, address=NUMBER, name="Desk", orgid=sim.orgid, api_url=sim.api_url)


@pytest.fixture
async def desktop(sim, home, vault):
    """Set up, sending and receiving."""
    async with running(sim, home, vault) as desktop:
        yield desktop


@pytest.fixture
async def brisk(sim, home, vault):
    """The same at another pace: typing is never told late, it is dropped."""
    async with running(sim, home, vault, requests_per_second=1000) as desktop:
        yield desktop


@asynccontextmanager
async def running(sim, home, vault, **settings):
    desktop = Desktop(home, vault)
    await desktop.open()
    await desktop.engine.settings.change(**settings)
    await desktop.engine.setup.run(form(sim))
    await desktop.engine.load_accounts()
    await desktop.engine.presence.refresh()
    sim.set_webhook(await desktop.start())
    yield desktop
    await desktop.engine.stop()


async def test_a_wrong_key_is_not_saved(sim, home, vault):
    desktop = Desktop(home, vault)
    await desktop.open()
    with pytest.raises(KeyRefusedError):
        await desktop.engine.setup.run(form(sim, key="another"))
    assert vault.secrets == {}
    assert await desktop.engine.load_accounts() == []
    await desktop.engine.stop()


async def test_a_set_up_that_is_stopped_while_it_saves_leaves_no_key(sim, home, vault):
    desktop, is_kept = Desktop(home, vault), asyncio.Event()
    await desktop.open()
    keep = vault.save_secret

    async def keep_slowly(name, value):
        await keep(name, value)
        is_kept.set()
        await asyncio.Event().wait()

    vault.save_secret = keep_slowly
    saving = asyncio.create_task(desktop.engine.setup.run(form(sim)))
    await is_kept.wait()
    assert list(vault.secrets.values()) == [KEY]
    saving.cancel()
    await asyncio.gather(saving, return_exceptions=True)
    assert vault.secrets == {}
    assert await desktop.engine.load_accounts() == []
    await desktop.engine.stop()


async def test_a_text_goes_out_and_its_receipts_come_back(sim, desktop):
    chat = await desktop.chat("504")
    message_id = await desktop.desk.send_text(chat.id, "Is the boat in? ⛵\nשלום")
    message = await desktop.until_state(message_id, State.SENT)
    assert sim.message(message.messageid).content == "Is the boat in? ⛵\nשלום"
    await sim.deliver(message.messageid)
    await desktop.until_state(message_id, State.DELIVERED)
    await sim.read(sim.message(message.messageid).session.id)
    await desktop.until_state(message_id, State.READ)
    assert all(not record.error for record in sim.requests)


async def test_theirs_come_in_are_reported_and_answered(sim, desktop):
    messageid = await sim.say("501", "The parcel is here", to=NUMBER)
    chat = await desktop.chat("501")
    message = await desktop.until_message(chat, lambda one: one.text == "The parcel is here")
    assert (message.direction, message.state) == (Direction.INCOMING, State.RECEIVED)
    assert (await sim.wait_request("delivered")).params["messageid"] == messageid
    await desktop.desk.mark_read(chat.id, message.position)
    assert (await sim.wait_request("read")).params["sessionid"] == message.sessionid
    await sim.settled()
    await desktop.until(lambda: _equals(len(desktop.seen(MessageReceived)), 1))
    assert [record.statuses for record in sim.webhooks] == [[200]]
    assert await desktop.desk.unread_total() == 0


TOLD = {"read": "send_read_receipts", "delivered": "send_delivered_receipts", "typing": "send_typing"}


@pytest.mark.parametrize("left_out", TOLD)
async def test_what_is_turned_off_never_reaches_the_server(sim, brisk, left_out):
    """The other two do. It holds at once, as does turning it on again."""
    desktop = brisk
    chat = await desktop.chat("501")
    await desktop.engine.settings.change(**{TOLD[left_out]: False})
    first = await sim.say("501", "One", to=NUMBER)
    message = await desktop.until_message(chat, lambda one: one.text == "One")
    await desktop.desk.mark_read(chat.id, message.position)
    desktop.desk.note_typing(chat.id)
    for method in TOLD.keys() - {left_out}:
        await sim.wait_request(method)
    await desktop.until(lambda: desktop.engine.store.read(_owes_nothing))
    assert {record.method for record in sim.requests} & TOLD.keys() == TOLD.keys() - {left_out}
    await desktop.engine.settings.change(**{TOLD[left_out]: True})
    second = await sim.say("501", "Two", to=NUMBER)
    message = await desktop.until_message(chat, lambda one: one.text == "Two")
    await desktop.desk.mark_read(chat.id, message.position)
    desktop.desk.note_typing(chat.id)
    told = await sim.wait_request(left_out)
    if left_out == "delivered":
        assert told.params["messageid"] == second != first


def _owes_nothing(tables):
    return tables.outbox.next_at() is None


async def _equals(one, other):
    return one == other


async def test_they_edit_delete_and_type(sim, desktop):
    chat = await desktop.chat("501")
    edited, deleted = await sim.say("501", "Fivve", to=NUMBER), await sim.say("501", "Six", to=NUMBER)
    await sim.edit(edited, "Five")
    await sim.delete(deleted)
    await sim.type("501")
    await desktop.until_message(chat, lambda one: one.is_deleted)
    await desktop.until_message(chat, lambda one: one.text == "Five" and one.edited_at is not None)
    await desktop.until(lambda: _equals(bool(desktop.seen(TypingChanged)), True))
    assert await desktop.texts(chat) == ["Five", ""]


async def test_we_edit_and_delete(sim, desktop):
    chat = await desktop.chat("504")
    message_id = await desktop.desk.send_text(chat.id, "Fivve")
    message = await desktop.until_state(message_id, State.SENT)
    await desktop.desk.edit(message_id, "Five")
    await sim.wait_request("updated")
    assert sim.message(message.messageid).content == "Five"
    await desktop.desk.delete(message_id)
    await desktop.until_message(chat, lambda one: one.is_deleted)
    assert sim.message(message.messageid).is_deleted


async def test_files_both_ways(sim, desktop, tmp_path):
    chat = await desktop.chat("502")
    path = tmp_path / "Grundriß.bin"
    path.write_bytes(bytes(range(256)) * 2000)
    (message_id,) = await desktop.desk.send_files(chat.id, [path])
    message = await desktop.until_state(message_id, State.SENT)
    stored = sim.file_of(sim.message(message.messageid) if message.messageid else sim.messages[-1])
    assert (stored.name, stored.size_bytes) == ("Grundriß.bin", 512_000)
    await sim.send_file("502", "tide.txt", b"high at four", to=NUMBER)
    theirs = await desktop.until_message(chat, lambda one: one.direction is Direction.INCOMING)
    assert (theirs.kind, theirs.attachment.name) == (Kind.FILE, "tide.txt")
    fetched = await desktop.desk.fetch_attachment(theirs.id)
    assert fetched.read_bytes() == b"high at four"


async def test_a_report_before_the_answer(sim, desktop):
    sim.faults.once(Fault.RECEIPT_BEFORE_REPLY)
    chat = await desktop.chat("504")
    message_id = await desktop.desk.send_text(chat.id, "Quick")
    await desktop.until_state(message_id, State.DELIVERED)


async def test_an_answer_that_was_lost_is_settled_by_the_report(sim, desktop):
    chat = await desktop.chat("504")
    await sim.say("504", "Hello", to=NUMBER)
    await desktop.until_message(chat, lambda one: one.text == "Hello")
    sim.faults.once(Fault.RESET_AFTER_DOING, only="message")
    message_id = await desktop.desk.send_text(chat.id, "Did you get this?")
    await desktop.until_state(message_id, State.UNCERTAIN)
    carried = [one for one in sim.messages if one.content == "Did you get this?"]
    assert len(carried) == 1
    await sim.deliver(carried[0].id)
    message = await desktop.until_state(message_id, State.DELIVERED)
    assert message.messageid == carried[0].id
    await sim.settled()
    assert len([one for one in sim.messages if one.content == "Did you get this?"]) == 1


async def test_what_was_refused_or_lost_is_said_to_who_waits(sim, desktop):
    chat = await desktop.chat("504")
    sim.faults.once(Fault.ERROR_OBJECT, only="message")
    refused = await desktop.desk.send_text(chat.id, "one")
    message = await desktop.until_state(refused, State.FAILED)
    assert "nothing was done" in message.error
    sim.faults.once(Fault.HTTP_502_AFTER_DOING, only="message")
    lost = await desktop.desk.send_text(chat.id, "two")
    await desktop.until_state(lost, State.UNCERTAIN)
    assert len([one for one in sim.messages if one.content == "two"]) == 1


async def test_many_files_keep_their_order_around_what_is_cancelled_and_what_is_refused(sim, brisk, tmp_path):
    paths = [tmp_path / f"{letter}.bin" for letter in "abcde"]
    for path in paths:
        path.write_bytes(b"x" * 300_000)
    with paths[0].open("wb") as file:
        file.truncate(50_000_000)  # more than sockets hold
    chat = await brisk.chat("504")
    sim.faults.once(Fault.HANG_AT_REQUEST_BYTE, only="upload")
    ids = await brisk.desk.send_files(chat.id, paths, caption="all of them")
    await brisk.until_state(ids[0], State.SENDING)
    await brisk.desk.cancel(ids[2])
    await brisk.until(lambda: _equals(bool(brisk.seen(UploadProgressed)), True))
    sim.faults.once(Fault.ERROR_OBJECT, only="upload")
    await brisk.desk.cancel(ids[0])  # a part of it is at the server
    await brisk.until_state(ids[-1], State.SENT)
    states = [message.state for message in await brisk.desk.messages(ids)]
    assert states == [State.CANCELLED, State.FAILED, State.CANCELLED, State.SENT, State.SENT, State.SENT]
    await brisk.desk.retry(ids[1])
    retried = await brisk.until_state(ids[1], State.SENT)
    found = {one.id: number for number, one in enumerate(sim.messages)}
    sent = await brisk.desk.messages([*ids[3:], retried.id])
    places = {message.id: found[message.messageid] for message in sent}
    assert sorted(places, key=places.__getitem__) == [*ids[3:], retried.id]
    assert len(found) == 4


async def test_another_start_finds_everything_and_sends_what_waited(sim, desktop, home, vault):
    chat = await desktop.chat("504")
    first = await desktop.desk.send_text(chat.id, "first")
    await desktop.until_state(first, State.SENT)
    await desktop.engine.stop()
    again = Desktop(home, vault)
    await again.open()
    second = await again.desk.send_text(chat.id, "second")
    assert await again.engine.sender.send_now(second) is None
    sim.set_webhook(await again.start())
    await sim.say("504", "third", to=NUMBER)
    await again.until_message(chat, lambda one: one.text == "third")
    assert await again.texts(chat) == ["first", "second", "third"]
    await again.engine.stop()


async def test_two_engines_on_one_home(sim, desktop, home, vault):
    """The command line beside the desktop app: it sends by itself, and receives nothing."""
    chat = await desktop.chat("504")
    beside = Desktop(home, vault)
    await beside.open()
    message_id = await beside.desk.send_text(chat.id, "from the command line")
    assert await beside.engine.sender.send_now(message_id) is None
    message = await beside.until_state(message_id, State.SENT)
    await beside.engine.start_receiving()
    assert not beside.engine.receiving.is_running
    assert beside.engine.receiving.is_elsewhere()
    await sim.deliver(message.messageid)
    await desktop.until_state(message_id, State.DELIVERED)
    await beside.engine.stop()


async def test_the_key_is_in_nothing_that_was_written(sim, desktop, home):
    chat = await desktop.chat("501")
    await sim.say("501", "Hello", to=NUMBER)
    await desktop.until_message(chat, lambda one: one.text == "Hello")
    await desktop.engine.stop()
    written = [path for path in home.folder.rglob("*") if path.is_file()]
    assert home.database in written
    assert [path.name for path in written if KEY.encode() in path.read_bytes()] == []


async def test_starting_to_receive_cuts_off_nothing_that_is_on_its_way(sim, desktop):
    """Right after a start the queue is being sent while the receiver and its keys are set up."""
    await desktop.engine.receiving.stop()
    chat = await desktop.chat("504")
    sim.faults.once(Fault.HANG, only="message")
    message_id = await desktop.desk.send_text(chat.id, "On its way")
    await sim.wait_request("message")
    await desktop.engine.start_receiving()
    await asyncio.sleep(0.2)  # a connection that was closed would show by now
    assert (await desktop.desk.messages([message_id]))[0].state is State.SENDING


async def test_receiving_that_found_no_key_store_works_when_it_is_tried_again(sim, desktop, vault):
    vault.fails = True
    await desktop.engine.restart_receiving()
    assert [repair.id for repair in desktop.engine.health.state.repairs] == ["key-store"]
    vault.fails = False
    await desktop.engine.restart_receiving()
    assert desktop.engine.health.state.repairs == ()
    sim.set_webhook(desktop.engine.health.state.public_url)
    chat = await desktop.chat("501")
    await sim.say("501", "Here again", to=NUMBER)
    await desktop.until_message(chat, lambda one: one.text == "Here again")


# ---------------------------------------------------------------- the key store, and keys that change


async def test_what_is_sent_while_the_key_store_is_locked_goes_out_when_it_is_not(desktop, vault):
    chat = await desktop.chat("504")
    vault.fails = True
    with pytest.raises(KeyStoreError):
        await desktop.engine.renew_keys()
    message_id = await desktop.desk.send_text(chat.id, "Kept until then")

    async def is_held_up():
        (message,) = await desktop.desk.messages([message_id])
        return message.state is State.QUEUED and "locked" in message.error

    await desktop.until(is_held_up)
    assert [repair.id for repair in desktop.engine.health.state.repairs] == ["key-store"]
    vault.fails = False
    await desktop.until_state(message_id, State.SENT, State.DELIVERED, State.READ)
    assert desktop.engine.health.state.repairs == ()


async def test_a_key_that_another_process_saved_is_used_at_once(sim, desktop, vault):
    sim.rotate_key("a-rotated-key")
    (name,) = vault.secrets
    vault.secrets[name] = "a-rotated-key"
    chat = await desktop.chat("504")
    message_id = await desktop.desk.send_text(chat.id, "With the new key")
    await desktop.until_state(message_id, State.SENT, State.DELIVERED, State.READ)
    assert desktop.engine.keys() == ("a-rotated-key",)
    assert desktop.engine.health.state.repairs == ()
    assert len([one for one in sim.requests if one.method == "message"]) == 1


async def test_a_refused_key_holds_what_is_sent_until_there_is_another(sim, desktop, vault):
    sim.rotate_key("a-rotated-key")
    chat = await desktop.chat("504")
    message_id = await desktop.desk.send_text(chat.id, "Until there is a new key")

    async def is_told():
        return [repair.id for repair in desktop.engine.health.state.repairs] == ["key-refused:1"]

    await desktop.until(is_told)
    await desktop.until_state(message_id, State.QUEUED)
    (name,) = vault.secrets
    vault.secrets[name] = "a-rotated-key"
    await desktop.until_state(message_id, State.SENT, State.DELIVERED, State.READ)
    assert desktop.engine.keys() == ("a-rotated-key",)
    assert desktop.engine.health.state.repairs == ()


async def test_a_notification_with_a_new_key_has_the_key_store_asked(sim, desktop, vault):
    """It may have been refused for good; those that come after it are not."""
    chat = await desktop.chat("501")
    sim.rotate_key("a-rotated-key")
    await sim.say("501", "With a key that is not ours", to=NUMBER)

    async def is_told():
        return [repair.id for repair in desktop.engine.health.state.repairs] == ["wrong-key:1"]

    await desktop.until(is_told)
    (name,) = vault.secrets
    vault.secrets[name] = "a-rotated-key"

    async def is_ours():
        return desktop.engine.keys() == ("a-rotated-key",) and not desktop.engine.health.state.repairs

    await desktop.until(is_ours)
    await sim.say("501", "With our new key", to=NUMBER)
    await desktop.until_message(chat, lambda one: one.text == "With our new key")
