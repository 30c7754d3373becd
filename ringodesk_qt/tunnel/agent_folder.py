"""The folder an ngrok agent of ours lives in: its configuration, its launcher and the notes of who is who.

The configuration holds ngrok's token and is readable by the user alone; it is there only while the agent runs. The
launcher is a few lines of shell between us and the agent, for what pyngrok has no say in: it takes secrets out of the
environment, drops standard error (where ngrok repeats a token it refuses), notes the process, and sees to it that the
agent does not outlive us, however we die:

- Linux: the kernel ends the agent when the thread that started it dies (setpriv). A thread that died before the kernel
  was asked is found out by looking whether the parent is still the one that was noted as the owner.
- Where there is no setpriv, a subshell looks each second whether the owner is alive, and ends the agent if not.
- What is left behind all the same, on Windows for instance, is found by its note and ended at the next start.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import msgspec

from ringodesk_qt.errors import TunnelError

log = logging.getLogger(__name__)

SECRET_VARIABLES = ("NGROK_AUTHTOKEN", "NGROK_API_KEY", "RINGODESK_API_KEY")
"""What no agent may inherit."""

_REAP_TIMEOUT_S = 5.0

_LAUNCHER = """\
#!/bin/sh
# Written by Ringodesk, to start its ngrok agent.
read -r noted 2>/dev/null < /proc/$$/stat
printf '%s\\n' "${{noted:-$$}}" > {note}
read -r owner < {owner} || exit 1
unset {secrets}
exec < /dev/null 2> /dev/null
if setpriv --pdeathsig KILL true; then
    exec setpriv --pdeathsig KILL -- /bin/sh -c '
        owner=$1; shift
        [ "$PPID" = "$owner" ] && exec "$@"
    ' ringodesk-agent "$owner" {program} "$@"
fi
kill -0 "$owner" || exit 1
(
    exec > /dev/null
    while kill -0 "$owner" && kill -0 $$; do sleep 1; done
    kill -0 "$owner" || kill -KILL $$
) &
exec {program} "$@"
"""


class Noted(NamedTuple):
    """A process as the launcher noted it; `started` is the kernel's start tick, empty where it is not told."""

    pid: int
    started: str


class AgentFolder:
    """Writes what an agent needs, removes it afterwards, and ends an agent that a crash has left behind."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.config = folder / "agent.yml"
        self.launcher = folder / "start-agent"
        self.note = folder / "agent.pid"
        self._owner = folder / "owner.pid"

    def write(self, *, program: str, token: str, web_port: int) -> str:
        """Writes configuration and launcher, and returns the path of what is to be started. Raises TunnelError."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            _write_private(self.config, _config(token, web_port), mode=0o600)
            return self._write_launcher(program)
        except OSError as error:
            raise TunnelError(
                f"The folder {self._folder} cannot be used for ngrok ({os.strerror(error.errno or 0)})."
            ) from error

    def clear(self) -> None:
        """Removes the configuration, with the token in it, and the notes of a process that has ended."""
        for path in (self.config, self.note, self._owner):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Removes what a crash has left behind, where no agent is to be started again."""
        self.end_stale()
        self.clear()

    def end_stale(self) -> None:
        """Ends the agent that an earlier run of ours left behind, if the noted process is still that agent."""
        noted = self._noted()
        if noted is None or not self._is_agent(noted):
            return
        log.info("ending the ngrok agent that an earlier run left behind (process %d)", noted.pid)
        deadline = time.monotonic() + _REAP_TIMEOUT_S
        with contextlib.suppress(OSError):
            _kill(noted.pid)
        while self._is_agent(noted) and time.monotonic() < deadline:
            time.sleep(0.02)

    def _write_launcher(self, program: str) -> str:
        if os.name == "nt":
            return program
        _write_private(self._owner, b"%d\n" % os.getpid(), mode=0o600)
        text = _LAUNCHER.format(
            note=shlex.quote(str(self.note)),
            owner=shlex.quote(str(self._owner)),
            secrets=" ".join(SECRET_VARIABLES),
            program=shlex.quote(program),
        ).encode()
        # Not written anew without need: a file that is being written cannot be started.
        if not self.launcher.is_file() or self.launcher.read_bytes() != text:
            _write_private(self.launcher, text, mode=0o700)
        if not os.access(self.launcher, os.X_OK):
            raise TunnelError(
                f"Programs may not be started from {self._folder} (it is mounted noexec). Name another home folder."
            )
        return str(self.launcher)

    def _noted(self) -> Noted | None:
        try:
            return _parse_stat(self.note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _is_agent(self, noted: Noted) -> bool:
        """Whether the process lives, is the one that was noted, and was started with this folder's configuration."""
        started = _started(noted.pid)
        if noted.started and started != noted.started:
            return False
        return str(self.config) in _command(noted.pid)


def _config(token: str, web_port: int) -> bytes:
    """ngrok's configuration, version 3, as JSON (which is YAML too)."""
    agent = {
        "authtoken": token,
        # pyngrok needs the agent's API; on a port of its own, since 4040 is where everybody looks.
        "web_addr": f"127.0.0.1:{web_port}",
        # No bodies are kept, whatever an endpoint asks for: each holds the account's key.
        "inspect_db_size": -1,
        "console_ui": False,
        "log_format": "logfmt",
        "log_level": "info",
        "remote_management": False,
        "update_check": False,
    }
    return msgspec.json.format(msgspec.json.encode({"version": "3", "agent": agent}), indent=2) + b"\n"


def _kill(pid: int) -> None:
    """At once; Windows has no other way to end a process, and no name of its own for it."""
    if sys.platform == "win32":
        os.kill(pid, signal.SIGTERM)
    else:
        os.kill(pid, signal.SIGKILL)


def _write_private(path: Path, content: bytes, *, mode: int) -> None:
    partial = path.with_suffix(".part")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    partial.replace(path)


def _parse_stat(line: str) -> Noted:
    """Reads a line of /proc/PID/stat, whose second field may hold anything, or a bare process id.

    Raises ValueError when it is neither.
    """
    head, _, tail = line.rpartition(")")
    fields = tail.split()
    pid = int((head or line).partition("(")[0])
    if pid <= 1:  # a signal to these would go to everybody
        raise ValueError("not an agent's process id")
    return Noted(pid, fields[19] if head and len(fields) > 19 else "")


def _started(pid: int) -> str:
    try:
        return _parse_stat(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")).started
    except (OSError, ValueError):
        return ""


def _command(pid: int) -> str:
    """The command line of a process, empty when there is no such process (or it only waits to be collected)."""
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return ""
    if os.name == "nt":
        return ""
    try:
        told = subprocess.run(  # noqa: S603 - a program of the system, and a number
            ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)], env={}, capture_output=True, check=False, timeout=5
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout.decode(errors="replace")
