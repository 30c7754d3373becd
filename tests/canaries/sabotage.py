"""What a test holds of the saboteur in a process, and what it sends to a receiver that is not as it should be."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from canaries import KEY, NUMBER, TOKEN, text

SABOTEUR = Path(__file__).with_name("saboteur")
PATIENCE_S = 30.0


class Sabotage:
    """Orders to the process that was started with `.env`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir()
        (folder / "values").write_text(json.dumps([KEY, TOKEN, NUMBER, text("raised")]))

    @property
    def env(self) -> dict[str, str]:
        """Python's most talkative, and the saboteur."""
        return {
            "PYTHONPATH": str(SABOTEUR),
            "RINGODESK_TEST_SABOTAGE": str(self._folder),
            "PYTHONASYNCIODEBUG": "1",
            "RINGODESK_LOG": "debug",
        }

    def fail(self) -> None:
        """Has everything fail that can, and waits until it has."""
        (self._folder / "fail").touch()
        end = time.monotonic() + PATIENCE_S
        while not (self._folder / "fail.done").exists():
            assert time.monotonic() < end, "the saboteur did not do it"
            time.sleep(0.02)

    @contextlib.contextmanager
    def abort(self) -> Iterator[None]:
        """While inside, every process ends as by a fault."""
        (self._folder / "abort").touch()
        yield
        (self._folder / "abort").unlink()


def post(url: str, body: bytes, *, headers: Mapping[str, str] | None = None) -> int:
    """The status of the answer."""
    request = Request(url, data=body, headers={"Content-Type": "application/json", **(headers or {})})
    try:
        with urlopen(request, timeout=PATIENCE_S) as answer:
            return int(answer.status)
    except HTTPError as error:
        error.close()
        return error.code


def post_what_is_wrong(url: str) -> list[int]:
    """Notifications with another key, of the other webhook system, damaged and hostile; their statuses."""
    params = {"messageid": "m-kanarivogel", "content": text("posted"), "to": NUMBER, "from": "50147"}
    right = {"method": "message", "params": params, "api_key": KEY}
    bodies = [
        {**right, "api_key": "Wrong" + KEY},
        {"method": "StopCallActivity", "api_token": KEY, "params": {"caller_number": NUMBER}},
        {**right, "params": text("no object")},
        {**right, "method": text("method")},
        {**right, "params": {**params, "type": text("type"), "orgid": ["kanarivogel"]}},
    ]
    raw = [json.dumps(body).encode() for body in bodies]
    raw += [raw[0][:-9], raw[0] + b"}", raw[0].replace(b"kanarivogel", b"kanarivogel\xff"), b"\0" + KEY.encode()]
    raw.append(json.dumps({**right, "method": "kanarivogel"}).encode())
    statuses = [post(url, body) for body in raw]
    statuses.append(post(url.rpartition("/")[0] + f"/{KEY}", raw[0]))
    statuses.append(post(url, raw[0], headers={"X-Kanarivogel": KEY, "Host": "kanarivogel.example"}))
    return statuses
