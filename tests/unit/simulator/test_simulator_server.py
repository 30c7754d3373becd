"""The simulator's life: where it listens, how it starts and stops, and that the key stays in it."""

from __future__ import annotations

import asyncio
import http.client
import logging
import socket
import threading
from pathlib import Path
from typing import Any

import pytest

from ringodesk_qt.errors import EnvironmentProblemError, InputError
from ringodesk_qt.simulator import Simulator, SimulatorConfig

KEY = "k3y-Of.the_ACCOUNT"
NUMBER = "1234567890"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.10", "example.com", ""])
def test_it_listens_on_this_machine_only(host: str) -> None:
    with pytest.raises(InputError, match="this machine only"):
        Simulator(SimulatorConfig(host=host))


async def test_where_it_is() -> None:
    async with Simulator(SimulatorConfig(host="localhost")) as sim:
        assert sim.port > 0
        assert sim.api_url == f"http://127.0.0.1:{sim.port}/api"
        assert sim.orgid == "16287540703457500320"
        assert len(sim.people) == 7


async def test_a_taken_port_is_said_in_words(sim: Simulator) -> None:
    with pytest.raises(EnvironmentProblemError, match=f"port {sim.port}"):
        await Simulator(SimulatorConfig(port=sim.port)).start()


async def test_stop_leaves_nothing_behind(unused_tcp_port: int) -> None:
    before = asyncio.all_tasks()
    sim = await Simulator(SimulatorConfig(webhook_url=f"http://127.0.0.1:{unused_tcp_port}/hook")).start()
    folder = sim._shelf._folder
    assert folder is not None
    await sim.send_file("501", "a.txt", b"text", to=NUMBER)
    await sim.stop()
    assert not Path(folder).exists()
    assert asyncio.all_tasks() == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", sim.port), timeout=1)


def test_it_runs_on_the_loop_of_another_thread() -> None:
    sim = Simulator(SimulatorConfig())
    started, stop = threading.Event(), threading.Event()

    async def run() -> None:
        async with sim:
            started.set()
            await asyncio.to_thread(stop.wait, 5)

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert started.wait(5)
    sim.set_webhook("http://127.0.0.1:9/hook")
    connection = http.client.HTTPConnection("127.0.0.1", sim.port, timeout=5)
    connection.request("GET", "/api")
    assert connection.getresponse().status == 405
    connection.close()
    stop.set()
    thread.join(5)
    assert not thread.is_alive()


async def test_logs_hold_neither_key_nor_words(
    sim: Simulator, api: Any, hook: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "ringodesk_qt")
    hook.statuses = [500]
    await api.text(content="a secret thing")
    await api.call("message", **{"orgid": sim.orgid, "a secret thing": "a secret thing"})
    await api.call("a secret thing")
    await api.post(b"a secret thing", Authorization="Bearer a secret thing")
    await sim.say("501", "a secret thing")
    await sim.send_file("501", "a secret thing", b"a secret thing")
    await sim.settled()
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("ringodesk_qt")]
    assert lines == [
        "request message: done",
        "request message: refused",
        "request ?: refused",
        "request ?: refused",
        "webhook message: 500",
        "webhook message: 200",
        "webhook message: 200",
    ]
    everything = f"{sim.config!r}{sim.requests!r}{[(one.method, one.params) for one in sim.webhooks]!r}"
    assert KEY not in everything
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_a_client_that_leaves_is_no_error(sim: Simulator, api: Any, caplog: pytest.LogCaptureFixture) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", sim.port)
    head = f"POST /api HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {KEY}\r\nContent-Type: application/json\r\n"
    writer.write(f"{head}Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n".encode() + b'{"method":')
    assert b"100 Continue" in await reader.readline()  # it has begun to read
    writer.close()
    await writer.wait_closed()
    record = await sim.wait_request("")
    assert record.error == "the request broke off"
    await api.text()
    assert [line for line in caplog.records if line.levelno >= logging.WARNING] == []
