"""An API server that counts what it was told, and strikes at any stage of an exchange.

A message counts as seen as soon as its whole request was read, whatever becomes of the answer; one that is turned away
with 429 or refused with 400 was read and not acted upon, and is counted apart.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import socket
import threading
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum, auto
from typing import Any

from ports import free_port

PATIENCE_S = 20


class Fault(Enum):
    """What happens to a request, by how far it comes."""

    NONE = auto()
    RESET_AT_ONCE = auto()
    BLACK_HOLE = auto()
    """The connection is taken, and nothing is read or said any more."""
    RESET_AFTER_HEAD = auto()
    RESET_IN_BODY = auto()
    TURNED_AWAY = auto()
    REFUSED = auto()
    RESET_AFTER_BODY = auto()
    SILENCE_AFTER_BODY = auto()
    LATE_ANSWER = auto()
    SERVER_ERROR = auto()
    GARBAGE = auto()
    RESET_IN_ANSWER = auto()
    ANSWER_AND_RESET = auto()


UNREAD = {Fault.RESET_AT_ONCE, Fault.BLACK_HOLE, Fault.RESET_AFTER_HEAD, Fault.RESET_IN_BODY}


class StrictServer:
    """Serves on a thread of its own. `strike` says which faults there are from now on; none to begin with."""

    def __init__(self, extensions: Sequence[str], *, dice: random.Random) -> None:
        self._dice = dice
        self._users = [{"id": f"1628{one}", "phone": one, "name": f"P{one}", "state": 1} for one in extensions]
        self._chances: list[Fault] = [Fault.NONE]
        self._holds_s: Sequence[float] = (0.5,)
        self.seen: list[str] = []
        """What was read whole, in the order of its last byte."""
        self.turned_away: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.struck: Counter[Fault] = Counter()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._plug: list[socket.socket] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="strict server", daemon=True)
        self._thread.start()
        self.port = free_port()
        self.open()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api"

    def strike(self, faults: Sequence[Fault], *, of_hundred: int, holds_s: Sequence[float] = (0.5,)) -> None:
        """From now on so many of a hundred requests meet one of the faults; a black hole and silence last that long."""
        self._holds_s = holds_s
        self._chances = [Fault.NONE] * (len(faults) * (100 - of_hundred)) + list(faults) * of_hundred

    def heal(self) -> None:
        """No fault from now on; what is held is let go."""
        self._chances = [Fault.NONE]
        self._run(self._drop_all())

    # ------------------------------------------------------------ there and not there

    def open(self) -> None:
        """Listens. May be called when it does."""
        for end in self._plug:
            end.close()
        self._plug = []
        self._server = self._run(asyncio.start_server(self._serve, "127.0.0.1", self.port, reuse_address=True))

    def refuse_connections(self) -> None:
        """Nobody listens any more until `open`."""
        self._run(self._stop_listening())

    def swallow_connections(self) -> None:
        """Until `open`, a connection is neither made nor refused: as where packets get lost."""
        self.refuse_connections()
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(0)
        self._plug = [listener]
        for _ in range(3):  # the queue is full: the kernel drops whatever comes
            end = socket.socket()
            end.setblocking(False)
            with suppress(BlockingIOError):
                end.connect(("127.0.0.1", self.port))
            self._plug.append(end)

    def close(self) -> None:
        """Ends it and its thread."""
        self.refuse_connections()
        for end in self._plug:
            end.close()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE_S)
        self._loop.close()

    def _run(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE_S)

    async def _stop_listening(self) -> None:
        self._server.close()
        await self._drop_all()

    async def _drop_all(self) -> None:
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # ------------------------------------------------------------ one connection

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                while await self._exchange(reader, writer):
                    pass
        finally:
            self._tasks.discard(task)
            writer.transport.abort()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request; whether the connection lives on."""
        fault = self._dice.choice(self._chances)
        if fault is Fault.RESET_AT_ONCE:
            return self._struck(fault)
        if fault is Fault.BLACK_HOLE:
            return await self._hold(fault)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        length = int(re.search(r"content-length: (\d+)", head, re.IGNORECASE)[1])
        if fault is Fault.RESET_AFTER_HEAD:
            return self._struck(fault)
        if fault is Fault.RESET_IN_BODY:
            await reader.readexactly(length // 2)
            return self._struck(fault)
        body = await reader.readexactly(length)
        name = _name(head, body)
        if name is None:
            await self._say(writer, 200, {"result": self._users})
            return True
        return await self._answer(writer, fault, name)

    async def _answer(self, writer: asyncio.StreamWriter, fault: Fault, name: str) -> bool:
        if fault is Fault.TURNED_AWAY:
            self.turned_away[name] += 1
            await self._say(writer, 429, {}, "Retry-After: 1\r\n")
            return self._struck(fault, lives=True)
        if fault is Fault.REFUSED:
            self.refused[name] += 1
            await self._say(writer, 400, {"error": {"message": "Not today"}})
            return self._struck(fault, lives=True)
        self.seen.append(name)
        result = {"result": {"messageid": f"id-{len(self.seen)}"}}
        match fault:
            case Fault.RESET_AFTER_BODY:
                return self._struck(fault)
            case Fault.SILENCE_AFTER_BODY:
                return await self._hold(fault)
            case Fault.LATE_ANSWER:
                await asyncio.sleep(0.6)
            case Fault.SERVER_ERROR:
                await self._say(writer, 503, {"error": {"message": "It is raining"}})
                return self._struck(fault, lives=True)
            case Fault.GARBAGE:
                writer.write(b"<html>\0\xff what?\r\n\r\n")
                await writer.drain()
                return self._struck(fault)
            case Fault.RESET_IN_ANSWER:
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n" + json.dumps(result).encode()[:10])
                await writer.drain()
                return self._struck(fault)
        await self._say(writer, 200, result)
        return self._struck(fault, lives=fault is not Fault.ANSWER_AND_RESET)

    def _struck(self, fault: Fault, *, lives: bool = False) -> bool:
        self.struck[fault] += 1
        return lives

    async def _hold(self, fault: Fault) -> bool:
        self.struck[fault] += 1
        await asyncio.sleep(self._dice.choice(self._holds_s))
        return False

    async def _say(self, writer: asyncio.StreamWriter, status: int, value: Any, more: str = "") -> None:
        body = json.dumps(value).encode()
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode() + body)
        await writer.drain()


def _name(head: str, body: bytes) -> str | None:
    """The text of a message or the name of a file, or None for a harmless call."""
    if "multipart/form-data" in head:
        return re.search(rb'filename="([^"]+)"', body)[1].decode()
    request = json.loads(body)
    return request["params"]["content"] if request["method"] == "message" else None
