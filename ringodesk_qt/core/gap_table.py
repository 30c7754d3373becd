"""What core needs of the store for gaps: a part of `ports`, which holds all the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from ringodesk_qt.models.gap import Gap, Heartbeat
from ringodesk_qt.models.ids import GapId


class GapTable(Protocol):
    """When this home was last known to be reachable, and the times it was not."""

    def heartbeat(self) -> Heartbeat | None:
        """The last one, or None while this home is not meant to be reachable."""
        ...

    def beat(self, at: datetime, *, is_lost: bool = False) -> None:
        """Keeps that it was reachable at a time, and with `is_lost` that it is not since."""
        ...

    def forget_heartbeat(self) -> None:
        """From now on it is not meant to be reachable: no gap begins here."""
        ...

    def last_arrival(self, after: datetime, until: datetime) -> datetime | None:
        """When the last of the newest notifications came that came after one time and not after the other, or None."""
        ...

    def record(self, began_at: datetime, ended_at: datetime) -> Gap:
        """Keeps a gap, which is not told yet, and returns it as it is kept.

        One that follows another by less than `TOGETHER` is one with it. Those that would reach into it, by a clock
        that was set, end where it begins.
        """
        ...

    def since(self, at: datetime, *, limit: int = 1000) -> list[Gap]:
        """The newest gaps that ended after a time, oldest first."""
        ...

    def untold(self) -> list[Gap]:
        """Gaps that the user was not told of, oldest first."""
        ...

    def mark_told(self, gap_ids: Sequence[GapId]) -> None:
        """The user was told of them."""
        ...
