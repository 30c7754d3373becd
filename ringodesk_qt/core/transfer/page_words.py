"""The words of an exported page, in English; the window gives it those of its own language (`ui/page_words.py`)."""

from __future__ import annotations

from datetime import datetime

from ringodesk_qt.models.message import State

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Not strftime's, which are in the language of the system once Qt runs: the page is in one language as a whole."""
_STATES = {
    State.QUEUED: "waiting",
    State.SENDING: "being sent",
    State.FAILED: "not sent",
    State.UNCERTAIN: "may have arrived",
    State.CANCELLED: "cancelled",
    State.SENT: "sent",
    State.DELIVERED: "delivered",
    State.READ: "read",
    State.RECEIVED: "",
}


class PageWords:
    """Plain text, without markup; what has fields is filled by the page with what it shows there."""

    language = "en"
    is_mirrored = False
    title = "Chats"
    with_ours = "With {ours}, at {organization}"
    listed = "with {ours}: {messages}, {period}"
    period = "{first} to {last}"
    exported = "Exported by Ringodesk on {when} ({zone}). Times are those of the place it was made in."
    until = "Not reachable until {end}: what was sent then is lost"
    since = "Not reachable from {begin} until {end}: what was sent then is lost"
    edited = "edited"
    deleted = "This message was deleted"
    unsupported = "A message that cannot be shown"
    call = "Call"

    def chats(self, chats: int, messages: int) -> str:
        """How many of both."""
        return f"{chats} chats, {self.messages(messages)}"

    def messages(self, count: int) -> str:
        """How many."""
        return "1 message" if count == 1 else f"{count:,} messages"

    def times(self, count: int) -> str:
        """How often it was not reachable, where that is told in one line."""
        return f"{count} times"

    def day(self, at: datetime) -> str:
        """A day, as it is called where the page is made; `at` is local."""
        return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"

    def weekday(self, at: datetime) -> str:
        """The same with the day's name."""
        return f"{_DAYS[at.weekday()]}, {self.day(at)}"

    def clock(self, at: datetime) -> str:
        """A time of day."""
        return f"{at:%H:%M}"

    def state(self, state: State) -> str:
        """What became of one of ours."""
        return _STATES[state]

    def error(self, error: str) -> str:
        """Why."""
        return error

    def size(self, size_bytes: int) -> str:
        """Of a file."""
        if size_bytes < 1000:
            return f"{size_bytes} bytes"
        return f"{size_bytes / 1000:.0f} kB" if size_bytes < 1_000_000 else f"{size_bytes / 1_000_000:.1f} MB"
