"""`ringodesk-cli` as a process of its own, as a script runs it."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

KEY = "k3y-Of.the_COMMAND-line"
NUMBER = "2075550100"
PATIENCE_S = 30


class Finished:
    """What a process left behind."""

    def __init__(self, code: int, out: bytes, err: bytes):
        self.code = code
        self.out = out.decode()
        self.err = err.decode()

    def __repr__(self):
        return f"exit {self.code}\n{self.out}\n{self.err}"

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def line(self) -> dict[str, Any]:
        (only,) = self.lines
        return only

    @property
    def sentence(self) -> str:
        """What was said on standard error: one line, by us."""
        (only,) = self.err.splitlines()
        assert only.startswith("ringodesk-cli: ")
        return only.removeprefix("ringodesk-cli: ")


class Cli:
    """Runs verbs on one home, and sees to it that none of them shows or writes the key."""

    def __init__(self, home: Path, *, key: str | None = KEY, env: dict[str, str] | None = None):
        self.home = home
        self._env = {**os.environ, "RINGODESK_HOME": str(home), **(env or {})}
        if key is not None:
            self._env["RINGODESK_API_KEY"] = key

    def start(self, *arguments: str | bytes) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "ringodesk_qt.cli", *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=self._env, stdin=pipe, stdout=pipe, stderr=pipe)

    def run(self, *arguments: str | bytes, typed: bytes = b"") -> Finished:
        with self.start(*arguments) as process:
            out, err = process.communicate(typed, timeout=PATIENCE_S)
        finished = Finished(process.returncode, out, err)
        assert KEY not in finished.out + finished.err
        assert "Traceback" not in finished.err
        return finished

    def json(self, *arguments: str | bytes, typed: bytes = b"") -> Finished:
        return self.run(*arguments, "--json", typed=typed)

    def done(self, *arguments: str) -> dict[str, Any]:
        """The one object that a verb prints which works."""
        finished = self.json(*arguments)
        assert (finished.code, finished.err) == (0, ""), finished
        return finished.line

    def check_no_key_is_written(self) -> None:
        written = [path for path in self.home.rglob("*") if path.is_file()]
        assert [path.name for path in written if KEY.encode() in path.read_bytes()] == []


class Running:
    """A verb that runs until it is told to stop; its lines are read as they come."""

    def __init__(self, cli: Cli, *arguments: str):
        self._process = cli.start(*arguments, "--json")
        self._lines: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.seen: list[dict[str, Any]] = []

    def __enter__(self):
        return self

    def __exit__(self, *_args):
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._reader.join()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            stream.close()

    def _read(self) -> None:
        for line in self._process.stdout:
            self._lines.put(json.loads(line))
        self._lines.put(None)

    def wait(self, fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next line that fits."""
        while True:
            line = self._lines.get(timeout=PATIENCE_S)
            assert line is not None, f"it ended: {self._process.stderr.read()!r}"
            self.seen.append(line)
            if fits(line):
                return line

    def wait_event(self, name: str, **fields: object) -> dict[str, Any]:
        """The next line of an event, with these fields if they are named."""
        return self.wait(lambda line: line["event"] == name and fields.items() <= line.items())

    def ended(self) -> Finished:
        """Waits for its end; `lines` are those that nobody waited for."""
        rest = []
        while (line := self._lines.get(timeout=PATIENCE_S)) is not None:
            rest.append(line)
        self.seen += rest
        code = self._process.wait(PATIENCE_S)
        out = "".join(json.dumps(line) + "\n" for line in rest).encode()
        return Finished(code, out, self._process.stderr.read())

    def terminate(self) -> Finished:
        self._process.send_signal(signal.SIGTERM)
        return self.ended()
