"""The async client of the Ringotel Messaging API; it needs no Qt and no app around it.

Everything a program needs to send, to read lists and to bring history in can be imported from here.
"""

from typing import TYPE_CHECKING, Any

from ringodesk_qt.api.callbacks import Before
from ringodesk_qt.api.client import RingotelClient
from ringodesk_qt.api.organization import Organization
from ringodesk_qt.api.pacing import Pace
from ringodesk_qt.api.retries import NO_RETRIES, Retries
from ringodesk_qt.api.timeouts import Timeouts
from ringodesk_qt.api.url import DEFAULT_API_URL, normalised_api_url
from ringodesk_qt.errors import (
    InputError,
    KeyRefusedError,
    NotSentError,
    RefusedError,
    RingodeskError,
    UncertainError,
    WireError,
)
from ringodesk_qt.models.account import Sender, number, sender_id
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.models.contact import ChatUser, Recipient
from ringodesk_qt.models.ids import MessageId, OrgId, SessionId, UserId
from ringodesk_qt.models.message import Direction, SentMessage
from ringodesk_qt.models.times import checked_time, time_of_ms

if TYPE_CHECKING:
    from ringodesk_qt.api.fetch import HttpFileFetcher

__all__ = [
    "DEFAULT_API_URL",
    "NO_RETRIES",
    "Before",
    "CallActivity",
    "ChatUser",
    "Direction",
    "HttpFileFetcher",
    "InputError",
    "KeyRefusedError",
    "MessageId",
    "NotSentError",
    "OrgId",
    "Organization",
    "Pace",
    "Recipient",
    "RefusedError",
    "Retries",
    "RingodeskError",
    "RingotelClient",
    "Sender",
    "SentMessage",
    "SessionId",
    "Timeouts",
    "UncertainError",
    "UserId",
    "WireError",
    "checked_time",
    "normalised_api_url",
    "number",
    "sender_id",
    "time_of_ms",
]


def __getattr__(name: str) -> Any:
    """Imports the file fetcher when it is asked for: who only sends does without it."""
    if name == "HttpFileFetcher":
        from ringodesk_qt.api.fetch import HttpFileFetcher  # noqa: PLC0415 - see above

        return HttpFileFetcher
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
