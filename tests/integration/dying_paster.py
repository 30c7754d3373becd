"""What is pasted, sent and taken out again, in a process that ends itself as `kill -9` does, at a named point.

    python dying_paster.py POINT NTH HOME

A picture is attached and taken out again; a second one is sent and its message deleted; a third one, of which a
smaller copy is made, waits in the draft. The NTH time that POINT is reached, the process sends itself SIGKILL; where it
never is, it ends when all is done.
"""

from __future__ import annotations

import asyncio
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from failpoints import Failpoint

from ringodesk_qt.core import pasted_files
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import MessageWithdrawn
from ringodesk_qt.core.pasted_files import PastedFiles
from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.message import Attachment, Direction, Kind, NewMessage, State
from ringodesk_qt.paths import Home
from ringodesk_qt.store.messages import MessageTable
from ringodesk_qt.store.store import SqliteStore


def watch(failpoint):
    MessageTable.add = failpoint.after("in send", MessageTable.add)
    pasted_files._remove = failpoint.before("removing", pasted_files._remove)
    Path.write_bytes = failpoint.after("written", Path.write_bytes)


class Window:
    """What the composer does to the disk: files first, then the draft that names them; and the other way about."""

    def __init__(self, home, store, failpoint):
        self._store, self._folder, self._failpoint = store, home.pasted, failpoint
        self._draft = Draft()
        self.bus = Bus()
        self.files = PastedFiles(store=store, bus=self.bus, folder=home.pasted)

    def paste(self, *, folder=""):
        stamp = datetime.now(UTC).strftime("%Y-%m-%d %H.%M.%S")
        path = self._folder / folder / f"Picture {stamp} {secrets.token_hex(2)}.png"
        self.files.hold(path)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"pixels")
        return str(path)

    async def attach(self, *paths):
        self._draft = msgspec.structs.replace(self._draft, files=paths)
        await self.keep()

    async def keep(self):
        await self._store.write(lambda tables: tables.drafts.set(1, self._draft))
        self._failpoint.reached("draft kept")

    async def take_out(self, path):
        """The draft goes to disk later, as after a click."""
        self._draft = msgspec.structs.replace(self._draft, files=())
        self.files.let_go([path])
        await self.tidy()

    async def send(self, path):
        def queue(tables):
            file = Attachment(name="a.png", path=path)
            new = NewMessage(
                chat_id=1,
                direction=Direction.OUTGOING,
                kind=Kind.FILE,
                state=State.QUEUED,
                at=datetime.now(UTC),
                attachment=file,
            )
            tables.drafts.set(1, Draft())
            return tables.messages.add(new).id

        self._draft = Draft()
        message_id = await self._store.write(queue)
        self.files.let_go([path])
        return message_id

    async def delete(self, message_id):
        await self._store.write(lambda tables: tables.messages.set_deleted(message_id, datetime.now(UTC)))
        self._failpoint.reached("deleted")
        self.bus.publish([MessageWithdrawn(chat_id=1, message_id=message_id)])
        await self.tidy()

    async def tidy(self):
        await self.files.tidy(self.keep)


async def live(home, store, failpoint):
    window = Window(home, store, failpoint)
    window.bus.attach(asyncio.get_running_loop())
    first = window.paste()
    await window.attach(first)
    await window.take_out(first)
    second = window.paste()
    await window.attach(second)
    message_id = await window.send(second)
    await window.tidy()
    await window.delete(message_id)
    original = window.paste()
    copy = window.paste(folder=f"scaled-{secrets.token_hex(4)}")
    await window.attach(copy)
    window.files.let_go([original])
    await window.tidy()


async def main():
    point, nth, folder = sys.argv[1:]
    home, failpoint = Home(Path(folder)), Failpoint(point, int(nth))
    store = SqliteStore(home.database)
    await store.open()
    try:
        watch(failpoint)
        await live(home, store, failpoint)
    finally:
        await store.close()


if __name__ == "__main__":
    asyncio.run(main())
