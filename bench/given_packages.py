"""What the packages take that the app is built on, without a line of it: they are given, and what is more is ours.

    given_packages.py run FOLDER      a window and a tray icon; then each package is used once, and nothing more happens
    given_packages.py steps FOLDER    the same, and prints for each the megabytes (PSS) that came with it, then ends

FOLDER is a home, whose database is read. Where there is no session bus, the key store and D-Bus are left out.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import sys
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from idle import memory_mb

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HAS_BUS = "DBUS_SESSION_BUS_ADDRESS" in os.environ


class Given:
    """What is kept of each package once it was used."""

    def __init__(self, home: Path) -> None:
        self._database = home / "ringodesk.db"
        self._kept: list[Any] = []
        self._port = 0

    def steps(self) -> dict[str, Callable[[], Awaitable[None]]]:
        """Each by the name it is told by, in the order in which the app comes to need them."""
        common = {
            "msgspec": self.msgspec,
            "apsw, two connections": self.apsw,
            "uvloop and httptools, a listener": self.listener,
            "httpx, TLS, a request": self.httpx,
            "pyngrok": self.pyngrok,
        }
        return common | ({"dbus-fast, a connection": self.dbus, "keyring, a question": self.keyring} if HAS_BUS else {})

    async def msgspec(self) -> None:
        """JSON into a struct."""
        import msgspec

        class Message(msgspec.Struct):
            text: str

        self._kept += [Message, msgspec.json.decode(b'{"text": "Hello"}', type=Message)]

    async def apsw(self) -> None:
        """A connection in each of two threads, and a page of messages read."""

        def read(is_read: threading.Event) -> None:
            import apsw

            connection = apsw.Connection(str(self._database))
            connection.execute("SELECT * FROM message ORDER BY id DESC LIMIT 60").fetchall()
            is_read.set()
            threading.Event().wait()

        for _ in range(2):
            is_read = threading.Event()
            threading.Thread(target=read, args=[is_read], daemon=True).start()
            await asyncio.to_thread(is_read.wait)

    async def listener(self) -> None:
        """A loop of its own in a thread, that answers whatever it is asked."""
        import httptools
        import uvloop

        class Answer(asyncio.Protocol):
            def connection_made(self, transport: Any) -> None:
                self._transport, self._parser = transport, httptools.HttpRequestParser(self)

            def data_received(self, data: bytes) -> None:
                self._parser.feed_data(data)

            def on_message_complete(self) -> None:
                self._transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

        loop = uvloop.new_event_loop()
        threading.Thread(target=loop.run_forever, daemon=True).start()
        making = asyncio.run_coroutine_threadsafe(loop.create_server(Answer, "127.0.0.1", 0), loop)
        server = await asyncio.wrap_future(making)
        self._port = server.sockets[0].getsockname()[1]
        self._kept += [loop, server]

    async def httpx(self) -> None:
        """A client with the system's certificates, and one request."""
        import httpx

        client = httpx.AsyncClient(verify=ssl.create_default_context())
        answer = await client.get(f"http://127.0.0.1:{self._port}/")
        self._kept += [client, answer.json()]

    async def pyngrok(self) -> None:
        """What opens a tunnel."""
        from pyngrok import conf, ngrok

        self._kept += [conf.PyngrokConfig(), ngrok]

    async def dbus(self) -> None:
        """A connection to the session's bus."""
        from dbus_fast.aio import MessageBus

        self._kept.append(await MessageBus().connect())

    async def keyring(self) -> None:
        """The key store asked for what it does not have, in a thread."""

        def ask() -> None:
            import keyring

            keyring.get_password("ringodesk-bench", "nobody")

        await asyncio.to_thread(ask)


def main(how: str, home: Path) -> None:
    """Uses all of them, and stays or tells."""
    from empty_window import EmptyWindow

    window, given, before = EmptyWindow(), Given(home), memory_mb(os.getpid())
    from concurrent.futures import ThreadPoolExecutor

    import qasync

    async def use() -> None:
        came = {"qasync and asyncio": memory_mb(os.getpid()) - before}
        for name, step in given.steps().items():
            then = memory_mb(os.getpid())
            await step()
            came[name] = memory_mb(os.getpid()) - then
        if how == "steps":
            print("\n".join(f"{mb:.1f} {name}" for name, mb in came.items()), flush=True)
        else:
            await asyncio.Event().wait()

    with qasync.QEventLoop(window.app) as loop:
        loop.set_default_executor(ThreadPoolExecutor(4))
        loop.run_until_complete(use())


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
