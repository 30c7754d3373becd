"""What is shown of a message that was found: whose it is, when it was, and the lines around what was looked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.message import Kind, Message
from ringodesk_qt.models.words import Term, marked
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated, literal, spoken
from ringodesk_qt.ui.models.chat_rows import moment_label
from ringodesk_qt.ui.models.message_rows import spoken_text

_LONGEST = 240
"""More does not fit into two lines."""
_LEAD = 30
"""So much is shown before what was looked for."""
_READ = 20_000
"""Marks are looked for in so much of a text."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a message in one line, and what to mark in it, in characters."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def snippet_of(message: Message, terms: Iterable[Term]) -> Snippet:
    """The part of a message that begins a little before the first thing that was looked for."""
    words = " ".join(_searched_text(message)[:_READ].split())
    marks = marked(words, terms)
    start = _start_of(words, marks[0][0]) if marks else 0
    lead = "…" if start else ""
    shown = lead + words[start : start + _LONGEST] + ("…" if len(words) > start + _LONGEST else "")
    by = len(lead) - start
    inside = ((first + by, min(end + by, len(shown))) for first, end in marks if first + by < len(shown))
    return Snippet(literal(shown), tuple(inside))


def _start_of(words: str, mark: int) -> int:
    """The beginning of a word, not far before a mark; 0 where the mark stands at the beginning."""
    if mark <= 2 * _LEAD:
        return 0
    space = words.find(" ", mark - _LEAD, mark)
    return mark - _LEAD if space < 0 else space + 1


def _searched_text(message: Message) -> str:
    """What a message was found by, as it was written."""
    if message.kind is Kind.FILE and message.attachment is not None:
        return " · ".join(filter(None, (message.attachment.name, message.text)))
    if message.kind is Kind.CALL:
        said = (value for value in (message.call or {}).values() if isinstance(value, str) and value.strip())
        return " · ".join(said) or translate("FoundRow", "Call")
    return message.text


def people_of(message: Message, chat: Chat | None) -> str:
    """Whose it is, and in which chat."""
    name = isolated(chat.title) if chat is not None else ""
    return translate("FoundRow", "You → {name}").format(name=name) if message.is_outgoing else name


def when(message: Message) -> str:
    """The day, or the time of today."""
    return moment_label(message.at, date.today())  # noqa: DTZ011 - the day on the user's wall


def found_words(message: Message, chat: Chat | None) -> str:
    """The row for a screen reader: `<who>: <text>, <when>`."""
    return spoken(f"{people_of(message, chat)}: {' '.join(spoken_text(message)[:_READ].split())}, {when(message)}")
