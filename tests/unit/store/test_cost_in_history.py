"""What is asked of the database does not grow with the history: as many statements, and as many rows read."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ringodesk_qt.core.inbox import apply
from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Kind
from ringodesk_qt.receiver.parse import parse
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.tables import SqliteTables

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))
import big_store
import load

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SIZES = {
    "short": big_store.Sizes(messages=400, chats=8, contacts=20, largest=150),
    "long": big_store.Sizes(messages=3000, chats=60, contacts=150, largest=1500),
}


class Store:
    """A history, and what is asked of it."""

    def __init__(self, path: Path, sizes: big_store.Sizes) -> None:
        self.database = Database(path)
        migrate(self.database, migrations())
        self.database.rows("PRAGMA synchronous = OFF")
        self.largest = big_store.fill(self.database, sizes, until=NOW).chat_ids[0]
        self.tables = SqliteTables(self.database)
        page = self.tables.messages.page(self.largest, limit=20)
        self.newest = [one for one in page if one.kind is Kind.TEXT and not one.is_deleted and not one.edited_at][-1]

    def cost(self, monkeypatch, ask):
        """How many statements `ask` makes, and how many rows they return."""
        costs, rows = [], Database.rows

        def counted(database, *statement):
            found = rows(database, *statement)
            costs.append(len(found))
            return found

        with monkeypatch.context() as patched:
            patched.setattr(Database, "rows", counted)
            ask(self)
        return len(costs), sum(costs)


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    made = {name: Store(tmp_path_factory.mktemp(name) / "history.db", sizes) for name, sizes in SIZES.items()}
    yield made
    for store in made.values():
        store.database.close()


def notified(store: Store, **params: object) -> None:
    params |= {"orgid": load.ORGID, "sessionid": "s1"}
    notification = parse(json.dumps({"method": params.pop("method"), "params": params}).encode())
    apply(store.tables, store.tables.accounts.all(), notification, NOW)


def message_comes(store: Store, messageid: str = "new") -> None:
    params = {
        "to": load.NUMBER,
        "from": load.extension_of(0),
        "userid": load.userid_of(0),
        "content": "Hello",
        "type": 1,
    }
    notified(store, method="message", messageid=messageid, **params)


CASES = {
    "open a chat": lambda store: store.tables.messages.page(store.largest, limit=60),
    "a page back": lambda store: store.tables.messages.page(
        store.largest, before=(store.newest.position, store.newest.id), limit=60
    ),
    "a page on": lambda store: store.tables.messages.page_after(store.largest, after=(0, LocalId(0)), limit=60),
    "changed chats": lambda store: store.tables.chats.many([store.largest]),
    "the tray": lambda store: (store.tables.chats.with_unread(5), store.tables.chats.unread_total()),
    "a message comes": message_comes,
    "a message is edited": lambda store: store.tables.messages.set_text(store.newest.id, "another", NOW),
    "a chat is read": lambda store: store.tables.chats.mark_read(store.largest, store.newest.position + 10**9),
}


@pytest.mark.parametrize("case", CASES)
def test_a_longer_history_costs_no_more(stores, monkeypatch, case):
    short, long = (stores[name].cost(monkeypatch, CASES[case]) for name in ("short", "long"))
    if case == "the tray":  # few chats may have fewer with something unread than it names
        assert long[0] == short[0]
        assert long[1] <= 6
    else:
        assert long == short
    assert short[0] > 0


def test_a_message_that_comes_asks_everything_once(stores, monkeypatch):
    store = stores["long"]
    message_comes(store, "first")  # now chat and session are known, as they mostly are
    statements, _rows = store.cost(monkeypatch, lambda store: message_comes(store, "second"))
    assert statements <= 11  # one of them for all that are applied together
