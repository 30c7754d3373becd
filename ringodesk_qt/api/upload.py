"""A file on its way up: checked before the wire, read bit by bit, its progress told."""

from __future__ import annotations

import io
import logging
import mimetypes
import os
import re
import stat
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from ringodesk_qt.api.callbacks import Progress
from ringodesk_qt.errors import InputError, NotSentError

PROGRESS_INTERVAL_S = 0.05
DEFAULT_MIME = "application/octet-stream"

_MIME = r"[\w.+-]+/[\w.+-]+"

log = logging.getLogger(__name__)


class UploadFile:
    """An open file that gives exactly the bytes it had when it was opened, or fails before the last of them.

    The request announces the size, so a file that shrinks or grows meanwhile cannot be sent rightly. That is noticed
    before the last piece is handed over: the server never has the whole request, so it is a NotSentError.

    It has what httpx asks of a file: `read`, `seek` and `tell`, the latter two to find out its size.
    `file_name` is the file's name as it is sent: without folders, and with what is not UTF-8 replaced. Reading blocks
    the calling thread for the moment the disk takes for one piece (64 KiB): run uploads off the window's thread.
    """

    def __init__(self, path: Path, *, mime: str = "", on_progress: Progress | None = None) -> None:
        """Opens it. Raises InputError, naming file and reason, for what is not a readable file with something in it."""
        self.file_name = os.fsencode(path.name).decode("utf-8", "replace")
        self._file = _opened(path, self.file_name)
        state = os.fstat(self._file.fileno())
        self.size_bytes = state.st_size
        self._changed_at_ns = state.st_mtime_ns
        self._position = 0
        self._on_progress = on_progress
        self._told_at_s = -PROGRESS_INTERVAL_S
        self.mime = _mime(mime, self.file_name)

    @property
    def sent_bytes(self) -> int:
        """How much of it has been handed to the connection."""
        return self._position

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file. May be called again."""
        self._file.close()

    def tell(self) -> int:
        """Where the next piece begins."""
        return self._position

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Moves within the size it had when it was opened."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self.size_bytes}[whence]
        self._position = self._file.seek(max(0, min(start + offset, self.size_bytes)))
        return self._position

    def rewind(self) -> None:
        """Begins anew; so does the progress."""
        self.seek(0)
        self._told_at_s = -PROGRESS_INTERVAL_S

    def read(self, size: int = -1) -> bytes:
        """The next piece; tells the progress of those before it, and the end before the request's own end is sent."""
        self._tell(is_end=self._position == self.size_bytes)
        left = self.size_bytes - self._position
        piece = self._piece(left if size < 0 else min(size, left))
        self._position += len(piece)
        return piece

    def _piece(self, size: int) -> bytes:
        if size == 0:
            return b""
        try:
            piece = self._file.read(size)
            state = os.fstat(self._file.fileno())
        except OSError as exc:
            raise NotSentError(
                f"{self.file_name} could not be read to its end ({_reason(exc)}); it was not sent.", is_lasting=True
            ) from exc
        if len(piece) < size or (state.st_size, state.st_mtime_ns) != (self.size_bytes, self._changed_at_ns):
            raise NotSentError(
                f"{self.file_name} was changed while it was being sent; it was not sent. Try again.", is_lasting=True
            )
        return piece

    def _tell(self, *, is_end: bool) -> None:
        now_s = time.monotonic()
        if self._on_progress is None or (now_s - self._told_at_s < PROGRESS_INTERVAL_S and not is_end):
            return
        self._told_at_s = now_s
        try:
            self._on_progress(self._position, self.size_bytes)
        except Exception:  # the border to the caller's callback: a progress bar must not break an upload
            log.exception("telling the progress of an upload failed; it is told no more")
            self._on_progress = None


def _opened(path: Path, name: str) -> io.BufferedReader:
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise InputError(f"{name or path} is a folder. Send the files in it, or pack it into one.")
        if not stat.S_ISREG(state.st_mode):  # opening a pipe would wait for its other end
            raise InputError(f"{name} is not an ordinary file and cannot be sent.")
        if state.st_size == 0:
            raise InputError(f"{name} is empty, so there is nothing to send.")
        return path.open("rb")
    except FileNotFoundError as exc:
        raise InputError(f"{name} is no longer there. Send it from where it is now.") from exc
    except OSError as exc:
        raise InputError(f"{name} cannot be read: {_reason(exc)}.") from exc
    except ValueError as exc:  # a NUL in the path
        raise InputError("The file's path cannot be used.") from exc


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _mime(given: str, name: str) -> str:
    if re.fullmatch(_MIME, given, re.ASCII):
        return given
    return mimetypes.guess_type(name)[0] or DEFAULT_MIME
