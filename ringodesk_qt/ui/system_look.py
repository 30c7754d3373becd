"""How the desktop wants programs to look and move: its settings portal tells, where there is one.

Qt follows the portal under some desktops and not under others, and the size of text under none without GTK; so whoever
wants to know gets what the portal says, beside what Qt says. Nothing here polls, and nobody who is asked is waited for;
what nobody tells is None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

from ringodesk_qt.ui.theme import Look

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Settings"
_APPEARANCE, _GNOME = "org.freedesktop.appearance", "org.gnome.desktop.interface"
_STILL: dict[tuple[str, str], int] = {(_APPEARANCE, "reduced-motion"): 1, (_GNOME, "enable-animations"): False}
"""By the portal's names, what says that nothing is to move."""
_SCHEME, _CONTRAST, _TEXT = (_APPEARANCE, "color-scheme"), (_APPEARANCE, "contrast"), (_GNOME, "text-scaling-factor")
_NAMES = (*_STILL, _SCHEME, _CONTRAST, _TEXT)
_SCHEMES = {1: "dark", 2: "light"}


class SystemLook(QObject):
    """Listens from `begin` on."""

    changed = Signal(object)
    """The `Look` that is wanted now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
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
            for name in _NAMES:
                self._ask(name)

    def _ask(self, name: tuple[str, str]) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415 - likewise

        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "Read")
        call.setArguments([*name])
        waiting = QDBusPendingCallWatcher(QDBusConnection.sessionBus().asyncCall(call), self)
        waiting.finished.connect(lambda one: self._on_answered(one, name))

    def _on_answered(self, waiting: Any, name: tuple[str, str]) -> None:
        arguments = [] if waiting.isError() else waiting.reply().arguments()
        waiting.deleteLater()
        if arguments:
            self._note(name, _plain(arguments[0]))

    @Slot("QDBusMessage")
    def _on_portal_setting_changed(self, message: QDBusMessage) -> None:
        name = tuple(message.arguments()[:2])
        if name in _NAMES:
            self._ask(name)  # PySide6 cannot read what is in the signal

    def _note(self, name: tuple[str, str], value: Any) -> None:
        former = self._look
        if name in _STILL:
            (self._still.add if value == _STILL[name] else self._still.discard)(name[1])
            self._look = former._replace(moves=not self._still)
        elif name == _SCHEME:
            self._look = former._replace(scheme=_SCHEMES.get(value))
        elif name == _CONTRAST:
            self._look = former._replace(is_high_contrast=value == 1)
        elif isinstance(value, float):
            self._look = former._replace(text_factor=min(max(value, 0.5), 3.0))
        if self._look != former:
            self.changed.emit(self._look)


def _plain(value: Any) -> Any:
    """A value as QtDBus gives it, in a variant, in a variant of a variant, or bare."""
    while hasattr(value, "variant"):
        value = value.variant()
    return value
