"""What is told of one message when the user looks closer."""

from __future__ import annotations

from datetime import datetime

import msgspec

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Message


class FormerText(msgspec.Struct, frozen=True, kw_only=True):
    """What a message said before an edit: when that was written, and when it was replaced."""

    text: str
    written_at: datetime
    replaced_at: datetime


class PicturePlace(msgspec.Struct, frozen=True, kw_only=True):
    """A picture among those of its chat: `number` of `count`, oldest first, and its neighbours."""

    message: Message
    number: int
    count: int
    before: LocalId | None = None
    after: LocalId | None = None
