"""SQLite, through apsw: opening, transactions, and the one place where its errors become ours.

::

    apsw.FullError                      StoreError: the disk is full
    apsw.BusyError, LockedError         StoreError: another program holds the database
    apsw.NotADBError, CorruptError      StoreError: not a database, or damaged
    apsw.ReadOnlyError, PermissionsError, CantOpenError, OSError
                                        StoreError: the folder or its permissions
    any other apsw.Error                StoreError with SQLite's own words
    a folder in the database's place, or in that of a file SQLite keeps beside it
                                        StoreError that says so
    apsw.ConstraintError                ValueError: a fault of the caller, who gave what contradicts the tables
    writing on a read-only connection   RuntimeError: a fault of the caller
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import apsw

from ringodesk_qt.errors import StoreError

Row = tuple[Any, ...]
Values = Sequence[object]

BUSY_TIMEOUT_MS = 5000
STATEMENTS_KEPT = 200
_MOST_VALUES = 1024
_ANY_LENGTH = 8
_BESIDE = ("-wal", "-shm", "-journal")
"""Endings of what SQLite keeps beside a database, and looks for when it opens one."""

T = TypeVar("T")


class Database:
    """One connection, used by one thread. Its methods raise StoreError for whatever the machine has against it."""

    def __init__(self, path: Path, *, is_read_only: bool = False, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> None:
        """Opens `path`, made if there is none (not when read-only), its folder too, for this user alone.

        `busy_timeout_ms` is how long to wait for another process that writes.
        """
        self.path = path
        self._is_read_only = is_read_only
        self._has_begun = False
        self._is_lost = False
        flags = apsw.SQLITE_OPEN_READONLY if is_read_only else apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        try:
            _check_are_files(path)
            if not is_read_only:
                _make_private(path)
            self._connection = apsw.Connection(str(path), flags=flags, statementcachesize=STATEMENTS_KEPT)
        except (apsw.Error, OSError) as error:
            raise self._problem(error) from error
        try:
            self._configure(busy_timeout_ms)
        except BaseException:
            self.close()
            raise

    def _configure(self, busy_timeout_ms: int) -> None:
        self._connection.set_busy_timeout(busy_timeout_ms)
        # Plans do not depend on what is bound; else a statement that a partial index may serve is planned at each use.
        self._connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
        self.rows("PRAGMA foreign_keys = ON")
        self.rows("PRAGMA temp_store = MEMORY")
        if self._is_read_only:
            self.rows("PRAGMA query_only = ON")
            return
        if self.value("PRAGMA page_count") == 0:  # it can be chosen only for what is empty: see `compacting`
            self.rows("PRAGMA auto_vacuum = INCREMENTAL")
        if self.value("PRAGMA journal_mode = WAL") != "wal":
            raise StoreError(f"The disk that holds {self.path} cannot be used: choose a local one with --home.")
        self.rows("PRAGMA synchronous = FULL")
        self.rows("PRAGMA fullfsync = ON")  # macOS: past the drive's own cache; no other system heeds it
        self.rows("PRAGMA secure_delete = ON")  # what is deleted is overwritten
        self.rows("PRAGMA journal_size_limit = 16777216")

    # ------------------------------------------------------------ statements

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query, or none for a statement without."""
        self._check_not_lost()
        try:
            return self._connection.execute(sql, values).fetchall()
        except apsw.Error as error:
            raise self._failed(error) from error
        except UnicodeEncodeError:
            # Half of a surrogate pair is no text to SQLite; from the wire or the window it may come all the same.
            return self.rows(sql, tuple(map(_encodable, values)))

    def insert_all(self, table: str, columns: Sequence[str], many: Sequence[Values]) -> Sequence[int]:
        """Adds rows to a table, in their order, in few statements. Returns their ids, which follow on each other.

        For each statement the interpreter's lock is given away, and a busy thread may be slow to give it back.
        """
        for part in in_parts(many, _MOST_VALUES // len(columns)):
            self.rows(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES {marks_of(part)}",  # noqa: S608 - names of our own
                tuple(chain.from_iterable(part)),
            )
        last = self._connection.last_insert_rowid()
        return range(last - len(many) + 1, last + 1)

    def _check_not_lost(self) -> None:
        if self._is_lost:
            raise StoreError(f"The disk that holds {self.path} is full or failing: nothing of this was kept.")

    def _failed(self, error: apsw.Error) -> Exception:
        # A full or failing disk may end a transaction by itself; what came next would be written without one.
        self._is_lost = self._has_begun and not self._connection.in_transaction
        return self._problem(error)

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first row's first value, or None."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    def total_changes(self) -> int:
        """How many rows this connection has changed since it was opened."""
        return self._connection.total_changes()

    def insert(self, sql: str, values: Values = ()) -> int:
        """Runs an INSERT and returns the new row's id."""
        self.rows(sql, values)
        return self._connection.last_insert_rowid()

    def change(self, sql: str, values: Values = ()) -> int:
        """Runs an UPDATE or DELETE and returns how many rows it changed."""
        self.rows(sql, values)
        return self._connection.changes()

    # ------------------------------------------------------------ transactions

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """BEGIN IMMEDIATE … COMMIT. Nothing of it stays when the block, or the commit itself, raises."""
        self.rows("BEGIN IMMEDIATE")
        self._has_begun = True
        try:
            yield
            self.rows("COMMIT")
        finally:
            self._roll_back()

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part of a transaction that can fail alone; when it cannot, the transaction `is_lost`."""
        self.rows("SAVEPOINT work")
        try:
            yield
            self.rows("RELEASE work")
        except BaseException:
            self._go_back()
            raise

    def _go_back(self) -> None:
        if self._is_lost:
            return
        try:
            self.rows("ROLLBACK TO work")
            self.rows("RELEASE work")
        except StoreError:
            self._is_lost = True

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """A block whose queries all see the same state."""
        self.rows("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    def _roll_back(self) -> None:
        self._has_begun = self._is_lost = False
        if self._connection.in_transaction:
            self.rows("ROLLBACK")

    @property
    def is_lost(self) -> bool:
        """Whether the transaction that is open can only be rolled back: a full or failing disk has ended it."""
        return self._is_lost

    # ------------------------------------------------------------ the file

    def back_up(self, target: Path) -> None:
        """Copies what is committed to a file of its own, by SQLite's own backup; a file there is replaced."""
        try:
            target.unlink(missing_ok=True)
            _make_private(target)
            with (
                contextlib.closing(apsw.Connection(str(target))) as copy,
                copy.backup("main", self._connection, "main") as backup,
            ):
                while not backup.done:
                    backup.step()
        except (apsw.Error, OSError) as error:
            raise StoreError(
                f"The database {self.path} must be copied before this version can use it, and the copy {target} could "
                f"not be made ({error}). Make room and start again."
            ) from error

    def close(self) -> None:
        """Closes the connection. The last one of all processes moves the write-ahead log into the database file."""
        try:
            self._connection.close()
        except apsw.Error as error:
            raise self._problem(error) from error

    def _problem(self, error: Exception) -> Exception:
        if isinstance(error, apsw.ConstraintError):
            return ValueError(f"the database does not take this: {error}")
        if isinstance(error, apsw.ReadOnlyError) and self._is_read_only:
            return RuntimeError("a read must not write")
        return StoreError(_sentence(error, self.path))


def in_parts(many: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """Parts for a statement each, in order: as long as they may be, but only of few different lengths.

    A statement is kept prepared for each length, and one of a hundred rows takes as much memory as they do.
    """
    start = 0
    while start < len(many):
        left = min(most, len(many) - start)
        length = left if left <= _ANY_LENGTH else 1 << (left.bit_length() - 1)
        yield many[start : start + length]
        start += length


def marks_of(rows: Sequence[Values]) -> str:
    """What stands for the values of rows in a statement."""
    return ", ".join([f"({', '.join('?' * len(rows[0]))})"] * len(rows))


def forget_former_states(path: Path) -> None:
    """Empties the write-ahead log, which holds pages as they were, and removes copies from before a migration.

    Through a connection of its own; others go on. Raises StoreError when one of them reads for too long.
    """
    database = Database(path)
    try:
        is_busy = database.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]
        if is_busy:
            raise StoreError(f"The log of the database {path} is in use and could not be emptied yet.")
    finally:
        database.close()
    for copy in path.parent.glob(f"{path.name}.schema-*.bak"):
        with contextlib.suppress(OSError):
            copy.unlink()


def _check_are_files(path: Path) -> None:
    """SQLite takes a folder for a failing disk, and waits for ever for a pipe."""
    if _is_no_file(path):
        raise StoreError(
            f"The database {path} cannot be used: what lies there is no file. Move it away, or name another home with "
            "--home or RINGODESK_HOME."
        )
    for beside in (path.with_name(path.name + ending) for ending in _BESIDE):
        if _is_no_file(beside):
            raise StoreError(
                f"The database {path} cannot be used: what lies beside it as {beside.name} is no file. Move that away, "
                "and not the database, then start again. Nothing was changed."
            )


def _is_no_file(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _make_private(path: Path) -> None:
    """SQLite gives its write-ahead log the database's permissions: make the file first, for its user alone.

    One that exists is not opened: closing it would free the locks that this process' other connections hold on it.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if path.is_file():
            path.chmod(0o600)


def _encodable(value: object) -> object:
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else value


def _sentence(error: Exception, path: Path) -> str:
    if isinstance(error, apsw.FullError):
        return f"The disk that holds {path} is full. Free some space and try again."
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return f"The database {path} is held by another program. Close it, or wait."
    if isinstance(error, apsw.NotADBError | apsw.CorruptError):
        return f"The file {path} is not a Ringodesk database, or it is damaged. Move it away, or restore a backup."
    if isinstance(error, apsw.ReadOnlyError | apsw.PermissionsError | apsw.AuthError):
        return f"The database {path} cannot be written: check the permissions of its folder."
    if isinstance(error, apsw.CantOpenError | OSError):
        return f"The database {path} cannot be opened: check that its folder exists and is yours."
    if isinstance(error, apsw.IOError):
        return f"The disk that holds {path} has a fault ({error})."
    return f"The database {path} could not be used ({error})."
