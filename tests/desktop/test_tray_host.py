"""The StatusNotifier tray that the tests play: tried out with a little program before the app is put on it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tray_host import TrayHost

SAMPLE = """
import sys
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

app = QApplication(sys.argv)
picture = QPixmap(32, 32)
picture.fill(QColor("teal"))
icon, menu = QSystemTrayIcon(QIcon(picture)), QMenu()
menu.addAction("Greet").triggered.connect(lambda: print("greeted", flush=True))
menu.addSeparator()
menu.addAction("Greyed").setEnabled(False)
icon.setContextMenu(menu)
icon.setToolTip("A sample")
icon.activated.connect(lambda reason: print(reason.name, flush=True))
icon.show()
sys.exit(app.exec())
"""
ASK = "from PySide6.QtWidgets import *; app = QApplication([]); print(QSystemTrayIcon.isSystemTrayAvailable())"
LOOK = """
import asyncio, os
from ringodesk_qt.checking.session import look_at_session

found = asyncio.run(look_at_session(os.environ))
print(found.has_display, found.has_bus, found.has_notifier_tray, found.has_xembed_tray)
"""


@pytest.fixture
def sample(desktop_without_tray, tray_host):
    command = [sys.executable, "-c", SAMPLE]
    with subprocess.Popen(command, env=desktop_without_tray.env, stdout=subprocess.PIPE, text=True) as child:
        yield child
        child.terminate()
        child.wait(10)


def test_the_icon_and_its_menu_are_seen(sample, tray_host):
    icon = tray_host.wait_for_icon(lambda one: one.tooltip == "A sample")
    assert icon.labels() == ["Greet", "Greyed"]
    assert [(line.is_enabled, line.is_separator) for line in icon.menu()] == [
        (True, False),
        (True, True),
        (False, False),
    ]
    teal = bytes([255, 0, 128, 128])
    assert {pixels[:4] for pixels in icon.pictures.values()} == {teal}


def test_icon_and_menu_are_clicked(sample, tray_host):
    icon = tray_host.wait_for_icon()
    icon.choose("Greet")
    assert sample.stdout.readline() == "greeted\n"
    icon.activate()
    assert sample.stdout.readline() == "Trigger\n"


def test_a_line_that_is_greyed_out_cannot_be_chosen(sample, tray_host):
    icon = tray_host.wait_for_icon()
    with pytest.raises(AssertionError, match="greyed out"):
        icon.choose("Greyed")
    with pytest.raises(AssertionError, match="the menu says"):
        icon.choose("Not there")


def test_an_icon_goes_with_its_program(sample, tray_host):
    tray_host.wait_for_icon()
    sample.terminate()
    tray_host.wait_until_empty()


def test_a_tray_can_come_and_go(desktop_without_tray):
    def has_tray() -> str:
        command = [sys.executable, "-c", ASK]
        env = desktop_without_tray.env
        return subprocess.run(command, env=env, capture_output=True, text=True, timeout=30, check=True).stdout

    assert has_tray() == "False\n"
    with TrayHost(desktop_without_tray.env["DBUS_SESSION_BUS_ADDRESS"]):
        assert has_tray() == "True\n"
    assert has_tray() == "False\n"


def test_a_look_from_a_terminal_finds_the_same(desktop, desktop_without_tray):
    def found(env) -> str:
        return subprocess.run(
            [sys.executable, "-c", LOOK], env=env, capture_output=True, text=True, timeout=30, check=True
        ).stdout

    assert found(desktop.env) == "True True False True\n"
    assert found(desktop_without_tray.env) == "True True False False\n"
    with TrayHost(desktop_without_tray.bus_address):
        assert found(desktop_without_tray.env) == "True True True False\n"


def test_who_waits_may_ask_the_bus_while_things_change(tray_host):
    async def change() -> bool:
        tray_host.tell()
        return True

    assert tray_host.wait_for(lambda: tray_host.in_loop(change()), "nothing")


def test_waiting_in_vain_says_for_what(tray_host):
    with pytest.raises(AssertionError, match=r"waited 0\.05 s for the moon"):
        tray_host.wait_for(lambda: None, "the moon", timeout_s=0.05)
