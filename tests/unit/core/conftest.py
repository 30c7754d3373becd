"""An inbox, a sender and a desk over the real database, and an API that answers by script."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ringodesk_qt.core.accounts import Accounts
from ringodesk_qt.core.attachments import Attachments
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.desk import Desk
from ringodesk_qt.core.events import Event
from ringodesk_qt.core.health import Health
from ringodesk_qt.core.intake import Intake
from ringodesk_qt.core.outbox import Sender as OutboxSender
from ringodesk_qt.core.presence import Presence
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.core.typing import Typing
from ringodesk_qt.models.account import IdentityKind, Sender
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import ChatUser, Recipient
from ringodesk_qt.models.ids import LocalId, MessageId, OrgId, SessionId, UserId
from ringodesk_qt.models.message import Direction, Message, SentMessage
from ringodesk_qt.models.notification import MessageArrived, Notification, Received
from ringodesk_qt.models.outbox import OutboxRow
from ringodesk_qt.store.store import SqliteStore

ORGID = "16287540703457500320"
OTHER_ORGID = "98765432109876543210"
USERID = "16266023844241412565"
NUMBER = "2075550100"
WAIT_S = 20

_decode = msgspec.json.Decoder(Notification).decode


class MemoryVault:
    """Fits core's `Vault`."""

    is_key_given = False

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}

    async def secret(self, name: str) -> str | None:
        return self.secrets.get(name)

    async def save_secret(self, name: str, value: str) -> None:
        self.secrets[name] = value

    async def forget_secret(self, name: str) -> None:
        self.secrets.pop(name, None)

    async def is_usable(self) -> bool:
        return True


class ScriptedApi:
    """Fits core's `Api`. What `answers` holds for a method is given in turn; else everything works.

    An answer is a result, an exception to raise, or a coroutine function that is awaited and gives either.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.answers: dict[str, list[Any]] = {}
        self.turn: Callable[[], Awaitable[None]] | None = None
        """Awaited before anything leaves, as a pace would be."""
        self._number = 0
        self._called = asyncio.Event()

    def script(self, method: str, *answers: Any) -> None:
        self.answers.setdefault(method, []).extend(answers)

    def named(self, method: str) -> list[tuple[Any, ...]]:
        return [call[1:] for call in self.calls if call[0] == method]

    async def until_called(self, count: int = 1) -> None:
        async with asyncio.timeout(WAIT_S):
            while len(self.calls) < count:
                self._called.clear()
                await self._called.wait()

    async def _answer(self, call: tuple[Any, ...], default: Any, before: Any = None) -> Any:
        if self.turn is not None:
            await self.turn()
        if before is not None:
            await before()
        self.calls.append(call)
        self._called.set()
        waiting = self.answers.get(call[0])
        answer = waiting.pop(0) if waiting else default
        if callable(answer):
            answer = await answer()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _sent(self) -> SentMessage:
        self._number += 1
        return SentMessage(messageid=MessageId(f"sent-{self._number}"))

    async def chat_users(self) -> list[ChatUser]:
        return await self._answer(("chat_users",), [])

    async def send_text(
        self, sender: Sender, to: Recipient, text: str, *, sent_from: str = "", before: Any = None
    ) -> SentMessage:
        return await self._answer(("send_text", sender.address, to, text, sent_from), self._sent(), before)

    async def send_link(
        self, sender: Sender, to: Recipient, url: str, *, sent_from: str = "", before: Any = None
    ) -> SentMessage:
        return await self._answer(("send_link", sender.address, to, url, sent_from), self._sent(), before)

    async def send_file(
        self,
        sender: Sender,
        to: Recipient,
        path: Path,
        *,
        sent_from: str = "",
        mime: str = "",
        on_progress: Callable[[int, int], None] | None = None,
        before: Any = None,
    ) -> SentMessage:
        self.on_progress = on_progress
        return await self._answer(("send_file", sender.address, to, path, sent_from, mime), self._sent(), before)

    async def delivered(self, messageid: MessageId, *, before: Any = None) -> None:
        await self._answer(("delivered", messageid), None, before)

    async def read(self, sessionid: SessionId, *, before: Any = None) -> None:
        await self._answer(("read", sessionid), None, before)

    async def typing(self, sessionid: SessionId) -> None:
        await self._answer(("typing", sessionid), None)

    async def updated(self, messageid: MessageId, text: str, *, before: Any = None) -> None:
        await self._answer(("updated", messageid, text), None, before)

    async def deleted(self, messageid: MessageId, *, before: Any = None) -> None:
        await self._answer(("deleted", messageid), None, before)

    async def open_session(
        self, sender: Sender, to: Recipient, *, is_bulk: bool = False, before: Any = None
    ) -> SessionId:
        return await self._answer(("open_session", sender.address, to, is_bulk), SessionId("opened"), before)

    async def log_call(
        self, sessionid: SessionId, call: CallActivity, *, at: datetime, is_bulk: bool = False, before: Any = None
    ) -> SentMessage:
        return await self._answer(("log_call", sessionid, call, at, is_bulk), self._sent(), before)

    async def sync_text(
        self,
        sender: Sender,
        to: Recipient,
        text: str,
        *,
        sessionid: SessionId,
        direction: Direction,
        at: datetime | None = None,
        before: Any = None,
    ) -> SentMessage:
        call = ("sync_text", sender.address, to, text, sessionid, direction, at)
        return await self._answer(call, self._sent(), before)

    async def sync_reference(
        self,
        sender: Sender,
        to: Recipient,
        messageid: MessageId,
        *,
        sessionid: SessionId,
        direction: Direction,
        before: Any = None,
    ) -> SentMessage:
        call = ("sync_reference", sender.address, to, messageid, sessionid, direction)
        return await self._answer(call, self._sent(), before)


class NoFetcher:
    """Nothing here downloads."""

    async def fetch(
        self, url: str, target: Path, *, limit_bytes: int, only_trusted: bool = False, on_progress: Any = None
    ) -> int:
        raise AssertionError(f"a download of {url}")


class Room:
    """One account with one number, a chat, and everything that acts on them."""

    def __init__(self, store: SqliteStore, folder: Path) -> None:
        self.store = store
        self.bus = Bus()
        self.events: list[Event] = []
        self.api = ScriptedApi()
        self.health = Health(self.bus)
        self.living: set[str] = set()
        self.settings = SettingsKeeper(folder / "settings.json")
        self.intake = Intake(store=store, bus=self.bus, parse=_decode)
        self.sender = self.another_sender("me")
        self.desk = self._desk(folder)
        self._clock = datetime.now(UTC) + timedelta(minutes=1)
        self._watchers: list[asyncio.Event] = []

    def another_sender(self, owner: str) -> OutboxSender:
        return OutboxSender(
            store=self.store,
            bus=self.bus,
            health=self.health,
            settings=self.settings,
            api_for=lambda _account_id: self.api,
            owner=owner,
            is_alive=lambda name: name in self.living,
        )

    async def _note_accounts(self) -> None:
        self.accounts_changed += 1

    def _desk(self, folder: Path) -> Desk:
        self.vault = MemoryVault()
        self.accounts_changed = 0
        self.account_book = Accounts(
            store=self.store,
            vault=self.vault,
            bus=self.bus,
            on_changed=self._note_accounts,
            on_doomed=lambda: None,
        )
        common: dict[str, Any] = {"store": self.store, "bus": self.bus}
        return Desk(
            **common,
            settings=self.settings,
            health=self.health,
            sender=self.sender,
            typing=Typing(**common, settings=self.settings, api_for=lambda _id: self.api),
            presence=Presence(**common, health=self.health, api_for=lambda _id: self.api),
            attachments=Attachments(**common, settings=self.settings, fetcher=NoFetcher(), folder=folder / "files"),
            account_book=self.account_book,
        )

    async def open(self) -> None:
        self.bus.on(Event, self._on_event)
        self.bus.attach(asyncio.get_running_loop())

        def fill(tables: Any) -> Chat:
            self.account = tables.accounts.add(
                api_url="https://shell.ringotel.co/api", orgid=OrgId(ORGID), domain="acme", name="Acme"
            )
            self.identity = tables.accounts.add_identity(self.account.id, kind=IdentityKind.NUMBER, address=NUMBER)
            self.contact = tables.contacts.ensure(self.account.id, userid=UserId(USERID), extension="501")
            return tables.chats.ensure(self.identity.id, self.contact.id)

        self.chat = await self.store.write(fill)

    def _on_event(self, event: Event) -> None:
        self.events.append(event)
        for watcher in self._watchers:
            watcher.set()

    def seen(self, kind: type[Event]) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]

    # ------------------------------------------------------------ in

    def now(self) -> datetime:
        """A later time at each call, and later than anything that a test sends."""
        self._clock += timedelta(seconds=1)
        return self._clock.replace(microsecond=0)

    def received(self, notification: Notification, at: datetime | None = None) -> Received:
        body = msgspec.json.encode(notification)
        return Received(
            method=notification.method,
            received_at=at or self.now(),
            body=body,
            digest=hashlib.sha256(body).hexdigest(),
        )

    async def accept(self, notification: Notification, at: datetime | None = None) -> None:
        """What the receiver does with a notification; it is applied and its events delivered when this returns."""
        await self.intake.accept(self.received(notification, at))
        await self.intake.settled()
        await self.quiet()

    async def start_again(self) -> None:
        """What is pending in the journal is applied as at the next start."""
        await self.intake.start()
        await self.intake.settled()
        await self.quiet()

    def arrived(self, messageid: str = "m1", content: Any = "Hello", **changed: Any) -> MessageArrived:
        fields: dict[str, Any] = {
            "orgid": ORGID,
            "from_": "501",
            "to": NUMBER,
            "userid": USERID,
            "messageid": messageid,
            "sessionid": "S",
            "content": content,
        }
        return MessageArrived(**(fields | changed))

    async def quiet(self) -> None:
        """Lets the bus deliver what was published."""
        for _ in range(3):
            await asyncio.sleep(0)

    # ------------------------------------------------------------ looking

    async def read(self, work: Callable[[Any], Any]) -> Any:
        return await self.store.read(work)

    async def messages(self, chat: Chat | None = None) -> list[Message]:
        found: list[Message] = await self.store.read(lambda tables: tables.messages.page((chat or self.chat).id))
        return found

    async def message(self, message_id: LocalId) -> Message:
        found = await self.store.read(lambda tables: tables.messages.get(message_id))
        assert found is not None
        return found

    async def chat_now(self, chat: Chat | None = None) -> Chat:
        found = await self.store.read(lambda tables: tables.chats.get((chat or self.chat).id))
        assert found is not None
        return found

    async def rows(self, message_id: LocalId) -> list[OutboxRow]:
        found: list[OutboxRow] = await self.store.read(lambda tables: tables.outbox.of_message(message_id))
        return found

    async def verdicts(self) -> list[tuple[str, str]]:
        """Method and verdict of every journalled notification."""
        database = await self.store.read(
            lambda tables: tables.journal._database.rows("SELECT method, verdict FROM journal ORDER BY id")
        )
        return [tuple(row) for row in database]

    async def until(self, condition: Callable[[], Awaitable[bool]]) -> None:
        """Waits for a condition, looked at again whenever something is published."""
        watcher = asyncio.Event()
        self._watchers.append(watcher)
        try:
            async with asyncio.timeout(WAIT_S):
                while not await condition():
                    await watcher.wait()
                    watcher.clear()
        finally:
            self._watchers.remove(watcher)

    async def until_state(self, message_id: LocalId, *states: str) -> Message:
        async def is_there() -> bool:
            return (await self.message(message_id)).state in states

        await self.until(is_there)
        return await self.message(message_id)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    store = SqliteStore(tmp_path / "ringodesk.db", busy_timeout_ms=500)
    await store.open()
    room = Room(store, tmp_path)
    await room.open()
    yield room
    await room.sender.stop()
    room.bus.detach()
    await store.close()
