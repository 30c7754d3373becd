"""Callers that send a byte now and then are ended, and others are served meanwhile; stock servers keep them."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest
from cli_process import KEY
from lives import Life
from slow_callers import KINDS, SilentReaders, SlowCrowd

from ringodesk_qt.receiver.server import Limits, Receiver

SECRET = "slow-callers-" + "x" * 30
MOST_S = 16.0
BODY = json.dumps({"method": "typing", "params": {"sessionid": "s", "state": "on"}, "api_key": KEY}).encode()


async def post_until(url, stop, pace_s):
    """Posts from a new connection each time; how long the slowest answer took, in seconds, and how many there were."""
    loop, slowest_s, count = asyncio.get_running_loop(), 0.0, 0
    _scheme, _, netloc, path = url.split("/", 3)
    host, port = netloc.split(":")
    while not stop.is_set():
        began = loop.time()
        async with asyncio.timeout(MOST_S):
            reader, writer = await asyncio.open_connection(host, int(port))
            head = (
                f"POST /{path} HTTP/1.1\r\nHost: {netloc}\r\nConnection: close\r\nContent-Length: {len(BODY)}\r\n\r\n"
            )
            writer.write(head.encode() + BODY)
            answer = await reader.read()
            writer.close()
        assert answer.startswith(b"HTTP/1.1 200 "), answer
        slowest_s, count = max(slowest_s, loop.time() - began), count + 1
        await asyncio.sleep(pace_s)
    return slowest_s, count


async def check(url, *, count, pace_s, most_s, readers):
    """`count` slow callers and some that never read, while good ones are served."""
    crowd, stop = SlowCrowd(url, pace_s=pace_s), asyncio.Event()
    good = asyncio.create_task(post_until(url, stop, pace_s / 2))
    silent = asyncio.create_task(SilentReaders(url, readers).cut_off_after_s())
    await crowd.call(count)
    await crowd.last(most_s + 4)
    longest_s, kept = crowd.longest_s, crowd.kept
    longest_s["never reads"] = await asyncio.wait_for(silent, most_s)
    stop.set()
    slowest_s, served = await good
    crowd.leave()
    assert not kept
    assert longest_s.keys() == {*KINDS, "never reads"}
    return longest_s, slowest_s, served


async def test_slow_callers_are_ended():
    """With limits an eighth of the real ones; the timer's grain is the same share of them."""
    real = Limits()
    names = ("head_s", "body_s", "request_s", "linger_s", "idle_s", "pressed_idle_s")
    limits = Limits(**{name: getattr(real, name) / 8 for name in names})

    async def accept(_received):
        """Nothing is kept."""

    receiver = Receiver(accept=accept, keys=lambda: (KEY,), path_secret=SECRET, limits=limits)
    port = await receiver.start()
    try:
        url = f"http://127.0.0.1:{port}/hook/{SECRET}"
        _longest_s, _slowest_s, served = await check(url, count=66, pace_s=0.06, most_s=MOST_S / 8 + 4.0, readers=3)
        assert served > 10
    finally:
        await receiver.stop()


@pytest.mark.soak
@pytest.mark.timeout(180)
@pytest.mark.parametrize("count", [500, 900])  # fewer than there is room for, and more
async def test_hundreds_of_slow_callers(scripted_cli, tmp_path, count):
    with Life(scripted_cli, tmp_path / "life") as life:
        url = await asyncio.to_thread(life.listening)
        longest_s, slowest_s, served = await check(url, count=count, pace_s=0.5, most_s=MOST_S, readers=8)
        await asyncio.to_thread(life.terminate)
    assert max(longest_s.values()) < MOST_S, longest_s
    assert slowest_s < min(longest_s.values()), "who is quick has waited as long as the slow are borne"
    print(f"{count} slow callers ended, the last after {max(longest_s.values()):.1f} s; {longest_s}")
    print(f"{served} others served meanwhile, the slowest within {slowest_s:.2f} s")


@pytest.mark.soak
@pytest.mark.timeout(180)
@pytest.mark.parametrize("server", ["aiohttp", "streams"])
async def test_stock_servers_keep_them(server):
    command = [sys.executable, str(Path(__file__).with_name("stock_servers.py")), server]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            port = int(await asyncio.to_thread(process.stdout.readline))
            crowd = SlowCrowd(f"http://127.0.0.1:{port}/hook", pace_s=0.5)
            await crowd.call(500, kinds=("head", "body", "silent", "head, then body"))
            await crowd.last(MOST_S + 4)
            kept = crowd.kept
            crowd.leave()
        finally:
            process.kill()
    print(f"{server} keeps {kept.total()} of 500 after {MOST_S + 4:.0f} s: {dict(kept)}")
    assert kept.total() == 500
