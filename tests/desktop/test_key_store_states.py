"""The window over every kind of key store: it shows the history and stays alive, says what is the matter, keeps what
is sent, and goes on when the key can be had again. The locked and the absent one are gnome-keyring's own."""

from __future__ import annotations

import contextlib
import json
import re
import secrets
import shutil
import subprocess
import sys
import time
from pathlib import Path

import apsw
import pytest
from canaries import open_to_others
from programs import AppProcess, RunningSimulator
from screen_reader import NotThereError
from session import BUS_CONFIG, PASSWORD

from ringodesk_qt.simulator import SimulatorConfig

HERE = Path(__file__).parent
KEY, NUMBER, LENA = "the-key-that-is-right", "2075550100", "501"
PATIENCE_S = 30.0
OLD, NEW = "An old message", "Kept until then"
WAITING = ("queued", "sending")

SAVE = """
import asyncio, sys
from ringodesk_qt.vault import KeyringVault
asyncio.run(KeyringVault().save_secret(sys.argv[1], sys.stdin.read()))
"""


class Room:
    """A home with a history, a bus of its own, and a key store that the test has in its hands."""

    def __init__(self, folder, desktop, running, template, reader):
        self.home, self.folder, self.running, self.reader = folder / "home", folder, running, reader
        shutil.copytree(template, self.home)
        self.name = f"{running.simulator.api_url}#{running.simulator.orgid}"
        self.script = folder / "script.json"
        self.env = {
            **desktop.env,
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_DATA_HOME": str(folder / "data"),
            "AT_SPI_BUS_ADDRESS": _accessibility_bus(desktop.env),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder / 'bus'}",
            "RINGODESK_TEST_KEY_STORE": str(self.script),
            "PYTHONPATH": str(HERE / "key_stores"),
        }
        (folder / "run").mkdir(mode=0o700)
        (folder / "data").mkdir(mode=0o700)
        (folder / "bus.conf").write_text(BUS_CONFIG.format(path=folder / "bus"))
        self._started = {}
        self._apps = []
        self._start("bus", ["dbus-daemon", "--nofork", "--nopidfile", f"--config-file={folder / 'bus.conf'}"])
        self.wait((folder / "bus").exists)
        self.history = self._rows()

    # ------------------------------------------------------------ processes

    def _start(self, name, command, typed=b""):
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *command],
            env=self.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        process.stdin.write(typed)
        process.stdin.close()
        self._started[name] = process

    def end(self, name):
        process = self._started.pop(name)
        process.kill()
        process.wait(PATIENCE_S)

    def close(self):
        for process in self._apps:
            process.stop()
        assert open_to_others(self.home) == {}
        for name in list(self._started):
            self.end(name)

    def start_app(self, **more):
        logs = self.folder / f"said-{secrets.token_hex(4)}"
        logs.mkdir()
        self.app = AppProcess({**self.env, **more}, self.home, self.reader, logs)
        self._apps.append(self.app)
        self.window = self.app.wait_window()

    # ------------------------------------------------------------ key stores

    def unlock(self):
        """gnome-keyring, unlocked. Whatever runs is ended first."""
        self.leave()
        command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        self._start("keyring", command, PASSWORD)
        self.wait(self._has_key_store)

    def lock(self):
        """gnome-keyring, as it is before anybody has typed the password."""
        self.leave()
        self._start("keyring", ["gnome-keyring-daemon", "--foreground", "--components=secrets"])
        self.wait(self._has_key_store)

    def leave(self):
        """No key store."""
        if "keyring" in self._started:
            self.end("keyring")
            self.wait(lambda: not self._has_key_store())

    def _has_key_store(self):
        call = ["dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/"]
        ask = [*call, "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]
        answer = subprocess.run(ask, env=self.env, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
        return answer.stdout.split() == ["boolean", "true"]

    def save(self, key):
        """What another process does that has a new key."""
        command = [sys.executable, "-c", SAVE, self.name]
        subprocess.run(command, env=self.env, input=key, text=True, check=True, timeout=PATIENCE_S)

    def tell(self, does):
        """Has the scripted key store do something else; its key is the right one."""
        partial = self.script.with_suffix(".part")
        partial.write_text(json.dumps({"does": does, "kept": {f"ringodesk/{self.name}": KEY}}))
        partial.replace(self.script)

    # ------------------------------------------------------------ what is seen

    def _ask(self, sql, *values):
        connection = apsw.Connection(str(self.home / "ringodesk.db"), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def _rows(self):
        return self._ask("SELECT id, text, state, at, position FROM message WHERE text = ?", OLD)

    def state(self, text=NEW):
        return next((row[0] for row in self._ask("SELECT state FROM message WHERE text = ?", text)), "")

    def wait(self, is_so):
        end = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < end, "it did not come"
            time.sleep(0.02)

    def has_repair(self, words):
        return any(re.search(words, one.name) for one in self.reader.find_all("label", pid=self.app.pid))

    def wait_repair(self, words):
        self.wait(lambda: self.has_repair(words))

    def open_chat(self):
        rows = self.window.find("list", "Chats")
        for _try in range(5):  # the row may be replaced between its being found and its being chosen
            with contextlib.suppress(NotThereError):
                rows.find("list item").select()
                break
        self.reader.wait_for(lambda row: OLD in row.name, "list item", within=self.window.find("list", "Messages"))

    def send(self):
        composer = self.reader.wait_for(lambda one: one.is_("showing"), "text", "Message", within=self.window)
        composer.set_text(NEW)
        self.reader.wait_for(lambda one: one.is_("enabled"), "push button", "Send", within=self.window).press()
        self.wait(self.state)

    def check_alive(self):
        """The window, asked on its main thread, answers though the key store does not."""
        assert self.window.look().role

    def check_waits(self, words):
        """The state of things while the key cannot be had."""
        self.open_chat()
        self.wait_repair(words)
        self.send()
        self.check_alive()
        assert self.state() in WAITING
        assert self._rows() == self.history

    def check_goes_on(self):
        """Without another start."""
        self.wait(lambda: self.state() in ("sent", "delivered", "read"))
        self.wait(lambda: not self.has_repair(r"key store|API key"))
        received = [one for one in self.running.simulator.requests if one.params.get("content") == NEW]
        assert len(received) == 1
        assert self._rows() == self.history


def _accessibility_bus(env):
    call = ["dbus-send", "--session", "--print-reply=literal", "--dest=org.a11y.Bus", "/org/a11y/bus"]
    told = subprocess.run([*call, "org.a11y.Bus.GetAddress"], env=env, capture_output=True, text=True, check=True)
    return told.stdout.strip()


@pytest.fixture(scope="module")
def running():
    made = RunningSimulator(SimulatorConfig(api_key=KEY, has_tempers=False))
    yield made
    made.stop()


@pytest.fixture(scope="module")
def template(running, tmp_path_factory, desktop):
    """A home with an account and a history; its key was given for the process."""
    home = tmp_path_factory.mktemp("template") / "home"
    cli = [sys.executable, "-m", "ringodesk_qt.cli"]
    env = {**desktop.env, "RINGODESK_API_KEY": KEY, "RINGODESK_HOME": str(home)}
    simulator = running.simulator
    setup = ["setup", "--org", simulator.orgid, "--number", NUMBER, "--api-url", simulator.api_url]
    for arguments in (setup, ["send", LENA, OLD]):
        subprocess.run([*cli, *arguments], env=env, check=True, capture_output=True, timeout=PATIENCE_S)
    return home


@pytest.fixture
def room(tmp_path, desktop, running, template, screen_reader):
    running.run(running.simulator.reset())
    running.simulator.rotate_key(KEY)
    made = Room(tmp_path, desktop, running, template, screen_reader)
    yield made
    made.close()


SCRIPTED = {"PYTHON_KEYRING_BACKEND": "scripted_key_stores.ScriptedKeyring"}


@pytest.mark.soak  # the other tests of the window are over a key store that is in order
def test_ok(room):
    room.unlock()
    room.save(KEY)
    room.start_app()
    room.open_chat()
    room.send()
    room.check_goes_on()


def test_locked(room):
    room.unlock()
    room.save(KEY)
    room.lock()
    room.start_app()
    room.check_waits(r"key store is locked\. Unlock it|key store could not be opened")
    room.unlock()
    room.check_goes_on()


def test_absent(room):
    room.unlock()
    room.save(KEY)
    room.leave()
    room.start_app()
    room.check_waits("There is no key store to keep the key in")
    room.unlock()
    room.check_goes_on()


def test_refused(room):
    room.tell("refuse")
    room.start_app(**SCRIPTED)
    room.check_waits(r"The key store refused")
    room.tell("")
    room.check_goes_on()


@pytest.mark.parametrize(
    ("backend", "words"),
    [
        pytest.param(
            "keyring.backends.null.Keyring", "There is no key store to keep the key in", marks=pytest.mark.soak
        ),
        ("scripted_key_stores.PlaintextKeyring", "writes keys to a readable file, so it is not used"),
    ],
    ids=["null", "plaintext"],
)
def test_one_that_is_never_used(room, backend, words):
    room.tell("")
    room.start_app(PYTHON_KEYRING_BACKEND=backend)
    room.check_waits(words)
    room.app.stop()
    assert room.state() == "queued"
    room.start_app(**SCRIPTED)
    room.check_goes_on()


@pytest.mark.parametrize("does", ["wait", pytest.param("sleep 30", marks=[pytest.mark.soak, pytest.mark.timeout(150)])])
def test_slow(room, does):
    room.tell(does)
    room.start_app(**SCRIPTED)
    room.open_chat()
    room.send()
    room.wait_repair("The key store has not answered yet")
    room.check_alive()
    assert room._rows() == room.history
    if does == "wait":
        room.tell("")
    room.check_goes_on()


def test_changed_since(room):
    room.unlock()
    room.save(KEY)
    room.start_app()
    room.open_chat()
    room.running.simulator.rotate_key("a-rotated-key")
    room.send()
    room.wait_repair("does not accept the API key")
    room.check_alive()
    assert room.state() in WAITING
    room.save("a-rotated-key")
    room.check_goes_on()
