"""The first rows of a conversation, read through the desk around the place in its history where it opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.gap import Gaps
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message

PAGE_ROWS = 60
LAST_ID = LocalId(2**63 - 1)

Place = tuple[int, LocalId]
"""(position, id): where a message stands in its chat."""
BEFORE_ALL: Place = (-(2**62), LocalId(0))


class MessageReader(Protocol):
    """The desk's reading verbs that the conversation uses."""

    async def page(self, chat_id: ChatId, *, before: Place | None = None, limit: int = 50) -> list[Message]:
        """The newest messages before a (position, id), ascending."""
        ...

    async def page_after(self, chat_id: ChatId, *, after: Place, limit: int = 50) -> list[Message]:
        """The oldest messages after a (position, id), ascending."""
        ...

    async def messages(self, message_ids: Sequence[LocalId]) -> list[Message]:
        """Those of the messages that exist."""
        ...

    async def count(self, chat_id: ChatId) -> int:
        """How many messages a chat has."""
        ...

    async def count_before(self, chat_id: ChatId, place: Place) -> int:
        """How many of them stand before a (position, id)."""
        ...

    async def place_at(self, chat_id: ChatId, number: int) -> Place | None:
        """The (position, id) of the message that has so many before it, or None past the end."""
        ...

    async def gaps(self, chat_id: ChatId) -> Gaps:
        """When we could not be reached in the chat's life."""
        ...


@dataclass(frozen=True, slots=True)
class Opening:
    """A chat's first rows, and what lies beyond them."""

    messages: list[Message]
    has_older: bool
    has_newer: bool
    gaps: Gaps
    older_count: int | None = None
    """How many messages stand before them, where that is known."""


@dataclass(slots=True)
class Beyond:
    """How many messages a chat has that are not held, before those that are and after them."""

    older: int = 0
    newer: int = 0

    def move(self, total: int, opening: Opening) -> bool:
        """Other rows of a chat with about so many messages are held now; whether what lies beyond them is known."""
        beyond = max(0, total - len(opening.messages))
        if not opening.has_newer:
            self.older, self.newer = beyond if opening.has_older else 0, 0
        elif not opening.has_older:
            self.older, self.newer = 0, beyond
        else:
            self.older = min(beyond // 2 if opening.older_count is None else opening.older_count, beyond)
            self.newer = beyond - self.older
        is_placed = opening.older_count is not None or not opening.has_older
        return (is_placed and beyond > 0) or not (opening.has_older or opening.has_newer)

    def take(self, counted: tuple[int, int | None], held: int, row: int) -> None:
        """What was counted: so many before the message that is in this row now, and so many in all where asked for."""
        before, total = counted
        self.older = max(0, before - row)
        if total is not None:
            self.newer = max(0, total - self.older - held)


class Openings:
    """Reads what a chat shows first."""

    def __init__(self, desk: MessageReader) -> None:
        self._desk = desk

    async def latest(self, chat: Chat) -> Opening:
        """Its newest messages."""
        messages = await self._desk.page(chat.id, limit=PAGE_ROWS)
        gaps = await self._desk.gaps(chat.id)
        return Opening(messages, has_older=len(messages) == PAGE_ROWS, has_newer=False, gaps=gaps)

    async def at_unread(self, chat: Chat) -> Opening:
        """Those around the first unread one, or the newest where all was read."""
        if chat.unread == 0:
            return await self.latest(chat)
        return await self._around(chat, (chat.read_position, LAST_ID))

    async def at_message(self, chat: Chat, message_id: LocalId) -> Opening:
        """Those around a message, or the newest where there is no such message in the chat."""
        for message in await self._desk.messages([message_id]):
            if message.chat_id == chat.id:
                return await self._around(chat, order(message))
        return await self.latest(chat)

    async def at_place(self, chat: Chat, place: Place) -> Opening:
        """Those around a place, whether or not a message stands exactly there."""
        return await self._around(chat, place)

    async def at_number(self, chat: Chat, number: int) -> Opening:
        """Those around the message that has so many before it, or the newest past the end."""
        place = await self._desk.place_at(chat.id, number)
        if place is None:
            return await self.latest(chat)
        opening = await self._around(chat, place)
        before = sum(order(message) < place for message in opening.messages)
        return replace(opening, older_count=max(0, number - before))

    async def beyond(self, chat: Chat, first: Place, *, has_newer: bool) -> tuple[int, int | None]:
        """How many messages a chat has before a place, and in all where that is asked for."""
        total = await self._desk.count(chat.id) if has_newer else None
        return await self._desk.count_before(chat.id, first), total

    async def _around(self, chat: Chat, place: Place) -> Opening:
        """As many before a place (with what stands there) as after it."""
        position, message_id = place
        before = (position + 1, LocalId(0)) if message_id == LAST_ID else (position, LocalId(message_id + 1))
        older = await self._desk.page(chat.id, before=before, limit=PAGE_ROWS)
        newer = await self._desk.page_after(chat.id, after=place, limit=PAGE_ROWS)
        gaps = await self._desk.gaps(chat.id)
        return Opening(older + newer, len(older) == PAGE_ROWS, len(newer) == PAGE_ROWS, gaps)


def order(message: Message) -> Place:
    """Where a message stands in its chat."""
    return (message.position, message.id)
