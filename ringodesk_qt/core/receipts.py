"""How receipts, sessions and messages meet, whichever comes first. All of it runs inside a store transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from ringodesk_qt.core.events import ChatChanged, Event, MessagesChanged
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.ids import AccountId, ChatId, MessageId, SessionId
from ringodesk_qt.models.message import Message, Parked, SentMessage, State


def link_session(tables: Tables, chat_id: ChatId, sessionid: SessionId, at: datetime) -> list[Event]:
    """Makes a session an alias of a chat; a read report that came before is applied now. Returns what changed."""
    read_at = tables.chats.link_session(chat_id, sessionid, at)
    return apply_read(tables, chat_id, sessionid, read_at) if read_at is not None else []


def apply_read(tables: Tables, chat_id: ChatId, sessionid: SessionId, at: datetime) -> list[Event]:
    """Marks what a read report covers. Returns what changed."""
    covered = [
        message.id
        for message in tables.messages.sent_until(chat_id, sessionid, at)
        if tables.messages.set_state(message.id, State.READ)
    ]
    if not covered:
        return []
    return [MessagesChanged(chat_id=chat_id, message_ids=tuple(covered)), ChatChanged(chat_id=chat_id)]


def apply_parked(tables: Tables, message: Message, parked: Iterable[Parked]) -> None:
    """Applies to a message that has just become known what had come before it."""
    for one in parked:
        if one.kind == "delivered" and message.is_outgoing:
            tables.messages.set_state(message.id, State.DELIVERED)
        elif one.kind == "updated":
            tables.messages.set_text(message.id, one.text, one.at)
    for one in parked:
        if one.kind == "deleted":
            tables.messages.set_deleted(message.id, one.at)


def settle_sent(
    tables: Tables, account_id: AccountId, message: Message, sent: SentMessage, at: datetime
) -> list[Event]:
    """Records the answer to a send, and every receipt that was quicker than it. Returns what changed."""
    events: list[Event] = []
    tables.messages.set_identified(message.id, messageid=sent.messageid, sessionid=sent.sessionid)
    tables.messages.set_state(message.id, State.SENT)
    parked = tables.parked.take(account_id, sent.messageid) if sent.messageid else []
    apply_parked(tables, message, parked)
    for sessionid in {sent.sessionid, *(one.sessionid for one in parked)} - {SessionId("")}:
        events += link_session(tables, message.chat_id, sessionid, at)
    _apply_earlier_read(tables, account_id, message, sent.sessionid)
    events += [
        MessagesChanged(chat_id=message.chat_id, message_ids=(message.id,)),
        ChatChanged(chat_id=message.chat_id),
    ]
    return events


def _apply_earlier_read(tables: Tables, account_id: AccountId, message: Message, sessionid: SessionId) -> None:
    """A read report may have come while the send was on its way; it covers what had begun before it."""
    if sessionid:
        read_at = tables.chats.session_read_at(account_id, sessionid)
    else:
        read_at = tables.chats.last_read_at(message.chat_id)
    began_at = tables.messages.sending_began_at(message.id)
    if read_at is not None and began_at is not None and began_at <= read_at:
        tables.messages.set_state(message.id, State.READ)


def settle_by_receipt(
    tables: Tables, accounts: Iterable[Account], messageid: MessageId, sessionid: SessionId
) -> Message | None:
    """The uncertain message that a delivery report can only belong to, now identified, or None.

    It must be the only message of the session's chat that is uncertain or on its way: with two candidates nothing is
    guessed.
    """
    if not messageid or not sessionid:
        return None
    for account in accounts:
        chat = tables.chats.by_session(account.id, sessionid)
        if chat is None:
            continue
        candidates = tables.messages.unsettled(chat.id)
        if len(candidates) == 1 and candidates[0].state is State.UNCERTAIN and not candidates[0].messageid:
            tables.messages.set_identified(candidates[0].id, messageid=messageid, sessionid=SessionId(""))
            return candidates[0]
    return None
