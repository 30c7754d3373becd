"""The journal, and what came before its message."""

from __future__ import annotations

import pytest

from ringodesk_qt.models.ids import MessageId, OrgId, SessionId
from ringodesk_qt.models.message import Parked, State
from ringodesk_qt.models.notification import Journalled, Received
from ringodesk_qt.store.journal import MOST_BYTES

M1, M2 = MessageId("m1"), MessageId("m2")


def journal(tables, at, *numbers):
    tables.journal.add_all(
        [
            Received(
                method="read",
                received_at=at(number),
                body=b'{"n": %d}\xff\0' % number,
                digest=f"d{number}",
            )
            for number in numbers
        ]
    )


def test_what_is_not_applied_is_pending_oldest_first(tables, at):
    journal(tables, at, 0, 1)
    journal(tables, at, 2, 3, 4)
    ids = [one.id for one in tables.journal.pending()]
    assert ids == sorted(ids)
    assert tables.journal.pending(2) == [
        Journalled(id=ids[0], body=b'{"n": 0}\xff\0', digest="d0", at=at(0)),
        Journalled(id=ids[1], body=b'{"n": 1}\xff\0', digest="d1", at=at(1)),
    ]
    tables.journal.mark([ids[0]], "applied")
    tables.journal.mark([ids[1]], "failed", "boom")
    tables.journal.mark([ids[2]], "ignored")
    tables.journal.mark([ids[3]], "duplicate")
    assert [one.id for one in tables.journal.pending()] == [ids[1], ids[4]]
    assert [one.id for one in tables.journal.pending(after=ids[1])] == [ids[4]]
    tables.journal.mark([ids[1]], "applied")
    assert [one.id for one in tables.journal.pending()] == [ids[4]]


def test_no_more_is_given_out_behind_what_is_large(tables, at):
    sizes = [MOST_BYTES // 2, MOST_BYTES // 2 + 1, 10, 3 * MOST_BYTES, 10]
    tables.journal.add_all(
        [Received(method="message", received_at=at(0), body=b"x" * size, digest="") for size in sizes]
    )
    given, after = [], None
    while rows := tables.journal.pending(10, after=after):
        given.append([len(one.body) for one in rows])
        after = rows[-1].id
    assert given == [sizes[:2], sizes[2:4], sizes[4:]]


def test_a_repetition_is_seen_within_its_window_and_only_by_what_came_later(tables, at):
    journal(tables, at, 5, 6)
    first, later = (one.id for one in tables.journal.pending())
    assert tables.journal.seen_since("d5", at(5), before=later)
    assert tables.journal.seen_since("d5", at(4), before=later)
    assert not tables.journal.seen_since("d5", at(5.001), before=later)
    assert not tables.journal.seen_since("d5", at(4), before=first)
    assert not tables.journal.seen_since("d7", at(0), before=later)


def parked(kind, text, at, second):
    return Parked(kind=kind, text=text, sessionid=SessionId("s1"), at=at(second))


def test_what_was_parked_comes_once_in_its_order(desk, at):
    table, account = desk.tables.parked, desk.account.id
    said = [parked("updated", "x", at, 1), parked("delivered", "", at, 2)]
    for one in said:
        table.park(account, M1, one)
    table.park(account, M2, parked("delivered", "", at, 3))
    assert table.take(account, M1) == said
    assert table.take(account, M1) == []
    assert len(table.take(account, M2)) == 1


def test_a_later_one_of_a_kind_replaces_the_former(desk, at):
    table, account = desk.tables.parked, desk.account.id
    table.park(account, M1, parked("updated", "first", at, 1))
    table.park(account, M1, parked("delivered", "", at, 2))
    table.park(account, M1, parked("updated", "second", at, 3))
    assert [(one.kind, one.text) for one in table.take(account, M1)] == [("delivered", ""), ("updated", "second")]


def test_tombstones_stay(desk, at):
    table, account = desk.tables.parked, desk.account.id
    table.park(account, M1, parked("deleted", "", at, 1))
    table.park(account, M1, parked("updated", "x", at, 2))
    assert [one.kind for one in table.take(account, M1)] == ["deleted", "updated"]
    assert table.prune(at(100)) == 0
    assert [one.kind for one in table.take(account, M1)] == ["deleted"]


def test_prune_drops_what_is_old(desk, at):
    table, account = desk.tables.parked, desk.account.id
    for second, messageid in enumerate((M1, M2)):
        table.park(account, messageid, parked("delivered", "", at, second))
    assert table.prune(at(1)) == 1
    assert (table.take(account, M1), len(table.take(account, M2))) == ([], 1)


def test_parked_things_are_an_accounts(desk, at):
    other = desk.tables.accounts.add(api_url="other", orgid=OrgId("2"), domain="", name="")
    desk.tables.parked.park(desk.account.id, M1, parked("delivered", "", at, 1))
    assert desk.tables.parked.take(other.id, M1) == []


def test_nothing_is_parked_that_could_not_be_applied(desk, at):
    with pytest.raises(ValueError, match="does not take this"):
        desk.tables.parked.park(desk.account.id, M1, parked("typing", "", at, 1))


def test_reports_that_wait_are_of_the_chats_sessions(desk, at):
    table, chat, other = desk.tables.parked, desk.chat(), desk.chat("other")
    desk.tables.chats.link_session(chat.id, SessionId("s1"), at(0))
    desk.tables.chats.link_session(chat.id, SessionId("s2"), at(0))
    desk.tables.chats.link_session(other.id, SessionId("s3"), at(0))

    def park(messageid, kind, sessionid, second):
        one = Parked(kind=kind, text="", sessionid=SessionId(sessionid), at=at(second))
        table.park(desk.account.id, MessageId(messageid), one)

    park("early", "delivered", "s1", 1)
    park("second", "delivered", "s2", 2)
    park("third", "delivered", "s1", 3)
    park("other", "delivered", "s3", 3)
    park("unknown", "delivered", "s4", 3)
    park("nowhere", "delivered", "", 3)
    park("edit", "updated", "s1", 3)

    def waiting():
        return sorted((one.messageid, one.at, one.taken_for, one.former_error) for one in table.reports(chat.id))

    assert waiting() == [("early", at(1), None, ""), ("second", at(2), None, ""), ("third", at(3), None, "")]
    table.take(desk.account.id, MessageId("third"))
    ours = desk.send(chat, messageid=MessageId("second"))
    table.keep_error(desk.account.id, MessageId("second"), "It may have arrived.")
    assert waiting() == [("early", at(1), None, ""), ("second", at(2), ours.id, "It may have arrived.")]


def test_of_two_edits_the_later_stays_and_of_two_reports_the_earlier_with_its_session(desk, at):
    table, account = desk.tables.parked, desk.account.id
    for second, text in ((2, "later"), (1, "earlier")):
        table.park(account, M1, parked("updated", text, at, second))
    for second, sessionid in ((4, "s1"), (3, ""), (5, "s2")):
        one = Parked(kind="delivered", text="", sessionid=SessionId(sessionid), at=at(second))
        table.park(account, M1, one)
    assert [(one.text, one.sessionid, one.at) for one in table.take(account, M1)] == [
        ("later", "s1", at(2)),
        ("", "s1", at(3)),
    ]


def test_a_report_is_kept_as_long_as_its_chat_has_an_uncertain_message(desk, at):
    table, chat = desk.tables.parked, desk.chat()
    desk.tables.chats.link_session(chat.id, SessionId("s1"), at(0))
    for messageid in (M1, M2):
        table.park(desk.account.id, messageid, parked("delivered", "", at, 1))
    table.park(desk.account.id, M1, parked("updated", "x", at, 1))
    message = desk.send(chat, state=State.UNCERTAIN)
    assert table.prune(at(9)) == 1
    desk.tables.messages.set_state(message.id, State.SENT)
    assert table.prune(at(9)) == 2
