"""What a verb works with, and which of a home's accounts it is about."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from ringodesk_qt.console.output import Output
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import InputError, SetupError
from ringodesk_qt.models.account import Account, Identity, account_label
from ringodesk_qt.models.contact import ChatUser, Contact


@dataclass(frozen=True, slots=True)
class Work:
    """One run of a verb: an open engine, the account it is about, what was typed, and where its results go."""

    engine: Engine
    account: Account
    args: argparse.Namespace
    out: Output

    async def contacts(self) -> list[Contact]:
        """The account's contacts as they are known here, listed ones first."""
        account_id = self.account.id
        return await self.engine.store.read(lambda tables: tables.contacts.all(account_id))

    async def identities(self) -> list[Identity]:
        """The account's identities; the first writes when nothing else is said."""
        account_id = self.account.id
        return await self.engine.store.read(lambda tables: tables.accounts.identities(account_id))

    async def ask_users(self) -> list[ChatUser]:
        """Asks the server for the account's users, keeps and returns them. Raises a WireError."""
        account_id = self.account.id
        found = await self.engine.api_for(account_id).chat_users()
        now = datetime.now(UTC)
        await self.engine.store.write(lambda tables: tables.contacts.refresh(account_id, found, now))
        return found


async def chosen_account(engine: Engine, named: str | None) -> Account:
    """The account that was named, else the one that was set up first. Raises SetupError, InputError."""
    accounts = await engine.desk.accounts()
    if not accounts:
        raise SetupError("Nothing is set up yet. Begin with `ringodesk-cli setup --help`.")
    return accounts[0] if named is None else account_named(accounts, named)


def account_named(accounts: Sequence[Account], named: str) -> Account:
    """The one account with this organization id, else domain, else name, else number. Raises InputError."""
    wanted = named.strip().casefold()
    for fits in (
        lambda one: one.orgid == named.strip(),
        lambda one: one.domain.casefold() == wanted,
        lambda one: one.name.casefold() == wanted,
        lambda one: str(one.id) == wanted,
    ):
        found = [one for one in accounts if wanted and fits(one)]
        if len(found) == 1:
            return found[0]
        if found:
            numbers = ", ".join(f"{one.id} ({one.orgid} at {one.api_url})" for one in found)
            raise InputError(f"{named!r} fits more than one account: {numbers}. Name it by its number.")
    known = ", ".join(account_label(one) for one in accounts)
    raise InputError(f"There is no account {named!r} here: {known}.")
