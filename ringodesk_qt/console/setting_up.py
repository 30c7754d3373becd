"""The verbs that work before anything is set up: setup, organizations. The key comes as an argument, never by argv."""

from __future__ import annotations

import argparse
import os

from ringodesk_qt.console.output import Output
from ringodesk_qt.core.setup import SetupForm
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import IdentityKind

_NO_LIST = "The server does not list the organizations of a key. Copy the organization's id from the portal."


async def setup(engine: Engine, args: argparse.Namespace, out: Output, *, key: str, stores_key: bool) -> int:
    """Tries the account against the server, then saves it."""
    form = _form(args, key)
    account = await engine.setup.run(form, stores_key=stores_key)
    await engine.load_accounts()
    await engine.health_record.open()  # the key is known to be good: what was kept against it is over
    engine.health.sending_worked(account.id)
    engine.health.keys_changed([account.id])
    contacts = len(await engine.store.read(lambda tables: tables.contacts.all(account.id)))
    path = f"/hook/{engine.settings.current.receiver_path}"
    fields = {
        "orgid": account.orgid,
        "domain": account.domain or None,
        "api_url": account.api_url,
        "identity": form.address.strip(),
        "contacts": contacts,
        "key_stored": stores_key,
        "webhook_path": path,
        "public_url": (form.public_url.strip().rstrip("/") + path) if form.tunnel == "fixed" else None,
    }
    out.put(fields, f"Set up: {contacts} contacts in organization {account.domain or account.orgid}.")
    return 0


def _form(args: argparse.Namespace, key: str) -> SetupForm:
    for name in ("org", "domain", "number", "sender_id"):
        value = getattr(args, name)
        if value is not None and not value.isprintable():
            raise InputError(f"--{name.replace('_', '-')} has a line break or another character that cannot be shown.")
    return SetupForm(
        key=key,
        orgid=args.org or "",
        domain=args.domain or "",
        address=args.number or args.sender_id or "",
        identity_kind=IdentityKind.NUMBER if args.number else IdentityKind.SENDER,
        name=args.sender_name,
        phone=args.sender_phone,
        email=args.sender_email,
        api_url=args.api_url,
        tunnel=args.tunnel,
        public_url=args.public_url,
        ngrok_domain=args.ngrok_domain,
        ngrok_token=os.environ.get("NGROK_AUTHTOKEN", "") if args.tunnel == "ngrok" else "",
        receiver_port=args.receiver_port,
    )


async def organizations(engine: Engine, args: argparse.Namespace, out: Output, *, key: str) -> int:
    """Lists what a key reaches; where the server does not tell, that is said on standard error and nothing listed."""
    found = await engine.setup.organizations(key=key, api_url=args.api_url)
    if found is None:
        out.say(_NO_LIST)
        return 0
    for one in found:
        fields = {"orgid": one.orgid, "domain": one.domain or None, "name": one.name or None}
        out.put(fields, f"{one.orgid:22} {one.domain:20} {one.name}")
    return 0
