"""Told by the system, instead of looking each second: that a file has changed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal


class FileWatch(QObject):
    """Watches one file from `begin` on. While nothing changes it costs nothing."""

    changed = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = str(path)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_watcher_file_changed)

    def begin(self) -> bool:
        """Whether changes will be told: on Linux they are, others tell them late or when the file is closed."""
        return sys.platform == "linux" and self._watcher.addPath(self._path)

    def _on_watcher_file_changed(self) -> None:
        if not self._watcher.files():
            self._watcher.addPath(self._path)  # it was replaced
        self.changed.emit()
