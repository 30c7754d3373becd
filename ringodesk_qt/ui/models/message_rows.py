"""The rows of a conversation, and what is said of each: which stand together, where a day begins, words for the ear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from ringodesk_qt.models.call import call_of
from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Attachment, Kind, Message

TYPING_KEY = LocalId(-1)
"""The key of the row that says they are typing; stored messages have positive ids."""

GROUP_GAP = timedelta(minutes=10)
"""Messages of one side further apart than this do not stand together."""


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message and its place among its neighbours. `day` is set where a day begins, for the chip above it."""

    message: Message
    is_first_of_group: bool
    is_last_of_group: bool
    day: date | None
    is_first_unread: bool

    @property
    def key(self) -> LocalId:
        """What the row is known by while rows come and go around it."""
        return self.message.id


@dataclass(frozen=True, slots=True)
class TypingRow:
    """The row at the end that says who is typing."""

    who: str

    @property
    def key(self) -> LocalId:
        """What the row is known by."""
        return TYPING_KEY


Row = MessageRow | TypingRow


def local_day(message: Message) -> date:
    """The day it was written, by this machine's clock."""
    return message.at.astimezone().date()


def message_row(messages: Sequence[Message], index: int, first_unread: LocalId | None) -> MessageRow:
    """The row of one message of a chat, by its neighbours."""
    message = messages[index]
    before = messages[index - 1] if index > 0 else None
    after = messages[index + 1] if index + 1 < len(messages) else None
    day = local_day(message)
    return MessageRow(
        message=message,
        is_first_of_group=before is None or not _stand_together(before, message, first_unread),
        is_last_of_group=after is None or not _stand_together(message, after, first_unread),
        day=day if before is None or local_day(before) != day else None,
        is_first_unread=message.id == first_unread,
    )


def _stand_together(one: Message, other: Message, first_unread: LocalId | None) -> bool:
    return (
        one.direction is other.direction
        and other.id != first_unread
        and other.at - one.at < GROUP_GAP
        and local_day(one) == local_day(other)
    )


def time_words(at: datetime) -> str:
    """The time of day as this machine's locale writes it, without seconds."""
    local = at.astimezone()
    pattern = QLocale().timeFormat(QLocale.FormatType.ShortFormat).replace(":ss", "")
    return QLocale().toString(QTime(local.hour, local.minute), pattern)


def day_words(day: date, today: date) -> str:
    """What a day is called in the chip above it."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    q_day = QDate(day.year, day.month, day.day)
    if today - timedelta(days=7) < day < today:
        return QLocale().dayName(q_day.dayOfWeek())
    return QLocale().toString(q_day, "d MMMM" if day.year == today.year else "d MMMM yyyy")


def moment_words(at: datetime) -> str:
    """Day and time in full."""
    local = at.astimezone()
    day = QLocale().toString(QDate(local.year, local.month, local.day), "dddd, d MMMM yyyy")
    return f"{day}, {time_words(at)}"


def size_words(size_bytes: int | None) -> str:
    """A file's size for people; empty when nobody told it."""
    if size_bytes is None:
        return ""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


_BIDI_CONTROLS = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_FROM_LEFT, _ISOLATE, _END = "\u200e", "\u2068", "\u2069"


def shown_name(name: str) -> str:
    """A file's name in one line, without the characters that can make `exe.txt` out of `txt.exe`."""
    return " ".join(name.translate(_BIDI_CONTROLS).split()) or "File"


def duration_words(seconds: int) -> str:
    """A call's length: "45 s", "3 min 05 s", "1 h 02 min"."""
    hours, rest = divmod(max(0, seconds), 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {left:02} s" if minutes else f"{left} s"


@dataclass(frozen=True, slots=True)
class CallWords:
    """What a call activity's object says, each as plain text and empty where it says nothing that can be shown."""

    title: str
    caller: str
    called: str
    duration: str
    comment: str

    @property
    def people(self) -> str:
        """Both ends for the eye, in the direction of the call: each in its own script's order, the line from the left.

        The arrow has no mirrored twin: in a line written from the right it would point at the caller.
        """
        ends = [f"{_ISOLATE}{end.translate(_BIDI_CONTROLS)}{_END}" for end in (self.caller, self.called) if end]
        return _FROM_LEFT + " → ".join(ends) if ends else ""

    @property
    def spoken_people(self) -> str:
        """Both ends for the ear and the clipboard."""
        if self.caller and self.called:
            return f"{self.caller} called {self.called}"
        return self.caller or self.called


def call_words(call: dict[str, object] | None) -> CallWords:
    """Reads a call activity's content, whatever it holds: a length that nobody told is not shown as 0."""
    read = call_of(call)
    is_told = read.duration_s > 0 or (call or {}).get("duration") == 0
    return CallWords(
        title=read.subject,
        caller=read.caller,
        called=read.called,
        duration=duration_words(read.duration_s) if is_told else "",
        comment=read.comment,
    )


def state_words(message: Message) -> str:
    """The message's state for a screen reader, with the sentence of a state that has one."""
    words = message.state.value
    return f"{words}: {message.error}" if message.error else words


def spoken_text(message: Message) -> str:
    """What the message says, in words alone."""
    if message.is_deleted:
        return "Message deleted"
    if message.kind is Kind.FILE and message.attachment is not None:
        return _spoken_file(message.attachment)
    if message.kind is Kind.CALL:
        return _spoken_call(call_words(message.call))
    if message.kind is Kind.UNSUPPORTED:
        return "A message that cannot be shown"
    return message.text


def _spoken_call(words: CallWords) -> str:
    parts = ("Call", words.title, words.spoken_people, words.duration, words.comment)
    return ", ".join(part for part in parts if part)


def _spoken_file(attachment: Attachment) -> str:
    kind = "Picture" if attachment.is_picture else "File"
    size = size_words(attachment.size_bytes)
    return f"{kind} {shown_name(attachment.name)}" + (f", {size}" if size else "")


def accessible_text(row: Row, who: str) -> str:
    """`<who>: <text>, <time>, <state>`; `who` is the contact's name, used where we did not write it."""
    if isinstance(row, TypingRow):
        return f"{row.who} is typing"
    message = row.message
    speaker = "You" if message.is_outgoing else who
    edited = ", edited" if message.edited_at is not None and not message.is_deleted else ""
    return f"{speaker}: {spoken_text(message)}{edited}, {time_words(message.at)}, {state_words(message)}"


def copied_text(message: Message) -> str:
    """What copying the message puts on the clipboard: its words, or its file's name or address."""
    if message.kind is Kind.FILE and message.attachment is not None and not message.is_deleted:
        return message.attachment.url or shown_name(message.attachment.name)
    return spoken_text(message)
