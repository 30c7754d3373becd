"""Receiving, as its user sees it: what the window says of strange webhooks, and that its own hanging loses nothing."""

from __future__ import annotations

import http.client
import json
import os
import signal
import time
from urllib.parse import urlsplit

import pytest
from programs import webhook_url

KEY, NUMBER = "demo-key", "2075550100"
FREEZE_S = 3.0
FREEZE_ON_SIGNAL = """
import pathlib, signal, time

def freeze(*_args):
    pathlib.Path({mark!r}).write_text("frozen")
    time.sleep({freeze_s})
    pathlib.Path({mark!r}).unlink()

signal.signal(signal.SIGUSR1, freeze)
"""


def post(home, document, *, key=KEY, host=None):
    """The status that the webhook URL answers."""
    parts = urlsplit(webhook_url(home))
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=15)
    headers = {} if host is None else {"Host": host}
    try:
        connection.request("POST", parts.path, json.dumps(document | ({"api_key": key} if key else {})), headers)
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.fixture
def running(simulator):
    return simulator()


@pytest.fixture
def home(account, running):
    return account(running)


def message(running, number):
    who = {"to": NUMBER, "from": "504", "orgid": running.simulator.orgid, "type": 1}
    return {"method": "message", "params": who | {"messageid": f"m-{number}", "content": f"number {number}"}}


def test_webhooks_that_are_not_ours_are_explained(app, home, running, screen_reader):
    process = app(home=home)
    window = process.wait_window()
    window.find("push button", "Receiving: on this machine only")
    call = {"method": "StopCallActivity", "api_token": "t", "params": {"extension": "504", "call_id": "1"}}
    strange = {
        "An organization's own Webhook integration calls this URL.": lambda: post(home, call, key=None),
        "Notifications come with another API key than the saved one.": lambda: post(
            home, message(running, 1), key="the-new-one"
        ),
        "Notifications come under another host name": lambda: post(home, message(running, 1), host="evil.example"),
    }
    for sentence, do in strange.items():
        assert 400 <= do() < 500
        screen_reader.wait_for(lambda label, begin=sentence: label.name.startswith(begin), "label", within=window)
    assert post(home, message(running, 2)) == 200
    window.find("push button", "Receiving: working")
    for sentence in strange:
        assert [label for label in window.find_all("label") if label.name.startswith(sentence)] == []


def test_a_window_that_hangs_fails_no_acknowledgement(app, home, running, tmp_path, screen_reader):
    mark = tmp_path / "mark"
    (tmp_path / "site").mkdir()
    code = FREEZE_ON_SIGNAL.format(mark=str(mark), freeze_s=FREEZE_S)
    (tmp_path / "site" / "sitecustomize.py").write_text(code)
    process = app(home=home, env={"PYTHONPATH": str(tmp_path / "site")})
    window = process.wait_window()
    window.find("push button", "Receiving: on this machine only")
    os.kill(process.pid, signal.SIGUSR1)
    wait_for(mark.exists)
    assert [post(home, message(running, number)) for number in range(30)] == [200] * 30
    assert mark.exists(), "the window hung on all the while"
    wait_for(lambda: not mark.exists())
    screen_reader.wait_for(lambda row: "number 29" in row.name, "list item", within=window)


def wait_for(look, timeout_s=15.0):
    end = time.monotonic() + timeout_s
    while not look():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.02)
