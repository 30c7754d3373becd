"""What an HTTP answer looks like: results, refusals, and the shapes that faults give them."""

from __future__ import annotations

from typing import Any

import msgspec

from ringodesk_qt.simulator.carrying import Outcome
from ringodesk_qt.simulator.faults import Fault

JSON, HTML = "application/json", "text/html"


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """An HTTP answer. `retry_after_s` is for a 429."""

    status: int = 200
    body: bytes = b""
    content_type: str = JSON
    retry_after_s: int | None = None


def result(outcome: Outcome, fault: Fault | None = None) -> Reply:
    """The answer to what was done."""
    if fault is Fault.REPLY_EMPTY:
        return Reply()
    if fault is Fault.REPLY_NULL:
        return _json(None)
    return _json({"result": _result(outcome, fault)})


def _result(outcome: Outcome, fault: Fault | None) -> Any:
    message = outcome.message
    if fault is Fault.REPLY_NONE:
        return {}
    if fault is Fault.REPLY_RESULT_NULL:
        return None
    if fault is Fault.REPLY_SESSIONID and message is not None:
        return {"sessionid": message.session.id}
    if fault is Fault.REPLY_BOTH and message is not None:
        return {"messageid": message.id, "sessionid": message.session.id}
    return outcome.result


def refusal(problem: str, *, code: int, status: int = 200) -> Reply:
    """An error object; the API's own come with HTTP 200."""
    return _json({"error": {"code": code, "message": problem}}, status=status)


def _json(value: Any, *, status: int = 200) -> Reply:
    return Reply(status=status, body=msgspec.json.encode(value))


_PAGE = b"<html><head><title>%d</title></head><body><h1>%s</h1></body></html>"
_BAD_GATEWAY = Reply(status=502, body=_PAGE % (502, b"502 Bad Gateway"), content_type=HTML)
_WORDS = "Something went wrong, nothing was done"

FAULTY: dict[Fault, Reply] = {
    Fault.ERROR_OBJECT: refusal(_WORDS, code=1001),
    Fault.ERROR_MESSAGE_ONLY: _json({"error": {"message": _WORDS}}),
    Fault.ERROR_TEXT: _json({"error": _WORDS}),
    Fault.RESULT_ERROR: _json({"result": {"error": _WORDS, "status": -1}}),
    Fault.HTTP_500_JSON: refusal(_WORDS, code=500, status=500),
    Fault.HTTP_502_HTML: _BAD_GATEWAY,
    Fault.HTTP_502_AFTER_DOING: _BAD_GATEWAY,
    Fault.HTTP_200_HTML: Reply(body=_PAGE % (200, b"Welcome"), content_type=HTML),
    Fault.HTTP_401: refusal("Unauthorized", code=401, status=401),
    Fault.HTTP_403: refusal("Forbidden", code=403, status=403),
    Fault.HTTP_429: Reply(status=429, body=b'{"error":{"code":429,"message":"Too many requests"}}', retry_after_s=1),
}
"""What is answered where a fault is an answer."""
