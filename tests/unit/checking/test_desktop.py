"""What the checks say of the tray, and of what opens a file."""

from __future__ import annotations

import pytest

from ringodesk_qt.checking import desktop
from ringodesk_qt.checking.desktop import check_files, check_tray
from ringodesk_qt.checking.session import Session, look_at_session
from ringodesk_qt.core.checks import Verdict
from ringodesk_qt.core.settings import Settings
from ringodesk_qt.models.message import Attachment

OK, WARNING = Verdict.OK, Verdict.WARNING
AT_DESK = Session(has_display=True, has_bus=True)


@pytest.fixture(autouse=True)
def _linux(monkeypatch):
    monkeypatch.setattr(desktop.sys, "platform", "linux")


@pytest.mark.parametrize(
    ("session", "shows_icon", "verdict", "words"),
    [
        (Session(has_display=True, has_bus=True, has_notifier_tray=True), True, OK, "StatusNotifier"),
        (Session(has_display=True, has_xembed_tray=True), True, OK, "XEmbed"),
        (AT_DESK, True, WARNING, "no tray"),
        (Session(has_display=True), True, WARNING, "session bus"),
        (Session(), True, OK, "no display"),
        (Session(has_display=True, has_notifier_tray=True), False, WARNING, "switched off"),
    ],
)
def test_where_the_icon_is(session, shows_icon, verdict, words):
    check = check_tray(session, Settings(show_tray_icon=shows_icon))
    assert (check.verdict, words in check.sentence, bool(check.fix)) == (verdict, True, verdict is WARNING)


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":4711", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}])
async def test_nobody_to_ask_is_no_fault_of_the_check(environment, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert await look_at_session(environment) == Session(has_display=bool(environment))


@pytest.fixture
def opener(tmp_path):
    """An environment with xdg-open, in which text and PNG have a program and PDF has had one."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "xdg-open").touch(mode=0o755)
    applications = tmp_path / "share" / "applications"
    applications.mkdir(parents=True)
    (applications / "mimeinfo.cache").write_text("[MIME Cache]\ntext/plain=pad.desktop;\nimage/png=look.desktop;\n")
    (applications / "mimeapps.list").write_text("[Removed Associations]\napplication/pdf=read.desktop;\n")
    shared = {"XDG_DATA_DIRS": str(tmp_path / "share"), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_DIRS": "/nowhere"}
    return {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path), **shared}


def files(folder, *names):
    for name in names:
        (folder / name).touch()
    return [Attachment(name=name, path=str(folder / name)) for name in names]


def test_every_kind_that_is_here_has_a_program(opener, tmp_path):
    check = check_files(AT_DESK, files(tmp_path, "a.png", "b.txt", "c.csv", "no ending"), opener)
    assert (check.verdict, check.fix) == (OK, "")


def test_the_kinds_without_a_program_are_named(opener, tmp_path):
    check = check_files(AT_DESK, files(tmp_path, "a.png", "b.pdf"), opener)
    assert (check.verdict, "application/pdf." in check.sentence, "png" in check.sentence) == (WARNING, True, False)


@pytest.mark.parametrize(
    ("session", "environment", "verdict", "words"),
    [
        (AT_DESK, {"PATH": "/nowhere"}, WARNING, "xdg-open"),
        (AT_DESK, {"PATH": "/nowhere", "SNAP": "/snap/ringodesk"}, WARNING, "portal is missing"),
        (Session(has_display=True, has_portal=True), {"SNAP": "/snap/ringodesk"}, OK, "portal opens"),
        (Session(), {"PATH": "/nowhere"}, OK, "no display"),
    ],
)
def test_what_opens_files_at_all(session, environment, verdict, words):
    check = check_files(session, [], environment)
    assert (check.verdict, words in check.sentence) == (verdict, True)


def test_files_that_are_gone_come_first(opener, tmp_path):
    here = [*files(tmp_path, "a.pdf", "b.pdf"), Attachment(name="elsewhere", url="https://files.example.com/1")]
    (tmp_path / "b.pdf").unlink()
    check = check_files(Session(), here, opener)
    assert (check.verdict, check.sentence) == (WARNING, "Not where they were: 1 of the last 2 files.")
