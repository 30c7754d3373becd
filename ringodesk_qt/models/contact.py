"""A Ringotel user: whom we talk to."""

from __future__ import annotations

from datetime import datetime

import msgspec

from ringodesk_qt.models.ids import AccountId, ContactId, UserId


class ChatUser(msgspec.Struct, frozen=True, kw_only=True):
    """One row of `getChatUsers` as the server gave it; `extension` is the wire's `phone`."""

    userid: UserId
    extension: str
    name: str
    state: int | None = None


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """A user as we know them. `userid` is empty for one who was only ever seen by extension.

    `state` is the number of the wire (see `Presence`), a snapshot taken at `state_at`; None when never told.
    `is_listed` is False for someone who wrote to us and is not in the organization's list.
    """

    id: ContactId
    account_id: AccountId
    userid: UserId
    extension: str
    name: str
    state: int | None = None
    state_at: datetime | None = None
    is_listed: bool = True

    @property
    def label(self) -> str:
        """The name to show: the name, else the extension, else the user id."""
        return self.name or self.extension or self.userid

    def without_presence(self) -> Contact:
        """The contact as shown to who does not want to see who is online: nothing is known of their state."""
        return msgspec.structs.replace(self, state=None, state_at=None)


class Presence(msgspec.Struct, frozen=True):
    """What a contact's `state` number means: words to show and one of four colours.

    `lamp` is "online", "away", "busy", "offline", or empty where it is not known.
    """

    words: str
    lamp: str


_PRESENCE = {
    -1: Presence("Parking slot, unavailable", "offline"),
    0: Presence("Offline", "offline"),
    1: Presence("Online", "online"),
    2: Presence("Away / available", "away"),
    3: Presence("Busy", "busy"),
    4: Presence("At the desk", "online"),
    5: Presence("Available on the PBX", "online"),
    6: Presence("Calling", "busy"),
    7: Presence("Calling", "busy"),
    8: Presence("On a call", "busy"),
}


def presence(state: int | None) -> Presence:
    """The meaning of a contact's `state` (the Admin API's getUser table); numbers not in it are shown as unknown."""
    if state is None:
        return Presence("", "")
    return _PRESENCE.get(state, Presence(f"Unknown ({state})", ""))


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a message goes to: a number writes to the extension, a sender id to the user id.

    For an empty session the extension may be an SMS number of the organization.
    """

    extension: str = ""
    userid: UserId = UserId("")
