"""A network that is missed is looked for, and what waited goes on when it is there again."""

from __future__ import annotations

import asyncio

import pytest

from ringodesk_qt.checking import watch
from ringodesk_qt.checking.machine import has_network
from ringodesk_qt.checking.watch import NetworkWatch
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.health import Health
from ringodesk_qt.errors import NotSentError
from ringodesk_qt.models.ids import AccountId


class Cable:
    """A network that comes and goes."""

    def __init__(self):
        self.is_in = False

    def __call__(self):
        return self.is_in


@pytest.fixture
def cable(monkeypatch):
    monkeypatch.setattr(watch, "LOOK_FOR_NETWORK_S", 0.01)
    return Cable()


async def test_the_repair_goes_by_itself_and_what_waited_goes_on(cable):
    health, is_back = Health(Bus(), has_network=cable), asyncio.Event()
    watching = NetworkWatch(health=health, on_back=is_back.set, has_network=cable)
    for _ in range(2):
        health.sending_failed(AccountId(1), NotSentError("No way leads there."))
        assert [one.id for one in health.state.repairs] == ["network"]
        assert not is_back.is_set()
        cable.is_in = True
        await asyncio.wait_for(is_back.wait(), 10)
        assert health.state.repairs == ()
        cable.is_in = False
        is_back.clear()
    await watching.stop()


async def test_nothing_is_looked_for_while_nothing_is_missed(cable):
    health = Health(Bus(), has_network=cable)
    watching = NetworkWatch(health=health, on_back=lambda: None, has_network=cable)
    health.sending_worked(AccountId(1))
    assert [task.get_name() for task in asyncio.all_tasks() if task.get_name() == "network watch"] == []
    await watching.stop()


async def test_a_send_that_finds_no_network_after_the_end_begins_nothing(cable):
    health = Health(Bus(), has_network=cable)
    watching = NetworkWatch(health=health, on_back=lambda: None, has_network=cable)
    await watching.stop()
    health.sending_failed(AccountId(1), NotSentError("No way leads there."))
    assert [one.id for one in health.state.repairs] == ["network"]
    assert {task.get_name() for task in asyncio.all_tasks()}.isdisjoint({"network watch"})


def test_behind_a_proxy_nothing_is_known_of_the_network(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:3128")
    assert has_network() is None
