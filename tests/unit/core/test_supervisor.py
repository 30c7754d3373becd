"""The tunnel's supervisor on a clock that jumps to whatever is waited for: months take a moment."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from ringodesk_qt.core.knocks import KNOCK_AFTER_S, KNOCK_AGAIN_S
from ringodesk_qt.core.sleep_watch import SleepWatch
from ringodesk_qt.core.supervisor import (
    CHECK_EVERY_S,
    CHECK_LIMIT_S,
    CHECK_TRIES,
    RETRY_MOST_S,
    TICK_S,
    TunnelState,
    TunnelSupervisor,
)
from ringodesk_qt.errors import KeyStoreError, TunnelError

REVOKED = TunnelError("The ngrok token is no longer valid.", code="ERR_NGROK_107", is_lasting=True)
IN_USE = TunnelError("The ngrok domain is in use elsewhere.", code="ERR_NGROK_334", retry_after_s=15.0)
NO_NETWORK = TunnelError("ngrok did not connect within 20 seconds.")


class _Skipping(selectors.DefaultSelector):
    """Waits for nothing: the time it should have waited has passed at once."""

    skipped_s = 0.0

    def select(self, timeout=None):
        found = super().select(0 if timeout is not None else None)
        if not found and timeout:
            self.skipped_s += timeout
        return found


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        self._skipping = _Skipping()
        super().__init__(self._skipping)

    def time(self):
        return self._skipping.skipped_s


class FakeTunnel:
    """Fits core's `Tunnel`."""

    kind = "ngrok"

    def __init__(self, world: World):
        self._world = world
        self._listener: Callable[[TunnelError], None] = lambda _error: None
        self.is_open = False

    async def open(self, local_port):
        world = self._world
        world.attempts.append(world.now())
        await asyncio.sleep(world.opening_s)
        outcome = world.outcomes.pop(0) if world.outcomes else "https://desk.ngrok-free.app"
        if isinstance(outcome, Exception):
            raise outcome
        self.is_open = True
        world.open_count += 1
        world.most_open = max(world.most_open, world.open_count)
        return outcome

    async def close(self):
        await asyncio.sleep(0.1)  # an agent takes a moment to end
        if self.is_open:
            self.is_open = False
            self._world.open_count -= 1

    async def check(self):
        self._world.checks += 1
        if self._world.hangs > 0:
            self._world.hangs -= 1
            await asyncio.sleep(1e6)
        if self._world.check_error is not None:
            raise self._world.check_error

    async def knock(self, path):
        assert path == "/hook/secret"
        self._world.knocks.append(self._world.now())
        await asyncio.sleep(1)
        if self._world.knock_error is not None:
            raise self._world.knock_error
        return True

    def on_lost(self, listener):
        self._listener = listener

    def lose(self, error):
        self._listener(error)


class World:
    """A supervisor, the tunnels it builds, and what it says."""

    def __init__(self):
        self.outcomes: list[str | Exception] = []
        self.attempts: list[float] = []
        self.opening_s = 1.0
        self.checks = 0
        self.hangs = 0
        self.check_error: TunnelError | None = None
        self.knocks: list[float] = []
        self.knock_error: TunnelError | None = None
        self.knock_path = "/hook/secret"
        self.open_count = self.most_open = 0
        self.tunnels: list[FakeTunnel] = []
        self.said: list[tuple[float, str]] = []
        self.slept_s = 0.0
        self.build_error: Exception | None = None
        self.supervisor = TunnelSupervisor(
            build=self._build,
            on_reachable=lambda url: self.said.append((self.now(), url)),
            on_unreachable=self._on_unreachable,
            knock_path=lambda: self.knock_path,
            sleep_watch=SleepWatch(always=lambda: self.now() + self.slept_s, awake=self.now),
        )

    def _on_unreachable(self, error, retry_s):
        when = "never" if retry_s is None else f"{retry_s:.0f}"
        self.said.append((self.now(), f"{error} [{when}]"))

    @property
    def words(self) -> list[str]:
        return [words for _at, words in self.said]

    def now(self) -> float:
        return asyncio.get_running_loop().time()

    async def _build(self):
        if self.build_error is not None:
            raise self.build_error
        self.tunnels.append(FakeTunnel(self))
        return self.tunnels[-1]

    async def begin(self) -> None:
        self.supervisor.start(4711)
        await self.supervisor.settled()


def run(story: Callable[[World], Coroutine[Any, Any, None]]) -> World:
    """Tells a story on a clock of its own, and sees to it that nothing is left open afterwards."""

    async def main() -> World:
        world = World()
        try:
            await story(world)
        finally:
            await world.supervisor.stop()
        assert world.open_count == 0
        assert world.most_open <= 1
        assert world.supervisor.state is TunnelState.STOPPED
        return world

    with asyncio.Runner(loop_factory=Loop) as runner:
        return runner.run(main())


def test_it_opens_and_says_so():
    async def story(world):
        await world.begin()
        assert world.supervisor.state is TunnelState.OPEN

    assert run(story).words == ["https://desk.ngrok-free.app"]


def test_a_tunnel_that_was_open_for_long_is_opened_again_at_once():
    async def story(world):
        await world.begin()
        await asyncio.sleep(600)
        at = world.now()
        world.tunnels[0].lose(TunnelError("The ngrok program ended by itself."))
        await asyncio.sleep(2)
        assert world.words[1:] == ["The ngrok program ended by itself. [0]", "https://desk.ngrok-free.app"]
        assert world.said[-1][0] - at < 1.5

    run(story)


def test_trouble_of_old_does_not_slow_down_a_tunnel_that_was_open_since():
    async def story(world):
        world.outcomes = [NO_NETWORK] * 6
        await world.begin()
        await asyncio.sleep(600)
        assert world.supervisor.state is TunnelState.OPEN
        world.tunnels[-1].lose(TunnelError("The ngrok program ended by itself."))
        await asyncio.sleep(2)
        assert world.words[-2:] == ["The ngrok program ended by itself. [0]", "https://desk.ngrok-free.app"]

    run(story)


def test_an_agent_that_keeps_dying_is_not_started_in_a_frenzy():
    async def story(world):
        await world.begin()
        for _ in range(600):
            await asyncio.sleep(1)
            if world.tunnels[-1].is_open:
                world.tunnels[-1].lose(TunnelError("The ngrok program ended by itself."))
        gaps = [round(later - earlier, 3) for earlier, later in zip(world.attempts, world.attempts[1:], strict=False)]
        assert gaps[0] < 4
        assert gaps == sorted(gaps)
        assert RETRY_MOST_S <= gaps[-1] < RETRY_MOST_S + 5

    run(story)


def test_trying_goes_on_more_and_more_slowly_while_there_is_no_network():
    async def story(world):
        world.outcomes = [NO_NETWORK] * 8
        await world.begin()
        assert world.words == ["ngrok did not connect within 20 seconds. [2]"]
        await asyncio.sleep(600)
        assert [words.rpartition("[")[2] for words in world.words[:-1]] == ["2]", "4]", "8]", "16]", "32]"] + [
            "60]"
        ] * 3
        assert world.supervisor.state is TunnelState.OPEN

    run(story)


def test_what_cannot_help_is_not_tried_again_before_somebody_says_so():
    async def story(world):
        world.outcomes = [REVOKED]
        await world.begin()
        await asyncio.sleep(24 * 3600)
        assert world.words == ["The ngrok token is no longer valid. [never]"]
        assert (len(world.attempts), world.supervisor.state) == (1, TunnelState.GIVEN_UP)
        world.supervisor.hurry()
        await asyncio.sleep(2)
        assert world.words[-1] == "https://desk.ngrok-free.app"

    run(story)


def test_a_token_revoked_while_the_tunnel_is_open_ends_it_for_good():
    async def story(world):
        await world.begin()
        world.tunnels[0].lose(REVOKED)
        await asyncio.sleep(3600)
        assert world.words[1:] == ["The ngrok token is no longer valid. [never]"]
        assert world.open_count == 0

    run(story)


def test_a_key_store_that_is_locked_is_not_asked_again_and_again():
    async def story(world):
        world.build_error = KeyStoreError("The key store is locked.")
        await world.begin()
        await asyncio.sleep(3600)
        assert world.words == ["The key store is locked. [never]"]

    run(story)


def test_a_domain_in_use_elsewhere_is_asked_for_steadily():
    async def story(world):
        world.outcomes = [IN_USE] * 20
        await world.begin()
        await asyncio.sleep(400)
        gaps = {round(later - earlier) for earlier, later in zip(world.attempts, world.attempts[1:], strict=False)}
        assert gaps == {16}
        assert world.words[-1] == "https://desk.ngrok-free.app"

    run(story)


@pytest.mark.allow_log("ringodesk_qt.core.supervisor")
def test_a_fault_of_our_own_does_not_end_the_supervision():
    async def story(world):
        world.outcomes = [ZeroDivisionError()]
        await world.begin()
        await asyncio.sleep(5)
        assert world.words == [
            "The tunnel could not be opened; the log says why. [2]",
            "https://desk.ngrok-free.app",
        ]

    run(story)


# ---------------------------------------------------------------- an agent that is there and does nothing


def test_an_agent_that_hangs_is_replaced_within_seconds():
    async def story(world):
        await world.begin()
        await asyncio.sleep(100)
        at, world.hangs = world.now(), CHECK_TRIES
        await asyncio.sleep(60)
        assert world.words[1] == "The tunnel's program hangs; it is being replaced. [0]"
        assert world.said[-1][1] == "https://desk.ngrok-free.app"
        assert world.said[-1][0] - at <= CHECK_EVERY_S + TICK_S + CHECK_TRIES * CHECK_LIMIT_S + 2

    run(story)


def test_one_answer_that_is_late_replaces_nothing():
    async def story(world):
        await world.begin()
        world.hangs = CHECK_TRIES - 1
        await asyncio.sleep(600)
        assert (len(world.tunnels), world.hangs) == (1, 0)

    run(story)


def test_an_agent_that_knows_nothing_of_the_tunnel_is_replaced():
    async def story(world):
        await world.begin()
        world.check_error = TunnelError("The ngrok program has closed the tunnel.")
        await asyncio.sleep(CHECK_EVERY_S + TICK_S + 0.2)
        world.check_error = None
        await asyncio.sleep(5)
        assert world.words[1:] == ["The ngrok program has closed the tunnel. [0]", "https://desk.ngrok-free.app"]

    run(story)


def test_a_hurry_checks_what_is_open_at_once():
    async def story(world):
        await world.begin()
        checks = world.checks
        world.supervisor.hurry()
        await asyncio.sleep(0.1)
        assert world.checks == checks + 1
        assert len(world.tunnels) == 1

    run(story)


# ---------------------------------------------------------------- from outside, and what it costs

DAY_S = 24 * 3600
MONTH_DAYS = 31
FREE_SHARE = 3000
"""How many of ngrok's requests an app may use up that does nothing."""


def test_a_tunnel_that_is_turned_away_outside_is_opened_anew():
    async def story(world):
        await world.begin()
        world.knock_error = TunnelError("ngrok's servers do not know of the tunnel.", retry_after_s=2.0)
        await asyncio.sleep(KNOCK_AFTER_S + KNOCK_AGAIN_S + 4 * TICK_S)
        assert world.words[1:] == [
            "ngrok's servers do not know of the tunnel. [2]",
            "https://desk.ngrok-free.app",
        ]
        assert len(world.knocks) == 2

    run(story)


def test_one_knock_that_failed_is_no_loss():
    async def story(world):
        await world.begin()
        world.knock_error = TunnelError("ngrok's servers do not know of the tunnel.")
        await asyncio.sleep(KNOCK_AFTER_S + 2 * TICK_S)
        world.knock_error = None
        await asyncio.sleep(600)
        assert (len(world.tunnels), len(world.knocks)) == (1, 2)

    run(story)


def test_nobody_knocks_when_requests_run_short():
    async def story(world):
        world.knock_path = ""
        await world.begin()
        await asyncio.sleep(DAY_S / 8)
        assert world.knocks == []

    run(story)


def knocks_in(days: int, story: Callable[[World], Coroutine[Any, Any, None]]) -> int:
    async def told(world):
        await world.begin()
        end = world.now() + days * DAY_S
        while world.now() < end:
            await story(world)

    return len(run(told).knocks)


async def nothing_happens(_world) -> None:
    await asyncio.sleep(3600)


async def the_tunnel_is_lost_every_ten_minutes(world) -> None:
    await asyncio.sleep(600)
    world.tunnels[-1].lose(TunnelError("The connection to ngrok was lost."))


async def every_knock_fails(world) -> None:
    world.knock_error = TunnelError("ngrok's servers do not know of the tunnel.", retry_after_s=2.0)
    await asyncio.sleep(3600)


STORIES = pytest.mark.parametrize(
    "story",
    [nothing_happens, the_tunnel_is_lost_every_ten_minutes, every_knock_fails],
    ids=lambda story: story.__name__,
)


@pytest.mark.parametrize("story", [nothing_happens, every_knock_fails])
def test_a_day_of_knocking_is_its_share_of_what_an_idle_month_may_cost(story):
    """Nothing else of an idle app goes through the public URL: checks are answered by the agent, on this machine."""
    assert 24 <= knocks_in(1, story) <= FREE_SHARE / MONTH_DAYS


@pytest.mark.soak
@pytest.mark.timeout(600)
@pytest.mark.parametrize("story", [nothing_happens, the_tunnel_is_lost_every_ten_minutes, every_knock_fails])
def test_a_month_of_knocking_stays_under_its_share(story):
    assert 30 * 24 <= knocks_in(MONTH_DAYS, story) < FREE_SHARE


# ---------------------------------------------------------------- sleep


def test_after_a_long_sleep_the_tunnel_is_opened_anew_at_once():
    async def story(world):
        await world.begin()
        await asyncio.sleep(30)
        at, world.slept_s = world.now(), 8 * 3600.0
        await asyncio.sleep(10)
        assert world.words[1] == "This computer was asleep; the tunnel is being opened anew. [0]"
        assert world.said[2][1] == "https://desk.ngrok-free.app"
        assert world.said[2][0] - at < TICK_S + 2

    run(story)


def test_after_a_nap_the_tunnel_is_checked_at_once_and_kept():
    async def story(world):
        await world.begin()
        await asyncio.sleep(CHECK_EVERY_S + TICK_S)
        checks, world.slept_s = world.checks, 5.0
        await asyncio.sleep(TICK_S + 0.1)
        assert world.checks == checks + 1
        assert len(world.tunnels) == 1

    run(story)


def test_waking_up_ends_a_long_wait():
    async def story(world):
        world.outcomes = [NO_NETWORK] * 8
        await world.begin()
        await asyncio.sleep(75)  # the last attempt was at 67 s, the next would be at 128 s
        world.outcomes = []
        at, world.slept_s = world.now(), 600.0
        await asyncio.sleep(TICK_S + 1.2)
        assert world.words[-1] == "https://desk.ngrok-free.app"
        assert world.attempts[-1] - at <= TICK_S

    run(story)


def test_a_sleep_is_told_once():
    always, awake = [100.0], [50.0]
    watch = SleepWatch(always=lambda: always[0], awake=lambda: awake[0])
    always[0] += 12
    awake[0] += 10
    assert watch.slept_s() == pytest.approx(2)
    assert watch.slept_s() == 0
    always[0] -= 3600  # somebody set the clock back
    assert watch.slept_s() == 0
    always[0] += 5
    assert watch.slept_s() == pytest.approx(5)


def test_a_machine_that_is_awake_does_not_sleep():
    assert SleepWatch().slept_s() < 0.5


# ---------------------------------------------------------------- commands


@pytest.mark.parametrize("after_s", [0.0, 0.5, 1.0, 1.5, 30.0])
def test_it_can_be_stopped_at_any_time_and_started_again(after_s):
    async def story(world):
        world.supervisor.start(4711)
        await asyncio.sleep(after_s)
        await world.supervisor.stop()
        assert world.open_count == 0
        await asyncio.wait_for(world.supervisor.settled(), 1)
        await world.begin()
        assert world.supervisor.state is TunnelState.OPEN

    run(story)


def test_whoever_waits_for_a_stop_may_be_cancelled_and_the_tunnel_is_closed_all_the_same():
    async def story(world):
        await world.begin()
        stopping = asyncio.ensure_future(world.supervisor.stop())
        await asyncio.sleep(0.05)
        stopping.cancel()
        await asyncio.sleep(1)
        assert world.open_count == 0

    run(story)


def test_a_loss_of_a_tunnel_that_was_replaced_is_nobodys():
    async def story(world):
        await world.begin()
        world.tunnels[0].lose(NO_NETWORK)
        await asyncio.sleep(30)
        assert len(world.tunnels) == 2
        world.tunnels[0].lose(NO_NETWORK)
        await asyncio.sleep(30)
        assert len(world.tunnels) == 2

    run(story)
