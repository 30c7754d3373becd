"""What is kept of health over a restart: the repairs' marks, when each hop last worked, and what changed when.

Two small files of the home. `health.json` holds ids and times; `health-history.jsonl` a line a change of a lamp or a
repair: words of our own, never a sentence, which may name a path or be a server's. Several processes may have a home:
each writes what it changed itself, into the file as it is then.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from ringodesk_qt.core.health import Health, HealthState
from ringodesk_qt.core.repairs import Mark

log = logging.getLogger(__name__)

KEPT = timedelta(days=7)
MOST_CHANGES = 1000
MOST_BYTES = 200_000
"""Of the history's file; beyond it, the older half goes at the next start."""
PAUSE_S = 0.5
"""What changes in so short a time is written together."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the history: `of` is "sending", "receiving" or a repair's id."""

    at: datetime
    of: str
    became: str


class _Kept(msgspec.Struct, kw_only=True):
    """What is in `health.json`."""

    repairs: dict[str, Mark] = {}
    worked_at: dict[str, datetime] = {}


def changes(former: HealthState, state: HealthState, at: datetime) -> list[Change]:
    """What a history tells of the step from one state to the next."""
    found = []
    for name in ("sending", "receiving"):
        lamp = getattr(state, name)
        if lamp != getattr(former, name):
            found.append(Change(at=at, of=name, became=f"{lamp.state}: {lamp.words}"))
    before = {repair.id: repair for repair in former.repairs}
    now = {repair.id: repair for repair in state.repairs}
    for repair_id in dict.fromkeys((*before, *now)):
        became = _became(before.get(repair_id), now.get(repair_id))
        if became:
            found.append(Change(at=at, of=repair_id, became=became))
    return found


def _became(former: object, now: object) -> str:
    if former is None:
        return "needs repair"
    if now is None:
        return "is over"
    was_ignored, is_ignored = getattr(former, "is_ignored", False), getattr(now, "is_ignored", False)
    if was_ignored == is_ignored:
        return ""
    return "is ignored" if is_ignored else "is ignored no more"


class HealthRecord:
    """Reads both files at the start, and writes them as things change. Used on one asyncio loop."""

    def __init__(self, health: Health, *, kept: Path, history: Path) -> None:
        self._health = health
        self._kept = kept
        self._history = history
        self._unwritten: list[Change] = []
        self._last: dict[str, str] = {}
        self._written: dict[str, Mark] = {}
        self._writing: asyncio.Task[None] | None = None
        self._is_open = False
        health.on_changed(self._on_health_changed)

    async def open(self) -> None:
        """Takes over what an earlier run knew."""
        found, former = await asyncio.to_thread(self._read)
        self._written = found.repairs
        for change in former:
            self._last[change.of] = change.became
        self._is_open = True
        self._health.restore(found.repairs, found.worked_at)

    async def close(self) -> None:
        """Writes what is not written yet. May be called again, and without `open`."""
        if self._writing is not None:
            self._writing.cancel()
            await asyncio.wait([self._writing])
            self._writing = None
        if self._is_open:
            self._is_open = False
            await self._write()

    async def changes(self) -> list[Change]:
        """The history of the last days, oldest first, what is not written yet included."""
        if self._unwritten:
            await self._write()
        return await asyncio.to_thread(read_history, self._history)

    def _on_health_changed(self, former: HealthState, state: HealthState) -> None:
        if not self._is_open:
            return
        for change in changes(former, state, datetime.now(UTC)):
            if self._last.get(change.of) != change.became:  # what an earlier run ended with is no news
                self._last[change.of] = change.became
                self._unwritten.append(change)
        has_news = self._unwritten or self._health.marks() != self._written
        if has_news and (self._writing is None or self._writing.done()):
            self._writing = asyncio.create_task(self._write_soon(), name="health record")

    async def _write_soon(self) -> None:
        await asyncio.sleep(PAUSE_S)
        await self._write()

    async def _write(self) -> None:
        marks, worked_at = self._health.marks(), _worked_at(self._health.state)
        unwritten, self._unwritten = self._unwritten, []
        gone = self._written.keys() - marks.keys()
        new = {name: mark for name, mark in marks.items() if self._written.get(name) != mark}
        try:
            await asyncio.to_thread(self._write_both, unwritten, new, gone, worked_at)
        except OSError as error:
            log.debug("the health record could not be written: %s", error)
            return
        self._written = marks

    # ------------------------------------------------------------ in a thread

    def _read(self) -> tuple[_Kept, list[Change]]:
        with contextlib.suppress(OSError):
            if self._history.stat().st_size > MOST_BYTES:
                _replace(self._history, _lines(read_history(self._history)[-MOST_CHANGES // 2 :]))
        return _read_kept(self._kept), read_history(self._history)

    def _write_both(
        self, unwritten: list[Change], new: Mapping[str, Mark], gone: Iterable[str], worked_at: Mapping[str, datetime]
    ) -> None:
        if unwritten:
            descriptor = os.open(self._history, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "ab") as file:
                file.write(_lines(unwritten))
        kept = _read_kept(self._kept)
        for name in gone:
            kept.repairs.pop(name, None)
        kept.repairs.update(new)
        for hop, at in worked_at.items():
            kept.worked_at[hop] = max(at, kept.worked_at.get(hop, at))
        _replace(self._kept, msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n")


def read_history(path: Path) -> list[Change]:
    """The changes of the last days, oldest first; none where there is no file. A line that is none is left out."""
    try:
        lines = path.read_bytes().splitlines()[-MOST_CHANGES:]
    except OSError:
        return []
    since, found = datetime.now(UTC) - KEPT, []
    for line in lines:
        with contextlib.suppress(ValueError):  # msgspec's errors are ValueErrors
            change = msgspec.json.decode(line, type=Change)
            if change.at >= since:
                found.append(change)
    return found


def _worked_at(state: HealthState) -> dict[str, datetime]:
    return {hop.id: hop.ok_at for hop in state.hops if hop.ok_at is not None}


def _lines(changes: Iterable[Change]) -> bytes:
    return b"".join(msgspec.json.encode(change) + b"\n" for change in changes)


def _read_kept(path: Path) -> _Kept:
    with contextlib.suppress(OSError, ValueError):
        return msgspec.json.decode(path.read_bytes(), type=_Kept)
    return _Kept()


def _replace(path: Path, content: bytes) -> None:
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    partial.replace(path)
