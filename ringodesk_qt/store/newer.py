"""Whether a newer version made a database, seen without SQLite: even a look through that leaves files beside it.

The number stands in the file's first page, and in that page's newest copy in the write-ahead log, where a process that
was killed left one: https://sqlite.org/fileformat2.html. Whoever starts the program waits for this look; it imports
next to nothing.
"""

from __future__ import annotations

import struct
from io import FileIO
from pathlib import Path

from ringodesk_qt.errors import StoreError

SCHEMA = 150
"""The newest schema that this version knows."""
APPLICATION_ID = 0x52474F44
"""The letters RGOD: the file is ours."""

_FIRST = b"SQLite format 3\0"
_HEAD_BYTES = 100
_USER_VERSION, _APPLICATION_ID = slice(60, 64), slice(68, 72)
_LOG_HEAD = struct.Struct(">4I8s8x")
_FRAME_HEAD_BYTES = 24
_PAGE_BYTES = range(512, 65537)
_MAGIC = (0x377F0682, 0x377F0683)
_PIECE_BYTES = 1 << 18
"""How much of the log is read at once; a killed process may leave sixteen megabytes."""


def check_not_newer(path: Path) -> None:
    """Raises StoreError for a database that a newer version made. Nothing is written.

    Whatever else is the matter with it is the store's to tell.
    """
    try:
        head = _newest_head(path) if path.is_file() else b""  # a pipe would be waited for
    except OSError:
        return
    is_ours = head.startswith(_FIRST) and _number(head[_APPLICATION_ID]) == APPLICATION_ID
    if is_ours and _number(head[_USER_VERSION]) > SCHEMA:
        raise newer(path, _number(head[_USER_VERSION]))


def newer(path: Path, schema: int, *, known: int = SCHEMA) -> StoreError:
    """What is said of such a database."""
    return StoreError(
        f"The database {path} was made by a newer version of Ringodesk (schema {schema}, this one knows {known}). "
        "Install that version, or name another folder with --home. Nothing was changed."
    )


def _number(four: bytes) -> int:
    return int.from_bytes(four, "big")


def _newest_head(path: Path) -> bytes:
    """The first bytes of the first page, as the last commit left them."""
    with path.open("rb", buffering=0) as file:
        head = file.read(_HEAD_BYTES)
    log = path.with_name(f"{path.name}-wal")
    if not log.is_file():  # likewise
        return head
    try:
        with log.open("rb", buffering=0) as file:
            return _head_in_log(file) or head
    except FileNotFoundError:  # its last user has just closed it
        return head


def _head_in_log(log: FileIO) -> bytes:
    """The same of a write-ahead log; empty where it has none that was committed."""
    found = waiting = b""
    start = log.read(_LOG_HEAD.size)
    if len(start) < _LOG_HEAD.size:
        return b""
    magic, _version, page_bytes, _checkpoint, salt = _LOG_HEAD.unpack(start)
    if magic not in _MAGIC or page_bytes not in _PAGE_BYTES:
        return b""
    frame = struct.Struct(f">2I8s8x{page_bytes}x")
    while piece := log.read(max(1, _PIECE_BYTES // frame.size) * frame.size):
        whole = memoryview(piece)[: len(piece) - len(piece) % frame.size]
        for place, (page, pages_after_commit, frame_salt) in enumerate(frame.iter_unpack(whole)):
            if frame_salt != salt:  # left over from before the last checkpoint
                return found
            if page == 1:
                head = place * frame.size + _FRAME_HEAD_BYTES
                waiting = piece[head : head + _HEAD_BYTES]
            if pages_after_commit:
                found = waiting or found
    return found
