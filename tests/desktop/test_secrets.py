"""The key, the token, what was written and who wrote it, searched for wherever the window leaves something: on disk,
in its log, in what it says, in what its children can see, in what a screen reader and the clipboard are told; with
everything turned on that talks, everything failing, and a crash at the end."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest
from canaries import (
    EXTENSION,
    FILE_NAME,
    KEY,
    NAME,
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
from desktop import descendants
from fake_ngrok import FakeNgrok
from programs import AppProcess, change_settings, set_up_account
from sabotage import Sabotage, post_what_is_wrong

FORGET = """
import asyncio, sys
from ringodesk_qt.vault import KeyringVault
for name in sys.argv[1:]:
    asyncio.run(KeyringVault().forget_secret(name))
"""

CLIPBOARD = """
import sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
app = QApplication([])
print(repr(QGuiApplication.clipboard().text()))
"""


@contextlib.contextmanager
def umask(mask):
    former = os.umask(mask)
    try:
        yield
    finally:
        os.umask(former)


class Place:
    """An account with ngrok, set up; everything the program may write to is below `searched`."""

    def __init__(self, folder, desktop, running):
        self.searched, self.desktop, self.running = folder / "searched", desktop, running
        self.home, self.logs = self.searched / "home", self.searched / "said"
        self.bundle = self.searched / "help.zip"
        self.sabotage, self.ngrok = Sabotage(folder / "sabotage"), FakeNgrok(folder / "bin")
        temporary = self.searched / "tmp"
        for one in (self.logs, temporary):
            one.mkdir(mode=0o700, parents=True)
        self.env = {**desktop.env, "TMPDIR": str(temporary)}
        self.secret_name = f"{running.simulator.api_url}#{running.simulator.orgid}"

    def set_up(self):
        env = {**self.env, "NGROK_AUTHTOKEN": TOKEN}
        with umask(0):
            set_up_account(env, self.home, self.running, "--tunnel", "ngrok", number=NUMBER)
        change_settings(self.home, ngrok_path=str(self.ngrok.path), requests_per_second=1000)

    def forget(self):
        command = [sys.executable, "-c", FORGET, self.secret_name, "ngrok"]
        subprocess.run(command, env=self.env, check=True, timeout=30)

    def start(self, reader):
        # The token as a user of a machine without key store gives it: no child may inherit it.
        env = {**self.env, **self.sabotage.env, "NGROK_AUTHTOKEN": TOKEN}
        with umask(0):
            return AppProcess(env, self.home, reader, self.logs, ["--verbose"])

    def url(self):
        path = json.loads((self.home / "settings.json").read_text())["receiver_path"]
        return f"{self.ngrok.edge_url}/hook/{path}"

    def diagnose(self):
        command = [sys.executable, "-m", "ringodesk_qt.cli", "diagnostics", "--home", str(self.home), str(self.bundle)]
        with umask(0):
            ran = subprocess.run(command, env=self.env, capture_output=True, timeout=40, check=True)
        (self.logs / "diagnostics").write_bytes(ran.stdout + ran.stderr)


@pytest.fixture
def place(tmp_path, desktop, simulator):
    made = Place(tmp_path, desktop, simulator(api_key=KEY, people=PEOPLE, webhook_retry_s=0.01))
    made.set_up()
    yield made
    made.forget()


class Window:
    def __init__(self, process, reader, desktop):
        self.process, self.reader, self.desktop = process, reader, desktop
        self.window = process.wait_window()

    def wait_lamp(self, words):
        found = re.compile(words)
        self.reader.wait_for(lambda lamp: found.match(lamp.name) is not None, "push button", within=self.window)

    def row(self, of, *words):
        rows = self.window.find("list", of)
        return self.reader.wait_for(lambda row: all(word in row.name for word in words), "list item", within=rows)

    def send(self, words):
        self.row("Chats", NAME).select()
        composer = self.reader.wait_for(lambda one: one.is_("showing"), "text", "Message", within=self.window)
        composer.set_text(words)
        self.reader.wait_for(lambda one: one.is_("enabled"), "push button", "Send", within=self.window).press()
        return composer

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", *keys], env=self.desktop.env, check=True, timeout=10)

    def all_that_is_told(self):
        """Every name, description and text of the window's, as a screen reader gets them."""
        told = []
        for node in self.reader.find_all(pid=self.process.pid):
            told += [node.name, node.description]
            if node.role in ("text", "password text", "label"):
                with contextlib.suppress(AssertionError):  # some are no text after all
                    told.append(node.text)
        return "\n".join(told).encode()

    def clipboard(self):
        ran = subprocess.run(
            [sys.executable, "-c", CLIPBOARD], env=self.desktop.env, capture_output=True, timeout=20, check=True
        )
        return ran.stdout


def talk_both_ways(place, window):
    run, sim = place.running.run, place.running.simulator
    first = run(sim.say(EXTENSION, text("said"), to=NUMBER))
    composer = window.send(text("sent"))
    window.row("Messages", "sent: ")
    composer.set_text(text("a draft"))
    run(sim.edit(first, text("edited")))
    window.row("Messages", "edited: ")
    run(sim.type(EXTENSION, to=NUMBER))
    run(sim.send_file(EXTENSION, FILE_NAME, b"kanarivogel", to=NUMBER))
    window.row("Messages", FILE_NAME)
    run(sim.deliver(run(sim.wait_request("message")).messageid))
    run(sim.delete(first))
    run(sim.settled())


def type_in_secret(window, dialog, field, secret):
    """Nobody is told what was typed, by no way that text leaves a window."""
    line = dialog.find("password text", field)
    line.set_text(secret)
    assert len(line.text) == len(secret), "it was typed"
    assert found_in(window.all_that_is_told(), SECRETS) == []
    line.focus()
    window.keys("ctrl+a", "ctrl+c", "ctrl+Insert")
    assert found_in(window.clipboard(), SECRETS) == []


def test_a_key_that_is_typed_is_told_to_nobody(place, screen_reader, desktop):
    process = AppProcess(place.env, place.searched / "another-home", screen_reader, place.logs)
    try:
        window = Window(process, screen_reader, desktop)
        dialog = screen_reader.find("dialog", pid=process.pid)
        dialog.find("check box", "Advanced").press()
        dialog.find("text", "API URL").set_text(place.running.simulator.api_url)
        type_in_secret(window, dialog, "API key", KEY)
        for heading in ("Organization", "Who you are"):
            dialog.find("push button", "Next").press()
            dialog.find("label", heading)
        dialog.find("text", "Number or sender id").set_text(NUMBER)
        dialog.find("push button", "Next").press()
        dialog.find("combo box", "Send only").press()
        window.keys("Down", "Return")  # to ngrok
        type_in_secret(window, dialog, "ngrok token", TOKEN)
    finally:
        process.stop()
    assert leaks(files_below(place.searched), SECRETS) == {}


@pytest.mark.timeout(150)
def test_what_must_not_be_told_is_found_nowhere(place, screen_reader, desktop):
    process = place.start(screen_reader)
    try:
        window = Window(process, screen_reader, desktop)
        window.wait_lamp("Receiving: waiting for the first")
        place.running.simulator.set_webhook(place.url())
        talk_both_ways(place, window)
        post_what_is_wrong(place.url())
        place.sabotage.fail()
        place.running.run(place.running.simulator.say(EXTENSION, "sabotaged " + text("said"), to=NUMBER))
        window.send("sabotaged " + text("sent"))
        window.row("Messages", "sabotaged sent: ")
        time.sleep(0.5)
        assert found_in(window.all_that_is_told(), SECRETS) == []
        children = descendants(process.pid)
        assert len(children) >= 2, "the agent, and the saboteur's child in place of what opens a file"
        for one in children:
            assert found_in(told_by_system(one), (*SECRETS, *WORDS)) == []
        assert place.ngrok.starts[-1]["pid"] in children
        config = place.home / "tunnel" / "agent.yml"
        assert leaks(files_below(place.searched, desktop.folder), SECRETS).keys() == {str(config)}
        assert open_to_others(place.home) == {}
        with place.sabotage.abort():
            assert process.wait_end() == -signal.SIGABRT
    finally:
        if process.is_running:
            process.kill()
    assert "Fatal Python error: Aborted" in (place.home / "crash.txt").read_text()
    place.diagnose()
    config.unlink(missing_ok=True)
    log = (place.home / "ringodesk.log").read_text()
    assert "ringodesk_qt.crash: a mistake in Ringodesk" in log
    assert "failed in a way nobody foresaw" in log
    assert leaks(files_below(place.searched, desktop.folder), SECRETS) == {}
    kept = {path for path in files_below(place.home) if path.name.startswith("ringodesk.db")}
    assert leaks(kept, WORDS), "the history is there"
    files = set(files_below(place.home / "files"))
    app_data = set(files_below(place.searched, desktop.folder / "home"))
    assert leaks(app_data - kept - files, WORDS) == {}
    assert open_to_others(place.home) == {}
    assert oct(place.bundle.stat().st_mode)[-3:] == "600"
