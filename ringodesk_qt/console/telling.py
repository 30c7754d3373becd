"""The verbs that tell them something about a chat: delivered, read, typing, session."""

from __future__ import annotations

from datetime import UTC, datetime

from ringodesk_qt.console.find import chat_with, find_chat, find_identity, find_message
from ringodesk_qt.console.sending import messageid_named
from ringodesk_qt.console.work import Work
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.core.receipts import link_session
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Identity
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Recipient
from ringodesk_qt.models.ids import AccountId, SessionId, UserId
from ringodesk_qt.models.times import rfc3339


async def delivered(work: Work) -> int:
    """Tells them a message was delivered."""
    message = await find_message(work, work.args.id)
    if message is not None and message.is_outgoing:
        raise InputError("This message is our own: only they can tell that it was delivered.")
    messageid = message.messageid if message else messageid_named(work.args.id)
    if not messageid:
        raise InputError("Ringotel gave this message no id, so nothing can be told about it.")
    await work.engine.api_for(work.account.id).delivered(messageid)
    work.out.put({"done": "delivered", "id": messageid}, f"delivered {messageid}")
    return 0


async def read(work: Work) -> int:
    """Marks a chat as read here, and tells them."""
    chat = await find_chat(work, work.args.chat)
    sessionid = await _session_of(work, chat)
    await work.engine.api_for(work.account.id).read(sessionid)
    newest = await work.engine.desk.page(chat.id, limit=1)
    if newest:
        await work.engine.store.write(lambda tables: tables.chats.mark_read(chat.id, newest[-1].position))
    return _put_told(work, "read", chat, sessionid)


async def typing(work: Work) -> int:
    """Tells them that we are typing."""
    chat = await find_chat(work, work.args.chat)
    sessionid = await _session_of(work, chat)
    await work.engine.api_for(work.account.id).typing(sessionid)
    return _put_told(work, "typing", chat, sessionid)


async def _session_of(work: Work, chat: Chat) -> SessionId:
    sessionid = await work.engine.store.read(lambda tables: tables.chats.latest_session(chat.id))
    if not sessionid:
        raise InputError(f"The chat with {chat.title} has no session yet, so there is nothing to tell.")
    return sessionid


def _put_told(work: Work, what: str, chat: Chat, sessionid: SessionId) -> int:
    work.out.put({"done": what, "id": sessionid, "chat": chat.id}, f"{what} {chat.title}")
    return 0


async def session(work: Work) -> int:
    """Makes an empty session with a user or an SMS number, and remembers whose it is. Raises a WireError."""
    number = work.args.sms_number
    if (work.args.to is None) == (number is None):
        raise InputError("Name whom the session is with: TO, or --sms-number N, one of the two.")
    api = work.engine.patient_api_for(work.account.id)
    if number is None:
        chat = await chat_with(work, work.args.to, work.args.identity)
        to = Recipient(extension=chat.contact.extension, userid=chat.contact.userid)
        sessionid = await api.open_session(chat.identity, to)
    else:
        number = _checked_number(number)
        identity = await find_identity(work, work.args.identity) or (await work.identities())[0]
        sessionid = await api.open_session(identity, Recipient(extension=number))
        chat = await work.engine.store.write(lambda tables: _number_chat(tables, work.account.id, identity, number))
    now = datetime.now(UTC)
    if sessionid:
        await work.engine.store.write(lambda tables: link_session(tables, chat.id, sessionid, now))
    work.out.put({"sessionid": sessionid or None, "chat": chat.id, "at": rfc3339(now)}, sessionid or "-")
    return 0


def _checked_number(number: str) -> str:
    number = number.strip()
    if not any(char.isdigit() for char in number) or not set(number) <= set("0123456789+-(). "):
        raise InputError("--sms-number is a phone number: digits, with + or spaces between if you like.")
    return number


def _number_chat(tables: Tables, account_id: AccountId, identity: Identity, number: str) -> Chat:
    """The chat that stands for an SMS number of the organization, which is nobody's extension."""
    contact = tables.contacts.ensure(account_id, userid=UserId(""), extension=number)
    return tables.chats.ensure(identity.id, contact.id)
