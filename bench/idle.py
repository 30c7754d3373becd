"""Prints what a window costs while nothing happens: megabytes (PSS), and a second the processor's ms and wake-ups.

    idle.py empty         a PySide6 window with a tray icon and nothing else
    idle.py given FOLDER  the same with each package used that the app is built on (given_packages.py)
    idle.py app FOLDER    the desktop app on a home; without a session bus its key is from the environment

Each in a process of its own, looked at from outside for `LOOK_S` after it has had time to come to rest. Linux alone
tells all this; off screen, unless QT_QPA_PLATFORM says otherwise.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from operator import sub
from pathlib import Path
from typing import NamedTuple

REST_S = 20.0
LOOK_S = 20.0


class Usage(NamedTuple):
    """What a thread has used since it began."""

    wakeups: int
    cpu_ms: float


NOTHING = Usage(0, 0.0)


def looked_at(command: list[str]) -> tuple[float, float, float]:
    """Runs a window and looks at it: its memory, and per second its processor time and wake-ups."""
    env = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false", **os.environ}
    if "DBUS_SESSION_BUS_ADDRESS" not in env:
        env["RINGODESK_API_KEY"] = "bench"
    with subprocess.Popen([sys.executable, *command], env=env, stderr=subprocess.DEVNULL) as process:
        try:
            time.sleep(REST_S)
            before = usage(process.pid)
            time.sleep(LOOK_S)
            after = usage(process.pid)
            since = [Usage(*map(sub, used, before.get(thread, NOTHING))) for thread, used in after.items()]
            cpu_ms, wakeups = sum(one.cpu_ms for one in since), sum(one.wakeups for one in since)
            return memory_mb(process.pid), cpu_ms / LOOK_S, wakeups / LOOK_S
        finally:
            process.terminate()


def usage(pid: int) -> dict[str, Usage]:
    """Of each thread there is."""
    return {thread.name: _of_thread(thread) for thread in Path(f"/proc/{pid}/task").iterdir()}


def _of_thread(thread: Path) -> Usage:
    wakeups = re.search(r"^voluntary_ctxt_switches:\s+(\d+)", (thread / "status").read_text(), re.MULTILINE)[1]
    fields = (thread / "stat").read_text().rpartition(")")[2].split()
    return Usage(int(wakeups), (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK"))


def memory_mb(pid: int) -> float:
    """The memory of its own, and its share of what it shares."""
    return int(re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)[1]) / 1024


if __name__ == "__main__":
    match sys.argv[1]:
        case "empty":
            print(*looked_at([__file__, "run-empty"]))
        case "run-empty":
            from empty_window import EmptyWindow

            window = EmptyWindow()
            window.app.exec()
        case "given":
            print(*looked_at([str(Path(__file__).with_name("given_packages.py")), "run", sys.argv[2]]))
        case "app":
            print(*looked_at(["-m", "ringodesk_qt.app", "--home", sys.argv[2]]))
