"""What is tried again, what never is, and how long is waited: on a clock of its own, over a real wire."""

import asyncio
import socket

import httpx
import msgspec
import pytest
from fake_time import FakeTime
from scripted_server import response

from ringodesk_qt.api import Direction, Pace, Retries, RingotelClient
from ringodesk_qt.api.pacing import Rank
from ringodesk_qt.errors import InputError, KeyRefusedError, NotSentError, RefusedError, UncertainError
from ringodesk_qt.models.ids import MessageId, SessionId

ORGID = "16287540703457500320"
M, S = MessageId("1630253837469-a887a7c51d060d078a"), SessionId("1630253837483-3fb8b0b9c7e935684a")
BUSY = response(429)
DOWN = response(503)
DONE = response(200, b'{"result":{"messageid":"m-1"}}')


class Naps:
    """Stands in for sleep and chance: half of what may be waited is."""

    def __init__(self):
        self.slept = []

    async def sleep(self, wait_s):
        self.slept.append(wait_s)

    def retries(self, **numbers):
        return Retries(sleep=self.sleep, draw=lambda: 0.5, **numbers)


@pytest.fixture
def naps():
    return Naps()


@pytest.fixture
def script(server):
    """Has the server give these answers in order, the last one for ever; b"" closes the connection."""

    def set_script(*replies):
        left = list(replies)

        async def play(exchange):
            await exchange.request()
            await exchange.write(left.pop(0) if len(left) > 1 else left[0])

        server.script = play

    return set_script


@pytest.fixture
def make(server, key, timeouts, naps):
    def make_client(**numbers):
        return RingotelClient(
            key, orgid=ORGID, api_url=server.origin, timeouts=timeouts, pace=Pace(None), retries=naps.retries(**numbers)
        )

    return make_client


async def test_a_message_is_tried_again_where_it_surely_was_not_done(server, make, script, naps, number, to):
    script(BUSY, BUSY, DONE)
    async with make() as client:
        assert (await client.send_text(number, to, "hi")).messageid == "m-1"
    assert naps.slept == [0.25, 0.5]
    assert len({request.body for request in server.requests}) == 1
    assert len(server.requests) == 3


async def test_there_is_an_end_to_it(server, make, script, naps, number, to):
    script(BUSY)
    async with make() as client:
        with pytest.raises(NotSentError):
            await client.send_text(number, to, "hi")
        assert len(server.requests) == 4
        with pytest.raises(NotSentError):
            await client.delivered(M)
    assert len(server.requests) == 8
    assert naps.slept == [0.25, 0.5, 1.0] * 2


async def test_tries_of_changes_and_of_harmless_calls_are_counted_apart(server, make, script, number, to):
    script(BUSY)
    async with make(tries=3, send_tries=1) as client:
        for call, tries in (
            (client.send_text(number, to, "hi"), 1),
            (client.updated(M, "hi"), 1),
            (client.sync_text(number, to, "hi", sessionid=S, direction=Direction.INCOMING), 1),
            (client.open_session(number, to), 1),
            (client.delivered(M), 3),
            (client.read(S), 3),
            (client.chat_users(), 3),
            (client.organizations(), 3),
            (client.typing(S), 1),
        ):
            server.requests.clear()
            with pytest.raises(NotSentError):
                await call
            assert len(server.requests) == tries


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (DOWN, UncertainError),
        (b"", UncertainError),
        (response(200, b"<html>"), UncertainError),
        (response(400, b"{}"), RefusedError),
        (response(200, b'{"error":"no"}'), RefusedError),
        (response(401), KeyRefusedError),
        (response(403), KeyRefusedError),
    ],
)
async def test_what_may_have_been_done_or_was_refused_is_not_repeated(server, make, script, number, to, reply, kind):
    script(reply, DONE)
    async with make() as client:
        with pytest.raises(kind):
            await client.send_text(number, to, "hi")
    assert len(server.requests) == 1


@pytest.mark.parametrize("reply", [DOWN, b"", response(200, b"<html>")])
@pytest.mark.parametrize("name", ["chat_users", "delivered", "read"])
async def test_a_harmless_call_is_tried_again_after_any_trouble(server, make, script, reply, name):
    script(reply, reply, response(200, b'{"result":[]}'))
    async with make() as client:
        await {
            "chat_users": client.chat_users,
            "delivered": lambda: client.delivered(M),
            "read": lambda: client.read(S),
        }[name]()
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("value", "slept"), [("7", [7.0]), ("0", [0.25]), ("60", [60.0]), ("61", None), ("3600", None), ("soon", [0.25])]
)
async def test_retry_after_is_the_least_that_is_waited(server, make, script, naps, number, to, value, slept):
    script(response(429, b"", {"Retry-After": value}), DONE)
    async with make() as client:
        if slept is None:
            with pytest.raises(NotSentError) as caught:
                await client.send_text(number, to, "hi")
            assert caught.value.retry_after_s == float(value)
            assert naps.slept == []
        else:
            await client.send_text(number, to, "hi")
            assert naps.slept == slept


def test_the_wait_doubles_to_a_limit_with_full_jitter():
    error = NotSentError("x")
    for draw in (0.0, 0.37, 1.0):
        retries = Retries(draw=lambda draw=draw: draw)
        waits = [retries.wait_s(error, tries_made=made) for made in range(1, 9)]
        assert waits == [draw * most for most in (0.5, 1, 2, 4, 8, 16, 20, 20)]
        assert retries.wait_s(error, tries_made=10**6) == draw * 20


@pytest.mark.parametrize(
    "numbers",
    [
        {"tries": 0},
        {"tries": -1},
        {"tries": 1.5},
        {"send_tries": True},
        {"send_tries": "2"},
        {"first_s": -1},
        {"most_s": float("inf")},
        {"most_wait_s": float("nan")},
        {"most_wait_s": None},
    ],
)
def test_numbers_that_make_no_sense_are_refused(numbers):
    with pytest.raises(InputError):
        Retries(**numbers)


def _grow(path):
    with path.open("ab") as file:
        file.write(b"more")


async def test_causes_on_this_side_that_stay_are_not_waited_for(make, naps, number, to, key, tmp_path, monkeypatch):
    client = make()
    await client.aclose()
    with pytest.raises(NotSentError, match="closed") as caught:
        await client.delivered(M)
    assert caught.value.is_lasting

    file = tmp_path / "a.bin"
    file.write_bytes(b"x" * 200_000)
    async with make() as client:
        with pytest.raises(NotSentError, match="changed"):
            await client.send_file(number, to, file, on_progress=lambda sent, _: _grow(file) if sent == 0 else None)

    monkeypatch.setenv("HTTPS_PROXY", "gopher://127.0.0.1:1")
    url = "https://shell.invalid/api"
    async with RingotelClient(key, orgid=ORGID, api_url=url, pace=Pace(None), retries=naps.retries()) as client:
        with pytest.raises(NotSentError, match="proxy"):
            await client.send_text(number, to, "hi")
    assert naps.slept == []


async def test_an_upload_begins_anew(server, make, naps, number, to, tmp_path):
    file = tmp_path / "a.bin"
    file.write_bytes(bytes(range(256)) * 1000)
    told = []
    replies = [BUSY, DONE]

    async def play(exchange):
        await exchange.request()
        await exchange.write(replies.pop(0))

    server.script = play
    async with make() as client:
        sent = await client.send_file(number, to, file, on_progress=lambda *sizes: told.append(sizes))
    assert sent.messageid == "m-1"
    assert [request.parts[-1][3] == file.read_bytes() for request in server.requests] == [True, True]
    first, second = (index for index, (done, _) in enumerate(told) if done == 0)
    assert first == 0
    assert told[second - 1] == told[-1] == (256_000, 256_000)


async def test_connection_refused_is_tried_again(make, server, naps, number, to):
    await server.__aexit__()
    async with make() as client:
        with pytest.raises(NotSentError, match="refused"):
            await client.send_text(number, to, "hi")
    assert len(naps.slept) == 3


# ---------------------------------------------------------------- before


async def test_before_is_awaited_once_when_the_turn_has_come_and_nothing_has_left(server, make, script, number, to):
    script(BUSY, BUSY, DONE)
    seen = []

    async def before():
        seen.append(len(server.requests))

    async with make() as client:
        await client.send_text(number, to, "hi", before=before)
    assert seen == [0]
    assert len(server.requests) == 3


class OwnError(Exception):
    pass


async def test_before_is_not_asked_while_no_connection_can_be_made(key, naps, timeouts, number, to):
    """Who is killed while connecting has sent nothing, and need not wonder."""
    count = 0

    async def before():
        nonlocal count
        count += 1

    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and does not listen
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        options = {"timeouts": timeouts, "pace": Pace(None), "retries": naps.retries()}
        async with RingotelClient(key, orgid=ORGID, api_url=url, **options) as client:
            with pytest.raises(NotSentError):
                await client.send_text(number, to, "hi", before=before)
    assert (count, len(naps.slept)) == (0, 3)


async def test_before_is_awaited_with_a_client_that_tells_nothing(key, number, to):
    steps = []

    async def before():
        steps.append("before")

    def answer(request):
        steps.append("request")
        raise httpx.ReadError("broken", request=request)

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        client = RingotelClient(key, orgid=ORGID, http=http, pace=Pace(None))
        with pytest.raises(UncertainError):
            await client.send_text(number, to, "hi", before=before)
    assert steps == ["before", "request"]


@pytest.mark.parametrize("error", [OwnError("no"), NotSentError("no"), OSError(28, "full"), asyncio.CancelledError()])
async def test_what_before_raises_ends_the_call_with_nothing_sent(server, make, number, sender, to, tmp_path, error):
    file = tmp_path / "a.txt"
    file.write_text("hi")
    count = 0

    async def before():
        nonlocal count
        count += 1
        raise error

    async with make() as client:
        calls = [
            client.send_text(sender, to, "hi", before=before),
            client.send_link(number, to, "https://example.com/a", before=before),
            client.send_file(number, to, file, before=before),
            client.open_session(number, to, before=before),
            client.sync_text(number, to, "hi", sessionid=S, direction=Direction.OUTGOING, before=before),
            client.sync_reference(number, to, M, sessionid=S, direction=Direction.OUTGOING, before=before),
            client.updated(M, "hi", before=before),
            client.deleted(M, before=before),
        ]
        for call in calls:
            with pytest.raises(type(error)) as caught:
                await call
            assert caught.value is error
    assert count == len(calls)
    assert server.requests == []


async def test_before_is_not_asked_for_what_cannot_be_sent(server, make, number, to):
    async def before():
        raise AssertionError("asked")

    async with make() as client:
        with pytest.raises(InputError):
            await client.send_text(number, to, " ", before=before)
        await client.aclose()
        with pytest.raises(NotSentError, match="closed"):
            await client.send_text(number, to, "hi", before=before)


# ---------------------------------------------------------------- pace, through the client


@pytest.fixture
def time():
    return FakeTime()


async def test_a_message_overtakes_an_import_and_each_try_takes_a_turn(server, key, time, number, to, script, timeouts):
    script(DONE, DONE, BUSY, DONE)
    pace = Pace(2, clock=time.clock, sleep=time.sleep)
    naps = Naps()
    began = {}

    def noted(name):
        async def before():
            began[name] = time.now_s - 1000

        return before

    async with RingotelClient(
        key, orgid=ORGID, api_url=server.origin, timeouts=timeouts, pace=pace, retries=naps.retries()
    ) as client:
        rows = [
            client.sync_text(
                number, to, str(row), sessionid=S, direction=Direction.OUTGOING, before=noted(f"row {row}")
            )
            for row in range(3)
        ]
        tasks = [asyncio.create_task(row) for row in rows]
        while len(began) < 2:
            await asyncio.sleep(0)
        await client.send_text(number, to, "hi", before=noted("message"))
        assert (began["message"], "row 2" in began) == (0, False)
        while not all(task.done() for task in tasks):
            await time.run()
    assert began["row 2"] > 1
    assert len(server.requests) == 5
    assert len(naps.slept) == 1


async def test_typing_is_dropped_where_it_would_have_to_wait(server, key, time, timeouts):
    pace = Pace(1, clock=time.clock, sleep=time.sleep)
    async with RingotelClient(key, orgid=ORGID, api_url=server.origin, timeouts=timeouts, pace=pace) as client:
        assert await client.typing(S) is None
        assert await client.typing(S) is None
        time.now_s += 2
        await client.delivered(M)
        assert await client.typing(S) is None
    assert [request.json["method"] for request in server.requests] == ["typing", "delivered"]
    assert time.slept == []


async def test_clients_may_share_a_pace(server, key, time, timeouts):
    pace = Pace(1, clock=time.clock, sleep=time.sleep)
    async with (
        RingotelClient(key, orgid=ORGID, api_url=server.origin, timeouts=timeouts, pace=pace) as one,
        RingotelClient(key, orgid="2", api_url=server.origin, timeouts=timeouts, pace=pace) as two,
    ):
        await one.delivered(M)
        task = asyncio.create_task(two.delivered(M))
        while not task.done():
            await time.run()
    assert time.now_s > 1001
    assert len(server.requests) == 2


def test_defaults():
    client = RingotelClient("k", orgid=ORGID)
    assert client._courier._pace._most == 2
    assert msgspec.structs.replace(client._courier._retries) == Retries()


async def test_a_call_that_before_ended_takes_nobodys_turn(server, key, time, timeouts, number, to):
    pace = Pace(1, clock=time.clock, sleep=time.sleep)

    async def before():
        raise OwnError

    async with RingotelClient(key, orgid=ORGID, api_url=server.origin, timeouts=timeouts, pace=pace) as client:
        with pytest.raises(OwnError):
            await client.send_text(number, to, "hi", before=before)
        await client.send_text(number, to, "hi")
    assert time.slept == []


async def test_a_client_closed_under_a_waiting_call_sends_nothing(server, key, time, timeouts, number, to):
    pace = Pace(1, clock=time.clock, sleep=time.sleep)

    async def before():
        raise AssertionError("asked")

    async with RingotelClient(key, orgid=ORGID, api_url=server.origin, timeouts=timeouts, pace=pace) as client:
        await client.send_text(number, to, "hi")
        waiting = asyncio.create_task(client.send_text(number, to, "hi", before=before))
        while not time.slept:
            await asyncio.sleep(0)
    await time.run()
    with pytest.raises(NotSentError, match="closed"):
        await waiting
    assert len(server.requests) == 1
    assert pace.free_turn(Rank.SEND)
