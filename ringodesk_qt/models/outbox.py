"""What waits to be sent."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import msgspec

from ringodesk_qt.models.ids import ChatId, LocalId, OutboxId


class Action(StrEnum):
    """What an outbox row asks of the API. The first three keep their order within a chat; receipts do not wait."""

    SEND = "send"
    EDIT = "edit"
    DELETE = "delete"
    DELIVERED = "delivered"
    READ = "read"

    @property
    def is_receipt(self) -> bool:
        """Whether it is an indication that is harmless to repeat."""
        return self in (Action.DELIVERED, Action.READ)


class Receipt(NamedTuple):
    """A message of theirs that they are to be told of, and when what is told became so."""

    chat_id: ChatId
    message_id: LocalId
    at: datetime


class OutboxRow(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to be sent. `message_id` is the message it is about; `text` is an edit's new text, else empty.

    `owner` is the process that is sending it now, empty while it waits. `not_before` is the end of a back-off.
    `began_at` is when its request was about to leave; a claimed row without it was surely not sent.
    """

    id: OutboxId
    action: Action
    chat_id: ChatId
    message_id: LocalId
    text: str
    attempts: int
    owner: str
    not_before: datetime | None
    created_at: datetime
    began_at: datetime | None = None
