"""Each switch does what its name says: to requests, to replies, to notifications."""

from __future__ import annotations

import asyncio
import base64
import json
from typing import Any

import aiohttp
import pytest

from ringodesk_qt.simulator import Fault, FaultBoard, Simulator, SimulatorConfig, Stage

KEY = "k3y-Of.the_ACCOUNT"
ORGID, NUMBER = "16287540703457500320", "1234567890"
SEND = {"method": "message", "params": {"orgid": ORGID, "from": NUMBER, "to": "501", "content": "Hello"}}


async def send(api: Any) -> tuple[int, bytes]:
    status, body = await api.post(json.dumps(SEND).encode())
    return status, body


# ---------------------------------------------------------------- requests

WORDS = "Something went wrong, nothing was done"


@pytest.mark.parametrize(
    ("fault", "status", "envelope"),
    [
        (Fault.ERROR_OBJECT, 200, {"error": {"code": 1001, "message": WORDS}}),
        (Fault.ERROR_MESSAGE_ONLY, 200, {"error": {"message": WORDS}}),
        (Fault.ERROR_TEXT, 200, {"error": WORDS}),
        (Fault.RESULT_ERROR, 200, {"result": {"error": WORDS, "status": -1}}),
        (Fault.HTTP_500_JSON, 500, {"error": {"code": 500, "message": WORDS}}),
        (Fault.HTTP_401, 401, {"error": {"code": 401, "message": "Unauthorized"}}),
        (Fault.HTTP_403, 403, {"error": {"code": 403, "message": "Forbidden"}}),
        (Fault.HTTP_429, 429, {"error": {"code": 429, "message": "Too many requests"}}),
    ],
)
async def test_errors_of_every_shape(sim: Simulator, api: Any, fault: Fault, status: int, envelope: Any) -> None:
    sim.faults.once(fault)
    got, body = await send(api)
    assert (got, json.loads(body)) == (status, envelope)
    assert sim.messages == []
    assert sim.requests[-1].fault is fault
    assert not sim.requests[-1].is_done
    assert (await send(api))[0] == 200
    assert len(sim.messages) == 1


async def test_too_many_requests_says_when(sim: Simulator, api: Any) -> None:
    sim.faults.once(Fault.HTTP_429)
    async with api.http.post(api.url, json=SEND, headers=api.headers) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "1")


@pytest.mark.parametrize(
    ("fault", "status", "is_done"),
    [(Fault.HTTP_502_HTML, 502, False), (Fault.HTTP_502_AFTER_DOING, 502, True), (Fault.HTTP_200_HTML, 200, False)],
)
async def test_web_pages(sim: Simulator, api: Any, fault: Fault, status: int, is_done: bool) -> None:
    sim.faults.once(fault)
    async with api.http.post(api.url, json=SEND, headers=api.headers) as answer:
        assert (answer.status, answer.content_type) == (status, "text/html")
        assert (await answer.text()).startswith("<html>")
    assert bool(sim.messages) is is_done


@pytest.mark.parametrize(
    ("fault", "is_done"),
    [(Fault.RESET_BEFORE_READING, False), (Fault.RESET_AFTER_READING, False), (Fault.RESET_AFTER_DOING, True)],
)
async def test_resets(sim: Simulator, api: Any, fault: Fault, is_done: bool) -> None:
    sim.faults.once(fault)
    with pytest.raises(aiohttp.ClientError):
        await send(api)
    assert bool(sim.messages) is is_done
    assert sim.requests[-1].fault is fault


@pytest.mark.parametrize(("fault", "is_done"), [(Fault.HANG, False), (Fault.HANG_AFTER_DOING, True)])
async def test_hangs(sim: Simulator, api: Any, fault: Fault, is_done: bool) -> None:
    sim.faults.once(fault)
    waiting = asyncio.create_task(send(api))
    await sim.wait_request("message")
    await send(api)  # others are served meanwhile
    assert not waiting.done()
    assert len(sim.messages) == 1 + is_done
    await sim.stop()
    with pytest.raises(aiohttp.ClientError):
        await waiting


async def test_a_refused_upload_leaves_no_file(sim: Simulator, api: Any) -> None:
    sim.faults.once(Fault.ERROR_TEXT, only="upload")
    form = aiohttp.FormData({"orgid": ORGID, "to": "501", "from": NUMBER})
    form.add_field("file", b"data", filename="a.txt")
    assert "error" in await api.upload(form)
    assert sim._shelf._folder is not None
    assert list(sim._shelf._folder.iterdir()) == []


async def test_a_session_that_was_closed_meanwhile(sim: Simulator, api: Any) -> None:
    old = sim.message(await api.text()).session.id
    sim.faults.once(Fault.SESSION_CLOSED)
    result = await api.done("message", orgid=ORGID, from_=NUMBER, to="501", content="Old", sessionid=old)
    assert set(result) == {"messageid", "sessionid"}
    assert result["sessionid"] != old


async def test_a_receipt_before_the_reply(sim: Simulator, api: Any, hook: Any) -> None:
    sim.faults.once(Fault.RECEIPT_BEFORE_REPLY)
    messageid = await api.text()
    assert [params["messageid"] for params in hook.of("delivered")] == [messageid]


# ---------------------------------------------------------------- replies


@pytest.mark.parametrize(
    ("fault", "keys"),
    [
        (None, {"messageid"}),
        (Fault.REPLY_SESSIONID, {"sessionid"}),
        (Fault.REPLY_BOTH, {"messageid", "sessionid"}),
        (Fault.REPLY_NONE, set()),
    ],
)
async def test_which_ids_a_reply_has(sim: Simulator, api: Any, fault: Fault | None, keys: set[str]) -> None:
    if fault is not None:
        sim.faults.once(fault)
    _status, body = await send(api)
    result = json.loads(body)["result"]
    [message] = sim.messages
    ids = {"messageid": message.id, "sessionid": message.session.id}
    assert result == {name: ids[name] for name in keys}


@pytest.mark.parametrize(
    ("fault", "body"),
    [(Fault.REPLY_EMPTY, b""), (Fault.REPLY_NULL, b"null"), (Fault.REPLY_RESULT_NULL, b'{"result":null}')],
)
async def test_replies_that_say_nothing(sim: Simulator, api: Any, fault: Fault, body: bytes) -> None:
    sim.faults.once(fault)
    assert await send(api) == (200, body)
    assert len(sim.messages) == 1


# ---------------------------------------------------------------- notifications


async def say(sim: Simulator, hook: Any, *faults: Fault) -> dict[str, Any]:
    """What came for a text that was said with these faults set."""
    for fault in faults:
        sim.faults.once(fault)
    await sim.say("501", "Hello", to=NUMBER)
    await sim.settled()
    body: dict[str, Any] = hook.bodies[-1]
    return body


async def test_a_lost_notification_never_comes(sim: Simulator, hook: Any) -> None:
    sim.faults.once(Fault.LOST)
    await sim.say("501", "lost", to=NUMBER)
    await sim.say("501", "kept", to=NUMBER)
    await sim.settled()
    assert [params["content"] for params in hook.of("message")] == ["kept"]
    assert sim.dropped_webhooks == 1


async def test_a_duplicate_is_the_same_twice(sim: Simulator, hook: Any) -> None:
    await say(sim, hook, Fault.DUPLICATE)
    assert len(hook.bodies) == 2
    assert hook.bodies[0] == hook.bodies[1]
    assert len(sim.webhooks) == 2


async def test_reordering_swaps_two(sim: Simulator, hook: Any) -> None:
    sim.faults.once(Fault.REORDER)
    for text in ("one", "two", "three"):
        await sim.say("501", text, to=NUMBER)
    await sim.settled()
    assert [params["content"] for params in hook.of("message")] == ["two", "one", "three"]


async def test_reordering_with_nothing_to_let_pass(sim: Simulator, hook: Any) -> None:
    assert (await say(sim, hook, Fault.REORDER))["params"]["content"] == "Hello"


@pytest.mark.parametrize(
    ("fault", "gone", "there"),
    [
        (Fault.SENDERID_FOR_TO, {"to"}, {"senderid": NUMBER}),
        (Fault.TYPE_AS_TEXT, set(), {"type": "1"}),
        (Fault.NO_TYPE, {"type"}, {}),
        (Fault.NO_DOMAIN, {"domain"}, {}),
        (Fault.NO_SESSIONID, {"sessionid"}, {}),
        (Fault.NO_MESSAGEID, {"messageid"}, {}),
        (Fault.EXTRA_FIELDS, set(), {"ownerid": "16287541154521990001", "timestamp": 1714478400000}),
    ],
)
async def test_params_that_differ(
    sim: Simulator, hook: Any, fault: Fault, gone: set[str], there: dict[str, Any]
) -> None:
    plain = (await say(sim, hook))["params"]
    changed = (await say(sim, hook, fault))["params"]
    assert set(plain) - set(changed) == gone
    assert set(changed) - set(plain) == set(there) - set(plain)
    assert {name: changed[name] for name in there} == there
    assert sim.webhooks[-1].faults == {fault}
    assert set((await say(sim, hook))["params"]) == set(plain)


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (Fault.WRONG_KEY, {"api_key": "this-is-not-the-key"}),
        (Fault.NO_KEY, {}),
        (Fault.API_TOKEN, {"api_token": KEY}),
    ],
)
async def test_keys_that_differ(sim: Simulator, hook: Any, fault: Fault, key: dict[str, str]) -> None:
    body = await say(sim, hook, fault)
    assert {name: value for name, value in body.items() if name not in ("method", "params")} == key


async def test_an_unknown_method(sim: Simulator, hook: Any) -> None:
    assert (await say(sim, hook, Fault.UNKNOWN_METHOD))["method"] == "messageReaction"


async def test_typing_off(sim: Simulator, hook: Any) -> None:
    sim.faults.once(Fault.TYPING_OFF)
    await say(sim, hook)  # does not use it up
    await sim.type("501")
    await sim.settled()
    assert [params["state"] for params in hook.of("typing")] == ["off"]


async def test_files_in_other_shapes(sim: Simulator, hook: Any) -> None:
    for fault in (Fault.FILE_AS_DATA_URI, Fault.FILE_AS_TEXT):
        sim.faults.once(fault)
        await sim.send_file("501", "a.txt", b"text", to=NUMBER)
    await sim.settled()
    first, second = (params["content"] for params in hook.of("message"))
    assert first == f"data:text/plain;base64,{base64.b64encode(b'text').decode()}"
    assert second == "…a.txt content…"


async def test_several_at_once(sim: Simulator, hook: Any) -> None:
    await say(sim, hook, Fault.NO_DOMAIN, Fault.TYPE_AS_TEXT, Fault.DUPLICATE)
    assert len(hook.bodies) == 2
    assert hook.bodies[0] == hook.bodies[1]
    assert hook.of("message")[0]["type"] == "1"
    assert "domain" not in hook.of("message")[0]


# ---------------------------------------------------------------- the board


def test_every_fault_has_a_name_of_its_own_and_a_stage() -> None:
    assert len({fault.value for fault in Fault}) == len(Fault) >= 40
    assert {fault.stage for fault in Fault} == set(Stage)
    assert Fault("reset-after-doing") is Fault.RESET_AFTER_DOING


def test_once_a_few_times_and_always() -> None:
    board = FaultBoard()
    board.once(Fault.ERROR_TEXT, only="read")
    board.once(Fault.ERROR_OBJECT, times=2)
    board.always(Fault.HANG, only="typing")
    assert board.take(Stage.AFTER, "message") is None
    assert [board.take(Stage.INSTEAD, "message") for _ in range(3)] == [Fault.ERROR_OBJECT, Fault.ERROR_OBJECT, None]
    assert [board.take(Stage.INSTEAD, "typing") for _ in range(3)] == [Fault.HANG] * 3
    assert board.take(Stage.INSTEAD, "read") is Fault.ERROR_TEXT
    board.clear(Fault.ERROR_TEXT)
    assert [switch.fault for switch in board.switches] == [Fault.HANG]
    board.clear()
    assert board.switches == ()


async def test_faults_of_the_config_are_for_good() -> None:
    config = SimulatorConfig(api_key=KEY, has_tempers=False, faults=(Fault.REPLY_BOTH,))
    async with Simulator(config) as sim, aiohttp.ClientSession() as http:
        for _ in range(2):
            headers = {"Authorization": f"Bearer {KEY}"}
            async with http.post(sim.api_url, json=SEND, headers=headers) as answer:
                assert set((await answer.json())["result"]) == {"messageid", "sessionid"}
