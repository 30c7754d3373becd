"""Each switch does what its name says: to requests, to replies, to notifications."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
import pytest

from ringodesk_qt.errors import InputError
from ringodesk_qt.simulator import Bite, Fault, FaultBoard, Simulator, SimulatorConfig, Stage

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
        (Fault.ERROR_CODE_TEXT, 200, {"error": {"code": "E_SOMETHING", "message": WORDS}}),
        (Fault.ERROR_NESTED, 200, {"error": {"error": {"code": 1001, "message": WORDS}}}),
        (Fault.ERROR_EMPTY, 200, {"error": {}}),
        (Fault.HTTP_404, 404, {"error": {"code": 404, "message": "Not found"}}),
        (Fault.HTTP_413, 413, {"error": {"code": 413, "message": "Request entity too large"}}),
        (Fault.HTTP_429_BARE, 429, {"error": {"code": 429, "message": "Too many requests"}}),
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


async def _headers(api: Any) -> Any:
    async with api.http.post(api.url, json=SEND, headers=api.headers, allow_redirects=False) as answer:
        return answer.status, answer.headers


@pytest.mark.parametrize(
    ("fault", "value", "after"),
    [
        (Fault.HTTP_429, None, "1"),
        (Fault.HTTP_429, 30, "30"),
        (Fault.HTTP_429_BARE, None, None),
        (Fault.HTTP_503_RETRY, 5, "5"),
    ],
)
async def test_too_many_requests_says_when(
    sim: Simulator, api: Any, fault: Fault, value: int | None, after: str | None
) -> None:
    sim.faults.once(fault, value=value)
    status, headers = await _headers(api)
    assert (status, headers.get("Retry-After")) == (503 if fault is Fault.HTTP_503_RETRY else 429, after)
    assert sim.requests[-1].http_status == status


async def test_too_many_requests_until_a_date(sim: Simulator, api: Any) -> None:
    sim.faults.once(Fault.HTTP_429_DATE, value=3600)
    _status, headers = await _headers(api)
    at = parsedate_to_datetime(headers["Retry-After"])
    assert 3599 <= (at - datetime.now(UTC)).total_seconds() <= 3602


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_that_tells_who_follows_it(sim: Simulator, api: Any, status: int) -> None:
    sim.faults.once(Fault.REDIRECT, value=status)
    got, headers = await _headers(api)
    assert (got, headers["Location"]) == (status, "/elsewhere")
    assert [record.fault for record in sim.requests] == [Fault.REDIRECT]
    async with api.http.post(f"{sim.origin}/elsewhere", json=SEND, headers=api.headers) as answer:
        assert answer.status == 404
    assert "nothing at this address" in sim.requests[-1].error


async def test_without_the_admin_api(sim: Simulator, api: Any) -> None:
    sim.faults.always(Fault.NO_ADMIN_API)
    envelope = await api.call("getOrganizations")
    unknown = await api.call("getNothing")
    assert envelope["error"]["message"] == unknown["error"]["message"].replace("getNothing", "getOrganizations")
    assert envelope["error"]["code"] == unknown["error"]["code"]
    assert len(await api.done("getChatUsers", orgid=ORGID)) == 7


@pytest.mark.parametrize(
    ("fault", "status", "is_done"),
    [
        (Fault.HTTP_502_HTML, 502, False),
        (Fault.HTTP_502_AFTER_DOING, 502, True),
        (Fault.HTTP_503_RETRY, 503, False),
        (Fault.HTTP_504_HTML, 504, False),
        (Fault.HTTP_504_AFTER_DOING, 504, True),
        (Fault.HTTP_200_HTML, 200, False),
    ],
)
async def test_web_pages(sim: Simulator, api: Any, fault: Fault, status: int, is_done: bool) -> None:
    sim.faults.once(fault)
    async with api.http.post(api.url, json=SEND, headers=api.headers) as answer:
        assert (answer.status, answer.content_type) == (status, "text/html")
        assert (await answer.text()).startswith("<html>")
    assert bool(sim.messages) is is_done


@pytest.mark.parametrize(
    ("fault", "is_done"),
    [
        (Fault.RESET_BEFORE_READING, False),
        (Fault.RESET_AT_REQUEST_BYTE, False),
        (Fault.RESET_AFTER_READING, False),
        (Fault.RESET_AFTER_DOING, True),
        (Fault.CLOSE_AFTER_DOING, True),
    ],
)
async def test_resets(sim: Simulator, api: Any, fault: Fault, is_done: bool) -> None:
    sim.faults.once(fault)
    with pytest.raises(aiohttp.ClientError):
        await send(api)
    assert bool(sim.messages) is is_done
    assert sim.requests[-1].fault is fault
    assert sim.requests[-1].http_status == 0


async def test_an_internal_error_after_it_was_done(sim: Simulator, api: Any) -> None:
    sim.faults.once(Fault.HTTP_500_AFTER_DOING)
    status, body = await send(api)
    assert (status, json.loads(body)["error"]["code"]) == (500, 500)
    assert len(sim.messages) == 1
    assert sim.requests[-1].is_done


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
    [
        (Fault.REPLY_EMPTY, b""),
        (Fault.REPLY_204, b""),
        (Fault.REPLY_NULL, b"null"),
        (Fault.REPLY_RESULT_NULL, b'{"result":null}'),
        (Fault.REPLY_NO_RESULT, b"{}"),
        (Fault.REPLY_BARE_TEXT, b'"ok"'),
        (Fault.REPLY_NOT_JSON, b"OK"),
    ],
)
async def test_replies_that_say_nothing(sim: Simulator, api: Any, fault: Fault, body: bytes) -> None:
    sim.faults.once(fault)
    assert await send(api) == (204 if fault is Fault.REPLY_204 else 200, body)
    assert len(sim.messages) == 1
    assert sim.requests[-1].fault is fault


async def test_replies_in_other_wrappings(sim: Simulator, api: Any) -> None:
    wrapped: list[Any] = []
    for fault in (Fault.REPLY_ARRAY, Fault.REPLY_TEXT, Fault.REPLY_ERROR_NULL, Fault.REPLY_EXTRA_FIELDS):
        sim.faults.once(fault)
        wrapped.append(json.loads((await send(api))[1]))
    ids = [message.id for message in sim.messages]
    assert wrapped[:3] == [
        {"result": [{"messageid": ids[0]}]},
        {"result": ids[1]},
        {"result": {"messageid": ids[2]}, "error": None},
    ]
    assert wrapped[3]["result"]["messageid"] == ids[3]
    assert set(wrapped[3]["result"]) == {"messageid", "ownerid", "created"}
    assert set(wrapped[3]) == {"result", "id", "jsonrpc", "elapsed_ms"}


@pytest.mark.parametrize("fault", [Fault.REPLY_TEXT, Fault.REPLY_ARRAY, Fault.REPLY_EXTRA_FIELDS, Fault.REPLY_NONE])
async def test_lists_and_indications_in_other_wrappings(sim: Simulator, api: Any, fault: Fault) -> None:
    session = sim.message(await api.text()).session.id
    sim.faults.always(fault)
    for method, params in (("getChatUsers", {}), ("read", {"sessionid": session})):
        assert "error" not in await api.call(method, orgid=ORGID, **params)
    assert all(record.is_done for record in sim.requests)


async def test_ids_of_lists_as_numbers(sim: Simulator, api: Any) -> None:
    sim.faults.always(Fault.REPLY_IDS_AS_NUMBERS)
    assert (await api.done("getChatUsers", orgid=ORGID))[0]["id"] == 16287541154521992797
    assert (await api.done("getOrganizations"))[0]["id"] == int(ORGID)


async def test_ids_of_messages_as_numbers(sim: Simulator, api: Any, hook: Any) -> None:
    for fault in (Fault.NUMERIC_IDS, Fault.REPLY_IDS_AS_NUMBERS, Fault.IDS_AS_NUMBERS):
        sim.faults.always(fault)
    number = (await api.done("message", orgid=ORGID, from_=NUMBER, to="501", content="Hi"))["messageid"]
    assert sim.message(str(number)).content == "Hi"
    await sim.deliver(str(number))
    await sim.settled()
    assert hook.of("delivered") == [{"messageid": number, "sessionid": int(sim.sessions[0].id)}]
    session = (await api.done("message", orgid=ORGID, from_=NUMBER, to="501"))["sessionid"]
    assert session == int(sim.sessions[0].id)


async def test_ids_of_messages_beyond_64_bits(sim: Simulator, api: Any) -> None:
    sim.faults.always(Fault.NUMERIC_IDS)
    message = sim.message(await api.text())
    for text in (message.id, message.session.id):
        assert len(text) == 20
        assert int(text) > 2**64
    await api.done("updated", orgid=ORGID, messageid=message.id, content="Changed")


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


async def test_a_delayed_one_holds_up_those_behind_it(sim: Simulator, hook: Any) -> None:
    sim.faults.once(Fault.DELAY, value=0.2)
    before = time.monotonic()
    for text in ("one", "two"):
        await sim.say("501", text, to=NUMBER)
    await sim.settled()
    assert time.monotonic() - before >= 0.2
    assert [params["content"] for params in hook.of("message")] == ["one", "two"]


async def test_read_without_delivered_and_delivered_after_read(sim: Simulator, api: Any, hook: Any) -> None:
    message = sim.message(await api.text())
    for fault in (Fault.LOST, Fault.REORDER):
        sim.faults.once(fault, only="delivered")
        await sim.deliver(message.id)
        await sim.read(message.session.id)
        await sim.settled()
    assert hook.methods == ["read", "read", "delivered"]


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
        (Fault.UNKNOWN_TYPE, set(), {"type": 99}),
        (Fault.IDS_AS_NUMBERS, set(), {"orgid": int(ORGID), "userid": 16287541154521992797}),
        (Fault.TEXT_EMPTY, set(), {"content": ""}),
        (Fault.BODY_HUGE, set(), {"padding": "x" * 5_000_000}),
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
    sim.faults.once(Fault.UNKNOWN_METHOD, value="groupInvite")
    assert (await say(sim, hook))["method"] == "groupInvite"


async def test_a_call_in_a_notification(sim: Simulator, hook: Any) -> None:
    params = (await say(sim, hook, Fault.CALL_CONTENT))["params"]
    assert params["type"] == 8
    assert (params["content"]["duration"], params["content"]["caller"]) == (100, "501")


@pytest.mark.parametrize(
    ("fault", "characters"),
    [
        (Fault.TEXT_MARKUP, "<script>"),
        (Fault.TEXT_EMOJI, "\u200d"),
        (Fault.TEXT_RTL, "\u202e"),
        (Fault.TEXT_NEWLINES, "\r\n\u2028\u2029"),
        (Fault.TEXT_CONTROL, "\0\x1b\x08"),
    ],
)
async def test_texts_that_are_hard_to_show(sim: Simulator, hook: Any, fault: Fault, characters: str) -> None:
    content = (await say(sim, hook, fault))["params"]["content"]
    assert set(characters) <= set(content)
    assert len(content) > 20
    sim.faults.once(fault)
    await sim.send_file("501", "a.txt", b"x", to=NUMBER)
    await sim.settled()
    assert hook.of("message")[-1]["content"].endswith("/a.txt")  # a file is no text


async def test_a_long_text(sim: Simulator, hook: Any) -> None:
    assert len((await say(sim, hook, Fault.TEXT_LONG))["params"]["content"]) == 100_000
    sim.faults.once(Fault.TEXT_LONG, value=7)
    assert (await say(sim, hook))["params"]["content"] == "All wor"


async def test_things_there_never_were(sim: Simulator, api: Any, hook: Any) -> None:
    ours, theirs = await api.text(), await sim.say("501", "Hello", to=NUMBER)
    deeds: list[tuple[str, Any]] = [
        ("delivered", sim.deliver(ours)),
        ("updated", sim.edit(theirs, "x")),
        ("deleted", sim.delete(theirs)),
        ("read", sim.read(sim.message(ours).session.id)),
        ("typing", sim.type("501")),
    ]
    for method, deed in deeds:
        fault = Fault.UNKNOWN_SESSIONID if method in ("read", "typing") else Fault.UNKNOWN_MESSAGEID
        sim.faults.once(fault, only=method)
        await deed
        await sim.settled()
        [params] = hook.of(method)
        known = {ours, theirs, sim.message(ours).session.id}
        assert params["sessionid" if fault is Fault.UNKNOWN_SESSIONID else "messageid"] not in known


@pytest.mark.parametrize("method", ["StartCallActivity", "StopCallActivity", "UpdateCallRecording"])
async def test_the_webhook_of_another_system(sim: Simulator, hook: Any, method: str) -> None:
    sim.faults.once(Fault.CALL_WEBHOOK, value=method)
    body = await say(sim, hook)
    assert (body["method"], set(body)) == (method, {"method", "api_token", "params"})
    assert body["api_token"] != KEY
    assert {"extension", "call_id"} <= set(body["params"])
    if method == "StopCallActivity":
        assert set(body["params"]) == {
            "extension",
            "call_id",
            "call_start",
            "call_end",
            "call_duration",
            "call_cause",
            "caller_number",
            "called_number",
            "activity_type",
            "domain",
            "user_id",
            "connection_id",
            "connection_name",
        }


async def test_requests_that_are_no_notification(sim: Simulator, hook: Any) -> None:
    for fault in (Fault.BODY_NOT_JSON, Fault.SENT_AS_GET):
        sim.faults.once(fault)
        await sim.say("501", "Hello", to=NUMBER)
    await sim.settled()
    [cut, *_again] = hook.broken
    assert cut.startswith(b'{"method":"message"')
    assert sim.webhooks[0].statuses == [400] * 3
    assert sim.webhooks[1].statuses == [405] * 3


async def test_typing_off(sim: Simulator, hook: Any) -> None:
    sim.faults.once(Fault.TYPING_OFF)
    await say(sim, hook)  # does not use it up
    await sim.type("501")
    await sim.settled()
    for fault in (Fault.TYPING_STATE, Fault.NO_STATE):
        sim.faults.once(fault)
        await sim.type("501")
    await sim.settled()
    assert [params.get("state") for params in hook.of("typing")] == ["off", "paused", None]


async def test_files_in_other_shapes(sim: Simulator, hook: Any) -> None:
    for fault in (Fault.FILE_AS_DATA_URI, Fault.FILE_AS_TEXT, Fault.FILE_AS_BASE64):
        sim.faults.once(fault)
        await sim.send_file("501", "a.txt", b"text", to=NUMBER)
    await sim.settled()
    first, second, third = (params["content"] for params in hook.of("message"))
    assert base64.b64decode(third) == b"text"
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
    assert all(fault.text and not fault.text.endswith(".") for fault in Fault)
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


@pytest.mark.parametrize(
    ("fault", "value"),
    [
        (Fault.HANG, 1),
        (Fault.HTTP_429, 1.5),
        (Fault.HTTP_429, -1),
        (Fault.HTTP_429, "5"),
        (Fault.HTTP_429, True),
        (Fault.DELAY, float("nan")),
        (Fault.REDIRECT, 200),
        (Fault.TYPING_STATE, 1),
        (Fault.CALL_WEBHOOK, "Other"),
    ],
)
def test_values_that_a_fault_cannot_take(fault: Fault, value: Any) -> None:
    board = FaultBoard()
    with pytest.raises(InputError, match=fault):
        board.once(fault, value=value)
    with pytest.raises(InputError, match=fault):
        board.always(fault, value=value)
    assert board.switches == ()


def test_a_value_comes_with_the_bite() -> None:
    board = FaultBoard()
    board.once(Fault.HTTP_429)
    board.once(Fault.HTTP_429, value=5)
    board.always(Fault.TYPE_AS_TEXT)
    board.always(Fault.TEXT_LONG, value=9)
    assert [board.bite(Stage.INSTEAD, "read") for _ in range(3)] == [
        Bite(Fault.HTTP_429, 1),
        Bite(Fault.HTTP_429, 5),
        None,
    ]
    assert board.bite_all(Stage.BODY, "message", "text") == (Bite(Fault.TYPE_AS_TEXT), Bite(Fault.TEXT_LONG, 9))
    assert board.bite_all(Stage.BODY, "message", "file") == (Bite(Fault.TYPE_AS_TEXT),)
    assert Fault.DELAY.parsed("1.5") == 1.5
    assert Fault.HTTP_429.parsed("30") == 30
    assert Fault.FILE_REDIRECT.parsed("http://x:1/") == "http://x:1/"


async def test_faults_of_the_config_are_for_good() -> None:
    config = SimulatorConfig(api_key=KEY, has_tempers=False, faults=(Fault.REPLY_BOTH,))
    async with Simulator(config) as sim, aiohttp.ClientSession() as http:
        for _ in range(2):
            headers = {"Authorization": f"Bearer {KEY}"}
            async with http.post(sim.api_url, json=SEND, headers=headers) as answer:
                assert set((await answer.json())["result"]) == {"messageid", "sessionid"}
