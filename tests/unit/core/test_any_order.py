"""Any order and any repetition of the same notifications ends in the same chat: all orders are tried."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest

from ringodesk_qt.core.inbox import apply
from ringodesk_qt.core.outcomes import Job, begin, claim, record_done, record_uncertain
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import MessageId, OrgId, UserId
from ringodesk_qt.models.message import Direction, Kind, NewMessage, SentMessage, State
from ringodesk_qt.models.notification import Deleted, Delivered, MessageArrived, Read, Typing, Updated
from ringodesk_qt.models.outbox import Action
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.tables import SqliteTables

ORGID, USERID, NUMBER = "16287540703457500320", "16266023844241412565", "2075550100"

Step = Callable[["Life"], None]


class Life:
    """A message of ours on its way in a chat, and what happens to it."""

    def __init__(self, tables: SqliteTables) -> None:
        self.tables = tables
        account = tables.accounts.add(api_url="https://a.example/api", orgid=OrgId(ORGID), domain="", name="")
        identity = tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address=NUMBER)
        contact = tables.contacts.ensure(account.id, userid=UserId(USERID), extension="501")
        self.chat = tables.chats.ensure(identity.id, contact.id)
        self.job = self.send("Ours")
        self._started_at = datetime.now(UTC)  # here, not at import: notifications come after the sending began
        self._seconds = 0

    def send(self, text: str) -> Job:
        at = datetime.now(UTC)
        message = self.tables.messages.add(
            NewMessage(
                chat_id=self.chat.id,
                direction=Direction.OUTGOING,
                kind=Kind.TEXT,
                state=State.QUEUED,
                at=at,
                text=text,
            )
        )
        self.tables.outbox.add(Action.SEND, chat_id=self.chat.id, message_id=message.id, at=at)
        job = claim(self.tables, "me", message.id)
        assert job is not None
        begin(self.tables, job)
        return job

    def notify(self, notification: Any) -> None:
        self._seconds += 1
        apply(self.tables, notification, self._started_at + timedelta(seconds=self._seconds))

    def end(self) -> Any:
        """All that is shown, and all that still waits."""
        messages = [
            (
                one.direction,
                one.messageid,
                one.kind,
                one.text,
                one.state,
                one.error,
                bool(one.edited_at),
                one.is_deleted,
            )
            for one in self.tables.messages.page(self.chat.id)
        ]
        chat = self.tables.chats.get(self.chat.id)
        assert chat is not None
        shown = (chat.unread, chat.last and chat.last.text, chat.last and chat.last.state)
        waiting = self.tables.parked._database.rows("SELECT messageid, kind FROM parked WHERE kind <> 'deleted'")
        return sorted(messages), shown, waiting, self.tables.outbox.waiting()


def notified(notification: Any) -> Step:
    return lambda life: life.notify(notification)


def answered(**ids: str) -> Step:
    sent = SentMessage(**{name: MessageId(value) for name, value in ids.items()})
    return lambda life: _answer(life, lambda: record_done(life.tables, life.job, sent))


def cut_off(life: Life) -> None:
    _answer(life, lambda: record_uncertain(life.tables, life.job, "It may have arrived."))


def _answer(life: Life, record: Callable[[], Any]) -> None:
    if life.tables.outbox.claimed():  # a send is answered once, however often the notifications come
        record()


DELIVERED = notified(Delivered(messageid="o1", sessionid="S"))
READ = notified(Read(sessionid="S"))
EDITED = notified(Updated(messageid="o1", content="Edited"))
DELETED = notified(Deleted(messageid="o1"))
THEIRS = notified(
    MessageArrived(orgid=ORGID, from_="501", userid=USERID, to=NUMBER, messageid="m1", sessionid="S", content="Theirs")
)
THEIRS_EDITED = notified(Updated(messageid="m1", content="Theirs, edited"))
THEIRS_DELETED = notified(Deleted(messageid="m1"))
TYPING = notified(Typing(sessionid="S", is_on=True))

OURS = {
    "answered with both ids": [answered(messageid="o1", sessionid="S"), DELIVERED, READ, EDITED, THEIRS],
    "answered with a messageid": [answered(messageid="o1"), DELIVERED, READ, EDITED, THEIRS],
    "answered with a messageid, nobody wrote": [answered(messageid="o1"), DELIVERED, READ, DELETED, EDITED],
    "answered with another session": [answered(messageid="o1", sessionid="T"), DELIVERED, READ, THEIRS],
    "answered with a sessionid": [answered(sessionid="S"), DELIVERED, READ, THEIRS],
    "answered with nothing": [answered(), DELIVERED, READ, THEIRS],
    "deleted": [answered(messageid="o1", sessionid="S"), DELIVERED, READ, EDITED, DELETED],
    "uncertain": [cut_off, DELIVERED, READ, EDITED, THEIRS],
    "uncertain and deleted": [cut_off, DELIVERED, DELETED, EDITED, THEIRS],
    "uncertain, no report": [cut_off, READ, THEIRS, EDITED],
    "theirs": [THEIRS, THEIRS_EDITED, THEIRS_DELETED, READ, TYPING],
    "theirs, not deleted": [THEIRS, THEIRS_EDITED, READ, TYPING, cut_off],
}


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    database = Database(tmp_path_factory.mktemp("orders") / "ringodesk.db")
    migrate(database, migrations())
    database.rows("PRAGMA synchronous = OFF")
    yield database
    database.close()


def ends(database: Database, steps: tuple[Step, ...]) -> Any:
    """How a life ends; nothing of it stays."""
    with database.transaction():
        life = Life(SqliteTables(database))
        for step in steps:
            step(life)
        end = life.end()
        database.rows("ROLLBACK")
        database.rows("BEGIN")
    return end


@pytest.mark.parametrize("name", OURS)
def test_every_order_ends_in_the_same_chat(database, name):
    steps = OURS[name]
    expected = ends(database, tuple(steps))
    different = [order for order in permutations(range(len(steps))) if ends(database, _in(steps, order)) != expected]
    assert different == []


@pytest.mark.parametrize("name", OURS)
def test_every_repetition_ends_in_the_same_chat(database, name):
    steps = OURS[name]
    expected = ends(database, tuple(steps))
    for order in permutations(range(len(steps))):
        if order[0] < order[-1]:  # half of them: each order is then told once more
            assert ends(database, _in(steps, order) * 2) == expected, order


def _in(steps: list[Step], order: tuple[int, ...]) -> tuple[Step, ...]:
    return tuple(steps[number] for number in order)


@pytest.mark.parametrize(
    ("name", "state", "messageid", "text"),
    [
        ("answered with both ids", State.READ, "o1", "Edited"),
        ("answered with a messageid", State.READ, "o1", "Edited"),
        ("answered with another session", State.DELIVERED, "o1", "Ours"),
        ("answered with a sessionid", State.READ, "", "Ours"),
        ("answered with nothing", State.READ, "", "Ours"),
        ("deleted", State.READ, "o1", ""),
        ("uncertain", State.READ, "o1", "Ours"),
        ("uncertain and deleted", State.DELIVERED, "o1", "Ours"),
        ("uncertain, no report", State.UNCERTAIN, "", "Ours"),
    ],
)
def test_what_it_ends_in(database, name, state, messageid, text):
    """Else all orders could agree on something wrong."""
    messages = ends(database, tuple(OURS[name]))[0]
    (ours,) = [one for one in messages if one[0] is Direction.OUTGOING]
    assert (ours[4], ours[1], ours[3]) == (state, messageid, text)
