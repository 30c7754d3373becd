"""A notice server that the tests play: it keeps what it is asked to show, and does what a user would do with it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from dbus_fast import Message, MessageType, RequestNameReply
from dbus_fast.aio import MessageBus

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
CAPABILITIES = ("body", "body-markup", "actions", "inline-reply", "persistence")
PATIENCE_S = 10.0

T = TypeVar("T")


@dataclass
class ShownNotice:
    """A notice: what it was shown with last. `actions` are labels by their keys; `replaced` counts the times."""

    id: int
    app_name: str
    icon: str
    summary: str
    body: str
    actions: dict[str, str]
    hints: dict[str, Any]
    timeout_ms: int
    is_open: bool = True
    replaced: int = 0


class NoticeRecorder:
    """The service on a bus, on a thread and a loop of its own, as a context manager."""

    def __init__(self, bus_address: str, capabilities: tuple[str, ...] = CAPABILITIES) -> None:
        self._address = bus_address
        self.capabilities = capabilities
        self._notices: dict[int, ShownNotice] = {}
        self._last = 0
        self._changed = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="notice recorder", daemon=True)

    def __enter__(self) -> NoticeRecorder:
        self._thread.start()
        try:
            self._run(self._start())
        except BaseException:
            self._end_loop()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self._run(self._stop())
        self._end_loop()

    @property
    def notices(self) -> list[ShownNotice]:
        """Every notice there was, oldest first."""
        with self._changed:
            return list(self._notices.values())

    @property
    def open_notices(self) -> list[ShownNotice]:
        """Those that are on the screen now."""
        return [notice for notice in self.notices if notice.is_open]

    def wait_for(self, fits: Callable[[ShownNotice], bool], timeout_s: float = PATIENCE_S) -> ShownNotice:
        """The newest notice that fits, come or still to come. Raises AssertionError."""
        found: list[ShownNotice] = []

        def is_there() -> bool:
            found[:] = [notice for notice in self._notices.values() if fits(notice)]
            return bool(found)

        with self._changed:
            assert self._changed.wait_for(is_there, timeout_s), f"not among {list(self._notices.values())}"
        return found[-1]

    def invoke(self, notice: ShownNotice, action: str = "default") -> None:
        """Clicks it, or one of its buttons; it closes, as notices do."""
        assert action in notice.actions, notice
        self._signal("ActionInvoked", "us", [notice.id, action])
        self.close(notice)

    def reply(self, notice: ShownNotice, text: str) -> None:
        """Types into its reply field and sends."""
        assert "inline-reply" in notice.actions, notice
        self._signal("NotificationReplied", "us", [notice.id, text])
        self.close(notice)

    def close(self, notice: ShownNotice, reason: int = 2) -> None:
        """Dismisses it (2), or lets it expire (1)."""
        self._mark_closed(notice.id)
        self._signal("NotificationClosed", "uu", [notice.id, reason])

    # ------------------------------------------------------------ inside

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE_S)

    async def _start(self) -> None:
        self._bus = await MessageBus(bus_address=self._address).connect()
        self._bus.add_message_handler(self._on_message)
        owned = await self._bus.request_name(NAME)
        assert owned is RequestNameReply.PRIMARY_OWNER, "another notice server is on this bus"

    async def _stop(self) -> None:
        self._bus.disconnect()
        await self._bus.wait_for_disconnect()

    def _end_loop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE_S)
        self._loop.close()

    def _signal(self, member: str, signature: str, body: list[Any]) -> None:
        async def send() -> None:
            await self._bus.send(Message.new_signal(PATH, NAME, member, signature, body))

        self._run(send())

    def _on_message(self, message: Message) -> Message | None:
        if message.message_type is not MessageType.METHOD_CALL or message.interface != NAME:
            return None
        if message.member == "Notify":
            notice = self._built(*message.body)
            self._loop.call_soon(
                self._show, notice
            )  # after the answer: nobody clicks a notice before its number is out
            return Message.new_method_return(message, "u", [notice.id])
        if message.member == "CloseNotification":
            self._mark_closed(message.body[0])
            self._bus.send(Message.new_signal(PATH, NAME, "NotificationClosed", "uu", [message.body[0], 3]))
            return Message.new_method_return(message)
        if message.member == "GetCapabilities":
            return Message.new_method_return(message, "as", [list(self.capabilities)])
        if message.member == "GetServerInformation":
            return Message.new_method_return(message, "ssss", ["recorder", "ringodesk", "1", "1.2"])
        return None

    def _built(
        self,
        app_name: str,
        replaces: int,
        icon: str,
        summary: str,
        body: str,
        actions: list[str],
        hints: dict[str, Any],
        timeout_ms: int,
    ) -> ShownNotice:
        self._last = max(self._last + (not replaces), replaces)
        pairs = dict(zip(actions[::2], actions[1::2], strict=True))
        plain = {name: variant.value for name, variant in hints.items()}
        return ShownNotice(replaces or self._last, app_name, icon, summary, body, pairs, plain, timeout_ms)

    def _show(self, notice: ShownNotice) -> None:
        with self._changed:
            old = self._notices.pop(notice.id, None)
            notice.replaced = old.replaced + 1 if old else 0
            self._notices[notice.id] = notice
            self._changed.notify_all()

    def _mark_closed(self, number: int) -> None:
        with self._changed:
            if number in self._notices:
                self._notices[number].is_open = False
            self._changed.notify_all()
