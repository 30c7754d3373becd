"""What core needs of the store to delete history for good: a part of `ports`, which holds all the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from ringodesk_qt.models.ids import AccountId, ChatId, LocalId, MessageId
from ringodesk_qt.models.retention import Doomed, Forecast, Scope


class RetentionTable(Protocol):
    """Deletes what a scope holds, and whatever else holds words of it."""

    def forecast(self, scope: Scope) -> tuple[Forecast, list[str]]:
        """What would go, and the paths of its files; what that costs grows with it."""
        ...

    def next(self, scope: Scope, *, after: tuple[int, LocalId] | None, limit: int) -> list[Doomed]:
        """The oldest messages of the scope behind a place; nothing that is still on its way."""
        ...

    def next_of_account(self, account_id: AccountId, limit: int) -> list[Doomed]:
        """Some messages of an account that is given up."""
        ...

    def delete_with_account(self, doomed: Sequence[Doomed]) -> None:
        """Deletes them, with edit history and index."""
        ...

    def is_used(self, path: str, except_for: Sequence[LocalId]) -> bool:
        """Whether another message, or a draft, has this file."""
        ...

    def used_files(self, part: str) -> list[str]:
        """The paths that have `part` in them, of all files that a message or a draft has."""
        ...

    def delete(self, doomed: Sequence[Doomed], before: datetime) -> list[ChatId]:
        """Deletes them, with edit history and index; they will not be taken in again. The chats that were changed.

        In the same transaction it is kept that what came before this time is to be cleaned up: see `unfinished`.
        """
        ...

    def blank_traces(self, scope: Scope, limit: int) -> int:
        """Takes words out of some notifications and parked edits that came before the scope's time. How many."""
        ...

    def blank_journal(self, before: datetime, limit: int) -> int:
        """Takes words out of some notifications that came before a time, and are applied. How many."""
        ...

    def squeeze(self) -> bool:
        """Writes a part of the search index anew, without what was deleted; whether there is more."""
        ...

    def give_back(self) -> bool:
        """Gives some of the space that nothing uses back to the system; whether there is more."""
        ...

    def order(self, scope: Scope) -> None:
        """Keeps that this scope is to be deleted, until it is withdrawn."""
        ...

    def withdraw(self, scope: Scope) -> None:
        """It is deleted, or no longer wanted."""
        ...

    def orders(self) -> list[Scope]:
        """What is to be deleted, in the order in which it was asked for."""
        ...

    def unfinished(self) -> datetime | None:
        """Up to which time words of deleted messages may be left elsewhere; None where all is cleaned up."""
        ...

    def finish(self, before: datetime) -> None:
        """All is cleaned up to this time."""
        ...

    def is_deleted(self, account_id: AccountId, messageid: MessageId) -> bool:
        """Whether the message was here and has been deleted for good."""
        ...

    def forget_deletion(self, account_id: AccountId, messageid: MessageId) -> None:
        """The message may be taken in again."""
        ...
