"""An account and the identities we speak as."""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urlsplit

import msgspec

from ringodesk_qt.models.ids import AccountId, IdentityId, OrgId


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One API key, base URL and organization. The key itself is in the key store, under `secret_name`."""

    id: AccountId
    api_url: str
    orgid: OrgId
    domain: str = ""
    name: str = ""
    is_removed: bool = False
    """Whether its set-up was removed, and its history kept."""

    @property
    def label(self) -> str:
        """What the window calls it: its name, else its domain, else the organization's id."""
        return self.name or self.domain or self.orgid

    @property
    def secret_name(self) -> str:
        """The name the account's API key has in the key store."""
        return secret_name(self.api_url, self.orgid)


def secret_name(api_url: str, orgid: OrgId) -> str:
    """The name an account's API key has in the key store: one a server and organization."""
    return f"{api_url}#{orgid}"


class IdentityKind(StrEnum):
    """How the outside party is named on the wire: `from` a number, or a `senderid`."""

    NUMBER = "number"
    SENDER = "sender"


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """Who a message is from. `address` is the number or the sender id, sent exactly as it was given.

    `name`, `phone` and `email` are what people see of a sender id; a number has none of them on the wire.
    """

    kind: IdentityKind
    address: str
    name: str = ""
    phone: str = ""
    email: str = ""


def number(address: str) -> Sender:
    """A number to write from, for instance ``number("1234567890")``."""
    return Sender(kind=IdentityKind.NUMBER, address=address)


def sender_id(address: str, *, name: str = "", phone: str = "", email: str = "") -> Sender:
    """A sender id of one's own choice to write as, and what people see of it."""
    return Sender(kind=IdentityKind.SENDER, address=address, name=name, phone=phone, email=email)


class Identity(Sender, frozen=True, kw_only=True):
    """A sender that an account has: who we are to them."""

    id: IdentityId
    account_id: AccountId

    @property
    def label(self) -> str:
        """What the window shows for it: the name if there is one, else the address."""
        return self.name or self.address


def is_on_this_computer(account: Account) -> bool:
    """Whether its server is: a simulator, say. No network is needed to reach it."""
    return urlsplit(account.api_url).hostname in ("127.0.0.1", "localhost", "::1")


def account_label(account: Account) -> str:
    """How an account is named to people: its domain if that is known, and its organization's id."""
    return f"{account.domain} ({account.orgid})" if account.domain else account.orgid
