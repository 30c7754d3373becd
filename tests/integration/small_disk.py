"""A disk that can be filled, where the system lets one be made, and files that may not grow, everywhere."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

SIZE_BYTES = 6 * 1024 * 1024


class SmallDisk:
    """A file system of a few megabytes, in memory. Needs the right to mount one."""

    def __init__(self, place: Path):
        self.place = place
        self._filler = place / "filler"

    def fill(self, _process_id: int) -> None:
        """To the last byte, and again whenever some were freed."""
        with self._filler.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            for size in (65536, 4096, 1):
                with contextlib.suppress(OSError):
                    while True:
                        file.write(b"x" * size)

    def free(self, _process_id: int) -> None:
        self._filler.unlink()


class FileSizeLimit:
    """The database's files may not grow: what the system says to a process whose quota is used up."""

    def __init__(self, place: Path):
        self.place = place

    def fill(self, process_id: int) -> None:
        largest = max(path.stat().st_size for path in self.place.rglob("ringodesk.db-wal"))
        self._limit(process_id, largest + 1)

    def free(self, process_id: int) -> None:
        self._limit(process_id, resource.RLIM_INFINITY)

    def _limit(self, process_id: int, size_bytes: int) -> None:
        resource.prlimit(process_id, resource.RLIMIT_FSIZE, (size_bytes, resource.RLIM_INFINITY))


@contextlib.contextmanager
def small_disk(place: Path) -> Iterator[SmallDisk | None]:
    """The disk, mounted for as long as the block lasts; None where this user may not mount one."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_BYTES}", "tmpfs", str(place)]
    can_mount = os.geteuid() == 0 and shutil.which("mount") is not None
    if not can_mount or subprocess.run(command, check=False, capture_output=True).returncode != 0:
        yield None
        return
    try:
        yield SmallDisk(place)
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True, capture_output=True)
