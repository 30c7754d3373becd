"""What the chats hold is what the facts say, whatever came when: told by a small model, tried by a state machine.

The model knows no order but that of time: which messages there are, what was sent and what came of it, which reports,
edits and deletions were told. It looks for the owner of a report by trying every way to match them.
"""

from __future__ import annotations

import hashlib
import itertools
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ringodesk_qt.core import desk, outcomes
from ringodesk_qt.core.inbox import apply_journalled
from ringodesk_qt.core.outcomes import begin, claim, record_cut_off, record_done, record_failed, recover
from ringodesk_qt.errors import NotSentError, RefusedError, UncertainError
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import MessageId, OrgId, SessionId, UserId
from ringodesk_qt.models.message import Direction, Kind, NewMessage, SentMessage, State
from ringodesk_qt.models.notification import Deleted, Delivered, MessageArrived, Notification, Read, Received, Updated
from ringodesk_qt.models.outbox import Action
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.tables import SqliteTables

ORGID, NUMBER = "16287540703457500320", "2075550100"
CHATS = (0, 1)
LETTERS = ("a", "b")
THEIRS = ("m0", "m1", "m2", "m3")
"""The even ones are of chat 0, the others of chat 1."""
FOREIGN = ("x0", "x1")
"""Ids that no message of ours ever has: somebody else writes under our key."""

_decode = msgspec.json.Decoder(Notification).decode

chats, letters = st.sampled_from((0, 0, 0, 1)), st.sampled_from(("a", "a", "a", "a", "b", ""))
"""Mostly the same: what is all over the place seldom meets."""


def session_of(chat: int, letter: str) -> str:
    return f"S{chat}{letter}" if letter else ""


# ---------------------------------------------------------------- the model


@dataclass
class Sending:
    """A message of ours: `outcome` is queued, sending, sent, failed, uncertain or cancelled."""

    number: int
    chat: int
    local_id: int
    outcome: str = "queued"
    began_at: datetime | None = None
    times: int = 0
    messageid: str = ""
    sessionid: str = ""

    @property
    def wire_id(self) -> str:
        """The id the server gives it at this attempt, told or not."""
        return f"o{self.number}.{self.times}"


@dataclass
class Facts:
    """Everything that was told, and what the chats must be like for it."""

    sendings: list[Sending] = field(default_factory=list)
    arrived: dict[str, int] = field(default_factory=dict)
    nameless: list[int] = field(default_factory=list)
    edits: dict[str, str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    reports: dict[str, tuple[datetime, str]] = field(default_factory=dict)
    reads: dict[str, datetime] = field(default_factory=dict)
    sessions: dict[str, int] = field(default_factory=dict)
    frozen: dict[int, dict[int, str]] = field(default_factory=dict)

    def linked(self) -> dict[str, int]:
        """Which chat a session is of: told by a message, an answer, or a report of a message that is known."""
        known = {one.messageid: one.chat for one in self.sendings if one.messageid} | self.arrived
        reported = {session: known[one] for one, (_, session) in self.reports.items() if one in known and session}
        return self.sessions | reported

    def concluded(self, chat: int) -> dict[int, str]:
        """The ids of uncertain messages that reports give away: those of every way to match them."""
        if chat in self.frozen:
            return {number: one for number, one in self.frozen[chat].items() if one not in self.arrived}
        linked = self.linked()
        known = {one.messageid for one in self.sendings} | set(self.arrived)
        waiting = [
            (messageid, at)
            for messageid, (at, session) in self.reports.items()
            if messageid not in known and linked.get(session) == chat
        ]
        open_ = [
            one
            for one in self.sendings
            if one.chat == chat and not one.messageid and one.outcome in ("sending", "uncertain", "sent")
        ]
        ways = [
            {(one.number, messageid) for one, (messageid, _) in zip(way, waiting, strict=True)}
            for way in itertools.permutations(open_, len(waiting))
            if all(one.began_at <= at for one, (_, at) in zip(way, waiting, strict=True))
        ]
        sure = set.intersection(*ways) if ways else set()
        uncertain = {one.number for one in open_ if one.outcome == "uncertain"}
        return {number: messageid for number, messageid in sure if number in uncertain}

    def ours(self, one: Sending) -> tuple[State, str, str]:
        """State, messageid and text."""
        messageid = self.concluded(one.chat).get(one.number, "") if one.outcome == "uncertain" else one.messageid
        if one.outcome != "sent" and not messageid:
            return State(one.outcome), "", f"Ours {one.number}"
        arrived = State.DELIVERED if messageid in self.reports else State.SENT
        state = State.READ if self._was_read(one) else arrived
        return state, messageid, self._text(one.messageid, f"Ours {one.number}")

    def _was_read(self, one: Sending) -> bool:
        linked = self.linked()
        return any(
            at >= one.began_at and linked.get(session) == one.chat and one.sessionid in ("", session)
            for session, at in self.reads.items()
        )

    def _text(self, messageid: str, text: str) -> str:
        return "" if messageid in self.deleted else self.edits.get(messageid, text)

    def chat(self, chat: int) -> tuple[list[Any], int]:
        """All messages of it, and how many are unread."""
        theirs = [(messageid, self._text(messageid, "Theirs")) for messageid, of in self.arrived.items() if of == chat]
        theirs += [("", f"Nameless {number}") for number, of in enumerate(self.nameless) if of == chat]
        ours = [self.ours(one) for one in self.sendings if one.chat == chat]
        unread = sum(messageid not in self.deleted or not messageid for messageid, _ in theirs)
        return sorted(theirs) + sorted(ours), unread


# ---------------------------------------------------------------- the real thing


class ChatsAndFacts(RuleBasedStateMachine):
    """Two chats, each with two sessions, told things by the journal; the program may die and fall behind."""

    template: Path
    """A database that is new."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        shutil.copy(self.template, self.path)
        self.now = datetime(2026, 3, 1, tzinfo=UTC)
        self.facts = Facts()
        self.jobs: dict[int, Any] = {}
        self.behind: list[Any] = []
        self.is_behind = False
        self.lives = 0
        self._real_now, outcomes._now = outcomes._now, self.tick

    @property
    def path(self) -> Path:
        return Path(self.folder.name) / "ringodesk.db"

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def teardown(self) -> None:
        outcomes._now = self._real_now
        self.database.close()
        self.folder.cleanup()

    @initialize(told=st.sampled_from((1, 0, 2)), sent=st.sampled_from((1, 2, 0)))
    def begin(self, told: int, sent: int) -> None:
        self._open()
        with self.database.transaction():
            account = self.tables.accounts.add(api_url="https://a.example/api", orgid=OrgId(ORGID), domain="", name="")
            identity = self.tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address=NUMBER)
            contacts = [
                self.tables.contacts.ensure(account.id, userid=UserId(f"u{chat}"), extension=f"50{chat}")
                for chat in CHATS
            ]
            self.chats = [self.tables.chats.ensure(identity.id, contact.id).id for contact in contacts]
        for one in THEIRS[:told]:
            self.message(one)
        for _ in range(sent):
            self.send(0, leaves=True)

    def _open(self) -> None:
        self.database = Database(self.path)
        self.database.rows("PRAGMA synchronous = OFF")
        self.tables = SqliteTables(self.database)

    # ------------------------------------------------------------ what is told

    def _told(self, notification: Any, learn: Any) -> None:
        at, body = self.tick(), msgspec.json.encode(notification)
        received = Received(
            method=notification.method, received_at=at, body=body, digest=hashlib.sha256(body).hexdigest()
        )
        with self.database.transaction():
            self.tables.journal.add_all([received])
        self.behind.append(lambda: learn(at))
        if not self.is_behind:
            self._catch_up()

    def _catch_up(self) -> None:
        with self.database.transaction():
            apply_journalled(self.tables, [(row, _decode(row.body)) for row in self.tables.journal.pending()])
        for learn in self.behind:
            learn()
        self.behind.clear()

    @rule(messageid=st.sampled_from(THEIRS))
    def message(self, messageid: str) -> None:
        chat = THEIRS.index(messageid) % 2
        session = session_of(chat, ("a", "b", "a", "")[THEIRS.index(messageid)])

        def learn(_at: datetime) -> None:
            self.facts.arrived[messageid] = chat
            self._link(session, chat)

        self._told(self._arrived(chat, messageid, session, "Theirs"), learn)

    @rule(chat=chats, letter=letters)
    def message_without_an_id(self, chat: int, letter: str) -> None:
        number = len(self.facts.nameless) + len(self.behind) * 1000

        def learn(_at: datetime) -> None:
            self.facts.nameless.append(chat)
            self._link(session_of(chat, letter), chat)

        if not self.behind:
            self._told(self._arrived(chat, "", session_of(chat, letter), f"Nameless {number}"), learn)

    def _arrived(self, chat: int, messageid: str, session: str, text: str) -> MessageArrived:
        return MessageArrived(
            orgid=ORGID,
            from_=f"50{chat}",
            userid=f"u{chat}",
            to=NUMBER,
            messageid=messageid,
            sessionid=session,
            content=text,
        )

    def _link(self, session: str, chat: int) -> None:
        if session:
            self.facts.sessions[session] = chat

    def _known_on_the_wire(self) -> list[tuple[str, int]]:
        """Ids the server may speak of now, each with its chat."""
        ours = [(f"o{one.number}.{time}", one.chat) for one in self.facts.sendings for time in range(1, one.times + 1)]
        return ours * 4 + [(one, index % 2) for index, one in enumerate((*THEIRS, *FOREIGN))]

    @rule(data=st.data(), letter=letters)
    def delivered(self, data: Any, letter: str) -> None:
        messageid, chat = data.draw(st.sampled_from(self._known_on_the_wire()))
        self._report(messageid, session_of(chat, letter))

    def _report(self, messageid: str, session: str) -> None:
        def learn(at: datetime) -> None:
            first_at, known_session = self.facts.reports.get(messageid, (at, ""))
            self.facts.reports[messageid] = (first_at, known_session or session)
            self._link_reported(messageid, session)

        self._told(Delivered(messageid=messageid, sessionid=session), learn)

    def _link_reported(self, messageid: str, session: str) -> None:
        """A report of a message that is known tells of its session, also the second report."""
        known = {one.messageid: one.chat for one in self.facts.sendings if one.messageid} | self.facts.arrived
        if messageid in known:
            self._link(session, known[messageid])

    @rule(chat=chats, letter=letters.filter(bool))
    def read(self, chat: int, letter: str) -> None:
        session = session_of(chat, letter)
        self._told(Read(sessionid=session), lambda at: self.facts.reads.__setitem__(session, at))

    @rule(data=st.data(), text=st.sampled_from(("Edited", "Edited again")))
    def updated(self, data: Any, text: str) -> None:
        messageid, _ = data.draw(st.sampled_from(self._known_on_the_wire()))
        self._told(
            Updated(messageid=messageid, content=text), lambda _at: self.facts.edits.__setitem__(messageid, text)
        )

    @rule(data=st.data())
    def deleted(self, data: Any) -> None:
        messageid, _ = data.draw(st.sampled_from(self._known_on_the_wire()))
        self._told(Deleted(messageid=messageid), lambda _at: self.facts.deleted.add(messageid))

    # ------------------------------------------------------------ what is sent

    @precondition(lambda self: len(self.facts.sendings) < 5)
    @rule(chat=chats, leaves=st.booleans())
    def send(self, chat: int, leaves: bool) -> None:
        number, at = len(self.facts.sendings), self.tick()
        with self.database.transaction():
            message = self.tables.messages.add(
                NewMessage(
                    chat_id=self.chats[chat],
                    direction=Direction.OUTGOING,
                    kind=Kind.TEXT,
                    state=State.QUEUED,
                    at=at,
                    text=f"Ours {number}",
                )
            )
            self.tables.outbox.add(Action.SEND, chat_id=self.chats[chat], message_id=message.id, at=at)
        self.facts.sendings.append(Sending(number=number, chat=chat, local_id=message.id))
        if leaves:
            self.leave()

    def _sending(self, local_id: int) -> Sending:
        return next(one for one in self.facts.sendings if one.local_id == local_id)

    @rule()
    def leave(self) -> None:
        """The next that may go begins to."""
        with self.database.transaction():
            self.tables.outbox.hurry()
            job = claim(self.tables, f"life {self.lives}", None)
            if job is None:
                return
            if job.row.action.is_receipt:
                record_done(self.tables, job, SentMessage())
                return
            begin(self.tables, job)
            began_at = self.tables.messages.sending_began_at(job.message.id)
        one = self._sending(job.message.id)
        one.outcome, one.began_at, one.times = "sending", began_at, one.times + 1
        self.jobs[one.number] = job

    @precondition(lambda self: self.jobs)
    @rule(data=st.data(), has_id=st.booleans(), letter=letters)
    def answer(self, data: Any, has_id: bool, letter: str) -> None:
        one, job = self._of_a_job(data)
        one.outcome, one.sessionid = "sent", session_of(one.chat, letter)
        one.messageid = one.wire_id if has_id else ""
        self._link(one.sessionid, one.chat)
        if one.messageid in self.facts.reports:
            self._link_reported(one.messageid, self.facts.reports[one.messageid][1])
        sent = SentMessage(messageid=MessageId(one.messageid), sessionid=SessionId(one.sessionid))
        with self.database.transaction():
            record_done(self.tables, job, sent)

    @precondition(lambda self: self.jobs)
    @rule(data=st.data(), outcome=st.sampled_from(("lost", "lost", "cut off", "refused", "not sent")))
    def no_answer(self, data: Any, outcome: str) -> None:
        one, job = self._of_a_job(data)
        with self.database.transaction():
            match outcome:
                case "refused":
                    record_failed(self.tables, job, RefusedError("No."))
                case "not sent":
                    record_failed(self.tables, job, NotSentError("No way there."))
                case "lost":
                    record_failed(self.tables, job, UncertainError("Lost."))
                case "cut off":
                    record_cut_off(self.tables, job, was_unsent=False, is_meant=False)
        one.outcome = {"refused": "failed", "not sent": "queued"}.get(outcome, "uncertain")

    @precondition(lambda self: len(self.facts.sendings) < 5)
    @rule(chat=chats)
    def send_in_vain(self, chat: int) -> None:
        """The connection breaks after the request has left, as often as something is on its way in the chat."""
        self.send(chat, leaves=True)
        for one in self.facts.sendings:
            if one.chat == chat and one.number in self.jobs:
                self._lose(one)

    def _lose(self, one: Sending) -> None:
        with self.database.transaction():
            record_failed(self.tables, self.jobs.pop(one.number), UncertainError("Lost."))
        one.outcome = "uncertain"

    @precondition(lambda self: any(one.times for one in self.facts.sendings))
    @rule(data=st.data())
    def delivered_of_ours(self, data: Any) -> None:
        """The usual report: of the latest attempt, and with a session."""
        one = data.draw(st.sampled_from([one for one in self.facts.sendings if one.times]))
        self._report(one.wire_id, session_of(one.chat, "a"))

    def _of_a_job(self, data: Any) -> tuple[Sending, Any]:
        number = data.draw(st.sampled_from(sorted(self.jobs)))
        return self.facts.sendings[number], self.jobs.pop(number)

    def _in_state(self, state: State) -> list[Sending]:
        return [one for one in self.facts.sendings if self.facts.ours(one)[0] is state]

    def _change(self, one: Sending, change: Any) -> None:
        with self.database.transaction():
            change(self.tables, self.tables.messages.get(one.local_id))

    @precondition(lambda self: self._in_state(State.QUEUED))
    @rule(data=st.data())
    def cancel(self, data: Any) -> None:
        one = data.draw(st.sampled_from(self._in_state(State.QUEUED)))
        self._change(one, desk._cancel_queued)
        one.outcome = "cancelled"

    @precondition(lambda self: self._in_state(State.UNCERTAIN))
    @rule(data=st.data())
    def it_arrived(self, data: Any) -> None:
        one = data.draw(st.sampled_from(self._in_state(State.UNCERTAIN)))
        self._change(one, desk._settle_as_sent)
        one.outcome = "sent"

    @precondition(lambda self: any(one.chat in self.facts.linked().values() for one in self._in_state(State.UNCERTAIN)))
    @rule(data=st.data())
    def send_again(self, data: Any) -> None:
        linked = set(self.facts.linked().values())
        one = data.draw(st.sampled_from([one for one in self._in_state(State.UNCERTAIN) if one.chat in linked]))
        self.facts.frozen[one.chat] = self.facts.concluded(one.chat)
        self._change(one, lambda tables, message: desk._requeue(tables, message, State.UNCERTAIN))
        one.outcome = "queued"

    # ------------------------------------------------------------ falling behind and dying

    @precondition(lambda self: len(self.facts.arrived) == 2)  # seldom: it keeps all else from happening
    @rule()
    def fall_behind(self) -> None:
        """What is told is journalled and acknowledged, and not applied for a while."""
        self.is_behind = True

    @precondition(lambda self: self.is_behind)
    @rule()
    def catch_up(self) -> None:
        self.is_behind = False
        self._catch_up()

    @precondition(lambda self: self.jobs or self.behind)
    @rule()
    def die_and_start_again(self) -> None:
        self.database.close()
        self._open()
        self.lives += 1
        with self.database.transaction():
            recover(self.tables, f"life {self.lives}", lambda _owner: False)
        for number in self.jobs:
            self.facts.sendings[number].outcome = "uncertain"
        self.jobs.clear()
        self.is_behind = False
        self._catch_up()

    # ------------------------------------------------------------ the same?

    @invariant()
    def the_chats_are_what_the_facts_say(self) -> None:
        if not hasattr(self, "chats"):
            return
        for chat in CHATS:
            assert self._shown(chat) == self.facts.chat(chat)

    def _shown(self, chat: int) -> tuple[list[Any], int]:
        messages = self.tables.messages.page(self.chats[chat], limit=1000)
        theirs = sorted((one.messageid, one.text) for one in messages if not one.is_outgoing)
        ours = sorted((one.state, one.messageid, one.text) for one in messages if one.is_outgoing)
        found = self.tables.chats.get(self.chats[chat])
        assert found is not None
        return [*theirs, *ours], found.unread


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    path = tmp_path_factory.mktemp("facts") / "new.db"
    database = Database(path)
    migrate(database, migrations())
    database.close()
    return type("Machine", (ChatsAndFacts,), {"template": path})


UNHURRIED = {"deadline": None, "suppress_health_check": list(HealthCheck), "database": None}


def test_the_chats_are_what_the_facts_say(machine):
    run_state_machine_as_test(
        machine, settings=settings(max_examples=100, stateful_step_count=30, derandomize=True, **UNHURRIED)
    )


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_the_chats_are_what_the_facts_say_20000_times(machine):
    run_state_machine_as_test(machine, settings=settings(max_examples=20_000, stateful_step_count=30, **UNHURRIED))
