"""The command line's composition root: parses, builds the engine, runs one verb, stops the engine, tells by exit code.

The key comes from RINGODESK_API_KEY where that is set, for this process alone; else from the desktop's key store.
"""

from __future__ import annotations

import argparse
import asyncio
import getpass
import io
import os
import sys
from collections.abc import Awaitable, Callable, Sequence

from ringodesk_qt import log
from ringodesk_qt.console import services, simulating, verbs
from ringodesk_qt.console.arguments import build_parser
from ringodesk_qt.console.output import Output
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import InputError, RingodeskError
from ringodesk_qt.paths import home
from ringodesk_qt.vault import vault_of

Verb = Callable[[Engine, argparse.Namespace, Output], Awaitable[int]]

_VERBS: dict[str, Verb] = {
    "users": verbs.users,
    "chats": verbs.chats,
    "messages": verbs.messages,
    "search": verbs.search,
    "status": verbs.status,
    "send": verbs.send,
    "send-file": verbs.send_file,
    "send-link": verbs.send_link,
    "edit": verbs.edit,
    "delete": verbs.delete,
    "delivered": verbs.delivered,
    "read": verbs.read,
    "typing": verbs.typing,
    "session": verbs.session,
    "listen": services.listen,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one verb and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale says
    args = build_parser().parse_args(argv)
    log.to_stderr(is_verbose=args.verbose)
    out = Output(is_json=args.json)
    try:
        _check_text(args)
        return asyncio.run(_run(args, out))
    except RingodeskError as error:
        return out.error(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _check_text(args: argparse.Namespace) -> None:
    """Raises InputError for an argument that is not UTF-8: neither the wire nor the database can hold it."""
    for name, value in vars(args).items():
        for text in value if isinstance(value, list) else [value]:
            if name != "home" and isinstance(text, str) and any("\ud800" <= char <= "\udfff" for char in text):
                raise InputError(f"{text!a} is not text in UTF-8. A file with such a name must be renamed first.")


async def _run(args: argparse.Namespace, out: Output) -> int:
    if args.verb == "simulate":
        return await simulating.simulate(args, out)
    key = os.environ.get("RINGODESK_API_KEY", "")
    engine = Engine(home(args.home), vault=vault_of(os.environ))
    try:
        await engine.open()
        if args.verb == "setup":
            typed = key or await asyncio.to_thread(_read_key)
            return await verbs.setup(engine, args, out, key=typed, stores_key=not key)
        await verbs.the_account(engine)
        return await _VERBS[args.verb](engine, args, out)
    finally:
        await engine.stop()


def _read_key() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("API key (it is not shown): ")
    return sys.stdin.readline().strip()


if __name__ == "__main__":
    sys.exit(main())
