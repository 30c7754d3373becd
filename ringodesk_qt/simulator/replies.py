"""What an HTTP answer looks like: results, refusals, and the shapes that faults give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from email.utils import formatdate
from typing import Any

import msgspec

from ringodesk_qt.simulator.board import Bite
from ringodesk_qt.simulator.carrying import Outcome
from ringodesk_qt.simulator.faults import Fault
from ringodesk_qt.simulator.state import now_ms

JSON, HTML, PLAIN = "application/json", "text/html", "text/plain"
ELSEWHERE = "/elsewhere"
"""Where a redirect leads: there is nothing, and who comes there is recorded."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """An HTTP answer."""

    status: int = 200
    body: bytes = b""
    content_type: str = JSON
    headers: Mapping[str, str] = {}

    @property
    def head(self) -> dict[str, str]:
        """All of its headers, but for the length."""
        return {"Content-Type": self.content_type, **self.headers}


def refusal(problem: str, *, code: int, status: int = 200) -> Reply:
    """An error object; the API's own come with HTTP 200."""
    headers = {"Allow": "POST"} if status == 405 else {}
    return _json({"error": {"code": code, "message": problem}}, status=status, **headers)


def _json(value: Any, *, status: int = 200, **headers: str) -> Reply:
    headers = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(status=status, body=msgspec.json.encode(value), headers=headers)


# ---------------------------------------------------------------- what was done


def result(outcome: Outcome, fault: Fault | None = None) -> Reply:
    """The answer to what was done."""
    if fault in _WHOLE:
        return _WHOLE[fault]
    value = _result(outcome, fault)
    if fault is Fault.REPLY_ERROR_NULL:
        return _json({"result": value, "error": None})
    if fault is Fault.REPLY_EXTRA_FIELDS:
        return _json({"result": _extended(value), "id": None, "jsonrpc": "2.0", "elapsed_ms": 12})
    return _json({"result": value})


_WHOLE: dict[Fault | None, Reply] = {
    Fault.REPLY_EMPTY: Reply(),
    Fault.REPLY_204: Reply(status=204),
    Fault.REPLY_NULL: _json(None),
    Fault.REPLY_NO_RESULT: _json({}),
    Fault.REPLY_BARE_TEXT: _json("ok"),
    Fault.REPLY_NOT_JSON: Reply(body=b"OK", content_type=PLAIN),
}


def _result(outcome: Outcome, fault: Fault | None) -> Any:
    message, value = outcome.message, outcome.result
    if fault is Fault.REPLY_NONE:
        return {}
    if fault is Fault.REPLY_RESULT_NULL:
        return None
    if fault is Fault.REPLY_ARRAY:
        return [value]
    if fault is Fault.REPLY_TEXT:
        return next(iter(value.values()), "ok") if isinstance(value, dict) else "ok"
    if fault is Fault.REPLY_IDS_AS_NUMBERS:
        return [_numbered(row) for row in value] if isinstance(value, list) else _numbered(value)
    if fault is Fault.REPLY_SESSIONID and message is not None:
        return {"sessionid": message.session.id}
    if fault is Fault.REPLY_BOTH and message is not None:
        return {"messageid": message.id, "sessionid": message.session.id}
    return value


def _numbered(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The same with ids that are all digits as JSON numbers, however long."""
    return {
        name: msgspec.Raw(value.encode()) if name in _IDS and value.isdigit() else value
        for name, value in fields.items()
    }


_IDS = frozenset({"id", "messageid", "sessionid"})


def _extended(value: Any) -> Any:
    more = {"ownerid": "16287541154521990001", "created": 1714478400000}
    if isinstance(value, list):
        return [{**row, **more} for row in value]
    return {**value, **more}


# ---------------------------------------------------------------- what was not, or not said

_WORDS = "Something went wrong, nothing was done"
_PAGE = b"<html><head><title>%d</title></head><body><h1>%s</h1></body></html>"


def _page(status: int, title: bytes) -> Reply:
    return Reply(status=status, body=_PAGE % (status, title), content_type=HTML)


def _too_many(**headers: str) -> Reply:
    return _json({"error": {"code": 429, "message": "Too many requests"}}, status=429, **headers)


def _until(bite: Bite) -> str:
    """The moment, so many seconds from now, as HTTP writes dates: in whole seconds, so a little later rather."""
    return formatdate(-(-now_ms() // 1000) + bite.whole, usegmt=True)


_FAULTY: dict[Fault, Callable[[Bite], Reply]] = {
    Fault.ERROR_OBJECT: lambda _bite: refusal(_WORDS, code=1001),
    Fault.ERROR_CODE_TEXT: lambda _bite: _json({"error": {"code": "E_SOMETHING", "message": _WORDS}}),
    Fault.ERROR_MESSAGE_ONLY: lambda _bite: _json({"error": {"message": _WORDS}}),
    Fault.ERROR_TEXT: lambda _bite: _json({"error": _WORDS}),
    Fault.ERROR_NESTED: lambda _bite: _json({"error": {"error": {"code": 1001, "message": _WORDS}}}),
    Fault.ERROR_EMPTY: lambda _bite: _json({"error": {}}),
    Fault.RESULT_ERROR: lambda _bite: _json({"result": {"error": _WORDS, "status": -1}}),
    Fault.HTTP_200_HTML: lambda _bite: _page(200, b"Welcome"),
    Fault.HTTP_401: lambda _bite: refusal("Unauthorized", code=401, status=401),
    Fault.HTTP_403: lambda _bite: refusal("Forbidden", code=403, status=403),
    Fault.HTTP_404: lambda _bite: refusal("Not found", code=404, status=404),
    Fault.HTTP_413: lambda _bite: refusal("Request entity too large", code=413, status=413),
    Fault.HTTP_429: lambda bite: _too_many(Retry_After=str(bite.whole)),
    Fault.HTTP_429_DATE: lambda bite: _too_many(Retry_After=_until(bite)),
    Fault.HTTP_429_BARE: lambda _bite: _too_many(),
    Fault.HTTP_500_JSON: lambda _bite: refusal(_WORDS, code=500, status=500),
    Fault.HTTP_500_AFTER_DOING: lambda _bite: refusal("Internal error", code=500, status=500),
    Fault.HTTP_502_HTML: lambda _bite: _page(502, b"502 Bad Gateway"),
    Fault.HTTP_502_AFTER_DOING: lambda _bite: _page(502, b"502 Bad Gateway"),
    Fault.HTTP_503_RETRY: lambda bite: Reply(
        status=503,
        body=_PAGE % (503, b"503 Service Unavailable"),
        content_type=HTML,
        headers={"Retry-After": str(bite.whole)},
    ),
    Fault.HTTP_504_HTML: lambda _bite: _page(504, b"504 Gateway Time-out"),
    Fault.HTTP_504_AFTER_DOING: lambda _bite: _page(504, b"504 Gateway Time-out"),
    Fault.REDIRECT: lambda bite: Reply(status=bite.whole, content_type=HTML, headers={"Location": ELSEWHERE}),
    Fault.NO_ADMIN_API: lambda _bite: refusal("method 'getOrganizations' is not documented", code=400),
}


def faulty(bite: Bite) -> Reply:
    """What is answered where a fault is an answer."""
    return _FAULTY[bite.fault](bite)
