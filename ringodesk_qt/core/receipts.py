"""How receipts, sessions and messages meet, whichever comes first. All of it runs inside a store transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from ringodesk_qt.core.events import ChatChanged, Event, MessagesChanged
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.models.ids import AccountId, ChatId, SessionId
from ringodesk_qt.models.message import Message, Parked, SentMessage, State


def link_session(tables: Tables, chat_id: ChatId, sessionid: SessionId, at: datetime) -> list[Event]:
    """Makes a session an alias of a chat; reports that came before are applied now. Returns what changed."""
    read_at = tables.chats.link_session(chat_id, sessionid, at)
    events = apply_read(tables, chat_id, sessionid, read_at) if read_at is not None else []
    return events + settle_by_report(tables, chat_id)


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
        elif one.kind == "updated" and one.text != message.text:
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
    return events + settle_by_report(tables, message.chat_id)


def _apply_earlier_read(tables: Tables, account_id: AccountId, message: Message, sessionid: SessionId) -> None:
    """A read report may have come while the send was on its way; it covers what had begun before it."""
    if sessionid:
        read_at = tables.chats.session_read_at(account_id, sessionid)
    else:
        read_at = tables.chats.last_read_at(message.chat_id)
    began_at = tables.messages.sending_began_at(message.id)
    if read_at is not None and began_at is not None and began_at <= read_at:
        tables.messages.set_state(message.id, State.READ)


def settle_by_report(tables: Tables, chat_id: ChatId) -> list[Event]:
    """Settles the chat's uncertain message by a delivery report, where the two can only belong together.

    The message must be the only one of the chat that the server may have under an id not told to us, and the report
    the only one that has come, since its sending began, for a message that is not known: with two of either nothing
    is guessed. Called whenever one of these may have become true, so that it does not matter which comes last.
    """
    candidates = tables.messages.unsettled(chat_id)
    if len(candidates) != 1 or candidates[0].state is not State.UNCERTAIN:
        return []
    chat, began_at = tables.chats.get(chat_id), tables.messages.sending_began_at(candidates[0].id)
    if chat is None or began_at is None:
        return []
    reports = tables.parked.reports(chat_id, began_at)
    if len(reports) != 1:
        return []
    messageid, at = reports[0]
    return settle_sent(tables, chat.identity.account_id, candidates[0], SentMessage(messageid=messageid), at)
