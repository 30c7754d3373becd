"""The key of a notification: whether it is ours, and taking it out of all that is kept.

Every notification carries the account's API key, which is also its admin key.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence
from typing import Any

import msgspec

REMOVED = "[removed]"
_SECRET_NAMES = frozenset({"apikey", "apitoken"})
_LIKE_A_SECRET_NAME = re.compile(rb"a[_-]*p[_-]*i", re.IGNORECASE)
_SHORTEST_REMOVED_CHARS = 6
"""A key shorter than this (no real one is) is only removed where it stands alone, lest it eat into the text."""


def has_our_key(document: dict[str, Any], keys: Sequence[str]) -> bool:
    """Whether the document's `api_key` is one of `keys`.

    The digests of both are compared, in constant time and with every key, so that the time taken tells neither how
    much of a key was right, nor its length, nor which one it was. An empty key is never right.
    """
    given = document.get("api_key")
    digest = _digest(given if isinstance(given, str) else "")
    is_ours = False
    for key in keys:
        is_equal = hmac.compare_digest(digest, _digest(key))
        is_ours |= is_equal and bool(key)
    return is_ours


def without_secrets(document: dict[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    """A copy without any `api_key` or `api_token` member at any depth, and without the text of `keys` anywhere."""
    rest = {name: value for name, value in document.items() if name != "api_key"}
    if _is_surely_clean(msgspec.json.encode(rest), keys):
        return rest
    return _Cleaner(sorted(filter(None, keys), key=len, reverse=True)).clean_object(document)


def digest_of(document: dict[str, Any]) -> str:
    """The SHA-256 in hexadecimal of what it says: the order of members does not count."""
    return hashlib.sha256(msgspec.json.encode(document, order="deterministic")).hexdigest()


def _is_surely_clean(encoded: bytes, keys: Sequence[str]) -> bool:
    """A quick yes for nearly every notification: nothing in its JSON looks like a secret's name or is a key."""
    if _LIKE_A_SECRET_NAME.search(encoded):
        return False
    return not any(_is_escaped(key) or key.encode("utf-8", "surrogatepass") in encoded for key in keys if key)


def _is_escaped(key: str) -> bool:
    """Whether JSON writes it otherwise than it is."""
    return not key.isprintable() or '"' in key or "\\" in key


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()


class _Cleaner:
    """Walks a document whose depth is known to be bounded."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = keys

    def clean_object(self, members: dict[str, Any]) -> dict[str, Any]:
        return {
            self._clean_text(name): self._clean(value) for name, value in members.items() if not _is_secret_name(name)
        }

    def _clean(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._clean_text(value)
        if isinstance(value, dict):
            return self.clean_object(value)
        if isinstance(value, list):
            return [self._clean(item) for item in value]
        if isinstance(value, int | float) and not isinstance(value, bool):
            # A key of digits may come back as a number.
            text = str(value)
            return value if self._clean_text(text) is text else REMOVED
        return value

    def _clean_text(self, text: str) -> str:
        for key in self._keys:
            if text == key:
                return REMOVED
            if key in text and len(key) >= _SHORTEST_REMOVED_CHARS:
                text = text.replace(key, REMOVED)
        return text


def _is_secret_name(name: str) -> bool:
    return name.replace("_", "").replace("-", "").casefold() in _SECRET_NAMES
