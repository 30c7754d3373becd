"""Which links are ours: our own line of a list that others write too."""

from __future__ import annotations

import argparse
import io
import json

import pytest

from ringodesk_qt import APPLICATION_ID
from ringodesk_qt.console.menu import desktop
from ringodesk_qt.console.output import Output
from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.paths import Home
from ringodesk_qt.system.link_handlers import set_schemes, with_choice

OURS = f"{APPLICATION_ID}.desktop"
OTHERS = """\
# written by hand
[Added Associations]
x-scheme-handler/tel=dialler.desktop;

[Default Applications]
text/html=browser.desktop
x-scheme-handler/tel=dialler.desktop;other.desktop
"""


def test_we_are_the_first_choice_and_the_others_stay():
    after = with_choice(OTHERS, {"tel", "sms"})
    lines = after.splitlines()
    assert f"x-scheme-handler/tel={OURS};dialler.desktop;other.desktop;" in lines
    assert f"x-scheme-handler/sms={OURS};" in lines
    assert lines.index(f"x-scheme-handler/sms={OURS};") > lines.index("[Default Applications]")
    assert lines[:4] == OTHERS.splitlines()[:4]
    assert with_choice(after, {"tel", "sms"}) == after


def test_taken_back_nothing_of_us_is_left():
    after = with_choice(with_choice(OTHERS, {"tel", "sms"}), set())
    assert OURS not in after
    assert after == OTHERS.replace("other.desktop\n", "other.desktop;\n")


@pytest.mark.parametrize("before", ["", "[Added Associations]\na=b.desktop\n"])
def test_a_list_without_choices_gets_them(before):
    after = with_choice(before, {"sms"})
    assert after == f"{before}[Default Applications]\nx-scheme-handler/sms={OURS};\n"
    assert with_choice(before, set()) == before


def test_the_entry_says_what_the_list_says(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    place = Home(tmp_path / "data" / "ringodesk").make()
    set_schemes(place, ["tel"], {})
    entry, listed = tmp_path / "data" / "applications" / OURS, tmp_path / "config" / "mimeapps.list"
    assert "x-scheme-handler/tel;" in entry.read_text()
    assert OURS in listed.read_text()
    set_schemes(place, [], {})
    assert "x-scheme-handler/tel;" not in entry.read_text()
    assert OURS not in listed.read_text()
    listed.unlink()
    listed.mkdir()
    with pytest.raises(EnvironmentProblemError, match="cannot be changed"):
        set_schemes(place, ["tel"], {})


def test_the_command_line_takes_the_choice_back_too(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    place = Home(tmp_path / "data" / "ringodesk").make()
    set_schemes(place, ["sms"], {})
    out = io.StringIO()
    assert desktop(place, argparse.Namespace(what="remove"), Output(is_json=True, stream=out)) == 0
    assert {json.loads(line)["became"] for line in out.getvalue().splitlines()} == {"removed"}
    assert OURS not in (tmp_path / "config" / "mimeapps.list").read_text()
