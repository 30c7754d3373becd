"""The schema's version: SQL files numbered in tens, each applied once, in order.

`PRAGMA user_version` holds the number of the last one that was applied, `PRAGMA application_id` says that the file is
ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

from ringodesk_qt.errors import StoreError
from ringodesk_qt.store.database import BUSY_TIMEOUT_MS, Database
from ringodesk_qt.store.newer import APPLICATION_ID, newer

Migration = tuple[int, str]


def migrations() -> list[Migration]:
    """Every migration, (number, SQL), in order."""
    folder = resources.files("ringodesk_qt.store.migrations")
    scripts = [entry for entry in folder.iterdir() if entry.name.endswith(".sql")]
    return sorted((int(entry.name[:4]), entry.read_text(encoding="utf-8")) for entry in scripts)


def migrate(database: Database, steps: Sequence[Migration]) -> None:
    """Brings a database up to the last of `steps`, in one transaction.

    One that holds something is copied first, to a file beside it. Raises StoreError for a database that a newer version
    made, or another program.
    """
    newest = steps[-1][0]
    if _present(database, newest) == newest:
        return
    with database.transaction():
        present = _present(database, newest)  # anew: another process may have been quicker
        if 0 < present < newest:
            _back_up(database, present)
        for number, script in steps:
            if number > present:
                database.rows(script)
        database.rows(f"PRAGMA application_id = {APPLICATION_ID}")
        database.rows(f"PRAGMA user_version = {newest}")


def _present(database: Database, newest: int) -> int:
    present = int(database.value("PRAGMA user_version"))
    is_ours = database.value("PRAGMA application_id") == APPLICATION_ID
    if not is_ours and database.value("SELECT count(*) FROM sqlite_schema"):
        raise StoreError(f"The file {database.path} belongs to another program. Name another folder with --home.")
    if present > newest:
        raise newer(database.path, present, known=newest)
    return present


def _back_up(database: Database, present: int) -> None:
    """Through a connection of its own: one that is in a transaction cannot be copied from."""
    source = Database(database.path, is_read_only=True, busy_timeout_ms=BUSY_TIMEOUT_MS)
    try:
        source.back_up(database.path.with_name(f"{database.path.name}.schema-{present}.bak"))
    finally:
        source.close()
