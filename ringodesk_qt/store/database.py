"""SQLite, through apsw: opening, transactions, and the one place where its errors become ours."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

import apsw

from ringodesk_qt.errors import StoreError

Row = tuple[Any, ...]
Values = Sequence[object]

BUSY_TIMEOUT_MS = 5000
STATEMENTS_KEPT = 200
_MIGRATIONS = "ringodesk_qt.store.migrations"


class Database:
    """One connection, used by one thread. Its methods raise StoreError for whatever SQLite says."""

    def __init__(self, path: Path, *, is_read_only: bool = False) -> None:
        flags = apsw.SQLITE_OPEN_READONLY if is_read_only else apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        with _mapped(path):
            if not is_read_only:
                _make_private(path)
            self._connection = apsw.Connection(str(path), flags=flags, statementcachesize=STATEMENTS_KEPT)
            self._connection.set_busy_timeout(BUSY_TIMEOUT_MS)
            self._path = path
            self._configure(is_read_only=is_read_only)

    def _configure(self, *, is_read_only: bool) -> None:
        pragmas = ["foreign_keys = ON", "temp_store = MEMORY"]
        if is_read_only:
            pragmas.append("query_only = ON")
        else:
            pragmas += ["journal_mode = WAL", "synchronous = FULL"]
        for pragma in pragmas:
            self._connection.execute(f"PRAGMA {pragma}")

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query, or none for a statement without."""
        with _mapped(self._path):
            return list(self._connection.execute(sql, values))

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first row's first value, or None."""
        found = self.row(sql, values)
        return found[0] if found else None

    def insert(self, sql: str, values: Values = ()) -> int:
        """Runs an INSERT and returns the new row's id."""
        self.rows(sql, values)
        return self._connection.last_insert_rowid()

    def change(self, sql: str, values: Values = ()) -> int:
        """Runs an UPDATE or DELETE and returns how many rows it changed."""
        self.rows(sql, values)
        return self._connection.changes()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """BEGIN IMMEDIATE … COMMIT. Nothing of it stays when the block, or the commit itself, raises."""
        self.rows("BEGIN IMMEDIATE")
        try:
            yield
            self.rows("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part of a transaction that can fail alone."""
        self.rows("SAVEPOINT work")
        try:
            yield
        except BaseException:
            # A full disk may have ended the whole transaction already; then there is nothing to go back to.
            if self._connection.in_transaction:
                self.rows("ROLLBACK TO work")
                self.rows("RELEASE work")
            raise
        self.rows("RELEASE work")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """A block whose queries all see the same state."""
        self.rows("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self.rows("ROLLBACK")

    @property
    def is_in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._connection.in_transaction

    def close(self) -> None:
        """Closes the connection."""
        with _mapped(self._path):
            self._connection.close()

    def checkpoint(self) -> None:
        """Moves what the write-ahead log holds into the database file, as far as readers let it."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    # ------------------------------------------------------------ schema

    def migrate(self) -> None:
        """Brings the schema up to date. Raises StoreError for a database made by a newer version.

        An existing database is copied first, by SQLite's own backup, to a file beside it.
        """
        migrations = read_migrations()
        newest = migrations[-1][0]
        present = int(self.value("PRAGMA user_version"))
        if present > newest:
            raise StoreError(
                f"The database {self._path} was made by a newer version of Ringodesk (schema {present}, this one knows "
                f"{newest}). Install that version, or name another folder with --home."
            )
        if 0 < present < newest:
            self._back_up(self._path.with_name(f"{self._path.name}.schema-{present}.bak"))
        for number, script in migrations:
            if number > present:
                self._apply(number, script)

    def _apply(self, number: int, script: str) -> None:
        with self.transaction():
            if int(self.value("PRAGMA user_version")) < number:  # another process may have been quicker
                self.rows(script)
                self.rows(f"PRAGMA user_version = {number}")

    def _back_up(self, target: Path) -> None:
        with _mapped(target):
            _make_private(target)
            copy = apsw.Connection(str(target))
            with copy.backup("main", self._connection, "main") as backup:
                backup.step()
            copy.close()


def read_migrations() -> list[tuple[int, str]]:
    """Every migration, (number, SQL), in order."""
    folder = resources.files(_MIGRATIONS)
    scripts = [entry for entry in folder.iterdir() if entry.name.endswith(".sql")]
    return sorted((int(entry.name[:4]), entry.read_text(encoding="utf-8")) for entry in scripts)


def _make_private(path: Path) -> None:
    """SQLite gives its write-ahead log the database's permissions: make the file first, for its user alone."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


@contextmanager
def _mapped(path: Path) -> Iterator[None]:
    try:
        yield
    except (apsw.Error, OSError) as error:
        raise StoreError(_sentence(error, path)) from error


def _sentence(error: Exception, path: Path) -> str:
    if isinstance(error, apsw.FullError):
        return f"The disk that holds {path} is full. Free some space; nothing was lost."
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return f"The database {path} is held by another program. Close it, or wait."
    if isinstance(error, apsw.NotADBError | apsw.CorruptError):
        return f"The file {path} is not a Ringodesk database, or it is damaged. Move it away, or restore a backup."
    if isinstance(error, apsw.ReadOnlyError):
        return f"The database {path} cannot be written: check the permissions of its folder."
    if isinstance(error, apsw.CantOpenError | OSError):
        return f"The database {path} cannot be opened: check that its folder exists and is yours."
    if isinstance(error, apsw.IOError):
        return f"The disk that holds {path} has a fault ({error})."
    return f"The database {path} could not be used ({error})."
