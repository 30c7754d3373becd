"""HTTP itself: framing, limits, deadlines, crowds, the end. Over real sockets."""

from __future__ import annotations

import asyncio
import gc
import socket
import weakref

import pytest

from ringodesk_qt.receiver.connection import Connection, Phase
from ringodesk_qt.receiver.parse import parse


def chunked(*parts: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + end


def chunked_head(site, *headers: str) -> bytes:
    return (
        "\r\n".join([f"POST {site.path} HTTP/1.1", "Host: x", "Transfer-Encoding: chunked", *headers]) + "\r\n\r\n"
    ).encode()


async def send_on(caller, data: bytes, pause_s: float = 0) -> None:
    while True:
        await caller.send(data)
        await asyncio.sleep(pause_s)


# ---------------------------------------------------------------- framing


async def test_a_connection_serves_many(site, note):
    caller = await site.call()
    for _ in range(3):
        await caller.send(site.request(note()))
        answer = await caller.answer()
        assert (answer.status, answer.headers["connection"]) == (200, "keep-alive")
    assert len(site.inbox.received) == 3


async def test_byte_by_byte(site, note):
    caller = await site.call()
    for byte in site.request(note()):
        await caller.send(bytes([byte]))
    assert (await caller.answer()).status == 200


async def test_chunks(site, note):
    body = note()
    caller = await site.call()
    await caller.send(chunked_head(site) + chunked(body[:5], body[5:6], body[6:]))
    assert (await caller.answer()).status == 200
    await caller.send(chunked_head(site) + chunked(body, end=b"0\r\nX-Trailer: 1\r\nHost: y\r\n\r\n"))
    assert (await caller.answer()).status == 200


async def test_pipelined_requests_are_answered_in_order(site, note):
    caller = await site.call()
    wrong = site.request(note(key="no"))
    await caller.send(
        site.request(note("read", sessionid="1"))
        + wrong
        + site.request(b"", method="GET")
        + site.request(note("read", sessionid="2"))
    )
    assert [(await caller.answer()).status for _ in range(4)] == [200, 401, 405, 200]
    assert [parse(received.body).sessionid for received in site.inbox.received] == ["1", "2"]


async def test_a_long_pipeline_waits_for_the_store(site, note):
    site.inbox.gate.clear()
    caller = await site.call()
    count = 500
    caller.writer.write(site.request(note()) * count)
    await site.inbox.began.wait()
    assert len(site.receiver._storing) == 1
    site.inbox.gate.set()
    assert {(await caller.answer()).status for _ in range(count)} == {200}
    assert len(site.inbox.received) == count


async def test_what_cannot_be_looked_at_yet_is_not_read(site, note):
    site.inbox.gate.clear()
    caller = await site.call()
    await caller.send(site.request(note()))
    await site.inbox.began.wait()
    caller.writer.write(b"x" * 32_000_000)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(caller.writer.drain(), 0.2)
    (connection,) = site.receiver._crowd._members
    assert len(connection._unparsed) <= 512 * 1024
    site.inbox.gate.set()
    assert [(await caller.answer()).status for _ in range(2)] == [200, 400]


async def test_connections_do_not_wait_for_each_other(site, note):
    site.inbox.gate.clear()
    callers = [await site.call() for _ in range(5)]
    for caller in callers:
        await caller.send(site.request(note()))
    while len(site.receiver._storing) < 5:
        await asyncio.sleep(0)
    site.inbox.gate.set()
    assert [(await caller.answer()).status for caller in callers] == [200] * 5


@pytest.mark.parametrize("head", ["POST {} HTTP/1.0\r\nHost: x", "POST {} HTTP/1.1\r\nHost: x\r\nConnection: close"])
async def test_callers_that_want_one_answer(site, note, head):
    body = note()
    caller = await site.call()
    await caller.send(f"{head.format(site.path)}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    answer = await caller.answer()
    assert (answer.status, answer.headers["connection"]) == (200, "close")
    assert await caller.is_closed()


async def test_what_follows_a_last_request_is_not_read(site, note):
    caller = await site.call()
    await caller.send(site.request(note(), "Connection: close") + site.request(note()))
    assert (await caller.answer()).status == 200
    assert await caller.is_closed()
    assert len(site.inbox.received) == 1


async def test_a_caller_that_has_said_all_still_gets_its_answers(site, note):
    site.inbox.gate.clear()
    caller = await site.call()
    await caller.send(site.request(note()) * 2)
    caller.writer.write_eof()
    await site.inbox.began.wait()
    site.inbox.gate.set()
    assert [(await caller.answer()).status for _ in range(2)] == [200, 200]
    assert await caller.is_closed()


async def test_a_caller_that_went_away_loses_nothing(site, note):
    site.inbox.gate.clear()
    caller = await site.call()
    await caller.send(site.request(note()))
    await site.inbox.began.wait()
    caller.writer.transport.abort()
    await asyncio.sleep(0.01)
    site.inbox.gate.set()
    while not site.receiver.counts.accepted:
        await asyncio.sleep(0)
    assert len(site.inbox.received) == 1


async def test_half_a_request_is_none(site, note):
    caller = await site.call()
    await caller.send(site.request(note())[:-1])
    caller.writer.write_eof()
    assert await caller.is_closed()
    assert site.inbox.received == []


async def test_expect_100_continue(site, note):
    body = note()
    caller = await site.call()
    head = site.request(body, "Expect: 100-continue")[: -len(body)]
    await caller.send(head)
    assert await caller.reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
    await caller.send(body)
    assert (await caller.answer()).status == 200
    await caller.send(head.replace(b"POST", b"PUT"))
    assert (await caller.answer()).status == 405
    assert await caller.is_closed()


async def test_an_invitation_waits_for_the_answers_before_it(site, note):
    site.inbox.gate.clear()
    body = note()
    caller = await site.call()
    await caller.send(site.request(body) + site.request(body, "Expect: 100-continue")[: -len(body)])
    await site.inbox.began.wait()
    site.inbox.gate.set()
    assert (await caller.answer()).status == 200
    assert await caller.reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
    await caller.send(body)
    assert (await caller.answer()).status == 200


@pytest.mark.parametrize(
    "head",
    [
        "POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST {} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n",
        "POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        "POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n",
        "POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: +5\r\n\r\n",
        "POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n",
        "POST {} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity\r\n\r\n",
        "POST {} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, gzip\r\n\r\n",
        "POST {} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST {} HTTP/1.1\r\nHost : x\r\n\r\n",
        "POST {} HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
        "POST {} HTTP/1.1\nHost: x\n\n",
        "POST {} HTTP/3.0\r\nHost: x\r\n\r\n",
        "POST {} HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: upgrade\r\nContent-Length: 5\r\n\r\n12345",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        "\0\0\0\0",
    ],
)
async def test_malformed_requests(site, head):
    caller = await site.call()
    await caller.send(head.format(site.path).encode("latin-1"))
    answer = await caller.answer()
    assert (answer.status, answer.headers["connection"]) == (400, "close")
    assert await caller.is_closed()
    assert site.inbox.received == []


async def test_good_requests_before_a_malformed_one_are_answered(site, note):
    caller = await site.call()
    await caller.send(site.request(note()) + b"nonsense\r\n\r\n")
    assert [(await caller.answer()).status for _ in range(2)] == [200, 400]
    assert await caller.is_closed()


# ---------------------------------------------------------------- sizes


async def test_the_largest_body_is_taken_and_a_larger_one_is_not(listen, note):
    body = note("message", content="x" * 3000)
    site = await listen(body_bytes=len(body))
    assert (await site.post(body)).status == 200
    answer = await site.post(body + b" ")
    assert (answer.status, answer.headers["connection"]) == (413, "close")
    for parts in ((body,), (body[:2000], body[2000:])):
        caller = await site.call()
        await caller.send(chunked_head(site) + chunked(*parts))
        assert (await caller.answer()).status == 200
        await caller.send(chunked_head(site) + chunked(*parts, b" "))
        assert (await caller.answer()).status == 413
        assert await caller.is_closed()
    assert len(site.inbox.received) == 3


async def test_the_refusal_of_a_large_body_can_be_read_while_it_is_sent(site, note):
    body = note("message", content="x" * 700_000)
    caller = await site.call()
    caller.writer.write(site.request(body))
    assert (await caller.answer()).status == 413
    assert await caller.reader.read() == b""
    await caller.writer.drain()
    assert site.inbox.received == []


async def test_a_body_without_end_is_cut_off(listen):
    site = await listen(body_bytes=1000, linger_s=60)
    caller = await site.call()
    await caller.send(site.request(b"")[:-4].replace(b": 0", b": 999999999") + b"\r\n\r\n")
    with pytest.raises(ConnectionError):
        await send_on(caller, b"x" * 65536)


async def test_a_wrong_path_comes_before_a_large_body(site, note):
    assert (await site.post(note("message", content="x" * 300_000), path="/other")).status == 404


@pytest.mark.parametrize(
    "tail",
    [
        b"X: " + b"a" * 40_000 + b"\r\n\r\n",
        b"".join(b"X-%d: %s\r\n" % (number, b"a" * 300) for number in range(60)) + b"\r\n",
        b"A: b\r\n" * 101 + b"\r\n",
        b"a" * 40_000,
    ],
    ids=["one long header", "many headers", "too many headers", "a name without end"],
)
async def test_heads_that_are_too_large(site, tail):
    caller = await site.call()
    await caller.send(f"POST {site.path} HTTP/1.1\r\nHost: x\r\n".encode() + tail)
    assert (await caller.answer()).status == 431
    assert await caller.is_closed()


@pytest.mark.parametrize("start", [b"POST /" + b"a" * 40_000, b"\r\n" * 20_000])
async def test_request_lines_without_end(site, start):
    caller = await site.call()
    await caller.send(start)
    assert (await caller.answer()).status == 431
    assert await caller.is_closed()


async def test_trailers_are_counted(site, note):
    caller = await site.call()
    trailers = b"".join(b"T-%d: %s\r\n" % (number, b"a" * 500) for number in range(40))
    await caller.send(chunked_head(site) + chunked(note(), end=b"0\r\n" + trailers + b"\r\n"))
    assert (await caller.answer()).status == 431
    assert site.inbox.received == []


async def test_padding_around_chunks_is_counted(listen):
    site = await listen(body_bytes=1000)
    caller = await site.call()
    await caller.send(chunked_head(site) + (b"1;" + b"p" * 500 + b"\r\nx\r\n") * 200)
    assert (await caller.answer()).status == 413


# ---------------------------------------------------------------- time


SHORT = {"head_s": 0.15, "body_s": 0.15, "linger_s": 0.15}


async def test_slow_heads_and_bodies_are_ended_while_others_are_served(listen, note):
    site = await listen(head_s=0.6, body_s=0.6, linger_s=0.6)  # the good caller must not become a slow one
    body = note()
    silent, slow_head, slow_body = [await site.call() for _ in range(3)]
    request = site.request(body)

    async def dribble(caller, whole):
        for byte in whole[:-1]:
            await caller.send(bytes([byte]))
            await asyncio.sleep(0.02)

    head, rest = request[: -len(body)], request[-len(body) :]
    await slow_body.send(head)
    dribbling = [asyncio.create_task(dribble(slow_head, request)), asyncio.create_task(dribble(slow_body, rest))]
    good = await site.call()
    for _ in range(5):
        await good.send(request)
        assert (await good.answer()).status == 200
    assert (await slow_head.answer()).status == 408
    assert (await slow_body.answer()).status == 408
    assert await silent.is_closed()
    for task in dribbling:
        task.cancel()
    await asyncio.gather(*dribbling, return_exceptions=True)
    await good.send(request)
    assert (await good.answer()).status == 200
    assert site.receiver.counts.refused == {408: 2}


async def test_each_request_has_its_own_deadline(site, note):
    caller = await site.call()
    request = site.request(note(), path="/other")
    await caller.send(request[:20])
    while not site.receiver._crowd._members:
        await asyncio.sleep(0)
    (connection,) = site.receiver._crowd._members
    while connection.phase is not Phase.HEAD:
        await asyncio.sleep(0)
    since = connection.since
    await asyncio.sleep(0.01)  # a loop's clock may go by milliseconds
    await caller.send(request[20:] + request[:20])
    assert (await caller.answer()).status == 404
    assert connection.phase is Phase.HEAD
    assert connection.since > since


async def test_head_and_body_together_have_a_deadline_too(listen, note):
    site = await listen(head_s=30, body_s=30, request_s=0.2)
    caller, body = await site.call(), note()
    request = site.request(body)
    for _ in range(2):  # each request has its own
        await asyncio.sleep(0.15)
        await caller.send(request)
        assert (await caller.answer()).status == 200
    await caller.send(request[: -len(body)])
    await caller.send(body[:1])
    assert (await caller.answer()).status == 408


async def test_blank_lines_between_requests_do_not_hold_a_connection(listen, note):
    site = await listen(**SHORT)
    caller = await site.call()
    await caller.send(b"\r\n" + site.request(note()) + b"\r\n")
    assert (await caller.answer()).status == 200
    await caller.send(b"\r\n\r\n")
    assert (await caller.answer()).status == 408
    assert await caller.is_closed()


async def test_refused_callers_that_go_on_sending_are_cut_off(listen, note):
    site = await listen(**SHORT)
    caller = await site.call()
    await caller.send(site.request(note(), "Content-Length: 1"))
    assert (await caller.answer()).status == 400
    with pytest.raises(ConnectionError):
        await send_on(caller, b"x", pause_s=0.02)


async def test_idle_connections_are_closed(listen, note):
    site = await listen(idle_s=0.1, head_s=0.2)
    caller = await site.call()
    await caller.send(site.request(note()))
    assert (await caller.answer()).status == 200
    assert await caller.is_closed()
    assert site.receiver.counts.refused == {}


async def test_a_store_that_hangs_is_an_answer_too(listen, note):
    site = await listen(store_s=0.1, head_s=0.2)
    site.inbox.gate.clear()
    caller = await site.call()
    await caller.send(site.request(note()))
    assert (await caller.answer()).status == 503
    site.inbox.gate.set()
    await caller.send(site.request(note()))
    assert (await caller.answer()).status == 200


async def test_a_caller_that_never_reads_is_ended(listen, note):
    site = await listen(body_s=0.15, write_bytes=512)
    loop = asyncio.get_running_loop()
    requests = site.request(b"", method="GET", path="/") * 1000

    async def ask_for_ever(raw: socket.socket) -> None:
        await loop.sock_connect(raw, ("127.0.0.1", site.port))
        while True:
            await loop.sock_sendall(raw, requests)

    with socket.socket() as raw:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        raw.setblocking(False)
        with pytest.raises(ConnectionError):
            await ask_for_ever(raw)
    while site.receiver._crowd._members:
        await asyncio.sleep(0.01)
    assert site.receiver._crowd._timer is None


async def test_nothing_is_scheduled_when_nobody_calls(site, note):
    loop = asyncio.get_running_loop()
    assert (await site.post(note())).status == 200
    while site.receiver._crowd._members:
        await asyncio.sleep(0)
    assert site.receiver._crowd._timer is None
    assert [
        timer for timer in getattr(loop, "_scheduled", ()) if not timer.cancelled() and "receiver" in repr(timer)
    ] == []


# ---------------------------------------------------------------- crowds


async def test_the_idlest_makes_room(listen, note):
    site = await listen(connections=3)
    first, second, third = [await site.call() for _ in range(3)]
    await first.send(site.request(note())[:20])  # has waited longest, but not idly
    for caller in (second, third):
        await caller.send(site.request(note()))
        assert (await caller.answer()).status == 200
        await asyncio.sleep(0.01)  # a loop's clock may go by milliseconds
    assert (await site.post(note())).status == 200
    assert await second.is_closed()
    await first.send(site.request(note())[20:])
    assert (await first.answer()).status == 200


async def test_with_all_at_work_a_newcomer_is_told_to_come_again(listen, note):
    site = await listen(connections=2)
    site.inbox.gate.clear()
    callers = [await site.call() for _ in range(2)]
    for caller in callers:
        await caller.send(site.request(note()))
    while len(site.receiver._storing) < 2:
        await asyncio.sleep(0)
    late = await site.call()
    assert (await late.answer()).status == 503
    assert await late.is_closed()
    site.inbox.gate.set()
    assert [(await caller.answer()).status for caller in callers] == [200, 200]


async def test_idle_connections_go_sooner_when_there_are_many(listen, note):
    site = await listen(connections=4, pressed_idle_s=0.05, head_s=0.2)
    callers = [await site.call() for _ in range(3)]
    for caller in callers:
        await caller.send(site.request(note()))
        assert (await caller.answer()).status == 200
    assert await callers[0].is_closed()


async def test_only_so_many_are_stored_at_once(listen, note):
    site = await listen(pending=1)
    site.inbox.gate.clear()
    one, other = await site.call(), await site.call()
    await one.send(site.request(note()))
    await site.inbox.began.wait()
    await other.send(site.request(note()))
    answer = await other.answer()
    assert (answer.status, site.seen[-1].verdict) == (503, "busy")
    site.inbox.gate.set()
    assert (await one.answer()).status == 200


async def test_connections_leave_nothing_behind(site, note):
    assert (await site.post(note())).status == 200
    while site.receiver._crowd._members:
        await asyncio.sleep(0)
    gc.disable()
    try:
        made = []
        original = Connection.connection_made

        def connection_made(self, transport):
            made.extend([weakref.ref(self), weakref.ref(self._reader)])
            original(self, transport)

        Connection.connection_made = connection_made
        assert (await site.post(note())).status == 200
        while site.receiver._crowd._members:
            await asyncio.sleep(0)
        await asyncio.sleep(0.01)
        assert [ref() for ref in made] == [None, None]
    finally:
        Connection.connection_made = original
        gc.enable()


# ---------------------------------------------------------------- the end


async def test_stop_waits_for_what_is_being_stored(site, note):
    site.inbox.gate.clear()
    caller, idle = await site.call(), await site.call()
    await caller.send(site.request(note()) * 2)
    await site.inbox.began.wait()
    stopping = asyncio.create_task(site.receiver.stop(5))
    assert await idle.is_closed()
    with pytest.raises(ConnectionRefusedError):
        await site.call()
    site.inbox.gate.set()
    answer = await caller.answer()
    assert (answer.status, answer.headers["connection"]) == (200, "close")
    assert await caller.is_closed()
    await stopping
    assert len(site.inbox.received) == 1


async def test_stop_does_not_wait_for_ever(site, note):
    site.inbox.gate.clear()
    caller = await site.call()
    await caller.send(site.request(note()))
    await site.inbox.began.wait()
    await site.receiver.stop(0.05)
    assert (await caller.answer()).status == 503
    assert site.inbox.received == []
    assert site.receiver.port == 0


async def test_it_starts_again(site, note):
    assert await site.receiver.start() == site.port == site.receiver.port
    await site.receiver.stop()
    await site.receiver.stop()
    site.port = await site.receiver.start()
    assert (await site.post(note())).status == 200
