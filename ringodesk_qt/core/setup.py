"""First set-up and reconfiguration: what the first-run dialog and the command line's `setup` do.

Everything is tried against the server before anything is saved; what fails to save leaves nothing half done.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from ringodesk_qt.core.ports import Store, Tables, Vault
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Account, IdentityKind, secret_name
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


class Setup:
    """Tries a form against the server, then saves it."""

    def __init__(
        self,
        *,
        store: Store,
        vault: Vault,
        settings: SettingsKeeper,
        probe: Callable[[SetupForm], Awaitable[Found]],
        list_organizations: Callable[[str, str], Awaitable[list[OrganizationChoice] | None]],
    ) -> None:
        """`probe` asks the server: resolves a domain, calls `getChatUsers`; raises WireErrors and InputError.

        `list_organizations` is given key and API URL; None is a server or key that lists none.
        """
        self._store = store
        self._vault = vault
        self._settings = settings
        self._probe = probe
        self._list_organizations = list_organizations

    async def organizations(self, *, key: str, api_url: str = DEFAULT_API_URL) -> list[OrganizationChoice] | None:
        """What the key reaches, by domain; None where the server does not tell. Raises InputError or a WireError."""
        if not key.strip():
            raise InputError(_KEY_MISSING)
        found = await self._list_organizations(key.strip(), api_url.strip())
        return None if found is None else sorted(found, key=lambda one: (one.domain.casefold(), one.orgid))

    async def check(self, form: SetupForm) -> Found:
        """Checks the fields, then asks the server. Raises InputError or a WireError; saves nothing."""
        return await self._probe(_checked(form))

    async def run(self, form: SetupForm, *, stores_key: bool = True) -> Account:
        """Checks and saves: the key first, since it is what may fail; then account, identity, contacts and settings.

        Raises InputError, a WireError, KeyStoreError or StoreError. With `stores_key` False (the key comes from the
        environment) nothing goes to the key store.
        """
        found = await self.check(form)
        form = found.form
        if stores_key:
            await self._vault.save_secret(secret_name(form.api_url, OrgId(form.orgid)), form.key)
        if form.ngrok_token:
            await self._vault.save_secret(NGROK_SECRET, form.ngrok_token)
        now = datetime.now(UTC)
        saved = await self._store.write(lambda tables: _save(tables, found, now))
        await self._save_receiving(form)
        return saved

    async def _save_receiving(self, form: SetupForm) -> None:
        fields: dict[str, object] = {
            "tunnel": form.tunnel,
            "public_url": form.public_url,
            "ngrok_domain": form.ngrok_domain,
        }
        if form.receiver_port is not None:
            fields["receiver_port"] = form.receiver_port
        await self._settings.change(**fields)


def _save(tables: Tables, found: Found, at: datetime) -> Account:
    form = found.form
    account = tables.accounts.add(
        api_url=form.api_url, orgid=OrgId(form.orgid), domain=form.domain, name=found.org_name
    )
    tables.accounts.add_identity(
        account.id,
        kind=form.identity_kind,
        address=form.address,
        name=form.name,
        phone=form.phone,
        email=form.email,
    )
    tables.contacts.refresh(account.id, found.users, at)
    return account


def _checked(form: SetupForm) -> SetupForm:
    typed = {name: getattr(form, name) for name in form.__struct_fields__}
    form = msgspec.structs.replace(form, **{name: value.strip() for name, value in typed.items() if type(value) is str})
    if not form.key:
        raise InputError(_KEY_MISSING)
    if not form.address:
        raise InputError("Say who you are: a number, or a sender id.")
    if bool(form.orgid) == bool(form.domain):
        raise InputError("Name the organization by its id or by its domain, one of the two.")
    if form.tunnel == "fixed":
        _check_public_url(form.public_url)
    return form


def _check_public_url(url: str) -> None:
    parts = urlsplit(url)
    is_loopback = parts.hostname in {"127.0.0.1", "localhost", "::1"}
    if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and is_loopback)):
        raise InputError("The public URL must begin with https:// and name the host that Ringotel can reach.")
