"""The command line's composition root: parses, builds the engine, runs one verb, stops the engine, tells by exit code.

The key comes from RINGODESK_API_KEY where that is set, for this process alone; else from the desktop's key store.
"""

from __future__ import annotations

import argparse
import asyncio
import getpass
import os
import sys
from collections.abc import Awaitable, Callable, Sequence

from ringodesk_qt import log
from ringodesk_qt.console import services, verbs
from ringodesk_qt.console.arguments import build_parser
from ringodesk_qt.console.output import Output
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import RingodeskError
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
    args = build_parser().parse_args(argv)
    log.to_stderr(is_verbose=args.verbose)
    out = Output(is_json=args.json)
    try:
        return asyncio.run(_run(args, out))
    except RingodeskError as error:
        return out.error(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


async def _run(args: argparse.Namespace, out: Output) -> int:
    if args.verb == "simulate":
        return await services.simulate(args, out)
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
