"""Notifications: the collection's shapes key by key, their order, their tries."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from ringodesk_qt.errors import InputError
from ringodesk_qt.simulator import Simulator, SimulatorConfig
from ringodesk_qt.simulator.requests import RequestRefusedError

KEY = "k3y-Of.the_ACCOUNT"
ORGID, LENA, NUMBER = "16287540703457500320", "16287541154521992797", "1234567890"

MESSAGE: dict[str, Any] = {
    "to": "1234567890",
    "from": "502",
    "orgid": "16287540703457500320",
    "userid": "16287541154521992797",
    "messageid": "1630253837469-a887a7c51d060d078a",
    "sessionid": "1630253837483-3fb8b0b9c7e935684a",
    "content": "Hello World!",
    "type": 1,
}
SHAPES: dict[str, dict[str, Any]] = {
    "Text Message": MESSAGE,
    "File": {**MESSAGE, "content": "...file content...", "type": 2},
    "Delivery report": {
        "messageid": "1630253837469-a887a7c51d060d078a",
        "sessionid": "1630253837483-3fb8b0b9c7e935684a",
    },
    "Read report": {"sessionid": "1630253837483-3fb8b0b9c7e935684a"},
    "Typing indication": {"sessionid": "1630253837483-3fb8b0b9c7e935684a", "state": "on"},
    "Message updated": {"messageid": "1630253837469-a887a7c51d060d078a", "content": "Hello World!"},
    "Message deleted": {"messageid": "1630253837469-a887a7c51d060d078a"},
}
"""The params of the collection's seven webhook items."""


async def _provoke(sim: Simulator, api: Any, item: str) -> str:
    """Has a person do what the item tells of; returns the notification's method."""
    ours = await api.text()
    theirs = await sim.say("501", "Hello World!") if item in ("Message updated", "Message deleted") else ""
    session = sim.message(ours).session.id
    deeds: dict[str, tuple[str, Any]] = {
        "Text Message": ("message", lambda: sim.say("501", "Hello World!")),
        "File": ("message", lambda: sim.send_file("501", "a.txt", b"text")),
        "Delivery report": ("delivered", lambda: sim.deliver(ours)),
        "Read report": ("read", lambda: sim.read(session)),
        "Typing indication": ("typing", lambda: sim.type("501")),
        "Message updated": ("updated", lambda: sim.edit(theirs, "Hello World!")),
        "Message deleted": ("deleted", lambda: sim.delete(theirs)),
    }
    method, deed = deeds[item]
    await deed()
    return method


@pytest.mark.parametrize("item", SHAPES)
async def test_shapes_are_the_collections(sim: Simulator, api: Any, hook: Any, item: str) -> None:
    method = await _provoke(sim, api, item)
    await sim.settled()
    body = hook.bodies[-1]
    assert set(body) == {"method", "params", "api_key"}
    assert (body["method"], body["api_key"]) == (method, KEY)
    params, shape = dict(body["params"]), SHAPES[item]
    if method == "message":  # in the notifications that really come, though in none of the examples
        assert params.pop("domain") == "harbourbooks"
    assert list(params) == list(shape)
    assert {name: type(value) for name, value in params.items()} == {name: type(v) for name, v in shape.items()}
    for name in ("state", "type"):
        assert params.get(name) == shape.get(name)


async def test_a_message_says_who_and_where(sim: Simulator, api: Any, hook: Any) -> None:
    session = sim.message(await api.text()).session.id
    messageid = await sim.say("501", "Grüße 👋\nשלום")
    await sim.settled()
    assert hook.of("message") == [
        {
            "to": NUMBER,
            "from": "501",
            "orgid": ORGID,
            "userid": LENA,
            "messageid": messageid,
            "sessionid": session,
            "content": "Grüße 👋\nשלום",
            "type": 1,
            "domain": "harbourbooks",
        }
    ]


async def test_a_sender_id_comes_instead_of_to(sim: Simulator, api: Any, hook: Any) -> None:
    await api.done("message", orgid=ORGID, senderid="1a2b3c4d5e6f", userid=LENA, content="Hello")
    await sim.say("501", "Hello yourself")
    await sim.settled()
    [params] = hook.of("message")
    assert params["senderid"] == "1a2b3c4d5e6f"
    assert "to" not in params


async def test_a_file_is_a_url_that_can_be_fetched(sim: Simulator, api: Any, hook: Any) -> None:
    await sim.send_file("501", "notes.txt", b"some notes", to=NUMBER)
    await sim.settled()
    [params] = hook.of("message")
    assert params["content"].startswith(f"{sim.origin}/files/")
    assert params["content"].endswith("/notes.txt")
    async with api.http.get(params["content"]) as answer:
        assert (answer.status, await answer.read()) == (200, b"some notes")
        assert answer.headers["Content-Type"] == "text/plain"


async def test_they_come_in_order(sim: Simulator, hook: Any) -> None:
    for number in range(30):
        await sim.say("501", f"line {number}", to=NUMBER)
    await sim.settled()
    assert [params["content"] for params in hook.of("message")] == [f"line {number}" for number in range(30)]


async def test_a_failure_is_tried_again_before_the_next(sim: Simulator, hook: Any) -> None:
    hook.statuses = [503, 404]
    await sim.say("501", "first", to=NUMBER)
    await sim.say("501", "second", to=NUMBER)
    await sim.settled()
    assert [params["content"] for params in hook.of("message")] == ["first", "first", "first", "second"]
    assert [record.statuses for record in sim.webhooks] == [[503, 404, 200], [200]]
    assert all(record.is_taken for record in sim.webhooks)


async def test_it_gives_up_after_a_few_tries(sim: Simulator, hook: Any) -> None:
    hook.statuses = [500, 500, 500]
    await sim.say("501", "first", to=NUMBER)
    await sim.say("501", "second", to=NUMBER)
    await sim.settled()
    assert [record.statuses for record in sim.webhooks] == [[500, 500, 500], [200]]
    assert not sim.webhooks[0].is_taken


async def test_a_redirect_is_not_followed(sim: Simulator, hook: Any) -> None:
    hook.statuses = [307, 307, 307]
    await sim.say("501", "first", to=NUMBER)
    await sim.settled()
    assert sim.webhooks[0].statuses == [307, 307, 307]


@pytest.mark.allow_log("ringodesk_qt.simulator.webhooks")
async def test_one_that_cannot_be_written_does_not_stop_the_next(sim: Simulator, hook: Any) -> None:
    await sim.say("501", "half a character: \ud83d", to=NUMBER)
    await sim.say("501", "whole", to=NUMBER)
    await sim.settled(timeout_s=5)
    assert [record.statuses for record in sim.webhooks] == [[], [200]]
    assert [params["content"] for params in hook.of("message")] == ["whole"]


async def test_nobody_there(sim: Simulator, unused_tcp_port: int) -> None:
    sim.set_webhook(f"http://127.0.0.1:{unused_tcp_port}/hook")
    await sim.say("501", "hello", to=NUMBER)
    await sim.settled()
    assert sim.webhooks[0].statuses == [0, 0, 0]


async def test_without_a_webhook_they_are_dropped_and_counted(sim: Simulator, hook: Any) -> None:
    sim.set_webhook("")
    await sim.say("501", "lost", to=NUMBER)
    await sim.type("501")
    sim.set_webhook(hook.url)
    await sim.say("501", "kept")
    await sim.settled()
    assert sim.dropped_webhooks == 2
    assert [record.is_dropped for record in sim.webhooks] == [True, True, False]
    assert [params["content"] for params in hook.of("message")] == ["kept"]


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/hook", "127.0.0.1:8000/hook", "http://"])
def test_a_webhook_has_to_be_a_web_address(url: str) -> None:
    with pytest.raises(InputError, match="webhook URL"):
        Simulator().set_webhook(url)
    with pytest.raises(InputError):
        Simulator(SimulatorConfig(webhook_url=url))


async def test_people_can_only_change_what_is_theirs(sim: Simulator, api: Any) -> None:
    ours = await api.text()
    theirs = await sim.say("501", "Hi")
    for wrong in (sim.edit(ours, "x"), sim.delete(ours), sim.deliver(theirs), sim.read("1-2"), sim.edit("1-2", "x")):
        with pytest.raises(RequestRefusedError):
            await wrong


async def test_a_script_has_to_say_whom_it_is_to(sim: Simulator) -> None:
    with pytest.raises(InputError, match="whom"):
        await sim.say("501", "Hello?")
    with pytest.raises(RequestRefusedError, match="999"):
        await sim.say("999", "Hello?", to=NUMBER)


async def test_waiting_for_requests(sim: Simulator, api: Any) -> None:
    coming = asyncio.create_task(sim.wait_request("message"))
    await api.text(content="one")
    await api.text(content="two")
    await api.call("message", orgid=ORGID, foo=1)
    assert (await coming).params["content"] == "one"
    assert (await sim.wait_request("message")).params["content"] == "two"
    refused = await sim.wait_request("message")
    assert "'foo' is not documented" in refused.error
    assert refused.params == {"orgid": ORGID, "foo": 1}
    with pytest.raises(TimeoutError):
        await sim.wait_request("message", timeout_s=0.01)
    with pytest.raises(TimeoutError):
        await sim.wait_request("read", timeout_s=0.01)
