"""From a body's bytes to a notification: pure functions that raise `ParseError` and nothing else.

The JSON is read strictly (UTF-8, no lone surrogates, no NaN, no number that a double cannot hold, bounded nesting, no
member given twice: of two keys, which is meant?). Inside the notification everything is lenient, because its fields
drift.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from ringodesk_qt.errors import ReceiverError
from ringodesk_qt.models.notification import (
    Deleted,
    Delivered,
    MessageArrived,
    Notification,
    Read,
    Typing,
    Unrecognised,
    Updated,
)

MAX_DEPTH = 32
LONGEST_ORGID = 64
MAX_METHOD_CHARS = 64

_LOOKALIKE_METHODS = frozenset({"StartCallActivity", "StopCallActivity", "UpdateCallRecording"})
_TEXT_TYPE, _UNKNOWN_TYPE = 1, 0
_BIGGEST_TYPE = 2**31 - 1


class ParseError(ReceiverError):
    """A body that is not a notification. Its sentence holds nothing of the body."""


def parse(body: bytes) -> Notification:
    """The notification in a body, with or without its key; a journalled body too. Raises ParseError."""
    return notification_of(document_of(body))


def document_of(body: bytes, *, max_depth: int = MAX_DEPTH) -> dict[str, Any]:
    """The JSON object of a body, with a text `method` and an object `params`. Raises ParseError."""
    try:
        document = msgspec.json.decode(body)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        # `from None`: msgspec's own words may quote the body.
        raise ParseError(f"The body is not valid JSON ({type(error).__name__}).") from None
    if not isinstance(document, dict):
        raise ParseError("The body is not a JSON object.")
    if not isinstance(document.get("method"), str) or not isinstance(document.get("params"), dict):
        raise ParseError("The body lacks a method or its params.")
    if _may_be_deeper(body, max_depth) and _is_deeper(document, max_depth):
        raise ParseError(f"The body is nested more than {max_depth} deep.")
    if _may_repeat_a_member(body, document) and _repeats_a_member(body):
        raise ParseError("The body gives a member twice.")
    return document


def notification_of(document: Mapping[str, Any]) -> Notification:
    """What a document that `document_of` let through says."""
    read = _READERS.get(document["method"])
    if read is not None:
        return read(document["params"]) or _unrecognised(document)
    return _unrecognised(document)


def method_of(document: Mapping[str, Any]) -> str:
    """The method's name; of one that is not known, its beginning, made printable."""
    name: str = document["method"]
    if name in _READERS:
        return name
    return "".join(char if char.isprintable() else "?" for char in name[:MAX_METHOD_CHARS])


def orgid_of(document: Mapping[str, Any]) -> str:
    """The organization it says it is of, which messages alone do; empty where it does not, or says too much."""
    params = document.get("params")
    orgid = _text(params, "orgid") if isinstance(params, dict) else ""
    return orgid if len(orgid) <= LONGEST_ORGID else ""


def is_anonymous(document: Mapping[str, Any]) -> bool:
    """Whether it is a message without an id, which only its words tell from another."""
    return document["method"] == "message" and not _text(document["params"], "messageid")


def is_lookalike(document: Mapping[str, Any]) -> bool:
    """Whether it comes from the per-organization Webhook integration: no `api_key`, and its token or its methods.

    The token is optional there, so the methods count by themselves.
    """
    return "api_key" not in document and ("api_token" in document or document["method"] in _LOOKALIKE_METHODS)


# ---------------------------------------------------------------- one reader a method


def _message(params: Mapping[str, Any]) -> MessageArrived:
    return MessageArrived(
        orgid=_text(params, "orgid"),
        domain=_text(params, "domain"),
        from_=_text(params, "from"),
        to=_text(params, "to"),
        senderid=_text(params, "senderid"),
        userid=_text(params, "userid"),
        messageid=_text(params, "messageid"),
        sessionid=_text(params, "sessionid"),
        content=_content(params.get("content")),
        type=_type(params.get("type")),
    )


def _delivered(params: Mapping[str, Any]) -> Delivered:
    return Delivered(messageid=_text(params, "messageid"), sessionid=_text(params, "sessionid"))


def _read(params: Mapping[str, Any]) -> Read:
    return Read(sessionid=_text(params, "sessionid"))


def _typing(params: Mapping[str, Any]) -> Typing:
    return Typing(sessionid=_text(params, "sessionid"), is_on=params.get("state") == "on")


def _updated(params: Mapping[str, Any]) -> Updated | None:
    """None without a new text: taking that for an empty one would wipe the message."""
    content = params.get("content")
    if content is None or isinstance(content, dict | list):
        return None
    return Updated(messageid=_text(params, "messageid"), content=_scalar(content))


def _deleted(params: Mapping[str, Any]) -> Deleted:
    return Deleted(messageid=_text(params, "messageid"))


_READERS: dict[str, Callable[[Mapping[str, Any]], Notification | None]] = {
    "message": _message,
    "delivered": _delivered,
    "read": _read,
    "typing": _typing,
    "updated": _updated,
    "deleted": _deleted,
}


def _unrecognised(document: Mapping[str, Any]) -> Unrecognised:
    return Unrecognised(method=method_of(document), is_lookalike=is_lookalike(document))


# ---------------------------------------------------------------- fields


def _text(params: Mapping[str, Any], name: str) -> str:
    value = params.get(name)
    return value if isinstance(value, str) else _scalar(value)


def _scalar(value: Any) -> str:
    """A number as its digits (JSON integers keep all of them); empty for whatever cannot be an id."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return msgspec.json.encode(value).decode()
    return ""


def _content(value: Any) -> str | dict[str, object]:
    if isinstance(value, str | dict):
        return value
    return msgspec.json.encode(value).decode() if isinstance(value, list) else _scalar(value)


def _type(value: Any) -> int:
    """The number of a `type` that may come as text. Absent: 1; told and not a number: 0."""
    if value is None or value == "":
        return _TEXT_TYPE
    if isinstance(value, bool):
        return _UNKNOWN_TYPE
    try:
        number = int(value)
    except (TypeError, ValueError):
        return _UNKNOWN_TYPE
    return number if abs(number) <= _BIGGEST_TYPE else _UNKNOWN_TYPE


# ---------------------------------------------------------------- nesting


def _may_be_deeper(body: bytes, max_depth: int) -> bool:
    """A cheap no for nearly every body: nesting takes brackets."""
    return body.count(b"{") + body.count(b"[") > max_depth


def _is_deeper(document: dict[str, Any], max_depth: int) -> bool:
    level: list[Any] = [document]
    for _ in range(max_depth):
        level = [child for value in level for child in _children(value)]
        if not level:
            return False
    return True


def _children(value: Any) -> list[Any]:
    values = value.values() if isinstance(value, dict) else value
    return [child for child in values if isinstance(child, dict | list)]


# ---------------------------------------------------------------- members given twice


_END_OF_NAME = re.compile(rb'"[ \t\r\n]*:')
"""Every member has one; text in quotes may hold more of them."""


def _may_repeat_a_member(body: bytes, document: dict[str, Any]) -> bool:
    """A cheap no for nearly every body: it has as many colons, or ends of names, as the document has members."""
    count = _member_count(body, document)
    return body.count(b":") != count and len(_END_OF_NAME.findall(body)) != count


def _member_count(body: bytes, document: dict[str, Any]) -> int:
    if body.count(b"{") == 2:  # itself and its params
        return len(document) + len(document["params"])
    count, level = len(document), _children(document)
    while level:
        count += sum(len(value) for value in level if isinstance(value, dict))
        level = [child for value in level for child in _children(value)]
    return count


def _repeats_a_member(body: bytes) -> bool:
    """The same for certain. The body is known to be valid JSON of bounded depth."""
    try:
        json.loads(body, object_pairs_hook=_distinct)
    except _RepeatedMemberError:
        return True
    return False


def _distinct(members: list[tuple[str, Any]]) -> dict[str, Any]:
    distinct = dict(members)
    if len(distinct) != len(members):
        raise _RepeatedMemberError
    return distinct


class _RepeatedMemberError(Exception):
    """Ends the reading."""
