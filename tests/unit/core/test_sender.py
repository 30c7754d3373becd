"""The sender at work: what it sends when, retries, cancels, and how it starts and stops."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from ringodesk_qt.core import outbox
from ringodesk_qt.core.events import MessagesChanged, OutboxChanged, UploadProgressed
from ringodesk_qt.core.outbox import MOST_AT_ONCE
from ringodesk_qt.errors import InputError, KeyRefusedError, NotSentError, RefusedError, StoreError, UncertainError
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.models.ids import SessionId, UserId
from ringodesk_qt.models.message import Direction, Kind, NewMessage, SentMessage, State
from ringodesk_qt.models.outbox import Action
from ringodesk_qt.store.database import Database

NO_WAY = NotSentError("No way there.")


@pytest.fixture
async def running(room):
    await room.sender.start()
    return room


class Gate:
    """An answer that comes when it is let through; `answer` may be an exception."""

    def __init__(self, answer=None):
        self.answer = answer if answer is not None else SentMessage(messageid="o1")
        self.is_entered, self._is_open = asyncio.Event(), asyncio.Event()

    async def __call__(self):
        self.is_entered.set()
        await self._is_open.wait()
        return self.answer

    def open(self):
        self._is_open.set()


async def chat_of(room, extension):
    def make(tables):
        contact = tables.contacts.ensure(room.account.id, userid=UserId(""), extension=extension)
        return tables.chats.ensure(room.identity.id, contact.id)

    return await room.store.write(make)


async def entered(gate):
    await asyncio.wait_for(gate.is_entered.wait(), 20)


@pytest.fixture
def a_file(tmp_path):
    path = tmp_path / "plan.png"
    path.write_bytes(b"x" * 1000)
    return path


# ---------------------------------------------------------------- what goes when


async def test_what_is_queued_is_sent_and_each_step_is_told(running):
    room = running
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    message = await room.until_state(message_id, State.SENT)
    assert message.messageid == "sent-1"
    assert await room.rows(message_id) == []
    assert [event.is_new for event in room.seen(MessagesChanged)] == [True, False, False]
    assert await room.read(lambda tables: tables.outbox.waiting()) == 0


async def test_it_is_on_disk_as_sending_before_it_leaves(running):
    room, gate = running, Gate()
    room.api.script("send_text", gate)
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await entered(gate)
    assert (await room.message(message_id)).state is State.SENDING
    assert [row.owner for row in await room.rows(message_id)] == ["me"]
    gate.open()
    await room.until_state(message_id, State.SENT)


async def test_what_waited_from_before_the_start_is_sent_in_order(room):
    ids = [await room.desk.send_text(room.chat.id, f"{number}") for number in range(10)]
    await room.sender.start()
    await room.until_state(ids[-1], State.SENT)
    assert [call[2] for call in room.api.named("send_text")] == [f"{number}" for number in range(10)]
    assert {(await room.message(one)).state for one in ids} == {State.SENT}


async def test_a_slow_chat_holds_no_other_up(running):
    room, gate = running, Gate()
    room.api.script("send_text", gate)
    first = await room.desk.send_text(room.chat.id, "first")
    await entered(gate)
    second = await room.desk.send_text(room.chat.id, "second")
    elsewhere = await room.desk.send_text((await chat_of(room, "502")).id, "elsewhere")
    await room.until_state(elsewhere, State.SENT)
    assert [(await room.message(one)).state for one in (first, second)] == [State.SENDING, State.QUEUED]
    gate.open()
    await room.until_state(second, State.SENT)


async def test_only_so_many_are_on_their_way_at_once(running):
    room = running
    gates = [Gate(SentMessage()) for _ in range(MOST_AT_ONCE + 2)]
    room.api.script("send_text", *gates)
    ids = [await room.desk.send_text((await chat_of(room, f"6{n}")).id, "x") for n in range(len(gates))]
    for gate in gates[:MOST_AT_ONCE]:
        await entered(gate)
    await room.quiet()
    assert len(room.api.named("send_text")) == MOST_AT_ONCE
    gates[0].open()
    await entered(gates[MOST_AT_ONCE])
    for gate in gates:
        gate.open()
    for one in ids:
        await room.until_state(one, State.SENT)


async def test_receipts_go_by_themselves(running):
    room = running
    await room.accept(room.arrived())
    (message,) = await room.messages()
    await room.desk.mark_read(room.chat.id, message.position)
    await room.api.until_called(2)
    assert sorted(room.api.calls) == [("delivered", "m1"), ("read", "S")]

    async def is_empty():
        return await room.rows(message.id) == []

    async with asyncio.timeout(20):
        while not await is_empty():
            await asyncio.sleep(0.01)


async def test_links_and_files_go_as_what_they_are(running, a_file):
    room = running
    link = await room.desk.send_link(room.chat.id, " https://files.example/a%20b.png ")
    file, caption = await room.desk.send_files(room.chat.id, [a_file], caption="The plan")
    await room.until_state(caption, State.SENT)
    assert [call[0] for call in room.api.calls] == ["send_link", "send_file", "send_text"]
    assert room.api.named("send_link")[0][2] == "https://files.example/a%20b.png"
    assert room.api.named("send_file")[0][2:] == (a_file, "", "image/png")
    assert {(await room.message(one)).state for one in (link, file)} == {State.SENT}


async def test_an_edit_and_a_deletion_follow_their_message(running):
    room = running
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await room.until_state(message_id, State.SENT)
    await room.desk.edit(message_id, "Edited")
    await room.desk.delete(message_id)

    async def is_deleted():
        return (await room.message(message_id)).is_deleted

    await room.until(is_deleted)
    assert room.api.calls[1:] == [("updated", "sent-1", "Edited"), ("deleted", "sent-1")]


# ---------------------------------------------------------------- retries


async def test_what_surely_was_not_sent_waits_and_goes_when_the_way_is_open(running):
    room = running
    room.api.script("send_text", NotSentError("No way there.", retry_after_s=3600))
    message_id = await room.desk.send_text(room.chat.id, "Ours")

    async def is_released():
        return [row.attempts for row in await room.rows(message_id)] == [1]

    await room.until(is_released)
    message = await room.message(message_id)
    (row,) = await room.rows(message_id)
    assert (message.state, message.error, row.owner) == (State.QUEUED, "No way there.", "")
    assert row.not_before > datetime.now(UTC) + timedelta(seconds=3000)
    assert room.health.state.sending.state == "trouble"
    room.sender.hurry()
    message = await room.until_state(message_id, State.SENT)
    assert message.error == ""
    assert room.health.state.sending.state == "ok"
    assert len(room.api.named("send_text")) == 2


async def test_it_is_tried_again_by_itself(running, monkeypatch):
    room = running
    monkeypatch.setattr("ringodesk_qt.core.outcomes.BACK_OFF_MOST_S", 0.1)
    room.api.script("send_text", NO_WAY, NO_WAY, NO_WAY)
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await room.until_state(message_id, State.SENT)
    assert len(room.api.named("send_text")) == 4


async def test_what_follows_waits_behind_it(running):
    room = running
    room.api.script("send_text", NotSentError("No way there.", retry_after_s=3600))
    first = await room.desk.send_text(room.chat.id, "first")

    async def is_released():
        return [row.attempts for row in await room.rows(first)] == [1]

    await room.until(is_released)
    second = await room.desk.send_text(room.chat.id, "second")
    await room.quiet()
    assert (await room.message(second)).state is State.QUEUED
    room.sender.hurry()
    await room.until_state(second, State.SENT)
    assert [call[2] for call in room.api.named("send_text")] == ["first", "first", "second"]


async def test_a_refused_key_waits_and_says_so(running):
    room = running
    room.api.script("send_text", KeyRefusedError("The server does not accept the key."))
    message_id = await room.desk.send_text(room.chat.id, "Ours")

    async def is_released():
        return [row.attempts for row in await room.rows(message_id)] == [1]

    await room.until(is_released)
    assert (await room.message(message_id)).state is State.QUEUED
    assert [repair.id for repair in room.health.state.repairs] == ["key-refused:1"]
    room.sender.hurry()
    await room.until_state(message_id, State.SENT)
    assert room.health.state.repairs == ()


async def test_a_refusal_is_final_and_the_next_one_goes(running):
    room = running
    room.api.script("send_text", RefusedError("No such user."), UncertainError("It may have arrived."))
    ids = [await room.desk.send_text(room.chat.id, text) for text in ("one", "two", "three")]
    await room.until_state(ids[-1], State.SENT)
    assert [(await room.message(one)).state for one in ids] == [State.FAILED, State.UNCERTAIN, State.SENT]
    assert len(room.api.named("send_text")) == 3


# ---------------------------------------------------------------- a full disk


async def _limit(room, pages):
    await room.store.write(lambda tables: tables.accounts._database.rows(f"PRAGMA max_page_count = {pages}"))


@pytest.mark.allow_log("ringodesk_qt.core.outbox")
async def test_an_outcome_is_recorded_when_there_is_room_again(running, monkeypatch, caplog):
    room, gate = running, Gate(SentMessage(messageid="o" * 100_000))
    monkeypatch.setattr(outbox, "RECORD_RETRIES_S", (0.05,) * 100)
    room.api.script("send_text", gate)
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await entered(gate)
    await _limit(room, 1)
    gate.open()
    async with asyncio.timeout(20):
        while "is not recorded yet" not in caplog.text:
            await asyncio.sleep(0.01)
    assert (await room.message(message_id)).state is State.SENDING
    await _limit(room, 1_000_000)
    await room.until_state(message_id, State.SENT)
    assert len(room.api.named("send_text")) == 1


@pytest.mark.allow_log("ringodesk_qt.core.outbox")
async def test_sending_outlives_a_database_that_is_held_for_a_while(running, monkeypatch, caplog):
    room = running
    monkeypatch.setattr(outbox, "STORE_RETRY_S", 0.05)
    message_id = await room.store.write(lambda tables: _queued(tables, room))
    holder = Database(room.store._path)
    with holder.transaction():
        room.bus.publish([OutboxChanged()])
        async with asyncio.timeout(20):
            while "sending waits for the database" not in caplog.text:
                await asyncio.sleep(0.01)
    holder.close()
    assert (await room.until_state(message_id, State.SENT)).text == "Ours"


def _queued(tables, room):
    """A message that waits, of which the sender has not been told."""
    now = datetime.now(UTC)
    message = tables.messages.add(
        NewMessage(
            chat_id=room.chat.id,
            direction=Direction.OUTGOING,
            kind=Kind.TEXT,
            state=State.QUEUED,
            at=now,
            text="Ours",
        )
    )
    tables.outbox.add(Action.SEND, chat_id=room.chat.id, message_id=message.id, at=now)
    return message.id


# ---------------------------------------------------------------- cancelling


async def uploading(room, a_file, sent_bytes, answer=None):
    gate = Gate(answer)
    room.api.script("send_file", gate)
    (message_id,) = await room.desk.send_files(room.chat.id, [a_file])
    await entered(gate)
    if sent_bytes is not None:
        await asyncio.to_thread(room.api.on_progress, sent_bytes, 1000)
    return message_id, gate


@pytest.mark.parametrize("sent_bytes", [None, 0, 999])
async def test_an_upload_that_has_not_wholly_left_can_be_cancelled(running, a_file, sent_bytes):
    room = running
    message_id, _gate = await uploading(room, a_file, sent_bytes)
    await room.desk.cancel(message_id)
    await room.until_state(message_id, State.CANCELLED)
    assert await room.rows(message_id) == []
    after = await room.desk.send_text(room.chat.id, "The next one goes")
    await room.until_state(after, State.SENT)
    await room.desk.retry(message_id)
    await room.until_state(message_id, State.SENT)


async def test_an_upload_that_has_wholly_left_cannot(running, a_file):
    room = running
    message_id, gate = await uploading(room, a_file, 1000)
    with pytest.raises(InputError, match="has left already"):
        await room.desk.cancel(message_id)
    gate.open()
    assert (await room.until_state(message_id, State.SENT)).messageid == "o1"


async def test_a_text_on_its_way_cannot(running):
    room, gate = running, Gate()
    room.api.script("send_text", gate)
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await entered(gate)
    with pytest.raises(InputError, match="too late"):
        await room.desk.cancel(message_id)
    gate.open()
    await room.until_state(message_id, State.SENT)


async def test_what_waits_can_be_cancelled_and_is_never_sent(running):
    room, gate = running, Gate()
    room.api.script("send_text", gate)
    first = await room.desk.send_text(room.chat.id, "first")
    await entered(gate)
    second, third = [await room.desk.send_text(room.chat.id, text) for text in ("second", "third")]
    await room.desk.cancel(second)
    gate.open()
    await room.until_state(third, State.SENT)
    assert [(await room.message(one)).state for one in (first, second)] == [State.SENT, State.CANCELLED]
    assert [call[2] for call in room.api.named("send_text")] == ["first", "third"]


async def test_progress_is_told_from_any_thread_and_not_after_the_end(running, a_file):
    room = running
    message_id, gate = await uploading(room, a_file, 400)
    await room.quiet()
    assert [(one.message_id, one.sent_bytes, one.total_bytes) for one in room.seen(UploadProgressed)] == [
        (message_id, 400, 1000)
    ]
    gate.open()
    await room.until_state(message_id, State.SENT)
    await asyncio.to_thread(room.api.on_progress, 500, 1000)
    await room.quiet()
    assert len(room.seen(UploadProgressed)) == 1


# ---------------------------------------------------------------- start and stop


@pytest.fixture
def hurried(monkeypatch):
    monkeypatch.setattr(outbox, "STOP_GRACE_S", 0.05)


async def test_stop_waits_for_what_is_about_to_end(running):
    room, gate = running, Gate()
    room.api.script("send_text", gate)
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await entered(gate)
    asyncio.get_running_loop().call_later(0.05, gate.open)
    await room.sender.stop()
    assert (await room.message(message_id)).state is State.SENT


async def test_stop_records_a_text_that_hangs_as_uncertain(running, hurried):
    room = running
    room.api.script("send_text", gate := Gate())
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await entered(gate)
    await room.sender.stop()
    assert (await room.message(message_id)).state is State.UNCERTAIN
    assert await room.rows(message_id) == []


async def test_stop_puts_an_upload_that_had_not_left_back(running, hurried, a_file):
    room = running
    message_id, _gate = await uploading(room, a_file, 10)
    await room.sender.stop()
    assert (await room.message(message_id)).state is State.QUEUED
    assert [row.owner for row in await room.rows(message_id)] == [""]


async def test_stop_begins_nothing_more_and_leaves_no_row_claimed(running):
    room = running
    ids = [await room.desk.send_text((await chat_of(room, f"6{n}")).id, "x") for n in range(4)]
    await room.sender.stop()
    calls = len(room.api.calls)
    states = [(await room.message(one)).state for one in ids]
    assert set(states) <= {State.QUEUED, State.SENT}
    assert states.count(State.SENT) == calls
    assert await room.read(lambda tables: tables.outbox.claimed()) == []
    await room.desk.send_text(room.chat.id, "later")
    await room.quiet()
    assert len(room.api.calls) == calls


async def test_stop_while_a_row_is_being_claimed(room, monkeypatch):
    """The claim is committed before anybody hears of it."""
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    write, is_claimed, goes_on = room.store.write, asyncio.Event(), asyncio.Event()

    async def slowly(work):
        result = await write(work)
        if getattr(result, "row", None) is not None:
            is_claimed.set()
            await goes_on.wait()
        return result

    monkeypatch.setattr(room.store, "write", slowly)
    await room.sender.start()
    await asyncio.wait_for(is_claimed.wait(), 20)
    stopping = asyncio.create_task(room.sender.stop())
    await room.quiet()
    goes_on.set()
    await stopping
    assert (await room.message(message_id)).state is State.SENT
    assert await room.read(lambda tables: tables.outbox.claimed()) == []


async def test_stopping_what_never_started(room):
    await room.sender.stop()
    await room.sender.stop()


async def test_start_settles_what_a_dead_process_left(room):
    first = await room.desk.send_text(room.chat.id, "first")
    second = await room.desk.send_text(room.chat.id, "second")
    await room.store.write(lambda tables: _claim(tables, "gone"))
    await room.sender.start()
    await room.until_state(second, State.SENT)
    assert (await room.message(first)).state is State.UNCERTAIN
    assert [call[2] for call in room.api.named("send_text")] == ["second"]


def _claim(tables, owner):
    from ringodesk_qt.core.outcomes import begin, claim

    begin(tables, claim(tables, owner, None))


async def test_a_process_that_dies_later_is_noticed(room, monkeypatch):
    monkeypatch.setattr(outbox, "OTHERS_LOOK_S", 0.05)
    room.living.add("other")
    first = await room.desk.send_text(room.chat.id, "first")
    second = await room.desk.send_text(room.chat.id, "second")
    await room.store.write(lambda tables: _claim(tables, "other"))
    await room.sender.start()
    await asyncio.sleep(0.2)
    assert (await room.message(first)).state is State.SENDING
    room.living.clear()
    await room.until_state(second, State.SENT)
    assert (await room.message(first)).state is State.UNCERTAIN


async def test_two_senders_send_everything_once(room):
    room.living |= {"me", "other"}
    other = room.another_sender("other")
    await room.sender.start()
    await other.start()
    ids = []
    for number in range(20):
        chat = await chat_of(room, f"6{number % 4}")
        ids.append(await room.desk.send_text(chat.id, f"{number}"))
    for one in ids:
        await room.until_state(one, State.SENT)
    await other.stop()
    assert sorted(int(call[2]) for call in room.api.named("send_text")) == list(range(20))


async def test_who_waits_for_a_send_and_is_cancelled_hears_of_it(room):
    room.api.script("send_text", gate := Gate())
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    sending = asyncio.create_task(room.sender.send_now(message_id))
    await entered(gate)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    assert (await room.message(message_id)).state is State.UNCERTAIN


async def test_a_receipt_that_was_cut_off_goes_again(running, hurried):
    room = running
    room.api.script("delivered", gate := Gate())
    await room.accept(room.arrived())
    await entered(gate)
    await room.sender.stop()
    (message,) = await room.messages()
    assert [(row.action, row.owner) for row in await room.rows(message.id)] == [(Action.DELIVERED, "")]


async def test_stop_gives_receipts_that_wait_for_their_turn_back_at_once(running, monkeypatch):
    """After a burst of messages their turn is many seconds away; the user who quits has seen the window go."""
    monkeypatch.setattr(outbox, "STOP_GRACE_S", 3600)
    room, turn = running, Turn(running)
    await room.accept(room.arrived())
    await entered(turn)
    await asyncio.wait_for(room.sender.stop(), 20)
    (message,) = await room.messages()
    assert [(row.action, row.owner) for row in await room.rows(message.id)] == [(Action.DELIVERED, "")]
    assert room.api.calls == []
    turn.open()
    await room.sender.start()
    await room.api.until_called()
    await room.quiet()
    assert len(room.api.named("delivered")) == 1


async def test_stop_gives_a_receipt_that_has_begun_its_moment(running):
    room, gate = running, Gate(())
    room.api.script("delivered", gate)
    await room.accept(room.arrived())
    await entered(gate)
    asyncio.get_running_loop().call_later(0.05, gate.open)
    await room.sender.stop()
    (message,) = await room.messages()
    assert await room.rows(message.id) == []


async def test_typing_is_told_of_the_latest_session(room):
    assert await room.desk._typing.tell(room.chat.id) is False
    await room.accept(room.arrived(sessionid="S1"))
    await room.accept(room.arrived("m2", sessionid="S2"))
    assert await room.desk._typing.tell(room.chat.id) is True
    assert room.api.named("typing") == [(SessionId("S2"),)]


# ---------------------------------------------------------------- its turn


class Turn:
    """A pace that lets nothing through until it is told to."""

    def __init__(self, room):
        self.is_entered, self._is_open = asyncio.Event(), asyncio.Event()
        room.api.turn = self

    async def __call__(self):
        self.is_entered.set()
        await self._is_open.wait()

    def open(self):
        self._is_open.set()


async def test_what_waits_for_its_turn_is_still_queued(running):
    room, turn = running, Turn(running)
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await entered(turn)
    assert ((await room.message(message_id)).state, room.api.calls) == (State.QUEUED, [])
    assert [(row.owner, row.began_at) for row in await room.rows(message_id)] == [("me", None)]
    turn.open()
    await room.until_state(message_id, State.SENT)


async def test_and_can_be_cancelled(running):
    room, turn = running, Turn(running)
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await entered(turn)
    await room.desk.cancel(message_id)
    await room.until_state(message_id, State.CANCELLED)
    assert (room.api.calls, await room.rows(message_id)) == ([], [])


async def test_a_change_that_waits_for_its_turn_cannot(running):
    room = running
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await room.until_state(message_id, State.SENT)
    turn = Turn(room)
    await room.desk.edit(message_id, "Edited")
    await entered(turn)
    with pytest.raises(InputError, match="too late"):
        await room.desk.cancel(message_id)
    turn.open()


async def test_stop_puts_back_what_waits_for_its_turn(running, hurried):
    room, turn = running, Turn(running)
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await entered(turn)
    await room.sender.stop()
    assert (await room.message(message_id)).state is State.QUEUED
    assert [row.owner for row in await room.rows(message_id)] == [""]


async def test_stop_puts_back_an_edit_that_waits_for_its_turn(running, hurried):
    room = running
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await room.until_state(message_id, State.SENT)
    turn = Turn(room)
    await room.desk.edit(message_id, "Edited")
    await entered(turn)
    await room.sender.stop()
    message = await room.message(message_id)
    assert (message.text, message.error, len(await room.rows(message_id))) == ("Edited", "", 1)


async def test_an_edit_that_begins_while_its_message_is_still_ending_stays_an_edit(running, hurried, monkeypatch):
    """On a busy loop: the message's row is done and the next one claimed before the task that sent it has ended."""
    room, record, has_begun = running, running.sender._record, asyncio.Event()

    async def record_and_linger(work):
        await record(work)
        await has_begun.wait()

    monkeypatch.setattr(room.sender, "_record", record_and_linger)
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await room.until_state(message_id, State.SENT)
    turn = Turn(room)
    await room.desk.edit(message_id, "Edited")
    await entered(turn)
    has_begun.set()
    for _turn_of_the_loop in range(20):
        await asyncio.sleep(0)
    with pytest.raises(InputError, match="too late"):
        await room.desk.cancel(message_id)
    await room.sender.stop()
    message = await room.message(message_id)
    assert (message.text, message.state, message.error) == ("Edited", State.SENT, "")
    assert [(row.action, row.owner) for row in await room.rows(message_id)] == [(Action.EDIT, "")]


async def test_what_cannot_be_put_on_disk_does_not_leave(running, monkeypatch, caplog):
    room, write = running, running.store.write

    async def full(work):
        if getattr(getattr(work, "func", None), "__name__", "") == "begin":
            raise StoreError("The disk is full.")
        return await write(work)

    monkeypatch.setattr(room.store, "write", full)
    message_id = await room.desk.send_text(room.chat.id, "Ours")

    async def says_so():
        return (await room.message(message_id)).error == "The disk is full."

    await room.until(says_so)
    assert ((await room.message(message_id)).state, room.api.calls) == (State.QUEUED, [])
    monkeypatch.undo()
    room.sender.hurry()
    await room.until_state(message_id, State.SENT)


# ---------------------------------------------------------------- calls


CALL = CallActivity(duration_s=100, caller="511", called="1234567890", subject="Lease", comment="Call back")


async def test_a_call_is_noted_in_the_chats_session(running):
    room = running
    await room.accept(room.arrived())
    message_id = await room.desk.log_call(room.chat.id, CALL, at=datetime(2026, 11, 1, 12, tzinfo=UTC))
    message = await room.until_state(message_id, State.SENT)
    assert (message.kind, message.call) == (Kind.CALL, CALL.content())
    assert room.api.named("log_call") == [("S", CALL, datetime(2026, 11, 1, 12, tzinfo=UTC), False)]
    assert room.api.named("open_session") == []
    assert [one.kind for one in await room.messages()] == [Kind.CALL, Kind.TEXT]


async def test_a_chat_without_a_session_gets_one_first_and_only_one(running, monkeypatch):
    room = running
    monkeypatch.setattr("ringodesk_qt.core.outcomes.BACK_OFF_MOST_S", 0.1)
    room.api.script("log_call", NO_WAY)
    first = await room.desk.log_call(room.chat.id, CALL)
    await room.until_state(first, State.SENT)
    assert [call[0] for call in room.api.calls] == ["open_session", "log_call", "log_call"]
    assert await room.read(lambda tables: tables.chats.latest_session(room.chat.id)) == "opened"
    assert (datetime.now(UTC) - (await room.message(first)).at).total_seconds() >= 100


async def test_a_session_that_may_have_been_made_is_not_made_again(running):
    room = running
    room.api.script("open_session", UncertainError("No answer."))
    message_id = await room.desk.log_call(room.chat.id, CALL)
    await room.until_state(message_id, State.UNCERTAIN)
    assert room.api.named("log_call") == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"duration_s": -1}, "less than 0"),
        ({"duration_s": 10**9}, "longer than a week"),
        ({"duration_s": 1.5}, "whole number"),
        ({"caller": " "}, "calling"),
        ({"called": ""}, "called"),
    ],
)
async def test_a_call_that_cannot_be(room, changed, words):
    with pytest.raises(InputError, match=words):
        await room.desk.log_call(room.chat.id, msgspec.structs.replace(CALL, **changed))
    with pytest.raises(InputError, match="future"):
        await room.desk.log_call(room.chat.id, CALL, at=datetime.now(UTC) + timedelta(days=1))
    assert await room.messages() == []
