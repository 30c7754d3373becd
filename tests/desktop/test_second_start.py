"""A second start: the first's window comes to the front and does what the second was asked for; there is no other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

LENA = "501"


def start(desktop, home, *arguments, **env):
    """Another `ringodesk` on this home, to its end."""
    command = [sys.executable, "-m", "ringodesk_qt.app", "--home", str(home), *arguments]
    return subprocess.run(command, env={**desktop.env, **env}, capture_output=True, text=True, timeout=30, check=False)


def active_window(desktop):
    ask = ["xdotool", "getactivewindow", "getwindowpid"]
    return subprocess.run(ask, env=desktop.env, capture_output=True, text=True, timeout=10, check=False).stdout.strip()


def wait_until(condition, timeout_s=15.0):
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)


def test_a_second_start_brings_the_window_back_and_opens_a_link(app, account, simulator, desktop, screen_reader):
    running = simulator()
    home = account(running)
    process = app(home=home)
    process.wait_receiving()
    subprocess.run(["wmctrl", "-c", "Ringodesk"], env=desktop.env, check=True, timeout=15)  # into the tray
    wait_until(lambda: not any("showing" in one.states for one in screen_reader.find_all("frame", pid=process.pid)))

    link = f"ringodesk:chat?to={LENA}&text=On%20my%20%3Cb%3Eway"
    second = start(desktop, home, link, "--minimized", DESKTOP_STARTUP_ID="menu-1-host_TIME2147483000")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    window = process.wait_window()
    screen_reader.wait_for(lambda field: field.text == "On my <b>way", "text", "Message", within=window)
    wait_until(lambda: active_window(desktop) == str(process.pid))
    names = subprocess.run(
        ["xprop", "-name", "Ringodesk", "WM_CLASS"], env=desktop.env, capture_output=True, text=True, check=True
    ).stdout
    assert "io.github.ringodesk.Ringodesk" in names

    assert start(desktop, home, "ringodesk:chat?to=5999").returncode == 0
    screen_reader.wait_for(
        lambda words: words.name == "None of your contacts has the extension or number 5999.", "label", within=window
    )
    assert [record for record in running.simulator.requests if record.method == "message"] == []
    assert start(desktop, home, "--quit").returncode == 0
    assert process.wait_end() == 0
    assert start(desktop, home, "--quit").returncode == 0, "there is nobody to be ended any more"


def test_a_first_that_hangs_is_told_in_a_window_and_ended_from_there(app, account, simulator, screen_reader):
    home = account(simulator())
    first = app(home=home)
    first.wait_receiving()
    os.kill(first.pid, signal.SIGSTOP)
    second = app(home=home)
    dialog = screen_reader.find("dialog", pid=second.pid)
    dialog.find("label", "Ringodesk does not answer")
    assert dialog.find("push button", "Try again").is_("focused")
    dialog.find("push button", "End it and start anew").press()
    window = second.wait_receiving()
    screen_reader.find("push button", "New chat", within=window)
    assert first.wait_end() == -signal.SIGKILL
