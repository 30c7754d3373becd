"""What the window says when the tunnel is in trouble, and what its buttons do."""

from __future__ import annotations

import json
import os
import re
import signal
import time

import pytest
from fake_ngrok import FakeNgrok
from programs import change_settings

KEY = "demo-key"
CHANGED = re.compile(r"The public URL changed\. Paste the new one in the portal")


@pytest.fixture
def agent(tmp_path) -> FakeNgrok:
    return FakeNgrok(tmp_path / "bin")


@pytest.fixture
def home(account, simulator, agent):
    """Set up to receive through ngrok, whose URL the portal had is another than the one it opens."""
    home = account(simulator())
    change_settings(home, tunnel="ngrok", ngrok_path=str(agent.path), portal_base_url="https://before.test")
    return home


def wait_for(look, timeout_s=15.0):
    end = time.monotonic() + timeout_s
    while not (found := look()):
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)
    return found


def test_another_url_is_copied_from_its_repair_and_the_agent_is_replaced(app, home, agent, screen_reader):
    process = app(home=home, env={"NGROK_AUTHTOKEN": "2abc_token", "RINGODESK_API_KEY": KEY})
    window = process.wait_window()
    screen_reader.wait_for(lambda label: CHANGED.match(label.name) is not None, "label", within=window)
    window.find("push button", "Copy URL").press()
    known = "https://chosen-by-ngrok.test"
    wait_for(lambda: json.loads((home / "settings.json").read_text())["portal_base_url"] == known)
    os.kill(agent.starts[0]["pid"], signal.SIGKILL)
    wait_for(lambda: len(agent.starts) == 2 and agent.is_running)
    lamp = re.compile(r"Receiving: (waiting for the first notification|reachable)")
    screen_reader.wait_for(lambda button: lamp.match(button.name) is not None, "push button", within=window)
    process.stop()
    wait_for(lambda: not agent.is_running)
