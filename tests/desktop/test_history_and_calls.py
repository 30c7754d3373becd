"""A link, a call, an import and an export, from the real window, and what another process of the home writes."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys

import pytest
from programs import webhook_url
from screen_reader import NotThereError

LENA = "501"
NUMBER = "2075550100"
OLD = """at,direction,contact,text
2024-05-31T09:15:00Z,in,501,An old question
2024-05-31T09:16:00Z,out,501,An old answer
"""


class Window:
    """The app's window on a chat with Lena, and the keys that are pressed in it."""

    def __init__(self, app, account, simulator, reader, desktop, **settings):
        self.running, self.reader, self.desktop = simulator(**settings), reader, desktop
        self.home = account(self.running)
        self.process = app(home=self.home)
        self.window = self.process.wait_receiving()
        self.running.simulator.set_webhook(webhook_url(self.home))
        self.running.run(self.running.simulator.say(LENA, "Good morning", to=NUMBER))
        self._open()

    def _open(self):
        """The row may be replaced, by the answer to who is there, between its being found and its being chosen."""
        for _try in range(5):
            with contextlib.suppress(NotThereError):
                self.row("Chats", "Lena Hoffmann", "Good morning").select()
                break
        self.row("Messages", "Good morning")

    @property
    def simulator(self):
        return self.running.simulator

    def row(self, of, *words):
        rows = self.window.find("list", of)
        return self.reader.wait_for(lambda row: all(word in row.name for word in words), "list item", within=rows)

    def find(self, role, name):
        return self.reader.wait_for(
            lambda one: one.is_("showing") and one.is_("enabled"), role, name, pid=self.process.pid
        )

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", *keys], env=self.desktop.env, check=True, timeout=10)

    def open_settings(self, section):
        self.window.find("push button", "Settings").press()
        self.find("list item", section).select()

    def choose_file(self, path):
        """Types a path into the file dialog that has just opened."""
        field = self.find("text", "File name:")
        field.set_text(str(path))
        field.focus()
        self.keys("Return")


@pytest.fixture
def window(app, account, simulator, screen_reader, desktop):
    return Window(app, account, simulator, screen_reader, desktop)


def test_a_link_is_sent(window):
    window.window.find("text", "Message").focus()
    window.keys("ctrl+l")
    link = window.find("text", "Link")
    link.set_text("nonsense")
    window.find("push button", "Send link").press()
    window.reader.wait_for(lambda one: "must begin with http" in one.name, pid=window.process.pid)
    link.set_text("https://files.example.com/plan.pdf")
    window.find("text", "Caption").set_text("The plan")
    window.find("push button", "Send link").press()
    window.row("Messages", "You", "plan.pdf", "sent")
    window.row("Messages", "You", "The plan", "sent")
    assert [one.params["type"] for one in window.simulator.requests if one.params.get("type") == 7] == [7]


def test_a_call_is_logged_and_shown_as_a_card(window):
    window.window.find("text", "Message").focus()
    window.keys("ctrl+shift+l")
    window.find("text", "Duration").set_text("2:30")
    window.find("text", "Subject").set_text("The lease")
    window.find("push button", "Log call").press()
    window.row("Messages", "The lease", "sent")
    record = next(one for one in window.simulator.requests if one.params.get("type") == 8)
    content = record.params["content"]
    assert (content["duration"], content["caller"], content["called"]) == (150, NUMBER, LENA)


def test_history_is_imported_and_exported(window, tmp_path):
    old, page = tmp_path / "old.csv", tmp_path / "page.html"
    old.write_text(OLD)
    window.open_settings("Data")
    window.find("push button", "Import history…").press()
    window.find("push button", "Choose file…").press()
    window.choose_file(old)
    window.reader.wait_for(lambda one: "2 messages will be sent" in one.name, pid=window.process.pid)
    window.find("push button", "Start import").press()
    window.reader.wait_for(lambda one: "The import has ended: 2 sent" in one.name, pid=window.process.pid)
    window.find("push button", "Close").press()
    window.row("Messages", "An old question")
    window.row("Messages", "You", "An old answer")
    imported = [one for one in window.simulator.messages if one.is_imported]
    assert [one.content for one in imported] == ["An old question", "An old answer"]

    window.open_settings("Data")
    window.find("push button", "Export history…").press()
    window.find("push button", "Export…").press()
    window.choose_file(page)
    window.reader.wait_for(lambda one: "3 messages were written" in one.name, pid=window.process.pid)
    text = page.read_text(encoding="utf-8")
    assert text.index("An old question") < text.index("An old answer") < text.index("Good morning")
    window.find("push button", "Close").press()


def test_what_the_command_line_sends_appears_in_the_window(window):
    command = [sys.executable, "-m", "ringodesk_qt.cli", "send", LENA, "From a script", "--json"]
    env = {**window.desktop.env, "RINGODESK_HOME": str(window.home)}
    done = subprocess.run(command, env=env, capture_output=True, timeout=60, check=True)
    assert json.loads(done.stdout)["state"] == "sent"
    window.row("Messages", "You", "From a script", "sent")
    window.row("Chats", "From a script")
