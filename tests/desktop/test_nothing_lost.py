"""The real window is killed: what was typed is there again, and what may have arrived is the user's to decide."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import time

import pytest
from file_drag import dropped
from screen_reader import NotThereError

from ringodesk_qt.simulator import Fault

LENA, ELENI = "Lena Hoffmann", "Ελένη"
STEADY_S, PAUSE_S, PATIENCE_S = 3.0, 0.1, 20.0
LATE_S = 2.0
"""Half a second is what it takes; the rest is for a machine that has other tests to do."""


class Window:
    """The app on a home that outlives it, and what a user does in it."""

    def __init__(self, app, home, running, reader, desktop):
        self._app, self._home, self._reader, self._desktop = app, home, reader, desktop
        self.running = running
        self.start()

    def start(self):
        self.process = self._app(home=self._home)
        self.window = self.process.wait_window()

    def kill_and_start(self):
        """As a power cut does."""
        self.process.kill()
        self.start()

    def wait_for(self, fits, *what, **more):
        return self._reader.wait_for(fits, *what, pid=self.process.pid, **more)

    @property
    def composer(self):
        return self.wait_for(lambda one: one.is_("showing"), "text", "Message")

    def begin_chat(self, name):
        self.window.find("push button", "New chat").press()
        contacts = self._reader.find("list", "Contacts", pid=self.process.pid)
        for _try in range(5):
            row = self._reader.wait_for(lambda row: name in row.name, "list item", within=contacts)
            with contextlib.suppress(NotThereError):  # it was replaced, when the server had said who there is
                row.select()
                break
        self.wait_for(lambda one: one.is_("enabled"), "push button", "Start chat").press()
        self._reader.wait_until_gone("list", "Contacts", within=self.window)
        self.wait_for(lambda one: one.is_("showing") and name in one.name, "label")

    def open_chat(self, name):
        for _try in range(5):
            row = self.row("Chats", name)
            with contextlib.suppress(NotThereError):  # it was replaced in between
                row.select()
                break
        self.wait_for(lambda one: one.is_("showing") and name in one.name, "label")

    def row(self, of, *words):
        rows = self.window.find("list", of)
        return self._reader.wait_for(lambda row: all(word in row.name for word in words), "list item", within=rows)

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", *keys], env=self._desktop.env, check=True, timeout=10)

    def send(self, text):
        self.composer.set_text(text)
        self.wait_for(lambda one: one.is_("enabled"), "push button", "Send").press()

    def choose(self, *, from_below):
        """Opens the newest message's menu by the keyboard, menus being unknown to the reader, and chooses."""
        self.window.find("list", "Messages").focus()
        self.keys("End", "Menu", *["Up"] * from_below, "Return")

    def kept(self, question):
        """What the home's database holds."""
        with contextlib.closing(sqlite3.connect(f"file:{self._home}/ringodesk.db?mode=ro", uri=True)) as database:
            return database.execute(question).fetchall()


def until(condition):
    give_up_at = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < give_up_at, "it never came true"
        time.sleep(0.05)


@pytest.fixture
def window(app, account, simulator, screen_reader, desktop):
    running = simulator()
    return Window(app, account(running), running, screen_reader, desktop)


def test_a_draft_survives_a_kill_in_each_chat_typed_without_a_pause_or_not(window):
    window.begin_chat(LENA)
    window.composer.set_text("for Lena, two\nlines")
    window.begin_chat(ELENI)
    composer, typed, began_at = window.composer, [], time.monotonic()
    while time.monotonic() - began_at < STEADY_S:
        text = f"{'on and on ' * (len(typed) + 1)}"
        composer.set_text(text)
        typed.append((time.monotonic(), text))
        time.sleep(PAUSE_S)
    window.process.kill()
    killed_at = time.monotonic()
    window.start()
    window.open_chat(ELENI)
    kept = window.composer.text
    older = [text for at, text in typed if at <= killed_at - LATE_S]
    assert len(older) > 5, "it was typed for longer than that"
    assert len(kept) >= len(older[-1]), "what was older is there"
    window.open_chat(LENA)
    assert window.composer.text == "for Lena, two\nlines"


def test_an_edit_in_progress_survives_a_kill(window):
    window.begin_chat(LENA)
    window.send("The parcel is hear")
    window.row("Messages", "You", "The parcel is hear", "sent")
    window.composer.focus()
    window.keys("Up")
    until(lambda: window.composer.text == "The parcel is hear")
    window.composer.set_text("The parcel is here")
    until(lambda: window.kept("SELECT edited_text FROM draft") == [("The parcel is here",)])
    window.kill_and_start()
    window.open_chat(LENA)
    until(lambda: window.composer.text == "The parcel is here")
    window.composer.focus()
    window.keys("Return")
    window.row("Messages", "You", "The parcel is here")
    until(lambda: window.running.simulator.messages[0].content == "The parcel is here")
    until(lambda: window.composer.text == "")
    assert window.kept("SELECT edited_text FROM draft") == []


def test_attached_files_survive_a_kill_and_so_do_those_that_are_on_their_way(window, desktop, tmp_path):
    paths = [tmp_path / f"{name}.txt" for name in ("first", "second", "third")]
    for path in paths:
        path.write_text(path.name * 1000)
    window.begin_chat(LENA)
    window.composer.set_text("The papers")
    with dropped(desktop, paths, window.window.find("list", "Messages")):
        until(lambda: "third.txt" in str(window.kept("SELECT files FROM draft")))
    until(lambda: window.kept("SELECT draft FROM chat") == [("The papers",)])
    window.kill_and_start()
    window.open_chat(LENA)
    tray = window.wait_for(lambda one: len(one.children) == 3, "list", "Files to send")
    assert [row.name.split(",")[0] for row in tray.children] == [path.name for path in paths]
    assert window.composer.text == "The papers"

    window.running.simulator.faults.once(Fault.HANG_AT_REQUEST_BYTE, only="upload")
    window.wait_for(lambda one: one.is_("enabled"), "push button", "Send").press()
    window.row("Messages", "first.txt", "sending")
    window.kill_and_start()
    window.open_chat(LENA)
    window.row("Messages", "You", "The papers", "sent")
    window.row("Messages", "first.txt", "uncertain", "It may have arrived")
    held = window.running.simulator.messages
    names = [file.name for one in held if (file := window.running.simulator.file_of(one)) is not None]
    assert names == ["second.txt", "third.txt"], "each once, in order, and nothing again that may have arrived"
    assert held[-1].content == "The papers"
    assert window.kept("SELECT files FROM draft") == []


def test_what_may_have_arrived_is_the_users_to_decide_after_a_kill_too(window):
    def copies(text):
        return sum(one.content == text for one in window.running.simulator.messages)

    faults = window.running.simulator.faults
    window.begin_chat(LENA)
    faults.once(Fault.RESET_AFTER_DOING, only="message")
    window.send("Did this arrive?")
    window.row("Messages", "You", "Did this arrive?", "uncertain")
    window.row("Chats", LENA, "Did this arrive?")
    window.choose(from_below=3)  # It arrived
    window.row("Messages", "Did this arrive?", "sent")

    faults.once(Fault.HANG_AFTER_DOING, only="message")
    window.send("And this?")
    window.row("Messages", "You", "And this?", "sending")
    window.running.run(window.running.simulator.wait_request("message"))
    window.kill_and_start()
    window.open_chat(LENA)
    window.row("Messages", "And this?", "uncertain", "It may have arrived")
    window.kill_and_start()
    window.open_chat(LENA)
    window.row("Messages", "And this?", "uncertain", "It may have arrived")
    assert (copies("Did this arrive?"), copies("And this?")) == (1, 1), "nothing was sent again unasked"
    window.choose(from_below=4)  # Send again
    window.row("Messages", "And this?", "sent")
    assert (copies("Did this arrive?"), copies("And this?")) == (1, 2)
