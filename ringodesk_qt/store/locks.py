"""Lock files: which processes of a home are alive, and which of them receives.

The operating system frees a lock when its process ends, however it ends.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from ringodesk_qt.errors import EnvironmentProblemError

TRIES = 4
PAUSE_S = 0.004

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        """Raises OSError when another holds it."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """Raises OSError when another holds it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ProcessLock:
    """A lock on one file, which is there while somebody has it and may be left behind by a process that died."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def try_acquire(self) -> bool:
        """Takes the lock if nobody has it; whether this object has it now. Raises EnvironmentProblemError."""
        if self._descriptor is not None:
            return True
        for attempt in range(TRIES):
            if attempt:
                time.sleep(PAUSE_S)  # who only looks whether it is free has it for a moment
            self._descriptor = self._try()
            if self._descriptor is not None:
                return True
        return False

    def _try(self) -> int | None:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise EnvironmentProblemError(
                f"The lock file {self._path} cannot be made ({os.strerror(error.errno or 0)}): "
                "check that its folder is yours."
            ) from error
        if _takes(descriptor) and _is_still(self._path, descriptor):
            return descriptor
        os.close(descriptor)
        return None

    def release(self) -> None:
        """Gives it back, and removes the file."""
        if self._descriptor is None:
            return
        if sys.platform != "win32":  # where a file that is open cannot be removed
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = None

    @staticmethod
    def is_free(path: Path) -> bool:
        """Whether no process holds the lock: its holder has ended, or there never was one."""
        try:
            descriptor = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            return True
        except OSError:
            return False  # it cannot be known; whoever has it is better left alone
        try:
            return _takes(descriptor)
        finally:
            os.close(descriptor)


def _takes(descriptor: int) -> bool:
    try:
        _lock(descriptor)
    except OSError:
        return False
    return True


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the path still names the locked file: its last holder may have removed it between opening and locking."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
