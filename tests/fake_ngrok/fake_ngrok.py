"""What a test holds of the fake ngrok agent: where it is, how it is to behave, and what it was given and asked."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

AGENT = Path(__file__).with_name("agent.py")


class FakeNgrok:
    """An ngrok program of its own in `folder`, to be given as `ngrok_path`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "ngrok"
        self.path.write_text(
            f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(AGENT.parent)!r})\n"
            "from agent import Agent\nAgent().run()\n"
        )
        self.path.chmod(stat.S_IRWXU)
        self.behave()

    def behave(self, **mode: object) -> None:
        """How the next agent behaves, for instance `refuses="ERR_NGROK_105"`, `is_silent=True` (see agent.py)."""
        self.path.with_suffix(".json").write_text(json.dumps(mode))

    @property
    def starts(self) -> list[dict[str, Any]]:
        """One for each start: pid, argv, environ, config, config_mode, folder_mode."""
        return [entry for entry in self._record() if "pid" in entry]

    @property
    def asked(self) -> list[dict[str, Any]]:
        """What was asked for each endpoint."""
        return [entry["asked"] for entry in self._record() if "asked" in entry]

    @property
    def edge_url(self) -> str:
        """Where the latest endpoint's public side is reached on this machine, without a trailing slash."""
        return f"http://127.0.0.1:{self._latest_endpoint()['edge_port']}"

    @property
    def is_running(self) -> bool:
        """Whether the latest agent still runs."""
        return is_alive(self.starts[-1]["pid"])

    def log(self, level: str, message: str, **fields: str) -> None:
        """Has the running agent write a line to its log, which may be the end of it."""
        self._ask("/test/log", {"level": level, "message": message, **fields})

    def exit(self) -> None:
        """Has the running agent end by itself."""
        self._ask("/test/exit", {})

    def hang(self) -> None:
        """Has the running agent's web API answer nothing any more."""
        self._ask("/test/hang", {})

    def forget(self) -> None:
        """Has the running agent close its endpoint, and say nothing."""
        self._ask("/test/forget", {})

    def captured(self) -> list[str]:
        """The requests the agent's inspector has kept."""
        return json.loads(self._open("/api/requests/http"))["requests"]

    def _ask(self, path: str, content: object) -> None:
        with contextlib.suppress(ConnectionError, HTTPException):  # it ended before it had answered
            self._open(path, json.dumps(content).encode())

    def _open(self, path: str, body: bytes | None = None) -> bytes:
        request = Request(f"http://{self._latest_endpoint()['web_addr']}{path}", data=body)
        with urlopen(request, timeout=5) as answer:
            content: bytes = answer.read()
        return content

    def _latest_endpoint(self) -> dict[str, Any]:
        return [entry for entry in self._record() if "edge_port" in entry][-1]

    def _record(self) -> list[dict[str, Any]]:
        record = self.path.with_suffix(".record")
        written = record.read_text().rpartition("\n")[0] if record.exists() else ""  # an agent may be writing the next
        return [json.loads(line) for line in written.splitlines()]


def is_alive(pid: int) -> bool:
    """Whether a process lives; one that only waits to be collected does not."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return False
    return state != "Z"
