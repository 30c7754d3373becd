"""Prints requests a second: notifications posted over keep-alive connections to the receiver, each journalled, applied
and committed before its 200; or to a bare aiohttp handler that stores nothing. The client is the same for both, in a
process of its own: raw sockets that wait for each answer.

Bounded to `SECONDS`, on 127.0.0.1 alone.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SECONDS = 3.0
KEY = "bench-key-of-this-machine"
SECRET = "s" * 32
NUMBER = "2075550100"


def body(connection: int, count: int) -> bytes:
    """A text notification as Ringotel sends it; a messageid of its own for each."""
    params = {
        "to": NUMBER,
        "from": str(500 + connection % 50),
        "orgid": "16287540703457500320",
        "userid": str(16287541154521992797 + connection % 50),
        "messageid": f"1630253837469-{connection:04x}{count:014x}",
        "sessionid": f"1630253837483-{connection % 50:018x}",
        "content": f"Hello World! {count}",
        "type": 1,
    }
    return json.dumps({"method": "message", "params": params, "api_key": KEY}).encode()


async def client(port: int, connections: int) -> None:
    """Posts for `SECONDS` and prints the rate."""
    until = time.perf_counter() + SECONDS

    async def one(number: int) -> int:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        done = 0
        while time.perf_counter() < until:
            content = body(number, done)
            head = f"POST /hook/{SECRET} HTTP/1.1\r\nHost: bench\r\nContent-Length: {len(content)}\r\n\r\n"
            writer.write(head.encode() + content)
            answer = await reader.readuntil(b"\r\n\r\n")
            assert answer.startswith(b"HTTP/1.1 200"), answer[:80]
            length = int(answer.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            done += 1
        writer.close()
        return done

    began = time.perf_counter()
    total = sum(await asyncio.gather(*(one(number) for number in range(connections))))
    print(total / (time.perf_counter() - began))


async def measured(port: int, connections: str) -> str:
    """Runs the client as a process of its own and returns what it printed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, __file__, "client", str(port), connections, stdout=subprocess.PIPE
    )
    printed, _nothing = await process.communicate()
    return printed.decode()


async def ours(connections: str) -> None:
    """The receiver on the network thread, before the real store."""
    from ringodesk_qt.core.bus import Bus
    from ringodesk_qt.core.intake import Intake
    from ringodesk_qt.models.account import IdentityKind
    from ringodesk_qt.network import NetworkThread
    from ringodesk_qt.receiver.parse import parse
    from ringodesk_qt.receiver.server import Receiver
    from ringodesk_qt.store.store import SqliteStore

    with tempfile.TemporaryDirectory() as folder:
        store, bus, network = SqliteStore(Path(folder) / "bench.db"), Bus(), NetworkThread()
        await store.open()
        network.start()
        bus.attach(asyncio.get_running_loop())
        account = await store.write(
            lambda tables: tables.accounts.add(
                api_url="http://127.0.0.1/api", orgid="16287540703457500320", domain="", name=""
            )
        )
        await store.write(
            lambda tables: tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address=NUMBER)
        )
        intake = Intake(store=store, bus=bus, parse=parse)
        receiver = Receiver(accept=intake.accept, keys=lambda: (KEY,), path_secret=SECRET)
        port = await network.run(receiver.start())
        print(await measured(port, connections))
        await network.run(receiver.stop())
        await asyncio.to_thread(network.stop)
        await store.close()


async def theirs(connections: str) -> None:
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
    port = site._server.sockets[0].getsockname()[1]
    print(await measured(port, connections))
    await runner.cleanup()


if sys.argv[1] == "client":
    asyncio.run(client(int(sys.argv[2]), int(sys.argv[3])))
else:
    asyncio.run((ours if sys.argv[1] == "ringodesk" else theirs)(sys.argv[2]))
