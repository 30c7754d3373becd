"""What a notification does to the chats.

`intake` calls `apply_journalled` inside a transaction for each notification, in the order of the journal. Any order and
any repetition of the same notifications ends in the same chats, with one exception: of two edits of a message the later
to come wins.

* A receipt or an edit may come before the message it is about: it is parked and applied when the message appears.
* What was deleted unseen leaves a tombstone; the message then appears as deleted, and is never announced.
* A read report names a session, not a message. It covers what we had begun to send in that session when it came.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from ringodesk_qt.core.arrivals import account_of, announce, apply_ordinary, new_message, our_side
from ringodesk_qt.core.events import ChatChanged, Event, MessagesChanged, MessageWithdrawn, TypingChanged
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.core.receipts import (
    adopt_session,
    apply_parked,
    apply_read,
    free,
    is_concluded,
    link_session,
    settle_by_report,
)
from ringodesk_qt.models.account import Account, Identity, IdentityKind
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId, JournalId, MessageId, SessionId, UserId
from ringodesk_qt.models.message import Message, Parked, State
from ringodesk_qt.models.notification import (
    Deleted,
    Delivered,
    Journalled,
    MessageArrived,
    Notification,
    Read,
    Typing,
    Unrecognised,
    Updated,
)

REPEAT_WINDOW = timedelta(seconds=10)
"""How long the same notification without a messageid counts as a repetition. Longer would swallow a second "ok"."""


class Effect:
    """What applying one notification came to: events for the bus, and a word for the journal."""

    def __init__(self, verdict: str = "applied", detail: str = "", events: Iterable[Event] = ()) -> None:
        self.verdict = verdict
        self.detail = detail
        self.events = list(events)


def apply_journalled(tables: Tables, told: Iterable[tuple[Journalled, Notification]]) -> list[Event]:
    """Applies notifications of the journal, in this order, and records that there. Returns what changed."""
    accounts = tables.accounts.all()
    events: list[Event] = []
    outcomes: dict[tuple[str, str], list[JournalId]] = {}
    left = list(told)
    asked = len(left)
    while left:
        count, changed = apply_ordinary(tables, accounts, [(row.at, one) for row, one in left[:asked]])
        events += changed
        if count:
            outcomes.setdefault(("applied", ""), []).extend(row.id for row, _ in left[:count])
        if count < min(asked, len(left)):
            row, notification = left[count]
            effect = apply_alone(tables, accounts, row, notification)
            events += effect.events
            outcomes.setdefault((effect.verdict, effect.detail), []).append(row.id)
            count += 1
        asked = 2 * count  # what was known of those behind it may not be so any more, and is asked again
        del left[:count]
    for (verdict, detail), journal_ids in outcomes.items():
        tables.journal.mark(journal_ids, verdict, detail)
    return events


def apply_alone(tables: Tables, accounts: list[Account], row: Journalled, notification: Notification) -> Effect:
    """Applies one of them, whatever it is."""
    return _repeated(tables, row, notification) or apply(tables, accounts, notification, row.at)


def _repeated(tables: Tables, row: Journalled, notification: Notification) -> Effect | None:
    if not isinstance(notification, MessageArrived) or notification.messageid:
        return None
    if not tables.journal.seen_since(row.digest, row.at - REPEAT_WINDOW, before=row.id):
        return None
    return Effect("duplicate", "the same without a messageid, moments ago")


def apply(tables: Tables, accounts: list[Account], notification: Notification, at: datetime) -> Effect:
    """Applies one notification inside a transaction and says what it came to. `accounts` are all that are set up."""
    match notification:
        case MessageArrived():
            return _message_arrived(tables, accounts, notification, at)
        case Delivered():
            return _delivered(tables, accounts, notification, at)
        case Read():
            return _read(tables, accounts, notification, at)
        case Typing():
            return _typing(tables, accounts, notification)
        case Updated():
            return _updated(tables, accounts, notification, at)
        case Deleted():
            return _deleted(tables, accounts, notification, at)
        case Unrecognised():
            return Effect("ignored", "a method that is not known")


# ---------------------------------------------------------------- a message of theirs


def _message_arrived(tables: Tables, accounts: list[Account], arrived: MessageArrived, at: datetime) -> Effect:
    account = account_of(accounts, arrived)
    if account is None:
        return Effect("ignored", "for an organization that is not set up here")
    if not arrived.userid and not arrived.from_:
        return Effect("ignored", "it names no sender")
    messageid = MessageId(arrived.messageid)
    events: list[Event] = []
    if messageid and tables.messages.by_messageid(account.id, messageid) is not None:
        events = free(tables, account.id, messageid)
        if not events:
            return Effect("duplicate")
    # Taken before anything else: a report for this id is not of a message of ours.
    parked = tables.parked.take(account.id, messageid) if messageid else []
    is_deleted = any(one.kind == "deleted" for one in parked)
    if is_deleted and tables.retention.is_deleted(account.id, messageid):
        return Effect("ignored", "it was deleted here for good")
    chat_id, linked = _chat_of(tables, account, arrived, at)
    events += linked
    message = tables.messages.add(new_message(arrived, chat_id, at))
    apply_parked(tables, message, parked)
    for sessionid in {one.sessionid for one in parked} - {SessionId("")}:
        events += adopt_session(tables, chat_id, sessionid, at)
    events += [MessagesChanged(chat_id=chat_id, message_ids=(message.id,), is_new=True), ChatChanged(chat_id=chat_id)]
    if not is_deleted:
        events += announce(tables, [message])
    return Effect(events=events + settle_by_report(tables, chat_id))


def _chat_of(tables: Tables, account: Account, arrived: MessageArrived, at: datetime) -> tuple[ChatId, list[Event]]:
    chat = _known_chat_of(tables, account, arrived) or _ensured_chat_of(tables, account, arrived)
    if chat.identity.kind is IdentityKind.NUMBER:
        reply_from = arrived.to if arrived.to != chat.identity.address else ""
        if reply_from != chat.reply_from:
            tables.chats.set_reply_from(chat.id, reply_from)
    if not arrived.sessionid:
        return chat.id, []
    return chat.id, adopt_session(tables, chat.id, SessionId(arrived.sessionid), at)


def _known_chat_of(tables: Tables, account: Account, arrived: MessageArrived) -> Chat | None:
    """The chat, if all of it is as it was at an earlier message: one question instead of four."""
    kind, address = our_side(arrived)
    if not (address and arrived.userid):
        return None
    chat = tables.chats.find(account.id, kind, address, UserId(arrived.userid))
    return chat if chat is not None and arrived.from_ in ("", chat.contact.extension) else None


def _ensured_chat_of(tables: Tables, account: Account, arrived: MessageArrived) -> Chat:
    identity = _identity_of(tables, account, arrived)
    contact = tables.contacts.ensure(account.id, userid=UserId(arrived.userid), extension=arrived.from_)
    return tables.chats.ensure(identity.id, contact.id)


def _identity_of(tables: Tables, account: Account, arrived: MessageArrived) -> Identity:
    kind, address = our_side(arrived)
    identities = tables.accounts.identities(account.id)
    if not address and identities:
        return identities[0]
    for identity in identities:
        if identity.kind is kind and identity.address == address:
            return identity
    alike = [
        one for one in identities if kind is one.kind is IdentityKind.NUMBER and _same_number(one.address, address)
    ]
    if len(alike) == 1:
        return alike[0]
    return tables.accounts.add_identity(account.id, kind=kind, address=address)


def _same_number(one: str, other: str) -> bool:
    """Whether two ways of writing a number may mean the same: one's digits end in the other's, seven or more."""
    shorter, longer = sorted(("".join(filter(str.isdigit, one)), "".join(filter(str.isdigit, other))), key=len)
    return len(shorter) >= 7 and longer.endswith(shorter)


# ---------------------------------------------------------------- what concerns a message already there


def _find(tables: Tables, accounts: list[Account], messageid: str) -> Message | None:
    """The message with this id, unless the id was only concluded: what concerns it is kept until that is sure."""
    if not messageid:
        return None
    for account in accounts:
        message = tables.messages.by_messageid(account.id, MessageId(messageid))
        if message is not None:
            return None if is_concluded(tables, account.id, MessageId(messageid)) else message
    return None


def _park(tables: Tables, accounts: list[Account], messageid: str, parked: Parked) -> Effect:
    if not messageid:
        return Effect("ignored", "it names no message")
    for account in accounts:
        if not tables.retention.is_deleted(account.id, MessageId(messageid)):
            tables.parked.park(account.id, MessageId(messageid), parked)
    return Effect("applied", "kept until its message appears")


def _changed(message: Message, *more: Event) -> Effect:
    events: list[Event] = [
        MessagesChanged(chat_id=message.chat_id, message_ids=(message.id,)),
        ChatChanged(chat_id=message.chat_id),
    ]
    return Effect(events=[*events, *more])


def _delivered(tables: Tables, accounts: list[Account], report: Delivered, at: datetime) -> Effect:
    message = _find(tables, accounts, report.messageid)
    if message is None:
        return _delivered_unknown(tables, accounts, report, at)
    events: list[Event] = []
    if report.sessionid:
        events = link_session(tables, message.chat_id, SessionId(report.sessionid), at)
    if not message.is_outgoing:
        return Effect("ignored", "a receipt for a message of theirs", events)
    tables.messages.set_state(message.id, State.DELIVERED, reported_at=at)
    return _changed(message, *events)


def _delivered_unknown(tables: Tables, accounts: list[Account], report: Delivered, at: datetime) -> Effect:
    sessionid = SessionId(report.sessionid)
    effect = _park(tables, accounts, report.messageid, Parked(kind="delivered", text="", sessionid=sessionid, at=at))
    chats = [tables.chats.by_session(account.id, sessionid) for account in accounts]
    events = [event for chat in chats if chat is not None for event in settle_by_report(tables, chat.id)]
    return Effect(detail="it settled an uncertain message", events=events) if events else effect


def _read(tables: Tables, accounts: list[Account], report: Read, at: datetime) -> Effect:
    sessionid = SessionId(report.sessionid)
    if not sessionid:
        return Effect("ignored", "it names no session")
    events: list[Event] = []
    for account in accounts:
        tables.chats.note_session_read(account.id, sessionid, at)
        chat = tables.chats.by_session(account.id, sessionid)
        if chat is not None:
            events += apply_read(tables, chat.id, sessionid, at)
    return Effect(events=events)


def _typing(tables: Tables, accounts: list[Account], typing: Typing) -> Effect:
    for account in accounts:
        chat = tables.chats.by_session(account.id, SessionId(typing.sessionid))
        if chat is not None:
            return Effect(events=[TypingChanged(chat_id=chat.id, is_typing=typing.is_on)])
    return Effect("ignored", "a session that is not known")


def _updated(tables: Tables, accounts: list[Account], edit: Updated, at: datetime) -> Effect:
    message = _find(tables, accounts, edit.messageid)
    if message is None:
        return _park(
            tables,
            accounts,
            edit.messageid,
            Parked(kind="updated", text=edit.content, sessionid=SessionId(""), at=at),
        )
    is_outdated = message.edited_at is not None and at < message.edited_at  # applied late, from the journal
    if message.is_deleted or is_outdated or message.text == edit.content:
        return Effect("applied", "nothing to change")
    tables.messages.set_text(message.id, edit.content, at)
    return _changed(message)


def _deleted(tables: Tables, accounts: list[Account], deletion: Deleted, at: datetime) -> Effect:
    message = _find(tables, accounts, deletion.messageid)
    if message is None:
        parked = Parked(kind="deleted", text="", sessionid=SessionId(""), at=at)
        return _park(tables, accounts, deletion.messageid, parked)
    if message.is_deleted:
        return Effect("duplicate")
    tables.messages.set_deleted(message.id, at)
    return _changed(message, MessageWithdrawn(chat_id=message.chat_id, message_id=message.id))
