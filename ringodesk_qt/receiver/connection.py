"""One caller's connection: its requests one after the other, its deadlines, its end."""

from __future__ import annotations

import asyncio
from enum import Enum, auto
from typing import Protocol, cast

from ringodesk_qt.receiver.hosts import KnownHosts
from ringodesk_qt.receiver.limits import Limits
from ringodesk_qt.receiver.request import SLICE_BYTES, Request, RequestReader
from ringodesk_qt.receiver.verdicts import Answers, Verdict

LINGER_BYTES = 1024 * 1024
"""How much of a refused body is read past, so that the caller gets to read the refusal."""


class Phase(Enum):
    """What a connection waits for. Each has its deadline."""

    FRESH = auto()
    """The first byte of all."""
    IDLE = auto()
    """The first byte of a further request."""
    HEAD = auto()
    BODY = auto()
    STORING = auto()
    """The store."""
    WRITING = auto()
    """The caller, who does not read our answers."""
    LINGERING = auto()
    """The caller's own end, after our last answer."""


class Host(Protocol):
    """The receiver, as its connections see it."""

    limits: Limits
    path: bytes
    hosts: KnownHosts
    answers: Answers

    def opened(self, connection: Connection) -> None:
        """A connection was made."""

    def closed(self, connection: Connection) -> None:
        """A connection has ended."""

    def waits(self, connection: Connection) -> None:
        """A connection entered another phase."""

    def judge(self, request: Request) -> asyncio.Future[None] | Verdict:
        """The verdict on a request, or what ends when its notification is on disk; `outcome` is its verdict then."""

    def outcome(self, written: asyncio.Future[None]) -> Verdict:
        """The verdict on a request that `judge` gave a future for, when that is done."""

    def note(self, verdict: Verdict, request: Request | None) -> None:
        """A request has its answer."""


class Connection(asyncio.Protocol):
    """Reads, has judged and answers, in order; nothing is parsed while a notification is being stored."""

    def __init__(self, host: Host, loop: asyncio.AbstractEventLoop) -> None:
        self._host = host
        self._loop = loop
        self._reader = RequestReader(host.path, host.limits, host.hosts)
        self._unparsed = b""
        self._lingered_bytes = 0
        self._storing: asyncio.Future[None] | None = None
        self._is_reading_paused = False
        self._is_writing_paused = False
        self._has_eof = False
        self._has_answered = False
        self._is_retired = False
        self._waits_for: object = None
        self._transport: asyncio.Transport | None = None
        self.phase = Phase.FRESH
        self.since = loop.time()
        """When the phase began, by the loop's clock."""
        self.begun = self.since
        """When the request that is being read began, or the connection, if it is its first."""

    # ------------------------------------------------------------ called by asyncio

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Takes its place among the others."""
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(high=self._host.limits.write_bytes)
        self._host.opened(self)
        self._host.waits(self)

    def data_received(self, data: bytes) -> None:
        """Parses what came, or keeps it while the request before is at work."""
        if self.phase is Phase.LINGERING or self._reader.is_finished:
            self._skip(len(data))
            return
        self._unparsed = self._unparsed + data if self._unparsed else data
        self._advance()

    def eof_received(self) -> bool:
        """Keeps the way back open while an answer is owed."""
        self._has_eof = True
        return self._storing is not None or self._is_writing_paused

    def pause_writing(self) -> None:
        """The caller does not read: no more of its requests are looked at."""
        self._is_writing_paused = True

    def resume_writing(self) -> None:
        """The caller reads again."""
        self._is_writing_paused = False
        if self.phase is Phase.WRITING:
            self._advance()

    def connection_lost(self, exc: Exception | None) -> None:
        """Leaves. A notification that is being stored is stored all the same."""
        del exc
        self._transport = None
        self._unparsed = b""
        self._reader.release()
        self._host.closed(self)

    # ------------------------------------------------------------ called by the receiver

    @property
    def is_waiting_for_caller(self) -> bool:
        """Whether it may be ended without anything accepted being lost."""
        return self._storing is None

    def expire(self) -> None:
        """Its deadline has passed."""
        match self.phase:
            case Phase.HEAD | Phase.BODY:
                self._reader.cut(Verdict.TOO_SLOW)
                self._advance()
            case Phase.STORING if self._storing is not None:
                self._storing.cancel()
            case Phase.FRESH | Phase.IDLE:
                self.close()
            case _:
                self.abort()

    def retire(self) -> None:
        """Ends it, or has it end after the answer it owes."""
        self._is_retired = True
        if self.is_waiting_for_caller:
            self.close()

    def refuse(self, verdict: Verdict) -> None:
        """Answers a caller there is no room for, before it asked anything."""
        self._host.note(verdict, None)
        if self._transport is not None:
            self._transport.write(self._host.answers.bytes_for(verdict, is_closing=True))
            self.close()

    def close(self) -> None:
        """Ends it once what was written is out."""
        if self._transport is not None:
            self._transport.close()

    def abort(self) -> None:
        """Ends it now."""
        if self._transport is not None:
            self._transport.abort()

    # ------------------------------------------------------------ the requests, in order

    def _advance(self) -> None:
        """Answers and parses until there is something to wait for."""
        while self._can_go_on():
            if self._reader.ready:
                self._judge(self._reader.ready.popleft())
            elif self._unparsed and not self._reader.is_finished:
                self._feed_slice()
            else:
                break
        if self._transport is not None and not self._transport.is_closing() and self.phase is not Phase.LINGERING:
            self._settle()

    def _settle(self) -> None:
        self._invite()
        phase = self._phase_now()
        if self._has_eof and phase not in (Phase.STORING, Phase.WRITING):
            self.close()
            return
        self._enter(phase, self._storing or self._reader.current)
        self._hold_reading(is_held=bool(self._unparsed))

    def _can_go_on(self) -> bool:
        return (
            self._transport is not None
            and not self._transport.is_closing()
            and self._storing is None
            and not self._is_writing_paused
            and self.phase is not Phase.LINGERING
        )

    def _feed_slice(self) -> None:
        data = self._unparsed
        if len(data) <= SLICE_BYTES:
            self._unparsed = b""
            self._reader.feed(data)
        else:
            self._unparsed = data[SLICE_BYTES:]
            self._reader.feed(data[:SLICE_BYTES])

    def _phase_now(self) -> Phase:
        if self._storing is not None:
            return Phase.STORING
        if self._is_writing_paused:
            return Phase.WRITING
        if self._reader.current is not None:
            return Phase.BODY if self._reader.current.is_head_done else Phase.HEAD
        return Phase.IDLE if self._has_answered else Phase.FRESH

    def _enter(self, phase: Phase, waits_for: object = None) -> None:
        """The deadline begins anew with each phase, and with each request."""
        if phase is not self.phase or waits_for is not self._waits_for:
            self.since = self._loop.time()
            if waits_for is not self._waits_for and self.phase is not Phase.FRESH:
                self.begun = self.since
            self.phase = phase
            self._waits_for = waits_for
            self._host.waits(self)

    def _hold_reading(self, *, is_held: bool) -> None:
        """Reading goes on until something comes that cannot be parsed yet: most callers wait for their answer."""
        if self._transport is None or is_held is self._is_reading_paused:
            return
        self._is_reading_paused = is_held
        if is_held:
            self._transport.pause_reading()
        else:
            self._transport.resume_reading()

    def _invite(self) -> None:
        """Answers `Expect: 100-continue`, when all before it is answered."""
        request = self._reader.current
        if request is None or not request.wants_continue or self._storing is not None or self._transport is None:
            return
        request.wants_continue = False
        if request.is_head_done and not request.body:
            self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _judge(self, request: Request) -> None:
        verdict = self._host.judge(request)
        if isinstance(verdict, Verdict):
            self._answer(request, verdict)
            return
        self._storing = verdict
        verdict.add_done_callback(lambda written: self._on_stored(request, written))

    def _on_stored(self, request: Request, written: asyncio.Future[None]) -> None:
        self._storing = None
        self._answer(request, self._host.outcome(written))
        self._advance()

    def _answer(self, request: Request, verdict: Verdict) -> None:
        self._host.note(verdict, request)
        if self._transport is None or self._transport.is_closing():
            return
        self._has_answered = True
        is_closing = self._is_retired or not request.is_keep_alive
        is_head = request.method == b"HEAD"
        self._transport.write(self._host.answers.bytes_for(verdict, is_closing=is_closing, is_head=is_head))
        if is_closing:
            self._end(has_read_all=request.is_complete and not self._unparsed)

    def _end(self, *, has_read_all: bool) -> None:
        """After the last answer. Closing with bytes unread would reset the connection and take the answer with it."""
        self._unparsed = b""
        if has_read_all or self._has_eof or self._transport is None or not self._transport.can_write_eof():
            self.close()
            return
        self._transport.write_eof()
        self._enter(Phase.LINGERING)
        self._hold_reading(is_held=False)

    def _skip(self, size_bytes: int) -> None:
        self._lingered_bytes += size_bytes
        if self._lingered_bytes > LINGER_BYTES:
            self.abort()
