"""Which chats of the list say of which identity they are: not each of them, only where one would ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import IdentityId


class ChatNotes:
    """The usual identity, the first that has chats, goes without saying, unless who it is stands there twice."""

    def __init__(self, chats: Iterable[Chat]) -> None:
        self._usual: IdentityId | None = None
        notes: defaultdict[str, set[str]] = defaultdict(set)
        for chat in chats:
            if chat.note:
                notes[chat.title].add(chat.note)
                self._usual = chat.identity.id if self._usual is None else min(self._usual, chat.identity.id)
        self._twice = {title for title, named in notes.items() if len(named) > 1}

    def of(self, chat: Chat) -> str:
        """What a row says of its chat's account and identity; nothing, where that is the usual one."""
        is_usual = chat.identity.id == self._usual and chat.title not in self._twice
        return "" if is_usual else chat.note
