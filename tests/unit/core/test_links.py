"""What links ask for, and what hostile ones get."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringodesk_qt.core.links import (
    MOST_CHARACTERS,
    ChatLink,
    SearchLink,
    absolute,
    is_link,
    parse_link,
)
from ringodesk_qt.errors import InputError


@pytest.mark.parametrize(
    ("link", "asks"),
    [
        ("ringodesk:chat?to=502", ChatLink("502")),
        ("RingoDesk:Chat?to=502", ChatLink("502")),
        ("ringodesk://chat?to=502", ChatLink("502")),
        ("ringodesk://chat/?to=502", ChatLink("502")),
        ("ringodesk:chat", ChatLink()),
        ("ringodesk:chat?to=+4930123&text=On%20my%20way%0Anow", ChatLink("+4930123", "On my way\nnow")),
        ("ringodesk:chat?text=1+1%3D2%26more&to=502", ChatLink("502", "1+1=2&more")),
        ("ringodesk:chat?to=502&text=%3Cb%3Ebold%3C/b%3E", ChatLink("502", "<b>bold</b>")),
        ("ringodesk:chat?to=502&later=1#part", ChatLink("502")),
        ("ringodesk:search?q=from%3Aanna%20%22high%20tide%22", SearchLink('from:anna "high tide"')),
        ("ringodesk:search", SearchLink()),
        ("tel:502", ChatLink("502")),
        ("tel:+1-207-555-0100;ext=12", ChatLink("+12075550100")),
        ("tel:+1%20(207)%20555.0100", ChatLink("+12075550100")),
        ("TEL://*31%23502", ChatLink("*31#502")),
        ("sms:502?body=Hello%20there", ChatLink("502", "Hello there")),
        ("sms:502,503?body=", ChatLink("502")),
    ],
)
def test_what_a_link_asks_for(link, asks):
    assert parse_link(link) == asks


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ("ringodesk:chat?to=" + "5" * 9000, "too long"),
        ("ringodesk:chat?to=" + "5" * 65, "names nobody"),
        ("ringodesk:delete-everything?now=1", "does not know: delete-everything"),
        ("ringodesk:", "does not know"),
        ("ringodesk:chat/../../etc/passwd", "does not know"),
        ("ringodesk:chat?to=502&to=503", "says twice"),
        ("ringodesk:chat?to=5%0002", "control characters"),
        ("ringodesk:chat?to=502%0A503", "line break"),
        ("ringodesk:search?q=a%0Ab", "line break"),
        ("ringodesk:chat?to=502&text=%1B%5B31m", "control characters"),
        ("ringodesk:chat?to=502&text=%E2%80%AEgnp.exe", "control characters"),
        ("ringodesk:chat?to=502&text=%ff%fe", "not text in UTF-8"),
        ("ringodesk:chat?to=502&text=\ud800", "control characters"),
        ("javascript:alert(1)", "does not open links that begin with javascript"),
        ("data:text/html,<script>alert(1)</script>", "does not open"),
        ("tel:", "no number"),
        ("tel:call-me", "no number"),
        ("sms:%0A", "no number"),
        ("tel:" + "1" * 65, "no number"),
        ("no link at all", "no link that Ringodesk knows"),
    ],
)
def test_a_link_that_is_wrong_is_told_in_one_sentence(link, sentence):
    with pytest.raises(InputError, match=sentence) as told:
        parse_link(link)
    words = str(told.value)
    assert len(words) < 200
    assert "\n" not in words
    assert words.isprintable() or "�" in words


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["ringodesk:chat?to=5&text=", "ringodesk:", "tel:", "sms:1?body=", ""]))
def test_whatever_a_link_says_it_is_plain_text_or_refused(rest, beginning):
    try:
        link = parse_link(beginning + rest)
    except InputError:
        return
    for text in (link.to, link.text) if isinstance(link, ChatLink) else (link.query,):
        assert len(text) <= MOST_CHARACTERS
        assert not {chr(0), "\x1b", "\u202e"} & set(text)


def test_a_file_is_no_link_and_becomes_an_absolute_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert absolute("notes.txt") == str(tmp_path / "notes.txt")
    assert absolute("../a b.txt") == str(tmp_path / "../a b.txt")
    assert absolute("file:///srv/a%20b.txt") == str(Path("/srv/a b.txt"))
    assert absolute("file://[::1") == str(tmp_path / "file:" / "[::1"), "no URL, and no file either"
    assert absolute("ringodesk:chat?to=502") == "ringodesk:chat?to=502"
    assert [is_link(one) for one in ("c:\\notes.txt", "a.txt", "tel:5", "javascript:x", "FILE:///x")] == [
        False,
        False,
        True,
        True,
        False,
    ]
