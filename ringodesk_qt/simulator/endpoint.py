"""The HTTP side: ``POST /api`` with a Bearer key, and ``GET /files/<token>/<name>``.

The life of a request: key, Content-Type, body, does it fit an item of the collection, is it about something there is;
then it is done, answered, and only after the answer has left do people notice it.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import socket
import struct
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from ringodesk_qt.simulator import replies, requests
from ringodesk_qt.simulator.actions import UserActions
from ringodesk_qt.simulator.carrying import Carrier, Outcome
from ringodesk_qt.simulator.faults import Fault, FaultBoard, Stage
from ringodesk_qt.simulator.files import Arriving, FileShelf, StoredFile
from ringodesk_qt.simulator.records import RequestLog, RequestRecord
from ringodesk_qt.simulator.replies import Reply
from ringodesk_qt.simulator.requests import Call, RequestRefusedError, quoted
from ringodesk_qt.simulator.state import RingotelState, SimulatedMessage

MAX_JSON_BYTES = 1024 * 1024
MAX_FIELD_BYTES = 4096
MAX_UPLOAD_BYTES = 2 * 1024 * 1024 * 1024
PIECE_BYTES = 256 * 1024

_RESETS = frozenset({Fault.RESET_BEFORE_READING, Fault.RESET_AFTER_READING, Fault.RESET_AFTER_DOING})
_HANGS = frozenset({Fault.HANG, Fault.HANG_AFTER_DOING})

logger = logging.getLogger(__name__)


class _Read(msgspec.Struct, frozen=True):
    """A request that was read: a call, and the file of an upload."""

    call: Call
    file: StoredFile | None = None

    @property
    def told(self) -> dict[str, Any]:
        """Its parameters as the record has them."""
        if self.file is None:
            return dict(self.call.params)
        told = {"name": self.file.name, "mime": self.file.mime, "size_bytes": self.file.size_bytes}
        return {**self.call.params, "file": told}


class Endpoint:
    """The handlers of the simulator's HTTP server."""

    def __init__(
        self,
        *,
        api_key: str,
        state: RingotelState,
        shelf: FileShelf,
        faults: FaultBoard,
        log: RequestLog,
        actions: UserActions,
        url_of: Callable[[StoredFile], str],
        notice: Callable[[SimulatedMessage], None],
        settled: Callable[[], Awaitable[None]],
    ) -> None:
        """`notice` is told of each message a person gets; `settled` waits until all notifications have gone out."""
        self._authorization = f"Bearer {api_key}".encode()
        self._state = state
        self._carrier = Carrier(state)
        self._shelf = shelf
        self._faults = faults
        self._log = log
        self._actions = actions
        self._url_of = url_of
        self._notice = notice
        self._settled = settled
        self._stopping = asyncio.Event()

    def application(self) -> web.Application:
        """The aiohttp application."""
        app = web.Application(client_max_size=MAX_JSON_BYTES)
        app.router.add_get("/files/{token}/{name}", self._on_file)
        app.router.add_route("*", "/{path:.*}", self._on_request)
        return app

    def release(self) -> None:
        """Lets go of the requests that hang, so that the server can stop."""
        self._stopping.set()

    # ------------------------------------------------------------ files

    async def _on_file(self, request: web.Request) -> web.StreamResponse:
        file = self._shelf.find(request.match_info["token"], request.match_info["name"])
        logger.info("request for a file: %s", "served" if file else "not found")
        if file is None:
            return web.Response(status=404, text="There is no such file.")
        return web.FileResponse(file.path, headers={"Content-Type": file.mime, "X-Content-Type-Options": "nosniff"})

    # ------------------------------------------------------------ the API

    async def _on_request(self, request: web.Request) -> web.StreamResponse:
        fault = self._faults.take(Stage.UNREAD)
        if fault is not None:
            self._note(RequestRecord(method="", fault=fault, error=fault))
            return await self._misbehave(request, fault)
        try:
            read = await self._read(request)
        except RequestRefusedError as refused:
            return await _send(request, replies.refusal(str(refused), code=refused.code, status=refused.http_status))
        return await self._conduct(request, read)

    async def _conduct(self, request: web.Request, read: _Read) -> web.StreamResponse:
        """Does what was read and answers, or does what a fault wants instead."""
        fault = self._faults.take(Stage.INSTEAD, read.call.method)
        if fault is not None:
            self._discard(read.file)
            self._note(_record(read, fault=fault, error=fault))
            return await self._misbehave(request, fault)
        try:
            outcome = self._do(read)
        except RequestRefusedError as refused:
            self._discard(read.file)
            problem = f"{read.call.method}: {refused}"
            self._note(_record(read, error=problem))
            return await _send(request, replies.refusal(problem, code=refused.code))
        return await self._answer(request, read, outcome)

    def _do(self, read: _Read) -> Outcome:
        sessionid = read.call.params.get("sessionid", "")
        if sessionid in self._state.sessions and self._faults.take(Stage.BEFORE, read.call.method):
            self._state.close(self._state.session(sessionid))
        if read.file is None:
            return self._carrier.carry_out(read.call)
        outcome = self._carrier.take_file(read.call, self._url_of(read.file))
        self._shelf.keep(read.file)
        return outcome

    async def _answer(self, request: web.Request, read: _Read, outcome: Outcome) -> web.StreamResponse:
        """Answers what was done; whatever becomes of the answer, the person gets the message."""
        fault = self._faults.take(Stage.AFTER, read.call.method)
        self._note(_record(read, fault=fault, is_done=True))
        if fault is Fault.RECEIPT_BEFORE_REPLY:
            await self._deliver_first(outcome)
        elif fault is not None:
            self._notice_live(outcome)
            return await self._misbehave(request, fault)
        shape = self._faults.take(Stage.REPLY, read.call.method)
        try:
            return await _send(request, replies.result(outcome, shape))
        finally:
            self._notice_live(outcome)

    async def _deliver_first(self, outcome: Outcome) -> None:
        if outcome.message is not None:
            self._actions.deliver(outcome.message)
            await self._settled()

    def _notice_live(self, outcome: Outcome) -> None:
        if outcome.message is not None and outcome.is_live:
            self._notice(outcome.message)

    async def _misbehave(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault in _HANGS:
            await self._stopping.wait()
        if fault in _HANGS or fault in _RESETS:
            _reset(request)
            return web.Response()
        return await _send(request, replies.FAULTY[fault])

    def _note(self, record: RequestRecord) -> None:
        """Records a request and logs a line that holds nothing of what it said."""
        self._log.add(record)
        outcome = "refused" if record.error else "done"
        logger.info("request %s: %s%s", record.method or "?", outcome, f", {record.fault}" if record.fault else "")

    def _discard(self, file: StoredFile | None) -> None:
        if file is not None:
            file.path.unlink(missing_ok=True)

    # ------------------------------------------------------------ reading

    async def _read(self, request: web.Request) -> _Read:
        """The request's call; a refused one is recorded. Raises RequestRefusedError."""
        try:
            self._check_head(request)
            if request.content_type == "multipart/form-data":
                return await self._read_upload(request)
            return _Read(requests.call_of(await _body(request)))
        except RequestRefusedError as refused:
            self._note(
                RequestRecord(
                    method=refused.method, params=refused.params, error=str(refused), http_status=refused.http_status
                )
            )
            raise

    def _check_head(self, request: web.Request) -> None:
        if request.path != "/api" or request.query_string:
            raise RequestRefusedError("there is nothing at this address but /api", code=404, http_status=404)
        if request.method != "POST":
            raise RequestRefusedError("the API takes POST requests only", code=405, http_status=405)
        given = request.headers.get("Authorization", "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._authorization):
            raise RequestRefusedError("Unauthorized: the API key is missing or wrong", code=401, http_status=401)
        if request.content_type not in ("application/json", "multipart/form-data"):
            raise RequestRefusedError(
                "Content-Type must be application/json or multipart/form-data", code=415, http_status=415
            )

    async def _read_upload(self, request: web.Request) -> _Read:
        """Streams the file to the shelf's folder; what is refused is removed again."""
        fields: dict[str, str] = {}
        arriving: list[Arriving] = []
        try:
            await self._read_parts(request, fields, arriving)
            call = requests.upload_of(fields)
            if not arriving:
                raise _refused_upload("parameter 'file' is missing", fields)
            return _Read(call, arriving[0].whole())
        except BaseException:
            for file in arriving:
                file.discard()
            raise

    async def _read_parts(self, request: web.Request, fields: dict[str, str], arriving: list[Arriving]) -> None:
        try:
            async for part in await request.multipart():
                if not isinstance(part, BodyPartReader) or not part.name:
                    raise _refused_upload("a part has no name", fields)
                if part.name in fields or (part.name == "file" and arriving):
                    raise _refused_upload(f"parameter {quoted(part.name)} is there twice", fields)
                if part.name == "file":
                    await self._read_file(part, fields, arriving)
                else:
                    fields[part.name] = await _text(part, fields)
        except (ValueError, RuntimeError, OSError, HttpProcessingError) as error:
            raise _refused_upload("the form is broken off or not multipart/form-data", fields) from error

    async def _read_file(self, part: BodyPartReader, fields: dict[str, str], arriving: list[Arriving]) -> None:
        if not part.filename:
            raise _refused_upload("parameter 'file' must be a file with a name", fields)
        file = self._shelf.arriving(part.filename, part.headers.get("Content-Type", ""))
        arriving.append(file)
        while piece := await part.read_chunk(PIECE_BYTES):
            file.write(piece)
            if file.size_bytes > MAX_UPLOAD_BYTES:
                raise _refused_upload("the file is too large", fields, code=413)
        if not file.size_bytes:
            raise _refused_upload("the file is empty", fields)


def _record(read: _Read, *, fault: Fault | None = None, error: str = "", is_done: bool = False) -> RequestRecord:
    return RequestRecord(
        method=read.call.method,
        params=read.told,
        item=read.call.item.name,
        fault=fault,
        error=error,
        is_done=is_done,
    )


async def _body(request: web.Request) -> bytes:
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge as error:
        raise RequestRefusedError("the body is larger than 1 MiB", code=413, http_status=413) from error
    except (OSError, HttpProcessingError) as error:
        raise RequestRefusedError("the request broke off") from error


async def _text(part: BodyPartReader, fields: dict[str, str]) -> str:
    value = bytearray()
    while piece := await part.read_chunk(MAX_FIELD_BYTES):
        value += piece
        if len(value) > MAX_FIELD_BYTES:
            raise _refused_upload(f"parameter {quoted(part.name)} is too long", fields)
    return value.decode()


def _refused_upload(problem: str, fields: dict[str, str], *, code: int = 400) -> RequestRefusedError:
    refused = RequestRefusedError(f"{requests.UPLOAD}: {problem}", code=code)
    refused.method, refused.params = requests.UPLOAD, dict(fields)
    return refused


async def _send(request: web.Request, reply: Reply) -> web.StreamResponse:
    """Sends the whole answer, so that what is done next comes after it."""
    headers = {"Content-Type": reply.content_type}
    if reply.retry_after_s is not None:
        headers["Retry-After"] = str(reply.retry_after_s)
    if reply.status == 405:
        headers["Allow"] = "POST"
    response = web.Response(status=reply.status, body=reply.body, headers=headers)
    try:
        await response.prepare(request)
        await response.write_eof()
    except ConnectionError:
        logger.info("the client did not wait for its answer")
    return response


def _reset(request: web.Request) -> None:
    """Cuts the connection so that the client sees a reset, not an end."""
    transport = request.transport
    if transport is not None:
        connection = transport.get_extra_info("socket")
        connection.setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
        )
        transport.abort()
