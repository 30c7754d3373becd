"""What core needs of the store when the user looks closer at one message: a part of `ports`, which holds the others."""

from __future__ import annotations

from typing import Protocol

from ringodesk_qt.models.details import FormerText, PicturePlace
from ringodesk_qt.models.ids import LocalId


class DetailsTable(Protocol):
    """What is not read with every message."""

    def former_texts(self, message_id: LocalId, *, limit: int = 200) -> list[FormerText]:
        """What the message said before each of its edits, newest first; nothing of one that was deleted."""
        ...

    def picture_place(self, message_id: LocalId) -> PicturePlace | None:
        """The message among the pictures of its chat, or None for one that is no picture (any more)."""
        ...
