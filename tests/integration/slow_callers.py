"""Callers that take their time: a byte now and then, in every part of a request, for as long as they are let."""

from __future__ import annotations

import asyncio
import itertools
import socket
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

HEAD = "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
KINDS: dict[str, tuple[str, Iterable[bytes]]] = {
    # what is sent at once, and what then comes byte by byte
    "silent": ("", ()),
    "blank lines": ("", itertools.repeat(b"\r\n")),
    "request line": ("", [bytes([byte]) for byte in b"POST /hook/" + b"a" * 10_000]),
    "head": (HEAD + "X: ", itertools.repeat(b"x")),
    "head, many": (HEAD, itertools.repeat(b"X: y\r\n")),
    "body": (HEAD + "Content-Length: 5000\r\n\r\n", itertools.repeat(b" ")),
    "chunks": (HEAD + "Transfer-Encoding: chunked\r\n\r\n", itertools.repeat(b"1\r\n \r\n")),
    "head, then body": (HEAD, [b"X: y\r\n"] * 12 + [b"Content-Length: 5000\r\n\r\n"] + [b" "] * 10_000),
    "after a request": ("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" + HEAD + "X: ", itertools.repeat(b"x")),
    "blank lines after a request": ("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", itertools.repeat(b"\r\n")),
    "after a refusal": ("nonsense\r\n\r\n", itertools.repeat(b"x")),
}


class SlowCaller(asyncio.Protocol):
    """One of them. `ended` is done when it was cut off, with how long it lasted in seconds."""

    def __init__(self, kind: str, path: str):
        start, self._rest = KINDS[kind]
        self._start = start.format(path=path).encode()
        self._loop = asyncio.get_running_loop()
        self.kind = kind
        self.ended: asyncio.Future[float] = self._loop.create_future()
        self.bytes_left: Iterator[bytes] = iter(self._rest)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._began = self._loop.time()
        transport.write(self._start)

    def send_next(self) -> None:
        if not self.ended.done() and (data := next(self.bytes_left, b"")):
            self._transport.write(data)

    def eof_received(self) -> None:
        self._end()

    def connection_lost(self, _exc: Exception | None) -> None:
        self._end()

    def _end(self) -> None:
        if not self.ended.done():
            self.ended.set_result(self._loop.time() - self._began)

    def leave(self) -> None:
        self._transport.abort()


class SlowCrowd:
    """Very many of them, of all kinds, each sending every `pace_s`."""

    def __init__(self, url: str, *, pace_s: float):
        self._parts = urlsplit(url)
        self._pace_s = pace_s
        self.callers: list[SlowCaller] = []

    async def call(self, count: int, kinds: Iterable[str] = KINDS) -> None:
        loop, names = asyncio.get_running_loop(), itertools.cycle(kinds)
        for _ in range(count):
            _transport, caller = await loop.create_connection(
                lambda: SlowCaller(next(names), self._parts.path), self._parts.hostname, self._parts.port
            )
            self.callers.append(caller)

    async def last(self, seconds: float) -> None:
        """Goes on for so long, or until all were cut off."""
        end = asyncio.get_running_loop().time() + seconds
        while asyncio.get_running_loop().time() < end and any(not one.ended.done() for one in self.callers):
            for caller in self.callers:
                caller.send_next()
            await asyncio.sleep(self._pace_s)

    def leave(self) -> None:
        for caller in self.callers:
            caller.leave()

    @property
    def kept(self) -> Counter[str]:
        """Those that are still connected, by kind."""
        return Counter(one.kind for one in self.callers if not one.ended.done())

    @property
    def longest_s(self) -> dict[str, float]:
        """How long the one that lasted longest did, by kind."""
        longest: dict[str, float] = {}
        for one in self.callers:
            if one.ended.done():
                longest[one.kind] = max(longest.get(one.kind, 0.0), one.ended.result())
        return longest


class SilentReaders:
    """Callers that ask and ask and never read an answer."""

    def __init__(self, url: str, count: int):
        parts = urlsplit(url)
        self._address = (parts.hostname, parts.port)
        self._count = count

    async def cut_off_after_s(self) -> float:
        """How long the last of them could go on."""
        return max(await asyncio.gather(*(self._ask() for _ in range(self._count))))

    async def _ask(self) -> float:
        loop = asyncio.get_running_loop()
        began = loop.time()
        with socket.socket() as raw:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            raw.setblocking(False)
            await loop.sock_connect(raw, self._address)
            try:
                while True:
                    await loop.sock_sendall(raw, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 500)
            except ConnectionError:
                return loop.time() - began
