"""Puts a picture's pixels on the clipboard.

As an image and nothing else: the clipboard outlives Python, and a QMimeData made by Python ends in a crash.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ringodesk_qt.ui.thumbnails import Thumbnails

EDGE_PX = 4096
"""A larger picture is copied this large; its file is as it is."""


class PictureCopy(QObject):
    """Has the picture decoded elsewhere, like any that is shown."""

    copied = Signal()
    """It is on the clipboard."""
    failed = Signal(str)

    def __init__(self, pictures: Thumbnails, parent: QObject) -> None:
        """`pictures` decodes for this alone."""
        super().__init__(parent)
        self._pictures = pictures
        self._wanted = ""
        pictures.ready.connect(self._on_pictures_ready)

    def copy(self, path: str) -> None:
        """Copies the picture that lies there, as soon as it is decoded."""
        self._wanted = path
        self._pictures.clear()
        self._pictures.forget(path)
        self._pictures.request(path, EDGE_PX)

    def _on_pictures_ready(self, path: str) -> None:
        if path != self._wanted:
            return
        self._wanted = ""
        image = self._pictures.image(path, EDGE_PX)
        if image is None:
            self.failed.emit(self.tr("This picture cannot be copied: it is damaged, too large, or not where it was."))
            return
        QGuiApplication.clipboard().setImage(image)
        self.copied.emit()
        self._pictures.clear()
