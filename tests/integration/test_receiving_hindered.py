"""A disk that is full, a database that is held, a main thread that hangs: nothing is acknowledged that is not on disk,
what is gets its answer, and all goes on by itself afterwards."""

from __future__ import annotations

import asyncio
import random
import shutil
import time
from collections import Counter
from contextlib import closing

import apsw
import pytest
from cli_process import KEY, NUMBER, PATIENCE_S, Cli
from lives import Left, Life, wait_applied
from raw_posts import Caller, Load
from scripted_api import ORGID
from small_disk import FileSizeLimit, small_disk

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.intake import Intake
from ringodesk_qt.receiver.parse import parse
from ringodesk_qt.receiver.server import Receiver
from ringodesk_qt.store.store import SqliteStore

BUSY_TIMEOUT_S = 5


@pytest.fixture
def load():
    return Load(key=KEY, orgid=ORGID, number=NUMBER, seed=5)


class Poster:
    """Posts messages one after the other, those again that were refused, as a server does that repeats."""

    def __init__(self, url, load):
        self._url = url
        self._load = load
        self._dice = random.Random(6)
        self.refused = []

    def post_new(self):
        message = self._load.message(self._dice)
        status = self.post(message)
        if status != 200:
            self.refused.append(message)
        return status

    def post(self, message):
        with Caller(self._url) as caller:
            return self._load.post(caller, message)

    def post_until(self, status, most=20_000):
        """Posts new ones until one has this answer. All the answers."""
        answers = []
        while not answers or answers[-1] != status:
            assert len(answers) < most, Counter(answers)
            answers.append(self.post_new())
        return answers

    def post_refused_again(self):
        assert [self.post(message) for message in self.refused] == [200] * len(self.refused)


def check_all_is_there(cli, life, load):
    wait_applied(cli.home)
    life.terminate()
    left = Left(cli.home)
    left.check_intact()
    left.check_holds(load.acknowledged)
    left.check_applied()
    assert "Traceback" not in life.complaints


# ---------------------------------------------------------------- a full disk


def check_full_disk(cli, disk, load, place):
    with Life(cli, place) as life:
        poster = Poster(life.listening(), load)
        assert {poster.post_new() for _ in range(20)} == {200}
        wait_applied(cli.home)
        disk.fill(life.process.pid)
        assert poster.post_until(503).count(200) < 10_000
        for _ in range(2):  # it stays so
            disk.fill(life.process.pid)
            poster.post_until(503)
        assert set(load.statuses) == {200, 503}
        assert "could not be stored" in life.complaints
        disk.free(life.process.pid)
        until = time.monotonic() + PATIENCE_S
        while poster.post_new() != 200:
            assert time.monotonic() < until, life.complaints
        poster.post_refused_again()
        assert {poster.post_new() for _ in range(20)} == {200}
        check_all_is_there(cli, life, load)


def test_a_disk_that_is_full(scripted_cli, load, tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        if disk is None:  # then a limit on the process is all there is
            check_full_disk(scripted_cli, FileSizeLimit(scripted_cli.home), load, tmp_path / "life")
        else:
            home = shutil.copytree(scripted_cli.home, disk.place / "home")
            check_full_disk(Cli(home), disk, load, tmp_path / "life")


def test_files_that_may_not_grow(scripted_cli, load, tmp_path):
    check_full_disk(scripted_cli, FileSizeLimit(scripted_cli.home), load, tmp_path / "life")


# ---------------------------------------------------------------- a database that is held


class Parts:
    """Receiver, intake and store, as the engine plugs them together; the store waits only a moment for others."""

    def __init__(self, place):
        self.store = SqliteStore(place / "ringodesk.db", busy_timeout_ms=150)
        self.bus = Bus()
        self.intake = Intake(store=self.store, bus=self.bus, parse=parse)
        self.receiver = Receiver(accept=self.intake.accept, keys=lambda: (KEY,), path_secret="s" * 40)

    async def __aenter__(self):
        self.bus.attach(asyncio.get_running_loop())
        await self.store.open()
        account = {"api_url": "http://127.0.0.1/api", "orgid": ORGID, "domain": "", "name": ""}
        await self.store.write(lambda tables: tables.accounts.add(**account))
        await self.intake.start()
        self.url = f"http://127.0.0.1:{await self.receiver.start()}/hook/{'s' * 40}"
        return self

    async def __aexit__(self, *_args):
        await self.receiver.stop()
        await self.intake.stop()
        self.bus.detach()
        await self.store.close()


@pytest.mark.allow_log("ringodesk_qt.receiver.server", "ringodesk_qt.core.intake")
async def test_a_database_that_another_program_holds_for_long(load, tmp_path):
    async with Parts(tmp_path) as parts:
        poster = Poster(parts.url, load)
        with closing(apsw.Connection(str(tmp_path / "ringodesk.db"))) as other:
            other.set_busy_timeout(PATIENCE_S * 1000)
            assert await asyncio.to_thread(poster.post_new) == 200
            await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
            assert [await asyncio.to_thread(poster.post_new) for _ in range(2)] == [503, 503]
            assert len(Left(tmp_path).journal) == 1
            other.execute("ROLLBACK")
        await asyncio.to_thread(poster.post_refused_again)
        await parts.intake.settled()
    left = Left(tmp_path)
    left.check_intact()
    left.check_holds(load.acknowledged)
    left.check_applied()
    assert len(left.messages) == 3


@pytest.mark.soak
def test_a_database_that_another_program_holds(scripted_cli, load, tmp_path):
    with Life(scripted_cli, tmp_path / "life") as life, closing(apsw.Connection(str(database(scripted_cli)))) as other:
        other.set_busy_timeout(PATIENCE_S * 1000)
        poster = Poster(life.listening(), load)
        assert poster.post_new() == 200
        other.execute("BEGIN IMMEDIATE")  # which may be before that one is applied
        began = time.monotonic()
        assert poster.post_new() == 503
        waited_s = time.monotonic() - began
        assert waited_s > BUSY_TIMEOUT_S * 0.8, "nobody is turned away at once for what may take a moment"
        assert len(Left(scripted_cli.home).journal) == 1
        assert "is held by another program" in life.complaints
        other.execute("ROLLBACK")
        poster.post_refused_again()
        assert poster.post_new() == 200
        check_all_is_there(scripted_cli, life, load)


def database(cli):
    return cli.home / "ringodesk.db"


# ---------------------------------------------------------------- a main thread that hangs


def check_frozen(cli, load, place, *, freeze_s, load_s):
    with Life(cli, place, freeze_s=freeze_s) as life:
        url = life.listening()
        life.freeze()
        printed, began = life.lines, time.monotonic()
        load.start(url)
        time.sleep(load_s)
        load.stop()
        assert time.monotonic() - began < freeze_s, "this machine was too slow to tell"
        assert life.lines == printed, "the main thread was not frozen"
        assert (load.statuses.keys(), load.broken) == ({200}, 0)
        count = len(load.acknowledged)
        Left(cli.home).check_holds(load.acknowledged)
        check_all_is_there(cli, life, load)
        came = [line["messageid"] for line in life.lines if line["event"] == "message"]
        assert len(came) == len(set(came)) > 0
    return count


def test_a_main_thread_that_is_frozen(scripted_cli, load, tmp_path):
    assert check_frozen(scripted_cli, load, tmp_path / "life", freeze_s=2.2, load_s=0.8) > 10


@pytest.mark.soak
@pytest.mark.timeout(180)
def test_a_main_thread_that_is_frozen_for_half_a_minute(scripted_cli, load, tmp_path):
    count = check_frozen(scripted_cli, load, tmp_path / "life", freeze_s=30, load_s=27)
    print(f"{count} acknowledged while the main thread was frozen for 30 s, none refused")
    assert count > 1000
