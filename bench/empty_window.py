"""The least that a PySide6 program with a window and a tray icon can be: what start and idle are compared with."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget


class EmptyWindow:
    """Shown and painted once."""

    def __init__(self) -> None:
        self.app = QApplication([])
        self._window = QWidget()
        self._window.resize(960, 640)
        self._tray = QSystemTrayIcon(QIcon())
        self._tray.show()
        self._window.show()
        self.app.processEvents()
