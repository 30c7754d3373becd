"""Which files are pictures that may be decoded, told by their content."""

from __future__ import annotations

import stat
import struct
import zlib
from pathlib import Path
from typing import BinaryIO

_PNG = b"\x89PNG\r\n\x1a\n"
_HEAD_BYTES = 16
_PIECE_BYTES = 1 << 18
_PNG_LONGEST_EDGE = 1_000_000
_PNG_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""By colour type."""


def sniff(head: bytes) -> bytes:
    """The format these first bytes belong to, as QImageReader names it; empty for anything not on the list."""
    if head.startswith(_PNG):
        return b"png"
    if head.startswith(b"\xff\xd8\xff"):
        return b"jpeg"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return b"gif"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return b"webp"
    if head.startswith(b"BM"):
        return b"bmp"
    return b""


def picture_format(path: Path) -> bytes:
    """The format of a file as `sniff` names it; empty for what is no regular file, no picture, or a damaged PNG.

    Raises OSError, and ValueError for a path that cannot be one. PNGs are looked through first because libpng writes
    what it finds wrong straight to stderr.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        return b""  # opening a pipe would block the thread for good
    with path.open("rb") as file:
        name = sniff(file.read(_HEAD_BYTES))
        if name == b"png":
            file.seek(len(_PNG))
            return name if _is_sound_png(file) else b""
        return name


def _is_sound_png(file: BinaryIO) -> bool:
    """Whether its chunks are whole, with right sums, from a sane header to the end mark."""
    kind, header = _png_chunk(file, keeps=True)
    if kind != b"IHDR" or not _is_sane_header(header):
        return False
    while kind not in {b"IEND", b""}:
        kind, _ = _png_chunk(file, keeps=False)
    return kind == b"IEND"


def _is_sane_header(header: bytes) -> bool:
    if len(header) != 13:
        return False
    width, height, depth, colour_type, compression, filtering, interlace = struct.unpack(">IIBBBBB", header)
    is_sized = 0 < width <= _PNG_LONGEST_EDGE and 0 < height <= _PNG_LONGEST_EDGE
    return (
        is_sized and depth in _PNG_DEPTHS.get(colour_type, ()) and (compression, filtering, interlace >> 1) == (0, 0, 0)
    )


def _png_chunk(file: BinaryIO, *, keeps: bool) -> tuple[bytes, bytes]:
    """The next chunk's kind, empty if it is damaged, and its first piece where that is wanted."""
    start = file.read(8)
    if len(start) != 8:
        return b"", b""
    left, kind = struct.unpack(">I4s", start)
    checksum = zlib.crc32(kind)
    kept = b""
    while left:
        piece = file.read(min(left, _PIECE_BYTES))
        if not piece:
            return b"", b""
        left -= len(piece)
        checksum = zlib.crc32(piece, checksum)
        kept = kept or (piece if keeps else b"")
    is_right = file.read(4) == struct.pack(">I", checksum)
    return (kind, kept) if is_right and kind.isalpha() else (b"", b"")
