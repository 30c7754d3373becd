"""Finding what the user named: a contact, a chat, an identity, a message."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from ringodesk_qt.core.desk import Desk
from ringodesk_qt.core.ports import Store, Tables
from ringodesk_qt.errors import InputError, RingodeskError
from ringodesk_qt.models.account import Identity
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.models.ids import ChatId, LocalId, MessageId
from ringodesk_qt.models.message import Message


async def find_contact(desk: Desk, named: str) -> Contact:
    """The one contact that an extension, a user id or (part of) a name fits; the server is asked when none does.

    Raises InputError when nobody or more than one fits, or the WireError of the asking.
    """
    fitting = contacts_named(await desk.contacts(), named)
    if not fitting:
        await desk.refresh_contacts()
        fitting = contacts_named(await desk.contacts(), named)
    if not fitting:
        raise InputError(f"Nobody here fits {named!r}. `ringodesk-cli users` lists everyone.")
    if len(fitting) > 1:
        names = ", ".join(f"{one.label} ({one.extension})" for one in fitting[:5])
        raise InputError(f"{named!r} fits more than one: {names}. Name one by extension or user id.")
    return fitting[0]


def contacts_named(contacts: Sequence[Contact], named: str) -> list[Contact]:
    """Those that fit best: by extension, else user id, else whole name, else part of it, without case or accents.

    Part of a number fits nobody: names are often extensions, and 50 must not reach whoever has 507.
    """
    wanted = _folded(named.strip())
    if not wanted:
        return []
    is_number = not any(char.isalpha() for char in wanted)
    for fits in (
        lambda one: one.extension == named.strip(),
        lambda one: one.userid == named.strip(),
        lambda one: _folded(one.name) == wanted,
        lambda one: not is_number and wanted in _folded(one.name),
    ):
        found = [one for one in contacts if fits(one)]
        listed = [one for one in found if one.is_listed]
        if found:
            return listed or found
    return []


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


async def find_identity(desk: Desk, address: str | None) -> Identity | None:
    """The identity with this address; None when none was named. Raises InputError."""
    if address is None:
        return None
    identities = await desk.identities()
    for identity in identities:
        if identity.address == address:
            return identity
    ours = ", ".join(one.address for one in identities)
    raise InputError(f"{address!r} is not one of our identities: {ours}.")


async def chat_with(desk: Desk, named: str, identity_address: str | None = None) -> Chat:
    """The chat with a contact, made if there is none. Raises InputError."""
    contact = await find_contact(desk, named)
    identity = await find_identity(desk, identity_address)
    return await desk.open_chat(contact.id, identity.id if identity else None)


async def find_chat(desk: Desk, named: str) -> Chat:
    """The chat of a contact (the one last written in), or the chat with this number. Raises InputError."""
    chats = await desk.chats()
    fitting = contacts_named([chat.contact for chat in chats], named)
    ids = {one.id for one in fitting}
    if len(ids) > 1:
        raise InputError(f"{named!r} fits more than one chat; `ringodesk-cli chats` lists them with their numbers.")
    found = [chat for chat in chats if chat.contact.id in ids]
    if found:
        return found[0]
    if named.isascii() and named.isdigit() and len(named) < 18:
        by_number = await desk.chats_by_id([ChatId(int(named))])
        if by_number:
            return by_number[0]
    try:
        return await chat_with(desk, named)
    except InputError:
        raise
    except RingodeskError as error:
        raise InputError(f"There is no chat with {named!r}. `ringodesk-cli chats` lists them.") from error


async def find_message(store: Store, named: str) -> Message | None:
    """The message with this messageid, else with this number; None when there is neither."""
    return await store.read(lambda tables: _find_message(tables, named))


def _find_message(tables: Tables, named: str) -> Message | None:
    for account in tables.accounts.all():
        message = tables.messages.by_messageid(account.id, MessageId(named))
        if message is not None:
            return message
    if named.isascii() and named.isdigit() and len(named) < 18:
        return tables.messages.get(LocalId(int(named)))
    return None
