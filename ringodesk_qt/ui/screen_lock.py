"""Whether the screen is locked: what is on it then is seen by nobody.

The desktop's screen saver tells the session bus, login1 the system's. Where nobody tells, the screen counts as open.
Nothing here polls, and nobody who is asked is waited for.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

SAVERS = {
    "org.freedesktop.ScreenSaver": "/org/freedesktop/ScreenSaver",
    "org.gnome.ScreenSaver": "/org/gnome/ScreenSaver",
    "org.cinnamon.ScreenSaver": "/org/cinnamon/ScreenSaver",
    "org.mate.ScreenSaver": "/org/mate/ScreenSaver",
}
"""Names on the session bus, which are those of their interfaces too, and where each is found."""
_LOGIN, _MANAGER, _SESSION = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class ScreenLock(QObject):
    """Listens from `begin` on."""

    changed = Signal(bool)
    """Whether the screen is locked now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lockers: set[str] = set()
        self._ask_session: Callable[[], None] = lambda: None

    @property
    def is_locked(self) -> bool:
        """Whether anybody says so."""
        return bool(self._lockers)

    def begin(self) -> None:
        """Listens, and asks how it is now."""
        try:
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - Linux alone has it
        except ImportError:
            return
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            self._listen_to_savers(session)
        session_id = os.environ.get("XDG_SESSION_ID", "")
        if session_id:
            system = QDBusConnection.systemBus()
            if system.isConnected():
                self._ask(system, _LOGIN, _MANAGER, f"{_LOGIN}.Manager", "GetSession", session_id)

    def _listen_to_savers(self, bus: QDBusConnection) -> None:
        from PySide6.QtDBus import QDBusServiceWatcher  # noqa: PLC0415 - likewise

        watcher = QDBusServiceWatcher(self)
        watcher.setConnection(bus)
        watcher.setWatchMode(QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration)
        watcher.serviceUnregistered.connect(lambda name: self._note(name, is_locked=False))
        for name, path in SAVERS.items():
            watcher.addWatchedService(name)
            bus.connect("", path, name, "ActiveChanged", self, _slot("_on_saver_active_changed"))
            self._ask(bus, name, path, name, "GetActive")

    def _ask(self, bus: QDBusConnection, service: str, path: str, interface: str, member: str, *given: str) -> None:
        """Asks somebody who is there already; the answer comes to `_on_answered`."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415 - likewise

        call = QDBusMessage.createMethodCall(service, path, interface, member)
        call.setArguments(list(given))
        call.setAutoStartService(False)
        waiting = QDBusPendingCallWatcher(bus.asyncCall(call), self)
        waiting.finished.connect(lambda one: self._on_answered(one, bus, service, member))

    def _on_answered(self, waiting: Any, bus: QDBusConnection, service: str, member: str) -> None:
        arguments = [] if waiting.isError() else waiting.reply().arguments()
        waiting.deleteLater()
        if not arguments:
            return  # it is not there, or does not know
        if member == "GetSession":
            path = str(arguments[0].path())
            self._ask_session = lambda: self._ask(bus, _LOGIN, path, _PROPERTIES, "Get", _SESSION, "LockedHint")
            bus.connect(_LOGIN, path, _PROPERTIES, "PropertiesChanged", self, _slot("_on_session_changed"))
            self._ask_session()
        else:
            self._note(service, is_locked=_truth(arguments[0]))

    @Slot("QDBusMessage")
    def _on_saver_active_changed(self, message: QDBusMessage) -> None:
        self._note(message.interface(), is_locked=_truth(message.arguments()[0]))

    @Slot("QDBusMessage")
    def _on_session_changed(self, _message: QDBusMessage) -> None:
        self._ask_session()  # PySide6 cannot read what is in the signal

    def _note(self, who: str, *, is_locked: bool) -> None:
        former = self.is_locked
        (self._lockers.add if is_locked else self._lockers.discard)(who)
        if self.is_locked is not former:
            self.changed.emit(self.is_locked)


def _truth(value: Any) -> bool:
    """A value as QtDBus gives it, in a variant or not."""
    return bool(value.variant() if hasattr(value, "variant") else value)


def _slot(name: str) -> Any:
    """A method that takes a whole message, as QtDBus wants it: text, where its annotations say bytes."""
    return SLOT(f"{name}(QDBusMessage)")
