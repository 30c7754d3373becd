"""What the tests of the command line stand on.

simulator       one simulator for all of them, on a thread of this process: `.simulator`, `.run(coroutine)`; nobody in
                it does anything unless told to; faults and webhook are taken back after each test
set_up          what `setup --org` printed, once, and the home it left
cli             `ringodesk-cli` on a copy of that home; at the end the key is searched for in all that was written
scripted_api    a server that answers what it is told to; `scripted_cli` is set up against it
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import threading
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # tests are imported by path, so these must be found by name
sys.path.insert(0, str(Path(__file__).parents[1] / "fake_ngrok"))
sys.path.insert(0, str(Path(__file__).parents[1] / "canaries"))

from cli_process import KEY, NUMBER, PATIENCE_S, Cli
from scripted_api import ORGID, ScriptedApi

from ringodesk_qt.simulator import Simulator, SimulatorConfig


class RunningSimulator:
    """A simulator on a thread of its own."""

    def __init__(self):
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="simulator", daemon=True)
        self._thread.start()
        self.simulator = Simulator(SimulatorConfig(api_key=KEY, has_tempers=False, webhook_retry_s=0.01))
        self.run(self.simulator.start())

    def run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(PATIENCE_S)

    def reset(self):
        self.simulator.set_webhook(None)
        self._loop.call_soon_threadsafe(self.simulator.faults.clear)

    def close(self):
        self.run(self.simulator.stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@pytest.fixture(scope="session")
def _simulator():
    running = RunningSimulator()
    yield running
    running.close()


@pytest.fixture
def simulator(_simulator):
    yield _simulator
    _simulator.reset()


def _hurry(home):
    """The server of the tests is our own: no courtesy is owed to it."""
    place = home / "settings.json"
    place.write_text(json.dumps(json.loads(place.read_text()) | {"requests_per_second": 1000}))


@pytest.fixture(scope="session")
def set_up(_simulator, tmp_path_factory):
    cli = Cli(tmp_path_factory.mktemp("set-up") / "home")
    simulator = _simulator.simulator
    finished = cli.json("setup", "--org", simulator.orgid, "--number", NUMBER, "--api-url", simulator.api_url)
    assert finished.code == 0, finished
    _hurry(cli.home)
    return finished, cli.home


@pytest.fixture
def fresh_home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def cli(simulator, set_up, fresh_home):
    shutil.copytree(set_up[1], fresh_home)
    cli = Cli(fresh_home)
    yield cli
    cli.check_no_key_is_written()


@pytest.fixture(scope="session")
def _scripted_set_up(tmp_path_factory):
    api = ScriptedApi()
    cli = Cli(tmp_path_factory.mktemp("scripted") / "home")
    finished = cli.json("setup", "--org", ORGID, "--number", NUMBER, "--api-url", api.url)
    assert finished.code == 0, finished
    _hurry(cli.home)
    yield api, cli.home
    api.close()


@pytest.fixture
def scripted_api(_scripted_set_up):
    api, _home = _scripted_set_up
    api.requests.clear()
    yield api
    api.answers.clear()
    api.date = ""


@pytest.fixture
def scripted_cli(scripted_api, _scripted_set_up, fresh_home):
    shutil.copytree(_scripted_set_up[1], fresh_home)
    cli = Cli(fresh_home)
    yield cli
    cli.check_no_key_is_written()
