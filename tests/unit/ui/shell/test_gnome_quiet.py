"""GNOME's own do not disturb, asked of a program that takes its time."""

from __future__ import annotations

import os

import pytest
import shiboken6
from PySide6.QtCore import QObject, QProcess
from PySide6.QtDBus import QDBusConnection

from ringodesk_qt.ui.gnome_quiet import READER, GnomeQuiet


@pytest.fixture
def reader(tmp_path, monkeypatch):
    """Makes GNOME's program one that does what a line of shell says."""
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    def make(line):
        (tmp_path / READER).write_text(f"#!/bin/sh\n{line}\n")
        (tmp_path / READER).chmod(0o755)

    return make


@pytest.mark.parametrize(("answer", "is_on"), [("false", True), ("true", False)])
def test_what_it_says_is_told(qtbot, reader, answer, is_on):
    reader(f"echo {answer}")
    quiet = GnomeQuiet()
    with qtbot.waitSignal(quiet.told, timeout=10_000) as told:
        quiet.begin(QDBusConnection("nowhere"))
    assert told.args == [is_on]


def test_who_asks_may_be_closed_before_the_answer(qapp, qtbot, reader, tmp_path):
    """The settings ask too. A process that goes with its owner is killed, waited for, and warned of."""
    os.mkfifo(tmp_path / "fifo")
    reader(f"exec cat {tmp_path}/fifo")
    owner = QObject()
    GnomeQuiet(owner).begin(QDBusConnection("nowhere"))
    (asking,) = qapp.findChildren(QProcess)
    with qtbot.waitSignal(asking.destroyed, timeout=10_000):
        shiboken6.delete(owner)
