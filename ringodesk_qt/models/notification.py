"""What one notification (a webhook POST from Ringotel) said, in our words.

The fields a notification carries have changed over the years and differ from one capture to the next, so every one of
them is text, and empty when it was absent. Ids stay opaque text, also where they came as numbers.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, TypeAlias

import msgspec

from ringodesk_qt.models.ids import JournalId


class _Said(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag=str.lower):
    """The common shape: a tagged union, told apart by `kind` where it is encoded."""


class MessageArrived(_Said, frozen=True, kw_only=True):
    """The collection's items ‹Text Message› and ‹File›: a user wrote to one of our identities.

    `from_` is the user's extension. `to` is the number of ours they wrote to; `senderid` comes in its place where
    our side writes under a sender id. `content` is text, or an object for a call activity. `type` is 1 for text,
    2 for a file; 0 stands for one that was told and is not a number.
    """

    method: ClassVar[str] = "message"

    orgid: str = ""
    domain: str = ""
    from_: str = ""
    to: str = ""
    senderid: str = ""
    userid: str = ""
    messageid: str = ""
    sessionid: str = ""
    content: str | dict[str, object] = ""
    type: int = 1


class Delivered(_Said, frozen=True, kw_only=True):
    """The collection's item ‹Delivery report›: a message of ours reached the user."""

    method: ClassVar[str] = "delivered"

    messageid: str = ""
    sessionid: str = ""


class Read(_Said, frozen=True, kw_only=True):
    """The collection's item ‹Read report›: the user has read a session."""

    method: ClassVar[str] = "read"

    sessionid: str = ""


class Typing(_Said, frozen=True, kw_only=True):
    """The collection's item ‹Typing indication›. Only the state "on" is documented; any other counts as off."""

    method: ClassVar[str] = "typing"

    sessionid: str = ""
    is_on: bool = False


class Updated(_Said, frozen=True, kw_only=True):
    """The collection's item ‹Message updated›: a message has a new text."""

    method: ClassVar[str] = "updated"

    messageid: str = ""
    content: str = ""


class Deleted(_Said, frozen=True, kw_only=True):
    """The collection's item ‹Message deleted›."""

    method: ClassVar[str] = "deleted"

    messageid: str = ""


class Unrecognised(_Said, frozen=True, kw_only=True):
    """Anything else. Only the method's name is kept, shortened and made printable.

    `is_lookalike` tells that it came from the per-organization Webhook integration, which sends `api_token` and call
    events to the URL it is given: a different thing from the Messaging API.
    """

    method: str
    is_lookalike: bool = False


Notification: TypeAlias = MessageArrived | Delivered | Read | Typing | Updated | Deleted | Unrecognised


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """A notification that passed every check, as it is handed to the journal.

    `body` is the JSON encoded anew without any key or token. `digest` is a hash of what a message without an
    id says, equal for two that say the same; empty for all others.
    """

    method: str
    received_at: datetime
    body: bytes
    digest: str


class Journalled(msgspec.Struct, frozen=True, kw_only=True):
    """A notification of the journal that is still to be applied."""

    id: JournalId
    body: bytes
    digest: str
    at: datetime
