"""A message, ours or theirs, and the states it goes through."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from ringodesk_qt.models.ids import ChatId, LocalId, MessageId, SessionId


class Direction(StrEnum):
    """Who wrote it."""

    INCOMING = "in"
    OUTGOING = "out"


class Kind(StrEnum):
    """What it is."""

    TEXT = "text"
    FILE = "file"
    CALL = "call"
    UNSUPPORTED = "unsupported"


class State(StrEnum):
    """How far a message has come. A state only moves forward (see `is_forward`); `read` implies `delivered`.

    Incoming messages are `received` and stay so.
    """

    QUEUED = "queued"
    SENDING = "sending"
    FAILED = "failed"
    """Surely not sent; may be retried."""
    UNCERTAIN = "uncertain"
    """It may have arrived: the request left, the answer did not come. Never resent by the program."""
    CANCELLED = "cancelled"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    RECEIVED = "received"


_RANK = {State.SENT: 1, State.DELIVERED: 2, State.READ: 3}


def is_forward(old: State, new: State) -> bool:
    """Whether a message in state `old` may become `new`.

    Before the answer anything may follow but the same state; once the server has it, only a later receipt. What is
    settled as failed, uncertain or cancelled may still turn out to have arrived, or be queued again by the user.
    """
    if old is State.RECEIVED or old is new:
        return False
    if old in _RANK:
        return _RANK.get(new, 0) > _RANK[old]
    return True


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """The file of a message.

    `path` is where it lies on this machine (ours: where it was picked; theirs: where it was saved), empty if nowhere.
    `url` is where it can be fetched, empty for an upload of ours. `size_bytes` is None when nobody told. The last three
    are what a picture's file claims of itself, 0 where it was not looked at.
    """

    name: str
    mime: str = ""
    size_bytes: int | None = None
    path: str = ""
    url: str = ""
    width_px: int = 0
    height_px: int = 0
    is_animated: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether it is shown as a thumbnail: by its type, else by its name's ending."""
        if self.mime:
            return self.mime in _PICTURE_TYPES
        return self.name.lower().endswith(_PICTURE_ENDINGS)


_PICTURE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"})
_PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp")


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One message of a chat.

    `id` is our own; `messageid` is Ringotel's, empty until (or unless) it is told. `position` orders a chat:
    milliseconds since the epoch, never smaller than that of a message stored before it by live traffic.
    `at` is when we received or wrote it. `error` is one sentence for a state that needs one, else empty.
    A deleted message keeps its row and loses its text.
    """

    id: LocalId
    chat_id: ChatId
    direction: Direction
    kind: Kind
    text: str
    state: State
    at: datetime
    position: int
    messageid: MessageId = MessageId("")
    sessionid: SessionId = SessionId("")
    error: str = ""
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    attachment: Attachment | None = None
    call: dict[str, object] | None = None
    """The content object of a call activity (type 8), as it was received or sent."""
    delivered_at: datetime | None = None
    read_at: datetime | None = None
    """When the report came that one of ours had; None where none did, or nobody noted when."""

    @property
    def is_outgoing(self) -> bool:
        """Whether we wrote it."""
        return self.direction is Direction.OUTGOING

    @property
    def is_deleted(self) -> bool:
        """Whether its writer took it back."""
        return self.deleted_at is not None

    @property
    def is_wordless(self) -> bool:
        """Whether it has no words of its own to stand for it in a list, so that `last_line` gives one of ours."""
        return self.is_deleted or self.kind in (Kind.CALL, Kind.UNSUPPORTED)

    @property
    def can_change(self) -> bool:
        """Whether it can be edited or deleted: ours, known to the server by its messageid, not deleted."""
        return self.is_outgoing and bool(self.messageid) and not self.is_deleted


class NewMessage(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to store a message; the store gives it its id and position."""

    chat_id: ChatId
    direction: Direction
    kind: Kind
    state: State
    at: datetime
    text: str = ""
    messageid: MessageId = MessageId("")
    sessionid: SessionId = SessionId("")
    attachment: Attachment | None = None
    call: dict[str, object] | None = None


DELETED_LINE = "Message deleted"
UNSUPPORTED_LINE = "A message that cannot be shown"
CALL_LINE = "Call"


def last_line(message: Message) -> str:
    """The one line that stands for a message in a list: its text's first line, or words for what it is."""
    if message.is_deleted:
        return DELETED_LINE
    if message.kind is Kind.FILE and message.attachment is not None:
        return message.attachment.name
    if message.kind is Kind.CALL:
        return CALL_LINE
    if message.kind is Kind.UNSUPPORTED:
        return UNSUPPORTED_LINE
    return " ".join(message.text.split())[:200]


class SentMessage(msgspec.Struct, frozen=True, kw_only=True):
    """What the server gave for a message: any of the two ids may be empty."""

    messageid: MessageId = MessageId("")
    sessionid: SessionId = SessionId("")


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A delivery report for an id that no answer has given.

    `taken_for` is the message of ours it was taken for, if any, `former_error` the sentence that one had before.
    """

    messageid: MessageId
    at: datetime
    taken_for: LocalId | None = None
    former_error: str = ""


class Parked(msgspec.Struct, frozen=True, kw_only=True):
    """Something about a message that is not known yet."""

    kind: str
    """ "delivered", "updated" or "deleted" (a tombstone, kept for ever)."""
    text: str
    sessionid: SessionId
    at: datetime


class LatelyChanged(msgspec.Struct, frozen=True, kw_only=True):
    """How edits and deletions of the newest messages fared; each a number of messages.

    `refused`: ours that are as they were, with the reason on them. `without_id`: ours that cannot be changed, since the
    server gave no id. `waiting`: edits and deletions in the outbox. `strays`: edits of theirs whose message never came.
    """

    refused: int
    without_id: int
    waiting: int
    strays: int
