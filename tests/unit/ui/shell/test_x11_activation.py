"""Start-up ids: their time, and that what is no such id is told to nobody."""

from __future__ import annotations

import pytest

from ringodesk_qt.ui.x11_activation import tell_window_manager, time_of


@pytest.mark.parametrize(
    ("startup_id", "time"),
    [
        ("launcher-12-host_TIME4711", 4711),
        ("gnome-shell/Ringodesk/1-0-host_TIME4294967299", 3),
        ("host_TIME", 0),
        ("host_TIME-5", 0),
        ("_TIME4711 and more", 0),
        ("", 0),
    ],
)
def test_the_time_of_the_click(startup_id, time):
    assert time_of(startup_id) == time


@pytest.mark.parametrize(
    "startup_id", ["", "abc", "a\n_TIME5", "a\0_TIME5", "ä_TIME5", "a" * 600 + "_TIME5"], ids=ascii
)
def test_what_is_no_id_is_told_to_nobody(startup_id, monkeypatch):
    monkeypatch.setattr("ctypes.CDLL", lambda _name: pytest.fail("the screen was spoken to"))
    assert tell_window_manager(1, startup_id) is False


def test_without_a_screen_nobody_is_told(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4711")
    assert tell_window_manager(1, "a_TIME5") is False
