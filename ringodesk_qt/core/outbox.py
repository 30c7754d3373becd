"""Sending: takes what the outbox holds to the API and records what became of it.

A row is committed before its first byte leaves. It is claimed by one process, marked as begun when its turn has come
(what was claimed and had not begun was surely not sent), sent once, and its outcome recorded in one transaction with
the message's new state:

=================  ==========================================================================================
done               `sent`, with the ids the server gave; receipts that were quicker are applied
refused            `failed`, with the server's words
surely not sent    back into the queue with a growing, random delay; at once when the way is open again (`reach`)
uncertain          `uncertain`; never sent again by the program
=================  ==========================================================================================

Edits and deletions go the same way; receipts for their messages (`delivered`, `read`) are harmless to repeat, and are
given up after a few tries that the server answered.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import Event, MessageReceived, OutboxChanged, UploadProgressed
from ringodesk_qt.core.health import Health
from ringodesk_qt.core.outcomes import (
    BACK_OFF_MOST_S,
    NOT_KNOWN,
    Job,
    begin,
    claim,
    give_up_waiting,
    is_to_wait,
    record_cut_off,
    record_done,
    record_failed,
    record_uncertain,
    recover,
)
from ringodesk_qt.core.ports import Api, Before, Store, Tables
from ringodesk_qt.core.reach import Reach
from ringodesk_qt.core.receipts import link_session
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.errors import NotSentError, RingodeskError, StoreError, UncertainError
from ringodesk_qt.models.call import call_of
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Recipient
from ringodesk_qt.models.ids import AccountId, LocalId, OutboxId, SessionId
from ringodesk_qt.models.message import Kind, SentMessage
from ringodesk_qt.models.outbox import Action

log = logging.getLogger(__name__)

MOST_AT_ONCE = 6
STOP_GRACE_S = 3.0
STORE_RETRY_S = 2.0
RECORD_RETRIES_S = (0.2, 1.0, 5.0)
NOW_RETRIES_S = (0.5, 1.0, 2.0)
"""The longest waits between the tries for a caller who waits; each is cut at random."""
NOW_WAIT_MOST_S = 60.0
OTHERS_LOOK_S = 15.0
"""How often to look whether another process that was sending is still alive."""
CLOCK_LOOK_S = 15.0
"""How often to look at the clock while something waits: it goes on while the machine sleeps, a timer does not."""
LONGEST_WAIT_S = 3700.0
"""Longer than any server can ask for: what is to wait longer was put back while the clock was wrong."""


class Sender:
    """The owner of sending in one process."""

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        health: Health,
        settings: SettingsKeeper,
        api_for: Callable[[AccountId], Api],
        owner: str,
        is_alive: Callable[[str], bool],
    ) -> None:
        """`owner` names this process in claimed rows; `is_alive` tells whether another owner still runs."""
        self._store = store
        self._bus = bus
        self._health = health
        self._settings = settings
        self._api_for = api_for
        self._owner = owner
        self._is_alive = is_alive
        self._wake = asyncio.Event()
        self._sending: dict[OutboxId, tuple[Job, asyncio.Task[RingodeskError | None]]] = {}
        """By the row and not by the message: an edit may begin before its message's sending has quite ended."""
        self._unsent: set[OutboxId] = set()
        self._cancelled: set[OutboxId] = set()
        self._receipts: set[asyncio.Task[Any]] = set()
        self._idle_receipts: dict[OutboxId, asyncio.Task[Any]] = {}
        self._loop_task: asyncio.Task[None] | None = None
        self._progress: dict[OutboxId, tuple[int, int]] = {}
        self._is_stopping = False
        self._unsubscribes: list[Callable[[], None]] = []
        self._reach = Reach(store=store, api_for=api_for, on_open=self._wake.set)

    # ------------------------------------------------------------ start and stop

    async def start(self) -> None:
        """Settles what a process that died had begun, then sends whatever waits, until `stop`.

        A start is a reason to try again; only what the server itself has put off for longer goes on waiting.
        """
        await self.recover()
        until = datetime.now(UTC) + timedelta(seconds=BACK_OFF_MOST_S)
        await self._store.write(lambda tables: tables.outbox.hurry(until=until))
        self._is_stopping = False
        self._unsubscribes = [
            self._bus.on(OutboxChanged, lambda _event: self._wake.set()),
            self._bus.on(MessageReceived, lambda _event: self._reach.look_now()),
        ]
        self._reach.start()
        self._loop_task = asyncio.create_task(self._run(), name="sender")

    async def stop(self) -> None:
        """Begins nothing more, gives what is on its way a moment, and records the rest as what it is: uncertain.

        What the user sends has that moment also to get its turn. Receipts do not: after a burst of messages theirs is
        many seconds away, and they go as well at the next start.
        """
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        await self._reach.stop()
        # The loop ends by itself: cancelled while it claims a row, it would leave the row claimed and unsent.
        self._is_stopping = True
        self._wake.set()
        if self._loop_task is not None:
            await asyncio.gather(self._loop_task, return_exceptions=True)
        for task in [*self._idle_receipts.values()]:
            task.cancel()
        tasks = [*(task for _job, task in self._sending.values()), *self._receipts]
        if tasks:
            _done, late = await asyncio.wait(tasks, timeout=STOP_GRACE_S)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def recover(self) -> None:
        """Records the rows of dead owners: a send is uncertain, a receipt goes back into the queue."""
        self._bus.publish(await self._store.write(lambda tables: recover(tables, self._owner, self._is_alive)))

    def hurry(self) -> None:
        """Ends every back-off: the way is open again."""
        task = asyncio.ensure_future(self._end_back_offs())
        self._receipts.add(task)
        task.add_done_callback(self._receipts.discard)

    async def _end_back_offs(self) -> None:
        try:
            await self._store.write(lambda tables: tables.outbox.hurry())
        except StoreError as error:
            log.warning("what waits to be sent goes on waiting: %s", error)
        self._wake.set()

    def cancel(self, message_id: LocalId) -> bool:
        """Stops what waits for its turn here, or an upload that is on its way; False for what may have arrived."""
        for job, task in self._sending.values():
            if job.message.id == message_id and job.row.action is Action.SEND and self._is_unsent(job.row.id):
                self._cancelled.add(job.row.id)
                return task.cancel()
        return False

    async def send_now(self, message_id: LocalId) -> RingodeskError | None:
        """Sends one message's rows now, for a caller that waits; returns the error that ended it, or None.

        What surely was not sent is tried a few times more, as long as a caller can be made to wait, and is then
        recorded as failed. Messages of the chat that waited before it go first; when one of them cannot go, this one
        is not sent either.
        """
        await self.recover()  # or the row of a process that died would hold the chat up
        bounds_s = [*NOW_RETRIES_S]
        while (job := await self._claim(message_id)) is not None:
            error = await self._carry_out(job)
            if error is None:
                continue
            if is_to_wait(error):
                delay_s = _delay_s(error, bounds_s.pop(0)) if bounds_s else None
                if delay_s is not None:
                    await self._wait_or_give_up(delay_s, message_id, error)
                    continue
                await self._give_up(message_id, error)
                return error
            if job.message.id == message_id:
                return error
        return None

    async def _wait_or_give_up(self, delay_s: float, message_id: LocalId, error: RingodeskError) -> None:
        """What nobody waits for any more must not go later by itself."""
        try:
            await asyncio.sleep(delay_s)
        except asyncio.CancelledError:
            await self._give_up(message_id, error)
            raise

    async def _give_up(self, message_id: LocalId, error: RingodeskError) -> None:
        await self._record(partial(give_up_waiting, message_id=message_id, sentence=str(error)))

    # ------------------------------------------------------------ the loop

    async def _run(self) -> None:
        is_failing = False
        while not self._is_stopping:
            self._wake.clear()
            try:
                await self._step()
                is_failing = False
            except StoreError as error:
                if not is_failing:  # once for a database that is held or full for hours
                    log.warning("sending waits for the database: %s", error)
                is_failing = True
                await self._is_woken(STORE_RETRY_S)

    async def _step(self) -> None:
        """Begins to send one row, or waits until one may go."""
        job = None if self._is_full() else await self._claim()
        if job is None:
            await self._sleep()
        else:
            self._keep(asyncio.create_task(self._carry_out(job), name=f"send {job.row.id}"), job)

    def _is_full(self) -> bool:
        return len(self._sending) + len(self._receipts) >= MOST_AT_ONCE

    def _keep(self, task: asyncio.Task[RingodeskError | None], job: Job) -> None:
        if job.row.action.is_receipt:
            self._receipts.add(task)
        else:
            self._sending[job.row.id] = job, task

        def forget(_task: asyncio.Task[RingodeskError | None]) -> None:
            self._receipts.discard(task)
            self._sending.pop(job.row.id, None)
            self._wake.set()
            if not task.cancelled() and (error := task.exception()) is not None:
                log.error("what became of outbox row %d is not recorded: %s", job.row.id, error)

        task.add_done_callback(forget)

    async def _sleep(self) -> None:
        next_at, others, waiting = await self._store.read(self._outlook)
        self._health.outbox_counted(waiting)
        delay_s = None
        if next_at is not None and not self._is_full():
            wait_s = (next_at - datetime.now(UTC)).total_seconds()
            delay_s = min(max(0.05, wait_s), CLOCK_LOOK_S)
            if wait_s > LONGEST_WAIT_S:
                await self._store.write(lambda tables: tables.outbox.hurry())
                delay_s = 0.05
        if others:
            delay_s = min(delay_s or OTHERS_LOOK_S, OTHERS_LOOK_S)
        if not await self._is_woken(delay_s) and others:
            await self.recover()

    async def _is_woken(self, within_s: float | None) -> bool:
        """Waits until there is something to do; False when the time is over."""
        try:
            async with asyncio.timeout(within_s):
                return await self._wake.wait()
        except TimeoutError:
            return False

    def _outlook(self, tables: Tables) -> tuple[datetime | None, bool, int]:
        """When the next row may go, whether another process is sending (and may die of it), and how many wait."""
        others = any(row.owner != self._owner for row in tables.outbox.claimed())
        return tables.outbox.next_at(), others, tables.outbox.waiting()

    async def _claim(self, message_id: LocalId | None = None) -> Job | None:
        unwanted = self._unwanted()
        return await self._store.write(lambda tables: claim(tables, self._owner, message_id, unwanted=unwanted))

    def _unwanted(self) -> frozenset[Action]:
        """What the user does not want them to be told, though it was put into the outbox before they said so."""
        settings = self._settings.current
        told = ((Action.DELIVERED, settings.send_delivered_receipts), (Action.READ, settings.send_read_receipts))
        return frozenset(action for action, is_wanted in told if not is_wanted)

    # ------------------------------------------------------------ one row

    async def _carry_out(self, job: Job) -> RingodeskError | None:
        """Sends one row and records the outcome; returns the error it ended with, or None.

        When it is cancelled, that is recorded too, before it goes on to the caller.
        """
        error: RingodeskError | None = None
        if job.row.action.is_receipt and (task := asyncio.current_task()) is not None:
            self._idle_receipts[job.row.id] = task
        else:
            self._unsent.add(job.row.id)
        try:
            sent = await self._call(job)
        except asyncio.CancelledError:
            was_unsent, is_meant = self._is_unsent(job.row.id), job.row.id in self._cancelled
            await self._record(partial(record_cut_off, job=job, was_unsent=was_unsent, is_meant=is_meant))
            raise
        except RingodeskError as refusal:
            error = refusal
            self._health.sending_failed(job.account_id, error)
            await self._record(partial(record_failed, job=job, error=error))
        except Exception:
            log.exception("sending outbox row %d failed in a way nobody foresaw", job.row.id)
            error = UncertainError(NOT_KNOWN)
            await self._record(partial(record_uncertain, job=job, sentence=NOT_KNOWN))
        else:
            self._health.sending_worked(job.account_id)
            await self._record(partial(record_done, job=job, sent=sent))
        finally:
            self._idle_receipts.pop(job.row.id, None)
            self._unsent.discard(job.row.id)
            self._progress.pop(job.row.id, None)
            self._cancelled.discard(job.row.id)
        self._reach.note(job.account_id, job.message.id, error)
        return error

    def _is_unsent(self, row_id: OutboxId) -> bool:
        """Whether it waits for its turn, or its upload has not wholly left: then it was surely not carried out."""
        sent_bytes, total_bytes = self._progress.get(row_id, (0, 0))
        return row_id in self._unsent or sent_bytes < total_bytes

    async def _begin(self, job: Job) -> None:
        """On disk before the first byte leaves; called on the loop that sends."""
        self._bus.publish(await self._store.write(partial(begin, job=job)))
        self._unsent.discard(job.row.id)

    async def _begin_receipt(self, job: Job) -> None:
        """On the network's thread. It is kept nowhere: a receipt that was cut off goes again in any case."""
        self._idle_receipts.pop(job.row.id, None)

    async def _record(self, work: Callable[[Tables], list[Event]]) -> None:
        await asyncio.shield(self._keep_recording(work))

    async def _keep_recording(self, work: Callable[[Tables], list[Event]]) -> None:
        """An outcome that is known must not be forgotten because the disk is full for a moment."""
        for attempt, delay_s in enumerate(RECORD_RETRIES_S):
            try:
                self._bus.publish(await self._store.write(work))
            except StoreError as error:
                if not attempt:
                    log.warning("what became of a send is not recorded yet: %s", error)
                await asyncio.sleep(delay_s)
            else:
                return
        self._bus.publish(await self._store.write(work))

    async def _call(self, job: Job) -> SentMessage:
        api, before = self._api_for(job.account_id), partial(self._begin, job)
        match job.row.action:
            case Action.SEND:
                return await self._send(api, job, before)
            case Action.EDIT:
                await api.updated(job.message.messageid, job.row.text, before=before)
            case Action.DELETE:
                await api.deleted(job.message.messageid, before=before)
            case Action.DELIVERED:
                await api.delivered(job.message.messageid, before=partial(self._begin_receipt, job))
            case Action.READ:
                await api.read(SessionId(job.row.text), before=partial(self._begin_receipt, job))
        return SentMessage()

    async def _send(self, api: Api, job: Job, before: Before) -> SentMessage:
        message, chat = job.message, job.chat
        to, sent_from = Recipient(extension=chat.contact.extension, userid=chat.contact.userid), chat.reply_from
        if message.kind is Kind.CALL:
            sessionid = await self._session(api, chat, to, before)
            return await api.log_call(sessionid, call_of(message.call), at=message.at, before=before)
        if message.kind is Kind.TEXT or message.attachment is None:
            return await api.send_text(chat.identity, to, message.text, sent_from=sent_from, before=before)
        if not message.attachment.path:
            return await api.send_link(chat.identity, to, message.attachment.url, sent_from=sent_from, before=before)
        self._progress[job.row.id] = (0, 1)
        return await api.send_file(
            chat.identity,
            to,
            Path(message.attachment.path),
            sent_from=sent_from,
            mime=message.attachment.mime,
            on_progress=lambda sent_bytes, total_bytes: self._on_progress(job, sent_bytes, total_bytes),
            before=before,
        )

    async def _session(self, api: Api, chat: Chat, to: Recipient, before: Before) -> SessionId:
        """The chat's session, made and kept if it has none: a call activity cannot be without one."""
        known = await self._store.read(lambda tables: tables.chats.latest_session(chat.id))
        if known:
            return known
        made = await api.open_session(chat.identity, to, before=before)
        now = datetime.now(UTC)
        self._bus.publish(await self._store.write(lambda tables: link_session(tables, chat.id, made, now)))
        return made

    def _on_progress(self, job: Job, sent_bytes: int, total_bytes: int) -> None:
        if job.row.id not in self._progress:
            return  # told by another thread, after the upload has ended
        message = job.message
        self._progress[job.row.id] = (sent_bytes, total_bytes)
        self._bus.publish(
            [
                UploadProgressed(
                    chat_id=message.chat_id, message_id=message.id, sent_bytes=sent_bytes, total_bytes=total_bytes
                )
            ]
        )


def _delay_s(error: RingodeskError, bound_s: float) -> float | None:
    """How long a caller who waits is made to wait for another try, or None where that is of no use."""
    if not isinstance(error, NotSentError) or error.is_lasting or (error.retry_after_s or 0.0) > NOW_WAIT_MOST_S:
        return None
    return max(random.uniform(0.0, bound_s), error.retry_after_s or 0.0)  # noqa: S311 - spreads retries
