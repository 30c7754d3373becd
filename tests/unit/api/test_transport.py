"""What httpx's exceptions become, at which point of a request they come, and what is never done."""

import asyncio
import inspect
import logging
import socket
import ssl
import traceback

import httpx
import pytest
from ports import free_port
from scripted_server import PLAIN, response

from ringodesk_qt.api import RingotelClient
from ringodesk_qt.api.probe import probe
from ringodesk_qt.api.transport import VERDICTS, HttpClient, mapped, verdict_on
from ringodesk_qt.errors import InputError, KeyRefusedError, NotSentError, RingodeskError, UncertainError, WireError
from ringodesk_qt.models.ids import MessageId

ORGID = "16287540703457500320"
M = MessageId("1630253837469-a887a7c51d060d078a")
UNSENT = {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol", "InvalidURL"}


def foreign_exceptions():
    members = {cls for _, cls in inspect.getmembers(httpx, inspect.isclass) if issubclass(cls, Exception)}
    found = set(members)
    for cls in members:  # what httpx does not export, too
        found |= {sub for sub in cls.__subclasses__() if sub.__module__.startswith("httpx")}
    return sorted(found, key=lambda cls: cls.__name__)


def test_every_exception_of_httpx_is_mapped():
    found = foreign_exceptions()
    assert len(found) >= 28
    for cls in found:
        verdict = verdict_on(cls)
        assert verdict is not None, cls
        assert verdict.is_unsent == (cls.__name__ in UNSENT), cls
        if issubclass(cls, httpx.TransportError) and not cls.__subclasses__():
            assert cls in VERDICTS, f"{cls} only counts as its base"


@pytest.mark.parametrize("cls", foreign_exceptions(), ids=lambda cls: cls.__name__)
def test_a_mapped_exception_is_the_cause_of_ours(cls):
    for changes in (True, False):
        original = cls.__new__(cls)
        with pytest.raises(WireError) as caught, mapped("host.example", changes=changes):
            raise original
        assert caught.value.__cause__ is original
        is_uncertain = changes and cls.__name__ not in UNSENT
        assert type(caught.value) is (UncertainError if is_uncertain else NotSentError)


async def _fails(call, kind) -> RingodeskError:
    with pytest.raises(kind) as caught:
        await call
    assert type(caught.value) is kind
    return caught.value


async def test_nothing_listens(number, to, key, timeouts):
    url = f"http://127.0.0.1:{free_port()}"
    async with RingotelClient(key, orgid=ORGID, api_url=url, timeouts=timeouts, **PLAIN) as client:
        error = await _fails(client.send_text(number, to, "hi"), NotSentError)
    assert "connection was refused" in str(error)


async def test_name_is_not_known(number, to, key, timeouts, monkeypatch):
    async def nowhere(*_args, **_kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", nowhere)
    monkeypatch.setattr("anyio.getaddrinfo", nowhere)
    async with RingotelClient(key, orgid=ORGID, api_url="https://shell.invalid", timeouts=timeouts, **PLAIN) as client:
        error = await _fails(client.send_text(number, to, "hi"), NotSentError)
    assert "name shell.invalid is not known" in str(error)


async def test_server_that_does_not_speak_tls(server, number, to, key, timeouts):
    async def script(exchange):
        await exchange.write(response(400))

    server.script = script
    url = f"https://127.0.0.1:{server.port}"
    async with RingotelClient(key, orgid=ORGID, api_url=url, timeouts=timeouts, **PLAIN) as client:
        error = await _fails(client.send_text(number, to, "hi"), NotSentError)
    assert "does not speak https" in str(error)


def test_certificate_that_is_not_trusted():
    bottom = ssl.SSLCertVerificationError("verify failed")
    bottom.verify_message = "self-signed certificate"
    top = httpx.ConnectError("x")
    top.__cause__ = OSError("y")
    top.__cause__.__context__ = ExceptionGroup("several", [bottom])
    with pytest.raises(NotSentError, match=r"of h cannot be trusted \(self-signed"), mapped("h", changes=True):
        raise top


async def _hang(_exchange):
    await asyncio.Event().wait()


async def _hang_after_request(exchange):
    await exchange.request()
    await asyncio.Event().wait()


async def _hang_after_headers(exchange):
    await exchange.request()
    await exchange.write(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{")
    await asyncio.Event().wait()


async def _drip(exchange):
    await exchange.request()
    await exchange.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n")
    while True:
        await exchange.write(b" ")
        await asyncio.sleep(0.02)


async def _reset_after_request(exchange):
    await exchange.request()
    exchange.reset()


async def _reset_at_once(exchange):
    exchange.reset()


async def _close_after_headers(exchange):
    await exchange.request()
    await exchange.write(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{")


async def _close_inside_headers(exchange):
    await exchange.request()
    await exchange.write(b"HTTP/1.1 200 OK\r\nContent-Le")


BREAKS = [
    _hang,
    _hang_after_request,
    _hang_after_headers,
    _drip,
    _reset_after_request,
    _reset_at_once,
    _close_after_headers,
    _close_inside_headers,
]


@pytest.mark.hasty
@pytest.mark.parametrize("script", BREAKS)
async def test_break_after_the_connection_stood(server, client, number, to, script):
    server.script = script
    uncertain, harmless = await asyncio.gather(
        _fails(client.send_text(number, to, "hi"), UncertainError), _fails(client.delivered(M), NotSentError)
    )
    assert "127.0.0.1" in str(harmless)
    assert "Whether it was done is not known" in str(uncertain)
    assert server.connections == 2, "nothing is resent"


async def test_client_works_on_after_trouble(server, client, number, to):
    server.script = _reset_after_request
    await _fails(client.send_text(number, to, "hi"), UncertainError)
    server.script = server._answer
    await client.send_text(number, to, "hi")


async def test_connection_the_server_closed_while_idle_is_not_used(server, client, number, to):
    async def script(exchange):
        await exchange.request()
        await exchange.write(response(200, b"{}"))

    server.script = script
    for _ in range(3):
        await client.send_text(number, to, "hi")
        await asyncio.sleep(0.01)  # the close is seen
    assert server.connections == 3


async def test_redirects_are_not_followed(server, client, number, to):
    server.answers(307, b"", Location=f"{server.origin}/api/elsewhere")
    with pytest.raises(WireError):
        await client.send_text(number, to, "hi")
    assert len(server.requests) == 1


async def test_cookies_are_not_kept(server, client):
    server.answers(200, b"{}", Set_Cookie="who=me")
    await client.delivered(M)
    await client.delivered(M)
    assert "cookie" not in server.last.headers


async def test_proxy_of_the_environment_is_not_used_for_this_machine(server, number, to, key, timeouts, monkeypatch):
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    async with RingotelClient(key, orgid=ORGID, api_url=server.origin, timeouts=timeouts, **PLAIN) as client:
        await client.send_text(number, to, "hi")
    assert len(server.requests) == 1


async def test_proxy_of_the_environment_is_used_for_others(server, number, to, key, timeouts, monkeypatch):
    async def script(exchange):
        server.heads.append(await exchange.head())
        await exchange.write(response(407))

    server.heads = []
    server.script = script
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", server.origin)
    async with RingotelClient(
        key, orgid=ORGID, api_url="https://shell.invalid/api", timeouts=timeouts, **PLAIN
    ) as client:
        error = await _fails(client.send_text(number, to, "hi"), NotSentError)
    assert "proxy" in str(error)
    assert server.heads[0].startswith(b"CONNECT shell.invalid:443 ")
    assert key.encode() not in server.heads[0]


async def test_proxy_that_cannot_be_used_says_so(number, to, key, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "gopher://127.0.0.1:1")
    async with RingotelClient(key, orgid=ORGID, api_url="https://shell.invalid/api", **PLAIN) as client:
        error = await _fails(client.send_text(number, to, "hi"), NotSentError)
    assert "proxy" in str(error)


async def test_closed_client_sends_nothing(server, number, to, key):
    client = RingotelClient(key, orgid=ORGID, api_url=server.origin, **PLAIN)
    await client.delivered(M)
    await client.aclose()
    await client.aclose()
    await _fails(client.send_text(number, to, "hi"), NotSentError)
    assert len(server.requests) == 1


async def test_closing_under_a_request_ends_it_with_an_error(server, client, number, to):
    server.script = _hang_after_request
    sending = asyncio.create_task(_fails(client.send_text(number, to, "hi"), UncertainError))
    while not server.requests:
        await asyncio.sleep(0)
    await client.aclose()
    await sending


async def test_http_client_that_was_given_is_used_and_left_open(server, number, to, key):
    async with HttpClient(follow_redirects=True, auth=("user", "password")) as http:
        async with RingotelClient(key, orgid=ORGID, api_url=server.origin, http=http, **PLAIN) as client:
            await client.send_text(number, to, "hi")
            assert server.last.headers["authorization"] == f"Bearer {key}"
            server.answers(307, b"", Location=f"{server.origin}/elsewhere")
            with pytest.raises(WireError):
                await client.send_text(number, to, "hi")
        assert len(server.requests) == 2
        assert not http.is_closed
        client = RingotelClient(key, orgid=ORGID, api_url=server.origin, http=http, **PLAIN)
    await _fails(client.send_text(number, to, "hi"), NotSentError)


async def test_cancelled_call_ends_at_once_and_leaves_the_client_usable(server, client, number, to):
    server.script = _hang_after_request
    sending = asyncio.create_task(client.send_text(number, to, "hi"))
    while not server.requests:
        await asyncio.sleep(0)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    server.script = server._answer
    await client.send_text(number, to, "hi")


async def test_key_is_in_no_error_log_or_repr(server, client, number, to, key, caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    file = tmp_path / "a.txt"
    file.write_text("hi")
    page = f"<html>{key}</html>".encode()
    replies = [
        response(200, f'{{"error":{{"message":"bad key {key}","code":"{key}"}}}}'.encode()),
        response(200, f'{{"error":{{"odd":"{key}"}}}}'.encode()),
        response(401, f'{{"error":"{key}"}}'.encode()),
        response(403, page),
        response(302, b"", {"Location": f"https://x.example/{key}"}),
        response(404, page),
        response(429, b"", {"Retry-After": key}),
        response(500, f'{{"error":"{"y" * 290}{key}"}}'.encode()),
        response(502, page),
        response(200, page),
        b"HTTP/1.1 200 " + key.encode() + b"\x00\r\n\r\n",
        key.encode(),
        b"",
    ]
    seen = repr(client) + str(client)
    for reply in replies:

        async def script(exchange, reply=reply):
            await exchange.request()
            await exchange.write(reply)

        server.script = script
        for call in (client.send_text(number, to, "hi"), client.typing(M), client.send_file(number, to, file)):
            with pytest.raises(RingodeskError) as caught:
                await call
            seen += "".join(traceback.format_exception(caught.value)) + repr(vars(caught.value))
    assert len(server.requests) == 3 * len(replies)
    for part in (key, key[:12], key[-12:]):
        assert part not in seen
        assert part not in caplog.text
    assert "127.0.0.1" not in caplog.text, "no URL is logged"


async def test_probe_with_an_orgid_asks_the_messaging_api_alone(server, key, timeouts):
    server.answers(200, {"result": [{"id": "1", "phone": "502", "name": "Ann", "state": 1}]})
    settled = await probe(key=key, api_url=f"{server.origin}/", orgid=f" {ORGID} ", timeouts=timeouts)
    assert (settled.api_url, settled.orgid) == (f"{server.origin}/api", ORGID)
    assert [user.extension for user in settled.users] == ["502"]
    assert [request.json["method"] for request in server.requests] == ["getChatUsers"]


async def test_probe_resolves_a_domain(server, key, timeouts):
    server.answers(200, {"result": [{"id": "17", "domain": "acme", "name": "Acme"}]})
    settled = await probe(key=key, api_url=server.origin, domain="ACME", timeouts=timeouts)
    assert (settled.orgid, settled.domain, settled.name) == ("17", "acme", "Acme")
    assert [request.json["params"] for request in server.requests] == [{}, {"orgid": "17"}]


async def test_probe_of_a_wrong_key_or_nothing(server, key, timeouts):
    server.answers(401)
    with pytest.raises(KeyRefusedError):
        await probe(key=key, api_url=server.origin, orgid=ORGID, timeouts=timeouts)
    server.answers(200, {"result": []})
    with pytest.raises(InputError, match="domain"):
        await probe(key=key, api_url=server.origin, timeouts=timeouts)
