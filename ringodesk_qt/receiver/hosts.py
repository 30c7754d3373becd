"""The host names under which a request may ask for the receiver.

A web page can have its own name lead to 127.0.0.1 (DNS rebinding) and so make a browser call what listens there; the
Host header then still names the page's host.
"""

from __future__ import annotations

from urllib.parse import urlsplit

_LOOPBACK = frozenset({b"127.0.0.1", b"localhost", b"[::1]"})


class KnownHosts:
    """This machine's names, and those of the public URL; any name until `expect` was called.

    `expect` may be called from any thread.
    """

    def __init__(self) -> None:
        self._names: frozenset[bytes] | None = None

    def expect(self, *urls: str) -> None:
        """From now on, knows the hosts of these URLs (a host alone will do) and this machine's names, and no other."""
        self._names = _LOOPBACK | {name for url in urls if (name := _host_of(url))}

    def knows(self, host: bytes) -> bool:
        """Whether a Host header is one of them; its port does not matter, as a proxy may have another."""
        names = self._names
        return names is None or host in names or _without_port(host).lower() in names


def _host_of(url: str) -> bytes:
    url = url.strip()
    try:
        name = urlsplit(url if "://" in url else f"//{url}").hostname or ""
        encoded = name.encode("idna")
    except ValueError:
        return b""
    return b"[%b]" % encoded if b":" in encoded else encoded


def _without_port(host: bytes) -> bytes:
    name, colon, port = host.rpartition(b":")
    return name if colon and (port.isdigit() or not port) else host
