"""Servers as their documentation begins: `python stock_servers.py aiohttp|streams`. Prints the port it listens on."""

from __future__ import annotations

import asyncio
import sys

from aiohttp import web


async def answer(request: web.Request) -> web.Response:
    await request.read()
    return web.json_response({"ok": True})


async def with_aiohttp() -> int:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    return runner.addresses[0][1]


async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        sizes = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        await reader.readexactly(int(sizes[0]) if sizes else 0)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
    except (OSError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()


async def with_streams() -> int:
    server = await asyncio.start_server(converse, "127.0.0.1", 0)
    converse.server = server  # or it is closed with its last reference
    return server.sockets[0].getsockname()[1]


async def main() -> None:
    print(await {"aiohttp": with_aiohttp, "streams": with_streams}[sys.argv[1]](), flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
