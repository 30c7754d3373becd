"""The seven notifications in the shapes the collection gives them, and the ways they may differ."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import msgspec

from ringodesk_qt.simulator.faults import Fault
from ringodesk_qt.simulator.files import StoredFile
from ringodesk_qt.simulator.people import Organization
from ringodesk_qt.simulator.state import Content, Session, SimulatedMessage

TEXT_TYPE, FILE_TYPE = 1, 2


class Notification(msgspec.Struct, frozen=True, kw_only=True):
    """What is posted, but for the key. `file` is there for a file that may be sent in other shapes."""

    method: str
    params: dict[str, Any]
    file: StoredFile | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What a fault may call it."""
        return (self.method, "file") if self.params.get("type") == FILE_TYPE else (self.method,)


def message(new: SimulatedMessage, organization: Organization, *, file: StoredFile | None = None) -> Notification:
    """ "Text Message" and "File": `senderid` instead of `to` where our side is a sender id.

    `domain` is in none of the collection's examples, and in notifications as they really come.
    """
    session = new.session
    outside = "senderid" if session.party.is_sender_id else "to"
    params = {
        outside: session.party.address,
        "from": session.person.extension,
        "orgid": organization.id,
        "userid": session.person.userid,
        "messageid": new.id,
        "sessionid": session.id,
        "content": new.content,
        "type": FILE_TYPE if new.kind is Content.FILE else TEXT_TYPE,
        "domain": organization.domain,
    }
    return Notification(method="message", params=params, file=file)


def delivered(of: SimulatedMessage) -> Notification:
    """ "Delivery report"."""
    return Notification(method="delivered", params={"messageid": of.id, "sessionid": of.session.id})


def read(session: Session) -> Notification:
    """ "Read report": the whole session."""
    return Notification(method="read", params={"sessionid": session.id})


def typing(session: Session) -> Notification:
    """ "Typing indication"."""
    return Notification(method="typing", params={"sessionid": session.id, "state": "on"})


def updated(of: SimulatedMessage) -> Notification:
    """ "Message updated", with its new text."""
    return Notification(method="updated", params={"messageid": of.id, "content": of.content})


def deleted(of: SimulatedMessage) -> Notification:
    """ "Message deleted"."""
    return Notification(method="deleted", params={"messageid": of.id})


# ---------------------------------------------------------------- bodies

_WRONG_KEY = "this-is-not-the-key"


def body(notification: Notification, api_key: str, faults: frozenset[Fault] = frozenset()) -> bytes:
    """What goes over the wire."""
    params = dict(notification.params)
    for fault in faults & set(_CHANGES):
        _CHANGES[fault](params)
    for fault in faults & set(_FILE_CHANGES):
        params["content"] = _FILE_CHANGES[fault](notification.file)
    method = "messageReaction" if Fault.UNKNOWN_METHOD in faults else notification.method
    return msgspec.json.encode({"method": method, "params": params, **_key(api_key, faults)})


def _key(api_key: str, faults: frozenset[Fault]) -> dict[str, str]:
    if Fault.NO_KEY in faults:
        return {}
    if Fault.API_TOKEN in faults:
        return {"api_token": api_key}
    return {"api_key": _WRONG_KEY if Fault.WRONG_KEY in faults else api_key}


def _senderid_for_to(params: dict[str, Any]) -> None:
    if "to" in params:
        params["senderid"] = params.pop("to")


def _without(name: str) -> Callable[[dict[str, Any]], None]:
    def change(params: dict[str, Any]) -> None:
        params.pop(name, None)

    return change


def _type_as_text(params: dict[str, Any]) -> None:
    params["type"] = str(params["type"])


def _extra_fields(params: dict[str, Any]) -> None:
    params["ownerid"] = "16287541154521990001"
    params["timestamp"] = 1714478400000


def _typing_off(params: dict[str, Any]) -> None:
    params["state"] = "off"


_CHANGES: dict[Fault, Callable[[dict[str, Any]], None]] = {
    Fault.SENDERID_FOR_TO: _senderid_for_to,
    Fault.TYPE_AS_TEXT: _type_as_text,
    Fault.NO_TYPE: _without("type"),
    Fault.NO_DOMAIN: _without("domain"),
    Fault.NO_SESSIONID: _without("sessionid"),
    Fault.NO_MESSAGEID: _without("messageid"),
    Fault.EXTRA_FIELDS: _extra_fields,
    Fault.TYPING_OFF: _typing_off,
}


def _data_uri(file: StoredFile | None) -> str:
    if file is None:
        return "data:text/plain;base64,"
    return f"data:{file.mime};base64,{base64.b64encode(file.path.read_bytes()).decode()}"


def _plain(file: StoredFile | None) -> str:
    return f"…{file.name if file else 'file'} content…"


_FILE_CHANGES: dict[Fault, Callable[[StoredFile | None], str]] = {
    Fault.FILE_AS_DATA_URI: _data_uri,
    Fault.FILE_AS_TEXT: _plain,
}
