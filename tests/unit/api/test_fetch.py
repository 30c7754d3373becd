"""Downloads: whole or not at all, with nothing of ours, and never from a private network by a stranger's wish."""

import asyncio
import gzip
import ipaddress
import socket
import ssl

import msgspec
import pytest
from certificate import CERTIFICATE
from scripted_server import ScriptedServer, response

from ringodesk_qt.api import HttpFileFetcher
from ringodesk_qt.api.fetch import is_public_ip
from ringodesk_qt.api.transport import tls_context
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


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate that this process trusts from here on."""
    path = tmp_path_factory.mktemp("tls") / "certificate.pem"
    path.write_text(CERTIFICATE)
    tls_context().load_verify_locations(path)
    return path


@pytest.fixture
async def web(certificate):
    """A server of the web: https, for the certificate's names."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    async with ScriptedServer(tls=context) as running:
        yield running


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
        ips = ips() if callable(ips) else ips
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


@pytest.mark.hasty
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
        "https://127.0.0.1:{port}/x",
        "https://localhost:{port}/x",
        "https://[::ffff:127.0.0.1]:{port}/x",
        "//127.1:{port}/x",
        "file:///etc/passwd",
    ],
)
async def test_redirect_into_the_private_network_is_not_followed(server, other, fetcher, target, location):
    server.answers(302, b"", Location=location.format(port=other.port))
    await _fails(fetcher.fetch(server.origin, target, limit_bytes=LIMIT), InputError, "not fetched")
    assert other.connections == 0


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "LOCALHOST",
        "127.1",
        "127.0.1",
        "127.8.9.10",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "017700000001",
        "0177.0.0.01",
        "\u2460\u2461\u2466.0.0.1",
        "\uff11\uff12\uff17.0.0.1",
        "127\u30020\u30020\u30021",
        "0",
        "0.0.0.0",
        "[::]",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::127.0.0.1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::ffff:0:127.0.0.1]",
        "[64:ff9b::127.0.0.1]",
        "[64:ff9b:1::127.0.0.1]",
        "[2002:7f00:1::]",
        "[2001:0:4136:e378:8000:63bf:f5ff:fffe]",
        "[fe80::1%25lo]",
        "[fe80::1]",
        "[fec0::1]",
        "[fd00:ec2::254]",
        "10.0.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254",
        "2852039166",
        "0xa9fea9fe",
        "[::ffff:169.254.169.254]",
        "100.64.0.1",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
    ],
)
async def test_private_addresses_however_they_are_written(other, fetcher, target, monkeypatch, host):
    connected = listening(monkeypatch)
    for url in (f"https://{host}:{other.port}/a.png", f"http://{host}:{other.port}/a.png"):
        with pytest.raises((InputError, NotSentError)):
            await fetcher.fetch(url, target, limit_bytes=LIMIT)
    assert connected == []
    assert other.connections == 0
    assert _nothing_is_left(target)


@pytest.mark.parametrize("host", ["localhost.", "127.0.0.1.", "metadata.google.internal", "localtest.example"])
async def test_names_of_private_addresses(other, fetcher, target, monkeypatch, host):
    connected = resolving(monkeypatch, {host: ["127.0.0.1", "169.254.169.254"]})
    await _fails(fetcher.fetch(f"https://{host}:{other.port}/", target, limit_bytes=LIMIT), InputError, "private")
    assert connected == []


def listening(monkeypatch):
    """What is connected to."""
    loop, connected = asyncio.get_running_loop(), []
    real_connect = loop.create_connection

    async def create_connection(factory, host=None, port=None, **options):
        connected.append(host)
        return await real_connect(factory, host, port, **options)

    monkeypatch.setattr(loop, "create_connection", create_connection)
    return connected


@pytest.mark.parametrize(
    "url",
    [
        "http://93.184.216.34/",
        "HTTP://93.184.216.34/",
        "https://user:password@127.0.0.1:{port}/",
        "https://user@example.com/",
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "ftp://93.184.216.34/a",
        "gopher://93.184.216.34/a",
        "data:text/plain,hi",
        "javascript:alert(1)",
        "example.com/a",
        "//93.184.216.34/a",
        "https://",
        "https:///a",
        "https:93.184.216.34/a",
        "https://[nonsense/",
        "https://93.184.216.34:0x1bb/",
        "https://93.184.216.34:99999/",
        "https://a b.example/",
        "https://a\0b.example/",
        "https://a\r\nHost: b/",
        "https://" + "a" * 300 + ".example/",
        "\ud800",
        "",
    ],
)
async def test_links_that_are_not_followed(other, fetcher, target, monkeypatch, url):
    connected = listening(monkeypatch)
    await _fails(fetcher.fetch(url.format(port=other.port), target, limit_bytes=LIMIT), InputError)
    assert connected == []
    assert _nothing_is_left(target)


async def test_a_name_that_changes_its_mind_is_not_asked_twice(web, other, fetcher, target, monkeypatch):
    """The first answer is public, every later one is this machine."""
    web.answers(200, CONTENT)
    answers = [["93.184.216.34"]]
    connected = resolving(monkeypatch, {"rebinds.example": lambda: answers.pop() if answers else ["127.0.0.1"]})
    url = f"https://rebinds.example:{web.port}/a"
    await fetcher.fetch(url, target, limit_bytes=LIMIT)
    assert connected == ["93.184.216.34"]
    await _fails(fetcher.fetch(url, target, limit_bytes=LIMIT), InputError, "private network")
    assert connected == ["93.184.216.34"]


async def test_a_name_that_changes_its_mind_between_redirects(web, fetcher, target, monkeypatch):
    web.answers(302, b"", Location="/again")
    answers = [["169.254.169.254"], ["93.184.216.34"]]
    connected = resolving(monkeypatch, {"rebinds.example": answers.pop})
    await _fails(
        fetcher.fetch(f"https://rebinds.example:{web.port}/a", target, limit_bytes=LIMIT), InputError, "private"
    )
    assert connected == ["93.184.216.34"]
    assert len(web.requests) == 1


@pytest.mark.parametrize("location", ["http://files.example:{port}/b", "http://127.0.0.1:{port}/b"])
async def test_a_redirect_cannot_take_the_protection_away(web, fetcher, target, monkeypatch, location):
    connected = resolving(monkeypatch, {"files.example": ["93.184.216.34"]})
    web.answers(302, b"", Location=location.format(port=web.port))
    url = f"https://files.example:{web.port}/a"
    await _fails(fetcher.fetch(url, target, limit_bytes=LIMIT), InputError, "not protected")
    assert connected == ["93.184.216.34"]


async def test_nothing_of_ours_goes_to_the_web(web, fetcher, target, monkeypatch, tmp_path):
    """Neither what the environment says of proxies and passwords, nor what the server asks us to keep."""
    proxy = "http://user:secret@127.0.0.1:9"
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy)
    (tmp_path / "netrc").write_text("machine files.example login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    target = tmp_path / "files" / "got.bin"
    target.parent.mkdir()
    connected = resolving(monkeypatch, {"files.example": ["93.184.216.34"], "other.example": ["93.184.216.35"]})

    async def script(exchange):
        request = await exchange.request()
        moved = {"Location": f"https://other.example:{web.port}/b", "Set-Cookie": "a=b; Domain=example; Secure"}
        is_first = request.headers["host"].startswith("files.example")
        await exchange.write(response(302, b"", moved) if is_first else response(200, CONTENT))

    web.script = script
    for _ in range(2):
        await fetcher.fetch(f"https://files.example:{web.port}/a?x=1", target, limit_bytes=LIMIT)
    assert connected == ["93.184.216.34", "93.184.216.35"] * 2
    assert {name for request in web.requests for name in request.headers if name} == {
        "host",
        "accept",
        "accept-encoding",
        "connection",
        "user-agent",
    }


async def test_what_nobody_asked_for_stays_on_the_trusted_server(server, web, fetcher, target, monkeypatch):
    connected = resolving(monkeypatch, {"files.example": ["93.184.216.34"]})
    public = f"https://files.example:{web.port}/a.png"
    await _fails(fetcher.fetch(public, target, limit_bytes=LIMIT, only_trusted=True), InputError, "another server")
    server.answers(302, b"", Location=public)
    await _fails(
        fetcher.fetch(server.origin, target, limit_bytes=LIMIT, only_trusted=True), InputError, "another server"
    )
    assert connected == ["127.0.0.1"]
    server.answers(200, CONTENT)
    assert await fetcher.fetch(server.origin, target, limit_bytes=LIMIT, only_trusted=True) == len(CONTENT)


@pytest.fixture
async def brief_fetcher(server, timeouts):
    """Gives a small call a second; each byte may come as late as it likes."""
    brief = msgspec.structs.replace(timeouts, total_s=1)
    async with HttpFileFetcher(trusted_origins={server.origin}, timeouts=brief) as opened:
        yield opened


async def test_a_drip_is_given_up(server, brief_fetcher, target):
    """Each byte comes in time; all of them would take for ever."""

    async def script(exchange):
        await exchange.request()
        await exchange.write(response(200, b"", {"Content-Length": "1000000"}))
        while True:
            await exchange.write(b"x")
            await asyncio.sleep(0.02)

    server.script = script
    await _fails(brief_fetcher.fetch(server.origin, target, limit_bytes=LIMIT), NotSentError, "too slowly")
    assert _nothing_is_left(target)


async def test_a_drip_of_redirects_is_given_up(server, brief_fetcher, target):
    async def script(exchange):
        await exchange.request()
        await asyncio.sleep(0.25)
        await exchange.write(response(302, b"", {"Location": "/again"}))

    server.script = script
    await _fails(brief_fetcher.fetch(server.origin, target, limit_bytes=LIMIT), NotSentError, "too slowly")


async def test_what_keeps_coming_is_not_given_up(server, brief_fetcher, target):
    """It takes longer than a small call may, at more than the slowest pace that is borne."""

    async def script(exchange):
        await exchange.request()
        await exchange.write(response(200, b"", {"Content-Length": str(24 * 32768)}))
        for _ in range(24):
            await exchange.write(b"x" * 32768)
            await asyncio.sleep(0.06)

    server.script = script
    assert await brief_fetcher.fetch(server.origin, target, limit_bytes=LIMIT) == 24 * 32768


async def test_trust_is_for_the_very_origin(server, target, timeouts):
    async with HttpFileFetcher(trusted_origins={f"https://127.0.0.1:{server.port}"}, timeouts=timeouts) as fetcher:
        await _fails(fetcher.fetch(server.origin, target, limit_bytes=LIMIT), InputError, "not protected")
    async with HttpFileFetcher(trusted_origins={f"http://127.0.0.1:{server.port + 1}"}, timeouts=timeouts) as fetcher:
        await _fails(
            fetcher.fetch(f"https://127.0.0.1:{server.port}", target, limit_bytes=LIMIT), InputError, "private"
        )
    assert server.connections == 0


async def test_public_name_is_connected_to_at_the_address_that_was_checked(web, fetcher, target, monkeypatch):
    web.answers(200, CONTENT)
    connected = resolving(monkeypatch, {"files.example": ["10.0.0.1", "93.184.216.34"]})
    url = f"https://files.example:{web.port}/a"
    assert await fetcher.fetch(url, target, limit_bytes=LIMIT) == len(CONTENT)
    assert connected == ["93.184.216.34"]
    assert web.last.headers["host"] == f"files.example:{web.port}"


async def test_public_server_cannot_redirect_to_the_trusted_one(server, web, fetcher, target, monkeypatch):
    connected = resolving(monkeypatch, {"files.example": ["93.184.216.34"]})
    web.answers(302, b"", Location=server.origin)
    url = f"https://files.example:{web.port}/a"
    await _fails(fetcher.fetch(url, target, limit_bytes=LIMIT), InputError, "not protected")
    assert connected == ["93.184.216.34"]
    assert server.connections == 0


async def test_next_address_is_tried_when_one_is_dead(web, fetcher, target, monkeypatch):
    web.answers(200, CONTENT)
    connected = resolving(monkeypatch, {"files.example": ["93.184.216.34", "93.184.216.35"]})
    real, loop = asyncio.get_running_loop().create_connection, asyncio.get_running_loop()

    async def first_is_dead(factory, host=None, port=None, **options):
        if host == "93.184.216.34":
            connected.append(host)
            raise ConnectionRefusedError(111, "refused")
        return await real(factory, host, port, **options)

    monkeypatch.setattr(loop, "create_connection", first_is_dead)
    await fetcher.fetch(f"https://files.example:{web.port}/a", target, limit_bytes=LIMIT)
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
        ("64:ff9b::93.184.216.34", True),
        ("64:ff9b:1::93.184.216.34", False),
        ("2002:5db8:d822::1", False),
        ("::93.184.216.34", False),
        ("fec0::1", False),
        ("fd00:ec2::254", False),
        ("2606:2800:220:1:0:5efe:7f00:1", False),
        ("2606:2800:220:1:200:5efe:a00:1", False),
        ("100::1", False),
        ("2001:db8::1", False),
        ("3fff::1", False),
        ("192.0.0.192", False),
        ("192.88.99.1", False),
        ("168.63.129.16", False),
        ("198.18.0.1", False),
        ("203.0.113.9", False),
        ("240.0.0.1", False),
    ],
)
def test_public_addresses(ip, is_public):
    assert is_public_ip(ip) is is_public


async def test_how_much_has_come_is_told_with_the_size_where_the_server_tells_it(server, fetcher, target, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.api.fetch.PROGRESS_INTERVAL_S", 0.0)
    server.answers(200, CONTENT)
    told = []
    await fetcher.fetch(f"{server.origin}/a", target, limit_bytes=LIMIT, on_progress=lambda *sizes: told.append(sizes))
    assert [total for _, total in told] == [len(CONTENT)] * len(told)
    assert [received for received, _ in told] == sorted(received for received, _ in told)
    assert told[-1] == (len(CONTENT), len(CONTENT))
