"""The verbs that send: send, send-file, send-link, call, edit, delete."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from ringodesk_qt.console.find import chat_with, find_chat, find_message, shortened
from ringodesk_qt.console.output import message_fields
from ringodesk_qt.console.progress import Progress
from ringodesk_qt.console.work import Work
from ringodesk_qt.core.events import UploadProgressed
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import InputError, NotSentError, RefusedError, RingodeskError, UncertainError
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.models.ids import LocalId, MessageId
from ringodesk_qt.models.message import Message, State

ELSEWHERE_WAIT_S = 90.0
"""How long a send that another process of this home took over, or holds up, is waited for."""
ELSEWHERE_LOOK_S = 0.25
QUIET_S = 2.0
"""How long a send may take before a terminal is told that it is still under way."""


async def send(work: Work) -> int:
    """Sends a text."""
    text = await asyncio.to_thread(_typed_text) if work.args.text == "-" else work.args.text
    if not text.strip():
        raise InputError("There is nothing to send: the message is empty.")
    chat = await chat_with(work, work.args.to, work.args.identity)
    return await _send_all(work, [await work.engine.desk.send_text(chat.id, text)])


def _typed_text() -> str:
    """Standard input, without the end of its last line. Raises InputError where it is not UTF-8."""
    try:
        text = sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise InputError("Standard input is not text in UTF-8.") from error
    return text.removesuffix("\n").removesuffix("\r")


async def send_file(work: Work) -> int:
    """Uploads files, one after another; one that fails does not stop the next."""
    chat = await chat_with(work, work.args.to, work.args.identity)
    return await _send_all(work, await work.engine.desk.send_files(chat.id, [Path(path) for path in work.args.paths]))


async def send_link(work: Work) -> int:
    """Sends a file by its URL."""
    chat = await chat_with(work, work.args.to, work.args.identity)
    return await _send_all(work, [await work.engine.desk.send_link(chat.id, work.args.url)])


async def call(work: Work) -> int:
    """Notes a call in a chat; a chat without a session gets one first."""
    args = work.args
    activity = CallActivity(
        duration_s=args.duration,
        caller=args.caller,
        called=args.called,
        subject=args.subject,
        comment=args.comment,
        transcription=args.transcription,
    ).checked()
    chat = await find_chat(work, args.chat)
    return await _send_all(work, [await work.engine.desk.log_call(chat.id, activity, at=args.at)])


# ---------------------------------------------------------------- what becomes of it


async def _send_all(work: Work, message_ids: Sequence[LocalId]) -> int:
    """Sends and prints each; returns the exit code of what went worst."""
    code = 0
    for message_id in message_ids:
        async with _watched(work.engine, message_id):
            error = await _send_one(work.engine, message_id)
        message = (await work.engine.desk.messages([message_id]))[0]
        work.out.put(message_fields(message), _outcome_line(message))
        error = error or _error_elsewhere(message)
        if error is not None:
            code = max(code, work.out.error(error))
    return code


@asynccontextmanager
async def _watched(engine: Engine, message_id: LocalId) -> AsyncIterator[None]:
    """Tells a terminal how far an upload is, and of a send that takes long."""
    with Progress() as progress:

        def show(event: UploadProgressed) -> None:
            if event.message_id == message_id:
                progress.show(f"{event.sent_bytes:,} of {event.total_bytes:,} bytes")

        unsubscribe = engine.bus.on(UploadProgressed, show)
        late = asyncio.get_running_loop().call_later(QUIET_S, progress.show, "still trying…")
        try:
            yield
        finally:
            late.cancel()
            unsubscribe()


async def _send_one(engine: Engine, message_id: LocalId) -> RingodeskError | None:
    """Sends a message, or waits until the process of this home that has begun to has ended it.

    Where that one sends another message of the chat, this one goes after it.
    """
    waited_s = 0.0  # for others only: our own tries end by themselves, and an upload may take its time
    while waited_s < ELSEWHERE_WAIT_S:
        error = await engine.sender.send_now(message_id)
        if error is not None or not await engine.store.read(lambda tables: tables.outbox.of_message(message_id)):
            return error
        # What another process does publishes no event here.
        await asyncio.sleep(ELSEWHERE_LOOK_S)
        waited_s += ELSEWHERE_LOOK_S
    return NotSentError("It still waits: another Ringodesk on this home is sending in this chat and does not end.")


def _error_elsewhere(message: Message) -> RingodeskError | None:
    """How it ended in another process of this home, from what that one recorded."""
    match message.state:
        case State.UNCERTAIN:
            return UncertainError(message.error)
        case State.FAILED:
            return RefusedError(message.error)
        case State.CANCELLED:
            return RingodeskError("It was cancelled in the window before it went.")
    return RefusedError(message.error) if message.error and not message.is_deleted else None


def _outcome_line(message: Message) -> str:
    what = "deleted" if message.is_deleted else "edited" if message.edited_at else message.state.value
    return f"{message.id} {message.messageid or '-'} {what}"


# ---------------------------------------------------------------- one message


async def edit(work: Work) -> int:
    """Changes a text of ours; one this home does not know is changed by its messageid alone."""
    message = await find_message(work, work.args.id)
    if message is None:
        if not work.args.text.strip():
            raise InputError("The new text is empty. To take the message back, delete it.")
        messageid = messageid_named(work.args.id)
        await work.engine.patient_api_for(work.account.id).updated(messageid, work.args.text)
        return _put_done(work, "edited", messageid)
    await work.engine.desk.edit(message.id, work.args.text)
    return await _send_all(work, [message.id])


async def delete(work: Work) -> int:
    """Takes back a message of ours; one this home does not know by its messageid alone."""
    message = await find_message(work, work.args.id)
    if message is None:
        messageid = messageid_named(work.args.id)
        await work.engine.patient_api_for(work.account.id).deleted(messageid)
        return _put_done(work, "deleted", messageid)
    await work.engine.desk.delete(message.id)
    return await _send_all(work, [message.id])


def messageid_named(named: str) -> MessageId:
    """What was typed, as a messageid that this home does not know. Raises InputError for a number of ours."""
    if (named.isdigit() and len(named) < 10) or not named.strip():
        raise InputError(
            f"There is no message {named or shortened(named)} here. "
            "`ringodesk-cli messages CHAT` lists them with their numbers."
        )
    return MessageId(named.strip())


def _put_done(work: Work, what: str, named: str) -> int:
    work.out.put({"done": what, "id": named}, f"{what} {named}")
    return 0
