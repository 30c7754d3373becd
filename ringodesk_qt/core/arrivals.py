"""A message of theirs that has come: whose it is, what it holds, and the shortest way into its chat.

Of most that come nothing is out of the ordinary: the chat is there, the session is known, and nothing about the message
came before it. Whether that is so is asked for many at once, and they are stored at once, in five statements however
many they are; one by one each takes ten. What they come to is the same (nothing that `settle_by_report` goes by is
changed by them), and `inbox` has the rest: whatever is out of the ordinary about one is found out there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ringodesk_qt.core.events import ChatChanged, Event, MessageReceived, MessagesChanged, OutboxChanged
from ringodesk_qt.core.file_names import safe_name
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.models.account import Account, IdentityKind
from ringodesk_qt.models.chat import Approach
from ringodesk_qt.models.ids import AccountId, ChatId, LocalId, MessageId, SessionId, UserId
from ringodesk_qt.models.message import Attachment, Direction, Kind, Message, NewMessage, State
from ringodesk_qt.models.notification import MessageArrived, Notification
from ringodesk_qt.models.outbox import Action, Receipt

_TEXT, _FILE, _LINK, _CALL = 1, 2, 7, 8

Told = tuple[datetime, Notification]
"""A notification, and when it came."""


class _Arrival(NamedTuple):
    at: datetime
    arrived: MessageArrived
    approach: Approach


def apply_ordinary(tables: Tables, accounts: list[Account], told: Sequence[Told]) -> tuple[int, list[Event]]:
    """Applies the first of them, up to one about which something is out of the ordinary. How many, and what changed."""
    candidates = list(_candidates(accounts, told))
    chat_ids = tables.chats.approached([one.approach for one in candidates]) if candidates else []
    count = chat_ids.index(None) if None in chat_ids else len(chat_ids)
    if not count:
        return 0, []
    ordinary = zip(candidates[:count], chat_ids, strict=False)
    return count, _store(
        tables, [new_message(one.arrived, chat_id, one.at) for one, chat_id in ordinary if chat_id is not None]
    )


def _candidates(accounts: list[Account], told: Sequence[Told]) -> Iterable[_Arrival]:
    """Those, from the first on, that may be ordinary by what they say themselves."""
    seen: set[tuple[AccountId, str]] = set()
    for at, arrived in told:
        if not isinstance(arrived, MessageArrived) or (account := account_of(accounts, arrived)) is None:
            return
        kind, address = our_side(arrived)
        id_here = (account.id, arrived.messageid)
        if not (arrived.messageid and arrived.userid and address) or id_here in seen:
            return
        seen.add(id_here)
        yield _Arrival(
            at,
            arrived,
            Approach(
                account_id=account.id,
                kind=kind,
                address=address,
                userid=UserId(arrived.userid),
                extension=arrived.from_,
                messageid=MessageId(arrived.messageid),
                sessionid=SessionId(arrived.sessionid),
            ),
        )


def _store(tables: Tables, new: Sequence[NewMessage]) -> list[Event]:
    messages = tables.messages.add_all(new)
    by_chat: dict[ChatId, list[LocalId]] = {}
    for message in messages:
        by_chat.setdefault(message.chat_id, []).append(message.id)
    events: list[Event] = []
    for chat_id, message_ids in by_chat.items():
        events += [
            MessagesChanged(chat_id=chat_id, message_ids=tuple(message_ids), is_new=True),
            ChatChanged(chat_id=chat_id),
        ]
    return events + announce(tables, messages)


def announce(tables: Tables, messages: Sequence[Message]) -> list[Event]:
    """Says of messages of theirs, stored a moment ago, that they came: here, and by receipts to who wrote them."""
    receipts = [Receipt(one.chat_id, one.id, one.at) for one in messages if one.messageid]
    events: list[Event] = [MessageReceived(chat_id=one.chat_id, message_id=one.id) for one in messages]
    if receipts:
        tables.outbox.add_receipts(Action.DELIVERED, receipts)
        events.append(OutboxChanged())
    return events


# ---------------------------------------------------------------- what a notification says of a message


def account_of(accounts: list[Account], arrived: MessageArrived) -> Account | None:
    """The account it is for, of all that are set up; None if it is for none of them."""
    if arrived.orgid:
        return next((account for account in accounts if account.orgid == arrived.orgid), None)
    if arrived.domain:
        return next((account for account in accounts if account.domain == arrived.domain), None)
    return accounts[0] if len(accounts) == 1 else None


def our_side(arrived: MessageArrived) -> tuple[IdentityKind, str]:
    """Which identity of ours was written to, by kind and address; the address may be empty."""
    return IdentityKind.SENDER if arrived.senderid else IdentityKind.NUMBER, arrived.senderid or arrived.to


def new_message(arrived: MessageArrived, chat_id: ChatId, at: datetime) -> NewMessage:
    """What is to be stored of it."""
    kind, text, attachment, call = _content_of(arrived)
    return NewMessage(
        chat_id=chat_id,
        direction=Direction.INCOMING,
        kind=kind,
        state=State.RECEIVED,
        at=at,
        text=text,
        messageid=MessageId(arrived.messageid),
        sessionid=SessionId(arrived.sessionid),
        attachment=attachment,
        call=call,
    )


def _content_of(arrived: MessageArrived) -> tuple[Kind, str, Attachment | None, dict[str, object] | None]:
    content = arrived.content
    if isinstance(content, dict):
        return (Kind.CALL, "", None, content) if arrived.type == _CALL else (Kind.UNSUPPORTED, "", None, None)
    if arrived.type == _TEXT:
        return Kind.TEXT, content, None, None
    if arrived.type in (_FILE, _LINK):
        attachment = attachment_of(content)
        return (Kind.FILE, "", attachment, None) if attachment else (Kind.TEXT, content, None, None)
    return Kind.UNSUPPORTED, content, None, None


def attachment_of(content: str) -> Attachment | None:
    """What a file notification's content says of the file: a URL, or the file itself as a data URI. Else None."""
    content = content.strip()
    if content.startswith("data:"):
        mime = content[5:205].partition(",")[0].partition(";")[0]
        return Attachment(name=f"file.{_ENDINGS.get(mime, 'bin')}", mime=mime, url=content)
    try:
        parts = urlsplit(content)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not has_host:
        return None
    return Attachment(name=safe_name(unquote(PurePosixPath(parts.path).name)), url=content)


_ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "text/plain": "txt",
    "application/pdf": "pdf",
}
