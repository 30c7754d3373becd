"""What is taken out of text that leaves the machine."""

from __future__ import annotations

import pytest

from ringodesk_qt.checking.redaction import GONE, Redaction, places_of_threads


@pytest.fixture
def redaction():
    return Redaction(["s3cret", "See you at four"], names=["Lena Hoffmann", "Li", "504", "2075550100"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the key s3cret was refused", f"the key {GONE} was refused"),
        ("HOFFMANN wrote", f"{GONE} wrote"),
        ("Li is not in Live", f"{GONE} is not in Live"),
        ("see you at four, she said", f"{GONE}, she said"),
        ("call +49 151 1234-5678 now", f"call {GONE} now"),
        ("mail a.b@example.com now", f"mail {GONE} now"),
        ("GET https://user:pw@host.example/hook/abc?x=1 failed", f"GET https://host.example/{GONE} failed"),
        ("it said 'anything' and “more”", f"it said {GONE} and {GONE}"),
        ("id 1630253837469-a887a7c51d060d078a", f"id {GONE}"),
        ("3 of 7 rows in 12 ms", "3 of 7 rows in 12 ms"),
    ],
)
def test_text(redaction, text, shown):
    assert redaction.text(text) == shown


def test_nothing_known():
    assert Redaction([]).text("plain words stay") == "plain words stay"
    assert Redaction(["", " "]).text("plain words stay") == "plain words stay"


def test_log_lines_keep_their_shape_and_others_go(redaction):
    at = "2026-05-01 10:00:00,000 INFO    ringodesk_qt.core.outbox"
    assert redaction.log([f"{at}: Lena waits", "free text of a message", "    x = secret()", "KeyError: 'Lena'"]) == [
        f"{at}: {GONE} waits",
        "KeyError",
    ]


def test_of_a_crash_the_fault_and_the_places():
    written = (
        "Fatal Python error: Segmentation fault",
        "",
        "Thread 0x00007f3c81b3c6c0 (most recent call first):",
        '  File "/home/lena/ringodesk_qt/network.py", line 127 in _main',
        "Lena Hoffmann (most recent call first):",
        "  <no Python frame>",
        "Extension modules: apsw",
        "free text",
    )
    assert places_of_threads(written) == [
        "Fatal Python error: Segmentation fault",
        "Thread 0x00007f3c81b3c6c0 (most recent call first):",
        '  File "network.py", line 127 in _main',
    ]
