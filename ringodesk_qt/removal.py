"""Removes everything of a home, for both front ends: keys, what was put into the desktop's folders, its own files.

Step by step, each with what became of it: one that fails keeps none of the others. What lies in the home and was not
written by this program is somebody else's, and stays. The database, which knows the names of the keys, goes behind
them, and last goes a file that says that it has begun: where a kill leaves that, the next start goes on.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from ringodesk_qt.core.ports import Vault
from ringodesk_qt.core.setup import NGROK_SECRET
from ringodesk_qt.core.unfinished_setup import name_in
from ringodesk_qt.errors import EnvironmentProblemError, KeyStoreError, RingodeskError, StoreError
from ringodesk_qt.paths import Home
from ringodesk_qt.store.accounts import secret_names
from ringodesk_qt.store.locks import ProcessLock
from ringodesk_qt.system import autostart, installing, link_handlers

ACCOUNT_KEYS = "key store: keys of the accounts"


class Removal(NamedTuple):
    """A thing, what became of it (`removed`, `absent` where there was none, `left`), and why it was left."""

    what: str
    became: str
    reason: str = ""


async def remove_everything(
    place: Home, vault: Vault, *, our_locks: frozenset[str] = frozenset()
) -> AsyncIterator[Removal]:
    """All steps. `our_locks` are names of locks that this process holds itself.

    Raises EnvironmentProblemError, before anything is touched, while another process is at work on this home.
    """
    check_unused(place, our_locks)
    _begin(place)
    names, problem = await asyncio.to_thread(_secrets, place)
    for name in names:
        yield await _forget(vault, name)
    if problem is not None:
        yield problem
    for step in await asyncio.to_thread(lambda: [*_remove_elsewhere(place), *_remove_files(place)]):
        yield step


async def finish_removal(place: Home, vault: Vault) -> None:
    """Goes on with a removal that did not come to its end. Raises EnvironmentProblemError, as `remove_everything`."""
    if place.removal.exists():
        async for _step in remove_everything(place, vault):
            pass


def _begin(place: Home) -> None:
    if place.folder.is_dir():
        with contextlib.suppress(OSError):  # a full disk: it is removed all the same
            place.removal.touch(mode=0o600)


def check_unused(place: Home, our_locks: frozenset[str] = frozenset()) -> None:
    """Raises EnvironmentProblemError while another process is at work on this home."""
    for lock in place.locks.glob("*.lock"):
        if lock.name not in our_locks and not ProcessLock.is_free(lock):
            raise EnvironmentProblemError(
                "Another Ringodesk is at work on these data. End it first, then remove them once more."
            )


# ---------------------------------------------------------------- keys


def _secrets(place: Home) -> tuple[list[str], Removal | None]:
    """The names of what is in the key store; of a database that cannot be read no account's is known."""
    known = list(filter(None, [NGROK_SECRET, name_in(place.unfinished_setup)]))
    if not place.database.is_file():
        return known, None
    try:
        return list(dict.fromkeys([*known, *secret_names(place.database)])), None
    except StoreError as error:
        reason = f"Their names cannot be known: {error} Look in the key store for entries named ringodesk."
        return known, Removal(ACCOUNT_KEYS, "left", reason)


async def _forget(vault: Vault, name: str) -> Removal:
    what = f"key store: {name}"
    try:
        was_there = await vault.secret(name) is not None
        await vault.forget_secret(name)
    except KeyStoreError as error:
        return Removal(what, "left", str(error))
    return Removal(what, "removed" if was_there else "absent")


# ---------------------------------------------------------------- what was put elsewhere


def _remove_elsewhere(place: Home) -> Iterator[Removal]:
    """The list of it is in the home. The user's choice of programs names the menu entry: it goes with ours alone."""
    steps: list[tuple[str, bool, Callable[[], object]]] = [
        (
            "start at login",
            autostart.starts_at_login(place),
            lambda: autostart.set_start_at_login(place, is_on=False, is_minimized=False),
        ),
        ("link handlers", place.menu_files.exists(), lambda: link_handlers.choose(set())),
        ("menu entry", place.menu_files.exists(), lambda: installing.remove(place)),
    ]
    for what, is_there, remove in steps:
        if not is_there:
            yield Removal(what, "absent")
            continue
        try:
            remove()
        except (RingodeskError, OSError) as error:
            yield Removal(what, "left", str(error))
        else:
            yield Removal(what, "removed")


# ---------------------------------------------------------------- the home


def _remove_files(place: Home) -> Iterator[Removal]:
    for path in _ours(place):
        try:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        except OSError as error:
            yield Removal(str(path), "left", os.strerror(error.errno or 0))
        else:
            yield Removal(str(path), "removed")
    if place.folder.is_dir() and not any(place.folder.iterdir()):
        place.folder.rmdir()


def _ours(place: Home) -> list[Path]:
    """What this program writes into a home."""
    if not place.folder.is_dir():
        return []
    known = _names(place)
    found = [one for one in place.folder.iterdir() if known.fullmatch(one.name)]
    return sorted(found, key=lambda one: (one == place.removal, one))


def _names(place: Home) -> re.Pattern[str]:
    """The names of `Home`, those of copies, and of files that a process had not finished when it was killed."""
    names = [getattr(place, name).name for name, value in vars(Home).items() if isinstance(value, property)]
    parts = [rf"{re.escape(one)}(\.\d+)?\.part" for name in names for one in (name, Path(name).stem)]
    database, settings, log = (re.escape(one) for one in (place.database.name, place.settings.stem, place.log.name))
    copies = [
        rf"{database}(-wal|-shm|-journal|\.schema-\d+\.bak)",
        rf"{settings}\.(former|broken-\d+)\.json",
        rf"{log}\.\d+",
    ]
    return re.compile("|".join([*map(re.escape, names), *copies, *parts]))
