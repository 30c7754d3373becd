"""Begins a chat: choose whom with, and as whom where there is a choice."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ringodesk_qt.models.account import Identity
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.destinations import Destination, of_contacts
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.choice import Choice
from ringodesk_qt.ui.views.destination_list import DestinationList
from ringodesk_qt.ui.views.empty_state import EmptyState
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.stand_out_button import StandOutButton

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk


class NewChatDialog(InReadingOrder, QDialog):
    """Every contact, with a filter. It is opened with `open`, never with `exec`."""

    contact_chosen = Signal(object, object)
    """The ContactId, and the IdentityId to write as or None."""

    def __init__(self, *, desk: Desk, operations: WorkRunner, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._identities: list[Identity] = []
        self._filter = QLineEdit(self)
        self._list = DestinationList(theme, self.tr("Contacts"), self)
        self._identity = Choice(theme, self.tr("Write as"), parent=self)
        self._nobody = EmptyState(theme, "new-chat", self)
        self._is_read = False
        self._errors = SentenceBar(theme, self)
        self._start = StandOutButton(self.tr("Start chat"), self)
        self._refresh = IconButton(theme, "refresh", self.tr("Ask the server for the contacts again"), self)
        self._build()
        self._connect()
        self._load()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("New chat"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(400, 520)
        self._filter.setPlaceholderText(self.tr("Name or extension"))
        self._filter.setAccessibleName(self.tr("Filter contacts"))
        self._identity.hide()
        self._nobody.hide()
        self._start.setEnabled(False)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        top = QHBoxLayout()
        top.addWidget(self._filter, 1)
        top.addWidget(self._refresh)
        buttons = QHBoxLayout()
        buttons.addWidget(self._identity, 1)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._start)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addLayout(top)
        column.addWidget(self._errors)
        column.addWidget(self._list, 1)
        column.addWidget(self._nobody, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._on_filter_text_changed)
        self._list.chosen.connect(self._on_list_chosen)
        self._list.selectionModel().selectionChanged.connect(self._on_list_selection_changed)
        self._start.clicked.connect(self._list.choose)
        self._refresh.clicked.connect(self._on_refresh_clicked)
        self._nobody.action_requested.connect(self._on_refresh_clicked)

    def _load(self) -> None:
        self._operations.run(self, self._contacts(), on_done=self._show_contacts, on_error=self._errors.say)
        self._operations.run(self, self._desk.identities(), on_done=self._show_identities, on_error=self._errors.say)

    async def _contacts(self) -> list[Destination]:
        contacts = await self._desk.contacts()
        return await asyncio.to_thread(of_contacts, contacts, await self._desk.accounts())

    def _show_contacts(self, contacts: list[Destination]) -> None:
        self._list.destinations.set_all(contacts)
        self._is_read = True
        self._select_first()

    def _show_identities(self, identities: list[Identity]) -> None:
        self._identities = identities
        self._show_choice()

    def _show_choice(self) -> None:
        """The identities of the account that the selected contact is of."""
        selected = self._list.selected
        account_ids = {one.account_id for one in self._identities}
        account_id = selected.contact.account_id if selected is not None else None
        if account_id is None and len(account_ids) == 1:
            (account_id,) = account_ids
        identities = [one for one in self._identities if one.account_id == account_id]
        if [one.id for one in identities] == [self._identity.itemData(row) for row in range(self._identity.count())]:
            return
        self._identity.clear()
        for identity in identities:
            named = f"{identity.name} · {identity.address}" if identity.name else identity.address
            self._identity.addItem(self.tr("as {identity}").format(identity=isolated(named)), identity.id)
        self._identity.setVisible(len(identities) > 1)

    def _on_filter_text_changed(self, text: str) -> None:
        self._list.destinations.set_filter(text)
        self._select_first()

    def _select_first(self) -> None:
        if self._filter.text():
            self._list.select(0)
        self._on_list_selection_changed()
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        is_empty = self._is_read and not self._list.destinations.rowCount()
        self._list.setVisible(not is_empty)
        self._nobody.setVisible(is_empty)
        if is_empty and self._filter.text():
            headline, words = self.tr("Nobody fits"), self.tr("Whoever is new appears when the server is asked again.")
            self._nobody.say(headline, words, self.tr("Ask the server again"))
        elif is_empty:
            words = self.tr("The server is asked for the organization's people when it is reached.")
            self._nobody.say(self.tr("Nobody is known yet"), words, self.tr("Ask the server again"))

    def _on_list_selection_changed(
        self, _selected: QItemSelection | None = None, _deselected: QItemSelection | None = None
    ) -> None:
        self._start.setEnabled(self._list.selectionModel().hasSelection())
        self._show_choice()

    def _on_refresh_clicked(self) -> None:
        self._errors.clear()
        self._operations.run(
            self, self._desk.refresh_contacts(), on_done=lambda _: self._load(), on_error=self._errors.say
        )

    def _on_list_chosen(self, destination: Destination) -> None:
        identity_id = self._identity.currentData() if self._identity.count() > 1 else None
        self.accept()
        self.contact_chosen.emit(destination.contact.id, identity_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move through the list while the filter has the focus; Enter begins the chat."""
        if not self._list.handle_key(event.key()):
            super().keyPressEvent(event)
