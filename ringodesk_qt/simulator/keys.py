"""The account's API key: what requests must carry, what notifications carry, and how it stays out of sight."""

from __future__ import annotations

import hmac
import json

from ringodesk_qt.errors import InputError

HIDDEN = "…"


class Keys:
    """The key as it is now. Notifications may lag behind a rotation."""

    def __init__(self, key: str) -> None:
        """Raises InputError for a key that no header can carry."""
        self._api = self.notified = _checked(key)
        self._known = {key}

    def __repr__(self) -> str:
        return "Keys()"

    def rotate(self, key: str, *, is_half_way: bool = False) -> None:
        """Requests need this key from now on; notifications carry it too, or half way still the former one."""
        self._api = _checked(key)
        self._known.add(key)
        if not is_half_way:
            self.notified = key

    def accepts(self, authorization: str) -> bool:
        """Whether a request's Authorization header carries the key."""
        given = authorization.encode("utf-8", "surrogateescape")
        return hmac.compare_digest(given, f"Bearer {self._api}".encode())

    def conceal(self, text: str) -> str:
        """A text without any key there was, wherever and however it stands in it."""
        for key in sorted(self._known, key=len, reverse=True):
            for form in (key, json.dumps(key)[1:-1], json.dumps(key, ensure_ascii=False)[1:-1]):
                text = text.replace(form, HIDDEN)
        return text


def _checked(key: str) -> str:
    if not key or key != key.strip() or not key.isprintable():
        raise InputError("A key must have at least one character, no space around it and no control characters.")
    return key
