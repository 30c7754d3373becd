"""Logging out as display managers do it: the whole desktop ends under the app, key store, buses and screen, unasked."""

from __future__ import annotations

import contextlib
import sqlite3
import time

import pytest
from desktop import Desktop
from programs import AppProcess
from screen_reader import ScreenReader

LENA = "501"


class LogIn:
    """The app with this home on a desktop of its own."""

    def __init__(self, home, folder):
        self._home, self._folder = home, folder
        self._desktop = Desktop(has_notices=False)

    def __enter__(self):
        self._folder.mkdir()
        with contextlib.ExitStack() as opened:
            desktop = opened.enter_context(self._desktop)
            self._reader = opened.enter_context(ScreenReader(desktop.env))
            env = {**desktop.env, "RINGODESK_API_KEY": "demo-key"}
            link = f"ringodesk:chat?to={LENA}"
            self.process = AppProcess(env, self._home, self._reader, self._folder, [link])
            self.window = self.process.wait_receiving()
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *error):
        self._opened.__exit__(*error)

    def find(self, role, name, *states):
        return self._reader.wait_for(lambda one: {"showing", *states} <= one.states, role, name, within=self.window)

    def wait_row(self, *words):
        rows = self.find("list", "Messages")
        self._reader.wait_for(lambda row: all(word in row.name for word in words), "list item", within=rows)


@pytest.fixture
def home(account, simulator):
    return account(simulator())


def asked(home, question):
    with contextlib.closing(sqlite3.connect(f"file:{home}/ringodesk.db?mode=ro", uri=True)) as database:
        return database.execute(question).fetchall()


def test_a_screen_that_goes_ends_the_app_and_loses_nothing(home, tmp_path):
    with LogIn(home, tmp_path / "first") as first:
        first.find("text", "Message").set_text("This arrives")
        first.find("push button", "Send", "enabled").press()
        first.wait_row("This arrives", "sent")
        first.find("text", "Message").set_text("Half a sent")
        wait_until(lambda: ("Half a sent",) in asked(home, "SELECT draft FROM chat"))
    first.process.wait_end()
    assert asked(home, "PRAGMA integrity_check") == [("ok",)]
    with LogIn(home, tmp_path / "second") as second:
        second.wait_row("This arrives", "sent")
        assert second.find("text", "Message").text == "Half a sent"
        second.process.stop()


def wait_until(condition, timeout_s=15.0):
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)
