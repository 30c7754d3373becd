"""What the store tells of its newest messages."""

from __future__ import annotations

import pytest

from ringodesk_qt.models.ids import MessageId, SessionId
from ringodesk_qt.models.message import Attachment, Kind, LatelyChanged, Parked, State
from ringodesk_qt.models.outbox import Action
from ringodesk_qt.store import lately


@pytest.fixture
def sent(desk, at):
    """Adds a message of ours that went out, with the id that the server gave."""
    chat = desk.chat()

    def add(messageid="", **others):
        message, messages = desk.send(chat, **others), desk.tables.messages
        messages.set_sending(message.id, at(1))
        messages.set_state(message.id, State.SENT)
        messages.set_identified(message.id, messageid=MessageId(messageid), sessionid=SessionId("s"))
        return message

    return add


def test_how_edits_and_deletions_fared(desk, sent, at):
    kept = sent("m1")
    assert desk.tables.lately.changed() == LatelyChanged(refused=0, without_id=0, waiting=0, strays=0)
    desk.tables.messages.set_error(kept.id, "The change was not made: no.")
    sent("")
    desk.tables.outbox.add(Action.EDIT, chat_id=kept.chat_id, message_id=kept.id, text="x", at=at(2))
    desk.tables.outbox.add(Action.READ, chat_id=kept.chat_id, message_id=kept.id, at=at(2))
    for kind in ("updated", "deleted", "delivered"):
        parked = Parked(kind=kind, text="new", sessionid=SessionId("s"), at=at(3))
        desk.tables.parked.park(desk.account.id, MessageId("unseen"), parked)
    assert desk.tables.lately.changed() == LatelyChanged(refused=1, without_id=1, waiting=1, strays=1)


def test_what_was_not_sent_or_imported_or_deleted_is_no_fault_of_edits(desk, sent, at):
    chat = desk.chat()
    failed = desk.send(chat)
    desk.tables.messages.set_state(failed.id, State.FAILED, error="Refused.")
    desk.send(chat, state=State.SENT)  # imported: nobody began to send it here
    sent("", kind=Kind.CALL)
    desk.tables.messages.set_deleted(sent("").id, at(5))
    assert desk.tables.lately.changed() == LatelyChanged(refused=0, without_id=0, waiting=0, strays=0)


def test_only_the_newest_are_looked_at(desk, sent, monkeypatch):
    sent("")
    file = Attachment(name="a.txt", path="/a.txt")
    desk.add(desk.chat(), "", kind=Kind.FILE, attachment=file)
    desk.add(desk.chat(), "", kind=Kind.FILE, attachment=Attachment(name="b.txt"))
    assert [one.name for one in desk.tables.lately.files(9)] == ["b.txt", "a.txt"]
    assert [one.name for one in desk.tables.lately.files(1)] == ["b.txt"]
    monkeypatch.setattr(lately, "_NEWEST", lately._NEWEST.replace(str(lately.LOOKED_AT), "2"))
    assert desk.tables.lately.changed().without_id == 0
    assert desk.tables.lately.files(9)[1] == file
