"""What can be done with the messages that are selected: a bar in the header's place, copy and delete."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.ui.models.message_pages import order
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.models.whole_chat_text import whole_chat_text
from ringodesk_qt.ui.views.conversation import ConversationView
from ringodesk_qt.ui.views.message_menu import MessageMenu
from ringodesk_qt.ui.views.message_selection import WholeChat
from ringodesk_qt.ui.views.selection_bar import SelectionBar

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk


class SelectedMessages(QObject):
    """Shows the bar while messages are selected, and does what it and the keys ask for."""

    failed = Signal(str)
    """One sentence."""

    def __init__(
        self,
        *,
        view: ConversationView,
        header: QWidget,
        menu: MessageMenu,
        desk: Desk,
        operations: WorkRunner,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.bar = SelectionBar(parent)
        self._view = view
        self._header = header
        self._menu = menu
        self._desk = desk
        self._operations = operations
        self._copying: asyncio.Task[None] | None = None
        self._copied: tuple[WholeChat, frozenset[LocalId]] | None = None
        self.bar.copy_requested.connect(self._on_bar_copy_requested)
        self.bar.delete_requested.connect(self._delete)
        self.bar.cancel_requested.connect(self.leave)
        view.selection.changed.connect(self._on_selection_changed)
        view.selection.whole_wanted.connect(self._on_selection_whole_wanted)
        view.copy_whole_requested.connect(self._copy_whole)
        view.delete_requested.connect(self._delete)
        menu.select_requested.connect(self._on_menu_select_requested)

    def leave(self) -> None:
        """Nothing is selected any more, and the conversation has the keyboard."""
        self._view.selection.clear()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_selection_changed(self) -> None:
        """What is copied is what was selected when it began: another selection ends it, other rows in view do not."""
        selection = self._view.selection
        if self._copying is not None:
            whole = selection.whole
            if whole is not None and (whole, frozenset(whole.without)) == self._copied:
                return
            self._copying.cancel()
            self._copying = None
        if not selection.is_empty:
            self.bar.show_for(selection.count, can_delete=self._can_delete())
        self.bar.setVisible(not selection.is_empty)
        self._header.setVisible(selection.is_empty)

    def _on_menu_select_requested(self, message_id: LocalId) -> None:
        model = self._view.messages_model
        row = model.row_of(message_id) if model is not None else None
        if row is not None and not self._view.selection.has(message_id):
            self._view.selection.toggle(row)
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- all of a chat

    def _on_selection_whole_wanted(self) -> None:
        chat = self._view.messages_model.chat if self._view.messages_model is not None else None
        if chat is not None:
            self._operations.run(self, self._whole(chat), on_done=self._on_whole_known, on_error=self.failed.emit)

    async def _whole(self, chat: Chat) -> WholeChat | None:
        """The chat as it is now; None where it was emptied meanwhile."""
        newest = await self._desk.page(chat.id, limit=1)
        count = await self._desk.count(chat.id)
        return WholeChat(chat, order(newest[0]), count) if newest else None

    def _on_whole_known(self, whole: WholeChat | None) -> None:
        if whole is not None:
            self._view.selection.select_whole(whole)

    def _copy_whole(self) -> None:
        whole = self._view.selection.whole
        if whole is None or self._copying is not None:
            return
        count, without = self._view.selection.count, frozenset(whole.without)
        self.bar.show_copying(0)
        reading = whole_chat_text(
            self._desk,
            whole.chat,
            until=whole.until,
            without=without,
            on_message=lambda done: self.bar.show_copying(min(99, done * 100 // max(1, count))),
        )
        self._copied = (whole, without)
        self._copying = self._operations.run(self, reading, on_done=self._on_copied, on_error=self._on_copy_failed)

    def _on_copied(self, copied: tuple[str, int]) -> None:
        self._copying = None
        self._view.put_copied(*copied)
        self.leave()

    def _on_copy_failed(self, sentence: str) -> None:
        self._copying = None
        self._on_selection_changed()
        self.failed.emit(sentence)

    # ---- what the bar and the keys ask for

    def _on_bar_copy_requested(self) -> None:
        self._view.copy()
        if self._view.selection.whole is None:
            self.leave()

    def _can_delete(self) -> bool:
        messages = self._view.selection.messages
        return self._view.selection.whole is None and all(message.can_change for message in messages)

    def _delete(self) -> None:
        if self._view.selection.whole is not None:
            self.failed.emit(self.tr("So many messages cannot be taken back at once. Select those that are to go."))
        elif not self._view.selection.is_empty and self._can_delete():
            self._menu.ask_delete_all(self._view.selection.messages, on_deleted=self.leave)
        else:
            self.failed.emit(self.tr("Only messages of yours that were sent can be deleted. Select no others."))
