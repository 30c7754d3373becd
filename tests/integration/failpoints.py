"""`ringodesk-cli` in a process that ends itself, as `kill -9` does, at a named point of receiving.

    python failpoints.py POINT NTH VERB …

The NTH time that POINT is reached, the process sends itself SIGKILL. Nothing of the program is replaced: its functions
are wrapped where they are called, and SQLite itself tells of its commits.

SIGUSR1 freezes the main thread, and with it the main loop, for as many seconds as RINGODESK_TEST_FREEZE_S says, which
it tells on standard error.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

import apsw

POINTS = (
    "before parse",
    "after parse",
    "before journal commit",
    "after journal commit",
    "before answer",
    "after answer",
    "before effect commit",
    "after effect commit",
)


class Failpoint:
    """The one point at which this process dies."""

    def __init__(self, name: str, nth: int):
        self._name = name
        self._left = nth

    def reached(self, name: str) -> None:
        if name != self._name:
            return
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            self.reached(name)
            return function(*args, **kwargs)

        return wrapped

    def after(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            result = function(*args, **kwargs)
            self.reached(name)
            return result

        return wrapped


class CommitWatch:
    """Tells of a connection's commits that put something into the journal, or say what became of it."""

    def __init__(self, failpoint: Failpoint, connection: apsw.Connection):
        self._failpoint = failpoint
        self._changed: set[str] = set()
        connection.set_update_hook(self._on_change)
        connection.set_commit_hook(self._on_commit)
        connection.set_rollback_hook(self._changed.clear)
        connection.set_wal_hook(self._on_committed)

    def _on_change(self, kind: int, _database: str, table: str, _rowid: int) -> None:
        if table == "journal":
            self._changed.add("journal" if kind == apsw.SQLITE_INSERT else "effect")

    def _on_commit(self) -> bool:
        for part in self._changed:
            self._failpoint.reached(f"before {part} commit")
        return False

    def _on_committed(self, connection: apsw.Connection, database: str, pages: int) -> int:
        changed, self._changed = self._changed, set()
        for part in changed:
            self._failpoint.reached(f"after {part} commit")
        if pages >= 1000:  # what SQLite does by itself where nobody is told of commits
            connection.wal_checkpoint(database)
        return apsw.SQLITE_OK


def watch_commits(failpoint: Failpoint) -> None:
    def watch(connection: apsw.Connection) -> None:
        if not connection.readonly("main"):
            CommitWatch(failpoint, connection)

    apsw.connection_hooks.append(watch)


def watch_receiver(failpoint: Failpoint) -> None:
    import asyncio

    from ringodesk_qt.receiver import server
    from ringodesk_qt.receiver.verdicts import Answers, Verdict

    server.document_of = failpoint.before("before parse", server.document_of)
    server.method_of = failpoint.after("after parse", server.method_of)
    make_answer = Answers.bytes_for

    def bytes_for(self: Answers, verdict: Verdict, **how: bool) -> bytes:
        if verdict is Verdict.ACCEPTED:
            failpoint.reached("before answer")
            # It is written by whoever asked for it, before the loop does anything else.
            asyncio.get_running_loop().call_soon(failpoint.reached, "after answer")
        return make_answer(self, verdict, **how)

    Answers.bytes_for = bytes_for


def freeze_on_signal() -> None:
    freeze_s = float(os.environ.get("RINGODESK_TEST_FREEZE_S", "0"))

    def freeze(*_args: object) -> None:
        os.write(sys.stderr.fileno(), b"frozen\n")
        time.sleep(freeze_s)

    signal.signal(signal.SIGUSR1, freeze)


def main() -> int:
    point, nth, *arguments = sys.argv[1:]
    failpoint = Failpoint(point, int(nth))
    watch_commits(failpoint)
    watch_receiver(failpoint)
    freeze_on_signal()
    from ringodesk_qt.cli import main as cli_main

    return cli_main(arguments)


if __name__ == "__main__":
    sys.exit(main())
