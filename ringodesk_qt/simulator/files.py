"""Files: uploads as they arrive, and everything that is served under ``/files/``, in a temporary folder."""

from __future__ import annotations

import mimetypes
import secrets
import shutil
import tempfile
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

import msgspec

MAX_NAME_CHARS = 120
HOSTILE_NAME = "../../.config/autostart/\u202egnp.evil\n.desktop"
"""Every file is served under this name too: one that tries to leave its folder and looks like another."""


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """A whole file on the shelf; `path` lies in the simulator's own folder and is named by the token."""

    token: str
    name: str
    mime: str
    path: Path
    size_bytes: int

    @property
    def url_path(self) -> str:
        """Where it is served: ``/files/<token>/<name>``."""
        return f"/files/{self.token}/{quote(self.name)}"


class Arriving:
    """A file on its way in, written piece by piece."""

    def __init__(self, folder: Path, name: str, mime: str = "") -> None:
        self._token = secrets.token_urlsafe(12)
        self._name = _safe_name(name)
        self._mime = mime or mimetypes.guess_type(self._name)[0] or "application/octet-stream"
        self._path = folder / self._token
        self._file: BinaryIO = self._path.open("wb")
        self.size_bytes = 0

    def write(self, piece: bytes) -> None:
        """Appends a piece."""
        self._file.write(piece)
        self.size_bytes += len(piece)

    def whole(self) -> StoredFile:
        """Closes it: this is all of it."""
        self._file.close()
        return StoredFile(
            token=self._token, name=self._name, mime=self._mime, path=self._path, size_bytes=self.size_bytes
        )

    def discard(self) -> None:
        """Removes it."""
        self._file.close()
        self._path.unlink(missing_ok=True)


class FileShelf:
    """The files that can be fetched. The folder is made by `open` and removed by `close`."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._files: dict[str, StoredFile] = {}

    def open(self) -> None:
        """Makes the folder."""
        self._folder = Path(tempfile.mkdtemp(prefix="ringodesk-simulator-"))

    def clear(self) -> None:
        """Serves nothing any more."""
        for file in self._files.values():
            file.path.unlink(missing_ok=True)
        self._files.clear()

    def close(self) -> None:
        """Removes the folder and all that is in it."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None
        self._files.clear()

    def arriving(self, name: str, mime: str = "") -> Arriving:
        """A file to be written. It is not served before `keep`."""
        assert self._folder is not None
        return Arriving(self._folder, name, mime)

    def keep(self, file: StoredFile) -> None:
        """Serves a file from now on."""
        self._files[file.token] = file

    def put(self, name: str, data: bytes) -> StoredFile:
        """Stores and serves these bytes."""
        arriving = self.arriving(name)
        arriving.write(data)
        file = arriving.whole()
        self.keep(file)
        return file

    def find(self, token: str, name: str) -> StoredFile | None:
        """The file with this token and name, or None."""
        file = self._files.get(token)
        return file if file is not None and name in (file.name, HOSTILE_NAME) else None

    def at_url(self, url: str) -> StoredFile | None:
        """The file that is served at this URL, or None."""
        return next((file for file in self._files.values() if url.endswith(file.url_path)), None)


def _safe_name(name: str) -> str:
    """A file name without folders, control characters and half characters."""
    last = name.replace("\\", "/").rpartition("/")[2]
    clean = "".join(char if char.isprintable() else "_" for char in last).strip(". ")
    return clean[-MAX_NAME_CHARS:] or "file"
