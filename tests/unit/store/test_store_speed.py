"""That nothing is searched from end to end which grows with the history: what SQLite says it would do."""

from __future__ import annotations

import re

import pytest

from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.chat import Approach
from ringodesk_qt.models.contact import ChatUser
from ringodesk_qt.models.ids import JournalId, LocalId, MessageId, SessionId, UserId
from ringodesk_qt.models.message import Parked
from ringodesk_qt.models.outbox import Action
from ringodesk_qt.models.search import Has, Search
from ringodesk_qt.models.words import Term

M1, S1 = MessageId("m1"), SessionId("s1")
# Tables of a few rows: an account's own, and the queues that empty themselves.
SMALL = {"account", "draft", "identity", "search_changed"}
GIVEN = {"new", "came"}
"""What is given with the statement itself."""


def asked(database, monkeypatch, ask):
    """The statements that `ask` makes."""
    statements = []
    rows = type(database).rows

    def noted(self, sql, values=()):
        statements.append((sql, values))
        return rows(self, sql, values)

    with monkeypatch.context() as patched:
        patched.setattr(type(database), "rows", noted)
        ask()
    return statements


CASES = {
    "add a message": lambda desk, chat, message, at: desk.add(chat, messageid=M1),
    "find it by messageid": lambda desk, chat, message, at: desk.tables.messages.by_messageid(desk.account.id, M1),
    "the newest page": lambda desk, chat, message, at: desk.tables.messages.page(chat.id),
    "a page back": lambda desk, chat, message, at: desk.tables.messages.page(chat.id, before=(5, LocalId(5))),
    "a page forth": lambda desk, chat, message, at: desk.tables.messages.page_after(chat.id, after=(5, LocalId(5))),
    "count": lambda desk, chat, message, at: desk.tables.messages.count(chat.id),
    "many": lambda desk, chat, message, at: desk.tables.messages.many([message.id, LocalId(77)]),
    "newest id": lambda desk, chat, message, at: desk.tables.messages.newest_id(),
    "unread after": lambda desk, chat, message, at: desk.tables.messages.unread_after(message.id),
    "search": lambda desk, chat, message, at: desk.tables.search.page(Search(terms=(Term("edi"), Term("h", True)))),
    "search in a chat": lambda desk, chat, message, at: desk.tables.search.page(
        Search(chat_ids=frozenset({chat.id}), has=frozenset({Has.FILE}))
    ),
    "search by date": lambda desk, chat, message, at: desk.tables.search.page(
        Search(since=5), before=(2**60, LocalId(1))
    ),
    "whether there is more to index": lambda desk, chat, message, at: desk.tables.search.has_more(),
    "index": lambda desk, chat, message, at: [desk.tables.search.index_more(9), desk.tables.search.index_more(9)],
    "state": lambda desk, chat, message, at: desk.tables.messages.set_sending(message.id, at(0)),
    "ids": lambda desk, chat, message, at: desk.tables.messages.set_identified(message.id, messageid=M1, sessionid=S1),
    "edit": lambda desk, chat, message, at: desk.tables.messages.set_text(message.id, "new", at(0)),
    "take the edit back": lambda desk, chat, message, at: desk.tables.messages.revert_text(message.id),
    "delete": lambda desk, chat, message, at: desk.tables.messages.set_deleted(message.id, at(0)),
    "what a read report covers": lambda desk, chat, message, at: desk.tables.messages.sent_until(chat.id, S1, at(0)),
    "unsettled": lambda desk, chat, message, at: desk.tables.messages.unsettled(chat.id),
    "mark read": lambda desk, chat, message, at: desk.tables.chats.mark_read(chat.id, message.position),
    "some chats": lambda desk, chat, message, at: desk.tables.chats.many([chat.id]),
    "files": lambda desk, chat, message, at: desk.tables.details.files(chat.id),
    "who else has a file": lambda desk, chat, message, at: desk.tables.retention.is_used("/a.png", [message.id]),
    "the chat of two": lambda desk, chat, message, at: desk.chat("101"),
    "the chat of an address and a user": lambda desk, chat, message, at: desk.tables.chats.find(
        desk.account.id, IdentityKind.NUMBER, "+30", UserId("u1")
    ),
    "the chats of some who wrote": lambda desk, chat, message, at: desk.tables.chats.approached(
        [Approach(desk.account.id, IdentityKind.NUMBER, "+30", UserId("u1"), "", M1, S1)] * 3
    ),
    "link a session": lambda desk, chat, message, at: desk.tables.chats.link_session(chat.id, S1, at(0)),
    "the chat of a session": lambda desk, chat, message, at: desk.tables.chats.by_session(desk.account.id, S1),
    "last read": lambda desk, chat, message, at: desk.tables.chats.last_read_at(chat.id),
    "a contact": lambda desk, chat, message, at: desk.tables.contacts.ensure(
        desk.account.id, userid=UserId("u1"), extension="7"
    ),
    "what is pending": lambda desk, chat, message, at: desk.tables.journal.pending(after=JournalId(1)),
    "what was applied": lambda desk, chat, message, at: desk.tables.journal.mark([JournalId(1)], "applied"),
    "a repetition": lambda desk, chat, message, at: desk.tables.journal.seen_since("d", at(0), before=JournalId(9)),
    "take what was parked": lambda desk, chat, message, at: desk.tables.parked.take(desk.account.id, M1),
    "what may be settled": lambda desk, chat, message, at: desk.tables.messages.may_be_settled(chat.id),
    "reports that wait": lambda desk, chat, message, at: desk.tables.parked.reports(chat.id),
    "queue": lambda desk, chat, message, at: desk.tables.outbox.add(
        Action.SEND, chat_id=chat.id, message_id=message.id, at=at(0)
    ),
    "claim": lambda desk, chat, message, at: desk.tables.outbox.claim("me", at(0)),
    "claim for one": lambda desk, chat, message, at: desk.tables.outbox.claim_for(message.id, "me", at(0)),
    "next": lambda desk, chat, message, at: desk.tables.outbox.next_at(),
    "rows of a message": lambda desk, chat, message, at: desk.tables.outbox.of_message(message.id),
}


@pytest.mark.parametrize("case", CASES)
def test_questions_asked_often_are_answered_by_an_index(desk, database, monkeypatch, at, case):
    chat = desk.chat()
    message = desk.send(chat)
    desk.tables.messages.set_text(message.id, "edited", at(0))
    desk.tables.contacts.refresh(
        desk.account.id, [ChatUser(userid=UserId("u1"), extension="7", name="Zoe", state=1)], at(0)
    )
    desk.tables.parked.park(desk.account.id, M1, Parked(kind="delivered", text="", sessionid=S1, at=at(0)))
    desk.tables.outbox.add(Action.SEND, chat_id=chat.id, message_id=message.id, at=at(0))
    statements = asked(database, monkeypatch, lambda: CASES[case](desk, chat, message, at))
    assert statements
    for sql, values in statements:
        for step in (row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {sql}", values)):
            scanned = re.match(r"SCAN (\w+)", step)
            is_fine = (
                scanned is None
                or scanned[1] in SMALL | GIVEN
                or re.fullmatch(r"SCAN (\d+ )?CONSTANT ROWS?", step)
                or "outbox_ready" in step
                or "VIRTUAL TABLE" in step
            )
            assert is_fine, f"{step}: {sql}"
            # What one message has parked, and who shares an extension, are a handful: sorting them is no search.
            assert "TEMP B-TREE" not in step or re.search("FROM (parked|contact) ", sql), f"{step}: {sql}"
            # An index on (account_id, …) that is used by the account alone is as good as none.
            assert not re.fullmatch(r"SEARCH contact .*\(account_id=\?\)", step), f"{step}: {sql}"
