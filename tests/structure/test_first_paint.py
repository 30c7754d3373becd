"""What an import brings along: the first paint waits for nothing that it does not need, and core needs no window."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

SCRIPT = """
import importlib, json, sys
importlib.import_module(sys.argv[1])
names = {name.partition(".")[0] for name in sys.modules} | {name for name in sys.modules if name.count(".") == 2}
print(json.dumps(sorted(names)))
"""

BEFORE_THE_FIRST_PAINT = "ringodesk_qt.app"
WITHOUT_QT = [
    "ringodesk_qt.api",
    "ringodesk_qt.cli",
    "ringodesk_qt.core.desk",
    "ringodesk_qt.engine",
    "ringodesk_qt.receiver",
    "ringodesk_qt.simulator",
    "ringodesk_qt.store.store",
    "ringodesk_qt.tunnel.ngrok",
    "ringodesk_qt.vault",
]


def loaded_by(module: str) -> set[str]:
    """The top-level names of all that importing a module loads, and rooms as core.transfer, in a process of its own."""
    command = [sys.executable, "-I", "-c", SCRIPT, module]
    names = subprocess.run(command, capture_output=True, text=True, check=True, timeout=50).stdout
    loaded = set(json.loads(names))
    assert "ringodesk_qt" in loaded
    return loaded


def test_the_window_loads_nothing_that_its_first_paint_does_not_need():
    loaded = loaded_by(BEFORE_THE_FIRST_PAINT)
    assert "PySide6" in loaded
    assert loaded & {"httpx", "keyring", "pyngrok", "aiohttp", "dbus_fast", "cryptography"} == set()
    assert "ringodesk_qt.core.desk" in loaded
    assert "ringodesk_qt.core.transfer" not in loaded


@pytest.mark.parametrize("module", WITHOUT_QT)
def test_there_is_no_qt_below_the_window(module):
    assert loaded_by(module) & {"PySide6", "shiboken6", "qasync"} == set()
