"""Requests and results as the wire has them: the only module that knows the API's field names.

Fields are exactly those of the collection's items, no more: a message carries no `type` when it is text, an upload has
no `method`, and a live send never carries `sessionid` (it would be marked as read). Ids are opaque text; where the
server writes one as a number its digits are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from ringodesk_qt.errors import InputError, NotSentError, UncertainError
from ringodesk_qt.models.account import Identity, IdentityKind
from ringodesk_qt.models.contact import ChatUser, Recipient
from ringodesk_qt.models.ids import MessageId, OrgId, SessionId, UserId
from ringodesk_qt.models.message import SentMessage

LINK_TYPE = 7
"""A file by its public URL (the collection's "Send a file using link")."""


class Organization(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the Admin API's getOrganizations: an organization the key reaches."""

    id: OrgId
    domain: str
    name: str


class Call(msgspec.Struct, frozen=True):
    """A JSON request: every method of the API has this envelope."""

    method: str
    params: dict[str, Any]


# ---------------------------------------------------------------- requests


def encoded(method: str, params: dict[str, Any]) -> bytes:
    """The request's body. Raises InputError where a text cannot be written as UTF-8 (half a character)."""
    with _encodable():
        return msgspec.json.encode(Call(method, params))


def message_params(
    orgid: str, sender: Identity, to: Recipient, *, sent_from: str = "", content: str | None = None, kind: int = 0
) -> dict[str, Any]:
    """The params of `message`: text ("Send a message" and its advanced form), a link, without content an empty session.

    `from` and `to` for a number, `senderid`, `sendername`, `senderinfo` and `userid` for a sender id; never both.
    Raises InputError where one that is needed is missing.
    """
    params: dict[str, Any] = {"orgid": orgid, **_parties(sender, to, sent_from), **_introduction(sender)}
    if content is not None:
        params["content"] = content
    if kind:
        params["type"] = kind
    return params


def upload_fields(orgid: str, sender: Identity, to: Recipient, *, sent_from: str = "") -> dict[str, str]:
    """The form fields of an upload beside `file`: orgid, to, from ("Send a file") or orgid, userid, senderid.

    Raises InputError where one of them is missing.
    """
    parties = _parties(sender, to, sent_from)
    order = ("userid", "senderid") if sender.kind is IdentityKind.SENDER else ("to", "from")
    fields = {"orgid": orgid, **{name: parties[name] for name in order}}
    with _encodable():
        "".join(fields.values()).encode()
    return fields


def _parties(sender: Identity, to: Recipient, sent_from: str) -> dict[str, str]:
    if sender.kind is IdentityKind.SENDER:
        return {
            "senderid": _needed(sender.address, "The sender id is missing. Set it in the account's settings."),
            "userid": _needed(to.userid, "This contact has no user id, and a sender id can only write to user ids."),
        }
    return {
        "from": _needed(
            sent_from.strip() or sender.address, "Our number is missing. Set it in the account's settings."
        ),
        "to": _needed(to.extension, "This contact has no extension, and a number can only write to extensions."),
    }


def _introduction(sender: Identity) -> dict[str, Any]:
    """`sendername` and `senderinfo` of a sender id, without what is empty; nothing for a number."""
    if sender.kind is not IdentityKind.SENDER:
        return {}
    info = {name: value.strip() for name, value in (("phone", sender.phone), ("email", sender.email)) if value.strip()}
    parts: dict[str, Any] = {"sendername": sender.name.strip(), "senderinfo": info}
    return {name: value for name, value in parts.items() if value}


@contextmanager
def _encodable() -> Iterator[None]:
    """Turns the trouble with half a surrogate pair, which UTF-8 cannot write, into a sentence."""
    try:
        yield
    except UnicodeEncodeError as exc:
        raise InputError("The text holds half a character, which cannot be sent. Type it anew.") from exc


def _needed(value: str, sentence: str) -> str:
    value = value.strip()
    if not value:
        raise InputError(sentence)
    return value


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
    if not isinstance(result, list):
        raise NotSentError(f"The server's list of {what} cannot be read. Check the API URL.")
    return [row for row in result if isinstance(row, dict)]


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
