"""The application's icon as Windows and macOS want it: a file that holds the theme's PNGs of several sizes."""

from __future__ import annotations

import struct
from pathlib import Path

from icons import place

ICO_EDGES = (16, 24, 32, 48, 64, 128, 256)
ICNS_KINDS = {"icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512}


def write_ico(path: Path) -> Path:
    """Windows' own; returns the path."""
    pictures = [(edge, place(edge).read_bytes()) for edge in ICO_EDGES]
    at = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for edge, picture in pictures:
        head += struct.pack("<BBBBHHII", edge % 256, edge % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    path.write_bytes(head + b"".join(picture for _edge, picture in pictures))
    return path


def write_icns(path: Path) -> Path:
    """Apple's own; returns the path."""
    parts = [
        struct.pack(">4sI", kind.encode(), 8 + len(picture)) + picture
        for kind, edge in ICNS_KINDS.items()
        for picture in [place(edge).read_bytes()]
    ]
    content = b"".join(parts)
    path.write_bytes(struct.pack(">4sI", b"icns", 8 + len(content)) + content)
    return path
