"""The bodies of notifications, and the ways in which they may differ from what the collection shows."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from ringodesk_qt.simulator.board import Bite
from ringodesk_qt.simulator.faults import Fault
from ringodesk_qt.simulator.files import HOSTILE_NAME, StoredFile
from ringodesk_qt.simulator.notifications import Notification
from ringodesk_qt.simulator.state import now_ms

Params = dict[str, Any]

WRONG_KEY = "this-is-not-the-key"
CALL_WEBHOOK_TOKEN = "token-of-the-call-webhook"  # noqa: S105 - nobody's
NOT_THERE = "1630253837469-000000000000000000"
"""The id of no message and no session."""

TEXTS: Mapping[Fault, str] = {
    Fault.TEXT_MARKUP: "<b>bold</b> &amp; <img src=x onerror=alert(1)><script>alert(2)</script> **stars** `tick` "
    '<a href="https://example.com">link</a>',
    Fault.TEXT_EMOJI: "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇬🇷 1️⃣ e\u0301 n\u0303 🙂",
    Fault.TEXT_RTL: "שלום, מה שלומך? مرحبا بالعالم \u202eexe.fdp\u202c 123",
    Fault.TEXT_NEWLINES: "one\ntwo\r\nthree\rfour\n\n\nfive\u2028six\u2029seven\x0beight\ttab\n",
    Fault.TEXT_CONTROL: "nul \x00 bell \x07 red \x1b[31m back \x08 delete \x7f zero\u200bwidth \ufeffmark",
    Fault.TEXT_EMPTY: "",
}
"""What a text is replaced by."""


def body(notification: Notification, api_key: str, bites: Sequence[Bite] = ()) -> bytes:
    """What goes over the wire."""
    by_fault = {bite.fault: bite for bite in bites}
    params = dict(notification.params)
    for bite in bites:
        if bite.fault in _CHANGES:
            _CHANGES[bite.fault](params, bite)
        elif bite.fault in _FILE_CHANGES:
            params["content"] = _FILE_CHANGES[bite.fault](params["content"], notification.file)
        elif bite.fault in TEXTS:
            params["content"] = TEXTS[bite.fault]
    method = by_fault[Fault.UNKNOWN_METHOD].word if Fault.UNKNOWN_METHOD in by_fault else notification.method
    document = {"method": method, "params": params, **_key(api_key, by_fault)}
    if Fault.CALL_WEBHOOK in by_fault:
        document = _call_webhook(by_fault[Fault.CALL_WEBHOOK].word, notification)
    return _cut(msgspec.json.encode(document), by_fault)


def _key(api_key: str, faults: Mapping[Fault, Bite]) -> dict[str, str]:
    if Fault.NO_KEY in faults:
        return {}
    if Fault.API_TOKEN in faults:
        return {"api_token": api_key}
    return {"api_key": WRONG_KEY if Fault.WRONG_KEY in faults else api_key}


def _cut(whole: bytes, faults: Mapping[Fault, Bite]) -> bytes:
    if Fault.BODY_NOT_JSON in faults:
        return whole[: len(whole) // 2]
    return whole


# ---------------------------------------------------------------- what changes


def _without(name: str) -> Callable[[Params, Bite], None]:
    def change(params: Params, _bite: Bite) -> None:
        params.pop(name, None)

    return change


def _with(name: str, value: Any) -> Callable[[Params, Bite], None]:
    def change(params: Params, _bite: Bite) -> None:
        params[name] = value

    return change


def _senderid_for_to(params: Params, _bite: Bite) -> None:
    if "to" in params:
        params["senderid"] = params.pop("to")


def _type_as_text(params: Params, _bite: Bite) -> None:
    params["type"] = str(params["type"])


def _unknown_type(params: Params, bite: Bite) -> None:
    params["type"] = bite.value


def _ids_as_numbers(params: Params, _bite: Bite) -> None:
    for name in ("orgid", "userid", "messageid", "sessionid"):
        if params.get(name, "").isdigit():
            params[name] = msgspec.Raw(params[name].encode())


def _extra_fields(params: Params, _bite: Bite) -> None:
    params["ownerid"] = "16287541154521990001"
    params["timestamp"] = 1714478400000


def _call_content(params: Params, _bite: Bite) -> None:
    params["type"] = 8
    params["content"] = {
        "duration": 100,
        "caller": params["from"],
        "called": params.get("to", params.get("senderid", "")),
        "subject": "Opening hours",
        "comment": "Wanted to know when we open.",
    }


def _text_long(params: Params, bite: Bite) -> None:
    line = "All work and no play makes Jack a dull boy. "
    params["content"] = (line * (bite.whole // len(line) + 1))[: bite.whole]


def _typing_state(params: Params, bite: Bite) -> None:
    params["state"] = bite.word


def _huge(params: Params, bite: Bite) -> None:
    params["padding"] = "x" * bite.whole


_CHANGES: dict[Fault, Callable[[Params, Bite], None]] = {
    Fault.SENDERID_FOR_TO: _senderid_for_to,
    Fault.TYPE_AS_TEXT: _type_as_text,
    Fault.NO_TYPE: _without("type"),
    Fault.UNKNOWN_TYPE: _unknown_type,
    Fault.NO_DOMAIN: _without("domain"),
    Fault.NO_SESSIONID: _without("sessionid"),
    Fault.NO_MESSAGEID: _without("messageid"),
    Fault.UNKNOWN_MESSAGEID: _with("messageid", NOT_THERE),
    Fault.UNKNOWN_SESSIONID: _with("sessionid", NOT_THERE),
    Fault.IDS_AS_NUMBERS: _ids_as_numbers,
    Fault.EXTRA_FIELDS: _extra_fields,
    Fault.CALL_CONTENT: _call_content,
    Fault.TEXT_LONG: _text_long,
    Fault.TYPING_OFF: _with("state", "off"),
    Fault.TYPING_STATE: _typing_state,
    Fault.NO_STATE: _without("state"),
    Fault.BODY_HUGE: _huge,
}


def _base64(_url: str, file: StoredFile | None) -> str:
    return base64.b64encode(file.path.read_bytes()).decode() if file else ""


def _data_uri(url: str, file: StoredFile | None) -> str:
    return f"data:{file.mime if file else 'text/plain'};base64,{_base64(url, file)}"


def _plain(_url: str, file: StoredFile | None) -> str:
    return f"…{file.name if file else 'file'} content…"


def _hostile(url: str, _file: StoredFile | None) -> str:
    return f"{url.rpartition('/')[0]}/{quote(HOSTILE_NAME, safe='')}"


_FILE_CHANGES: dict[Fault, Callable[[str, StoredFile | None], str]] = {
    Fault.FILE_AS_DATA_URI: _data_uri,
    Fault.FILE_AS_BASE64: _base64,
    Fault.FILE_AS_TEXT: _plain,
    Fault.FILE_HOSTILE_NAME: _hostile,
}


# ---------------------------------------------------------------- the other webhook


def _call_webhook(method: str, notification: Notification) -> dict[str, Any]:
    """What the per-organization webhook for calls posts: another system, another token, other methods."""
    of, now = notification.params, now_ms()
    params: dict[str, Any] = {
        "extension": of.get("from", "501"),
        "call_id": "8f14e45f-ceea-467f-a8d7-0a1b2c3d4e5f",
        "call_start": now - 100_000,
        "caller_number": of.get("to", "1234567890"),
        "called_number": of.get("from", "501"),
        "activity_type": "incoming",
        "domain": of.get("domain", "harbourbooks"),
        "user_id": of.get("userid", "16287541154521992797"),
        "connection_id": "16287540703457500999",
        "connection_name": "PBX",
    }
    if method == "StopCallActivity":
        params |= {"call_end": now, "call_duration": 100, "call_cause": 16}
    if method == "UpdateCallRecording":
        params["recording_url"] = "https://example.com/recording.mp3"
    return {"method": method, "api_token": CALL_WEBHOOK_TOKEN, "params": params}
