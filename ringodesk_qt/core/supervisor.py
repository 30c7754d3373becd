"""Keeps the tunnel open: one task, and everything that opens, checks, loses or closes the tunnel goes through it.

::

    stopped ──start──▶ opening ──▶ open ──▶ lost ──▶ opening …
                          │                  ▲ the agent ended, hangs, or lost its session; the machine was asleep
                          ├──▶ waiting ──▶ opening …      trying again may help: soon, then more and more slowly
                          └──▶ given up ──hurry──▶ opening …   it cannot, before somebody has changed something

`stop` ends it from any state, and no agent is left then.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from ringodesk_qt.core.knocks import Knocks
from ringodesk_qt.core.sleep_watch import SleepWatch
from ringodesk_qt.errors import RingodeskError, SetupError, TunnelError

if TYPE_CHECKING:
    from ringodesk_qt.core.tunnel import Tunnel

log = logging.getLogger(__name__)

TICK_S = 5.0
"""How often the supervisor looks whether the machine was asleep: each time wakes an idle program up."""
CHECK_EVERY_S = 10.0
CHECK_LIMIT_S = 3.0
CHECK_TRIES = 2
"""A machine under load may be late with one answer; an agent that hangs gives none."""
NAP_S = 2.0
"""A shorter sleep is the clocks' own imprecision."""
LONG_NAP_S = 20.0
"""ngrok's servers drop an agent that they have not heard of for about as long; it would take as long to notice."""
RETRY_FIRST_S = 2.0
RETRY_MOST_S = 60.0
STABLE_S = 60.0
"""A tunnel that was open for so long is opened again at once when it is lost."""


class TunnelState(StrEnum):
    """Where the tunnel is in its life."""

    STOPPED = "stopped"
    OPENING = "opening"
    OPEN = "open"
    LOST = "lost"
    WAITING = "waiting"
    GIVEN_UP = "given up"


class Retries:
    """How long to wait before the next attempt."""

    def __init__(self) -> None:
        self._next_s = 0.0

    def reset(self) -> None:
        """The next attempt is made at once."""
        self._next_s = 0.0

    def delay_s(self, error: RingodeskError, *, was_open: bool) -> float | None:
        """Seconds, or None where trying again is of no use."""
        if isinstance(error, SetupError):
            return None  # a key store that is locked asks its user each time
        if isinstance(error, TunnelError) and (error.is_lasting or error.retry_after_s is not None):
            return None if error.is_lasting else error.retry_after_s
        delay_s = self._next_s if was_open else max(self._next_s, RETRY_FIRST_S)
        self._next_s = min(max(2 * delay_s, RETRY_FIRST_S), RETRY_MOST_S)
        return delay_s


class TunnelSupervisor:
    """Opens the tunnel and keeps it open, until it is stopped. Used on one asyncio loop."""

    def __init__(
        self,
        *,
        build: Callable[[], Awaitable[Tunnel]],
        on_reachable: Callable[[str], None],
        on_unreachable: Callable[[RingodeskError, float | None], None],
        knock_path: Callable[[], str],
        on_knocked: Callable[[], None] = lambda: None,
        sleep_watch: SleepWatch | None = None,
    ) -> None:
        """`build` makes a tunnel from the settings as they are now; it may raise any RingodeskError.

        `on_reachable` is told the public base URL each time the tunnel has been opened; `on_unreachable` why it is
        not open, and in how many seconds it is tried again (None: not before `hurry`). `knock_path` is what may be
        asked for through the public URL now, empty for nothing; `on_knocked` is called when that led here.
        """
        self._build = build
        self._on_reachable = on_reachable
        self._on_unreachable = on_unreachable
        self._sleep_watch = sleep_watch or SleepWatch()
        self._retries = Retries()
        self._knocks = Knocks(knock_path, on_answer=on_knocked)
        self._task: asyncio.Task[None] | None = None
        self._tunnel: Tunnel | None = None
        self._loss: TunnelError | None = None
        self._nudged = asyncio.Event()
        self._settled = asyncio.Event()
        self._is_hurried = False
        self.state = TunnelState.STOPPED

    # ------------------------------------------------------------ commands

    def start(self, local_port: int) -> None:
        """Opens the tunnel to 127.0.0.1:`local_port` and keeps it open; nothing more where that is being done."""
        if self._task is None:
            self._settled.clear()
            self._retries.reset()
            self._task = asyncio.create_task(self._supervise(local_port), name="tunnel supervisor")

    async def settled(self) -> None:
        """Returns when the first attempt has its outcome, whichever it is, or when it was stopped."""
        await self._settled.wait()

    def hurry(self) -> None:
        """What waits or was given up is tried now; what is open is checked now."""
        self._is_hurried = True
        self._nudged.set()

    async def stop(self) -> None:
        """Closes the tunnel, wherever it is in its life. May be called again."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            # Whoever waits here may be cancelled; the tunnel is closed all the same.
            await asyncio.wait([task])
        self._settled.set()

    # ------------------------------------------------------------ the task

    async def _supervise(self, local_port: int) -> None:
        try:
            while True:
                error = await self._open_and_guard(local_port)
                was_open = self.state is TunnelState.OPEN
                self._enter(TunnelState.LOST)
                await self._close()
                await self._hold_off(error, was_open=was_open)
        finally:
            await self._close()
            self._enter(TunnelState.STOPPED)

    async def _open_and_guard(self, local_port: int) -> RingodeskError:
        """Returns why the tunnel is not open, or not open any more."""
        self._enter(TunnelState.OPENING)
        self._is_hurried = False
        try:
            tunnel, base_url = await self._open(local_port)
        except RingodeskError as error:
            return error
        except Exception:  # the task's border: a fault of ours must not end the supervision
            log.exception("the tunnel could not be opened")
            return TunnelError("The tunnel could not be opened; the log says why.")
        self._enter(TunnelState.OPEN)
        self._on_reachable(base_url)
        self._settled.set()
        opened_at = asyncio.get_running_loop().time()
        self._knocks.begin(tunnel)
        try:
            loss = await self._guard(tunnel)
        finally:
            await self._knocks.end()
        if asyncio.get_running_loop().time() - opened_at >= STABLE_S:
            self._retries.reset()
        return loss

    async def _open(self, local_port: int) -> tuple[Tunnel, str]:
        self._loss = None
        self._tunnel = tunnel = await self._build()
        loop = asyncio.get_running_loop()
        tunnel.on_lost(lambda error: _from_any_thread(loop, lambda: self._note_loss(tunnel, error)))
        return tunnel, await tunnel.open(local_port)

    async def _guard(self, tunnel: Tunnel) -> TunnelError:
        """Returns when the tunnel is lost, and why."""
        self._sleep_watch.slept_s()
        checked_at = asyncio.get_running_loop().time()
        while True:
            await self._nudge_within(TICK_S)
            if self._loss is not None:
                return self._loss
            if (turned_away := self._knocks.failure()) is not None:
                return turned_away
            slept_s = self._sleep_watch.slept_s()
            if slept_s >= LONG_NAP_S:
                self._retries.reset()
                return TunnelError("This computer was asleep; the tunnel is being opened anew.")
            is_due = asyncio.get_running_loop().time() - checked_at >= CHECK_EVERY_S
            if is_due or slept_s >= NAP_S or self._take_hurry():
                failed = await self._failed_check(tunnel)
                if failed is not None:
                    return self._loss or failed
                checked_at = asyncio.get_running_loop().time()

    async def _failed_check(self, tunnel: Tunnel) -> TunnelError | None:
        """Why the tunnel is not believed to be open any more, or None where it is."""
        failed: TunnelError | None = None
        for _ in range(CHECK_TRIES):
            try:
                async with asyncio.timeout(CHECK_LIMIT_S):
                    await tunnel.check()
            except TunnelError as error:
                failed = error
            except TimeoutError:
                failed = TunnelError("The tunnel's program hangs; it is being replaced.")
            else:
                return None
        return failed

    async def _hold_off(self, error: RingodeskError, *, was_open: bool) -> None:
        """Waits until it is time for another attempt."""
        delay_s = self._retries.delay_s(error, was_open=was_open)
        log.debug("the tunnel is not open (%s); %s", error, _when_again(delay_s))
        self._enter(TunnelState.GIVEN_UP if delay_s is None else TunnelState.WAITING)
        self._on_unreachable(error, delay_s)
        self._settled.set()
        if delay_s is None:
            while not self._take_hurry():
                await self._nudge_within(None)
        else:
            await self._wait(delay_s)

    async def _wait(self, delay_s: float) -> None:
        """Ends earlier for somebody in a hurry, and when the machine wakes up: the network may be another now."""
        self._sleep_watch.slept_s()
        loop = asyncio.get_running_loop()
        until = loop.time() + delay_s
        while (left_s := until - loop.time()) > 0:
            await self._nudge_within(min(left_s, TICK_S))
            if self._take_hurry() or self._sleep_watch.slept_s() >= NAP_S:
                self._retries.reset()
                return

    async def _close(self) -> None:
        tunnel, self._tunnel = self._tunnel, None
        if tunnel is not None:
            await tunnel.close()

    # ------------------------------------------------------------

    def _enter(self, state: TunnelState) -> None:
        if state is not self.state:
            log.debug("the tunnel: %s, then %s", self.state, state)
            self.state = state

    def _note_loss(self, tunnel: Tunnel, error: TunnelError) -> None:
        """A tunnel that has been replaced meanwhile is nobody's loss."""
        if tunnel is self._tunnel:
            self._loss = error
            self._nudged.set()

    def _take_hurry(self) -> bool:
        is_hurried, self._is_hurried = self._is_hurried, False
        return is_hurried

    async def _nudge_within(self, limit_s: float | None) -> None:
        """Returns at the next nudge, or after the time."""
        try:
            async with asyncio.timeout(limit_s):
                await self._nudged.wait()
        except TimeoutError:
            return
        self._nudged.clear()


def _when_again(delay_s: float | None) -> str:
    return "it is not tried again by itself" if delay_s is None else f"next attempt in {delay_s:.0f} s"


def _from_any_thread(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(call)
