"""How an answer travels: as it should, or broken off, held back and dribbled as a fault wants it."""

from __future__ import annotations

import asyncio
import logging
import socket
import struct
import sys
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from aiohttp import web

from ringodesk_qt.simulator.board import Bite
from ringodesk_qt.simulator.faults import Fault
from ringodesk_qt.simulator.replies import Reply
from ringodesk_qt.simulator.stopping import Stopping

_SETTLING_S = 0.05
"""What was written has this long to be read before a reset overtakes it."""
_RESETS = frozenset({Fault.RESET_BEFORE_READING, Fault.RESET_AT_REQUEST_BYTE})
_RESETS |= {Fault.RESET_AFTER_READING, Fault.RESET_AFTER_DOING, Fault.RESET_AT_ANSWER_BYTE}
_HANGS = frozenset({Fault.HANG, Fault.HANG_AT_REQUEST_BYTE, Fault.HANG_AFTER_DOING, Fault.HANG_AT_ANSWER_BYTE})

logger = logging.getLogger(__name__)


class Sender:
    """Sends answers. Whatever waits ends when the simulator stops."""

    def __init__(self, stopping: Stopping) -> None:
        self._stopping = stopping
        self._ways: dict[Fault, Callable[[web.Request, Reply, Bite], Awaitable[web.StreamResponse]]] = {
            Fault.LATE_ANSWER: self._late,
            Fault.DRIBBLE: self._dribble,
            Fault.RESET_AT_ANSWER_BYTE: self._broken_off,
            Fault.CLOSE_AT_ANSWER_BYTE: self._broken_off,
            Fault.HANG_AT_ANSWER_BYTE: self._broken_off,
            Fault.CLOSE_WHEN_IDLE: self._closed_when_idle,
            Fault.LENGTH_TOO_LONG: self._of_wrong_length,
            Fault.LENGTH_TOO_SHORT: self._of_wrong_length,
            Fault.CHUNKED: self._chunked,
        }

    async def send(self, request: web.Request, reply: Reply, bite: Bite | None = None) -> web.StreamResponse:
        """Sends the whole answer, or what a fault leaves of it, so that what is done next comes after it."""
        try:
            return await (self._ways[bite.fault](request, reply, bite) if bite else self._whole(request, reply))
        except ConnectionError:
            logger.info("the client did not wait for its answer")
            return web.Response()

    async def cut(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        """Sends nothing more: the connection hangs until the simulator stops, is reset, or is closed."""
        if fault in _HANGS:
            await self._stopping.wait()
        if fault in _HANGS or fault in _RESETS:
            _reset(request)
        elif request.transport is not None:
            request.transport.close()
        return web.Response()

    # ------------------------------------------------------------ ways

    async def _whole(self, request: web.Request, reply: Reply) -> web.StreamResponse:
        response = web.Response(status=reply.status, body=reply.body, headers=reply.head)
        await response.prepare(request)
        await response.write_eof()
        return response

    async def _late(self, request: web.Request, reply: Reply, bite: Bite) -> web.StreamResponse:
        await self._stopping.sleep(bite.number)
        return await self._whole(request, reply)

    async def _closed_when_idle(self, request: web.Request, reply: Reply, bite: Bite) -> web.StreamResponse:
        """While it waits here nothing else is read from the connection: a request that comes over it is lost."""
        response = await self._whole(request, reply)
        await self._stopping.sleep(bite.number)
        if request.transport is not None:
            request.transport.close()
        return response

    async def _chunked(self, request: web.Request, reply: Reply, bite: Bite) -> web.StreamResponse:
        response = web.StreamResponse(status=reply.status, headers=reply.head)
        response.enable_chunked_encoding()
        await response.prepare(request)
        for start in range(0, len(reply.body), bite.whole):
            await response.write(reply.body[start : start + bite.whole])
        await response.write_eof()
        return response

    async def _dribble(self, request: web.Request, reply: Reply, bite: Bite) -> web.StreamResponse:
        for byte in _raw(reply):
            if self._stopping.has_begun or not _write(request, bytes((byte,))):
                break
            await self._stopping.sleep(bite.number)
        return await self.cut(request, bite.fault)

    async def _broken_off(self, request: web.Request, reply: Reply, bite: Bite) -> web.StreamResponse:
        _write(request, _raw(reply)[: bite.whole])
        await asyncio.sleep(_SETTLING_S)
        return await self.cut(request, bite.fault)

    async def _of_wrong_length(self, request: web.Request, reply: Reply, bite: Bite) -> web.StreamResponse:
        more = bite.whole if bite.fault is Fault.LENGTH_TOO_LONG else -bite.whole
        _write(request, _raw(reply, length_bytes=max(len(reply.body) + more, 0)))
        await asyncio.sleep(_SETTLING_S)
        return await self.cut(request, bite.fault)


def _raw(reply: Reply, *, length_bytes: int | None = None) -> bytes:
    """The answer byte for byte, status line first, with a Content-Length that need not be true."""
    length_bytes = len(reply.body) if length_bytes is None else length_bytes
    head = {**reply.head, "Content-Length": str(length_bytes)}
    lines = [f"HTTP/1.1 {reply.status} {HTTPStatus(reply.status).phrase}", *(f"{k}: {v}" for k, v in head.items())]
    return "\r\n".join([*lines, "", ""]).encode() + reply.body


def _write(request: web.Request, data: bytes) -> bool:
    """Writes past aiohttp; False where there is nobody to write to."""
    transport = request.transport
    if transport is None or transport.is_closing():
        return False
    if data:
        transport.write(data)
    return True


def _reset(request: web.Request) -> None:
    """Cuts the connection so that the client sees a reset, not an end."""
    transport = request.transport
    if transport is not None:
        connection = transport.get_extra_info("socket")
        connection.setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
        )
        transport.abort()
