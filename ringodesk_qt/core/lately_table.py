"""What the checks ask of the newest messages."""

from __future__ import annotations

from typing import Protocol

from ringodesk_qt.models.message import Attachment, LatelyChanged


class LatelyTable(Protocol):
    """Looks at the newest messages alone, however long the history is."""

    def changed(self) -> LatelyChanged:
        """What keeps edits and deletions from coming through."""
        ...

    def files(self, most: int) -> list[Attachment]:
        """Theirs and ours, the newest first; not those of deleted messages."""
        ...
