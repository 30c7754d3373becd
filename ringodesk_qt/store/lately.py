"""What became of the newest messages: bounded looks, whatever the length of the history."""

from __future__ import annotations

import msgspec

from ringodesk_qt.models.message import Attachment, LatelyChanged
from ringodesk_qt.store.database import Database

LOOKED_AT = 5000
_NEWEST = f"FROM message WHERE id > (SELECT coalesce(max(id), 0) FROM message) - {LOOKED_AT}"  # noqa: S608 - a number
_decode = msgspec.json.Decoder(Attachment).decode


class LatelyTable:
    """See `LatelyTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def changed(self) -> LatelyChanged:
        """What keeps edits and deletions from coming through. Only what we sent ourselves has a time it began at."""
        refused, without_id = self._database.rows(
            "SELECT total(error <> ''), total(messageid = '' AND sending_began_at IS NOT NULL) "
            f"{_NEWEST} AND direction = 'out' AND state IN ('sent', 'delivered', 'read') "
            "AND kind IN ('text', 'file') AND deleted_at IS NULL"
        )[0]
        return LatelyChanged(
            refused=int(refused),
            without_id=int(without_id),
            waiting=int(self._database.value("SELECT count(*) FROM outbox WHERE action IN ('edit', 'delete')")),
            strays=int(self._database.value("SELECT count(*) FROM parked WHERE kind = 'updated'")),
        )

    def files(self, most: int) -> list[Attachment]:
        """Those of the newest messages, the newest first."""
        rows = self._database.rows(
            f"SELECT attachment {_NEWEST} AND attachment IS NOT NULL AND deleted_at IS NULL ORDER BY id DESC LIMIT ?",
            (most,),
        )
        return [_decode(row[0]) for row in rows]
