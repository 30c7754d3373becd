"""What `make smoke` rests on: it sees what is left behind, and what it expects of the guide is there."""

from __future__ import annotations

import os
import re
import sys

from imports import ROOT

sys.path.insert(0, str(ROOT / "packaging" / "smoke"))

from artefacts import packages_of_guide
from story import allowed_lines
from traces import changes, look, tree


def test_what_came_went_or_changed_is_seen(tmp_path):
    for name in ("stays", "goes", "changes", "becomes-a-link"):
        (tmp_path / name).write_text(name)
    before = look(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "comes").touch()
    (tmp_path / "goes").unlink()
    (tmp_path / "changes").chmod(0o600)
    (tmp_path / "becomes-a-link").unlink()
    (tmp_path / "becomes-a-link").symlink_to("stays")
    os.utime(tmp_path)
    found = ["+ /folder", "+ /folder/comes", "- /goes", "~ /becomes-a-link", "~ /changes"]
    assert changes(before, look(tmp_path), ()) == found
    assert changes(before, look(tmp_path), ("/goes", tree("/folder"))) == found[3:]


def test_a_folder_is_allowed_without_what_is_below_it(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").touch()
    assert changes({}, look(tmp_path), ("/folder",)) == ["+ /folder/file"]


def test_what_may_be_said_is_a_pattern_that_does_not_fit_everything():
    assert re.search(allowed_lines(), "Traceback (most recent call last):") is None


def test_the_guide_names_the_libraries():
    assert "libxcb-cursor0" in packages_of_guide()
