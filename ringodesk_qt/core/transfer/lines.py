"""A record as one line of JSON, and back. The field names are a contract: other programs read and write such files.

Reading is lenient about what is missing and strict about what is there: a field of the wrong type is an error that
names it, a field that is not known is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.message import Attachment, Direction, Kind, State
from ringodesk_qt.models.times import checked_time, rfc3339, time_of_ms
from ringodesk_qt.models.transfer import Record

Fields = Mapping[str, object]
_WHOLE = re.compile(r"[+-]?[0-9]{1,20}")
_Choice = TypeVar("_Choice", bound=StrEnum)


def written(record: Record) -> bytes:
    """The line, with its end."""
    return msgspec.json.encode(fields_of(record)) + b"\n"


def fields_of(record: Record) -> dict[str, object]:
    """Every field, in the order they are written."""
    return {
        "at": rfc3339(record.at),
        "direction": record.direction.value,
        "kind": record.kind.value,
        "text": record.text,
        "contact": {"userid": record.userid, "extension": record.extension, "name": record.name},
        "identity": record.identity,
        "identity_kind": record.identity_kind.value if record.identity_kind else None,
        "orgid": record.orgid,
        "messageid": record.messageid,
        "sessionid": record.sessionid,
        "state": record.state.value if record.state else None,
        "error": record.error,
        "edited_at": rfc3339(record.edited_at),
        "deleted_at": rfc3339(record.deleted_at),
        "delivered_at": rfc3339(record.delivered_at),
        "read_at": rfc3339(record.read_at),
        "file": _file(record.attachment) if record.attachment else None,
        "call": record.call,
    }


def _file(file: Attachment) -> dict[str, object]:
    """Not where it lies on this machine: that is nobody else's business, and means nothing elsewhere."""
    return {"name": file.name, "mime": file.mime, "size_bytes": file.size_bytes, "url": file.url}


def record_of(fields: object, line: int) -> Record:
    """The record in a line's JSON value. Raises InputError, which names the field and what it must be."""
    if not isinstance(fields, Mapping):
        raise InputError("the line must be a JSON object")
    contact = fields.get("contact")
    if isinstance(contact, str | int) and not isinstance(contact, bool):
        contact = {"extension": str(contact).strip()}
    if contact is not None and not isinstance(contact, Mapping):
        raise InputError("“contact” must be an object with userid, extension or name")
    contact = contact or {}
    # Ids are taken as they are, space and all: they are not ours to tidy. But organization and identity are of our own
    # setup, which has no space around them, and by the organization it is told whether a line is sent.
    kind = _choice(fields, "kind", Kind) or _kind_by_content(fields)
    return Record(
        line=line,
        at=time_of(fields.get("at")),
        direction=_needed(_choice(fields, "direction", Direction), "direction"),
        kind=kind,
        text=_text(fields, "text"),
        userid=_text(contact, "userid", "contact."),
        extension=_text(contact, "extension", "contact."),
        name=_text(contact, "name", "contact."),
        identity=_text(fields, "identity").strip(),
        identity_kind=_choice(fields, "identity_kind", IdentityKind),
        orgid=_text(fields, "orgid").strip(),
        messageid=_text(fields, "messageid"),
        sessionid=_text(fields, "sessionid"),
        state=_choice(fields, "state", State),
        error=_text(fields, "error"),
        edited_at=_optional_time(fields, "edited_at"),
        deleted_at=_optional_time(fields, "deleted_at"),
        delivered_at=_optional_time(fields, "delivered_at"),
        read_at=_optional_time(fields, "read_at"),
        attachment=_attachment(fields.get("file")),
        call=_call(fields.get("call")),
    )


# ---------------------------------------------------------------- times


def time_of(value: object) -> datetime:
    """A time as files have it: RFC 3339 with a zone, or whole milliseconds since 1970. Raises InputError."""
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return time_of_ms(value)
    if not isinstance(value, str) or not value.strip():
        raise InputError("“at” is missing: the time, as 2024-05-31T09:15:00Z or in milliseconds since 1970")
    text = value.strip()
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            f"“at” cannot be read as a time: {text[:40]!r}. Write 2024-05-31T09:15:00Z, or milliseconds since 1970"
        ) from error
    return checked_time(at)


def _optional_time(fields: Fields, name: str) -> datetime | None:
    if fields.get(name) in (None, ""):
        return None
    try:
        return time_of(fields[name])
    except InputError as error:
        raise InputError(str(error).replace("“at”", f"“{name}”")) from error


# ---------------------------------------------------------------- the rest


def _text(fields: Fields, name: str, within: str = "") -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        field = f"{within}{name}"
        raise InputError(f"“{field}” must be text")
    return value


def _choice(fields: Fields, name: str, kind: type[_Choice]) -> _Choice | None:
    value = fields.get(name)
    if value is None or value == "":
        return None
    try:
        return kind(str(value))
    except ValueError as error:
        raise InputError(f"“{name}” must be one of: {', '.join(kind)}") from error


def _needed(value: _Choice | None, name: str) -> _Choice:
    if value is None:
        raise InputError(f"“{name}” is missing: in or out")
    return value


def _kind_by_content(fields: Fields) -> Kind:
    if fields.get("call"):
        return Kind.CALL
    return Kind.FILE if fields.get("file") else Kind.TEXT


def _attachment(value: object) -> Attachment | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise InputError("“file” must be an object with name, url and size_bytes")
    size: Any = value.get("size_bytes")
    if size is not None and (not isinstance(size, int) or isinstance(size, bool) or size < 0):
        raise InputError("“file.size_bytes” must be a whole number")
    name, mime, url = (_text(value, field, "file.") for field in ("name", "mime", "url"))
    return Attachment(size_bytes=size, name=name, mime=mime, url=url)


def _call(value: object) -> dict[str, object] | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise InputError("“call” must be an object with duration, caller and called")
    return {str(name): part for name, part in value.items()}
