"""What becomes of a send: states, retries, and receipts that settle what is uncertain."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from ringodesk_qt.core import receipts
from ringodesk_qt.core.events import MessagesChanged
from ringodesk_qt.core.outcomes import BACK_OFF_MOST_S, RECEIPT_TRIES, back_off_s, begin, claim
from ringodesk_qt.errors import (
    InputError,
    KeyRefusedError,
    NotSentError,
    RefusedError,
    SetupError,
    UncertainError,
)
from ringodesk_qt.models.message import SentMessage, State
from ringodesk_qt.models.notification import Delivered, Read, Updated
from ringodesk_qt.models.outbox import Action
from ringodesk_qt.store.parked import ParkedTable

S = "S"


@pytest.fixture
async def known(room):
    """The chat's session is known: they wrote once. The receipt for that is out of the way."""
    await room.accept(room.arrived("theirs", "Hi", sessionid=S))
    await room.store.write(lambda tables: tables.outbox._database.rows("DELETE FROM outbox"))
    return room


async def send(room, text, *answers):
    """Sends a text whose call is answered so; its id."""
    message_id = await room.desk.send_text(room.chat.id, text)
    room.api.script("send_text", *answers)
    await room.sender.send_now(message_id)
    return message_id


def answer(messageid="", sessionid=""):
    return SentMessage(messageid=messageid, sessionid=sessionid)


async def states(room):
    return [
        (message.text, message.state, message.messageid) for message in await room.messages() if message.is_outgoing
    ]


LOST = UncertainError("The connection broke after the request had left.")


# ---------------------------------------------------------------- done


@pytest.mark.parametrize(("messageid", "sessionid"), [("o1", "S"), ("o1", ""), ("", "S"), ("", "")])
async def test_any_ids_of_an_answer_will_do(room, messageid, sessionid):
    message_id = await send(room, "Ours", answer(messageid, sessionid))
    message = await room.message(message_id)
    assert (message.state, message.messageid, message.sessionid) == (State.SENT, messageid, sessionid)
    assert message.can_change == bool(messageid)
    assert await room.rows(message_id) == []
    latest = await room.read(lambda tables: tables.chats.latest_session(room.chat.id))
    assert latest == (sessionid or None)
    assert room.health.state.sending.state == "ok"


async def test_what_is_sent_is_what_was_typed_to_whom_it_was_for(room):
    await room.accept(room.arrived(to="+12075550100"))
    await send(room, "  as typed\n")
    (call,) = room.api.named("send_text")
    assert call[0] == "2075550100"
    assert (call[1].extension, call[1].userid) == ("501", room.contact.userid)
    assert call[2:] == ("  as typed\n", "+12075550100")


async def test_receipts_that_were_quicker_than_the_answer(room):
    async def meanwhile():
        await room.accept(Delivered(messageid="o1", sessionid=S))
        await room.accept(Read(sessionid=S))
        return answer("o1")

    message_id = await send(room, "Ours", meanwhile)
    assert (await room.message(message_id)).state is State.READ


async def test_a_read_report_from_before_the_send_does_not_cover_it(known):
    room = known
    await room.accept(Read(sessionid=S), datetime.now(UTC) - timedelta(seconds=1))
    message_id = await send(room, "Ours", answer("o1", S))
    assert (await room.message(message_id)).state is State.SENT


# ---------------------------------------------------------------- not done


@pytest.mark.parametrize(
    "error", [RefusedError("The server refused: no such user."), InputError("x.png is not there.")]
)
async def test_what_was_refused_has_failed_and_says_why(room, error):
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    room.api.script("send_text", error)
    assert await room.sender.send_now(message_id) is error
    message = await room.message(message_id)
    assert (message.state, message.error) == (State.FAILED, str(error))
    assert await room.rows(message_id) == []
    await room.desk.retry(message_id)
    assert await room.sender.send_now(message_id) is None
    message = await room.message(message_id)
    assert (message.state, message.error) == (State.SENT, "")


@pytest.mark.parametrize(
    "error",
    [
        NotSentError("No file.", is_lasting=True),
        NotSentError("Come back tomorrow.", retry_after_s=3600),
        KeyRefusedError("No."),
        SetupError("No key."),
    ],
)
async def test_who_waits_for_it_is_told_at_once_what_another_try_would_not_mend(room, error):
    message_id = await send(room, "Ours", error)
    message = await room.message(message_id)
    assert (message.state, message.error, await room.rows(message_id)) == (State.FAILED, str(error), [])
    assert len(room.api.calls) == 1


async def test_who_waits_for_it_is_made_to_wait_for_a_few_more_tries(room, quick):
    busy = NotSentError("Too many.", retry_after_s=0.01)
    message_id = await send(room, "Ours", NotSentError("No way there."), busy, answer("o1"))
    assert (await room.message(message_id)).state is State.SENT
    assert len(room.api.calls) == 3


async def test_after_which_it_has_failed(room, quick):
    message_id = await send(room, "Ours", *[NotSentError(f"No way there, {number}.") for number in range(9)])
    message = await room.message(message_id)
    assert (message.state, message.error) == (State.FAILED, "No way there, 3.")
    assert await room.rows(message_id) == []


async def test_what_nobody_waits_for_any_more_does_not_go_later(room, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.core.outbox.NOW_RETRIES_S", (60.0,))
    monkeypatch.setattr("random.uniform", lambda _least, most: most)
    room.api.script("send_text", NotSentError("No way there."))
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    waiting = asyncio.create_task(room.sender.send_now(message_id))
    await room.until_state(message_id, State.QUEUED)
    await room.api.until_called()
    await room.until(lambda: has_error(room, message_id))
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert ((await room.message(message_id)).state, await room.rows(message_id)) == (State.FAILED, [])


async def has_error(room, message_id):
    return bool((await room.message(message_id)).error)


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr("ringodesk_qt.core.outbox.NOW_RETRIES_S", (0.01, 0.01, 0.01))


@pytest.mark.allow_log("ringodesk_qt.core.outbox")
@pytest.mark.parametrize("error", [LOST, RuntimeError("a fault of ours")])
async def test_what_may_have_arrived_is_uncertain_and_never_sent_again(room, error):
    message_id = await send(room, "Ours", error)
    message = await room.message(message_id)
    assert message.state is State.UNCERTAIN
    assert message.error
    assert await room.rows(message_id) == []
    with pytest.raises(InputError):
        await room.desk.retry(message_id)
    assert await room.sender.send_now(message_id) is None
    assert len(room.api.named("send_text")) == 1


async def test_the_user_may_send_it_again_or_say_that_it_arrived(room):
    first, second = await send(room, "One", LOST), await send(room, "Two", LOST)
    await room.desk.it_arrived(first)
    await room.desk.send_again(second)
    await room.sender.send_now(second)
    assert await states(room) == [("One", State.SENT, ""), ("Two", State.SENT, "sent-3")]
    for verb in (room.desk.it_arrived, room.desk.send_again):
        with pytest.raises(InputError):
            await verb(first)


@pytest.mark.parametrize("is_read_first", [True, False])
async def test_what_arrived_by_the_users_word_may_have_been_read(known, is_read_first):
    room = known
    message_id = await send(room, "Ours", LOST)
    if is_read_first:
        await room.accept(Read(sessionid=S))
    await room.desk.it_arrived(message_id)
    if not is_read_first:
        await room.accept(Read(sessionid=S))
    message = await room.message(message_id)
    assert (message.state, message.error) == (State.READ, "")


def test_back_off_grows_to_a_bound_and_heeds_the_server():
    for attempts in range(20):
        bound_s = min(BACK_OFF_MOST_S, 2.0**attempts)
        tries = [back_off_s(attempts) for _ in range(50)]
        assert all(0.1 <= delay_s <= bound_s for delay_s in tries)
        assert len(set(tries)) > 1
        assert back_off_s(attempts, 90.0) == 90.0


# ---------------------------------------------------------------- what settles the uncertain


async def test_a_report_settles_the_one_it_can_only_belong_to(known):
    room = known
    message_id = await send(room, "Ours", LOST)
    room.events.clear()
    await room.accept(Delivered(messageid="o1", sessionid=S))
    message = await room.message(message_id)
    assert (message.state, message.messageid, message.error) == (State.DELIVERED, "o1", "")
    assert message_id in [one for event in room.seen(MessagesChanged) for one in event.message_ids]
    assert (await room.verdicts())[-1] == ("delivered", "applied")


async def test_the_usual_case_the_report_comes_before_the_call_times_out(known):
    room = known

    async def meanwhile():
        await room.accept(Delivered(messageid="o1", sessionid=S))
        await room.accept(Updated(messageid="o1", content="Edited"))
        await room.accept(Read(sessionid=S))
        return LOST

    message_id = await send(room, "Ours", meanwhile)
    message = await room.message(message_id)
    # Only a report has said that o1 is its id: an edit told for o1 waits until that is sure.
    assert (message.state, message.messageid, message.text) == (State.READ, "o1", "Ours")


async def test_with_two_candidates_nothing_is_guessed(known):
    room = known
    await send(room, "One", LOST)
    await send(room, "Two", LOST)
    await room.accept(Delivered(messageid="o1", sessionid=S))
    assert await states(room) == [("One", State.UNCERTAIN, ""), ("Two", State.UNCERTAIN, "")]


async def test_when_one_candidate_is_left_the_report_is_its(known):
    room = known
    one = await send(room, "One", LOST)

    async def meanwhile():
        await room.accept(Delivered(messageid="o1", sessionid=S))
        assert (await room.message(one)).state is State.UNCERTAIN  # it might belong to what is on its way
        return answer("o2")

    await send(room, "Two", meanwhile)
    assert await states(room) == [("One", State.DELIVERED, "o1"), ("Two", State.SENT, "o2")]


@pytest.mark.parametrize("error", [RefusedError("No."), NotSentError("No way there.")])
async def test_what_surely_was_not_sent_is_no_candidate(known, error):
    room = known
    one = await send(room, "One", LOST)

    async def meanwhile():
        await room.accept(Delivered(messageid="o1", sessionid=S))
        return error

    await send(room, "Two", meanwhile)
    assert (await room.message(one)).state is State.DELIVERED


async def test_a_message_that_was_sent_without_an_id_is_a_candidate_too(known):
    room = known
    await send(room, "One", LOST)
    await send(room, "Two", answer())
    await room.accept(Delivered(messageid="o2", sessionid=S))
    assert await states(room) == [("One", State.UNCERTAIN, ""), ("Two", State.SENT, "")]


async def test_two_reports_that_waited_settle_nothing(known):
    room = known

    async def meanwhile():
        await room.accept(Delivered(messageid="o1", sessionid=S))
        await room.accept(Delivered(messageid="o2", sessionid=S))
        return LOST

    await send(room, "Ours", meanwhile)
    assert await states(room) == [("Ours", State.UNCERTAIN, "")]


async def test_what_others_send_in_a_chat_is_not_looked_through_for_each_message(known, monkeypatch):
    """Under one key others may write in the same chat: their reports gather, and are ours to look at only in doubt."""
    room = known
    for number in range(3):
        await room.accept(Delivered(messageid=f"theirs-{number}", sessionid=S))
    looked = []
    real = ParkedTable.reports
    monkeypatch.setattr(ParkedTable, "reports", lambda *args, **more: looked.append(args) or real(*args, **more))
    await room.accept(room.arrived("m2", sessionid=S))
    await send(room, "One", answer("o1"))
    await room.accept(Delivered(messageid="o1", sessionid=S))
    assert looked == []
    await send(room, "Two", LOST)
    assert looked


@pytest.mark.parametrize("is_known", [True, False])
async def test_an_id_that_proves_to_be_theirs_is_not_ours(known, is_known):
    room, sessionid = known, S if is_known else "T"
    await send(room, "Ours", LOST)
    await room.accept(Delivered(messageid="m9", sessionid=sessionid))
    await room.accept(room.arrived("m9", "Theirs", sessionid=sessionid))
    assert await states(room) == [("Ours", State.UNCERTAIN, "")]
    assert [one.text for one in await room.messages() if not one.is_outgoing] == ["Hi", "Theirs"]


@pytest.mark.parametrize(("most", "state"), [(1, State.DELIVERED), (0, State.UNCERTAIN)])
async def test_of_very_many_reports_nothing_is_concluded(known, monkeypatch, most, state):
    monkeypatch.setattr(receipts, "MOST_REPORTS", most)
    await send(known, "One", LOST)
    await known.accept(Delivered(messageid="o1", sessionid=S))
    assert [one for _, one, _ in await states(known)] == [state]


async def test_a_report_from_before_the_send_is_not_its(known):
    room = known
    await room.accept(Delivered(messageid="old", sessionid=S), datetime.now(UTC) - timedelta(seconds=1))
    await send(room, "Ours", LOST)
    assert await states(room) == [("Ours", State.UNCERTAIN, "")]


async def test_a_report_of_another_chat_or_of_none_settles_nothing(known):
    room = known
    await room.accept(room.arrived("m9", from_="502", userid="9", sessionid="T"))
    await send(room, "Ours", LOST)
    for sessionid in ("T", "unknown", ""):
        await room.accept(Delivered(messageid=f"o-{sessionid}", sessionid=sessionid))
    assert await states(room) == [("Ours", State.UNCERTAIN, "")]


async def test_the_session_may_become_known_last(room):
    await send(room, "Ours", LOST)
    await room.accept(Read(sessionid=S))
    await room.accept(Delivered(messageid="o1", sessionid=S))
    assert await states(room) == [("Ours", State.UNCERTAIN, "")]
    await room.accept(room.arrived("theirs", sessionid=S))
    assert await states(room) == [("Ours", State.READ, "o1")]


# ---------------------------------------------------------------- edits, deletions, receipts


async def change(room, message_id, *texts):
    for text in texts:
        await room.desk.edit(message_id, text)


async def test_an_edit_is_shown_at_once_and_sent(room):
    message_id = await send(room, "Ours", answer("o1"))
    await change(room, message_id, "Edited")
    assert (await room.message(message_id)).text == "Edited"
    assert await room.sender.send_now(message_id) is None
    assert room.api.named("updated") == [("o1", "Edited")]
    assert (await room.message(message_id)).text == "Edited"


async def test_a_refused_edit_is_taken_back_and_says_why(room):
    message_id = await send(room, "Ours", answer("o1"))
    await change(room, message_id, "Edited")
    room.api.script("updated", RefusedError("Too late."))
    await room.sender.send_now(message_id)
    message = await room.message(message_id)
    assert (message.text, message.edited_at, message.state) == ("Ours", None, State.SENT)
    assert "Too late." in message.error
    await change(room, message_id, "Edited again")
    assert (await room.message(message_id)).error == ""


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ((RefusedError("No."), None), "third"),
        ((None, RefusedError("No.")), "second"),
        ((RefusedError("No."), RefusedError("No.")), "first"),
    ],
)
async def test_of_two_edits_what_is_shown_is_what_they_have(room, answers, text):
    message_id = await send(room, "first", answer("o1"))
    await change(room, message_id, "second", "third")
    room.api.script("updated", *answers)
    while await room.rows(message_id):
        await room.sender.send_now(message_id)
    assert room.api.named("updated") == [("o1", "second"), ("o1", "third")]
    assert (await room.message(message_id)).text == text


async def test_an_edit_that_may_have_arrived_stays_and_says_so(room):
    message_id = await send(room, "Ours", answer("o1"))
    await change(room, message_id, "Edited")
    room.api.script("updated", LOST)
    await room.sender.send_now(message_id)
    message = await room.message(message_id)
    assert (message.text, message.state) == ("Edited", State.SENT)
    assert "not known" in message.error
    assert await room.rows(message_id) == []


async def test_a_deletion_is_shown_when_it_is_done(room):
    message_id = await send(room, "Ours", answer("o1"))
    room.api.script("deleted", RefusedError("Too late."), LOST, None)
    for words in ("not deleted: Too late.", "not known"):
        await room.desk.delete(message_id)
        await room.sender.send_now(message_id)
        message = await room.message(message_id)
        assert (message.text, message.is_deleted) == ("Ours", False)
        assert words in message.error
    await room.desk.delete(message_id)
    assert await room.sender.send_now(message_id) is None
    message = await room.message(message_id)
    assert (message.is_deleted, message.text, message.error) == (True, "", "")
    assert room.api.named("deleted") == [("o1",)] * 3


async def test_what_has_no_id_cannot_be_changed(room):
    message_id = await send(room, "Ours", answer())
    for change_it in (lambda: room.desk.edit(message_id, "x"), lambda: room.desk.delete(message_id)):
        with pytest.raises(InputError, match="no id"):
            await change_it()
    assert await room.rows(message_id) == []


async def test_giving_up_a_send_gives_up_its_edits_and_no_receipt(room, quick):
    """Our message is the newest of the chat: the receipt that we have read the session hangs on it."""
    first = await room.desk.send_text(room.chat.id, "first")
    second = await room.desk.send_text(room.chat.id, "second")
    await room.store.write(
        lambda tables: tables.outbox.add(
            Action.READ, chat_id=room.chat.id, message_id=second, text=S, at=datetime.now(UTC)
        )
    )
    room.api.script("send_text", *[NotSentError("No way there.")] * 4)
    error = await room.sender.send_now(second)
    assert isinstance(error, NotSentError)
    assert (await room.message(first)).state is State.QUEUED
    message = await room.message(second)
    assert (message.state, message.error) == (State.FAILED, "No way there.")
    assert [row.action for row in await room.rows(second)] == [Action.READ]
    assert len(room.api.named("send_text")) == 4


async def test_what_waited_before_it_goes_first(room):
    first = await room.desk.send_text(room.chat.id, "first")
    second = await room.desk.send_text(room.chat.id, "second")
    third = await room.desk.send_text(room.chat.id, "third")
    room.api.script("send_text", RefusedError("No."), answer("o2"))
    assert await room.sender.send_now(second) is None
    assert [(await room.message(one)).state for one in (first, second, third)] == [
        State.FAILED,
        State.SENT,
        State.QUEUED,
    ]
    assert [call[2] for call in room.api.named("send_text")] == ["first", "second"]


async def test_a_receipt_is_given_up_after_a_few_tries(room):
    from ringodesk_qt.core.outcomes import record_failed

    await room.accept(room.arrived())
    (message,) = await room.messages()
    for attempt in range(RECEIPT_TRIES):
        assert [row.attempts for row in await room.rows(message.id)] == [attempt]
        await room.store.write(lambda tables: tables.outbox.hurry())
        job = await room.store.write(lambda tables: claim(tables, "me", None))
        await room.store.write(lambda tables, job=job: record_failed(tables, job, LOST))
    assert await room.rows(message.id) == []


async def test_a_refused_receipt_is_not_repeated(room):
    from ringodesk_qt.core.outcomes import claim, record_failed

    await room.accept(room.arrived())
    (message,) = await room.messages()
    job = await room.store.write(lambda tables: claim(tables, "me", None))
    await room.store.write(lambda tables: record_failed(tables, job, RefusedError("No.")))
    assert await room.rows(message.id) == []
    assert (await room.message(message.id)).error == ""


# ---------------------------------------------------------------- a process that died


@pytest.fixture
def died(room):
    """Claims the oldest row in the name of a process that is no more, and begins to send it."""
    return lambda owner="gone": room.store.write(lambda tables: begun(tables, owner))


def begun(tables, owner):
    job = claim(tables, owner, None)
    begin(tables, job)
    return job


async def test_what_a_dead_process_was_sending_is_uncertain(room, died):
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await died()
    assert (await room.message(message_id)).state is State.SENDING
    await room.sender.recover()
    message = await room.message(message_id)
    assert (message.state, await room.rows(message_id)) == (State.UNCERTAIN, [])
    assert room.api.calls == []


async def test_what_a_dead_process_had_only_taken_goes_again(room):
    """It waited for its turn: nothing of it had left."""
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await room.store.write(lambda tables: claim(tables, "gone", None))
    await room.sender.recover()
    message = await room.message(message_id)
    assert (message.state, [row.owner for row in await room.rows(message_id)]) == (State.QUEUED, [""])
    assert await room.sender.send_now(message_id) is None
    assert len(room.api.calls) == 1


async def test_what_a_living_process_is_sending_is_left_alone(room, died):
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    await died("alive")
    room.living.add("alive")
    await room.sender.recover()
    assert (await room.message(message_id)).state is State.SENDING
    assert [row.owner for row in await room.rows(message_id)] == ["alive"]
    assert await room.sender.send_now(message_id) is None
    assert room.api.calls == []


async def test_a_dead_processs_row_does_not_hold_its_chat_up(room, died):
    first = await room.desk.send_text(room.chat.id, "first")
    await died()
    second = await room.desk.send_text(room.chat.id, "second")
    assert await room.sender.send_now(second) is None
    assert [(await room.message(one)).state for one in (first, second)] == [State.UNCERTAIN, State.SENT]


async def test_a_dead_processs_receipt_goes_again_and_its_edit_is_not_known(room, died):
    message_id = await send(room, "Ours", answer("o1"))
    await change(room, message_id, "Edited")
    await room.accept(room.arrived())
    await died()
    await died()
    await room.sender.recover()
    message = await room.message(message_id)
    assert (message.state, message.text) == (State.SENT, "Edited")
    assert "not known" in message.error
    theirs = (await room.messages())[-1]
    assert [(row.action, row.owner) for row in await room.rows(theirs.id)] == [(Action.DELIVERED, "")]
