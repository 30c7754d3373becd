"""What becomes of an outbox row, in the store. Each function runs inside a transaction and returns what changed."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta

import msgspec

from ringodesk_qt.core.events import ChatChanged, Event, MessagesChanged, MessageWithdrawn, OutboxChanged
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.core.reach import is_unreachable
from ringodesk_qt.core.receipts import settle_by_report, settle_sent
from ringodesk_qt.errors import (
    KeyRefusedError,
    NotSentError,
    RefusedError,
    RingodeskError,
    SetupError,
    StoreError,
    UncertainError,
)
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import AccountId, LocalId
from ringodesk_qt.models.message import Message, SentMessage, State
from ringodesk_qt.models.outbox import Action, OutboxRow

log = logging.getLogger(__name__)

BACK_OFF_FIRST_S = 1.0
BACK_OFF_MOST_S = 60.0
RECEIPT_TRIES = 5
RECEIPT_KEPT_FOR = timedelta(days=1)
"""While the server cannot be reached, tries do not count."""

NOT_KNOWN = "It may have arrived: the answer did not come. Send it again, or say that it arrived."


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A claimed row with all that is needed to send it."""

    row: OutboxRow
    message: Message
    chat: Chat

    @property
    def account_id(self) -> AccountId:
        """The account it goes out through."""
        return self.chat.identity.account_id


def back_off_s(attempts: int, retry_after_s: float | None = None) -> float:
    """How long to wait before try number `attempts` + 1: random up to a bound that doubles, never under Retry-After."""
    bound_s = min(BACK_OFF_MOST_S, BACK_OFF_FIRST_S * 2 ** min(attempts, 10))
    delay_s = random.uniform(0.1, bound_s)  # noqa: S311 - spreads retries, protects nothing
    return max(delay_s, retry_after_s or 0.0)


def is_to_wait(error: RingodeskError) -> bool:
    """Whether nothing can be sent just now, this message or another: no way there, or no key that is accepted."""
    return isinstance(error, NotSentError | KeyRefusedError | SetupError | StoreError)


def _now() -> datetime:
    return datetime.now(UTC)


def _job(tables: Tables, row: OutboxRow) -> Job | None:
    message, chat = tables.messages.get(row.message_id), tables.chats.get(row.chat_id)
    return Job(row=row, message=message, chat=chat) if message and chat else None


def claim(tables: Tables, owner: str, message_id: LocalId | None, *, unwanted: Collection[Action] = ()) -> Job | None:
    """The next row that may go (of one message, or of all), marked as `owner`'s, or None.

    What there is nothing to send of any more goes from the outbox on the way, as do the actions that are unwanted now.
    """
    now = _now()
    while True:
        row = tables.outbox.claim(owner, now) if message_id is None else tables.outbox.claim_for(message_id, owner, now)
        if row is None:
            return None
        job = _job(tables, row)
        if job is not None and row.action not in unwanted and (row.action is Action.SEND or _has_its_id(job)):
            return job
        tables.outbox.finish(row.id)


def begin(tables: Tables, job: Job) -> list[Event]:
    """Its request leaves in a moment: from here on it may have arrived. Returns what changed."""
    now = _now()
    tables.outbox.begin(job.row.id, now)
    if job.row.action is not Action.SEND:
        return []
    tables.messages.set_sending(job.message.id, now)
    return [MessagesChanged(chat_id=job.chat.id, message_ids=(job.message.id,)), ChatChanged(chat_id=job.chat.id)]


def _has_its_id(job: Job) -> bool:
    return bool(job.row.text if job.row.action is Action.READ else job.message.messageid)


def _changes(tables: Tables, job: Job) -> list[Event]:
    """What changed about the message; and a report that waits may now belong to one message of the chat alone."""
    return [
        MessagesChanged(chat_id=job.chat.id, message_ids=(job.message.id,)),
        ChatChanged(chat_id=job.chat.id),
        OutboxChanged(),
        *settle_by_report(tables, job.chat.id),
    ]


def record_done(tables: Tables, job: Job, sent: SentMessage) -> list[Event]:
    """The server did it. Returns what changed."""
    tables.outbox.finish(job.row.id)
    now = _now()
    match job.row.action:
        case Action.SEND:
            return [*settle_sent(tables, job.account_id, job.message, sent, now), OutboxChanged()]
        case Action.EDIT:
            tables.messages.set_error(job.message.id, "")
            return _changes(tables, job)
        case Action.DELETE:
            tables.messages.set_deleted(job.message.id, now)
            return [*_changes(tables, job), MessageWithdrawn(chat_id=job.chat.id, message_id=job.message.id)]
    return []


def record_failed(tables: Tables, job: Job, error: RingodeskError) -> list[Event]:
    """It was refused, surely not sent, or uncertain: see the table in `outbox`. Returns what changed."""
    if job.row.action.is_receipt:
        return _receipt_failed(tables, job, error)
    if isinstance(error, UncertainError):
        return record_uncertain(tables, job, str(error))
    if is_to_wait(error):
        retry_after_s = error.retry_after_s if isinstance(error, NotSentError) else BACK_OFF_MOST_S
        delay = timedelta(seconds=back_off_s(job.row.attempts, retry_after_s))
        tables.outbox.release(job.row.id, _now() + delay)
        if job.row.action is Action.SEND:
            tables.messages.set_state(job.message.id, State.QUEUED)
            tables.messages.set_error(job.message.id, str(error))
        return _changes(tables, job)
    return _given_up(tables, job, str(error))


def _given_up(tables: Tables, job: Job, sentence: str) -> list[Event]:
    tables.outbox.finish(job.row.id)
    match job.row.action:
        case Action.SEND:
            tables.messages.set_state(job.message.id, State.FAILED, error=sentence)
        case Action.EDIT:
            tables.messages.revert_text(job.message.id, later=_later_edits(tables, job.row))
            tables.messages.set_error(job.message.id, f"The change was not made: {sentence}")
        case _:
            tables.messages.set_error(job.message.id, f"It was not deleted: {sentence}")
    return _changes(tables, job)


def _later_edits(tables: Tables, row: OutboxRow) -> int:
    """How many edits of the same message were made after this one: they wait, and are shown already."""
    return sum(one.action is Action.EDIT and one.id > row.id for one in tables.outbox.of_message(row.message_id))


def give_up_waiting(tables: Tables, *, message_id: LocalId, sentence: str) -> list[Event]:
    """A message that still waits is recorded as failed: nobody waits for it any more. Returns what changed."""
    events: list[Event] = []
    for row in tables.outbox.of_message(message_id):
        job = _job(tables, row)
        if job is not None and not row.owner and not row.action.is_receipt:
            events += _given_up(tables, job, sentence)
    return events


def record_uncertain(tables: Tables, job: Job, sentence: str) -> list[Event]:
    """It may have been carried out. It is not tried again. Returns what changed."""
    tables.outbox.finish(job.row.id)
    match job.row.action:
        case Action.SEND:
            tables.messages.set_state(job.message.id, State.UNCERTAIN, error=sentence)
        case Action.EDIT:
            tables.messages.set_error(job.message.id, "Whether the change arrived is not known.")
        case Action.DELETE:
            tables.messages.set_error(job.message.id, "Whether it was deleted is not known.")
    return _changes(tables, job)


def _receipt_failed(tables: Tables, job: Job, error: RingodeskError) -> list[Event]:
    is_offline = is_unreachable(error) and _now() - job.row.created_at < RECEIPT_KEPT_FOR
    may_repeat = not isinstance(error, RefusedError) and (is_offline or job.row.attempts + 1 < RECEIPT_TRIES)
    if may_repeat:
        tables.outbox.release(job.row.id, _now() + timedelta(seconds=back_off_s(job.row.attempts + 2)))
    else:
        log.debug("gave up the receipt of outbox row %d", job.row.id)
        tables.outbox.finish(job.row.id)
    return []


def record_cut_off(tables: Tables, job: Job, *, was_unsent: bool, is_meant: bool) -> list[Event]:
    """The task was cancelled, by the user (`is_meant`) or because the program ends. Returns what changed.

    `was_unsent` says that the request, or an upload's last byte, had not left: then it was surely not carried out.
    """
    if job.row.action.is_receipt:
        tables.outbox.release(job.row.id, _now())
        return []
    if not was_unsent:
        return record_uncertain(tables, job, NOT_KNOWN)
    if is_meant:
        tables.outbox.finish(job.row.id)
        tables.messages.set_state(job.message.id, State.CANCELLED)
    else:
        _put_back(tables, job)
    return _changes(tables, job)


def _put_back(tables: Tables, job: Job) -> None:
    """A row that surely was not sent goes into the queue again."""
    tables.outbox.release(job.row.id, _now())
    if job.row.action is Action.SEND:
        tables.messages.set_state(job.message.id, State.QUEUED)


def recover(tables: Tables, owner: str, is_alive: Callable[[str], bool]) -> list[Event]:
    """Settles the rows of owners that died: what had begun to leave is uncertain, the rest is queued again.

    Receipts are harmless, and are queued again in any case. Returns what changed.
    """
    events: list[Event] = []
    for row in tables.outbox.claimed():
        if row.owner == owner or is_alive(row.owner):
            continue
        job = _job(tables, row)
        if job is None:
            tables.outbox.finish(row.id)
        elif row.action.is_receipt or row.began_at is None:
            _put_back(tables, job)
        else:
            events += record_uncertain(tables, job, NOT_KNOWN)
    return events
