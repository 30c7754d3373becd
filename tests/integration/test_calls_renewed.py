"""A key that is renewed while calls are on their way: they end as they would have, the next ones have the new key."""

from __future__ import annotations

import asyncio
import json

import pytest

from ringodesk_qt.calls import AccountCalls
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.health import Health
from ringodesk_qt.core.key_store import KeyStore
from ringodesk_qt.models.account import Account, Identity, IdentityKind
from ringodesk_qt.models.contact import Recipient
from ringodesk_qt.models.ids import AccountId, IdentityId, OrgId, UserId
from ringodesk_qt.network import NetworkThread

WAIT_S = 15


class SlowServer:
    """Answers each request when it is told to; keeps what key came with it."""

    def __init__(self):
        self.keys = []
        self.came = asyncio.Semaphore(0)
        self.may_answer = asyncio.Event()

    async def start(self):
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/api"

    async def stop(self):
        self._server.close()
        await self._server.wait_closed()

    async def _serve(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(
            int(line.split(":")[1]) for line in head.splitlines() if line.lower().startswith("content-length")
        )
        await reader.readexactly(length)
        self.keys.append(
            next(line.split()[-1] for line in head.splitlines() if line.lower().startswith("authorization"))
        )
        self.came.release()
        await self.may_answer.wait()
        body = json.dumps({"result": {"messageid": "m1"}}).encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n")
        writer.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        await writer.drain()
        writer.close()
        await writer.wait_closed()


async def nothing():
    """Nobody else needs the key."""


class OneSecret:
    def __init__(self):
        self.value = "the-old-key"

    async def secret(self, _name):
        return self.value


@pytest.fixture
async def server():
    running = SlowServer()
    running.url = await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def network():
    thread = NetworkThread("test-network")
    thread.start()
    yield thread
    await asyncio.to_thread(thread.stop)


async def test_a_send_on_its_way_outlives_the_renewal_of_its_key(server, network):
    vault = OneSecret()
    account = Account(id=AccountId(1), api_url=server.url, orgid=OrgId("16287540703457500320"))
    keys = KeyStore(vault=vault, health=Health(Bus()))
    calls = AccountCalls(account=account, vault=keys, network=network, on_new_key=nothing)
    me = Identity(id=IdentityId(1), account_id=AccountId(1), kind=IdentityKind.NUMBER, address="2075550100")
    to = Recipient(extension="501", userid=UserId(""))
    try:
        async with asyncio.timeout(WAIT_S):
            sending = asyncio.create_task(calls.send_text(me, to, "Hello"))
            await server.came.acquire()
            vault.value = "the-new-key"
            await calls.renew()
            server.may_answer.set()
            assert (await sending).messageid == "m1"
            await calls.send_text(me, to, "Again")
            assert server.keys == ["the-old-key", "the-new-key"]
    finally:
        await calls.close()
        await keys.stop()
