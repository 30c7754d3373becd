"""The only module that knows httpx: a request goes in, (status, headers, bytes) or a typed error comes out.

httpx's exceptions end here. `VERDICTS` says of each what it means, and a test walks httpx's exception tree to see that
none is missing. What decides is whether any of the request can have reached the server:

- no place in the pool, no proxy, no connection, no TLS: not a byte of it left, NotSentError;
- everything later (it broke, it stalled, it was garbled): uncertain for a call that changes something. That holds in
  the middle of an upload too: nobody documents what the server does with a form that breaks off.

Redirects are never followed: they would carry the API key to another host. Answers are read bounded, packed ones too.
"""

from __future__ import annotations

import functools
import logging
import socket
import ssl
import zlib
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, BinaryIO, cast

import httpx
import msgspec

from ringodesk_qt import __version__
from ringodesk_qt.api.callbacks import Before
from ringodesk_qt.api.outcome import Answer, unsettled
from ringodesk_qt.api.timeouts import Timeouts
from ringodesk_qt.api.upload import UploadFile
from ringodesk_qt.api.url import is_loopback
from ringodesk_qt.errors import InputError, NotSentError, RingodeskError

HttpClient = httpx.AsyncClient
"""What may be handed to `RingotelClient(http=…)`."""

MAX_ANSWER_BYTES = 4 * 1024 * 1024
MAX_CONNECTIONS = 10
KEEPALIVE_S = 4.0
"""An idle connection is given up before most servers close it: one that closes under a request makes it uncertain."""

for _name in ("httpx", "httpcore"):  # they log whole URLs at INFO and headers at DEBUG
    logging.getLogger(_name).setLevel(logging.WARNING)


# ---------------------------------------------------------------- what httpx's exceptions mean


class _TooLargeError(httpx.DecodingError):
    """The answer is larger than any that makes sense."""


class Verdict(msgspec.Struct, frozen=True):
    """What an exception means: a sentence, whether the request surely did not leave, and whether that will stay so."""

    sentence: str
    is_unsent: bool = False
    is_lasting: bool = False


VERDICTS: dict[type[Exception], Verdict] = {
    httpx.ConnectError: Verdict("{host} cannot be reached. Check the network connection.", is_unsent=True),
    httpx.ConnectTimeout: Verdict(
        "{host} cannot be reached: nothing answers there. Check the network.", is_unsent=True
    ),
    httpx.PoolTimeout: Verdict("Too many requests are under way already; this one was not begun.", is_unsent=True),
    httpx.ProxyError: Verdict("The proxy does not let us through to {host}. Check its settings.", is_unsent=True),
    httpx.UnsupportedProtocol: Verdict("The API URL must begin with https://.", is_unsent=True, is_lasting=True),
    httpx.InvalidURL: Verdict("The address cannot be used. {check}", is_unsent=True, is_lasting=True),
    httpx.ReadTimeout: Verdict("{host} did not answer in time."),
    httpx.WriteTimeout: Verdict("{host} stopped taking the request."),
    httpx.TimeoutException: Verdict("{host} did not answer in time."),
    httpx.ReadError: Verdict("The connection to {host} broke before the answer came."),
    httpx.WriteError: Verdict("The connection to {host} broke while the request was being sent."),
    httpx.CloseError: Verdict("The connection to {host} broke while it was being closed."),
    httpx.NetworkError: Verdict("The connection to {host} broke."),
    httpx.RemoteProtocolError: Verdict("{host} closed the connection without a whole answer."),
    httpx.LocalProtocolError: Verdict("The connection to {host} got out of step."),
    httpx.ProtocolError: Verdict("{host} does not speak HTTP as it should. {check}"),
    _TooLargeError: Verdict("The answer of {host} is far too large. {check}"),
    httpx.DecodingError: Verdict("The answer of {host} cannot be unpacked."),
    httpx.TooManyRedirects: Verdict("{host} sends us round in circles. {check}"),
    httpx.HTTPStatusError: Verdict("{host} answered with an error."),
    httpx.CookieConflict: Verdict("The answer of {host} cannot be read."),
    httpx.StreamError: Verdict("The answer of {host} cannot be read."),
    httpx.TransportError: Verdict("The connection to {host} failed."),
    httpx.RequestError: Verdict("The request to {host} failed."),
    httpx.HTTPError: Verdict("The request to {host} failed."),
    zlib.error: Verdict("The answer of {host} cannot be unpacked."),
    TimeoutError: Verdict("{host} did not answer in time."),
    OSError: Verdict("The connection to {host} failed."),
}
"""By exception; a class that is not named here counts as its nearest base that is."""


def verdict_on(kind: type[BaseException]) -> Verdict | None:
    """What an exception's class means, or None for one that is no trouble of the wire's."""
    return next((VERDICTS[base] for base in kind.__mro__ if base in VERDICTS), None)


class BeforeError(Exception):
    """What a caller's `before` raised, on its way through httpx: it is nobody's to map, so it travels as `error`."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


class Departure:
    """Whether any of a request can have left, as httpcore tells while it is under way.

    An exception alone does not say it: the time for the whole call may run out while it is still connecting. Where
    httpcore tells nothing (a client of somebody else's making, with another transport) it must be taken to have left.
    `before` is awaited when the connection stands, just before the first byte; there, at the very start.
    """

    def __init__(self, *, is_told: bool = False, before: Before | None = None) -> None:
        self.has_left = not is_told
        self._before = before
        self._socket: Any = None

    async def begin(self) -> None:
        """Before anything is done. Raises BeforeError."""
        if self.has_left:
            await self._announce()

    async def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        """Httpcore's ``trace``: told of each step before and after it."""
        if event == "connection.connect_tcp.complete":
            self._socket = info.get("return_value")
        if event.endswith(".send_request_headers.started"):
            if getattr(info.get("request"), "method", b"") != b"CONNECT":  # that one is for the proxy
                await self._announce()
                self.has_left = True
        elif event.startswith("connection.") and event.endswith(".started"):
            self.has_left = False

    async def _announce(self) -> None:
        before, self._before = self._before, None
        if before is None:
            return
        try:
            await before()
        except Exception as exc:  # a border: whatever it is, it is the caller's
            raise BeforeError(exc) from exc

    async def abandon(self) -> None:
        """Closes a connection that was still being made: httpcore forgets the socket when TLS is cancelled."""
        if self._socket is not None and not self.has_left:
            await self._socket.aclose()


@contextmanager
def mapped(
    host: str, *, changes: bool, key: str = "", check: str = "Check the API URL.", departure: Departure | None = None
) -> Iterator[None]:
    """Turns httpx's exceptions into ours, with the former as the cause unless it quotes the key.

    It can: a garbled status line is quoted in the exception, and a server may send back in it what it was sent.
    """
    try:
        yield
    except RingodeskError:
        raise
    except (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict, httpx.StreamError, zlib.error, OSError) as exc:
        verdict = verdict_on(type(exc)) or VERDICTS[httpx.HTTPError]
        if departure is not None and not departure.has_left and not verdict.is_unsent:
            verdict = VERDICTS[httpx.ConnectTimeout if isinstance(exc, TimeoutError) else httpx.ConnectError]
        sentence = verdict.sentence.format(host=host, check=check)
        cause = None if key and any(key in str(cause) for cause in _causes(exc)) else exc
        if verdict.is_unsent:
            is_lasting = verdict.is_lasting or any(
                isinstance(one, ssl.SSLCertVerificationError) for one in _causes(exc)
            )
            raise NotSentError(_reason_unreachable(exc, host, check) or sentence, is_lasting=is_lasting) from cause
        raise unsettled(sentence, changes=changes) from cause


def _reason_unreachable(error: BaseException, host: str, check: str) -> str:
    """A better sentence for a connection that failed, from the exception at the bottom of it; else empty."""
    for cause in _causes(error):
        match cause:
            case ssl.SSLCertVerificationError():
                return f"The certificate of {host} cannot be trusted ({cause.verify_message.rstrip('.')}). {check}"
            case ssl.SSLWantReadError() | ssl.SSLWantWriteError():
                continue  # it was still waiting for the other side when it ended
            case ssl.SSLError():
                return f"{host} does not speak https as it should. {check}"
            case socket.gaierror():
                return f"The name {host} is not known. Check the network connection. {check}"
            case ConnectionRefusedError():
                return f"Nothing answers at {host}: the connection was refused. {check}"
    return ""


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        cause = waiting.pop(0)
        if cause is None or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting += [cause.__cause__, cause.__context__]
        if isinstance(cause, BaseExceptionGroup):
            waiting += cause.exceptions


# ---------------------------------------------------------------- clients


@functools.cache
def tls_context() -> ssl.SSLContext:
    """The one TLS context all clients share: making it takes some 60 ms, so it is made in a thread, once."""
    return httpx.create_ssl_context()


async def _new_client(*, is_proxied: bool, max_idle: int) -> HttpClient:
    """A client that follows no redirect, keeps no cookie and asks the environment for a proxy only if it may."""
    import asyncio  # noqa: PLC0415 - the library's import does without it

    context = await asyncio.to_thread(tls_context)
    try:
        return httpx.AsyncClient(
            verify=context,
            trust_env=is_proxied,
            follow_redirects=False,
            cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
            headers={"User-Agent": f"Ringodesk/{__version__}"},
            limits=httpx.Limits(
                max_connections=MAX_CONNECTIONS, max_keepalive_connections=max_idle, keepalive_expiry=KEEPALIVE_S
            ),
        )
    except (ImportError, ValueError, httpx.InvalidURL) as exc:  # a proxy of a kind or form that httpx cannot use
        raise NotSentError(
            "The proxy set up on this machine cannot be used. Check the proxy settings.", is_lasting=True
        ) from exc


class _LazyClient:
    """A client that is made at first use and never after `aclose`; one that was handed in is never closed."""

    def __init__(self, *, is_proxied: bool, max_idle: int = MAX_CONNECTIONS, http: HttpClient | None = None) -> None:
        import asyncio  # noqa: PLC0415 - the library's import does without it

        if http is not None and not isinstance(http, HttpClient):
            raise InputError("The client given as `http` must be an httpx.AsyncClient.")
        self._is_proxied = is_proxied
        self._max_idle = max_idle
        self._http = http
        self.owns = http is None
        self._is_closed = False
        self._opening = asyncio.Lock()

    async def get(self) -> HttpClient:
        async with self._opening:
            if self._is_closed or (self._http is not None and self._http.is_closed):
                raise NotSentError("The connection has been closed; nothing was sent.", is_lasting=True)
            if self._http is None:
                self._http = await _new_client(is_proxied=self._is_proxied, max_idle=self._max_idle)
            return self._http

    async def aclose(self) -> None:
        async with self._opening:
            self._is_closed = True
            if self.owns and self._http is not None:
                await self._http.aclose()


class Transport:
    """POSTs to the API's one address with the key in the header. Usable from one event loop."""

    def __init__(self, url: str, *, timeouts: Timeouts, http: HttpClient | None = None) -> None:
        """`url` is normalised already. A proxy of the environment is used, but never for this machine itself."""
        self._url = url
        address = address_of(url)
        self._host = f"[{address.host}]" if ":" in address.host else address.host
        self._timeouts = timeouts
        self._client = _LazyClient(is_proxied=not is_loopback(url), http=http)

    async def aclose(self) -> None:
        """Closes the connections, unless the client was handed in. May be called again."""
        await self._client.aclose()

    async def ready(self) -> None:
        """Has a client made if there is none yet. Raises NotSentError where it is closed or cannot be made."""
        await self._client.get()

    async def post_json(self, body: bytes, *, key: str, changes: bool, before: Before | None = None) -> Answer:
        """POSTs JSON. `changes` says whether repeating it could do harm.

        Raises NotSentError or UncertainError, and BeforeError with what `before` raised: then nothing was sent.
        """
        import asyncio  # noqa: PLC0415 - the library's import does without it

        limits = self._timeouts
        http = await self._client.get()
        departure = Departure(is_told=self._client.owns, before=before)
        with mapped(self._host, changes=changes, key=key, departure=departure):
            request = http.build_request(
                "POST",
                self._url,
                content=body,
                headers={**_headers(key), "Content-Type": "application/json"},
                timeout=_timeout(limits, read_s=limits.read_s, write_s=limits.write_s),
                extensions={"trace": departure},
            )
            async with asyncio.timeout(limits.total_s):
                return await _exchange(http, request, departure)

    async def post_form(
        self, fields: Mapping[str, str], file: UploadFile, *, key: str, before: Before | None = None
    ) -> Answer:
        """POSTs a multipart form, its last field the file, streamed. Raises as `post_json` does.

        httpx sets the boundary and the length; cancelling the task ends the upload at once.
        """
        limits = self._timeouts
        http = await self._client.get()
        departure = Departure(is_told=self._client.owns, before=before)
        with mapped(self._host, changes=True, key=key, departure=departure):
            request = http.build_request(
                "POST",
                self._url,
                data=dict(fields),
                files={"file": (file.file_name, cast("BinaryIO", file), file.mime)},
                headers=_headers(key),
                timeout=_timeout(limits, read_s=limits.stall_s, write_s=limits.stall_s),
                extensions={"trace": departure},
            )
            return await _exchange(http, request, departure)


def _headers(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}", "Accept-Encoding": "identity"}


def _timeout(limits: Timeouts, *, read_s: float, write_s: float) -> httpx.Timeout:
    return httpx.Timeout(connect=limits.connect_s, read=read_s, write=write_s, pool=limits.connect_s)


async def _exchange(http: HttpClient, request: httpx.Request, departure: Departure) -> Answer:
    await departure.begin()
    try:
        response = await http.send(request, stream=True, auth=None, follow_redirects=False)
    except BaseException:
        await departure.abandon()
        raise
    try:
        return Answer(response.status_code, _header_map(response), await _body(response))
    finally:
        await response.aclose()


async def _body(response: httpx.Response) -> bytes:
    """The whole body. Where the status alone says that nothing was done, a body that breaks off is no matter."""
    body = bytearray()
    try:
        async for piece in _unpacked(response):
            body += piece
            if len(body) > MAX_ANSWER_BYTES:
                raise _TooLargeError(f"more than {MAX_ANSWER_BYTES} bytes", request=response.request)
    except (httpx.HTTPError, zlib.error):
        if response.is_client_error or response.is_redirect:
            return b""
        raise
    return bytes(body)


def _header_map(response: httpx.Response) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers.items()}


async def _unpacked(response: httpx.Response) -> AsyncIterator[bytes]:
    """The body in pieces of at most 64 KiB, unpacked by us: httpx unpacks a piece whole, however large it becomes."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise httpx.DecodingError(f"unknown content encoding {packing!r}", request=response.request)
    unpacker = None if packing in ("identity", "") else zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    async for piece in response.aiter_raw(64 * 1024):
        if unpacker is None:
            yield piece
            continue
        while piece and not unpacker.eof:
            yield unpacker.decompress(piece, 64 * 1024)
            piece = unpacker.unconsumed_tail  # noqa: PLW2901 - what is left of it
    if unpacker is not None and not unpacker.eof:
        raise zlib.error("the packed answer is cut off")


# ---------------------------------------------------------------- files from anywhere


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """Where a URL leads: `origin` is scheme://host:port, the port always written."""

    url: str
    scheme: str
    host: str
    port: int
    has_login: bool

    @property
    def origin(self) -> str:
        """Scheme, host and port: what has to agree for two URLs to be of one server."""
        return f"{self.scheme}://{self.host}:{self.port}"


class Download(msgspec.Struct, frozen=True, kw_only=True):
    """An answer whose body has not been read yet: `pieces` gives it, unpacked, in small pieces."""

    status: int
    headers: Mapping[str, str]
    pieces: AsyncIterator[bytes]


def address_of(url: str, *, base: str = "") -> Address:
    """Takes a URL apart the way it will be connected to; a relative one is joined to `base`. Raises InputError."""
    try:
        parsed = httpx.URL(base).join(url) if base else httpx.URL(url)
        port = parsed.port or {"http": 80, "https": 443}.get(parsed.scheme, 0)
        host = parsed.raw_host.decode("ascii").lower()
    except (httpx.InvalidURL, UnicodeError, ValueError) as exc:
        raise InputError("The address cannot be used: it is no proper web address.") from exc
    return Address(url=str(parsed), scheme=parsed.scheme, host=host, port=port, has_login=bool(parsed.userinfo))


class FileTransport:
    """GETs files from anywhere, with no key, no cookie, no proxy, and connecting only where it is told to."""

    def __init__(self, *, timeouts: Timeouts) -> None:
        self._timeouts = timeouts
        # A connection to an IP address was made for one host name: it must not be used again for another.
        self._client = _LazyClient(is_proxied=False, max_idle=0)

    async def aclose(self) -> None:
        """Closes the connections. May be called again."""
        await self._client.aclose()

    @asynccontextmanager
    async def get(self, address: Address, *, ip: str = "") -> AsyncIterator[Download]:
        """One GET, no redirect followed. Raises NotSentError for whatever goes wrong: a GET may be repeated.

        With `ip` the connection goes to that address whatever the name says now, so that a name which was checked
        cannot lead elsewhere a moment later; Host header and certificate are still those of the name.
        """
        limits = self._timeouts
        http = await self._client.get()
        with mapped(address.host, changes=False, check="Check the file's link."):
            url = httpx.URL(address.url)
            request = http.build_request(
                "GET",
                url.copy_with(host=ip) if ip else url,
                headers={"Host": url.netloc.decode("ascii"), "Accept-Encoding": "identity"},
                timeout=_timeout(limits, read_s=limits.read_s, write_s=limits.write_s),
                extensions={"sni_hostname": address.host},
            )
            response = await http.send(request, stream=True, auth=None, follow_redirects=False)
            try:
                yield Download(status=response.status_code, headers=_header_map(response), pieces=_unpacked(response))
            finally:
                await response.aclose()
