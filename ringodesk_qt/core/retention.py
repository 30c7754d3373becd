"""Deletes history for good: what is older than the settings say, or what somebody wants gone now.

It goes in slices with pauses between them, the oldest first, so that a notification never waits for long. What was
asked for is kept as an order until it is done: a run that was killed is gone on with by the next start. First the
files of a slice, then its messages: what a kill leaves is found again. What is still on its way is never deleted. At
the end the search index is written anew where something was deleted from it, the space is given back to the system, the
write-ahead log is emptied, and copies of the database from before a migration go. That this is to be done is kept in
the database with each slice, until it is.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import StoreChanged
from ringodesk_qt.core.known_time import KnownTime
from ringodesk_qt.core.ports import Store
from ringodesk_qt.core.settings import Settings, SettingsKeeper
from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.ids import AccountId, LocalId
from ringodesk_qt.models.retention import Doomed, Forecast, Scope

log = logging.getLogger(__name__)

SLICE = 64
PAUSE = 2
"""How many times longer than a slice took is waited for the next one."""
LOOK_EVERY_S = 6 * 3600.0
FIRST_LOOK_S = 60.0
"""A start has other things to do."""


class Retention:
    """Owns the task that looks for what has grown too old."""

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        settings: SettingsKeeper,
        own_folders: Sequence[Path],
        finish: Callable[[], None],
        known_time: KnownTime,
    ) -> None:
        """Files are deleted in `own_folders` alone; `finish` empties the database's log, in a thread.

        While the clock is not believed, nothing is deleted for its age: see `known_time`.
        """
        self._store = store
        self._bus = bus
        self._settings = settings
        self._own_folders = tuple(own_folders)
        self._finish = finish
        self._known_time = known_time
        known_time.on_confirmed(self.look_soon)
        self._wake = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Looks now and then from now on, and at once when the setting becomes another, until `stop`."""
        self._forget = self._settings.on_changed(self._on_settings_changed)
        self._days = self._settings.current.delete_after_days
        self._task = asyncio.create_task(self._run(), name="delete what is too old")

    async def stop(self) -> None:
        """Looks no more; a run that is under way stops behind its slice. May be called again, and without a start."""
        if self._task is not None:
            self._forget()
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def forecast(self, scope: Scope) -> Forecast:
        """What `delete` would do now."""
        found, paths = await self._store.read(lambda tables: tables.retention.forecast(scope))
        sizes = await asyncio.to_thread(self._sizes, paths)
        return msgspec.structs.replace(found, files=len(sizes), file_bytes=sum(sizes))

    async def delete(self, scope: Scope, *, on_progress: Callable[[int], None] | None = None) -> int:
        """Deletes for good; how many messages went. May be called again. Raises StoreError.

        That it is wanted is kept: where this process ends before it is done, the next start goes on with it. So it does
        where this is cancelled, unless it is called off.
        """
        await self._store.write(lambda tables: tables.retention.order(scope))
        try:
            gone = await self._delete(scope, on_progress)
        except StoreError:  # that is told, and who is told may try again
            with contextlib.suppress(StoreError):
                await self.call_off(scope)
            raise
        await self.call_off(scope)
        return gone

    async def call_off(self, scope: Scope) -> None:
        """What of a scope is still there is to stay, once its deletion has been cancelled."""
        await self._store.write(lambda tables: tables.retention.withdraw(scope))

    async def _delete(self, scope: Scope, on_progress: Callable[[int], None] | None = None) -> int:
        async with self._one_at_a_time:
            gone = 0
            try:
                async for count in self._slices(scope):
                    gone += count
                    if on_progress is not None:
                        on_progress(gone)
            finally:
                if gone:
                    self._bus.publish([StoreChanged()])
            await self._clean_up(scope.before)
            return gone

    def look_soon(self) -> None:
        """There is something to delete."""
        self._wake.set()

    async def delete_accounts(self) -> None:
        """Deletes accounts that are given up with their history, in slices too. May be cancelled, and called again."""
        async with self._one_at_a_time:
            for account_id in await self._store.read(lambda tables: tables.accounts.doomed()):
                await self._in_slices(lambda: self._delete_of_account(account_id))  # noqa: B023 - called at once
                now = datetime.now(UTC)
                await self._in_slices(lambda: self._blank_journal(now))  # noqa: B023 - likewise
                await self._in_slices(self._squeeze)
                await self._in_slices(self._give_back)
                await asyncio.to_thread(self._finish)  # before it is forgotten what for
                await self._store.write(lambda tables: tables.accounts.delete(account_id))  # noqa: B023 - likewise
                await asyncio.to_thread(self._finish)
                self._bus.publish([StoreChanged()])
                log.info("an account that was removed is gone with its history")

    async def _delete_of_account(self, account_id: AccountId) -> bool:
        doomed = await self._store.read(lambda tables: tables.retention.next_of_account(account_id, SLICE))
        await self._delete_files(doomed)
        await self._store.write(lambda tables: tables.retention.delete_with_account(doomed))
        return bool(doomed)

    async def _blank_journal(self, before: datetime) -> bool:
        return bool(await self._store.write(lambda tables: tables.retention.blank_journal(before, SLICE)))

    async def _clean_up(self, before: datetime) -> None:
        """Takes away what else holds words of the deleted; that it is to be done was kept with the deletion itself."""
        unfinished = await self._store.read(lambda tables: tables.retention.unfinished())
        scope = Scope(before=max(before, unfinished or before))
        await self._in_slices(lambda: self._blank(scope))
        await self._in_slices(self._squeeze)
        await self._in_slices(self._give_back)
        await asyncio.to_thread(self._finish)
        await self._store.write(lambda tables: tables.retention.finish(scope.before))

    async def _slices(self, scope: Scope) -> AsyncIterator[int]:
        after: tuple[int, LocalId] | None = None
        while True:
            began = time.monotonic()
            place = after
            doomed = await self._store.read(
                lambda tables: tables.retention.next(scope, after=place, limit=SLICE)  # noqa: B023 - called at once
            )
            if not doomed:
                return
            await self._delete_files(doomed)
            await self._store.write(lambda tables: tables.retention.delete(doomed, scope.before))  # noqa: B023 - likewise
            after = (doomed[-1].position, doomed[-1].id)
            yield len(doomed)
            await asyncio.sleep(PAUSE * (time.monotonic() - began))

    async def _in_slices(self, step: Callable[[], Awaitable[bool]]) -> None:
        while True:
            began = time.monotonic()
            if not await step():
                return
            await asyncio.sleep(PAUSE * (time.monotonic() - began))

    async def _blank(self, scope: Scope) -> bool:
        return bool(await self._store.write(lambda tables: tables.retention.blank_traces(scope, SLICE)))

    async def _squeeze(self) -> bool:
        return bool(await self._store.write(lambda tables: tables.retention.squeeze()))

    async def _give_back(self) -> bool:
        return bool(await self._store.write(lambda tables: tables.retention.give_back()))

    # ---- files

    async def _delete_files(self, doomed: Sequence[Doomed]) -> None:
        ids = [one.id for one in doomed]
        for path in await asyncio.to_thread(self._ours, {one.path for one in doomed if one.path}):
            is_used = await self._store.read(lambda tables: tables.retention.is_used(path, ids))  # noqa: B023 - likewise
            if not is_used:
                await asyncio.to_thread(_remove, Path(path))

    def _ours(self, paths: Iterable[str]) -> list[str]:
        """Those that really lie in folders of ours: a name may lead out again, by `..` or by a link. Asks the disk."""
        folders = [folder.resolve() for folder in self._own_folders]
        places = [(path, Path(path).parent.resolve()) for path in paths]
        return [path for path, place in places if any(place.is_relative_to(folder) for folder in folders)]

    def _sizes(self, paths: Sequence[str]) -> list[int]:
        sizes = []
        for path in self._ours(paths):
            with contextlib.suppress(OSError):
                sizes.append(Path(path).stat().st_size)
        return sizes

    # ---- now and then

    def _on_settings_changed(self, settings: Settings) -> None:
        if settings.delete_after_days != self._days:
            self._days = settings.delete_after_days
            self._wake.set()

    async def _run(self) -> None:
        await self._wait(FIRST_LOOK_S)
        await self._try(self._go_on_with_orders)
        while True:
            await self._try(self._look)
            await self._wait(LOOK_EVERY_S)

    async def _try(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except StoreError as error:
            log.warning("what is too old could not be deleted: %s", error)

    async def _go_on_with_orders(self) -> None:
        """What was asked for, here or in another process, and did not come to its end. Once: one can be stopped."""
        for scope in await self._store.read(lambda tables: tables.retention.orders()):
            log.info("a deletion that had been stopped goes on")
            await self.delete(scope)

    async def _look(self) -> None:
        await self._finish_former()
        await self.delete_accounts()
        now, days = datetime.now(UTC), self._settings.current.delete_after_days
        is_believed = await self._known_time.is_believed(now)  # what it keeps moves on, also where nothing is deleted
        scope = Scope(before=now - timedelta(days=days))
        if not days or not await self._store.read(lambda tables: tables.retention.next(scope, after=None, limit=1)):
            return
        if is_believed:
            gone = await self._delete(scope)  # no order: the setting is one, as long as it is so
            log.info("%d messages older than %d days were deleted", gone, days)
        else:
            self._known_time.tell_doubt()

    async def _finish_former(self) -> None:
        """A run that was stopped, here or in another process, may have left words of what it deleted."""
        async with self._one_at_a_time:
            before = await self._store.read(lambda tables: tables.retention.unfinished())
            if before is not None:
                await self._clean_up(before)
                log.info("a deletion that had been stopped was cleaned up")

    async def _wait(self, seconds: float) -> None:
        self._wake.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
