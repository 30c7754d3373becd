"""`doctor` and `diagnostics`: prints what was checked; writes what was gathered."""

from __future__ import annotations

import argparse
import asyncio
import os
from contextlib import aclosing
from functools import partial
from pathlib import Path

from ringodesk_qt.checking.bundle import gather, write
from ringodesk_qt.checking.doctor import checks_of_home, every_account
from ringodesk_qt.console.find import shortened
from ringodesk_qt.console.output import Fields, Output, exit_code
from ringodesk_qt.console.work import chosen_account
from ringodesk_qt.core.checks import Check
from ringodesk_qt.core.diagnosis import Bundle
from ringodesk_qt.core.health_record import read_history
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Account
from ringodesk_qt.paths import Home
from ringodesk_qt.vault import vault_of


async def doctor(home: Home, args: argparse.Namespace, out: Output) -> int:
    """Prints each check as it ends. Returns the exit code of the first that failed, 0 where none did."""
    code = 0
    async with aclosing(checks_of_home(home, partial(_chosen, named=args.account))) as found:
        async for check in found:
            out.put(fields_of(check), _line(check))
            code = code or (exit_code(check.error) if check.error is not None else 0)
    return code


async def diagnostics(home: Home, args: argparse.Namespace, out: Output) -> int:
    """Writes the file. Raises InputError where it cannot be written."""
    target = Path(args.file)
    if not target.name:
        raise InputError(f"{shortened(args.file)} is no name of a file.")
    bundle = await gather(
        home,
        vault=vault_of(os.environ),
        checks=checks_of_home(home, partial(_chosen, named=args.account)),
        history=await asyncio.to_thread(read_history, home.health_history),
    )
    size = await asyncio.to_thread(write, bundle, target)
    fields = {"file": str(target), "size_bytes": size, "parts": [part.name for part in bundle.parts]}
    out.put(fields, f"{target}: {_names(bundle)}. Look into it before you send it.")
    return 0


def _names(bundle: Bundle) -> str:
    return ", ".join(part.name for part in bundle.parts)


async def _chosen(engine: Engine, named: str | None) -> list[Account]:
    """The one that is named, else every one."""
    return await every_account(engine) if named is None else [await chosen_account(engine, named)]


def fields_of(check: Check) -> Fields:
    """A check as an object."""
    return {
        "check": check.name,
        "verdict": check.verdict.value,
        "sentence": check.sentence,
        "fix": check.fix or None,
        "account": check.account_id,
    }


def _line(check: Check) -> str:
    return f"{check.verdict.value:8} {check.name:13} {check.told}"
