"""The async client of the Ringotel Messaging API; it needs no Qt and no app around it."""

from ringodesk_qt.api.client import RingotelClient
from ringodesk_qt.api.fetch import HttpFileFetcher
from ringodesk_qt.api.transport import Timeouts
from ringodesk_qt.api.url import DEFAULT_API_URL, normalised_api_url
from ringodesk_qt.api.wire import Organization

__all__ = [
    "DEFAULT_API_URL",
    "HttpFileFetcher",
    "Organization",
    "RingotelClient",
    "Timeouts",
    "normalised_api_url",
]
