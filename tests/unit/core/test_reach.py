"""What waits because its server could not be reached goes as soon as it can be, whatever its back-off had grown to."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta

import pytest

from ringodesk_qt.core import outbox, reach
from ringodesk_qt.errors import KeyRefusedError, NotSentError, RefusedError
from ringodesk_qt.models.ids import UserId
from ringodesk_qt.models.message import State

NO_WAY = NotSentError("No way there.")
BUSY = NotSentError("Too many requests.", status=429, retry_after_s=3000)
CHATS = 8


@pytest.fixture(autouse=True)
def quick_looks(monkeypatch):
    monkeypatch.setattr("ringodesk_qt.core.outcomes.BACK_OFF_FIRST_S", 3600.0)  # so that none ends during a test
    monkeypatch.setattr("ringodesk_qt.core.outcomes.BACK_OFF_MOST_S", 3600.0)
    monkeypatch.setattr(reach, "LOOK_LEAST_S", 0.01)
    monkeypatch.setattr(reach, "LOOK_FIRST_S", 0.02)
    monkeypatch.setattr(reach, "LOOK_MOST_S", 0.05)


async def queue(room, texts=("first", "second")):
    """Texts in each of some chats, not sent yet."""

    def make(tables):
        contacts = [
            tables.contacts.ensure(room.account.id, userid=UserId(""), extension=f"6{number}")
            for number in range(CHATS)
        ]
        return [tables.chats.ensure(room.identity.id, contact.id).id for contact in contacts]

    chat_ids = await room.store.write(make)
    return [await room.desk.send_text(chat_id, text) for text in texts for chat_id in chat_ids]


async def waiting(room, message_ids):
    """How many wait for a time that is yet to come."""
    now = datetime.now(UTC)
    rows = [row for one in message_ids for row in await room.rows(one)]
    return sum(row.not_before is not None and row.not_before > now for row in rows)


async def cut_off(room, error=NO_WAY, *, tried=CHATS, **options):
    """The messages, each chat's first of which was tried in vain."""
    room.api.script("send_text", *[error] * tried)
    message_ids = await queue(room, **options)
    await room.sender.start()
    async with asyncio.timeout(20):
        while len(room.api.named("send_text")) < tried or await room.read(lambda tables: tables.outbox.claimed()):
            await asyncio.sleep(0.01)
    return message_ids


def texts_by_person(room, *, after):
    found = {}
    for _address, to, text, _sent_from in room.api.named("send_text")[after:]:
        found.setdefault(to.extension, []).append(text)
    return found


async def test_all_of_it_goes_when_the_server_can_be_reached_again(room):
    room.api.script("chat_users", *[NO_WAY] * 5)
    ids = await cut_off(room)
    assert await waiting(room, ids) == CHATS, "their own times are far off"
    async with asyncio.timeout(5):
        for one in ids:
            await room.until_state(one, State.SENT)
    assert len(room.api.named("chat_users")) == 6
    sent = texts_by_person(room, after=CHATS)
    assert set(map(tuple, sent.values())) == {("first", "second")}, "in order, and once"
    assert len(sent) == CHATS


async def test_a_gateway_that_fails_is_not_the_server(room):
    """What was sent to it would be uncertain, all of it."""
    down = NotSentError("The server failed.", status=502)
    room.api.script("chat_users", *[NO_WAY] * 2, *[down] * 3)
    ids = await cut_off(room)
    for one in ids:
        await room.until_state(one, State.SENT)
    assert len(room.api.named("chat_users")) == 6


async def test_one_that_went_by_itself_opens_the_way_for_all(room, monkeypatch):
    monkeypatch.setattr(reach, "LOOK_FIRST_S", 1000.0)
    ids = await cut_off(room)
    await room.store.write(lambda tables: tables.outbox.hurry([ids[3]]))
    room.sender._wake.set()
    async with asyncio.timeout(5):
        for one in ids:
            await room.until_state(one, State.SENT)
    assert room.api.named("chat_users") == []


@pytest.mark.parametrize("answer", [RefusedError("No.", status=400), KeyRefusedError("No.", status=401)])
async def test_a_server_that_says_no_is_there(room, answer):
    room.api.script("chat_users", NO_WAY, answer)
    ids = await cut_off(room)
    async with asyncio.timeout(5):
        await room.until_state(ids[-1], State.SENT)


async def test_something_that_comes_in_is_a_reason_to_look(room, monkeypatch):
    monkeypatch.setattr(reach, "LOOK_FIRST_S", 1000.0)
    ids = await cut_off(room)
    assert room.api.named("chat_users") == []
    room.api.script("delivered", NO_WAY)  # or that would be the proof
    await asyncio.sleep(0.1)
    await room.accept(room.arrived())
    async with asyncio.timeout(5):
        await room.until_state(ids[-1], State.SENT)
    assert len(room.api.named("chat_users")) == 1


async def test_however_much_comes_in_looks_are_not_many(room, monkeypatch):
    monkeypatch.setattr(reach, "LOOK_LEAST_S", 0.2)
    monkeypatch.setattr(reach, "LOOK_FIRST_S", 1000.0)
    for method in ("chat_users", "delivered"):
        room.api.script(method, *[NO_WAY] * 1000)
    await cut_off(room)
    began_at = time.monotonic()
    for number in range(60):
        await room.accept(room.arrived(f"m{number}"))
        await asyncio.sleep(0.01)
    most = (time.monotonic() - began_at) / 0.2 + 2
    assert 1 <= len(room.api.named("chat_users")) <= most


async def test_a_receipt_outlasts_the_time_without_a_network(room, monkeypatch):
    monkeypatch.setattr(reach, "LOOK_IN_VAIN_MOST_S", 0.05)
    room.api.script("delivered", *[NO_WAY] * 10)
    await room.sender.start()
    await room.accept(room.arrived())
    async with asyncio.timeout(10):
        while len(room.api.named("delivered")) < 11:
            await asyncio.sleep(0.01)


async def test_what_the_server_put_off_stays_put_off(room):
    ids = await cut_off(room, BUSY, tried=1, texts=("only",))
    async with asyncio.timeout(5):
        for one in ids[1:]:
            await room.until_state(one, State.SENT)
    await asyncio.sleep(0.1)
    assert (await room.message(ids[0])).state is State.QUEUED
    assert room.api.named("chat_users") == []
    assert len(room.api.named("send_text")) == CHATS


async def test_looking_that_is_of_no_use_becomes_rare(room):
    """The server is there, and the messages cannot be sent all the same."""
    room.api.script("send_text", *[NotSentError("The file was changed.", is_lasting=True)] * 10_000)
    await cut_off(room, texts=("only",))
    await asyncio.sleep(1.5)
    looks = len(room.api.named("chat_users"))
    assert 2 <= looks <= 8, "at the usual pace it would be dozens"
    room.api.answers.clear()
    async with asyncio.timeout(10):
        while await room.read(lambda tables: tables.outbox.waiting()):
            await asyncio.sleep(0.01)
    assert room.sender._reach._bounds_s == {}


async def test_nobody_looks_when_nothing_waits(room):
    room.api.script("chat_users", *[NO_WAY] * 10_000)
    room.api.script("send_text", *[NO_WAY] * 100)
    ids = await cut_off(room)
    assert room.sender._reach._watched == {room.account.id}
    for one in ids:
        await room.desk.cancel(one)
    async with asyncio.timeout(5):
        while room.sender._reach._watched:
            await asyncio.sleep(0.01)
    looks = len(room.api.named("chat_users"))
    await asyncio.sleep(0.2)
    assert len(room.api.named("chat_users")) == looks


async def test_a_start_tries_again_but_what_the_server_put_off(room):
    ids = await queue(room, texts=("only",))
    soon, late = (datetime.now(UTC) + timedelta(seconds=seconds) for seconds in (50, 3000))

    def put_off(tables):
        for number, one in enumerate(ids):
            tables.outbox.release(tables.outbox.of_message(one)[0].id, late if number == 0 else soon)

    await room.store.write(put_off)
    await room.sender.start()
    for one in ids[1:]:
        await room.until_state(one, State.SENT)
    assert (await room.message(ids[0])).state is State.QUEUED


async def test_the_clock_goes_on_while_the_machine_sleeps(room, monkeypatch):
    monkeypatch.setattr(outbox, "CLOCK_LOOK_S", 0.05)
    ids = await cut_off(room, BUSY, tried=1, texts=("only",))
    await room.until_state(ids[-1], State.SENT)
    row = (await room.rows(ids[0]))[0]
    await room.store.write(lambda tables: tables.outbox.release(row.id, datetime.now(UTC)))  # its time has come unseen
    await room.until_state(ids[0], State.SENT)


async def test_what_was_put_off_while_the_clock_was_wrong(room, monkeypatch):
    ids = await queue(room, texts=("only",))
    next_year = datetime.now(UTC) + timedelta(days=365)
    await room.store.write(
        lambda tables: [tables.outbox.release(tables.outbox.of_message(one)[0].id, next_year) for one in ids]
    )
    await room.sender.start()
    for one in ids:
        await room.until_state(one, State.SENT)
