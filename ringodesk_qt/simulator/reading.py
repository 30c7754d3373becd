"""How a request is read: key, Content-Type, body, and whether it fits an item of the collection."""

from __future__ import annotations

from typing import Any

import msgspec
from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from ringodesk_qt.simulator import requests
from ringodesk_qt.simulator.files import Arriving, FileShelf, StoredFile
from ringodesk_qt.simulator.keys import Keys
from ringodesk_qt.simulator.requests import Call, RequestRefusedError, quoted

MAX_JSON_BYTES = 1024 * 1024
MAX_FIELD_BYTES = 4096
MAX_UPLOAD_BYTES = 2 * 1024 * 1024 * 1024
PIECE_BYTES = 256 * 1024


class ReadRequest(msgspec.Struct, frozen=True):
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


class RequestReader:
    """Reads requests. Files of uploads go to the shelf's folder as they come."""

    def __init__(self, keys: Keys, shelf: FileShelf) -> None:
        self._keys = keys
        self._shelf = shelf

    async def read(self, request: web.Request) -> ReadRequest:
        """The request's call. Raises RequestRefusedError, with what could be read of it."""
        self._check_head(request)
        if is_upload(request):
            return await self._read_upload(request)
        return ReadRequest(requests.call_of(await _body(request)))

    def _check_head(self, request: web.Request) -> None:
        if request.path != "/api" or request.query_string:
            raise RequestRefusedError("there is nothing at this address but /api", code=404, http_status=404)
        if request.method != "POST":
            raise RequestRefusedError("the API takes POST requests only", code=405, http_status=405)
        if not self._keys.accepts(request.headers.get("Authorization", "")):
            raise RequestRefusedError("Unauthorized: the API key is missing or wrong", code=401, http_status=401)
        if request.content_type not in ("application/json", "multipart/form-data"):
            raise RequestRefusedError(
                "Content-Type must be application/json or multipart/form-data", code=415, http_status=415
            )

    async def _read_upload(self, request: web.Request) -> ReadRequest:
        """Streams the file to the shelf's folder; what is refused is removed again."""
        fields: dict[str, str] = {}
        arriving: list[Arriving] = []
        try:
            await self._read_parts(request, fields, arriving)
            call = requests.upload_of(fields)
            if not arriving:
                raise _refused_upload("parameter 'file' is missing", fields)
            return ReadRequest(call, arriving[0].whole())
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


def is_upload(request: web.Request) -> bool:
    """Whether a request says that it is an upload."""
    return request.content_type == "multipart/form-data"


async def consume(request: web.Request, size_bytes: int) -> None:
    """Reads so much of the body, or all of it if it is shorter."""
    try:
        while size_bytes > 0:
            piece = await request.content.read(min(size_bytes, PIECE_BYTES))
            if not piece:
                return
            size_bytes -= len(piece)
    except (OSError, HttpProcessingError):
        return


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
