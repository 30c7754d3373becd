"""A file that nobody should open and a server that nobody should ask, and what tells whether somebody did.

The file is watched by the kernel, which sees what Qt opens as well as what Python does.
"""

from __future__ import annotations

import base64
import ctypes
import os
import socket
import struct
from pathlib import Path

_IN_ACCESS, _IN_OPEN = 0x1, 0x20
_EVENT = struct.Struct("iIII")
_DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


class Bait:
    """`file` and `web` are URLs. Close it at the end."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "bait.png"
        self.path.write_bytes(base64.b64decode(_DOT))
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._watch = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        assert self._libc.inotify_add_watch(self._watch, os.fsencode(self.path), _IN_ACCESS | _IN_OPEN) > 0
        self._server = socket.create_server(("127.0.0.1", 0), backlog=50)
        self._server.setblocking(False)

    @property
    def file(self) -> str:
        return self.path.as_uri()

    @property
    def web(self) -> str:
        return f"http://127.0.0.1:{self._server.getsockname()[1]}"

    def taken(self) -> list[str]:
        """What was done with it since the last question."""
        return self._opened() + self._asked()

    def _opened(self) -> list[str]:
        try:
            events = os.read(self._watch, 1 << 16)
        except BlockingIOError:
            return []
        return ["the file was opened"] * (len(events) // _EVENT.size)

    def _asked(self) -> list[str]:
        found = []
        while True:
            try:
                connection, _address = self._server.accept()
            except BlockingIOError:
                return found
            connection.close()
            found.append("the server was asked")

    def close(self) -> None:
        os.close(self._watch)
        self._server.close()
