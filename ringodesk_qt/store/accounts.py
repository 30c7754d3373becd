"""Accounts and identities."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ringodesk_qt.models.account import Account, Identity, IdentityKind, secret_name
from ringodesk_qt.models.ids import AccountId, IdentityId, OrgId
from ringodesk_qt.store.database import Database, Row

_ACCOUNT = "SELECT id, api_url, orgid, domain, name, is_removed FROM account"
DOOMED = 2
"""What `is_removed` says of an account that is given up with its history."""
_CHATS = "SELECT chat.id FROM chat JOIN identity ON identity.id = identity_id WHERE account_id = ?"
_FORGET_WHAT_WAITS = (
    "DELETE FROM outbox WHERE chat_id IN ({chats})",
    "DELETE FROM draft WHERE chat_id IN ({chats})",
    "UPDATE chat SET draft = '', last_text = '', unread = 0, is_marked_unread = 0, last_position = 0 "
    "WHERE id IN ({chats})",
)
_IDENTITY = "SELECT id, account_id, kind, address, name, phone, email FROM identity"


def secret_names(path: Path) -> list[str]:
    """The names of all accounts' keys, also of those that were removed, whatever the schema. Raises StoreError."""
    database = Database(path, is_read_only=True)
    try:
        rows = database.rows("SELECT api_url, orgid FROM account ORDER BY id")
        return [secret_name(api_url, OrgId(orgid)) for api_url, orgid in rows]
    finally:
        database.close()


class AccountTable:
    """See `AccountTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, *, api_url: str, orgid: OrgId, domain: str, name: str) -> Account:
        """Stores an account, or updates the one with this URL and orgid. What is empty now keeps its former value."""
        row = self._database.row(
            "INSERT INTO account (api_url, orgid, domain, name) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (api_url, orgid) DO UPDATE SET "
            "domain = coalesce(nullif(excluded.domain, ''), domain), name = coalesce(nullif(excluded.name, ''), name), "
            "is_removed = 0 RETURNING id, api_url, orgid, domain, name, is_removed",
            (api_url, orgid, domain, name),
        )
        assert row is not None
        return _account(row)

    def all(self) -> list[Account]:
        """Every account that is set up, oldest first."""
        return [_account(row) for row in self._database.rows(f"{_ACCOUNT} WHERE NOT is_removed ORDER BY id")]

    def get(self, account_id: AccountId) -> Account | None:
        """The account, or None."""
        row = self._database.row(f"{_ACCOUNT} WHERE id = ?", (account_id,))
        return _account(row) if row else None

    def rename(self, account_id: AccountId, name: str) -> None:
        """Gives an account another name."""
        self._database.rows("UPDATE account SET name = ? WHERE id = ?", (name, account_id))

    def set_removed(self, account_id: AccountId) -> None:
        """Removes its set-up: it is in `all` no more, and its history stays."""
        self._database.rows("UPDATE account SET is_removed = 1 WHERE id = ?", (account_id,))

    def doom(self, account_id: AccountId) -> None:
        """Gives it up with its history, which is shown no more and deleted bit by bit; set up again it is another."""
        self._database.rows(
            "UPDATE account SET is_removed = ?, api_url = '', orgid = 'removed-' || id WHERE id = ?",
            (DOOMED, account_id),
        )
        for sql in _FORGET_WHAT_WAITS:
            self._database.rows(sql.format(chats=_CHATS), (account_id,))

    def doomed(self) -> list[AccountId]:
        """Those that are given up, and not wholly gone."""
        rows = self._database.rows("SELECT id FROM account WHERE is_removed = ? ORDER BY id", (DOOMED,))
        return [AccountId(account_id) for (account_id,) in rows]

    def delete(self, account_id: AccountId) -> None:
        """Removes what is left of an account when its messages are gone: identities, contacts and chats."""
        self._database.rows("DELETE FROM account WHERE id = ?", (account_id,))

    def change_identity(self, identity_id: IdentityId, *, name: str, phone: str, email: str) -> None:
        """Replaces what people see of an identity, with nothing too."""
        values = (name, phone, email, identity_id)
        self._database.rows("UPDATE identity SET name = ?, phone = ?, email = ? WHERE id = ?", values)

    def remove_identity(self, identity_id: IdentityId) -> bool:
        """Removes an identity without a chat; whether it did."""
        condition = "id = ?1 AND NOT EXISTS (SELECT 1 FROM chat WHERE identity_id = ?1)"
        return self._database.change(f"DELETE FROM identity WHERE {condition}", (identity_id,)) > 0  # noqa: S608 - our own

    def add_identity(
        self,
        account_id: AccountId,
        *,
        kind: IdentityKind,
        address: str,
        name: str = "",
        phone: str = "",
        email: str = "",
    ) -> Identity:
        """Stores an identity, or updates name, phone and mail of the one with this kind and address."""
        row = self._database.row(
            "INSERT INTO identity (account_id, kind, address, name, phone, email) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (account_id, kind, address) DO UPDATE SET "
            "name = coalesce(nullif(excluded.name, ''), name), phone = coalesce(nullif(excluded.phone, ''), phone), "
            "email = coalesce(nullif(excluded.email, ''), email) "
            "RETURNING id, account_id, kind, address, name, phone, email",
            (account_id, kind.value, address, name, phone, email),
        )
        assert row is not None
        return identity_of(row)

    def identities(self, account_id: AccountId) -> list[Identity]:
        """The account's identities, oldest first."""
        return [
            identity_of(row)
            for row in self._database.rows(f"{_IDENTITY} WHERE account_id = ? ORDER BY id", (account_id,))
        ]


def _account(row: Row) -> Account:
    account_id, api_url, orgid, domain, name, is_removed = row
    return Account(
        id=AccountId(account_id),
        api_url=api_url,
        orgid=OrgId(orgid),
        domain=domain,
        name=name,
        is_removed=bool(is_removed),
    )


@lru_cache(maxsize=64)
def identity_of(row: Row) -> Identity:
    """The identity in seven columns: id, account_id, kind, address, name, phone, email."""
    identity_id, account_id, kind, address, name, phone, email = row
    return Identity(
        id=IdentityId(identity_id),
        account_id=AccountId(account_id),
        kind=IdentityKind(kind),
        address=address,
        name=name,
        phone=phone,
        email=email,
    )
