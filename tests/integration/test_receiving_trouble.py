"""What comes to the webhook URL and is no notification of ours: refused, and explained where the user can act on it."""

from __future__ import annotations

import json
import socket

import pytest
from cli_process import KEY, NUMBER, Cli, Running
from raw_posts import Caller, post_once
from scripted_api import ORGID

CALL = {
    "method": "StopCallActivity",
    "params": {"extension": "504", "call_id": "c-1", "call_duration": 61, "caller_number": NUMBER, "domain": "acme"},
}


def message(messageid, key=KEY):
    params = {"messageid": messageid, "orgid": ORGID, "to": NUMBER, "from": "504", "content": "Hello", "type": 1}
    return json.dumps({"method": "message", "params": params, "api_key": key}).encode()


@pytest.fixture
def listening(scripted_cli):
    with Running(scripted_cli, "listen") as running:
        running.url = running.wait_event("listening")["url"]
        yield running


def next_repairs(running):
    """The sentences of the next health that has other repairs than the one before."""
    former = getattr(running, "repairs", [])
    line = running.wait(lambda one: one["event"] == "health" and one["repairs"] != former)
    running.repairs = line["repairs"]
    return running.repairs


def check_a_good_one_ends_it(running, messageid):
    assert post_once(running.url, message(messageid)) == 200
    assert next_repairs(running) == []
    running.wait_event("message", messageid=messageid)


@pytest.mark.parametrize(
    "document",
    [CALL | {"api_token": "an-optional-token"}, CALL, {"method": "message", "params": {}, "api_token": KEY}],
    ids=["with its token", "without a token", "a message of it"],
)
def test_the_other_webhook_system_is_explained(listening, document):
    assert post_once(listening.url, json.dumps(document).encode()) == 401
    (sentence,) = next_repairs(listening)
    assert sentence.startswith("An organization's own Webhook integration calls this URL.")
    assert "API Settings" in sentence
    check_a_good_one_ends_it(listening, "m-1")


def test_a_rotated_key_is_explained_and_the_new_one_works(scripted_api, scripted_cli, listening):
    assert post_once(listening.url, message("m-1", key="the-new-key-of-the-account")) == 401
    (sentence,) = next_repairs(listening)
    assert sentence == (
        "Notifications come with another API key than the saved one. If the key was rotated, enter the new one."
    )
    check_a_good_one_ends_it(listening, "m-2")
    listening.terminate()
    with Running(Cli(scripted_cli.home, key="the-new-key-of-the-account"), "listen") as renewed:
        renewed.url = renewed.wait_event("listening")["url"]
        assert post_once(renewed.url, message("m-1", key="the-new-key-of-the-account")) == 200
        renewed.wait_event("message", messageid="m-1")
        assert post_once(renewed.url, message("m-3")) == 401
        assert next_repairs(renewed)[0].startswith("Notifications come with another API key")
        assert renewed.terminate().code == 0


def test_another_host_name_is_explained(listening):
    name = listening.url.split("/")[2]
    assert post_as(listening.url.replace("/hook/", "/guessed/"), "evil.example", message("m-1")) == 404
    with_name = {"evil.example": 421, "evil.example:80": 421, name: 200, "localhost": 200}
    statuses = {host: post_as(listening.url, host, message(f"m-{host}")) for host in with_name}
    assert statuses == with_name
    (sentence,) = next_repairs(listening)
    assert sentence.startswith("Notifications come under another host name than the public URL's, and are refused.")
    assert next_repairs(listening) == []


def test_a_public_url_of_the_users_own_is_a_name_of_ours(scripted_cli):
    place = scripted_cli.home / "settings.json"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    own = {"tunnel": "fixed", "public_url": "https://chat.example.com/desk", "receiver_port": port}
    settings = json.loads(place.read_text()) | own
    place.write_text(json.dumps(settings))
    with Running(scripted_cli, "listen") as running:
        url = running.wait_event("listening")["url"]
        assert url.startswith("https://chat.example.com/desk/hook/")
        local = f"http://127.0.0.1:{port}/hook/{settings['receiver_path']}"
        hosts = ("chat.example.com", "chat.example.com:443", "localhost", "example.com")
        assert [post_as(local, host, message(f"m-{host}")) for host in hosts] == [200, 200, 200, 421]
        assert running.terminate().code == 0


def post_as(url, host, body):
    """Posts to `url` under another name."""
    with Caller(url, host=host) as caller:
        return caller.post(body)
