"""The menu entry, the AppStream data and the icons: right by the desktop's own tools, and of one name."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from ringodesk_qt import APPLICATION_ID, __version__

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "resources" / "linux"
ENTRY = LINUX / f"{APPLICATION_ID}.desktop"
METAINFO = LINUX / f"{APPLICATION_ID}.metainfo.xml"

sys.path.insert(0, str(ROOT / "packaging"))

import icons  # noqa: E402


def read_entry() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # its keys are told apart by case
    parser.read(ENTRY, encoding="utf-8")
    return parser


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", str(ENTRY)],
        ["appstreamcli", "validate", "--no-net", "--no-color", str(METAINFO)],
    ],
    ids=["menu entry", "metainfo"],
)
def test_the_desktops_own_tools_find_no_fault(command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in (done.stdout + done.stderr).lower()


def test_the_menu_entry_the_metainfo_and_the_icons_have_the_applications_name():
    entry = read_entry()["Desktop Entry"]
    assert entry["Icon"] == entry["StartupWMClass"] == APPLICATION_ID
    root = ElementTree.parse(METAINFO).getroot()
    assert root.findtext("id") == APPLICATION_ID
    assert root.findtext("launchable") == ENTRY.name
    assert {path.stem.removesuffix("-symbolic") for path in LINUX.rglob("*") if path.suffix in {".png", ".svg"}} == {
        APPLICATION_ID
    }


def test_the_metainfo_knows_this_version():
    release = ElementTree.parse(METAINFO).getroot().find("releases/release")
    assert release is not None
    assert release.get("version") == __version__


@pytest.mark.parametrize("language", ["de", "el"])
def test_whatever_a_menu_shows_is_there_in_german_and_greek(language):
    parser = read_entry()
    groups = [parser[name] for name in parser.sections()]
    assert len(groups) == 3
    for group in groups:
        shown = {"GenericName", "Comment", "Keywords"} & set(group) or {"Name"}
        assert {f"{key}[{language}]" for key in shown} <= set(group)


@pytest.mark.parametrize("edge", icons.EDGES)
def test_the_icons_of_the_theme_are_the_drawing(edge):
    kept = QImage(str(icons.place(edge))).convertToFormat(QImage.Format.Format_ARGB32)
    drawn = icons.drawn(edge).convertToFormat(QImage.Format.Format_ARGB32)
    assert (kept.width(), kept.height()) == (edge, edge)
    step = max(1, edge // 16)
    middles = range(step // 2, edge, step)
    assert all(
        abs(ours - theirs) <= 12
        for x in middles
        for y in middles
        for ours, theirs in zip(kept.pixelColor(x, y).getRgb(), drawn.pixelColor(x, y).getRgb(), strict=True)
    ), "run packaging/icons.py"
