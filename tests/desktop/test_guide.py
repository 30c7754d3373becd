"""The guide in the real window: from the set-up, by F1, by the keys alone, and out to the browser."""

from __future__ import annotations

import os
import subprocess
import time

import pytest


@pytest.fixture
def browser(tmp_path):
    """A desktop's way to open links that writes down what it was asked for."""
    folder, asked = tmp_path / "bin", tmp_path / "asked"
    folder.mkdir()
    script = folder / "xdg-open"
    script.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {asked}\n')
    script.chmod(0o755)
    return {"PATH": f"{folder}:{os.environ['PATH']}"}, asked


def press(desktop, *keys):
    subprocess.run(["xdotool", "key", *keys], env=desktop.env, check=True, timeout=10)


def wait_until(condition, timeout_s=10.0):
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_it_is_read_above_the_set_up_and_beside_the_window(app, desktop, screen_reader, tmp_path, browser):
    env, asked = browser
    process = app(home=tmp_path / "home", env=env)
    process.wait_window()
    wizard = screen_reader.find("dialog", "Set up Ringodesk", pid=process.pid)

    def opened():
        guide = screen_reader.find("dialog", "Guide", pid=process.pid)
        return guide, screen_reader.wait_for(lambda page: page.is_("focused"), "label", within=guide)

    wizard.find("push button", "Help").press()
    guide, page = opened()  # a dialog that keeps all else waiting does not keep this
    wait_until(lambda: page.text.startswith("Set it up"))
    screen_reader.wait_for(lambda row: row.name == "Known limits", "list item", within=guide).select()
    wait_until(lambda: page.text.startswith("Known limits"))
    press(desktop, "alt+Left")
    wait_until(lambda: page.text.startswith("Set it up"))
    press(desktop, "Escape")
    screen_reader.wait_until_gone("dialog", "Guide")
    screen_reader.wait_for(lambda field: field.is_("focused"), "password text", "API key", within=wizard)
    wizard.find("push button", "Later").press()
    screen_reader.wait_until_gone("dialog")

    press(desktop, "F1")
    _guide, page = opened()
    wait_until(lambda: page.text.startswith("The Ringodesk guide"))
    press(desktop, "Tab", "Return")  # its first link
    wait_until(lambda: page.text.startswith("Install"))
    press(desktop, "alt+Left")
    wait_until(lambda: page.text.startswith("The Ringodesk guide"))
    press(desktop, "Tab", "Tab", "Return")
    wait_until(lambda: page.text.startswith("Set it up"))
    press(desktop, "Tab", "Tab", "Tab", "Return")
    wait_until(lambda: asked.is_file() and asked.read_text() == "https://ngrok.com")
    press(desktop, "Escape")
    screen_reader.wait_until_gone("dialog", "Guide")
    screen_reader.wait_for(lambda one: one.is_("focused"), within=process.wait_window())
