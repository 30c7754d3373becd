"""Every method of the client, against the simulator that refuses what the collection does not document."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import msgspec
import pytest

from ringodesk_qt.api import RingotelClient
from ringodesk_qt.models.account import Identity, IdentityKind
from ringodesk_qt.models.contact import Recipient
from ringodesk_qt.models.ids import AccountId, IdentityId, UserId
from ringodesk_qt.simulator import Simulator, SimulatorConfig

KEY = "the-key-of-the-test"
LENA = Recipient(extension="501", userid=UserId("16287541154521992797"))
NUMBER = Identity(
    id=IdentityId(1),
    account_id=AccountId(1),
    kind=IdentityKind.NUMBER,
    address="2075550100",
    name="",
    phone="",
    email="",
)
SENDER = Identity(
    id=IdentityId(2),
    account_id=AccountId(1),
    kind=IdentityKind.SENDER,
    address="1a2b3c4d5e6f",
    name="John Smith",
    phone="1234567890",
    email="johnsmith@example.com",
)
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
        Simulator(SimulatorConfig(api_key=KEY, has_tempers=False)) as sim,
        RingotelClient(KEY, orgid=sim.orgid, api_url=sim.api_url) as client,
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


async def _resolve_domain(on: Stage) -> None:
    assert (await on.client.resolve_domain(on.sim.config.org.domain.upper())).id == on.sim.orgid


def _send_text(sender: Identity) -> Callable[[Stage], Awaitable[None]]:
    async def drive(on: Stage) -> None:
        text = "Grüße 👋\nשלום"
        message = on.sim.message((await on.client.send_text(sender, LENA, text)).messageid)
        assert (message.kind, message.content) == ("text", text)
        assert (message.session.party.address, message.session.person.extension) == (sender.address, "501")

    return drive


async def _send_link(on: Stage) -> None:
    message = on.sim.message((await on.client.send_link(NUMBER, LENA, "https://example.com/a.jpg")).messageid)
    assert (message.kind, message.content) == ("link", "https://example.com/a.jpg")


def _send_file(sender: Identity) -> Callable[[Stage], Awaitable[None]]:
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
    ("resolve_domain", "getOrganizations", _resolve_domain),
    ("send_text", "Send a message", _send_text(NUMBER)),
    ("send_text", "Send a message (advanced)", _send_text(SENDER)),
    ("send_link", "Send a file using link", _send_link),
    ("send_file", "Send a file", _send_file(NUMBER)),
    ("send_file", "Send a file (advanced)", _send_file(SENDER)),
    ("open_session", "Create an empty session with a contact", _open_session),
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
    assert len(calls) >= 12
    assert calls == {method for method, _item, _drive in DRIVES}
