"""The command line's composition root: parses, builds the engine, runs one verb, stops the engine, tells by exit code.

The key comes from RINGODESK_API_KEY where that is set, for this process alone; else from the desktop's key store.
What a verb needs is imported when it is run: help and completion do without the engine.
"""

from __future__ import annotations

import argparse
import asyncio
import getpass
import io
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from ringodesk_qt.console.arguments import build_parser
from ringodesk_qt.console.output import Output
from ringodesk_qt.errors import InputError, RingodeskError

if TYPE_CHECKING:
    from ringodesk_qt.console.work import Work
    from ringodesk_qt.engine import Engine
    from ringodesk_qt.paths import Home

INTERRUPTED = 130
MOST_KEY_CHARACTERS = 10_000

_MODULES = {
    "accounts": ("account", "identity"),
    "reading": ("accounts", "users", "chats", "messages", "search", "status"),
    "sending": ("send", "send-file", "send-link", "call", "edit", "delete"),
    "telling": ("delivered", "read", "typing", "session"),
    "transferring": ("import", "export"),
    "services": ("listen",),
}
_NAMES = {"import": "bring_in", "export": "give_out"}
"""Verbs that are no names in Python."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one verb and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale says
    try:
        return _main(argv)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, asyncio.CancelledError):
        # The latter where a call on the network thread was cut off, which cancels once more.
        return INTERRUPTED


def _main(argv: Sequence[str] | None) -> int:
    args = build_parser().parse_args(argv)
    out = Output(is_json=args.json)
    try:
        _check_text(args)
        if args.verb == "completion":
            from ringodesk_qt.console.completion import completion  # noqa: PLC0415 - see above

            return completion(args, out)
        from ringodesk_qt import log, paths  # noqa: PLC0415 - see above

        paths.keep_to_ourselves()
        log.to_stderr(is_verbose=args.verbose)
        return asyncio.run(_run(args, out))
    except RingodeskError as error:
        return out.error(error)


def _check_text(args: argparse.Namespace) -> None:
    """Raises InputError for an argument that is not UTF-8: neither the wire nor the database can hold it."""
    for name, value in vars(args).items():
        for text in value if isinstance(value, list) else [value]:
            if name != "home" and isinstance(text, str) and any("\ud800" <= char <= "\udfff" for char in text):
                raise InputError(f"{text[:80]!a} is not text in UTF-8. A file with such a name must be renamed first.")


async def _run(args: argparse.Namespace, out: Output) -> int:
    if args.verb == "simulate":
        from ringodesk_qt.console import simulating  # noqa: PLC0415 - see above

        return await simulating.simulate(args, out)
    from ringodesk_qt.paths import home  # noqa: PLC0415 - see above
    from ringodesk_qt.store.newer import check_not_newer  # noqa: PLC0415 - see above

    place = home(args.home)
    if args.verb == "doctor":
        from ringodesk_qt.console.checking import doctor  # noqa: PLC0415 - see above

        return await doctor(place, args, out)
    check_not_newer(place.database)
    if args.verb == "diagnostics":
        from ringodesk_qt.console.checking import diagnostics  # noqa: PLC0415 - see above

        return await diagnostics(place, args, out)
    if args.verb == "desktop":
        from ringodesk_qt.console.menu import desktop  # noqa: PLC0415 - see above

        return desktop(place, args, out)
    if args.verb == "settings":
        from ringodesk_qt.console.settings import settings  # noqa: PLC0415 - see above

        return await settings(place, args, out)
    return await _run_on_data(place, args, out)


async def _run_on_data(place: Home, args: argparse.Namespace, out: Output) -> int:
    """A verb that works with what is kept there."""
    from ringodesk_qt.engine import Engine  # noqa: PLC0415 - see above
    from ringodesk_qt.vault import KeyringVault, vault_of  # noqa: PLC0415 - see above

    if args.verb == "purge":
        from ringodesk_qt.console.deleting import purge  # noqa: PLC0415 - see above

        return await purge(place, KeyringVault(), args, out)  # what is stored, not what is given
    if place.removal.exists():
        from ringodesk_qt.removal import finish_removal  # noqa: PLC0415 - see above

        await finish_removal(place, KeyringVault())
    engine = Engine(place, vault=vault_of(os.environ))
    try:
        await engine.open()
        if args.verb in ("setup", "organizations"):
            return await _set_up(engine, args, out)
        if args.verb == "prune":
            from ringodesk_qt.console.deleting import prune  # noqa: PLC0415 - see above

            return await prune(engine, args, out)
        return await _work(engine, args, out)
    finally:
        await engine.stop()


async def _set_up(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    from ringodesk_qt.console import setting_up  # noqa: PLC0415 - see above

    given = os.environ.get("RINGODESK_API_KEY", "")
    key = given or await asyncio.to_thread(_read_key)
    if args.verb == "organizations":
        return await setting_up.organizations(engine, args, out, key=key)
    return await setting_up.setup(engine, args, out, key=key, stores_key=not given)


async def _work(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    from ringodesk_qt.console.work import Work, chosen_account  # noqa: PLC0415 - see above

    account = await chosen_account(engine, args.account)
    return await _verb(args.verb)(Work(engine, account, args, out))


def _verb(name: str) -> Callable[[Work], Awaitable[int]]:
    module = next(module for module, verbs in _MODULES.items() if name in verbs)
    verbs: Any = import_module(f"ringodesk_qt.console.{module}")
    return cast("Callable[[Work], Awaitable[int]]", getattr(verbs, _NAMES.get(name, name.replace("-", "_"))))


def _read_key() -> str:
    """The key, typed without being shown, or the first line of standard input. Raises InputError."""
    if sys.stdin.isatty():
        return getpass.getpass("API key (it is not shown): ")
    try:
        return sys.stdin.buffer.readline(MOST_KEY_CHARACTERS).decode().strip()
    except UnicodeDecodeError as error:
        raise InputError("The key on standard input is not text in UTF-8.") from error


if __name__ == "__main__":
    sys.exit(main())
