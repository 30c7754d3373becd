"""What the published collection documents of requests, and nothing else: every item is declared here, once.

A request must fit one item exactly: its names, its JSON types, what it needs. The first thing that does not fit is
refused by name, so that a client written against the simulator cannot drift from the collection.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import msgspec

from ringodesk_qt.errors import RingodeskError

EARLIEST_MS = 1_000_000_000_000
"""September 2001: a smaller timestamp is one in seconds."""
FUTURE_MS = 300 * 1000
"""How far ahead of this clock another may be."""
UPLOAD = "upload"
"""Stands for the method that an upload does not have."""


class RequestRefusedError(RingodeskError):
    """A request that is not carried out.

    `code` is the error's own; `http_status` is 200 where the API itself speaks. `method` and `params` are what could
    be read of the request.
    """

    def __init__(self, problem: str, *, code: int = 400, http_status: int = 200) -> None:
        super().__init__(problem)
        self.code = code
        self.http_status = http_status
        self.method = ""
        self.params: Mapping[str, Any] = {}


class Param(msgspec.Struct, frozen=True):
    """A parameter: `check` says what is wrong with a value, or nothing; an object's own parameters are `fields`."""

    name: str
    check: Callable[[Any], str]
    is_required: bool = True
    fields: tuple[Param, ...] = ()


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One documented kind of request, by the collection's own name for it."""

    name: str
    method: str
    params: tuple[Param, ...]


class Call(msgspec.Struct, frozen=True):
    """A request that fits its item."""

    item: Item
    params: Mapping[str, Any]

    @property
    def method(self) -> str:
        """The item's method; `UPLOAD` for an upload."""
        return self.item.method


# ---------------------------------------------------------------- what a value may be


def quoted(value: object) -> str:
    """A value as it is quoted in an error: short, and on one line."""
    text = str(value)
    return repr(text if len(text) <= 64 else text[:64] + "…")


def _string(value: Any) -> str:
    if not isinstance(value, str):
        return "must be a string"
    return "" if value.strip() else "is empty"


def _any_string(value: Any) -> str:
    return "" if isinstance(value, str) else "must be a string"


def _content(value: Any) -> str:
    if isinstance(value, str) and not value.strip():
        return "is empty (to create an empty session it has to be left out)"
    return _string(value)


def _url(value: Any) -> str:
    if not isinstance(value, str):
        return "must be a string"
    try:
        parts = urlsplit(value)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_web = False
    return "" if is_web else "must be an http or https URL where type is 7"


def _number(value: Any) -> str:
    return "" if isinstance(value, int) and not isinstance(value, bool) else "must be a whole number"


def _duration(value: Any) -> str:
    return _number(value) or ("" if value >= 0 else "must not be negative")


def _timestamp(value: Any) -> str:
    if _number(value):
        return _number(value)
    is_sane = EARLIEST_MS <= value <= time.time() * 1000 + FUTURE_MS
    return "" if is_sane else "must be a time in milliseconds since 1970, not in the future"


def _object(value: Any) -> str:
    return "" if isinstance(value, dict) else "must be an object"


# ---------------------------------------------------------------- the items

_ORGID = Param("orgid", _string)
_ORG = (Param("orgid", _string, is_required=False), Param("domain", _string, is_required=False))
"""The one is the alternative of the other."""
_FROM_TO = (Param("from", _string), Param("to", _string))
_CONTENT = Param("content", _content)
_TYPE = Param("type", _number)
_TEXT_TYPE = Param("type", _number, is_required=False)
_SESSION = Param("sessionid", _string)
_MESSAGE = Param("messageid", _string)
_SENDER_INFO = Param(
    "senderinfo",
    _object,
    is_required=False,
    fields=(Param("phone", _any_string, is_required=False), Param("email", _any_string, is_required=False)),
)
_CALL_CONTENT = Param(
    "content",
    _object,
    fields=(
        Param("duration", _duration),
        Param("caller", _string),
        Param("called", _string),
        Param("subject", _any_string, is_required=False),
        Param("comment", _any_string, is_required=False),
        Param("transcription", _any_string, is_required=False),
    ),
)

USERS = Item(name="Get a list of users", method="getChatUsers", params=(_ORGID,))
ORGANIZATIONS = Item(name="getOrganizations", method="getOrganizations", params=())
"""The Admin API's, on the same address: how a client finds the organization of its key."""
TEXT = Item(name="Send a message", method="message", params=(*_ORG, *_FROM_TO, _CONTENT, _TEXT_TYPE))
ADVANCED = Item(
    name="Send a message (advanced)",
    method="message",
    params=(
        *_ORG,
        Param("senderid", _string),
        Param("sendername", _string, is_required=False),
        _SENDER_INFO,
        Param("userid", _string),
        _CONTENT,
        _TEXT_TYPE,
    ),
)
LINK = Item(name="Send a file using link", method="message", params=(*_ORG, *_FROM_TO, Param("content", _url), _TYPE))
SYNC = Item(
    name="Send indication - Message",
    method="message",
    params=(_ORGID, *_FROM_TO, _CONTENT, _SESSION, Param("timestamp", _timestamp, is_required=False), _TEXT_TYPE),
)
BY_REFERENCE = Item(
    name="Sync messages from external services", method="message", params=(_ORGID, *_FROM_TO, _MESSAGE, _SESSION)
)
EMPTY_SESSION = Item(name="Create an empty session with a contact", method="message", params=(_ORGID, *_FROM_TO))
CALL_ACTIVITY = Item(
    name="Create a new call activity",
    method="message",
    params=(_ORGID, _SESSION, _CALL_CONTENT, _TYPE, Param("timestamp", _timestamp)),
)
DELIVERED = Item(name="Send indication - Delivered", method="delivered", params=(_ORGID, _MESSAGE))
DELETED = Item(name="Send indication - Deleted", method="deleted", params=(_ORGID, _MESSAGE))
READ = Item(name="Send indication - Read", method="read", params=(_ORGID, _SESSION))
TYPING = Item(name="Send indication - Typing", method="typing", params=(_ORGID, _SESSION))
UPDATED = Item(name="Send indication - Updated", method="updated", params=(_ORGID, _MESSAGE, _CONTENT))
FILE = Item(name="Send a file", method=UPLOAD, params=(_ORGID, Param("to", _string), Param("from", _string)))
FILE_ADVANCED = Item(
    name="Send a file (advanced)",
    method=UPLOAD,
    params=(_ORGID, Param("userid", _string), Param("senderid", _string)),
)
"""Both uploads have a part `file` besides."""

ITEMS = (
    USERS,
    ORGANIZATIONS,
    TEXT,
    ADVANCED,
    LINK,
    SYNC,
    BY_REFERENCE,
    EMPTY_SESSION,
    CALL_ACTIVITY,
    DELIVERED,
    DELETED,
    READ,
    TYPING,
    UPDATED,
    FILE,
    FILE_ADVANCED,
)
METHODS = frozenset(item.method for item in ITEMS) - {UPLOAD}


# ---------------------------------------------------------------- reading


def call_of(body: bytes) -> Call:
    """The call in a JSON body. Raises RequestRefusedError, naming what the collection does not document."""
    document = _document(body)
    try:
        return _call(document)
    except RequestRefusedError as refused:
        method, params = document.get("method"), document.get("params")
        refused.method = method if isinstance(method, str) and method in METHODS else ""
        refused.params = params if isinstance(params, dict) else {}
        raise


def _call(document: Mapping[str, Any]) -> Call:
    for name in document:
        if name not in ("method", "params"):
            raise RequestRefusedError(f"top-level key {quoted(name)} is not documented")
    method, params = _top(document, "method", str, "a string"), _top(document, "params", dict, "an object")
    if method not in METHODS:
        raise RequestRefusedError(f"method {quoted(method)} is not documented")
    _check_names(method, params)
    return _fitting(_message_item(params) if method == "message" else _only_item(method), params)


def _top(document: Mapping[str, Any], name: str, kind: type, what: str) -> Any:
    if name not in document:
        raise RequestRefusedError(f"top-level key {quoted(name)} is missing")
    if not isinstance(document[name], kind):
        raise RequestRefusedError(f"top-level key {quoted(name)} must be {what}")
    return document[name]


def upload_of(fields: Mapping[str, str]) -> Call:
    """The call in the text fields of an upload; values are stripped, as the collection's own example needs it."""
    params = {name: value.strip() for name, value in fields.items()}
    try:
        _check_names(UPLOAD, params)
        return _fitting(FILE_ADVANCED if {"senderid", "userid"} & set(params) else FILE, params)
    except RequestRefusedError as refused:
        refused.method, refused.params = UPLOAD, params
        raise


def _document(body: bytes) -> dict[str, Any]:
    try:
        document = json.loads(body.decode(), object_pairs_hook=_object_of, parse_constant=_refuse_constant)
        json.dumps(document, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise RequestRefusedError("the body is not valid JSON in UTF-8", http_status=400) from error
    if not isinstance(document, dict):
        raise RequestRefusedError("the body must be a JSON object", http_status=400)
    return document


def _object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _value in pairs]
    for name in names:
        if names.count(name) > 1:
            raise ValueError("a key twice in one object")
    return dict(pairs)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


# ---------------------------------------------------------------- fitting


def _only_item(method: str) -> Item:
    return next(item for item in ITEMS if item.method == method)


def _message_item(params: Mapping[str, Any]) -> Item:
    """Which of the many things `message` does is meant."""
    kind = params.get("type", 1)
    if _number(kind):
        raise RequestRefusedError(f"message: parameter 'type' {_number(kind)}")
    if kind == 8 or isinstance(params.get("content"), dict):
        return _call_item(kind)
    if kind == 7:
        return LINK
    if kind != 1:
        raise RequestRefusedError(f"message: type {kind} is not documented")
    if "messageid" in params:
        return BY_REFERENCE
    if "sessionid" in params:
        return SYNC
    if "senderid" in params or "userid" in params:
        return ADVANCED
    return TEXT if "content" in params or "type" in params else EMPTY_SESSION


def _call_item(kind: int) -> Item:
    if kind != 8:
        raise RequestRefusedError("message: parameter 'content' must be a string unless type is 8")
    return CALL_ACTIVITY


def _check_names(method: str, params: Mapping[str, Any]) -> None:
    documented = {param.name for item in ITEMS if item.method == method for param in item.params}
    for name in params:
        if name not in documented:
            raise RequestRefusedError(f"{method}: parameter {quoted(name)} is not documented")


def _fitting(item: Item, params: Mapping[str, Any]) -> Call:
    _check_fields(item, item.params, params, path="")
    if any(param.name == "domain" for param in item.params) and ("orgid" in params) == ("domain" in params):
        problem = (
            "parameters 'orgid' and 'domain' are alternatives" if "orgid" in params else "parameter 'orgid' is missing"
        )
        raise RequestRefusedError(f"{item.method}: {problem}")
    return Call(item, params)


def _check_fields(item: Item, fields: tuple[Param, ...], values: Mapping[str, Any], *, path: str) -> None:
    known = {param.name: param for param in fields}
    for name in values:
        if name not in known:
            raise RequestRefusedError(
                f"{item.method}: parameter {quoted(path + name)} is not documented for “{item.name}”"
            )
    for param in fields:
        _check_field(item, param, values, path=path)


def _check_field(item: Item, param: Param, values: Mapping[str, Any], *, path: str) -> None:
    name = path + param.name
    if param.name not in values:
        if param.is_required:
            raise RequestRefusedError(f"{item.method}: parameter {quoted(name)} is missing (“{item.name}”)")
        return
    value = values[param.name]
    problem = param.check(value)
    if problem:
        raise RequestRefusedError(f"{item.method}: parameter {quoted(name)} {problem}")
    if param.fields:
        _check_fields(item, param.fields, value, path=f"{name}.")
