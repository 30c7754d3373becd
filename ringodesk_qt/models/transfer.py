"""History on its way in or out of a file."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Attachment, Direction, Kind, State


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One message of a file: what a line of an export says, and what a line of an import is read into.

    The contact is named by any of `userid`, `extension` and `name`. `identity` is our number or sender id, empty for
    the account's first. `orgid` and `messageid` are those of the Ringotel organization it comes from, empty for a
    history from elsewhere. `state` is None where the file does not tell. `call` is a call activity's content object.
    """

    at: datetime
    direction: Direction
    kind: Kind
    text: str = ""
    userid: str = ""
    extension: str = ""
    name: str = ""
    identity: str = ""
    identity_kind: IdentityKind | None = None
    orgid: str = ""
    messageid: str = ""
    sessionid: str = ""
    state: State | None = None
    error: str = ""
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    delivered_at: datetime | None = None
    read_at: datetime | None = None
    """When one of ours was reported as delivered and as read, as far as that was told."""
    attachment: Attachment | None = None
    call: dict[str, object] | None = None
    line: int = 0
    """Where it stands in its file; 0 for one that was made here."""


class ImportState(StrEnum):
    """How far a line of an import has come. It is kept, so that the same line is never sent a second time."""

    BEGUN = "begun"
    """Its request may have left. Found so at a later start it is uncertain."""
    DONE = "done"
    REFUSED = "refused"
    """The server refused it: it may be tried again."""
    UNCERTAIN = "uncertain"
    """It may have arrived. Never sent again but by the user's word."""


class ImportedLine(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a line that was begun. `message_id` is the message it became here, None for none."""

    state: ImportState
    message_id: LocalId | None = None
    detail: str = ""
