"""Desktop notices through the desktop's own service (org.freedesktop.Notifications).

The only module that knows dbus-fast. One notice a chat: a later one replaces it in place. What the service can do is
asked of it, and only then used: markup is escaped where it would be rendered, buttons and the reply field are offered
where they exist. Services differ, and so do their mistakes: one that gives a replaced notice another number has the
former one closed, one that tells of a click after the end is still heard, and one that answers too late is told to take
away what was shown elsewhere meanwhile.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any

import msgspec
from dbus_fast import BusType, Message, MessageType, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.errors import DBusError

from ringodesk_qt import APPLICATION_ID
from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.models.ids import ChatId, LocalId

log = logging.getLogger(__name__)

SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_TIMEOUT_S = 5.0
REST_S = 30.0
"""How long a service that failed is not asked again; one that comes anew is at once."""
_REMEMBERED = 32
"""Of so many notices that are over it is known whose they were: some services tell of a click after the end."""
_SUMMARY_CHARACTERS = 120
_BODY_CHARACTERS = 600
_RULES = (
    f"type='signal',interface='{SERVICE}',path='{_PATH}'",
    "type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',member='NameOwnerChanged',"
    f"arg0='{SERVICE}'",
)


@dataclass(slots=True)
class _Shown:
    """A notice that stands on the screen."""

    number: int
    message_id: LocalId | None


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of the notices that stand: on which bus, with which service; message and number by the chat."""

    service: str
    standing: dict[int, tuple[int, int | None]]


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels of 32 bits: red, green, blue, opacity."""

    edge: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Order:
    """What the service is to do next: show (title and body are set) or withdraw."""

    chat_id: ChatId
    title: str = ""
    body: str = ""
    message_id: LocalId | None = None
    has_buttons: bool = True
    """Whether it is about a chat that may be replied to and marked as read; else it can only be opened."""
    is_silent: bool = False
    picture: Picture | None = None


class FreedesktopNotices:
    """Talks to the service on the loop it was started on; orders are carried out one after the other."""

    def __init__(
        self,
        *,
        icon: str,
        labels: tuple[str, str, str],
        on_activated: Callable[[ChatId, LocalId | None, str], None],
        on_mark_read: Callable[[ChatId], None],
        on_reply: Callable[[ChatId, str], None],
        on_refused: Callable[[Order], None],
        kept: Path,
    ) -> None:
        """`icon` is a file or a theme's name; `labels` name the actions open, mark as read, reply.

        `on_refused` gets what the service could not show. In the file `kept` are the numbers of the notices that stand:
        they outlive a program that was killed, and the next run must be able to withdraw them. `on_activated` gets the
        token with which a window may take the focus, empty where the service gives none.
        """
        self._kept = kept
        self._icon = icon
        self._labels = labels
        self._on_activated = on_activated
        self._on_mark_read = on_mark_read
        self._on_reply = on_reply
        self._on_refused = on_refused
        self._bus: MessageBus | None = None
        self._capabilities: frozenset[str] | None = None
        self._is_there = False
        self._rests_until = 0.0
        self._owner = ""
        self._shown: dict[ChatId, _Shown] = {}
        self._over: dict[int, tuple[ChatId, _Shown]] = {}
        self._tokens: dict[int, str] = {}
        self._late: set[asyncio.Task[Any]] = set()
        self._is_asking = False
        self._early: list[Message] = []
        self._service = ""
        self._is_kept = True
        self._orders: asyncio.Queue[Order] = asyncio.Queue()
        self._worker: asyncio.Task[None] | None = None

    @property
    def is_available(self) -> bool:
        """Whether there is a notice service now that works. One that comes late is noticed."""
        return self._is_there and time.monotonic() >= self._rests_until

    async def start(self) -> None:
        """Connects, and looks for a service. Raises EnvironmentProblemError where there is no session bus."""
        try:
            async with asyncio.timeout(_TIMEOUT_S):
                await self._connect()
        except Exception as error:  # dbus-fast raises what the address, the socket and the parser raise
            await self.stop()
            raise EnvironmentProblemError("There is no session bus to send desktop notices over.") from error
        await self._look_for_service()
        self._worker = asyncio.create_task(self._work())

    async def _connect(self) -> None:
        self._bus = await MessageBus(bus_type=BusType.SESSION).connect()
        self._bus.add_message_handler(self._on_message)
        try:
            for rule in _RULES:
                await self._add_match(rule)
        except BaseException:
            self._bus.disconnect()  # the next notice begins anew
            raise

    async def _look_for_service(self) -> None:
        try:
            async with asyncio.timeout(_TIMEOUT_S):
                await self._learn_capabilities()
        except (DBusError, TimeoutError) as error:
            log.info("there is no notice service yet: %s", error)
            return
        kept = await asyncio.to_thread(_read, self._kept)
        if kept is not None and kept.service == self._service:
            self._shown = {
                ChatId(chat): _Shown(number, None if message is None else LocalId(message))
                for chat, (number, message) in kept.standing.items()
            }

    async def stop(self) -> None:
        """Withdraws every notice and disconnects: a click on one would find nobody."""
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.gather(self._worker, return_exceptions=True)
            self._worker = None
        for late in self._late:
            late.cancel()
        await asyncio.gather(*self._late, return_exceptions=True)
        for chat_id in tuple(self._shown):
            await self._carry_out(Order(chat_id))
        await self._keep()
        if self._bus is not None:
            self._bus.disconnect()
            self._bus = None

    def show(self, order: Order) -> None:
        """Shows a chat's notice, in place of the one that stands."""
        self._orders.put_nowait(order if order.title else replace(order, title=" "))

    def withdraw(self, chat_id: ChatId) -> None:
        """Takes a chat's notice away, if it stands."""
        self._orders.put_nowait(Order(chat_id))

    def is_standing(self, chat_id: ChatId) -> bool:
        """Whether a chat's notice is on the screen, or in the list that the service keeps."""
        return chat_id in self._shown

    # ---- orders

    async def _work(self) -> None:
        while True:
            await self._carry_out(await self._orders.get())

    async def _carry_out(self, order: Order) -> None:
        try:
            async with asyncio.timeout(_TIMEOUT_S):
                await (self._notify(order) if order.title else self._close(order.chat_id))
        except Exception:  # the worker's border: one notice that fails must not end all others
            log.info("a desktop notice could not be shown or withdrawn", exc_info=True)
            self._rests_until = time.monotonic() + REST_S
            if order.title:
                self._on_refused(order)
        await self._keep()

    async def _keep(self) -> None:
        """Writes down what stands, if that is another now."""
        if self._is_kept:
            return
        self._is_kept = True
        standing: dict[int, tuple[int, int | None]] = {
            chat: (one.number, one.message_id) for chat, one in self._shown.items()
        }
        try:
            await asyncio.to_thread(_write, self._kept, _Kept(service=self._service, standing=standing))
        except OSError as error:
            self._is_kept = False
            log.info("which notices stand could not be written down: %s", error.strerror)

    async def _notify(self, order: Order) -> None:
        if self._bus is not None and not self._bus.connected:
            self._forget_service()
            await self._connect()
        if self._capabilities is None:
            await self._learn_capabilities()
        former = self._shown.get(order.chat_id)
        arguments = [
            "Ringodesk",
            former.number if former is not None else 0,
            self._icon,
            _one_line(order.title)[:_SUMMARY_CHARACTERS],
            self._body(order.body),
            self._actions(order),
            _hints(order),
            -1,
        ]
        self._is_asking = True
        try:
            number = await self._number_of(arguments)
            self._over.pop(number, None)
            self._shown[order.chat_id] = _Shown(number, order.message_id)
            self._is_kept = False
        finally:
            self._is_asking = False
            early, self._early = self._early, []
            for message in early:
                self._on_message(message)
        if former is not None and former.number != number:
            await self._call("CloseNotification", "u", [former.number])

    async def _number_of(self, arguments: list[Any]) -> int:
        """Shows it. An answer that comes when nobody waits any more is about what was shown elsewhere instead."""
        asking = asyncio.create_task(self._call("Notify", "susssasa{sv}i", arguments))
        try:
            return int((await asyncio.shield(asking))[0])
        except asyncio.CancelledError:
            late = asyncio.create_task(self._take_away(asking))
            self._late.add(late)
            late.add_done_callback(self._late.discard)
            raise

    async def _take_away(self, asking: asyncio.Task[list[Any]]) -> None:
        try:
            number = int((await asking)[0])
            self._forget(number)
            await self._call("CloseNotification", "u", [number])
        except DBusError as error:
            log.info("a desktop notice that came late was refused: %s", error.type)

    async def _close(self, chat_id: ChatId) -> None:
        shown = self._end(chat_id)
        if shown is not None:
            await self._call("CloseNotification", "u", [shown.number])

    def _body(self, text: str) -> str:
        text = _sendable(text)
        clipped = text if len(text) <= _BODY_CHARACTERS else f"{text[: _BODY_CHARACTERS - 1]}…"
        return escape(clipped, quote=False) if self._can("body-markup") else clipped

    def _actions(self, order: Order) -> list[str]:
        if not self._can("actions"):
            return []
        open_label, read_label, reply_label = self._labels
        if not order.has_buttons:
            return ["default", open_label]
        # Without a field to type into, the button leads to the chat's own.
        reply = "inline-reply" if self._can("inline-reply") else "reply"
        return ["default", open_label, reply, reply_label, "mark-as-read", read_label]

    def _can(self, capability: str) -> bool:
        return capability in (self._capabilities or frozenset())

    # ---- calls

    async def _learn_capabilities(self) -> None:
        self._capabilities = frozenset((await self._call("GetCapabilities", "", []))[0])
        self._is_there = True
        # Numbers mean something to one service on one bus only.
        bus_id, owner = await self._ask_bus("GetId", "", []), await self._ask_bus("GetNameOwner", "s", [SERVICE])
        self._owner = str(owner[0])
        self._service = f"{bus_id[0]} {owner[0]}"

    async def _call(self, member: str, signature: str, body: list[Any]) -> list[Any]:
        return await self._send(
            Message(destination=SERVICE, path=_PATH, interface=SERVICE, member=member, signature=signature, body=body)
        )

    async def _add_match(self, rule: str) -> None:
        await self._ask_bus("AddMatch", "s", [rule])

    async def _ask_bus(self, member: str, signature: str, body: list[Any]) -> list[Any]:
        name, path = "org.freedesktop.DBus", "/org/freedesktop/DBus"
        return await self._send(
            Message(destination=name, path=path, interface=name, member=member, signature=signature, body=body)
        )

    async def _send(self, message: Message) -> list[Any]:
        assert self._bus is not None
        reply = await self._bus.call(message)
        if reply.message_type is MessageType.ERROR:
            raise DBusError(reply.error_name or "", str(reply.body[:1]))
        return list(reply.body)

    # ---- what the service says

    def _on_message(self, message: Message) -> None:
        if message.message_type is not MessageType.SIGNAL:
            return
        if message.interface == SERVICE and message.sender == self._owner:
            self._on_service_message(message)
        elif message.member == "NameOwnerChanged" and message.sender == "org.freedesktop.DBus":
            self._on_owner_changed(*message.body)

    def _on_owner_changed(self, name: str, _former: str, owner: str) -> None:
        """Another service: other numbers, other capabilities."""
        if name == SERVICE:
            self._forget_service()
            self._owner = owner
            self._is_there = bool(owner)
            self._rests_until = 0.0

    def _forget_service(self) -> None:
        self._is_kept = False
        for known in (self._shown, self._over, self._tokens):
            known.clear()
        self._capabilities = None

    def _on_service_message(self, message: Message) -> None:
        if self._is_asking and message.body and self._chat_of(message.body[0]) is None:
            self._early.append(message)  # it may be about the notice whose number is on its way, or just read
            return
        match (message.member, message.body):
            case ("ActivationToken", [int(number), str(token)]):
                self._tokens = {number: token}  # for the click that follows it
            case ("ActionInvoked", [int(number), str(action)]):
                self._act(number, action)
            case ("NotificationReplied", [int(number), str(text)]):
                self._reply(number, text)
            case ("NotificationClosed", [int(number), *_]):
                self._forget(number)

    def _act(self, number: int, action: str) -> None:
        found = self._chat_of(number)
        if found is None:
            return
        chat_id, shown = found
        if action in {"default", "reply"}:
            self._on_activated(chat_id, shown.message_id, self._tokens.pop(number, ""))
        elif action == "mark-as-read":
            self._on_mark_read(chat_id)

    def _reply(self, number: int, text: str) -> None:
        found = self._chat_of(number)
        if found is not None and text.strip():
            self._on_reply(found[0], text)

    def _forget(self, number: int) -> None:
        for chat_id, one in tuple(self._shown.items()):
            if one.number == number:
                self._end(chat_id)

    def _end(self, chat_id: ChatId) -> _Shown | None:
        """It stands no more; for a while it is known whose it was."""
        shown = self._shown.pop(chat_id, None)
        if shown is not None:
            self._is_kept = False
            self._over[shown.number] = (chat_id, shown)
            while len(self._over) > _REMEMBERED:
                del self._over[next(iter(self._over))]
        return shown

    def _chat_of(self, number: int) -> tuple[ChatId, _Shown] | None:
        standing = ((chat_id, one) for chat_id, one in self._shown.items() if one.number == number)
        return next(standing, self._over.get(number))


def _hints(order: Order) -> dict[str, Variant]:
    hints = {
        "category": Variant("s", "im.received"),
        "desktop-entry": Variant("s", APPLICATION_ID),
        "urgency": Variant("y", 1),
    }
    if order.is_silent:
        hints["suppress-sound"] = Variant("b", True)  # noqa: FBT003
    else:
        hints["sound-name"] = Variant("s", "message-new-instant")
    if order.picture is not None:
        edge, pixels = order.picture.edge, order.picture.pixels
        hints["image-data"] = Variant("(iiibiiay)", [edge, edge, edge * 4, True, 8, 4, pixels])
    return hints


def _one_line(text: str) -> str:
    """The summary: services take it as plain text, in one line."""
    return " ".join(_sendable(text).split())


def _sendable(text: str) -> str:
    """Text without what a bus ends the connection for, or a service the whole body: control characters but newlines."""
    return "".join(char if char == "\n" or _is_character(char) else "\ufffd" for char in text)


def _is_character(char: str) -> bool:
    code = ord(char)
    is_none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # for the inside of programs, never to be sent
    return not is_none and unicodedata.category(char) not in {"Cc", "Cs"}


def _read(path: Path) -> _Kept | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return None


def _write(path: Path, kept: _Kept) -> None:
    partial = path.with_suffix(".part")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.encode(kept) + b"\n")
    partial.replace(path)
