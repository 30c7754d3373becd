"""The words of an exported page in the window's language, with its names of days and its way to write numbers."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt

from ringodesk_qt.core.transfer.page_words import PageWords
from ringodesk_qt.models.message import State
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.models.message_rows import size_words
from ringodesk_qt.ui.models.state_words import state_name
from ringodesk_qt.ui.models.time_words import time_words
from ringodesk_qt.ui.sentences import translated


class SpokenPageWords(PageWords):
    """As they are when it is made: an export goes on in one language, whatever is chosen meanwhile."""

    def __init__(self) -> None:
        self.language = QLocale().name().replace("_", "-")
        self.is_mirrored = QLocale().textDirection() is Qt.LayoutDirection.RightToLeft
        self.title = translate("ExportedPage", "Chats")
        self.with_ours = translate("ExportedPage", "With {ours}, at {organization}")
        self.listed = translate("ExportedPage", "with {ours}: {messages}, {period}")
        self.period = translate("ExportedPage", "{first} to {last}")
        self.exported = translate(
            "ExportedPage", "Exported by Ringodesk on {when} ({zone}). Times are those of the place it was made in."
        )
        self.until = translate("ExportedPage", "Not reachable until {end}: what was sent then is lost")
        self.since = translate("ExportedPage", "Not reachable from {begin} until {end}: what was sent then is lost")
        self.edited = translate("ExportedPage", "edited")
        self.deleted = translate("ExportedPage", "This message was deleted")
        self.unsupported = translate("ExportedPage", "A message that cannot be shown")
        self.call = translate("ExportedPage", "Call")

    def chats(self, chats: int, messages: int) -> str:
        """How many of both."""
        return ", ".join((translate("ExportedPage", "%Ln chats", "", chats), self.messages(messages)))

    def messages(self, count: int) -> str:
        """How many."""
        return translate("ExportedPage", "%Ln messages", "", count)

    def times(self, count: int) -> str:
        """How often it was not reachable, where that is told in one line."""
        return translate("ExportedPage", "%Ln times", "", count)

    def day(self, at: datetime) -> str:
        """A day, as the locale writes it whole."""
        return QLocale().toString(_date(at), translate("Day", "d MMMM yyyy"))

    def weekday(self, at: datetime) -> str:
        """The same with the day's name."""
        return f"{QLocale().dayName(_date(at).dayOfWeek())}, {self.day(at)}"

    def clock(self, at: datetime) -> str:
        """A time of day."""
        return time_words(at)

    def state(self, state: State) -> str:
        """What became of one of ours."""
        return "" if state is State.RECEIVED else state_name(state)

    def error(self, error: str) -> str:
        """Why, as far as it is a sentence of ours."""
        return translated(error)

    def size(self, size_bytes: int) -> str:
        """Of a file."""
        return size_words(size_bytes)


def _date(at: datetime) -> QDate:
    return QDate(at.year, at.month, at.day)
