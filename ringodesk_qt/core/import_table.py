"""What core needs of the store for imports: a part of `ports`, which holds all the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from ringodesk_qt.models.ids import AccountId, LocalId
from ringodesk_qt.models.transfer import ImportedLine, ImportState


class ImportTable(Protocol):
    """Which lines of import files were begun, by a digest of what each says."""

    def known(self, account_id: AccountId, digests: Sequence[str]) -> dict[str, ImportedLine]:
        """What is kept of those of the lines that were begun, by digest."""
        ...

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
        ...
