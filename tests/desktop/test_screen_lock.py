"""Who tells that the screen is locked: a saver on the session bus, login1 on the system's. Both are played here."""

from __future__ import annotations

import subprocess
import sys

import pytest
from bus_thread import BusThread
from dbus_fast import PropertyAccess
from dbus_fast.annotations import DBusBool, DBusObjectPath, DBusStr
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

SESSION = "/org/freedesktop/login1/session/_37"
SAMPLE = """
import sys
from PySide6.QtCore import QCoreApplication
from ringodesk_qt.ui.screen_lock import ScreenLock

app = QCoreApplication(sys.argv)
lock = ScreenLock()
lock.changed.connect(lambda is_locked: print("locked" if is_locked else "open", flush=True))
lock.begin()
sys.exit(app.exec())
"""


class Saver(ServiceInterface):
    def __init__(self) -> None:
        super().__init__("org.gnome.ScreenSaver")
        self.is_active = True

    @dbus_method("GetActive")
    def active(self) -> DBusBool:
        return self.is_active

    @dbus_signal("ActiveChanged")
    def active_changed(self, is_active: bool) -> DBusBool:
        return is_active


class Sessions(ServiceInterface):
    def __init__(self) -> None:
        super().__init__("org.freedesktop.login1.Manager")

    @dbus_method("GetSession")
    def session(self, _number: DBusStr) -> DBusObjectPath:
        return SESSION


class Session(ServiceInterface):
    def __init__(self) -> None:
        super().__init__("org.freedesktop.login1.Session")
        self.is_locked = False

    @dbus_property(PropertyAccess.READ, "LockedHint")
    def locked_hint(self) -> DBusBool:
        return self.is_locked


class Lockers(BusThread):
    """One bus plays both."""

    async def serve(self) -> None:
        self.saver, self.session = Saver(), Session()
        await self.take_name("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", self.saver)
        self.bus.export(SESSION, self.session)
        await self.take_name("org.freedesktop.login1", "/org/freedesktop/login1", Sessions())

    async def hint(self, is_locked: bool) -> None:
        self.session.is_locked = is_locked
        self.session.emit_properties_changed({"LockedHint": is_locked})

    async def say(self, is_active: bool) -> None:
        self.saver.active_changed(is_active)

    async def leave(self) -> None:
        await self.bus.release_name("org.gnome.ScreenSaver")


@pytest.fixture
def lockers(desktop_without_tray):
    with Lockers(desktop_without_tray.bus_address) as lockers:
        yield lockers


def test_a_locked_screen_is_told_by_any_of_them_and_by_its_end(desktop_without_tray, lockers):
    env = {
        **desktop_without_tray.env,
        "DBUS_SYSTEM_BUS_ADDRESS": desktop_without_tray.bus_address,
        "XDG_SESSION_ID": "7",
        "QT_QPA_PLATFORM": "offscreen",
    }
    with subprocess.Popen([sys.executable, "-c", SAMPLE], env=env, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout.readline() == "locked\n"  # as it was when the program began
            lockers.in_loop(lockers.hint(True))
            lockers.in_loop(lockers.say(False))
            lockers.in_loop(lockers.hint(False))
            assert child.stdout.readline() == "open\n"
            lockers.in_loop(lockers.say(True))
            assert child.stdout.readline() == "locked\n"
            lockers.in_loop(lockers.leave())  # a saver that is gone locks nothing
            assert child.stdout.readline() == "open\n"
        finally:
            child.terminate()
            child.wait(10)
