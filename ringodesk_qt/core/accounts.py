"""What the user does with the accounts and identities that are set up: names, and taking them away again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

import msgspec

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import ChatChanged, ContactsChanged
from ringodesk_qt.core.ports import Store, Tables, Vault
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Account, Identity
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import AccountId, IdentityId
from ringodesk_qt.models.message import State
from ringodesk_qt.models.outbox import Action


class AccountOverview(msgspec.Struct, frozen=True, kw_only=True):
    """An account and who the user is in it. `used` are the identities that have a chat."""

    account: Account
    identities: tuple[Identity, ...] = ()
    used: frozenset[IdentityId] = frozenset()


class Accounts:
    """Renames and removes. Every verb raises InputError or StoreError; removing an account KeyStoreError too."""

    def __init__(
        self,
        *,
        store: Store,
        vault: Vault,
        bus: Bus,
        on_changed: Callable[[], Awaitable[None]],
        on_doomed: Callable[[], None],
    ) -> None:
        """`on_changed` takes over that there are other accounts; `on_doomed` has the history of one deleted."""
        self._store = store
        self._vault = vault
        self._bus = bus
        self._on_changed = on_changed
        self._on_doomed = on_doomed

    @property
    def is_key_given(self) -> bool:
        """Whether the key is this process' alone, so that none leaves the key store with an account."""
        return self._vault.is_key_given

    async def overview(self) -> list[AccountOverview]:
        """Every account that is set up, oldest first."""
        return await self._store.read(_overview)

    async def rename(self, account_id: AccountId, name: str) -> None:
        """Gives an account another name; an empty one leaves its domain or id."""
        await self._store.write(lambda tables: tables.accounts.rename(account_id, name.strip()))
        self._tell(account_id)

    async def remove(self, account: Account, *, keeps_history: bool) -> None:
        """Removes the set-up, the key first; and all chats, messages and received files unless they are kept.

        They are gone from sight at once, and deleted bit by bit afterwards: see `Retention.delete_accounts`.
        """
        await self._store.read(lambda tables: _check_idle(tables, account.id))
        await self._vault.forget_secret(account.secret_name)
        chats = await self._store.write(lambda tables: _remove(tables, account.id, keeps_history=keeps_history))
        await self._on_changed()
        self._bus.publish([ChatChanged(chat_id=chat.id) for chat in chats])
        self._tell(account.id)
        if not keeps_history:
            self._on_doomed()

    async def change_identity(self, identity: Identity, *, name: str, phone: str = "", email: str = "") -> None:
        """Replaces what people see of an identity; its number or sender id stays, since chats hang on it."""
        words = {"name": name.strip(), "phone": phone.strip(), "email": email.strip()}
        await self._store.write(lambda tables: tables.accounts.change_identity(identity.id, **words))
        self._tell(identity.account_id)

    async def remove_identity(self, identity: Identity) -> None:
        """Removes an identity that nobody was written to as, and that is not the account's only one."""
        await self._store.write(lambda tables: _remove_identity(tables, identity))
        self._tell(identity.account_id)

    def _tell(self, account_id: AccountId) -> None:
        self._bus.publish([ContactsChanged(account_id=account_id)])


def noted(tables: Tables, chats: Sequence[Chat]) -> list[Chat]:
    """The chats, each with the account and the identity it is of where there are several to mix up."""
    accounts = {one.id: one for one in tables.accounts.all()}
    for account_id in {chat.identity.account_id for chat in chats} - set(accounts):
        removed = tables.accounts.get(account_id)
        if removed is not None:
            accounts[account_id] = removed
    counts = {account_id: len(tables.accounts.identities(account_id)) for account_id in accounts}
    if len(accounts) == 1 and all(count == 1 for count in counts.values()):
        return list(chats)
    return [_with_note(chat, accounts, counts[chat.identity.account_id]) for chat in chats]


def _with_note(chat: Chat, accounts: Mapping[AccountId, Account], identities: int) -> Chat:
    parts = (
        accounts[chat.identity.account_id].label if len(accounts) > 1 else "",
        chat.identity.label if identities > 1 else "",
    )
    return msgspec.structs.replace(chat, note=" · ".join(part for part in parts if part))


def _overview(tables: Tables) -> list[AccountOverview]:
    used = frozenset(chat.identity.id for chat in tables.chats.all())
    return [
        AccountOverview(account=one, identities=tuple(tables.accounts.identities(one.id)), used=used)
        for one in tables.accounts.all()
    ]


def _check_idle(tables: Tables, account_id: AccountId) -> None:
    for chat in tables.chats.all():
        if chat.identity.account_id == account_id and any(row.owner for row in tables.outbox.of_chat(chat.id)):
            raise InputError("A message of this account is on its way. Try again in a moment.")


def _remove(tables: Tables, account_id: AccountId, *, keeps_history: bool) -> list[Chat]:
    """The account's chats, which are shown otherwise now, or no more."""
    _check_idle(tables, account_id)
    chats = [chat for chat in tables.chats.all() if chat.identity.account_id == account_id]
    if keeps_history:
        for chat in chats:
            _cancel_all(tables, chat)
        tables.accounts.set_removed(account_id)
    else:
        tables.accounts.doom(account_id)
    return chats


def _cancel_all(tables: Tables, chat: Chat) -> None:
    for row in tables.outbox.of_chat(chat.id):
        if row.action is Action.SEND:
            tables.messages.set_state(row.message_id, State.CANCELLED)
        tables.outbox.finish(row.id)


def _remove_identity(tables: Tables, identity: Identity) -> None:
    if len(tables.accounts.identities(identity.account_id)) == 1:
        raise InputError("An account needs a number or a sender id. Add another one first.")
    if not tables.accounts.remove_identity(identity.id):
        raise InputError("There are chats with this number or sender id, so it stays.")
