"""Who tells that the desktop holds notices back itself: KDE's service and dunst, both played here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any

import pytest
from bus_thread import BusThread
from dbus_fast import PropertyAccess
from dbus_fast.annotations import DBusBool, DBusSignature
from dbus_fast.service import ServiceInterface, dbus_property, dbus_signal

WRITER, WRITERS_PATH = "ca.desrt.dconf.Writer", "/ca/desrt/dconf/Writer/user"
SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
SAMPLE = """
import sys
from PySide6.QtCore import QCoreApplication
from ringodesk_qt.ui.desktop_quiet import DesktopQuiet

app = QCoreApplication(sys.argv)
quiet = DesktopQuiet()
quiet.changed.connect(lambda is_on: print("quiet" if is_on else "loud", flush=True))
quiet.begin()
sys.exit(app.exec())
"""


class Kde(ServiceInterface):
    def __init__(self) -> None:
        super().__init__(SERVICE)
        self.is_on = True

    @dbus_property(PropertyAccess.READ, "Inhibited")
    def inhibited(self) -> DBusBool:
        return self.is_on


class Dunst(ServiceInterface):
    def __init__(self) -> None:
        super().__init__("org.dunstproject.cmd0")
        self.is_on = False

    @dbus_property(PropertyAccess.READ, "paused")
    def paused(self) -> DBusBool:
        return self.is_on


class SettingsWriter(ServiceInterface):
    """Says of a setting that it was written, as GNOME's does."""

    def __init__(self) -> None:
        super().__init__(WRITER)

    @dbus_signal("Notify")
    def written(self, place: str) -> Annotated[list[Any], DBusSignature("sass")]:
        return [place, [""], "tag"]


class Gnome(BusThread):
    """Its settings, in a file that the program in its place reads."""

    async def serve(self) -> None:
        self.writer = SettingsWriter()
        await self.take_name(WRITER, WRITERS_PATH, self.writer)

    async def write(self, path: Path, words: str, place: str = "/org/gnome/desktop/notifications/show-banners") -> None:
        path.write_text(words)
        self.writer.written(place)


class Service(BusThread):
    """One that tells both ways."""

    async def serve(self) -> None:
        self.kde, self.dunst = Kde(), Dunst()
        self.bus.export(PATH, self.dunst)
        await self.take_name(SERVICE, PATH, self.kde)

    async def turn(self, interface: Kde | Dunst, name: str, is_on: bool) -> None:
        interface.is_on = is_on
        interface.emit_properties_changed({name: is_on})

    async def leave(self) -> None:
        await self.bus.release_name(SERVICE)


@pytest.fixture
def service(desktop_without_tray):
    with Service(desktop_without_tray.bus_address) as service:
        yield service


def test_the_desktops_own_do_not_disturb_is_told_by_any_and_by_its_end(desktop_without_tray, service):
    env = {**desktop_without_tray.env, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([sys.executable, "-c", SAMPLE], env=env, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout.readline() == "quiet\n"  # as it was when the program began
            service.in_loop(service.turn(service.kde, "Inhibited", False))
            assert child.stdout.readline() == "loud\n"
            service.in_loop(service.turn(service.dunst, "paused", True))
            assert child.stdout.readline() == "quiet\n"
            service.in_loop(service.leave())  # a service that is gone holds nothing back
            assert child.stdout.readline() == "loud\n"
        finally:
            child.terminate()
            child.wait(10)


def test_gnomes_setting_is_followed(desktop_without_tray, tmp_path):
    setting, reader = tmp_path / "setting", tmp_path / "bin" / "gsettings"
    reader.parent.mkdir()
    reader.write_text(f'#!/bin/sh\n[ "$*" = "get org.gnome.desktop.notifications show-banners" ] && cat {setting}\n')
    reader.chmod(0o755)
    setting.write_text("false\n")
    env = {
        **desktop_without_tray.env,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CURRENT_DESKTOP": "ubuntu:GNOME",
        "PATH": f"{reader.parent}:{desktop_without_tray.env['PATH']}",
    }
    with (
        Gnome(desktop_without_tray.bus_address) as gnome,
        subprocess.Popen([sys.executable, "-c", SAMPLE], env=env, stdout=subprocess.PIPE, text=True) as child,
    ):
        try:
            assert child.stdout.readline() == "quiet\n"  # as it was when the program began
            gnome.in_loop(gnome.write(setting, "false\n", place="/org/gnome/desktop/interface/font-name"))
            gnome.in_loop(gnome.write(setting, "true\n"))
            assert child.stdout.readline() == "loud\n"
            gnome.in_loop(gnome.write(setting, "false\n"))
            assert child.stdout.readline() == "quiet\n"
        finally:
            child.terminate()
            child.wait(10)
