"""A receiver on loopback with a scripted inbox, and a caller that speaks raw HTTP to it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from ringodesk_qt.models.notification import Received
from ringodesk_qt.receiver.server import Limits, Receiver, Seen

if sys.platform != "win32":
    import uvloop

LOOPS: dict[str, Callable[[], asyncio.AbstractEventLoop]] = {"asyncio": asyncio.new_event_loop}
if sys.platform != "win32":
    LOOPS["uvloop"] = uvloop.new_event_loop


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Everything on both loops that the network thread may have."""
    return LOOPS


KEY = "k3y-5ecret-AbCdEf0123456789"
SECRET = "s" * 20 + "-_" + "0" * 20


class Inbox:
    """Takes what the receiver accepts; can be told to hold it back or to fail."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.error: Exception | None = None
        self.began = asyncio.Event()

    async def accept(self, received: Received) -> None:
        self.began.set()
        await self.gate.wait()
        if self.error is not None:
            raise self.error
        self.received.append(received)


class Answer:
    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.body = body


class Caller:
    """One connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self, *, has_body: bool = True) -> Answer:
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("ascii").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
        body = await self.reader.readexactly(int(headers["content-length"])) if has_body else b""
        return Answer(int(head[0].split()[1]), headers, body)

    async def is_closed(self) -> bool:
        try:
            return await self.reader.read() == b""
        except ConnectionError:
            return True

    async def close(self) -> None:
        self.writer.close()
        with contextlib.suppress(ConnectionError):
            await self.writer.wait_closed()


class Site:
    """A running receiver and all its callers."""

    def __init__(self, receiver: Receiver, inbox: Inbox, port: int) -> None:
        self.receiver = receiver
        self.inbox = inbox
        self.port = port
        self.path = f"/hook/{SECRET}"
        self.seen: list[Seen] = []
        self.callers: list[Caller] = []
        receiver.on_seen(self.seen.append)

    async def call(self) -> Caller:
        caller = Caller(*await asyncio.open_connection("127.0.0.1", self.port))
        self.callers.append(caller)
        return caller

    def request(self, body: bytes, *headers: str, method: str = "POST", path: str | None = None) -> bytes:
        lines = [f"{method} {path or self.path} HTTP/1.1", "Host: x", f"Content-Length: {len(body)}", *headers]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body

    async def post(self, body: bytes, *headers: str, **how: str) -> Answer:
        caller = await self.call()
        await caller.send(self.request(body, *headers, **how))
        answer = await caller.answer()
        await caller.close()
        return answer


def notification(method: str = "read", *, key: str | None = KEY, **params: Any) -> bytes:
    document: dict[str, Any] = {"method": method, "params": params or {"sessionid": "s1"}}
    return json.dumps(document | ({"api_key": key} if key is not None else {})).encode()


Listen = Callable[..., Awaitable[Site]]


@pytest.fixture
def api_key() -> str:
    return KEY


@pytest.fixture
def note() -> Callable[..., bytes]:
    return notification


@pytest.fixture
async def listen() -> AsyncIterator[Listen]:
    sites: list[Site] = []

    async def begin(*, keys: tuple[str, ...] = (KEY,), **limits: Any) -> Site:
        inbox = Inbox()
        receiver = Receiver(accept=inbox.accept, keys=lambda: keys, path_secret=SECRET, limits=Limits(**limits))
        site = Site(receiver, inbox, await receiver.start())
        sites.append(site)
        return site

    yield begin
    for site in sites:
        for caller in site.callers:
            await caller.close()
        await site.receiver.stop(0)


@pytest.fixture
async def site(listen: Listen) -> Site:
    return await listen()
