"""The receiver on the network thread, called by a real HTTP client while the main thread is busy."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from ringodesk_qt.models.notification import Read, Received
from ringodesk_qt.network import NetworkThread
from ringodesk_qt.receiver.parse import parse
from ringodesk_qt.receiver.server import Receiver

KEY = "the-key-of-the-account"
SECRET = "integration-" + "x" * 30


@pytest.fixture
def network():
    network = NetworkThread()
    network.start()
    yield network
    network.stop()


class Journal:
    """Keeps what came, as another thread's store would: the loop that asks is not the one that writes."""

    def __init__(self) -> None:
        self.rows: list[Received] = []
        self.threads: set[str] = set()

    async def accept(self, received: Received) -> None:
        self.threads.add(threading.current_thread().name)
        await asyncio.to_thread(self.rows.append, received)


def post(client: httpx.Client, port: int, number: int) -> int:
    document = {"method": "read", "params": {"sessionid": f"s{number}"}, "api_key": KEY}
    return client.post(f"http://127.0.0.1:{port}/hook/{SECRET}", json=document).status_code


async def test_notifications_are_taken_while_the_main_loop_hangs(network):
    journal = Journal()
    receiver = Receiver(accept=journal.accept, keys=lambda: (KEY,), path_secret=SECRET)
    port = await network.run(receiver.start())
    with httpx.Client(trust_env=False) as client, ThreadPoolExecutor(8) as callers:
        futures = [callers.submit(post, client, port, number) for number in range(40)]
        while not all(future.done() for future in futures):
            time.sleep(0.001)  # the main loop runs nothing meanwhile
        assert {future.result() for future in futures} == {200}
        await network.run(receiver.stop())
        with pytest.raises(httpx.ConnectError):
            post(client, port, 41)
    assert journal.threads == {"network"}
    assert {parse(row.body) for row in journal.rows} == {Read(sessionid=f"s{number}") for number in range(40)}
    assert receiver.counts.accepted == 40
