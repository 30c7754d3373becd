"""What core needs of the store for searching: a part of `ports`, which holds all the others."""

from __future__ import annotations

from typing import Protocol

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.search import ChatName, Found, Search


class SearchTable(Protocol):
    """Finds messages; its index is filled after they are stored, by `index_more`."""

    def page(self, search: Search, *, before: tuple[int, LocalId] | None = None, limit: int = 50) -> Found:
        """The newest messages that are found, before a (position, id), exclusive; also those not indexed yet."""
        ...

    def chat_names(self) -> list[ChatName]:
        """Every chat, by what it can be named."""
        ...

    def has_more(self) -> bool:
        """Whether there is something to index."""
        ...

    def index_more(self, limit: int) -> bool:
        """Indexes some messages: changed ones, then new ones, then those that were there before; whether it did."""
        ...
