"""How long a request may take."""

from __future__ import annotations

import math

import msgspec

from ringodesk_qt.errors import InputError


class Timeouts(msgspec.Struct, frozen=True, kw_only=True):
    """Limits in seconds. `total_s` is for a small call; an upload has no total, but may stall for `stall_s` at most."""

    connect_s: float = 10.0
    read_s: float = 30.0
    write_s: float = 30.0
    total_s: float = 60.0
    stall_s: float = 120.0

    def __post_init__(self) -> None:
        """Raises InputError for numbers that make no sense."""
        for limit_s in msgspec.structs.astuple(self):
            if isinstance(limit_s, bool) or not isinstance(limit_s, int | float) or not 0 < limit_s < math.inf:
                raise InputError("A timeout must be a number of seconds, more than 0.")
