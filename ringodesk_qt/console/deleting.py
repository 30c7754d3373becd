"""`prune` and `purge`: history that is older than so many days, and everything, deleted for good."""

from __future__ import annotations

import argparse
import asyncio
from datetime import UTC, datetime, timedelta

from ringodesk_qt.console.output import Output
from ringodesk_qt.console.work import account_named
from ringodesk_qt.core.ports import Vault
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.retention import Forecast, Scope
from ringodesk_qt.models.times import rfc3339
from ringodesk_qt.paths import Home
from ringodesk_qt.removal import remove_everything


async def prune(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Deletes what is older, or says what would go. Raises StoreError."""
    account = None if args.account is None else account_named(await engine.desk.accounts(), args.account)
    before = datetime.now(UTC) - timedelta(days=args.older_than)
    scope = Scope(before=before, account_id=account.id if account else None)
    forecast = await engine.retention.forecast(scope)
    if not args.dry_run:
        await _delete(engine, scope)
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


async def _delete(engine: Engine, scope: Scope) -> None:
    try:
        await engine.retention.delete(scope)
    except asyncio.CancelledError:  # Ctrl+C
        await engine.retention.call_off(scope)
        raise


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
    is_left = False
    async for what, became, reason in remove_everything(place, vault):
        is_left = is_left or became == "left"
        out.put({"what": what, "became": became, "reason": reason or None}, f"{became:8} {what} {reason}".rstrip())
    return 4 if is_left else 0
