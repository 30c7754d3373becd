"""The way out of each account, hop by hop. What is shown of them together is, at each hop, the worst.

So an account whose key is refused is told by its name, and what works for another hides nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from ringodesk_qt.core.hops import OF_ACCOUNT, Hop, Hops, HopState
from ringodesk_qt.models.account import Account, is_on_this_computer
from ringodesk_qt.models.ids import AccountId

LampState = Literal["ok", "waiting", "off", "trouble"]
NOT_TRIED = "not tried yet"
_WORST_FIRST: tuple[HopState, ...] = ("trouble", "waiting", "off", "ok")


class Lamp(msgspec.Struct, frozen=True, kw_only=True):
    """A lamp: its state, and words for it. `of` names the account it is about, where there are several."""

    state: LampState
    words: str
    of: str = ""

    @property
    def told(self) -> str:
        """The words, with the account's name where there is one."""
        return f"{self.of}: {self.words}" if self.of else self.words


class WayOut:
    """Of one account: a lamp and four hops."""

    def __init__(self) -> None:
        self.lamp = Lamp(state="waiting", words=NOT_TRIED)
        self.hops = Hops(OF_ACCOUNT)


class WaysOut:
    """Of all accounts, in the order in which they were set up."""

    def __init__(self) -> None:
        self._ways: dict[AccountId, WayOut] = {}
        self._accounts: dict[AccountId, Account] = {}
        self._gone: set[AccountId] = set()
        self._nobodys = WayOut()
        self._key_store: Lamp | None = None

    def know(self, accounts: Sequence[Account]) -> set[AccountId]:
        """These are set up, and no others; which were, and are not any more."""
        gone = self._ways.keys() - {account.id for account in accounts}
        self._accounts = {account.id: account for account in accounts}
        self._ways = {account.id: self._ways.get(account.id, WayOut()) for account in accounts}
        self._gone = (self._gone | gone) - self._ways.keys()
        return gone

    def is_gone(self, account_id: AccountId) -> bool:
        """Whether it was set up and is not any more: of what was on its way for it then, the end is no news."""
        return account_id in self._gone

    def has(self, account_id: AccountId | None) -> bool:
        """Whether it is set up; None is no account in particular."""
        return account_id is None or account_id in self._accounts

    @property
    def are_several(self) -> bool:
        """Whether there are accounts to mix up."""
        return len(self._accounts) > 1

    def of(self, account_id: AccountId) -> WayOut:
        """An account's way."""
        return self._ways.setdefault(account_id, WayOut())

    def name_of(self, account_id: AccountId | None) -> str:
        """The account's name where there are several to mix up, else nothing."""
        account = self._accounts.get(account_id) if account_id is not None else None
        return account.label if account is not None and self.are_several else ""

    def whose(self, orgid: str) -> AccountId | None:
        """The account of an organization, or the only one there is; None where that is not certain."""
        if len(self._accounts) == 1:
            return next(iter(self._accounts))
        found = [account.id for account in self._accounts.values() if account.orgid == orgid]
        return found[0] if len(found) == 1 else None

    def needs_network(self, account_id: AccountId) -> bool:
        """Whether its server is another computer than this one."""
        account = self._accounts.get(account_id)
        return account is None or not is_on_this_computer(account)

    def outage_of(self, account_id: AccountId) -> str:
        """What the log calls its server."""
        return f"server of account {account_id}" if self.are_several else "server"

    def key_store(self, lamp: Lamp | None) -> None:
        """All keys are in one store: what is wrong with it, or nothing."""
        self._key_store = lamp

    def remember(self, hop_id: str, at: datetime) -> None:
        """When a hop last worked, as an earlier run saw it."""
        for way in (self._nobodys, *self._ways.values()):
            way.hops.remember(hop_id, at)

    # ------------------------------------------------------------ what is shown

    @property
    def lamp(self) -> Lamp:
        """The worst, with its account's name where there are several."""
        lamps = self.lamps() or (self._nobodys.lamp,)
        worst = min(lamps, key=lambda one: _WORST_FIRST.index(one.state))
        store = self._key_store
        if store is not None and (store.state == "trouble" or worst.state != "ok"):
            return store
        is_of_all = len({(one.state, one.words) for one in lamps}) == 1
        return msgspec.structs.replace(worst, of="") if is_of_all or worst.state == "ok" else worst

    def lamps(self) -> tuple[Lamp, ...]:
        """One an account."""
        return tuple(msgspec.structs.replace(way.lamp, of=self.name_of(one)) for one, way in self._ways.items())

    def hops(self) -> list[Hop]:
        """The worst of each."""
        found, store = {hop_id: self._worst(hop_id) for hop_id in OF_ACCOUNT}, self._key_store
        if store is not None:
            found["key"] = msgspec.structs.replace(found["key"], state=store.state, words=store.words, of="")
        return list(found.values())

    def _worst(self, hop_id: str) -> Hop:
        each = {account_id: way.hops.hop(hop_id) for account_id, way in self._ways.items()}
        if not each:
            return self._nobodys.hops.hop(hop_id)
        account_id, worst = min(each.items(), key=lambda one: _WORST_FIRST.index(one[1].state))
        is_of_all = hop_id == "network" or len({(hop.state, hop.words) for hop in each.values()}) == 1
        return (
            worst if is_of_all or worst.state == "ok" else msgspec.structs.replace(worst, of=self.name_of(account_id))
        )
