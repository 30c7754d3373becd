"""What core needs of the store of messages, as a shape; see `ports`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from ringodesk_qt.core.history_table import HistoryTable
from ringodesk_qt.models.ids import AccountId, ChatId, LocalId, MessageId, SessionId
from ringodesk_qt.models.message import Attachment, Direction, Message, NewMessage, State


class MessageTable(HistoryTable, Protocol):
    """Messages. Every write keeps the chat's last line and unread count in step."""

    def add(self, new: NewMessage) -> Message:
        """Stores a message. Its position is never before the chat's last one."""
        ...

    def add_all(self, many: Sequence[NewMessage]) -> list[Message]:
        """Stores messages, each behind all that its chat has, in this order.

        Of a message of theirs the session becomes the chat's latest, as `ChatTable.link_session` makes it.
        """
        ...

    def add_history(
        self,
        new: NewMessage,
        *,
        error: str = "",
        edited_at: datetime | None = None,
        deleted_at: datetime | None = None,
        delivered_at: datetime | None = None,
        read_at: datetime | None = None,
        not_before: int = 0,
    ) -> Message:
        """Stores a message of the past at its own time, or the position `not_before` if that is later.

        It counts as read, and takes no unread message with it.
        """
        ...

    def count_alike(self, chat_id: ChatId, *, at: datetime, direction: Direction, text: str) -> int:
        """How many messages without a messageid of the chat say the same and are of the same millisecond."""
        ...

    def get(self, message_id: LocalId) -> Message | None:
        """The message, or None."""
        ...

    def many(self, message_ids: Sequence[LocalId]) -> list[Message]:
        """Those of the messages that exist, in no particular order."""
        ...

    def by_messageid(self, account_id: AccountId, messageid: MessageId) -> Message | None:
        """The account's message with this messageid, or None."""
        ...

    def set_state(
        self, message_id: LocalId, state: State, *, error: str = "", reported_at: datetime | None = None
    ) -> bool:
        """Moves the state if `is_forward` allows it, with its sentence; whether it did.

        `reported_at` is kept as when it was delivered or read.
        """
        ...

    def set_error(self, message_id: LocalId, error: str) -> None:
        """Sets the sentence alone (an edit that was refused)."""
        ...

    def set_sending(self, message_id: LocalId, at: datetime) -> None:
        """State `sending`, and when it began: a read report that comes later covers it."""
        ...

    def set_identified(self, message_id: LocalId, *, messageid: MessageId, sessionid: SessionId) -> None:
        """Keeps the ids the server gave; an empty one changes nothing."""
        ...

    def set_text(self, message_id: LocalId, text: str, at: datetime) -> None:
        """Replaces the text, keeps the former one in the edit history."""
        ...

    def revert_text(self, message_id: LocalId, *, later: int = 0) -> None:
        """Takes the last edit back out of the history; or, with `later`, the one that has so many after it."""
        ...

    def set_deleted(self, message_id: LocalId, at: datetime) -> None:
        """Removes text, attachment and edit history; leaves the marker. It is not found any more."""
        ...

    def set_attachment(self, message_id: LocalId, attachment: Attachment) -> None:
        """Replaces what is known of the file."""
        ...

    def sent_until(self, chat_id: ChatId, sessionid: SessionId, at: datetime) -> list[Message]:
        """Our messages that a read report of this session at this time covers, oldest first.

        Those whose sending began at or before `at`, in state sent or delivered, whose own sessionid is this one or
        is not known.
        """
        ...

    def newest_id(self) -> LocalId:
        """The highest id of all messages, or 0. A message that is added later has a higher one."""
        ...

    def unread_after(self, message_id: LocalId) -> list[Message]:
        """Messages of theirs that were added after this one, unread and not deleted, in the order they were added."""
        ...

    def may_be_settled(self, chat_id: ChatId) -> bool:
        """Whether a message of the chat is uncertain, or is known from a delivery report alone."""
        ...

    def unsettled(self, chat_id: ChatId) -> list[tuple[LocalId, datetime]]:
        """Our messages that the server may have under an id not told to us, and when the sending of each began.

        Those without a messageid whose sending began, unless they surely were not sent; in no particular order.
        """
        ...

    def set_unsettled(self, message_id: LocalId, error: str) -> None:
        """Takes a messageid back that was not its own: the message is uncertain again, with its sentence."""
        ...

    def sending_began_at(self, message_id: LocalId) -> datetime | None:
        """When its sending began, or None."""
        ...
