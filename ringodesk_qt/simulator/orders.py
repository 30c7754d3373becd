"""What the control surface can be told, each kind of order with its fields."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

Seconds = Annotated[float, msgspec.Meta(ge=0, le=600)]
Times = Annotated[int, msgspec.Meta(ge=1)]


class Order(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a POST carries; each kind names its fields."""


class Nothing(Order, frozen=True, kw_only=True):
    """No fields at all."""


class Whom(Order, frozen=True, kw_only=True):
    """A person, and whom they write to: a number, a sender id, or neither for the session they were last written in."""

    extension: str
    to: str = ""
    senderid: str = ""
    orgid: str = ""


class Say(Whom, frozen=True, kw_only=True):
    """A text to be said."""

    text: str


class SendFile(Whom, frozen=True, kw_only=True):
    """A file to be sent: its bytes in base64, or its text."""

    name: str
    base64: str | None = None
    text: str | None = None


class Edit(Order, frozen=True, kw_only=True):
    """A message of a person's, and its new text."""

    messageid: str
    text: str


class OfMessage(Order, frozen=True, kw_only=True):
    """A message."""

    messageid: str


class OfSession(Order, frozen=True, kw_only=True):
    """A session."""

    sessionid: str


class Presence(Order, frozen=True, kw_only=True):
    """A person's presence number."""

    extension: str
    state: int
    orgid: str = ""


class Webhook(Order, frozen=True, kw_only=True):
    """Where notifications go; empty for nowhere."""

    url: str


class RotateKey(Order, frozen=True, kw_only=True):
    """The new key."""

    key: str
    is_half_way: bool = False


class Notify(Order, frozen=True, kw_only=True):
    """Any notification at all."""

    method: str
    params: dict[str, Any]


class SetFault(Order, frozen=True, kw_only=True):
    """A fault; `times` null is until it is cleared."""

    fault: str
    value: int | float | str | None = None
    only: str = ""
    times: Times | None = 1


class ClearFaults(Order, frozen=True, kw_only=True):
    """The fault to be taken back, or all of them."""

    fault: str | None = None


class Wait(Order, frozen=True, kw_only=True):
    """A request that is waited for; an upload's method is "upload"."""

    method: str
    timeout_s: Seconds = 5.0


class Settle(Order, frozen=True, kw_only=True):
    """How long to wait for everyone to be done."""

    timeout_s: Seconds = 30.0
