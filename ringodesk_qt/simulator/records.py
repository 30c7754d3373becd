"""The record of every request, for tests to look at and wait for."""

from __future__ import annotations

import asyncio
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
    """

    method: str
    params: Mapping[str, Any] = {}
    item: str = ""
    error: str = ""
    http_status: int = 200
    fault: Fault | None = None
    is_done: bool = False


class RequestLog:
    """The records, oldest first."""

    def __init__(self) -> None:
        self._records: deque[RequestRecord] = deque(maxlen=MAX_RECORDS)
        self._count = 0
        self._seen: dict[str, int] = {}
        self._grew = asyncio.Event()

    @property
    def all(self) -> list[RequestRecord]:
        """Every record there is."""
        return list(self._records)

    def add(self, record: RequestRecord) -> None:
        """Keeps a record and wakes who waits for it."""
        self._records.append(record)
        self._count += 1
        self._grew.set()

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
        first = self._count - len(self._records)
        for number, record in enumerate(self._records, first):
            if record.method == method and number >= self._seen.get(method, 0):
                self._seen[method] = number + 1
                return record
        return None
