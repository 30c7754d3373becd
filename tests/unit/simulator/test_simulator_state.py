"""What the simulator holds: order, times, direction and state; organizations apart; keys; SMS numbers."""

from __future__ import annotations

from typing import Any

import pytest

from ringodesk_qt.errors import InputError
from ringodesk_qt.models.ids import OrgId, UserId
from ringodesk_qt.simulator import PEOPLE, Organization, Person, RequestRecord, Simulator, SimulatorConfig
from ringodesk_qt.simulator.keys import Keys
from ringodesk_qt.simulator.state import now_ms

KEY = "k3y-Of.the_ACCOUNT"
ORGID, NUMBER = "16287540703457500320", "1234567890"
ANN = Person(userid=UserId("7"), extension="501", name="Ann")
BOB = Person(userid=UserId("8"), extension="601", name="Bob")
ACME = Organization(id=OrgId("17"), domain="acme", name="Acme", dids={"2075550199": "601"}, people=(ANN, BOB))


@pytest.fixture
def config() -> SimulatorConfig:
    return SimulatorConfig(api_key=KEY, has_tempers=False, org=Organization(dids={"2075550100": "502"}), others=(ACME,))


async def session_of(api: Any, to: str = "501", orgid: str = ORGID, from_: str = NUMBER) -> str:
    sessionid: str = (await api.done("message", orgid=orgid, from_=from_, to=to))["sessionid"]
    return sessionid


# ---------------------------------------------------------------- history


async def test_an_import_is_held_in_its_order_with_its_times(sim: Simulator, api: Any) -> None:
    session = await session_of(api)
    rows = [(NUMBER, "501", "second", 1700000000002), ("501", NUMBER, "third", 1700000000003)]
    rows.append((NUMBER, "501", "first", 1700000000001))
    for from_, to, content, at_ms in rows:
        await api.done("message", orgid=ORGID, from_=from_, to=to, content=content, sessionid=session, timestamp=at_ms)
    live = await api.text(content="now")
    found = sim.messages_of(session)
    assert [(one.content, one.author, one.at_ms, one.is_imported, one.is_read) for one in found[:3]] == [
        ("first", "party", 1700000000001, True, True),
        ("second", "party", 1700000000002, True, True),
        ("third", "person", 1700000000003, True, True),
    ]
    assert (found[3].id, found[3].is_imported, found[3].is_read, found[3].timestamp_ms) == (live, False, False, None)
    assert abs(found[3].at_ms - now_ms()) < 60_000
    assert [one.id for one in sim.sessions] == [session]
    held = sim.held()["sessions"][0]
    assert [one["content"] for one in held["messages"]] == ["first", "second", "third", "now"]
    assert held["messages"][2] == {
        "messageid": found[2].id,
        "author": "person",
        "kind": "text",
        "content": "third",
        "at_ms": 1700000000003,
        "timestamp_ms": 1700000000003,
        "created_ms": found[2].created_ms,
        "is_imported": True,
        "is_delivered": True,
        "is_read": True,
        "is_deleted": False,
        "former": [],
    }


async def test_a_call_is_held_as_it_came(sim: Simulator, api: Any) -> None:
    session = await session_of(api)
    call = {"duration": 100, "caller": "501", "called": NUMBER}
    await api.done("message", orgid=ORGID, sessionid=session, content=call, type=8, timestamp=1700000000001)
    [held] = sim.held()["sessions"][0]["messages"]
    assert (held["kind"], held["content"]) == ("call", '{"duration":100,"caller":"501","called":"1234567890"}')


async def test_a_file_is_moved_by_reference(sim: Simulator, api: Any) -> None:
    file = await sim.send_file("501", "a.txt", b"x", to="5550001111")
    session = await session_of(api)
    params = {"orgid": ORGID, "from_": "501", "to": NUMBER, "messageid": file, "sessionid": session}
    assert await api.done("message", **params) == {"messageid": file}
    assert [one.id for one in sim.messages_of(session)] == [file]
    await api.done("deleted", orgid=ORGID, messageid=await api.text())
    await sim.delete(file)
    assert "was deleted" in (await api.call("message", **params))["error"]["message"]


async def test_indications_change_the_state(sim: Simulator, api: Any) -> None:
    theirs = await sim.say("501", "Hello", to=NUMBER)
    ours = await api.text()
    await api.done("delivered", orgid=ORGID, messageid=theirs)
    message = sim.message(theirs)
    assert (message.is_delivered, message.is_read) == (True, False)
    await api.done("read", orgid=ORGID, sessionid=message.session.id)
    assert message.is_read
    assert not sim.message(ours).is_read
    await sim.read(message.session.id)
    assert (sim.message(ours).is_read, sim.message(ours).is_delivered) == (True, False)


@pytest.mark.parametrize(("off_ms", "is_fine"), [(0, True), (240_000, True), (600_000, False)])
async def test_a_time_in_the_future(sim: Simulator, api: Any, off_ms: int, is_fine: bool) -> None:
    params = {"orgid": ORGID, "from_": NUMBER, "to": "501", "content": "x", "sessionid": await session_of(api)}
    envelope = await api.call("message", **params, timestamp=now_ms() + off_ms)
    assert ("result" in envelope) is is_fine


@pytest.mark.parametrize("at", [999_999_999_999, 1733829203832.0, None, "1733829203832", True, 10**18])
async def test_a_time_that_is_none(sim: Simulator, api: Any, at: Any) -> None:
    params = {"orgid": ORGID, "from_": NUMBER, "to": "501", "content": "x", "sessionid": await session_of(api)}
    assert "'timestamp' must be a" in (await api.call("message", **params, timestamp=at))["error"]["message"]


# ---------------------------------------------------------------- SMS numbers


async def test_a_session_with_an_sms_number(sim: Simulator, api: Any) -> None:
    session = await session_of(api, to="2075550100")
    assert sim.sessions[0].person.extension == "502"
    for address in ("2075550100", "502"):
        params = {"orgid": ORGID, "content": "x", "sessionid": session}
        await api.done("message", **params, from_=address, to=NUMBER)
    assert [one.author for one in sim.messages_of(session)] == ["person", "person"]
    envelope = await api.call("message", orgid=ORGID, from_=NUMBER, to="2075550100", content="x")
    assert "no user has the extension" in envelope["error"]["message"]


# ---------------------------------------------------------------- organizations


async def test_one_key_several_organizations(sim: Simulator, api: Any) -> None:
    rows = await api.done("getOrganizations")
    assert [(row["id"], row["domain"]) for row in rows] == [(ORGID, "harbourbooks"), ("17", "acme")]
    assert [user["name"] for user in await api.done("getChatUsers", orgid="17")] == ["Ann", "Bob"]
    assert [one.name for one in sim.organizations] == ["Harbour Books", "Acme"]
    result = await api.done("message", domain="acme", from_=NUMBER, to="501", content="Hi")
    assert sim.message(result["messageid"]).session.person is ANN
    assert sim.message(await api.text("501")).session.person is PEOPLE[0]


async def test_what_is_the_ones_is_not_the_others(sim: Simulator, api: Any) -> None:
    session = await session_of(api, "601", "17")
    theirs = await sim.say("601", "Hi", to=NUMBER)
    ours = (await api.done("message", orgid="17", from_=NUMBER, to="601", content="Hi"))["messageid"]
    tries: list[tuple[str, dict[str, Any], str]] = [
        ("read", {"sessionid": session}, "there is no session"),
        ("typing", {"sessionid": session}, "there is no session"),
        ("delivered", {"messageid": theirs}, "there is no message"),
        ("updated", {"messageid": ours, "content": "x"}, "there is no message"),
        ("deleted", {"messageid": ours}, "there is no message"),
        ("message", {"from_": NUMBER, "to": "601", "content": "x", "sessionid": session}, "there is no session"),
        ("message", {"from_": NUMBER, "to": "601", "content": "x"}, "no user has the extension '601'"),
        ("message", {"from_": NUMBER, "to": "2075550199"}, "no user has the extension '2075550199'"),
        ("message", {"senderid": "1a", "userid": "8", "content": "x"}, "no user has the id '8'"),
    ]
    for method, params, words in tries:
        assert words in (await api.call(method, orgid=ORGID, **params))["error"]["message"]
        if method != "message" or "content" not in params or "sessionid" in params:
            assert "result" in await api.call(method, orgid="17", **params)
            if method == "deleted":
                break


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (Organization(), "More than one organization has the id"),
        (Organization(id=OrgId("2")), "More than one organization has the domain"),
        (Organization(id=OrgId("2"), domain="b", people=(PEOPLE[0],)), "More than one user has the id"),
        (
            Organization(id=OrgId("2"), domain="b", people=(BOB, Person(userid=UserId("9"), extension="601", name=""))),
            "More than one user of 'Harbour Books' has the extension '601'",
        ),
        (Organization(id=OrgId("2"), domain="b", dids={"1": "2"}), "The SMS number 1 is for '2', whom"),
    ],
)
def test_people_who_cannot_be_told_apart(other: Organization, words: str) -> None:
    with pytest.raises(InputError, match=words):
        Simulator(SimulatorConfig(others=(other,)))


# ---------------------------------------------------------------- keys


async def test_a_rotated_key(sim: Simulator, api: Any, hook: Any) -> None:
    sim.rotate_key("the-NEW-key")
    body = b'{"method":"getOrganizations","params":{}}'
    assert (await api.post(body))[0] == 401
    api.headers = {"Authorization": "Bearer the-NEW-key"}
    assert (await api.post(body))[0] == 200
    await sim.say("501", "Hi", to=NUMBER)
    await sim.settled()
    assert hook.bodies[0]["api_key"] == "the-NEW-key"


async def test_a_key_that_was_rotated_half_way(sim: Simulator, api: Any, hook: Any) -> None:
    sim.rotate_key("the-NEW-key", is_half_way=True)
    assert (await api.post(b"{}"))[0] == 401
    await sim.say("501", "Hi", to=NUMBER)
    await sim.settled()
    assert hook.bodies[0]["api_key"] == KEY


def test_keys_stay_out_of_sight() -> None:
    keys = Keys("abc")
    keys.rotate("abcdef")
    assert keys.conceal("abcdef abc ab") == "… … ab"
    assert "abc" not in repr(keys)
    for key in ("", " a", "a\n", "a\0b"):
        with pytest.raises(InputError):
            Keys(key)


# ---------------------------------------------------------------- watching


async def test_watchers_are_told_of_all_of_it(sim: Simulator, api: Any) -> None:
    seen: list[Any] = []
    end = sim.watch(seen.append)
    ours = await api.text()
    await sim.say("501", "Hi")
    await sim.settled()
    end()
    await api.text()
    request, notification = seen
    assert isinstance(request, RequestRecord)
    assert (request.messageid, request.sessionid) == (ours, sim.message(ours).session.id)
    assert (notification.outcome, notification.number) == ("taken", 0)
    assert (sim.requests_made, sim.notifications_made) == (2, 1)
    assert [number for number, _record in sim.requests_since(1)] == [1]
