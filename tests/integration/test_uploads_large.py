"""A large upload needs no more memory than a small one, and ends at once when it is cancelled."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import threading
import time
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from cli_process import KEY, NUMBER, Cli
from scripted_api import ORGID

from ringodesk_qt.engine import Engine
from ringodesk_qt.models.message import State
from ringodesk_qt.paths import Home
from ringodesk_qt.vault import EnvironmentVault, KeyringVault

MB = 1024 * 1024
USERS = [{"id": "1628", "phone": "504", "name": "James Whitfield", "state": 1}]
PATIENCE_S = 20


class Sink:
    """Reads uploads and forgets them; `at_end` is called when one was read whole, `hold` keeps it from reading."""

    def __init__(self):
        self.received_bytes = 0
        self.at_end = lambda: None
        self.reads = threading.Event()
        self.reads.set()
        self.pause_s = 0.0
        self.has_begun = threading.Event()
        self.uploader = 0
        """The port at the other end of the last upload."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/api"

    def close(self):
        self.reads.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(PATIENCE_S)

    def _accept(self):
        while True:
            try:
                connection, _address = self._listener.accept()
            except OSError:
                return
            self._threads.append(threading.Thread(target=self._serve, args=(connection,), daemon=True))
            self._threads[-1].start()

    def _serve(self, connection):
        with connection:
            connection.settimeout(PATIENCE_S)
            try:
                while self._exchange(connection):
                    pass
            except OSError:
                return

    def _exchange(self, connection):
        data = b""
        while b"\r\n\r\n" not in data:
            piece = connection.recv(65536)
            if not piece:
                return False
            data += piece
        head, _, body = data.partition(b"\r\n\r\n")
        left = int(re.search(rb"content-length: (\d+)", head, re.IGNORECASE)[1]) - len(body)
        is_upload = b"multipart/" in head
        self.received_bytes += len(body)
        if is_upload and not self._swallow(connection, left):
            return False
        answer = json.dumps({"result": {"messageid": "m-1"} if is_upload else USERS}).encode()
        if not is_upload and left:
            connection.recv(left)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer)
        return True

    def _swallow(self, connection, left):
        self.uploader = connection.getpeername()[1]
        self.has_begun.set()
        scrap = bytearray(MB)
        while left:
            self.reads.wait(PATIENCE_S)
            time.sleep(self.pause_s)
            count = connection.recv_into(scrap)
            if not count:
                return False
            left -= count
            self.received_bytes += count
        self.at_end()
        return True

    def has_upload(self):
        """Whether the last upload's socket is still open at its own end."""
        lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
        ends = [line.split()[1:4] for line in lines]
        return [f"0100007F:{self.uploader:04X}", f"0100007F:{self.port:04X}", "01"] in ends


@pytest.fixture
def sink():
    sink = Sink()
    yield sink
    sink.close()


@pytest.fixture
def home_cli(sink, tmp_path):
    cli = Cli(tmp_path / "home")
    finished = cli.json("setup", "--org", ORGID, "--number", NUMBER, "--api-url", sink.url)
    assert finished.code == 0, finished
    return cli


def a_file(folder, size_bytes):
    """It takes no room on the disk."""
    path = folder / f"film-{size_bytes}.bin"
    with path.open("wb") as file:
        file.truncate(size_bytes)
    return path


# ---------------------------------------------------------------- memory


def most_memory_bytes(cli, sink, path):
    """The most that `ringodesk-cli send-file` had resident when all of the file had been read at the other end."""
    peaks = []
    process = cli.start("send-file", "504", str(path), "--json")

    def look():
        status = Path(f"/proc/{process.pid}/status").read_text()
        peaks.append(int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024)

    sink.at_end = look
    before = sink.received_bytes
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, (out, err)
    assert sink.received_bytes - before > path.stat().st_size
    return peaks[-1]


def compare(cli, sink, folder, size_bytes):
    small = most_memory_bytes(cli, sink, a_file(folder, MB))
    large = most_memory_bytes(cli, sink, a_file(folder, size_bytes))
    print(f"{size_bytes // MB} MB: {large / MB:.0f} MB resident at most; 1 MB: {small / MB:.0f} MB")
    assert large - small < 30 * MB
    kept = sum(one.stat().st_size for one in cli.home.rglob("*") if one.is_file())
    assert kept < 10 * MB, "no copy of it was made"


def test_100_mb_need_no_more_memory_than_one(home_cli, sink, tmp_path):
    compare(home_cli, sink, tmp_path, 100 * MB)


@pytest.mark.soak
@pytest.mark.timeout(400)
def test_a_gigabyte_needs_no_more_memory_than_a_megabyte(home_cli, sink, tmp_path):
    compare(home_cli, sink, tmp_path, 1024 * MB)


# ---------------------------------------------------------------- cancelling


@asynccontextmanager
async def sending(cli):
    engine = Engine(Home(cli.home), vault=EnvironmentVault(KEY, KeyringVault()))
    await engine.open()
    try:
        await engine.start_sending()
        yield engine
    finally:
        await engine.stop()


async def uploading(engine, sink, path):
    """A message whose file is on its way."""
    contact = next(one for one in await engine.desk.contacts() if one.extension == "504")
    chat = await engine.desk.open_chat(contact.id)
    (message_id,) = await engine.desk.send_files(chat.id, [path])
    assert await asyncio.to_thread(sink.has_begun.wait, PATIENCE_S)
    return message_id


async def until(condition):
    async with asyncio.timeout(PATIENCE_S):
        while not await condition():
            await asyncio.sleep(0.002)


@pytest.mark.parametrize("is_stalled", [True, False], ids=["stalled", "flowing"])
async def test_cancelling_takes_effect_at_once(home_cli, sink, tmp_path, is_stalled):
    sink.pause_s = 0.005
    async with sending(home_cli) as engine:
        message_id = await uploading(engine, sink, a_file(tmp_path, 2048 * MB))
        if is_stalled:
            sink.reads.clear()
        await asyncio.sleep(0.3)

        async def is_cancelled():
            (message,) = await engine.desk.messages([message_id])
            return message.state is State.CANCELLED and not sink.has_upload()

        assert sink.has_upload()
        await engine.desk.cancel(message_id)
        await until(is_cancelled)
        assert await engine.store.read(lambda tables: tables.outbox.of_message(message_id)) == []
