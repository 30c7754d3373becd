"""What a program leaves behind: the files of a whole system before and after, and what of that is allowed."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

Mark = tuple[object, ...]

NEVER_LOOKED_AT = re.compile(r"/(proc|dev|sys|tmp/ringodesk-desktop-[^/]+|tmp/\.X11-unix|wheels)(/|$)")
"""What the test itself lends to the system."""


def look(root: Path) -> dict[str, Mark]:
    """Every file and folder with what would change if it did; the times of folders tell nothing."""
    return dict(_below(root, root))


def _below(root: Path, folder: Path) -> Iterator[tuple[str, Mark]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            place = f"/{Path(entry.path).relative_to(root)}"
            if NEVER_LOOKED_AT.match(place):
                continue
            told = entry.stat(follow_symlinks=False)
            who = (stat.filemode(told.st_mode), told.st_uid, told.st_gid)
            if entry.is_dir(follow_symlinks=False):
                yield place, who
                yield from _below(root, Path(entry.path))
            elif entry.is_symlink():
                yield place, (*who, str(Path(entry.path).readlink()))
            else:
                yield place, (*who, told.st_size, told.st_mtime_ns)


def tree(place: str) -> str:
    """The regular expression of a folder and all below it."""
    return f"{re.escape(place)}(/.*)?"


def changes(before: dict[str, Mark], after: dict[str, Mark], allowed: Iterable[str]) -> list[str]:
    """A line a change that is not allowed: what came (+), went (-) or is another now (~).

    `allowed` are regular expressions of whole paths.
    """
    fine = re.compile("|".join(f"(?:{one})" for one in allowed) or r"(?!)")
    told = [(f"+ {place}", place) for place in after if place not in before]
    told += [(f"- {place}", place) for place in before if place not in after]
    told += [(f"~ {place}", place) for place in after if before.get(place, after[place]) != after[place]]
    return sorted(line for line, place in told if not fine.fullmatch(place))
