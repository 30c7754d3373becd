"""The hops behind the lamps follow what really happened; what cannot be used is logged once, and once when it can."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import pytest

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import HealthChanged
from ringodesk_qt.core.health import Health
from ringodesk_qt.core.hops import RECEIVING, SENDING
from ringodesk_qt.errors import (
    KeyRefusedError,
    KeyStoreError,
    NotSentError,
    ReceiverError,
    RefusedError,
    StoreError,
    TunnelError,
    UncertainError,
)

NO_WAY = NotSentError("No way leads there.")
BUSY = NotSentError("It is busy.", status=429)


@pytest.fixture
def health():
    return Health(Bus())


def states(health, hops):
    return [next(hop.state for hop in health.state.hops if hop.id == hop_id) for hop_id in hops]


def test_nothing_is_known_at_first(health):
    assert states(health, SENDING) == ["waiting"] * 5
    assert states(health, RECEIVING) == ["off"] * 6


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (NO_WAY, ["waiting", "trouble", "ok", "ok"]),
        (BUSY, ["ok", "trouble", "ok", "ok"]),
        (UncertainError("It does not answer."), ["waiting", "trouble", "ok", "ok"]),
        (KeyRefusedError("It is refused."), ["ok", "ok", "trouble", "ok"]),
        (KeyStoreError("It is locked."), ["ok", "ok", "trouble", "ok"]),
        (RefusedError("One message."), ["ok", "ok", "ok", "ok"]),
    ],
    ids=["no-way", "busy", "silent", "refused", "locked", "one-message"],
)
def test_what_failed_shows_at_its_hop(health, error, expected):
    health.sending_worked()
    health.sending_failed(error)
    assert states(health, SENDING[:4]) == expected
    health.sending_worked()
    assert states(health, SENDING[:4]) == ["ok"] * 4
    assert [one.id for one in health.state.repairs] in ([], ["key-store"])  # which the key store alone resolves


def test_an_organization_that_is_refused_is_a_repair(health):
    health.organization_refused(RefusedError("No such organization."))
    assert states(health, SENDING[:4]) == ["ok", "ok", "ok", "trouble"]
    assert [(one.id, one.sentence) for one in health.state.repairs] == [("organization", "No such organization.")]
    health.sending_worked()
    assert health.state.repairs == ()


def test_the_way_in_hop_by_hop(health):
    health.receiving_opened("https://a.example/hook/x", local_url="http://127.0.0.1:1/hook/x")
    assert states(health, RECEIVING) == ["ok", "waiting", "ok", "waiting", "waiting", "waiting"]
    health.url_answers()
    assert states(health, ["url"]) == ["ok"]
    health.wrong_key_seen()
    assert states(health, ["matches"]) == ["trouble"]
    at = datetime.now(UTC)
    health.received(at)
    health.applied(at)
    assert states(health, RECEIVING) == ["ok"] * 6
    assert health.state.repairs == ()
    health.receiving_failed(TunnelError("It was lost."), is_retrying=True)
    assert states(health, RECEIVING) == ["trouble", "waiting", "ok", "ok", "ok", "ok"]
    assert [one.hop for one in health.state.repairs] == ["tunnel"]
    health.receiving_closed()
    assert states(health, RECEIVING) == ["off"] * 6
    assert next(hop for hop in health.state.hops if hop.id == "notification").ok_at is not None, "it did work once"


def test_a_port_in_use_is_the_receivers_trouble(health):
    health.receiving_failed(ReceiverError("Port 80 is in use."))
    assert states(health, ["tunnel", "receiver"]) == ["off", "trouble"]


async def test_a_flood_of_notifications_changes_nothing_that_is_shown_but_once_a_minute():
    bus, told = Bus(), []
    bus.attach(asyncio.get_running_loop())
    health = Health(bus)
    bus.on(HealthChanged, told.append)
    at = datetime(2026, 11, 27, 12, 0, 5, tzinfo=UTC)
    for second in range(40):
        health.received(at + timedelta(seconds=second))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert len(told) == 1
    assert health.state.last_received_at == at + timedelta(seconds=39)
    health.received(at + timedelta(minutes=1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert len(told) == 2
    bus.detach()


def test_a_key_refused_by_notifications_is_over_with_the_next_that_fits_also_in_the_same_minute(health):
    at = datetime.now(UTC)
    health.received(at)
    health.wrong_key_seen()
    health.received(at)
    assert health.state.repairs == ()


def down_and_up(name):
    failing, working = {
        "server": (lambda health: health.sending_failed(NO_WAY), Health.sending_worked),
        "tunnel": (
            lambda health: health.receiving_failed(TunnelError("No session."), is_retrying=True),
            lambda health: health.receiving_opened("https://a.example/hook", local_url="http://127.0.0.1:1"),
        ),
        "key store": (lambda health: health.key_store_failed(KeyStoreError("Locked.")), Health.key_store_answered),
        "database": (lambda health: health.database_failed(StoreError("Full.")), Health.database_worked),
    }[name]
    return failing, working


@pytest.mark.parametrize("name", ["server", "tunnel", "key store", "database"])
def test_hours_of_trying_again_leave_two_lines(health, caplog, name):
    caplog.set_level(logging.INFO, "ringodesk_qt")
    failing, working = down_and_up(name)
    working(health)
    assert caplog.records == []
    for _ in range(1000):
        failing(health)
    working(health)
    working(health)
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 2
    assert lines[0].startswith(f"the {name} cannot be used")
    assert lines[1].startswith(f"the {name} can be used again")
