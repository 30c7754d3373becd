"""One window a home: what the second start says, and what the first does with what anybody says."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import stat
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.store.locks import ProcessLock
from ringodesk_qt.system import instance as module
from ringodesk_qt.system.instance import Instance, Wish

FIRST = """
import asyncio, sys, threading
from pathlib import Path
from ringodesk_qt.store.locks import ProcessLock
from ringodesk_qt.system.instance import Instance, Wish
folder = Path(sys.argv[1])
first = Instance(folder, ProcessLock(folder / "window.lock"))
print(first.claim(Wish()), flush=True)
threading.Event().wait()
"""
"""A first that has begun and does not get any further."""


def instance(folder):
    folder.mkdir(parents=True, exist_ok=True)
    return Instance(folder, ProcessLock(folder / "window.lock"))


@pytest.fixture
async def first(tmp_path):
    """One that serves; `heard` is what was wished."""
    one = instance(tmp_path)
    assert one.claim(Wish())
    one.heard = []
    await one.serve(one.heard.append)
    yield one
    one.release()


async def test_the_second_is_heard_and_is_not_the_first(first, tmp_path):
    wish = Wish(arguments=("ringodesk:chat?to=502", "/tmp/ä \u05d0.txt"), activation_token="abc_TIME12")
    assert await asyncio.to_thread(instance(tmp_path).claim, wish) is False
    assert await asyncio.to_thread(instance(tmp_path).claim, Wish(is_quit=True)) is False
    assert first.heard == [wish, Wish(is_quit=True)]


async def test_another_home_has_a_first_of_its_own(first, tmp_path):
    other = instance(tmp_path / "other")
    assert other.claim(Wish())
    other.release()
    assert first.heard == []


async def test_after_the_first_has_ended_the_next_is_the_first(first, tmp_path):
    first.release()
    after = instance(tmp_path)
    assert after.claim(Wish())
    after.release()
    assert not (tmp_path / "window.sock").exists()


async def test_who_comes_while_the_first_ends_waits_and_is_the_first(first, tmp_path):
    first.stop()
    waiting = asyncio.create_task(asyncio.to_thread((second := instance(tmp_path)).claim, Wish()))
    await asyncio.sleep(0)
    first.release()
    assert await waiting
    second.release()


async def test_a_home_with_a_long_path_has_one_too(tmp_path):
    folder = tmp_path / ("a" * 120) / ("b" * 120)
    first, heard = instance(folder), []
    assert first.claim(Wish())
    await first.serve(heard.append)
    before = Path.cwd()
    assert await asyncio.to_thread(instance(folder).claim, Wish(("x:",))) is False
    assert (heard, Path.cwd()) == ([Wish(("x:",))], before)
    first.release()


async def test_the_socket_is_for_its_user_alone(first, tmp_path):
    info = (tmp_path / "window.sock").stat()
    assert stat.S_ISSOCK(info.st_mode)
    assert stat.S_IMODE(info.st_mode) == 0o600


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"[]\n",
        b'{"secret": ""}\n',
        b'{"secret": "", "arguments": "abc", "activation_token": ""}\n',
        b'{"secret": "", "arguments": [1], "activation_token": ""}\n',
        b'{"secret": "other", "arguments": [], "activation_token": ""}\n',
        '{"secret": "ä", "arguments": [], "activation_token": ""}\n'.encode(),
        b"\xff\xfe\n",
        b"[" * 100_000 + b"\n",
        json.dumps({"secret": "", "arguments": ["a" * (module.MOST_BYTES + 10)], "activation_token": ""}).encode(),
    ],
    ids=[
        "nothing",
        "empty",
        "http",
        "list",
        "no arguments",
        "text",
        "numbers",
        "secret",
        "secret of letters",
        "not utf-8",
        "nested",
        "endless",
    ],
)
async def test_what_is_no_wish_is_not_heard(first, tmp_path, said, monkeypatch):
    monkeypatch.chdir(tmp_path)
    reader, writer = await asyncio.open_unix_connection("window.sock")
    writer.write(said)
    if writer.can_write_eof():
        writer.write_eof()
    assert (await reader.read(), first.heard) == (b"", [])
    writer.close()


async def test_a_socket_left_by_one_that_was_killed_is_no_obstacle(tmp_path):
    left = instance(tmp_path)
    with subprocess.Popen([sys.executable, "-c", FIRST, str(tmp_path)], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "True\n"
        child.send_signal(signal.SIGKILL)
        child.wait(10)
    assert (tmp_path / "window.sock").exists()
    assert left.claim(Wish())
    left.release()


@pytest.mark.parametrize("number", [None, signal.SIGSTOP], ids=["busy", "stopped"])
def test_one_that_does_not_answer_is_told_with_its_process(tmp_path, monkeypatch, number):
    monkeypatch.setattr(module, "PATIENCE_S", 0.3)
    with subprocess.Popen([sys.executable, "-c", FIRST, str(tmp_path)], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "True\n"
        if number is not None:
            child.send_signal(number)
        with pytest.raises(EnvironmentProblemError, match=rf"\(process {child.pid}\) and does not answer"):
            instance(tmp_path).claim(Wish())
        child.kill()


def test_one_that_hangs_is_ended_and_nobody_who_has_its_number_by_now(tmp_path):
    with (
        subprocess.Popen([sys.executable, "-c", FIRST, str(tmp_path)], stdout=subprocess.PIPE, text=True) as child,
        subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as bystander,
    ):
        assert child.stdout.readline() == "True\n"
        second = instance(tmp_path)
        second.end_first(bystander.pid)
        assert (child.poll(), bystander.poll()) == (None, None)
        second.end_first(child.pid)
        assert child.wait(10) == -signal.SIGKILL
        second.end_first(bystander.pid)
        bystander.communicate(b"\n", timeout=10)
        assert bystander.returncode == 0


def test_a_first_in_a_container_has_no_number_here(tmp_path):
    class Peer:
        def getsockopt(self, *_which):
            return struct.pack("3i", 0, 1000, 1000)

    assert module._process(Peer()) is None, "0 would be this process and all that were started with it"


async def test_a_socket_of_another_user_is_not_spoken_to(first, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "PATIENCE_S", 0.2)
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    with pytest.raises(EnvironmentProblemError, match="does not answer"):
        await asyncio.to_thread(instance(tmp_path).claim, Wish(("ringodesk:chat",)))
    assert first.heard == []


async def test_one_who_says_nothing_holds_nobody_up(first, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.connect("window.sock")
        assert await asyncio.to_thread(instance(tmp_path).claim, Wish()) is False
    assert first.heard == [Wish()]
