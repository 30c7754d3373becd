"""The real app, and the simulator it talks to, as the tests run them."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Coroutine, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from screen_reader import Node, ScreenReader

from ringodesk_qt.simulator import Simulator, SimulatorConfig

PATIENCE_S = 20.0

# Qt logs that the bindings of AT-SPI ask for a method it does not have, or about a widget or a row that has gone since:
# that tells nothing about the app.
ASKED_BY_US = (
    r"^qt\.accessibility\.atspi: (.* does not implement \"GetApplicationBusAddress\"|Could not find accessible on path)"
    r"|^QAccessibleList::child: Invalid index"
)

T = TypeVar("T")


class WindowProcess:
    """A command that opens the app's window on a desktop. `stop` sees that it ended well and said nothing."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], reader: ScreenReader, logs: Path) -> None:
        self._reader = reader
        self._stderr = logs / "app.stderr"
        self._stdout = logs / "app.stdout"
        with self._stdout.open("wb") as out, self._stderr.open("wb") as err:
            self._child = subprocess.Popen(
                ["setpriv", "--pdeathsig", "TERM", *command], env=dict(env), stdout=out, stderr=err
            )

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._child.pid

    @property
    def stderr(self) -> str:
        """What it has said on standard error."""
        return self._stderr.read_text(encoding="utf-8", errors="replace")

    @property
    def stdout(self) -> str:
        """What it has said on standard output."""
        return self._stdout.read_text(encoding="utf-8", errors="replace")

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._child.poll() is None

    def wait_window(self, timeout_s: float = PATIENCE_S) -> Node:
        """Its main window, once that is on the screen. Raises AssertionError with what the app said."""
        end = time.monotonic() + timeout_s
        while True:
            for role in ("frame", "window"):
                for node in self._reader.find_all(role, pid=self.pid):
                    if "showing" in node.states:
                        return node
            assert self.is_running, f"the app ended with {self._child.returncode}:\n{self.stderr}"
            assert time.monotonic() < end, f"no window in {timeout_s} s:\n{self.stderr}"
            time.sleep(0.05)

    def wait_receiving(self) -> Node:
        """Its main window, once it can be used, is in the tray if there is one, and receives."""
        window = self.wait_window()
        is_on = re.compile(r"Receiving: (?!off)")
        self._reader.wait_for(lambda lamp: is_on.match(lamp.name) is not None, "push button", within=window)
        return window

    def wait_end(self, timeout_s: float = PATIENCE_S) -> int:
        """Its exit code, once it has ended by itself. Raises TimeoutExpired."""
        return self._child.wait(timeout_s)

    def kill(self) -> None:
        """Ends it as a power cut does; nothing is asserted about how it took it."""
        self._child.kill()
        self._child.wait(PATIENCE_S)

    def stop(self, *, meant: str = r"(?!)", ends_with: int = 0) -> None:
        """SIGTERM, unless it has ended, then: its exit code, and nothing said but lines that `meant` finds."""
        if self.is_running:
            self._child.send_signal(signal.SIGTERM)
        try:
            code = self._child.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"the app did not end in {PATIENCE_S} s:\n{self.stderr}") from None
        if code == -signal.SIGKILL:
            return
        lines = self.stderr.splitlines()
        unmeant = [line for line in lines if not re.search(meant, line) and not re.search(ASKED_BY_US, line)]
        assert code == ends_with, f"the app ended with {code}:\n{self.stderr}"
        assert unmeant == [], "the app complained:\n" + "\n".join(unmeant)


class AppProcess(WindowProcess):
    """`python -m ringodesk_qt.app --home HOME …` on a desktop."""

    def __init__(
        self, env: Mapping[str, str], home: Path, reader: ScreenReader, logs: Path, arguments: Sequence[str] = ()
    ) -> None:
        self.home = home
        command = [sys.executable, "-m", "ringodesk_qt.app", "--home", str(home), *arguments]
        super().__init__(command, env, reader, logs)


class RunningSimulator:
    """A simulator on a thread and a loop of its own. ::

    running.run(running.simulator.say("501", "Hello", to="2075550100"))
    """

    def __init__(self, config: SimulatorConfig) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="simulator", daemon=True)
        self._thread.start()
        self.simulator = Simulator(config)
        self.key = config.api_key
        self.run(self.simulator.start())

    def run(self, work: Coroutine[Any, Any, T], timeout_s: float = PATIENCE_S) -> T:
        """Runs a coroutine of the simulator's on its loop, and waits for it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout_s)

    def stop(self) -> None:
        """Ends it, and its thread."""
        try:
            self.run(self.simulator.stop())
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(PATIENCE_S)
            self._loop.close()


def set_up_account(env: Mapping[str, str], home: Path, running: RunningSimulator, *more: str, number: str) -> None:
    """What a user does at the first start, by the command line; the key ends up in the desktop's own key store."""
    where = ["--home", str(home), "--org", running.simulator.orgid, "--api-url", running.simulator.api_url]
    command = [sys.executable, "-m", "ringodesk_qt.cli", "setup", *where, "--number", number, *more]
    ran = subprocess.run(
        command, env=dict(env), input=f"{running.key}\n", capture_output=True, text=True, timeout=40, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def change_settings(home: Path, **changed: object) -> None:
    """Writes what has changed into the settings of a home, in one piece: a program that runs on it takes it over."""
    place = home / "settings.json"
    anew = place.with_suffix(".anew")
    anew.write_text(json.dumps(json.loads(place.read_text(encoding="utf-8")) | changed), encoding="utf-8")
    anew.replace(place)


def webhook_url(home: Path) -> str:
    """Where the app with this home receives notifications on this machine, as its settings have it."""
    settings = json.loads((home / "settings.json").read_bytes())
    return f"http://127.0.0.1:{settings['receiver_port']}/hook/{settings['receiver_path']}"
