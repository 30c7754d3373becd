"""The simulator's log: a line for each request, notification and file, for people or as JSON. The key is in none.

The JSON field names are a contract: scripts depend on them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from ringodesk_qt.console.output import Fields, Output
from ringodesk_qt.models.times import rfc3339
from ringodesk_qt.simulator import Simulator, plain
from ringodesk_qt.simulator.records import FileRecord, RequestRecord
from ringodesk_qt.simulator.server import Record

MOST_CHARACTERS = 60
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class SimulatorLog:
    """Prints what happens, in the order in which it happened."""

    def __init__(self, simulator: Simulator, out: Output, *, shows_text: bool) -> None:
        self._simulator = simulator
        self._out = out
        self._shows_text = shows_text
        self._queue: asyncio.Queue[Record] = asyncio.Queue()
        self._unwatch = simulator.watch(self._queue.put_nowait)

    async def run(self) -> None:
        """Prints until it is cancelled. Raises BrokenPipeError when nobody reads any more."""
        while True:
            self._put(await self._queue.get())

    def finish(self) -> None:
        """Prints what has happened so far, a last line, and no more."""
        self._unwatch()
        while not self._queue.empty():
            self._put(self._queue.get_nowait())
        requests, notifications = self._simulator.requests_made, self._simulator.notifications_made
        self._out.put(
            {"event": "stopped", "requests": requests, "notifications": notifications},
            f"stopped; requests: {requests}, notifications: {notifications}",
        )

    def _put(self, record: Record) -> None:
        fields = self._fields(record)
        if not self._shows_text:
            fields["text"] = None
        concealed = {name: self._concealed(value) for name, value in fields.items()}
        self._out.put(concealed, _line(concealed, _at(record)))

    def _fields(self, record: Record) -> Fields:
        if isinstance(record, RequestRecord):
            return _request_fields(record)
        if isinstance(record, FileRecord):
            return _file_fields(record)
        told = plain.notification(record)
        return {
            "event": "notification",
            "at": rfc3339(_at(record)),
            "method": record.method,
            **_parties(record.params),
            "state": record.params.get("state"),
            "outcome": told["outcome"],
            "statuses": told["statuses"],
            "faults": told["faults"],
            "text": _text(record.params),
        }

    def _concealed(self, value: object) -> object:
        return self._simulator.conceal(value) if isinstance(value, str) else value


def _at(record: Record) -> datetime:
    return _EPOCH + timedelta(milliseconds=record.at_ms)


# ---------------------------------------------------------------- fields


def _request_fields(record: RequestRecord) -> Fields:
    told = plain.request(None, record)
    made = {name: told[name] for name in ("messageid", "sessionid") if told[name]}
    return {
        "event": "request",
        "at": rfc3339(_at(record)),
        "method": record.method,
        "item": record.item,
        **_parties(record.params),
        **made,
        "outcome": told["outcome"],
        "http_status": record.http_status,
        "error": record.error or None,
        "faults": told["faults"],
        "text": _text(record.params),
    }


def _file_fields(record: FileRecord) -> Fields:
    return {
        "event": "file",
        "at": rfc3339(_at(record)),
        "method": "GET",
        "outcome": "given" if record.is_there else "not there",
        "faults": [record.fault.value] if record.fault else [],
        "text": record.name,
    }


def _parties(params: Mapping[str, Any]) -> Fields:
    """Who writes to whom, where, and what about; null where it is not told."""
    if "from" in params:
        who, whom = params["from"], params.get("to", params.get("senderid"))
    else:
        who, whom = params.get("senderid"), params.get("userid")
    return {
        "from": _word(who),
        "to": _word(whom),
        "orgid": _word(params.get("orgid")),
        "messageid": _word(params.get("messageid")),
        "sessionid": _word(params.get("sessionid")),
    }


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def _text(params: Mapping[str, Any]) -> str | None:
    """What was said: a text, a URL, a file's name and size, a call."""
    file = params.get("file")
    if isinstance(file, dict):
        return f"{file['name']}, {file['size_bytes']} bytes"
    content = params.get("content")
    return msgspec.json.encode(content).decode() if isinstance(content, dict) else _word(content)


# ---------------------------------------------------------------- lines


def _line(fields: Fields, at: datetime) -> str:
    """The same for people: when, which way, what, who, and what came of it."""
    arrow = {"request": "→", "notification": "←"}.get(str(fields["event"]), "·")
    parts = [
        at.astimezone().strftime("%H:%M:%S.") + f"{at.microsecond // 1000:03d}",
        f"{arrow} {fields['method'] or '?':12}",
        *_who(fields),
        str(fields["outcome"]),
        *_more(fields),
    ]
    return "  ".join(parts)


def _who(fields: Fields) -> list[str]:
    if fields.get("from") and fields.get("to"):
        return [f"{fields['from']} → {fields['to']}"]
    about = fields.get("messageid") or fields.get("sessionid")
    return [str(about)] if about else []


def _more(fields: Fields) -> list[str]:
    statuses = fields.get("statuses", [fields["http_status"]] if fields.get("http_status") not in (None, 200) else [])
    assert isinstance(statuses, list)
    assert isinstance(fields["faults"], list)
    told = ", ".join(f"HTTP {status}" if status else "no answer" for status in statuses)
    error = fields.get("error") if fields["outcome"] == "refused" else None
    return [
        *([told] if told and statuses != [200] else []),
        *([str(error)] if error else []),
        *([f"“{_short(str(fields['text']))}”"] if fields["text"] is not None else []),
        *([f"[{', '.join(fields['faults'])}]"] if fields["faults"] else []),
    ]


def _short(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[:MOST_CHARACTERS] + "…"
