"""Several files to one chat: one after the other, each by itself; what happens to one leaves the rest in order."""

from __future__ import annotations

import asyncio

import pytest

from ringodesk_qt.errors import InputError, NotSentError, RefusedError
from ringodesk_qt.models.message import SentMessage, State


class Gate:
    def __init__(self):
        self.is_entered, self._is_open = asyncio.Event(), asyncio.Event()

    async def __call__(self):
        self.is_entered.set()
        await self._is_open.wait()
        return SentMessage()

    def open(self):
        self._is_open.set()

    async def entered(self):
        await asyncio.wait_for(self.is_entered.wait(), 20)


@pytest.fixture
async def queue(room, tmp_path):
    """Five files, the first of which has begun to leave."""
    await room.sender.start()
    room.gate = Gate()
    room.api.script("send_file", room.gate)
    room.paths = [tmp_path / f"{letter}.bin" for letter in "abcde"]
    for path in room.paths:
        path.write_bytes(b"x" * 100)
    room.ids = await room.desk.send_files(room.chat.id, room.paths, caption="all five")
    await room.gate.entered()
    return room


def sent(room):
    return [call[2].name if len(call) > 4 else call[2] for call in room.api.named("send_file")]


async def states(room):
    return [(await room.message(message_id)).state for message_id in room.ids]


async def test_one_goes_after_the_other_and_the_caption_last(queue):
    room = queue
    assert await room.desk.uploads(room.chat.id) == room.ids[:5]
    assert await states(room) == [State.SENDING, *[State.QUEUED] * 5]
    room.gate.open()
    await room.until_state(room.ids[-1], State.SENT)
    assert sent(room) == [path.name for path in room.paths]
    assert [call[2] for call in room.api.named("send_text")] == ["all five"]
    assert room.api.calls[-1][0] == "send_text"
    assert await room.desk.uploads(room.chat.id) == []


async def test_the_one_that_leaves_is_cancelled_and_the_next_goes(queue):
    room = queue
    await asyncio.to_thread(room.api.on_progress, 40, 100)
    await room.desk.cancel(room.ids[0])
    await room.desk.cancel(room.ids[2])
    await room.until_state(room.ids[-1], State.SENT)
    cancelled = [State.CANCELLED, State.SENT, State.CANCELLED, State.SENT, State.SENT, State.SENT]
    assert await states(room) == cancelled
    assert sent(room) == ["a.bin", "b.bin", "d.bin", "e.bin"]


async def test_a_refused_one_says_why_and_goes_again_behind_what_waits(queue):
    room = queue
    late = Gate()
    room.api.script("send_file", RefusedError("The file type is not allowed."), late)
    room.gate.open()
    failed = await room.until_state(room.ids[1], State.FAILED)
    assert failed.error == "The file type is not allowed."
    await late.entered()
    await room.desk.retry(room.ids[1])
    assert await room.desk.uploads(room.chat.id) == [room.ids[2], room.ids[3], room.ids[4], room.ids[1]]
    late.open()
    await room.until_state(room.ids[1], State.SENT)
    assert sent(room) == ["a.bin", "b.bin", "c.bin", "d.bin", "e.bin", "b.bin"]
    ids = [message.id for message in await room.messages()]
    assert ids == room.ids, "it stays where it stood in the conversation"


async def test_what_could_not_leave_holds_its_place(queue, monkeypatch):
    room = queue
    monkeypatch.setattr("ringodesk_qt.core.outcomes.BACK_OFF_FIRST_S", 0.01)
    room.api.script("send_file", NotSentError("No way there."))
    room.gate.open()
    await room.until_state(room.ids[-1], State.SENT)
    assert sent(room) == ["a.bin", "b.bin", "b.bin", "c.bin", "d.bin", "e.bin"]


async def test_all_are_cancelled_at_once_and_none_begins_meanwhile(queue):
    room = queue
    await room.desk.cancel_uploads(room.chat.id)
    await room.until_state(room.ids[0], State.CANCELLED)
    await room.until_state(room.ids[-1], State.SENT)
    assert await states(room) == [*[State.CANCELLED] * 5, State.SENT]
    assert sent(room) == ["a.bin"]


async def test_what_has_wholly_left_is_not_called_off_with_the_others_and_that_is_said(queue):
    room = queue
    await asyncio.to_thread(room.api.on_progress, 100, 100)
    for cancelling in (room.desk.cancel_uploads(room.chat.id), room.desk.cancel(room.ids[0])):
        with pytest.raises(InputError, match=r"^a\.bin has left already, and can no longer be cancelled\."):
            await cancelling
    assert await states(room) == [State.SENDING, *[State.CANCELLED] * 4, State.QUEUED]
    room.gate.open()
    await room.until_state(room.ids[-1], State.SENT)
    assert (await states(room))[0] is State.SENT
    assert sent(room) == ["a.bin"], "and it went once"


async def test_all_can_be_sent_again_in_their_order(queue):
    room = queue
    await room.desk.cancel_uploads(room.chat.id)
    await room.until_state(room.ids[0], State.CANCELLED)
    for message_id in room.ids[:5]:
        await room.desk.retry(message_id)
    await room.until_state(room.ids[4], State.SENT)
    assert sent(room) == ["a.bin", "a.bin", "b.bin", "c.bin", "d.bin", "e.bin"]
