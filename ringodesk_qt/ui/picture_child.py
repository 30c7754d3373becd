"""The process that decodes strangers' pictures: it can do nothing else, and nothing is lost when it dies.

It gets a file's bytes over a pipe and answers with small raw pixels. Before the first byte of a picture is read it
gives up what a decoder that was taken over would want: on Linux and macOS it can open no file and no socket any more,
write no file, start no process, and has a limit of memory and of processor time for each picture. It ends when the
pipe does.

`picture_decoder` is the other end.
"""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import sys
import time
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from ringodesk_qt.ui.picture_formats import FORMATS, HEAD_BYTES, sniff

MAX_PIXELS = 64_000_000
"""A picture whose header claims more is not decoded."""
MEMORY_BYTES = 640 * 1024 * 1024
"""What decoding may take on top of what the process has when it is ready: a picture of `MAX_PIXELS` and its scaling."""
CPU_S = 10
ALARM_S = 30

READY = b"ready\n"
REQUEST = struct.Struct(">QI")
"""How many bytes of a file follow, and the square's edge in pixels."""
ANSWER = struct.Struct(">IIIII")
"""The picture's full width and height, those of the pixels that follow, 1 if they are clear; all 0 if it is broken.

A pixel has 4 bytes, as in QImage's Format_ARGB32_Premultiplied.
"""
PIXEL_BYTES = 4


def main() -> int:
    """Serves until the input ends; returns the exit code."""
    requests = open(0, "rb", closefd=False)  # noqa: SIM115 - sys.stdin is None in a program without a console
    answers = open(1, "wb", closefd=False)  # noqa: SIM115
    _load_decoders()
    give_up_rights()
    answers.write(READY)
    answers.flush()
    while head := requests.read(REQUEST.size):
        size_bytes, edge_px = REQUEST.unpack(head)
        content = requests.read(size_bytes)
        limit_time()
        answer(answers, decode(content, edge_px))
    return 0


def decode(content: bytes, edge_px: int) -> tuple[QSize, QImage]:
    """A picture's full size and its image scaled to fit a square; a null image for what is none or not a sane one."""
    format_name = sniff(content[:HEAD_BYTES])
    if not format_name:
        return QSize(0, 0), QImage()
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(format_name))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > MAX_PIXELS:
        return QSize(0, 0), QImage()
    if size.width() > edge_px or size.height() > edge_px:
        scaled = size.scaled(edge_px, edge_px, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(scaled.expandedTo(QSize(1, 1)))
    image = reader.read()
    image.convertTo(QImage.Format.Format_ARGB32_Premultiplied)
    return size.transposed() if _is_turned(reader) else size, image


def _is_turned(reader: QImageReader) -> bool:
    """Whether the header has the picture lie on its side: `size` is told before it is stood up."""
    return bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)


def answer(answers: BinaryIO, picture: tuple[QSize, QImage]) -> None:
    """Writes the pixels, or that there are none."""
    size, image = picture
    if image.isNull():
        answers.write(ANSWER.pack(0, 0, 0, 0, 0))
    else:
        answers.write(ANSWER.pack(size.width(), size.height(), image.width(), image.height(), _is_clear(image)))
        answers.write(image.constBits())
    answers.flush()


def _is_clear(image: QImage) -> bool:
    """Whether what is behind it shines through somewhere: many say that it could, and it does not."""
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    rows, step, width = memoryview(alpha.constBits()), alpha.bytesPerLine(), alpha.width()
    opaque = b"\xff" * width
    return any(bytes(rows[row * step : row * step + width]) != opaque for row in range(alpha.height()))


# ---------------------------------------------------------------- what it gives up


def _load_decoders() -> None:
    """Has Qt open its decoders' files while it still can."""
    for format_name in FORMATS:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        QImageReader(buffer, QByteArray(format_name)).canRead()


def give_up_rights() -> None:
    """Takes from this process, for good, what decoding does not need. Windows has nothing of this kind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that started us: its end is ours
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    _limit(resource.RLIMIT_AS, _memory_bytes() + MEMORY_BYTES)
    _limit(resource.RLIMIT_CORE, 1)  # and not 0, which keeps it from files alone: see paths.keep_to_ourselves
    for kind in (resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC, resource.RLIMIT_NOFILE):
        _limit(kind, 0)


def _limit(kind: int, most: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    with contextlib.suppress(OSError, ValueError):  # a limit that the system does not know, or has set lower already
        resource.setrlimit(kind, (most, most))


def _memory_bytes() -> int:
    """The address space in use. Where the system does not tell, it does not keep to the limit either."""
    if sys.platform == "win32":
        return 1 << 40
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 1 << 40


def limit_time() -> None:
    """Ends the process when the next picture takes too long, also where nobody is left to end it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(time.process_time()) + 1 + CPU_S
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    signal.alarm(ALARM_S)


if __name__ == "__main__":
    sys.exit(main())
