"""The machine is shut down, or its user logs out: what was typed is on disk, the tray is empty, and the app ends well.

logind is played here, on the private session bus, which the app is told to be the system's too. The same app is asked
over the session bus by its application id, as desktops ask.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
from bus_thread import BusThread
from dbus_fast import Variant
from dbus_fast.annotations import DBusBool
from dbus_fast.service import ServiceInterface, dbus_signal
from desktop import Desktop, descendants
from programs import AppProcess, set_up_account
from screen_reader import ScreenReader

from ringodesk_qt import APPLICATION_ID
from ringodesk_qt.simulator import Fault

PATH = "/" + APPLICATION_ID.replace(".", "/")
LENA = "501"


class Manager(ServiceInterface):
    def __init__(self) -> None:
        super().__init__("org.freedesktop.login1.Manager")

    @dbus_signal("PrepareForShutdown")
    def shuts_down(self, is_before: bool) -> DBusBool:
        return is_before

    @dbus_signal("PrepareForSleep")
    def sleeps(self, is_before: bool) -> DBusBool:
        return is_before


class Logind(BusThread):
    async def serve(self) -> None:
        self.manager = Manager()
        await self.take_name("org.freedesktop.login1", "/org/freedesktop/login1", self.manager)

    async def shut_down(self) -> None:
        self.manager.shuts_down(True)

    async def go_to_sleep(self) -> None:
        self.manager.sleeps(True)

    async def wake_up(self) -> None:
        self.manager.sleeps(False)

    async def open_link(self, link: str) -> None:
        signature, data = "asa{sv}", {"activation-token": Variant("s", "abc")}
        await self.call(APPLICATION_ID, PATH, "org.freedesktop.Application", "Open", [link], data, signature=signature)


@pytest.fixture
def logind(desktop):
    with Logind(desktop.bus_address) as playing:
        yield playing


def is_showing(screen_reader, process):
    return any("showing" in node.states for node in screen_reader.find_all("frame", pid=process.pid))


def test_a_start_in_the_tray_a_link_over_the_bus_and_a_shut_down(
    app, account, simulator, desktop, screen_reader, logind
):
    running = simulator()
    home = account(running)
    env = {"DBUS_SYSTEM_BUS_ADDRESS": desktop.bus_address}
    process = app(home=home, env=env, arguments=["--minimized"])
    wait_until(lambda: desktop.has_name(APPLICATION_ID))
    assert not is_showing(screen_reader, process)

    logind.in_loop(logind.open_link(f"ringodesk:chat?to={LENA}"))
    field = process.wait_window().find("text", "Message")
    subprocess.run(["xdotool", "type", "typed to the last"], env=desktop.env, check=True, timeout=10)
    screen_reader.wait_for(lambda one: one.text == "typed to the last", "text", "Message")
    assert field.text == "typed to the last"
    logind.in_loop(logind.shut_down())
    assert process.wait_end() == 0
    again = app(home=home, env=env)
    screen_reader.wait_for(lambda row: "typed to the last" in row.name, "list item", within=again.wait_window())


def test_before_sleep_what_is_typed_is_kept_and_after_it_what_waits_goes_at_once(
    app, account, simulator, desktop, screen_reader, logind
):
    running = simulator()
    simulated, home = running.simulator, account(running)
    window = app(
        home=home, env={"DBUS_SYSTEM_BUS_ADDRESS": desktop.bus_address}, arguments=[f"ringodesk:chat?to={LENA}"]
    ).wait_receiving()

    def asked():
        return len([one for one in simulated.requests if one.method == "getChatUsers"])

    def drafts():
        with contextlib.closing(sqlite3.connect(home / "ringodesk.db")) as database:
            return database.execute("SELECT draft FROM chat").fetchall()

    # The server is busy and asks for a long pause: what is sent waits for it.
    running.run(on_loop(lambda: simulated.faults.once(Fault.HTTP_429, only="message", value=120)))
    window.find("text", "Message").set_text("Before the lid was closed")
    window.find("push button", "Send").press()
    rows = window.find("list", "Messages")
    screen_reader.wait_for(lambda row: "Before the lid" in row.name, "list item", within=rows)
    wait_until(lambda: [one for one in simulated.requests if one.method == "message"])
    window.find("text", "Message").set_text("typed to the last")
    logind.in_loop(logind.go_to_sleep())
    wait_until(lambda: ("typed to the last",) in drafts())

    running.run(on_loop(simulated.faults.clear))
    before = asked()
    logind.in_loop(logind.wake_up())
    wait_until(lambda: asked() > before)
    wait_until(lambda: [one.content for one in simulated.messages] == ["Before the lid was closed"])


async def on_loop(do):
    do()


def screen_of(desktop):
    """The process id of its X server."""
    for pid in descendants(os.getpid()):
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        if b"Xvfb" in command and str(desktop.folder).encode() in command:
            return pid
    raise AssertionError("there is no X server")


def test_a_log_out_that_takes_the_display_away_loses_nothing(simulator, tmp_path):
    running = simulator()
    home = tmp_path / "home"
    with Desktop(has_tray=False, has_notices=False) as leaving, ScreenReader(leaving.env) as reader:
        set_up_account(leaving.env, home, running, number="2075550100")
        process = AppProcess(leaving.env, home, reader, tmp_path, [f"ringodesk:chat?to={LENA}"])
        process.wait_window().find("text", "Message")
        subprocess.run(["xdotool", "type", "typed to the last"], env=leaving.env, check=True, timeout=10)
        reader.wait_for(lambda one: one.text == "typed to the last", "text", "Message")
        os.kill(screen_of(leaving), signal.SIGKILL)
        assert process.wait_end() == 0, process.stderr
    drafts = sqlite3.connect(home / "ringodesk.db").execute("SELECT draft FROM chat").fetchall()
    assert drafts == [("typed to the last",)]
    assert "CRITICAL" not in (home / "ringodesk.log").read_text()


def wait_until(condition, timeout_s=20.0):
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)
