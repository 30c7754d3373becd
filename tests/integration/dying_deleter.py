"""What deletes for good, in a process that ends itself as `kill -9` does, at a named point.

    python dying_deleter.py POINT NTH HOME older|chat NUMBER|nothing

deletes what is older than a month as the window does by itself, or a chat, or what a former process left; with `purge`
instead it removes all of HOME. The NTH time that POINT is reached, it sends itself SIGKILL.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from failpoints import Failpoint

from ringodesk_qt import removal
from ringodesk_qt.core import retention
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.known_time import KnownTime
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.models.retention import Scope
from ringodesk_qt.paths import Home
from ringodesk_qt.store.database import forget_former_states
from ringodesk_qt.store.retention import RetentionTable
from ringodesk_qt.store.store import SqliteStore
from ringodesk_qt.vault import KeyringVault


def watch(failpoint):
    for name in ("order", "delete", "blank_traces", "squeeze", "give_back", "finish"):
        before = failpoint.before(f"in {name}", getattr(RetentionTable, name))
        setattr(RetentionTable, name, before)
    retention._remove = failpoint.after("file gone", retention._remove)
    removal._forget = failpoint.before("key", removal._forget)
    removal._remove_elsewhere = failpoint.before("elsewhere", removal._remove_elsewhere)
    Path.unlink = failpoint.before("file", Path.unlink)


async def delete(home, what, number):
    store, bus = SqliteStore(home.database), Bus()
    await store.open()
    bus.attach(asyncio.get_running_loop())
    settings = SettingsKeeper(home.settings)
    settings.load()
    known_time = KnownTime(store=store, kept=home.clock, on_judged=lambda _check: None)
    known_time.told(0.0)
    kept = retention.Retention(
        store=store,
        bus=bus,
        settings=settings,
        own_folders=(home.files, home.pasted),
        finish=lambda: forget_former_states(home.database),
        known_time=known_time,
    )
    if what == "chat":
        await kept.delete(Scope(before=datetime.now(UTC), chat_id=ChatId(int(number))))
    else:
        retention.FIRST_LOOK_S = 0
        has_looked = asyncio.Event()
        kept._wait = lambda seconds: has_looked.wait() if seconds else asyncio.sleep(0)  # one look
        kept.start()
        while not await is_done(store, settings.current.delete_after_days):
            await asyncio.sleep(0.005)
        await kept.stop()
    await store.close()


async def is_done(store, days):
    def left(tables):
        return tables.retention.orders() or tables.retention.unfinished() or (days and old(tables))

    def old(tables):
        return tables.retention.next(Scope(before=datetime(2025, 1, 1, tzinfo=UTC)), after=None, limit=1)

    return not await store.read(left)


async def purge(home):
    async for _step in removal.remove_everything(home, KeyringVault()):
        pass


def main():
    point, nth, folder, what, *more = sys.argv[1:]
    watch(Failpoint(point, int(nth)))
    home = Home(Path(folder))
    asyncio.run(purge(home) if what == "purge" else delete(home, what, *(more or [""])))


if __name__ == "__main__":
    main()
