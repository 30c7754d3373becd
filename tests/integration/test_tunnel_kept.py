"""The tunnel kept open, from the settings to an agent that misbehaves: reachable again, or the exact repair."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "fake_ngrok"))  # tests are imported by path

from fake_ngrok import FakeNgrok, is_alive

from ringodesk_qt.core.events import HealthChanged
from ringodesk_qt.core.supervisor import (
    CHECK_EVERY_S,
    CHECK_LIMIT_S,
    CHECK_TRIES,
    RETRY_FIRST_S,
    TICK_S,
    TunnelState,
)
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import KeyStoreError
from ringodesk_qt.paths import Home
from ringodesk_qt.tunnel.knock import knock
from ringodesk_qt.tunnel.ngrok import RECONNECT_GRACE_S, STARTUP_TIMEOUT_S

TOKEN = "2Token_of_the_account-XYZ"
AGAIN = "Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up."
LOOK_UP = "Look it up at dashboard.ngrok.com/domains and correct it in the set-up."
WAIT_S = 20


class Vault:
    """Fits core's `Vault`; it holds ngrok's token."""

    is_locked = False

    async def secret(self, name):
        if self.is_locked:
            raise KeyStoreError("The key store is locked.")
        return TOKEN if name == "ngrok" else None

    async def is_usable(self):
        return not self.is_locked


class Desk:
    """An engine that receives through an agent of its own."""

    def __init__(self, folder: Path):
        self.home = Home(folder / "home")
        self.agent = FakeNgrok(folder / "bin")
        self.vault = Vault()
        self.engine = Engine(self.home, vault=self.vault)
        self._changed = asyncio.Event()

    @property
    def receiving(self):
        return self.engine.receiving

    @property
    def health(self):
        return self.engine.health.state

    @property
    def repairs(self) -> dict[str, str]:
        return {repair.id: repair.sentence for repair in self.health.repairs}

    @property
    def state(self) -> TunnelState:
        return self.receiving._supervisor.state

    @property
    def pids(self) -> list[int]:
        return [start["pid"] for start in self.agent.starts]

    @property
    def alive(self) -> list[int]:
        return [pid for pid in self.pids if is_alive(pid)]

    async def open(self, **settings) -> None:
        await self.engine.open()
        self.engine.bus.on(HealthChanged, lambda _event: self._changed.set())
        fields = {"tunnel": "ngrok", "ngrok_path": str(self.agent.path), **settings}
        await self.engine.settings.change(**fields)

    async def until(self, condition, *, within_s: float = WAIT_S) -> None:
        async with asyncio.timeout(within_s):
            while not condition():
                await asyncio.sleep(0.02)

    async def reachable_after(self, starts: int, *, within_s: float = WAIT_S) -> None:
        """Reachable through the agent of that many starts, and through it alone."""
        await self.until(lambda: len(self.pids) >= starts and self.health.public_url, within_s=within_s)
        assert self.repairs == {}
        assert self.alive == self.pids[-1:]
        assert len(self.pids) == starts
        assert await asyncio.to_thread(self.knock) == 405

    def knock(self) -> int:
        """What the receiver answers to a GET through the tunnel."""
        path = "/" + self.health.public_url.split("/", 3)[3]
        try:
            with urlopen(Request(self.agent.edge_url + path, headers={"X-Forwarded-For": "203.0.113.7"}), timeout=5):
                return 200
        except HTTPError as error:
            error.close()
            return error.code


@pytest.fixture
async def desks(tmp_path):
    made: list[Desk] = []

    async def make(**settings) -> Desk:
        desk = Desk(tmp_path / str(len(made)))
        made.append(desk)
        await desk.open(**settings)
        return desk

    yield make
    for desk in made:
        await desk.engine.stop()
        assert desk.alive == []
        left = [path for path in desk.home.folder.rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()]
        assert left == []


@pytest.fixture
async def desk(desks) -> Desk:
    return await desks()


# ---------------------------------------------------------------- faults


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
async def test_an_agent_that_is_killed_is_replaced_at_once(desk, number):
    await desk.engine.start_receiving()
    await desk.reachable_after(1)
    os.kill(desk.pids[0], number)
    await desk.reachable_after(2)


async def test_an_agent_that_ends_again_and_again_is_replaced_each_time(desk):
    desk.agent.behave(lives_s=0.3)
    await desk.engine.start_receiving()
    await desk.until(lambda: len(desk.pids) >= 2 and desk.state is TunnelState.WAITING)
    assert desk.repairs == {"receiving": "The ngrok program ended by itself."}
    assert desk.health.receiving.words == "not reachable; trying again"
    desk.agent.behave()
    desk.receiving.hurry()
    await desk.until(lambda: desk.health.public_url != "" and len(desk.alive) == 1)


async def test_an_agent_that_hangs_is_replaced(desks):
    """Stopped by a signal; its web API hanging; the endpoint gone: three desks at once, since each takes its time."""
    stopped, hanging, forgetful = await desks(), await desks(), await desks()
    for desk in (stopped, hanging, forgetful):
        await desk.engine.start_receiving()
    os.kill(stopped.pids[0], signal.SIGSTOP)
    await asyncio.to_thread(hanging.agent.hang)
    await asyncio.to_thread(forgetful.agent.forget)
    for desk in (stopped, hanging, forgetful):
        desk.receiving.hurry()  # it would be looked at within ten seconds anyhow
    for desk in (stopped, hanging, forgetful):
        await desk.reachable_after(2, within_s=CHECK_LIMIT_S * CHECK_TRIES + 10)


async def test_a_session_that_ngrok_ended_for_good_is_told_at_once_and_not_tried_again(desk):
    await desk.engine.start_receiving()
    await asyncio.to_thread(desk.agent.log, "eror", "session closed, starting reconnect loop", err="read EOF")
    await asyncio.to_thread(
        desk.agent.log, "eror", "failed to reconnect session", err=rf"Your authtoken: {TOKEN}\nERR_NGROK_107"
    )
    await desk.until(lambda: desk.state is TunnelState.GIVEN_UP)
    assert desk.repairs == {"receiving": f"The ngrok token is no longer valid: it was reset or revoked. {AGAIN}"}
    assert desk.health.receiving.words == "not reachable"
    assert (desk.alive, len(desk.pids)) == ([], 1)


FINAL = {
    "ERR_NGROK_103": "ngrok has suspended this account. See dashboard.ngrok.com/billing, or write to ngrok's support.",
    "ERR_NGROK_105": f"ngrok does not recognise its token. {AGAIN}",
    "ERR_NGROK_107": f"The ngrok token is no longer valid: it was reset or revoked. {AGAIN}",
    "ERR_NGROK_120": (
        "This ngrok program is too old for the ngrok service. Update it with `ngrok update` or from ngrok.com/download."
    ),
}
FINAL_ENDPOINT = {
    "ERR_NGROK_319": f"The ngrok domain is not reserved for this account. {LOOK_UP}",
    "ERR_NGROK_320": f"The ngrok domain belongs to another account. {LOOK_UP}",
}
PASSING_ENDPOINT = {
    "ERR_NGROK_334": (
        "The ngrok domain is in use elsewhere: by another computer, or by an agent that has just ended. Stop ngrok "
        "there (dashboard.ngrok.com/endpoints says where); Ringodesk tries again by itself."
    ),
    "ERR_NGROK_727": (
        "The ngrok account has used up its requests for this month. No notification arrives before the next month. "
        "Upgrade it at dashboard.ngrok.com/billing, or use a public URL of your own."
    ),
}
PASSING = {
    "ERR_NGROK_108": (
        "The ngrok account already runs as many agents as it may. Stop ngrok on the other machine "
        "(dashboard.ngrok.com/agents lists them); Ringodesk tries again by itself."
    ),
}
REFUSALS = [
    *((code, "refuses", sentence, TunnelState.GIVEN_UP) for code, sentence in FINAL.items()),
    *((code, "refuses_endpoint", sentence, TunnelState.GIVEN_UP) for code, sentence in FINAL_ENDPOINT.items()),
    *((code, "refuses", sentence, TunnelState.WAITING) for code, sentence in PASSING.items()),
    *((code, "refuses_endpoint", sentence, TunnelState.WAITING) for code, sentence in PASSING_ENDPOINT.items()),
]


async def test_every_refusal_says_what_to_do_and_ends_when_that_was_done(desks):
    """One desk after the other would take its time: all of them side by side."""

    async def tell(mode: str, code: str, sentence: str, state: TunnelState) -> None:
        desk = await desks()
        desk.agent.behave(**{mode: code})
        await desk.engine.start_receiving()
        assert (desk.repairs, desk.state) == ({"receiving": sentence}, state), code
        assert desk.receiving.is_running
        assert desk.alive == []
        await asyncio.sleep(RETRY_FIRST_S + 0.5)
        assert len(desk.pids) == 1, f"{code} was tried again too soon"
        desk.agent.behave()
        await desk.engine.restart_receiving()
        await desk.reachable_after(2)

    await asyncio.gather(*(tell(mode, code, sentence, state) for code, mode, sentence, state in REFUSALS))


async def test_without_a_token_nothing_is_started_until_there_is_one(desk, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "TOKEN", "")
    await desk.engine.start_receiving()
    assert desk.repairs["receiving"].startswith("There is no ngrok token. Copy it from dashboard.ngrok.com")
    assert (desk.state, desk.pids) == (TunnelState.GIVEN_UP, [])
    monkeypatch.undo()
    desk.receiving.hurry()
    await desk.reachable_after(1)


async def test_a_token_in_a_key_store_that_was_locked_is_fetched_when_it_is_open(desk):
    desk.vault.is_locked = True
    await desk.engine.start_receiving()
    assert desk.state is TunnelState.GIVEN_UP
    assert desk.repairs == {"key-store": "The key store is locked."}
    desk.vault.is_locked = False
    await desk.reachable_after(1)


async def test_a_session_that_comes_back_by_itself_is_left_alone(desk):
    await desk.engine.start_receiving()
    await asyncio.to_thread(desk.agent.log, "eror", "session closed, starting reconnect loop", err="read EOF")
    await asyncio.sleep(0.2)
    await asyncio.to_thread(desk.agent.log, "info", "client session established")
    await asyncio.sleep(0.2)
    await desk.reachable_after(1)


async def test_a_machine_that_wakes_up_is_reachable_within_seconds(desk, monkeypatch):
    await desk.engine.start_receiving()
    always = time.clock_gettime
    monkeypatch.setattr(time, "clock_gettime", lambda clock: always(clock) + 8 * 3600)
    await desk.until(lambda: len(desk.pids) == 2, within_s=TICK_S + 5)
    await desk.reachable_after(2)


# ---------------------------------------------------------------- the URL


async def test_another_url_is_a_repair_until_it_was_copied(desk):
    desk.agent.behave(has_another_url_each_time=True)
    await desk.engine.start_receiving()
    assert desk.repairs == {}
    first = desk.health.public_url
    await desk.engine.restart_receiving()
    assert desk.health.public_url != first
    (repair,) = desk.health.repairs
    assert repair.sentence == (
        "The public URL changed. Paste the new one in the portal (Menu, Integrations, API Settings): until then no "
        "notification arrives."
    )
    assert repair.action == "copy-url"
    desk.receiving.url_copied()
    assert desk.repairs == {}
    await desk.receiving.stop()
    noted = json.loads(desk.home.settings.read_text())["portal_base_url"]
    assert noted == f"https://start-{desk.pids[-1]}.test"


async def test_while_no_url_is_open_there_is_none_to_copy(desk):
    desk.agent.behave(has_another_url_each_time=True)
    await desk.engine.start_receiving()
    await desk.engine.restart_receiving()
    assert list(desk.repairs) == ["url-changed"]
    desk.agent.behave(refuses="ERR_NGROK_105")
    os.kill(desk.pids[-1], signal.SIGKILL)
    await desk.until(lambda: desk.state is TunnelState.GIVEN_UP)
    assert list(desk.repairs) == ["receiving"]


async def test_the_same_url_again_is_no_repair(desks):
    desk = await desks(ngrok_domain="desk.test")
    await desk.engine.start_receiving()
    await desk.engine.restart_receiving()
    assert desk.repairs == {}
    assert desk.health.public_url.startswith("https://desk.test/hook/")


async def test_a_url_of_ones_own_instead_of_ngrok_is_another_one_too(desk):
    await desk.engine.start_receiving()
    await desk.engine.settings.change(tunnel="fixed", public_url="https://chat.example.com")
    await desk.engine.restart_receiving()
    assert list(desk.repairs) == ["url-changed"]
    await desk.engine.settings.change(tunnel="none")
    await desk.engine.restart_receiving()
    assert desk.repairs == {}


# ---------------------------------------------------------------- commands


async def test_commands_that_come_all_at_once_leave_one_agent(desk):
    commands = [desk.engine.restart_receiving() for _ in range(4)]
    commands += [desk.engine.start_receiving(), desk.receiving.stop(), desk.engine.restart_receiving()]
    await asyncio.gather(*commands)
    await desk.engine.start_receiving()
    assert desk.health.public_url
    assert desk.alive == desk.pids[-1:]


@pytest.mark.parametrize("mode", ["is_silent", "opens_never"])
async def test_a_stop_does_not_wait_for_an_agent_that_does_not_open(desk, mode):
    desk.agent.behave(**{mode: True})
    starting = asyncio.ensure_future(desk.engine.start_receiving())
    await desk.until(lambda: desk.pids)
    async with asyncio.timeout(STARTUP_TIMEOUT_S / 2):
        await desk.receiving.stop()
        await starting
    assert not desk.receiving.is_running


async def test_a_change_of_settings_while_it_opens_is_what_counts(desk):
    desk.agent.behave(is_silent=True)
    starting = asyncio.ensure_future(desk.engine.start_receiving())
    await desk.until(lambda: desk.pids)
    desk.agent.behave()
    await desk.engine.settings.change(ngrok_domain="desk.test")
    await desk.engine.restart_receiving()
    await starting
    assert desk.health.public_url.startswith("https://desk.test/")
    assert len(desk.alive) == 1


# ---------------------------------------------------------------- from outside


async def test_our_receiver_knows_its_own_path_from_others_when_it_is_knocked_at(desk):
    await desk.engine.start_receiving()
    edge = urlsplit(desk.agent.edge_url).netloc

    async def is_ours(path: str) -> bool:
        return await knock("https://desk.test", path, connect=lambda _host: HTTPConnection(edge, timeout=5))

    assert await is_ours("/hook/" + desk.health.public_url.rpartition("/")[2])
    assert not await is_ours("/hook/that-of-another-desk-on-another-computer")


# ---------------------------------------------------------------- the quota


async def test_what_comes_through_the_tunnel_is_counted_and_kept(desk):
    await desk.engine.start_receiving()
    for _ in range(3):
        assert await asyncio.to_thread(desk.knock) == 405
    await desk.until(lambda: desk.health.quota is not None and desk.health.quota.used == 3)
    await desk.engine.restart_receiving()
    assert desk.health.quota.words == "3 of 20,000 requests this month"
    assert desk.home.tunnel_usage.stat().st_mode & 0o777 == 0o600


async def test_at_four_fifths_of_the_quota_there_is_a_repair(desks):
    desk = await desks(ngrok_requests_a_month=5)
    await desk.engine.start_receiving()
    for _ in range(3):
        await asyncio.to_thread(desk.knock)
    await desk.until(lambda: desk.health.quota.used == 3)
    assert desk.repairs == {}
    await asyncio.to_thread(desk.knock)
    await desk.until(lambda: desk.repairs)
    assert desk.repairs["quota"] == (
        "4 of the 5 requests that the ngrok plan allows this month have been used. When all are, no notification "
        "arrives until the next month begins (UTC). Typing events count too. Upgrade the plan and set "
        "ngrok_requests_a_month in the settings file, or use a public URL of your own."
    )
    await asyncio.to_thread(desk.knock)
    await desk.until(lambda: desk.repairs["quota"].startswith("All 5 requests"))


# ---------------------------------------------------------------- what a crash leaves behind


async def test_a_configuration_that_a_crash_left_behind_goes_when_ngrok_is_not_used_any_more(desks):
    desk = await desks(tunnel="none")
    config = desk.home.tunnel / "agent.yml"
    config.write_text(TOKEN)
    await desk.engine.start_receiving()
    assert not config.exists()


# ---------------------------------------------------------------- at length


@pytest.mark.soak
@pytest.mark.timeout(180)
async def test_nobody_hurries_it_and_it_is_reachable_again_all_the_same(desks):
    """What takes its time by design: an agent that is stopped, and a session that does not come back."""
    stopped, cut_off = await desks(), await desks()
    for desk in (stopped, cut_off):
        await desk.engine.start_receiving()
    os.kill(stopped.pids[0], signal.SIGSTOP)
    await asyncio.to_thread(cut_off.agent.log, "eror", "session closed, starting reconnect loop", err="read EOF")
    await cut_off.reachable_after(2, within_s=RECONNECT_GRACE_S + 10)
    await stopped.reachable_after(2, within_s=CHECK_EVERY_S + TICK_S + CHECK_LIMIT_S * CHECK_TRIES + 10)


@pytest.mark.soak
@pytest.mark.timeout(300)
async def test_faults_one_after_another_leave_one_agent_and_a_way_in(desk):
    """40 of them, drawn by lot; the seed is in the test."""
    chance = random.Random(4)
    faults = {
        "killed": lambda: os.kill(desk.pids[-1], signal.SIGKILL),
        "ended": desk.agent.exit,
        "stopped": lambda: os.kill(desk.pids[-1], signal.SIGSTOP),
        "forgot": desk.agent.forget,
    }
    await desk.engine.start_receiving()
    for round_number in range(40):
        fault = chance.choice([*faults, "restarted"])
        starts = len(desk.pids)
        if fault == "restarted":
            await asyncio.gather(desk.engine.restart_receiving(), desk.engine.restart_receiving())
        else:
            await asyncio.to_thread(faults[fault])
        await asyncio.sleep(chance.random() / 10)
        desk.receiving.hurry()
        await desk.until(lambda starts=starts: len(desk.pids) > starts and desk.state is TunnelState.OPEN)
        assert desk.alive == desk.pids[-1:], (round_number, fault)
        assert await asyncio.to_thread(desk.knock) == 405, (round_number, fault)
