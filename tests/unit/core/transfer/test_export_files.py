"""Where an export is written: whole or not there, also when it is stopped at a bad moment or the disk is full."""

from __future__ import annotations

import asyncio
import os
import stat
import subprocess
import sys
import textwrap
import threading
from datetime import UTC, datetime, timedelta

import pytest

from ringodesk_qt.core.transfer import export
from ringodesk_qt.core.transfer.export import Exporter
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.message import Direction, Kind, NewMessage, State

AT = datetime(2024, 5, 31, 9, 15, tzinfo=UTC)


@pytest.fixture
def exporter(room):
    return Exporter(store=room.store)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "to"
    made.mkdir()
    return made


async def add(room, count=1, *, text="Hello"):
    def put(tables):
        for number in range(count):
            tables.messages.add_history(
                NewMessage(
                    chat_id=room.chat.id,
                    direction=Direction.INCOMING,
                    kind=Kind.TEXT,
                    state=State.RECEIVED,
                    text=f"{text} {number}",
                    at=AT + timedelta(seconds=number),
                )
            )

    await room.store.write(put)


class Held:
    """Stops a function of the operating system, in its thread, until it is let go."""

    def __init__(self, monkeypatch, name, *, only=lambda *_arguments: True):
        self._real, self._only = getattr(os, name), only
        self._loop = asyncio.get_running_loop()
        self.entered, self.go = asyncio.Event(), threading.Event()
        monkeypatch.setattr(os, name, self)

    def __call__(self, *arguments, **named):
        if self._only(*arguments):
            self._loop.call_soon_threadsafe(self.entered.set)
            assert self.go.wait(20)
        return self._real(*arguments, **named)


@pytest.mark.parametrize("name", ["open", "fsync"])
@pytest.mark.parametrize("cancels", [1, 3])
async def test_stopped_while_the_disk_is_at_work(room, exporter, folder, monkeypatch, name, cancels):
    await add(room)
    (folder / "x.html").write_text("old")
    held = Held(monkeypatch, name, only=lambda path, *_more: name != "open" or str(path).endswith(".part"))
    running = asyncio.create_task(exporter.export(folder / "x.html", chat_ids=None, form="html"))
    await held.entered.wait()
    for _ in range(cancels):
        running.cancel()
        await asyncio.sleep(0)
    assert not running.done(), "the file is not taken from under the thread that writes it"
    held.go.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("x.html", "old")]


FULL = """
    import asyncio, resource, sys
    from pathlib import Path
    from ringodesk_qt.core.transfer.export import Exporter
    from ringodesk_qt.errors import EnvironmentProblemError
    from ringodesk_qt.store.store import SqliteStore

    async def main():
        store = SqliteStore(Path(sys.argv[1]))
        await store.open()
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
            await Exporter(store=store).export(Path(sys.argv[2]), chat_ids=None, form=sys.argv[4])
        except EnvironmentProblemError as error:
            print(error)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            await store.close()

    asyncio.run(main())
"""


@pytest.mark.parametrize(("form", "limit"), [("jsonl", 300_000), ("jsonl", 100), ("html", 300_000)])
async def test_no_room_for_the_file(room, folder, tmp_path, form, limit):
    await add(room, 700, text="x" * 500)
    await room.store.close()
    (folder / "x").write_text("old")
    database = next(tmp_path.glob("*.db"))
    command = [sys.executable, "-c", textwrap.dedent(FULL), str(database), str(folder / "x"), str(limit), form]
    finished = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, timeout=60, check=False)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout == f"{folder / 'x'} could not be written: file too large. Nothing was left behind.\n"
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("x", "old")]


async def test_what_is_no_ordinary_file_is_not_replaced(room, exporter, folder):
    await add(room)
    os.mkfifo(folder / "pipe")
    with pytest.raises(InputError, match="Name an ordinary file"):
        await exporter.export(folder / "pipe", chat_ids=None, form="html")
    assert [stat.S_ISFIFO(path.stat().st_mode) for path in folder.iterdir()] == [True]


async def test_a_file_that_is_there_is_replaced_and_is_ours_alone(room, exporter, folder):
    await add(room)
    (folder / "x.html").write_text("old")
    (folder / "x.html").chmod(0o644)
    await exporter.export(folder / "x.html", chat_ids=None, form="html")
    assert "Hello 0" in (folder / "x.html").read_text(encoding="utf-8")
    assert stat.S_IMODE((folder / "x.html").stat().st_mode) == 0o600
    assert len(list(folder.iterdir())) == 1


async def test_progress_is_told_now_and_then_and_at_the_end(room, exporter, folder, monkeypatch):
    monkeypatch.setattr(export, "MESSAGES_AT_ONCE", 1)
    monkeypatch.setattr(export, "PROGRESS_INTERVAL_S", 3600)
    await add(room, 50)
    seen = []
    await exporter.export(folder / "x", chat_ids=None, form="jsonl", on_progress=seen.append)
    assert [(one.done, one.total) for one in seen] == [(1, 50), (50, 50)]
