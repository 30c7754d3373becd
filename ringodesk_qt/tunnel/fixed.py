"""A public URL that the user keeps reachable, and no tunnel at all."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from ringodesk_qt.errors import TunnelError

_NOT_IN_A_URL = re.compile(r"[\s\x00-\x1f\x7f\\]")


class FixedTunnel:
    """A URL of the user's own that leads to the receiver's port; nothing is opened, so nothing is lost."""

    kind = "fixed"

    def __init__(self, public_url: str) -> None:
        self._public_url = public_url

    async def open(self, local_port: int) -> str:
        """The URL without a trailing slash. Raises TunnelError for one that Ringotel could not or must not call."""
        return checked_public_url(self._public_url)

    async def close(self) -> None:
        """Nothing is open."""

    async def check(self) -> None:
        """There is nothing on this machine that could be looked at."""

    async def knock(self, path: str) -> bool:
        """False: nobody is asked. Many a network does not lead its own machines to its own public URL."""
        return False

    def on_lost(self, listener: Callable[[TunnelError], None]) -> None:
        """Whether such a URL still works cannot be seen from here: `listener` is never called."""


class NoTunnel:
    """Receiving on this machine only."""

    kind = "none"

    async def open(self, local_port: int) -> str:
        """The empty string: there is no public URL."""
        return ""

    async def close(self) -> None:
        """Nothing is open."""

    async def check(self) -> None:
        """There is nothing on this machine that could be looked at."""

    async def knock(self, path: str) -> bool:
        """False: nobody is asked. Many a network does not lead its own machines to its own public URL."""
        return False

    def on_lost(self, listener: Callable[[TunnelError], None]) -> None:
        """Nothing can be lost."""


def checked_public_url(text: str) -> str:
    """The URL in its one form: https (http for loopback alone), a host, no query. Raises TunnelError."""
    url = text.strip().rstrip("/")
    if _NOT_IN_A_URL.search(url):  # urlsplit drops line breaks and tabs without a word
        raise TunnelError("The public URL holds a blank or a character no URL has. Copy it again.", is_lasting=True)
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError as error:
        raise TunnelError(
            "The public URL cannot be read. Write it like https://chat.example.com.", is_lasting=True
        ) from error
    if "@" in parts.netloc or "?" in url or "#" in url:
        raise TunnelError("The public URL must not carry a user name, a query or a fragment.", is_lasting=True)
    if not host or not (parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host))):
        raise TunnelError(
            "The public URL must begin with https:// and name the host that Ringotel can reach.", is_lasting=True
        )
    return url


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
