"""The agent's folder: its configuration, its launcher, and the agent that a crash left behind."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
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
