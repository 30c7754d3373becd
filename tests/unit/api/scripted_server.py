"""A raw socket server on loopback that records the exact bytes it got and answers whatever it is told to."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any

from ringodesk_qt.api import NO_RETRIES, Pace

PLAIN = {"pace": Pace(None), "retries": NO_RETRIES}
"""A client that sends at once, and once."""

Script = Callable[["Exchange"], Awaitable[None]]


class Request:
    """One request as it came."""

    def __init__(self, head: bytes, body: bytes) -> None:
        self.head, self.body = head, body
        lines = head.decode("latin-1").split("\r\n")
        self.line = lines[0]
        self.headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def parts(self) -> list[tuple[str, str | None, str | None, bytes]]:
        """The multipart body: (name, file name, content type or None, bytes) in order."""
        boundary = self.headers["content-type"].split("boundary=", 1)[1].encode()
        found = []
        for part in self.body.split(b"--" + boundary)[1:-1]:
            head, _, body = part[2:-2].partition(b"\r\n\r\n")
            message = BytesParser(policy=HTTP).parsebytes(head + b"\r\n\r\n")
            disposition = head.decode("utf-8")
            name = disposition.split('name="', 1)[1].split('"', 1)[0]
            file_name = disposition.split('filename="', 1)[1].split('"', 1)[0] if "filename=" in disposition else None
            found.append((name, file_name, message["content-type"], body))
        return found


class Exchange:
    """What a script acts on: the request's parts as it reads them, and the way back."""

    def __init__(self, server: ScriptedServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._server, self.reader, self.writer = server, reader, writer

    async def head(self) -> bytes:
        return (await self.reader.readuntil(b"\r\n\r\n"))[:-4]

    async def request(self) -> Request:
        """Reads and records the whole request."""
        head = await self.head()
        request = Request(head, b"")
        request.body = await self.reader.readexactly(int(request.headers.get("content-length", "0")))
        self._server.requests.append(request)
        return request

    async def write(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def reset(self) -> None:
        """Ends the connection with a RST."""
        self.writer.transport.abort()


class ScriptedServer:
    """Plays `script` on each connection, by default the answer set by `answers`; `requests` are those read whole."""

    def __init__(self, *, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self.requests: list[Request] = []
        self.connections = 0
        self.script: Script = self._answer
        self._reply = response(200, b'{"result":{}}')
        self._tasks: set[asyncio.Task[Any]] = set()

    async def __aenter__(self) -> ScriptedServer:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._tls)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    @property
    def origin(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def last(self) -> Request:
        return self.requests[-1]

    def answers(self, status: int = 200, body: bytes | object = b"", **headers: str) -> None:
        """All requests from now on are answered so; anything but bytes is sent as JSON."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self._reply = response(status, raw, {name.replace("_", "-"): value for name, value in headers.items()})

    async def _answer(self, exchange: Exchange) -> None:
        while True:
            await exchange.request()
            await exchange.write(self._reply)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        self.connections += 1
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                await self.script(Exchange(self, reader, writer))
        finally:
            writer.close()


def response(status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> bytes:
    fields = {"Content-Length": str(len(body)), "Content-Type": "application/json", **(headers or {})}
    return (
        f"HTTP/1.1 {status} X\r\n".encode()
        + b"".join(f"{k}: {v}\r\n".encode() for k, v in fields.items())
        + (b"\r\n" + body)
    )
