"""What core needs of the store when the user looks closer at one message: a part of `ports`, which holds the others."""

from __future__ import annotations

from typing import Protocol

from ringodesk_qt.models.details import FormerText, PicturePlace
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message


class DetailsTable(Protocol):
    """What is not read with every message."""

    def former_texts(self, message_id: LocalId, *, limit: int = 200) -> list[FormerText]:
        """What the message said before each of its edits, newest first; nothing of one that was deleted."""
        ...

    def files(self, chat_id: ChatId, *, before: tuple[int, LocalId] | None = None, limit: int = 50) -> list[Message]:
        """The chat's newest messages with a file (before a (position, id)), newest first."""
        ...

    def picture_place(self, message_id: LocalId) -> PicturePlace | None:
        """The message among the pictures of its chat, or None for one that is no picture (any more)."""
        ...
