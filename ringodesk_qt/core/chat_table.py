"""What core needs of the store of chats, as a shape; see `ports`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.chat import Approach, Chat
from ringodesk_qt.models.ids import AccountId, ChatId, ContactId, IdentityId, SessionId, UserId


class ChatTable(Protocol):
    """Chats and their sessions. Last line and unread count are kept by the message table's writes."""

    def ensure(self, identity_id: IdentityId, contact_id: ContactId) -> Chat:
        """The chat of the two, made if there is none."""
        ...

    def find(self, account_id: AccountId, kind: IdentityKind, address: str, userid: UserId) -> Chat | None:
        """The account's chat between one's address and a user, or None. Without a userid there is none."""
        ...

    def approached(self, approaches: Sequence[Approach]) -> list[ChatId | None]:
        """The chat that a message goes into, for each; None where anything about it is out of the ordinary.

        Ordinary: the chat is there, as they reach it now; the session, where there is one, is an alias of a chat; and
        neither the message nor anything about it came before.
        """
        ...

    def get(self, chat_id: ChatId) -> Chat | None:
        """The chat, or None."""
        ...

    def many(self, chat_ids: Sequence[ChatId]) -> list[Chat]:
        """Those of the chats that exist, in no particular order."""
        ...

    def all(self) -> list[Chat]:
        """Every chat with a message or a draft, not archived first, pinned first, newest first."""
        ...

    def set_pinned(self, chat_id: ChatId, is_pinned: bool) -> None:
        """Keeps it at the top of the list, or no more."""
        ...

    def set_archived(self, chat_id: ChatId, is_archived: bool) -> None:
        """Takes it out of the list, or back. It comes back by itself with a message of theirs, unless it is muted."""
        ...

    def set_muted_until(self, chat_id: ChatId, until: datetime | None) -> None:
        """Keeps it quiet until then; None ends that."""
        ...

    def set_marked_unread(self, chat_id: ChatId) -> None:
        """Marks it as unread by hand, until `mark_read`."""
        ...

    def mute_ends(self, after: datetime) -> list[tuple[datetime, ChatId]]:
        """When the mutes end that end after a time, the first of them first; without those that never end."""
        ...

    def set_reply_from(self, chat_id: ChatId, address: str) -> None:
        """Keeps the format of our number that they write to."""
        ...

    def mark_read(self, chat_id: ChatId, position: int) -> bool:
        """Moves the read mark forward to `position` (never back), counts unread anew; whether anything changed."""
        ...

    def unread_total(self) -> int:
        """Unread messages over all chats that are not muted now and not archived; one for a chat marked by hand."""
        ...

    def with_unread(self, limit: int) -> list[Chat]:
        """The chats with unread messages that are not muted now and not archived, newest first."""
        ...

    def link_session(self, chat_id: ChatId, sessionid: SessionId, at: datetime) -> datetime | None:
        """Makes a session an alias of a chat (the first link stays) and the chat's latest session.

        Returns when a read report for it came before the session was known to be this chat's, else None.
        """
        ...

    def by_session(self, account_id: AccountId, sessionid: SessionId) -> Chat | None:
        """The chat the session is an alias of, or None."""
        ...

    def latest_session(self, chat_id: ChatId) -> SessionId | None:
        """The session most recently seen in the chat, or None."""
        ...

    def note_session_read(self, account_id: AccountId, sessionid: SessionId, at: datetime) -> None:
        """Keeps when a session was last reported read, known or not. Only moves forward."""
        ...

    def session_read_at(self, account_id: AccountId, sessionid: SessionId) -> datetime | None:
        """When the session was last reported read, or None."""
        ...

    def last_read_at(self, chat_id: ChatId) -> datetime | None:
        """The latest read report over all of the chat's sessions, or None."""
        ...
