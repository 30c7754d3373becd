"""What a screen reader says while it happens."""

from __future__ import annotations

import msgspec
import pytest

from ringodesk_qt.models.message import State
from ringodesk_qt.ui.models.held_messages import HeldMessages
from ringodesk_qt.ui.models.messages import MessagesModel
from ringodesk_qt.ui.views.announcer import Announcer


@pytest.fixture
async def talk(desk, operations, a, settle):
    """A chat that is open, and what was said since: (words, is it urgent)."""
    desk.put(a.chat(1))
    desk.message_rows = [a.message(1), a.message(2, "out", "ours", state="sending")]

    class Talk:
        model = MessagesModel(desk, operations)
        is_heard = True

        async def come(self, *messages):
            desk.message_rows += messages
            self.model.on_messages_changed([one.id for one in messages], True)
            await settle(lambda: self.model.row_of(messages[-1].id) is not None)

        async def become(self, message_id, state, error=""):
            rows = desk.message_rows
            place = next(number for number, one in enumerate(rows) if one.id == message_id)
            rows[place] = msgspec.structs.replace(rows[place], state=State(state), error=error)
            self.model.on_messages_changed([message_id], False)
            await settle(lambda: self.model.message(message_id).state is State(state))

    built = Talk()
    built.said = []
    built.announcer = Announcer(built.model, lambda: built.is_heard, built.model)
    built.announcer.said.connect(lambda words, is_urgent: built.said.append((words, is_urgent)))
    built.model.open_chat(desk.chat_rows[1])
    await settle(lambda: built.model.is_opened)
    return built


async def test_a_message_that_comes_is_read_once_and_what_was_there_is_not(talk, a, settle):
    await talk.come(a.message(3, text="Are you there?"))
    await settle(lambda: talk.said)
    assert talk.said == [("Anna: Are you there?", False)]


async def test_a_storm_is_one_sentence(talk, a, settle):
    for number in range(3, 103):
        await talk.come(a.message(number))
    await settle(lambda: talk.said)
    assert talk.said == [("100 new messages from Anna", False)]


async def test_rows_that_nobody_looks_at_are_not_made_to_be_read_aloud(talk, a, settle, monkeypatch):
    """Of a portion of sixty ten are in view: the others are but messages."""
    made, real = [], HeldMessages.row

    def counted(self, index):
        made.append(index)
        return real(self, index)

    monkeypatch.setattr(HeldMessages, "row", counted)
    await talk.come(*(a.message(number) for number in range(3, 63)))
    await settle(lambda: talk.said)
    assert talk.said == [("60 new messages from Anna", False)]
    assert made == []


async def test_what_becomes_of_ours_is_told_and_a_failure_is_urgent(talk, settle):
    await talk.become(2, "read")
    await settle(lambda: talk.said)
    assert talk.said == [("read: ours", False)]
    await talk.become(2, "failed", "The server refused this message.")
    await settle(lambda: len(talk.said) == 2)
    assert talk.said[1] == ("failed: The server refused this message.: ours", True)


async def test_nothing_is_said_where_nobody_hears_it(talk, a, settle):
    talk.is_heard = False
    await talk.come(a.message(3))
    await talk.become(2, "read")
    talk.is_heard = True
    await talk.come(a.message(4, text="now"))
    await settle(lambda: talk.said)
    assert talk.said == [("Anna: now", False)]
