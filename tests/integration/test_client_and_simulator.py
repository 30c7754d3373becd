"""Every method of the client, against the simulator that refuses what the collection does not document."""

from __future__ import annotations

import inspect
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from ringodesk_qt.api import (
    NO_RETRIES,
    CallActivity,
    Direction,
    Pace,
    Recipient,
    RingotelClient,
    Sender,
    UserId,
    number,
    sender_id,
)
from ringodesk_qt.simulator import Organization, Simulator, SimulatorConfig

KEY = "the-key-of-the-test"
DID = "2075550177"
LENA = Recipient(extension="501", userid=UserId("16287541154521992797"))
NUMBER = number("2075550100")
SENDER = sender_id("1a2b3c4d5e6f", name="John Smith", phone="1234567890", email="johnsmith@example.com")
AT = datetime(2024, 12, 10, 12, 6, 43, 832_000, tzinfo=UTC)
AT_MS = 1733832403832
BYTES = bytes(range(256)) * 1024


class Stage(msgspec.Struct, frozen=True):
    """What a drive has: both ends, and a file to send."""

    client: RingotelClient
    sim: Simulator
    path: Path


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    path = tmp_path / "Grundriß.pdf"
    path.write_bytes(BYTES)
    async with (
        Simulator(SimulatorConfig(api_key=KEY, has_tempers=False, org=Organization(dids={DID: "502"}))) as sim,
        RingotelClient(KEY, orgid=sim.orgid, api_url=sim.api_url, pace=Pace(None), retries=NO_RETRIES) as client,
    ):
        yield Stage(client, sim, path)


# ---------------------------------------------------------------- one drive for each thing that can be done


async def _chat_users(on: Stage) -> None:
    users = await on.client.chat_users()
    assert [(user.extension, user.name, user.userid) for user in users] == [
        (person.extension, person.name, person.userid) for person in on.sim.people
    ]


async def _organizations(on: Stage) -> None:
    [organization] = await on.client.organizations()
    assert (organization.id, organization.domain) == (on.sim.orgid, on.sim.config.org.domain)


async def _organizations_or_none(on: Stage) -> None:
    assert await on.client.organizations_or_none() == await on.client.organizations()


async def _resolve_domain(on: Stage) -> None:
    assert (await on.client.resolve_domain(on.sim.config.org.domain.upper())).id == on.sim.orgid


def _send_text(sender: Sender) -> Callable[[Stage], Awaitable[None]]:
    async def drive(on: Stage) -> None:
        text = "Grüße 👋\nשלום"
        message = on.sim.message((await on.client.send_text(sender, LENA, text)).messageid)
        assert (message.kind, message.content) == ("text", text)
        assert (message.session.party.address, message.session.person.extension) == (sender.address, "501")

    return drive


async def _send_link(on: Stage) -> None:
    message = on.sim.message((await on.client.send_link(NUMBER, LENA, "https://example.com/a.jpg")).messageid)
    assert (message.kind, message.content) == ("link", "https://example.com/a.jpg")


def _send_file(sender: Sender) -> Callable[[Stage], Awaitable[None]]:
    async def drive(on: Stage) -> None:
        told: list[tuple[int, int]] = []
        sent = await on.client.send_file(sender, LENA, on.path, on_progress=lambda *sizes: told.append(sizes))
        message = on.sim.message(sent.messageid)
        file = on.sim.file_of(message)
        assert file is not None
        assert (file.name, file.path.read_bytes()) == (on.path.name, BYTES)
        assert message.session.party.address == sender.address
        assert told[-1] == (len(BYTES), len(BYTES))

    return drive


async def _open_session(on: Stage) -> None:
    assert await on.client.open_session(NUMBER, LENA) == on.sim.session("501").id
    assert on.sim.messages == []


async def _open_session_with_a_did(on: Stage) -> None:
    to = Recipient(extension=DID)
    sessionid = await on.client.open_session(NUMBER, to, is_bulk=True)
    assert sessionid == on.sim.session("502").id
    await on.client.sync_text(NUMBER, to, "Hi", sessionid=sessionid, direction=Direction.OUTGOING)


def _sync_text(direction: Direction) -> Callable[[Stage], Awaitable[None]]:
    async def drive(on: Stage) -> None:
        sessionid = await on.client.open_session(NUMBER, LENA)
        synced = await on.client.sync_text(NUMBER, LENA, "Once 👋", sessionid=sessionid, direction=direction, at=AT)
        message = on.sim.message(synced.messageid)
        assert (message.kind, message.content, message.timestamp_ms) == ("text", "Once 👋", AT_MS)
        assert message.author == ("party" if direction is Direction.OUTGOING else "person")
        assert synced.sessionid == ""

    return drive


async def _sync_into_a_closed_session(on: Stage) -> None:
    old = await on.client.open_session(NUMBER, LENA)
    await on.sim.close_session(old)
    synced = await on.client.sync_text(NUMBER, LENA, "Hi", sessionid=old, direction=Direction.OUTGOING)
    assert synced.sessionid not in ("", old)
    assert on.sim.message(synced.messageid).session.id == synced.sessionid


async def _sync_reference(on: Stage) -> None:
    sent = await on.client.send_file(NUMBER, LENA, on.path)
    session = on.sim.message(sent.messageid).session
    await on.sim.close_session(session.id)
    current = await on.client.open_session(NUMBER, LENA)
    synced = await on.client.sync_reference(
        NUMBER, LENA, sent.messageid, sessionid=current, direction=Direction.OUTGOING
    )
    assert synced.messageid == sent.messageid
    assert on.sim.message(sent.messageid).session.id == current


async def _log_call(on: Stage) -> None:
    sessionid = await on.client.open_session(NUMBER, LENA)
    call = CallActivity(duration_s=100, caller="501", called="2075550100", subject="Parcel", comment="«Là»")
    logged = await on.client.log_call(sessionid, call, at=AT)
    message = on.sim.message(logged.messageid)
    assert (message.kind, message.timestamp_ms) == ("call", AT_MS)
    assert json.loads(message.content) == call.content()


async def _delivered(on: Stage) -> None:
    messageid = await on.sim.say("501", "Hello", to=NUMBER.address)
    await on.client.delivered(messageid)
    assert on.sim.message(messageid).is_delivered


async def _read(on: Stage) -> None:
    await on.client.read(on.sim.session("501", to=NUMBER.address).id)


async def _typing(on: Stage) -> None:
    await on.client.typing(on.sim.session("501", to=NUMBER.address).id)


async def _updated(on: Stage) -> None:
    sent = await on.client.send_text(NUMBER, LENA, "one")
    await on.client.updated(sent.messageid, "two")
    message = on.sim.message(sent.messageid)
    assert (message.content, message.former) == ("two", ["one"])


async def _deleted(on: Stage) -> None:
    sent = await on.client.send_text(NUMBER, LENA, "one")
    await on.client.deleted(sent.messageid)
    assert on.sim.message(sent.messageid).is_deleted


DRIVES: list[tuple[str, str, Callable[[Stage], Awaitable[None]]]] = [
    ("chat_users", "Get a list of users", _chat_users),
    ("organizations", "getOrganizations", _organizations),
    ("organizations_or_none", "getOrganizations", _organizations_or_none),
    ("resolve_domain", "getOrganizations", _resolve_domain),
    ("send_text", "Send a message", _send_text(NUMBER)),
    ("send_text", "Send a message (advanced)", _send_text(SENDER)),
    ("send_link", "Send a file using link", _send_link),
    ("send_file", "Send a file", _send_file(NUMBER)),
    ("send_file", "Send a file (advanced)", _send_file(SENDER)),
    ("open_session", "Create an empty session with a contact", _open_session),
    ("open_session", "Send indication - Message", _open_session_with_a_did),
    ("sync_text", "Send indication - Message", _sync_text(Direction.OUTGOING)),
    ("sync_text", "Send indication - Message", _sync_text(Direction.INCOMING)),
    ("sync_text", "Send indication - Message", _sync_into_a_closed_session),
    ("sync_reference", "Sync messages from external services", _sync_reference),
    ("log_call", "Create a new call activity", _log_call),
    ("delivered", "Send indication - Delivered", _delivered),
    ("read", "Send indication - Read", _read),
    ("typing", "Send indication - Typing", _typing),
    ("updated", "Send indication - Updated", _updated),
    ("deleted", "Send indication - Deleted", _deleted),
]
"""The client's method, the collection's item it must come out as, and the drive."""


@pytest.mark.parametrize(("method", "item", "drive"), DRIVES, ids=[f"{method}: {item}" for method, item, _ in DRIVES])
async def test_a_method_comes_out_as_its_item(
    stage: Stage, method: str, item: str, drive: Callable[[Stage], Awaitable[None]]
) -> None:
    await drive(stage)
    assert stage.sim.requests[-1].item == item
    assert [record.error for record in stage.sim.requests if record.error] == []
    assert KEY not in repr(stage.sim.requests)


def test_every_method_is_driven() -> None:
    coroutines = inspect.getmembers(RingotelClient, inspect.iscoroutinefunction)
    calls = {name for name, _ in coroutines if not name.startswith("_")} - {"aclose"}
    assert len(calls) >= 16
    assert calls == {method for method, _item, _drive in DRIVES}
