"""When this home was last known to be reachable, and the times it was not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from ringodesk_qt.models.gap import Gap, Heartbeat
from ringodesk_qt.models.ids import GapId
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.times import from_ms, to_ms

TOGETHER = timedelta(seconds=30)
"""To be reachable for less than this between two gaps is not worth telling."""
_NEWEST_ARRIVALS = 1000


class GapTable:
    """See `GapTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def heartbeat(self) -> Heartbeat | None:
        """The last one, or None while this home is not meant to be reachable."""
        row = self._database.row("SELECT at, is_lost FROM heartbeat")
        return Heartbeat(at=from_ms(row[0]), is_lost=bool(row[1])) if row else None

    def beat(self, at: datetime, *, is_lost: bool = False) -> None:
        """Keeps that it was reachable at a time, and with `is_lost` that it is not since."""
        self._database.rows(
            "INSERT INTO heartbeat (id, at, is_lost) VALUES (1, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET at = excluded.at, is_lost = excluded.is_lost",
            (to_ms(at), is_lost),
        )

    def forget_heartbeat(self) -> None:
        """From now on it is not meant to be reachable."""
        self._database.rows("DELETE FROM heartbeat")

    def last_arrival(self, after: datetime, until: datetime) -> datetime | None:
        """When the last of the newest notifications came that came between the two times, or None."""
        at = self._database.value(
            "SELECT max(at) FROM (SELECT at FROM journal ORDER BY id DESC LIMIT ?) WHERE at > ? AND at <= ?",
            (_NEWEST_ARRIVALS, to_ms(after), to_ms(until)),
        )
        return None if at is None else from_ms(at)

    def record(self, began_at: datetime, ended_at: datetime) -> Gap:
        """Keeps a gap and returns it as it is kept. Raises ValueError for one that ends before it begins."""
        self._make_room(began_at)
        former = self._former(began_at)
        if former is not None and former.has_beginning and began_at - former.ended_at < TOGETHER:
            self._database.rows(
                "UPDATE gap SET ended_at = ?, is_told = 0 WHERE id = ?", (to_ms(ended_at), int(former.id))
            )
            return Gap(id=former.id, began_at=former.began_at, ended_at=ended_at)
        gap_id = self._database.insert(
            "INSERT INTO gap (began_at, ended_at) VALUES (?, ?)", (to_ms(began_at), to_ms(ended_at))
        )
        return Gap(id=GapId(gap_id), began_at=began_at, ended_at=ended_at)

    def _make_room(self, began_at: datetime) -> None:
        """The clock was ahead when what lies after this was written."""
        began_ms = to_ms(began_at)
        self._database.rows("DELETE FROM gap WHERE began_at >= ? AND ended_at > ?", (began_ms, began_ms))
        self._database.rows("UPDATE gap SET ended_at = ? WHERE ended_at > ?", (began_ms, began_ms))

    def _former(self, began_at: datetime) -> Gap | None:
        row = self._database.row(
            "SELECT id, began_at, ended_at FROM gap WHERE ended_at <= ? ORDER BY ended_at DESC, id DESC LIMIT 1",
            (to_ms(began_at),),
        )
        return _gap(row) if row else None

    def since(self, at: datetime, *, limit: int = 1000) -> list[Gap]:
        """The newest gaps that ended after a time, oldest first."""
        rows = self._database.rows(
            "SELECT id, began_at, ended_at FROM gap WHERE ended_at > ? ORDER BY ended_at DESC, id DESC LIMIT ?",
            (to_ms(at), limit),
        )
        return [_gap(row) for row in reversed(rows)]

    def untold(self) -> list[Gap]:
        """Gaps that the user was not told of, oldest first."""
        rows = self._database.rows("SELECT id, began_at, ended_at FROM gap WHERE NOT is_told ORDER BY ended_at, id")
        return [_gap(row) for row in rows]

    def mark_told(self, gap_ids: Sequence[GapId]) -> None:
        """The user was told of them."""
        for gap_id in gap_ids:
            self._database.rows("UPDATE gap SET is_told = 1 WHERE id = ?", (int(gap_id),))


def _gap(row: tuple[int, ...]) -> Gap:
    return Gap(id=GapId(row[0]), began_at=from_ms(row[1]), ended_at=from_ms(row[2]))
