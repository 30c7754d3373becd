"""The real window on a store of a million messages, beside one of a fiftieth of that, in turn.

    history.py [SECONDS [ROUNDS]]

prints the median of each side, and the ratio: what grows with the history would be seen in it. Frames are measured for
SECONDS (5) in each of three loads; what memory is after ten minutes of it, `history.py 200 1` tells.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from big_store import Sizes, home_of

HERE = Path(__file__).parent
SMALL = Sizes(messages=20_000, chats=40, contacts=200, largest=5_000)
FRAMES = ("half", "99 %", "longest", "in time")


def measured(home: Path, seconds: str) -> dict[str, Any]:
    """What one run of the window found."""
    command = [sys.executable, str(HERE / "window.py"), str(home), seconds]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(printed))


def main(seconds: str = "5", rounds: str = "2") -> None:
    """Prints a row for each thing that is measured."""
    homes = home_of(SMALL), home_of()
    pairs = [tuple(measured(home, seconds) for home in homes) for _ in range(int(rounds))]
    print(f"\n{'the window, milliseconds':40} {'20,000':>12} {'1,000,000':>12}  messages")
    for name, sample in pairs[0][1].items():
        if isinstance(sample, dict):
            tell_frames(name, *zip(*((small[name], big[name]) for small, big in pairs), strict=True))
        else:
            tell(name, [small[name] for small, _ in pairs], [big[name] for _, big in pairs])


def tell(name: str, small: list[float], big: list[float]) -> None:
    """A figure of each side, and their ratio; of memory, how much more."""
    mine, theirs = statistics.median(big), statistics.median(small)
    more = f"{mine - theirs:+10.1f} MB" if name.startswith("memory") else f"ratio {mine / theirs:5.2f}"
    print(f"{name:40} {theirs:12.1f} {mine:12.1f}  {more}")


def tell_frames(name: str, small: tuple[dict[str, float], ...], big: tuple[dict[str, float], ...]) -> None:
    """Half of them, all but one in a hundred, the longest, and how many of a hundred were in time, of each side."""
    sides = []
    for side in (small, big):
        half, most, longest, in_time = (statistics.median(one[key] for one in side) for key in FRAMES)
        sides.append(f"{half:.1f} / {most:.1f} / {longest:.1f}, {in_time:.1f} % in time")
    print(f"{name:26} {sides[0]:>36}   {sides[1]:>36}")
    if "answered a second" in big[0]:
        words = [
            f"{statistics.median(one['answered a second'] for one in side):.0f} a second, in the chats "
            f"{statistics.median(one['behind'] for one in side):.0f} ms after the last"
            for side in (small, big)
        ]
        print(f"{'':26} {words[0]:>36}   {words[1]:>36}")


if __name__ == "__main__":
    main(*sys.argv[1:])
