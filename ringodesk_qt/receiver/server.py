"""The receiver: the HTTP server that Ringotel's notifications come to, through the tunnel.

It binds to loopback only, answers under one secret path only, and says 200 only when the notification is on disk. A
request goes through these checks, and the first that fails decides: size and time of the head; the path (404); the
method (405); one Host header (400); nothing that only browsers send, as Origin (403); a host that is ours (421); size
and time of the body (413, 408); strict JSON with a method and params (400); the key (401); the store (503).

Everything here runs on one asyncio loop, the network thread's; the constructor, `on_seen` and `counts` may be used
from any thread.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import ipaddress
import logging
import re
import traceback
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

import msgspec

from ringodesk_qt.errors import ReceiverError, StoreError
from ringodesk_qt.models.notification import Received
from ringodesk_qt.receiver.connection import Connection
from ringodesk_qt.receiver.crowd import Crowd
from ringodesk_qt.receiver.hosts import KnownHosts
from ringodesk_qt.receiver.limits import Limits
from ringodesk_qt.receiver.parse import ParseError, document_of, is_anonymous, is_lookalike, method_of, orgid_of
from ringodesk_qt.receiver.request import Request
from ringodesk_qt.receiver.verdicts import Answers, Counts, Seen, Tally, Verdict
from ringodesk_qt.receiver.verify import digest_of, has_our_key, without_secrets

__all__ = ["Counts", "Limits", "Receiver", "Seen", "Verdict"]

log = logging.getLogger(__name__)

STOP_GRACE_S = 3.0
_CLOSING_S = 0.5
"""How long answers already written may take to leave when the receiver stops."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{32,}")
_QUIET = frozenset({Verdict.ACCEPTED, Verdict.UNKNOWN_PATH, Verdict.WRONG_METHOD, Verdict.MALFORMED})
"""Verdicts that strangers can cause at will, and the everyday one: they do not fill the log."""


class Receiver:
    """Listens for notifications and hands each that passes to `accept`."""

    def __init__(
        self,
        *,
        accept: Callable[[Received], Awaitable[None]],
        keys: Callable[[], Sequence[str]],
        path_secret: str,
        host: str = "127.0.0.1",
        port: int = 0,
        limits: Limits | None = None,
    ) -> None:
        """`accept` returns when the notification is on disk, or raises; `keys` gives the API keys that are ours now.

        `path_secret` is the last part of the path, 32 or more url-safe characters; `port` 0 takes any that is free.
        Raises ReceiverError for a host that is not loopback or a secret that is too short.
        """
        _check_loopback(host)
        if not _SECRET.fullmatch(path_secret):
            raise ReceiverError("The receiver's secret path needs at least 32 letters, digits, '-' or '_'.")
        self.limits = limits or Limits()
        self.path = f"/hook/{path_secret}".encode("ascii")
        self.hosts = KnownHosts()
        self.answers = Answers()
        self._accept = accept
        self._keys = keys
        self._address = (host, port)
        self._tally = Tally()
        self._listeners: list[Callable[[Seen], None]] = []
        self._storing: set[asyncio.Future[None]] = set()
        self._crowd = Crowd(self.limits)
        self._server: asyncio.Server | None = None
        self._is_stopping = False
        self._is_failing = False

    @property
    def counts(self) -> Counts:
        """What was seen so far."""
        return self._tally.snapshot()

    @property
    def port(self) -> int:
        """The port it listens on, 0 when it does not."""
        return int(self._server.sockets[0].getsockname()[1]) if self._server and self._server.sockets else 0

    def on_seen(self, listener: Callable[[Seen], None]) -> Callable[[], None]:
        """Calls `listener` on the network thread for each request answered; returns what ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            with contextlib.suppress(ValueError):
                self._listeners.remove(listener)

        return unsubscribe

    async def start(self) -> int:
        """Listens; returns the port. Raises ReceiverError when it cannot, with what to do."""
        if self._server is not None:
            return self.port
        loop = asyncio.get_running_loop()
        host, port = self._address
        self._is_stopping = False
        self._crowd.begin(loop)
        try:
            self._server = await loop.create_server(lambda: Connection(self, loop), host, port, backlog=512)
        except (OSError, OverflowError) as error:
            raise ReceiverError(_why_not(port, error)) from error
        log.info("listening on port %d", self.port)
        return self.port

    async def stop(self, grace_s: float = STOP_GRACE_S) -> None:
        """Takes no more, lets what is being stored finish for `grace_s` and be answered, and closes everything.

        What is not stored by then is cancelled and answered with 503. May be called again, and `start` after it.
        """
        server, self._server = self._server, None
        if server is None:
            return
        self._is_stopping = True
        server.close()
        self._crowd.retire()
        await self._finish_storing(grace_s)
        await self._crowd.emptied(_CLOSING_S)
        await server.wait_closed()
        log.info("stopped listening")

    async def _finish_storing(self, grace_s: float) -> None:
        if self._storing:
            await asyncio.wait(self._storing, timeout=grace_s)
        late = set(self._storing)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=_CLOSING_S)
        # The callbacks that write the answers run after the tasks.
        await asyncio.sleep(0)

    # ------------------------------------------------------------ called by its connections

    def opened(self, connection: Connection) -> None:
        """Makes room where there is none, at the expense of whoever has been waiting longest."""
        if self._is_stopping or not self._crowd.admit(connection):
            connection.refuse(Verdict.BUSY)

    def closed(self, connection: Connection) -> None:
        """Forgets it."""
        self._crowd.leave(connection)

    def waits(self, connection: Connection) -> None:
        """Sees to it that its deadline is looked at."""
        self._crowd.watch(connection)

    def judge(self, request: Request) -> asyncio.Future[None] | Verdict:
        """Refuses a request, or begins to store its notification."""
        if request.refusal is not None:
            return request.refusal
        try:
            received = self._read(request)
        except Exception as error:  # noqa: BLE001 - the receiver's border: a fault of ours is never the caller's
            self._log_failure(error)
            return Verdict.NOT_STORED
        if isinstance(received, Verdict):
            return received
        if self._is_stopping or len(self._storing) >= self.limits.pending:
            return Verdict.BUSY
        written: asyncio.Future[None] = asyncio.ensure_future(self._accept(received))
        self._storing.add(written)
        return written

    def outcome(self, written: asyncio.Future[None]) -> Verdict:
        """The verdict on a request whose notification has been stored, or could not be."""
        self._storing.discard(written)
        if written.cancelled():
            return Verdict.NOT_STORED
        error = written.exception()
        if error is not None:
            self._log_failure(error)
            return Verdict.NOT_STORED
        self._is_failing = False
        return Verdict.ACCEPTED

    def note(self, verdict: Verdict, request: Request | None) -> None:
        """Counts, logs and tells what became of a request."""
        log.log(logging.DEBUG if verdict in _QUIET else logging.INFO, "%d %s", verdict.status, verdict.value)
        hop = "tunnel" if request is not None and request.is_forwarded else None
        orgid = request.orgid if request is not None else ""
        seen = Seen(verdict=verdict, status=verdict.status, at=datetime.now(UTC), peer_hop=hop, orgid=orgid)
        self._tally.add(seen)
        for listener in list(self._listeners):
            try:
                listener(seen)
            except Exception:
                log.exception("a listener of the receiver failed")

    # ------------------------------------------------------------

    def _read(self, request: Request) -> Received | Verdict:
        try:
            document = document_of(bytes(request.body), max_depth=self.limits.depth)
        except ParseError:
            return Verdict.UNREADABLE
        request.orgid = orgid_of(document)
        keys = self._keys()
        if not has_our_key(document, keys):
            return Verdict.LOOKALIKE if is_lookalike(document) else Verdict.WRONG_KEY
        clean = without_secrets(document, keys)
        digest = digest_of(clean) if is_anonymous(clean) else ""
        return Received(
            method=method_of(clean), received_at=datetime.now(UTC), body=msgspec.json.encode(clean), digest=digest
        )

    def _log_failure(self, error: BaseException) -> None:
        """Once a streak of failures. Of a foreign error only the place: its words may quote the notification."""
        if self._is_failing:
            return
        self._is_failing = True
        if isinstance(error, StoreError):
            log.error("a notification could not be stored: %s", error)
        else:
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("a notification could not be stored: %s\n%s", type(error).__name__, where)


def _check_loopback(host: str) -> None:
    with contextlib.suppress(ValueError):
        if ipaddress.ip_address(host).is_loopback:
            return
    raise ReceiverError(f"The receiver listens on this machine only (127.0.0.1), not on {host!r}.")


def _why_not(port: int, error: OSError | OverflowError) -> str:
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.EADDRINUSE:
        return (
            f"Port {port} is in use by another program. Close that program, or choose another port for receiving "
            "(0 takes any that is free)."
        )
    if code == errno.EACCES:
        return f"This user may not listen on port {port}. Choose a port above 1023 for receiving, or 0 for any."
    return f"The receiver cannot listen on port {port}: choose another port for receiving, or 0 for any."
