"""The control surface: everything it can be asked and told, and whom it turns away."""

from __future__ import annotations

import asyncio
import base64
import io
import json
from typing import Any

import aiohttp
import pytest

from ringodesk_qt.simulator import Fault, Organization, Person, Simulator, SimulatorConfig

KEY = "k3y-Of.the_ACCOUNT"
ORGID, NUMBER = "16287540703457500320", "1234567890"


class Control:
    """A program of any language."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self.http = http
        self.url = url

    async def ask(self, path: str = "") -> Any:
        async with self.http.get(self.url + path) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def tell(self, path: str, **fields: Any) -> Any:
        status, body = await self.tried(path, **fields)
        assert status == 200, body
        return body

    async def tried(self, path: str, **fields: Any) -> tuple[int, Any]:
        async with self.http.post(f"{self.url}/{path}", json=fields) as answer:
            return answer.status, await answer.json()


@pytest.fixture
def control(sim: Simulator, api: Any) -> Control:
    return Control(api.http, sim.control_url)


async def test_what_it_is(sim: Simulator, control: Control, hook: Any) -> None:
    assert await control.ask() == {
        "api_url": sim.api_url,
        "orgid": ORGID,
        "webhook": hook.url,
        "requests": 0,
        "notifications": 0,
        "faults": [],
    }


async def test_a_conversation(sim: Simulator, api: Any, hook: Any, control: Control) -> None:
    ours = await api.text("501", "Is it open?")
    session = sim.message(ours).session.id
    await control.tell("deliver", messageid=ours)
    await control.tell("read", sessionid=session)
    assert await control.tell("type", extension="501") == {"sessionid": session}
    said = await control.tell("say", extension="501", text="Until sax")
    assert said == {"messageid": said["messageid"], "sessionid": session, "content": "Until sax"}
    await control.tell("edit", messageid=said["messageid"], text="Until six")
    await control.tell("delete", messageid=said["messageid"])
    assert await control.tell("settle") == {"notifications": 6}
    assert hook.methods == ["delivered", "read", "typing", "message", "updated", "deleted"]
    [held] = (await control.ask("/state"))["sessions"]
    assert [(one["author"], one["content"], one["is_read"], one["is_deleted"]) for one in held["messages"]] == [
        ("party", "Is it open?", True, False),
        ("person", "Until six", False, True),
    ]
    assert held["messages"][1]["former"] == ["Until sax"]


async def test_files(sim: Simulator, api: Any, control: Control) -> None:
    data = bytes(range(256))
    sent = [
        await control.tell(
            "send-file", extension="501", to=NUMBER, name="a.bin", base64=base64.b64encode(data).decode()
        ),
        await control.tell("send-file", extension="501", name="b.txt", text="Grüße"),
    ]
    for one, expected in zip(sent, (data, "Grüße".encode()), strict=True):
        async with api.http.get(one["content"]) as answer:
            assert await answer.read() == expected
    for fields in ({}, {"text": "x", "base64": "eA=="}, {"base64": "?"}):
        status, body = await control.tried("send-file", extension="501", name="c", **fields)
        assert (status, "base64" in body["error"]) == (400, True)


async def test_sessions_and_presence(sim: Simulator, api: Any, control: Control) -> None:
    first = (await control.tell("open-session", extension="502", senderid="1a2b"))["sessionid"]
    assert (await control.tell("open-session", extension="502", senderid="1a2b"))["sessionid"] == first
    await control.tell("close-session", sessionid=first)
    second = (await control.tell("open-session", extension="502", senderid="1a2b"))["sessionid"]
    assert second != first
    held = (await control.ask("/state"))["sessions"]
    assert [(one["sessionid"], one["is_closed"], one["is_sender_id"], one["party"]) for one in held] == [
        (first, True, True, "1a2b"),
        (second, False, True, "1a2b"),
    ]
    await control.tell("presence", extension="503", state=8)
    assert (await api.done("getChatUsers", orgid=ORGID))[2]["state"] == 8
    [organization] = (await control.ask("/state"))["organizations"]
    assert organization["people"][2]["state"] == 8
    assert (organization["orgid"], organization["domain"]) == (ORGID, "harbourbooks")


async def test_faults(sim: Simulator, api: Any, control: Control) -> None:
    told = await control.tell("set-fault", fault="http-429", value=30, only="message", times=2)
    assert told == {"set": [{"fault": "http-429", "value": 30, "only": "message", "left": 2}]}
    await control.tell("set-fault", fault="lost", times=None)
    await control.tell("set-fault", fault="hang")
    assert [one["left"] for one in (await control.ask("/faults"))["set"]] == [2, None, 1]
    assert [one["fault"] for one in (await control.tell("clear-faults", fault="hang"))["set"]] == ["http-429", "lost"]
    assert (await control.tell("clear-faults"))["set"] == []
    known = (await control.ask("/faults"))["known"]
    assert [one["fault"] for one in known] == list(Fault)
    assert known[0]["takes"] is None
    assert await api.text()


async def test_any_notification(control: Control, hook: Any) -> None:
    await control.tell("notify", method="groupInvite", params={"a": [1, {"b": None}]})
    await control.tell("settle")
    assert hook.bodies == [{"method": "groupInvite", "params": {"a": [1, {"b": None}]}, "api_key": KEY}]


async def test_requests_and_notifications_by_number(sim: Simulator, api: Any, control: Control) -> None:
    ours = await api.text()
    await api.call("read", orgid=ORGID, sessionid="1-2")
    await control.tell("set-fault", fault="lost", only="typing")
    await control.tell("type", extension="501")
    await control.tell("say", extension="501", text="Hi")
    await control.tell("settle")
    done, refused = (await control.ask("/requests"))["requests"]
    assert (done["number"], done["outcome"], done["messageid"], done["http_status"]) == (0, "done", ours, 200)
    assert (refused["number"], refused["outcome"], refused["error"]) == (
        1,
        "refused",
        "read: there is no session '1-2'",
    )
    assert (await control.ask("/requests?since=1"))["requests"] == [refused]
    assert (await control.ask("/requests?since=2"))["requests"] == []
    lost, taken = (await control.ask("/notifications"))["notifications"]
    assert (lost["method"], lost["outcome"], lost["faults"], lost["statuses"]) == ("typing", "dropped", ["lost"], [])
    assert (taken["number"], taken["outcome"], taken["statuses"]) == (1, "taken", [200])
    assert (await control.ask("/notifications?since=1"))["notifications"] == [taken]
    async with api.http.get(f"{sim.control_url}/requests?since=x") as answer:
        assert answer.status == 400


async def test_waiting_for_a_request(sim: Simulator, api: Any, control: Control) -> None:
    waiting = asyncio.create_task(control.tell("wait-request", method="message"))
    await asyncio.sleep(0)
    ours = await api.text()
    assert (await waiting)["messageid"] == ours
    assert (await control.tried("wait-request", method="message", timeout_s=0.01))[0] == 408
    waiting = asyncio.create_task(control.tried("wait-request", method="message", timeout_s=600))
    await asyncio.sleep(0.05)
    await sim.stop()
    assert (await waiting)[0] == 408  # it was let go, not cut off


async def test_the_webhook_and_the_key(sim: Simulator, api: Any, hook: Any, control: Control) -> None:
    assert await control.tell("webhook", url="") == {"webhook": None}
    await control.tell("say", extension="501", text="nowhere", to=NUMBER)
    await control.tell("webhook", url=hook.url)
    await control.tell("rotate-key", key="another-KEY", is_half_way=True)
    status, _body = await api.post(b"{}")
    assert status == 401
    await control.tell("say", extension="501", text="old key")
    await control.tell("settle")
    await control.tell("rotate-key", key="a-third-KEY")
    await control.tell("say", extension="501", text="new key")
    await control.tell("settle")
    assert [(body["params"]["content"], body["api_key"]) for body in hook.bodies] == [
        ("old key", KEY),
        ("new key", "a-third-KEY"),
    ]
    api.headers = {"Authorization": "Bearer a-third-KEY"}
    assert await api.text()


async def test_it_gives_no_key_away(sim: Simulator, api: Any, control: Control) -> None:
    await api.text("501", f"the key is {KEY}")
    await api.call("read", orgid=ORGID, sessionid=KEY)
    await control.tell("rotate-key", key='a"quoted\\KEY')
    await control.tell("say", extension="501", text='a"quoted\\KEY')
    for path in ("", "/state", "/requests", "/notifications", "/faults"):
        text = json.dumps(await control.ask(path))
        assert KEY not in text
        assert "quoted" not in text
    assert "the key is …" in json.dumps(await control.ask("/state"), ensure_ascii=False)


async def test_starting_over(sim: Simulator, api: Any, hook: Any, control: Control) -> None:
    await api.text()
    await control.tell("send-file", extension="501", name="a.txt", text="x")
    await control.tell("set-fault", fault="hang", times=None)
    await control.tell("set-fault", fault="reorder")
    await control.tell("presence", extension="501", state=0)
    assert await control.tell("reset") == {"requests": 1, "notifications": 1}
    state = await control.ask("/state")
    assert state["sessions"] == []
    assert state["organizations"][0]["people"][0]["state"] == 1
    assert (await control.ask())["faults"] == []
    assert (await control.ask("/requests"))["requests"] == []
    assert sim._shelf._folder is not None
    assert list(sim._shelf._folder.iterdir()) == []
    await api.text()
    await control.tell("say", extension="501", text="Hi")
    await control.tell("settle", timeout_s=5)
    assert [one["number"] for one in (await control.ask("/requests"))["requests"]] == [1]


async def test_organizations_apart(hook: Any) -> None:
    other = Organization(
        id="17",
        domain="acme",
        name="Acme",
        people=(Person(userid="7", extension="501", name="Ann"),),  # type: ignore[arg-type]
    )
    config = SimulatorConfig(api_key=KEY, has_tempers=False, others=(other,), webhook_url=hook.url)
    async with Simulator(config) as sim, aiohttp.ClientSession() as http:
        control = Control(http, sim.control_url)
        await control.tell("say", extension="501", text="from Acme", to=NUMBER, orgid="17")
        await control.tell("say", extension="501", text="from the first", to=NUMBER)
        await control.tell("settle")
        assert [(params["orgid"], params["domain"], params["content"]) for params in hook.of("message")] == [
            ("17", "acme", "from Acme"),
            (ORGID, "harbourbooks", "from the first"),
        ]
        assert (await control.tried("say", extension="501", text="x", to="1", orgid="18"))[0] == 404


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize(
    ("path", "fields", "status", "words"),
    [
        ("nix", {}, 404, "There is nothing at /simulator/nix. There is: GET /simulator"),
        ("state", {}, 405, "takes GET"),
        ("say", {"extension": "501"}, 400, "missing required field `text`"),
        ("say", {"extension": 501, "text": "x"}, 400, "Expected `str`, got `int` - at `$.extension`."),
        ("say", {"extension": "501", "text": "x", "tow": "1"}, 400, "unknown field `tow`"),
        ("say", {"extension": "501", "text": "x"}, 400, "Nobody has written to 501 yet"),
        ("say", {"extension": "999", "text": "x", "to": "1"}, 404, "No user has the extension '999'."),
        ("edit", {"messageid": "1-2", "text": "x"}, 404, "There is no message '1-2'."),
        ("read", {"sessionid": "1-2"}, 404, "There is no session '1-2'."),
        ("webhook", {"url": "here"}, 400, "The webhook URL must begin with"),
        ("rotate-key", {"key": ""}, 400, "A key must have"),
        ("set-fault", {"fault": "hangs"}, 400, "There is no fault 'hangs'. Is it hang"),
        ("set-fault", {"fault": "hang", "value": 1}, 400, "takes no value"),
        ("set-fault", {"fault": "hang", "times": 0}, 400, "Expected `int` >= 1"),
        ("set-fault", {"fault": "typing-off", "only": "read"}, 400, "cannot be for 'read' alone"),
        ("clear-faults", {"fault": "hangs"}, 400, "There is no fault 'hangs'"),
        ("wait-request", {"method": "read", "timeout_s": 601}, 400, "Expected `float` <= 600"),
        ("reset", {"really": True}, 400, "unknown field"),
    ],
)
async def test_what_cannot_be_done_is_said(control: Control, path: str, fields: Any, status: int, words: str) -> None:
    got, body = await control.tried(path, **fields)
    assert (got, set(body)) == (status, {"error"})
    assert words in body["error"]


async def test_what_is_no_json(sim: Simulator, api: Any) -> None:
    for body, kind, status in (
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"{}", "text/plain", 415),
        (b"{" + b" " * 1024 * 1024, "application/json", 413),
    ):
        async with api.http.post(
            f"{sim.control_url}/say", data=io.BytesIO(body), headers={"Content-Type": kind}
        ) as answer:
            assert (answer.status, set(await answer.json())) == (status, {"error"})


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Host": "["}, {"Origin": "http://127.0.0.1"}])
async def test_web_pages_are_turned_away(sim: Simulator, api: Any, headers: dict[str, str]) -> None:
    async with api.http.get(sim.control_url, headers=headers) as answer:
        assert answer.status == 403
    async with api.http.get(sim.control_url, headers={"Host": f"localhost:{sim.port}"}) as answer:
        assert answer.status == 200


async def test_faults_of_the_api_do_not_bite_here(sim: Simulator, control: Control) -> None:
    for fault in (Fault.HANG_AT_REQUEST_BYTE, Fault.HANG, Fault.DRIBBLE, Fault.REPLY_EMPTY):
        sim.faults.always(fault)
    assert (await control.ask())["requests"] == 0
