"""Which files are pictures that may be decoded, told by their first bytes and not by their name."""

from __future__ import annotations

FORMATS = (b"png", b"jpeg", b"gif", b"webp", b"bmp")
DECODE_PICTURES = "--decode-pictures"
"""What a bundle's one program is started with to be the process that decodes them."""
HEAD_BYTES = 16
"""How much of a file `sniff` wants to see."""


def sniff(head: bytes) -> bytes:
    """The format these first bytes belong to, as QImageReader names it; empty for anything not on the list."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
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
