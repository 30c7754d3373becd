"""Every accepted notification, key removed."""

from __future__ import annotations

from datetime import datetime

from ringodesk_qt.models.ids import JournalId
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.times import from_ms, to_ms


class JournalTable:
    """See `JournalTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, *, method: str, body: bytes, digest: str, at: datetime) -> JournalId:
        """Stores one; it is `pending` until `mark` says otherwise."""
        return JournalId(
            self._database.insert(
                "INSERT INTO journal (at, method, body, digest) VALUES (?, ?, ?, ?)", (to_ms(at), method, body, digest)
            )
        )

    def seen_since(self, digest: str, since: datetime) -> bool:
        """Whether a notification with this digest was journalled at or after `since`."""
        return (
            self._database.value("SELECT 1 FROM journal WHERE digest = ? AND at >= ? LIMIT 1", (digest, to_ms(since)))
            is not None
        )

    def mark(self, journal_id: JournalId, verdict: str, detail: str = "") -> None:
        """Records what became of it."""
        self._database.rows("UPDATE journal SET verdict = ?, detail = ? WHERE id = ?", (verdict, detail, journal_id))

    def pending(self, limit: int = 100, *, after: JournalId | None = None) -> list[tuple[JournalId, bytes, datetime]]:
        """Notifications not applied after this one, oldest first: id, body, when it came."""
        return [
            (JournalId(journal_id), bytes(body), from_ms(at))
            for journal_id, body, at in self._database.rows(
                "SELECT id, body, at FROM journal WHERE verdict IN ('pending', 'failed') AND id > ? "
                "ORDER BY id LIMIT ?",
                (after or 0, limit),
            )
        ]

    def prune(self, before: datetime) -> int:
        """Drops what came before a time and needs no applying any more. How many went."""
        return self._database.change(
            "DELETE FROM journal WHERE at < ? AND verdict NOT IN ('pending', 'failed')", (to_ms(before),)
        )
