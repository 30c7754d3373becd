"""Which messages become a desktop notice, and what it says. How it is shown is the window's business.

One notice at most for a message, for ever: up to which message that was decided is kept on disk, in a file beside the
database, and is on disk before a notice is shown. A program that dies between the two has lost the notice; it never
shows a second one. What came in while it was not looking (applied by a process that died before it could show it, or
received by another process) is found at the next look, and is shown then if it is still unread.

A look is taken whenever something was received, read or deleted, and at the start: it reads what has come since, and
what has become of the messages whose notices stand. So a notice goes as soon as its message is read or deleted, also
if that happened while the notice was being made, in another process, or before the program was started again.
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
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message, last_line

log = logging.getLogger(__name__)

RETRY_S = 5.0
PAUSE_S = 0.1
"""Between two looks: each may write to the disk, which a flood of messages needs for itself."""

_NEVER = 2**62
"""An id that no message will have: until the first look has worked, nothing is announced."""


NO_TEXT = "New message"
"""What stands for the message's text where that is not to be seen."""


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """What one desktop notice says; one a chat, plain text."""

    chat_id: ChatId
    message_id: LocalId
    title: str
    body: str


class Noticed(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept: up to which message it was decided, when that one came, and whose notices stand."""

    last_id: int
    last_at: datetime
    standing: dict[int, int] = {}
    """The message by its chat, local ids both."""


class _Look(msgspec.Struct, frozen=True, kw_only=True):
    """What a look found: the newest message of all, who is unread and new, and what stands for nothing any more."""

    newest_id: int
    fresh: list[tuple[Chat, Message]]
    over: list[ChatId]


class NoticePolicy:
    """One notice for each message at most: none for a muted chat, none while its conversation is in view."""

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        settings: SettingsKeeper,
        is_in_view: Callable[[ChatId], bool],
        show: Callable[[Notice], None],
        withdraw: Callable[[ChatId], None],
        kept: Path,
    ) -> None:
        """`is_in_view` tells whether a chat's conversation is open in a focused window; `kept` is the file."""
        self._store = store
        self._bus = bus
        self._settings = settings
        self._is_in_view = is_in_view
        self._show = show
        self._withdraw = withdraw
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

    def _on_message_received(self, event: MessageReceived) -> None:
        self._received.add(event.message_id)
        self._wake.set()

    def _on_change(self, _event: Event) -> None:
        self._wake.set()

    async def _keep_looking(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self._look()
                await asyncio.sleep(PAUSE_S)
            except (RingodeskError, OSError) as error:
                log.warning("desktop notices wait: %s", _reason(error))
                self._wake.set()
                await asyncio.sleep(RETRY_S)

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
        noticed, received = self._noticed, frozenset(self._received)
        found = await self._store.read(lambda tables: _look(tables, noticed, received))
        for chat_id in found.over:
            self._withdraw(chat_id)
        shown = self._chosen(found.fresh)
        standing = {chat: message for chat, message in noticed.standing.items() if chat not in found.over}
        await self._keep(
            Noticed(
                last_id=found.newest_id,
                last_at=max([noticed.last_at, *(message.at for _, message in found.fresh)]),
                standing=standing | {chat.id: message.id for chat, message in shown},
            )
        )
        self._received = {one for one in self._received if one > found.newest_id}
        for chat, message in shown:
            self._show(self._notice(chat, message))

    async def _keep(self, noticed: Noticed) -> None:
        """On disk when it returns. Raises OSError: what is not kept is not shown."""
        if noticed != self._noticed:
            await asyncio.to_thread(_write, self._kept, noticed)
        self._noticed = noticed

    def _chosen(self, fresh: Iterable[tuple[Chat, Message]]) -> list[tuple[Chat, Message]]:
        """The newest message of each chat that is to have a notice."""
        if self._settings.current.notices == "nothing":
            return []
        newest = {chat.id: (chat, message) for chat, message in fresh}
        return [one for one in newest.values() if not _is_quiet(one[0]) and not self._is_in_view(one[0].id)]

    def _notice(self, chat: Chat, message: Message) -> Notice:
        text = last_line(message) if self._settings.current.notices == "full" else NO_TEXT
        more = chat.unread - 1
        body = f"{text}\n{more} more unread" if more > 0 else text
        return Notice(chat_id=chat.id, message_id=message.id, title=chat.title, body=body)


def _look(tables: Tables, noticed: Noticed, received: frozenset[LocalId]) -> _Look:
    newest_id = tables.messages.newest_id()
    messages = [
        message
        for message in tables.messages.unread_after(LocalId(noticed.last_id))
        # An import brings in messages of the past: they are no news, even where they count as unread.
        if message.id in received or message.at >= noticed.last_at
    ]
    chats = {chat.id: chat for chat in tables.chats.many(sorted({message.chat_id for message in messages}))}
    return _Look(
        newest_id=newest_id,
        fresh=[(chats[message.chat_id], message) for message in messages],
        over=_over(tables, noticed.standing),
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
