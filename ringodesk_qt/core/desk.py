"""The verbs of both front ends: what a window or a command line can ask for.

Every verb raises RingodeskErrors whose text is the sentence to show. A send returns as soon as the message and its
outbox row are on disk; what becomes of it comes over the bus.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec

from ringodesk_qt.core.accounts import Accounts, noted
from ringodesk_qt.core.attachments import Attachments, checked_files
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import ChatChanged, ChatMuted, ChatRead, Event, MessagesChanged, OutboxChanged
from ringodesk_qt.core.file_names import safe_name
from ringodesk_qt.core.health import Health, HealthState
from ringodesk_qt.core.outbox import Sender
from ringodesk_qt.core.ports import Store, Tables
from ringodesk_qt.core.presence import Presence
from ringodesk_qt.core.reachability import gaps_after
from ringodesk_qt.core.receipts import expect_another_report, settle_sent
from ringodesk_qt.core.search_grammar import is_search, parse
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.core.typing import Typing
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Account, Identity, IdentityKind
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.models.details import FormerText, PicturePlace
from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.gap import Gaps
from ringodesk_qt.models.ids import AccountId, ChatId, ContactId, IdentityId, LocalId
from ringodesk_qt.models.message import Attachment, Direction, Kind, Message, NewMessage, SentMessage, State
from ringodesk_qt.models.outbox import Action
from ringodesk_qt.models.search import Found
from ringodesk_qt.models.times import checked_time

_Change = Callable[[Tables, Message], None]
"""A change of one message inside a transaction; raises InputError when it cannot be."""


class Desk:
    """Reads for lists, verbs for buttons."""

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        settings: SettingsKeeper,
        health: Health,
        sender: Sender,
        typing: Typing,
        presence: Presence,
        attachments: Attachments,
        account_book: Accounts,
    ) -> None:
        self.bus = bus
        self.account_book = account_book
        """What the user does with the accounts themselves."""
        self._store = store
        self._settings = settings
        self._health = health
        self._sender = sender
        self._typing = typing
        self._presence = presence
        self._attachments = attachments

    # ------------------------------------------------------------ reading

    async def accounts(self) -> list[Account]:
        """Every account, oldest first."""
        return await self._store.read(lambda tables: tables.accounts.all())

    async def identities(self) -> list[Identity]:
        """Every identity of every account; the first writes when nothing else is said."""
        return await self._store.read(_identities)

    async def contacts(self) -> list[Contact]:
        """Every contact of every account, listed ones first, by name."""
        found = await self._store.read(
            lambda tables: [one for account in tables.accounts.all() for one in tables.contacts.all(account.id)]
        )
        return found if self._settings.current.show_presence else [one.without_presence() for one in found]

    async def chats(self) -> list[Chat]:
        """Every chat with a message or a draft, in the list's order."""
        return self._shown(await self._store.read(lambda tables: noted(tables, tables.chats.all())))

    async def chats_by_id(self, chat_ids: Sequence[ChatId]) -> list[Chat]:
        """Those chats that exist, in no particular order."""
        return self._shown(await self._store.read(lambda tables: noted(tables, tables.chats.many(chat_ids))))

    def _shown(self, chats: list[Chat]) -> list[Chat]:
        return chats if self._settings.current.show_presence else [chat.without_presence() for chat in chats]

    async def page(
        self, chat_id: ChatId, *, before: tuple[int, LocalId] | None = None, limit: int = 50
    ) -> list[Message]:
        """The newest messages before a (position, id), in ascending order."""
        return await self._store.read(lambda tables: tables.messages.page(chat_id, before=before, limit=limit))

    async def page_after(self, chat_id: ChatId, *, after: tuple[int, LocalId], limit: int = 50) -> list[Message]:
        """The oldest messages after a (position, id), in ascending order."""
        return await self._store.read(lambda tables: tables.messages.page_after(chat_id, after=after, limit=limit))

    async def messages(self, message_ids: Sequence[LocalId]) -> list[Message]:
        """Those messages that exist, in no particular order."""
        return await self._store.read(lambda tables: tables.messages.many(message_ids))

    async def count(self, chat_id: ChatId) -> int:
        """How many messages a chat has."""
        return await self._store.read(lambda tables: tables.messages.count(chat_id))

    async def count_before(self, chat_id: ChatId, place: tuple[int, LocalId]) -> int:
        """How many of a chat's messages stand before a (position, id)."""
        return await self._store.read(lambda tables: tables.messages.count_before(chat_id, place))

    async def place_at(self, chat_id: ChatId, number: int) -> tuple[int, LocalId] | None:
        """The (position, id) of the message that has so many before it in its chat, or None past the end."""
        return await self._store.read(lambda tables: tables.messages.place_at(chat_id, number))

    async def gaps(self, chat_id: ChatId) -> Gaps:
        """When we could not be reached in a chat's life, which begins with its first message."""
        return await self._store.read(lambda tables: _gaps(tables, chat_id))

    async def former_texts(self, message_id: LocalId) -> list[FormerText]:
        """What a message said before each of its edits, newest first."""
        return await self._store.read(lambda tables: tables.details.former_texts(message_id))

    async def files(
        self, chat_id: ChatId, *, before: tuple[int, LocalId] | None = None, limit: int = 50
    ) -> list[Message]:
        """A chat's newest messages with a file (before a (position, id)), newest first."""
        return await self._store.read(lambda tables: tables.details.files(chat_id, before=before, limit=limit))

    async def picture_place(self, message_id: LocalId) -> PicturePlace | None:
        """A picture among those of its chat, or None for what is none any more."""
        return await self._store.read(lambda tables: tables.details.picture_place(message_id))

    async def sending_began_at(self, message_id: LocalId) -> datetime | None:
        """When a message's sending began, or None."""
        return await self._store.read(lambda tables: tables.messages.sending_began_at(message_id))

    async def unread_total(self) -> int:
        """Unread messages over all chats that are neither muted nor archived."""
        return await self._store.read(lambda tables: tables.chats.unread_total())

    async def unread_chats(self, limit: int) -> list[Chat]:
        """The newest chats with unread messages, of those that are neither muted nor archived."""
        return await self._store.read(lambda tables: tables.chats.with_unread(limit))

    async def search(
        self,
        typed: str,
        *,
        before: tuple[int, LocalId] | None = None,
        limit: int = 50,
        account_id: AccountId | None = None,
    ) -> Found:
        """The newest messages that fit what was typed (see `search_grammar`), before a (position, id).

        Raises InputError for a filter that cannot be understood.
        """
        today = datetime.now().astimezone().date()

        def work(tables: Tables) -> Found:
            search = parse(typed, tables.search.chat_names(), today=today, account_id=account_id)
            return tables.search.page(search, before=before, limit=limit)

        return await self._store.read(work) if is_search(typed) else Found(messages=[])

    def ignore_repair(self, repair_id: str, *, is_ignored: bool = True) -> None:
        """A repair asks for nothing any more until it gets worse or comes anew; or it does again."""
        self._health.ignore(repair_id, is_ignored=is_ignored)

    def health(self) -> HealthState:
        """What is known of sending and receiving now."""
        return self._health.state

    # ------------------------------------------------------------ chats

    async def open_chat(self, contact_id: ContactId, identity_id: IdentityId | None = None) -> Chat:
        """The chat with a contact, made if there is none. Raises InputError for a contact that is not known."""
        chat = await self._store.write(lambda tables: noted(tables, [_open_chat(tables, contact_id, identity_id)]))
        return self._shown(chat)[0]

    async def drafts(self) -> dict[ChatId, Draft]:
        """What is written and not sent, of the chats where that is more than the text on their own row."""
        return await self._store.read(lambda tables: tables.drafts.more_than_text())

    async def set_draft(self, chat_id: ChatId, draft: Draft) -> None:
        """Keeps what is written and not sent; it is on disk when this returns."""
        await self._store.write(lambda tables: tables.drafts.set(chat_id, draft))
        self.bus.publish([ChatChanged(chat_id=chat_id)])

    async def mark_read(self, chat_id: ChatId, position: int) -> None:
        """Everything up to `position` was seen. They are told, unless that is turned off."""
        tells_them = self._settings.current.send_read_receipts
        self.bus.publish(await self._store.write(lambda tables: _mark_read(tables, chat_id, position, tells_them)))

    async def mark_all_read(self, chat_id: ChatId) -> None:
        """The user says that they have seen all of a chat. They are told, unless that is turned off."""
        await self.mark_read(chat_id, await self._store.read(lambda tables: _newest_position(tables, chat_id)))

    async def mark_unread(self, chat_id: ChatId) -> None:
        """Marks a chat by hand, until it is read again; they are told nothing."""
        await self._store.write(lambda tables: tables.chats.set_marked_unread(chat_id))
        self.bus.publish([ChatChanged(chat_id=chat_id)])

    async def pin(self, chat_id: ChatId, *, is_pinned: bool) -> None:
        """Keeps a chat at the top of the list, or no more."""
        await self._store.write(lambda tables: tables.chats.set_pinned(chat_id, is_pinned))
        self.bus.publish([ChatChanged(chat_id=chat_id)])

    async def archive(self, chat_id: ChatId, *, is_archived: bool) -> None:
        """Takes a chat out of the list, or back. A message of theirs brings it back, unless it is muted."""
        await self._store.write(lambda tables: tables.chats.set_archived(chat_id, is_archived))
        self.bus.publish([ChatChanged(chat_id=chat_id)])

    async def mute(self, chat_id: ChatId, until: datetime | None) -> None:
        """No desktop notices of a chat until then (`MUTED_ALWAYS` for good); None ends that."""
        await self._store.write(lambda tables: tables.chats.set_muted_until(chat_id, until))
        self.bus.publish([ChatMuted(chat_id=chat_id)])

    def note_typing(self, chat_id: ChatId) -> None:
        """A key was typed."""
        self._typing.note(chat_id)

    async def refresh_contacts(self) -> None:
        """Asks the server for the users now. Raises a WireError."""
        await self._presence.refresh()

    def look_at_presence(self) -> None:
        """A contact is looked at: their state should be no older than a minute."""
        self._presence.look_soon()

    # ------------------------------------------------------------ sending

    async def send_text(self, chat_id: ChatId, text: str) -> LocalId:
        """Queues a text. Raises InputError when there is nothing in it: without content the call makes a session."""
        if not text.strip():
            raise InputError("There is nothing to send: the message is empty.")
        return (await self._queue([_outgoing(chat_id, Kind.TEXT, text=text)]))[0]

    async def send_files(self, chat_id: ChatId, paths: Sequence[Path], *, caption: str = "") -> list[LocalId]:
        """Queues files, and the caption as a text after them. Raises InputError that names each unusable path."""
        files = await asyncio.to_thread(checked_files, paths)
        messages = [_outgoing(chat_id, Kind.FILE, attachment=file) for file in files]
        if caption.strip():
            messages.append(_outgoing(chat_id, Kind.TEXT, text=caption))
        return await self._queue(messages)

    async def send_link(self, chat_id: ChatId, url: str) -> LocalId:
        """Queues a file that lies on the web. Raises InputError for what is not a public http(s) URL."""
        return (await self._queue([_outgoing(chat_id, Kind.FILE, attachment=_linked(url))]))[0]

    async def log_call(self, chat_id: ChatId, call: CallActivity, *, at: datetime | None = None) -> LocalId:
        """Queues a note of a call that began at a time (None: it has just ended). Raises InputError.

        A chat that has no session yet gets one, which they see as a new chat; a sender id cannot have one made.
        """
        call = call.checked()
        now = datetime.now(UTC)
        began_at = checked_time(at) if at is not None else now - timedelta(seconds=call.duration_s)
        await self._store.read(lambda tables: _check_session(tables, chat_id))
        return (await self._queue([_outgoing(chat_id, Kind.CALL, call=call.content(), at=began_at)]))[0]

    async def _queue(self, messages: Sequence[NewMessage]) -> list[LocalId]:
        message_ids = await self._store.write(lambda tables: _queue_sends(tables, messages))
        if messages:
            chat_id = messages[0].chat_id
            self.bus.publish(
                [
                    MessagesChanged(chat_id=chat_id, message_ids=tuple(message_ids), is_new=True),
                    ChatChanged(chat_id=chat_id),
                    OutboxChanged(),
                ]
            )
        return message_ids

    # ------------------------------------------------------------ one message

    async def edit(self, message_id: LocalId, text: str) -> None:
        """Changes a text of ours, here at once and there as soon as it can be. Raises InputError."""
        if not text.strip():
            raise InputError("The new text is empty. To take the message back, delete it.")
        await self._change(message_id, lambda tables, message: _queue_edit(tables, message, text))

    async def delete(self, message_id: LocalId) -> None:
        """Takes back a message of ours; it goes from the chat when the server has done it. Raises InputError."""
        await self._change(message_id, _queue_delete)

    async def retry(self, message_id: LocalId) -> None:
        """Queues a message again that surely was not sent. Raises InputError."""
        await self._change(message_id, lambda tables, message: _requeue(tables, message, State.FAILED, State.CANCELLED))

    async def send_again(self, message_id: LocalId) -> None:
        """Queues an uncertain message again: the user's choice, it may arrive twice. Raises InputError."""
        await self._change(message_id, lambda tables, message: _requeue(tables, message, State.UNCERTAIN))

    async def it_arrived(self, message_id: LocalId) -> None:
        """Settles an uncertain message as sent: the user knows. Raises InputError."""
        await self._change(message_id, _settle_as_sent)

    async def cancel(self, message_id: LocalId) -> None:
        """Stops a message that waits or an upload that is on its way. Raises InputError when it is too late."""
        if not self._sender.cancel(message_id):
            await self._change(message_id, _cancel_queued)

    async def uploads(self, chat_id: ChatId) -> list[LocalId]:
        """A chat's files that wait or are on their way, in the order they go."""
        return await self._store.read(lambda tables: _uploads(tables, chat_id))

    async def cancel_uploads(self, chat_id: ChatId) -> None:
        """Stops them, the last one first, so that none begins meanwhile. Raises InputError for what has wholly left."""
        too_late: InputError | None = None
        for message_id in reversed(await self.uploads(chat_id)):
            try:
                await self.cancel(message_id)
            except InputError as error:
                too_late = error
        if too_late is not None:
            raise too_late

    async def fetch_attachment(self, message_id: LocalId) -> Path:
        """A message's file on this machine, downloaded if need be. Raises InputError or a WireError."""
        return await self._attachments.fetch(message_id)

    def cancel_download(self, message_id: LocalId) -> None:
        """Ends the download of a message's file, if one is under way."""
        self._attachments.cancel(message_id)

    async def _change(self, message_id: LocalId, change: _Change) -> None:
        self.bus.publish(await self._store.write(lambda tables: _with_message(tables, message_id, change)))


def _uploads(tables: Tables, chat_id: ChatId) -> list[LocalId]:
    ids = [row.message_id for row in tables.outbox.of_chat(chat_id) if row.action is Action.SEND]
    files = {one.id for one in tables.messages.many(ids) if one.kind is Kind.FILE}
    return [message_id for message_id in ids if message_id in files]


def _identities(tables: Tables) -> list[Identity]:
    return [one for account in tables.accounts.all() for one in tables.accounts.identities(account.id)]


def _open_chat(tables: Tables, contact_id: ContactId, identity_id: IdentityId | None) -> Chat:
    contact = tables.contacts.get(contact_id)
    if contact is None:
        raise InputError("This contact is not known any more.")
    identities = tables.accounts.identities(contact.account_id)
    chosen = next((one for one in identities if identity_id in (None, one.id)), None)
    if chosen is None:
        raise InputError("Say who you are first: the account has no number or sender id.")
    return tables.chats.ensure(chosen.id, contact_id)


def _gaps(tables: Tables, chat_id: ChatId) -> Gaps:
    first = tables.messages.page_after(chat_id, after=(-(2**62), LocalId(0)), limit=1)
    return gaps_after(tables, first[0].at, datetime.now(UTC)) if first else Gaps()


def _mark_read(tables: Tables, chat_id: ChatId, position: int, tells_them: bool) -> list[Event]:
    before = tables.chats.get(chat_id)
    if before is None or not tables.chats.mark_read(chat_id, position):
        return []
    sessionid = tables.chats.latest_session(chat_id)
    newest = tables.messages.page(chat_id, limit=1)
    events: list[Event] = [ChatChanged(chat_id=chat_id), ChatRead(chat_id=chat_id)]
    after = tables.chats.get(chat_id)
    is_news = after is not None and after.unread < before.unread  # else there was a mark by hand, or messages of ours
    if tells_them and is_news and sessionid and newest and _is_set_up(tables, after):
        now = datetime.now(UTC)
        tables.outbox.add(Action.READ, chat_id=chat_id, message_id=newest[-1].id, text=sessionid, at=now)
        events.append(OutboxChanged())
    return events


def _newest_position(tables: Tables, chat_id: ChatId) -> int:
    newest = tables.messages.page(chat_id, limit=1)
    return newest[-1].position if newest else 0


def _check_session(tables: Tables, chat_id: ChatId) -> None:
    chat = tables.chats.get(chat_id)
    if chat is not None and chat.identity.kind is IdentityKind.SENDER and not tables.chats.latest_session(chat_id):
        raise InputError(
            f"There is no session with {chat.title} yet, and a sender id cannot open one. Wait until they have written."
        )


def _outgoing(
    chat_id: ChatId,
    kind: Kind,
    *,
    text: str = "",
    attachment: Attachment | None = None,
    call: dict[str, object] | None = None,
    at: datetime | None = None,
) -> NewMessage:
    return NewMessage(
        chat_id=chat_id,
        direction=Direction.OUTGOING,
        kind=kind,
        state=State.QUEUED,
        at=at or datetime.now(UTC),
        text=text,
        attachment=attachment,
        call=call,
    )


def _linked(url: str) -> Attachment:
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise InputError("That is not a web address.") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or any(char.isspace() for char in url):
        raise InputError("A link must begin with http:// or https:// and name a host that Ringotel can reach.")
    name = safe_name(unquote(parts.path.rpartition("/")[2]) or parts.hostname)
    return Attachment(name=name, url=url)


def _is_set_up(tables: Tables, chat: Chat | None) -> bool:
    account = tables.accounts.get(chat.identity.account_id) if chat is not None else None
    return account is None or not account.is_removed


def _queue_sends(tables: Tables, messages: Sequence[NewMessage]) -> list[LocalId]:
    if messages and not _is_set_up(tables, tables.chats.get(messages[0].chat_id)):
        raise InputError("This chat's account was removed. To write here, set it up again in the settings.")
    message_ids = [_queue_send(tables, message) for message in messages]
    if messages:
        _clear_sent_draft(tables, messages)
    return message_ids


def _queue_send(tables: Tables, new: NewMessage) -> LocalId:
    # A call stands where it was made; what is written, behind all that is there.
    message = tables.messages.add_history(new) if new.kind is Kind.CALL else tables.messages.add(new)
    tables.outbox.add(Action.SEND, chat_id=new.chat_id, message_id=message.id, at=datetime.now(UTC))
    return message.id


def _clear_sent_draft(tables: Tables, messages: Sequence[NewMessage]) -> None:
    """What was just sent is no draft any more; a draft of something else stays."""
    chat_id = messages[0].chat_id
    draft = tables.drafts.get(chat_id)
    files = tuple(one.attachment.path for one in messages if one.attachment is not None)
    rest = draft.without(text=messages[-1].text, files=files)
    if rest != draft:
        tables.drafts.set(chat_id, rest)


def _with_message(tables: Tables, message_id: LocalId, change: _Change) -> list[Event]:
    message = tables.messages.get(message_id)
    if message is None:
        raise InputError("This message is not known.")
    change(tables, message)
    return [
        MessagesChanged(chat_id=message.chat_id, message_ids=(message_id,)),
        ChatChanged(chat_id=message.chat_id),
        OutboxChanged(),
    ]


def _check_changeable(message: Message) -> None:
    if message.is_deleted:
        raise InputError("This message was deleted.")
    if not message.is_outgoing:
        raise InputError("Only messages of ours can be changed.")
    if not message.messageid:
        raise InputError("Ringotel gave this message no id, so it cannot be changed.")


def _queue_edit(tables: Tables, message: Message, text: str) -> None:
    _check_changeable(message)
    if message.kind is not Kind.TEXT:
        raise InputError("Only a text can be edited.")
    now = datetime.now(UTC)
    tables.messages.set_text(message.id, text, now)
    tables.messages.set_error(message.id, "")
    tables.outbox.add(Action.EDIT, chat_id=message.chat_id, message_id=message.id, text=text, at=now)
    draft = tables.drafts.get(message.chat_id)
    if draft.edited_id == message.id:
        tables.drafts.set(message.chat_id, msgspec.structs.replace(draft, edited_id=None, edited_text=""))


def _queue_delete(tables: Tables, message: Message) -> None:
    _check_changeable(message)
    now = datetime.now(UTC)
    tables.outbox.add(Action.DELETE, chat_id=message.chat_id, message_id=message.id, at=now)


def _requeue(tables: Tables, message: Message, *allowed: State) -> None:
    if message.state not in allowed:
        raise InputError("This message is not waiting to be sent again.")
    now = datetime.now(UTC)
    if message.state is State.UNCERTAIN:
        expect_another_report(tables, message, now)
    tables.messages.set_state(message.id, State.QUEUED)
    tables.outbox.add(Action.SEND, chat_id=message.chat_id, message_id=message.id, at=now)


def _settle_as_sent(tables: Tables, message: Message) -> None:
    if message.state is not State.UNCERTAIN:
        raise InputError("This message is not uncertain.")
    chat = tables.chats.get(message.chat_id)
    if chat is not None:  # they may have reported since that they have read it
        settle_sent(tables, chat.identity.account_id, message, SentMessage(), datetime.now(UTC))


def _too_late(message: Message) -> str:
    """It may be there: it is not for the program to call that off. What became of it is seen in a moment."""
    if message.state is State.SENDING and message.attachment is not None:
        return (
            f"{message.attachment.name} has left already, and can no longer be cancelled. "
            "As soon as it is there, it can be deleted."
        )
    return "It is too late to cancel: the message is on its way."


def _cancel_queued(tables: Tables, message: Message) -> None:
    waiting = [row for row in tables.outbox.of_message(message.id) if row.action is Action.SEND and not row.owner]
    if message.state is not State.QUEUED or not waiting:
        raise InputError(_too_late(message))
    tables.outbox.finish(waiting[0].id)
    tables.messages.set_state(message.id, State.CANCELLED)
