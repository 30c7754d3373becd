"""Where one can go to: the chats there are, and the contacts without one. For the switcher and for a new chat.

Ten thousand contacts are looked through at each key, so what is looked at is made once, and a further letter looks only
at what the letters before it have found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import IntEnum
from functools import lru_cache
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ringodesk_qt.core.folding import index_words, narrows, word_index
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.models.presence_words import presence_words

Index = QModelIndex | QPersistentModelIndex


class Destination(msgspec.Struct, frozen=True, eq=False):
    """A chat, or a contact that there is none with yet."""

    contact: Contact
    chat: Chat | None = None
    note: str = ""
    """What tells it from one of another account or identity."""
    index: str = ""
    """What is looked at; empty until it is worked out."""

    @property
    def key(self) -> tuple[bool, int]:
        """The same for the same place, whatever has changed about it."""
        return (False, self.contact.id) if self.chat is None else (True, self.chat.id)

    @property
    def extension(self) -> str:
        """What the second line begins with, and the only part of it that is looked at; empty if it is the name."""
        return self.contact.extension if self.contact.extension != self.contact.label else ""

    @property
    def words(self) -> str:
        """The second line: extension and presence, and what else is to be known."""
        contact = self.contact
        archived = translate("Destination", "archived") if self.chat is not None and self.chat.is_archived else ""
        words = (self.extension, presence_words(contact, datetime.now(UTC)), self.note, archived)
        return " · ".join(word for word in words if word)

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        unread = self.chat.unread if self.chat is not None else 0
        said = (self.contact.label, translate("Destination", "%Ln unread", "", unread) if unread else "", self.words)
        return ", ".join(word for word in said if word)


@lru_cache(maxsize=32768)
def _index(label: str, extension: str) -> str:
    """What is looked at; a number may be typed without what stands between its digits."""
    digits = "".join(filter(str.isdigit, extension))
    return word_index(label, extension, digits if digits != extension else "")


def forget_indexes() -> None:
    """Gives back the memory that they take; they are worked out again when somebody looks."""
    _index.cache_clear()


def of_contacts(contacts: Iterable[Contact], accounts: Sequence[Account] = ()) -> list[Destination]:
    """Each contact, in this order, with all worked out that is looked at: for ten thousand this is for a thread.

    Where there are several accounts, each names its own.
    """
    names = {one.id: one.label for one in accounts} if len(accounts) > 1 else {}
    return [
        Destination(one, note=names.get(one.account_id, ""), index=_index(one.label, one.extension)) for one in contacts
    ]


def with_chats(chats: Sequence[Chat], contacts: Iterable[Destination]) -> list[Destination]:
    """The chats, then the contacts that none of them is with, each in the order given."""
    known = {chat.contact.id for chat in chats}
    found = [Destination(chat.contact, chat, chat.note) for chat in chats]
    return found + [one for one in contacts if one.contact.id not in known]


class DestinationItemRole(IntEnum):
    """What the model tells of a row beside the standard roles."""

    DESTINATION = Qt.ItemDataRole.UserRole + 1
    WORDS = Qt.ItemDataRole.UserRole + 2
    """The folded words that are looked for, to be marked where they stand."""


class DestinationsModel(QAbstractListModel):
    """Those that hold every word, best first: a whole word, then the beginning of one, then what is inside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Destination] = ()
        self._texts: list[str] | None = None
        self._found: Sequence[int] = ()
        self._ranked: Sequence[int] = ()
        self._words: tuple[str, ...] = ()

    def set_all(self, wanted: Sequence[Destination]) -> None:
        """Shows others, in this order as long as nothing is looked for."""
        self._all = wanted
        self._texts = None
        self._refill(range(len(wanted)))

    def set_filter(self, text: str) -> None:
        """Shows only those whose name or extension holds each of the words, whatever their accents."""
        words = index_words(text)
        if words != self._words:
            former, self._words = self._words, words
            self._refill(self._found if narrows(words, former) else range(len(self._all)))

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    def destination_at(self, row: int) -> Destination | None:
        """The destination of a row, or None."""
        return self._all[self._ranked[row]] if 0 <= row < len(self._ranked) else None

    def row_of(self, key: tuple[bool, int]) -> int | None:
        """The row of a destination, or None."""
        return next((row for row, number in enumerate(self._ranked) if self._all[number].key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Destinations shown."""
        return 0 if parent.isValid() else len(self._ranked)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name; words for a screen reader; the roles of `DestinationItemRole`."""
        one = self.destination_at(index.row()) if index.isValid() else None
        if one is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one.contact.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return one.spoken
            case DestinationItemRole.DESTINATION:
                return one
            case DestinationItemRole.WORDS:
                return self._words
        return None

    def _refill(self, candidates: Sequence[int]) -> None:
        self.beginResetModel()
        self._found, self._ranked = self._look(candidates) if self._words else (candidates, candidates)
        self.endResetModel()

    def _look(self, candidates: Sequence[int]) -> tuple[list[int], list[int]]:
        """Which of the candidates hold every word: in their own order, and best first."""
        if self._texts is None:
            self._texts = [one.index or _index(one.contact.label, one.contact.extension) for one in self._all]
        texts = self._texts
        found = _holding(texts, candidates, self._words)
        begun = _holding(texts, found, [f" {word}" for word in self._words])
        whole = _holding(texts, begun, [f" {word} " for word in self._words])
        return found, list(dict.fromkeys((*whole, *begun, *found)))


def _holding(texts: Sequence[str], candidates: Sequence[int], parts: Iterable[str]) -> list[int]:
    found = list(candidates)
    for part in parts:
        found = [number for number in found if part in texts[number]]
    return found
