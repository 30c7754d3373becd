"""What the receiver allows one caller. Times in seconds, sizes in bytes."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The defaults suit a notification of a few hundred bytes that comes through a tunnel."""

    head_bytes: int = 16 * 1024
    """Request line, headers and chunk trailers together."""
    header_count: int = 100
    body_bytes: int = 256 * 1024
    depth: int = 32
    """How deep the JSON may be nested."""
    head_s: float = 8.0
    """From the first byte (or the connection, when none comes) to the end of the headers."""
    body_s: float = 10.0
    """From the end of the headers to the end of the body."""
    request_s: float = 12.0
    """From the first byte of a request (the connection, for its first one) to the end of its body."""
    store_s: float = 25.0
    """How long a notification may take to be on disk before the caller is told to come again."""
    idle_s: float = 75.0
    """How long a connection is kept between two requests."""
    pressed_idle_s: float = 5.0
    """The same once three quarters of the connections are taken."""
    linger_s: float = 2.0
    """How long a caller who is still sending may take to read a refusal before the connection is cut."""
    connections: int = 512
    pending: int = 1024
    """Notifications being stored at one time, those of callers who have gone included."""
    write_bytes: int = 16 * 1024
    """How much may wait to be read by the caller before no more of its requests are looked at."""
