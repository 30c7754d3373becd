"""Whether the desktop wants things to move: its settings portal tells, where there is one.

Two names are known: `reduced-motion` of the portal itself, and GNOME's own `enable-animations`. Nothing here polls, and
nobody who is asked is waited for; where nobody tells, things move.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Settings"
_STILL: dict[tuple[str, str], int] = {
    ("org.freedesktop.appearance", "reduced-motion"): 1,
    ("org.gnome.desktop.interface", "enable-animations"): False,
}
"""By the portal's names, what says that nothing is to move."""


class SystemMotion(QObject):
    """Listens from `begin` on."""

    changed = Signal(bool)
    """Whether things are to move now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._still: set[str] = set()

    def begin(self) -> None:
        """Listens, and asks how it is now."""
        try:
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - Linux alone has it
        except ImportError:
            return
        bus = QDBusConnection.sessionBus()
        if bus.isConnected():
            slot: Any = SLOT("_on_portal_setting_changed(QDBusMessage)")  # text, where its annotations say bytes
            bus.connect(_SERVICE, _PATH, _INTERFACE, "SettingChanged", self, slot)
            self._ask()

    def _ask(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415 - likewise

        for space, key in _STILL:
            call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "Read")
            call.setArguments([space, key])
            waiting = QDBusPendingCallWatcher(QDBusConnection.sessionBus().asyncCall(call), self)
            waiting.finished.connect(lambda one, name=(space, key): self._on_answered(one, name))

    def _on_answered(self, waiting: Any, name: tuple[str, str]) -> None:
        arguments = [] if waiting.isError() else waiting.reply().arguments()
        waiting.deleteLater()
        if arguments:
            self._note(name, is_still=_plain(arguments[0]) == _STILL[name])

    @Slot("QDBusMessage")
    def _on_portal_setting_changed(self, message: QDBusMessage) -> None:
        if tuple(message.arguments()[:2]) in _STILL:
            self._ask()  # PySide6 cannot read what is in the signal

    def _note(self, name: tuple[str, str], *, is_still: bool) -> None:
        before = bool(self._still)
        (self._still.add if is_still else self._still.discard)(name[1])
        if bool(self._still) is not before:
            self.changed.emit(before)


def _plain(value: Any) -> Any:
    """A value as QtDBus gives it, in a variant, in a variant of a variant, or bare."""
    while hasattr(value, "variant"):
        value = value.variant()
    return value
