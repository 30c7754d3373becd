"""What is looked for among the messages, what a message is found by, and a page of what was found."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from ringodesk_qt.models.ids import AccountId, ChatId, LocalId
from ringodesk_qt.models.message import Attachment, Direction, Kind, Message
from ringodesk_qt.models.words import Term, folded

_LINK = re.compile(r"https?://\S|\bwww\.\w", re.IGNORECASE)


class Has(StrEnum):
    """What a message may have besides words."""

    FILE = "file"
    """Any file, a picture too."""
    PICTURE = "picture"
    LINK = "link"
    CALL = "call"


class ChatName(msgspec.Struct, frozen=True, kw_only=True):
    """By what a chat can be named in a search."""

    id: ChatId
    account_id: AccountId
    name: str
    extension: str
    userid: str


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """What a message must be to be found: all of it. Times are positions, in milliseconds since the epoch."""

    terms: tuple[Term, ...] = ()
    has: frozenset[Has] = frozenset()
    direction: Direction | None = None
    chat_ids: frozenset[ChatId] | None = None
    """None: any."""
    since: int | None = None
    until: int | None = None
    """Exclusive."""

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing, and would find everything."""
        return self == Search()


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A page of what was found, newest first."""

    messages: list[Message]
    before: tuple[int, LocalId] | None = None
    """The (position, id) before which the next page goes on, though this one may be short; None at the end."""
    percent: int = 100
    """How much of the history can be found by its words; the rest is being made ready for it."""
    terms: tuple[Term, ...] = ()
    """What to mark in them."""

    @property
    def is_indexing(self) -> bool:
        """Whether there are messages that cannot be found yet."""
        return self.percent < 100


def words_of(text: str, attachment: Attachment | None, call: dict[str, object] | None) -> str:
    """The folded words a message is found by: its text, its file's name, what was noted about a call."""
    if attachment is None and call is None:
        return folded(text)
    parts = [text]
    if attachment is not None:
        parts.append(attachment.name)
    if call is not None:
        parts += [value for value in call.values() if isinstance(value, str)]
    return folded("\n".join(parts))


def what_it_has(kind: Kind, text: str, attachment: Attachment | None) -> frozenset[Has]:
    """What a message has besides words."""
    has: set[Has] = set()
    if kind is Kind.CALL:
        has.add(Has.CALL)
    if kind is Kind.FILE or attachment is not None:
        has.add(Has.FILE)
    if attachment is not None and attachment.is_picture:
        has.add(Has.PICTURE)
    if _LINK.search(text):
        has.add(Has.LINK)
    return frozenset(has)
