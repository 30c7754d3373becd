"""What deleted messages took on the disk goes back to the system, so that the file becomes smaller.

A database is made with incremental auto-vacuum: its last pages are moved into free ones some at a time, between other
writes (`give_back`). One that an earlier version made cannot do that until it is written anew as a whole, which holds
up everything else: that is done once, at a start, where much of it is free and little is left (`rebuild`).
"""

from __future__ import annotations

import logging

from ringodesk_qt.errors import StoreError
from ringodesk_qt.store.database import Database

log = logging.getLogger(__name__)

PAGES_AT_ONCE = 128
"""Half a megabyte."""
INCREMENTAL = 2
WORTH_REBUILDING = 1024
"""Free pages; fewer are soon used again."""
MOST_REBUILT = 65536
"""Pages that are left: a quarter of a gigabyte is written anew in some seconds, and passes through memory."""


def give_back(database: Database) -> bool:
    """Within a transaction: makes the file some pages shorter, at the next checkpoint; whether there is more to do."""
    if database.value("PRAGMA auto_vacuum") != INCREMENTAL:
        return False
    database.rows(f"PRAGMA incremental_vacuum({PAGES_AT_ONCE})")
    return bool(database.value("PRAGMA freelist_count"))


def rebuild(database: Database) -> None:
    """Writes a database anew that cannot give anything back, if that is worth it. Where it cannot be, it stays.

    It is done wholly or not at all, however it ends. Nothing is waited for: another process may be at work on it.
    """
    if not _is_worth_it(database):
        return
    patience_ms = database.value("PRAGMA busy_timeout")
    database.rows("PRAGMA busy_timeout = 0")
    try:
        database.rows("PRAGMA auto_vacuum = INCREMENTAL")
        database.rows("VACUUM")
    except StoreError as error:
        log.info("the space of what was deleted could not be given back yet: %s", error)
    else:
        log.info("the database was written anew, and the space of what was deleted given back")
    finally:
        database.rows(f"PRAGMA busy_timeout = {patience_ms}")


def _is_worth_it(database: Database) -> bool:
    if database.value("PRAGMA auto_vacuum") == INCREMENTAL:
        return False
    pages, free = database.value("PRAGMA page_count"), database.value("PRAGMA freelist_count")
    return bool(free >= max(WORTH_REBUILDING, pages // 4) and pages - free <= MOST_REBUILT)
