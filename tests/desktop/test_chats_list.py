"""The list of chats in the real window: the switcher, the keys of a chat, and what another process sees of them."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


@pytest.fixture
def window(app, account, simulator, screen_reader, desktop):
    running = simulator()
    home = account(running)
    process = app(home=home)
    shown = process.wait_receiving()

    class Window:
        def row(self, of, *words):
            rows = shown.find("list", of)
            return screen_reader.wait_for(lambda row: all(word in row.name for word in words), "list item", within=rows)

        def press(self, *keys):
            subprocess.run(["xdotool", "key", *keys], env=desktop.env, check=True, timeout=10)

        def wait(self, role, name):
            return screen_reader.wait_for(lambda one: one.is_("showing"), role, name, pid=process.pid)

        def chats(self):
            """What the command line sees of the same home."""
            command, env = [sys.executable, "-m", "ringodesk_qt.cli", "chats", "--json"], {**desktop.env}
            env["RINGODESK_HOME"] = str(home)
            done = subprocess.run(command, env=env, capture_output=True, check=True, timeout=60)
            return [json.loads(line) for line in done.stdout.splitlines()]

    built = Window()
    built.sent = lambda: running.run(running.simulator.wait_request("message"))
    return built


def test_a_chat_is_gone_to_pinned_muted_and_archived_by_keyboard(window):
    window.press("ctrl+k")
    window.wait("list", "Chats and contacts")
    window.wait("text", "Name or extension").set_text("whit")
    window.row("Chats and contacts", "James Whitfield", "504")
    window.press("Return")
    window.wait("text", "Message").set_text("Hello James")
    window.wait("push button", "Send").press()
    assert window.sent().params["to"] == "504"
    window.press("ctrl+shift+p")
    window.row("Chats", "James Whitfield", "pinned")
    window.press("ctrl+shift+m")
    window.row("Chats", "James Whitfield", "pinned", "muted")
    assert [(one["extension"], one["pinned"], one["muted_until"][:4]) for one in window.chats()] == [
        ("504", True, "9999")
    ]
    window.press("ctrl+shift+a")
    window.wait("push button", "Archived (1)").press()
    window.row("Chats", "James Whitfield", "archived")
