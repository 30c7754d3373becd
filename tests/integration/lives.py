"""Processes that receive and are killed, one after the other on one home, and what they left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import apsw
from cli_process import PATIENCE_S, Cli

DRIVER = Path(__file__).with_name("failpoints.py")


class Life:
    """`ringodesk-cli listen`, writing into files: those can be read whenever and however it ended."""

    def __init__(
        self,
        cli: Cli,
        place: Path,
        *,
        point: str = "none",
        nth: int = 1,
        freeze_s: float = 0,
        arguments: Sequence[str] = (),
    ):
        place.mkdir(parents=True)
        self._out, self._err = place / "out", place / "err"
        command = [sys.executable, str(DRIVER), point, str(nth), "listen", "--json", *arguments]
        env = {**cli._env, "RINGODESK_TEST_FREEZE_S": str(freeze_s)}
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=err)

    def __enter__(self):
        return self

    def __exit__(self, *_args):
        self.kill()

    @property
    def lines(self) -> list[dict[str, Any]]:
        """What it printed; of a line that it did not come to finish nothing."""
        return [json.loads(line) for line in self._out.read_bytes().split(b"\n")[:-1]]

    @property
    def complaints(self) -> str:
        return self._err.read_text()

    def listening(self) -> str:
        """The URL it listens at; empty if it was killed before. Raises AssertionError when it ended otherwise."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            for line in self.lines:
                if line["event"] == "listening":
                    return line["url"]
            if self.process.poll() == -signal.SIGKILL:
                return ""
            assert self.process.poll() is None, f"it ended: {self.complaints}"
            time.sleep(0.01)
        raise AssertionError("it never listened")

    def freeze(self) -> None:
        """Returns when it is frozen: a busy machine may take its time to get there."""
        self.process.send_signal(signal.SIGUSR1)
        ends = time.monotonic() + PATIENCE_S
        while "frozen\n" not in self.complaints:
            assert time.monotonic() < ends, "it does not freeze"
            time.sleep(0.01)

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE_S)

    def was_killed(self) -> bool:
        """Whether it dies by SIGKILL within the time that anything may take."""
        return self.process.wait(PATIENCE_S) == -signal.SIGKILL

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(PATIENCE_S) == 0, self.complaints


class Left:
    """The database of a home, when no process has it open, or beside one that has."""

    def __init__(self, home: Path):
        connection = apsw.Connection(str(home / "ringodesk.db"), flags=apsw.SQLITE_OPEN_READWRITE)
        connection.execute("PRAGMA query_only = ON")
        connection.set_busy_timeout(PATIENCE_S * 1000)
        try:
            self.integrity = connection.execute("PRAGMA integrity_check").fetchall()
            self.journal = [
                (json.loads(body), verdict)
                for body, verdict in connection.execute("SELECT body, verdict FROM journal ORDER BY id")
            ]
            self.messages = connection.execute(
                "SELECT id, messageid, text, deleted_at IS NOT NULL FROM message WHERE direction = 'in'"
            ).fetchall()
            self.receipts = Counter(
                message_id
                for (message_id,) in connection.execute("SELECT message_id FROM outbox WHERE action = 'delivered'")
            )
        finally:
            connection.close()

    @property
    def tags(self) -> list[str]:
        return [body["params"]["tag"] for body, _verdict in self.journal]

    @property
    def pending(self) -> list[str]:
        return [verdict for _body, verdict in self.journal if verdict in ("pending", "failed")]

    def check_intact(self) -> None:
        """Whatever was interrupted: each message once, one receipt owed for it at most, nothing journalled twice."""
        assert self.integrity == [("ok",)]
        assert len(self.tags) == len(set(self.tags))
        messageids = [messageid for _id, messageid, _text, _is_deleted in self.messages]
        assert len(messageids) == len(set(messageids))
        assert set(self.receipts.values()) <= {1}

    def check_holds(self, acknowledged: dict[str, dict[str, Any]]) -> None:
        """All that was acknowledged is journalled, as it was sent."""
        kept = {body["params"]["tag"]: body for body, _verdict in self.journal}
        assert [tag for tag, sent in acknowledged.items() if kept.get(tag) != sent] == []

    def check_applied(self) -> None:
        """The chats show what the journal says, all of it."""
        assert self.pending == []
        said: dict[str, set[str]] = {method: set() for method in ("message", "updated", "deleted", "typing")}
        for body, _verdict in self.journal:
            said[body["method"]].add(body["params"].get("messageid", ""))
        shown = {messageid: (text, bool(is_deleted)) for _id, messageid, text, is_deleted in self.messages}
        assert shown.keys() == said["message"]
        for messageid, (text, is_deleted) in shown.items():
            assert is_deleted is (messageid in said["deleted"])
            expected = f"edited {messageid}" if messageid in said["updated"] else f"text {messageid}"
            assert is_deleted or text == expected


def wait_applied(home: Path) -> None:
    """Returns when a process that runs has applied all that is journalled, unless it gets no further."""
    connection = apsw.Connection(str(home / "ringodesk.db"), flags=apsw.SQLITE_OPEN_READONLY)
    connection.set_busy_timeout(PATIENCE_S * 1000)
    waiting, until = None, 0.0
    try:
        while left := connection.execute("SELECT count(*) FROM journal WHERE verdict = 'pending'").fetchall()[0][0]:
            if left != waiting:
                waiting, until = left, time.monotonic() + PATIENCE_S
            assert time.monotonic() < until, f"{left} are still not applied"
            time.sleep(0.05)
    finally:
        connection.close()


def announced(lives: list[Life]) -> Counter[str]:
    """How often a message was said to have come."""
    return Counter(line["messageid"] for life in lives for line in life.lines if line["event"] == "message")


def memory_bytes(process_id: int) -> int:
    """What of a process lies in memory."""
    pages = int(Path(f"/proc/{process_id}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
