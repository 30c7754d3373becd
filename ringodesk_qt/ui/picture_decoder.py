"""Has strangers' pictures decoded, in processes that may crash, hang or be taken over without harm to this one.

What comes back is looked at like anything else of a stranger's: it is a few numbers in narrow bounds, and pixels.
`picture_child` is the other end, and says what it is allowed to do.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from ringodesk_qt.ui.picture_child import ANSWER, MAX_PIXELS, PIXEL_BYTES, READY, REQUEST
from ringodesk_qt.ui.picture_formats import DECODE_PICTURES, HEAD_BYTES, sniff

log = logging.getLogger(__name__)

MAX_FILE_BYTES = 64 * 1024 * 1024
"""A file that is larger is not decoded."""
PROCESSES = 2
START_LIMIT_S = 30.0
PICTURE_LIMIT_S = 20.0
STOP_LIMIT_S = 5.0
_PIECE_BYTES = 1 << 18
_FORMATS = {0: QImage.Format.Format_RGB32, 1: QImage.Format.Format_ARGB32_Premultiplied}
"""Of pixels nothing shines through, and of clear ones."""
_KEPT_VARIABLES = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP")
"""Of the environment: the rest may hold secrets, or settings of Qt that mean a window."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What became of a file: the picture's full size and the image scaled to the box; None if it is broken.

    The image has an alpha channel only if something shines through it.
    """

    full_size: QSize
    image: QImage | None


BROKEN = Picture(QSize(), None)


def child_command() -> list[str]:
    """How the other process is started: by this Python, or by the bundle's only program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, DECODE_PICTURES]
    return [sys.executable, "-m", "ringodesk_qt.ui.picture_child"]


class PictureDecoders:
    """Two processes at most, begun with the first picture and again after a crash. Called from any thread."""

    def __init__(self, *, command: Sequence[str] | None = None, limit_s: float = PICTURE_LIMIT_S) -> None:
        """`limit_s` is the time for one picture."""
        chosen = list(command or child_command())
        self._all = [_Decoder(chosen, limit_s) for _ in range(PROCESSES)]
        self._free: queue.LifoQueue[_Decoder] = queue.LifoQueue()  # the one that has begun is taken first
        for decoder in self._all:
            self._free.put(decoder)

    def decode(self, path: str, edge_px: int) -> Picture:
        """A file's picture, scaled to fit a square of `edge_px`; `BROKEN` for what is none or not a sane one.

        Blocks until a process is free and has done it: call it in a thread. Raises nothing that a file can cause.
        """
        try:
            with _opened(path) as file:
                decoder = self._free.get()
                try:
                    return decoder.decode(file, edge_px)
                finally:
                    self._free.put(decoder)
        except (OSError, ValueError) as error:
            log.debug("a picture was not decoded: %s", type(error).__name__)
            return BROKEN

    @property
    def process_ids(self) -> list[int]:
        """Of the processes that run now."""
        return [decoder.process_id for decoder in self._all if decoder.process_id is not None]

    def rest(self) -> None:
        """Ends the processes that have nothing to do; the next picture begins them anew."""
        resting = []
        with contextlib.suppress(queue.Empty):
            while True:
                resting.append(self._free.get_nowait())
        for decoder in resting:
            decoder.end()
            self._free.put(decoder)

    def stop(self) -> None:
        """Ends all processes, whatever they are at, and begins no other: what is still wanted is `BROKEN`."""
        for decoder in self._all:
            decoder.stop()
        idle = [self._free.get(timeout=STOP_LIMIT_S) for _ in self._all]
        for decoder in idle:
            decoder.end()
            self._free.put(decoder)


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """A file that may be a picture, at its beginning. Raises OSError or ValueError for anything else."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb", buffering=0) as file:  # a pipe would have blocked the thread for good
        info = os.fstat(descriptor)
        if not stat.S_ISREG(info.st_mode) or info.st_size > MAX_FILE_BYTES or not sniff(file.read(HEAD_BYTES)):
            raise ValueError("no picture")
        file.seek(0)
        yield file


class _Decoder:
    """One process. `decode` and `end` are called by one thread at a time, `stop` by any."""

    def __init__(self, command: list[str], limit_s: float) -> None:
        self._command = command
        self._limit_s = limit_s
        self._process: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()
        self._is_stopped = False

    @property
    def process_id(self) -> int | None:
        process = self._process
        return process.pid if process is not None else None

    def decode(self, file: BinaryIO, edge_px: int) -> Picture:
        """Raises OSError when the process died, was too slow or could not be begun."""
        is_done = False
        try:
            process = self._process or self._begin()
            with self._watched(process, self._limit_s):
                picture = _asked(process, file, edge_px)
            is_done = True
            return picture
        finally:
            if not is_done:
                self.end()

    def _begin(self) -> subprocess.Popen[bytes]:
        with self._starting:
            if self._is_stopped:
                raise ValueError("the program is ending")
            process = self._process = _started(self._command)
        with self._watched(process, START_LIMIT_S):
            if _read(process.stdout, len(READY)) != READY:
                log.error("pictures cannot be shown: the process that decodes them does not start")
                raise OSError("no decoder")
        return process

    @contextmanager
    def _watched(self, process: subprocess.Popen[bytes], limit_s: float) -> Iterator[None]:
        """Kills the process when it takes too long: whoever waits for it then reads the end of the pipe."""
        timer = threading.Timer(limit_s, process.kill)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def end(self) -> None:
        """Kills the process and sees it gone: it has nothing to lose."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
            process.wait()

    def stop(self) -> None:
        """Kills the process and has no other begin; whoever waits for it sees that it has ended."""
        with self._starting:
            self._is_stopped = True
            process = self._process
        if process is not None:
            process.kill()


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return subprocess.Popen(  # noqa: S603 - our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # the libraries print what they think of a stranger's file
        cwd=Path(__file__).parents[2],
        env={**kept, "QT_NO_GUI_THREADPOOL": "1"},  # its threads would want files of their own
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        bufsize=0,
    )


def _asked(process: subprocess.Popen[bytes], file: BinaryIO, edge_px: int) -> Picture:
    assert process.stdin is not None
    size_bytes = os.fstat(file.fileno()).st_size
    _write(process.stdin, REQUEST.pack(size_bytes, edge_px))
    while size_bytes > 0:
        piece = file.read(min(_PIECE_BYTES, size_bytes))
        if not piece:
            raise OSError("the file became shorter")
        _write(process.stdin, piece)
        size_bytes -= len(piece)
    return _answered(process, edge_px)


def _answered(process: subprocess.Popen[bytes], edge_px: int) -> Picture:
    full_width, full_height, width, height, clear = ANSWER.unpack(_read(process.stdout, ANSWER.size))
    if (full_width, full_height, width, height, clear) == (0, 0, 0, 0, 0):
        return BROKEN
    is_sane = 0 < width <= edge_px and 0 < height <= edge_px and 0 < full_width * full_height <= MAX_PIXELS
    is_sane = is_sane and clear in _FORMATS
    if not is_sane:
        raise OSError("an answer that makes no sense")
    pixels = _read(process.stdout, width * height * PIXEL_BYTES)
    image = QImage(pixels, width, height, width * PIXEL_BYTES, _FORMATS[clear])
    return Picture(QSize(full_width, full_height), image.copy())  # the copy has pixels of its own


def _read(pipe: IO[bytes] | None, size_bytes: int) -> bytes:
    """Exactly so many bytes. Raises OSError where they end before."""
    assert pipe is not None
    read = bytearray()
    while len(read) < size_bytes:
        piece = pipe.read(size_bytes - len(read))
        if not piece:
            raise OSError("the process has ended")
        read += piece
    return bytes(read)


def _write(pipe: IO[bytes], content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[pipe.write(view) :]
