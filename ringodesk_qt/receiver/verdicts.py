"""What the receiver says to a request: the verdicts, what is told of them inside, and the answers on the wire.

No answer holds anything of the request.
"""

from __future__ import annotations

import time
from datetime import datetime
from email.utils import formatdate
from enum import StrEnum
from http import HTTPStatus

import msgspec


class Verdict(StrEnum):
    """What became of a request."""

    ACCEPTED = "accepted"
    MALFORMED = "malformed"
    """Not the HTTP this receiver speaks."""
    UNREADABLE = "unreadable"
    """The body is not the JSON of a notification."""
    WRONG_KEY = "wrong-key"
    LOOKALIKE = "lookalike"
    """The per-organization Webhook integration, which is not the Messaging API."""
    BROWSER = "browser"
    WRONG_HOST = "wrong-host"
    """The right path, under a host name that is not ours."""
    UNKNOWN_PATH = "unknown-path"
    WRONG_METHOD = "wrong-method"
    TOO_SLOW = "too-slow"
    TOO_LARGE = "too-large"
    HEAD_TOO_LARGE = "head-too-large"
    NOT_STORED = "not-stored"
    BUSY = "busy"

    @property
    def status(self) -> int:
        """Its HTTP status."""
        return _STATUS[self]


_STATUS = {
    Verdict.ACCEPTED: 200,
    Verdict.MALFORMED: 400,
    Verdict.UNREADABLE: 400,
    Verdict.WRONG_KEY: 401,
    Verdict.LOOKALIKE: 401,
    Verdict.BROWSER: 403,
    Verdict.WRONG_HOST: 421,
    Verdict.UNKNOWN_PATH: 404,
    Verdict.WRONG_METHOD: 405,
    Verdict.TOO_SLOW: 408,
    Verdict.TOO_LARGE: 413,
    Verdict.HEAD_TOO_LARGE: 431,
    Verdict.NOT_STORED: 503,
    Verdict.BUSY: 503,
}

_EXTRA_HEADERS = {
    Verdict.WRONG_METHOD: "Allow: POST\r\n",
    Verdict.NOT_STORED: "Retry-After: 5\r\n",
    Verdict.BUSY: "Retry-After: 5\r\n",
}


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """One request, as Health and the set-up's proof hear of it: of its body the organization it names, no more.

    `peer_hop` is "tunnel" where a header says that the request was passed on, else None. `orgid` is what the body says,
    whoever sent it: it is good for a hint, and empty where it says nothing.
    """

    verdict: Verdict
    status: int
    at: datetime
    peer_hop: str | None = None
    orgid: str = ""


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """What the receiver has seen since it was made. `refused` is by HTTP status."""

    accepted: int = 0
    refused: dict[int, int] = {}
    key_mismatches: int = 0
    lookalikes: int = 0
    last_accepted_at: datetime | None = None
    last_refused_at: datetime | None = None
    last_reason: str = ""


class Tally:
    """Counts. Written on one thread; `snapshot` may be asked for on any."""

    def __init__(self) -> None:
        self._verdicts: dict[Verdict, int] = {}
        self._last_accepted: Seen | None = None
        self._last_refused: Seen | None = None

    def add(self, seen: Seen) -> None:
        """Counts one request."""
        self._verdicts[seen.verdict] = self._verdicts.get(seen.verdict, 0) + 1
        if seen.verdict is Verdict.ACCEPTED:
            self._last_accepted = seen
        else:
            self._last_refused = seen

    def snapshot(self) -> Counts:
        """The counts as they are now; it does not change any more."""
        verdicts, accepted, last = self._verdicts.copy(), self._last_accepted, self._last_refused
        refused: dict[int, int] = {}
        for verdict, count in verdicts.items():
            if verdict is not Verdict.ACCEPTED:
                refused[verdict.status] = refused.get(verdict.status, 0) + count
        return Counts(
            accepted=verdicts.get(Verdict.ACCEPTED, 0),
            refused=refused,
            key_mismatches=verdicts.get(Verdict.WRONG_KEY, 0),
            lookalikes=verdicts.get(Verdict.LOOKALIKE, 0),
            last_accepted_at=accepted.at if accepted else None,
            last_refused_at=last.at if last else None,
            last_reason=last.verdict.value if last else "",
        )


class Answers:
    """The answers' bytes, made once a second (the Date header) and verdict."""

    def __init__(self) -> None:
        self._second = 0
        self._made: dict[tuple[Verdict, bool, bool], bytes] = {}

    def bytes_for(self, verdict: Verdict, *, is_closing: bool, is_head: bool = False) -> bytes:
        """The whole answer; without its body for a HEAD request."""
        second = int(time.time())
        if second != self._second:
            self._second = second
            self._made.clear()
        key = (verdict, is_closing, is_head)
        answer = self._made.get(key)
        if answer is None:
            answer = self._made[key] = self._make(verdict, is_closing=is_closing, is_head=is_head)
        return answer

    def _make(self, verdict: Verdict, *, is_closing: bool, is_head: bool) -> bytes:
        status = HTTPStatus(verdict.status)
        body = b'{"ok":true}' if verdict is Verdict.ACCEPTED else b'{"ok":false,"error":"%s"}' % status.phrase.encode()
        head = (
            f"HTTP/1.1 {status.value} {status.phrase}\r\n"
            f"Date: {formatdate(self._second, usegmt=True)}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nCache-Control: no-store\r\n"
            f"{_EXTRA_HEADERS.get(verdict, '')}Connection: {'close' if is_closing else 'keep-alive'}\r\n\r\n"
        )
        return head.encode("ascii") if is_head else head.encode("ascii") + body
