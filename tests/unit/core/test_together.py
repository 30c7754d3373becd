"""What came together is applied together, and ends as if each had come alone."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from ringodesk_qt.core.events import ChatChanged, Event, MessageReceived, MessagesChanged, MessageWithdrawn
from ringodesk_qt.core.inbox import apply_alone, apply_journalled
from ringodesk_qt.core.outcomes import begin, claim, record_uncertain
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import JournalId, OrgId, UserId
from ringodesk_qt.models.message import Direction, Kind, NewMessage, State
from ringodesk_qt.models.notification import (
    Deleted,
    Delivered,
    Journalled,
    MessageArrived,
    Notification,
    Read,
    Received,
    Typing,
    Updated,
)
from ringodesk_qt.models.outbox import Action
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.tables import SqliteTables

BEGAN = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
ORGIDS, NUMBER, SENDER = ("16287540703457500320", "98765432109876543210"), "+1 207 555 0100", "Support"
TABLES = ("contact", "identity", "chat", "session", "message", "edit", "parked", "outbox", "journal")


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    database = Database(tmp_path_factory.mktemp("together") / "ringodesk.db")
    migrate(database, migrations())
    database.rows("PRAGMA synchronous = OFF")
    yield database
    database.close()


class World:
    """Two accounts, three people who are known of each, a muted and an archived chat, one with a send cut off."""

    def __init__(self, tables: SqliteTables) -> None:
        self.tables = tables
        for orgid in ORGIDS:
            account = tables.accounts.add(api_url="https://a.example/api", orgid=OrgId(orgid), domain="", name="")
            number = tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address=NUMBER)
            chats = [
                tables.chats.ensure(
                    number.id, tables.contacts.ensure(account.id, userid=UserId(f"u{n}"), extension=f"50{n}").id
                )
                for n in range(3)
            ]
            tables.chats.set_archived(chats[0].id, True)
            tables.chats.set_archived(chats[1].id, True)
            tables.chats.set_muted_until(chats[1].id, BEGAN + timedelta(seconds=20))
        self._cut_off(chats[2].id)

    def _cut_off(self, chat_id: Any) -> None:
        message = self.tables.messages.add(
            NewMessage(
                chat_id=chat_id, direction=Direction.OUTGOING, kind=Kind.TEXT, state=State.QUEUED, at=BEGAN, text="Ours"
            )
        )
        self.tables.outbox.add(Action.SEND, chat_id=chat_id, message_id=message.id, at=BEGAN)
        job = claim(self.tables, "me", message.id)
        assert job is not None
        begin(self.tables, job)
        self.tables.messages.set_sending(message.id, BEGAN)
        record_uncertain(self.tables, job, "It may have arrived.")


def arrived(random: Random, number: int) -> MessageArrived:
    """Mostly what is ordinary, and now and then each thing that is not."""
    person, is_odd = random.randrange(3), random.random() < 0.12
    strange: dict[str, Any] = random.choice(
        [
            {"from_": f"60{person}"},
            {"from_": "", "userid": "another"},
            {"userid": "", "from_": "777"},
            {"to": "207-555-0100"},
            {"to": "", "senderid": SENDER},
            {"messageid": ""},
            {"messageid": f"m{number - 1}"},
            {"messageid": f"m{number - 1}"},
            {"messageid": f"m{number - 3}"},
            {"messageid": "o1"},
            {"sessionid": ""},
            {"orgid": "nobody's"},
            {"orgid": ""},
            {"userid": "", "from_": ""},
            {"type": 2, "content": "https://a.example/a%20file.pdf"},
            {"type": 8, "content": {"duration": 3}},
            {"content": "half \ud800 of a pair, and \0"},
        ]
    )
    ordinary: dict[str, Any] = {
        "orgid": random.choice(ORGIDS),
        "from_": random.choice(["", f"50{person}"]),
        "userid": f"u{person}",
        "to": NUMBER,
        "messageid": f"m{number}",
        "sessionid": f"S{person}{random.choice('ab')}",
        "content": f"Message {number}",
    }
    return MessageArrived(**(ordinary | (strange if is_odd else {})))


def other(random: Random, number: int) -> Notification:
    near = f"m{number + random.randint(-6, 6)}"
    return random.choice(
        [
            Updated(messageid=near, content=f"Edited {number}"),
            Deleted(messageid=near),
            Delivered(messageid=random.choice(["o1", "o2", near]), sessionid=f"S2{random.choice('ab')}"),
            Read(sessionid=f"S{random.randrange(3)}{random.choice('ab')}"),
            Typing(sessionid="S0a", is_on=True),
        ]
    )


def history(seed: int) -> list[tuple[Journalled, Notification]]:
    random = Random(seed)
    share_of_others = random.choice([0.0, 0.05, 0.3])
    told = []
    for number in range(1, 50):
        one = other(random, number) if random.random() < share_of_others else arrived(random, number)
        # Several in one millisecond, and some applied late.
        at = BEGAN + timedelta(seconds=number // 5 * 3 - (random.random() < 0.2))
        digest = f"{getattr(one, 'content', '')}"
        told.append((Journalled(id=JournalId(number), body=b"", digest=digest, at=at), one))
    return told


def one_by_one(tables: SqliteTables, told: list[tuple[Journalled, Notification]]) -> list[Event]:
    events = []
    for row, notification in told:
        effect = apply_alone(tables, tables.accounts.all(), row, notification)
        tables.journal.mark([row.id], effect.verdict, effect.detail)
        events += effect.events
    return events


def end(
    database: Database, told: list[tuple[Journalled, Notification]], at_once: int | None = None
) -> tuple[Any, list[Event]]:
    """All the tables, and what was told; nothing of it stays."""
    with database.transaction():
        world = World(SqliteTables(database))
        world.tables.journal.add_all(
            [Received(method=one.method, body=b"", digest=row.digest, received_at=row.at) for row, one in told]
        )
        (least,) = database.rows("SELECT min(id) FROM journal")[0]
        shifted = [
            (Journalled(id=JournalId(least + row.id - 1), body=b"", digest=row.digest, at=row.at), one)
            for row, one in told
        ]
        if at_once is None:
            events = one_by_one(world.tables, shifted)
        else:
            parts = [shifted[start : start + at_once] for start in range(0, len(shifted), at_once)]
            events = [event for part in parts for event in apply_journalled(world.tables, part)]
        rows = {name: database.rows(f"SELECT * FROM {name} ORDER BY 1, 2") for name in TABLES}
        database.rows("ROLLBACK")
        database.rows("BEGIN")
    return rows, events


def what_is_shown(events: list[Event]) -> Any:
    """Each message once, in its order; which are new and which changed, of which chats."""
    changed: Counter[Any] = Counter()
    for event in events:
        if isinstance(event, MessagesChanged):
            changed.update((event.chat_id, message_id, event.is_new) for message_id in event.message_ids)
    received = [event for event in events if isinstance(event, MessageReceived | MessageWithdrawn)]
    return changed, received, {event.chat_id for event in events if isinstance(event, ChatChanged)}


@pytest.mark.parametrize("seed", range(30))
def test_together_and_one_by_one_end_the_same(database, seed):
    told = history(seed)
    expected, alone = end(database, told)
    for at_once in (1, 7, len(told)):
        rows, events = end(database, told, at_once)
        for name in TABLES:
            assert rows[name] == expected[name], name
        assert what_is_shown(events) == what_is_shown(alone)


def statements(monkeypatch, database: Database, userids: list[str]) -> list[int]:
    """How many values each statement is given that a message from each of them takes."""
    told = [
        (
            Journalled(id=JournalId(number), body=b"", digest="", at=BEGAN + timedelta(seconds=number)),
            MessageArrived(orgid=ORGIDS[0], userid=userid, to=NUMBER, messageid=f"m{number}", content="Hello"),
        )
        for number, userid in enumerate(userids, 1)
    ]
    made: list[int] = []
    rows = Database.rows

    def counted(one, sql, values=()):
        made.append(len(values))
        return rows(one, sql, values)

    with database.transaction(), monkeypatch.context() as patched:
        world = World(SqliteTables(database))
        patched.setattr(Database, "rows", counted)
        apply_journalled(world.tables, told)
        rows(database, "ROLLBACK")
        rows(database, "BEGIN")
    return made


def test_as_many_statements_for_sixty_four_as_for_three(monkeypatch, database):
    many, few = (statements(monkeypatch, database, [f"u{n % 3}" for n in range(count)]) for count in (64, 3))
    assert len(many) == len(few) <= 7


def test_strangers_are_not_asked_for_over_and_over(monkeypatch, database):
    made = statements(monkeypatch, database, [f"stranger{number}" for number in range(64)])
    assert sum(made) <= 64 * 80
