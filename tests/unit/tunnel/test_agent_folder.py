"""The agent's folder: its configuration, its launcher, and the agent that a crash left behind."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from ringodesk_qt.errors import TunnelError
from ringodesk_qt.tunnel.agent_folder import AgentFolder

TOKEN = "the-token-of-the-account"
SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def folder(tmp_path) -> AgentFolder:
    return AgentFolder(tmp_path / "it's a home" / "tunnel")


@pytest.fixture
def sleeper():
    """Starts processes that do nothing, and collects them."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen([*SLEEPER, *arguments]))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def note(folder: AgentFolder, pid: int) -> None:
    folder.note.parent.mkdir(parents=True, exist_ok=True)
    folder.note.write_text(Path(f"/proc/{pid}/stat").read_text())


def test_the_configuration_is_for_the_user_alone_and_keeps_no_bodies(folder):
    folder.config.parent.mkdir(parents=True, mode=0o755)
    folder.write(program="/bin/true", token=TOKEN, web_port=4711)
    assert (mode(folder.config), mode(folder.config.parent)) == (0o600, 0o700)
    config = json.loads(folder.config.read_text())
    assert config["version"] == "3"
    assert config["agent"]["authtoken"] == TOKEN
    assert config["agent"]["inspect_db_size"] == -1
    assert config["agent"]["web_addr"] == "127.0.0.1:4711"
    assert config["agent"]["remote_management"] is False


def test_a_configuration_that_others_could_read_does_not_stay_so(folder):
    folder.config.parent.mkdir(parents=True)
    folder.config.write_text("old")
    folder.config.chmod(0o644)
    folder.write(program="/bin/true", token=TOKEN, web_port=4711)
    assert mode(folder.config) == 0o600


def test_nothing_of_the_token_stays(folder):
    folder.write(program="/bin/true", token=TOKEN, web_port=4711)
    folder.clear()
    folder.clear()
    left = list(folder.config.parent.iterdir())
    assert left == [folder.launcher]
    assert TOKEN not in folder.launcher.read_text()


def test_a_folder_that_cannot_be_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(TunnelError, match="cannot be used"):
        AgentFolder(tmp_path / "file" / "tunnel").write(program="/bin/true", token=TOKEN, web_port=1)


def test_the_launcher_hands_on_its_arguments_and_notes_the_process(folder, tmp_path, monkeypatch):
    for name in ("NGROK_AUTHTOKEN", "NGROK_API_KEY", "RINGODESK_API_KEY"):
        monkeypatch.setenv(name, "a secret")
    program = tmp_path / "a program"
    program.write_text(
        f"#!{sys.executable}\nimport json, os, sys\n"
        "print(json.dumps([os.getpid(), sys.argv[1:], dict(os.environ)]))\nprint('a token', file=sys.stderr)\n"
    )
    program.chmod(0o700)
    launcher = folder.write(program=str(program), token=TOKEN, web_port=1)
    ran = subprocess.run([launcher, "start", "two words", "$HOME"], capture_output=True, check=True)
    pid, arguments, environ = json.loads(ran.stdout)
    assert arguments == ["start", "two words", "$HOME"]
    assert ran.stderr == b""
    assert not {"NGROK_AUTHTOKEN", "NGROK_API_KEY", "RINGODESK_API_KEY"} & set(environ)
    assert "PATH" in environ
    assert folder.note.read_text().split()[0] == str(pid)


def test_the_launcher_is_written_anew_only_when_it_changes(folder):
    folder.write(program="/bin/true", token=TOKEN, web_port=1)
    first = folder.launcher.stat().st_ino
    folder.write(program="/bin/true", token=TOKEN, web_port=2)
    assert folder.launcher.stat().st_ino == first
    folder.write(program="/bin/false", token=TOKEN, web_port=2)
    assert "/bin/false" in folder.launcher.read_text()


def test_an_agent_that_was_left_behind_is_ended(folder, sleeper):
    stale = sleeper("--config", str(folder.config))
    note(folder, stale.pid)
    folder.end_stale()
    assert stale.wait(5) == -9


def test_a_process_that_is_not_the_agent_is_left_alone(folder, sleeper):
    other = sleeper("--config", "/elsewhere/agent.yml")
    note(folder, other.pid)
    folder.end_stale()
    assert other.poll() is None


def test_a_process_that_got_the_agents_number_is_left_alone(folder, sleeper):
    other = sleeper("--config", str(folder.config))
    line = Path(f"/proc/{other.pid}/stat").read_text()
    head, _, tail = line.rpartition(")")
    fields = tail.split()
    fields[19] = str(int(fields[19]) - 1)
    folder.note.parent.mkdir(parents=True)
    folder.note.write_text(f"{head}) {' '.join(fields)}\n")
    folder.end_stale()
    assert other.poll() is None


def test_a_note_without_a_start_is_enough_where_the_command_fits(folder, sleeper):
    stale = sleeper("--config", str(folder.config))
    folder.note.parent.mkdir(parents=True)
    folder.note.write_text(f"{stale.pid}\n")
    folder.end_stale()
    assert stale.wait(5) == -9


@pytest.mark.parametrize(
    "text", ["", "nonsense\n", "(\n", ")", "99999999\n", "99999999 (ngrok) S 1\n", "-1\n", "0", "1"]
)
def test_a_note_that_says_nothing_is_nothing(folder, text):
    folder.note.parent.mkdir(parents=True)
    folder.note.write_text(text)
    folder.end_stale()


def test_a_program_named_with_blanks_and_brackets_is_noted_rightly(folder, sleeper, tmp_path):
    odd = tmp_path / "a) b (c"
    odd.symlink_to(sys.executable)
    stale = subprocess.Popen([odd, "-c", "import time; time.sleep(60)", "--config", str(folder.config)])
    try:
        note(folder, stale.pid)
        folder.end_stale()
        assert stale.wait(5) == -9
    finally:
        stale.kill()
        stale.wait()


# ---------------------------------------------------------------- never an orphan

STARTER = """
import os, signal, subprocess, sys, threading, time
from pathlib import Path
from ringodesk_qt.tunnel.agent_folder import AgentFolder

def start(folder):
    launcher = folder.write(program=sys.argv[2], token="t", web_port=1)
    return subprocess.Popen([launcher, "--config", str(folder.config)], stdout=subprocess.DEVNULL)

def die_after(number, delay_s):
    folder = AgentFolder(Path(sys.argv[1]) / str(number))
    start(folder)
    time.sleep(delay_s)
    os.kill(os.getpid(), signal.SIGKILL)

children = []
for number, delay in enumerate(sys.argv[3:]):
    child = os.fork()
    if child == 0:
        die_after(number, float(delay))
    children.append(child)
for child in children:
    os.waitpid(child, 0)
"""


@pytest.fixture
def program(tmp_path) -> Path:
    """An agent that says that it runs, and runs."""
    path = tmp_path / "agent"
    path.write_text(f"#!/bin/sh\necho $$ >> '{tmp_path}/ran'\nexec sleep 60\n")
    path.chmod(0o700)
    return path


def processes_with(text: str) -> list[int]:
    """Those that run, and not those that only wait to be collected."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if text.encode() in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def until(condition, *, within_s: float = 10.0) -> None:
    end = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def start_and_kill(tmp_path: Path, program: Path, delays_s: list[float], **env: str) -> None:
    subprocess.run(
        [sys.executable, "-c", STARTER, str(tmp_path / "killed"), str(program), *map(str, delays_s)],
        check=True,
        env={**os.environ, **env},
    )


def ran(tmp_path: Path) -> list[int]:
    path = tmp_path / "ran"
    return [int(line) for line in path.read_text().split()] if path.exists() else []


def is_running(pid: int) -> bool:
    return "sleep" in Path(f"/proc/{pid}/cmdline").read_text() if Path(f"/proc/{pid}").exists() else False


def test_no_agent_outlives_a_start_that_was_killed_at_any_moment(tmp_path, program):
    """From before the launcher has asked the kernel for anything to after the agent runs."""
    start_and_kill(tmp_path, program, [number / 1000 for number in range(0, 24, 2)] + [0.3])
    until(lambda: not processes_with(str(tmp_path / "killed")))
    until(lambda: not any(is_running(pid) for pid in ran(tmp_path)))
    assert ran(tmp_path)  # the last of them had its agent running


def test_no_agent_outlives_its_owner_where_there_is_no_setpriv(tmp_path, program):
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "sleep").symlink_to("/bin/sleep")
    start_and_kill(tmp_path, program, [0.0, 0.3], PATH=str(tools))
    assert ran(tmp_path)
    until(lambda: not any(is_running(pid) for pid in ran(tmp_path)))
    until(lambda: not processes_with(str(tmp_path / "killed")))


def test_an_agent_that_ends_leaves_no_watcher_where_there_is_no_setpriv(folder, tmp_path, monkeypatch):
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "sleep").symlink_to("/bin/sleep")
    monkeypatch.setenv("PATH", str(tools))
    launcher = folder.write(program="/bin/true", token=TOKEN, web_port=1)
    with subprocess.Popen([launcher, "--config", str(folder.config)], stdout=subprocess.PIPE) as agent:
        assert agent.stdout.read() == b""  # and nobody keeps its pipe open
    until(lambda: not processes_with(str(folder.config)))


def test_an_agent_ends_with_the_thread_that_started_it(folder, program, tmp_path):
    started: list[subprocess.Popen[bytes]] = []

    def start() -> None:
        launcher = folder.write(program=str(program), token=TOKEN, web_port=1)
        started.append(subprocess.Popen([launcher, "--config", str(folder.config)]))
        until(lambda: ran(tmp_path))

    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
    assert started[0].wait(5) == -9


def test_a_launcher_that_somebody_else_starts_starts_nothing(folder, program, tmp_path):
    launcher = folder.write(program=str(program), token=TOKEN, web_port=1)
    (folder.config.parent / "owner.pid").write_text("1\n")
    assert subprocess.run([launcher], check=False).returncode != 0
    folder.clear()
    assert subprocess.run([launcher], check=False, stderr=subprocess.DEVNULL).returncode != 0
    assert ran(tmp_path) == []
