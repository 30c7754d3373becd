"""`ringodesk-cli listen` with an ngrok agent: what is said when it dies, and what is left when we do."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from cli_process import KEY, Cli, Running

sys.path.insert(0, str(Path(__file__).parents[1] / "fake_ngrok"))  # tests are imported by path

from fake_ngrok import FakeNgrok, is_alive

TOKEN = "2Token_of_the_account-XYZ"
PATIENCE_S = 20


@pytest.fixture
def agent(tmp_path) -> FakeNgrok:
    return FakeNgrok(tmp_path / "bin")


@pytest.fixture
def ngrok_cli(cli, agent) -> Cli:
    """Set up to receive through the agent; the token is in the environment, as on a server."""
    place = cli.home / "settings.json"
    settings = json.loads(place.read_text()) | {"tunnel": "ngrok", "ngrok_path": str(agent.path)}
    place.write_text(json.dumps(settings))
    return Cli(cli.home, env={"NGROK_AUTHTOKEN": TOKEN, "NGROK_API_KEY": TOKEN})


def until(condition) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def typing(agent: FakeNgrok, url: str) -> int:
    """Delivers a notification as ngrok's edge does, and returns the status of the answer."""
    body = json.dumps({"method": "typing", "api_key": KEY, "params": {"sessionid": "1", "from": "504", "to": "1"}})
    headers = {"X-Forwarded-For": "203.0.113.7", "Content-Type": "application/json"}
    with urlopen(Request(agent.edge_url + url[url.index("/hook/") :], body.encode(), headers), timeout=5) as answer:
        return answer.status


def test_an_agent_that_is_killed_is_told_and_replaced(ngrok_cli, agent):
    with Running(ngrok_cli, "listen") as running:
        url = running.wait_event("listening")["url"]
        os.kill(agent.starts[0]["pid"], signal.SIGKILL)
        lost = running.wait(lambda line: line["event"] == "health" and line["repairs"])
        assert lost["receiving"] == "not reachable; trying again"
        assert lost["repairs"] == ["The ngrok program ended by itself."]
        back = running.wait(lambda line: line["event"] == "health" and line["url"])
        assert (back["url"], back["repairs"]) == (url, [])
        assert typing(agent, url) == 200
        assert running.terminate().code == 0
    assert not agent.is_running
    assert not any(TOKEN in line for line in map(json.dumps, running.seen))
    status = ngrok_cli.done("status")
    assert (status["tunnel_requests"], status["tunnel_requests_limit"]) == (1, 20_000)


SETPRIV = """#!/bin/sh
cat /proc/$$/environ /proc/$$/cmdline >> {told}
[ "$3" != true ] || cat /proc/$PPID/environ /proc/$PPID/cmdline >> {told}
exec {setpriv} "$@"
"""
"""Stands before the real one, and tells what it and the launcher that called it were started with."""


def test_no_secret_is_in_the_arguments_or_the_environment_of_any_process_we_start(ngrok_cli, agent, tmp_path):
    tools, told = tmp_path / "tools", tmp_path / "told"
    tools.mkdir()
    (tools / "setpriv").write_text(SETPRIV.format(told=told, setpriv=shutil.which("setpriv")))
    (tools / "setpriv").chmod(0o700)
    secrets = {"NGROK_AUTHTOKEN": TOKEN, "NGROK_API_KEY": TOKEN}
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    with Running(Cli(ngrok_cli.home, env={**secrets, "PATH": path}), "listen") as running:
        running.wait_event("listening")
        config = ngrok_cli.home / "tunnel" / "agent.yml"
        assert config.stat().st_mode & 0o777 == 0o600
        assert config.parent.stat().st_mode & 0o777 == 0o700
        (start,) = agent.starts
        place = Path(f"/proc/{start['pid']}")
        started_with = told.read_bytes() + (place / "environ").read_bytes() + (place / "cmdline").read_bytes()
        assert started_with.count(b"PATH=") >= 4  # the launcher, setpriv twice, the agent
        assert started_with.count(str(config).encode()) >= 3
        assert TOKEN.encode() not in started_with
        assert KEY.encode() not in started_with
        assert agent.captured() == []
        running.terminate()
    assert not config.exists()


@pytest.mark.parametrize("mode", ["is_silent", "answers_never", "opens_never", ""])
def test_no_agent_outlives_a_listen_that_was_killed(ngrok_cli, agent, mode):
    """Killed while its agent starts, while the agent is asked for the tunnel, and with the tunnel open."""
    agent.behave(**({mode: True} if mode else {}))
    with Running(ngrok_cli, "listen") as running:
        if mode:
            until(lambda: agent.starts)
        else:
            running.wait_event("listening")
        assert agent.is_running
        running._process.send_signal(signal.SIGKILL)
    until(lambda: not agent.is_running)


def test_after_a_kill_the_next_one_starts_and_leaves_strangers_alone(ngrok_cli, agent):
    """The note of the killed one names a process that has ended; its number may be anybody's now."""
    with Running(ngrok_cli, "listen") as killed:
        killed.wait_event("listening")
        killed._process.send_signal(signal.SIGKILL)
        until(lambda: not agent.is_running)
    note = ngrok_cli.home / "tunnel" / "agent.pid"
    _pid, _, rest = note.read_text().partition(" ")
    with Running(Cli(ngrok_cli.home), "simulate", "--port", "0") as stranger:
        note.write_text(f"{stranger._process.pid} {rest}")
        with Running(ngrok_cli, "listen") as running:
            running.wait_event("listening")
            assert stranger._process.poll() is None
            assert running.terminate().code == 0
    assert not agent.is_running


def processes_of(home: Path) -> list[int]:
    """Those that were started with something of this home in their command, and run."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if str(home).encode() in (place / "cmdline").read_bytes():
                found.append(int(place.name))
        except OSError:
            continue
    return found


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_fifty_kills_at_any_moment_leave_no_agent_and_the_next_start_works(ngrok_cli, agent):
    chance = random.Random(11)
    for number in range(50):
        had = len(agent.starts)
        with Running(ngrok_cli, "listen") as running:
            if number % 2:  # however slow the machine: half of them have an agent
                until(lambda: len(agent.starts) > had)  # noqa: B023 - called at once
            time.sleep(chance.random() * 2)
            running._process.send_signal(signal.SIGKILL)
        until(lambda: not processes_of(ngrok_cli.home))
        until(lambda: not any(is_alive(start["pid"]) for start in agent.starts))
    assert len(agent.starts) >= 25
    with Running(ngrok_cli, "listen") as running:
        url = running.wait_event("listening")["url"]
        assert typing(agent, url) == 200
        assert running.terminate().code == 0
    assert processes_of(ngrok_cli.home) == []
