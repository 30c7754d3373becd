"""What the URL of a file may do instead of giving the file."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import aiohttp
import pytest

from ringodesk_qt.simulator import Fault, FileRecord, Simulator

DATA = bytes(range(256)) * 40


@pytest.fixture
async def url(sim: Simulator) -> str:
    return sim.message(await sim.send_file("501", "photo.png", DATA, to="1234567890")).content


async def test_a_redirect_to_itself(sim: Simulator, api: Any, url: str) -> None:
    sim.faults.always(Fault.FILE_REDIRECT)
    async with api.http.get(url) as answer:
        assert (len(answer.history), await answer.read()) == (1, DATA)


async def test_a_redirect_to_where_one_likes(sim: Simulator, api: Any, url: str) -> None:
    sim.faults.once(Fault.FILE_REDIRECT, value="file:///etc/passwd")
    async with api.http.get(url, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (302, "file:///etc/passwd")


async def test_a_redirect_without_end(sim: Simulator, api: Any, url: str) -> None:
    sim.faults.always(Fault.FILE_LOOP)
    with pytest.raises(aiohttp.TooManyRedirects):
        await api.http.get(url, max_redirects=4)


async def test_a_file_that_comes_slowly(sim: Simulator, api: Any, url: str) -> None:
    sim.faults.once(Fault.FILE_SLOW, value=50_000)
    before = time.monotonic()
    async with api.http.get(url) as answer:
        assert await answer.read() == DATA
    assert time.monotonic() - before >= 0.2


async def test_half_a_file(sim: Simulator, api: Any, url: str) -> None:
    sim.faults.once(Fault.FILE_CUT)
    async with api.http.get(url) as answer:
        assert answer.headers["Content-Length"] == str(len(DATA))
        with pytest.raises(aiohttp.ClientPayloadError):
            await answer.read()


async def test_half_a_file_and_nothing_more(sim: Simulator, api: Any, url: str) -> None:
    sim.faults.once(Fault.FILE_HANG)
    async with api.http.get(url) as answer:
        assert await answer.content.readexactly(len(DATA) // 2) == DATA[: len(DATA) // 2]
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await answer.content.read(1)
        await sim.stop()


@pytest.mark.parametrize(("fault", "length"), [(Fault.FILE_HUGE, "5000000000"), (Fault.FILE_ENDLESS, None)])
async def test_more_than_anyone_wants(sim: Simulator, api: Any, url: str, fault: Fault, length: str | None) -> None:
    sim.faults.once(fault)
    async with api.http.get(url) as answer:
        assert answer.headers.get("Content-Length") == length
        assert answer.headers["Content-Type"] == "image/png"
        assert await answer.content.readexactly(1_000_000) == bytes(1_000_000)
        answer.close()
    async with api.http.get(url) as answer:  # who leaves is no trouble
        assert await answer.read() == DATA


async def test_an_exact_size(sim: Simulator, api: Any, url: str) -> None:
    sim.faults.once(Fault.FILE_HUGE, value=100_001)
    async with api.http.get(url) as answer:
        assert await answer.read() == bytes(100_001)


async def test_a_file_that_is_gone_and_a_page_in_its_place(sim: Simulator, api: Any, url: str) -> None:
    sim.faults.once(Fault.FILE_GONE)
    sim.faults.once(Fault.FILE_PAGE)
    async with api.http.get(url) as answer:
        assert answer.status == 404
    async with api.http.get(url) as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")


async def test_names_that_try_to_leave_their_folder(sim: Simulator, api: Any, hook: Any) -> None:
    sim.faults.once(Fault.FILE_HOSTILE_NAME)
    await sim.send_file("501", "photo.png", DATA, to="1234567890")
    await sim.settled()
    [params] = hook.of("message")
    assert "..%2F..%2F" in params["content"]
    sim.faults.once(Fault.FILE_DISPOSITION)
    async with api.http.get(_as_it_is(params["content"])) as answer:
        assert await answer.read() == DATA
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="../../')


def _as_it_is(url: str) -> Any:
    from yarl import URL

    return URL(url, encoded=True)


async def test_who_asks_is_told(sim: Simulator, api: Any, url: str) -> None:
    seen: list[Any] = []
    end = sim.watch(seen.append)
    sim.faults.once(Fault.FILE_GONE)
    for address in (url, url, f"{sim.origin}/files/x/y.png"):
        async with api.http.get(address) as answer:
            await answer.read()
    end()
    async with api.http.get(url) as answer:
        await answer.read()
    assert [(one.name, one.is_there, one.fault) for one in seen if isinstance(one, FileRecord)] == [
        ("photo.png", True, Fault.FILE_GONE),
        ("photo.png", True, None),
        ("y.png", False, None),
    ]
