"""An account and the identities we speak as."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from ringodesk_qt.models.ids import AccountId, IdentityId, OrgId


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One API key, base URL and organization. The key itself is in the key store, under `secret_name`."""

    id: AccountId
    api_url: str
    orgid: OrgId
    domain: str = ""
    name: str = ""

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


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """Who we are to them. `address` is the number or the sender id, sent exactly as it was given."""

    id: IdentityId
    account_id: AccountId
    kind: IdentityKind
    address: str
    name: str = ""
    phone: str = ""
    email: str = ""

    @property
    def label(self) -> str:
        """What the window shows for it: the name if there is one, else the address."""
        return self.name or self.address
