"""Sending while the process is killed and the server breaks off, at every stage: each once at most, none forgotten.

`ringodesk-cli listen` empties the outbox of a home in which messages were queued. When all is over, every message is
in one of these: sent, and the server saw it once; uncertain, and it saw it once or not; failed, and it was refused.
"""

from __future__ import annotations

import asyncio
import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager

import pytest
from cli_process import KEY, NUMBER, PATIENCE_S, Cli
from scripted_api import ORGID
from strict_server import UNREAD, Fault, StrictServer

from ringodesk_qt.engine import Engine
from ringodesk_qt.models.message import State
from ringodesk_qt.paths import Home
from ringodesk_qt.vault import EnvironmentVault, KeyringVault

PEOPLE = 20
FAULTS = [fault for fault in Fault if fault is not Fault.NONE]


class Shop:
    """A home with an account at a strict server."""

    def __init__(self, folder, seed, per_second):
        self.dice = random.Random(seed)
        self.server = StrictServer([f"{600 + number}" for number in range(PEOPLE)], dice=self.dice)
        self.cli = Cli(folder / "home")
        self._folder = folder
        self._errors = (folder / "stderr").open("wb")
        self.kills = 0
        finished = self.cli.json("setup", "--org", ORGID, "--number", NUMBER, "--api-url", self.server.url)
        assert finished.code == 0, finished
        place = self.cli.home / "settings.json"
        place.write_text(json.dumps(json.loads(place.read_text()) | {"requests_per_second": per_second}))

    def close(self):
        self.server.close()
        self._errors.close()
        said = (self._folder / "stderr").read_text()
        assert "Traceback" not in said
        assert KEY not in said

    @contextmanager
    def engine(self):
        """Does something in the home with `engine(work)`, from a process that sends nothing itself."""

        async def run(work):
            engine = Engine(Home(self.cli.home), vault=EnvironmentVault("", KeyringVault()))
            await engine.open()
            try:
                return await work(engine)
            finally:
                await engine.stop()

        yield lambda work: asyncio.run(run(work))

    def queue(self, names, *, files=()):
        """Queues texts, and files, to the person that stands before the dash."""

        async def work(engine):
            by_extension = {one.extension: one for one in await engine.desk.contacts()}
            chats = {}
            for name in names:
                extension = name.partition("-")[0]
                if extension not in chats:
                    chats[extension] = (await engine.desk.open_chat(by_extension[extension].id)).id
                if name in files:
                    path = self._folder / name
                    path.write_bytes(b"x" * 300_000)
                    await engine.desk.send_files(chats[extension], [path])
                else:
                    await engine.desk.send_text(chats[extension], name)

        with self.engine() as engine:
            engine(work)

    @contextmanager
    def listening(self):
        """`listen`, which is killed at the end unless it was before."""
        command = [sys.executable, "-m", "ringodesk_qt.cli", "listen", "--json"]
        process = subprocess.Popen(command, env=self.cli._env, stdout=subprocess.DEVNULL, stderr=self._errors)
        try:
            yield process
            assert process.poll() in (None, 0, -signal.SIGKILL), "it failed"
        finally:
            process.kill()
            process.wait()

    def kill_often(self, count, *, within_s):
        """Runs it for a moment, and a moment more, until the plug is pulled: some time after a request was begun."""
        for _ in range(count):
            struck = self.server.struck.total()
            with self.listening():
                until = time.monotonic() + 10
                while self.server.struck.total() == struck and time.monotonic() < until:
                    time.sleep(0.005)
                time.sleep(self.dice.uniform(0.0, within_s))
            self.kills += 1

    def kill_in_vain(self, *, within_s):
        """The same while no request can get through."""
        with self.listening():
            time.sleep(self.dice.uniform(0.3, within_s))
        self.kills += 1

    def until_claimed(self):
        """Waits until something is about to be sent."""

        async def work(engine):
            async with asyncio.timeout(PATIENCE_S):
                while not await engine.store.read(lambda tables: tables.outbox.claimed()):
                    await asyncio.sleep(0.02)

        with self.engine() as engine:
            engine(work)

    def until_empty(self, *, within_s):
        """Waits until nothing waits; how long that took."""

        async def work(engine):
            began_at = time.monotonic()
            while await engine.store.read(lambda tables: tables.outbox.waiting()):
                assert time.monotonic() - began_at < within_s, "something still waits"
                await asyncio.sleep(0.05)
            return time.monotonic() - began_at

        with self.engine() as engine:
            return engine(work)

    def messages(self):
        async def work(engine):
            chats = await engine.desk.chats()
            return [one for chat in chats for one in await engine.desk.page(chat.id, limit=10_000)]

        with self.engine() as engine:
            return engine(work)

    def check(self, names):
        """What is here against what the server saw; how many ended how."""
        messages, server = self.messages(), self.server
        by_name = {one.attachment.name if one.attachment else one.text: one for one in messages}
        assert len(by_name) == len(messages), "every message is here once"
        assert sorted(by_name) == sorted(names), "no message is missing"
        seen = Counter(server.seen)
        assert [name for name, count in seen.items() if count > 1] == [], "the server saw these more than once"
        for name, message in by_name.items():
            times, was_refused = seen[name], server.refused[name]
            assert message.state in (State.SENT, State.UNCERTAIN, State.FAILED), (name, message.state)
            if message.state is State.SENT:
                assert (times, was_refused) == (1, 0), name
            if message.state is State.FAILED:
                assert (times, was_refused) == (0, 1), name
            if message.state is State.UNCERTAIN:
                assert message.error, "why it is uncertain is said"
                assert was_refused <= 1, name
        for person in {name.partition("-")[0] for name in names}:
            numbers = [int(name.partition("-")[2]) for name in server.seen if name.startswith(f"{person}-")]
            assert numbers == sorted(numbers), "each chat's messages came in their order"
        return Counter(one.state for one in messages)


@pytest.fixture
def per_second():
    return 1000


@pytest.fixture
def shop(tmp_path, per_second):
    shop = Shop(tmp_path, seed=11, per_second=per_second)
    yield shop
    shop.close()


def texts(count, *, first=0):
    """Names of messages, round the people: person, dash, number."""
    return [f"{600 + number % PEOPLE}-{number}" for number in range(first, first + count)]


@pytest.mark.parametrize("per_second", [30])
def test_killed_and_cut_off_a_few_times(shop):
    names = texts(60)
    shop.server.strike(FAULTS, of_hundred=60)
    shop.queue(names, files=names[::9])
    shop.kill_often(5, within_s=0.4)
    shop.server.heal()
    with shop.listening():
        shop.until_empty(within_s=20)
    ended = shop.check(names)
    print(dict(ended), dict(shop.server.struck))
    assert ended[State.SENT] >= 10, "the server was there in the end"
    assert ended[State.UNCERTAIN] >= 5, "faults struck in the middle of it"
    assert sum(shop.server.struck[fault] for fault in UNREAD) >= 3


@pytest.mark.parametrize("how", [signal.SIGKILL, pytest.param(signal.SIGTERM, marks=pytest.mark.soak)])
def test_ended_while_it_connects_nothing_may_have_arrived(shop, how):
    """No byte of it has left, so nobody is asked whether it arrived."""
    names = texts(8)
    shop.queue(names)
    shop.server.swallow_connections()
    with shop.listening() as process:
        shop.until_claimed()
        time.sleep(0.5)
        process.send_signal(how)
        process.wait(PATIENCE_S)
    assert {one.state for one in shop.messages()} == {State.QUEUED}
    shop.server.open()
    with shop.listening():
        shop.until_empty(within_s=20)
    assert shop.check(names) == {State.SENT: len(names)}


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_killed_and_cut_off_a_thousand_sends(shop):
    names = texts(1000)
    for first in range(0, 1000, 250):
        wave = names[first : first + 250]
        shop.queue(wave, files=wave[::10])
        for _ in range(10):
            holds_s = (0.5, 0.5, 0.5, 40.0)  # the last is longer than the client waits
            # A refusal is the one of them that makes a message fail: it is always among those of a round.
            faults = [Fault.REFUSED, *shop.dice.sample([one for one in FAULTS if one is not Fault.REFUSED], 8)]
            shop.server.strike(faults, of_hundred=50, holds_s=holds_s)
            shop.kill_often(1, within_s=2.0)
            match shop.dice.randrange(4):
                case 0:
                    shop.server.refuse_connections()
                    shop.kill_in_vain(within_s=3.0)
                    shop.server.open()
                case 1:
                    shop.server.swallow_connections()
                    shop.kill_in_vain(within_s=3.0)
                    shop.server.open()
        with shop.listening():  # long enough for the client to give up on a black hole
            time.sleep(35)
    shop.server.heal()
    with shop.listening():
        took_s = shop.until_empty(within_s=60)
    ended = shop.check(names)
    print(f"{shop.kills} kills; {dict(ended)}; emptied in {took_s:.1f} s; faults: {dict(shop.server.struck)}")
    assert shop.kills >= 40
    assert min(ended[state] for state in (State.SENT, State.UNCERTAIN, State.FAILED)) >= 20
    assert set(shop.server.struck) >= set(FAULTS)


@pytest.mark.soak
@pytest.mark.timeout(180)
@pytest.mark.parametrize("how", ["refuse_connections", "swallow_connections"])
def test_all_that_waited_goes_within_seconds_of_the_networks_return(shop, how):
    """By then the back-offs have grown to half a minute and more."""
    names = texts(100)
    getattr(shop.server, how)()
    with shop.listening():
        time.sleep(3)
        shop.queue(names)
        time.sleep(40)
        assert shop.server.seen == []
        shop.server.open()
        began_at = time.monotonic()
        while len(shop.server.seen) < len(names):
            assert time.monotonic() - began_at < 20, f"only {len(shop.server.seen)} went"
            time.sleep(0.05)
        took_s = time.monotonic() - began_at
        shop.until_empty(within_s=10)
    print(f"{how} for 40 s: {len(names)} messages of {PEOPLE} chats went in {took_s:.1f} s")
    assert shop.check(names) == {State.SENT: len(names)}
