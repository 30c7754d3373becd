"""Gets the files that contacts sent: from anywhere on the web, so with nothing of ours and with suspicion.

A link in a message is somebody else's choice of where this machine connects to. So there is no Authorization header,
no cookie, no Referer and no proxy; it goes by https alone; private, loopback and link-local addresses and those of the
cloud's own services are out of bounds however they are written, since it is the resolved address that is looked at,
and the connection goes to that very address, so that a name cannot change its mind in between. Only servers that were
named as trusted (the account's own) may be private, or speak http, and no other server can redirect there.

Size and time have limits: whoever sends too slowly is given up, and so is whatever takes longer than an hour.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import os
import socket
import time
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from ringodesk_qt.api.timeouts import Timeouts
from ringodesk_qt.api.transport import Address, Download, FileTransport, address_of
from ringodesk_qt.api.url import is_host
from ringodesk_qt.errors import EnvironmentProblemError, InputError, NotSentError, RefusedError

MAX_REDIRECTS = 5
RESOLVE_TIMEOUT_S = 10.0
SLOWEST_BYTES_PER_S = 4096
"""A sender is given the time of a small call, and more with each byte that has come."""
PROGRESS_INTERVAL_S = 0.1
LONGEST_S = 3600.0
"""How long a download may take, however large it is."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_UNICAST = ipaddress.ip_network("2000::/3")
_NOT_FOR_US = (
    "192.0.0.0/24",  # of the protocols; a metadata service at 192.0.0.192
    "192.88.99.0/24",  # relays of 6to4
    "168.63.129.16/32",  # a cloud's own service to its machines, at a public address
    "2001::/23",  # Teredo and other protocols'
    "2002::/16",  # 6to4: an IPv4 address inside, which nothing but its relays can reach
    "3fff::/20",  # for documentation
)
_OUT_OF_BOUNDS = tuple(ipaddress.ip_network(text) for text in _NOT_FOR_US)
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})
"""What stands before the IPv4 address in the last half of an IPv6 address that leads to it."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class HttpFileFetcher:
    """Downloads files whole or not at all. Use it from one event loop, as an async context manager or with `aclose`."""

    def __init__(self, *, trusted_origins: Collection[str] = (), timeouts: Timeouts | None = None) -> None:
        """`trusted_origins` are URLs of servers that may be private; only scheme, host and port of each count."""
        self._trusted = frozenset(address_of(url).origin for url in trusted_origins)
        self._timeouts = timeouts or Timeouts()
        self._transport = FileTransport(timeouts=self._timeouts)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Closes the connections. May be called again."""
        await self._transport.aclose()

    async def fetch(
        self,
        url: str,
        target: Path,
        *,
        limit_bytes: int,
        only_trusted: bool = False,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> int:
        """Downloads to `target` and returns its size in bytes. On any failure `target` is as it was before.

        With `only_trusted` no server but those is connected to, wherever they redirect.
        `on_progress(received_bytes, total_bytes)` is called on this loop's thread, at most ten times a second; the
        total is 0 where the server does not tell it.
        Raises InputError for a link that is not to be followed, RefusedError when the server has no such file or it
        is larger than `limit_bytes`, NotSentError when the network fails (it may be tried again), and
        EnvironmentProblemError when it cannot be written.
        """
        begun_at = asyncio.get_running_loop().time()
        async with AsyncExitStack() as stack:
            try:
                async with asyncio.timeout_at(begun_at + self._timeouts.total_s):
                    download = await self._open(address_of(url), stack, only_trusted=only_trusted)
                _check_length(download, limit_bytes)
                async with asyncio.timeout_at(begun_at + self._timeouts.total_s) as patience:
                    pieces = _in_time(download.pieces, patience, begun_at)
                    if on_progress is not None:
                        pieces = _told(pieces, _announced(download), on_progress)
                    return await _save(pieces, target, limit_bytes)
            except TimeoutError as exc:
                raise NotSentError("The file comes too slowly; it was given up. Try again later.") from exc

    async def _open(self, address: Address, stack: AsyncExitStack, *, only_trusted: bool) -> Download:
        """The answer at the end of the redirects."""
        is_trusted = True
        for _hop in range(MAX_REDIRECTS + 1):
            is_trusted = is_trusted and address.origin in self._trusted
            _check_address(address, is_trusted=is_trusted)
            if only_trusted and not is_trusted:
                raise InputError(
                    "The file lies on another server than the account's; it is fetched only when asked for."
                )
            download = await self._connect(address, stack, is_trusted=is_trusted)
            location = download.headers.get("location", "")
            if download.status not in _REDIRECTS or not location:
                _check_status(download)
                return download
            await stack.aclose()
            address = address_of(location, base=address.url)
        raise RefusedError(f"The file's link redirects more than {MAX_REDIRECTS} times.")

    async def _connect(self, address: Address, stack: AsyncExitStack, *, is_trusted: bool) -> Download:
        if is_trusted:
            return await stack.enter_async_context(self._transport.get(address))
        failure: NotSentError | None = None
        for ip in await _public_ips(address):
            try:
                return await stack.enter_async_context(self._transport.get(address, ip=ip))
            except NotSentError as error:  # perhaps the next of the host's addresses can be reached
                failure = error
        raise failure or NotSentError(f"The name {address.host} leads nowhere.")


def is_public_ip(text: str) -> bool:
    """Whether an IP address is one of the internet at large; IPv4 inside IPv6 is looked into."""
    ip = ipaddress.ip_address(text.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = _translated(ip)
        if inner is not None:
            return is_public_ip(str(inner))
        if ip not in _UNICAST or (int(ip) >> 32) & 0xFFFFFFFF in _ISATAP:
            return False
    is_out = any(ip in network for network in _OUT_OF_BOUNDS if network.version == ip.version)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not is_out


def _translated(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that this one is a way of writing, or that a translator of the network makes of it."""
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None


async def _public_ips(address: Address) -> list[str]:
    """The host's public addresses; raises InputError when it has only others, NotSentError when it has none."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(RESOLVE_TIMEOUT_S):
            found = await loop.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as exc:  # TimeoutError is an OSError
        raise NotSentError(f"The name {address.host} is not known. Check the network connection.") from exc
    ips = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    public = [ip for ip in ips if is_public_ip(ip)]
    if ips and not public:
        raise InputError(f"The file's link leads into a private network ({address.host}); it is not fetched.")
    return public


def _check_address(address: Address, *, is_trusted: bool) -> None:
    is_web = address.scheme in ("http", "https") and is_host(address.host) and 0 < address.port < 65536
    if not is_web:
        raise InputError("The file's link is no web address (https); it is not fetched.")
    if address.scheme == "http" and not is_trusted:
        raise InputError("The file's link is not protected (http, not https); it is not fetched.")
    if address.has_login:
        raise InputError("The file's link holds a user name or password; it is not fetched.")


def _check_status(download: Download) -> None:
    status = download.status
    if status in (404, 410):
        raise RefusedError(f"The file is no longer there (HTTP {status}).", status=status)
    if status in (401, 403):
        raise RefusedError(f"The server does not give the file to us (HTTP {status}).", status=status)
    if status == 429 or status >= 500:
        raise NotSentError(f"The file's server failed (HTTP {status}). Try again later.", status=status)
    if not 200 <= status < 300 or status in (204, 205, 206):
        raise RefusedError(f"The server has no file to give (HTTP {status}).", status=status)


def _check_length(download: Download, limit_bytes: int) -> None:
    if _announced(download) > limit_bytes:
        raise _too_large(limit_bytes)


def _announced(download: Download) -> int:
    """How many bytes the server says will come; 0 where it does not."""
    announced = download.headers.get("content-length", "")
    return int(announced[:20]) if announced.isascii() and announced.isdigit() else 0


def _too_large(limit_bytes: int) -> RefusedError:
    return RefusedError(f"The file is larger than the limit of {limit_bytes / 1_000_000:g} MB; it was not kept.")


async def _in_time(pieces: AsyncIterator[bytes], patience: asyncio.Timeout, begun_at: float) -> AsyncIterator[bytes]:
    """The pieces, while they come fast enough: each puts off the end by the time that it may have taken."""
    latest = begun_at + LONGEST_S
    async for piece in pieces:
        patience.reschedule(min((patience.when() or latest) + len(piece) / SLOWEST_BYTES_PER_S, latest))
        yield piece


async def _told(
    pieces: AsyncIterator[bytes], total_bytes: int, on_progress: Callable[[int, int], None]
) -> AsyncIterator[bytes]:
    """The pieces; how many bytes they were is told now and then."""
    received_bytes, told_at_s = 0, 0.0
    async for piece in pieces:
        received_bytes += len(piece)
        now_s = time.monotonic()
        if now_s - told_at_s >= PROGRESS_INTERVAL_S:
            told_at_s = now_s
            on_progress(received_bytes, total_bytes)
        yield piece


async def _save(pieces: AsyncIterator[bytes], target: Path, limit_bytes: int) -> int:
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as file:
            size_bytes = await _write(pieces, file, limit_bytes)
        await asyncio.to_thread(_settle, part, target)
    except OSError as exc:
        reason = exc.strerror or type(exc).__name__
        raise EnvironmentProblemError(f"{target.name} could not be saved in {target.parent}: {reason}.") from exc
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return size_bytes


def _settle(part: Path, target: Path) -> None:
    """Puts the whole file in its place once it is on disk: what is shown as saved must outlast a power cut."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)


async def _write(pieces: AsyncIterator[bytes], file: BinaryIO, limit_bytes: int) -> int:
    """Writes piece by piece: each is 64 KiB at most, so the loop is not held up. Returns how much it was."""
    size_bytes = 0
    async for piece in pieces:
        size_bytes += len(piece)
        if size_bytes > limit_bytes:
            raise _too_large(limit_bytes)
        file.write(piece)
    return size_bytes
