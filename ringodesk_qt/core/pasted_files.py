"""Files that were made for what is written: pasted pictures and texts, smaller copies. They go when nothing needs them.

A file is needed while a draft or a message names it, and while the window holds it: between the moment in which it is
made and the one in which the database knows of it. So the database is asked, and nothing else: what a kill leaves is
found by the next start, and what is taken out goes when the draft on disk is without it, never before.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
import shutil
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import MessageWithdrawn, StoreChanged
from ringodesk_qt.core.ports import Store
from ringodesk_qt.errors import RingodeskError

log = logging.getLogger(__name__)

_MARK = re.compile(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d [0-9a-f]{4}(?=\.\w+$)|^scaled-[0-9a-f]{8}$")
"""What is in each name that is given here, and in no other. By it a file is known again in a home that was moved."""


class PastedFiles:
    """Owns the task that removes them. Only the window starts it: no other process pastes."""

    def __init__(self, *, store: Store, bus: Bus, folder: Path) -> None:
        self.folder = folder
        self._store = store
        self._bus = bus
        self._held: set[str] = set()
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._unsubscribes: list[Callable[[], None]] = []

    def start(self, keep_drafts: Callable[[], Awaitable[None]]) -> None:
        """Looks now, and whenever something may be needed no more. `keep_drafts` puts all on disk, or raises."""
        self._unsubscribes = [
            self._bus.on(kind, lambda _event: self._wake.set()) for kind in (MessageWithdrawn, StoreChanged)
        ]
        self._wake.set()
        self._task = asyncio.create_task(self._run(keep_drafts), name="remove what was pasted in vain")

    async def stop(self) -> None:
        """Looks no more. May be called without a start."""
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def hold(self, path: str | Path) -> None:
        """It stays, whatever the database knows of it. A file of another folder does so anyway."""
        self._held.update(self._names([path]))

    def let_go(self, paths: Iterable[str | Path]) -> None:
        """The window needs them no more: each goes, unless a draft or a message has it."""
        names = self._names(paths)
        self._held.difference_update(names)
        if names:
            self._wake.set()

    def _names(self, paths: Iterable[str | Path]) -> set[str]:
        """What of the folder they are, or are in."""
        places = [Path(path) for path in paths]
        return {one.relative_to(self.folder).parts[0] for one in places if self.folder in one.parents}

    async def _run(self, keep_drafts: Callable[[], Awaitable[None]]) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self.tidy(keep_drafts)
            except RingodeskError as error:
                log.info("what was pasted in vain stays for now: %s", error)
            except Exception:
                log.exception("what was pasted in vain stays, by a mistake")

    async def tidy(self, keep_drafts: Callable[[], Awaitable[None]]) -> None:
        """Removes what nothing needs. Raises StoreError where that is not known; then all of it stays."""
        there = await asyncio.to_thread(_marked, self.folder)
        if not there.keys() - self._held:
            return
        await keep_drafts()
        paths = await self._store.read(lambda tables: tables.retention.used_files(self.folder.name))
        needed = await asyncio.to_thread(_marks_in, paths)
        gone = [name for name, mark in there.items() if mark not in needed and name not in self._held]
        if gone:
            await asyncio.to_thread(_remove, self.folder, gone)


def _marked(folder: Path) -> dict[str, str]:
    """What lies there and was named here, with its mark. What somebody else put there is left alone."""
    with contextlib.suppress(OSError):
        found = ((one.name, _MARK.search(one.name)) for one in folder.iterdir())
        return {name: mark.group() for name, mark in found if mark is not None}
    return {}


def _marks_in(paths: Iterable[str]) -> set[str]:
    """A smaller copy is known by its folder: it has the name of its original, which need not be wanted any more."""
    found = ([_MARK.search(part) for part in Path(path).parts[-2:]] for path in paths)
    return {next(mark.group() for mark in marks if mark) for marks in found if any(marks)}


def _remove(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        place = folder / name
        try:
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place)
            else:
                place.unlink(missing_ok=True)
        except OSError as error:
            log.info("what was pasted in vain could not be removed: %s", type(error).__name__)
