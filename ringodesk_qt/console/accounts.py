"""`account` and `identity`: what is set up, renamed, added to and taken away again, as the window's settings do it."""

from __future__ import annotations

import argparse

from ringodesk_qt.console.find import shortened
from ringodesk_qt.console.reading import account_fields, account_line
from ringodesk_qt.console.work import Work
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Identity, IdentityKind, Sender, account_label


async def account(work: Work) -> int:
    """Renames the account, or removes it. Raises InputError, KeyStoreError, StoreError."""
    args, engine = work.args, work.engine
    if args.what == "rename":
        if args.name is None:
            raise InputError("Say how it is to be called: `account rename NAME`. An empty name leaves its domain.")
        await engine.accounts.rename(work.account.id, args.name)
        return await _tell(work)
    _check_removal(work, args)
    identities = await work.identities()
    await engine.accounts.remove(work.account, keeps_history=args.keep_history)
    await engine.retention.delete_accounts()
    fields = account_fields(work.account, identities, is_first=False)
    kept = "its history is kept" if args.keep_history else "with its history"
    work.out.put(fields, f"removed {account_label(work.account)}, {kept}")
    return 0


def _check_removal(work: Work, args: argparse.Namespace) -> None:
    if args.name is not None:
        raise InputError("Name the account that is to be removed with --account.")
    if not args.yes:
        key = "its set-up" if work.engine.vault.is_key_given else "its key"
        what = key if args.keep_history else f"{key}, and all its chats, messages and received files for good"
        raise InputError(
            f"This removes {account_label(work.account)}: {what}. Say `account remove --yes` if that is meant; "
            "--keep-history keeps what was written."
        )


async def identity(work: Work) -> int:
    """Adds an identity to the account, changes what people see of one, or removes it. Raises InputError, StoreError."""
    args, engine = work.args, work.engine
    if args.what == "add":
        sender = Sender(
            kind=IdentityKind.SENDER if args.number is None else IdentityKind.NUMBER,
            address=args.sender_id if args.number is None else args.number,
            name=args.sender_name or "",
            phone=args.sender_phone or "",
            email=args.sender_email or "",
        )
        await engine.setup.add_identities(work.account, [sender])
        return await _tell(work)
    found = await _identity(work)
    if args.what == "remove":
        await engine.accounts.remove_identity(found)
    else:
        given = {"name": args.sender_name, "phone": args.sender_phone, "email": args.sender_email}
        if set(given.values()) == {None}:
            raise InputError("Say what is to be changed: --sender-name, --sender-phone or --sender-email.")
        words = {name: getattr(found, name) if value is None else value for name, value in given.items()}
        await engine.accounts.change_identity(found, **words)
    return await _tell(work)


async def _identity(work: Work) -> Identity:
    args = work.args
    kind = IdentityKind.SENDER if args.number is None else IdentityKind.NUMBER
    address = (args.sender_id if args.number is None else args.number).strip()
    identities = await work.identities()
    for one in identities:
        if (one.kind, one.address) == (kind, address):
            return one
    known = ", ".join(one.address for one in identities)
    what = "sender id" if args.number is None else "number"
    raise InputError(f"The account has no {what} {shortened(address)}. It has: {known}.")


async def _tell(work: Work) -> int:
    """The account as it is now, as `accounts` tells it."""
    accounts = await work.engine.desk.accounts()
    now = next(one for one in accounts if one.id == work.account.id)
    is_first = accounts[0].id == now.id
    identities = await work.identities()
    work.out.put(account_fields(now, identities, is_first=is_first), account_line(now, identities))
    return 0
