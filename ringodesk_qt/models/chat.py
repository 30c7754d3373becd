"""A chat: an identity of ours and a contact, and what the list shows of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from ringodesk_qt.models.account import Identity, IdentityKind
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.models.ids import AccountId, ChatId, MessageId, SessionId, UserId
from ringodesk_qt.models.message import Direction, State

MUTED_ALWAYS = datetime(9999, 1, 1, tzinfo=UTC)
"""The end of a mute that does not end by itself."""


class LastLine(msgspec.Struct, frozen=True, kw_only=True):
    """What the chat list shows of the newest message."""

    text: str
    direction: Direction
    state: State
    at: datetime
    is_wordless: bool = False
    """Whether the message has no words of its own, and the text is one of ours for what it is."""


class Approach(NamedTuple):
    """How a message of theirs comes to us: by whom, to which address of ours, in which session, under which id."""

    account_id: AccountId
    kind: IdentityKind
    address: str
    userid: UserId
    extension: str
    messageid: MessageId
    sessionid: SessionId


class Chat(msgspec.Struct, frozen=True, kw_only=True):
    """(account, identity, contact). It outlives sessions; nothing ever overwrites its history.

    `unread` counts incoming messages after `read_position` (a message's `position`). `reply_from` is the `to` they
    last wrote to where it differs from the identity's address (the same number in another format), else empty;
    replies carry it back exactly as it came.
    `drafted_files` is how many files wait with the draft. `has_trouble` says that a message of ours, any in the chat,
    failed or is uncertain.
    """

    id: ChatId
    identity: Identity
    contact: Contact
    last: LastLine | None = None
    unread: int = 0
    read_position: int = 0
    draft: str = ""
    drafted_files: int = 0
    reply_from: str = ""
    is_pinned: bool = False
    is_archived: bool = False
    is_marked_unread: bool = False
    muted_until: datetime | None = None
    has_trouble: bool = False
    note: str = ""
    """What tells it from a chat of another account or identity; empty where there is but one of each."""

    @property
    def title(self) -> str:
        """The contact's label."""
        return self.contact.label

    def without_presence(self) -> Chat:
        """The chat as it is shown to who does not want to see who is online."""
        return msgspec.structs.replace(self, contact=self.contact.without_presence())

    def is_muted(self, now: datetime) -> bool:
        """Whether it is to be quiet."""
        return self.muted_until is not None and self.muted_until > now
