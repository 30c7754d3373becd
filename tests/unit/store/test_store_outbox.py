"""The outbox: who may go when."""

from __future__ import annotations

import pytest

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.outbox import Action


@pytest.fixture
def queue(desk, at):
    """Queues rows for a message each; ids in the order they were queued."""

    class Queue:
        outbox = desk.tables.outbox
        chats = (desk.chat("101"), desk.chat("102"))
        seconds = 0

        def add(self, chat=0, action=Action.SEND, message=None, text=""):
            self.seconds += 1
            message = message or desk.send(self.chats[chat])
            row_id = self.outbox.add(
                action, chat_id=self.chats[chat].id, message_id=message.id, text=text, at=at(self.seconds)
            )
            return row_id, message

        def claim(self, second=1000, owner="me"):
            row = self.outbox.claim(owner, at(second))
            return row.id if row else None

    return Queue()


def test_a_row_comes_back_as_it_was_queued(queue, at):
    row_id, message = queue.add(action=Action.EDIT, text="new\ntext")
    row = queue.outbox.claim("me", at(50))
    assert (row.id, row.action, row.chat_id, row.message_id) == (row_id, Action.EDIT, message.chat_id, message.id)
    assert (row.text, row.attempts, row.owner, row.not_before, row.created_at) == ("new\ntext", 0, "me", None, at(1))
    assert queue.outbox.of_message(message.id) == [row] == queue.outbox.claimed()


def test_a_chat_sends_one_at_a_time_in_order(queue):
    first, second, other = queue.add()[0], queue.add()[0], queue.add(chat=1)[0]
    assert [queue.claim() for _ in range(3)] == [first, other, None]
    queue.outbox.finish(first)
    assert queue.claim(owner="another") == second
    assert [row.owner for row in queue.outbox.claimed()] == ["another", "me"]
    assert queue.outbox.waiting() == 2


def test_an_edit_and_a_deletion_wait_behind_their_send(queue):
    send, message = queue.add()
    edit = queue.add(action=Action.EDIT, message=message)[0]
    deletion = queue.add(action=Action.DELETE, message=message)[0]
    for row_id in (send, edit, deletion):
        assert [queue.claim(), queue.claim()] == [row_id, None]
        queue.outbox.finish(row_id)
    assert queue.outbox.of_message(message.id) == []


def test_receipts_wait_for_nobody(queue):
    send = queue.add()[0]
    receipts = [queue.add(action=action)[0] for action in (Action.DELIVERED, Action.READ, Action.DELIVERED)]
    assert [queue.claim() for _ in range(5)] == [send, *receipts, None]
    assert queue.outbox.waiting() == 1


def test_a_back_off_holds_its_chat_and_no_other(queue, at):
    held, behind, other = queue.add()[0], queue.add()[0], queue.add(chat=1)[0]
    queue.claim()
    queue.outbox.release(held, at(500))
    assert [queue.claim(499), queue.claim(499)] == [other, None]
    assert queue.outbox.next_at() == at(500)
    row = queue.outbox.claim("me", at(500))
    assert (row.id, row.attempts, row.not_before) == (held, 1, at(500))
    queue.outbox.finish(held)
    assert queue.claim(500) == behind


def test_hurrying_ends_every_back_off(queue, at):
    rows = [queue.add()[0], queue.add(chat=1)[0]]
    for row_id in rows:
        queue.claim(0)
        queue.outbox.release(row_id, at(500))
    assert queue.claim(0) is None
    queue.outbox.hurry()
    assert [queue.claim(0), queue.claim(0)] == rows


def test_some_back_offs_may_be_ended(queue, at):
    rows = [queue.add(), queue.add(chat=1)]
    for seconds, (row_id, _message) in zip((500, 900), rows, strict=True):
        queue.claim(0)
        queue.outbox.release(row_id, at(seconds))
    queue.outbox.hurry([rows[1][1].id])
    assert [queue.claim(0), queue.claim(0)] == [rows[1][0], None]
    queue.outbox.release(rows[1][0], at(900))
    queue.outbox.hurry(until=at(600))
    assert [queue.claim(0), queue.claim(0)] == [rows[0][0], None]


def test_next_at_is_of_what_may_go_next(queue, at):
    assert queue.outbox.next_at() is None
    first, second = queue.add()[0], queue.add()[0]
    assert queue.outbox.next_at() <= at(0)
    queue.claim()
    assert queue.outbox.next_at() is None  # the second cannot go before the first is done
    queue.outbox.release(first, at(300))
    assert queue.outbox.next_at() == at(300)
    queue.outbox.finish(first)
    assert queue.outbox.next_at() <= at(0)
    queue.outbox.finish(second)
    assert queue.outbox.next_at() is None


def test_a_cancelled_row_in_the_middle_changes_nothing_for_the_others(queue):
    rows = [queue.add()[0] for _ in range(3)]
    queue.outbox.finish(rows[1])
    assert [queue.claim(), queue.claim()] == [rows[0], None]
    queue.outbox.finish(rows[0])
    assert queue.claim() == rows[2]


def test_an_id_is_never_used_again(queue):
    row_id, _message = queue.add()
    queue.outbox.finish(row_id)
    again, _message = queue.add()
    queue.outbox.finish(row_id)  # late, and for nobody
    assert again > row_id
    assert queue.claim() == again


def test_claim_for_takes_what_must_go_first_and_waits_for_no_back_off(queue, at):
    first = queue.add()[0]
    second, message = queue.add()
    receipt, read = queue.add(action=Action.DELIVERED)
    queue.claim(0)
    queue.outbox.release(first, at(500))
    assert queue.outbox.claim_for(message.id, "cli", at(0)).id == first
    assert queue.outbox.claim_for(message.id, "cli", at(0)) is None
    queue.outbox.finish(first)
    assert queue.outbox.claim_for(message.id, "cli", at(0)).id == second
    queue.outbox.finish(second)
    assert queue.outbox.claim_for(message.id, "cli", at(0)) is None
    assert queue.outbox.claim_for(read.id, "cli", at(0)) is None
    assert queue.outbox.claim_for(LocalId(999), "cli", at(0)) is None
    assert queue.claim() == receipt


def test_a_message_that_goes_takes_its_rows_along_and_lets_the_next_go(queue, database):
    """No verb removes messages yet; the tables must hold when one does."""
    _first, message = queue.add()
    second = queue.add()[0]
    database.rows("DELETE FROM message WHERE id = ?", (message.id,))
    assert queue.claim() == second


def test_a_long_queue_is_not_read_through(queue, database):
    for sql in ("SELECT id {} AND not_before <= 5 ORDER BY id LIMIT 1", "SELECT min(not_before) {}"):
        ready = "FROM outbox INDEXED BY outbox_ready WHERE owner = '' AND is_first"
        plan = [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {sql.format(ready)}")]
        assert len(plan) == 1
        assert "outbox_ready" in plan[0]
    for _ in range(50):
        queue.add()
    assert database.value("SELECT count(*) FROM outbox INDEXED BY outbox_ready WHERE owner = '' AND is_first") == 1


def test_order_holds_through_any_mix(queue, at):
    """Two owners, back-offs and failures: each chat's rows end in the order they were queued."""
    queued = {0: [], 1: []}
    for number in range(40):
        queued[number % 2].append(queue.add(chat=number % 2)[0])
    ended, second, held = [], 0, []
    while queue.outbox.waiting():
        second += 1
        for owner in ("a", "b"):
            row = queue.outbox.claim(owner, at(second))
            if row is not None:
                held.append(row)
        assert len({row.chat_id for row in held}) == len(held) <= 2
        row = held.pop(0)
        if second % 3:
            queue.outbox.finish(row.id)
            ended.append(row.id)
        else:
            queue.outbox.release(row.id, at(second + 1))
    assert [one for one in ended if one in queued[0]] == queued[0]
    assert [one for one in ended if one in queued[1]] == queued[1]
