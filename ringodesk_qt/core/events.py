"""What happened, for whoever shows it. Past tense, frozen, published on the bus after it is on disk."""

from __future__ import annotations

import msgspec

from ringodesk_qt.models.ids import AccountId, ChatId, LocalId


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """The root of all events."""


class MessagesChanged(Event, frozen=True, kw_only=True):
    """Messages of a chat were added or changed; `message_ids` says which, `is_new` whether they are additions."""

    chat_id: ChatId
    message_ids: tuple[LocalId, ...]
    is_new: bool = False


class ChatChanged(Event, frozen=True, kw_only=True):
    """A chat's row in the list is another now (or is new): last line, unread count, draft, pins."""

    chat_id: ChatId


class ChatMuted(ChatChanged, frozen=True, kw_only=True):
    """A chat is quiet from now on, or for another time, or no more."""


class MessageReceived(Event, frozen=True, kw_only=True):
    """A new message came in; the one event desktop notices are made from. Published once a message, ever."""

    chat_id: ChatId
    message_id: LocalId


class MessageWithdrawn(Event, frozen=True, kw_only=True):
    """A message was deleted by its writer, ours too, or read elsewhere: its desktop notice must go, and its file."""

    chat_id: ChatId
    message_id: LocalId


class ChatRead(Event, frozen=True, kw_only=True):
    """We have read everything in a chat."""

    chat_id: ChatId


class ContactsChanged(Event, frozen=True, kw_only=True):
    """The contacts of an account, or their states, were fetched anew."""

    account_id: AccountId


class TypingChanged(Event, frozen=True, kw_only=True):
    """A contact began or stopped typing in a chat."""

    chat_id: ChatId
    is_typing: bool


class UploadProgressed(Event, frozen=True, kw_only=True):
    """Bytes of a message's file left; `total_bytes` is the file's size."""

    chat_id: ChatId
    message_id: LocalId
    sent_bytes: int
    total_bytes: int


class DownloadProgressed(Event, frozen=True, kw_only=True):
    """Bytes of a message's file came; `total_bytes` is 0 where nobody told, `is_over` says that no more come."""

    chat_id: ChatId
    message_id: LocalId
    received_bytes: int = 0
    total_bytes: int = 0
    is_over: bool = False


class OutboxChanged(Event, frozen=True, kw_only=True):
    """Something was put into the outbox or left it."""


class HealthChanged(Event, frozen=True, kw_only=True):
    """The state of sending or receiving, or the list of repairs, is another now."""


class NotificationsApplied(Event, frozen=True, kw_only=True):
    """Notifications were applied to the chats."""


class StoreChanged(Event, frozen=True, kw_only=True):
    """Another process wrote to the database: any chat or message may be another now."""


class SearchGrew(Event, frozen=True, kw_only=True):
    """More of the history can be found than before, or all of it."""


class HistoryImported(Event, frozen=True, kw_only=True):
    """Messages of the past were put into a chat, anywhere in it."""

    chat_id: ChatId


class GapsChanged(Event, frozen=True, kw_only=True):
    """A time at which we could not be reached was recorded, or one has begun that goes on."""
