"""Lines that Ringotel has already, put back into the chats here. All of it runs inside a store transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ringodesk_qt.core.events import ChatChanged, Event, HistoryImported
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.core.transfer.plan import Line
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import ChatId, MessageId, SessionId, UserId
from ringodesk_qt.models.message import Direction, Message, NewMessage, State
from ringodesk_qt.models.times import ms_of
from ringodesk_qt.models.transfer import Record


class Restored(NamedTuple):
    """What changed, how many lines were put, and how many stay away: they were deleted here for good."""

    events: list[Event]
    put: int
    left_out: int


def restore(tables: Tables, lines: Sequence[Line], last: dict[ChatId, int], *, with_deleted: bool) -> Restored:
    """Puts lines into their accounts' chats unless they are there, or were deleted and are not asked for.

    `last` is the latest position in each chat, kept from one call to the next: the lines stay in their order, whatever
    their times. Those that are there already count too, so a restore that was cut off goes on in the same order.
    """
    changed: dict[ChatId, None] = {}
    count = left_out = 0
    for line in lines:
        if was_deleted(tables, line):
            if not with_deleted:
                left_out += 1
                continue
            tables.retention.forget_deletion(line.account_id, MessageId(line.record.messageid))
        chat_id = _chat_for(tables, line)
        position = _position_there(tables, chat_id, line)
        if position is None:
            position = _put(tables, chat_id, line.record, last.get(chat_id, 0)).position
            changed[chat_id] = None
            count += 1
        last[chat_id] = max(last.get(chat_id, 0), position)
    events: list[Event] = []
    for chat_id in changed:
        events += [HistoryImported(chat_id=chat_id), ChatChanged(chat_id=chat_id)]
    return Restored(events, count, left_out)


def was_deleted(tables: Tables, line: Line) -> bool:
    """Whether a line's message was here and has been deleted for good."""
    messageid = MessageId(line.record.messageid)
    return bool(messageid) and tables.retention.is_deleted(line.account_id, messageid)


def _chat_for(tables: Tables, line: Line) -> ChatId:
    record, identity, contact = line.record, line.identity, line.contact
    if identity is None:
        identity = tables.accounts.add_identity(
            line.account_id, kind=record.identity_kind or IdentityKind.NUMBER, address=record.identity
        )
    if contact is None:
        contact = tables.contacts.ensure(
            line.account_id,
            userid=UserId(record.userid),
            extension=record.extension or ("" if record.userid else record.name),
            name=record.name,
        )
    return tables.chats.ensure(identity.id, contact.id).id


def _position_there(tables: Tables, chat_id: ChatId, line: Line) -> int | None:
    """Where a line stands that is here already, or None."""
    record = line.record
    if record.messageid:
        message = tables.messages.by_messageid(line.account_id, MessageId(record.messageid))
        if message is None:
            return None
        return message.position if message.chat_id == chat_id else ms_of(record.at)
    alike = tables.messages.count_alike(chat_id, at=record.at, direction=record.direction, text=record.text)
    return ms_of(record.at) if alike > line.number else None


_UNSENT = frozenset({State.QUEUED, State.SENDING})


def _put(tables: Tables, chat_id: ChatId, record: Record, last_position: int) -> Message:
    state, error = _state_and_error(record)
    new = NewMessage(
        chat_id=chat_id,
        direction=record.direction,
        kind=record.kind,
        state=state,
        at=record.at,
        text=record.text,
        messageid=MessageId(record.messageid),
        sessionid=SessionId(record.sessionid),
        attachment=record.attachment,
        call=record.call,
    )
    message = tables.messages.add_history(
        new,
        error=error,
        edited_at=record.edited_at,
        deleted_at=record.deleted_at,
        delivered_at=record.delivered_at,
        read_at=record.read_at,
        not_before=last_position,
    )
    if record.sessionid:
        tables.chats.link_session(chat_id, SessionId(record.sessionid), record.at)
    return message


def _state_and_error(record: Record) -> tuple[State, str]:
    """As they were; what waited to be sent does not wait any more."""
    if record.direction is Direction.INCOMING:
        return State.RECEIVED, record.error
    state = record.state or State.SENT
    if state in _UNSENT or state is State.RECEIVED:
        return State.FAILED, record.error or "It had not been sent when the history was written to a file."
    return state, record.error
