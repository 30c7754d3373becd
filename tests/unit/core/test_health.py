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
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.ids import AccountId, OrgId

FIRST, SECOND = AccountId(1), AccountId(2)
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
    health.sending_worked(FIRST)
    health.sending_failed(FIRST, error)
    assert states(health, SENDING[:4]) == expected
    health.sending_worked(FIRST)
    assert states(health, SENDING[:4]) == ["ok"] * 4
    assert [one.id for one in health.state.repairs] in ([], ["key-store"])  # which the key store alone resolves


def test_an_organization_that_is_refused_is_a_repair(health):
    health.organization_refused(FIRST, RefusedError("No such organization."))
    assert states(health, SENDING[:4]) == ["ok", "ok", "ok", "trouble"]
    assert [(one.id, one.sentence) for one in health.state.repairs] == [("organization:1", "No such organization.")]
    health.sending_worked(FIRST)
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


def test_what_never_stood_is_over_hundreds_of_times_a_second_and_nothing_is_made_anew_for_it(health):
    state = health.state
    for _ in range(3):
        health.url_is_known()
        health.database_worked()
        health.network_seen()
    assert health.state is state
    at = datetime(2026, 11, 27, 12, 0, 5, tzinfo=UTC)
    health.applied(at)
    health.outbox_counted(3)
    state = health.state
    for second in range(40):
        health.applied(at + timedelta(seconds=second))
        health.outbox_counted(3)
    assert health.state is state
    health.outbox_counted(4)
    assert states(health, ["outbox", "applied"]) == ["waiting", "ok"]
    assert health.state is not state
    health.url_changed()
    health.url_is_known()
    assert health.state.repairs == ()


def test_a_key_refused_by_notifications_is_over_with_the_next_that_fits_also_in_the_same_minute(health):
    at = datetime.now(UTC)
    health.received(at)
    health.wrong_key_seen()
    health.received(at)
    assert health.state.repairs == ()


def down_and_up(name):
    failing, working = {
        "server": (lambda health: health.sending_failed(FIRST, NO_WAY), lambda health: health.sending_worked(FIRST)),
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


# ---------------------------------------------------------------- several accounts


def account(number, name, api_url="https://api.example/api"):
    return Account(id=AccountId(number), api_url=api_url, orgid=OrgId(f"org-{number}"), name=name)


@pytest.fixture
def two(health):
    health.accounts_known([account(1, "Harbour Books"), account(2, "Acme")])
    return health


def standing(health):
    return [(one.id, one.of, one.action) for one in health.state.repairs]


def test_what_is_wrong_with_one_account_is_told_by_its_name_and_what_works_of_another_hides_nothing(two):
    two.sending_worked(FIRST)
    two.sending_failed(SECOND, KeyRefusedError("The key is refused."))
    two.sending_worked(FIRST)
    assert two.state.sending.told == "Acme: the API key is refused"
    assert [lamp.told for lamp in two.state.accounts] == ["Harbour Books: working", "Acme: the API key is refused"]
    assert [(hop.state, hop.of) for hop in two.state.hops if hop.id == "key"] == [("trouble", "Acme")]
    assert standing(two) == [("key-refused:2", "Acme", "setup-key:2")]
    assert two.state.repairs[0].told == "Acme: The key is refused."
    two.sending_worked(SECOND)
    assert (two.state.sending.told, standing(two)) == ("working", [])


def test_of_one_account_no_name_is_told_and_a_removed_one_takes_its_repairs_along(two):
    two.sending_worked(FIRST)
    two.sending_failed(SECOND, KeyRefusedError("The key is refused."))
    two.accounts_known([account(1, "Harbour Books")])
    assert (two.state.sending.told, two.state.accounts, standing(two)) == ("working", (), [])
    two.sending_failed(FIRST, KeyRefusedError("The key is refused."))
    assert two.state.repairs[0].told == "The key is refused."


@pytest.mark.parametrize(
    "end",
    [
        lambda health: health.sending_failed(SECOND, KeyRefusedError("The key is refused.")),
        lambda health: health.sending_failed(SECOND, NO_WAY),
        lambda health: health.organization_refused(SECOND, RefusedError("It is not theirs.")),
        lambda health: health.sending_worked(SECOND),
    ],
    ids=["refused", "no-way", "organization", "worked"],
)
def test_how_a_call_ends_that_was_on_its_way_when_its_account_was_removed_is_no_news(two, end):
    two.sending_worked(FIRST)
    two.accounts_known([account(1, "Harbour Books")])
    before = two.state
    end(two)
    assert two.state == before
    two.accounts_known([account(1, "Harbour Books"), account(2, "Acme")])
    two.sending_failed(SECOND, KeyRefusedError("The key is refused."))
    assert standing(two) == [("key-refused:2", "Acme", "setup-key:2")], "set up again it has a way of its own"


def test_notifications_of_one_account_say_nothing_of_anothers_key(two):
    two.receiving_opened("https://a.example/hook", local_url="http://127.0.0.1:1/hook")
    two.wrong_key_seen(orgid="org-2")
    two.received(datetime.now(UTC), orgid="org-1")
    two.received(datetime.now(UTC))  # a receipt: it does not say whose it is
    two.keys_changed([FIRST])
    assert standing(two) == [("wrong-key:2", "Acme", "setup-key:2")]
    assert states(two, ["matches"]) == ["trouble"]
    two.received(datetime.now(UTC), orgid="org-2")
    assert (standing(two), states(two, ["matches"])) == ([], ["ok"])


def test_the_log_tells_each_servers_outage_once(two, caplog):
    caplog.set_level(logging.INFO, "ringodesk_qt")
    for _ in range(3):
        two.sending_failed(SECOND, NO_WAY)
        two.sending_worked(FIRST)
    assert [record.getMessage().partition(" cannot")[0] for record in caplog.records] == ["the server of account 2"]


# ---------------------------------------------------------------- the network


def test_no_network_is_told_from_a_server_that_is_away():
    is_there = False
    health = Health(Bus(), has_network=lambda: is_there)
    health.accounts_known([account(1, "Harbour Books")])
    health.sending_failed(FIRST, NO_WAY)
    assert health.state.sending.words == "no network connection"
    assert states(health, ["network", "server"]) == ["trouble", "waiting"]
    assert [(one.id, one.hop) for one in health.state.repairs] == [("network", "network")]
    is_there = True
    health.sending_failed(FIRST, NO_WAY)
    assert health.state.sending.words == "the server cannot be reached"
    assert states(health, ["network", "server"]) == ["ok", "trouble"]
    assert health.state.repairs == ()


def test_what_is_so_for_all_accounts_is_told_of_none_by_name():
    health = Health(Bus(), has_network=lambda: False)
    health.accounts_known([account(1, "Harbour Books"), account(2, "Acme")])
    health.sending_worked(SECOND)
    health.sending_failed(FIRST, NO_WAY)
    assert [hop.of for hop in health.state.hops if hop.id == "network"] == [""], "it is this computer's"
    health.sending_failed(SECOND, NO_WAY)
    assert health.state.sending.told == "no network connection"
    assert {hop.of for hop in health.state.hops if hop.id in ("network", "server")} == {""}


def test_a_server_on_this_computer_needs_no_network():
    health = Health(Bus(), has_network=lambda: False)
    health.accounts_known([account(1, "Harbour Books", "http://127.0.0.1:8124/api")])
    health.sending_failed(FIRST, NO_WAY)
    assert (health.state.sending.words, health.state.repairs) == ("the server cannot be reached", ())


# ---------------------------------------------------------------- the clock


def test_a_clock_that_is_wrong_is_a_repair_until_it_is_right(health):
    health.clock_told(-31.0)
    assert health.state.repairs == ()
    health.clock_told(-3 * 3600.0)
    (repair,) = health.state.repairs
    assert repair.id == "clock"
    assert repair.sentence.startswith("This computer's clock is 3 hours")
    before = health.state
    health.clock_told(-3 * 3600.0 - 5.0)
    assert health.state is before or health.state == before, "the same words, nothing to be drawn anew"
    health.clock_told(0.4)
    assert health.state.repairs == ()
