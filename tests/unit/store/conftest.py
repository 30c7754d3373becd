from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ringodesk_qt.models.account import Account, Identity, IdentityKind
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import OrgId, UserId
from ringodesk_qt.models.message import Direction, Kind, Message, NewMessage, State
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.store import SqliteStore
from ringodesk_qt.store.tables import SqliteTables

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


@pytest.fixture(name="at")
def at_fixture() -> Callable[[float], datetime]:
    return at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "ringodesk.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    store = SqliteStore(path)
    await store.open()
    yield store
    await store.close()


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database(path)
    migrate(database, migrations())
    database.rows("PRAGMA synchronous = OFF")
    yield database
    database.close()


@contextmanager
def database_of_before(path: Path, schema: int) -> Iterator[Database]:
    """A database to be filled by today's tables; what an earlier schema can hold of it is then at `path`, in that."""
    now = path.with_name("of-now.db")
    database = Database(now)
    migrate(database, migrations())
    yield database
    database.close()
    older = Database(path)
    migrate(older, [step for step in migrations() if step[0] <= schema])
    older.rows("ATTACH ? AS now", (str(now),))
    older.rows("PRAGMA foreign_keys = OFF")  # table by table, in no order
    tables = "SELECT name FROM {}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    for (table,) in older.rows(f"{tables.format('main')} INTERSECT {tables.format('now')}"):
        columns = ", ".join(
            name
            for (name,) in older.rows(
                "SELECT name FROM pragma_table_info(?, 'main') INTERSECT SELECT name FROM pragma_table_info(?, 'now')",
                (table, table),
            )
        )
        older.rows(f"INSERT OR REPLACE INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")
    older.close()


@pytest.fixture(name="database_of_before")
def database_of_before_fixture(path: Path) -> Callable[[int], AbstractContextManager[Database]]:
    return partial(database_of_before, path)


@pytest.fixture
def tables(database: Database) -> SqliteTables:
    return SqliteTables(database)


@dataclass
class Desk:
    """An account, an identity and chats in one database, and short ways to fill them."""

    tables: SqliteTables
    account: Account
    identity: Identity

    def chat(self, extension: str = "101") -> Chat:
        contact = self.tables.contacts.ensure(self.account.id, userid=UserId(""), extension=extension)
        return self.tables.chats.ensure(self.identity.id, contact.id)

    def add(self, chat: Chat, text: str = "hello", **changed: Any) -> Message:
        values: dict[str, Any] = {
            "chat_id": chat.id,
            "direction": Direction.INCOMING,
            "kind": Kind.TEXT,
            "state": State.RECEIVED,
            "at": START,
            "text": text,
        }
        return self.tables.messages.add(NewMessage(**(values | changed)))

    def send(self, chat: Chat, text: str = "hello", **changed: Any) -> Message:
        values: dict[str, Any] = {"direction": Direction.OUTGOING, "state": State.QUEUED}
        return self.add(chat, text, **(values | changed))

    def seen(self, chat: Chat) -> Chat:
        """The chat as it is now."""
        found = self.tables.chats.get(chat.id)
        assert found is not None
        return found

    def message(self, message: Message) -> Message:
        """The message as it is now."""
        found = self.tables.messages.get(message.id)
        assert found is not None
        return found


def make_desk(tables: SqliteTables) -> Desk:
    account = tables.accounts.add(
        api_url="https://shell.ringotel.co/api", orgid=OrgId("16287540703457500320"), domain="acme", name="Acme"
    )
    identity = tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address="15550100")
    return Desk(tables, account, identity)


@pytest.fixture(name="make_desk")
def make_desk_fixture() -> Callable[[SqliteTables], Desk]:
    return make_desk


@pytest.fixture
def desk(tables: SqliteTables) -> Desk:
    return make_desk(tables)
