"""Starts that cannot work: no display, one that does not answer, a home that is not one. Each says so in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from desktop import descendants, is_running
from programs import change_settings

from ringodesk_qt.store.newer import APPLICATION_ID, SCHEMA

COMMAND = [sys.executable, "-m", "ringodesk_qt.app"]


@pytest.mark.parametrize(
    ("display", "sentence"), [("", "There is no display"), (":9876", "The display :9876 does not answer")]
)
def test_without_a_display_it_says_so(display, sentence, tmp_path):
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env |= {"DISPLAY": display} if display else {}
    command = [*COMMAND, "--home", str(tmp_path / "home")]
    ended = subprocess.run(command, env=env, capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == 3
    assert ended.stderr.count("\n") == 1
    assert sentence in ended.stderr
    assert "ringodesk-cli" in ended.stderr


def test_a_database_that_is_none_is_told_in_a_box_and_left_alone(app, screen_reader, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "ringodesk.db").write_bytes(b"not a database" * 100)
    process = app(home=home)
    screen_reader.wait_for(lambda label: "not a Ringodesk database" in label.name, "label", pid=process.pid)
    screen_reader.find("push button", "OK", pid=process.pid).press()
    assert process.wait_end() == 3
    assert (home / "ringodesk.db").read_bytes() == b"not a database" * 100
    with pytest.raises(AssertionError, match="ended with 3"):
        process.stop()
    process.stop = lambda: None


def test_a_home_of_a_newer_version_is_told_in_a_box_and_left_alone(app, screen_reader, tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    head = bytearray(b"SQLite format 3\0".ljust(4096, b"\0"))
    head[60:64], head[68:72] = (SCHEMA + 10).to_bytes(4, "big"), APPLICATION_ID.to_bytes(4, "big")
    (home / "ringodesk.db").write_bytes(head)
    process = app(home=home)
    screen_reader.wait_for(lambda label: "newer version of Ringodesk" in label.name, "label", pid=process.pid)
    screen_reader.find("push button", "OK", pid=process.pid).press()
    assert process.wait_end() == 3
    assert {one.name: one.read_bytes() for one in home.iterdir()} == {"ringodesk.db": bytes(head)}
    with pytest.raises(AssertionError, match="ended with 3"):
        process.stop()
    process.stop = lambda: None


def test_a_home_that_cannot_be_one_is_told_in_a_box(app, screen_reader, tmp_path):
    (tmp_path / "home").symlink_to(tmp_path / "gone")
    process = app(home=tmp_path / "home")
    screen_reader.wait_for(lambda label: "cannot be used" in label.name, "label", pid=process.pid)
    screen_reader.find("push button", "OK", pid=process.pid).press()
    assert process.wait_end() == 3
    with pytest.raises(AssertionError, match="ended with 3"):
        process.stop()
    process.stop = lambda: None


def test_quitting_does_not_wait_for_a_tunnel_that_will_not_open(app, account, simulator, tmp_path):
    """An ngrok that prints nothing holds the start for twenty seconds; the user need not wait for that."""
    silent = tmp_path / "ngrok"
    silent.write_text("#!/bin/sh\nexec sleep 60\n")
    silent.chmod(0o755)
    home = account(simulator())
    change_settings(home, tunnel="ngrok", ngrok_path=str(silent))
    process = app(home=home, env={"NGROK_AUTHTOKEN": "2abc_token", "RINGODESK_API_KEY": "demo-key"})
    process.wait_window()
    agents = wait_for(lambda: descendants(process.pid))
    subprocess.run(["kill", str(process.pid)], check=True)
    assert process.wait_end(10) == 0
    wait_for(lambda: not any(is_running(agent) for agent in agents))


def wait_for(look, timeout_s=15.0):
    end = time.monotonic() + timeout_s
    while not (found := look()):
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)
    return found
