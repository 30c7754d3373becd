"""The store: one thread that writes, one that reads, and an async door to each for any thread's loop.

The writer takes everything that has queued up and commits it together: under load the cost of a commit is shared, and
nobody is told that a write is done before it is on disk. A work that raises is rolled back alone.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from ringodesk_qt.errors import StoreError
from ringodesk_qt.store.accounts import AccountTable
from ringodesk_qt.store.chats import ChatTable
from ringodesk_qt.store.contacts import ContactTable
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.journal import JournalTable
from ringodesk_qt.store.messages import MessageTable
from ringodesk_qt.store.outbox import OutboxTable
from ringodesk_qt.store.parked import ParkedTable

log = logging.getLogger(__name__)

T = TypeVar("T")

MOST_IN_ONE_COMMIT = 256
CLOSE_TIMEOUT_S = 30.0


class SqliteTables:
    """All tables over one connection, fitting core's `Tables`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @cached_property
    def accounts(self) -> AccountTable:
        """Accounts and identities."""
        return AccountTable(self._database)

    @cached_property
    def contacts(self) -> ContactTable:
        """Contacts."""
        return ContactTable(self._database)

    @cached_property
    def chats(self) -> ChatTable:
        """Chats, sessions and drafts."""
        return ChatTable(self._database)

    @cached_property
    def messages(self) -> MessageTable:
        """Messages."""
        return MessageTable(self._database)

    @cached_property
    def journal(self) -> JournalTable:
        """Accepted notifications."""
        return JournalTable(self._database)

    @cached_property
    def parked(self) -> ParkedTable:
        """What came before its message."""
        return ParkedTable(self._database)

    @cached_property
    def outbox(self) -> OutboxTable:
        """What waits to be sent."""
        return OutboxTable(self._database)


class Request:
    """A work and the future, on some thread's loop, that gets its outcome."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self.work = work
        self.loop = asyncio.get_running_loop()
        self.future: asyncio.Future[Any] = self.loop.create_future()
        self.result: Any = None
        self.error: BaseException | None = None

    def settle(self) -> None:
        """Gives the outcome to whoever still waits; runs on the future's loop."""
        if self.future.done():
            return
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)


class SqliteStore:
    """The database of one home, fitting core's `Store`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writes: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._reads: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._is_open = False

    async def open(self) -> None:
        """Opens the database, migrates it, starts both threads. Raises StoreError."""
        loop = asyncio.get_running_loop()
        opened: asyncio.Future[None] = loop.create_future()
        self._start("store-writer", self._run_writer, loop, opened)
        await opened
        read_opened: asyncio.Future[None] = loop.create_future()
        self._start("store-reader", self._run_reader, loop, read_opened)
        await read_opened
        self._is_open = True

    def _start(
        self,
        name: str,
        target: Callable[[Callable[[BaseException | None], None]], None],
        loop: asyncio.AbstractEventLoop,
        opened: asyncio.Future[None],
    ) -> None:
        def tell(error: BaseException | None) -> None:
            if error is None:
                loop.call_soon_threadsafe(opened.set_result, None)
            else:
                loop.call_soon_threadsafe(opened.set_exception, error)

        # A daemon: a process that crashes is not held back. `close` joins it.
        thread = threading.Thread(target=target, args=(tell,), name=name, daemon=True)
        thread.start()
        self._threads.append(thread)

    async def close(self) -> None:
        """Commits what has queued up and closes; may be called however far `open` came, and again."""
        self._is_open = False
        threads, self._threads = self._threads, []
        self._reads.put(None)
        self._writes.put(None)
        for thread in threads:
            await asyncio.to_thread(thread.join, CLOSE_TIMEOUT_S)

    async def write(self, work: Callable[[SqliteTables], T]) -> T:
        """Runs `work` in a transaction; its result comes after the commit. Raises StoreError, or what `work` raised."""
        return await self._ask(self._writes, work)

    async def read(self, work: Callable[[SqliteTables], T]) -> T:
        """Runs `work` on the reader connection, which sees all that was committed before the call."""
        return await self._ask(self._reads, work)

    async def _ask(self, requests: queue.SimpleQueue[Request | None], work: Callable[[SqliteTables], T]) -> T:
        if not self._is_open:
            raise StoreError("The database is closed: Ringodesk is ending.")
        request = Request(work)
        requests.put(request)
        result: T = await request.future
        return result

    # ------------------------------------------------------------ the threads

    def _run_writer(self, tell: Callable[[BaseException | None], None]) -> None:
        try:
            database = Database(self._path)
            database.migrate()
        except Exception as error:  # noqa: BLE001 - goes to whoever called `open`
            tell(error)
            return
        tell(None)
        tables = SqliteTables(database)
        for batch in _batches(self._writes):
            _commit(database, tables, batch)
            _settle(batch)
        _close(database, is_writer=True)

    def _run_reader(self, tell: Callable[[BaseException | None], None]) -> None:
        try:
            database = Database(self._path, is_read_only=True)
        except Exception as error:  # noqa: BLE001 - goes to whoever called `open`
            tell(error)
            return
        tell(None)
        tables = SqliteTables(database)
        for batch in _batches(self._reads, most=16):
            for request in batch:
                _run(database, request, tables)
            _settle(batch)
        _close(database, is_writer=False)


def _batches(requests: queue.SimpleQueue[Request | None], most: int = MOST_IN_ONE_COMMIT) -> Iterator[list[Request]]:
    """What has queued up, at most `most` at a time, until a None comes."""
    while True:
        first = requests.get()
        if first is None:
            return
        batch, is_last = [first], False
        while len(batch) < most and not is_last:
            try:
                more = requests.get_nowait()
            except queue.Empty:
                break
            if more is None:
                is_last = True
            else:
                batch.append(more)
        yield batch
        if is_last:
            return


def _commit(database: Database, tables: SqliteTables, batch: list[Request]) -> None:
    """Runs a batch in one transaction; when that fails as a whole, every request of it fails."""
    try:
        with database.transaction():
            for request in batch:
                _run_in_savepoint(database, request, tables)
    except StoreError as error:
        for request in batch:
            request.result, request.error = None, request.error or error


def _run_in_savepoint(database: Database, request: Request, tables: SqliteTables) -> None:
    if not database.is_in_transaction:
        raise StoreError("The disk is full or failing: what was being written was not kept.")
    try:
        with database.savepoint():
            request.result = request.work(tables)
    except Exception as error:  # noqa: BLE001 - goes to whoever awaits it
        request.error = error


def _run(database: Database, request: Request, tables: SqliteTables) -> None:
    try:
        with database.snapshot():
            request.result = request.work(tables)
    except Exception as error:  # noqa: BLE001 - goes to whoever awaits it
        request.error = error


def _settle(batch: list[Request]) -> None:
    """One wake-up a loop, however many wait on it."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Request]] = defaultdict(list)
    for request in batch:
        by_loop[request.loop].append(request)
    for loop, requests in by_loop.items():
        try:
            loop.call_soon_threadsafe(_settle_all, requests)
        except RuntimeError:
            log.debug("a loop ended before its store requests did")


def _settle_all(requests: list[Request]) -> None:
    for request in requests:
        request.settle()


def _close(database: Database, *, is_writer: bool) -> None:
    try:
        if is_writer:
            database.checkpoint()
        database.close()
    except StoreError as error:
        log.warning("the database did not close well: %s", error)
