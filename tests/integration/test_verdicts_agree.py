"""`doctor` and the window give the same verdicts: both are given the same faults, and compared."""

from __future__ import annotations

import json
import socket
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from cli_process import KEY
from scripted_api import as_json

from ringodesk_qt.checking.doctor import Doctor
from ringodesk_qt.engine import Engine
from ringodesk_qt.paths import Home
from ringodesk_qt.vault import vault_of

FAULTS = {
    "none": ({}, {}),
    "key": ({"getChatUsers": as_json({"error": "Unauthorized"}, 401)}, {}),
    "organization": ({"getChatUsers": as_json({"error": "No such organization"})}, {}),
    "server": ({"getChatUsers": None}, {}),
    "no ngrok": ({}, {"tunnel": "ngrok", "ngrok_path": "/no/such/ngrok"}),
    "own URL, any port": ({}, {"tunnel": "fixed", "public_url": "https://a.example.com"}),
    "port in use": ({}, {"receiver_port": "taken"}),
    "no icon wanted": ({}, {"show_tray_icon": False}),
}
HOPS = {"server": "server", "accepted": "key", "organization": "organization"}
"""The check that fails, and the hop that shows it."""


@contextmanager
def taken_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def verdicts(checks):
    return [(name, verdict) for name, verdict in checks if name not in {"processes", "receiver"}]


@pytest.mark.parametrize("fault", FAULTS)
async def test_the_same_fault_has_the_same_verdicts(scripted_api, scripted_cli, monkeypatch, fault):
    answers, settings = FAULTS[fault]
    scripted_api.answers.update(answers)
    monkeypatch.setenv("RINGODESK_API_KEY", KEY)
    home = Home(scripted_cli.home)
    with taken_port() as port:
        settings = {name: port if value == "taken" else value for name, value in settings.items()}
        home.settings.write_text(json.dumps(json.loads(home.settings.read_text()) | settings))
        told = [(line["check"], line["verdict"]) for line in scripted_cli.json("doctor").lines]
        engine = Engine(home, vault=vault_of({"RINGODESK_API_KEY": KEY}))
        try:
            await engine.open()
            seen = [(check.name, check.verdict.value) async for check in Doctor(engine).checks()]
        finally:
            await engine.stop()
    assert seen == told
    assert len(seen) >= 16


@pytest.mark.parametrize("fault", ["none", "key", "organization", "server"])
async def test_what_a_check_finds_shows_at_its_hop_too(scripted_api, scripted_cli, monkeypatch, fault):
    scripted_api.answers.update(FAULTS[fault][0])
    monkeypatch.setenv("RINGODESK_API_KEY", KEY)
    engine = Engine(Home(scripted_cli.home), vault=vault_of({"RINGODESK_API_KEY": KEY}))
    try:
        await engine.open()
        found = {check.name: check.verdict.value async for check in Doctor(engine).checks()}
        hops = {hop.id: hop.state for hop in engine.health.state.hops}
    finally:
        await engine.stop()
    for check, hop in HOPS.items():
        if check in found:
            assert (hops[hop] == "trouble") is (found[check] == "failed")


async def test_a_settings_file_that_breaks_while_it_runs_is_a_repair_until_it_is_mended(scripted_cli):
    home = Home(scripted_cli.home)
    engine = Engine(home, vault=vault_of({"RINGODESK_API_KEY": KEY}))
    try:
        await engine.open()
        good = home.settings.read_text()
        home.settings.write_text("{")
        assert [line["check"] for line in scripted_cli.json("doctor").lines if line["verdict"] == "failed"] == [
            "settings"
        ]
        await engine.watch.look()
        assert [repair.id for repair in engine.health.state.pressing] == ["settings"]
        home.settings.write_text(good)
        await engine.watch.look()
        assert engine.health.state.pressing == ()
    finally:
        await engine.stop()


async def test_a_clock_that_is_wrong_is_told_by_any_answer_and_by_doctor_alike(scripted_api, scripted_cli):
    scripted_api.date = format_datetime(datetime.now(UTC) + timedelta(days=3), usegmt=True)
    told = [line for line in scripted_cli.json("doctor").lines if line["check"] == "clock"]
    engine = Engine(Home(scripted_cli.home), vault=vault_of({"RINGODESK_API_KEY": KEY}))
    try:
        await engine.open()
        await engine.presence.refresh()
        (repair,) = engine.health.state.pressing
        assert repair.sentence == f"{told[0]['sentence']} {told[0]['fix']}"
        assert repair.sentence.startswith("This computer's clock is 3 days behind the server's.")
        scripted_api.date = ""
        await engine.presence.refresh()
        assert engine.health.state.pressing == ()
    finally:
        await engine.stop()


async def test_a_home_that_is_opened_to_others_is_a_repair(scripted_cli):
    home = Home(scripted_cli.home)
    engine = Engine(home, vault=vault_of({"RINGODESK_API_KEY": KEY}))
    try:
        await engine.open()
        home.folder.chmod(0o755)
        await engine.watch.look()
        assert [repair.id for repair in engine.health.state.pressing] == ["privacy"]
    finally:
        await engine.stop()


async def test_who_waits_for_another_to_end_receives_then(scripted_cli):
    home = Home(scripted_cli.home)
    first, second = (Engine(home, vault=vault_of({"RINGODESK_API_KEY": KEY})) for _ in range(2))
    try:
        for engine in (first, second):
            await engine.open()
            await engine.start_receiving()
        assert [repair.id for repair in second.health.state.repairs] == ["elsewhere"]
        await second.watch.look()
        assert not second.receiving.is_running
        await first.receiving.stop()
        await second.watch.look()
        assert second.receiving.is_running
        assert second.health.state.repairs == ()
    finally:
        await second.stop()
        await first.stop()
