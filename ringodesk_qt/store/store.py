"""The store: one thread that writes, one that reads, and an async door to each for any thread's loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from ringodesk_qt.errors import StoreError
from ringodesk_qt.store.database import BUSY_TIMEOUT_MS
from ringodesk_qt.store.tables import SqliteTables
from ringodesk_qt.store.workers import Reader, Worker, Writer

T = TypeVar("T")


class SqliteStore:
    """The database of one home, fitting core's `Store`. Several processes may use one home."""

    def __init__(self, path: Path, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> None:
        """`path` is the database file; `busy_timeout_ms` is how long to wait for another process that writes."""
        self._path = path
        self._busy_timeout_ms = busy_timeout_ms
        self._writer: Writer | None = None
        self._reader: Reader | None = None
        self._listener: Callable[[StoreError | None], None] = _nobody
        self._failing: set[str] = set()

    def on_usable(self, listener: Callable[[StoreError | None], None]) -> None:
        """Calls `listener` with the error when reading or writing fails, and with None when both work again.

        Once each; it may be called on any thread that asks.
        """
        self._listener = listener

    async def open(self) -> None:
        """Opens the database, makes or migrates it, starts both threads. Raises StoreError."""
        self._writer = Writer("store-writer", self._path, busy_timeout_ms=self._busy_timeout_ms)
        self._reader = Reader("store-reader", self._path, busy_timeout_ms=self._busy_timeout_ms)
        try:
            await self._writer.start()
            await self._reader.start()
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Does what was asked before, then closes; may be called however far `open` came, and again."""
        # The writer last: the last connection to go moves the write-ahead log into the database file.
        for worker in (self._reader, self._writer):
            if worker is not None:
                await worker.stop()

    async def write(self, work: Callable[[SqliteTables], T]) -> T:
        """Runs `work` in a transaction; its result comes after the commit. Raises StoreError, or what `work` raised.

        When the caller is cancelled, the work may be done all the same.
        """
        return cast("T", await self._watched("write", _opened(self._writer), work))

    async def read(self, work: Callable[[SqliteTables], T]) -> T:
        """Runs `work` on the reader connection, which sees all that was committed before the call.

        Raises StoreError, what `work` raised, or RuntimeError when it writes.
        """
        return cast("T", await self._watched("read", _opened(self._reader), work))

    async def _watched(self, kind: str, worker: Worker, work: Callable[[SqliteTables], T]) -> object:
        try:
            result = await worker.ask(work)
        except StoreError as error:
            if worker.is_open and kind not in self._failing:
                self._failing.add(kind)
                self._listener(error)
            raise
        if kind in self._failing:
            self._failing.discard(kind)
            if not self._failing:
                self._listener(None)
        return result

    async def foreign_version(self) -> int:
        """A number that is another once another process has written to the database. Raises StoreError."""
        return cast("int", await _opened(self._writer).ask(lambda tables: tables.foreign_version()))


def _nobody(_error: StoreError | None) -> None:
    """Nobody wants to know."""


def _opened(worker: Worker | None) -> Worker:
    if worker is None:
        raise StoreError("The database is not open.")
    return worker
