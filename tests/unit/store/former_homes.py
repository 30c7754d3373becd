"""Homes as each earlier schema left them, with something of everything that it could hold.

`homes/NNNN.sql` is what was written while that schema was the newest; what came before is in the files before it. A new
migration that brings a table or a column gets a file here, and a released one is never changed.
"""

from __future__ import annotations

from pathlib import Path

from ringodesk_qt.store.database import Database
from ringodesk_qt.store.newer import APPLICATION_ID
from ringodesk_qt.store.schema import migrations

SCHEMAS = [number for number, _script in migrations()]


def make_former_home(path: Path, schema: int) -> None:
    """Writes the database of a home that was last used by the version with this schema."""
    database = Database(path)
    database.rows("PRAGMA synchronous = OFF")
    with database.transaction():
        for number, script in migrations():
            if number <= schema:
                database.rows(script)
                written = Path(__file__).parent / "homes" / f"{number:04}.sql"
                if written.exists():
                    database.rows(written.read_text("utf-8"))
        database.rows(f"PRAGMA application_id = {APPLICATION_ID}")
        database.rows(f"PRAGMA user_version = {schema}")
    database.close()
