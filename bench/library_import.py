"""Prints how long `from ringodesk_qt.api import RingotelClient` takes beside `import httpx, msgspec`, and the ratio.

Both are compiled to bytecode first and run in turn, each in a fresh interpreter; the first pair only warms the disk's
cache. The last number printed is the median of the pairs' ratios. An argument is the number of pairs.
"""

from __future__ import annotations

import compileall
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PAIRS = 15


def import_ms(*modules: str) -> float:
    """What one fresh interpreter needs."""
    command = [sys.executable, str(HERE / "import_time.py"), *modules]
    return float(subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout)


def main() -> None:
    """Measures and prints."""
    compileall.compile_dir(HERE.parent / "ringodesk_qt", quiet=2)
    pairs = [
        (import_ms("ringodesk_qt.api"), import_ms("httpx", "msgspec"))
        for _ in range(int(sys.argv[1]) + 1 if len(sys.argv) > 1 else PAIRS + 1)
    ][1:]
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"importing ringodesk_qt.api {ours:.1f} ms, httpx and msgspec {theirs:.1f} ms, ratio {ratio:.3f}")


if __name__ == "__main__":
    main()
