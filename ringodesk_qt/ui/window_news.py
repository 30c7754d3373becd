"""What happened, told to the parts of the window that it concerns: the bridge's news, and settings that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ringodesk_qt.core.settings import Settings, SettingsKeeper
from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.ui.bridge import Bridge
from ringodesk_qt.ui.theme import Theme

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk
    from ringodesk_qt.ui.views.main_window import MainWindow


class WindowNews(QObject):
    """Listens from when it is made, to a window that is furnished."""

    def __init__(
        self, window: MainWindow, *, desk: Desk, bridge: Bridge, settings_keeper: SettingsKeeper, theme: Theme
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._keeper = settings_keeper
        self._theme = theme
        self._shows_presence = settings_keeper.current.show_presence
        self._connect(bridge)
        self._on_settings_changed(settings_keeper.current)
        settings_keeper.on_changed(self._on_settings_changed)

    def _connect(self, bridge: Bridge) -> None:
        window = self._window
        bridge.give_way_to(lambda: window.conversation.view.scrolled_at)
        bridge.messages_changed.connect(window.conversation.on_messages_changed)
        bridge.upload_progressed.connect(window.conversation.on_upload_progressed)
        bridge.download_progressed.connect(window.conversation.on_download_progressed)
        bridge.messages_changed.connect(window.searching.on_messages_changed)
        bridge.chats_changed.connect(window.chats.on_chats_changed)
        bridge.contacts_changed.connect(window.chats.reload)
        bridge.contacts_changed.connect(window.switcher.forget_contacts)
        bridge.contacts_changed.connect(window.searching.on_contacts_changed)
        bridge.search_grew.connect(window.searching.on_search_grew)
        bridge.store_changed.connect(window.searching.on_search_grew)
        bridge.store_changed.connect(window.searching.look_at_news)
        bridge.store_changed.connect(window.switcher.forget_contacts)
        bridge.typing_changed.connect(self._on_bridge_typing_changed)
        bridge.health_changed.connect(self.show_health)
        bridge.history_imported.connect(window.conversation.on_history_imported)
        bridge.gaps_changed.connect(window.conversation.messages.refresh_gaps)
        bridge.store_changed.connect(window.conversation.on_store_changed)
        bridge.store_changed.connect(window.chats.reload)
        window.chats.rowsInserted.connect(self.show_hint)
        window.chats.rowsRemoved.connect(self.show_hint)
        window.repairs.ignore_requested.connect(self._desk.ignore_repair)
        window.health.ignore_requested.connect(self._on_health_ignore_requested)

    def show_hint(self) -> None:
        """What stands where no chat is open: that depends on whether there are any."""
        self._window.conversation.show_hint(has_chats=self._window.chats.total > 0)

    def show_health(self) -> None:
        """The lamps, and what the user can repair."""
        state = self._desk.health()
        self._window.health.show_state(state)
        self._window.repairs.show_repairs(state.pressing)

    def _on_bridge_typing_changed(self, chat_id: ChatId, is_typing: bool) -> None:
        is_typing = is_typing and self._keeper.current.show_typing
        self._window.chats.set_typing(chat_id, is_typing)
        self._window.conversation.set_typing(chat_id, is_typing)

    def _on_health_ignore_requested(self, repair_id: str, is_ignored: bool) -> None:
        self._desk.ignore_repair(repair_id, is_ignored=is_ignored)

    def _on_settings_changed(self, settings: Settings) -> None:
        window = self._window
        if not settings.show_typing:
            for chat_id in window.chats.typing:
                self._on_bridge_typing_changed(chat_id, is_typing=False)
        if settings.show_presence is not self._shows_presence:
            self._shows_presence = settings.show_presence
            window.chats.reload()
            window.switcher.forget_contacts()
        self._theme.apply(settings)
        window.conversation.composer.set_enter_sends(settings.enter_sends)
