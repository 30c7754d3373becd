"""Notifications over plain sockets, as fast as they are acknowledged, and which of them were."""

from __future__ import annotations

import json
import random
import socket
import threading
import time
from typing import Any
from urllib.parse import urlsplit

ANSWER_TIMEOUT_S = 30


class Caller:
    """One connection to a webhook URL. `post` returns the status, once all of the answer is here."""

    def __init__(self, url: str, *, host: str | None = None):
        """`host` is the name to call it by, if not the URL's."""
        parts = urlsplit(url)
        self._path = parts.path
        self._host = host or parts.netloc
        self._socket = socket.create_connection((parts.hostname, parts.port), ANSWER_TIMEOUT_S)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._unread = b""

    def __enter__(self):
        return self

    def __exit__(self, *_args):
        self._socket.close()

    def post(self, body: bytes, *headers: str) -> int:
        head = [f"POST {self._path} HTTP/1.1", f"Host: {self._host}", f"Content-Length: {len(body)}", *headers]
        self._socket.sendall("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        return self._answer()

    def _answer(self) -> int:
        head = self._read_past(b"\r\n\r\n")
        length = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
        size = int(length.split(b":")[1])
        while len(self._unread) < size:
            self._read_more()
        self._unread = self._unread[size:]
        return int(head.split()[1])

    def _read_past(self, end: bytes) -> bytes:
        while end not in self._unread:
            self._read_more()
        found, _, self._unread = self._unread.partition(end)
        return found

    def _read_more(self) -> None:
        data = self._socket.recv(65536)
        if not data:
            raise ConnectionResetError("it was closed before the answer was whole")
        self._unread += data


def post_once(url: str, body: bytes, *headers: str) -> int:
    with Caller(url) as caller:
        return caller.post(body, *headers)


class Load:
    """Lives of messages: each comes, most come again, some are edited, deleted or typed at; from several callers.

    Every post carries a `tag` of its own, which the journal keeps. Of each message the edit and the end that it may
    have are always the same, so what a chat must show follows from what is in the journal, in whatever order it came.
    """

    def __init__(self, *, key: str, orgid: str, number: str, seed: int, pace_s: float = 0.004):
        self._key = key
        self._who = {"to": number, "orgid": orgid}
        self._seed = seed
        self._pace_s = pace_s
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._count = 0
        self.acknowledged: dict[str, dict[str, Any]] = {}
        """By tag: the notifications that were answered 200, their answers read to the end."""
        self.statuses: dict[int, int] = {}
        self.broken = 0
        """Posts that got no answer."""

    def start(self, url: str, callers: int = 6) -> None:
        self._stop.clear()
        self._threads = []
        for _ in range(callers):
            self._seed += 1
            thread = threading.Thread(target=self._call, args=(url, random.Random(self._seed)), daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """Returns when every caller has its answer, or knows that it gets none."""
        self._stop.set()
        self.join()

    def join(self) -> None:
        """Returns when every caller was cut off."""
        for thread in self._threads:
            thread.join(ANSWER_TIMEOUT_S * 2)
            assert not thread.is_alive(), "a caller never got its answer"

    def post(self, caller: Caller, document: dict[str, Any]) -> int:
        """Posts one, and remembers what became of it."""
        tag = self._next("t")
        sent = {**document, "params": {**document["params"], "tag": tag}}
        status = caller.post(json.dumps({**sent, "api_key": self._key}).encode())
        with self._lock:
            self.statuses[status] = self.statuses.get(status, 0) + 1
            if status == 200:
                self.acknowledged[tag] = sent
        return status

    def message(self, dice: random.Random) -> dict[str, Any]:
        """A new message of theirs."""
        messageid, extension = self._next("m"), dice.choice(("501", "502", "504"))
        ids = {"messageid": messageid, "sessionid": f"s-{extension}", "userid": f"u-{extension}"}
        return {"method": "message", "params": self._who | ids | {"from": extension, "content": f"text {messageid}"}}

    def _next(self, letter: str) -> str:
        with self._lock:
            self._count += 1
            return f"{letter}{self._count}"

    def _call(self, url: str, dice: random.Random) -> None:
        try:
            with Caller(url) as caller:
                while not self._stop.is_set():
                    for document in self._life(dice):
                        self.post(caller, document)
                        time.sleep(dice.random() * self._pace_s)
        except OSError:
            with self._lock:
                self.broken += 1

    def _life(self, dice: random.Random) -> list[dict[str, Any]]:
        message = self.message(dice)
        messageid, sessionid = message["params"]["messageid"], message["params"]["sessionid"]
        life = [message]
        if dice.random() < 0.6:
            life.append(message)
        if dice.random() < 0.3:
            life.append({"method": "updated", "params": {"messageid": messageid, "content": f"edited {messageid}"}})
        if dice.random() < 0.2:
            life.append({"method": "deleted", "params": {"messageid": messageid}})
        if dice.random() < 0.2:
            life.append({"method": "typing", "params": {"sessionid": sessionid, "state": "on"}})
        dice.shuffle(life)
        return life
