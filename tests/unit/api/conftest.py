"""A scripted server, a client that talks to it, and the parties of the collection's examples."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # tests are imported by path, so scripted_server must be found by name

from scripted_server import PLAIN, ScriptedServer

from ringodesk_qt.api import RingotelClient, Timeouts
from ringodesk_qt.models.account import Identity, IdentityKind
from ringodesk_qt.models.contact import Recipient
from ringodesk_qt.models.ids import AccountId, IdentityId, UserId

KEY = "k3y-Of.the_ACCOUNT+1234567890/abc="
ORGID = "16287540703457500320"
PATIENT = Timeouts(connect_s=30, read_s=30, write_s=30, total_s=60, stall_s=30)
HASTY = Timeouts(connect_s=30, read_s=0.4, write_s=2, total_s=4, stall_s=0.3)


@pytest.fixture
def key() -> str:
    return KEY


@pytest.fixture
def timeouts(request: pytest.FixtureRequest) -> Timeouts:
    """What a busy machine never reaches; with the mark `hasty`, what a test that waits for the end of it can bear."""
    return HASTY if request.node.get_closest_marker("hasty") else PATIENT


@pytest.fixture
async def server() -> AsyncIterator[ScriptedServer]:
    async with ScriptedServer() as running:
        yield running


@pytest.fixture
async def client(server: ScriptedServer, timeouts: Timeouts) -> AsyncIterator[RingotelClient]:
    async with RingotelClient(KEY, orgid=ORGID, api_url=server.origin, timeouts=timeouts, **PLAIN) as opened:
        yield opened


@pytest.fixture
def number() -> Identity:
    """The collection's `sender_phone`."""
    return Identity(id=IdentityId(1), account_id=AccountId(1), kind=IdentityKind.NUMBER, address="1234567890")


@pytest.fixture
def sender() -> Identity:
    """The collection's advanced sender."""
    return Identity(
        id=IdentityId(2),
        account_id=AccountId(1),
        kind=IdentityKind.SENDER,
        address="1a2b3c4d5e6f",
        name="John Smith",
        phone="1234567890",
        email="johnsmith@example.com",
    )


@pytest.fixture
def to() -> Recipient:
    """The collection's user."""
    return Recipient(extension="502", userid=UserId("16287541154521992797"))
