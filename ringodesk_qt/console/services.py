"""The verbs that run until they are told to stop: `listen` and `simulate`."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ringodesk_qt.console.output import Output, message_fields, message_line, rfc3339
from ringodesk_qt.core.events import HealthChanged, MessageReceived, MessagesChanged, TypingChanged
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import ReceiverError
from ringodesk_qt.models.ids import LocalId

if TYPE_CHECKING:
    from ringodesk_qt.simulator.server import Simulator


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
    """Prints a line for each thing that happens."""

    def __init__(self, engine: Engine, out: Output) -> None:
        self._engine = engine
        self._out = out
        self._queue: asyncio.Queue[tuple[str, list[LocalId]]] = asyncio.Queue()
        bus = engine.bus
        self._unsubscribes = [
            bus.on(MessageReceived, lambda event: self._queue.put_nowait(("message", [event.message_id]))),
            bus.on(MessagesChanged, self._on_messages_changed),
            bus.on(TypingChanged, self._on_typing_changed),
            bus.on(HealthChanged, lambda _event: self.put_health()),
        ]

    def close(self) -> None:
        """Prints nothing more."""
        for unsubscribe in self._unsubscribes:
            unsubscribe()

    def _on_messages_changed(self, event: MessagesChanged) -> None:
        if not event.is_new:
            self._queue.put_nowait(("changed", list(event.message_ids)))

    def _on_typing_changed(self, event: TypingChanged) -> None:
        state = "on" if event.is_typing else "off"
        self._out.put(
            {"event": "typing", "chat": event.chat_id, "state": state}, f"typing {state} in chat {event.chat_id}"
        )

    def put_health(self) -> None:
        """Prints the two lamps."""
        health = self._engine.health.state
        fields = {
            "event": "health",
            "sending": health.sending.words,
            "receiving": health.receiving.words,
            "url": health.public_url or None,
            "last_received_at": rfc3339(health.last_received_at),
            "repairs": [repair.sentence for repair in health.repairs],
        }
        self._out.put(fields, f"sending: {health.sending.words}; receiving: {health.receiving.words}")

    async def run(self) -> None:
        """Prints messages as they come and change, until cancelled."""
        while True:
            kind, message_ids = await self._queue.get()
            for message in await self._engine.desk.messages(message_ids):
                self._out.put({"event": kind, **message_fields(message)}, f"{kind}: {message_line(message)}")


async def listen(engine: Engine, args: argparse.Namespace, out: Output) -> int:
    """Receives, and sends what waits, until SIGTERM."""
    with stop_signals() as stop:
        listener = Listener(engine, out)
        printing = asyncio.create_task(listener.run(), name="listener")
        await engine.start_sending()
        await engine.start_receiving()
        if not engine.receiving.is_running:
            printing.cancel()
            raise ReceiverError(_why_not(engine))
        url = engine.health.state.public_url
        out.put({"event": "listening", "url": url}, f"listening: {url}")
        await stop.wait()
        listener.close()
        printing.cancel()
        await asyncio.gather(printing, return_exceptions=True)
    out.put({"event": "stopped"}, "stopped")
    return 0


def _why_not(engine: Engine) -> str:
    repairs = [one.sentence for one in engine.health.state.repairs if one.id == "receiving"]
    return repairs[0] if repairs else "Another Ringodesk on this home receives already."


async def simulate(args: argparse.Namespace, out: Output) -> int:
    """Runs the simulator alone until SIGTERM. Raises InputError for a fault there is not."""
    from ringodesk_qt.console import faults  # noqa: PLC0415 - the simulator's HTTP server is needed here alone
    from ringodesk_qt.simulator.server import Simulator, SimulatorConfig  # noqa: PLC0415 - see above

    if args.list_faults:
        faults.put_all(out)
        return 0
    simulator = Simulator(SimulatorConfig(port=args.port, api_key=args.key, pace=args.pace, webhook_url=args.webhook))
    for fault, method in [faults.parsed(text) for text in args.fault]:
        simulator.faults.always(fault, only=method)
    with stop_signals() as stop:
        async with simulator:
            _put_simulator(simulator, out)
            await stop.wait()
    return 0


def _put_simulator(simulator: Simulator, out: Output) -> None:
    """Prints where it is, and who is there."""
    api_url, key = simulator.api_url, simulator.config.api_key
    fields = {"event": "simulating", "api_url": api_url, "key": key, "orgid": simulator.orgid}
    out.put(fields, f"API URL {api_url}, key {key}, organization {simulator.orgid}")
    for person in simulator.people:
        out.put(
            {"event": "person", "extension": person.extension, "name": person.name, "userid": person.userid},
            f"  {person.extension}  {person.name}",
        )
