"""Notifications on their way to the one webhook URL: in order, one at a time, a few tries each.

How often Ringotel tries again is documented nowhere; a few times, soon, is what is done here. Without a URL a
notification is dropped and counted, as it is lost to an account that has set none.
"""

from __future__ import annotations

import asyncio
import io
import logging
from collections import deque
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import msgspec

from ringodesk_qt.errors import InputError
from ringodesk_qt.simulator.board import Bite, FaultBoard
from ringodesk_qt.simulator.faults import Fault, Stage
from ringodesk_qt.simulator.keys import Keys
from ringodesk_qt.simulator.notifications import Notification
from ringodesk_qt.simulator.state import now_ms
from ringodesk_qt.simulator.variants import body

MAX_RECORDS = 10_000
NO_ANSWER = 0
"""In a record's statuses: the try got no HTTP answer."""
HELD_S = 0.5
"""A reordered notification waits this long for one to let pass."""

logger = logging.getLogger(__name__)


class WebhookRecord(msgspec.Struct, kw_only=True, eq=False):
    """What became of a notification: the HTTP status of each try. It never holds the key.

    `params` are as they would be without faults. The first notification ever has the number 0.
    """

    number: int
    method: str
    params: dict[str, Any]
    bites: tuple[Bite, ...] = ()
    statuses: list[int] = []
    is_dropped: bool = False
    is_given_up: bool = False
    at_ms: int = msgspec.field(default_factory=now_ms)

    @property
    def faults(self) -> frozenset[Fault]:
        """The faults that bit."""
        return frozenset(bite.fault for bite in self.bites)

    @property
    def is_taken(self) -> bool:
        """Whether the receiver answered 200."""
        return bool(self.statuses) and self.statuses[-1] == 200

    @property
    def outcome(self) -> str:
        """What has become of it, in a word or two: "taken", "dropped", "given up", "waiting"."""
        if self.is_dropped:
            return "dropped"
        if self.is_given_up:
            return "given up"
        return "taken" if self.is_taken else "waiting"


class WebhookQueue:
    """The queue and the one task that empties it."""

    def __init__(
        self,
        *,
        keys: Keys,
        faults: FaultBoard,
        tries: int,
        retry_s: float,
        timeout_s: float,
        noted: Callable[[WebhookRecord], None],
    ) -> None:
        """`tries` in all; `retry_s` between them; `timeout_s` is how long a try waits for its answer.

        `noted` is told of each notification once it was taken, given up or dropped.
        """
        self.url = ""
        self.dropped = self.count = 0
        self.records: deque[WebhookRecord] = deque(maxlen=MAX_RECORDS)
        self._keys = keys
        self._faults = faults
        self._tries, self._retry_s, self._timeout_s = tries, retry_s, timeout_s
        self._noted = noted
        self._waiting: deque[tuple[Notification, WebhookRecord]] = deque()
        self._held: tuple[Notification, WebhookRecord] | None = None
        self._held_timer: asyncio.TimerHandle | None = None
        self._has_work = asyncio.Event()
        self._is_idle = asyncio.Event()
        self._is_idle.set()
        self._worker: asyncio.Task[None] | None = None

    def point_to(self, url: str | None) -> None:
        """Sets where notifications go from now on; nothing: nowhere. May be called from any thread."""
        parts = urlsplit(url or "")
        if url and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise InputError("The webhook URL must begin with http:// or https:// and name a host.")
        self.url = url or ""

    def start(self) -> None:
        """Begins to deliver, on the running loop."""
        self._worker = asyncio.create_task(self._work(), name="simulator webhooks")

    async def stop(self) -> None:
        """Ends at once; what waits is lost."""
        if self._held_timer is not None:
            self._held_timer.cancel()
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.gather(self._worker, return_exceptions=True)
        self._worker = None

    def forget(self) -> None:
        """What waits is never sent, and nothing is known of what was."""
        if self._held_timer is not None:
            self._held_timer.cancel()
        self._held = None
        self._waiting.clear()
        self._has_work.set()
        self.records.clear()
        self.dropped = 0

    # ------------------------------------------------------------ in

    def put(self, notification: Notification) -> WebhookRecord:
        """Queues a notification and returns the record that will tell what became of it."""
        way = self._faults.bite(Stage.NOTIFY, *notification.names)
        fault = way.fault if way else None
        bites = (*((way,) if way else ()), *self._faults.bite_all(Stage.BODY, *notification.names))
        record = self._recorded(notification, bites)
        if not self.url or fault is Fault.LOST:
            self._drop(record)
        elif fault is Fault.REORDER and self._held is None:
            self._hold(notification, record)
        else:
            self._queue(notification, record)
            if fault is Fault.DUPLICATE:
                self._queue(notification, self._recorded(notification, bites))
            self._release()
        return record

    def _recorded(self, notification: Notification, bites: tuple[Bite, ...]) -> WebhookRecord:
        record = WebhookRecord(number=self.count, method=notification.method, params=notification.params, bites=bites)
        self.records.append(record)
        self.count += 1
        return record

    def _queue(self, notification: Notification, record: WebhookRecord) -> None:
        self._waiting.append((notification, record))
        self._is_idle.clear()
        self._has_work.set()

    def _drop(self, record: WebhookRecord) -> None:
        record.is_dropped = True
        self.dropped += 1
        logger.info("webhook %s: dropped%s", record.method, "" if self.url else ", no webhook URL is set")
        self._noted(record)

    def _hold(self, notification: Notification, record: WebhookRecord) -> None:
        self._held = (notification, record)
        self._is_idle.clear()
        self._held_timer = asyncio.get_running_loop().call_later(HELD_S, self._release)

    def _release(self) -> None:
        """Queues what was held back, behind what has come since."""
        if self._held is not None and self._held_timer is not None:
            self._held_timer.cancel()
            held, self._held = self._held, None
            self._queue(*held)

    # ------------------------------------------------------------ out

    async def settled(self) -> None:
        """Waits until nothing waits."""
        await self._is_idle.wait()

    async def _work(self) -> None:
        timeout = aiohttp.ClientTimeout(total=self._timeout_s)
        # A connection each: one that is closed while it idles would make a notification come twice.
        connector = aiohttp.TCPConnector(force_close=True)
        async with aiohttp.ClientSession(connector=connector, timeout=timeout, trust_env=False) as http:
            while True:
                await self._has_work.wait()
                while self._waiting:
                    await self._try_to_deliver(http, *self._waiting.popleft())
                self._has_work.clear()
                if self._held is None:
                    self._is_idle.set()

    async def _try_to_deliver(
        self, http: aiohttp.ClientSession, notification: Notification, record: WebhookRecord
    ) -> None:
        try:
            await self._deliver(http, notification, record)
        except Exception:  # the border of the queue's task: one that cannot be written must not hold up the others
            logger.exception("webhook %s: given up", record.method)
        record.is_given_up = not record.is_taken
        self._noted(record)

    async def _deliver(self, http: aiohttp.ClientSession, notification: Notification, record: WebhookRecord) -> None:
        await self._wait_for(record)
        content = body(notification, self._keys.notified, record.bites)
        for attempt in range(self._tries):
            if attempt:
                await asyncio.sleep(self._retry_s)
            record.statuses.append(await self._post(http, content, is_get=Fault.SENT_AS_GET in record.faults))
            logger.info("webhook %s: %s", record.method, record.statuses[-1] or "no answer")
            if record.is_taken:
                return

    async def _wait_for(self, record: WebhookRecord) -> None:
        for bite in record.bites:
            if bite.fault is Fault.DELAY:
                await asyncio.sleep(bite.number)

    async def _post(self, http: aiohttp.ClientSession, content: bytes, *, is_get: bool) -> int:
        verb, sent = ("GET", None) if is_get else ("POST", io.BytesIO(content))
        headers = {} if is_get else {"Content-Type": "application/json"}
        try:
            async with http.request(verb, self.url, data=sent, headers=headers, allow_redirects=False) as answer:
                return answer.status
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            return NO_ANSWER


Notify = Callable[[Notification], WebhookRecord]
"""`WebhookQueue.put`, as those who only notify know it."""
