"""What is deleted because it is old, or because somebody said so."""

from __future__ import annotations

from datetime import datetime

import msgspec

from ringodesk_qt.models.ids import AccountId, ChatId, LocalId


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What came before a time; of one account or one chat, or of all."""

    before: datetime
    account_id: AccountId | None = None
    chat_id: ChatId | None = None


class Doomed(msgspec.Struct, frozen=True, kw_only=True):
    """A message that is to go, its place, and the file of it that may lie in the home."""

    id: LocalId
    chat_id: ChatId
    position: int
    path: str


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """What would go: messages, with the times of the first and the last, and bytes of text.

    `waiting` is how many are old enough and stay, because they are still on their way.
    """

    messages: int = 0
    chats: int = 0
    text_bytes: int = 0
    files: int = 0
    file_bytes: int = 0
    oldest: datetime | None = None
    newest: datetime | None = None
    waiting: int = 0
