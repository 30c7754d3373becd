"""Downloads: whole or not at all, with nothing of ours, and never from a private network by a stranger's wish."""

import asyncio
import gzip
import ipaddress
import socket

import pytest
from scripted_server import ScriptedServer, response

from ringodesk_qt.api import HttpFileFetcher
from ringodesk_qt.api.fetch import is_public_ip
from ringodesk_qt.errors import EnvironmentProblemError, InputError, NotSentError, RefusedError

CONTENT = bytes(range(256)) * 1000
LIMIT = 1_000_000


@pytest.fixture
async def other():
    async with ScriptedServer() as running:
        yield running


@pytest.fixture
async def fetcher(server, timeouts):
    async with HttpFileFetcher(trusted_origins={f"{server.origin}/api"}, timeouts=timeouts) as opened:
        yield opened


@pytest.fixture
def target(tmp_path):
    return tmp_path / "got.bin"


def resolving(monkeypatch, names):
    """Has names resolve to the given addresses, and connections to public ones of them end on loopback.

    A public address cannot be reached in a test, so the socket is led to 127.0.0.1 after all checks were made.
    """
    loop = asyncio.get_running_loop()
    connected = []
    real_connect = loop.create_connection

    async def getaddrinfo(host, port, **_options):
        ips = names.get(host, [host])
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ips]

    async def create_connection(factory, host=None, port=None, **options):
        connected.append(host)
        host = "127.0.0.1" if ipaddress.ip_address(host).is_global else host
        options.pop("local_addr", None)
        return await real_connect(factory, host, port, **options)

    monkeypatch.setattr(loop, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(loop, "create_connection", create_connection)
    return connected


async def _fails(call, kind, says="."):
    with pytest.raises(kind, match=says) as caught:
        await call
    assert type(caught.value) is kind
    return caught.value


def _nothing_is_left(target):
    return list(target.parent.iterdir()) == []


async def test_file_arrives_whole_and_nothing_of_ours_goes_along(server, fetcher, target, key):
    server.answers(200, CONTENT, Set_Cookie="a=b")
    for _ in range(2):
        assert await fetcher.fetch(f"{server.origin}/files/a.bin?sig=1#x", target, limit_bytes=LIMIT) == len(CONTENT)
    assert target.read_bytes() == CONTENT
    assert [path.name for path in target.parent.iterdir()] == ["got.bin"]
    assert server.last.line == "GET /files/a.bin?sig=1 HTTP/1.1"
    assert server.last.headers.keys().isdisjoint({"authorization", "cookie", "referer"})


async def test_link_with_spaces_and_letters_of_any_script(server, fetcher, target):
    server.answers(200, CONTENT)
    await fetcher.fetch(f"{server.origin}/my file ü.png", target, limit_bytes=LIMIT)
    assert server.last.line == "GET /my%20file%20%C3%BC.png HTTP/1.1"


async def test_empty_file(server, fetcher, target):
    server.answers(200, b"")
    assert await fetcher.fetch(server.origin, target, limit_bytes=LIMIT) == 0
    assert target.read_bytes() == b""


async def test_packed_file_is_unpacked(server, fetcher, target):
    server.answers(200, gzip.compress(CONTENT), Content_Encoding="gzip")
    assert await fetcher.fetch(server.origin, target, limit_bytes=LIMIT) == len(CONTENT)
    assert target.read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, RefusedError),
        (410, RefusedError),
        (401, RefusedError),
        (403, RefusedError),
        (204, RefusedError),
        (206, RefusedError),
        (304, RefusedError),
        (429, NotSentError),
        (500, NotSentError),
        (503, NotSentError),
    ],
)
async def test_statuses(server, fetcher, target, status, kind):
    server.answers(status, b"" if status in (204, 304) else b"page")
    error = await _fails(fetcher.fetch(server.origin, target, limit_bytes=LIMIT), kind, str(status))
    assert error.status == status
    assert _nothing_is_left(target)


def _chunked(size):
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"%x\r\n%b\r\n" % (size, b"x" * size) * 5


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (response(200, b"x", {"Content-Length": "1000001"}), RefusedError),
        (response(200, b"x", {"Content-Length": "9" * 18}), RefusedError),
        (_chunked(300_000), RefusedError),
        (response(200, gzip.compress(b"x" * 30_000_000), {"Content-Encoding": "gzip"}), RefusedError),
        (response(200, b"x", {"Content-Length": "9"}), NotSentError),
        (_chunked(1000), NotSentError),
        (response(200, gzip.compress(CONTENT)[:-30], {"Content-Encoding": "gzip"}), NotSentError),
        (b"nonsense", NotSentError),
        (b"", NotSentError),
    ],
    ids=["said large", "said huge", "is large", "bomb", "short", "cut", "cut gzip", "no HTTP", "closed"],
)
async def test_too_large_or_cut_leaves_nothing(server, fetcher, target, raw, kind):
    async def script(exchange):
        await exchange.request()
        await exchange.write(raw)

    server.script = script
    await _fails(fetcher.fetch(server.origin, target, limit_bytes=LIMIT), kind)
    assert _nothing_is_left(target)


async def test_failure_leaves_the_former_file_as_it_was(server, fetcher, target):
    target.write_bytes(b"former")
    server.answers(200, CONTENT)
    await _fails(fetcher.fetch(server.origin, target, limit_bytes=10), RefusedError, "limit")
    assert target.read_bytes() == b"former"
    assert [path.name for path in target.parent.iterdir()] == ["got.bin"]


async def test_cancel_and_stall_leave_nothing(server, fetcher, target):
    half_way = asyncio.Event()

    async def script(exchange):
        await exchange.request()
        await exchange.write(response(200, b"x" * 10, {"Content-Length": "99"}))
        half_way.set()
        await asyncio.Event().wait()

    server.script = script
    fetching = asyncio.create_task(fetcher.fetch(server.origin, target, limit_bytes=LIMIT))
    await half_way.wait()
    fetching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await fetching
    assert _nothing_is_left(target)
    await _fails(fetcher.fetch(server.origin, target, limit_bytes=LIMIT), NotSentError, "in time")
    assert _nothing_is_left(target)


@pytest.mark.parametrize("make", [lambda p: p / "no" / "such" / "a", lambda p: p / ("x" * 252), lambda p: p])
async def test_target_that_cannot_be_written(server, fetcher, tmp_path, make):
    server.answers(200, CONTENT)
    error = await _fails(
        fetcher.fetch(server.origin, make(tmp_path), limit_bytes=LIMIT), EnvironmentProblemError, "could not be saved"
    )
    assert error.__cause__ is not None


async def test_redirects_within_a_trusted_server(server, fetcher, target):
    async def script(exchange):
        request = await exchange.request()
        if "/here" in request.line:
            await exchange.write(response(200, CONTENT))
        else:
            await exchange.write(response(302, b"moved", {"Location": "/here"}))

    server.script = script
    assert await fetcher.fetch(f"{server.origin}/there", target, limit_bytes=LIMIT) == len(CONTENT)


async def test_redirects_have_an_end(server, fetcher, target):
    server.answers(301, b"", Location="/again")
    await _fails(fetcher.fetch(server.origin, target, limit_bytes=LIMIT), RefusedError, "redirects")
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/x",
        "http://localhost:{port}/x",
        "http://[::ffff:127.0.0.1]:{port}/x",
        "file:///etc/passwd",
    ],
)
async def test_redirect_into_the_private_network_is_not_followed(server, other, fetcher, target, location):
    server.answers(302, b"", Location=location.format(port=other.port))
    await _fails(fetcher.fetch(server.origin, target, limit_bytes=LIMIT), InputError, "not fetched")
    assert other.connections == 0


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f.1:{port}/",
        "http://[::1]:{port}/",
        "http://[::]:{port}/",
        "http://0.0.0.0:{port}/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://user:password@127.0.0.1:{port}/",
        "https://user@example.com/",
        "file:///etc/passwd",
        "ftp://example.com/a",
        "data:text/plain,hi",
        "example.com/a",
        "http://",
        "http://[nonsense/",
        "",
    ],
)
async def test_links_that_are_not_followed(other, fetcher, target, url):
    await _fails(fetcher.fetch(url.format(port=other.port), target, limit_bytes=LIMIT), InputError)
    assert other.connections == 0
    assert _nothing_is_left(target)


async def test_trust_is_for_the_very_origin(server, target, timeouts):
    async with HttpFileFetcher(trusted_origins={f"https://127.0.0.1:{server.port}"}, timeouts=timeouts) as fetcher:
        await _fails(fetcher.fetch(server.origin, target, limit_bytes=LIMIT), InputError, "private network")
    assert server.connections == 0


async def test_public_name_is_connected_to_at_the_address_that_was_checked(server, fetcher, target, monkeypatch):
    server.answers(200, CONTENT)
    connected = resolving(monkeypatch, {"files.example": ["10.0.0.1", "93.184.216.34"]})
    url = f"http://files.example:{server.port}/a"
    assert await fetcher.fetch(url, target, limit_bytes=LIMIT) == len(CONTENT)
    assert connected == ["93.184.216.34"]
    assert server.last.headers["host"] == f"files.example:{server.port}"


async def test_public_server_cannot_redirect_to_the_trusted_one(server, other, fetcher, target, monkeypatch):
    connected = resolving(monkeypatch, {"files.example": ["93.184.216.34"]})
    other.answers(302, b"", Location=server.origin)
    url = f"http://files.example:{other.port}/a"
    await _fails(fetcher.fetch(url, target, limit_bytes=LIMIT), InputError, "private network")
    assert connected == ["93.184.216.34"]
    assert server.connections == 0


async def test_next_address_is_tried_when_one_is_dead(server, fetcher, target, monkeypatch):
    server.answers(200, CONTENT)
    connected = resolving(monkeypatch, {"files.example": ["93.184.216.34", "93.184.216.35"]})
    real, loop = asyncio.get_running_loop().create_connection, asyncio.get_running_loop()

    async def first_is_dead(factory, host=None, port=None, **options):
        if host == "93.184.216.34":
            connected.append(host)
            raise ConnectionRefusedError(111, "refused")
        return await real(factory, host, port, **options)

    monkeypatch.setattr(loop, "create_connection", first_is_dead)
    await fetcher.fetch(f"http://files.example:{server.port}/a", target, limit_bytes=LIMIT)
    assert connected == ["93.184.216.34", "93.184.216.35"]


async def test_name_that_leads_nowhere(fetcher, target, monkeypatch):
    async def nowhere(*_args, **_options):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", nowhere)
    await _fails(fetcher.fetch("https://files.invalid/a", target, limit_bytes=LIMIT), NotSentError, "not known")


@pytest.mark.parametrize(
    ("ip", "is_public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("::ffff:93.184.216.34", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
        ("2001:0:4136:e378:8000:63bf:f5ff:fffe", False),
    ],
)
def test_public_addresses(ip, is_public):
    assert is_public_ip(ip) is is_public
