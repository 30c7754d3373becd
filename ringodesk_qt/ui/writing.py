"""Words about what is being written: its length, and what a quick reply's variables stand for."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QTextBoundaryFinder, QTime

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.ui.language import translate

TOLD_FROM = 1000
"""Characters; a shorter text needs no counting."""
COUNTED_UP_TO = 20_000


def length_words(text: str) -> str:
    """How long a long text is, as a reader counts; empty for a short one. No limit is documented, so none is told."""
    if len(text) < TOLD_FROM:
        return ""
    if len(text) > COUNTED_UP_TO:
        return translate("Composer", "more than %Ln characters", "", COUNTED_UP_TO)
    count = _characters(text)
    return translate("Composer", "%Ln characters", "", count) if count >= TOLD_FROM else ""


def _characters(text: str) -> int:
    """An emoji is one, however many code points it is made of."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    count = 0
    while finder.toNextBoundary() != -1:
        count += 1
    return count


def reply_values(chat: Chat) -> dict[str, str]:
    """What the variables of a quick reply stand for in a chat, now."""
    name = chat.contact.name or chat.title
    return {
        "name": name,
        "first_name": name.split()[0] if name.split() else name,
        "extension": chat.contact.extension,
        "me": chat.identity.label,
        "date": QLocale().toString(QDate.currentDate(), QLocale.FormatType.ShortFormat),
        "time": QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat),
    }
