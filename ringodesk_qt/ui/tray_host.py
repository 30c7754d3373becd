"""Whether there is a tray to show an icon in, and word when one comes or goes.

Qt itself puts an icon into an XEmbed tray that comes late, and into a StatusNotifier one where no other kind exists.
Under X11 it chooses between the two once, when the icon is made: a StatusNotifier host that comes after that is not
seen. So its name on the session bus is watched, and the icon made anew. Nothing here polls.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

WATCHER = "org.kde.StatusNotifierWatcher"
_XEMBED_WINDOW = "QSystemTrayIconSys"
"""The class of the window that Qt puts into an XEmbed tray."""


class TrayHost(QObject):
    """Watches for tray hosts."""

    came = Signal()
    """A StatusNotifier host is there now: an icon made from here on is shown by it."""
    went = Signal()
    """A host is gone; whether another is left `is_present` tells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = self._watch()
        self._embedded: QWidget | None = None

    @property
    def is_present(self) -> bool:
        """Whether a tray exists now. From here on it is watched: who asks is about to rely on it."""
        self._attend()
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def is_possible(self) -> bool:
        """Whether this kind of display can have a tray at all; Qt warns when asked for one off screen."""
        return QGuiApplication.platformName() not in {"offscreen", "minimal"}

    def _attend(self) -> None:
        """Looks for the window that the icon has in an XEmbed tray, to learn when that tray is gone."""
        for widget in QApplication.topLevelWidgets():
            if widget.metaObject().className() == _XEMBED_WINDOW and widget is not self._embedded:
                self._embedded = widget
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt hides its window when the XEmbed tray it was in is gone."""
        if watched is self._embedded and event.type() == QEvent.Type.Hide:
            self.went.emit()
        return super().eventFilter(watched, event)

    def _watch(self) -> QObject | None:
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher  # noqa: PLC0415 - Linux alone has it
        except ImportError:
            return None
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return None
        modes = QDBusServiceWatcher.WatchModeFlag
        watcher = QDBusServiceWatcher(WATCHER, bus, modes.WatchForRegistration | modes.WatchForUnregistration, self)
        watcher.serviceRegistered.connect(self.came)
        watcher.serviceUnregistered.connect(self.went)
        return watcher
