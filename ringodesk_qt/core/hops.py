"""The hops that a message takes on its way out, and a notification on its way in: what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

HopState = Literal["ok", "waiting", "off", "trouble"]

OF_ACCOUNT = ("network", "server", "key", "organization")
SENDING = (*OF_ACCOUNT, "outbox")
RECEIVING = ("tunnel", "url", "receiver", "matches", "notification", "applied")
"""Their ids, in the order of the way; the first four are each account's own."""


class Hop(msgspec.Struct, frozen=True, kw_only=True):
    """One hop. `ok_at` is when it was last seen to work, told to the minute; `of` names the account it is about."""

    id: str
    state: HopState = "waiting"
    words: str = ""
    ok_at: datetime | None = None
    of: str = ""


class Hops:
    """Some of them, in order."""

    def __init__(self, hop_ids: Sequence[str], *, state: HopState = "waiting", words: str = "not tried yet") -> None:
        self._hops = {hop_id: Hop(id=hop_id, state=state, words=words) for hop_id in hop_ids}

    def all(self) -> list[Hop]:
        """As they are now."""
        return list(self._hops.values())

    def hop(self, hop_id: str) -> Hop:
        """One of them."""
        return self._hops[hop_id]

    def set(self, hop_id: str, state: HopState, words: str, *, ok_at: datetime | None = None) -> bool:
        """What is known now; when it last worked stays, unless that is told. Returns whether it is another."""
        at = self._hops[hop_id].ok_at if ok_at is None else ok_at.replace(second=0, microsecond=0)
        former, self._hops[hop_id] = self._hops[hop_id], Hop(id=hop_id, state=state, words=words, ok_at=at)
        return former != self._hops[hop_id]

    def passed(self, at: datetime, *hop_ids: str, words: str) -> bool:
        """These were seen to work. Returns whether any of them is another."""
        others = [hop_id for hop_id in hop_ids if self.set(hop_id, "ok", words, ok_at=at)]
        return bool(others)

    def remember(self, hop_id: str, at: datetime) -> None:
        """When it last worked, as an earlier run saw it."""
        if (former := self._hops.get(hop_id)) is not None and former.ok_at is None:
            self._hops[hop_id] = msgspec.structs.replace(former, ok_at=at.replace(second=0, microsecond=0))
