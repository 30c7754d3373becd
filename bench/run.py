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

import history

HERE = Path(__file__).parent
ROUNDS = 5


def numbers(script: str, *arguments: str) -> list[float]:
    """The numbers that a script of this folder prints."""
    command = [sys.executable, str(HERE / script), *arguments]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
    return [float(word) for word in printed.split()]


def child(script: str, *arguments: str) -> float:
    """The number that a script of this folder prints last."""
    return numbers(script, *arguments)[-1]


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
    acknowledgements()
    history.main()


def acknowledgements() -> None:
    """Servers side by side, three rounds in turn, the median of each number."""
    print(f"\n{'notifications answered':40} {'a second':>9} {'half ms':>9} {'99 % ms':>9}")
    disk = ("disk", "1")
    rows = [(server, count) for count in ("1", "16", "64") for server in ("ringodesk", "aiohttp", "uvicorn")]
    rows += [disk, ("window", "64"), ("ringodesk", "4", "50"), ("window", "4", "50")]
    rounds = [{row: numbers("acknowledgements.py", *row) for row in rows} for _ in range(3)]
    median = {
        row: [statistics.median(side) for side in zip(*(one[row] for one in rounds), strict=True)] for row in rows
    }
    for row in rows:
        rate, half_ms, most_ms, *more = median[row]
        print(f"{_named(*row):40} {rate:9.0f} {half_ms:9.2f} {most_ms:9.2f}{_told(row, more)}")
    ours = ("ringodesk", "64")
    for other, name in (
        (("aiohttp", "64"), "bare aiohttp"),
        (("uvicorn", "64"), "bare uvicorn"),
        (disk, "one commit each"),
    ):
        ratio = statistics.median(one[ours][0] / one[other][0] for one in rounds)
        print(f"ratio of ringodesk at 64 connections to {name}: {ratio:.2f}")


def _named(server: str, connections: str, a_second: str = "") -> str:
    at_pace = f", {a_second} a second in all" if a_second else ""
    return "disk, one row a commit" if server == "disk" else f"{server}, {connections} connections{at_pace}"


def _told(row: tuple[str, ...], more: list[float]) -> str:
    if row[0] == "ringodesk":
        return f"   applied to the chats too: {more[0]:.0f} a second"
    return f"   frames dropped: {more[0]:.0f}, longest pause {more[1]:.0f} ms" if row[0] == "window" else ""


if __name__ == "__main__":
    main()
