"""The seven notifications in the shapes the collection gives them."""

from __future__ import annotations

from typing import Any

import msgspec

from ringodesk_qt.simulator.files import StoredFile
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
        if self.method != "message":
            return (self.method,)
        return (self.method, "file" if self.params.get("type") == FILE_TYPE else "text")


def message(new: SimulatedMessage, *, file: StoredFile | None = None) -> Notification:
    """ "Text Message" and "File": `senderid` instead of `to` where our side is a sender id.

    `domain` is in none of the collection's examples, and in notifications as they really come.
    """
    session, organization = new.session, new.session.organization
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
