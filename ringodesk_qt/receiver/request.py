"""From bytes to requests: httptools' parser (llhttp), with limits on everything it would otherwise let grow.

llhttp refuses ambiguous framing itself: a length beside `Transfer-Encoding`, two lengths, a chunk size that is none.
"""

from __future__ import annotations

import hmac
from collections import deque

import httptools

from ringodesk_qt.receiver.hosts import KnownHosts
from ringodesk_qt.receiver.limits import Limits
from ringodesk_qt.receiver.verdicts import Verdict

SLICE_BYTES = 8 * 1024
"""The parser cannot be halted inside what it is fed, so it is fed this much at a time."""

_CHUNKING_OVERHEAD = 8
"""A body sent a byte a chunk takes six times its size on the wire; more than this is padding."""


class Request:
    """One request while it is read, and until it is answered."""

    __slots__ = (
        "body",
        "content_length",
        "head_bytes",
        "header_count",
        "host",
        "host_count",
        "is_browsers",
        "is_complete",
        "is_forwarded",
        "is_head_done",
        "is_keep_alive",
        "method",
        "orgid",
        "refusal",
        "url",
        "wants_continue",
    )

    def __init__(self) -> None:
        self.url = b""
        self.method = b""
        self.body = bytearray()
        self.content_length = 0
        self.head_bytes = 0
        self.header_count = 0
        self.host = b""
        self.host_count = 0
        self.is_browsers = False
        self.is_complete = False
        self.is_forwarded = False
        self.is_head_done = False
        self.is_keep_alive = False
        self.wants_continue = False
        self.refusal: Verdict | None = None
        self.orgid = ""
        """The organization that its body names, once that was read."""

    def add_header(self, name: bytes, value: bytes) -> None:
        """Keeps of a header what the checks need."""
        match name.lower():
            case b"host":
                self.host = value
                self.host_count += 1
            case b"origin" | b"sec-fetch-site":  # Sec-Fetch-Mode is sent by servers too: by Node's fetch
                self.is_browsers = True
            case b"content-length":
                self.content_length = int(value) if value.isdigit() and len(value) < 16 else 2**62
            case b"expect":
                self.wants_continue = value.strip().lower() == b"100-continue"
            case b"x-forwarded-for" | b"forwarded":
                self.is_forwarded = True


class RequestReader:
    """Reads the requests of one connection, in order.

    Complete ones, and those whose refusal need not wait for their end, come to lie in `ready`. After one that ends
    the connection (`is_finished`) nothing more is read.
    """

    def __init__(self, path: bytes, limits: Limits, hosts: KnownHosts) -> None:
        self._path = path
        self._limits = limits
        self._hosts = hosts
        self._parser = httptools.HttpRequestParser(self)
        self._wire_bytes = 0
        self.ready: deque[Request] = deque()
        self.current: Request | None = None
        self.is_finished = False

    def feed(self, data: bytes) -> None:
        """Takes a slice of what came."""
        self._wire_bytes += len(data)
        was_between = self.current is None
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserUpgrade, httptools.HttpParserError):
            self.cut(Verdict.MALFORMED)
        if was_between and self.current is None and not self.ready and not self.is_finished:
            # Blank lines before a request: llhttp skips them, but the caller's time runs.
            self.current = Request()
        self._check_wire_bytes()

    def cut(self, refusal: Verdict) -> None:
        """Refuses what is being read (or was about to be) at once; the connection ends with it."""
        if self.is_finished:
            return
        request, self.current = self.current or Request(), None
        request.refusal = request.refusal or refusal
        request.is_keep_alive = False
        self.ready.append(request)
        self.is_finished = True

    def release(self) -> None:
        """Lets go of the parser, which holds on to this reader: a circle. Nothing may be fed after it."""
        self.current = None
        self.is_finished = True
        del self._parser

    def _check_wire_bytes(self) -> None:
        """Bounds what never becomes a header or a part of the body: an endless line, padding around chunks."""
        request, limits = self.current, self._limits
        if request is None or not request.is_head_done:
            # The first of these slices may have begun with the end of the request before.
            if self._wire_bytes > limits.head_bytes + SLICE_BYTES:
                self.cut(Verdict.HEAD_TOO_LARGE)
        elif self._wire_bytes > limits.head_bytes + SLICE_BYTES + _CHUNKING_OVERHEAD * limits.body_bytes:
            self.cut(Verdict.TOO_LARGE)

    # ------------------------------------------------------------ called by httptools

    def on_message_begin(self) -> None:
        """A request line begins."""
        if not self.is_finished:
            self._wire_bytes = 0
            self.current = self.current or Request()

    def on_url(self, part: bytes) -> None:
        """A part of the request's target."""
        if self.current is not None:
            self.current.url += part
            self._count_head(self.current, len(part))

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header, or after the headers a trailer, which is only counted."""
        request = self.current
        if request is None:
            return
        request.header_count += 1
        if not request.is_head_done:
            request.add_header(name, value)
        self._count_head(request, len(name) + len(value) + 4)

    def on_headers_complete(self) -> None:
        """The head is whole: all that can be refused by it is."""
        request = self.current
        if request is None:
            return
        request.is_head_done = True
        request.method = self._parser.get_method()
        version = self._parser.get_http_version()
        request.is_keep_alive = version == "1.1" and self._parser.should_keep_alive()
        if version not in ("1.0", "1.1") or self._parser.should_upgrade():
            self.cut(Verdict.MALFORMED)
            return
        request.refusal = self._refusal_by_head(request)
        is_too_large = request.content_length > self._limits.body_bytes
        request.wants_continue &= version == "1.1"
        if is_too_large or (request.refusal and request.wants_continue):
            self.cut(request.refusal or Verdict.TOO_LARGE)

    def on_body(self, part: bytes) -> None:
        """A part of the body. That of a request which will be refused is let by, within the same bound."""
        request = self.current
        if request is None:
            return
        if len(request.body) + len(part) > self._limits.body_bytes:
            self.cut(Verdict.TOO_LARGE)
        else:
            request.body += part

    def on_message_complete(self) -> None:
        """A request is whole."""
        request, self.current = self.current, None
        if request is None:
            return
        request.is_complete = True
        self._wire_bytes = 0
        self.ready.append(request)
        self.is_finished = not request.is_keep_alive

    # ------------------------------------------------------------

    def _count_head(self, request: Request, size_bytes: int) -> None:
        request.head_bytes += size_bytes
        limits = self._limits
        if request.head_bytes > limits.head_bytes or request.header_count > limits.header_count:
            self.cut(Verdict.HEAD_TOO_LARGE)

    def _refusal_by_head(self, request: Request) -> Verdict | None:
        """The first check that fails. Who does not know the path learns nothing else."""
        if not hmac.compare_digest(request.url.partition(b"?")[0], self._path):
            return Verdict.UNKNOWN_PATH
        if request.method != b"POST":
            return Verdict.WRONG_METHOD
        if request.host_count != 1:
            return Verdict.MALFORMED
        if request.is_browsers:
            return Verdict.BROWSER
        return None if self._hosts.knows(request.host) else Verdict.WRONG_HOST
