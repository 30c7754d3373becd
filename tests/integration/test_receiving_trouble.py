"""What comes to the webhook URL and is no notification of ours: refused, and explained where the user can act on it."""

from __future__ import annotations

import json

import pytest
from cli_process import KEY, NUMBER, Cli, Running
from fake_ngrok import FakeNgrok
from ports import free_port
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
    wanted = {"message", "health"}  # which of the two is told first is left open
    while wanted:
        line = running.wait(lambda one: one.get("messageid") == messageid or one.get("repairs") == [])
        wanted.discard(line["event"])
    running.repairs = []


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
    assert {post_as(listening.url, host, message("m-1")) for host in ("evil.example", "evil.example:80")} == {421}
    (sentence,) = next_repairs(listening)
    assert sentence.startswith("Notifications come under another host name than the public URL's, and are refused.")
    assert {post_as(listening.url, host, message(f"m-{host}")) for host in (name, "localhost")} == {200}
    assert next_repairs(listening) == []


def check_names(cli, tunnel, public_url, *, right, wrong):
    """What `listen` answers on its port, by host name, once its public URL is open."""
    place = cli.home / "settings.json"
    port = free_port()
    settings = json.loads(place.read_text()) | {"receiver_port": port} | tunnel
    place.write_text(json.dumps(settings))
    with Running(cli, "listen") as running:
        assert running.wait_event("listening")["url"] == f"{public_url}/hook/{settings['receiver_path']}"
        local = f"http://127.0.0.1:{port}/hook/{settings['receiver_path']}"
        assert {post_as(local, host, message(f"m-{host}")) for host in right} == {200}
        assert {post_as(local, host, message(f"m-{host}")) for host in wrong} == {421}
        assert running.terminate().code == 0


def test_a_public_url_of_the_users_own_names_us(scripted_cli):
    url = "https://chat.example.com/desk"
    right, wrong = ("chat.example.com", "chat.example.com:443", "localhost"), ("example.com", "chosen-by-ngrok.test")
    check_names(scripted_cli, {"tunnel": "fixed", "public_url": url}, url, right=right, wrong=wrong)


@pytest.mark.parametrize("domain", ["", "own.ngrok-free.test"])
def test_the_url_that_ngrok_opens_names_us(scripted_cli, tmp_path, domain):
    agent = FakeNgrok(tmp_path / "bin")
    tunnel = {"tunnel": "ngrok", "ngrok_path": str(agent.path), "ngrok_domain": domain}
    name = domain or "chosen-by-ngrok.test"
    cli = Cli(scripted_cli.home, env={"NGROK_AUTHTOKEN": "2Token_of_the_account-XYZ"})
    check_names(cli, tunnel, f"https://{name}", right=(name, "127.0.0.1"), wrong=("evil.example", f"x{name}"))


def post_as(url, host, body):
    """Posts to `url` under another name."""
    with Caller(url, host=host) as caller:
        return caller.post(body)
