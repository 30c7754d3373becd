"""Every accepted notification, key removed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate

from ringodesk_qt.models.ids import JournalId
from ringodesk_qt.models.notification import Journalled, Received
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.times import from_ms, to_ms

MOST_BYTES = 256 * 1024
"""When so many are given out, no further notification is with them."""
_PENDING = "FROM journal WHERE verdict IN ('pending', 'failed') AND id > ? ORDER BY id"


class JournalTable:
    """See `JournalTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_all(self, received: Sequence[Received]) -> None:
        """Stores them in this order; they are `pending` until `mark` says otherwise."""
        self._database.insert_all(
            "journal",
            ("at", "method", "body", "digest"),
            [(to_ms(one.received_at), one.method, one.body, one.digest) for one in received],
        )

    def seen_since(self, digest: str, since: datetime, *, before: JournalId) -> bool:
        """Whether a notification with this digest, that came at or after `since`, was journalled before another."""
        return (
            self._database.value(
                "SELECT 1 FROM journal WHERE digest = ? AND digest <> '' AND at >= ? AND id < ? LIMIT 1",
                (digest, to_ms(since), before),
            )
            is not None
        )

    def mark(self, journal_ids: Sequence[JournalId], verdict: str, detail: str = "") -> None:
        """Records what became of them."""
        self._database.rows(
            "UPDATE journal SET verdict = ?, detail = ? WHERE id IN (SELECT value FROM json_each(?))",
            (verdict, detail, f"[{','.join(map(str, journal_ids))}]"),
        )

    def pending(self, limit: int = 100, *, after: JournalId | None = None) -> list[Journalled]:
        """Notifications not applied (pending or failed) after this one, oldest first; fewer where they are large."""
        sizes = self._database.rows(f"SELECT id, length(body) {_PENDING} LIMIT ?", (after or 0, limit))
        before = accumulate((size for _id, size in sizes), initial=0)
        ids = [journal_id for (journal_id, _size), so_far in zip(sizes, before, strict=False) if so_far < MOST_BYTES]
        return [
            Journalled(id=JournalId(journal_id), body=bytes(body), digest=digest, at=from_ms(at))
            for journal_id, body, digest, at in self._database.rows(
                f"SELECT id, body, digest, at {_PENDING} LIMIT ?", (after or 0, len(ids))
            )
        ]

    def latest_at(self) -> datetime | None:
        """When the last one came; None where there is none."""
        ms = self._database.value("SELECT at FROM journal ORDER BY id DESC LIMIT 1")
        return None if ms is None else from_ms(ms)

    def prune(self, before: datetime) -> int:
        """Drops what came before a time and needs no applying any more. How many went."""
        return self._database.change(
            "DELETE FROM journal WHERE at < ? AND verdict NOT IN ('pending', 'failed')", (to_ms(before),)
        )
