"""Brings a file's history in: into Ringotel's sessions with its times, and into the chats here.

A line's progress is on disk before its request leaves and again when the answer is there, so an import that was killed
can be run again: what arrived is not sent twice, what may have arrived is left to the user, the rest goes on. Lines of
one file go one after another, at the account's pace, behind all that is sent live.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import ChatChanged, ContactsChanged, Event, HistoryImported
from ringodesk_qt.core.lock import Lock
from ringodesk_qt.core.outcomes import back_off_s
from ringodesk_qt.core.ports import Api, Store, Tables
from ringodesk_qt.core.receipts import apply_parked, link_session
from ringodesk_qt.core.transfer.plan import (
    ImportOptions,
    ImportPlan,
    Line,
    People,
    Side,
    Way,
    chats_of,
    lines_of,
    text_of,
)
from ringodesk_qt.core.transfer.problems import ImportFileError, LineProblem
from ringodesk_qt.core.transfer.reading import records_of
from ringodesk_qt.core.transfer.restoring import restore, was_deleted
from ringodesk_qt.errors import (
    EnvironmentProblemError,
    InputError,
    NotSentError,
    RefusedError,
    RingodeskError,
    SetupError,
    UncertainError,
)
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.call import call_of
from ringodesk_qt.models.contact import Recipient
from ringodesk_qt.models.ids import AccountId, ChatId, MessageId, SessionId
from ringodesk_qt.models.message import Direction, Kind, NewMessage, SentMessage, State
from ringodesk_qt.models.transfer import ImportState, Record

log = logging.getLogger(__name__)

MOST_REFUSED_IN_A_ROW = 20
UNREACHABLE_TRIES = 8
"""With growing pauses: about three minutes in all."""
LONGEST_WAIT_S = 300.0
"""As much in all for one line, whatever Retry-After asks for."""
IN_ONE_COMMIT = 500
IN_ONE_READ = 2000
PROGRESS_INTERVAL_S = 0.05
ANOTHER_RUNS = "Another import is running on this home. Wait for its end."

T = TypeVar("T")


class ImportProgress(msgspec.Struct, frozen=True, kw_only=True):
    """How many of `total` lines came to which end. `already` is from an earlier run; `passed` cannot be sent at all."""

    total: int
    sent: int = 0
    restored: int = 0
    already: int = 0
    passed: int = 0
    refused: int = 0
    uncertain: int = 0
    deleted: int = 0
    """Deleted here for good, and so not restored."""

    @property
    def done(self) -> int:
        """How many lines have come to an end."""
        return sum(getattr(self, name) for name in self.__struct_fields__ if name != "total")


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """How it ended: the counts, and each line that was refused or may have arrived."""

    progress: ImportProgress
    refused: list[LineProblem]
    uncertain: list[LineProblem]


OnProgress = Callable[[ImportProgress], None]


class Importer:
    """Plans imports and runs them."""

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        api_for: Callable[[AccountId], Api],
        lock: Lock,
        requests_per_second: Callable[[], float],
    ) -> None:
        """`lock` is held while one runs; `requests_per_second` is for saying how long one will take."""
        self._store = store
        self._bus = bus
        self._api_for = api_for
        self._lock = lock
        self._requests_per_second = requests_per_second
        self._is_running = False

    # ------------------------------------------------------------ planning

    async def plan(self, path: Path, options: ImportOptions) -> ImportPlan:
        """Reads and checks the whole file; nothing is sent, and nothing written but who the server says there is.

        Raises ImportFileError with every line that cannot be used, InputError for the options, SetupError without the
        account, and the WireErrors of asking for the users where a line names somebody who is not known.
        """
        own, others = await self._store.read(lambda tables: _sides(tables, options))
        account, identities = own.account, own.people.identities
        if options.identity and options.identity not in {one.address for one in identities}:
            ours = ", ".join(one.address for one in identities)
            raise InputError(f"{options.identity!r} is not one of our identities: {ours}.")
        records = await asyncio.to_thread(
            records_of, path, is_ours=own.people.is_ours, delimiter=options.delimiter, encoding=options.encoding
        )
        checked = await asyncio.to_thread(lines_of, records, own, others, options)
        if checked.has_strangers:
            own, others = await self._refreshed(account, options)
            checked = await asyncio.to_thread(lines_of, records, own, others, options)
        if checked.problems:
            raise ImportFileError(checked.problems)
        return await self._planned(account, options, await self._with_known(account.id, checked.lines))

    async def _refreshed(self, account: Account, options: ImportOptions) -> tuple[Side, dict[str, Side]]:
        """Everyone there is now: a line may name somebody who has come since."""
        users = await self._api_for(account.id).chat_users()
        now = datetime.now(UTC)
        await self._store.write(lambda tables: tables.contacts.refresh(account.id, users, now))
        self._bus.publish([ContactsChanged(account_id=account.id)])
        return await self._store.read(lambda tables: _sides(tables, options))

    async def _with_known(self, account_id: AccountId, lines: Sequence[Line]) -> list[Line]:
        known = await self._store.read(lambda tables: tables.imports.known(account_id, [line.digest for line in lines]))
        return await asyncio.to_thread(
            lambda: [msgspec.structs.replace(line, known=known.get(line.digest)) for line in lines]
        )

    async def _planned(self, account: Account, options: ImportOptions, lines: list[Line]) -> ImportPlan:
        """The counts; a long file is counted off the loop, which may be the window's."""
        to_send = await asyncio.to_thread(lambda: [line for line in lines if _is_to_be_sent(line, options)])
        has_session = await self._store.read(lambda tables: _sessions(tables, to_send))
        deleted = await self._count_deleted(lines)
        rate = max(self._requests_per_second(), 0.001)
        return await asyncio.to_thread(
            _counted,
            account,
            options,
            lines=lines,
            to_send=to_send,
            deleted=deleted,
            has_session=has_session,
            rate=rate,
        )

    async def _count_deleted(self, lines: Sequence[Line]) -> int:
        """In parts: of a long file it takes a second, in which chats are to be opened."""
        waiting, count = iter(lines), 0
        while part := list(islice(waiting, IN_ONE_READ)):
            count += await self._store.read(lambda tables: _count_deleted(tables, part))
        return count

    # ------------------------------------------------------------ running

    async def run(self, plan: ImportPlan, *, on_progress: OnProgress | None = None) -> ImportReport:
        """Does what was planned. Cancel the task to stop it: a request on its way is waited for first.

        Raises EnvironmentProblemError while another import runs in this home, and whatever makes going on pointless:
        NotSentError when Ringotel cannot be reached for minutes, KeyRefusedError, RefusedError when it refuses line
        after line, StoreError. However it ends, running it again goes on where it stopped.
        """
        if self._is_running:  # the lock keeps out other processes, not the one that has it
            raise EnvironmentProblemError(ANOTHER_RUNS)
        self._is_running = True
        try:
            await self._take_lock()
            try:
                lines = await self._with_known(plan.account.id, plan.lines)
                run = _Run(self._store, self._bus, self._api_for(plan.account.id), plan, on_progress)
                return await run.all_of(lines)
            finally:
                self._lock.release()
        finally:
            self._is_running = False

    async def _take_lock(self) -> None:
        """Returns with the lock. Who is cancelled meanwhile does not have it."""
        taking = asyncio.ensure_future(asyncio.to_thread(self._lock.try_acquire))
        try:
            has_it = await asyncio.shield(taking)
        except asyncio.CancelledError:
            if await taking:
                self._lock.release()
            raise
        if not has_it:
            raise EnvironmentProblemError(ANOTHER_RUNS)


def _sides(tables: Tables, options: ImportOptions) -> tuple[Side, dict[str, Side]]:
    """The account that is imported into, and the others of this home by their orgid. Raises SetupError."""

    def side(account: Account, identity: str) -> Side:
        identities, contacts = tables.accounts.identities(account.id), tables.contacts.all(account.id)
        return Side(account, People(identities, contacts, identity))

    own = tables.accounts.get(options.account_id)
    if own is None:
        raise SetupError("This account is not set up any more.")
    others: dict[str, Side] = {one.orgid: side(one, "") for one in tables.accounts.all() if one.orgid != own.orgid}
    return side(own, options.identity), others


def _counted(
    account: Account,
    options: ImportOptions,
    *,
    lines: list[Line],
    to_send: list[Line],
    deleted: int,
    has_session: dict[tuple[int, int], bool],
    rate: float,
) -> ImportPlan:
    to_restore = [line for line in lines if line.way is Way.RESTORE]
    chats = chats_of([*to_send, *to_restore], has_session)
    to_open = sum(chat.opens_session for chat in chats)
    states = Counter(line.state for line in lines if line.is_sent)
    return ImportPlan(
        account=account,
        options=options,
        lines=lines,
        chats=chats,
        to_send=len(to_send),
        to_restore=len(to_restore),
        deleted=deleted,
        already=states[ImportState.DONE],
        uncertain_before=states[ImportState.UNCERTAIN],
        not_sent=sum(line.way is Way.NONE for line in lines),
        as_text=sum(line.way is Way.TEXT and line.record.kind is Kind.FILE for line in to_send),
        sessions_to_open=to_open,
        seconds=(len(to_send) + to_open) / rate,
    )


def _is_to_be_sent(line: Line, options: ImportOptions) -> bool:
    if not line.is_sent:
        return False
    if line.state is ImportState.UNCERTAIN:
        return options.uncertain == "again"
    return line.state is not ImportState.DONE


def _count_deleted(tables: Tables, lines: Sequence[Line]) -> int:
    return sum(line.way is Way.RESTORE and was_deleted(tables, line) for line in lines)


def _sessions(tables: Tables, lines: Sequence[Line]) -> dict[tuple[int, int], bool]:
    """Whether the chat of an identity and a contact has a session."""
    pairs = {(line.identity.id, line.contact.id) for line in lines if line.identity and line.contact}
    chats = {(chat.identity.id, chat.contact.id): chat.id for chat in tables.chats.all()}
    return {pair: pair in chats and bool(tables.chats.latest_session(chats[pair])) for pair in pairs}


class _Run:
    """One import on its way."""

    def __init__(self, store: Store, bus: Bus, api: Api, plan: ImportPlan, on_progress: OnProgress | None) -> None:
        self._store = store
        self._bus = bus
        self._api = api
        self._plan = plan
        self._on_progress = on_progress
        self._progress = ImportProgress(total=len(plan.lines))
        self._refused: list[LineProblem] = []
        self._uncertain: list[LineProblem] = []
        self._refused_in_a_row = 0
        self._shut: dict[ChatId, str] = {}
        """Chats whose session could not be made, and why."""
        self._has_begun = False
        self._told_at_s = 0.0

    async def all_of(self, lines: Sequence[Line]) -> ImportReport:
        """Every line, in the file's order; those that are only kept here first, since they are quick."""
        self._tell()
        try:
            await self._restore([line for line in lines if line.way is Way.RESTORE])
            self._count(passed=sum(line.way is Way.NONE for line in lines))
            for line in lines:
                if line.is_sent:
                    await self._finished(self._bring(line))
        finally:
            self._tell()
        return ImportReport(progress=self._progress, refused=self._refused, uncertain=self._uncertain)

    def _count(self, **more: int) -> None:
        counts = {name: getattr(self._progress, name) + number for name, number in more.items()}
        self._progress = msgspec.structs.replace(self._progress, **counts)
        if time.monotonic() - self._told_at_s >= PROGRESS_INTERVAL_S:
            self._tell()

    def _tell(self) -> None:
        self._told_at_s = time.monotonic()
        if self._on_progress is not None:
            self._on_progress(self._progress)

    async def _finished(self, bringing: Coroutine[Any, Any, None]) -> None:
        """Runs to its end what has begun to leave, also when this is cancelled meanwhile."""
        self._has_begun = False
        task = asyncio.ensure_future(bringing)
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            if not self._has_begun:
                task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            raise

    # ------------------------------------------------------------ one line to Ringotel

    async def _bring(self, line: Line) -> None:
        if line.state is ImportState.DONE:
            return self._count(already=1)
        if line.state is ImportState.UNCERTAIN and self._plan.options.uncertain == "skip":
            return self._note_uncertain(line, line.known.detail if line.known else "")
        assert line.identity is not None
        assert line.contact is not None
        identity_id, contact_id = line.identity.id, line.contact.id
        chat_id = (await self._store.write(lambda tables: tables.chats.ensure(identity_id, contact_id))).id
        if line.state is ImportState.UNCERTAIN and self._plan.options.uncertain == "arrived":
            await self._keep(line, chat_id, _as_referred(line, SentMessage()))
            return self._count(sent=1)
        return await self._send(line, chat_id)

    async def _send(self, line: Line, chat_id: ChatId) -> None:
        """Sends it and records how that ended."""
        if chat_id in self._shut:
            return self._note_refused(line, self._shut[chat_id])
        try:
            sent = await self._until_reached(line, lambda: self._request(line, chat_id))
        except _SessionError as error:
            self._shut[chat_id] = str(error)
            self._note_refused(line, str(error))
            return None if error.is_uncertain else self._count_refusal(error)
        except UncertainError as error:
            await self._record(line, ImportState.UNCERTAIN, str(error))
            return self._note_uncertain(line, str(error))
        except (RefusedError, InputError) as error:
            await self._record_undone(line, error)
            self._note_refused(line, str(error))
            return self._count_refusal(error)
        except RingodeskError as error:
            await self._record_undone(line, error)
            raise
        self._refused_in_a_row = 0
        await self._keep(line, chat_id, _as_referred(line, sent))
        return self._count(sent=1)

    def _count_refusal(self, error: RingodeskError) -> None:
        """Raises RefusedError when it has been one after another for too long."""
        self._refused_in_a_row += 1
        if self._refused_in_a_row >= MOST_REFUSED_IN_A_ROW:
            raise RefusedError(f"Ringotel refuses line after line; the import was stopped. {error}") from error

    async def _until_reached(self, line: Line, call: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Tries again what surely was not sent, for some minutes."""
        waited_s = 0.0
        for attempt in range(UNREACHABLE_TRIES):
            try:
                return await call()
            except NotSentError as error:
                await self._record_undone(line, error)
                self._has_begun = False
                pause_s = back_off_s(attempt, error.retry_after_s)
                waited_s += pause_s
                if error.is_lasting or attempt == UNREACHABLE_TRIES - 1 or waited_s > LONGEST_WAIT_S:
                    raise
                log.info("the import waits %.0f s: %s", pause_s, error)
                await asyncio.sleep(pause_s)
        raise AssertionError("unreachable")

    async def _request(self, line: Line, chat_id: ChatId) -> SentMessage:
        sessionid = await self._session(line, chat_id)
        record, sender, to = line.record, line.identity, _recipient(line)
        assert sender is not None

        async def before() -> None:
            self._has_begun = True  # first: who cancels while this is written waits for the answer, too
            await self._record(line, ImportState.BEGUN, "The program ended before the answer came.")

        if line.way is Way.CALL:
            return await self._api.log_call(sessionid, call_of(record.call), at=record.at, is_bulk=True, before=before)
        if line.way is Way.REFERENCE:
            return await self._api.sync_reference(
                sender, to, MessageId(record.messageid), sessionid=sessionid, direction=record.direction, before=before
            )
        return await self._api.sync_text(
            sender, to, text_of(record), sessionid=sessionid, direction=record.direction, at=record.at, before=before
        )

    async def _session(self, line: Line, chat_id: ChatId) -> SessionId:
        """The chat's session, made if there is none. Raises _SessionError where none can be had."""
        known = await self._store.read(lambda tables: tables.chats.latest_session(chat_id))
        if known:
            return known
        assert line.identity is not None

        async def before() -> None:
            self._has_begun = True

        try:
            made = await self._api.open_session(line.identity, _recipient(line), is_bulk=True, before=before)
        except (UncertainError, RefusedError, InputError) as error:
            raise _SessionError(error) from error
        now = datetime.now(UTC)
        self._bus.publish(await self._store.write(lambda tables: link_session(tables, chat_id, made, now)))
        return made

    # ------------------------------------------------------------ records

    async def _record(self, line: Line, state: ImportState, detail: str) -> None:
        """Keeps how far a line has come. Also called on the loop that sends."""
        account_id, now = self._plan.account.id, datetime.now(UTC)
        await self._store.write(
            lambda tables: tables.imports.record(account_id, line.digest, state, at=now, detail=detail)
        )

    async def _record_undone(self, line: Line, error: RingodeskError) -> None:
        """This try of a line surely did nothing. Where an earlier one may have arrived, it still may."""
        if line.state is ImportState.UNCERTAIN:
            return await self._record(line, ImportState.UNCERTAIN, line.known.detail if line.known else "")
        return await self._record(line, ImportState.REFUSED, str(error))

    async def _keep(self, line: Line, chat_id: ChatId, sent: SentMessage) -> None:
        """It is at Ringotel: it is shown here too, at its own time, and never sent again."""
        now = datetime.now(UTC)
        self._bus.publish(await self._store.write(lambda tables: self._kept(tables, line, chat_id, sent, now)))

    def _kept(self, tables: Tables, line: Line, chat_id: ChatId, sent: SentMessage, now: datetime) -> list[Event]:
        account_id, events = self._plan.account.id, []
        message = tables.messages.by_messageid(account_id, sent.messageid) if sent.messageid else None
        if message is None:
            message = tables.messages.add_history(_message(line.record, chat_id, sent))
            if sent.messageid:
                apply_parked(tables, message, tables.parked.take(account_id, sent.messageid))
        if sent.sessionid:
            events += link_session(tables, chat_id, sent.sessionid, now)
        tables.imports.record(account_id, line.digest, ImportState.DONE, at=now, message_id=message.id)
        return [*events, HistoryImported(chat_id=chat_id), ChatChanged(chat_id=chat_id)]

    def _note_refused(self, line: Line, sentence: str) -> None:
        self._refused.append(LineProblem(line.record.line, sentence))
        self._count(refused=1)

    def _note_uncertain(self, line: Line, sentence: str) -> None:
        self._uncertain.append(LineProblem(line.record.line, sentence or "It may have arrived."))
        self._count(uncertain=1)

    # ------------------------------------------------------------ lines that Ringotel has

    async def _restore(self, lines: Sequence[Line]) -> None:
        """Puts lines into the chats here, many in one commit."""
        waiting = iter(lines)
        last: dict[ChatId, int] = {}
        while part := list(islice(waiting, IN_ONE_COMMIT)):
            done = await self._store.write(
                lambda tables: restore(tables, part, last, with_deleted=self._plan.options.with_deleted)
            )
            self._bus.publish(done.events)
            already = len(part) - done.put - done.left_out
            self._count(restored=done.put, already=already, deleted=done.left_out)


class _SessionError(RingodeskError):
    """A chat has no session at Ringotel, and none can be made now. `is_uncertain`: one may have been."""

    def __init__(self, cause: RingodeskError) -> None:
        super().__init__(f"The chat could not be opened at Ringotel: {cause}")
        self.is_uncertain = isinstance(cause, UncertainError)


def _recipient(line: Line) -> Recipient:
    assert line.contact is not None
    return Recipient(extension=line.contact.extension, userid=line.contact.userid)


def _as_referred(line: Line, sent: SentMessage) -> SentMessage:
    """What is known of a sent line: a message that was referred to by its id has that one, unless a new one came."""
    if line.way is not Way.REFERENCE or sent.messageid:
        return sent
    return msgspec.structs.replace(sent, messageid=MessageId(line.record.messageid))


def _message(record: Record, chat_id: ChatId, sent: SentMessage) -> NewMessage:
    """What is kept of a line that is at Ringotel."""
    return NewMessage(
        chat_id=chat_id,
        direction=record.direction,
        kind=record.kind,
        state=_state(record),
        at=record.at,
        text=record.text,
        messageid=sent.messageid,
        sessionid=sent.sessionid,
        attachment=record.attachment,
        call=record.call,
    )


_ARRIVED = frozenset({State.SENT, State.DELIVERED, State.READ})


def _state(record: Record) -> State:
    if record.direction is Direction.INCOMING:
        return State.RECEIVED
    return record.state if record.state in _ARRIVED else State.SENT
