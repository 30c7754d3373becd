"""An organization given by its domain: looked up once, for all who ask, and what is done where it cannot be."""

import asyncio

import pytest
from fake_time import FakeTime
from scripted_server import PLAIN, response

from ringodesk_qt.api import CallActivity, Direction, Pace, RingotelClient, time_of_ms
from ringodesk_qt.errors import InputError, KeyRefusedError, NotSentError
from ringodesk_qt.models.ids import MessageId, SessionId

M, S = MessageId("1630253837469-a887a7c51d060d078a"), SessionId("1630253837483-3fb8b0b9c7e935684a")
ORGANIZATIONS = response(200, b'{"result":[{"id":"99","domain":"other"},{"id":"17","domain":"CompanyABC"}]}')
DONE = response(200, b'{"result":{"messageid":"m","sessionid":"s"}}')
NO_ADMIN_API = {
    "refused": response(200, b'{"error":{"message":"method is not documented"}}'),
    "404": response(404),
    "403": response(403, b'{"error":{"message":"no permission"}}'),
    "403 in a 200": response(200, b'{"error":{"message":"no permission","code":403}}'),
}


@pytest.fixture
def lookup(server):
    """Answers getOrganizations so, and everything else with success."""

    def set_lookup(*replies):
        left = list(replies)

        async def script(exchange):
            while True:
                request = await exchange.request()
                is_lookup = request.body.startswith(b'{"method":"getOrganizations"')
                await exchange.write((left.pop(0) if len(left) > 1 else left[0]) if is_lookup else DONE)

        server.script = script

    return set_lookup


@pytest.fixture
async def by_domain(server, key, timeouts):
    async with RingotelClient(key, domain=" companyabc ", api_url=server.origin, timeouts=timeouts, **PLAIN) as client:
        yield client


def asked(server):
    return [(request.json["method"], request.json["params"].get("orgid")) for request in server.requests]


async def test_domain_is_looked_up_once_and_the_id_is_sent_everywhere(server, lookup, by_domain, number, to, tmp_path):
    lookup(ORGANIZATIONS)
    file = tmp_path / "a.txt"
    file.write_text("hi")
    assert by_domain.orgid == ""
    await asyncio.gather(*(by_domain.send_text(number, to, "hi") for _ in range(5)), by_domain.delivered(M))
    await by_domain.send_link(number, to, "https://example.com/a")
    await by_domain.open_session(number, to)
    await by_domain.typing(S)
    assert by_domain.orgid == "17"
    assert asked(server)[0] == ("getOrganizations", None)
    assert [orgid for _, orgid in asked(server)[1:]] == ["17"] * 9
    assert all("domain" not in request.json["params"] for request in server.requests)
    await by_domain.send_file(number, to, file)
    assert server.last.parts[0] == ("orgid", None, None, b"17")


async def test_an_id_that_is_given_is_used_as_it_is(server, lookup, key, number, to):
    lookup(ORGANIZATIONS)
    async with RingotelClient(key, orgid="5", domain="companyabc", api_url=server.origin, **PLAIN) as client:
        await client.send_text(number, to, "hi")
    assert asked(server) == [("message", "5")]


@pytest.mark.parametrize("reply", NO_ADMIN_API)
async def test_without_the_admin_api_texts_and_links_carry_the_domain(
    server, lookup, by_domain, number, sender, to, reply
):
    lookup(NO_ADMIN_API[reply])
    await by_domain.send_text(number, to, "hi")
    await by_domain.send_link(number, to, "https://example.com/a")
    await by_domain.send_text(sender, to, "hi")
    assert [request.json["method"] for request in server.requests] == ["getOrganizations", *["message"] * 3]
    for request in server.requests[1:]:
        assert request.json["params"]["domain"] == "companyabc"
        assert "orgid" not in request.json["params"]


async def test_without_the_admin_api_all_else_needs_the_id(server, lookup, by_domain, number, to, tmp_path):
    lookup(NO_ADMIN_API["refused"])
    file = tmp_path / "a.txt"
    file.write_text("hi")
    call = CallActivity(duration_s=1, caller="1", called="2")
    for refused in (
        by_domain.chat_users(),
        by_domain.send_file(number, to, file),
        by_domain.open_session(number, to),
        by_domain.sync_text(number, to, "hi", sessionid=S, direction=Direction.OUTGOING),
        by_domain.sync_reference(number, to, M, sessionid=S, direction=Direction.OUTGOING),
        by_domain.log_call(S, call, at=time_of_ms(1733829203832)),
        by_domain.delivered(M),
        by_domain.read(S),
        by_domain.typing(S),
        by_domain.updated(M, "hi"),
        by_domain.deleted(M),
    ):
        with pytest.raises(InputError, match="id is needed"):
            await refused
    assert len(server.requests) == 1, "the refusal is remembered"


async def test_key_that_is_refused_is_no_missing_admin_api(server, lookup, by_domain, number, to):
    lookup(response(401))
    with pytest.raises(KeyRefusedError):
        await by_domain.send_text(number, to, "hi")
    with pytest.raises(KeyRefusedError):
        await by_domain.organizations_or_none()


async def test_domain_that_is_not_there_names_those_that_are(server, lookup, key, number, to):
    lookup(ORGANIZATIONS)
    async with RingotelClient(key, domain="nowhere", api_url=server.origin, **PLAIN) as client:
        with pytest.raises(InputError, match="CompanyABC, other"):
            await client.send_text(number, to, "hi")
    assert asked(server) == [("getOrganizations", None)]


async def test_trouble_is_everyones_who_waits_and_is_not_kept(server, lookup, by_domain, number, to):
    lookup(response(503), ORGANIZATIONS)
    outcomes = await asyncio.gather(*(by_domain.send_text(number, to, "hi") for _ in range(3)), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [NotSentError] * 3
    assert asked(server) == [("getOrganizations", None)]
    await by_domain.send_text(number, to, "hi")
    assert asked(server)[-1] == ("message", "17")


async def test_a_caller_that_is_cancelled_takes_it_from_nobody(server, lookup, by_domain, number, to):
    lookup(ORGANIZATIONS)
    first = asyncio.create_task(by_domain.send_text(number, to, "first"))
    second = asyncio.create_task(by_domain.send_text(number, to, "second"))
    await asyncio.sleep(0)
    first.cancel()
    await second
    assert first.cancelled()
    assert asked(server) == [("getOrganizations", None), ("message", "17")]


async def test_closing_ends_a_look_up_that_waits(server, key, number, to):
    time = FakeTime()
    pace = Pace(1, clock=time.clock, sleep=time.sleep)
    async with RingotelClient(key, domain="companyabc", api_url=server.origin, pace=pace) as client:
        await client._transport.ready()
        (await pace.turn(2)).leave()
        waiting = asyncio.create_task(client.send_text(number, to, "hi"))
        while not time.slept:
            await asyncio.sleep(0)
    with pytest.raises(NotSentError, match="closed"):
        await waiting
    assert server.connections == 0


@pytest.mark.parametrize("reply", NO_ADMIN_API)
async def test_organizations_for_who_can_do_without(server, lookup, client, reply):
    lookup(NO_ADMIN_API[reply], ORGANIZATIONS)
    assert await client.organizations_or_none() is None
    found = await client.organizations_or_none()
    assert [one.id for one in found] == ["99", "17"]
