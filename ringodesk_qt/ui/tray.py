"""The icon in the tray: how many messages are unread, whether something needs fixing, and a menu."""

from __future__ import annotations

from datetime import datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ringodesk_qt.models.chat import MUTED_ALWAYS, Chat
from ringodesk_qt.models.times import next_morning
from ringodesk_qt.ui.bridge import Bridge
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated, line_of
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.notice_words import do_not_disturb_words, quiet_words
from ringodesk_qt.ui.sentences import told, translated
from ringodesk_qt.ui.theme import LIGHT
from ringodesk_qt.ui.tray_host import TrayHost
from ringodesk_qt.ui.tray_icon import MOST_COUNTED, TrayLook, tray_icon

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk
    from ringodesk_qt.core.quiet import Quiet
    from ringodesk_qt.core.settings import Settings, SettingsKeeper

UNREAD_CHATS = 5
REFRESH_MS = 200
_BUSY_REFRESH_MS = 1000
"""The same, where it was read a moment ago: while messages pour in nobody counts along."""
"""Changes that come within this time are shown as one: a tray host draws each of them anew."""


class Tray(QObject):
    """Shown when the settings say so; `is_present` tells whether anybody can see it."""

    open_requested = Signal()
    chat_requested = Signal(object)
    """A ChatId."""
    settings_requested = Signal()
    quit_requested = Signal()
    message_clicked = Signal()
    """The balloon was clicked."""
    host_lost = Signal()
    """There is no tray any more: a window that is hidden must show itself."""
    unread_changed = Signal(int)
    """So many messages are unread now."""
    presence_changed = Signal()
    """A tray came or went, or the icon is wanted or no more."""

    def __init__(
        self,
        *,
        desk: Desk,
        bridge: Bridge,
        operations: WorkRunner,
        settings_keeper: SettingsKeeper,
        quiet: Quiet,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._keeper = settings_keeper
        self._quiet = quiet
        self._look: TrayLook | None = None
        self._unread = 0
        self._is_hidden = False
        self._menu = QMenu()
        self._chats: list[QAction] = []
        self._states = QAction(self), QAction(self)
        self._rest = QMenu(self._menu)
        self._rest_ends = QAction(self.tr("Turn off"), self)
        self._pause = QAction(self)
        self._build_menu()
        self._host = TrayHost(self)
        self._icon = self._make_icon()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._refreshed_at = 0.0
        self._timer.timeout.connect(self.refresh)
        self._connect(bridge)
        self._fill_menu([])
        self._show_look()
        self._follow_settings(settings_keeper.current)
        self.refresh()

    def _connect(self, bridge: Bridge) -> None:
        for signal in (bridge.chats_changed, bridge.contacts_changed, bridge.health_changed):
            signal.connect(self._refresh_soon)
        self._keeper.on_changed(self._follow_settings)
        self._quiet.on_changed(self._show_quiet)
        self._host.came.connect(self._on_host_came)
        self._host.went.connect(self._on_host_went)

    def _make_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self)
        icon.setToolTip("Ringodesk")
        icon.setContextMenu(self._menu)
        icon.activated.connect(self._on_icon_activated)
        icon.messageClicked.connect(self.message_clicked)
        return icon

    # ---- what others ask

    @property
    def is_present(self) -> bool:
        """Whether the icon is shown, and a tray exists that shows it."""
        return self._icon.isVisible() and self._host.is_present

    @property
    def menu(self) -> QMenu:
        """The icon's menu."""
        return self._menu

    def show_balloon(self, title: str, body: str) -> None:
        """Shows Qt's own balloon: what there is where the desktop has no notice service. Both are plain text."""
        self._icon.showMessage(title, body, self._icon.icon())

    def hide(self) -> None:
        """Takes the icon away for good, at the end."""
        self._is_hidden = True
        self._timer.stop()
        self._icon.hide()

    # ---- what it shows

    def _refresh_soon(self) -> None:
        if not self._timer.isActive() and not self._is_hidden:
            is_busy = monotonic() - self._refreshed_at < _BUSY_REFRESH_MS / 1000
            self._timer.start(_BUSY_REFRESH_MS if is_busy else REFRESH_MS)

    def refresh(self) -> None:
        """Reads what is unread, and shows it."""
        self._refreshed_at = monotonic()
        self._operations.run(
            self, self._read(), on_done=lambda found: self._show(*found), on_error=lambda _sentence: None
        )

    async def _read(self) -> tuple[list[Chat], int]:
        return await self._desk.unread_chats(UNREAD_CHATS), await self._desk.unread_total()

    def _show(self, waiting: list[Chat], unread: int) -> None:
        if unread != self._unread:
            self._unread = unread
            self.unread_changed.emit(unread)
        self._fill_menu(waiting)
        self._show_look()

    def _show_look(self) -> None:
        is_quiet = self._keeper.current.notices == "nothing" or self._quiet.is_on
        unread = min(self._unread, MOST_COUNTED + 1)  # beyond that it looks the same, and is not drawn again
        look = TrayLook(unread=unread, is_muted=is_quiet, needs_repair=bool(self._desk.health().pressing))
        if look != self._look:
            self._look = look
            self._icon.setIcon(tray_icon(look, LIGHT))
        words = self._tooltip()
        if words != self._icon.toolTip():
            self._icon.setToolTip(words)

    def _tooltip(self) -> str:
        unread = translate("Tray", "Ringodesk: %Ln unread", "", self._unread) if self._unread else "Ringodesk"
        paused = self.tr("receiving is paused") if self._keeper.current.pause_receiving else ""
        return " · ".join(words for words in (unread, quiet_words(self._quiet), paused) if words)

    def _build_menu(self) -> None:
        for _number in range(UNREAD_CHATS):
            action = self._menu.addAction("")
            action.triggered.connect(lambda _checked=False, action=action: self.chat_requested.emit(action.data()))
            self._chats.append(action)
        self._below_chats = self._menu.addSeparator()
        self._menu.addAction(self.tr("Open Ringodesk")).triggered.connect(self.open_requested)
        self._menu.addSeparator()
        self._build_rest()
        self._menu.addSeparator()
        for line in self._states:
            line.setEnabled(False)
            self._menu.addAction(line)
        self._pause.triggered.connect(self._on_pause_triggered)
        self._menu.addAction(self._pause)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Settings")).triggered.connect(self.settings_requested)
        self._menu.addAction(self.tr("Quit")).triggered.connect(self.quit_requested)

    def _build_rest(self) -> None:
        self._menu.addMenu(self._rest)
        hour = self._rest.addAction(self.tr("For 1 hour"))
        hour.triggered.connect(lambda: self._rest_until(datetime.now().astimezone() + timedelta(hours=1)))
        morning = self._rest.addAction(self.tr("Until tomorrow"))
        morning.triggered.connect(lambda: self._rest_until(next_morning(datetime.now().astimezone())))
        self._rest.addAction(self.tr("Until I turn it off")).triggered.connect(lambda: self._rest_until(MUTED_ALWAYS))
        self._rest_ends.triggered.connect(lambda: self._rest_until(None))
        self._rest.addAction(self._rest_ends)

    def _rest_until(self, until: datetime | None) -> None:
        self._operations.run(self, self._keeper.change(do_not_disturb_until=until))

    def _on_pause_triggered(self) -> None:
        is_paused = self._keeper.current.pause_receiving
        self._operations.run(self, self._keeper.change(pause_receiving=not is_paused))

    def _show_quiet(self) -> None:
        until = self._quiet.chosen_until
        self._rest.setTitle(do_not_disturb_words(until))
        self._rest_ends.setVisible(until is not None)
        self._show_look()

    def _fill_menu(self, waiting: list[Chat]) -> None:
        """Its lines stay and say something else: while messages pour in that is five times a second."""
        for number, action in enumerate(self._chats):
            chat = waiting[number] if number < len(waiting) else None
            action.setVisible(chat is not None)
            if chat is not None:
                name = isolated(_menu_words(chat.title))
                action.setText(self.tr("{name} ({count})").format(name=name, count=chat.unread))
                action.setData(chat.id)
        self._below_chats.setVisible(bool(waiting))
        health = self._desk.health()
        sending, receiving = self._states
        sending.setText(f"{self.tr('Sending')}: {_menu_words(told(health.sending.of, health.sending.words))}")
        receiving.setText(f"{self.tr('Receiving')}: {_menu_words(translated(health.receiving.words))}")

    # ---- what happens to it

    def _follow_settings(self, settings: Settings) -> None:
        if not self._is_hidden:
            self._icon.setVisible(settings.show_tray_icon and self._host.is_possible)
            is_paused = settings.pause_receiving
            self._pause.setText(self.tr("Resume receiving") if is_paused else self.tr("Pause receiving"))
            self._show_quiet()
            if not settings.show_tray_icon:
                self.host_lost.emit()
            self.presence_changed.emit()

    def _on_host_came(self) -> None:
        """Makes the icon anew: one that was made before chose another kind of tray."""
        if self._is_hidden:
            return
        former, self._icon = self._icon, self._make_icon()
        former.hide()
        former.deleteLater()
        self._look = None
        self._show_look()
        self._follow_settings(self._keeper.current)

    def _on_host_went(self) -> None:
        if not self._is_hidden and not self.is_present:
            self.host_lost.emit()
        self.presence_changed.emit()

    def _on_icon_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        reasons = QSystemTrayIcon.ActivationReason
        if reason in {reasons.Trigger, reasons.DoubleClick, reasons.MiddleClick}:
            self.open_requested.emit()


def _menu_words(text: str) -> str:
    """A text as a menu shows it: one line, no mnemonics, not endless."""
    return line_of(text, 60).replace("&", "&&")
