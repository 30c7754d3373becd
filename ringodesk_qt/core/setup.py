"""First set-up and reconfiguration: what the wizard and the command line's `setup` do.

Everything is tried against the server before anything is saved; what fails to save leaves nothing half done.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Literal, Protocol
from urllib.parse import urlsplit

import msgspec

from ringodesk_qt.core.ports import Store, Tables, Vault
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.core.unfinished_setup import UnfinishedSetup
from ringodesk_qt.errors import InputError, RingodeskError
from ringodesk_qt.models.account import Account, IdentityKind, Sender, secret_name
from ringodesk_qt.models.contact import ChatUser
from ringodesk_qt.models.ids import OrgId

DEFAULT_API_URL = "https://shell.ringotel.co/api"
NGROK_SECRET = "ngrok"  # noqa: S105 - the name of a secret, not a secret
"""The name under which ngrok's token is kept in the key store."""
_KEY_MISSING = "The API key is missing. Copy it from the portal: Menu, Integrations, API Settings."


class SetupForm(msgspec.Struct, frozen=True, kw_only=True):
    """What the user filled in. `key` and `ngrok_token` go to the key store and nowhere else."""

    key: str
    address: str
    orgid: str = ""
    domain: str = ""
    api_url: str = DEFAULT_API_URL
    identity_kind: IdentityKind = IdentityKind.NUMBER
    name: str = ""
    phone: str = ""
    email: str = ""
    tunnel: Literal["none", "fixed", "ngrok"] = "none"
    public_url: str = ""
    ngrok_token: str = ""
    ngrok_domain: str = ""
    receiver_port: int | None = None
    others: tuple[Sender, ...] = ()
    """Further identities of the account, beside the one that is named above."""

    @property
    def senders(self) -> tuple[Sender, ...]:
        """Every identity that is named, the one that writes when nothing else is said first."""
        first = Sender(
            kind=self.identity_kind, address=self.address, name=self.name, phone=self.phone, email=self.email
        )
        return (first, *self.others) if self.address else self.others

    def __repr__(self) -> str:
        return f"SetupForm(api_url={self.api_url!r}, orgid={self.orgid!r}, domain={self.domain!r})"


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What the server said when the form was tried: the form with URL and orgid settled, and the users."""

    form: SetupForm
    org_name: str
    users: list[ChatUser]


class OrganizationChoice(msgspec.Struct, frozen=True, kw_only=True):
    """An organization that a key reaches. Domain and name may be empty."""

    orgid: OrgId
    domain: str
    name: str


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """How notifications would come: the URL to paste into the portal, empty where nothing leads here."""

    url: str = ""
    is_answered: bool | None = None
    """Whether the receiver answered this computer at that URL; None where it was not asked."""


class Reach(Protocol):
    """Opens a way in before it is saved, so that what is saved is known to work."""

    async def try_out(self, form: SetupForm) -> Reached:
        """Receives as the form says from now on, nothing of it saved. Raises what stands in the way."""
        ...

    async def give_up(self) -> None:
        """Receives as the settings say again. May be called when nothing was tried."""
        ...

    async def keep(self) -> None:
        """The settings say now what was tried: it stays as it is. May be called when nothing was tried."""
        ...


class Setup:
    """Tries a form against the server, then saves it."""

    def __init__(
        self,
        *,
        store: Store,
        vault: Vault,
        settings: SettingsKeeper,
        unfinished: UnfinishedSetup,
        probe: Callable[[SetupForm], Awaitable[Found]],
        list_organizations: Callable[[str, str], Awaitable[list[OrganizationChoice] | None]],
    ) -> None:
        """`probe` asks the server: resolves a domain, calls `getChatUsers`; raises WireErrors and InputError.

        `list_organizations` is given key and API URL; None is a server or key that lists none.
        """
        self._store = store
        self._vault = vault
        self._settings = settings
        self._unfinished = unfinished
        self._probe = probe
        self._list_organizations = list_organizations

    @property
    def is_key_given(self) -> bool:
        """Whether a key that is entered is for this process alone: one was given with its environment."""
        return self._vault.is_key_given

    async def organizations(self, *, key: str, api_url: str = DEFAULT_API_URL) -> list[OrganizationChoice] | None:
        """What the key reaches, by domain; None where the server does not tell. Raises InputError or a WireError."""
        if not key.strip():
            raise InputError(_KEY_MISSING)
        found = await self._list_organizations(key.strip(), api_url.strip())
        return None if found is None else sorted(found, key=lambda one: (one.domain.casefold(), one.orgid))

    async def check(self, form: SetupForm) -> Found:
        """Checks the fields, then asks the server. Raises InputError or a WireError; saves nothing."""
        form = _stripped(form)
        check_senders(form.senders)
        if form.tunnel == "fixed":
            _check_public_url(form.public_url)
        return await self.check_organization(form)

    async def check_organization(self, form: SetupForm, *, is_new: bool = False) -> Found:
        """Has the organization's people told, with what of the form is about it alone; saves nothing.

        With `is_new` an organization that is set up already is refused. Raises InputError or a WireError.
        """
        form = _stripped(form)
        if not form.key:
            raise InputError(_KEY_MISSING)
        if bool(form.orgid) == bool(form.domain):
            raise InputError("Name the organization by its id or by its domain, one of the two.")
        found = await self._probe(form)
        if is_new:
            await self._check_new(found.form)
        return found

    async def _check_new(self, form: SetupForm) -> None:
        for account in await self.accounts():
            if (account.api_url, account.orgid) == (form.api_url, form.orgid):
                raise InputError(
                    f"The organization {account.label} is set up here already. Choose another organization, or change "
                    "its key and who you are there in the settings."
                )

    async def accounts(self) -> list[Account]:
        """Every account, oldest first."""
        return await self._store.read(lambda tables: tables.accounts.all())

    async def run(self, form: SetupForm, *, stores_key: bool = True) -> Account:
        """Checks and saves. Raises InputError, a WireError, KeyStoreError or StoreError."""
        return await self.save(await self.check(form), stores_key=stores_key)

    async def save(self, found: Found, *, stores_key: bool = True) -> Account:
        """Saves what was checked: the key first, since it is what may fail; then all else.

        Raises KeyStoreError or StoreError. With `stores_key` False (the key comes from the environment) nothing goes
        to the key store.
        """
        form = _stripped(found.form)
        if stores_key:
            saved = await self._save_with_key(found)
        else:
            saved = await self._save(found)
        await self.save_receiving(form)
        return saved

    async def _save_with_key(self, found: Found) -> Account:
        form = _stripped(found.form)
        name = secret_name(form.api_url, OrgId(form.orgid))
        async with self._unfinished.of(name):
            await self._vault.save_secret(name, form.key)
            return await self._save(found)

    async def _save(self, found: Found) -> Account:
        now = datetime.now(UTC)
        return await self._store.write(lambda tables: _save(tables, found, now))

    async def check_key(self, account: Account, key: str) -> Found:
        """Whether a key can stand in for the one the account has; saves nothing. Raises InputError or a WireError."""
        try:
            reached = await self.organizations(key=key, api_url=account.api_url)
        except InputError:
            raise
        except RingodeskError:
            reached = None  # what is asked next says what is wrong, in the words that are about this account
        if reached and account.orgid not in {one.orgid for one in reached}:
            raise InputError(_key_of_others(account, reached))
        form = SetupForm(key=key, address="", orgid=account.orgid, api_url=account.api_url)
        return await self.check_organization(form)

    async def renew_key(self, account: Account, key: str) -> Account:
        """Checks another key for an account, and saves it in place of the former. Raises as `run` does."""
        found = await self.check_key(account, key)
        await self._vault.save_secret(account.secret_name, found.form.key)
        now = datetime.now(UTC)
        await self._store.write(lambda tables: tables.contacts.refresh(account.id, found.users, now))
        return account

    async def add_identities(self, account: Account, senders: Sequence[Sender]) -> None:
        """Adds to who the user is in an account. Raises InputError for what is missing or there already."""
        senders = [stripped_sender(one) for one in senders]
        check_senders(senders)
        await self._store.write(lambda tables: _add_new(tables, account, senders))

    async def save_receiving(self, form: SetupForm) -> None:
        """Saves how notifications come. Raises KeyStoreError, InputError or StoreError."""
        form = _stripped(form)
        if form.tunnel == "fixed":
            _check_public_url(form.public_url)
        if form.ngrok_token:
            await self._vault.save_secret(NGROK_SECRET, form.ngrok_token)
        await self._settings.change(**receiving_fields(form))


def receiving_fields(form: SetupForm) -> dict[str, object]:
    """The settings that a form is about, by name."""
    fields: dict[str, object] = {
        "tunnel": form.tunnel,
        "public_url": form.public_url,
        "ngrok_domain": form.ngrok_domain,
    }
    if form.receiver_port is not None:
        fields["receiver_port"] = form.receiver_port
    return fields


def check_senders(senders: Sequence[Sender]) -> None:
    """Raises InputError where nobody is named, or somebody cannot be."""
    if not senders or not all(one.address for one in senders):
        raise InputError("Say who you are: a number, or a sender id.")
    for one in senders:
        if not one.address.isprintable():
            raise InputError("A number or sender id has a line break or another character that cannot be shown.")
    if len({(one.kind, one.address) for one in senders}) < len(senders):
        raise InputError("The same number or sender id is named twice. Remove one of the two.")


def stripped_sender(sender: Sender) -> Sender:
    """Without the blanks around each field."""
    words = {name: getattr(sender, name).strip() for name in ("address", "name", "phone", "email")}
    return Sender(kind=sender.kind, **words)


def _save(tables: Tables, found: Found, at: datetime) -> Account:
    form = found.form
    account = tables.accounts.add(
        api_url=form.api_url, orgid=OrgId(form.orgid), domain=form.domain, name=found.org_name
    )
    for sender in form.senders:
        _add_identity(tables, account, stripped_sender(sender))
    tables.contacts.refresh(account.id, found.users, at)
    return account


def _add_identity(tables: Tables, account: Account, sender: Sender) -> None:
    tables.accounts.add_identity(
        account.id,
        kind=sender.kind,
        address=sender.address,
        name=sender.name,
        phone=sender.phone,
        email=sender.email,
    )


def _add_new(tables: Tables, account: Account, senders: Sequence[Sender]) -> None:
    known = {(one.kind, one.address) for one in tables.accounts.identities(account.id)}
    for sender in senders:
        if (sender.kind, sender.address) in known:
            raise InputError(f"{sender.address} is there already. Change its name in the settings.")
        _add_identity(tables, account, sender)


def _key_of_others(account: Account, reached: Sequence[OrganizationChoice]) -> str:
    named = ", ".join(one.name or one.domain or one.orgid for one in reached[:5])
    return (
        f"This key is of {named}, not of {account.label}. Paste the key of {account.label}, or close this and add the "
        "other organization as an account of its own in the settings."
    )


def _stripped(form: SetupForm) -> SetupForm:
    typed = {name: getattr(form, name) for name in form.__struct_fields__}
    return msgspec.structs.replace(form, **{name: value.strip() for name, value in typed.items() if type(value) is str})


def _check_public_url(url: str) -> None:
    parts = urlsplit(url)
    is_loopback = parts.hostname in {"127.0.0.1", "localhost", "::1"}
    if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and is_loopback)):
        raise InputError("The public URL must begin with https:// and name the host that Ringotel can reach.")
