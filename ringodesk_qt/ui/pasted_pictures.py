"""Pictures that were pasted: they become files, since only a file can be sent."""

from __future__ import annotations

import asyncio
import secrets
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QImage

from ringodesk_qt.errors import InputError


class PastedPictures:
    """Saves pictures into a folder of the program's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def save(self, picture: QImage) -> Path:
        """The PNG file the picture was written to. Raises InputError when it cannot be written."""
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
        path = self._folder / f"Picture {stamp} {secrets.token_hex(2)}.png"
        if not await asyncio.to_thread(lambda: picture.save(str(path))):
            raise InputError(f"The picture could not be saved in {self._folder}. Is the disk full?")
        return path
