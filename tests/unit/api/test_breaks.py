"""Where a connection can break, point by point, on real sockets: what a message, an upload and a receipt become.

Not a byte of a request has left before the connection and its TLS stand: that is NotSentError, for every call. From
the first byte on, a call that changes something is uncertain and a harmless one may be repeated.
"""

import asyncio
import contextlib
import os
import socket
import ssl

import httpx
import msgspec
import pytest
from scripted_server import PLAIN, ScriptedServer, response

from ringodesk_qt.api import RingotelClient
from ringodesk_qt.api.transport import MAX_CONNECTIONS
from ringodesk_qt.errors import InputError, NotSentError, RefusedError, UncertainError
from ringodesk_qt.models.ids import MessageId

ORGID = "16287540703457500320"
M = MessageId("1630253837469-a887a7c51d060d078a")

# A certificate of nobody's, for 127.0.0.1, made for this test and valid until 2120.
CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgtbVIzBzbafDUqwSV
HgdgWmNHvmY8PKwHj2EEP8ebju+hRANCAAQ1VT2c8ISXX0avJDjSj6YUyrs0kUFm
CK1+hbGku9ftBQIQi/Oh8ho9hx8N65A4/5pqzEgOVV0qkvRIR5SBnvOg
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBVjCB/aADAgECAgEBMAoGCCqGSM49BAMCMBkxFzAVBgNVBAMMDnJpbmdvZGVz
ayB0ZXN0MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAZMRcwFQYD
VQQDDA5yaW5nb2Rlc2sgdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDVV
PZzwhJdfRq8kONKPphTKuzSRQWYIrX6FsaS71+0FAhCL86HyGj2HHw3rkDj/mmrM
SA5VXSqS9EhHlIGe86CjNDAyMA8GA1UdEQQIMAaHBH8AAAEwDwYDVR0TAQH/BAUw
AwEB/zAOBgNVHQ8BAf8EBAMCAoQwCgYIKoZIzj0EAwIDSAAwRQIgd96KwQ7OPLzh
wKkbkJQQS9gh14powV5QXmBh7tdSPIQCIQDZASeFQvyptkS77ROb0SBprMgRptJq
D7yQxjCluDcg2A==
-----END CERTIFICATE-----
"""

DONE = b'{"result":{"messageid":"m-1"}}'


class Calls:
    """A message, an upload and a receipt through one client; `outcomes` are the names of what they ended in."""

    def __init__(self, client, number, to, file):
        self.client = client
        self.by_name = {
            "text": lambda: client.send_text(number, to, "hi"),
            "file": lambda: client.send_file(number, to, file),
            "receipt": lambda: client.delivered(M),
        }

    async def outcome(self, name):
        try:
            await self.by_name[name]()
        except (NotSentError, UncertainError) as error:
            return type(error).__name__
        return "done"

    async def outcomes(self):
        return [await self.outcome(name) for name in self.by_name]


UNSENT = ["NotSentError"] * 3
UNKNOWN = ["UncertainError", "UncertainError", "NotSentError"]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(os.urandom(300_000))
    return path


@pytest.fixture
def calls(client, number, to, file):
    return Calls(client, number, to, file)


@pytest.fixture
async def make(key, number, to, file, timeouts):
    """Calls through a client of one's own."""
    async with contextlib.AsyncExitStack() as stack:

        async def make_calls(url, http=None, **changes):
            limits = msgspec.structs.replace(timeouts, **changes)
            client = RingotelClient(key, orgid=ORGID, api_url=url, timeouts=limits, http=http, **PLAIN)
            return Calls(await stack.enter_async_context(client), number, to, file)

        yield make_calls


# ---------------------------------------------------------------- before the connection stands


async def test_nobody_takes_the_connection(make):
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for _ in range(4):  # the queue is full: who comes now is not answered
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
        calls = await make(f"http://127.0.0.1:{listening.getsockname()[1]}", connect_s=0.1)
        assert await calls.outcomes() == UNSENT


async def test_time_for_the_whole_call_runs_out_while_it_connects(server, make):
    server.script = _hang
    calls = await make(f"https://127.0.0.1:{server.port}", connect_s=30, total_s=0.1)
    with pytest.raises(NotSentError, match="nothing answers"):
        await calls.by_name["text"]()


async def test_time_for_the_whole_call_runs_out_while_it_waits_for_a_connection(server, make):
    server.script = _hang_after_head
    calls = await make(server.origin, connect_s=30, total_s=0.1)
    http = await calls.client._transport._client.get()
    others = [asyncio.create_task(http.post(server.origin, timeout=None)) for _ in range(MAX_CONNECTIONS)]
    while server.connections < MAX_CONNECTIONS:
        await asyncio.sleep(0)
    assert [await calls.outcome("text"), await calls.outcome("receipt")] == ["NotSentError"] * 2
    for other in others:
        other.cancel()
    await asyncio.gather(*others, return_exceptions=True)


# ---------------------------------------------------------------- while TLS is agreed on


async def _hang(_exchange):
    await asyncio.Event().wait()


async def _hang_after_head(exchange):
    await exchange.head()
    await asyncio.Event().wait()


async def _close_at_once(_exchange):
    pass


async def _reset_at_once(exchange):
    exchange.reset()


async def _close_after_hello(exchange):
    await exchange.reader.read(200)


async def _reset_after_hello(exchange):
    await exchange.reader.read(200)
    exchange.reset()


async def _garbage_after_hello(exchange):
    await exchange.reader.read(200)
    await exchange.write(b"220 smtp.example ESMTP\r\n")


async def _alert_after_hello(exchange):
    await exchange.reader.read(200)
    await exchange.write(bytes.fromhex("15 03 03 00 02 02 28"))  # fatal, handshake_failure


async def _half_a_record(exchange):
    await exchange.reader.read(200)
    await exchange.write(bytes.fromhex("16 03 03 00 7a 02 00"))


HANDSHAKES = [
    _hang,
    _close_at_once,
    _reset_at_once,
    _close_after_hello,
    _reset_after_hello,
    _garbage_after_hello,
    _alert_after_hello,
    _half_a_record,
]


@pytest.mark.parametrize("script", HANDSHAKES)
async def test_handshake_that_breaks(server, make, script):
    server.script = script
    calls = await make(f"https://127.0.0.1:{server.port}", connect_s=0.2)
    assert await calls.outcomes() == UNSENT
    assert server.connections == 3


@pytest.mark.hasty
@pytest.mark.parametrize("script", [_hang_after_head, _close_after_hello, _reset_after_hello, _garbage_after_hello])
async def test_proxy_that_breaks_before_it_has_let_us_through(server, make, monkeypatch, script):
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", server.origin)
    server.script = script
    calls = await make("https://shell.invalid/api")
    assert await calls.outcomes() == UNSENT


@pytest.fixture
def certificate(tmp_path):
    path = tmp_path / "certificate.pem"
    path.write_text(CERTIFICATE)
    return path


@pytest.fixture
async def tls_server(certificate):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    async with ScriptedServer(tls=context) as running:
        yield running


@pytest.fixture
async def trusting(certificate):
    """A client of one's own that trusts the certificate."""
    async with httpx.AsyncClient(verify=ssl.create_default_context(cafile=certificate)) as http:
        yield http


async def test_certificate_of_nobody_is_not_trusted(tls_server, make):
    calls = await make(tls_server.origin)
    assert await calls.outcomes() == UNSENT
    with pytest.raises(NotSentError, match="cannot be trusted") as caught:
        await calls.by_name["text"]()
    assert caught.value.is_lasting
    assert tls_server.requests == []


async def test_given_client_with_its_own_trust(tls_server, make, trusting):
    calls = await make(tls_server.origin, trusting)
    assert await calls.outcomes() == ["done"] * 3


@pytest.mark.parametrize("size", [0, 1, 100])
async def test_given_clients_handshake_breaks(server, make, trusting, size):
    async def script(exchange):
        await exchange.reader.read(size)
        exchange.reset()

    server.script = script
    assert await (await make(f"https://127.0.0.1:{server.port}", trusting)).outcomes() == UNSENT


@pytest.mark.parametrize("size", [1, 60, 400, 20_000])
async def test_reset_under_tls_in_the_request(tls_server, make, trusting, size):
    async def script(exchange):
        with contextlib.suppress(TimeoutError):  # a small request may have fewer bytes
            async with asyncio.timeout(0.1):
                await exchange.reader.readexactly(size)
        exchange.reset()

    tls_server.script = script
    assert await (await make(tls_server.origin, trusting)).outcomes() == UNKNOWN


async def test_client_whose_transport_tells_nothing_is_taken_to_have_sent(make):
    def answer(request):
        raise httpx.ReadError("broken", request=request)

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        calls = await make("https://shell.invalid/api", http)
        assert [await calls.outcome("text"), await calls.outcome("receipt")] == ["UncertainError", "NotSentError"]


def test_what_is_no_httpx_client_is_refused():
    for wrong in (httpx.Client, object):
        with pytest.raises(InputError, match=r"httpx\.AsyncClient"):
            RingotelClient("k", orgid=ORGID, http=wrong())


# ---------------------------------------------------------------- in the request


async def _drop(exchange, *, is_reset):
    if is_reset:
        exchange.reset()
    else:
        exchange.writer.close()


@pytest.mark.parametrize("is_reset", [True, False], ids=["reset", "closed"])
@pytest.mark.parametrize("size", [1, 4, 17, 60, 120, 250])
async def test_break_after_some_of_a_small_request_was_read(server, calls, size, is_reset):
    async def script(exchange):
        await exchange.reader.readexactly(size)
        await _drop(exchange, is_reset=is_reset)

    server.script = script
    assert await calls.outcomes() == UNKNOWN
    assert server.connections == 3, "nothing is resent"


@pytest.mark.parametrize("is_reset", [True, False], ids=["reset", "closed"])
@pytest.mark.parametrize("missing", [300_000, 200_000, 65_536, 100, 1, 0])
async def test_break_in_an_upload(server, calls, missing, is_reset):
    """Also where the server cannot have had it whole: nobody documents what becomes of a form that breaks off."""

    async def script(exchange):
        head = await exchange.head()
        size = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        await exchange.reader.readexactly(size - missing)
        await _drop(exchange, is_reset=is_reset)

    server.script = script
    assert await calls.outcome("file") == "UncertainError"
    assert server.connections == 1


async def test_answer_in_the_middle_of_an_upload_counts(server, calls):
    async def script(exchange):
        await exchange.head()
        await exchange.write(response(400, b'{"error":{"message":"No such user"}}', {"Connection": "close"}))
        await exchange.reader.read()

    server.script = script
    with pytest.raises(RefusedError, match="No such user"):
        await calls.by_name["file"]()


# ---------------------------------------------------------------- in the answer

WITH_LENGTH = response(200, DONE)
CHUNKED = (
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"9\r\n" + DONE[:9] + b"\r\n" + f"{len(DONE) - 9:x}".encode() + b"\r\n" + DONE[9:] + b"\r\n0\r\n\r\n"
)
TO_THE_END = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + DONE


def _answering(raw, *, is_reset=False):
    async def script(exchange):
        await exchange.request()
        await exchange.write(raw)
        await _drop(exchange, is_reset=is_reset)

    return script


@pytest.mark.parametrize("whole", [WITH_LENGTH, CHUNKED, TO_THE_END], ids=["length", "chunked", "to the end"])
async def test_answer_that_is_whole_is_taken(server, calls, whole):
    server.script = _answering(whole)
    assert await calls.outcomes() == ["done"] * 3


@pytest.mark.parametrize("whole", [WITH_LENGTH, CHUNKED], ids=["length", "chunked"])
async def test_answer_cut_at_each_byte(server, calls, whole):
    wrong = {}
    for size in range(len(whole)):
        server.script = _answering(whole[:size])
        found = [await calls.outcome("text"), await calls.outcome("receipt")]
        if found != ["UncertainError", "NotSentError"]:
            wrong[whole[:size]] = found
    assert wrong == {}


async def test_answer_without_a_length_cut_at_each_byte(server, calls):
    """Where it ends after its head it is an empty answer, and those are a success."""
    head = TO_THE_END.index(b"\r\n\r\n") + 4
    for size in range(len(TO_THE_END)):
        server.script = _answering(TO_THE_END[:size])
        assert await calls.outcome("text") == ("done" if size == head else "UncertainError"), TO_THE_END[:size]


@pytest.mark.parametrize("size", [0, 5, 30, 60, len(WITH_LENGTH) - 1])
async def test_reset_in_the_answer(server, calls, size):
    server.script = _answering(WITH_LENGTH[:size], is_reset=True)
    assert await calls.outcomes() == UNKNOWN


ODD_ANSWERS = {
    "no HTTP": b'{"result":{}}\r\n\r\n',
    "HTTP/0.9": b"<html></html>",
    "no status": b"HTTP/1.1 \r\n\r\n",
    "length that is none": b"HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n" + DONE,
    "negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n" + DONE,
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 30\r\n\r\n" + DONE,
    "chunk that is none": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n" + DONE,
    "header that is none": b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n" + DONE,
    "endless header": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000,
    "only a foretaste": b"HTTP/1.1 100 Continue\r\n\r\n",
    "status of no class": b"HTTP/1.1 999 X\r\nContent-Length: 0\r\n\r\n",
}


@pytest.mark.parametrize("name", ODD_ANSWERS)
async def test_answer_that_cannot_be_read(server, calls, name):
    server.script = _answering(ODD_ANSWERS[name])
    assert await calls.outcomes() == UNKNOWN


async def test_foretaste_before_the_answer_is_passed_over(server, calls):
    server.script = _answering(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n" + WITH_LENGTH)
    assert await calls.outcomes() == ["done"] * 3


# ---------------------------------------------------------------- the connection is used again


@pytest.mark.hasty
async def test_answer_longer_than_its_length_is_never_the_next_ones(server, calls, client, number, to):
    """A server that counts its answer wrongly: the next call on that connection is not told that it was done."""

    async def script(exchange):
        await exchange.request()
        await exchange.write(response(200, DONE + b'{"result":{}}', {"Content-Length": str(len(DONE))}))
        await asyncio.Event().wait()

    server.script = script
    assert (await client.send_text(number, to, "hi")).messageid == "m-1"
    assert await calls.outcome("text") == "UncertainError"
    server.script = server._answer
    assert await calls.outcomes() == ["done"] * 3


async def test_server_closes_just_as_the_next_request_comes(server, calls):
    async def script(exchange):
        await exchange.request()
        await exchange.write(response(200, b"{}"))
        await exchange.reader.readexactly(1)

    server.script = script
    for name, outcome in (("text", "UncertainError"), ("file", "UncertainError"), ("receipt", "NotSentError")):
        assert [await calls.outcome("receipt"), await calls.outcome(name)] == ["done", outcome]
    assert server.connections == 3
