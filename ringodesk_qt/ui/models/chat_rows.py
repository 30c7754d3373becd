"""What the chat list says of a chat: the last line, when it was, and words for a screen reader."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.message import Direction, State
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import spoken
from ringodesk_qt.ui.models.state_words import state_name
from ringodesk_qt.ui.models.time_words import local_minute, time_words
from ringodesk_qt.ui.sentences import translated

_TROUBLED = frozenset({State.FAILED, State.UNCERTAIN})


class ChatLine(NamedTuple):
    """The second line of a row: a prefix ("You: ", "Draft: ") and the text, each plain.

    `kind` is "plain", "draft", "typing" or "trouble"; `state` is set where it is a message of ours.
    """

    prefix: str
    text: str
    kind: str
    state: State | None = None

    @property
    def words(self) -> str:
        """Prefix and text as one."""
        return f"{self.prefix}{self.text}"


def chat_line(chat: Chat, *, is_typing: bool = False, is_open: bool = False) -> ChatLine:
    """What stands for a chat's newest message. The draft of the chat that is open is under the user's eyes already."""
    if is_typing:
        return ChatLine("", translate("ChatRow", "typing…"), "typing")
    if (chat.draft or chat.drafted_files) and not is_open:
        return ChatLine(
            translate("ChatRow", "Draft: "), " ".join(chat.draft.split()) or _files_words(chat.drafted_files), "draft"
        )
    if chat.last is None:
        return ChatLine("", translate("ChatRow", "No messages yet"), "plain")
    text = line_words(chat.last.text, is_wordless=chat.last.is_wordless)
    if chat.last.direction is Direction.INCOMING:
        return ChatLine("", text, "plain")
    kind = "trouble" if chat.last.state in _TROUBLED else "plain"
    return ChatLine(translate("ChatRow", "You: "), text, kind, chat.last.state)


def line_words(text: str, *, is_wordless: bool) -> str:
    """The line that stands for a message, which is ours where the message has no words of its own."""
    return translated(text) if is_wordless else " ".join(text.split())


def _files_words(count: int) -> str:
    return translate("ChatRow", "%Ln files", "", count)


def row_words(chat: Chat, line: ChatLine, note: str = "") -> str:
    """The row for a screen reader: `<contact>, <n> unread, <last line>`, then whatever signs and note it bears."""
    said = (chat.title, translate("ChatRow", "%Ln unread", "", chat.unread), line.words)
    return spoken(", ".join((*said, *_mark_words(chat, line), *([note] if note else []))))


def _mark_words(chat: Chat, line: ChatLine) -> list[str]:
    marks = (
        (line.state is not None, state_name(line.state) if line.state is not None else ""),
        (chat.is_marked_unread, translate("ChatRow", "marked as unread")),
        (chat.has_trouble and line.kind != "trouble", translate("ChatRow", "something was not sent")),
        (chat.is_pinned, translate("ChatRow", "pinned")),
        (is_muted(chat), translate("ChatRow", "muted")),
        (chat.is_archived, translate("ChatRow", "archived")),
    )
    return [words for is_so, words in marks if is_so]


def moment_label(at: datetime, today: date) -> str:
    """When it was, as short as can be: the time today, else yesterday, the weekday, or the date."""
    day = local_minute(at).date()
    if day >= today:
        return time_words(at)
    if day == today - timedelta(days=1):
        return translate("ChatRow", "Yesterday")
    q_day = QDate(day.year, day.month, day.day)
    if day > today - timedelta(days=7):
        return QLocale().dayName(q_day.dayOfWeek(), QLocale.FormatType.ShortFormat)
    if day.year == today.year:
        return QLocale().toString(q_day, translate("Day", "d MMM"))
    return QLocale().toString(q_day, QLocale.FormatType.ShortFormat)


def is_muted(chat: Chat) -> bool:
    """Whether the chat is muted now."""
    return chat.muted_until is not None and chat.is_muted(datetime.now(UTC))
