"""How large a picture is, by the first bytes of its file: known before it is decoded, so that its row has its place.

Nothing is decoded here, and nothing is believed: what a file claims is only room kept in the window until the picture
itself is there. What is damaged, or of another kind, has no size.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

import msgspec

LARGEST_EDGE_PX = 65_535
_HEAD_BYTES = 64
_MOST_SEGMENTS = 200
_ORIENTATION = 0x0112
_MOST_ENTRIES = 100


class PictureHead(msgspec.Struct, frozen=True, kw_only=True):
    """A picture's size in pixels as it is looked at, and whether it moves."""

    width: int
    height: int
    is_animated: bool = False


def read_picture_head(path: Path) -> PictureHead | None:
    """What the file's beginning tells, or None. Blocks on the disk: call it in a thread. Raises nothing."""
    try:
        with path.open("rb") as file:
            return picture_head(file)
    except OSError:
        return None


def picture_head(file: BinaryIO) -> PictureHead | None:
    """What a file that can be sought in tells at its beginning, or None."""
    head = file.read(_HEAD_BYTES)
    try:
        found = _found(head, file)
    except (struct.error, IndexError):  # it ends too soon
        return None
    is_sane = found is not None and 0 < found.width <= LARGEST_EDGE_PX and 0 < found.height <= LARGEST_EDGE_PX
    return found if is_sane else None


def _found(head: bytes, file: BinaryIO) -> PictureHead | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        width, height = struct.unpack_from(">II", head, 16)
        return PictureHead(width=width, height=height)
    if head.startswith((b"GIF87a", b"GIF89a")):
        width, height = struct.unpack_from("<HH", head, 6)
        return PictureHead(width=width, height=height, is_animated=True)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _webp(head)
    if head.startswith(b"BM"):
        width, height = struct.unpack_from("<ii", head, 18)
        return PictureHead(width=width, height=abs(height))
    return _jpeg(file) if head.startswith(b"\xff\xd8\xff") else None


def _webp(head: bytes) -> PictureHead | None:
    kind = head[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
        return PictureHead(width=width, height=height, is_animated=bool(head[20] & 0x02))
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", head, 21)
        return PictureHead(width=1 + (bits & 0x3FFF), height=1 + (bits >> 14 & 0x3FFF))
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", head, 26)
        return PictureHead(width=width & 0x3FFF, height=height & 0x3FFF)
    return None


def _jpeg(file: BinaryIO) -> PictureHead | None:
    """Goes from segment to segment until the one that begins the frame; the EXIF before it may turn the picture."""
    at, is_turned = 2, False
    for _segment in range(_MOST_SEGMENTS):
        file.seek(at)
        mark, kind, size_bytes = struct.unpack(">BBH", file.read(4))
        if mark != 0xFF or size_bytes < 2:
            return None
        if 0xC0 <= kind <= 0xCF and kind not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", file.read(5)[1:])
            return PictureHead(width=height, height=width) if is_turned else PictureHead(width=width, height=height)
        if kind == 0xE1:
            is_turned = is_turned or _is_turned(file.read(size_bytes - 2))
        at += 2 + size_bytes
    return None


def _is_turned(exif: bytes) -> bool:
    """Whether the EXIF says that the picture lies on its side."""
    if not exif.startswith(b"Exif\0\0"):
        return False
    tiff = exif[6:]
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (at,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, at)
        for entry in range(at + 2, at + 2 + 12 * min(count, _MOST_ENTRIES), 12):
            tag, _kind, _count, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
            if tag == _ORIENTATION:
                return bool(5 <= value <= 8)
    except struct.error:
        return False
    return False
