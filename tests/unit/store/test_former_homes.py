"""A home made by each earlier schema opens in this version with everything in it."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # tests are imported by path

from former_homes import SCHEMAS, make_former_home

from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Kind, State
from ringodesk_qt.store.store import SqliteStore

OF_THE_INDEX = ("message_words", "message_parts", "search_", "sqlite_")
"""Tables that are made anew from the messages, or may be."""


def contents(path):
    """Every row of every table, as a dictionary, by table and key."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        names = [one["name"] for one in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        kept = [name for name in names if not name.startswith(OF_THE_INDEX)]
        rows = {name: [dict(row) for row in database.execute(f"SELECT * FROM {name} ORDER BY 1, 2")] for name in kept}
    database.close()
    return rows


@pytest.mark.parametrize("schema", SCHEMAS)
async def test_it_opens_with_everything_in_it(path, schema):
    make_former_home(path, schema)
    before = contents(path)
    assert sum(map(len, before.values())) >= 20
    store = SqliteStore(path)
    await store.open()
    await check_reading(store)
    await store.close()
    after = contents(path)
    for table, rows in before.items():
        common = set(rows[0]) & set(after[table][0]) if rows else set()
        kept = [{name: row[name] for name in common} for row in rows]
        assert [{name: row[name] for name in common} for row in after[table]] == kept, table
    copy = path.with_name(f"ringodesk.db.schema-{schema}.bak")
    assert copy.exists() == (schema != SCHEMAS[-1])
    assert not copy.exists() or contents(copy) == before


async def check_reading(store):
    chats = {chat.id: chat for chat in await store.read(lambda tables: tables.chats.all())}
    page = await store.read(lambda tables: tables.messages.page(ChatId(1)))
    outbox = await store.read(lambda tables: tables.messages.get(LocalId(9)))
    found = await store.read(lambda tables: tables.messages.count(ChatId(2)))
    lena, zoe = chats[ChatId(1)], chats[ChatId(2)]
    assert (lena.draft, lena.is_pinned, zoe.unread) == ("half a thought", True, 1)
    assert {message.text for message in page} >= {"The parcel is here", "Thank you", "Nobody knows of this"}
    assert {message.state for message in page} >= {State.READ, State.DELIVERED, State.FAILED, State.UNCERTAIN}
    (file,) = [message.attachment for message in page if message.kind is Kind.FILE]
    (call,) = [message.call for message in page if message.kind is Kind.CALL]
    assert (file.name, file.size_bytes, call["duration_s"]) == ("garden.jpg", 48213, 150)
    assert (outbox.state, found) == (State.QUEUED, 1)
