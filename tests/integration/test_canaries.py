"""The key, the token, what was written and who wrote it, searched for wherever a process of the command line leaves
something: with everything turned on that talks, everything failing, and a crash at the end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from canaries import (
    EXTENSION,
    FILE_NAME,
    KEY,
    NUMBER,
    PEOPLE,
    SECRETS,
    TOKEN,
    WORDS,
    files_below,
    found_in,
    leaks,
    open_to_others,
    text,
    told_by_system,
)
from cli_process import Cli, Finished, Running
from fake_ngrok import FakeNgrok
from file_keyring import PLACE
from sabotage import Sabotage, post_what_is_wrong

from ringodesk_qt.simulator import Simulator, SimulatorConfig

HERE = Path(__file__).parent


class Place:
    """Everything a process may write to is below `searched`; what the test itself keeps lies beside it."""

    def __init__(self, folder: Path, umask: int):
        self.searched, self.umask = folder / "searched", umask
        self.home = self.searched / "home"
        self.sabotage = Sabotage(folder / "sabotage")
        self.ngrok = FakeNgrok(folder / "bin")
        self.key_store = folder / "keys.json"
        places = {name: self.searched / name for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        for one in places.values():
            one.mkdir(mode=0o700, parents=True)
        self.env = {
            **{name: str(one) for name, one in places.items()},
            **self.sabotage.env,
            "PYTHONPATH": os.pathsep.join([self.sabotage.env["PYTHONPATH"], str(HERE)]),
            "PYTHON_KEYRING_BACKEND": "file_keyring.FileKeyring",
            PLACE: str(self.key_store),
        }
        self.log = self.searched / "stderr.log"

    def cli(self, **more: str) -> MaskedCli:
        return MaskedCli(self, {**self.env, **more})

    def descendants(self, pid: int) -> list[int]:
        lists = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
        return [one for child in map(int, " ".join(lists).split()) for one in (child, *self.descendants(child))]


class MaskedCli(Cli):
    """Runs verbs under a umask, and keeps what they say on standard error."""

    def __init__(self, place: Place, env: dict[str, str]):
        super().__init__(place.home, key=None, env=env)
        self._place = place

    def start(self, *arguments):
        """What it says on standard error is appended to a file: a pipe that nobody empties holds it up."""
        command = [sys.executable, "-m", "ringodesk_qt.cli", *arguments]
        pipe = subprocess.PIPE
        with self._place.log.open("ab") as err:
            process = subprocess.Popen(
                command, env=self._env, stdin=pipe, stdout=pipe, stderr=err, umask=self._place.umask
            )
        process.stderr = self._place.log.open("rb")
        return process

    def run(self, *arguments, typed=b""):
        """What it says may be of the saboteur's failures."""
        with self.start(*arguments) as process:
            process.stdin.write(typed)
            process.stdin.close()
            out = process.stdout.read()
        return Finished(process.returncode, out, b"")


@pytest.fixture
def sim(simulator):
    """One with people of its own, on the thread of the other; and what runs its coroutines."""
    config = SimulatorConfig(api_key=KEY, people=PEOPLE, has_tempers=False, webhook_retry_s=0.01)
    made = Simulator(config)
    simulator.run(made.start())
    yield made
    simulator.run(made.stop())


def set_up(place: Place, sim: Simulator) -> None:
    cli = place.cli(NGROK_AUTHTOKEN=TOKEN)
    arguments = ["setup", "--org", sim.orgid, "--number", NUMBER, "--api-url", sim.api_url, "--tunnel", "ngrok"]
    finished = cli.json(*arguments, typed=KEY.encode() + b"\n")
    assert finished.code == 0, finished
    settings = place.home / "settings.json"
    more = {"ngrok_path": str(place.ngrok.path), "requests_per_second": 1000}
    settings.write_text(json.dumps(json.loads(settings.read_text()) | more))


def talk_both_ways(place: Place, run, sim: Simulator, listening: Running) -> None:
    """Text, file, link, call, edit, deletion, receipts, typing, each way; then what is wrong."""
    cli = place.cli()
    first = run(sim.say(EXTENSION, text("said"), to=NUMBER))
    listening.wait_event("message", messageid=first)
    run(sim.edit(first, text("edited")))
    run(sim.type(EXTENSION, to=NUMBER))
    run(sim.send_file(EXTENSION, FILE_NAME, b"kanarivogel", to=NUMBER))
    sent = cli.done("send", EXTENSION, text("sent"))
    run(sim.deliver(sent["messageid"]))
    cli.done("edit", str(sent["id"]), text("sent and edited"))
    cli.done("send-file", EXTENSION, str(_file(place.searched.parent)))
    cli.done("send-link", EXTENSION, "https://example.com/kanarivogel/stieglitz.png")
    cli.done("typing", EXTENSION)
    cli.done("delete", str(sent["id"]))
    run(sim.delete(first))
    run(sim.settled())


def _file(folder: Path) -> Path:
    path = folder / FILE_NAME
    path.write_text("kanarivogel")
    return path


@pytest.mark.timeout(150)
@pytest.mark.parametrize(
    "umask",
    [0o000, pytest.param(0o077, marks=pytest.mark.soak), pytest.param(0o277, marks=pytest.mark.soak)],
    ids=["umask 000", "umask 077", "umask 277"],
)
def test_what_must_not_be_told_is_found_nowhere(tmp_path, sim, simulator, umask):
    place = Place(tmp_path, umask)
    set_up(place, sim)
    with Running(place.cli(), "listen", "--verbose") as listening:
        listening.wait_event("listening")
        path = json.loads((place.home / "settings.json").read_text())["receiver_path"]
        url = f"{place.ngrok.edge_url}/hook/{path}"
        sim.set_webhook(url)
        talk_both_ways(place, simulator.run, sim, listening)
        assert 200 not in post_what_is_wrong(url)[:2]
        place.sabotage.fail()
        simulator.run(sim.say(EXTENSION, "sabotaged " + text("said"), to=NUMBER))
        place.cli().json("send", EXTENSION, "sabotaged " + text("sent"))
        time.sleep(0.5)

        page = place.searched.parent / "history.html"
        assert place.cli().json("export", EXTENSION, "-o", str(page)).code == 0
        assert oct(page.stat().st_mode)[-3:] == "600", "what is taken out holds messages"
        pid = listening._process.pid
        children = place.descendants(pid)
        assert place.ngrok.starts[-1]["pid"] in children
        for one in (pid, *children):
            assert found_in(told_by_system(one), (*SECRETS, *WORDS)) == []
        config = place.home / "tunnel" / "agent.yml"
        assert open_to_others(place.home) == {}
        assert leaks(files_below(place.searched), SECRETS) == {str(config): leaks([config], [TOKEN])[str(config)]}
        with place.sabotage.abort():
            assert listening._process.wait(30) == -signal.SIGABRT

    bundle = place.searched / "help.zip"
    finished = place.cli().json("diagnostics", str(bundle))
    assert finished.code == 0, finished
    (place.searched / "said.txt").write_text(finished.out)
    assert "Traceback" in place.log.read_text(), "the failures were told"
    assert "ringodesk_qt.crash" in place.log.read_text()
    config.unlink(missing_ok=True)
    assert leaks(files_below(place.searched), SECRETS) == {}
    kept = {path for path in files_below(place.home) if path.name.startswith("ringodesk.db")}
    assert set(leaks(kept, WORDS)), "the history is there"
    files = set(files_below(place.home / "files"))
    assert leaks(set(files_below(place.searched)) - kept - files, WORDS) == {}
    assert open_to_others(place.home) == {}
    assert oct(bundle.stat().st_mode)[-3:] == "600"
