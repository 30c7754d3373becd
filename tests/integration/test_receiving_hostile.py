"""Bodies that are no notifications, or hardly, against the real process: 200 or 4xx, at once, in bounded memory."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections import Counter
from urllib.parse import urlsplit

import pytest
from cli_process import KEY, NUMBER
from lives import Left, Life, memory_bytes, wait_applied
from mutations import SHAPES, bodies
from scripted_api import ORGID

CALLERS = 32
AT_ONCE = 16
ANSWER_TIMEOUT_S = 60
MOST_GROWTH_BYTES = 96 * 1024 * 1024


@pytest.fixture
def slow_cli(scripted_cli):
    """Receipts are not what this is about: hardly any are sent."""
    place = scripted_cli.home / "settings.json"
    place.write_text(json.dumps(json.loads(place.read_text()) | {"requests_per_second": 0.1}))
    return scripted_cli


class Crowd:
    """Posts bodies over many connections, several at a time on each, and counts the answers."""

    def __init__(self, url, bodies):
        parts = urlsplit(url)
        self._address = (parts.hostname, parts.port)
        self._head = f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: "
        self._bodies = iter(bodies)
        self.statuses = Counter()

    async def post_all(self):
        await asyncio.gather(*(self._post_some() for _ in range(CALLERS)))

    async def _post_some(self):
        while some := list(itertools.islice(self._bodies, AT_ONCE * 20)):
            reader, writer = await asyncio.open_connection(*self._address)
            for start in range(0, len(some), AT_ONCE):
                await self._ask(reader, writer, some[start : start + AT_ONCE])
            writer.close()
            await writer.wait_closed()

    async def _ask(self, reader, writer, some):
        writer.write(b"".join(b"%b%d\r\n\r\n%b" % (self._head.encode(), len(body), body) for body in some))
        async with asyncio.timeout(ANSWER_TIMEOUT_S):
            for body in some:
                status = await self._status(reader)
                self.statuses[status] += 1
                assert status == 200 or 400 <= status < 500, (status, body)

    async def _status(self, reader):
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(line for line in head.split(b"\r\n") if line.startswith(b"Content-Length: "))
        await reader.readexactly(int(length[16:]))
        return int(head.split()[1])


def post_mutated(cli, place, *, count, seed, arguments=()):
    """Posts them in ten parts; what is asked of a part is asked of each."""
    grew, accepted, all_bodies = [], 0, bodies(seed)
    with Life(cli, place, arguments=arguments) as life:
        url = life.listening()
        for _ in range(10):
            crowd = Crowd(url, itertools.islice(all_bodies, count // 10))
            asyncio.run(crowd.post_all())
            assert crowd.statuses.total() == count // 10
            accepted += crowd.statuses[200]
            grew.append(memory_bytes(life.process.pid))
        wait_applied(cli.home)
        life.kill()
        assert "cannot be applied" not in life.complaints, life.complaints
        assert KEY not in life.complaints
    left = Left(cli.home)
    assert (left.integrity, len(left.journal), left.pending) == ([("ok",)], accepted, [])
    assert count / 10 < accepted < count * 0.7, "hardly any was a notification, or hardly any was not"
    assert grew[-1] - grew[0] < MOST_GROWTH_BYTES
    return life.complaints, accepted, grew


@pytest.mark.timeout(180)
def test_mutated_bodies(slow_cli, tmp_path):
    """With the log at its most talkative."""
    log, accepted, _grew = post_mutated(slow_cli, tmp_path / "life", count=2_500, seed=7, arguments=("--verbose",))
    assert log.count("200 accepted") == accepted
    assert "400 unreadable" in log
    texts = {text for _method, params in SHAPES for text in params.values() if isinstance(text, str) and len(text) > 4}
    assert {text for text in texts if text[:12] in log} == set()


@pytest.mark.soak
@pytest.mark.timeout(3000)
def test_a_million_mutated_bodies(slow_cli, tmp_path):
    _log, accepted, grew = post_mutated(slow_cli, tmp_path / "life", count=1_000_000, seed=8)
    print(f"a million bodies: {accepted} accepted; memory in MB: {[size >> 20 for size in grew]}")


def large_bodies(count):
    """As large as they may be: one text, many members, many short texts, nested, digits."""
    head = b'{"method":"read","api_key":"%b","params":{"sessionid":"s","x":' % KEY.encode()
    fillings = (
        b'"' + b"x" * 250_000 + b'"',
        b"{" + b",".join(b'"%d":0' % number for number in range(20_000)) + b"}",
        b"[" + b'"",' * 80_000 + b'""]',
        b"[" * 25 + b"]" * 25,
        b"[" * 200_000,
        b"9" * 250_000,
        b'"' + b"\\ud800" * 40_000 + b'"',
    )
    return (head + filling + b"}}" for filling in itertools.islice(itertools.cycle(fillings), count))


def test_large_bodies_take_no_more_memory_the_more_there_are(slow_cli, tmp_path):
    with Life(slow_cli, tmp_path / "life") as life:
        url = life.listening()
        grew = []
        for _ in range(2):
            crowd = Crowd(url, large_bodies(70))
            asyncio.run(crowd.post_all())
            grew.append(memory_bytes(life.process.pid))
        assert crowd.statuses == {200: 40, 400: 30}
        assert grew[1] - grew[0] < MOST_GROWTH_BYTES
        life.kill()


def test_what_is_accepted_of_strange_values_is_applied(slow_cli, tmp_path):
    """Each strange value in each place of a message, in bodies that are valid."""
    strange = (None, True, -1, 1e308, 10**400, [[1]], {"a": 1}, "", "\0", "😀", "x" * 3000, "9" * 400)
    names = ("to", "from", "orgid", "userid", "messageid", "sessionid", "content", "type", "senderid", "domain")
    params = {"to": NUMBER, "from": "502", "orgid": ORGID, "content": "Hello", "type": 1}
    documents = [
        {"method": method, "params": {**params, "messageid": "m-1", name: value}, "api_key": KEY}
        for method in ("message", "updated", "x" * 5000)
        for name in names
        for value in strange
    ]
    with Life(slow_cli, tmp_path / "life") as life:
        crowd = Crowd(life.listening(), [json.dumps(one).encode() for one in documents])
        asyncio.run(crowd.post_all())
        assert crowd.statuses == {200: len(documents)}
        wait_applied(slow_cli.home)
        life.kill()
        assert "cannot be applied" not in life.complaints, life.complaints
    assert len(Left(slow_cli.home).journal) == len(documents)
