"""Pictures and long texts that were pasted: they become files, since only a file can be sent."""

from __future__ import annotations

import asyncio
import secrets
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from ringodesk_qt.core.pasted_files import PastedFiles
from ringodesk_qt.errors import InputError
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.picture_formats import FORMATS, HEAD_BYTES, sniff


def pasted_picture(source: QMimeData) -> QImage | bytes | None:
    """The picture in what was pasted: a file's bytes as they are, which may be anybody's and are not decoded here.

    A picture without a file is one that the system holds as pixels. None where there is no picture of a known kind.
    """
    for name in (f"image/{format_name.decode()}" for format_name in FORMATS):
        if source.hasFormat(name):
            return bytes(source.data(name).data())
    if any(name.startswith("image/") for name in source.formats()):
        return None
    picture = source.imageData()
    return picture if isinstance(picture, QImage) and not picture.isNull() else None


class PastedPictures:
    """Saves what was pasted; `PastedFiles` removes it when nothing needs it any more."""

    def __init__(self, files: PastedFiles) -> None:
        self._files = files

    async def save(self, picture: QImage | bytes) -> Path:
        """The file the picture was written to: pixels as PNG, a file's bytes as they are.

        Raises InputError for what is no picture, and when it cannot be written.
        """
        ending = "png" if isinstance(picture, QImage) else sniff(picture[:HEAD_BYTES]).decode()
        if not ending:
            raise InputError(
                translate(
                    "PastedPictures",
                    "What was copied is no picture that can be sent. Save it as a file, and attach that.",
                )
            )
        path = self._new_path(translate("PastedPictures", "Picture"), ending)
        if not await asyncio.to_thread(_is_written, picture, path):
            sentence = translate("PastedPictures", "The picture could not be saved in {folder}. Is the disk full?")
            raise InputError(sentence.format(folder=self._files.folder))
        return path

    async def save_text(self, text: str) -> Path:
        """The file that a long text was written to. Raises InputError when it cannot be written."""
        path = self._new_path(translate("PastedPictures", "Text"), "txt")
        if not await asyncio.to_thread(_is_written, text.encode(errors="replace"), path):
            sentence = translate("PastedPictures", "The text could not be saved in {folder}. Is the disk full?")
            raise InputError(sentence.format(folder=self._files.folder))
        return path

    def _new_path(self, kind: str, ending: str) -> Path:
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
        path = self._files.folder / f"{kind} {stamp} {secrets.token_hex(2)}.{ending}"
        self._files.hold(path)
        return path


def _is_written(picture: QImage | bytes, path: Path) -> bool:
    with suppress(OSError):
        if not isinstance(picture, QImage):
            path.write_bytes(picture)
            return True
        if picture.save(str(path)):
            return True
    with suppress(OSError):
        path.unlink(missing_ok=True)  # what there was room for
    return False
