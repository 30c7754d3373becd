"""The record of every request, for tests to look at and wait for."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Mapping
from typing import Any

import msgspec

from ringodesk_qt.simulator.faults import Fault

MAX_RECORDS = 10_000


class RequestRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One request. It never holds the key.

    `method` is "upload" for an upload, and empty where none could be read; an upload's `params` hold its fields, and
    of the file ``{"name", "mime", "size_bytes"}``. `error` is empty for what was carried out as it should be.
    `item` is the collection's own name for it. `is_done` tells whether the state was changed, whatever was answered.
    `http_status` is 0 where no answer was given. `faults` are those that bit. `messageid` and `sessionid` are those of
    the message or session that there is now.
    """

    method: str
    params: Mapping[str, Any] = {}
    item: str = ""
    error: str = ""
    http_status: int = 200
    faults: tuple[Fault, ...] = ()
    is_done: bool = False
    messageid: str = ""
    sessionid: str = ""
    at_ms: int = msgspec.field(default_factory=lambda: time.time_ns() // 1_000_000)

    @property
    def fault(self) -> Fault | None:
        """The first fault that bit, if any did."""
        return self.faults[0] if self.faults else None


class FileRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was asked for by its URL."""

    name: str
    is_there: bool
    fault: Fault | None = None
    at_ms: int = msgspec.field(default_factory=lambda: time.time_ns() // 1_000_000)


class RequestLog:
    """The records, oldest first. `count` is how many there ever were."""

    def __init__(self) -> None:
        self._records: deque[RequestRecord] = deque(maxlen=MAX_RECORDS)
        self.count = 0
        self._seen: dict[str, int] = {}
        self._grew = asyncio.Event()

    @property
    def all(self) -> list[RequestRecord]:
        """Every record there is."""
        return list(self._records)

    def add(self, record: RequestRecord) -> None:
        """Keeps a record and wakes who waits for it."""
        self._records.append(record)
        self.count += 1
        self._grew.set()

    def since(self, number: int) -> list[tuple[int, RequestRecord]]:
        """The records with a number of at least this; the first request ever has 0."""
        first = self.count - len(self._records)
        return [(at, record) for at, record in enumerate(self._records, first) if at >= number]

    def clear(self) -> None:
        """Forgets all of them; numbers go on."""
        self._records.clear()

    async def wait(self, method: str, timeout_s: float) -> RequestRecord:
        """The next record of this method that was not returned here before, come or still to come.

        Raises TimeoutError.
        """
        async with asyncio.timeout(timeout_s):
            while True:
                found = self._unseen(method)
                if found is not None:
                    return found
                self._grew.clear()
                await self._grew.wait()

    def _unseen(self, method: str) -> RequestRecord | None:
        first = self.count - len(self._records)
        for number, record in enumerate(self._records, first):
            if record.method == method and number >= self._seen.get(method, 0):
                self._seen[method] = number + 1
                return record
        return None
