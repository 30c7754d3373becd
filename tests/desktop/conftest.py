"""The desktop's fixtures. Everything runs in child processes on a private desktop; this process draws nothing.

desktop                  the desktop, for the whole session: `.env`, `.screenshot(path)`, `.pixels()`; tray host, dunst
desktop_without_tray     another one, with neither tray host nor notice server
screen_reader            finds, reads and presses by role and name: `find("push button", "Send").press()`
app                      `app(home=…, env=…, arguments=…)` starts the real app; `.wait_window()`; at the end of the test
                         it must leave cleanly and have said nothing on standard error
simulator                `simulator()` is one that has forgotten all that was before: `.simulator`, `.run(coroutine)`;
                         `simulator(people=…, …)` starts another
account                  `account(running)`: a home set up against a simulator, its key in the desktop's key store, on a
                         port of its own: `programs.webhook_url(home)` is where it receives
notices                  a notice server of the test's own in dunst's place: `.wait_for`, `.invoke`, `.reply`, `.close`;
                         `@pytest.mark.parametrize("capabilities", [("body",)])` gives it others
tray_host                a StatusNotifier tray on `desktop_without_tray`: `.wait_for_icon()`, and of an icon
                         `.labels()`, `.choose(label)`, `.activate()`
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # tests are imported by path, so these must be found by name
sys.path.insert(0, str(Path(__file__).parents[1] / "fake_ngrok"))
sys.path.insert(0, str(Path(__file__).parents[1] / "canaries"))

from desktop import Desktop
from notice_recorder import CAPABILITIES, NoticeRecorder
from ports import free_port
from programs import AppProcess, RunningSimulator, change_settings, set_up_account
from screen_reader import ScreenReader
from tray_host import TrayHost

from ringodesk_qt.simulator import SimulatorConfig

NUMBER = "2075550100"
KEY = "demo-key"
PACE = 100
"""Requests a second: at the usual two most of a test would be waiting for turns."""
SIMULATED: dict[str, Any] = {"api_key": KEY, "has_tempers": False, "pace": 0.05}


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    with Desktop() as running:
        yield running


@pytest.fixture(scope="session")
def desktop_without_tray() -> Iterator[Desktop]:
    with Desktop(has_tray=False, has_notices=False) as running:
        yield running


@pytest.fixture(scope="session")
def screen_reader(desktop: Desktop) -> Iterator[ScreenReader]:
    with ScreenReader(desktop.env) as reader:
        yield reader


@pytest.fixture
def capabilities() -> tuple[str, ...]:
    return CAPABILITIES


@pytest.fixture
def notices(desktop: Desktop, capabilities: tuple[str, ...]) -> Iterator[NoticeRecorder]:
    with desktop.without_notice_server(), NoticeRecorder(desktop.bus_address, capabilities) as recorder:
        yield recorder


@pytest.fixture
def tray_host(desktop_without_tray: Desktop) -> Iterator[TrayHost]:
    with TrayHost(desktop_without_tray.bus_address) as host:
        yield host


@pytest.fixture
def app(
    desktop: Desktop, screen_reader: ScreenReader, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., AppProcess]]:
    started: list[AppProcess] = []

    def start(
        *, home: Path | None = None, env: Mapping[str, str] | None = None, arguments: Sequence[str] = ()
    ) -> AppProcess:
        logs = tmp_path_factory.mktemp("app")
        process = AppProcess({**desktop.env, **(env or {})}, home or logs / "home", screen_reader, logs, arguments)
        started.append(process)
        return process

    yield start
    for process in reversed(started):
        process.stop()


@pytest.fixture(scope="session")
def common_simulator() -> Iterator[RunningSimulator]:
    running = RunningSimulator(SimulatorConfig(**SIMULATED))
    yield running
    running.stop()


@pytest.fixture
def simulator(common_simulator: RunningSimulator) -> Iterator[Callable[..., RunningSimulator]]:
    started: list[RunningSimulator] = []

    def start(**settings: Any) -> RunningSimulator:
        if settings:
            started.append(RunningSimulator(SimulatorConfig(**SIMULATED | settings)))
            return started[-1]
        common_simulator.simulator.set_webhook("")
        common_simulator.simulator.rotate_key(KEY)
        common_simulator.run(common_simulator.simulator.reset())
        return common_simulator

    yield start
    for running in reversed(started):
        running.stop()


@pytest.fixture(scope="session")
def common_home(desktop: Desktop, common_simulator: RunningSimulator, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What setting up leaves of an account of the common simulator; it is copied, never used."""
    home = tmp_path_factory.mktemp("common") / "home"
    set_up_account(desktop.env, home, common_simulator, number=NUMBER)
    return home


@pytest.fixture
def account(
    desktop: Desktop, common_simulator: RunningSimulator, common_home: Path, tmp_path: Path
) -> Callable[..., Path]:
    """The home's path. `more` are options of `ringodesk-cli setup`."""

    def make(running: RunningSimulator, *more: str, number: str = NUMBER) -> Path:
        home = tmp_path / "account-home"
        if running is common_simulator and not more and number == NUMBER:
            shutil.copytree(common_home, home)
        else:
            set_up_account(desktop.env, home, running, *more, number=number)
        change_settings(home, receiver_port=free_port(), requests_per_second=PACE)
        return home

    return make
