"""Pictures made smaller before they are sent: decoded where all pictures are, written anew, the original untouched."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from ringodesk_qt.ui.picture_decoder import Picture
from ringodesk_qt.ui.picture_formats import sniff

log = logging.getLogger(__name__)

LONGEST_SIDE_PX = 2048
QUALITY = 85
_HEAD_BYTES = 4096
"""Where a picture of several frames says that it is one."""
_MOVES = {b"gif": b"GIF8", b"png": b"acTL", b"webp": b"ANIM"}
_FOLDER = "scaled-"


class ScaledPictures:
    """Writes smaller copies into a folder of the program's own. A copy says nothing of where and when it was taken."""

    def __init__(self, folder: Path, decode: Callable[[str, int], Picture]) -> None:
        """`decode` takes a path and an edge in pixels, and blocks."""
        self._folder = folder
        self._decode = decode

    async def scaled(self, path: str) -> str | None:
        """The path of a smaller copy; None for what is no picture, moves, or would not become smaller."""
        return await asyncio.to_thread(self._scaled, Path(path))

    async def discard(self, path: str) -> None:
        """Removes a copy that is not wanted any more; any other file is left alone."""
        await asyncio.to_thread(self._discard, Path(path))

    def _scaled(self, path: Path) -> str | None:
        try:
            with path.open("rb") as file:
                head = file.read(_HEAD_BYTES)
            kind = sniff(head)
            if not kind or (kind in _MOVES and _MOVES[kind] in head):
                return None
            picture = self._decode(str(path), LONGEST_SIDE_PX)
            if picture.image is None or not _is_larger(picture.full_size):
                return None
            return self._written(picture.image, path)
        except OSError as error:
            log.info("a picture was not made smaller: %s", type(error).__name__)
            return None

    def _written(self, image: QImage, path: Path) -> str | None:
        is_clear = image.hasAlphaChannel()  # then it has to stay in a format that can say so
        folder = self._folder / f"{_FOLDER}{secrets.token_hex(4)}"
        folder.mkdir(mode=0o700)
        target = folder / f"{path.stem}.{'png' if is_clear else 'jpg'}"
        is_written = image.save(str(target), quality=-1 if is_clear else QUALITY)
        if is_written and target.stat().st_size < path.stat().st_size:
            return str(target)
        self._discard(target)
        return None

    def _discard(self, path: Path) -> None:
        if path.parent.parent == self._folder and path.parent.name.startswith(_FOLDER):
            path.unlink(missing_ok=True)
            path.parent.rmdir()


def _is_larger(size: QSize) -> bool:
    return max(size.width(), size.height()) > LONGEST_SIDE_PX
