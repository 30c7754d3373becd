"""The files that messages lead to, and what their URLs may do instead of giving them."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from ringodesk_qt.simulator.board import Bite, FaultBoard
from ringodesk_qt.simulator.faults import Fault, Stage
from ringodesk_qt.simulator.files import HOSTILE_NAME, FileShelf, StoredFile
from ringodesk_qt.simulator.records import FileRecord
from ringodesk_qt.simulator.stopping import Stopping

PIECE_BYTES = 64 * 1024
_TURNS_PER_S = 10
_NO_SNIFFING = {"X-Content-Type-Options": "nosniff"}
_AGAIN = "again"
"""In the query of a URL that was redirected to: from here the file itself comes."""

logger = logging.getLogger(__name__)


class FileServer:
    """``GET /files/<token>/<name>``."""

    def __init__(
        self, shelf: FileShelf, faults: FaultBoard, stopping: Stopping, *, noted: Callable[[FileRecord], None]
    ) -> None:
        """`noted` is told of each file that is asked for."""
        self._shelf = shelf
        self._faults = faults
        self._stopping = stopping
        self._noted = noted
        self._ways: dict[Fault, Callable[[web.Request, StoredFile, Bite], Awaitable[web.StreamResponse]]] = {
            Fault.FILE_REDIRECT: self._redirect,
            Fault.FILE_LOOP: self._redirect,
            Fault.FILE_SLOW: self._slow,
            Fault.FILE_HANG: self._half,
            Fault.FILE_CUT: self._half,
            Fault.FILE_HUGE: self._zeros,
            Fault.FILE_ENDLESS: self._zeros,
            Fault.FILE_GONE: self._gone,
            Fault.FILE_PAGE: self._page,
            Fault.FILE_DISPOSITION: self._named,
        }

    async def on_get(self, request: web.Request) -> web.StreamResponse:
        """Gives the file, or does what a fault wants."""
        name = request.match_info["name"]
        file = self._shelf.find(request.match_info["token"], name)
        bite = self._faults.bite(Stage.FILE) if file is not None and _AGAIN not in request.query else None
        self._noted(FileRecord(name=name, is_there=file is not None, fault=bite.fault if bite else None))
        logger.info("request for a file: %s", "served" if file else "not found")
        if file is None:
            return _missing()
        if bite is None:
            return _whole(file)
        try:
            return await self._ways[bite.fault](request, file, bite)
        except ConnectionError:
            logger.info("the client did not wait for its file")
            return web.Response()

    # ------------------------------------------------------------ ways

    async def _redirect(self, request: web.Request, _file: StoredFile, bite: Bite) -> web.StreamResponse:
        location = request.rel_url.raw_path
        if bite.fault is Fault.FILE_REDIRECT:
            location = bite.word or f"{location}?{_AGAIN}"
        return web.Response(status=302, headers={"Location": location})

    async def _gone(self, _request: web.Request, _file: StoredFile, _bite: Bite) -> web.StreamResponse:
        return _missing()

    async def _page(self, _request: web.Request, _file: StoredFile, _bite: Bite) -> web.StreamResponse:
        return web.Response(text="<html><body><h1>Please log in</h1></body></html>", content_type="text/html")

    async def _named(self, _request: web.Request, file: StoredFile, _bite: Bite) -> web.StreamResponse:
        name = HOSTILE_NAME.encode("ascii", "ignore").decode().replace("\n", "")
        return _whole(file, **{"Content-Disposition": f'attachment; filename="{name}"'})

    async def _slow(self, request: web.Request, file: StoredFile, bite: Bite) -> web.StreamResponse:
        response = await _begun(request, file, length_bytes=file.size_bytes)
        piece_bytes = max(bite.whole // _TURNS_PER_S, 1)
        data = file.path.read_bytes()
        for start in range(0, len(data), piece_bytes):
            await response.write(data[start : start + piece_bytes])
            await self._stopping.sleep(piece_bytes / bite.whole)
            if self._stopping.has_begun:
                return _closed(request, response)
        await response.write_eof()
        return response

    async def _half(self, request: web.Request, file: StoredFile, bite: Bite) -> web.StreamResponse:
        response = await _begun(request, file, length_bytes=file.size_bytes)
        await response.write(file.path.read_bytes()[: file.size_bytes // 2])
        if bite.fault is Fault.FILE_HANG:
            await self._stopping.wait()
        return _closed(request, response)

    async def _zeros(self, request: web.Request, file: StoredFile, bite: Bite) -> web.StreamResponse:
        left = bite.whole if bite.fault is Fault.FILE_HUGE else None
        response = await _begun(request, file, length_bytes=left)
        while (left is None or left > 0) and not self._stopping.has_begun:
            size = PIECE_BYTES if left is None else min(left, PIECE_BYTES)
            await response.write(bytes(size))
            left = None if left is None else left - size
        return _closed(request, response)


def _missing() -> web.Response:
    return web.Response(status=404, text="There is no such file.")


def _whole(file: StoredFile, **more: str) -> web.FileResponse:
    return web.FileResponse(file.path, headers={"Content-Type": file.mime, **_NO_SNIFFING, **more})


async def _begun(request: web.Request, file: StoredFile, *, length_bytes: int | None) -> web.StreamResponse:
    """An answer whose body is still to be written; without a length it ends with the connection."""
    response = web.StreamResponse(headers={"Content-Type": file.mime, **_NO_SNIFFING})
    if length_bytes is None:
        response.force_close()
    response.content_length = length_bytes
    await response.prepare(request)
    return response


def _closed(request: web.Request, response: web.StreamResponse) -> web.StreamResponse:
    """Closes the connection, whether or not all was written."""
    if request.transport is not None:
        request.transport.close()
    return response
