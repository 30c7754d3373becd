"""Finding what the user named, within one account: a contact, a chat, an identity, a message."""

from __future__ import annotations

from collections.abc import Sequence

from ringodesk_qt.console.work import Work
from ringodesk_qt.core.folding import folded
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.errors import InputError, RingodeskError
from ringodesk_qt.models.account import Account, Identity
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.models.ids import ChatId, LocalId, MessageId
from ringodesk_qt.models.message import Message

MOST_NAMED = 5
MOST_DIGITS = 18
"""Numbers of our own fit into 64 bits."""


async def find_contact(work: Work, named: str) -> Contact:
    """The one contact that an extension, a user id or (part of) a name fits; the server is asked when none does.

    Raises InputError when nobody or more than one fits, or the WireError of the asking.
    """
    fitting = contacts_named(await work.contacts(), named)
    if not fitting:
        await work.ask_users()
        fitting = contacts_named(await work.contacts(), named)
    if not fitting:
        raise InputError(f"Nobody here fits {shortened(named)}. `ringodesk-cli users` lists everyone.")
    return _only(fitting, named)


def _only(fitting: Sequence[Contact], named: str) -> Contact:
    if len(fitting) == 1:
        return fitting[0]
    has_same_extension = len({one.extension for one in fitting}) < len(fitting)
    names = ", ".join(
        f"{one.label} ({one.extension}, {one.userid})" if has_same_extension else f"{one.label} ({one.extension})"
        for one in fitting[:MOST_NAMED]
    )
    more = f" and {len(fitting) - MOST_NAMED} more" if len(fitting) > MOST_NAMED else ""
    way = "user id" if has_same_extension else "extension or user id"
    raise InputError(f"{shortened(named)} fits more than one: {names}{more}. Name one by {way}.")


def contacts_named(contacts: Sequence[Contact], named: str) -> list[Contact]:
    """Those that fit best: by extension, else user id, else whole name, else part of it, without case or accents.

    Part of a number fits nobody: names are often extensions, and 50 must not reach whoever has 507.
    """
    wanted = folded(named.strip())
    if not wanted:
        return []
    is_number = not any(char.isalpha() for char in wanted)
    for fits in (
        lambda one: one.extension == named.strip(),
        lambda one: one.userid == named.strip(),
        lambda one: folded(one.name) == wanted,
        lambda one: not is_number and wanted in folded(one.name),
    ):
        found = [one for one in contacts if fits(one)]
        listed = [one for one in found if one.is_listed]
        if found:
            return listed or found
    return []


def shortened(text: str) -> str:
    """What was typed, quoted, and cut where it is long."""
    return repr(text) if len(text) <= 80 else f"{text[:80]!r}…"


async def find_identity(work: Work, address: str | None) -> Identity | None:
    """The account's identity with this address; None when none was named. Raises InputError."""
    if address is None:
        return None
    identities = await work.identities()
    for identity in identities:
        if identity.address == address:
            return identity
    ours = ", ".join(one.address for one in identities)
    raise InputError(f"{shortened(address)} is not one of our identities: {ours}.")


async def chat_with(work: Work, named: str, identity_address: str | None = None) -> Chat:
    """The chat with a contact, made if there is none. Raises InputError."""
    identity = await find_identity(work, identity_address)
    contact = await find_contact(work, named)
    return await work.engine.desk.open_chat(contact.id, identity.id if identity else None)


async def account_chats(work: Work) -> list[Chat]:
    """The account's chats, in the list's order."""
    return [chat for chat in await work.engine.desk.chats() if chat.identity.account_id == work.account.id]


async def find_chat(work: Work, named: str) -> Chat:
    """The chat of a contact (the one last written in), or the chat with this number. Raises InputError."""
    chats = await account_chats(work)
    fitting = contacts_named([chat.contact for chat in chats], named)
    ids = {one.id for one in fitting}
    if len(ids) > 1:
        raise InputError(
            f"{shortened(named)} fits more than one chat; `ringodesk-cli chats` lists them with their numbers."
        )
    if fitting and fitting[0].extension == named.strip():
        _only(contacts_named(await work.contacts(), named), named)  # two people may share an extension
    found = [chat for chat in chats if chat.contact.id in ids]
    if found:
        return found[0]
    by_number = await _chat_numbered(work, named)
    if by_number is not None:
        return by_number
    try:
        return await chat_with(work, named)
    except InputError:
        raise
    except RingodeskError as error:
        raise InputError(f"There is no chat with {shortened(named)}. `ringodesk-cli chats` lists them.") from error


async def _chat_numbered(work: Work, named: str) -> Chat | None:
    if not _is_number(named):
        return None
    for chat in await work.engine.desk.chats_by_id([ChatId(int(named))]):
        if chat.identity.account_id == work.account.id:
            return chat
        raise InputError(f"Chat {named} is of another account. Name that one with --account.")
    return None


async def find_message(work: Work, named: str) -> Message | None:
    """The account's message with this messageid, else with this number; None when there is neither."""
    return await work.engine.store.read(lambda tables: _find_message(tables, work.account, named))


def _find_message(tables: Tables, account: Account, named: str) -> Message | None:
    message = tables.messages.by_messageid(account.id, MessageId(named))
    if message is not None or not _is_number(named):
        return message
    message = tables.messages.get(LocalId(int(named)))
    chat = tables.chats.get(message.chat_id) if message is not None else None
    return message if chat is not None and chat.identity.account_id == account.id else None


def _is_number(named: str) -> bool:
    return named.isascii() and named.isdigit() and len(named) < MOST_DIGITS
