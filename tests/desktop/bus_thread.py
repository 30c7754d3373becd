"""A thread with a loop and a connection to a desktop's session bus, for services of the tests' own."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, TypeVar

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface

T = TypeVar("T")
Self = TypeVar("Self", bound="BusThread")

TIMEOUT_S = 10.0


class BusThread:
    """Runs from `with` to its end. Subclasses serve interfaces under a name; tests look from their own thread."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name=type(self).__name__, daemon=True)
        self._changed = threading.Condition()
        self._changes = 0

    def __enter__(self: Self) -> Self:
        self._thread.start()
        self.in_loop(self._open())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.in_loop(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(TIMEOUT_S)
        self._loop.close()

    async def _open(self) -> None:
        self.bus = await MessageBus(bus_address=self._address).connect()
        await self.serve()

    async def _close(self) -> None:
        self.bus.disconnect()
        await self.bus.wait_for_disconnect()

    async def serve(self) -> None:
        """Exports what is served and takes the name; runs in the loop."""
        raise AssertionError("a subclass says what it serves")

    async def take_name(self, name: str, path: str, interface: ServiceInterface) -> None:
        """Exports an interface and takes a name on the bus."""
        self.bus.export(path, interface)
        await self.bus.request_name(name)

    def in_loop(self, work: Coroutine[Any, Any, T]) -> T:
        """Runs a coroutine in the thread's loop and waits for what it returns."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(TIMEOUT_S)

    async def call(
        self, destination: str, path: str, interface: str, member: str, *body: Any, signature: str = ""
    ) -> Any:
        """What another program's method returns: its first value, or None."""
        message = Message(
            destination=destination, path=path, interface=interface, member=member, signature=signature, body=list(body)
        )
        reply = await self.bus.call(message)
        assert reply is not None
        assert reply.message_type is not MessageType.ERROR, f"{interface}.{member}: {reply.error_name} {reply.body}"
        return reply.body[0] if reply.body else None

    def tell(self) -> None:
        """Wakes whoever waits: something changed."""
        with self._changed:
            self._changes += 1
            self._changed.notify_all()

    def wait_for(self, look: Callable[[], T | None], what: str, *, timeout_s: float = TIMEOUT_S) -> T:
        """What `look` finds (anything true), looked for again at each change. Raises AssertionError.

        It is called with nothing locked: it may ask the bus, whose thread must be free to `tell`.
        """
        deadline = time.monotonic() + timeout_s
        while True:
            seen = self._changes
            found = look()
            if found:
                return found
            with self._changed:
                is_changed = self._changed.wait_for(lambda: self._changes != seen, deadline - time.monotonic())  # noqa: B023
            has_time = is_changed and time.monotonic() < deadline
            assert has_time, f"waited {timeout_s:g} s for {what}"
