"""A time without the program, as its user finds it afterwards: a mark in the chat, and one desktop notice."""

from __future__ import annotations

import subprocess
import time
from urllib.parse import urlsplit

import pytest
from programs import change_settings, webhook_url

from ringodesk_qt.core.reachability import BLIP_S

LENA = "501"
NUMBER = "2075550100"


@pytest.fixture
def home(account, simulator):
    """A home with a public URL, which is the receiver's port itself; with the simulator that calls it."""
    running = simulator()
    home = account(running)
    port = urlsplit(webhook_url(home)).port
    change_settings(home, tunnel="fixed", public_url=f"http://127.0.0.1:{port}")
    return home, running


@pytest.fixture
def begin(app, home):
    """Starts the program, and returns it with its window once it receives."""

    def start():
        process = app(home=home[0])
        window = process.wait_receiving()
        home[1].simulator.set_webhook(webhook_url(home[0]))
        return process, window

    return start


def test_what_was_missed_is_marked_in_the_chat_and_told_once(begin, home, desktop, screen_reader, notices):
    run, simulator = home[1].run, home[1].simulator
    process, window = begin()
    run(simulator.say(LENA, "See you at noon", to=NUMBER))

    def row(of, *words):
        rows = window.find("list", of)
        return screen_reader.wait_for(lambda one: all(word in one.name for word in words), "list item", within=rows)

    row("Chats", "See you at noon")
    process.kill()
    time.sleep(BLIP_S)
    process, window = begin()
    digest = notices.wait_for(lambda notice: notice.summary.startswith("Not reachable"))
    assert "lost" in digest.body
    assert list(digest.actions) == ["default"]
    row("Chats", "See you at noon").select()
    assert row("Messages", "Not reachable").name.startswith("Not reachable")
    run(simulator.say(LENA, "Are you there?", to=NUMBER))
    assert row("Messages", "Are you there?").name.startswith("Not reachable")
    subprocess.run(["wmctrl", "-c", "Ringodesk"], env=desktop.env, check=True, timeout=15)
    wait_until(lambda: not any("showing" in one.states for one in screen_reader.find_all("frame", pid=process.pid)))
    notices.invoke(digest)
    process.wait_window()
    assert len([one for one in notices.notices if one.summary.startswith("Not reachable")]) == 1


def wait_until(condition, timeout_s=15.0):
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)
