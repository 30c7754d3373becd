"""The bring-up itself: every part of the private desktop does what the tests of the app will ask of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from desktop import SESSION, Desktop, descendants, is_running

WINDOW = """
import sys
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSystemTrayIcon, QVBoxLayout, QWidget

app = QApplication(sys.argv)
window = QWidget(windowTitle="A window of the tests")
field, button = QLineEdit(accessibleName="Words"), QPushButton("Shout")
layout = QVBoxLayout(window)
layout.addWidget(field)
layout.addWidget(button)
button.clicked.connect(lambda: field.setText(field.text().upper()))
window.setStyleSheet("QWidget { background: #d03060 }")
picture = QPixmap(22, 22)
picture.fill(QColor("#30d060"))
tray = QSystemTrayIcon(QIcon(picture))
tray.show()
window.resize(400, 300)
window.show()
print(QSystemTrayIcon.isSystemTrayAvailable(), flush=True)
sys.exit(app.exec())
"""


@pytest.fixture
def window(desktop):
    with subprocess.Popen([sys.executable, "-c", WINDOW], env=desktop.env, stdout=subprocess.PIPE, text=True) as child:
        yield child
        child.terminate()
        child.wait(10)


def share_of(desktop, colour):
    """How much of the screen has this colour, of 1."""
    _width, _height, pixels = desktop.pixels()
    triples = [pixels[place::3] for place in range(3)]
    return sum(triple == colour for triple in zip(*triples, strict=True)) / len(triples[0])


def wait_until(condition, timeout_s=10.0):
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_window_is_found_read_and_pressed(window, screen_reader):
    shown = screen_reader.find(name="A window of the tests", pid=window.pid)
    field = shown.find("text", "Words")
    field.set_text("hello")
    assert field.text == "hello"
    shown.find("push button", "Shout").press()
    wait_until(lambda: field.text == "HELLO")
    assert shown.is_("showing")
    assert [child.role for child in shown.children] == ["text", "push button"]
    screen_reader.wait_for(lambda node: node.name == "Shout", "push button")


def test_what_was_found_is_gone_with_its_program(window, screen_reader):
    screen_reader.find(name="A window of the tests", pid=window.pid)
    window.terminate()
    window.wait(10)
    screen_reader.wait_until_gone(name="A window of the tests")


def test_the_screen_shows_the_window_and_the_icon_in_the_tray(window, desktop, tmp_path):
    assert window.stdout.readline() == "True\n"
    wait_until(lambda: share_of(desktop, (0xD0, 0x30, 0x60)) > 0.05)
    wait_until(lambda: share_of(desktop, (0x30, 0xD0, 0x60)) > 0.0001)
    picture = desktop.screenshot(tmp_path / "screen.png")
    from PySide6.QtGui import QImage

    image = QImage(str(picture))
    assert (image.width(), image.height()) == desktop.pixels()[:2]
    colours = {image.pixelColor(x, y).name() for x in range(0, 1280, 8) for y in range(0, 900, 8)}
    assert "#d03060" in colours


def test_there_is_no_tray_where_there_is_none(desktop_without_tray):
    with subprocess.Popen(
        [sys.executable, "-c", WINDOW], env=desktop_without_tray.env, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout.readline() == "False\n"
        child.terminate()


def test_a_secret_is_kept_from_one_process_to_the_next(desktop):
    def ask(code):
        command = [sys.executable, "-c", f"import keyring; {code}"]
        ran = subprocess.run(command, env=desktop.env, capture_output=True, text=True, timeout=30, check=True)
        return ran.stdout

    ask("keyring.set_password('ringodesk-tests', 'who', 'a secret')")
    assert ask("print(keyring.get_password('ringodesk-tests', 'who'), keyring.get_keyring().name)") == (
        "a secret SecretService Keyring\n"
    )


NOTIFY = """
import asyncio, sys
from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"

async def main():
    bus = await MessageBus().connect()
    heard = asyncio.Queue()
    rule = f"type='signal',interface='{NAME}'"
    dbus = "org.freedesktop.DBus"
    await bus.call(Message(dbus, "/org/freedesktop/DBus", dbus, "AddMatch", signature="s", body=[rule]))
    bus.add_message_handler(lambda m: heard.put_nowait(m) if m.message_type is MessageType.SIGNAL else None)
    body = ["tests", 0, "", "Lena", "The parcel is here", ["default", "Open", "inline-reply", "Reply"], {}, -1]
    reply = await bus.call(Message(NAME, PATH, NAME, "Notify", signature="susssasa{sv}i", body=body))
    print(reply.body[0], flush=True)
    while True:
        said = await heard.get()
        if said.interface == NAME:
            print(said.member, *said.body, flush=True)
            if said.member == "NotificationClosed":
                return

asyncio.run(main())
"""


@pytest.fixture
def asking(desktop, request):
    with subprocess.Popen([sys.executable, "-c", NOTIFY], env=desktop.env, stdout=subprocess.PIPE, text=True) as child:
        yield child
        child.terminate()


def test_a_notice_reaches_the_recorder_and_its_reply_comes_back(notices, asking):
    shown = notices.wait_for(lambda notice: notice.summary == "Lena")
    assert (shown.body, shown.actions) == ("The parcel is here", {"default": "Open", "inline-reply": "Reply"})
    assert asking.stdout.readline() == f"{shown.id}\n"
    notices.reply(shown, "On my way")
    assert asking.stdout.readline() == f"NotificationReplied {shown.id} On my way\n"
    assert asking.stdout.readline() == f"NotificationClosed {shown.id} 2\n"
    assert notices.open_notices == []


def test_a_button_of_a_notice_is_pressed(notices, asking):
    shown = notices.wait_for(lambda notice: notice.is_open)
    asking.stdout.readline()
    notices.invoke(shown)
    assert asking.stdout.readline() == f"ActionInvoked {shown.id} default\n"


def test_a_notice_reaches_dunst(desktop, asking):
    assert desktop.has_name("org.freedesktop.Notifications")
    assert asking.stdout.readline().strip().isdigit()


def test_a_simulator_answers_from_its_own_thread(simulator):
    running = simulator()
    assert running.simulator.api_url.startswith("http://127.0.0.1:")
    running.run(running.simulator.say("501", "Hello", to="2075550100"))
    assert [message.content for message in running.simulator.messages] == ["Hello"]


def test_nothing_is_left_after_the_end():
    with Desktop() as desktop:
        parts = descendants(desktop.pid)
        assert len(parts) >= 6
        folder = desktop.folder
    assert [pid for pid in parts if is_running(pid)] == []
    assert not folder.exists()


def test_nothing_is_left_when_the_tests_are_killed(tmp_path):
    """SIGKILL to who asked for the desktop: its standard input closes, and everything goes."""
    asks = (
        "import subprocess, sys\n"
        "session = subprocess.Popen([sys.executable, *sys.argv[1:]], stdin=subprocess.PIPE)\n"
        "print(session.pid, flush=True)\n"
        "session.wait()\n"
    )
    command = [sys.executable, "-c", asks, str(SESSION), str(tmp_path / "desktop")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        session = int(child.stdout.readline())
        assert child.stdout.readline().startswith("{")
        parts = [session, *descendants(session)]
        assert len(parts) >= 7
        os.kill(child.pid, signal.SIGKILL)
        child.wait(10)
    wait_until(lambda: not any(map(is_running, parts)))


def test_by_hand_it_runs_a_command_and_hands_its_exit_code_back(tmp_path):
    command = [sys.executable, str(SESSION), str(tmp_path), "--", "sh", "-c", 'test -n "$DISPLAY" && exit 7']
    assert subprocess.run(command, timeout=40, check=False).returncode == 7
    assert Path(tmp_path / "home").is_dir()
