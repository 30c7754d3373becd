"""`listen`, the verb that runs until it is told to stop, and how such a verb is told."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from ringodesk_qt.console.gap_lines import gap_fields, gap_line, recent_gaps
from ringodesk_qt.console.output import Fields, Output, message_fields, message_line
from ringodesk_qt.console.work import Work
from ringodesk_qt.core.events import GapsChanged, HealthChanged, MessageReceived, MessagesChanged, TypingChanged
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import ReceiverError, SetupError
from ringodesk_qt.models.gap import Gap
from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.times import rfc3339

_ELSEWHERE = "Another Ringodesk on this home receives already. One is enough: stop the other first."

_Lines = Callable[[], Awaitable[list[tuple[Fields, str]]]]
"""What is printed of one thing that happened, read when its turn comes."""


@contextmanager
def stop_signals() -> Iterator[asyncio.Event]:
    """An event that SIGTERM and SIGINT set."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    numbers = (signal.SIGTERM, signal.SIGINT)
    former = {number: signal.getsignal(number) for number in numbers}
    for number in numbers:
        if sys.platform == "win32":  # its loops have no such handlers
            signal.signal(number, lambda *_args: loop.call_soon_threadsafe(stop.set))
        else:
            loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in numbers:
            if sys.platform != "win32":
                loop.remove_signal_handler(number)
            signal.signal(number, former[number])


class Listener:
    """Prints a line for each thing that happens, in the order in which it happened."""

    def __init__(self, engine: Engine, out: Output) -> None:
        self._engine = engine
        self._out = out
        self._queue: asyncio.Queue[_Lines] = asyncio.Queue()
        self._began_at = datetime.now(UTC)
        self._gaps: set[Gap] = set()
        bus = engine.bus
        self._unsubscribes = [
            bus.on(MessageReceived, lambda event: self._put_messages("message", [event.message_id])),
            bus.on(MessagesChanged, self._on_messages_changed),
            bus.on(TypingChanged, self._on_typing_changed),
            bus.on(HealthChanged, lambda _event: self._put_health()),
            bus.on(GapsChanged, lambda _event: self._queue.put_nowait(self._new_gaps)),
        ]

    async def finish(self) -> None:
        """Prints what has happened so far, and no more."""
        await asyncio.sleep(0)  # the bus has what was published just now
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        await self._queue.join()

    async def run(self) -> None:
        """Prints until it is cancelled. Raises StoreError, or BrokenPipeError when nobody reads any more."""
        while True:
            lines = await self._queue.get()
            for fields, line in await lines():
                self._out.put(fields, line)
            self._queue.task_done()

    async def _new_gaps(self) -> list[tuple[Fields, str]]:
        """Gaps that ended since this began, each once; one that grew is told again."""
        gaps = (await self._engine.store.read(recent_gaps)).past
        fresh = [gap for gap in gaps if gap.ended_at >= self._began_at and gap not in self._gaps]
        self._gaps.update(fresh)
        return [({"event": "gap", **gap_fields(gap)}, gap_line(gap)) for gap in fresh]

    def _on_messages_changed(self, event: MessagesChanged) -> None:
        if not event.is_new:
            self._put_messages("changed", event.message_ids)

    def _put_messages(self, kind: str, message_ids: Sequence[LocalId]) -> None:
        async def lines() -> list[tuple[Fields, str]]:
            found = await self._engine.desk.messages(message_ids)
            return [({"event": kind, **message_fields(one)}, f"{kind}: {message_line(one)}") for one in found]

        self._queue.put_nowait(lines)

    def _on_typing_changed(self, event: TypingChanged) -> None:
        state = "on" if event.is_typing else "off"
        fields: Fields = {"event": "typing", "chat": event.chat_id, "state": state}
        self._put_line(fields, f"typing {state} in chat {event.chat_id}")

    def _put_health(self) -> None:
        health = self._engine.health.state
        fields: Fields = {
            "event": "health",
            "sending": health.sending.told,
            "receiving": health.receiving.words,
            "url": health.public_url or None,
            "last_received_at": rfc3339(health.last_received_at),
            "repairs": [repair.told for repair in health.repairs],
        }
        self._put_line(fields, f"sending: {health.sending.told}; receiving: {health.receiving.words}")

    def _put_line(self, fields: Fields, line: str) -> None:
        async def lines() -> list[tuple[Fields, str]]:
            return [(fields, line)]

        self._queue.put_nowait(lines)


async def listen(work: Work) -> int:
    """Receives, and sends what waits, until SIGTERM or until nobody reads what it prints.

    Raises SetupError without a key, ReceiverError when it cannot listen, StoreError.
    """
    engine, out = work.engine, work.out
    await engine.fetch_keys()
    if not engine.keys():
        raise SetupError("The API key is not in the key store. Run `ringodesk-cli setup` again.")
    with stop_signals() as stop:
        listener = Listener(engine, out)
        printing = asyncio.create_task(listener.run(), name="listener")
        stopping = asyncio.create_task(stop.wait(), name="stop signal")
        try:
            await _start(engine, out)
            await asyncio.wait({printing, stopping}, return_when=asyncio.FIRST_COMPLETED)
            await engine.receiving.stop()  # so that all that was acknowledged is printed
            await _end_with(printing, listener.finish())
        finally:
            printing.cancel()
            stopping.cancel()
            await asyncio.gather(printing, stopping, return_exceptions=True)
    out.put({"event": "stopped"}, "stopped")
    return 0


async def _start(engine: Engine, out: Output) -> None:
    if engine.receiving.is_elsewhere():
        raise ReceiverError(_ELSEWHERE)
    await engine.start_sending()
    await engine.start_receiving()
    if not engine.receiving.is_running:
        raise ReceiverError(_why_not(engine))
    url = engine.health.state.public_url
    out.put({"event": "listening", "url": url or None}, f"listening: {url or 'not reachable yet'}")


async def _end_with(task: asyncio.Task[None], last: Coroutine[Any, Any, None]) -> None:
    """Awaits `last`, unless the task that it waits for ends before, and raises what that one raised."""
    ending = asyncio.create_task(last)
    try:
        await asyncio.wait({task, ending}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
    finally:
        ending.cancel()


def _why_not(engine: Engine) -> str:
    repairs = [one.sentence for one in engine.health.state.repairs if one.id in {"receiving", "paused"}]
    return repairs[0] if repairs else _ELSEWHERE
