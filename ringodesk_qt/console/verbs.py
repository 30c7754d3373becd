"""What each verb does, over an open engine. A verb prints its results and returns the exit code."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ringodesk_qt.console.find import chat_with, find_chat, find_message
from ringodesk_qt.console.output import (
    Output,
    chat_fields,
    chat_line,
    exit_code,
    message_fields,
    message_line,
    rfc3339,
    user_fields,
    user_line,
)
from ringodesk_qt.core.receipts import link_session
from ringodesk_qt.core.setup import SetupForm
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import InputError, NotSentError, RefusedError, RingodeskError, SetupError, UncertainError
from ringodesk_qt.models.account import Account, IdentityKind
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Recipient
from ringodesk_qt.models.ids import LocalId, MessageId, SessionId
from ringodesk_qt.models.message import Message, State

ELSEWHERE_WAIT_S = 90.0
"""How long a send that another process of this home took over, or holds up, is waited for."""
ELSEWHERE_LOOK_S = 0.25


async def setup(engine: Engine, args: argparse.Namespace, out: Output, *, key: str, stores_key: bool) -> int:
    """Tries the account against the server, then saves it."""
    form = SetupForm(
        key=key,
        orgid=args.org or "",
        domain=args.domain or "",
        address=args.number or args.sender_id,
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
    account = await engine.setup.run(form, stores_key=stores_key)
    contacts = len(await engine.desk.contacts())
    path = f"/hook/{engine.settings.current.receiver_path}"
    fields = {
        "orgid": account.orgid,
        "domain": account.domain or None,
        "api_url": account.api_url,
        "identity": form.address,
        "contacts": contacts,
        "key_stored": stores_key,
        "webhook_path": path,
        "public_url": (form.public_url.rstrip("/") + path) if form.tunnel == "fixed" else None,
    }
    out.put(fields, f"Set up: {contacts} contacts in organization {account.domain or account.orgid}.")
    return 0


async def the_account(engine: Engine) -> Account:
    """The account commands work on: the one set up first. Raises SetupError when there is none."""
    accounts = await engine.desk.accounts()
    if not accounts:
        raise SetupError("Nothing is set up yet. Begin with `ringodesk-cli setup --help`.")
    return accounts[0]


# ---------------------------------------------------------------- reading


async def users(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Asks the server and lists."""
    await engine.desk.refresh_contacts()
    for contact in await engine.desk.contacts():
        if contact.is_listed:
            out.put(user_fields(contact), user_line(contact))
    return 0


async def chats(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Lists chats."""
    for chat in await engine.desk.chats():
        out.put(chat_fields(chat), chat_line(chat))
    return 0


async def messages(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Lists a chat's newest messages, oldest first."""
    chat = await find_chat(engine.desk, args.chat)
    _put_messages(out, await engine.desk.page(chat.id, limit=_checked_limit(args.limit)))
    return 0


async def search(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Lists messages that hold every word, newest first."""
    _put_messages(out, await engine.desk.search(args.text, limit=_checked_limit(args.limit)))
    return 0


def _checked_limit(limit: int) -> int:
    if limit < 1:
        raise InputError("--limit must be 1 or more.")
    return limit


def _put_messages(out: Output, found: Sequence[Message]) -> None:
    for message in found:
        out.put(message_fields(message), message_line(message))


async def status(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Asks the server whether sending works; says what is set up and what waits."""
    account = await the_account(engine)
    try:
        await engine.desk.refresh_contacts()
    except RingodeskError as error:
        sending, code = str(error), exit_code(error)
    else:
        sending, code = "ok", 0
    waiting = await engine.store.read(lambda tables: tables.outbox.waiting())
    settings = engine.settings.current
    identities = [one.address for one in await engine.desk.identities()]
    unread = await engine.desk.unread_total()
    receiving = "another process receives" if engine.receiving.is_elsewhere() else "off"
    fields = {
        "orgid": account.orgid,
        "api_url": account.api_url,
        "identities": identities,
        "sending": sending,
        "receiving": receiving,
        "tunnel": settings.tunnel,
        "waiting": waiting,
        "unread": unread,
        "home": str(engine.home.folder),
    }
    line = f"sending: {sending}; receiving: {receiving} (tunnel: {settings.tunnel}); {waiting} waiting; {unread} unread"
    out.put(fields, line)
    return code


# ---------------------------------------------------------------- sending


async def send(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Sends a text."""
    text = await asyncio.to_thread(_typed_text) if args.text == "-" else args.text
    if not text.strip():
        raise InputError("There is nothing to send: the message is empty.")
    chat = await chat_with(engine.desk, args.to, args.identity)
    return await _send_all(engine, out, [await engine.desk.send_text(chat.id, text)])


def _typed_text() -> str:
    """Standard input, without the end of its last line. Raises InputError where it is not UTF-8."""
    try:
        text = sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise InputError("Standard input is not text in UTF-8.") from error
    return text.removesuffix("\n").removesuffix("\r")


async def send_file(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Uploads files, one after another; one that fails does not stop the next."""
    chat = await chat_with(engine.desk, args.to, args.identity)
    return await _send_all(engine, out, await engine.desk.send_files(chat.id, [Path(path) for path in args.paths]))


async def send_link(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Sends a file by its URL."""
    chat = await chat_with(engine.desk, args.to, args.identity)
    return await _send_all(engine, out, [await engine.desk.send_link(chat.id, args.url)])


async def _send_all(engine: Engine, out: Output, message_ids: Sequence[LocalId]) -> int:
    """Sends and prints each; returns the exit code of what went worst."""
    code = 0
    for message_id in message_ids:
        error = await _send_one(engine, message_id)
        message = (await engine.desk.messages([message_id]))[0]
        out.put(message_fields(message), _outcome_line(message))
        error = error or _error_elsewhere(message)
        if error is not None:
            code = max(code, out.error(error))
    return code


async def _send_one(engine: Engine, message_id: LocalId) -> RingodeskError | None:
    """Sends a message, or waits until the process of this home that has begun to has ended it.

    Where that one sends another message of the chat, this one goes after it.
    """
    try:
        async with asyncio.timeout(ELSEWHERE_WAIT_S):
            # What another process does publishes no event here.
            while (error := await engine.sender.send_now(message_id)) is None:
                if not await engine.store.read(lambda tables: tables.outbox.of_message(message_id)):
                    return None
                await asyncio.sleep(ELSEWHERE_LOOK_S)
            return error
    except TimeoutError:
        return NotSentError("It still waits: another Ringodesk on this home is sending in this chat and does not end.")


def _error_elsewhere(message: Message) -> RingodeskError | None:
    """How it ended in another process of this home, from what that one recorded."""
    match message.state:
        case State.UNCERTAIN:
            return UncertainError(message.error)
        case State.FAILED:
            return RefusedError(message.error)
        case State.CANCELLED:
            return RingodeskError("It was cancelled in the window before it went.")
    return RefusedError(message.error) if message.error and not message.is_deleted else None


def _outcome_line(message: Message) -> str:
    what = "deleted" if message.is_deleted else "edited" if message.edited_at else message.state.value
    return f"{message.id} {message.messageid or '-'} {what}"


async def edit(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Changes a text of ours; one this home does not know is changed by its messageid alone."""
    message = await find_message(engine.store, args.id)
    if message is None:
        if not args.text.strip():
            raise InputError("The new text is empty. To take the message back, delete it.")
        account = await the_account(engine)
        await engine.api_for(account.id).updated(_messageid(args.id), args.text)
        return _put_done(out, "edited", args.id)
    await engine.desk.edit(message.id, args.text)
    return await _send_all(engine, out, [message.id])


async def delete(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Takes back a message of ours; one this home does not know by its messageid alone."""
    message = await find_message(engine.store, args.id)
    if message is None:
        account = await the_account(engine)
        await engine.api_for(account.id).deleted(_messageid(args.id))
        return _put_done(out, "deleted", args.id)
    await engine.desk.delete(message.id)
    return await _send_all(engine, out, [message.id])


def _messageid(named: str) -> MessageId:
    if named.isdigit() and len(named) < 10:
        raise InputError(
            f"There is no message {named} here. `ringodesk-cli messages CHAT` lists them with their numbers."
        )
    return MessageId(named)


def _put_done(out: Output, what: str, named: str) -> int:
    out.put({"done": what, "id": named}, f"{what} {named}")
    return 0


# ---------------------------------------------------------------- indications


async def delivered(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Tells them a message was delivered."""
    message = await find_message(engine.store, args.id)
    if message is not None and message.is_outgoing:
        raise InputError("This message is our own: only they can tell that it was delivered.")
    messageid = message.messageid if message else _messageid(args.id)
    if not messageid:
        raise InputError("Ringotel gave this message no id, so nothing can be told about it.")
    account = await the_account(engine)
    await engine.api_for(account.id).delivered(messageid)
    return _put_done(out, "delivered", messageid)


async def read(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Marks a chat as read here, and tells them."""
    chat = await find_chat(engine.desk, args.chat)
    sessionid = await _session_of(engine, chat)
    await engine.api_for(chat.identity.account_id).read(sessionid)
    newest = await engine.desk.page(chat.id, limit=1)
    if newest:
        await engine.store.write(lambda tables: tables.chats.mark_read(chat.id, newest[-1].position))
    return _put_told(out, "read", chat, sessionid)


async def typing(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Tells them that we are typing."""
    chat = await find_chat(engine.desk, args.chat)
    sessionid = await _session_of(engine, chat)
    await engine.api_for(chat.identity.account_id).typing(sessionid)
    return _put_told(out, "typing", chat, sessionid)


async def _session_of(engine: Engine, chat: Chat) -> SessionId:
    sessionid = await engine.store.read(lambda tables: tables.chats.latest_session(chat.id))
    if not sessionid:
        raise InputError(f"The chat with {chat.title} has no session yet, so there is nothing to tell.")
    return sessionid


def _put_told(out: Output, what: str, chat: Chat, sessionid: SessionId) -> int:
    out.put({"done": what, "id": sessionid, "chat": chat.id}, f"{what} {chat.title}")
    return 0


async def session(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Makes an empty session and remembers whose it is."""
    chat = await chat_with(engine.desk, args.to, args.identity)
    to = Recipient(extension=chat.contact.extension, userid=chat.contact.userid)
    sessionid = await engine.api_for(chat.identity.account_id).open_session(chat.identity, to)
    now = datetime.now(UTC)
    if sessionid:
        await engine.store.write(lambda tables: link_session(tables, chat.id, sessionid, now))
    out.put({"sessionid": sessionid or None, "chat": chat.id, "at": rfc3339(now)}, sessionid or "-")
    return 0
