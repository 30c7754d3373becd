"""The hops that a message takes on its way out, and a notification on its way in: what is known of each."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

HopState = Literal["ok", "waiting", "off", "trouble"]

SENDING = ("network", "server", "key", "organization", "outbox")
RECEIVING = ("tunnel", "url", "receiver", "matches", "notification", "applied")
"""Their ids, in the order of the way."""


class Hop(msgspec.Struct, frozen=True, kw_only=True):
    """One hop. `ok_at` is when it was last seen to work, told to the minute."""

    id: str
    state: HopState = "waiting"
    words: str = ""
    ok_at: datetime | None = None


class Hops:
    """All of them, in order."""

    def __init__(self) -> None:
        sending = [Hop(id=hop_id, words="not tried yet") for hop_id in SENDING]
        receiving = [Hop(id=hop_id, state="off", words="off") for hop_id in RECEIVING]
        self._hops = {hop.id: hop for hop in (*sending, *receiving)}
        self._all: tuple[Hop, ...] | None = None

    def all(self) -> tuple[Hop, ...]:
        """As they are now."""
        if self._all is None:
            self._all = tuple(self._hops.values())
        return self._all

    def words(self, hop_id: str) -> str:
        """What is said of one."""
        return self._hops[hop_id].words

    def set(self, hop_id: str, state: HopState, words: str, *, ok_at: datetime | None = None) -> None:
        """What is known now; when it last worked stays, unless that is told."""
        former = self._hops[hop_id]
        ok_at = former.ok_at if ok_at is None else ok_at.replace(second=0, microsecond=0)
        if (former.state, former.words, former.ok_at) == (state, words, ok_at):
            return
        self._hops[hop_id] = Hop(id=hop_id, state=state, words=words, ok_at=ok_at)
        self._all = None

    def passed(self, at: datetime, *hop_ids: str, words: str = "works") -> None:
        """These were seen to work."""
        for hop_id in hop_ids:
            self.set(hop_id, "ok", words, ok_at=at)

    def remember(self, hop_id: str, at: datetime) -> None:
        """When it last worked, as an earlier run saw it."""
        if (former := self._hops.get(hop_id)) is not None and former.ok_at is None:
            self._hops[hop_id] = msgspec.structs.replace(former, ok_at=at.replace(second=0, microsecond=0))
            self._all = None
