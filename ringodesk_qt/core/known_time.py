"""Whether this computer's clock may be believed, where messages are to be deleted for their age.

To a clock of next year everything is old, and what is deleted for good does not come back. It is believed

- once a server's answer has agreed with it, or
- while it is at most a week ahead of when it was last believed: that time is kept in the home and moves on with each
  look. In a home that has none yet it is the time of the newest message or notification.

One that is further ahead has leapt, or this computer was off for long; nothing here can tell which. Then nothing goes
until a server's answer agrees, which takes seconds where there is a network; or, for who stays offline, until the clock
has gone on without another leap for thirty days. One that the server contradicts is not believed, however long it goes
on, and neither does it move on what is kept. A clock that is behind deletes too little, which is mended by its time.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from ringodesk_qt.core.checks import Check
from ringodesk_qt.core.clock import AHEAD_MOST_S, believed_clock, leapt_clock
from ringodesk_qt.core.ports import Store, Tables

log = logging.getLogger(__name__)

LEAP = timedelta(days=7)
"""What is further ahead is taken for no mere absence."""
PATIENCE = timedelta(days=30)
"""So long must a clock that leapt have gone on, where no server confirms it."""

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """When the clock was last believed, when it was last looked at, and since when it is doubted; its own times all."""

    believed_at: datetime
    seen_at: datetime
    doubted_since: datetime | None = None


class KnownTime:
    """Remembers, over restarts, how far the clock has come."""

    def __init__(
        self,
        *,
        store: Store,
        kept: Path,
        on_judged: Callable[[Check], None],
    ) -> None:
        """`kept` is the file. `on_judged` hears of a doubt that matters, and of its end."""
        self._store = store
        self._kept = kept
        self._on_judged = on_judged
        self._listeners: list[Callable[[], None]] = []
        self._confirmed_at: datetime | None = None
        self._is_contradicted = False
        self._is_doubted = False
        self._is_doubt_told = False
        self._ahead = timedelta()

    def on_confirmed(self, listener: Callable[[], None]) -> None:
        """Calls `listener` when a server agrees with a clock that was not believed."""
        self._listeners.append(listener)

    def told(self, ahead_s: float) -> None:
        """A server's answer had its time in it: by how much this computer's clock is ahead of it."""
        self._is_contradicted = abs(ahead_s) > AHEAD_MOST_S
        if not self._is_contradicted:
            self._confirmed_at = datetime.now(UTC)
            if self._is_doubted:
                self._is_doubted = False
                for listener in self._listeners:
                    listener()

    async def is_believed(self, now: datetime) -> bool:
        """Whether the clock, which says `now`, is believed; what is kept moves on. Raises StoreError."""
        is_believed = not self._is_contradicted and await self._look(now)
        self._is_doubted = not is_believed
        if is_believed and self._is_doubt_told:
            self._is_doubt_told = False
            self._on_judged(believed_clock())
        return is_believed

    def tell_doubt(self) -> None:
        """Something is left undone for it. A contradiction is told by who hears it."""
        if not self._is_contradicted:
            self._is_doubt_told = True
            self._on_judged(leapt_clock(self._ahead.total_seconds()))

    async def _look(self, now: datetime) -> bool:
        kept = await asyncio.to_thread(_read, self._kept) or await self._first(now)
        believed_at = self._confirmed_at or kept.believed_at
        self._ahead = now - believed_at
        doubted_since = kept.doubted_since
        if self._ahead <= LEAP:
            doubted_since = None
        elif doubted_since is None or abs(now - kept.seen_at) > LEAP:
            doubted_since = now
        elif now - doubted_since >= PATIENCE:
            doubted_since = None
        if doubted_since is None:
            believed_at, self._confirmed_at = max(now, believed_at), None
        await asyncio.to_thread(
            _write, self._kept, _Kept(believed_at=believed_at, seen_at=now, doubted_since=doubted_since)
        )
        return doubted_since is None

    async def _first(self, now: datetime) -> _Kept:
        return _Kept(believed_at=await self._store.read(_newest), seen_at=now)


def _newest(tables: Tables) -> datetime:
    """When the newest message, or the newest notification, came to this home."""
    messages = tables.messages.many([tables.messages.newest_id()])
    came_at = tables.journal.latest_at()
    return max([*(message.at for message in messages), came_at or _LONG_AGO])


def _read(path: Path) -> _Kept | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Kept)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        log.info("when the clock was last believed could not be read: %s", type(error).__name__)
        return None


def _write(path: Path, kept: _Kept) -> None:
    partial = path.with_suffix(f".{os.getpid()}.part")  # another process of this home may look too
    try:
        partial.write_bytes(msgspec.json.encode(kept) + b"\n")
        partial.replace(path)
    except OSError as error:
        log.info("when the clock was last believed could not be written down: %s", error.strerror)
