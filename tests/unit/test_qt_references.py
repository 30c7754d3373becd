"""The Qt binding gives back every reference it takes to None, True and False.

PySide6 6.12.0 on Python 3.10 and 3.11 does not: each call into Qt that returns nothing loses a reference to None, each
emit one to True. At zero the interpreter aborts (``none_dealloc``, ``bool_dealloc``): in a window that is updated often
within a minute, and in a test suite that is too short for it, never. That is why pyproject.toml bounds the version.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

COUNTED = 50
"""Calls over which references are counted: few enough for the faulty version to tell before it aborts."""
OUTLIVED = 200_000
"""Calls of each kind that follow: the faulty version aborts within the first thousand."""

PROBE = """
import json, sys
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    changed = Signal(int)

source = Source()
source.changed.connect(lambda number: None)
steps = {
    "void call": lambda: source.setObjectName("x"),
    "emit": lambda: source.changed.emit(1),
    "call that returns a bool": lambda: source.blockSignals(False),
}
lost = {}
for name, step in steps.items():
    for singleton in (None, True, False):
        step()
        before = sys.getrefcount(singleton)
        for _ in range(COUNTED):
            step()
        lost[f"{singleton} at each {name}"] = (before - sys.getrefcount(singleton)) / COUNTED
print(json.dumps(lost), flush=True)
for step in steps.values():
    for _ in range(OUTLIVED):
        step()
print("outlived", flush=True)
"""


@pytest.fixture(scope="module")
def probe() -> subprocess.CompletedProcess[str]:
    """Runs in a process of its own: on a faulty version it aborts."""
    script = PROBE.replace("COUNTED", str(COUNTED)).replace("OUTLIVED", str(OUTLIVED))
    return subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, timeout=50, check=False)


def test_calls_and_emits_lose_no_reference(probe: subprocess.CompletedProcess[str]) -> None:
    lost = json.loads(probe.stdout.partition("\n")[0])

    assert len(lost) == 9
    assert {what: rate for what, rate in lost.items() if abs(rate) > 0.5} == {}


def test_a_long_run_does_not_abort(probe: subprocess.CompletedProcess[str]) -> None:
    assert "outlived" in probe.stdout, probe.stderr
    assert probe.returncode == 0, probe.stderr
