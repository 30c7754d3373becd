"""Ctrl+K: goes to a chat, or begins one, by a few letters of a name or extension."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ringodesk_qt.models.account import Account
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.ui.models.destinations import Destination, forget_indexes, of_contacts, with_chats
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.destination_list import DestinationList
from ringodesk_qt.ui.views.empty_state import EmptyState
from ringodesk_qt.ui.views.overlay import Overlay

KEPT_MS = 30_000
"""How long after it was closed the contacts are kept: who opens it again soon finds them there."""
_WIDTH, _HEIGHT = 480, 460
_MARGIN = 16
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ContactReader(Protocol):
    """The desk's reading verbs that the switcher uses."""

    async def contacts(self) -> list[Contact]:
        """Every contact."""
        ...

    async def accounts(self) -> list[Account]:
        """Every account."""
        ...


class Switcher(Overlay):
    """A field and what fits it: the chats last opened first, then the others, then contacts without a chat."""

    chosen = Signal(object)
    """The Destination."""
    search_requested = Signal(str)
    """It is nobody's name: all messages are to be looked through for it."""
    _rest: QTimer | None = None
    """It is hidden before it is built."""

    def __init__(self, *, desk: ContactReader, operations: WorkRunner, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._chats: Sequence[Chat] = ()
        self._contacts: list[Destination] | None = None
        self._rest = QTimer(self, singleShot=True, interval=KEPT_MS)
        self._rest.timeout.connect(self._on_rest_timeout)
        self.field = QLineEdit(self)
        self.list = DestinationList(theme, self.tr("Chats and contacts"), self)
        self._nobody = EmptyState(theme, "search", self)
        self._build()
        self.field.textChanged.connect(self._on_field_text_changed)
        self.list.chosen.connect(self._on_list_chosen)
        self._nobody.action_requested.connect(self._search_for_it)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Go to chat"))
        self.setFocusProxy(self.field)
        self.field.setPlaceholderText(self.tr("Go to chat: name or extension"))
        self.field.setAccessibleName(self.tr("Name or extension"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nobody.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nobody, 1)

    def open_with(self, chats: Sequence[Chat]) -> None:
        """Opens over the window, with the chats in this order; the contacts come when they are read."""
        self._chats = chats
        self.field.clear()
        self._show()
        room = self.window().size()
        self.resize(min(_WIDTH, room.width() - 2 * _MARGIN), min(_HEIGHT, room.height() - 2 * _MARGIN))
        self.open_in_middle()
        if self._contacts is None:
            self._operations.run(self, self._read(), on_done=self._on_read)

    def forget_contacts(self) -> None:
        """There are others now, or they are in another state."""
        self._contacts = None
        if self.isVisible():
            self._operations.run(self, self._read(), on_done=self._on_read)

    def showEvent(self, event: QShowEvent) -> None:
        """Open: it keeps what it holds."""
        super().showEvent(event)
        if self._rest is not None:
            self._rest.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Closed: what it held is given back in a while, thousands of contacts take megabytes."""
        super().hideEvent(event)
        if self._rest is not None:
            self._rest.start()

    def _on_rest_timeout(self) -> None:
        self._chats, self._contacts = (), None
        self.list.destinations.set_all(())
        forget_indexes()

    async def _read(self) -> list[Destination]:
        contacts = await self._desk.contacts()
        return await asyncio.to_thread(of_contacts, contacts, await self._desk.accounts())

    def _on_read(self, contacts: list[Destination]) -> None:
        self._contacts = contacts
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        """Shows all that is known; what was selected stays so while it is there."""
        selected = self.list.selected if self.isVisible() else None
        self.list.destinations.set_all(with_chats(self._chats, self._contacts or ()))
        row = self.list.destinations.row_of(selected.key) if selected is not None else None
        self._select(row or 0)

    def _on_field_text_changed(self, text: str) -> None:
        self.list.destinations.set_filter(text)
        self._select(0)

    def _select(self, row: int) -> None:
        self.list.select(row)
        has_any = self.list.destinations.rowCount() > 0
        self.list.setVisible(has_any)
        self._nobody.setVisible(not has_any)
        if not has_any:
            self._say_nobody()

    def _say_nobody(self) -> None:
        words = self.tr("What you look for may stand in a message.") if self._typed else ""
        self._nobody.say(self.tr("Nobody fits"), words, self.tr("Search all messages") if self._typed else "")

    @property
    def _typed(self) -> str:
        return self.field.text().strip()

    def _search_for_it(self) -> None:
        typed = self._typed
        self.close()
        self.search_requested.emit(typed)

    def _on_list_chosen(self, destination: Destination) -> None:
        self.close()
        self.chosen.emit(destination)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Page Up and Page Down move, Enter goes there, or looks for what is nobody's name; Escape closes."""
        if event.key() in _ENTER and self.list.isHidden() and self._typed:
            self._search_for_it()
        elif not self.list.handle_key(event.key()):
            super().keyPressEvent(event)
