"""What `listen` leaves behind of the times it could not be reached: killed, ended in order, or not meant to be."""

from __future__ import annotations

import asyncio
import json
import signal
import time
from datetime import UTC, datetime, timedelta

import pytest
from cli_process import Running
from ports import free_port

from ringodesk_qt.core.reachability import BEAT_S, BLIP_S
from ringodesk_qt.models.times import rfc3339
from ringodesk_qt.store.store import SqliteStore

EVER = datetime(2000, 1, 1, tzinfo=UTC)


@pytest.fixture
def reachable_cli(cli):
    """A home with a public URL of its own, which is the receiver's port itself."""
    port = free_port()
    set_tunnel(cli, tunnel="fixed", public_url=f"http://127.0.0.1:{port}", receiver_port=port)
    return cli


def set_tunnel(cli, **fields):
    place = cli.home / "settings.json"
    place.write_text(json.dumps(json.loads(place.read_text()) | fields))


def kept(cli):
    """The gaps and the heartbeat, as another process reads them."""

    async def read():
        store = SqliteStore(cli.home / "ringodesk.db")
        await store.open()
        try:
            return await store.read(lambda tables: (tables.gaps.since(EVER), tables.gaps.heartbeat()))
        finally:
            await store.close()

    return asyncio.run(read())


def listen_until_reachable(cli):
    running = Running(cli, "listen")
    running.wait_event("listening")
    return running


def heartbeat_of(cli, since=EVER):
    """When the first heartbeat at or after a time was."""
    end = time.monotonic() + 20
    while (heartbeat := kept(cli)[1]) is None or heartbeat.is_lost or heartbeat.at < since:
        assert time.monotonic() < end, "no heartbeat was written"
        time.sleep(0.05)
    return heartbeat.at


def set_heartbeat_back(cli, seconds):
    """As if the process had ended earlier than it did."""

    async def write():
        store = SqliteStore(cli.home / "ringodesk.db")
        await store.open()
        last = await store.read(lambda tables: tables.gaps.heartbeat())
        at = last.at - timedelta(seconds=seconds)
        await store.write(lambda tables: tables.gaps.beat(at, is_lost=last.is_lost))
        await store.close()
        return at

    return asyncio.run(write())


def test_a_process_that_is_killed_leaves_a_gap_at_the_next_start(reachable_cli):
    with listen_until_reachable(reachable_cli) as running:
        alive_at = heartbeat_of(reachable_cli)
        running._process.send_signal(signal.SIGKILL)
        running._process.wait(20)
    time.sleep(BLIP_S)
    before = datetime.now(UTC)
    with listen_until_reachable(reachable_cli) as running:
        heartbeat_of(reachable_cli, since=before)
        assert running.terminate().code == 0
        told = [line for line in running.seen if line["event"] == "gap"]
    (gap,), heartbeat = kept(reachable_cli)
    ends = {"began_at": rfc3339(gap.began_at), "ended_at": rfc3339(gap.ended_at)}
    assert told == [{"event": "gap", **ends}]
    status = reachable_cli.done("status")
    assert (status["gaps"], status["not_reachable_since"]) == ([ends], None)
    assert abs(gap.began_at - alive_at) < timedelta(seconds=BEAT_S)
    assert before - timedelta(seconds=1) <= gap.ended_at <= datetime.now(UTC)
    assert heartbeat.is_lost


def test_an_orderly_end_is_a_gap_once_it_has_lasted_and_a_quick_restart_is_none(reachable_cli):
    with listen_until_reachable(reachable_cli) as running:
        assert running.terminate().code == 0
    gaps, heartbeat = kept(reachable_cli)
    assert (gaps, heartbeat.is_lost) == ([], True)
    began_at = set_heartbeat_back(reachable_cli, 3600)
    assert reachable_cli.done("status")["not_reachable_since"] == rfc3339(began_at)
    assert f"; not reachable since {rfc3339(began_at)}" in reachable_cli.run("status").out
    with listen_until_reachable(reachable_cli) as running:
        assert running.terminate().code == 0
    (gap,), _heartbeat = kept(reachable_cli)
    assert gap.began_at == began_at
    assert timedelta(hours=1) <= gap.length < timedelta(hours=1, minutes=2)


@pytest.mark.usefixtures("simulator")
def test_a_home_that_is_not_meant_to_be_reached_has_none(cli):
    set_tunnel(cli, tunnel="none")
    with listen_until_reachable(cli) as running:
        assert running.terminate().code == 0
    assert kept(cli) == ([], None)
    status = cli.done("status")
    assert (status["gaps"], status["not_reachable_since"]) == ([], None)
