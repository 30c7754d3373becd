"""The installed PySide6 gives back what it borrows: the references to None and True that calls into Qt return.

PySide6 6.12.0 on Python 3.10 and 3.11 keeps neither count: each void call drops a reference to None and each
`Signal.emit` one to True, until the interpreter aborts some hundred emits later. A test suite is too short to see it;
a window that blinks a cursor is not. Hence the upper bound in pyproject.toml, and these, in a process of their own.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

CALLS = 200_000

SCRIPT = """
import json, sys
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal()

bell = Bell()
heard = []
bell.rung.connect(lambda: heard.append(1))
call, borrowed = {"void": (lambda: bell.setObjectName("bell"), None), "emit": (bell.rung.emit, True)}[sys.argv[1]]
lost = []
for calls in (100, int(sys.argv[2])):
    before = sys.getrefcount(borrowed)
    for _ in range(calls):
        call()
    lost.append(before - sys.getrefcount(borrowed))
print(json.dumps({"lost": lost, "heard": len(heard), "name": bell.objectName()}))
"""


@pytest.mark.parametrize(("kind", "heard", "name"), [("void", 0, "bell"), ("emit", CALLS + 100, "")])
def test_calls_into_qt_give_back_what_they_borrow(kind, heard, name):
    command = [sys.executable, "-I", "-c", SCRIPT, kind, str(CALLS)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=50, check=False)
    assert ran.returncode == 0, ran.stderr
    seen = json.loads(ran.stdout)
    assert (seen["heard"], seen["name"]) == (heard, name)
    assert all(abs(count) < 50 for count in seen["lost"]), "a lost reference a call"
