"""That the history made up for measuring is what the app would have written."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from random import Random

import msgspec
import pytest

from ringodesk_qt.models.ids import MessageId, SessionId
from ringodesk_qt.models.message import Direction, Kind, State
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.tables import SqliteTables

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))
import big_store

SIZES = big_store.Sizes(messages=1500, chats=12, contacts=30, largest=400)
UNTIL = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PICTURES = [Path("/pictures/harbour.png")]


def opened(path: Path) -> Database:
    database = Database(path)
    migrate(database, migrations())
    database.rows("PRAGMA synchronous = OFF")
    return database


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Filled as for measuring."""
    database = opened(tmp_path_factory.mktemp("made") / "made.db")
    big_store.fill(database, SIZES, until=UNTIL, pictures=PICTURES)
    yield database
    database.close()


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """Filled as the app does: each message added, sent, answered, edited and deleted."""
    database = opened(tmp_path_factory.mktemp("lived") / "lived.db")
    tables = SqliteTables(database)
    with database.transaction():
        people = big_store.People(tables, SIZES, Random(1), PICTURES)
        for one in people.history(UNTIL):
            live(tables, one)
        people.arrange(database, tables)
    while tables.search.index_more(50):
        pass
    yield database
    database.close()


def live(tables: SqliteTables, one: big_store.Planned) -> None:
    new = one.new
    begun = msgspec.structs.replace(new, text=new.text if one.former_text is None else one.former_text)
    if new.direction is Direction.OUTGOING:
        begun = msgspec.structs.replace(begun, state=State.QUEUED, messageid=MessageId(""), sessionid=SessionId(""))
    message = tables.messages.add(begun)
    if new.direction is Direction.OUTGOING:
        tables.messages.set_sending(message.id, new.at)
        tables.messages.set_identified(message.id, messageid=new.messageid, sessionid=new.sessionid)
        for state in [State.FAILED] if new.state is State.FAILED else [State.SENT, State.DELIVERED, State.READ]:
            tables.messages.set_state(message.id, state, error=one.error)
            if state is new.state:
                break
    if one.is_new_session:
        tables.chats.link_session(new.chat_id, new.sessionid, new.at)
    if one.edited_at is not None:
        tables.messages.set_text(message.id, new.text, one.edited_at)
    if one.deleted_at is not None:
        tables.messages.set_deleted(message.id, one.deleted_at)


def tables_of(database: Database) -> list[str]:
    return [row[0] for row in database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")]


def indexes_of_words(database: Database) -> list[str]:
    found = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%USING fts5%'")
    return [row[0] for row in found]


def test_rows_are_those_that_the_app_would_have_written(made, lived):
    names = [
        name for name in tables_of(made) if not any(name.startswith(f"{words}_") for words in indexes_of_words(made))
    ]
    assert {"account", "identity", "contact", "chat", "session", "message", "edit"} <= set(names)
    for name in names:
        rows, expected = (sorted(map(repr, one.rows(f"SELECT * FROM {name}"))) for one in (made, lived))
        if name == "contact":  # when the list was fetched is now
            rows, expected = ([without_time(row) for row in some] for some in (rows, expected))
        assert rows == expected, name


def without_time(row: str) -> str:
    return ", ".join(value for value in row.split(", ") if not (value.isdigit() and len(value) == 13))


def test_every_word_is_found_where_the_app_would_have_put_it(made, lived):
    assert indexes_of_words(made)
    for words in indexes_of_words(made):
        found = []
        for database in (made, lived):
            database.rows(f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, {words}, row)")
            found.append(database.rows("SELECT term, doc, cnt FROM temp.terms ORDER BY term"))
            database.rows("DROP TABLE temp.terms")
        assert found[0] == found[1]
        assert len(found[0]) > 500


def test_it_has_something_of_everything(made):
    tables = SqliteTables(made)
    chats = tables.chats.all()
    counts = sorted((tables.messages.count(chat.id) for chat in chats), reverse=True)
    assert (sum(counts), len(counts), counts[0]) == (1500, 12, 400)
    assert all(count >= 1 for count in counts)
    assert any(chat.unread for chat in chats)
    messages = [message for chat in chats for message in tables.messages.page(chat.id, limit=1000)]
    assert {message.kind for message in messages} >= {Kind.TEXT, Kind.FILE, Kind.CALL}
    assert any(message.edited_at for message in messages)
    assert any(message.is_deleted for message in messages)
    assert {message.state for message in messages} >= {State.READ, State.RECEIVED, State.SENT, State.DELIVERED}
    for letters in ("的", "の", "في", "ня", "tod"):
        assert any(letters in message.text for message in messages), letters
    times = [message.at for message in sorted(messages, key=lambda message: message.id)]
    assert all(one < other for one, other in pairwise(times))
