"""What SECURITY.md says holds has a place in the code and a test, and all of them are there."""

from __future__ import annotations

import re

from imports import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("## Who could do what")[2].splitlines()
    if line.startswith("| ") and not line.startswith("| who ")
]


def test_each_threat_is_held_somewhere_or_said_to_be_accepted():
    assert len(ROWS) > 25
    unheld = [
        (could, holds)
        for _who, could, holds, where in ROWS
        if "`" not in where and "**nothing" not in holds and "alone it is not enough" not in holds
    ]
    assert unheld == []
    assert all(could and holds for _who, could, holds, _where in ROWS)


def test_what_is_named_is_there():
    named = re.findall(r"`((?:ringodesk_qt|tests)/[\w./]+|requirements\.lock)`", PAGE)
    assert len(named) > 40
    assert [one for one in named if not (ROOT / one).exists()] == []


def test_everybody_who_is_named_is_named_once():
    who = re.findall(r"(?m)^\| \*\*(.+?)\*\*", PAGE)
    assert len(who) == len(set(who)) > 12


def test_what_it_says_of_the_url_is_so():
    """The secret part's length, which the page gives in bytes."""
    found = re.search(r"\((\d+) random bytes\)", PAGE)
    settings = (ROOT / "ringodesk_qt/core/settings.py").read_text(encoding="utf-8")
    assert found
    assert f"receiver_path=secrets.token_urlsafe({found[1]})" in settings
