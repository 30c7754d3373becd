"""Whether the desktop itself holds notices back: its own "do not disturb".

KDE's service tells it as `Inhibited`, dunst as `paused`; GNOME keeps it as a setting (`gnome_quiet.py`). Elsewhere
nobody tells: there the service gets every notice and decides itself whether it pops up, and what sounds. Nothing here
polls, and nobody who is asked is waited for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
TELLERS = ((SERVICE, "Inhibited"), ("org.dunstproject.cmd0", "paused"))
"""Interfaces of the service and the property that says it."""
_PROPERTIES = "org.freedesktop.DBus.Properties"


class DesktopQuiet(QObject):
    """Listens from `begin` on."""

    changed = Signal(bool)
    """Whether the desktop holds notices back now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tellers: set[str] = set()
        self._bus: QDBusConnection | None = None

    @property
    def is_on(self) -> bool:
        """Whether the service says so."""
        return bool(self._tellers)

    def begin(self) -> None:
        """Listens, and asks how it is now."""
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher  # noqa: PLC0415 - Linux alone has it
        except ImportError:
            return
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        modes = QDBusServiceWatcher.WatchModeFlag
        watcher = QDBusServiceWatcher(SERVICE, bus, modes.WatchForOwnerChange, self)
        watcher.serviceOwnerChanged.connect(self._on_owner_changed)
        slot: Any = SLOT("_on_properties_changed(QDBusMessage)")  # text, where the annotations say bytes
        bus.connect(SERVICE, PATH, _PROPERTIES, "PropertiesChanged", self, slot)
        self._bus = bus
        self._ask_all()
        from ringodesk_qt.ui.gnome_quiet import GnomeQuiet  # noqa: PLC0415 - QtDBus, likewise

        gnome = GnomeQuiet(self)
        gnome.told.connect(lambda is_on: self._note("GNOME", is_on=is_on))
        gnome.begin(bus)

    def _ask_all(self) -> None:
        assert self._bus is not None
        for interface, name in TELLERS:
            self._ask(self._bus, interface, name)

    def _ask(self, bus: QDBusConnection, interface: str, name: str) -> None:
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415 - likewise

        call = QDBusMessage.createMethodCall(SERVICE, PATH, _PROPERTIES, "Get")
        call.setArguments([interface, name])
        call.setAutoStartService(False)
        waiting = QDBusPendingCallWatcher(bus.asyncCall(call), self)
        waiting.finished.connect(lambda one: self._on_answered(one, interface))

    def _on_answered(self, waiting: Any, interface: str) -> None:
        arguments = [] if waiting.isError() else waiting.reply().arguments()
        waiting.deleteLater()
        value = arguments[0] if arguments else False  # a service without it says nothing by that
        self._note(interface, is_on=bool(value.variant() if hasattr(value, "variant") else value))

    @Slot("QDBusMessage")
    def _on_properties_changed(self, _message: QDBusMessage) -> None:
        self._ask_all()  # PySide6 cannot read what is in the signal

    def _on_owner_changed(self, _name: str, _former: str, owner: str) -> None:
        if owner:
            self._ask_all()
            return
        for interface, _name_of_property in TELLERS:
            self._note(interface, is_on=False)

    def _note(self, interface: str, *, is_on: bool) -> None:
        former = self.is_on
        (self._tellers.add if is_on else self._tellers.discard)(interface)
        if self.is_on is not former:
            self.changed.emit(self.is_on)
