"""What the system says of itself: that its user logs out or it is shut down, and that it was asleep.

A session manager asks first whether there is something to be saved, and says then that it ends; Qt passes both on, and
would end its loop at the latter, with nothing put away: `Application` does not, from `begin` on. logind tells of
shutting down and of sleep, where there is a system bus. The Qt of PyPI knows no session manager of X11: there a log-out
is a signal, or a display that is gone (`loop.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage
    from PySide6.QtGui import QSessionManager

    from ringodesk_qt.ui.application import Application

_LOGIN, _MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1"


class SystemEvents(QObject):
    """Listens from `begin` on."""

    saving = Signal()
    """The login session may be about to end: what is typed belongs on disk."""
    ending = Signal()
    """It ends, or the machine does: so do we."""
    woke = Signal()
    """The machine was asleep."""

    def begin(self, app: Application) -> None:
        """Listens to the application, and to logind."""
        app.commitDataRequest.connect(self._on_commit_data_request)
        app.saveStateRequest.connect(_start_never_again)
        app.ends_in_order = True
        app.quit_asked.connect(self.ending)
        self._listen_to_logind()

    def _listen_to_logind(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - Linux alone has it
        except ImportError:
            return
        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            for name in ("PrepareForShutdown", "PrepareForSleep"):
                bus.connect(_LOGIN, _MANAGER, f"{_LOGIN}.Manager", name, self, _slot("_on_prepare_for"))

    def _on_commit_data_request(self, session: QSessionManager) -> None:
        _start_never_again(session)
        self.saving.emit()

    @Slot("QDBusMessage")
    def _on_prepare_for(self, message: QDBusMessage) -> None:
        is_before = bool(message.arguments()[0])
        if message.member() == "PrepareForShutdown" and is_before:
            self.ending.emit()
        elif message.member() == "PrepareForSleep":
            (self.saving if is_before else self.woke).emit()


def _start_never_again(session: QSessionManager) -> None:
    """Whether Ringodesk starts at login is a setting of its own; a session that is restored starts no second."""
    session.setRestartHint(type(session).RestartHint.RestartNever)


def _slot(name: str) -> Any:
    """A method that takes a whole message, as QtDBus wants it: text, where its annotations say bytes."""
    return SLOT(f"{name}(QDBusMessage)")
