"""How requests and answers break on their way, byte for byte as a socket sees it."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from typing import Any

import aiohttp
import pytest

from ringodesk_qt.simulator import Fault, Simulator

KEY = "k3y-Of.the_ACCOUNT"
ORGID = "16287540703457500320"
SEND = {"method": "message", "params": {"orgid": ORGID, "from": "1234567890", "to": "501", "content": "Hello"}}
BODY = json.dumps(SEND).encode()


def request_of(body: bytes, kind: str = "application/json") -> bytes:
    lines = [
        "POST /api HTTP/1.1",
        "Host: 127.0.0.1",
        f"Authorization: Bearer {KEY}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body)}",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body


class Line:
    """A connection, and what comes over it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def ask(self) -> None:
        self.writer.write(request_of(BODY))
        await self.writer.drain()

    async def answer(self) -> tuple[bytes, bytes]:
        """An answer with a Content-Length, its head and its body."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        return head, await self.reader.readexactly(int(length.partition(b":")[2]))

    async def all(self) -> tuple[bytes, bool]:
        """Everything until the end, and whether the end was a reset."""
        got = b""
        try:
            while piece := await self.reader.read(65536):
                got += piece
        except ConnectionResetError:
            return got, True
        return got, False


@pytest.fixture
async def line(sim: Simulator) -> Any:
    reader, writer = await asyncio.open_connection("127.0.0.1", sim.port)
    yield Line(reader, writer)
    writer.close()
    await asyncio.gather(writer.wait_closed(), return_exceptions=True)


async def whole(sim: Simulator) -> bytes:
    """An answer as it comes over the wire where one is written by hand."""
    reader, writer = await asyncio.open_connection("127.0.0.1", sim.port)
    sim.faults.once(Fault.CLOSE_AT_ANSWER_BYTE, value=1_000_000)
    await Line(reader, writer).ask()
    got, is_reset = await Line(reader, writer).all()
    writer.close()
    await writer.wait_closed()
    assert not is_reset
    return got


def blocking(port: int) -> tuple[bytes, bool]:
    """Asks over a plain socket, which gives out what came before a reset; the end as in `Line.all`."""
    got = b""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request_of(BODY))
        try:
            while piece := connection.recv(65536):
                got += piece
        except ConnectionResetError:
            return got, True
    return got, False


@pytest.mark.parametrize("byte", [0, 1, 8, 30, -1, -20])
@pytest.mark.parametrize("fault", [Fault.RESET_AT_ANSWER_BYTE, Fault.CLOSE_AT_ANSWER_BYTE])
async def test_an_answer_that_breaks_off(sim: Simulator, fault: Fault, byte: int) -> None:
    full = await whole(sim)
    assert full.startswith(b"HTTP/1.1 200 OK\r\n")
    sim.faults.once(fault, value=byte)
    got, is_reset = await asyncio.to_thread(blocking, sim.port)
    assert is_reset is (fault is Fault.RESET_AT_ANSWER_BYTE)
    expected = len(full) + byte if byte < 0 else byte
    assert len(got) == expected
    assert got[:17] == full[:17][: len(got)]
    assert len(sim.messages) == 2
    assert (sim.requests[-1].is_done, sim.requests[-1].fault) == (True, fault)


async def test_a_refusal_breaks_off_too(sim: Simulator, line: Line) -> None:
    sim.faults.once(Fault.ERROR_TEXT)
    sim.faults.once(Fault.CLOSE_AT_ANSWER_BYTE, value=-1)
    await line.ask()
    got, _is_reset = await line.all()
    assert got.endswith(b'{"error":"Something went wrong, nothing was done"')
    assert sim.requests[-1].faults == (Fault.ERROR_TEXT, Fault.CLOSE_AT_ANSWER_BYTE)
    assert sim.messages == []


async def test_an_answer_that_hangs_in_the_middle(sim: Simulator, line: Line) -> None:
    sim.faults.once(Fault.HANG_AT_ANSWER_BYTE, value=20)
    await line.ask()
    assert (await line.reader.readexactly(20)).startswith(b"HTTP/1.1 200 OK\r\nCo")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await line.reader.read(1)
    await sim.stop()
    assert await line.all() == (b"", True)


async def test_an_answer_that_dribbles(sim: Simulator, line: Line) -> None:
    sim.faults.once(Fault.DRIBBLE, value=0.001)
    await line.ask()
    sizes = []
    while piece := await line.reader.read(65536):
        sizes.append(len(piece))
    assert sum(sizes) > 100
    assert len(sizes) > 20


async def test_an_answer_that_is_late(sim: Simulator, api: Any) -> None:
    sim.faults.once(Fault.LATE_ANSWER, value=0.2)
    before = time.monotonic()
    assert await api.text()
    assert time.monotonic() - before >= 0.2


async def test_a_connection_that_is_closed_while_it_idles(sim: Simulator, line: Line) -> None:
    sim.faults.once(Fault.CLOSE_WHEN_IDLE)
    await line.ask()
    head, _body = await line.answer()
    assert b"connection: close" not in head.lower()
    assert await line.all() == (b"", False)


async def test_a_request_over_a_connection_that_is_about_to_close_is_lost(sim: Simulator, line: Line) -> None:
    sim.faults.once(Fault.CLOSE_WHEN_IDLE, value=0.2)
    await line.ask()
    await line.answer()
    await line.ask()
    assert (await line.all())[0] == b""
    assert len(sim.requests) == 1


@pytest.mark.parametrize(("fault", "more"), [(Fault.LENGTH_TOO_LONG, 10), (Fault.LENGTH_TOO_SHORT, -5)])
async def test_a_length_that_is_not_true(sim: Simulator, line: Line, fault: Fault, more: int) -> None:
    sim.faults.once(fault)
    await line.ask()
    got, _is_reset = await line.all()
    head, _empty, body = got.partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body) + more}".encode() in head
    assert "messageid" in json.loads(body)["result"]


async def test_an_answer_in_chunks(sim: Simulator, line: Line, api: Any) -> None:
    sim.faults.always(Fault.CHUNKED, value=5)
    await line.ask()
    head = await line.reader.readuntil(b"\r\n\r\n")
    assert b"transfer-encoding: chunked" in head.lower()
    assert b"content-length" not in head.lower()
    assert await line.reader.readline() == b"5\r\n"
    assert await api.text()


@pytest.mark.parametrize(("fault", "shape"), [(Fault.CHUNKED, Fault.REPLY_EMPTY), (Fault.DRIBBLE, Fault.REPLY_204)])
async def test_ways_and_shapes_go_together(sim: Simulator, api: Any, fault: Fault, shape: Fault) -> None:
    sim.faults.once(fault, value=1 if fault is Fault.CHUNKED else 0)
    sim.faults.once(shape)
    _status, body = await api.post(BODY)
    assert body == b""
    assert sim.requests[-1].faults == (shape, fault)


# ---------------------------------------------------------------- requests


@pytest.mark.parametrize("size", [0, 10, 100_000])
async def test_a_reset_in_the_middle_of_a_request(sim: Simulator, line: Line, size: int) -> None:
    sim.faults.once(Fault.RESET_AT_REQUEST_BYTE, value=size)
    line.writer.write(request_of(b"x" * 2_000_000)[: 400 + size])
    await sim.wait_request("")
    assert await line.all() == (b"", True)
    assert sim.requests[-1].http_status == 0


async def test_a_request_that_is_not_read_to_its_end(sim: Simulator, line: Line) -> None:
    sim.faults.once(Fault.HANG_AT_REQUEST_BYTE, value=1000)
    line.writer.write(request_of(b"x" * 50_000_000))
    await sim.wait_request("")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await line.writer.drain()  # what is in between is full
    await sim.stop()
    assert await line.all() == (b"", True)


async def test_uploads_alone(sim: Simulator, api: Any) -> None:
    sim.faults.always(Fault.RESET_AT_REQUEST_BYTE, only="upload", value=50)
    await api.text()
    form = aiohttp.FormData({"orgid": ORGID, "to": "501", "from": "1"})
    form.add_field("file", b"data", filename="a.txt")
    with pytest.raises(aiohttp.ClientError):
        await api.upload(form)
    assert [record.method for record in sim.requests] == ["message", "upload"]
    assert len(sim.messages) == 1
