"""Closing to the tray and back, the tray's menu, notices and their buttons, and a desktop without a tray."""

from __future__ import annotations

import contextlib
import json
import re
import signal
import subprocess
import time

import pytest
from programs import AppProcess, change_settings, webhook_url
from screen_reader import NotThereError, ScreenReader

LENA = "501"
NUMBER = "2075550100"


def connect(process, running, home):
    """Its window, once notifications come in."""
    window = process.wait_receiving()
    running.simulator.set_webhook(webhook_url(home))
    return window


def close_window(desktop):
    """As the title bar's button does: the window manager asks the window to close."""
    subprocess.run(["wmctrl", "-c", "Ringodesk"], env=desktop.env, check=True, timeout=15)


def leave_the_first_run(reader, process):
    reader.find("dialog", pid=process.pid).find("push button", "Later").press()
    wait_until(lambda: not reader.find_all("dialog", pid=process.pid))


def is_showing(screen_reader, process):
    return any("showing" in node.states for node in screen_reader.find_all("frame", pid=process.pid))


def test_closing_hides_in_the_tray_and_a_notice_brings_it_back(
    app, account, desktop, simulator, screen_reader, notices
):
    running = simulator()
    home = account(running)
    process = app(home=home)
    connect(process, running, home)
    close_window(desktop)
    wait_until(lambda: not is_showing(screen_reader, process))
    assert process.is_running
    running.run(running.simulator.say(LENA, "Are you there?", to=NUMBER))
    shown = notices.wait_for(lambda notice: "Are you there?" in notice.body)
    assert shown.summary == "Lena Hoffmann"
    notices.invoke(shown)
    window = process.wait_window()
    rows = window.find("list", "Messages")
    screen_reader.wait_for(lambda row: "Are you there?" in row.name, "list item", within=rows)


def test_a_reply_in_a_notice_is_sent(app, account, simulator, screen_reader, notices):
    running = simulator()
    home = account(running)
    connect(app(home=home), running, home)
    running.run(running.simulator.say(LENA, "Coffee?", to=NUMBER))
    notices.reply(notices.wait_for(lambda notice: "Coffee?" in notice.body), "Yes, at ten")
    record = running.run(running.simulator.wait_request("message"))
    assert (record.params["to"], record.params["content"]) == (LENA, "Yes, at ten")


def test_one_notice_a_message_and_it_goes_when_it_is_deleted(app, account, simulator, screen_reader, notices):
    running = simulator()
    home = account(running)
    connect(app(home=home), running, home)
    messageid = running.run(running.simulator.say(LENA, "Wrong number", to=NUMBER))
    notices.wait_for(lambda notice: "Wrong number" in notice.body)
    running.run(running.simulator.delete(messageid))
    wait_until(lambda: not notices.open_notices)
    assert len([one for one in notices.notices if "Wrong number" in one.body]) == 1


def open_chat(screen_reader, window, words):
    for _try in range(5):  # the row may be replaced between its being found and its being chosen
        with contextlib.suppress(NotThereError):
            rows = window.find("list", "Chats")
            screen_reader.wait_for(lambda row: words in row.name, "list item", within=rows).select()
            return


def test_a_notice_goes_within_a_second_of_its_chat_being_opened(app, account, simulator, screen_reader, notices):
    running = simulator()
    home = account(running)
    window = connect(app(home=home), running, home)
    running.run(running.simulator.say(LENA, "Are you there?", to=NUMBER))
    shown = notices.wait_for(lambda notice: "Are you there?" in notice.body)
    notices.invoke(shown)  # opens the chat; the recorder takes this one away itself
    running.run(running.simulator.say("502", "And you?", to=NUMBER))
    notices.wait_for(lambda notice: "And you?" in notice.body)
    open_chat(screen_reader, window, "And you?")
    wait_until(lambda: not notices.open_notices, timeout_s=3.0)  # a second, and what the screen reader takes


def repeat_messages(running):
    """Every message is told again, to whom it was told; returns when that was acknowledged."""
    simulator = running.simulator
    for record in [one for one in simulator.webhooks if one.method == "message"]:
        running.run(simulator.notify("message", record.params))
    running.run(simulator.settled())
    assert simulator.webhooks[-1].is_taken


def knows_notice(home, notice):
    """Whether a notice's number is on disk, where the next process finds it."""
    kept = home / "standing-notices.json"
    return kept.exists() and notice.id in [number for number, _ in json.loads(kept.read_text())["standing"].values()]


def test_one_notice_for_ever_through_kills_and_repetitions(app, account, simulator, screen_reader, notices):
    running = simulator()
    home = account(running)
    process = app(home=home)
    connect(process, running, home)
    messageid = running.run(running.simulator.say(LENA, "Once only", to=NUMBER))
    shown = notices.wait_for(lambda notice: "Once only" in notice.body)
    repeat_messages(running)
    wait_until(lambda: knows_notice(home, shown))  # the service shows it before it tells its number
    process.kill()
    again = app(home=home)
    connect(again, running, home)
    repeat_messages(running)
    assert [(one.body, one.replaced, one.is_open) for one in notices.notices] == [("Once only", 0, True)]
    running.run(running.simulator.delete(messageid))
    wait_until(lambda: not notices.open_notices)  # the number that the killed process was given is known to the next
    assert len(notices.notices) == 1


@pytest.fixture
def bare_reader(desktop_without_tray):
    with ScreenReader(desktop_without_tray.env) as reader:
        yield reader


@pytest.fixture
def bare_app(desktop_without_tray, bare_reader, tmp_path):
    """The app on the desktop without a tray."""
    process = AppProcess(desktop_without_tray.env, tmp_path / "home", bare_reader, tmp_path, ())
    yield process
    process.stop()


def test_without_a_tray_closing_quits_and_never_hides(bare_app, bare_reader, desktop_without_tray):
    bare_app.wait_window()
    leave_the_first_run(bare_reader, bare_app)
    close_window(desktop_without_tray)
    assert bare_app.wait_end() == 0


def test_the_trays_menu_opens_and_quits(bare_app, bare_reader, desktop_without_tray, tray_host):
    bare_app.wait_window()
    leave_the_first_run(bare_reader, bare_app)
    icon = tray_host.wait_for_icon()
    assert "Open Ringodesk" in icon.labels()
    close_window(desktop_without_tray)
    wait_until(lambda: not is_showing(bare_reader, bare_app))
    assert bare_app.is_running
    icon.choose("Open Ringodesk")
    bare_app.wait_window()
    icon.choose("Quit")
    assert bare_app.wait_end() == 0


def test_what_comes_while_not_to_be_disturbed_is_one_digest(app, account, simulator, screen_reader, notices):
    running = simulator()
    home = account(running)
    change_settings(home, do_not_disturb_until="9999-01-01T00:00:00Z")
    process = app(home=home)
    window = connect(process, running, home)
    for text in ("One", "Two"):
        running.run(running.simulator.say(LENA, text, to=NUMBER))
    running.run(running.simulator.settled())
    rows = window.find("list", "Chats")
    screen_reader.wait_for(lambda row: "2 unread" in row.name, "list item", within=rows)
    assert notices.notices == []
    change_settings(home, do_not_disturb_until=None)
    shown = notices.wait_for(lambda notice: "while you were away" in notice.summary)
    assert (shown.summary, "Lena Hoffmann" in shown.body) == ("2 messages in 1 chat while you were away", True)
    notices.invoke(shown)
    rows = process.wait_window().find("list", "Messages")
    screen_reader.wait_for(lambda row: "One" in row.name, "list item", within=rows)
    assert len(notices.notices) == 1


def test_the_trays_menu_leaves_one_alone_and_pauses(bare_app, bare_reader, tray_host):
    bare_app.wait_window()
    leave_the_first_run(bare_reader, bare_app)
    icon = tray_host.wait_for_icon()
    tray_host.wait_for(lambda: "Pause receiving" in icon.labels(), "the menu")
    icon.choose("Do not disturb", "For 1 hour")
    tray_host.wait_for_icon(lambda one: "Do not disturb until" in one.tooltip)
    (words,) = [label for label in icon.labels() if label.startswith("Do not disturb")]
    icon.choose(words, "Turn off")
    tray_host.wait_for_icon(lambda one: "Do not disturb" not in one.tooltip)
    icon.choose("Pause receiving")
    tray_host.wait_for_icon(lambda one: "receiving is paused" in one.tooltip)
    wait_until(lambda: "Receiving: paused" in icon.labels())
    icon.choose("Resume receiving")
    tray_host.wait_for_icon(lambda one: "paused" not in one.tooltip)


def test_sigterm_ends_it_cleanly(app):
    process = app()
    process.wait_window()
    subprocess.run(["kill", f"-{signal.SIGTERM.value}", str(process.pid)], check=True)
    assert process.wait_end() == 0


def wait_until(condition, timeout_s=15.0):
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)


def windows(desktop, process):
    """The windows of a program that are on the screen, menus too."""
    look = ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)]
    told = subprocess.run(look, env=desktop.env, capture_output=True, text=True, timeout=15, check=False)
    return set(told.stdout.split())


def click_in_tray(desktop, button):
    """A click on what is rightmost in the desktop's own tray: the pointer is moved there, the button pressed."""
    look = ["xwininfo", "-name", "panel"]  # so the tray calls its window
    told = subprocess.run(look, env=desktop.env, capture_output=True, text=True, timeout=15, check=True).stdout
    left, top, width, height = (
        int(re.search(rf"{of}: +(-?\d+)", told).group(1))
        for of in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
    )
    place = [str(left + width - height // 2), str(top + height // 2)]
    click = ["xdotool", "mousemove", *place, "click", str(button)]
    subprocess.run(click, env=desktop.env, timeout=15, check=True)


def test_the_icon_in_an_xembed_tray_opens_on_a_click_and_has_a_menu_on_another(app, desktop, screen_reader):
    process = app()
    process.wait_window()
    leave_the_first_run(screen_reader, process)
    close_window(desktop)
    wait_until(lambda: not is_showing(screen_reader, process))
    click_in_tray(desktop, 1)
    process.wait_window()
    before = windows(desktop, process)
    click_in_tray(desktop, 3)
    wait_until(lambda: windows(desktop, process) - before)
    press = ["xdotool", "key", "Up", "Return"]  # its last line is Quit
    subprocess.run(press, env=desktop.env, timeout=15, check=True)
    assert process.wait_end() == 0
