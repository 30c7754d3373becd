"""What a caller may hand to a call, to hear of it while it is made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

Before = Callable[[], Awaitable[None]]
"""Awaited when the connection stands, just before the request leaves; what it raises ends the call, nothing sent.

Once a call, before the first of its tries that has a connection.
"""

Progress = Callable[[int, int], None]
"""Called with (sent_bytes, total_bytes)."""
