"""The store's two threads, and the requests they are given.

Each thread owns one connection. A request carries a work to the thread and its outcome back to the future, on whatever
loop, that waits for it. Threads are daemons: a process that crashes is not held back by them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import queue
import threading
from abc import ABC, abstractmethod
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from ringodesk_qt.errors import StoreError
from ringodesk_qt.store.compacting import rebuild
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.tables import SqliteTables

log = logging.getLogger(__name__)

MOST_IN_ONE_COMMIT = 256
STOP_TIMEOUT_S = 30.0

Work = Callable[[SqliteTables], Any]


class Request:
    """A work and the future, on the caller's loop, that gets its outcome. Without a work it only waits its turn."""

    def __init__(self, work: Work | None = None) -> None:
        self._work = work
        self.loop = asyncio.get_running_loop()
        self.future: asyncio.Future[Any] = self.loop.create_future()
        self._result: Any = None
        self._error: Exception | None = None

    @property
    def is_stop(self) -> bool:
        """Whether it asks the thread to end."""
        return self._work is None

    def run(self, tables: SqliteTables, within: AbstractContextManager[None]) -> None:
        """Does the work; what it raises is its outcome."""
        assert self._work is not None
        try:
            with within:
                self._result = self._work(tables)
        except StopIteration as error:
            self._error = _unusable(error)
        except Exception as error:  # noqa: BLE001 - goes to whoever awaits it
            self._error = error
        except BaseException as error:  # noqa: BLE001 - must end neither this thread nor the caller's loop
            self._error = _unusable(error)

    def fail(self, error: Exception) -> None:
        """Makes `error` the outcome, unless the work itself failed before."""
        if self._error is None:
            # One each: an exception that several callers raise would collect all their tracebacks.
            self._error = StoreError(str(error))
            self._error.__cause__ = error

    def settle(self) -> None:
        """Gives the outcome to whoever still waits; runs on the future's loop."""
        if self.future.done():
            return  # the caller was cancelled
        if self._error is not None:
            self.future.set_exception(self._error)
        else:
            self.future.set_result(self._result)


def _unusable(error: BaseException) -> RuntimeError:
    """A future cannot carry every exception."""
    carried = RuntimeError(f"the work raised {type(error).__name__}")
    carried.__cause__ = error
    return carried


def settle(requests: Iterable[Request]) -> None:
    """Sends every outcome home, with one wake-up a loop however many wait on it."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Request]] = defaultdict(list)
    for request in requests:
        by_loop[request.loop].append(request)
    for loop, its_requests in by_loop.items():
        try:
            loop.call_soon_threadsafe(_settle_all, its_requests)
        except RuntimeError:
            log.debug("a loop ended before its store requests did")


def _settle_all(requests: list[Request]) -> None:
    for request in requests:
        request.settle()


class Worker(ABC):
    """One thread with one connection. Started once, stopped once; `ask` may be called from any loop."""

    _most_at_once: int

    def __init__(self, name: str, path: Path, *, busy_timeout_ms: int) -> None:
        self._path = path
        self._busy_timeout_ms = busy_timeout_ms
        self._requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._is_open = False
        self._has_ended = False
        self._thread = threading.Thread(target=self._main, name=name, daemon=True)
        self._opening: Request | None = None

    async def start(self) -> None:
        """Starts the thread; returns when its connection is open. Raises StoreError; `stop` is due all the same."""
        self._opening = Request()
        self._thread.start()
        await self._opening.future
        self._is_open = True

    @property
    def is_open(self) -> bool:
        """Whether it may be asked."""
        return self._is_open

    async def ask(self, work: Work) -> Any:
        """Has the work done and returns its result. Raises what it raised, or StoreError."""
        request = Request(work)
        with self._lock:
            # Under the lock, so that nothing is put behind the request to stop and never answered.
            if not self._is_open:
                raise StoreError("The database is closed: Ringodesk is ending.")
            self._requests.put(request)
        return await request.future

    async def stop(self) -> None:
        """Takes nothing more, does what was asked before, closes the connection and joins the thread."""
        last = Request()
        with self._lock:
            self._is_open = False
            if self._opening is None:
                return
            has_ended = self._has_ended
            if not has_ended:
                self._requests.put(last)
        try:
            if not has_ended:
                async with asyncio.timeout(STOP_TIMEOUT_S):
                    await last.future
        except TimeoutError:
            log.error("%s did not end within %.0f s and is left behind", self._thread.name, STOP_TIMEOUT_S)
        else:
            self._thread.join()

    # ------------------------------------------------------------ on the thread

    def _main(self) -> None:
        try:
            self._live()
        finally:
            with self._lock:
                self._has_ended = True
            settle(self._left())

    def _live(self) -> None:
        assert self._opening is not None
        database: Database | None = None
        try:
            database = self._open()
        except Exception as error:  # noqa: BLE001 - goes to whoever called `start`
            self._opening.fail(error)
        settle([self._opening])
        if database is None:
            return
        try:
            self._serve(database, SqliteTables(database))
        finally:
            _close(database)

    def _serve(self, database: Database, tables: SqliteTables) -> None:
        while not (requests := self._take())[-1].is_stop:
            self._carry_out(database, tables, requests)
            del requests  # or the last results would live until the next request
        self._carry_out(database, tables, requests[:-1])
        self._requests.put(requests[-1])  # settled when all else is

    def _take(self) -> list[Request]:
        """Waits for a request and takes those that have queued up behind it; the one to stop comes last."""
        taken = [self._requests.get()]
        while len(taken) < self._most_at_once and not taken[-1].is_stop:
            try:
                taken.append(self._requests.get_nowait())
            except queue.Empty:
                break
        return taken

    def _left(self) -> list[Request]:
        left: list[Request] = []
        with contextlib.suppress(queue.Empty):
            while True:
                left.append(self._requests.get_nowait())
        return left

    @abstractmethod
    def _open(self) -> Database:
        """The thread's connection. Raises StoreError."""

    @abstractmethod
    def _carry_out(self, database: Database, tables: SqliteTables, requests: list[Request]) -> None:
        """Does the works and settles every request."""


class Writer(Worker):
    """Commits all that has queued up together: under load the cost of a commit is shared.

    Nobody is told that a write is done before it is on disk. A work that raises is rolled back alone. When the commit
    fails, everything in it has failed.
    """

    _most_at_once = MOST_IN_ONE_COMMIT

    def _open(self) -> Database:
        database = Database(self._path, busy_timeout_ms=self._busy_timeout_ms)
        try:
            migrate(database, migrations())
            rebuild(database)
        except BaseException:
            database.close()
            raise
        return database

    def _carry_out(self, database: Database, tables: SqliteTables, requests: list[Request]) -> None:
        waiting = deque(requests)
        while waiting:
            self._commit(database, tables, waiting)
        settle(requests)

    def _commit(self, database: Database, tables: SqliteTables, waiting: deque[Request]) -> None:
        """One transaction over all that waits, or up to the work that lost it."""
        begun: list[Request] = []
        try:
            with database.transaction():
                while waiting and not database.is_lost:
                    begun.append(waiting.popleft())
                    begun[-1].run(tables, database.savepoint())
        except Exception as error:
            if not isinstance(error, StoreError):
                log.exception("a commit failed in a way nobody foresaw")
            if not begun:  # the transaction could not even begin, and would not for the next one
                begun.extend(waiting)
                waiting.clear()
            for request in begun:
                request.fail(error)


class Reader(Worker):
    """Answers one read after the other, each from one state of the database."""

    _most_at_once = 1

    def _open(self) -> Database:
        return Database(self._path, is_read_only=True, busy_timeout_ms=self._busy_timeout_ms)

    def _carry_out(self, database: Database, tables: SqliteTables, requests: list[Request]) -> None:
        for request in requests:
            request.run(tables, database.snapshot())
        settle(requests)


def _close(database: Database) -> None:
    try:
        database.close()
    except StoreError as error:
        log.warning("the database did not close well: %s", error)
