"""What the desktop wants of colours, contrast, text and motion is followed while the app runs: its portal, played here.

On a desktop that Qt has no theme for, so that nothing is followed by Qt alone.
"""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Annotated, Any

import pytest
from bus_thread import BusThread
from dbus_fast import DBusError, Variant
from dbus_fast.annotations import DBusSignature, DBusStr, DBusVariant
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal

SERVICE, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
APPEARANCE, GNOME = "org.freedesktop.appearance", "org.gnome.desktop.interface"
PATIENCE_S = 20.0
SAMPLE = """
import sys
from PySide6.QtWidgets import QApplication
from ringodesk_qt.ui.system_look import SystemLook

app = QApplication(sys.argv)
look = SystemLook()
look.changed.connect(lambda one: print(one.scheme, one.is_high_contrast, one.moves, one.text_factor, flush=True))
look.begin()
sys.exit(app.exec())
"""


class Settings(ServiceInterface):
    def __init__(self) -> None:
        super().__init__("org.freedesktop.portal.Settings")
        self.values = {(APPEARANCE, "color-scheme"): Variant("u", 2)}

    @dbus_method(name="Read")
    def read(self, space: DBusStr, key: DBusStr) -> DBusVariant:
        if (space, key) not in self.values:
            raise DBusError("org.freedesktop.portal.Error.NotFound", "no such setting")
        return Variant("v", self.values[space, key])  # in a variant more than it should be, as portals do

    @dbus_signal(name="SettingChanged")
    def changed(self, space: str, key: str, value: Variant) -> Annotated[list[Any], DBusSignature("ssv")]:
        return [space, key, value]


class Portal(BusThread):
    async def serve(self) -> None:
        self.settings = Settings()
        await self.take_name(SERVICE, PATH, self.settings)

    def set(self, space: str, key: str, kind: str, value: object) -> None:
        self.in_loop(self._set(space, key, Variant(kind, value)))

    async def _set(self, space: str, key: str, value: Variant) -> None:
        self.settings.values[space, key] = value
        self.settings.changed(space, key, value)


@pytest.fixture
def portal(desktop):
    with Portal(desktop.bus_address) as portal:
        yield portal


def test_each_wish_is_told(desktop, portal):
    env = {**desktop.env, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([sys.executable, "-c", SAMPLE], env=env, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout.readline() == "light False True 1.0\n"  # as it was when the program began
            for space, key, kind, value, told in (
                (APPEARANCE, "color-scheme", "u", 0, "None False True 1.0"),
                (APPEARANCE, "contrast", "u", 1, "None True True 1.0"),
                (APPEARANCE, "reduced-motion", "u", 1, "None True False 1.0"),
                (GNOME, "text-scaling-factor", "d", 1.25, "None True False 1.25"),
                (APPEARANCE, "color-scheme", "u", 1, "dark True False 1.25"),
                (APPEARANCE, "reduced-motion", "u", 0, "dark True True 1.25"),
                (GNOME, "enable-animations", "b", False, "dark True False 1.25"),
            ):
                portal.set(space, key, kind, value)
                assert child.stdout.readline() == f"{told}\n"
        finally:
            child.terminate()
            child.wait(10)


def wait_until(is_so, what):
    end = time.monotonic() + PATIENCE_S
    while not (found := is_so()):
        assert time.monotonic() < end, what
        time.sleep(0.05)
    return found


def test_the_window_follows_while_it_is_open(app, account, simulator, desktop, portal):
    process = app(home=account(simulator()))
    window = process.wait_receiving()
    left, top, width, height = window.box

    def ground():
        """The colour that most of the window has."""
        across, _height, pixels = desktop.pixels()
        points = [(left + x, top + y) for x in range(4, width, 16) for y in range(4, height, 16)]
        colours = [pixels[3 * (y * across + x) : 3 * (y * across + x) + 3] for x, y in points]
        return max(set(colours), key=colours.count)

    def width_of_words():
        """Of the button with words: one beside it has the same name, and a sign alone."""
        return max(button.box[2] for button in window.find_all("push button", "New chat"))

    wait_until(lambda: min(ground()) > 230, "light")
    usual = width_of_words()
    portal.set(APPEARANCE, "color-scheme", "u", 1)
    wait_until(lambda: 0 < max(ground()) < 60, "dark")
    portal.set(APPEARANCE, "contrast", "u", 1)
    wait_until(lambda: ground() == b"\0\0\0", "dark, of high contrast")
    portal.set(GNOME, "text-scaling-factor", "d", 1.5)
    wait_until(lambda: width_of_words() > usual * 1.2, "larger text")
    portal.set(GNOME, "text-scaling-factor", "d", 1.0)
    portal.set(APPEARANCE, "contrast", "u", 0)
    portal.set(APPEARANCE, "color-scheme", "u", 2)
    wait_until(lambda: min(ground()) > 230 and width_of_words() == usual, "as it was")
