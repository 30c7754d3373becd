"""The menu entry and start at login: what is written, and that exactly that is taken away."""

from __future__ import annotations

import argparse
import configparser
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from ringodesk_qt import APPLICATION_ID
from ringodesk_qt.console.menu import desktop
from ringodesk_qt.console.output import Output
from ringodesk_qt.errors import EnvironmentProblemError, InputError
from ringodesk_qt.paths import Home
from ringodesk_qt.system import installing, menu_entry
from ringodesk_qt.system.autostart import set_start_at_login, starts_at_login

ENTRY = f"{APPLICATION_ID}.desktop"
SCRIPTS = {shell: f"# for {shell}" for shell in ("bash", "zsh", "fish")}


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


def test_the_desktops_tools_are_told_no_secret(place, tmp_path, monkeypatch):
    tool = tmp_path / "bin" / "update-desktop-database"
    tool.parent.mkdir()
    tool.write_text(f"#!/bin/sh\nenv > {tmp_path}/inherited\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}:/usr/bin:/bin")
    for name in ("RINGODESK_API_KEY", "NGROK_AUTHTOKEN"):
        monkeypatch.setenv(name, "a-secret")
    installing.install(place, [], SCRIPTS)
    told = (tmp_path / "inherited").read_text()
    assert ("XDG_DATA_HOME=" in told, "a-secret" in told) == (True, False)


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
    done = installing.install(place, ["tel"], SCRIPTS)
    assert {became for _path, became in done} == {"written"}
    assert all(path.is_file() for path, _became in done)
    names = {str(path.relative_to(data)) for path, _became in done}
    assert {f"applications/{ENTRY}", f"icons/hicolor/48x48/apps/{APPLICATION_ID}.png"} < names
    assert {"man/man1/ringodesk.1", "man/man1/ringodesk-cli.1", "zsh/site-functions/_ringodesk-cli"} < names
    assert (data / "bash-completion" / "completions" / "ringodesk-cli").read_text() == SCRIPTS["bash"]
    assert (data / "fish" / "vendor_completions.d" / "ringodesk-cli.fish").read_text() == SCRIPTS["fish"]
    again = installing.install(place, ["tel"], SCRIPTS)
    assert {became for _path, became in again} == {"unchanged"}
    assert installing.is_installed(place)
    changed = dict(installing.install(place, [], SCRIPTS))
    assert changed[data / "applications" / ENTRY] == "written"
    assert {path for path, _became in installing.remove(place)} == {path for path, _became in done}
    assert tree(data) == before
    assert installing.remove(place) == []


def test_what_an_earlier_version_put_goes_with_the_next(folders, place):
    installing.install(place, [], SCRIPTS)
    old = folders / "data" / "applications" / "old.desktop"
    old.write_text("[Desktop Entry]")
    kept = json.loads(place.menu_files.read_text())
    place.menu_files.write_text(json.dumps(kept | {"files": [*kept["files"], str(old)]}))
    assert (old, "removed") in installing.install(place, [], SCRIPTS)
    assert not old.exists()


def test_a_link_of_another_installer_is_nobody_elses_to_take(folders, place):
    """pipx puts such links for the manual pages of what it installs."""
    page = folders / "data" / "man" / "man1" / "ringodesk-cli.1"
    page.parent.mkdir(parents=True)
    page.symlink_to(folders / "of-pipx")
    assert (page, "left") in installing.install(place, [], SCRIPTS)
    assert page not in dict(installing.remove(place))
    assert page.readlink() == folders / "of-pipx"
    page.unlink()
    installing.install(place, [], SCRIPTS)
    page.unlink()
    page.symlink_to(folders / "of-pipx")
    assert page not in dict(installing.remove(place))
    assert page.is_symlink()


@pytest.fixture
def bundle(folders, monkeypatch):
    """An unpacked bundle of some version, which is running; its user's home."""
    monkeypatch.setenv("HOME", str(folders / "anna"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    def unpacked(version):
        folder = folders / f"ringodesk-{version}"
        folder.mkdir()
        for name in ("ringodesk", "ringodesk-cli"):
            (folder / name).touch(mode=0o755)
        monkeypatch.setattr(sys, "executable", str(folder / "ringodesk-cli"))
        return folder

    return unpacked


def test_a_bundles_programs_are_linked_to_where_a_shell_finds_them(folders, place, bundle, monkeypatch):
    links = folders / "anna" / ".local" / "bin"
    before = tree(folders / "data")
    first = bundle("1")
    installing.install(place, [], SCRIPTS)
    assert {one.name: one.readlink() for one in links.iterdir()} == {one.name: one for one in first.iterdir()}
    monkeypatch.setenv("PATH", str(links))
    monkeypatch.setenv("XDG_DATA_DIRS", str(folders / "data"))
    assert installing.system_entry(place) is None, "a link of our own is not the system's"
    second = bundle("2")
    assert (links / "ringodesk", "written") in installing.install(place, [], SCRIPTS)
    assert (links / "ringodesk").resolve() == second / "ringodesk"
    installing.remove(place)
    assert not (folders / "anna").exists()
    assert tree(folders / "data") == before


def test_a_program_of_another_is_not_replaced_by_a_bundles(folders, place, bundle):
    theirs = folders / "anna" / ".local" / "bin" / "ringodesk"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("#!/bin/sh")
    bundle("1")
    assert (theirs, "left") in installing.install(place, [], SCRIPTS)
    installing.remove(place)
    assert theirs.read_text() == "#!/bin/sh"
    assert not theirs.with_name("ringodesk-cli").exists()


def test_a_folder_that_cannot_be_written_is_told(folders, place):
    (folders / "data" / "applications").write_text("a file where a folder should be")
    with pytest.raises(EnvironmentProblemError, match="cannot be changed"):
        installing.install(place, [], SCRIPTS)


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


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of the system that has brought the running program and a menu entry; returns the entry."""
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
    monkeypatch.setattr(installing, "window_program", lambda: [str(program)])
    return entry


def test_an_entry_of_the_systems_package_is_known_if_it_starts_this_installation(place, package, tmp_path, monkeypatch):
    assert installing.system_entry(place) == package
    assert installing.system_entry(Home(tmp_path / "another")) is None
    with monkeypatch.context() as other:
        other.setattr(installing, "window_program", lambda: [str(tmp_path / "another" / "ringodesk")])
        assert installing.system_entry(place) is None
    package.unlink()
    assert installing.system_entry(place) is None


def test_with_the_systems_package_the_shell_has_its_files_already(place, package):
    """The menu entry is the user's own where links were chosen; a page that went stale would hide the package's."""
    names = {path.name for path, _became in installing.install(place, ["tel"], SCRIPTS)}
    assert ENTRY in names
    assert not names & {"ringodesk-cli", "ringodesk-cli.1"}


def told(what, place):
    """What the command line says: of each file what became of it."""
    out = io.StringIO()
    assert desktop(place, argparse.Namespace(what=what), Output(is_json=False, stream=out)) == 0
    return [line.split(maxsplit=1) for line in out.getvalue().splitlines()]


def test_the_command_line_says_that_the_system_has_it_already(folders, place, package):
    installing.install(place, [], SCRIPTS)  # of a folder that was there before the package
    before = {*map(str, (folders / "data").rglob("*"))}
    *gone, last = told("install", place)
    assert {became for became, _path in gone} == {"removed"}, "an entry of the user's own would hide the package's"
    assert {path for _became, path in gone} < before
    assert last == ["unchanged", f"{package}: the system's package has put it there, with all that belongs to it."]
    assert told("install", place) == [last]
    assert told("remove", place) == [["left", f"{package}: it is the system's package's, and goes with it."]]
    assert package.exists()
