"""Prints requests a second and the milliseconds that half, and all but one in a hundred, took at most, of

ringodesk  the receiver: each notification journalled and committed before its 200, and applied to the chats after it;
           then how many a second were both, until the last was applied
window     the same in the whole desktop app, while a conversation of 5,000 messages is scrolled at sixty frames a
           second; then how many frames were dropped (came more than a frame late) and the longest pause between two
aiohttp    a bare aiohttp handler that reads the JSON and stores nothing
uvicorn    a bare ASGI application on uvicorn, with uvloop and httptools, that does the same
disk       no server: rows of a notification's size, one a commit, as durable as ours

    acknowledgements.py SERVER CONNECTIONS [A_SECOND]
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECONDS = 3.0
KEY = "bench-key-of-this-machine"
SECRET = "s" * 32
HERE = Path(__file__).parent


async def loaded(port: int, secret: str = SECRET) -> list[float]:
    """Runs the client as a process of its own and returns the numbers it printed."""
    command = [str(HERE / "load.py"), str(port), secret, KEY, sys.argv[2], str(SECONDS), *sys.argv[3:]]
    process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=subprocess.PIPE)
    printed, _nothing = await process.communicate()
    return [float(number) for number in printed.split()]


def say(*numbers: float) -> None:
    """What `run.py` reads."""
    print(*numbers, flush=True)


@contextmanager
def folder() -> Iterator[Path]:
    """On the disk that the project is on: the system's temporary folder may be memory."""
    place = HERE.parent / "build"
    place.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place) as name:
        yield Path(name)


async def set_up(store: Any) -> Any:
    """An account with the number that is written to; returns its identity."""
    from load import NUMBER, ORGID

    from ringodesk_qt.models.account import IdentityKind

    def make(tables: Any) -> Any:
        account = tables.accounts.add(api_url="http://127.0.0.1:9/api", orgid=ORGID, domain="", name="Bench")
        return tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address=NUMBER)

    return await store.write(make)


async def ringodesk() -> None:
    """The receiver on the network thread, before the real store."""
    from ringodesk_qt.core.bus import Bus
    from ringodesk_qt.core.intake import Intake
    from ringodesk_qt.network import NetworkThread
    from ringodesk_qt.receiver.parse import parse
    from ringodesk_qt.receiver.server import Receiver
    from ringodesk_qt.store.store import SqliteStore

    with folder() as place:
        store, bus, network = SqliteStore(place / "bench.db"), Bus(), NetworkThread()
        await store.open()
        network.start()
        bus.attach(asyncio.get_running_loop())
        await set_up(store)
        intake = Intake(store=store, bus=bus, parse=parse)
        receiver = Receiver(accept=intake.accept, keys=lambda: (KEY,), path_secret=SECRET)
        port = await network.run(receiver.start())
        began = time.perf_counter()
        rate, half_ms, most_ms = await loaded(port)
        await network.run(intake.settled())
        applied = await store.read(lambda tables: sum(chat.unread for chat in tables.chats.all()))
        say(rate, half_ms, most_ms, applied / (time.perf_counter() - began))
        await network.run(receiver.stop())
        await asyncio.to_thread(network.stop)
        await store.close()


async def bare_aiohttp() -> None:
    """A handler that reads the JSON and answers."""
    from aiohttp import web

    async def handle(request: web.Request) -> web.Response:
        await request.json()
        return web.json_response({"ok": True})

    app = web.Application()
    app.router.add_post("/hook/{secret}", handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    say(*await loaded(site._server.sockets[0].getsockname()[1]))
    await runner.cleanup()


async def bare_uvicorn() -> None:
    """An application that reads the JSON and answers."""
    import uvicorn

    async def handle(scope: Any, receive: Any, send: Any) -> None:
        body, has_more = b"", True
        while has_more:
            event = await receive()
            body, has_more = body + event["body"], event.get("more_body", False)
        json.loads(body)
        answer = b'{"ok":true}'
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(answer))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    config = uvicorn.Config(
        handle, port=0, loop="uvloop", http="httptools", lifespan="off", access_log=False, log_level="error"
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    say(*await loaded(server.servers[0].sockets[0].getsockname()[1]))
    server.should_exit = True
    await serving


def disk() -> None:
    """One row, one commit, until the time is up."""
    import apsw

    with folder() as place:
        connection = apsw.Connection(str(place / "disk.db"))
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA synchronous = FULL").fetchall()
        connection.execute("CREATE TABLE row (body BLOB)").fetchall()
        took = []
        until = time.perf_counter() + SECONDS
        while (began := time.perf_counter()) < until:
            connection.execute("INSERT INTO row VALUES (?)", (b"x" * 300,)).fetchall()
            took.append((time.perf_counter() - began) * 1000)
        took.sort()
        say(len(took) / SECONDS, took[len(took) // 2], took[int(len(took) * 0.99)])
        connection.close()


# ---------------------------------------------------------------- in the window


class Scrolling:
    """Scrolls a view up and down at sixty frames a second and notes when it was painted."""

    FRAME_S = 1 / 60

    def __init__(self, view: Any) -> None:
        from PySide6.QtCore import QObject, Qt, QTimer

        painted = self._painted = []

        class Watch(QObject):
            def eventFilter(self, _watched: QObject, event: Any) -> bool:  # noqa: N802 - Qt's name
                if event.type() == event.Type.Paint:
                    painted.append(time.perf_counter())
                return False

        self._watch, self._bar, self._step = Watch(), view.verticalScrollBar(), -37
        view.viewport().installEventFilter(self._watch)
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(16)
        self._timer.timeout.connect(self._scroll)

    def start(self) -> None:
        """Begins anew."""
        self._painted.clear()
        self._timer.start()

    def stop(self) -> tuple[int, float]:
        """How many frames were dropped and the longest pause between two, in milliseconds."""
        self._timer.stop()
        pauses = [later - earlier for earlier, later in zip(self._painted, self._painted[1:], strict=False)]
        return sum(int(pause / self.FRAME_S) - 1 for pause in pauses if pause > 2 * self.FRAME_S), max(pauses) * 1000

    def _scroll(self) -> None:
        if self._bar.value() in (self._bar.minimum(), self._bar.maximum()):
            self._step = -self._step
        self._bar.setValue(self._bar.value() + self._step)


async def fill(engine: Any) -> Any:
    """A chat of 5,000 messages; returns its id. It is not one that is written to."""
    from datetime import UTC, datetime, timedelta

    from ringodesk_qt.models.message import Direction, Kind, NewMessage, State

    identity = await set_up(engine.store)
    await engine.load_accounts()

    def add(tables: Any) -> Any:
        contact = tables.contacts.ensure(identity.account_id, userid="", extension="999")
        chat = tables.chats.ensure(identity.id, contact.id)
        begin = datetime.now(UTC) - timedelta(days=5)
        for number in range(5000):
            is_ours = number % 3 == 0
            tables.messages.add(
                NewMessage(
                    chat_id=chat.id,
                    direction=Direction.OUTGOING if is_ours else Direction.INCOMING,
                    kind=Kind.TEXT,
                    state=State.SENT if is_ours else State.RECEIVED,
                    at=begin + timedelta(seconds=number * 60),
                    text=f"Message {number}. " + "Words that fill a line or two. " * (number % 5),
                )
            )
        return chat.id

    return await engine.store.write(add)


def window() -> None:
    """The desktop app, off screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "*=false"
    from ringodesk_qt import loop
    from ringodesk_qt.desktop import DesktopApp
    from ringodesk_qt.engine import Engine
    from ringodesk_qt.first_screen import FirstScreen, build_application
    from ringodesk_qt.paths import Home
    from ringodesk_qt.ui.views.conversation import ConversationView
    from ringodesk_qt.vault import KeyringVault

    async def main(place: Path) -> int:
        engine = Engine(Home(place), vault=KeyringVault())
        await engine.open()
        chat_id = await fill(engine)
        await engine.stop()
        engine = Engine(Home(place), vault=KeyringVault())
        desktop = DesktopApp(FirstScreen(qt, Home(place)), engine)
        await desktop.show_chats()
        desktop.window.select_chat(chat_id)
        engine._keys = {"bench": KEY}
        await engine.receiving.start()
        await asyncio.sleep(1)
        scrolling = Scrolling(desktop.window.findChild(ConversationView))
        scrolling.start()
        numbers = await loaded(engine.receiving._receiver.port, engine.settings.current.receiver_path)
        say(*numbers, *scrolling.stop())
        await desktop.close()
        return 0

    qt = build_application()
    with folder() as place:
        loop.run(qt, main(place))


if __name__ == "__main__":
    match sys.argv[1]:
        case "ringodesk":
            asyncio.run(ringodesk())
        case "aiohttp":
            asyncio.run(bare_aiohttp())
        case "uvicorn":
            asyncio.run(bare_uvicorn())
        case "disk":
            disk()
        case "window":
            window()
