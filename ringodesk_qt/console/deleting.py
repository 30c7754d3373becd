"""`prune` and `purge`: history that is older than so many days, and everything, deleted for good."""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ringodesk_qt.console.output import Output
from ringodesk_qt.console.work import account_named
from ringodesk_qt.core.ports import Vault
from ringodesk_qt.core.setup import NGROK_SECRET
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import EnvironmentProblemError, InputError, KeyStoreError, RingodeskError
from ringodesk_qt.models.retention import Forecast, Scope
from ringodesk_qt.models.times import rfc3339
from ringodesk_qt.paths import Home
from ringodesk_qt.store.locks import ProcessLock
from ringodesk_qt.store.store import SqliteStore
from ringodesk_qt.system import autostart, installing


async def prune(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Deletes what is older, or says what would go. Raises StoreError."""
    account = None if args.account is None else account_named(await engine.desk.accounts(), args.account)
    before = datetime.now(UTC) - timedelta(days=args.older_than)
    scope = Scope(before=before, account_id=account.id if account else None)
    forecast = await engine.retention.forecast(scope)
    if not args.dry_run:
        await engine.retention.delete(scope)
    fields = {
        "is_dry_run": args.dry_run,
        "messages": forecast.messages,
        "files": forecast.files,
        "size_bytes": forecast.text_bytes + forecast.file_bytes,
        "oldest": rfc3339(forecast.oldest) if forecast.oldest else None,
        "newest": rfc3339(forecast.newest) if forecast.newest else None,
        "waiting": forecast.waiting,
    }
    out.put(fields, _line(forecast, "would be deleted" if args.dry_run else "deleted"))
    return 0


def _line(forecast: Forecast, became: str) -> str:
    kilobytes = (forecast.text_bytes + forecast.file_bytes + 1023) // 1024
    line = f"{forecast.messages} messages and {forecast.files} files ({kilobytes} KB) {became}"
    return f"{line}; {forecast.waiting} still on their way stay" if forecast.waiting else line


async def purge(place: Home, vault: Vault, args: argparse.Namespace, out: Output) -> int:
    """Removes everything of this home, key included, and says what it could not. Raises InputError, and so on."""
    if not args.yes:
        raise InputError(
            f"This deletes all messages, files and settings in {place.folder}, and the keys in the key store, for "
            "good. Say `purge --yes` if that is meant."
        )
    _check_unused(place)
    failed = 0
    for secret in await _secrets(place):
        try:
            await vault.forget_secret(secret)
        except KeyStoreError as error:
            failed += 1
            out.put({"what": f"key store: {secret}", "became": "left", "reason": str(error)}, f"left     {error}")
        else:
            out.put({"what": f"key store: {secret}", "became": "removed", "reason": None}, f"removed  key {secret}")
    for path, reason in await asyncio.to_thread(lambda: list(_remove_all(place))):
        failed += bool(reason)
        became = "left" if reason else "removed"
        out.put({"what": path, "became": became, "reason": reason or None}, f"{became:8} {path} {reason}".rstrip())
    return 4 if failed else 0


def _check_unused(place: Home) -> None:
    """Raises EnvironmentProblemError while another process is at work on this home."""
    for lock in place.locks.glob("*.lock"):
        if not ProcessLock.is_free(lock):
            raise EnvironmentProblemError("Ringodesk is running on this home. Quit it first: `ringodesk --quit`.")


async def _secrets(place: Home) -> list[str]:
    """The names of what is in the key store; of a database that cannot be read no account's is known."""
    names = [NGROK_SECRET]
    if place.database.is_file():
        store = SqliteStore(place.database)
        try:
            await store.open()
            names += [one.secret_name for one in await store.read(lambda tables: tables.accounts.all())]
        except RingodeskError:
            names += []
        finally:
            await store.close()
    return names


def _remove_all(place: Home) -> Iterator[tuple[str, str]]:
    """What was put elsewhere first: the list of it is in the home. Each with why it was left, or nothing."""
    for what, remove in (
        ("start at login", lambda: autostart.set_start_at_login(place, is_on=False, is_minimized=False)),
        ("menu entry", lambda: installing.remove(place)),
    ):
        try:
            remove()
        except (RingodeskError, OSError) as error:
            yield what, str(error)
        else:
            yield what, ""
    for path in sorted(_ours(place)):
        try:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        except OSError as error:
            yield str(path), os.strerror(error.errno or 0)
        else:
            yield str(path), ""
    if place.folder.is_dir() and not any(place.folder.iterdir()):
        place.folder.rmdir()


def _ours(place: Home) -> set[Path]:
    """What this program writes into a home; anything else that lies there is somebody else's."""
    if not place.folder.is_dir():
        return set()
    names = {value.name for name in dir(Home) if isinstance(value := getattr(place, name), Path)} - {place.folder.name}
    stems = (f"{place.database.name}", f"{place.settings.stem}.", f"{place.log.name}")
    return {one for one in place.folder.iterdir() if one.name in names or one.name.startswith(stems)}
