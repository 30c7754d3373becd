"""The menu entry and start at login: what is written, and that exactly that is taken away."""

from __future__ import annotations

import configparser
import json
import subprocess
import sys
from pathlib import Path

import pytest

from ringodesk_qt import APPLICATION_ID
from ringodesk_qt.errors import EnvironmentProblemError, InputError
from ringodesk_qt.paths import Home
from ringodesk_qt.system import installing, menu_entry
from ringodesk_qt.system.autostart import set_start_at_login, starts_at_login

ENTRY = f"{APPLICATION_ID}.desktop"


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """The user's folders, empty; the usual home lies in them."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture
def place(folders):
    return Home(folders / "data" / "ringodesk").make()


def tree(folder):
    return {str(path.relative_to(folder)): path.is_file() and path.read_bytes() for path in folder.rglob("*")}


def entry_of(text):
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=True)
    parser.optionxform = str
    parser.read_string(text)
    return parser


def started_by(value):
    """What a desktop makes of an `Exec` value: the string's escapes first, then a shell's quotes, then field codes."""
    line = value.replace("\\\\", "\\")
    said = subprocess.run(["sh", "-c", f"printf '%s\\0' {line}"], capture_output=True, check=True).stdout.decode()
    return [word.replace("%%", "%") for word in said.split("\0")[:-1]]


@pytest.mark.parametrize(
    "part",
    [
        "/usr/bin/ringodesk",
        "/home/a b/x",
        '/odd "quote"',
        "/dollar$HOME",
        "/back`tick`",
        "/back\\slash",
        "/100%u",
        "/ä א",
    ],
)
def test_any_path_is_started_as_it_is_and_the_desktops_tool_agrees(part, tmp_path):
    command = [part, "--home", part]
    assert started_by(menu_entry.exec_line(command)) == command
    file = tmp_path / ENTRY
    file.write_text(menu_entry.menu_entry(command, ["tel"]))
    done = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_path_that_no_entry_can_hold_is_refused():
    with pytest.raises(EnvironmentProblemError, match="cannot hold"):
        menu_entry.exec_line(["/new\nline"])


def test_the_entry_starts_this_installation_with_links_and_actions(place):
    entry = entry_of(menu_entry.menu_entry(menu_entry.launch_command(place), ["tel", "sms"]))
    script = str(Path(sys.executable).parent / "ringodesk")
    assert started_by(entry["Desktop Entry"]["Exec"]) == [script, "%U"]
    assert started_by(entry["Desktop Action new-chat"]["Exec"]) == [script, "ringodesk:chat"]
    assert started_by(entry["Desktop Action quit"]["Exec"]) == [script, "--quit"]
    assert entry["Desktop Entry"]["MimeType"] == (
        "x-scheme-handler/ringodesk;x-scheme-handler/sms;x-scheme-handler/tel;"
    )


@pytest.mark.parametrize("asking", ["ringodesk", "ringodesk-cli"])
def test_in_a_bundle_it_is_the_windows_program_whichever_asks(tmp_path, monkeypatch, asking):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / asking))
    assert menu_entry.window_program() == [str(tmp_path / "ringodesk")]


def test_another_home_is_named(folders):
    other = Home(folders / "other home")
    assert menu_entry.launch_command(other)[-2:] == ["--home", str(other.folder)]


def test_what_is_installed_is_found_and_exactly_that_is_removed(folders, place):
    data = folders / "data"
    (data / "icons" / "hicolor").mkdir(parents=True)
    (data / "icons" / "hicolor" / "of-another.png").write_bytes(b"x")
    before = tree(data)
    done = installing.install(place, ["tel"])
    assert {became for _path, became in done} == {"written"}
    assert all(path.is_file() for path, _became in done)
    names = {str(path.relative_to(data)) for path, _became in done}
    assert {f"applications/{ENTRY}", f"icons/hicolor/48x48/apps/{APPLICATION_ID}.png"} < names
    again = installing.install(place, ["tel"])
    assert {became for _path, became in again} == {"unchanged"}
    assert installing.is_installed(place)
    changed = dict(installing.install(place))
    assert changed[data / "applications" / ENTRY] == "written"
    assert {path for path, _became in installing.remove(place)} == {path for path, _became in done}
    assert tree(data) == before
    assert installing.remove(place) == []


def test_what_an_earlier_version_put_goes_with_the_next(folders, place):
    installing.install(place)
    old = folders / "data" / "applications" / "old.desktop"
    old.write_text("[Desktop Entry]")
    kept = json.loads(place.menu_files.read_text())
    place.menu_files.write_text(json.dumps(kept | {"files": [*kept["files"], str(old)]}))
    assert (old, "removed") in installing.install(place)
    assert not old.exists()


def test_a_folder_that_cannot_be_written_is_told(folders, place):
    (folders / "data" / "applications").write_text("a file where a folder should be")
    with pytest.raises(EnvironmentProblemError, match="cannot be changed"):
        installing.install(place)


def test_elsewhere_there_is_no_menu_entry(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(InputError, match="Linux only"):
        installing.data_folder()


def test_start_at_login_is_an_entry_that_begins_in_the_tray(folders, place):
    assert not starts_at_login(place)
    set_start_at_login(place, is_on=True, is_minimized=True)
    file = folders / "config" / "autostart" / ENTRY
    assert started_by(entry_of(file.read_text())["Desktop Entry"]["Exec"])[-1] == "--minimized"
    done = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert starts_at_login(place)
    set_start_at_login(place, is_on=True, is_minimized=False)
    assert "--minimized" not in file.read_text()
    other = Home(folders / "other")
    set_start_at_login(other, is_on=True, is_minimized=False)
    set_start_at_login(place, is_on=False, is_minimized=True)
    set_start_at_login(place, is_on=False, is_minimized=True)
    assert (starts_at_login(place), starts_at_login(other)) == (False, True)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_who_turned_it_off_with_the_desktops_own_tool_has_turned_it_off(folders, place, line):
    set_start_at_login(place, is_on=True, is_minimized=True)
    file = folders / "config" / "autostart" / ENTRY
    file.write_text(file.read_text().replace("X-GNOME-Autostart-enabled=true", line))
    assert not starts_at_login(place)


def test_an_entry_of_the_systems_package_is_known_if_it_starts_this_installation(place, folders, tmp_path, monkeypatch):
    program = tmp_path / "lib" / "ringodesk"
    program.parent.mkdir()
    program.touch(mode=0o755)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "ringodesk").symlink_to(program)
    entry = tmp_path / "share" / "applications" / ENTRY
    entry.parent.mkdir(parents=True)
    entry.touch()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("XDG_DATA_DIRS", f"{tmp_path / 'none'}:{tmp_path / 'share'}")
    assert installing.system_entry(place) is None
    monkeypatch.setattr(installing, "window_program", lambda: [str(program)])
    assert installing.system_entry(place) == entry
    assert installing.system_entry(Home(tmp_path / "another")) is None
    entry.unlink()
    assert installing.system_entry(place) is None
