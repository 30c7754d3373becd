"""The window: chats beside their conversation, or one of the two where it is narrow.

It is built in two steps. With its list of chats alone it can be shown, at its place and in its colours; `furnish`
builds all the rest into it. What is chosen or asked for before that is done then.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QPoint, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId, ContactId, IdentityId, LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.ui.models.chats import ChatsModel
from ringodesk_qt.ui.style import style_sheet
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.chat_list import ChatListPane
from ringodesk_qt.ui.views.columns import Columns
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.words import hairline

if TYPE_CHECKING:
    from ringodesk_qt.core.checks import Checker
    from ringodesk_qt.core.desk import Desk
    from ringodesk_qt.core.diagnosis import Diagnosis
    from ringodesk_qt.core.pasted_files import PastedFiles
    from ringodesk_qt.core.retention import Retention
    from ringodesk_qt.core.settings import SettingsKeeper
    from ringodesk_qt.core.speller import Speller
    from ringodesk_qt.core.transfer.export import Exporter
    from ringodesk_qt.core.transfer.importing import Importer
    from ringodesk_qt.paths import Home
    from ringodesk_qt.ui.bridge import Bridge
    from ringodesk_qt.ui.history_import import HistoryImport
    from ringodesk_qt.ui.models.destinations import Destination
    from ringodesk_qt.ui.operations import Operations
    from ringodesk_qt.ui.searching import Origin, Searching
    from ringodesk_qt.ui.thumbnails import Thumbnails
    from ringodesk_qt.ui.tray_presence import TrayPresence
    from ringodesk_qt.ui.views.chat_menu import ChatMenu
    from ringodesk_qt.ui.views.conversation_pane import ConversationPane
    from ringodesk_qt.ui.views.details_pane import DetailsPane
    from ringodesk_qt.ui.views.health_bar import HealthBar
    from ringodesk_qt.ui.views.import_line import ImportLine
    from ringodesk_qt.ui.views.recents import Recents
    from ringodesk_qt.ui.views.repair_bar import RepairBar
    from ringodesk_qt.ui.views.sentence_bar import SentenceBar
    from ringodesk_qt.ui.views.switcher import Switcher
    from ringodesk_qt.ui.views.window_dialogs import WindowDialogs
    from ringodesk_qt.ui.window_keys import WindowKeys
    from ringodesk_qt.ui.window_news import WindowNews

FOOT_HEIGHT = 30
"""Of the lamps' line, kept free until they are there."""


class MainWindow(InReadingOrder, QMainWindow):
    """Chats, conversation, health; `load` fills it, `keep` puts what is typed and where it stands on disk."""

    quit_requested = Signal()
    removal_confirmed = Signal()
    repair_requested = Signal(str)
    """A repair's action that the window cannot do itself."""

    conversation: ConversationPane
    chat_menu: ChatMenu
    details: DetailsPane
    switcher: Switcher
    recents: Recents
    searching: Searching
    repairs: RepairBar
    errors: SentenceBar
    importing: HistoryImport
    dialogs: WindowDialogs
    import_line: ImportLine
    health: HealthBar
    keys: WindowKeys
    news: WindowNews

    def __init__(self, *, theme: Theme, state_file: Path) -> None:
        """The window with its list of chats, which are put into `chats`. `state_file` keeps its place."""
        super().__init__()
        self._theme = theme
        self._state = QSettings(str(state_file), QSettings.Format.IniFormat)
        self._tray: TrayPresence | None = None
        self._is_in_tray = False
        self._is_furnished = False
        self._wish: Callable[[], None] | None = None
        self.chats = ChatsModel(parent=self)
        self.list_pane = ChatListPane(theme, self.chats, self)
        self._side = QStackedWidget(self)
        self.columns = Columns(self._side, self)
        self._column = QVBoxLayout()
        self._foot = QWidget(self)
        self._build()
        self._connect_list()
        self._restore_place()

    # ---- building: the list

    def _build(self) -> None:
        self.setWindowTitle("Ringodesk")
        self.setAccessibleName("Ringodesk")  # a title with another number would be read out each time
        self.setMinimumSize(360, 480)
        self.setStyleSheet(style_sheet(self._theme.colours, text_pt=self._theme.text_pt))
        self._side.addWidget(self.list_pane)
        self._foot.setFixedHeight(FOOT_HEIGHT)
        central = QWidget(self)
        self.setCentralWidget(central)
        central.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.columns, 1)
        self._column.addWidget(hairline(self))
        self._column.addWidget(self._foot)

    def _connect_list(self) -> None:
        self.list_pane.chosen.connect(self._once_furnished(self._on_list_pane_chosen))
        self.list_pane.entered_chat.connect(self._once_furnished(self._open))
        self.list_pane.files_dropped.connect(self._once_furnished(self._on_list_pane_files_dropped))
        self.list_pane.search_requested.connect(self._once_furnished(self.show_search))
        self.list_pane.new_chat_requested.connect(self._once_furnished(self.show_new_chat))
        self.list_pane.menu_requested.connect(self._once_furnished(self._on_list_pane_menu_requested))
        self.list_pane.settings_requested.connect(self._once_furnished(self.show_settings))
        self._theme.changed.connect(self._on_theme_changed)

    def _once_furnished(self, do: Callable[..., None]) -> Callable[..., None]:
        """`do`, at once or as soon as there is a conversation to do it with; of several wishes the last."""

        def wish(*arguments: object) -> None:
            if self._is_furnished:
                do(*arguments)
            else:
                self._wish = functools.partial(do, *arguments)

        return wish

    # ---- building: the rest

    def furnish(
        self,
        *,
        desk: Desk,
        operations: Operations,
        bridge: Bridge,
        thumbnails: Thumbnails,
        settings_keeper: SettingsKeeper,
        speller: Speller,
        importer: Callable[[], Importer],
        exporter: Callable[[], Exporter],
        retention: Retention,
        pasted: PastedFiles,
        home: Home,
    ) -> Iterator[None]:
        """Builds all that the list of chats is not, and connects it, in steps of a frame or so each."""
        self._desk = desk
        self._operations = operations
        self._bridge = bridge
        self._keeper = settings_keeper
        self.chats.serve(desk, operations)
        yield from self._build_conversation(thumbnails, pasted, speller)
        self._build_beside()
        yield
        self._build_bars(importer, exporter, speller, retention, home)
        yield
        self.columns.furnish(self.conversation, self.details)
        self._connect()
        self.news = self._built_news(bridge)
        self._is_furnished = True
        self.columns.fold()
        if self._wish is not None:
            self._wish()

    def _build_conversation(self, thumbnails: Thumbnails, pasted: PastedFiles, speller: Speller) -> Iterator[None]:
        from ringodesk_qt.ui.views.conversation_pane import ConversationPane  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.writing_aids import WritingAids  # noqa: PLC0415 - likewise

        self.conversation = yield from ConversationPane.in_steps(
            desk=self._desk,
            operations=self._operations,
            theme=self._theme,
            thumbnails=thumbnails,
            aids=WritingAids.kept_in(pasted, self._state, self._keeper, speller, thumbnails.decode),
        )
        yield

    def _build_beside(self) -> None:
        from ringodesk_qt.ui.searching import Searching  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.views.chat_menu import ChatMenu  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.views.details_pane import DetailsPane  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.views.recents import Recents  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.views.switcher import Switcher  # noqa: PLC0415 - likewise

        desk, operations, theme = self._desk, self._operations, self._theme
        self.chat_menu = ChatMenu(desk=desk, operations=operations, parent=self)
        self.switcher = Switcher(desk=desk, operations=operations, theme=theme, parent=self)
        self.recents = Recents(self)
        self.searching = Searching(
            self._side, self.conversation, desk=desk, operations=operations, theme=theme, chats=self.chats.by_time
        )
        self.details = DetailsPane(desk=desk, operations=operations, theme=theme, menu=self.chat_menu, parent=self)

    def _build_bars(
        self,
        importer: Callable[[], Importer],
        exporter: Callable[[], Exporter],
        speller: Speller,
        retention: Retention,
        home: Home,
    ) -> None:
        from ringodesk_qt.ui.history_import import HistoryImport  # noqa: PLC0415 - after the first paint
        from ringodesk_qt.ui.views.health_bar import HealthBar  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.views.import_line import ImportLine  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.views.repair_bar import RepairBar  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.views.sentence_bar import SentenceBar  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.views.window_dialogs import WindowDialogs  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.window_keys import WindowKeys  # noqa: PLC0415 - likewise

        self.repairs = RepairBar(self._theme, self)
        self.errors = SentenceBar(self._theme, self)
        self.importing = HistoryImport(importer=importer, operations=self._operations, parent=self)
        self.dialogs = WindowDialogs(
            self,
            desk=self._desk,
            operations=self._operations,
            bridge=self._bridge,
            settings_keeper=self._keeper,
            speller=speller,
            theme=self._theme,
            running=self.importing,
            exporter=exporter,
            retention=retention,
            home=home,
        )
        self.import_line = ImportLine(self.importing, self)
        self.health = HealthBar(self._theme, self)
        self._column.insertWidget(0, self.repairs)
        self._column.insertWidget(1, self.errors)
        self._column.replaceWidget(self._foot, self.health)
        self._column.insertWidget(self._column.indexOf(self.health), self.import_line)
        self._foot.deleteLater()
        self.keys = WindowKeys(self)
        self.health.show_state(self._desk.health())

    def _connect(self) -> None:
        self.dialogs.contact_chosen.connect(self._on_contact_chosen)
        self.dialogs.setup_requested.connect(self.repair_requested)
        self.dialogs.removal_confirmed.connect(self.removal_confirmed)
        self.dialogs.quick_replies_requested.connect(self.conversation.composer.show_quick_replies)
        self.dialogs.keys_requested.connect(lambda: self.dialogs.show_keys(self.keys.groups))
        self.conversation.new_chat_requested.connect(self.dialogs.show_new_chat)
        self.conversation.composer.chat_wanted.connect(self._show_chat)
        self.conversation.back_requested.connect(self.go_back)
        self.conversation.export_requested.connect(self._on_export_requested)
        self.conversation.search_requested.connect(self.searching.begin_in_chat)
        self.searching.pane_shown.connect(self.columns.show_side)
        self.searching.message_wanted.connect(self._on_searching_message_wanted)
        self.searching.way_back_taken.connect(self._on_searching_way_back_taken)
        self.import_line.show_requested.connect(self.dialogs.show_import)
        self.chats.chat_changed.connect(self.conversation.update_chat)
        self.chats.open_chat_gone.connect(self._show_no_chat)
        self.repairs.repair_requested.connect(self.repair_requested)
        self.health.repair_requested.connect(self.repair_requested)
        self.health.diagnostics_requested.connect(self.dialogs.show_diagnostics)
        self.conversation.header.details_requested.connect(self.toggle_details)
        self.conversation.header.add_verbs = self.chat_menu.add_verbs
        self.details.close_requested.connect(self.toggle_details)
        self.details.file_activated.connect(self.conversation.open_attachment)
        self.details.file_menu_requested.connect(self.conversation.menu.open)
        self.chats.chat_changed.connect(self.details.update_chat)
        self.switcher.chosen.connect(self._on_switcher_chosen)
        self.switcher.search_requested.connect(self.searching.begin)
        self.chat_menu.done.connect(self.conversation.tell_in_passing)
        self.chat_menu.export_requested.connect(self._on_export_requested)
        self.chat_menu.deletion_requested.connect(self.dialogs.show_deletion)
        self._operations.failed.connect(self.errors.say)

    def _built_news(self, bridge: Bridge) -> WindowNews:
        from ringodesk_qt.ui.window_news import WindowNews  # noqa: PLC0415 - after the first paint

        return WindowNews(self, desk=self._desk, bridge=bridge, settings_keeper=self._keeper, theme=self._theme)

    # ---- what the composition root uses

    def show_unread(self, count: int) -> None:
        """Tells the bar of windows how many messages are unread: there may be no tray that does."""
        self.setWindowTitle(f"Ringodesk ({QLocale().toString(count)})" if count else "Ringodesk")
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setBadgeNumber(count)

    async def load(self) -> None:
        """Fills the list with every chat. Raises StoreError."""
        await self.chats.load()
        self.news.show_hint()
        self.news.show_health()

    async def keep(self) -> None:
        """Puts drafts and the window's place on disk. Raises StoreError."""
        self._keep_place()
        if self._is_furnished:
            await self.conversation.composer.keep()

    def set_doctor(self, checker: Checker, diagnosis: Diagnosis) -> None:
        """Names who makes the checks, and who gathers what helps to find a fault."""
        self.health.set_checker(checker, self._operations)
        self.dialogs.set_diagnosis(diagnosis)

    def set_tray(self, tray: TrayPresence) -> None:
        """Names the tray that the window may hide in, and comes back from when it is gone."""
        self._tray = tray
        tray.host_lost.connect(self._on_tray_host_lost)

    def rest_in_tray(self) -> None:
        """Begins without being seen, in the tray."""
        self._is_in_tray = True

    def _on_tray_host_lost(self) -> None:
        if self._is_in_tray:
            self.raise_to_front()

    def raise_to_front(self) -> None:
        """Shows the window and gives it the focus."""
        self._is_in_tray = False
        if self.isMinimized():
            self.showNormal()
        self.show()
        if not self.isActiveWindow():
            self.raise_()
            self.activateWindow()

    def select_chat(self, chat_id: ChatId, message_id: LocalId | None = None) -> None:
        """Shows the window with a chat, at a message if one is named."""
        self.raise_to_front()
        self._open(chat_id, message_id)

    def show_chat(self, chat: Chat) -> None:
        """Shows the window with a chat that need not be in its list yet."""
        self.raise_to_front()
        self._show_chat(chat)

    def is_in_view(self, chat_id: ChatId) -> bool:
        """Whether the chat's conversation is open in a window that has the focus."""
        is_shown = self.conversation.isVisible() and not self.conversation.is_covered and not self.isMinimized()
        is_watched = self.isActiveWindow() and self.conversation.view.is_watched
        return is_watched and is_shown and self.conversation.chat_id == chat_id

    def mark_chat_read(self, chat_id: ChatId) -> None:
        """Marks all of a chat as read, as a desktop notice's button asks."""
        self._operations.run(self, self._desk.mark_all_read(chat_id))

    def reply(self, chat_id: ChatId, text: str) -> None:
        """Sends what was typed into a desktop notice; where that fails it is in the chat's composer."""

        def restore(chats: list[Chat], sentence: str) -> None:
            self.raise_to_front()
            for chat in chats:
                self._show_chat(chat)  # first: its draft has to be there for the text to be put before it
            self.conversation.composer.restore(chat_id, text, sentence)

        def on_error(sentence: str) -> None:
            self._operations.run(
                self, self._desk.chats_by_id([chat_id]), on_done=lambda chats: restore(chats, sentence)
            )

        self._operations.run(self, self._reply(chat_id, text), on_error=on_error)

    async def _reply(self, chat_id: ChatId, text: str) -> None:
        await self._desk.send_text(chat_id, text)
        await self._desk.mark_all_read(chat_id)

    # ---- dialogs

    def show_new_chat(self) -> None:
        """Opens the dialog that begins a chat."""
        self.dialogs.show_new_chat()

    def show_settings(self) -> None:
        """Shows the window with its settings."""
        self.raise_to_front()
        self.dialogs.show_settings()

    def show_search(self, text: str = "") -> None:
        """Opens the search over all history, with what was looked for last or with a text."""
        self.searching.begin(text or None)

    def go_to_filter(self) -> None:
        """Goes to the filter above the chats; from the conversation, to a search in it."""
        if self.searching.begin_where_focus_is():
            return
        self.searching.close()
        self.go_back()
        self.list_pane.focus_filter()

    def go_to_chat(self) -> None:
        """Opens the switcher over all chats and contacts, or closes it."""
        if self.switcher.isVisible():
            self.switcher.close()
            return
        recent = {chat_id: place for place, chat_id in enumerate(self.recents.order[1:])}
        chats = sorted(self.chats.by_time(), key=lambda chat: recent.get(chat.id, len(recent)))
        self.switcher.open_with(chats)

    # ---- which chat is open

    def _on_switcher_chosen(self, destination: Destination) -> None:
        if destination.chat is not None:
            self._open(destination.chat.id)
        else:
            self._on_contact_chosen(destination.contact.id, None)

    def walk(self, by: int) -> None:
        """Through the chats in the order they were last open in."""
        chat_id = self.recents.step(by)
        if chat_id is not None:
            self._open(chat_id)

    def _on_list_pane_chosen(self, chat_id: ChatId) -> None:
        """A row was selected. Who walks through the list with the arrow keys keeps the focus there."""
        chat = self.chats.chat(chat_id)
        if chat is not None:
            self._show_chat(chat, takes_focus=False)

    def _on_list_pane_menu_requested(self, chat_id: ChatId, at: QPoint) -> None:
        chat = self.chats.chat(chat_id)
        if chat is not None:
            self.chat_menu.open(chat, at)

    def with_open_chat(self, verb: Callable[[Chat], None]) -> None:
        """Does it to the chat that is open, as it is now."""
        chat = self.conversation.chat
        if chat is not None:
            verb(self.chats.chat(chat.id) or chat)

    def _on_list_pane_files_dropped(self, chat_id: ChatId, paths: list[Path]) -> None:
        self._open(chat_id)
        self.conversation.add_files(paths)

    def _on_export_requested(self, chat_id: ChatId) -> None:
        self.dialogs.show_export(self.chats.chat(chat_id))

    def _on_contact_chosen(self, contact_id: ContactId, identity_id: IdentityId | None) -> None:
        self._operations.run(self, self._desk.open_chat(contact_id, identity_id), on_done=self._show_chat)

    def _open(self, chat_id: ChatId, message_id: LocalId | None = None, *, takes_focus: bool = True) -> None:
        def show(chats: list[Chat]) -> None:
            for chat in chats:
                self._show_chat(chat, message_id, takes_focus=takes_focus)

        chat = self.chats.chat(chat_id)
        if chat is not None:
            show([chat])
        else:
            self._operations.run(self, self._desk.chats_by_id([chat_id]), on_done=show)

    def _show_chat(self, chat: Chat, message_id: LocalId | None = None, *, takes_focus: bool = True) -> None:
        if self.chats.chat(chat.id) is None:
            self.chats.put(chat)
        if chat.id != self.conversation.chat_id:
            self._desk.look_at_presence()
            if chat.is_marked_unread:  # the mark by hand goes, and nothing else
                self._operations.run(self, self._desk.mark_read(chat.id, chat.read_position))
        self.conversation.open_chat(chat, is_typing=self.chats.is_typing(chat.id), message_id=message_id)
        self.recents.note(chat.id)
        self.chats.set_open(chat.id)
        self.list_pane.list.show_open(chat.id)
        self.details.show_chat(chat)
        self.columns.show_conversation()
        if takes_focus:
            self.conversation.composer.focus()

    def go_back(self) -> bool:
        """From what covers another column to that; whether anything did."""
        if self.columns.uncover():
            self.conversation.composer.focus()
            return True
        if not self.columns.show_side():
            return False
        if not self.searching.focus_results():
            self.list_pane.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_searching_message_wanted(self, message: Message) -> None:
        self._open(message.chat_id, message.id, takes_focus=False)
        if self.columns.is_folded:
            self.conversation.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_searching_way_back_taken(self, origin: Origin) -> None:
        if origin.chat is None:
            self._show_no_chat()
        else:
            chat = self.chats.chat(origin.chat.id) or origin.chat  # what was unread then may be read by now
            self._show_chat(chat, takes_focus=False)
            self.conversation.return_to(chat, origin.place)

    def _show_no_chat(self) -> None:
        self.conversation.open_chat(None)
        self.chats.set_open(None)
        self.list_pane.list.show_open(None)

    def step(self, by: int) -> None:
        """To the chat so many rows below."""
        open_id = self.conversation.chat_id
        row = self.chats.row_of(open_id) if open_id is not None else None
        self.choose_row(0 if row is None else row + by)

    def choose_row(self, row: int) -> None:
        """Opens the chat in a row of the list."""
        chat = self.chats.chat_at(row)
        if chat is not None:
            self._show_chat(chat)

    # ---- its look

    def _on_theme_changed(self) -> None:
        self.setStyleSheet(style_sheet(self._theme.colours, text_pt=self._theme.text_pt))

    # ---- its columns and its place

    def event(self, event: QEvent) -> bool:
        """Sees that the desktop has another theme, which may be another font: Qt tells windows alone."""
        if event.type() == QEvent.Type.ThemeChange:
            self._theme.follow_font()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds or unfolds."""
        super().resizeEvent(event)
        self.columns.set_width(self.width())
        self.list_pane.list.set_opens_by_arrows(opens=not self.columns.is_folded)

    def toggle_details(self) -> None:
        """Shows the third column, or no more."""
        focus = self.focusWidget()
        was_there = focus is None or self.details.isAncestorOf(focus)
        self.columns.toggle_details()
        if not self.conversation.isVisible() and self.details.isVisible():
            self.details.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.conversation.isVisible() and was_there and not self.details.isVisible():
            self.conversation.composer.focus()

    def show_day_picker(self) -> None:
        """Offers the days of the chat that is open, over its conversation."""
        if self.conversation.chat is not None:
            self.columns.show_conversation()
            self.conversation.show_day_picker()

    def _restore_place(self) -> None:
        geometry = self._state.value("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(QSize(960, 640).boundedTo(self.screen().availableSize()))
        self.columns.restore(self._state)

    def _keep_place(self) -> None:
        self._state.setValue("window/geometry", self.saveGeometry())
        self.columns.keep(self._state)
        self._state.sync()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hides where there is a tray to come back from; else the app ends."""
        event.ignore()
        self._keep_place()
        if self._tray is not None and self._tray.is_present and self._keeper.current.close_to_tray:
            self._is_in_tray = True
            self.hide()
        else:
            self.quit_requested.emit()
