"""`make bench`: what is measured, as ratios within one run, on this machine.

Each comparison runs its two sides in turn, several times, and prints the median of each and the ratio. Nothing here is
a test: shared machines differ by a quarter from one minute to the next, and the ratio is what holds.
"""

from __future__ import annotations

import compileall
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
ROUNDS = 5


def child(script: str, *arguments: str) -> float:
    """The number that a script of this folder prints last."""
    command = [sys.executable, str(HERE / script), *arguments]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
    return float(printed.split()[-1])


def compare(what: str, unit: str, ours: Callable[[], float], theirs: Callable[[], float], beside: str) -> None:
    """Runs both sides in turn and prints a row."""
    pairs = [(ours(), theirs()) for _ in range(ROUNDS)]
    our_median, their_median = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"{what:52} {our_median:9.1f} {unit:4}  {beside:34} {their_median:9.1f} {unit:4}  ratio {ratio:5.2f}")


def main() -> None:
    """Every row."""
    compileall.compile_dir(HERE.parent / "ringodesk_qt", quiet=2)  # as an installed package is
    compare(
        "first paint of the chats, empty store",
        "ms",
        lambda: child("first_paint.py", "app"),
        lambda: child("first_paint.py", "empty"),
        "an empty window with a tray icon",
    )
    compare(
        "importing ringodesk_qt.api",
        "ms",
        lambda: child("import_time.py", "ringodesk_qt.api"),
        lambda: child("import_time.py", "httpx", "msgspec"),
        "httpx and msgspec",
    )
    for connections in ("1", "16", "64"):
        compare(
            f"durable acknowledgements, {connections} connections",
            "/s",
            lambda connections=connections: child("acknowledgements.py", "ringodesk", connections),
            lambda connections=connections: child("acknowledgements.py", "aiohttp", connections),
            "bare aiohttp, nothing stored",
        )


if __name__ == "__main__":
    main()
