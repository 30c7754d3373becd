"""Requests and results as the wire has them: the only module that knows the API's field names.

Fields are exactly those of the collection's items, no more: a message carries no `type` when it is text, an upload has
no `method`, and a live send never carries `sessionid` (it would be marked as read). Ids are opaque text; where the
server writes one as a number its digits are kept.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from ringodesk_qt.api import fields
from ringodesk_qt.api.organization import Organization
from ringodesk_qt.errors import InputError, NotSentError, UncertainError
from ringodesk_qt.models.account import IdentityKind, Sender
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.models.contact import ChatUser, Recipient
from ringodesk_qt.models.ids import MessageId, OrgId, SessionId, UserId
from ringodesk_qt.models.message import Direction, SentMessage
from ringodesk_qt.models.times import checked_time, ms_of

LINK_TYPE = 7
"""A file by its public URL (the collection's "Send a file using link")."""
CALL_TYPE = 8
"""A call activity (the collection's "Create a new call activity")."""


class Call(msgspec.Struct, frozen=True):
    """A JSON request: every method of the API has this envelope."""

    method: str
    params: dict[str, Any]


# ---------------------------------------------------------------- requests


def encoded(method: str, params: dict[str, Any]) -> bytes:
    """The request's body, in UTF-8."""
    return msgspec.json.encode(Call(method, params))


def message_params(sender: Sender, to: Recipient, *, sent_from: str = "", **content: Any) -> dict[str, Any]:
    """The params of `message` without the organization: text, a link, or without any content an empty session.

    `from` and `to` for a number, `senderid`, `sendername`, `senderinfo` and `userid` for a sender id; never both.
    Raises InputError where one that is needed is missing or cannot be used.
    """
    return {**_parties(sender, to, sent_from), **_introduction(sender), **content}


def sync_params(
    sender: Sender, to: Recipient, *, sessionid: str, direction: Direction, at: datetime | None = None, **content: str
) -> dict[str, Any]:
    """The params of `message` into a session ("Sync messages from external services"), without the organization.

    Who wrote it is told by `from` alone: our number where we did, the user's extension where they did. Raises
    InputError, for a sender id too: the collection has none here.
    """
    needed_number(sender, "Only a number has a history that can be synchronized, not a sender id.")
    ours, theirs = _parties(sender, to, "").values()
    is_ours = fields.direction(direction) is Direction.OUTGOING
    params: dict[str, Any] = {"from": ours if is_ours else theirs, "to": theirs if is_ours else ours, **content}
    params["sessionid"] = fields.known_id(sessionid, "session")
    if at is not None:
        params["timestamp"] = ms_of(checked_time(at))
    return params


def call_params(sessionid: str, call: CallActivity, *, at: datetime) -> dict[str, Any]:
    """The params of `message` that notes a call ("Create a new call activity"), without the organization."""
    return {
        "sessionid": fields.known_id(sessionid, "session"),
        "content": fields.call(call).content(),
        "type": CALL_TYPE,
        "timestamp": ms_of(checked_time(at)),
    }


def upload_fields(orgid: str, sender: Sender, to: Recipient, *, sent_from: str = "") -> dict[str, str]:
    """The form fields of an upload beside `file`: orgid, to, from ("Send a file") or orgid, userid, senderid.

    Raises InputError where one of them is missing or cannot be used.
    """
    parties = _parties(sender, to, sent_from)
    order = ("userid", "senderid") if sender.kind is IdentityKind.SENDER else ("to", "from")
    return {"orgid": orgid, **{name: parties[name] for name in order}}


def needed_number(sender: Sender, sentence: str) -> None:
    """Raises InputError with this sentence for a sender id."""
    if fields.sender(sender).kind is not IdentityKind.NUMBER:
        raise InputError(sentence)


def _parties(sender: Sender, to: Recipient, sent_from: str) -> dict[str, str]:
    """Ours first, theirs second."""
    fields.sender(sender)
    fields.recipient(to)
    if sender.kind is IdentityKind.SENDER:
        ours, theirs = "The sender id", "The recipient's user id"
        return {
            "senderid": fields.word(sender.address, ours, missing="The sender id is missing. Say which to write as."),
            "userid": fields.word(
                to.userid, theirs, missing="This contact has no user id, and a sender id can only write to user ids."
            ),
        }
    address = fields.optional_word(sent_from, "The number in sent_from") or sender.address
    return {
        "from": fields.word(address, "Our number", missing="Our number is missing. Say which to write from."),
        "to": fields.word(
            to.extension,
            "The recipient's extension",
            missing="This contact has no extension, and a number can only write to extensions.",
        ),
    }


def _introduction(sender: Sender) -> dict[str, Any]:
    """`sendername` and `senderinfo` of a sender id, without what is empty; nothing for a number."""
    if sender.kind is not IdentityKind.SENDER:
        return {}
    info = {
        "phone": fields.optional_word(sender.phone, "The sender's phone number"),
        "email": fields.optional_word(sender.email, "The sender's mail address"),
    }
    parts: dict[str, Any] = {
        "sendername": fields.optional_word(sender.name, "The sender's name"),
        "senderinfo": {name: value for name, value in info.items() if value},
    }
    return {name: value for name, value in parts.items() if value}


# ---------------------------------------------------------------- results


def sent_message(result: Any) -> SentMessage:
    """What a `message` gave: messageid, sessionid, both or (an empty or null result) none."""
    fields = result if isinstance(result, dict) else {}
    return SentMessage(
        messageid=MessageId(_text(fields.get("messageid"))), sessionid=SessionId(_text(fields.get("sessionid")))
    )


def new_session(result: Any) -> SessionId:
    """The id of the session that "Create an empty session with a contact" made. Raises UncertainError without one."""
    sessionid = sent_message(result).sessionid
    if not sessionid:
        raise UncertainError("The server did not say which chat it opened. Look in Ringotel before you repeat it.")
    return sessionid


def chat_users(result: Any) -> list[ChatUser]:
    """The rows of getChatUsers. Rows with neither id nor phone are left out; unknown fields are ignored."""
    rows = (_chat_user(row) for row in _rows(result, "users"))
    return [user for user in rows if user.userid or user.extension]


def organizations(result: Any) -> list[Organization]:
    """The rows of getOrganizations that have an id."""
    rows = (
        Organization(id=OrgId(_text(row.get("id"))), domain=_text(row.get("domain")), name=_text(row.get("name")))
        for row in _rows(result, "organizations")
    )
    return [organization for organization in rows if organization.id]


def _chat_user(row: dict[str, Any]) -> ChatUser:
    return ChatUser(
        userid=UserId(_text(row.get("id"))),
        extension=_text(row.get("phone")),
        name=_text(row.get("name")),
        state=_number(row.get("state")),
    )


def _rows(result: Any, what: str) -> list[dict[str, Any]]:
    rows = [row for row in result if isinstance(row, dict)] if isinstance(result, list) else []
    if not rows and result != []:  # a list of nobody would be taken at its word
        raise NotSentError(f"The server's list of {what} cannot be read. Check the API URL.")
    return rows


def _text(value: Any) -> str:
    """Text as it is, a whole number as its digits, anything else as nothing."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return ""


def _number(value: Any) -> int | None:
    try:
        return int(_text(value))
    except ValueError:
        return None
