"""`make bench`: what is measured, as ratios within one run, on this machine.

Each comparison runs its two sides in turn, several times, and prints the median of each and the ratio. Nothing here is
a test: shared machines differ by a quarter from one minute to the next, and the ratio is what holds.
"""

from __future__ import annotations

import compileall
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import history
import packaged

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from big_store import Sizes, copied, home_of  # noqa: E402
from private_session import private_session  # noqa: E402

from ringodesk_qt import qt_import  # noqa: E402

ROUNDS = 5
FEW = Sizes(messages=60, chats=1, contacts=10, largest=60)


def numbers(script: str, *arguments: str, within: Sequence[str] = ()) -> list[float]:
    """The numbers that a script of this folder prints."""
    return [float(word) for word in printed(script, *arguments, within=within).split()]


def printed(script: str, *arguments: str, within: Sequence[str] = ()) -> str:
    """What a script of this folder prints; `within` is what the command begins with."""
    command = [*within, sys.executable, str(HERE / script), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


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
    qt_import.main()
    with copied(home_of(FEW)) as few, copied(home_of()) as many:
        starts(str(few), str(many))
    compare(
        "importing ringodesk_qt.api",
        "ms",
        lambda: child("import_time.py", "ringodesk_qt.api"),
        lambda: child("import_time.py", "httpx", "msgspec"),
        "httpx and msgspec",
    )
    packaged.main()
    acknowledgements()
    history.main()


def starts(few: str, many: str) -> None:
    """The start and an idle window, over a home of one chat and over the one with a long history."""
    empty = "an empty window with a tray icon"
    for what, ours in (
        ("first paint of the chats, one chat", ("app", few)),
        ("first paint of the chats, a million messages", ("app", many)),
        ("the same window with a plain list, for what Qt takes", ("list",)),
        ("a plain list, and a database asked for it", ("given", few)),
    ):
        compare(what, "ms", partial(child, "first_paint.py", *ours), partial(child, "first_paint.py", "empty"), empty)
    compare(
        "start until the newest chat takes a key, a million",
        "ms",
        partial(child, "first_paint.py", "usable", many),
        partial(child, "first_paint.py", "usable", few),
        "the same, one chat",
    )
    idle(many)


def idle(home: str) -> None:
    """An idle window: empty, with the packages the app is built on, and the app's; and what each package takes."""
    with private_session() as within:
        empty, given, app = (
            numbers("idle.py", *what, within=within) for what in (["empty"], ["given", home], ["app", home])
        )
        steps = printed("given_packages.py", "steps", home, within=within)
    for what, *found in zip(
        ("memory, MB", "processor, ms a second", "wake-ups a second"), app, given, empty, strict=True
    ):
        one, packages, other = found
        print(f"idle: {what:30} {one:9.1f}  given packages {packages:9.1f}  an empty window {other:9.1f}")
    print("given packages, MB each: ", "; ".join(steps.splitlines()), "" if within else " (no key store to ask here)")


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
