"""All of Ringodesk's data goes, the keys in a real key store too: from the window, and from the command line."""

from __future__ import annotations

import subprocess
import sys

ASK = """
import asyncio, sys
from ringodesk_qt.vault import KeyringVault
print(asyncio.run(KeyringVault().secret(sys.argv[1])) is not None)
"""


def has_key(desktop, running):
    name = f"{running.simulator.api_url}#{running.simulator.orgid}"
    command = [sys.executable, "-c", ASK, name]
    return subprocess.run(command, env=desktop.env, capture_output=True, text=True, timeout=30, check=True).stdout


def test_from_the_window(app, account, simulator, desktop, screen_reader):
    running = simulator(api_key="a-key-of-its-own")
    home = account(running)
    assert has_key(desktop, running) == "True\n"
    process = app(home=home)
    process.wait_receiving().find("push button", "Settings").press()
    settings = screen_reader.find("dialog", "Settings", pid=process.pid)
    settings.find("list item", "Data").select()
    settings.find("push button", "Remove Ringodesk's data…").press()
    question = screen_reader.find("dialog", "Remove Ringodesk's data", pid=process.pid)
    question.find("text", "Type “remove” to confirm:").set_text("remove")
    question.find("push button", "Remove and end Ringodesk").press()
    assert process.wait_end() == 0
    assert not home.exists()
    assert has_key(desktop, running) == "False\n"


def test_from_the_command_line(account, simulator, desktop):
    running = simulator(api_key="a-key-of-its-own")
    home = account(running)
    assert has_key(desktop, running) == "True\n"
    command = [sys.executable, "-m", "ringodesk_qt.cli", "purge", "--yes", "--home", str(home)]
    subprocess.run(command, env=desktop.env, capture_output=True, timeout=30, check=True)
    assert not home.exists()
    assert has_key(desktop, running) == "False\n"
