"""The desktop app's composition root.

Start, in order, so that the chats are on the screen before anything slow is touched:

1. arguments, home folder, a look whether there is a display at all;
2. Qt, the theme, asyncio on Qt's loop;
3. the engine opens: settings and database, on the store's thread;
4. the window is built and shown with its chats: the first paint;
5. the tray icon and the notice service;
6. sending and receiving start: key store, HTTP client and tunnel are imported only now;
7. with no account yet, the first-run dialog.

Stop: the window keeps its drafts and its place, tray and notices go, the engine stops in its own order, and only then
does the loop end. Quit, the window's close button without a tray, SIGTERM and SIGINT all end in the same event.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ringodesk_qt import __version__, log, loop
from ringodesk_qt.core.notices import Notice, NoticePolicy
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import EnvironmentProblemError, RingodeskError
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.paths import Home, home, resources
from ringodesk_qt.ui.bridge import Bridge
from ringodesk_qt.ui.operations import Operations
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.main_window import MainWindow
from ringodesk_qt.vault import vault_of

if TYPE_CHECKING:
    from ringodesk_qt.core.ports import Vault
    from ringodesk_qt.ui.notices import Notices
    from ringodesk_qt.ui.tray import Tray

logger = logging.getLogger(__name__)

APPLICATION_ID = "io.github.ringodesk.Ringodesk"


class DesktopApp:
    """The window and all that belongs to it, on an engine."""

    def __init__(self, app: QApplication, engine: Engine) -> None:
        self.engine = engine
        self._app = app
        self.quitting = asyncio.Event()
        self._signal_sockets: tuple[socket.socket, ...] = ()
        self.operations = Operations(app)
        self.theme = Theme(app)
        self.thumbnails = Thumbnails(app)
        self.bridge = Bridge(engine.bus, app)
        self.window: MainWindow | None = None
        self._tray: Tray | None = None
        self._notices: Notices | None = None
        self._policy: NoticePolicy | None = None

    def quit(self) -> None:
        """Ends the app; what is typed and what is on its way are kept."""
        self.quitting.set()

    def quit_on_signals(self) -> None:
        """SIGTERM and SIGINT end the app as Quit does.

        Python's handlers run only when its interpreter does, which an idle Qt loop never lets it: a socket wakes it.
        """
        ours, pythons = self._signal_sockets = socket.socketpair()
        for end in self._signal_sockets:
            end.setblocking(False)  # noqa: FBT003
        signal.set_wakeup_fd(pythons.fileno(), warn_on_full_buffer=False)
        asyncio.get_running_loop().add_reader(ours.fileno(), lambda: ours.recv(64))
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_args: self.quit())

    async def run(self) -> int:
        """Runs until `quit`, and returns the exit code."""
        try:
            await self.open()
            await self.quitting.wait()
        finally:
            await self.close()
        return 0

    async def open(self) -> None:
        """Steps 3 to 7."""
        await self.show_chats()
        await self._open_desktop()
        await self.engine.start_sending()
        await self.engine.start_receiving()
        if not await self.engine.desk.accounts():
            self.show_first_run()

    async def show_chats(self) -> None:
        """Steps 3 and 4."""
        await self.engine.open()
        self.theme.set_scheme(self.engine.settings.current.scheme)
        self.window = self._build_window()
        await self.window.load()
        self.window.show()
        await _first_paint()

    async def close(self) -> None:
        """The way back, however far `open` came."""
        if self.window is not None:
            await self.window.keep()
            self.window.hide()
        if self._policy is not None:
            await self._policy.stop()
        if self._notices is not None:
            await self._notices.stop()
        if self._tray is not None:
            self._tray.hide()
        await self.operations.stop()
        await self.engine.stop()
        self._close_signal_sockets()
        if self.window is not None:
            self.window.deleteLater()

    def _close_signal_sockets(self) -> None:
        if self._signal_sockets:
            signal.set_wakeup_fd(-1)
            asyncio.get_running_loop().remove_reader(self._signal_sockets[0].fileno())
            for end in self._signal_sockets:
                end.close()

    # ------------------------------------------------------------ building

    def _build_window(self) -> MainWindow:
        window = MainWindow(
            desk=self.engine.desk,
            operations=self.operations,
            bridge=self.bridge,
            theme=self.theme,
            thumbnails=self.thumbnails,
            settings_keeper=self.engine.settings,
            state_file=self.engine.home.window_state,
            pasted_folder=self.engine.home.pasted,
        )
        window.quit_requested.connect(self.quit)
        window.repair_requested.connect(self._on_window_repair_requested)
        return window

    async def _open_desktop(self) -> None:
        from ringodesk_qt.ui.notices import Notices  # noqa: PLC0415 - D-Bus is not needed for the first paint
        from ringodesk_qt.ui.tray import Tray  # noqa: PLC0415 - nor is the tray

        window = self.window
        assert window is not None
        self._tray = Tray(
            desk=self.engine.desk, bridge=self.bridge, operations=self.operations, settings_keeper=self.engine.settings
        )
        self._tray.open_requested.connect(window.raise_to_front)
        self._tray.chat_requested.connect(window.select_chat)
        self._tray.settings_requested.connect(window.show_settings)
        self._tray.quit_requested.connect(self.quit)
        window.set_tray(self._tray)
        self._notices = Notices(self._tray)
        self._notices.activated.connect(window.select_chat)
        self._notices.mark_read_requested.connect(window.mark_chat_read)
        self._notices.reply_requested.connect(window.reply)
        await self._notices.start()
        self._policy = NoticePolicy(
            store=self.engine.store,
            bus=self.engine.bus,
            settings=self.engine.settings,
            is_in_view=window.is_in_view,
            show=self._show_notice,
            withdraw=self._withdraw_notice,
        )
        self._policy.start()

    def _show_notice(self, notice: Notice) -> None:
        assert self._notices is not None
        self._notices.show(notice.chat_id, notice.title, notice.body, message_id=notice.message_id)

    def _withdraw_notice(self, chat_id: ChatId) -> None:
        assert self._notices is not None
        self._notices.withdraw(chat_id)

    # ------------------------------------------------------------ set-up and repairs

    def show_first_run(self) -> None:
        """Opens the first-run dialog over the window."""
        from ringodesk_qt.ui.dialogs.first_run import FirstRunDialog  # noqa: PLC0415 - built when it is shown

        assert self.window is not None
        dialog = FirstRunDialog(
            setup=self.engine.setup, operations=self.operations, theme=self.theme, parent=self.window
        )
        dialog.finished_setup.connect(self._on_first_run_finished_setup)
        dialog.demo_requested.connect(self._on_first_run_demo_requested)
        dialog.open()

    def _on_first_run_finished_setup(self, account: Account) -> None:
        self.operations.run(self._begin_anew())

    async def _begin_anew(self) -> None:
        await self.engine.load_accounts()
        await self.engine.renew_keys()
        await self.engine.presence.refresh()
        await self.engine.receiving.restart()
        self.engine.sender.hurry()
        assert self.window is not None
        await self.window.load()

    def _on_first_run_demo_requested(self) -> None:
        """The demo is a process of its own, on a home of its own: nothing of it mixes with real chats."""
        from PySide6.QtCore import QProcess  # noqa: PLC0415 - needed here alone

        QProcess.startDetached(sys.executable, ["-m", "ringodesk_qt.app", "--demo"])
        self.quit()

    def _on_window_repair_requested(self, action: str) -> None:
        if action == "setup":
            self.show_first_run()
        elif action == "restart-receiving":
            self.operations.run(self.engine.receiving.restart())


async def _first_paint() -> None:
    """Lets Qt draw the window before anything else is done."""
    painted = asyncio.Event()
    QTimer.singleShot(0, painted.set)
    await painted.wait()


def main(argv: Sequence[str] | None = None) -> int:
    """Starts the desktop app and returns its exit code."""
    args = _parser().parse_args(argv)
    try:
        check_display(wants_demo=args.demo)
        if args.demo:
            from ringodesk_qt import demo  # noqa: PLC0415 - the simulator is not part of an ordinary start

            return demo.main(args)
        return _run(home(args.home), args)
    except RingodeskError as error:
        sys.stderr.write(f"ringodesk: {error}\n")
        return 3


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ringodesk", description="A desktop chat app for Ringotel.")
    parser.add_argument("--version", action="version", version=f"ringodesk {__version__}")
    parser.add_argument("--home", metavar="DIR", help="the folder for everything that is written (RINGODESK_HOME)")
    parser.add_argument("--demo", action="store_true", help="chat with the simulator that ships with the app")
    parser.add_argument(
        "--shots", metavar="DIR", default="build/demo", help="where --demo leaves pictures with no display"
    )
    parser.add_argument("--verbose", action="store_true", help="say on standard error what happens")
    return parser


def _run(place: Home, args: argparse.Namespace) -> int:
    place.make()
    log.to_file(place.log)
    if args.verbose:
        log.to_stderr(is_verbose=True)
    app = build_application()
    return loop.run(app, _main(app, place, vault_of(os.environ)))


async def _main(app: QApplication, place: Home, vault: Vault) -> int:
    desktop = DesktopApp(app, Engine(place, vault=vault))
    desktop.quit_on_signals()
    return await desktop.run()


def build_application() -> QApplication:
    """The QApplication, with the names the desktop knows it by."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Ringodesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APPLICATION_ID)
    app.setQuitOnLastWindowClosed(False)
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "ringodesk.svg")))
    return app


def check_display(*, wants_demo: bool) -> None:
    """Sees whether Qt will find a display: without one it ends the process. The demo then runs off screen.

    Raises EnvironmentProblemError.
    """
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    display = os.environ.get("DISPLAY", "")
    if os.environ.get("WAYLAND_DISPLAY") or (display and _answers(display)):
        return
    if wants_demo:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return
    what = f"The display {display} does not answer" if display else "There is no display"
    raise EnvironmentProblemError(f"{what}: start Ringodesk from a desktop session, or use ringodesk-cli.")


def _answers(display: str) -> bool:
    """Whether a local X display answers; one on another host is taken at its word."""
    host, _colon, number = display.rpartition(":")
    if host not in ("", "unix"):
        return True
    name = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108 - where X servers put their sockets
    for address in (name, "\0" + name):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(1.0)
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
