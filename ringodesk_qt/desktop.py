"""The desktop front end: window, tray and notices on an engine, built in order and taken down in order.

Start, so that the chats are on the screen before anything slow is touched:

1. `first_screen.py`: the window with the head of its list of chats, from one look at the database: the first paint.
   Then all else is imported, this module too, while the window is served, and the loop begins;
2. the engine opens: settings and database, on the store's thread;
3. the window is furnished: conversation, composer, bars. Then comes the rest of the chats, and whatever was clicked
   since the first paint is done: the window can be used;
4. the tray icon and the notice service, and what the desktop wants of us besides (`surroundings.py`);
5. sending starts; with no account yet, the wizard;
6. receiving starts. Key store, HTTP client and tunnel are imported in 5 and 6 only.

Stop: the window keeps its drafts and its place, notices and tray go, the engine stops in its own order, and only then
does the loop end. Quit, the window's close button without a tray, a signal, a session or machine that ends: all end in
the same event.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import signal
import socket
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from ringodesk_qt.core.settings import SettingsFileError
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import RingodeskError
from ringodesk_qt.log import to_stderr as logging_to_stderr
from ringodesk_qt.models.ids import AccountId
from ringodesk_qt.spelling import Spelling
from ringodesk_qt.surroundings import Surroundings
from ringodesk_qt.system.instance import Instance
from ringodesk_qt.system.menu_entry import window_program
from ringodesk_qt.ui.bridge import Bridge
from ringodesk_qt.ui.file_watch import FileWatch
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.operations import Operations
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.still_caret import StillCaret
from ringodesk_qt.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from ringodesk_qt.attention import Attention
    from ringodesk_qt.first_screen import FirstScreen

log = logging.getLogger(__name__)

TRAY_AND_NOTICES = ("ringodesk_qt.ui.tray", "dbus_fast", "dbus_fast.aio", "ringodesk_qt.attention")
"""What they are made of, imported in slices as the rest of the program is: a window that is used must not stop."""


OUR_LOCKS = frozenset({"window.lock"})
"""What this process holds until its very end."""

ENDING_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))
"""What a session that ends, a terminal that closes and a person at it send; Windows knows two of them."""

_SETUPS = {
    "setup": "key",
    "setup-key": "key",
    "setup-identity": "identity",
    "setup-account": "account",
    "setup-url": "url",
    "setup-proof": "proof",
}
"""What the wizard is opened for, by the action that a repair or the settings ask for; `:<id>` names the account."""


class DesktopApp:
    """The window and all that belongs to it, on an engine."""

    def __init__(self, screen: FirstScreen, engine: Engine, instance: Instance | None = None) -> None:
        """`instance` is where other starts are heard, if they may be."""
        self.engine = engine
        self.theme = screen.theme
        self.window = screen.window
        self.quitting = asyncio.Event()
        self._is_to_be_removed = False
        if screen.wants_to_quit:
            self.quit()
        self._signal_sockets: tuple[socket.socket, ...] = ()
        self.operations = Operations(screen.app)
        self.thumbnails = Thumbnails(screen.app)
        self.bridge = Bridge(engine.bus, screen.app)
        self.bridge.messages_changed.connect(lambda _chat, message_ids, _is_new: engine.proof.shown(message_ids))
        self._watches = [FileWatch(path, screen.app) for path in (engine.home.database_log, engine.home.settings)]
        self._still_caret = StillCaret(screen.app)
        self._attention: Attention | None = None
        self._is_minimized = screen.is_minimized
        self.surroundings = Surroundings(
            screen.app,
            screen.window,
            engine,
            operations=self.operations,
            theme=self.theme,
            on_quit=self.quit,
            instance=instance,
        )
        self.window.quit_requested.connect(self.quit)
        self.window.repair_requested.connect(self._on_window_repair_requested)
        self.window.removal_confirmed.connect(self._on_window_removal_confirmed)

    def quit(self) -> None:
        """Ends the app; what is typed and what is on its way are kept."""
        self.quitting.set()

    def quit_on_signals(self) -> None:
        """SIGTERM, SIGINT and SIGHUP end the app as Quit does.

        Python's handlers run only when its interpreter does, which an idle Qt loop never lets it: a socket wakes it.
        """
        ours, pythons = self._signal_sockets = socket.socketpair()
        for end in self._signal_sockets:
            end.setblocking(False)  # noqa: FBT003
        signal.set_wakeup_fd(pythons.fileno(), warn_on_full_buffer=False)
        asyncio.get_running_loop().add_reader(ours.fileno(), lambda: ours.recv(64))
        for number in ENDING_SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` leaves it
                signal.signal(number, lambda *_args: self.quit())

    async def run(self) -> int:
        """Runs until `quit`, and returns the exit code: 3 when it could not start, which the user is told."""
        await self.surroundings.hear()
        try:
            await self._open_unless_quit()
            await self.quitting.wait()
        except RingodeskError as error:
            await self._tell(error)
            return 3
        finally:
            await self.close()
        return await self._remove_everything() if self._is_to_be_removed else 0

    def _on_window_removal_confirmed(self) -> None:
        self._is_to_be_removed = True
        self.quit()

    async def _remove_everything(self) -> int:
        """When all has ended: nothing of ours writes into the home any more. What could not be removed is told."""
        from ringodesk_qt.removal import remove_everything  # noqa: PLC0415 - once in a lifetime
        from ringodesk_qt.vault import KeyringVault  # noqa: PLC0415 - likewise

        logging_to_stderr(is_verbose=False)
        left: list[str] = []
        try:
            async for step in remove_everything(self.engine.home, KeyringVault(), our_locks=OUR_LOCKS):
                if step.became == "left":
                    left.append(f"{step.what}: {translated(step.reason)}")
        except RingodeskError as error:
            left.append(translated(str(error)))
        if left:
            await _show_what_is_left(left)
        return 4 if left else 0

    async def _open_unless_quit(self) -> None:
        """Opens; a wish to quit ends that too, however long a locked key store or a tunnel takes."""
        opening = asyncio.create_task(self.open(), name="opening")
        quitting = asyncio.create_task(self.quitting.wait(), name="quitting")
        await asyncio.wait({opening, quitting}, return_when=asyncio.FIRST_COMPLETED)
        quitting.cancel()
        if not opening.done():
            opening.cancel()
        await asyncio.gather(opening, quitting, return_exceptions=True)
        if not opening.cancelled():
            opening.result()

    async def _tell(self, error: RingodeskError) -> None:
        """Says why there is no window: on standard error, and in a box that waits to be closed."""
        sys.stderr.write(f"ringodesk: {error}\n")
        box = QMessageBox(QMessageBox.Icon.Warning, "Ringodesk", translated(str(error)))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.finished.connect(self.quit)
        box.open()
        await self.quitting.wait()

    async def open(self) -> None:
        """All of the start."""
        await self.show_chats()
        await self._open_desktop()
        assert self._attention is not None
        await self.surroundings.settle(self._attention.tray)
        self._watch_files()
        await self.engine.start_sending()
        self.engine.pasted.start(self.window.keep)
        if not await self.engine.desk.accounts():
            if not self.window.isVisible():
                self.window.raise_to_front()
            self.show_setup()
        await self.engine.start_receiving()
        # What is there now stays until the end: to look through all of it for garbage takes longer than four frames.
        gc.freeze()

    async def show_chats(self) -> None:
        """Steps 2 and 3."""
        await self._open_engine()
        await self._furnish()
        await self.window.load()
        if not self._is_minimized:
            self.window.show()
            await _painted()
        self.surroundings.open_window()

    async def _open_engine(self) -> None:
        """Settings that cannot be read are no reason to go on without: the user says how."""
        while True:
            try:
                await self.engine.open()
            except SettingsFileError as error:
                await self._mend_settings(error)
            else:
                return

    async def _mend_settings(self, error: SettingsFileError) -> None:
        from ringodesk_qt.ui.dialogs.broken_settings import BrokenSettingsDialog  # noqa: PLC0415 - rarely needed

        sys.stderr.write(f"ringodesk: {error}\n")
        keeper, answer = self.engine.settings, asyncio.get_running_loop().create_future()
        dialog = BrokenSettingsDialog(
            translated(str(error)), error.path, has_former=keeper.former.is_file(), parent=self.window
        )
        dialog.answered.connect(answer.set_result)
        dialog.open()
        chosen = await answer
        dialog.deleteLater()
        if chosen == "former":
            await asyncio.to_thread(keeper.put_former_back)
        elif chosen == "quit":
            self.quit()
            await asyncio.Event().wait()  # ends with the start

    async def close(self) -> None:
        """The way back, however far `open` came."""
        self.surroundings.stop()
        await self._keep()
        if self._attention is not None:
            await self._attention.stop()
        await self.operations.stop()
        self.bridge.stop()
        self.thumbnails.stop()
        await self.engine.stop()
        self._close_signal_sockets()
        self.window.deleteLater()

    async def _keep(self) -> None:
        """Puts what is typed on disk and takes the window away. A full disk must not keep the rest from ending well."""
        try:
            await self.window.keep()
        except RingodeskError as error:
            log.error("what was typed could not be kept: %s", error)
        self.window.hide()

    def _close_signal_sockets(self) -> None:
        if self._signal_sockets:
            signal.set_wakeup_fd(-1)
            asyncio.get_running_loop().remove_reader(self._signal_sockets[0].fileno())
            for end in self._signal_sockets:
                end.close()

    # ------------------------------------------------------------ building

    async def _furnish(self) -> None:
        steps = self.window.furnish(
            desk=self.engine.desk,
            operations=self.operations,
            bridge=self.bridge,
            thumbnails=self.thumbnails,
            settings_keeper=self.engine.settings,
            speller=Spelling(),
            importer=lambda: self.engine.importer,
            exporter=lambda: self.engine.exporter,
            retention=self.engine.retention,
            pasted=self.engine.pasted,
            home=self.engine.home,
        )
        for _step in steps:
            await asyncio.sleep(0)  # the window is used meanwhile

    async def _open_desktop(self) -> None:
        for name in TRAY_AND_NOTICES:
            importlib.import_module(name)
            await asyncio.sleep(0)
        from ringodesk_qt.attention import Attention  # noqa: PLC0415 - tray and D-Bus are not for the first paint
        from ringodesk_qt.checking.bundle import Diagnostician  # noqa: PLC0415 - likewise
        from ringodesk_qt.checking.doctor import Doctor  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.system_look import SystemLook  # noqa: PLC0415 - likewise

        look = SystemLook(self.window)
        look.changed.connect(self.theme.follow_look)
        look.begin()
        self._attention = Attention(
            engine=self.engine, window=self.window, bridge=self.bridge, operations=self.operations, on_quit=self.quit
        )
        await self._attention.start()
        self.window.set_doctor(Doctor(self.engine), Diagnostician(self.engine))

    def _watch_files(self) -> None:
        if all(watch.begin() for watch in self._watches):
            for watch in self._watches:
                watch.changed.connect(self.engine.elsewhere.hint)
            self.engine.elsewhere.rely_on_hints()

    # ------------------------------------------------------------ set-up and repairs

    def show_setup(self, purpose: str = "first", account_id: AccountId | None = None) -> None:
        """Opens the wizard over the window, for what it is wanted for."""
        self.operations.run(self.window, self._show_setup(purpose, account_id))

    async def _show_setup(self, purpose: str, account_id: AccountId | None) -> None:
        from ringodesk_qt.ui.dialogs.wizard.wizard import Purpose, SetupWizard  # noqa: PLC0415 - built when shown

        accounts = await self.engine.setup.accounts()
        if self.window.findChild(SetupWizard) is not None:
            return
        if not accounts and purpose != Purpose.FIRST:
            purpose = Purpose.FIRST
        wizard = SetupWizard(
            setup=self.engine.setup,
            reach=self.engine.receiving,
            proof=self.engine.proof,
            settings=self.engine.settings.current,
            operations=self.operations,
            theme=self.theme,
            purpose=Purpose(purpose),
            accounts=accounts,
            account=next((one for one in accounts if account_id in (None, one.id)), None),
            public_url=self.engine.health.state.public_url if self.engine.settings.current.tunnel != "none" else "",
            parent=self.window,
        )
        wizard.saved.connect(self._on_wizard_saved)
        wizard.demo_requested.connect(self._on_wizard_demo_requested)
        wizard.url_copied.connect(self.engine.receiving.url_copied)
        wizard.help_requested.connect(lambda anchor: self.window.dialogs.show_guide("setup.md", anchor))
        wizard.open()

    def _on_wizard_saved(self) -> None:
        self.operations.run(self.window, self._begin_anew())

    async def _begin_anew(self) -> None:
        """What was saved holds from now on; the way in is open already, as it was tried."""
        await self.engine.load_accounts()
        await self.engine.renew_keys()
        self.engine.sender.hurry()
        if not self.engine.receiving.is_running:
            await self.engine.restart_receiving()
        await self.window.load()
        await self.engine.presence.refresh()

    def _on_wizard_demo_requested(self) -> None:
        """The demo is a process of its own, on a home of its own: nothing of it mixes with real chats."""
        program, *arguments = window_program()
        QProcess.startDetached(program, [*arguments, "--demo"])
        self.quit()

    def _on_window_repair_requested(self, action: str) -> None:
        verb, _, number = action.partition(":")
        if verb in _SETUPS:
            self.show_setup(_SETUPS[verb], AccountId(int(number)) if number else None)
        elif verb == "guide":
            self.window.dialogs.show_guide(repair_id=number)
        elif action == "check":
            self.window.health.check()
        elif action == "key-store":
            self.engine.vault.try_again()
        elif action == "settings":
            self.window.show_settings()
        elif action == "open-plan":
            QDesktopServices.openUrl(QUrl("https://ngrok.com/pricing"))
        elif action == "restart-receiving":
            self.operations.run(self.window, self.engine.restart_receiving())
        elif action == "resume-receiving":
            self.operations.run(self.window, self.engine.settings.change(pause_receiving=False))
        elif action == "copy-url":
            QApplication.clipboard().setText(self.engine.health.state.public_url)
            self.engine.receiving.url_copied()


async def _show_what_is_left(lines: list[str]) -> None:
    is_seen = asyncio.Event()
    title = translate("DesktopApp", "This could not be removed:")
    box = QMessageBox(QMessageBox.Icon.Warning, "Ringodesk", "\n".join([title, "", *lines]))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.finished.connect(is_seen.set)
    box.open()
    await is_seen.wait()


async def _painted() -> None:
    """Lets Qt draw the window before anything else is done."""
    painted = asyncio.Event()
    QTimer.singleShot(0, painted.set)
    await painted.wait()
