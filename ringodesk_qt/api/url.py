"""The API's base URL as it was typed, made into the one that is used.

Every method of the API is a POST to one address, which ends in ``/api`` (the collection's introduction). The API key
travels with every request, so it must be https; plain http is let through only where it cannot leave the machine.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from ringodesk_qt.errors import InputError

DEFAULT_API_URL = "https://shell.ringotel.co/api"

_DEFAULT_PORTS = {"https": 443, "http": 80}
_UNUSABLE = r"[\s\x00-\x1f\x7f\\]"
_HOST_NAME = r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?"


def normalised_api_url(text: str) -> str:
    """The API's URL in the one form it is used and stored in: lower-case host, no default port, path ending in /api.

    A missing ``/api`` and a trailing ``/`` are put right. Raises InputError, which says what to write instead, for
    anything that is not https (http is for this machine alone), and for user names, queries and fragments.
    """
    text = text.strip()
    if not text:
        raise InputError(f"The API URL is missing. Write {DEFAULT_API_URL}, or the address of your own server.")
    if re.search(_UNUSABLE, text):
        raise InputError(f"The API URL holds a space, a backslash or a control character. Write {DEFAULT_API_URL}")
    parts = _split(text)
    _check_scheme(parts, text)
    _check_extras(parts)
    segments = [segment for segment in parts.path.split("/") if segment]
    if not segments or segments[-1] != "api":
        segments.append("api")
    return f"{parts.scheme}://{_authority(parts)}/{'/'.join(segments)}"


def is_loopback(url: str) -> bool:
    """Whether a URL's host is this machine by name or address: localhost, 127.0.0.0/8 or ::1. Nothing is resolved."""
    return is_loopback_host(urlsplit(url).hostname or "")


def is_loopback_host(host: str) -> bool:
    """The same for a host alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_host(host: str) -> bool:
    """Whether `host` can be a host at all: a name, an IPv4 address or an IPv6 address without its brackets."""
    if ":" in host:
        try:
            return ipaddress.ip_address(host).version == 6
        except ValueError:
            return False
    try:
        name = host.encode("idna").decode("ascii")
    except UnicodeError:
        return False
    return bool(re.fullmatch(_HOST_NAME, name, re.IGNORECASE)) and ".." not in name


def is_web_link(text: str) -> bool:
    """Whether `text` is an absolute http or https URL without spaces or control characters."""
    if re.search(_UNUSABLE, text):
        return False
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return has_host and parts.scheme in _DEFAULT_PORTS


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port  # raises where it is not a number between 0 and 65535
    except ValueError as exc:
        raise InputError(f"The API URL {text} cannot be read ({exc}). Write {DEFAULT_API_URL}") from exc
    return parts


def _check_scheme(parts: SplitResult, text: str) -> None:
    if parts.scheme not in _DEFAULT_PORTS or (not parts.netloc and "://" not in text):
        rest = text.split("://", 1)[-1].lstrip("/")
        if "@" in rest:  # what stands before an @ may be a password: it is not repeated
            rest = "shell.ringotel.co/api"
        raise InputError(f"The API URL must begin with https://. Write https://{rest}")
    if not is_host(parts.hostname or ""):
        raise InputError(f"The API URL names no usable host. Write {DEFAULT_API_URL}")
    if parts.scheme == "http" and not is_loopback_host(parts.hostname or ""):
        raise InputError(
            f"The API key must not travel unprotected: write https://{_host(parts)} instead of http://. "
            "Plain http is only for this machine (127.0.0.1)."
        )


def _check_extras(parts: SplitResult) -> None:
    for is_there, what in (
        ("@" in parts.netloc, "a user name or password"),
        (bool(parts.query), "a query (?…)"),
        (bool(parts.fragment), "a fragment (#…)"),
    ):
        if is_there:
            raise InputError(f"The API URL must not hold {what}. Write {parts.scheme}://{_authority(parts)}/api")


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").lower()
    return f"[{host}]" if ":" in host else host


def _authority(parts: SplitResult) -> str:
    has_own_port = parts.port is not None and parts.port != _DEFAULT_PORTS[parts.scheme]
    return f"{_host(parts)}:{parts.port}" if has_own_port else _host(parts)
