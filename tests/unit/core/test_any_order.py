"""Any order and any repetition of the same notifications ends in the same chat: all orders are tried.

The one exception: of two edits of a message the later to come wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
        self.started_at = datetime.now(UTC)  # here, not at import: notifications come after the sending began
        self.seconds = 0

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
        self.seconds += 1
        apply(self.tables, self.tables.accounts.all(), notification, self.started_at + timedelta(seconds=self.seconds))

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
        rows = self.tables.parked._database.rows
        waiting = rows("SELECT messageid, kind, text FROM parked WHERE kind <> 'deleted' ORDER BY messageid, kind")
        sessions = rows("SELECT sessionid, chat_id, read_at IS NOT NULL FROM session ORDER BY sessionid")
        return sorted(messages), shown, waiting, sessions, self.tables.outbox.waiting()


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
ANOTHER_DELIVERED = notified(Delivered(messageid="o2", sessionid="S"))
READ = notified(Read(sessionid="S"))
EDITED = notified(Updated(messageid="o1", content="Edited"))
EDITED_AGAIN = notified(Updated(messageid="o1", content="Edited again"))
DELETED = notified(Deleted(messageid="o1"))
THEIRS = notified(
    MessageArrived(orgid=ORGID, from_="501", userid=USERID, to=NUMBER, messageid="m1", sessionid="S", content="Theirs")
)
THEIRS_EDITED = notified(Updated(messageid="m1", content="Theirs, edited"))
THEIRS_EDITED_AGAIN = notified(Updated(messageid="m1", content="Theirs, edited again"))
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
    "uncertain, two reports": [cut_off, DELIVERED, ANOTHER_DELIVERED, READ, THEIRS],
    "uncertain, no report": [cut_off, READ, THEIRS, EDITED],
    "theirs": [THEIRS, THEIRS_EDITED, THEIRS_DELETED, READ, TYPING],
    "theirs, not deleted": [THEIRS, THEIRS_EDITED, READ, TYPING, cut_off],
}

ANSWERED = answered(messageid="o1", sessionid="S")
SEVEN = {
    "theirs": [ANSWERED, THEIRS, DELIVERED, READ, THEIRS_EDITED, THEIRS_EDITED_AGAIN, THEIRS_DELETED],
    "ours": [ANSWERED, THEIRS, DELIVERED, READ, EDITED, EDITED_AGAIN, DELETED],
    "both": [ANSWERED, THEIRS, DELIVERED, READ, EDITED, THEIRS_EDITED, THEIRS_DELETED],
    "edited alone": [ANSWERED, THEIRS, DELIVERED, READ, TYPING, THEIRS_EDITED, THEIRS_EDITED_AGAIN],
    "uncertain": [cut_off, THEIRS, DELIVERED, READ, EDITED, EDITED_AGAIN, DELETED],
    "two reports": [cut_off, THEIRS, DELIVERED, ANOTHER_DELIVERED, READ, THEIRS_EDITED, THEIRS_DELETED],
    "answered with a messageid": [
        answered(messageid="o1"),
        THEIRS,
        DELIVERED,
        READ,
        EDITED,
        EDITED_AGAIN,
        THEIRS_EDITED,
    ],
}
"""A send's answer or the lack of one, a message of theirs, and what comes of both, in one chat and one session."""


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


# ---------------------------------------------------------------- seven events, every order and every repetition


@contextmanager
def undone(life: Life) -> Iterator[None]:
    """What is told inside is forgotten after it."""
    rows, seconds = life.tables.parked._database.rows, life.seconds
    rows("SAVEPOINT told")
    try:
        yield
    finally:
        rows("ROLLBACK TO told")
        rows("RELEASE told")
        life.seconds = seconds


def told_edits(steps: Sequence[Step]) -> dict[Step, str]:
    """Which steps are edits, and of which message."""
    edits = {EDITED: "o1", EDITED_AGAIN: "o1", THEIRS_EDITED: "m1", THEIRS_EDITED_AGAIN: "m1"}
    return {step: edits[step] for step in steps if step in edits}


TEXTS = {
    EDITED: "Edited",
    EDITED_AGAIN: "Edited again",
    THEIRS_EDITED: "Theirs, edited",
    THEIRS_EDITED_AGAIN: "Theirs, edited again",
}


def but_for_edits(end: Any, told: Sequence[Step]) -> Any:
    """An end in which the later of two edits, where it stands, is called so."""
    later = {TEXTS[step]: f"the later edit of {messageid}" for step, messageid in _last_edits(told).items()}

    def renamed(value: Any) -> Any:
        if isinstance(value, list | tuple):
            return tuple(renamed(one) for one in value)
        return later.get(value, value) if isinstance(value, str) else value

    return renamed(end)


def _last_edits(told: Sequence[Step]) -> dict[Step, str]:
    last = {messageid: step for step, messageid in ((one, told_edits([one]).get(one)) for one in told) if messageid}
    return {step: messageid for messageid, step in last.items()}


def walk(life: Life, left: Sequence[Step], told: list[Step], look: Callable[[list[Step]], None]) -> None:
    """Tells what is left in every order, each beginning of an order once; `look` is called after each step."""
    for number, step in enumerate(left):
        with undone(life):
            step(life)
            told.append(step)
            look(told)
            walk(life, [*left[:number], *left[number + 1 :]], told, look)
            told.pop()


def _the_same_in_every_order(database: Database, steps: list[Step]) -> int:
    """How many orders there are; each must end as the first."""
    ended: list[Any] = []

    def look(told: list[Step]) -> None:
        if len(told) == len(steps):
            ended.append(but_for_edits(life.end(), told))
            assert ended[-1] == ended[0], [steps.index(step) for step in told]

    with _life(database) as life:
        walk(life, steps, [], look)
    return len(ended)


def _repeated_everywhere(database: Database, steps: list[Step]) -> int:
    """Tells, after every beginning of every order, each of what was told once more: nothing may change by it.

    What is true of each single repetition at each place is so of any number of them at any places.
    """
    count = 0

    def look(told: list[Step]) -> None:
        nonlocal count
        before, last_edits = life.end(), _last_edits(told)
        for step in told:
            if step in TEXTS and step not in last_edits:
                continue  # the exception: told once more, it is the later of the two
            with undone(life):
                step(life)
                assert life.end() == before, ([steps.index(one) for one in told], steps.index(step))
            count += 1

    with _life(database) as life:
        walk(life, steps, [], look)
    return count


@contextmanager
def _life(database: Database) -> Iterator[Life]:
    with database.transaction():
        try:
            yield Life(SqliteTables(database))
        finally:
            database.rows("ROLLBACK")
            database.rows("BEGIN")


@pytest.mark.parametrize("name", ["theirs"])
def test_seven_events_end_in_the_same_chat_in_all_their_orders(database, name):
    assert _the_same_in_every_order(database, SEVEN[name]) == 5040


@pytest.mark.soak
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", SEVEN)
def test_seven_events_of_every_life_end_in_the_same_chat_in_all_their_orders(database, name):
    assert _the_same_in_every_order(database, SEVEN[name]) == 5040


@pytest.mark.parametrize("name", ["ours", "theirs", "uncertain"])
def test_five_of_the_seven_change_nothing_when_repeated_anywhere(database, name):
    assert _repeated_everywhere(database, SEVEN[name][:4] + SEVEN[name][6:]) > 1000


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", SEVEN)
def test_seven_events_change_nothing_when_repeated_anywhere(database, name):
    assert _repeated_everywhere(database, SEVEN[name]) > 50_000


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
        ("uncertain, two reports", State.UNCERTAIN, "", "Ours"),
        ("uncertain, no report", State.UNCERTAIN, "", "Ours"),
    ],
)
def test_what_it_ends_in(database, name, state, messageid, text):
    """Else all orders could agree on something wrong."""
    messages = ends(database, tuple(OURS[name]))[0]
    (ours,) = [one for one in messages if one[0] is Direction.OUTGOING]
    assert (ours[4], ours[1], ours[3]) == (state, messageid, text)


@pytest.mark.parametrize(
    ("name", "ours", "theirs", "unread"),
    [
        ("theirs", (State.READ, "o1", "Ours"), (True, ""), 0),
        ("ours", (State.READ, "o1", ""), (False, "Theirs"), 1),
        ("both", (State.READ, "o1", "Edited"), (True, ""), 0),
        ("edited alone", (State.READ, "o1", "Ours"), (False, "Theirs, edited again"), 1),
        ("uncertain", (State.READ, "o1", "Ours"), (False, "Theirs"), 1),
        ("two reports", (State.UNCERTAIN, "", "Ours"), (True, ""), 0),
        ("answered with a messageid", (State.READ, "o1", "Edited again"), (False, "Theirs, edited"), 1),
    ],
)
def test_what_seven_events_end_in(database, name, ours, theirs, unread):
    messages, shown, *_ = ends(database, tuple(SEVEN[name]))
    found = {one[0]: one for one in messages}
    mine, other = found[Direction.OUTGOING], found[Direction.INCOMING]
    assert (mine[4], mine[1], mine[3]) == ours
    assert (other[7], other[3]) == theirs
    assert shown[0] == unread
