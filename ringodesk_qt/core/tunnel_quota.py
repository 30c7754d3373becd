"""How many requests came through the tunnel this month, of those the provider's plan allows.

ngrok counts per calendar month in UTC, and so do we: every request that was passed on to the receiver, whatever its
answer, and our own looks through the public URL. The number lies in a small file of the home, written once a minute at
most: a process that is killed forgets a minute of it, and what ngrok answered without us is not in it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

log = logging.getLogger(__name__)

WRITE_EVERY_S = 60.0
WARN_SHARE = 0.8


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """The requests of one month, as written: `month` is ``2026-11``."""

    month: str = ""
    requests: int = 0


class TunnelQuota(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown: `used` requests of `limit` (0: the plan has none), since the first of `month`, in UTC."""

    month: str
    used: int
    limit: int

    @property
    def is_short(self) -> bool:
        """Whether it is time to warn."""
        return self.limit > 0 and self.used >= WARN_SHARE * self.limit

    @property
    def words(self) -> str:
        """`1,234 of 20,000 requests this month`."""
        if not self.limit:
            return f"{self.used:,} requests this month"
        return f"{self.used:,} of {self.limit:,} requests this month"

    @property
    def percent(self) -> int:
        """Of the limit; 0 where there is none."""
        return 100 * self.used // self.limit if self.limit else 0


def read_usage(path: Path, *, now: datetime | None = None) -> Usage:
    """The usage of this month, from its file; none where there is no file, or one of another month."""
    month = _month(now or datetime.now(UTC))
    with contextlib.suppress(OSError, ValueError):  # msgspec's errors are ValueErrors, and not all of them its own
        found = msgspec.json.decode(path.read_bytes(), type=Usage)
        if found.month == month and found.requests >= 0:
            return found
    return Usage(month=month)


class RequestMeter:
    """Counts, and keeps the count over restarts. Used on one asyncio loop, by the one process that receives."""

    def __init__(self, path: Path, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """`now` gives an aware time."""
        self._path = path
        self._now = now
        self._usage = Usage()
        self._is_written = True
        self._writing: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Reads what was counted before."""
        self._usage = await asyncio.to_thread(read_usage, self._path, now=self._now())

    def quota(self, limit: int) -> TunnelQuota:
        """The count as it is now, against `limit`."""
        self._turn_month()
        return TunnelQuota(month=self._usage.month, used=self._usage.requests, limit=limit)

    def count(self, times: int = 1) -> None:
        """So many more requests."""
        self._turn_month()
        self._usage = msgspec.structs.replace(self._usage, requests=self._usage.requests + times)
        self._is_written = False
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_later(), name="request meter")

    async def stop(self) -> None:
        """Writes what is not written yet. May be called again."""
        if self._writing is not None:
            self._writing.cancel()
            await asyncio.wait([self._writing])
            self._writing = None
        await self._write()

    def _turn_month(self) -> None:
        month = _month(self._now())
        if self._usage.month != month:
            self._usage = Usage(month=month)

    async def _write_later(self) -> None:
        await asyncio.sleep(WRITE_EVERY_S)
        await self._write()

    async def _write(self) -> None:
        if self._is_written:
            return
        self._is_written = True
        try:
            await asyncio.to_thread(_write, self._path, self._usage)
        except OSError as error:
            self._is_written = False
            log.info("the count of requests could not be written: %s", os.strerror(error.errno or 0))


def _month(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m")


def _write(path: Path, usage: Usage) -> None:
    partial = path.with_suffix(".part")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.encode(usage) + b"\n")
    partial.replace(path)
