"""Times at which notifications could not reach us. What was sent to us then is lost: there is no history to ask for."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from ringodesk_qt.models.ids import GapId


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """A time that is over. Both ends are the same where the clock was set back and its beginning cannot be told."""

    id: GapId
    began_at: datetime
    ended_at: datetime

    @property
    def length(self) -> timedelta:
        """How long it was at most; zero where that cannot be told."""
        return self.ended_at - self.began_at

    @property
    def has_beginning(self) -> bool:
        """Whether its beginning is known."""
        return self.began_at < self.ended_at


class Heartbeat(msgspec.Struct, frozen=True, kw_only=True):
    """When this home was last known to be reachable, and whether it is known not to be since."""

    at: datetime
    is_lost: bool = False


class Gaps(msgspec.Struct, frozen=True, kw_only=True):
    """Gaps that are over, oldest first, and since when it is not reachable now (None: it is, or is not meant to be)."""

    past: tuple[Gap, ...] = ()
    since: datetime | None = None
