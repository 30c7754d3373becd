"""Prints the milliseconds from the interpreter's first line to the window's first painted frame, off screen.

`app` is the desktop app on an empty home; `empty` is a PySide6 window with a tray icon and nothing else.
"""

from __future__ import annotations

import time

BEGAN = time.perf_counter()

import os  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
from pathlib import Path  # noqa: E402

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "*=false"


def say(widget: object) -> None:
    """The time since the start, as soon as the widget can be grabbed with what it shows."""
    widget.grab()
    print((time.perf_counter() - BEGAN) * 1000, flush=True)


def empty() -> None:
    """The least a PySide6 program with a window and a tray icon can be."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

    app = QApplication([])
    window = QWidget()
    window.resize(960, 640)
    tray = QSystemTrayIcon(QIcon())
    tray.show()
    window.show()
    QTimer.singleShot(0, lambda: (say(window), app.quit()))
    app.exec()


def ringodesk(folder: str) -> None:
    """The desktop app, up to its first paint."""
    from ringodesk_qt import loop
    from ringodesk_qt.desktop import DesktopApp, build_application
    from ringodesk_qt.engine import Engine
    from ringodesk_qt.paths import Home
    from ringodesk_qt.vault import KeyringVault

    async def main() -> int:
        engine = Engine(Home(Path(folder)), vault=KeyringVault())
        desktop = DesktopApp(qt, engine)
        try:
            await desktop.show_chats()
            say(desktop.window)
        finally:
            await desktop.close()
        return 0

    qt = build_application()
    loop.run(qt, main())


if sys.argv[1] == "empty":
    empty()
else:
    with tempfile.TemporaryDirectory() as place:
        ringodesk(place)
