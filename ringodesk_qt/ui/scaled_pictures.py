"""Pictures made smaller before they are sent: decoded where all pictures are, written anew, the original untouched."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from ringodesk_qt.core.pasted_files import PastedFiles
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
    """Writes smaller copies into the folder of what is pasted. A copy says nothing of where and when it was taken."""

    def __init__(self, files: PastedFiles, decode: Callable[[str, int], Picture]) -> None:
        """`decode` takes a path and an edge in pixels, and blocks."""
        self._files = files
        self._decode = decode

    async def scaled(self, path: str) -> str | None:
        """The path of a smaller copy; None for what is no picture, moves, or would not become smaller."""
        return await asyncio.to_thread(self._scaled, Path(path))

    def hold(self, path: str) -> None:
        """A copy stands in an original's place, which may be wanted again: should that be ours, it stays."""
        self._files.hold(path)

    def let_go(self, *paths: str) -> None:
        """A copy, or its original, is not wanted any more; any file of others is left alone."""
        self._files.let_go(paths)

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
        folder = self._files.folder / f"{_FOLDER}{secrets.token_hex(4)}"
        self._files.hold(folder)
        folder.mkdir(mode=0o700)
        target = folder / f"{path.stem}.{'png' if is_clear else 'jpg'}"
        is_written = image.save(str(target), quality=-1 if is_clear else QUALITY)
        if is_written and target.stat().st_size < path.stat().st_size:
            return str(target)
        target.unlink(missing_ok=True)
        folder.rmdir()
        return None


def _is_larger(size: QSize) -> bool:
    return max(size.width(), size.height()) > LONGEST_SIDE_PX
