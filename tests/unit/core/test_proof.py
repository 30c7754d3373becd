"""The proof: a message followed from hop to hop, and what is said where it stops."""

from __future__ import annotations

import asyncio

import pytest

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import MessageReceived
from ringodesk_qt.core.proof import Hop, Proof


@pytest.fixture
async def bus():
    built = Bus()
    built.attach(asyncio.get_running_loop())
    yield built
    built.detach()


@pytest.fixture
async def proof(bus):
    built = Proof(bus, clock=iter(range(100)).__next__)
    built.begin()
    return built


def states(proof):
    return [one.state for one in proof.hops]


async def arrive(bus, number=7):
    bus.publish([MessageReceived(chat_id=1, message_id=number)])
    await asyncio.sleep(0)


async def test_each_hop_is_seen_in_turn_with_the_time_it_took(proof, bus):
    proof.request_seen("accepted")
    assert states(proof) == ["passed", "passed", "passed", "waiting", "waiting"]
    await arrive(bus)
    assert states(proof)[3:] == ["passed", "waiting"]
    proof.shown([6])
    assert not proof.is_complete
    proof.shown([6, 7])
    assert proof.is_complete
    assert [one.took_ms for one in proof.hops[3:]] == [1000, 1000]
    assert proof.chat_id == 1


@pytest.mark.parametrize(
    ("verdict", "hop", "words"),
    [
        ("wrong-key", Hop.KEY, "another API key"),
        ("lookalike", Hop.KEY, "Webhook integration"),
        ("wrong-host", Hop.RECEIVER, "another host name"),
        ("unreadable", Hop.KEY, "no notification"),
        ("not-stored", Hop.STORE, "disk"),
    ],
)
async def test_what_is_wrong_is_said_at_its_hop_and_goes_when_it_is_right(proof, bus, verdict, hop, words):
    proof.request_seen(verdict)
    at = list(Hop).index(hop)
    assert states(proof)[: at + 1] == ["passed"] * at + ["trouble"]
    assert words in proof.hops[at].sentence
    proof.request_seen("accepted")
    await arrive(bus)
    proof.shown([7])
    assert proof.is_complete
    assert not any(one.sentence for one in proof.hops)


async def test_a_knock_shows_that_the_url_leads_here_and_a_wrong_path_is_a_hint(proof):
    proof.request_seen("unknown-path")
    assert states(proof) == ["passed", "waiting", "waiting", "waiting", "waiting"]
    assert "to its end" in proof.hops[1].sentence
    proof.request_seen("wrong-method")
    assert states(proof) == ["passed", "passed", "waiting", "waiting", "waiting"]


async def test_nothing_is_followed_before_it_begins_and_a_second_message_changes_nothing(bus):
    proof = Proof(bus)
    proof.request_seen("accepted")
    await arrive(bus)
    assert states(proof) == ["waiting"] * 5
    proof.begin()
    await arrive(bus, 7)
    proof.request_seen("wrong-key")
    await arrive(bus, 8)
    proof.shown([7])
    assert proof.is_complete
    proof.begin()
    assert states(proof) == ["waiting"] * 5


async def test_who_listens_no_more_is_told_no_more(proof):
    told = []
    end = proof.on_changed(lambda: told.append(proof.hops))
    proof.request_seen("accepted")
    end()
    end()
    proof.begin()
    assert len(told) == 1
