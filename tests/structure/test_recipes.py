"""What the recipes for other systems say, held to the program's own names; and what goes into a bundle.

The recipes cannot be run here. What can be read of them is read.
"""

from __future__ import annotations

import configparser
import json
import os
import plistlib
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader

from ringodesk_qt import APPLICATION_ID, __version__
from ringodesk_qt.system.autostart import MINIMIZED
from ringodesk_qt.ui.licences import licences

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
sys.path[:0] = [str(PACKAGING / name) for name in (".", "bundle", "windows", "macos")]

import contents  # noqa: E402
import deb  # noqa: E402
import icon_files  # noqa: E402
import info  # noqa: E402
import inventory  # noqa: E402
import package  # noqa: E402
import sbom  # noqa: E402
import version_resource  # noqa: E402

ISS = (PACKAGING / "windows" / "ringodesk.iss").read_text(encoding="utf-8")


def installer() -> dict[str, list[str]]:
    """The lines of the installer's script, by section."""
    sections: dict[str, list[str]] = {}
    name = ""
    for line in ISS.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            sections[name] = []
        elif line.strip() and not line.lstrip().startswith((";", "#")):
            sections[name].append(line)
    return sections


def test_there_is_one_version():
    """Its place is `ringodesk_qt/__init__.py`. What is installed here knows it from there."""
    assert version("ringodesk") == __version__
    stated = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.]*\d)")
    places = [
        ROOT / "pyproject.toml",
        *(path for path in PACKAGING.rglob("*") if path.suffix in {".py", ".spec", ".sh"}),
    ]
    assert len(places) > 15
    assert [path.name for path in places if stated.search(path.read_text(encoding="utf-8"))] == []
    assert "AppVersion={#Version}" in installer()["Setup"]


@pytest.mark.parametrize("page", ["README.md", "docs/guide/install.md"])
def test_the_files_that_a_page_installs_are_of_this_version(page):
    named = re.findall(r"ringodesk[-_](\d+(?:\.\d+)+)", (ROOT / page).read_text(encoding="utf-8"))
    assert set(named) == {__version__}


# ---------------------------------------------------------------- Windows


def test_the_installer_names_the_program_as_it_names_itself():
    assert re.findall(r'#define ApplicationId "(.*)"', ISS) == [APPLICATION_ID]
    sections = installer()
    assert set(sections) == {
        *("Setup", "Languages", "CustomMessages", "Tasks", "InstallDelete", "Files", "Icons", "Registry", "Run"),
        "UninstallRun",
    }
    setup = dict(line.split("=", 1) for line in sections["Setup"])
    assert setup["AppId"] == "{#ApplicationId}"
    assert setup["PrivilegesRequired"] == "lowest"
    assert all('AppUserModelID: "{#ApplicationId}"' in line for line in sections["Icons"])
    assert (
        "SetCurrentProcessExplicitAppUserModelID(APPLICATION_ID)" in (ROOT / "ringodesk_qt/first_screen.py").read_text()
    )


def test_the_installer_writes_what_the_program_does_and_removes_it():
    registry = installer()["Registry"]
    (command,) = (line for line in registry if "open\\command" in line)
    assert '{app}\\ringodesk.exe"" ""%1"' in command
    run = [line for line in registry if "CurrentVersion\\Run" in line]
    assert all('ValueName: "{#ApplicationId}"' in line for line in run)
    assert f"ringodesk.exe {MINIMIZED}" in run[0]
    assert "Tasks: atlogin" in run[0]
    assert "uninsdeletevalue" in run[1]
    assert all(line.count('"') % 2 == 0 for lines in installer().values() for line in lines)


def test_every_parameter_of_the_installer_is_one_of_its_section():
    """`Name: value; Name: value`, with quotes doubled inside quotes."""
    known = {
        "Languages": {"Name", "MessagesFile"},
        "Tasks": {"Name", "Description", "Flags"},
        "InstallDelete": {"Type", "Name"},
        "Files": {"Source", "DestDir", "Flags"},
        "Icons": {"Name", "Filename", "AppUserModelID"},
        "Registry": {"Root", "Subkey", "ValueType", "ValueName", "ValueData", "Flags", "Tasks"},
        "Run": {"Filename", "Description", "Flags"},
        "UninstallRun": {"Filename", "Parameters", "RunOnceId", "Flags"},
    }
    for section, names in known.items():
        for line in installer()[section]:
            found = re.findall(r'(\w+): (?:"(?:[^"]|"")*"|[^;"]+)(?:; |$)', line)
            assert found, line
            assert set(found) <= names, line


def test_windows_is_told_the_version_as_four_numbers(tmp_path):
    path = version_resource.write_version_resource(tmp_path / "v", name="ringodesk", what="Ringodesk", version="1.2.3")
    text = path.read_text(encoding="utf-8")
    assert "filevers=(1, 2, 3, 0)" in text
    compile(text, "version", "eval")  # PyInstaller evaluates it


def test_the_icons_for_other_systems_hold_the_pictures(tmp_path):
    reader = QImageReader(str(icon_files.write_ico(tmp_path / "a.ico")))
    assert reader.imageCount() == len(icon_files.ICO_EDGES)
    edges = [
        reader.read().width() for number in range(reader.imageCount()) if reader.jumpToImage(number) or number == 0
    ]
    assert edges == list(icon_files.ICO_EDGES)
    content = icon_files.write_icns(tmp_path / "a.icns").read_bytes()
    assert content[:4] == b"icns"
    assert int.from_bytes(content[4:8], "big") == len(content)


# ---------------------------------------------------------------- macOS


def test_macos_is_told_the_applications_name_and_links():
    told = plistlib.loads(plistlib.dumps(info.INFO))
    assert told["CFBundleIdentifier"] == APPLICATION_ID
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == __version__
    assert told["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["ringodesk"]
    languages = {path.stem.partition("_")[2] for path in (ROOT / "resources" / "translations").glob("*.qm")}
    assert set(told["CFBundleLocalizations"]) == languages
    allowed = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert all(allowed.values())
    assert {name.rpartition(".")[0] for name in allowed} == {"com.apple.security.cs"}


@pytest.mark.parametrize("script", sorted(PACKAGING.rglob("*.sh")), ids=lambda path: path.name)
def test_scripts_are_understood_by_their_shell(script):
    assert subprocess.run(["bash", "-n", str(script)], check=False, capture_output=True).stderr == b""


@pytest.mark.parametrize("system", ["windows", "macos"])
def test_what_was_never_run_says_so(system):
    assert "None of this has been run" in (PACKAGING / system / "README.md").read_text(encoding="utf-8")


# ---------------------------------------------------------------- what goes in


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [
        ("PySide6/Qt/lib/libQt6Gui.so.6", True),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("libQt6Quick.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", False),
        ("PySide6/Qt6Widgets.dll", True),
        ("PySide6/Qt6Qml.dll", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", True),
        ("PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork", False),
        ("PySide6/QtCore.abi3.so", True),
    ],
)
def test_of_qt_goes_in_what_is_used(name, is_kept):
    assert contents.is_kept_library(name, f"/venv/{name}", ("/venv",)) is is_kept


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [("libxcb-cursor.so.0", True), ("libssl.so.3", True), ("libX11.so.6", False), ("libgtk-3.so.0", False)],
)
def test_of_the_systems_libraries_go_in_those_that_systems_lack(name, is_kept):
    assert contents.is_kept_library(name, f"/usr/lib/{name}", ("/venv",)) is is_kept


def test_of_qts_translations_go_in_those_of_our_languages():
    kept = [
        contents.is_kept_file(f"PySide6/Qt/translations/qtbase_{tag}.qm", frozenset({"de"})) for tag in ("de", "fr")
    ]
    assert kept == [True, False]
    assert not contents.is_kept_file("aiohttp/_http_parser.pyx", frozenset())


def test_what_is_large_has_a_reason(tmp_path):
    for name in ("PySide6/QtGui.abi3.so", "libpython3.13.so.1.0", "new/thing.so", "small.so"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(bytes(10 if name == "small.so" else contents.LARGE + 1))
    (tmp_path / "link.so").symlink_to("new/thing.so")
    assert contents.unexplained(tmp_path) == ["new/thing.so"]


def laid_out(folder: Path, names: list[str], when: int, umask: int) -> Path:
    """The same files on another day, by another user."""
    before = os.umask(umask)
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
        (folder / name).chmod(0o777 & ~umask if name == "program" else 0o666 & ~umask)
    (folder / "link").symlink_to("program")
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (when, when), follow_symlinks=False)
    os.umask(before)
    return folder


def test_an_archive_is_the_same_whenever_wherever_and_by_whomever_it_was_made(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "WORK", tmp_path)
    names = ["program", "b/c", "b/a", "a"]
    made = []
    for number, (order, umask) in enumerate([(names, 0o022), (names[::-1], 0o077)]):
        folder = laid_out(tmp_path / f"place-{number}" / "ringodesk", order, 1_700_000_000 + number, umask)
        archive = tmp_path / str(number) / "ringodesk-1-linux.tar.xz"
        archive.parent.mkdir()
        package.pack(folder, archive, built_at=1_750_000_000)
        made.append(archive)
    assert made[0].read_bytes() == made[1].read_bytes()
    listed = subprocess.run(["tar", "tvf", made[0]], capture_output=True, text=True, check=True).stdout.splitlines()
    assert listed[0].startswith("drwxr-xr-x 0/0")
    assert listed[0].endswith("ringodesk-1-linux/")
    assert any(line.startswith("-rwxr-xr-x 0/0") and line.endswith("/program") for line in listed)
    assert [line.split()[5] for line in listed] == sorted(line.split()[5] for line in listed)


def test_all_of_a_debian_package_has_one_time(tmp_path):
    folder = laid_out(tmp_path / "tree", ["program", "b/a"], 1_600_000_000, 0o022)
    deb.stamp(folder, 1_750_000_000)
    assert {path.lstat().st_mtime for path in (folder, *folder.rglob("*"))} == {1_750_000_000}


def test_no_module_that_we_import_is_left_out():
    told = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "ringodesk_qt").rglob("*.py"))
    imported = set(re.findall(r"^\s*(?:from|import) ([\w.]+)", told, re.MULTILINE))
    assert len(imported) > 100
    assert imported & set(contents.UNUSED_MODULES) == set()


def test_every_package_that_is_shipped_says_its_licence_with_its_text():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    names = re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)
    here = [inventory.package(name) for name in names if inventory.is_here(name)]
    assert len(here) > 30
    assert all(one.licence and one.texts for one in here)


def test_the_bill_of_materials_names_each_package_with_licence_and_hashes(tmp_path):
    (tmp_path / "a.so").write_bytes(b"library")
    ours = inventory.Component("pypi", "ringodesk", "1.0", "MIT", ("text",), needs=("other", "absent"))
    other = inventory.Component("pypi", "other", "2.0", "Zlib", ("text",), files=["a.so", "b.pyc"])
    told = sbom.sbom([ours, other], tmp_path, built_at=1_700_000_000, lock="lock")
    assert told == sbom.sbom([ours, other], tmp_path, built_at=1_700_000_000, lock="lock")
    document = json.loads(told)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    (component,) = document["components"]
    assert (component["purl"], component["licenses"]) == ("pkg:pypi/other@2.0", [{"expression": "Zlib"}])
    assert [len(one["hashes"][0]["content"]) for one in component["components"]] == [64]
    assert document["dependencies"][0] == {"ref": "pkg:pypi/ringodesk@1.0", "dependsOn": ["pkg:pypi/other@2.0"]}


def test_a_file_of_nobody_stops_the_build(tmp_path):
    (tmp_path / "ringodesk-1.dist-info").mkdir()
    (tmp_path / "ringodesk-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.4\nName: ringodesk\nVersion: 1\n")
    with pytest.raises(inventory.UnknownOriginError):
        inventory.components({"libnobody.so": str(tmp_path / "libnobody.so")}, tmp_path)


def test_gathered_licences_are_read_with_ours_first(tmp_path):
    (tmp_path / "apsw.txt").write_text("apsw 1: Zlib\n")
    (tmp_path / "ringodesk.txt").write_text("ringodesk 1: MIT\n")
    assert licences(tmp_path) == "ringodesk 1: MIT\n\napsw 1: Zlib"


# ---------------------------------------------------------------- Debian


def test_long_texts_that_debian_has_are_named_and_the_rest_is_kept():
    text = (
        "Copyright of somebody\n\n   Apache License\n   Version 2.0\n words\n END OF TERMS AND CONDITIONS\n\nAnd more"
    )
    assert deb._shortened(text) == (
        "Copyright of somebody\n\nThe text is in /usr/share/common-licenses/Apache-2.0.\n\nAnd more"
    )
    assert deb._shortened("MIT") == "MIT"


def test_the_package_of_debian_is_of_this_program():
    text = (PACKAGING / "debian" / "control").read_text(encoding="utf-8")
    control = configparser.ConfigParser(delimiters=(":",), interpolation=None)
    control.read_string("[control]\n" + text)
    told = control["control"]
    assert (told["Package"], told["Version"], told["Depends"]) == ("ringodesk", "@VERSION@", "@DEPENDS@")
    lines = (PACKAGING / "debian" / "lintian-overrides").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#"), "each override has its reason"
    assert all(line.startswith(("#", "ringodesk: ")) for line in lines)


def test_the_windows_manual_has_every_option():
    said = subprocess.run(
        [sys.executable, "-m", "ringodesk_qt.app", "--help"], capture_output=True, text=True, check=True
    ).stdout
    manual = (ROOT / "docs" / "ringodesk.1").read_text(encoding="utf-8").replace("\\-", "-")
    options = set(re.findall(r"--[a-z]+", said))
    assert len(options) > 6
    assert {option for option in options if option not in manual} == set()
