"""What came back, made into a result or a typed error. The one place that decides what an answer means.

The rule behind it: a thing may be sent again only when it was surely not acted upon. The API has no idempotency key,
so whatever changes something and got no usable answer is uncertain, and stays so. The shapes an error takes are not
documented; all that were ever seen are read, in this order: HTTP status, a body that is not JSON, `error`,
`result.error`.

==========================================  =======================  =======================
answer                                      a call that changes      a harmless call
==========================================  =======================  =======================
401, 403, an error that speaks of the key   KeyRefusedError          KeyRefusedError
429                                         NotSentError             NotSentError
3xx, other 4xx                              RefusedError             RefusedError
5xx, with or without words                  UncertainError           NotSentError
2xx, body not JSON                          UncertainError           NotSentError
2xx, `error` or `result.error`              RefusedError             RefusedError
2xx, anything else, nothing at all too      the value of `result`    the value of `result`
==========================================  =======================  =======================
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import msgspec

from ringodesk_qt.errors import KeyRefusedError, NotSentError, RefusedError, UncertainError, WireError

MAX_RETRY_AFTER_S = 3600.0
MAX_WORDS = 300

_NOT_KNOWN = "Whether it was done is not known: look before you repeat it."
_CHECK_URL = "Check the API URL."
_GET_KEY = "Copy the current key from the portal: Menu, Integrations, API Settings."
_KEY_WORDS = (
    r"\bunauthori[sz]ed\b|\bnot authori[sz]ed\b|\bunauthenticated\b"
    r"|\b(invalid|wrong|bad|unknown|incorrect|expired|missing|revoked|deactivated|inactive)[\s:]+"
    r"(the\s+)?((api|access|bearer|auth)[\s_-]*(key|token)\b|(key|token)(?=\s*([.!,;:)]|$)))"
    r"|\b(api|access|bearer|auth)[\s_-]*(key|token)\b.{0,20}\b(not valid|invalid|wrong|unknown|incorrect|expired|"
    r"missing|revoked|deactivated|inactive|not found|required)\b"
)
_KEY_CODES = frozenset({"401", "403"})


class Answer(msgspec.Struct, frozen=True):
    """An HTTP answer: status, headers with lower-case names, and the whole body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def clock_ahead_s(self) -> float | None:
        """By how many seconds this computer's clock is ahead of the server's; None where it does not tell its time."""
        try:
            theirs = parsedate_to_datetime(self.headers.get("date", "")).astimezone(UTC)
        except (TypeError, ValueError, OverflowError):
            return None
        return (datetime.now(UTC) - theirs).total_seconds()


class _Fault(msgspec.Struct, frozen=True):
    """An error as the server worded it; either may be empty."""

    words: str = ""
    code: str = ""


class _NotJson(msgspec.Struct, frozen=True):
    """Stands for a body that is not JSON; `sort` is what it is instead."""

    sort: str


def result_of(answer: Answer, *, changes: bool, key: str) -> Any:
    """The value of `result` (None where there is none), or the WireError the table above names.

    `changes` tells whether the call changes anything on the server. `key` is taken out of the server's words.
    """
    envelope = _decoded(answer)
    fault = _fault(envelope, key)
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise _server_failed(answer, envelope, fault, changes=changes)
    if answer.status >= HTTPStatus.MULTIPLE_CHOICES:
        raise _refused(answer, envelope, fault or _Fault())
    if isinstance(envelope, _NotJson):
        raise unsettled(
            f"The server answered with {envelope.sort} instead of JSON (HTTP {answer.status}). {_CHECK_URL}",
            changes=changes,
            status=answer.status,
        )
    if fault is not None:
        raise _fault_error(answer.status, fault)
    return _result(answer, envelope, changes=changes)


def unsettled(
    sentence: str,
    *,
    changes: bool,
    status: int | None = None,
    words: str = "",
    code: str = "",
    retry_after_s: float | None = None,
) -> WireError:
    """The error for a request that left and got no usable answer: it depends on whether repeating it can do harm."""
    if changes:
        return UncertainError(f"{sentence} {_NOT_KNOWN}", status=status, words=words, code=code)
    error = NotSentError(sentence, status=status, retry_after_s=retry_after_s)
    error.words, error.code = words, code
    return error


def _result(answer: Answer, envelope: Any, *, changes: bool) -> Any:
    if envelope is None:
        return None
    if not isinstance(envelope, dict):
        raise unsettled(
            f"The server's answer has no result in it (HTTP {answer.status}). {_CHECK_URL}",
            changes=changes,
            status=answer.status,
        )
    return envelope.get("result")


# ---------------------------------------------------------------- reading


def _decoded(answer: Answer) -> Any:
    """The body's JSON value, None for an empty body, or a `_NotJson`."""
    body = answer.body.removeprefix(b"\xef\xbb\xbf").strip()
    if not body:
        return None
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        is_html = body.startswith(b"<") or "html" in answer.headers.get("content-type", "")
        return _NotJson("a web page" if is_html else "something else")


def _fault(envelope: Any, key: str) -> _Fault | None:
    """The error in an envelope, from `error` or `result.error`, or None."""
    if not isinstance(envelope, dict):
        return None
    error = envelope.get("error")
    if error:
        return _worded(error, key)
    result = envelope.get("result")
    if error is not None and not isinstance(error, bool | int) and result is None:
        return _Fault()  # "error": "" or {}: an error that says nothing
    if isinstance(result, dict) and (result.get("error") or _is_negative(result)):
        return _worded(result.get("error") or result, key, code=result.get("status"))
    return None


def _is_negative(result: dict[str, Any]) -> bool:
    """Whether a result says by a negative status alone that nothing was done."""
    status = result.get("status")
    return isinstance(status, int) and status < 0 and not (result.get("messageid") or result.get("sessionid"))


def _worded(error: Any, key: str, *, code: Any = None) -> _Fault:
    """The words and code of an error, which may be text, a number, `true` or an object, and objects may be nested."""
    if isinstance(error, dict):
        code = _first(error, "code", "status", "errno") if code is None else code
        inner = _first(error, "message", "msg", "error", "description", "reason", "text")
        if inner is None and code is None:
            inner = msgspec.json.encode(error).decode()
        return _worded(inner, key, code=code)
    if isinstance(error, int) and not isinstance(error, bool):
        error, code = "", error if code is None else code
    words = error if isinstance(error, str) else "" if error in (None, True) else msgspec.json.encode(error).decode()
    return _Fault(words=_clean(words, key), code=_clean(str(code), key) if isinstance(code, int | str) else "")


def _first(fields: dict[str, Any], *names: str) -> Any:
    return next((fields[name] for name in names if fields.get(name) not in (None, "")), None)


def _clean(words: str, key: str) -> str:
    """One line of plain text without the key, cut at `MAX_WORDS` characters."""
    if key:
        words = words.replace(key, "…")
    words = " ".join("".join(char if char.isprintable() else " " for char in words).split())
    return words if len(words) <= MAX_WORDS else words[:MAX_WORDS] + "…"


# ---------------------------------------------------------------- errors


def _fault_error(status: int, fault: _Fault) -> WireError:
    if _is_about_key(fault):
        return KeyRefusedError(
            f"Ringotel does not accept the API key{_quoted(fault.words)}. {_GET_KEY}",
            status=status,
            words=fault.words,
            code=fault.code,
        )
    sentence = f"Ringotel refused: {_ended(fault.words)}" if fault.words else "Ringotel refused and gave no reason."
    return RefusedError(sentence, status=status, words=fault.words, code=fault.code)


def _is_about_key(fault: _Fault) -> bool:
    return fault.code in _KEY_CODES or bool(re.search(_KEY_WORDS, fault.words, re.IGNORECASE))


def _server_failed(answer: Answer, envelope: Any, fault: _Fault | None, *, changes: bool) -> WireError:
    fault = fault or _Fault()
    if not changes and _is_about_key(fault):
        return _fault_error(answer.status, fault)
    if fault.words:
        sentence = f"The server failed (HTTP {answer.status}): {_ended(fault.words)}"
    elif isinstance(envelope, _NotJson):
        sentence = (
            f"The server answered with {envelope.sort} instead of JSON (HTTP {answer.status}). "
            f"It may be down for a while; if this stays, check the API URL."
        )
    else:
        sentence = f"The server failed (HTTP {answer.status}). It may be down for a while."
    return unsettled(
        sentence,
        changes=changes,
        status=answer.status,
        words=fault.words,
        code=fault.code,
        retry_after_s=_retry_after_s(answer.headers),
    )


def _refused(answer: Answer, envelope: Any, fault: _Fault) -> WireError:
    status, is_page = answer.status, isinstance(envelope, _NotJson)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return _too_many(answer)
    if status == HTTPStatus.UNAUTHORIZED:
        sentence = f"Ringotel does not accept the API key{_quoted(fault.words)}. {_GET_KEY}"
        return KeyRefusedError(sentence, status=status, words=fault.words, code=fault.code)
    if status == HTTPStatus.FORBIDDEN:
        return KeyRefusedError(_forbidden(fault, is_page=is_page), status=status, words=fault.words, code=fault.code)
    if fault.words or fault.code:
        return _fault_error(status, fault)
    return RefusedError(_status_sentence(answer, envelope), status=status)


def _too_many(answer: Answer) -> NotSentError:
    wait_s = _retry_after_s(answer.headers)
    when = "Wait a little" if wait_s is None else f"Wait {wait_s:.0f} seconds"
    return NotSentError(
        f"Ringotel takes no more requests for now (HTTP 429). {when} before trying again.",
        status=answer.status,
        retry_after_s=wait_s,
    )


def _forbidden(fault: _Fault, *, is_page: bool) -> str:
    if is_page:
        return (
            "The server forbids this (HTTP 403) with a web page: the API key is not allowed to do it, or a firewall "
            f"or proxy on the way blocks it. {_CHECK_URL}"
        )
    return f"The API key is not allowed to do this{_quoted(fault.words)}. Check that it belongs to this organization."


def _status_sentence(answer: Answer, envelope: Any) -> str:
    status = answer.status
    if status < HTTPStatus.BAD_REQUEST:
        host = _location_host(answer.headers)
        return (
            f"The server sends us to another address{f' ({host})' if host else ''} (HTTP {status}), where the API key "
            f"is not sent. {_CHECK_URL}"
        )
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return "The server says this is too large (HTTP 413). Send a smaller file, or a link to it."
    if isinstance(envelope, _NotJson):
        return f"The server refused with {envelope.sort} instead of JSON (HTTP {status}). The API URL may be wrong."
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED):
        return f"There is no API at this address (HTTP {status}). {_CHECK_URL}"
    return f"The server refused (HTTP {status}) and gave no reason."


def _location_host(headers: Mapping[str, str]) -> str:
    try:
        return urlsplit(headers.get("location", "")).hostname or ""
    except ValueError:
        return ""


def _retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Retry-After as seconds from now, capped; it is a number of seconds or an HTTP date."""
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}(\.\d+)?", value):
        return min(float(value), MAX_RETRY_AFTER_S)
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    wait_s = (at if at.tzinfo else at.replace(tzinfo=UTC)) - datetime.now(UTC)
    return min(max(wait_s.total_seconds(), 0.0), MAX_RETRY_AFTER_S)


def _quoted(words: str) -> str:
    return f" (“{words}”)" if words else ""


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
