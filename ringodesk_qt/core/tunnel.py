"""The port that tunnels fit, by shape: what the supervisor asks of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ringodesk_qt.errors import TunnelError


class Tunnel(Protocol):
    """What makes the receiver reachable."""

    @property
    def kind(self) -> str:
        """ "ngrok", "fixed" or "none"."""
        ...

    async def open(self, local_port: int) -> str:
        """The public base URL without a trailing slash, empty for "none"; raises TunnelError."""
        ...

    async def close(self) -> None:
        """Ends it; may be called again."""
        ...

    async def check(self) -> None:
        """Looks, on this machine alone, whether what was opened is still there; raises TunnelError."""
        ...

    async def knock(self, path: str) -> bool:
        """Asks the receiver for a path of its own through the public URL; whether it answered.

        False where that is not clear; raises TunnelError when the way to us is surely closed.
        """
        ...

    def on_lost(self, listener: Callable[[TunnelError], None]) -> None:
        """`listener` is called, from any thread, when an open tunnel was lost."""
        ...
