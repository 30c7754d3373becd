"""What is told while it runs: a line a step, with the time it took."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    """One line: what is done, then how long that took, or that it failed."""
    print(f"    {what} … ", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print("FAILED", flush=True)
        raise
    print(f"{time.monotonic() - began:.1f} s", flush=True)
