"""What core needs of the store for drafts: a part of `ports`, which holds all the others."""

from __future__ import annotations

from typing import Protocol

from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.ids import ChatId


class DraftTable(Protocol):
    """What is written in each chat and not sent. The text of it is the chat's `draft`."""

    def get(self, chat_id: ChatId) -> Draft:
        """The chat's draft; an empty one where nothing is written."""
        ...

    def set(self, chat_id: ChatId, draft: Draft) -> None:
        """Keeps it in place of the former one."""
        ...

    def more_than_text(self) -> dict[ChatId, Draft]:
        """Those that hold files, or a message that is being changed."""
        ...
