"""Whether GNOME shows no banners: its own "do not disturb", which its notice service does not tell.

It is a setting. GNOME's own program reads it, and whoever writes settings says on the session bus which one was
written; so it is read once at the start, and again when it was written. The settings portal does not have it.
"""

from __future__ import annotations

import os
from typing import Any

from PySide6.QtCore import SLOT, QCoreApplication, QObject, QProcess, QStandardPaths, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

READER = "gsettings"
QUESTION = ("get", "org.gnome.desktop.notifications", "show-banners")
_PATH, _INTERFACE = "/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer"
_PLACE = "/org/gnome/desktop/notifications/"


class GnomeQuiet(QObject):
    """Listens from `begin` on, on GNOME alone."""

    told = Signal(bool)
    """Whether it shows none now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader: QProcess | None = None
        self._is_asked_again = False

    def begin(self, bus: QDBusConnection) -> None:
        """Listens, and asks how it is now."""
        if "GNOME" in os.environ.get("XDG_CURRENT_DESKTOP", "").split(":") and QStandardPaths.findExecutable(READER):
            slot: Any = SLOT("_on_written(QDBusMessage)")  # text, where the annotations say bytes
            bus.connect("", _PATH, _INTERFACE, "Notify", self, slot)
            self._ask()

    @Slot("QDBusMessage")
    def _on_written(self, message: QDBusMessage) -> None:
        place = str((message.arguments() or [""])[0])
        if place.startswith(_PLACE) or _PLACE.startswith(place):
            self._ask()

    def _ask(self) -> None:
        if self._reader is not None:
            self._is_asked_again = True
            return
        # The application's: one that went with this object while it runs would be waited for.
        self._reader = reader = QProcess(QCoreApplication.instance())
        self.destroyed.connect(reader.kill)
        for ended in (reader.finished, reader.errorOccurred):
            ended.connect(reader.deleteLater)
            ended.connect(self._on_reader_finished)
        reader.start(READER, list(QUESTION))

    def _on_reader_finished(self, *_how: object) -> None:
        reader, self._reader = self._reader, None
        if reader is None:
            return  # an error, and then the end
        answer = bytes(reader.readAllStandardOutput().data()).strip()
        if answer in (b"true", b"false"):
            self.told.emit(answer == b"false")
        if self._is_asked_again:
            self._is_asked_again = False
            self._ask()
