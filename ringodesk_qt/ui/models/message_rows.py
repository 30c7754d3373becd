"""The rows of a conversation, and what is said of each: which stand together, where a day begins, words for the ear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from ringodesk_qt.models.call import call_of
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.gap import Gaps
from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Attachment, Kind, Message, State
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated, line_of, spoken, without_direction
from ringodesk_qt.ui.models.gap_rows import ChatGaps, GapSpan, gap_words
from ringodesk_qt.ui.models.state_words import state_name
from ringodesk_qt.ui.models.time_words import day_words, local_minute, time_words
from ringodesk_qt.ui.sentences import translated

TYPING_KEY = LocalId(-1)
"""The key of the row that says they are typing; stored messages have positive ids."""
GAP_KEY = LocalId(-2)
"""The key of the row that says we could not be reached after the newest message."""

GROUP_GAP = timedelta(minutes=10)
"""Messages of one side further apart than this do not stand together."""


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message and its place among its neighbours.

    `day` is set where a day begins, for the chip above it; `gap` where we could not be reached since the one before.
    """

    message: Message
    is_first_of_group: bool
    is_last_of_group: bool
    day: date | None
    is_first_unread: bool
    gap: GapSpan | None = None
    trouble: str = ""
    """Why its file could not be fetched, as a sentence."""

    @property
    def has_gap_before_day(self) -> bool:
        """Whether the gap began before the day that begins here."""
        began_at = (self.gap.began_at or self.gap.ended_at) if self.gap is not None else None
        return began_at is not None and self.day is not None and began_at.astimezone().date() != self.day

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


@dataclass(frozen=True, slots=True)
class GapRow:
    """The row after the newest message that says that we could not be reached since."""

    gap: GapSpan

    @property
    def key(self) -> LocalId:
        """What the row is known by."""
        return GAP_KEY


TailRow = GapRow | TypingRow
"""What may stand after the newest message, in this order."""
Row = MessageRow | TailRow


def local_day(message: Message) -> date:
    """The day it was written, by this machine's clock."""
    return local_minute(message.at).date()


def message_row(
    messages: Sequence[Message], index: int, first_unread: LocalId | None, gaps: ChatGaps | None = None
) -> MessageRow:
    """The row of one message of a chat, by its neighbours."""
    gaps = gaps or ChatGaps(Gaps())
    message = messages[index]
    before = messages[index - 1] if index > 0 else None
    after = messages[index + 1] if index + 1 < len(messages) else None
    day = local_day(message)
    gap = gaps.between(before, message) if before is not None else None
    is_cut = after is not None and gaps.between(message, after) is not None
    return MessageRow(
        message=message,
        is_first_of_group=before is None or gap is not None or not _stand_together(before, message, first_unread),
        is_last_of_group=after is None or is_cut or not _stand_together(message, after, first_unread),
        gap=gap,
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


def moment_words(at: datetime) -> str:
    """Day and time in full."""
    return f"{day_in_full(at.astimezone())}, {time_words(at)}"


def day_in_full(local: datetime) -> str:
    """The day of a local time, with its name and year."""
    return QLocale().toString(QDate(local.year, local.month, local.day), translate("Day", "dddd, d MMMM yyyy"))


def tip_words(message: Message) -> str:
    """What a bubble says when the pointer rests on it: when it was written and edited, and how far it has come."""
    lines = [moment_words(message.at)]
    if message.is_outgoing and not message.is_deleted:
        lines += _state_lines(message)
    if message.edited_at is not None and not message.is_deleted:
        lines.append(translate("Message", "Edited {when}").format(when=moment_words(message.edited_at)))
    if message.deleted_at is not None:
        lines.append(translate("Message", "Deleted {when}").format(when=moment_words(message.deleted_at)))
    return "\n".join(lines)


def _state_lines(message: Message) -> list[str]:
    """How far a message of ours has come, and since when where that was told."""
    told = {State.DELIVERED: message.delivered_at, State.READ: message.read_at}
    lines = []
    if message.delivered_at is not None:
        lines.append(translate("Message", "Delivered {when}").format(when=moment_words(message.delivered_at)))
    if message.read_at is not None:
        lines.append(translate("Message", "Read {when}").format(when=moment_words(message.read_at)))
    name = state_name(message.state)
    return lines if told.get(message.state) is not None else [*lines, name[:1].upper() + name[1:]]


def size_words(size_bytes: int | None) -> str:
    """A file's size for people; empty when nobody told it."""
    if size_bytes is None:
        return ""
    if size_bytes == 1:  # of which Qt says "1 bytes"
        return translate("Message", "1 byte")
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


_FROM_LEFT = "\u200e"


def shown_name(name: str) -> str:
    """A file's name in one line, without the characters that can make `exe.txt` out of `txt.exe`."""
    return line_of(without_direction(name)) or translate("Message", "File")


def duration_words(seconds: int) -> str:
    """A call's length: "45 s", "3 min 05 s", "1 h 02 min"."""
    hours, rest = divmod(max(0, seconds), 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return translate("Duration", "{hours} h {minutes} min").format(hours=hours, minutes=f"{minutes:02}")
    if minutes:
        return translate("Duration", "{minutes} min {seconds} s").format(minutes=minutes, seconds=f"{left:02}")
    return translate("Duration", "{seconds} s").format(seconds=left)


@dataclass(frozen=True, slots=True)
class CallWords:
    """What a call activity's object says, each as plain text and empty where it says nothing that can be shown."""

    title: str
    caller: str
    called: str
    duration: str
    comment: str
    transcription: str = ""

    @property
    def people(self) -> str:
        """Both ends for the eye, in the direction of the call: each in its own script's order, the line from the left.

        The arrow has no mirrored twin: in a line written from the right it would point at the caller.
        """
        ends = [isolated(end) for end in (self.caller, self.called) if end]
        return _FROM_LEFT + " → ".join(ends) if ends else ""

    @property
    def spoken_people(self) -> str:
        """Both ends for the ear and the clipboard."""
        if self.caller and self.called:
            return translate("Message", "{caller} called {called}").format(caller=self.caller, called=self.called)
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
        transcription=read.transcription,
    )


def state_words(message: Message) -> str:
    """The message's state for a screen reader, with the sentence of a state that has one."""
    words = state_name(message.state)
    return f"{words}: {translated(message.error)}" if message.error else words


def spoken_text(message: Message) -> str:
    """What the message says, in words alone."""
    if message.is_deleted:
        return translate("Message", "Message deleted")
    if message.kind is Kind.FILE and message.attachment is not None:
        return _spoken_file(message.attachment)
    if message.kind is Kind.CALL:
        return _spoken_call(call_words(message.call))
    if message.kind is Kind.UNSUPPORTED:
        return translate("Message", "A message that cannot be shown")
    return message.text


def _spoken_call(words: CallWords) -> str:
    transcription = translate("Message", "transcription {name}").format(name=shown_name(words.transcription))
    transcription = transcription if words.transcription else ""
    parts = (
        translate("Message", "Call"),
        words.title,
        words.spoken_people,
        words.duration,
        words.comment,
        transcription,
    )
    return ", ".join(part for part in parts if part)


def _spoken_file(attachment: Attachment) -> str:
    words = translate("Message", "Picture {name}") if attachment.is_picture else translate("Message", "File {name}")
    size = size_words(attachment.size_bytes)
    return words.format(name=shown_name(attachment.name)) + (f", {size}" if size else "")


def accessible_text(row: Row, who: str) -> str:
    """`<who>: <text>, <time>, <state>`; `who` is the contact's name, used where we did not write it.

    A gap before the message is said first.
    """
    if isinstance(row, TypingRow):
        return translate("Message", "{name} is typing").format(name=row.who)
    today = date.today()  # noqa: DTZ011 - the day on the user's wall
    if isinstance(row, GapRow):
        return gap_words(row.gap, today)
    gap = f"{gap_words(row.gap, today)}. " if row.gap is not None else ""
    message = row.message
    speaker = translate("Message", "You") if message.is_outgoing else who
    edited = translate("Message", "edited") if message.edited_at is not None and not message.is_deleted else ""
    trouble = translate("Message", "not downloaded: {why}").format(why=row.trouble) if row.trouble else ""
    told = filter(None, (edited, time_words(message.at), state_words(message), trouble))
    return spoken(f"{gap}{speaker}: {', '.join((spoken_text(message), *told))}")


def accessible_description(row: Row) -> str:
    """What stands above the bubble and is not in the row's name: the day that begins, and the unread line."""
    if not isinstance(row, MessageRow):
        return ""
    day = day_words(row.day, date.today()) if row.day is not None else ""  # noqa: DTZ011 - the day on the user's wall
    unread = translate("Bubble", "Unread messages") if row.is_first_unread else ""
    return ", ".join(part for part in (day, unread) if part)


def copied_text(message: Message) -> str:
    """What copying the message puts on the clipboard: its words, or its file's name or address."""
    if message.kind is Kind.FILE and message.attachment is not None and not message.is_deleted:
        return message.attachment.url or shown_name(message.attachment.name)
    return spoken_text(message)


def copied_lines(messages: Sequence[Message], chat: Chat, *, is_one_bare: bool = True) -> str:
    """What copying several messages puts on the clipboard: who wrote each and when, a line or more a message.

    One alone is its bare words, unless others come before or after it.
    """
    if len(messages) == 1 and is_one_bare:
        return copied_text(messages[0])
    return "\n".join(_copied_line(message, chat) for message in messages)


def _copied_line(message: Message, chat: Chat) -> str:
    local = message.at.astimezone()
    day = QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)
    who = chat.identity.label if message.is_outgoing else chat.title
    return f"[{day} {time_words(message.at)}] {who}: {_words_among_others(message)}"


def _words_among_others(message: Message) -> str:
    """Of a file its name too: an address alone does not say what it was."""
    words = copied_text(message)
    if message.attachment is None or message.is_deleted or words != message.attachment.url:
        return words
    return " ".join(part for part in (shown_name(message.attachment.name), words) if part)
