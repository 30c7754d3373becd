"""Carries events from whoever made them, on any thread, to listeners on the thread that owns the bus."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ringodesk_qt.core.events import Event

log = logging.getLogger(__name__)

E = TypeVar("E", bound=Event)


class Bus:
    """Events in, listeners called, in order, on the loop given to `attach`.

    `publish` may be called from any thread and never waits; what is published before `attach` is kept until then. One
    wake-up of the loop serves all events that have gathered, so a flood costs one call, not one an event.
    """

    def __init__(self) -> None:
        self._listeners: dict[type[Event], list[Callable[[Any], None]]] = {}
        self._concerned: dict[type[Event], tuple[Callable[[Any], None], ...]] = {}
        """Those of a kind and of what it is derived from, looked up once: of some there are thousands a second."""
        self._waiting: deque[Event] = deque()
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_woken = False

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """Names the loop whose thread listeners are called on."""
        with self._lock:
            self._loop = loop
            self._wake()

    def detach(self) -> None:
        """Ends delivery. What comes later is dropped: the listeners are gone."""
        with self._lock:
            self._loop = None
            self._waiting.clear()

    def on(self, kind: type[E], listener: Callable[[E], None]) -> Callable[[], None]:
        """Calls `listener` for each event of this kind (and its subclasses). Returns what ends it."""
        listeners = self._listeners.setdefault(kind, [])
        listeners.append(listener)
        self._concerned.clear()

        def end() -> None:
            if listener in listeners:
                listeners.remove(listener)
                self._concerned.clear()

        return end

    def publish(self, events: Iterable[Event]) -> None:
        """Hands events over; listeners see them after everything published before."""
        with self._lock:
            self._waiting.extend(events)
            self._wake()

    def _wake(self) -> None:
        if self._loop is None or self._is_woken or not self._waiting or self._loop.is_closed():
            return
        self._is_woken = True
        self._loop.call_soon_threadsafe(self._deliver)

    def _deliver(self) -> None:
        with self._lock:
            events, self._waiting = self._waiting, deque()
            self._is_woken = False
        for event in events:
            self._call_listeners(event)

    def _call_listeners(self, event: Event) -> None:
        listeners = self._concerned.get(type(event))
        for listener in self._look_up(type(event)) if listeners is None else listeners:
            try:
                listener(event)
            except Exception:
                log.exception("a listener of %s failed", type(event).__name__)

    def _look_up(self, kind: type[Event]) -> tuple[Callable[[Any], None], ...]:
        found = tuple(one for base in kind.__mro__ for one in self._listeners.get(base, ()))
        self._concerned[kind] = found
        return found
