"""What is there first: the window with the head of its list of chats. Nothing here waits for an engine or a loop.

Whoever starts the program waits for this and for nothing else, so it imports no more than it paints: no asyncio, no
HTTP, no key store, and none of the conversation. `desktop.py` goes on from here; `REST` is what it is made of.
"""

from __future__ import annotations

import importlib
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from ringodesk_qt import APPLICATION_ID, __version__
from ringodesk_qt.core.settings import Settings, SettingsKeeper
from ringodesk_qt.errors import InputError, RingodeskError
from ringodesk_qt.paths import Home, resources
from ringodesk_qt.store.glimpse import glimpse
from ringodesk_qt.ui import language
from ringodesk_qt.ui.application import Application
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.main_window import MainWindow

MOST_CHATS = 40
"""More than a high screen has room for."""

REST = (
    "socket",
    "ssl",
    "subprocess",
    "concurrent.futures",
    "logging.handlers",
    "asyncio",
    "ringodesk_qt.log",
    "ringodesk_qt.loop",
    "ringodesk_qt.store.tables",
    "ringodesk_qt.store.store",
    "ringodesk_qt.core.ports",
    "ringodesk_qt.core.health",
    "ringodesk_qt.core.desk",
    "ringodesk_qt.network",
    "httptools",
    "ringodesk_qt.receiver.server",
    "ringodesk_qt.receiving",
    "ringodesk_qt.engine",
    "ringodesk_qt.vault",
    "ringodesk_qt.ui.views.health_bar",
    "ringodesk_qt.ui.views.import_line",
    "ringodesk_qt.ui.models.messages",
    "ringodesk_qt.ui.delegates.prose",
    "ringodesk_qt.ui.delegates.bubble",
    "ringodesk_qt.ui.delegates.book",
    "ringodesk_qt.ui.views.rows_view",
    "ringodesk_qt.ui.views.conversation",
    "ringodesk_qt.ui.views.emoji_picker",
    "ringodesk_qt.ui.views.completion",
    "ringodesk_qt.ui.views.composer",
    "ringodesk_qt.ui.views.conversation_pane",
    "ringodesk_qt.ui.views.details_pane",
    "ringodesk_qt.ui.views.switcher",
    "ringodesk_qt.ui.views.window_dialogs",
    "ringodesk_qt.ui.window_keys",
    "ringodesk_qt.ui.views.recents",
    "ringodesk_qt.ui.searching",
    "ringodesk_qt.desktop",
)
"""What is imported after the first paint, in turn, each in the time of a frame or two."""


class FirstScreen:
    """The window before there is anything behind it, and what it needs to be painted."""

    def __init__(self, app: Application, home: Home, *, is_minimized: bool = False) -> None:
        """One that `is_minimized` is not shown: it is for the tray."""
        self.app = app
        self.is_minimized = is_minimized
        self._settings = _settings(home)
        language.install(app, self._settings.language)
        self.theme = Theme(app, scheme=self._settings.scheme)
        self.theme.apply(self._settings)
        self.window = MainWindow(theme=self.theme, state_file=home.window_state)
        self.window.quit_requested.connect(self.quit)
        self.wants_to_quit = False
        """Whether the window was closed, or the session ended, before there was anybody to be told."""
        self._home = home

    def show(self) -> None:
        """Shows the window if it can have its chats at once; else it is to wait for the store."""
        if self.is_minimized:
            return
        seen = glimpse(self._home.database, MOST_CHATS)
        if seen is not None:
            has_presence = self._settings.show_presence
            chats = seen.chats if has_presence else [chat.without_presence() for chat in seen.chats]
            self.window.chats.show_first(chats, seen.archived)
            self.window.show()
            self.app.processEvents()

    def fetch_rest(self) -> None:
        """Imports the rest of the program, and serves the window in between."""
        for name in REST:
            importlib.import_module(name)
            self.app.processEvents()

    def quit(self) -> None:
        """Ends the program as soon as there is somebody who can."""
        self.wants_to_quit = True


def _settings(home: Home) -> Settings:
    """Settings that are not right are told by the engine, which reads them anew."""
    keeper = SettingsKeeper(home.settings)
    try:
        keeper.read()
    except (InputError, OSError):
        return Settings()
    return keeper.current


def show_refusal(place: Home, error: RingodeskError) -> None:
    """A box that says why this home is not opened, until it is closed; all that is done there is to read settings."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - its class is made when it is named

    app, settings = build_application(), _settings(place)
    language.install(app, settings.language)
    Theme(app, scheme=settings.scheme).apply(settings)
    box = QMessageBox(QMessageBox.Icon.Warning, "Ringodesk", translated(str(error)))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.finished.connect(app.quit)
    box.open()
    app.exec()


def build_application() -> Application:
    """The application, with the names the desktop knows it by."""
    _tell_windows()
    app = Application([*sys.argv[:1], "-name", APPLICATION_ID])  # the window's name to X11, where it is matched
    app.setApplicationName("Ringodesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APPLICATION_ID)
    app.setQuitOnLastWindowClosed(False)
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "ringodesk.svg")))
    return app


def _tell_windows() -> None:
    """The name that the start menu's entry has too: the taskbar's button and notices belong to it. Never tried."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - there alone

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APPLICATION_ID)
