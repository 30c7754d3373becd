"""The network thread."""

from __future__ import annotations

import asyncio
import gc
import logging
import threading
import time
from concurrent.futures import CancelledError as FutureCancelledError

import pytest

from ringodesk_qt.network import NetworkThread


@pytest.fixture
def network():
    network = NetworkThread("test-network")
    network.start()
    yield network
    network.stop()


async def where() -> str:
    await asyncio.sleep(0)
    return threading.current_thread().name


async def fail() -> None:
    await asyncio.sleep(0)
    raise LookupError("no")


class Endless:
    """A coroutine that waits, and tells what became of it."""

    def __init__(self) -> None:
        self.began = threading.Event()
        self.ended = threading.Event()

    async def run(self) -> None:
        try:
            self.began.set()
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0.01)
            self.ended.set()


async def test_run_carries_the_result_over(network):
    assert await network.run(where()) == "test-network"


async def test_run_carries_the_exception_over(network, caplog):
    with pytest.raises(LookupError, match="no"):
        await network.run(fail())
    gc.collect()
    assert caplog.records == []


async def test_run_works_on_its_own_loop_too(network):
    async def outer() -> str:
        return await network.run(where())

    assert await network.run(outer()) == "test-network"


async def test_cancelling_the_caller_cancels_the_coroutine_and_waits_for_it(network):
    endless = Endless()
    task = asyncio.create_task(network.run(endless.run()))
    await asyncio.to_thread(endless.began.wait)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert endless.ended.is_set()


async def test_a_time_limit_of_the_caller_holds(network):
    endless = Endless()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await network.run(endless.run())
    assert endless.ended.is_set()


async def test_what_a_cancelled_coroutine_still_raises_reaches_the_caller(network):
    began = threading.Event()

    async def stubborn() -> None:
        try:
            began.set()
            await asyncio.Event().wait()
        except asyncio.CancelledError as error:
            raise LookupError("half done") from error

    task = asyncio.create_task(network.run(stubborn()))
    await asyncio.to_thread(began.wait)
    task.cancel()
    with pytest.raises(LookupError, match="half done"):
        await task


async def test_a_result_that_came_all_the_same_is_not_lost(network):
    began = threading.Event()

    async def sent() -> str:
        began.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            return "sent"
        return ""

    task = asyncio.create_task(network.run(sent()))
    await asyncio.to_thread(began.wait)
    task.cancel()
    assert await task == "sent"


def test_submit(network):
    assert network.submit(where()).result(5) == "test-network"
    with pytest.raises(LookupError):
        network.submit(fail()).result(5)


def test_cancelling_a_future_cancels_the_coroutine(network):
    endless = Endless()
    future = network.submit(endless.run())
    endless.began.wait()
    assert future.cancel()
    assert endless.ended.wait(5)
    with pytest.raises(FutureCancelledError):
        future.result(0)


@pytest.mark.allow_log("ringodesk_qt.network")
def test_an_exception_nobody_asks_for_is_logged(network, caplog):
    future = network.submit(fail())
    while not future.done():
        time.sleep(0.001)
    network.submit(where()).result(5)
    del future
    gc.collect()
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.exc_info[0] is LookupError


@pytest.mark.allow_log("ringodesk_qt.network")
def test_an_exception_of_a_cancelled_call_is_logged(network, caplog):
    began = threading.Event()

    async def stubborn() -> None:
        try:
            began.set()
            await asyncio.Event().wait()
        except asyncio.CancelledError as error:
            raise LookupError("half done") from error

    future = network.submit(stubborn())
    began.wait()
    future.cancel()
    network.stop()
    (record,) = caplog.records
    assert record.exc_info[0] is LookupError


def test_stop_cancels_and_awaits_everything():
    network = NetworkThread()
    network.start()
    endless, child = Endless(), Endless()
    future = network.submit(endless.run())

    async def leave_a_task() -> None:
        network.kept = asyncio.create_task(child.run())

    network.submit(leave_a_task()).result(5)
    endless.began.wait()
    child.began.wait()
    network.stop()
    assert endless.ended.is_set()
    assert child.ended.is_set()
    assert future.cancelled()
    assert network.loop.is_closed()
    assert not network.is_running


async def test_who_waits_is_woken_when_it_stops():
    network = NetworkThread()
    network.start()
    endless = Endless()
    task = asyncio.create_task(network.run(endless.run()))
    await asyncio.to_thread(endless.began.wait)
    await asyncio.to_thread(network.stop)
    with pytest.raises(asyncio.CancelledError):
        await task


def test_a_coroutine_given_just_before_the_stop_is_not_forgotten():
    for _ in range(20):
        network = NetworkThread()
        network.start()
        futures = [network.submit(where()) for _ in range(5)]
        network.stop()
        assert all(future.done() for future in futures)


@pytest.mark.allow_log("ringodesk_qt.network")
def test_stop_is_bounded_when_a_coroutine_will_not_end(caplog):
    network = NetworkThread()
    network.start()
    release = threading.Event()
    began = threading.Event()

    async def deaf() -> None:
        # It stays unfinished for good, which asyncio would remark upon when it is collected.
        asyncio.current_task()._log_destroy_pending = False
        began.set()
        while not release.is_set():
            try:
                await asyncio.sleep(0.01)
            except asyncio.CancelledError:
                continue

    future = network.submit(deaf())
    began.wait()
    network.stop(0.2)
    assert future.cancelled()
    assert "would not end" in caplog.text
    release.set()


@pytest.mark.allow_log("ringodesk_qt.network")
def test_stop_is_bounded_when_the_loop_is_blocked(caplog):
    network = NetworkThread()
    network.start()
    release = threading.Event()
    began = threading.Event()

    async def block() -> str:
        began.set()
        release.wait()
        return "late"

    future = network.submit(block())
    began.wait()
    network.stop(0.05)
    assert future.cancelled()
    assert "left behind" in caplog.text
    release.set()
    network.stop()
    assert network.loop.is_closed()


def test_it_takes_nothing_before_the_start_or_after_the_stop():
    network = NetworkThread()
    with pytest.raises(RuntimeError, match="does not run"):
        network.submit(where())
    network.start()
    with pytest.raises(RuntimeError, match="only once"):
        network.start()
    network.stop()
    network.stop()
    with pytest.raises(RuntimeError, match="does not run"):
        network.submit(where())
    with pytest.raises(RuntimeError, match="only once"):
        network.start()


def test_one_never_started_can_be_stopped():
    network = NetworkThread()
    network.stop()
    network.stop()
    assert network.loop.is_closed()


def test_it_cannot_wait_for_its_own_end(network):
    async def stop() -> None:
        network.stop()

    with pytest.raises(RuntimeError, match="its own end"):
        network.submit(stop()).result(5)


async def stubborn(began):
    """A call that is done all the same when it is cancelled."""
    began.set()
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        return "done"


async def test_a_loop_that_got_its_result_all_the_same_is_still_cancelled(network):
    began, results = threading.Event(), []

    async def loop():
        while True:
            results.append(await network.run(stubborn(began)))
            await asyncio.sleep(30)

    task = asyncio.create_task(loop())
    assert await asyncio.to_thread(began.wait, 10)
    task.cancel()
    async with asyncio.timeout(10):
        await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled()
    assert results == ["done"]


async def test_a_time_limit_that_was_too_short_cancels_nothing_later(network):
    began = threading.Event()
    async with asyncio.timeout(0.05):
        assert await network.run(stubborn(began)) == "done"
    await asyncio.sleep(0)
    await asyncio.sleep(0)
