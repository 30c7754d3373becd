"""The home is its user's alone, however it was found."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest

from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.paths import Home

WIDE = 0o755


def modes(folder):
    """What is open to others: folders below 0700 and files below 0600, by name."""
    found = {path: stat.S_IMODE(path.lstat().st_mode) for path in [folder, *folder.rglob("*")] if not path.is_symlink()}
    return {str(path.relative_to(folder)): oct(mode) for path, mode in found.items() if mode & 0o077}


@pytest.fixture
def wide_home(tmp_path):
    folder = tmp_path / "home"
    (folder / "files" / "7").mkdir(parents=True)
    for name in ("ringodesk.db", "settings.json", "files/7/plan.pdf"):
        (folder / name).write_text("x")
        (folder / name).chmod(0o664)
    for place in (folder, folder / "files", folder / "files" / "7"):
        place.chmod(WIDE)
    return folder


def test_a_home_that_was_open_to_others_is_closed_to_them(wide_home):
    assert len(modes(wide_home)) == 6
    Home(wide_home).make()
    assert modes(wide_home) == {}


def test_what_lies_in_a_closed_home_is_closed_too(wide_home):
    wide_home.chmod(0o700)
    Home(wide_home).make()
    assert set(modes(wide_home)) == {"files/7", "files/7/plan.pdf"}, "below a closed folder nothing is walked through"


def test_a_program_stays_one(tmp_path):
    folder = Home(tmp_path / "home").make().tunnel
    (folder / "start-agent").write_text("x")
    (folder / "start-agent").chmod(WIDE)
    folder.parent.chmod(WIDE)
    Home(folder.parent).make()
    assert stat.S_IMODE((folder / "start-agent").stat().st_mode) == 0o700


def test_a_home_behind_a_link_is_closed_and_what_its_links_lead_to_is_left_alone(wide_home, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    outside.chmod(0o644)
    (wide_home / "link.txt").symlink_to(outside)
    (tmp_path / "link").symlink_to(wide_home)
    Home(tmp_path / "link").make()
    assert modes(wide_home) == {}
    assert stat.S_IMODE(outside.stat().st_mode) == 0o644


def test_a_link_that_leads_nowhere_is_told(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    with pytest.raises(EnvironmentProblemError, match="--home"):
        Home(tmp_path / "link").make()


def test_a_home_of_somebody_else_is_told_and_left_alone(wide_home, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: wide_home.stat().st_uid + 1)
    with pytest.raises(EnvironmentProblemError, match=r"belongs to another user .*--home"):
        Home(wide_home).make()
    assert stat.S_IMODE(wide_home.stat().st_mode) == WIDE


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o277])
def test_whatever_the_umask(tmp_path, umask):
    code = (
        "import resource, sys; from pathlib import Path; from ringodesk_qt import paths\n"
        "paths.keep_to_ourselves(); home = paths.Home(Path(sys.argv[1])).make()\n"
        "(home.files / 'x').write_text('x'); assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 1"
    )
    folder = tmp_path / "parent" / "home"
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, umask=umask)
    expected = {"parent": 0o700, "home": 0o700, "files": 0o700, "x": 0o600}
    found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*") if path.name in expected}
    assert found == expected


def test_what_lies_in_the_way_is_named(tmp_path):
    (tmp_path / "run").touch()
    with pytest.raises(EnvironmentProblemError, match=f"{tmp_path}/run cannot be used: what lies there is no folder"):
        Home(tmp_path).make()
