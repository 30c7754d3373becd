"""What core needs of the store to read a chat's history from any place: a part of `ports`, which holds all the others.

A place is a (position, id). Messages stand in the order of their places, and a chat is read by the page from one of
them: what that costs does not depend on how long the chat is. What counts does, and says so.
"""

from __future__ import annotations

from typing import Protocol

from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message


class HistoryTable(Protocol):
    """The messages of a chat, by their places."""

    def page(self, chat_id: ChatId, *, before: tuple[int, LocalId] | None = None, limit: int = 50) -> list[Message]:
        """The newest messages (before a (position, id), exclusive), in ascending order."""
        ...

    def page_after(self, chat_id: ChatId, *, after: tuple[int, LocalId], limit: int = 50) -> list[Message]:
        """The oldest messages after a (position, id), exclusive, in ascending order."""
        ...

    def count(self, chat_id: ChatId) -> int:
        """How many messages the chat has; what it costs grows with them (25 ms for 100,000)."""
        ...

    def count_before(self, chat_id: ChatId, place: tuple[int, LocalId]) -> int:
        """How many messages stand before a place; what it costs grows with them."""
        ...

    def place_at(self, chat_id: ChatId, number: int) -> tuple[int, LocalId] | None:
        """Where the message stands that has so many before it, or None past the end; grows as well."""
        ...
