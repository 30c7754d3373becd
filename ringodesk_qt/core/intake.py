"""Takes notifications in: on disk first, then acknowledged, then applied.

The receiver waits only for the journal, where all that has gathered is committed together; what a notification does to
the chats (`inbox`) follows in the next transaction. So a flood is acknowledged as fast as the disk can be written, and
is never refused because a chat takes long to change. What is journalled is applied in its order, also after a crash:
it is pending until the transaction that applies it says otherwise, so nothing is applied twice or forgotten.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import Event, NotificationsApplied
from ringodesk_qt.core.inbox import apply_journalled
from ringodesk_qt.core.ports import Store, Tables
from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.ids import JournalId
from ringodesk_qt.models.notification import Journalled, Notification, Received

log = logging.getLogger(__name__)

JOURNAL_KEPT = timedelta(days=30)
PARKED_KEPT = timedelta(days=1)

MOST_JOURNALLED_AT_ONCE = 512
JOURNAL_GATHER_S = 0.004
"""What comes within so short a time of another is committed with it, when one commit follows on the other …"""
JOURNAL_FEW = 8
"""… unless so many have come already …"""
JOURNAL_SPARED_MOST = 64
"""… and but for two commits after nothing came, four if that was so twice, up to so many: who posts one after the other
waits for the answer."""
MOST_APPLIED_AT_ONCE = 128
"""As many as delay an acknowledgement that queues up behind them by a hundredth of a second."""
GATHER_S = 0.002
"""Applying begins when nothing has come for so long: who is at the turn of sending again comes first …"""
GATHER_MOST_S = 0.02
"""… or when so long has passed, however many come."""
FLOOD_PAUSE = 9.0
"""When more have come while some were applied, applying pauses for so many times as long as it took."""
FLOOD_PAUSE_MOST_S = 0.2
STORE_RETRY_S = 1.0


class Intake:
    """Journals and applies notifications. Except for `prune`, used on one loop: the receiver's.

    Its tasks live only while there is something to do, and until `stop`.
    """

    def __init__(self, *, store: Store, bus: Bus, parse: Callable[[bytes], Notification]) -> None:
        """`parse` reads a journalled body back."""
        self._store = store
        self._bus = bus
        self._parse = parse
        self._arrived: list[tuple[Received, asyncio.Future[None]]] = []
        self._journalling: asyncio.Task[None] | None = None
        self._applying: asyncio.Task[None] | None = None
        self._journalled_at = 0.0
        self._spared = 0
        self._spared_last = 1
        self._applied_to: JournalId | None = None
        self._has_more = False
        self._is_stopped = False

    # ------------------------------------------------------------ called by the receiver

    def accept(self, received: Received) -> asyncio.Future[None]:
        """Takes one notification. The future is done when it is on disk, or has failed with StoreError."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._arrived.append((received, written))
        if self._journalling is None:
            self._journalling = asyncio.ensure_future(self._journal())
        return written

    # ------------------------------------------------------------ start and stop

    async def start(self) -> None:
        """Begins to apply what an earlier run left, while new notifications may come."""
        self._is_stopped = False
        self._applied_to = None  # what had failed is tried again
        self._begin_applying()

    async def stop(self, grace_s: float = 3.0) -> None:
        """Journals what was accepted, and applies for `grace_s` at most; the rest is applied at the next start."""
        self._is_stopped = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(grace_s):
                await self.settled()
        for task in (self._journalling, self._applying):
            if task is not None:
                task.cancel()
                await asyncio.wait([task])

    async def settled(self) -> None:
        """Returns when everything accepted is journalled and has been applied (or is known to fail)."""
        while task := self._journalling or self._applying:
            await asyncio.wait([task])

    async def prune(self) -> None:
        """Forgets what has served its time: applied notifications, and receipts whose message never came."""
        now = datetime.now(UTC)
        await self._store.write(lambda tables: tables.journal.prune(now - JOURNAL_KEPT))
        await self._store.write(lambda tables: tables.parked.prune(now - PARKED_KEPT))

    # ------------------------------------------------------------ onto the disk

    async def _journal(self) -> None:
        try:
            while self._arrived:
                await self._gather_arrivals()
                batch = self._arrived[:MOST_JOURNALLED_AT_ONCE]
                del self._arrived[: len(batch)]
                await self._journal_all(batch)
        finally:
            self._journalling = None

    async def _gather_arrivals(self) -> None:
        """What comes after a pause is not kept waiting."""
        count, passed_s = len(self._arrived), asyncio.get_running_loop().time() - self._journalled_at
        if passed_s > 2 * JOURNAL_GATHER_S or count >= JOURNAL_FEW or self._is_stopped:
            return
        if self._spared:
            self._spared -= 1
            return
        await asyncio.sleep(JOURNAL_GATHER_S)
        if len(self._arrived) > count:
            self._spared_last = 1
        else:
            self._spared = self._spared_last = min(2 * self._spared_last, JOURNAL_SPARED_MOST)

    async def _journal_all(self, batch: Sequence[tuple[Received, asyncio.Future[None]]]) -> None:
        """Whatever became of them, nobody waits on."""
        try:
            await self._store.write(lambda tables: tables.journal.add_all([received for received, _ in batch]))
        except asyncio.CancelledError:
            for _, written in batch:
                written.cancel()
            raise
        except Exception as error:  # noqa: BLE001 - goes to the receiver, for each
            for _, written in batch:
                if not written.done():
                    # One each: an exception that several raise would collect all their tracebacks.
                    written.set_exception(error if len(batch) == 1 else _alike(error))
        else:
            self._journalled_at = asyncio.get_running_loop().time()
            for _, written in batch:
                if not written.done():
                    written.set_result(None)
            self._begin_applying()

    # ------------------------------------------------------------ into the chats

    def _begin_applying(self) -> None:
        self._has_more = True
        if self._applying is None:
            self._applying = asyncio.ensure_future(self._keep_applying())

    async def _keep_applying(self) -> None:
        try:
            while self._has_more:
                self._has_more = False
                await self._gather()
                await self._apply_all()
        finally:
            self._applying = None

    async def _gather(self) -> None:
        clock = asyncio.get_running_loop().time
        until = clock() + GATHER_MOST_S
        is_quiet = False
        while not (is_quiet or self._is_stopped or clock() >= until):
            self._has_more = False
            await asyncio.sleep(GATHER_S)
            is_quiet = not (self._has_more or self._journalling)

    async def _apply_all(self) -> None:
        clock = asyncio.get_running_loop().time
        is_failing = False
        while True:
            began = clock()
            try:
                if not await self._apply_some():
                    return
                is_failing = False
            except StoreError as error:
                if not is_failing:  # once for a disk that stays full, not each second
                    log.warning("what was journalled is not applied yet: %s", error)
                is_failing = True
                await asyncio.sleep(STORE_RETRY_S)
            if self._journalling is not None and not self._is_stopped:
                # Those who wait for an acknowledgement come first.
                await asyncio.sleep(min(FLOOD_PAUSE * (clock() - began), FLOOD_PAUSE_MOST_S))

    async def _apply_some(self) -> int:
        """Applies the oldest that wait, in one commit. Returns how many were looked at. Raises StoreError."""
        after = self._applied_to
        rows = await self._store.read(lambda tables: tables.journal.pending(MOST_APPLIED_AT_ONCE, after=after))
        if not rows:
            return 0
        try:
            await self._apply_together(rows)
        except StoreError:
            raise
        except Exception:  # noqa: BLE001 - told below, of the one it is about
            for row in rows:
                await self._apply_alone(row)
        self._applied_to = rows[-1].id
        return len(rows)

    async def _apply_alone(self, row: Journalled) -> None:
        """Raises StoreError; whatever else fails is a fault of ours, and is recorded."""
        try:
            await self._apply_together([row])
        except StoreError:
            raise
        except Exception:
            log.exception("journalled notification %d cannot be applied; it is kept", row.id)
            await self._store.write(partial(_mark_failed, journal_id=row.id))

    async def _apply_together(self, rows: Sequence[Journalled]) -> None:
        """All of them or, when it raises, none."""
        events = await self._store.write(partial(_apply, rows=rows, parse=self._parse))
        self._bus.publish([*events, NotificationsApplied()])


def _apply(tables: Tables, rows: Sequence[Journalled], parse: Callable[[bytes], Notification]) -> list[Event]:
    return apply_journalled(tables, ((row, parse(row.body)) for row in rows))


def _mark_failed(tables: Tables, journal_id: JournalId) -> None:
    tables.journal.mark([journal_id], "failed")


def _alike(error: Exception) -> Exception:
    if isinstance(error, StoreError):
        alike = StoreError(str(error))
        alike.__cause__ = error
        return alike
    return error
