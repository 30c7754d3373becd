"""Lock files: which processes of a home are alive, and which of them receives.

The operating system frees a lock when its process ends, however it ends.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ProcessLock:
    """A lock on one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def try_acquire(self) -> bool:
        """Takes the lock if nobody has it; whether this object has it now."""
        if self._descriptor is None:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._descriptor = _try_open(self._path)
        return self._descriptor is not None

    def release(self, *, removes_file: bool = False) -> None:
        """Gives it back; `removes_file` for a lock whose name nobody else will ever take."""
        if self._descriptor is None:
            return
        if removes_file and sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = None

    @staticmethod
    def is_free(path: Path) -> bool:
        """Whether no process holds the lock: its holder has ended, or there never was one."""
        if not path.exists():
            return True
        descriptor = _try_open(path)
        if descriptor is None:
            return False
        os.close(descriptor)
        return True


def _try_open(path: Path) -> int | None:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
