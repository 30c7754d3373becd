"""Prints the milliseconds from the interpreter's first line to a window's first painted frame, off screen.

first_paint.py empty          a PySide6 window with a tray icon and nothing else
first_paint.py list           the same with a list view whose forty rows a delegate paints: what Qt for Python takes
first_paint.py given FOLDER   the same, with what is read first, by the packages we are given: msgspec and apsw
first_paint.py app FOLDER     the desktop app on a home, up to its chats; what it does after that is not waited for
first_paint.py usable FOLDER  the same, until the newest chat is open and its composer has taken a key
"""

from __future__ import annotations

import time

BEGAN = time.perf_counter()

import gc  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "*=false"


def say() -> None:
    """The time since the start."""
    print((time.perf_counter() - BEGAN) * 1000, flush=True)


def empty() -> None:
    """The least a PySide6 program with a window and a tray icon can be."""
    from empty_window import EmptyWindow

    _window = EmptyWindow()
    say()


def chat_list() -> None:
    """The least it can be if it is to show a list of rows of its own."""
    from PySide6.QtCore import QStringListModel, Qt
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QStyle, QStyledItemDelegate, QSystemTrayIcon

    class Rows(QStyledItemDelegate):
        def paint(self, painter: object, option: object, index: object) -> None:
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.drawText(option.rect, int(Qt.AlignmentFlag.AlignVCenter), f"{index.data()} {is_selected}")

    app = QApplication([])
    window = QMainWindow()
    window.resize(960, 640)
    view = QListView()
    view.setModel(QStringListModel([f"Row {number}" for number in range(40)], view))
    view.setItemDelegate(Rows(view))
    window.setCentralWidget(view)
    tray = QSystemTrayIcon(QIcon())
    tray.show()
    window.show()
    app.processEvents()
    say()


def given(home: Path) -> None:
    """The same, with a database that was asked for its chats and settings that were read."""
    import apsw
    import msgspec

    connection = apsw.Connection(str(home / "ringodesk.db"), flags=apsw.SQLITE_OPEN_READONLY)
    connection.execute("SELECT * FROM chat JOIN contact ON contact.id = contact_id LIMIT 40").fetchall()
    msgspec.json.decode(b"{}", type=dict[str, str])
    chat_list()


def ringodesk(home: Path) -> None:
    """The desktop app, as its entry starts it, up to its first paint."""
    gc.disable()  # as the entry does
    from ringodesk_qt.app import first_screen
    from ringodesk_qt.paths import Home

    screen = first_screen(Home(home))
    say()
    assert screen.window.isVisible()


def usable(home: Path) -> None:
    """The desktop app until one can write in it."""
    gc.disable()
    from ringodesk_qt.app import first_screen
    from ringodesk_qt.paths import Home

    screen = first_screen(Home(home))
    screen.fetch_rest()
    gc.freeze()
    gc.enable()
    import asyncio

    from PySide6.QtTest import QTest

    from ringodesk_qt import loop
    from ringodesk_qt.desktop import DesktopApp
    from ringodesk_qt.engine import Engine
    from ringodesk_qt.vault import KeyringVault

    async def main() -> int:
        desktop = DesktopApp(screen, Engine(Home(home), vault=KeyringVault()))
        try:
            await desktop.show_chats()
            chat = desktop.window.chats.chat_at(0)
            desktop.window.select_chat(chat.id)
            pane = desktop.window.conversation
            while not pane.messages.is_opened:
                await asyncio.sleep(0)
            QTest.keyClick(pane.composer.edit, "x")
            assert pane.composer.edit.toPlainText().endswith("x")
            say()
        finally:
            await desktop.close()
        return 0

    loop.run(screen.app, main())


match sys.argv[1]:
    case "empty":
        empty()
    case "list":
        chat_list()
    case "given":
        given(Path(sys.argv[2]))
    case "app":
        ringodesk(Path(sys.argv[2]))
    case "usable":
        usable(Path(sys.argv[2]))
