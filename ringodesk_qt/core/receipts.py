"""How receipts, sessions and messages meet, whichever comes first. All of it runs inside a store transaction.

What settles an uncertain message
---------------------------------
The answer to its send never came, so its id is not known; a delivery report names an id and a session. The reports of a
chat that no answer has claimed, and the messages of the chat that may be at the server without an id we know, are
matched by what can be known: a report is never of a message whose sending began after it came, no two reports are of
one message, and every report is of one of ours. What is the same in all ways to match them is concluded: that message
is `delivered`, under that id. Nothing else is: with two messages for one report, nothing; with two reports for one
message, nothing either, for somebody else must be writing in the chat under our key, and then neither report is proof.

So what is concluded depends on what is known and not on the order in which it came, and it is worked out anew whenever
something of it changes. A second report takes back what was concluded from the first: the message is uncertain again.
Therefore the reports are kept where they are, and edits and deletions told for an id that was only concluded wait.

The limits:

* Reports are kept for a day (longer while a message of the chat is uncertain); what was concluded before stays.
* What the user has edited or deleted since it was concluded stays settled: they have taken it for theirs.
* A message that was sent again, by the user's choice, may have arrived twice, and a report may be of the first time.
  From then on nothing is concluded in that chat, nor taken back, as long as its reports are kept.
* If somebody else writes in the chat under our key, and the report of our message never comes, theirs is taken for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from ringodesk_qt.core.events import ChatChanged, Event, MessagesChanged
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.models.ids import AccountId, ChatId, LocalId, MessageId, SessionId
from ringodesk_qt.models.message import Message, Parked, Report, SentMessage, State


def link_session(tables: Tables, chat_id: ChatId, sessionid: SessionId, at: datetime) -> list[Event]:
    """Makes a session an alias of a chat; reports that came before are applied now. Returns what changed."""
    return adopt_session(tables, chat_id, sessionid, at) + settle_by_report(tables, chat_id)


def adopt_session(tables: Tables, chat_id: ChatId, sessionid: SessionId, at: datetime) -> list[Event]:
    """The same, for one who calls `settle_by_report` when more has changed."""
    read_at = tables.chats.link_session(chat_id, sessionid, at)
    return apply_read(tables, chat_id, sessionid, read_at) if read_at is not None else []


def apply_read(tables: Tables, chat_id: ChatId, sessionid: SessionId, at: datetime) -> list[Event]:
    """Marks what a read report covers. Returns what changed."""
    covered = [
        message.id
        for message in tables.messages.sent_until(chat_id, sessionid, at)
        if tables.messages.set_state(message.id, State.READ, reported_at=at)
    ]
    if not covered:
        return []
    return [MessagesChanged(chat_id=chat_id, message_ids=tuple(covered)), ChatChanged(chat_id=chat_id)]


def apply_parked(tables: Tables, message: Message, parked: Iterable[Parked]) -> None:
    """Applies to a message that has just become known what had come before it."""
    for one in parked:
        if one.kind == "delivered" and message.is_outgoing:
            tables.messages.set_state(message.id, State.DELIVERED, reported_at=one.at)
        elif one.kind == "updated" and one.text != message.text:
            tables.messages.set_text(message.id, one.text, one.at)
    for one in parked:
        if one.kind == "deleted":
            tables.messages.set_deleted(message.id, one.at)


def settle_sent(
    tables: Tables, account_id: AccountId, message: Message, sent: SentMessage, at: datetime
) -> list[Event]:
    """Records the answer to a send, and every receipt that was quicker than it. Returns what changed."""
    events: list[Event] = free(tables, account_id, sent.messageid)
    tables.messages.set_identified(message.id, messageid=sent.messageid, sessionid=sent.sessionid)
    tables.messages.set_state(message.id, State.SENT)
    parked = tables.parked.take(account_id, sent.messageid) if sent.messageid else []
    apply_parked(tables, message, parked)
    for sessionid in {sent.sessionid, *(one.sessionid for one in parked)} - {SessionId("")}:
        events += adopt_session(tables, message.chat_id, sessionid, at)
    _apply_earlier_read(tables, account_id, message, sent.sessionid)
    events += [
        MessagesChanged(chat_id=message.chat_id, message_ids=(message.id,)),
        ChatChanged(chat_id=message.chat_id),
    ]
    return events + settle_by_report(tables, message.chat_id)


def free(tables: Tables, account_id: AccountId, messageid: MessageId) -> list[Event]:
    """The id is surely another message's: one it was only concluded for is uncertain again. Returns what changed."""
    other = tables.messages.by_messageid(account_id, messageid)
    if other is None or not is_concluded(tables, account_id, messageid):
        return []
    report = next((one for one in tables.parked.reports(other.chat_id) if one.taken_for == other.id), None)
    tables.messages.set_unsettled(other.id, report.former_error if report is not None else "")
    return [MessagesChanged(chat_id=other.chat_id, message_ids=(other.id,)), ChatChanged(chat_id=other.chat_id)]


def _apply_earlier_read(tables: Tables, account_id: AccountId, message: Message, sessionid: SessionId) -> None:
    """A read report may have come while the send was on its way; it covers what had begun before it."""
    if sessionid:
        read_at = tables.chats.session_read_at(account_id, sessionid)
    else:
        read_at = tables.chats.last_read_at(message.chat_id)
    began_at = tables.messages.sending_began_at(message.id)
    if read_at is not None and began_at is not None and began_at <= read_at:
        tables.messages.set_state(message.id, State.READ, reported_at=read_at)


MOST_REPORTS = 1000
"""A chat with more that no answer has claimed is written to by others: nothing more is concluded in it."""
_SENT_AGAIN = "sent again: "
"""What the id begins with of a report that stands for one that may come of a message's first time."""


def expect_another_report(tables: Tables, message: Message, at: datetime) -> None:
    """Called when an uncertain message is to be sent again: reports of its chat prove nothing for a while."""
    chat, sessionid = tables.chats.get(message.chat_id), tables.chats.latest_session(message.chat_id)
    if chat is not None and sessionid is not None:
        report = Parked(kind="delivered", text="", sessionid=sessionid, at=at)
        tables.parked.park(chat.identity.account_id, MessageId(f"{_SENT_AGAIN}{message.id}"), report)


def settle_by_report(tables: Tables, chat_id: ChatId) -> list[Event]:
    """Settles uncertain messages of a chat by delivery reports, or takes that back. Returns what changed.

    See the module's text for the rule. Called whenever a report, a message or its state may have changed it.
    """
    if not tables.messages.may_be_settled(chat_id):
        return []
    reports = sorted(tables.parked.reports(chat_id, limit=MOST_REPORTS + 1), key=_came_at)
    chat = tables.chats.get(chat_id)
    if (
        not 0 < len(reports) <= MOST_REPORTS
        or chat is None
        or any(report.messageid.startswith(_SENT_AGAIN) for report in reports)
    ):
        return []
    account_id, owners = chat.identity.account_id, _owners(tables, chat_id, reports)
    changed = [
        _take_back(tables, account_id, report) for report in reports if report.taken_for != owners.get(report.messageid)
    ]
    changed += [_conclude(tables, account_id, owners.get(report.messageid), report) for report in reports]
    changed_ids = tuple(message_id for message_id in changed if message_id is not None)
    if not changed_ids:
        return []
    return [MessagesChanged(chat_id=chat_id, message_ids=changed_ids), ChatChanged(chat_id=chat_id)]


def _came_at(report: Report) -> datetime:
    return report.at


def _owners(tables: Tables, chat_id: ChatId, reports: Sequence[Report]) -> dict[MessageId, LocalId]:
    """Whose reports they must be."""
    began_at = dict(tables.messages.unsettled(chat_id))
    for report in reports:
        taken_at = tables.messages.sending_began_at(report.taken_for) if report.taken_for is not None else None
        if report.taken_for is not None and taken_at is not None:
            began_at[report.taken_for] = taken_at
    found = conclusions([report.at for report in reports], began_at)
    return {reports[number].messageid: message_id for number, message_id in found.items()}


def conclusions(reported_at: Sequence[datetime], began_at: Mapping[LocalId, datetime]) -> dict[int, LocalId]:
    """Which report (by its number, in order of time) must be of which message; empty when there is no way to match.

    A report may be of any message whose sending began before it came, so each may be of all that the one before it may
    be, and more. The first k reports need k messages. If they have exactly that many, they take them all; and if the
    first k - 1 do so too, the k-th is left with the one that is new.
    """
    in_order = sorted(began_at, key=lambda message_id: began_at[message_id])
    times = sorted(began_at.values())
    found: dict[int, LocalId] = {}
    possible_before = 0
    for number, at in enumerate(reported_at):
        possible = bisect_right(times, at)
        if possible <= number:
            return {}
        if possible == number + 1 and possible_before == number:
            found[number] = in_order[number]
        possible_before = possible
    return found


def is_concluded(tables: Tables, account_id: AccountId, messageid: MessageId) -> bool:
    """Whether a message's id is known from a report alone, and may be taken back."""
    return tables.parked.has_report(account_id, messageid)


def _conclude(tables: Tables, account_id: AccountId, message_id: LocalId | None, report: Report) -> LocalId | None:
    """Settles the message if it is uncertain: what is on its way will be answered."""
    message = tables.messages.get(message_id) if message_id is not None else None
    if message is None or message.state is not State.UNCERTAIN or message.messageid:
        return None
    if tables.messages.by_messageid(account_id, report.messageid) is not None:
        return None
    tables.parked.keep_error(account_id, report.messageid, message.error)
    tables.messages.set_identified(message.id, messageid=report.messageid, sessionid=SessionId(""))
    tables.messages.set_state(message.id, State.DELIVERED, reported_at=report.at)
    _apply_earlier_read(tables, account_id, message, SessionId(""))
    return message.id


def _take_back(tables: Tables, account_id: AccountId, report: Report) -> LocalId | None:
    message = tables.messages.get(report.taken_for) if report.taken_for is not None else None
    if message is None or message.edited_at is not None or message.is_deleted or tables.outbox.of_message(message.id):
        return None
    tables.messages.set_unsettled(message.id, report.former_error)
    tables.parked.keep_error(account_id, report.messageid, None)
    return message.id
