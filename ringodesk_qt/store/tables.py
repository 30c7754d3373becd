"""All tables over one connection."""

from __future__ import annotations

from ringodesk_qt.store.accounts import AccountTable
from ringodesk_qt.store.chats import ChatTable
from ringodesk_qt.store.contacts import ContactTable
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.details import DetailsTable
from ringodesk_qt.store.drafts import DraftTable
from ringodesk_qt.store.gaps import GapTable
from ringodesk_qt.store.imports import ImportTable
from ringodesk_qt.store.journal import JournalTable
from ringodesk_qt.store.lately import LatelyTable
from ringodesk_qt.store.messages import MessageTable
from ringodesk_qt.store.outbox import OutboxTable
from ringodesk_qt.store.parked import ParkedTable
from ringodesk_qt.store.retention import RetentionTable
from ringodesk_qt.store.search import SearchTable


class SqliteTables:
    """What a work gets, fitting core's `Tables`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.accounts = AccountTable(database)
        self.contacts = ContactTable(database)
        self.chats = ChatTable(database)
        self.messages = MessageTable(database)
        self.search = SearchTable(database)
        self.journal = JournalTable(database)
        self.parked = ParkedTable(database)
        self.outbox = OutboxTable(database)
        self.imports = ImportTable(database)
        self.gaps = GapTable(database)
        self.details = DetailsTable(database, self.messages)
        self.drafts = DraftTable(database)
        self.lately = LatelyTable(database)
        self.retention = RetentionTable(database, self.messages, self.search)

    def foreign_version(self) -> int:
        """A number that changes when another connection commits: for the one that writes, another process."""
        return int(self._database.value("PRAGMA data_version"))
