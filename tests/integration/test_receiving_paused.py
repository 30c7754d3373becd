"""Receiving is paused and goes on: at once, over a restart, in whatever process receives, and never in silence."""

from __future__ import annotations

import asyncio
import socket
from urllib.parse import urlsplit

import pytest
from cli_process import Running

from ringodesk_qt.core.repairs import receiving_paused
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.engine import Engine
from ringodesk_qt.paths import Home

WAIT_S = 20
PAUSED = receiving_paused().sentence


class NoKeys:
    """Fits core's `Vault`."""

    async def secret(self, _name):
        return None

    async def is_usable(self):
        return True


@pytest.fixture
async def engine(tmp_path):
    engine = Engine(Home(tmp_path / "home"), vault=NoKeys())
    await engine.open()
    yield engine
    await engine.stop()


async def until(condition):
    async with asyncio.timeout(WAIT_S):
        while not condition():
            await asyncio.sleep(0.01)


def is_listening(url):
    place = urlsplit(url)
    with socket.socket() as caller:
        return caller.connect_ex((place.hostname, place.port)) == 0


def paused(engine):
    health = engine.health.state
    return health.receiving.words == "paused" and [one.sentence for one in health.repairs] == [PAUSED]


async def test_it_is_paused_and_resumed_at_once(engine):
    await engine.settings.change(tunnel="fixed", public_url="https://chat.example.org")
    await engine.start_receiving()
    await engine.settings.change(pause_receiving=True)
    await until(lambda: paused(engine))
    assert not engine.receiving.is_running
    assert engine.health.state.public_url == ""
    heartbeat = await engine.store.read(lambda tables: tables.gaps.heartbeat())
    assert heartbeat.is_lost  # what passes from here on is a gap
    await engine.settings.change(pause_receiving=False)
    await until(lambda: engine.receiving.is_running and engine.health.state.public_url)
    assert engine.health.state.repairs == ()


async def test_a_pause_outlives_a_restart_and_is_told(engine):
    await engine.settings.change(pause_receiving=True)
    await engine.start_receiving()
    assert paused(engine)
    await engine.restart_receiving()  # as after a set-up
    assert paused(engine)
    await engine.settings.change(pause_receiving=False)
    await until(lambda: engine.receiving.is_running)
    assert is_listening(engine.health.state.public_url)


async def test_the_last_word_counts_however_quickly_it_comes(engine):
    await engine.start_receiving()
    for is_paused in (True, False, True, False, True):
        await engine.settings.change(pause_receiving=is_paused)
    await until(lambda: not engine._pausing)
    assert paused(engine)
    assert not engine.receiving.is_running
    for is_paused in (False, True, False):
        await engine.settings.change(pause_receiving=is_paused)
    await until(lambda: not engine._pausing)
    assert engine.receiving.is_running
    assert engine.health.state.repairs == ()


async def test_who_does_not_receive_does_not_begin_to(engine):
    """A command that only sends, while another process pauses and resumes."""
    await engine.settings.change(pause_receiving=True)
    await engine.settings.change(pause_receiving=False)
    assert not engine._pausing
    assert not engine.receiving.is_running


def test_listen_says_that_it_is_paused_and_follows_the_switch(scripted_cli):
    keeper = SettingsKeeper(Home(scripted_cli.home).settings)
    keeper.load()
    asyncio.run(keeper.change(pause_receiving=True))
    refused = scripted_cli.run("listen")
    assert (refused.code, PAUSED in refused.err) == (4, True)
    assert "receiving: paused" in scripted_cli.run("status").out
    asyncio.run(keeper.change(pause_receiving=False))
    with Running(scripted_cli, "listen") as running:
        url = running.wait_event("listening")["url"]
        asyncio.run(keeper.change(pause_receiving=True))
        running.wait(lambda one: one["event"] == "health" and one["repairs"] == [PAUSED])
        assert not is_listening(url)
        asyncio.run(keeper.change(pause_receiving=False))
        running.wait(lambda one: one["event"] == "health" and one["repairs"] == [])
