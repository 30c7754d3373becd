"""Which lines of import files were begun, and how they ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ringodesk_qt.models.ids import AccountId, LocalId
from ringodesk_qt.models.transfer import ImportedLine, ImportState
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.times import to_ms

_MOST_VALUES = 500


class ImportTable:
    """See `ImportTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, account_id: AccountId, digests: Sequence[str]) -> dict[str, ImportedLine]:
        """What is kept of those of the lines that were begun, by digest."""
        found: dict[str, ImportedLine] = {}
        for start in range(0, len(digests), _MOST_VALUES):
            part = list(digests[start : start + _MOST_VALUES])
            marks = ", ".join("?" * len(part))
            rows = self._database.rows(
                "SELECT digest, state, message_id, detail FROM import_line "  # noqa: S608 - names of our own
                f"WHERE account_id = ? AND digest IN ({marks})",
                [account_id, *part],
            )
            for digest, state, message_id, detail in rows:
                found[digest] = ImportedLine(
                    state=ImportState(state),
                    message_id=None if message_id is None else LocalId(message_id),
                    detail=detail,
                )
        return found

    def record(
        self,
        account_id: AccountId,
        digest: str,
        state: ImportState,
        *,
        at: datetime,
        message_id: LocalId | None = None,
        detail: str = "",
    ) -> None:
        """Keeps how far a line has come, in place of what was kept of it."""
        self._database.rows(
            "INSERT INTO import_line (account_id, digest, state, message_id, detail, at) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (account_id, digest) DO UPDATE SET state = excluded.state, message_id = excluded.message_id, "
            "detail = excluded.detail, at = excluded.at",
            (account_id, digest, state.value, message_id, detail, to_ms(at)),
        )
