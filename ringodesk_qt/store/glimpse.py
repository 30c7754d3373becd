"""What the first paint shows of the database, before the store is open: a look that waits for nobody."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.store.chats import ChatTable
from ringodesk_qt.store.database import Database


class Glimpse(NamedTuple):
    """The head of the list of chats, and which of all chats are archived."""

    chats: list[Chat]
    archived: list[ChatId]


def glimpse(path: Path, most: int) -> Glimpse | None:
    """At most so many chats, in the list's order; none where there is no database yet.

    None where it cannot be seen at once: the database is held by another program, has another schema, or has something
    wrong with it. Whatever that is, the store finds it again when it opens, and mends it or tells it.
    """
    if not path.exists():
        return Glimpse([], [])
    try:
        database = Database(path, is_read_only=True, busy_timeout_ms=0)
    except StoreError:
        return None
    try:
        table = ChatTable(database)
        return Glimpse(table.first(most), table.archived_ids())
    except StoreError:
        return None
    finally:
        database.close()
