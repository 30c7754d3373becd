"""The proof that messages arrive: one message of theirs, followed from hop to hop until it is seen in the window.

Nothing here asks anybody: each hop is told by what really happens, the receiver's verdicts first, then the bus, then
the window.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Literal

import msgspec

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import MessageReceived
from ringodesk_qt.models.ids import ChatId, LocalId

HopState = Literal["waiting", "passed", "trouble"]


class Hop(StrEnum):
    """What a message passes on its way in, in this order."""

    TUNNEL = "tunnel"
    RECEIVER = "receiver"
    KEY = "key"
    STORE = "store"
    WINDOW = "window"


class HopSeen(msgspec.Struct, frozen=True, kw_only=True):
    """How far a hop is. `sentence` says what is wrong and what to do; `took_ms` is since the hop before it."""

    hop: Hop
    state: HopState = "waiting"
    took_ms: int | None = None
    sentence: str = ""


_TROUBLES: dict[str, tuple[Hop, str]] = {
    "wrong-key": (
        Hop.KEY,
        "A notification came with another API key than the saved one. Copy the key from the portal anew: Menu, "
        "Integrations, API Settings.",
    ),
    "lookalike": (
        Hop.KEY,
        "The organization's own Webhook integration called. Paste the URL under Menu, Integrations, API Settings "
        "instead: messages come through that one.",
    ),
    "wrong-host": (
        Hop.RECEIVER,
        "A notification came under another host name than the public URL's. Enter the URL that Ringotel calls, and "
        "have a proxy of your own pass the Host header on.",
    ),
    "unknown-path": (
        Hop.RECEIVER,
        "Somebody called, but not at the secret path. Copy the whole URL into the portal, to its end.",
    ),
    "unreadable": (Hop.KEY, "What came is no notification of Ringotel's. Check what else calls this URL."),
    "not-stored": (Hop.STORE, "A notification came and could not be stored. See whether the disk is full."),
}
_KNOCKS = {"wrong-method", "browser"}
"""What is answered to who only looks whether the URL leads here: a browser, or the tunnel's own check."""


class Proof:
    """Follows one message. Used on the loop that the bus delivers on."""

    def __init__(self, bus: Bus, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []
        self._seen: dict[Hop, HopSeen] = {}
        self._last_at = 0.0
        self._awaited: LocalId | None = None
        self._is_open = False
        self.chat_id: ChatId | None = None
        """The chat that the message is in, once it is known."""
        bus.on(MessageReceived, self._on_message_received)

    @property
    def hops(self) -> tuple[HopSeen, ...]:
        """All of them, in their order."""
        return tuple(self._seen.get(hop, HopSeen(hop=hop)) for hop in Hop)

    @property
    def is_complete(self) -> bool:
        """Whether a message has come all the way."""
        return all(one.state == "passed" for one in self.hops)

    def on_changed(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Calls `listener` when a hop is another; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def begin(self) -> None:
        """Waits for a message that comes from now on."""
        self._seen.clear()
        self._awaited = self.chat_id = None
        self._is_open = True
        self._tell()

    # ------------------------------------------------------------ what happens

    def request_seen(self, verdict: str) -> None:
        """The receiver has answered somebody, with one of its verdicts."""
        if not self._is_open:
            return
        hop, sentence = _TROUBLES.get(verdict, (None, ""))
        if verdict == "accepted":
            self._pass(Hop.TUNNEL, Hop.RECEIVER, Hop.KEY)
        elif verdict in _KNOCKS:
            self._pass(Hop.TUNNEL, Hop.RECEIVER)
        elif hop is not None and not self._has_passed(Hop.KEY):
            # Anybody may call a wrong path, as those do who look for open doors: no more than a hint.
            self._pass(*_before(hop))
            state: HopState = "waiting" if verdict == "unknown-path" else "trouble"
            self._seen[hop] = HopSeen(hop=hop, state=state, sentence=sentence)
            self._tell()

    def _on_message_received(self, event: MessageReceived) -> None:
        if self._is_open:
            self._is_open = False
            self._awaited, self.chat_id = event.message_id, event.chat_id
            self._pass(Hop.TUNNEL, Hop.RECEIVER, Hop.KEY, Hop.STORE)

    def shown(self, message_ids: Iterable[LocalId]) -> None:
        """The window has shown these messages."""
        if self._awaited is not None and self._awaited in message_ids:
            self._awaited = None
            self._pass(Hop.WINDOW)

    def _pass(self, *hops: Hop) -> None:
        now = self._clock()
        for hop in hops:
            if not self._has_passed(hop):
                is_first = not any(one.state == "passed" for one in self._seen.values())
                took_ms = None if is_first else max(0, round((now - self._last_at) * 1000))
                self._seen[hop] = HopSeen(hop=hop, state="passed", took_ms=took_ms)
                self._last_at = now
        self._tell()

    def _has_passed(self, hop: Hop) -> bool:
        seen = self._seen.get(hop)
        return seen is not None and seen.state == "passed"

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def _before(hop: Hop) -> tuple[Hop, ...]:
    every = tuple(Hop)
    return every[: every.index(hop)]
