"""The people a chat can be begun with."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ringodesk_qt.models.contact import Contact, presence


class ContactItemRole(IntEnum):
    """What the model tells of a row beside the standard roles."""

    CONTACT = Qt.ItemDataRole.UserRole + 1


def contact_words(contact: Contact) -> str:
    """The second line of a contact: extension and state."""
    extension = contact.extension if contact.extension != contact.label else ""
    return " · ".join(word for word in (extension, presence(contact.state).words) if word)


class ContactsModel(QAbstractListModel):
    """Contacts that pass the filter, in the order they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Contact] = []
        self._shown: list[Contact] = []
        self._needle = ""

    def set_contacts(self, contacts: Iterable[Contact]) -> None:
        """Shows others."""
        self._all = list(contacts)
        self._refill()

    def set_filter(self, text: str) -> None:
        """Shows only those whose name, extension or id holds each of the words."""
        self._needle = text.casefold()
        self._refill()

    def contact_at(self, row: int) -> Contact | None:
        """The contact of a row, or None."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Contacts shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name; words for a screen reader; the Contact."""
        contact = self.contact_at(index.row()) if index.isValid() else None
        if contact is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return contact.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(word for word in (contact.label, contact_words(contact)) if word)
        return contact if role == ContactItemRole.CONTACT else None

    def _refill(self) -> None:
        words = self._needle.split()
        self.beginResetModel()
        self._shown = [contact for contact in self._all if all(word in _haystack(contact) for word in words)]
        self.endResetModel()


def _haystack(contact: Contact) -> str:
    return f"{contact.label} {contact.extension} {contact.userid}".casefold()
