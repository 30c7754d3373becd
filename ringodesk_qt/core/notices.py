"""Which messages become a desktop notice, and what it says. How it is shown is the window's business.

One notice at most for a message, for ever: up to which message that was decided is kept on disk, in a file beside the
database, and is on disk before a notice is shown. A program that dies between the two has lost the notice; it never
shows a second one. What came in while it was not looking (applied by a process that died before it could show it, or
received by another process) is found at the next look, and is shown then if it is still unread.

A look is taken whenever something was received, read or deleted, and at the start: it reads what has come since, and
what has become of the messages whose notices stand. So a notice goes as soon as its message is read or deleted, also
if that happened while the notice was being made, in another process, or before the program was started again.

What comes while notices are held back (`core/quiet.py`) is decided too: it has no notice of its own, neither then nor
later. One digest counts what of it is still unread when notices are shown again.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import ChatRead, Event, MessageReceived, MessageWithdrawn, StoreChanged
from ringodesk_qt.core.ports import Store, Tables
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.errors import RingodeskError
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message, last_line

log = logging.getLogger(__name__)

RETRY_S = 5.0
PAUSE_S = 0.1
"""Between two looks: each may write to the disk, which a flood of messages needs for itself."""
FLOOD_PAUSE_S = 0.5
"""The same, where more came during the look."""

RETURN_S = 1.0
"""How long who returns is given to read what is in view, before a digest tells of the rest."""

_NAMED = 5
"""How many chats a digest names."""

_NEVER = 2**62
"""An id that no message will have: until the first look has worked, nothing is announced."""


NO_TEXT = "New message"
"""What stands for the message's text where that is not to be seen."""
NOBODY = "Ringodesk"
"""What stands for the name of who wrote where that is not to be seen."""


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """What one desktop notice says; one a chat, plain text."""

    chat_id: ChatId
    message_id: LocalId
    title: str
    body: str
    contact: Contact | None = None
    """Who wrote, unless that is not to be seen."""
    is_wordless: bool = False
    """Whether the body begins with a line of ours, and not with the message's own words."""


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """What the one notice says that tells of all that was held back, and what a click on it opens."""

    messages: int
    titles: tuple[str, ...]
    """Of the chats, the one with the newest message first: no more than can be named, and none that is not to be."""
    chats: int
    chat_id: ChatId
    message_id: LocalId
    is_correction: bool = False
    """Whether it only says that less of it is unread than the one that stands does."""


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """Messages that came after one and not after another, and not before a time; ids local."""

    after_id: int
    until_id: int
    at: datetime


class Noticed(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept: up to which message it was decided, when that one came, and whose notices stand."""

    last_id: int
    last_at: datetime
    standing: dict[int, int] = {}
    """The message by its chat, local ids both."""
    held: Span | None = None
    """What was held back and has no digest yet."""
    digest: Span | None = None
    """What the digest that stands is about."""


class _Look(msgspec.Struct, frozen=True, kw_only=True):
    """What a look found: the newest message of all, who is unread and new, and what stands for nothing any more."""

    newest_id: int
    fresh: list[tuple[Chat, Message]]
    over: list[ChatId]
    held: list[tuple[Chat, Message]]
    """What was held back and is still unread."""
    digest: list[tuple[Chat, Message]]
    """What of the digest that stands is still unread."""

    @property
    def is_digest_over(self) -> bool:
        """Whether no digest stands, or it stands for nothing any more."""
        return not self.digest


class NoticePolicy:
    """One notice for each message at most: none for a muted chat, none while its conversation is in view."""

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        settings: SettingsKeeper,
        is_in_view: Callable[[ChatId], bool],
        is_held_back: Callable[[], bool],
        show: Callable[[Notice], None],
        withdraw: Callable[[ChatId], None],
        show_digest: Callable[[Digest], None],
        withdraw_digest: Callable[[], None],
        kept: Path,
    ) -> None:
        """`is_in_view` tells whether a chat's conversation is open in a focused window; `kept` is the file.

        `is_held_back` tells whether no notice is to be shown now; when that ends, `look_soon` is called.
        """
        self._store = store
        self._bus = bus
        self._settings = settings
        self._is_in_view = is_in_view
        self._is_held_back = is_held_back
        self._show = show
        self._withdraw = withdraw
        self._show_digest = show_digest
        self._withdraw_digest = withdraw_digest
        self._told = 0
        self._kept = kept
        self._noticed = Noticed(last_id=0, last_at=datetime.now(UTC))
        self._received: set[LocalId] = set()
        self._unsubscribes: list[Callable[[], None]] = []
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Takes the first look, and goes on with every event. Called before anything is received."""
        self._noticed = await self._begin()
        self._unsubscribes = [
            self._bus.on(MessageReceived, self._on_message_received),
            *(self._bus.on(kind, self._on_change) for kind in (MessageWithdrawn, ChatRead, StoreChanged)),
        ]
        self._wake.set()
        self._task = asyncio.create_task(self._keep_looking(), name="desktop notices")

    async def stop(self) -> None:
        """Looks no more; notices that stand stay until the display withdraws them."""
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    # ------------------------------------------------------------ when to look

    def look_soon(self) -> None:
        """Takes a look in a moment: a conversation that is in view again is read before it is told of."""
        asyncio.get_running_loop().call_later(RETURN_S, self._wake.set)

    def _on_message_received(self, event: MessageReceived) -> None:
        self._received.add(event.message_id)
        self._wake.set()

    def _on_change(self, _event: Event) -> None:
        self._wake.set()

    async def _keep_looking(self) -> None:
        is_failing = False
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self._look()
            except (RingodeskError, OSError) as error:
                if not is_failing:  # once for a disk that is full for hours
                    log.warning("desktop notices wait: %s", _reason(error))
                is_failing = True
                self._wake.set()
                await asyncio.sleep(RETRY_S)
            else:
                if is_failing:
                    log.info("desktop notices go on")
                is_failing = False
                await asyncio.sleep(self._pause_s)

    @property
    def _pause_s(self) -> float:
        return FLOOD_PAUSE_S if self._wake.is_set() else PAUSE_S

    # ------------------------------------------------------------ a look

    async def _begin(self) -> Noticed:
        """What was kept. Without it nothing that is there already is announced."""
        kept = await asyncio.to_thread(_read, self._kept)
        if kept is not None:
            return kept
        noticed = Noticed(last_id=_NEVER, last_at=datetime.now(UTC))
        try:
            newest_id = await self._store.read(lambda tables: tables.messages.newest_id())
            noticed = Noticed(last_id=newest_id, last_at=noticed.last_at)
            await asyncio.to_thread(_write, self._kept, noticed)
        except (RingodeskError, OSError) as error:
            log.warning("which messages had a desktop notice is not kept yet: %s", _reason(error))
        return noticed

    async def _look(self) -> None:
        noticed, received, is_held_back = self._noticed, frozenset(self._received), self._is_held_back()
        found = await self._store.read(lambda tables: _look(tables, noticed, received, is_held_back=is_held_back))
        for chat_id in found.over:
            self._withdraw(chat_id)
        if noticed.digest is not None and found.is_digest_over:
            self._withdraw_digest()
        shown = [] if is_held_back else self._chosen(found.fresh)
        digest = _digest(self._to_be_told(found.held), has_titles=self._settings.current.notices != "hidden")
        await self._keep(_decided(noticed, found, shown, is_held_back=is_held_back, has_digest=digest is not None))
        self._received = {one for one in self._received if one > found.newest_id}
        if digest is None and not is_held_back:
            digest = self._corrected(found.digest)
        if digest is not None:
            self._told = digest.messages
            self._show_digest(digest)
        for chat, message in shown:
            self._show(self._notice(chat, message))

    def _corrected(self, left: list[tuple[Chat, Message]]) -> Digest | None:
        """The digest that stands, where less of it is to be told by now. One from another run stays as it is."""
        digest = _digest(self._to_be_told(left), has_titles=self._settings.current.notices != "hidden")
        if digest is None or digest.messages >= self._told:
            return None
        return msgspec.structs.replace(digest, is_correction=True)

    async def _keep(self, noticed: Noticed) -> None:
        """On disk when it returns. Raises OSError: what is not kept is not shown."""
        if noticed != self._noticed:
            await asyncio.to_thread(_write, self._kept, noticed)
        self._noticed = noticed

    def _chosen(self, fresh: Iterable[tuple[Chat, Message]]) -> list[tuple[Chat, Message]]:
        """The newest message of each chat that is to have a notice."""
        newest = {chat.id: (chat, message) for chat, message in self._to_be_told(fresh)}
        return list(newest.values())

    def _to_be_told(self, messages: Iterable[tuple[Chat, Message]]) -> list[tuple[Chat, Message]]:
        if self._settings.current.notices == "nothing":
            return []
        found = list(messages)
        chats = {chat.id: chat for chat, _message in found}
        wanted = {one for one, chat in chats.items() if not _is_quiet(chat) and not self._is_in_view(one)}
        return [one for one in found if one[0].id in wanted]

    def _notice(self, chat: Chat, message: Message) -> Notice:
        level = self._settings.current.notices
        if level == "hidden":
            return Notice(chat_id=chat.id, message_id=message.id, title=NOBODY, body=NO_TEXT, is_wordless=True)
        is_full = level == "full"
        text = last_line(message) if is_full else NO_TEXT
        more = chat.unread - 1
        body = f"{text}\n{more} more unread" if more > 0 else text
        return Notice(
            chat_id=chat.id,
            message_id=message.id,
            title=chat.title,
            body=body,
            contact=chat.contact,
            is_wordless=message.is_wordless or not is_full,
        )


def _look(tables: Tables, noticed: Noticed, received: frozenset[LocalId], *, is_held_back: bool) -> _Look:
    newest_id = tables.messages.newest_id()
    fresh = [
        message
        for message in tables.messages.unread_after(LocalId(noticed.last_id))
        # An import brings in messages of the past: they are no news, even where they count as unread.
        if message.id in received or message.at >= noticed.last_at
    ]
    return _Look(
        newest_id=newest_id,
        fresh=_with_chats(tables, fresh),
        over=_over(tables, noticed.standing),
        held=[] if is_held_back or noticed.held is None else _with_chats(tables, _unread_of(tables, noticed.held)),
        digest=[] if noticed.digest is None else _with_chats(tables, _unread_of(tables, noticed.digest)),
    )


def _with_chats(tables: Tables, messages: list[Message]) -> list[tuple[Chat, Message]]:
    chats = {chat.id: chat for chat in tables.chats.many(sorted({message.chat_id for message in messages}))}
    return [(chats[message.chat_id], message) for message in messages]


def _unread_of(tables: Tables, span: Span) -> list[Message]:
    messages = tables.messages.unread_after(LocalId(span.after_id))
    return [message for message in messages if message.id <= span.until_id and message.at >= span.at]


def _decided(
    noticed: Noticed, found: _Look, shown: list[tuple[Chat, Message]], *, is_held_back: bool, has_digest: bool
) -> Noticed:
    """What is kept after a look."""
    held = noticed.held
    if is_held_back and found.fresh:
        began = held or Span(after_id=noticed.last_id, until_id=0, at=noticed.last_at)
        held = msgspec.structs.replace(began, until_id=found.newest_id)
    standing = {chat: message for chat, message in noticed.standing.items() if chat not in found.over}
    digest = None if found.is_digest_over else noticed.digest
    return Noticed(
        last_id=found.newest_id,
        last_at=max([noticed.last_at, *(message.at for _, message in found.fresh)]),
        standing=standing | {chat.id: message.id for chat, message in shown},
        held=held if is_held_back else None,
        digest=noticed.held if has_digest else digest,
    )


def _digest(held: list[tuple[Chat, Message]], *, has_titles: bool) -> Digest | None:
    if not held:
        return None
    titles = {chat.id: chat.title for chat, _message in reversed(held)}
    chat, first = held[0]
    return Digest(
        messages=len(held),
        titles=tuple(titles.values())[:_NAMED] if has_titles else (),
        chats=len(titles),
        chat_id=chat.id,
        message_id=first.id,
    )


def _over(tables: Tables, standing: Mapping[int, int]) -> list[ChatId]:
    """Of the chats whose notices stand: those whose message was read or deleted."""
    messages = {message.id: message for message in tables.messages.many([LocalId(one) for one in standing.values()])}
    chats = {chat.id: chat for chat in tables.chats.many([ChatId(one) for one in standing])}

    def is_over(chat_id: ChatId, message_id: LocalId) -> bool:
        chat, message = chats.get(chat_id), messages.get(message_id)
        return chat is None or message is None or message.is_deleted or message.position <= chat.read_position

    return [ChatId(chat) for chat, message in standing.items() if is_over(ChatId(chat), LocalId(message))]


def _is_quiet(chat: Chat) -> bool:
    return chat.is_muted(datetime.now(UTC))


def _reason(error: Exception) -> str:
    return os.strerror(error.errno or 0) if isinstance(error, OSError) else str(error)


def _read(path: Path) -> Noticed | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Noticed)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        log.info("which messages had a desktop notice could not be read: %s", type(error).__name__)
        return None


def _write(path: Path, noticed: Noticed) -> None:
    partial = path.with_suffix(".part")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.encode(noticed) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
