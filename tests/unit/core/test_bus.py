"""The bus: order, threads, batches, isolation."""

import asyncio
import logging
import threading

import pytest

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import ChatChanged, ChatRead, Event, OutboxChanged
from ringodesk_qt.models.ids import ChatId


def changed(number: int) -> ChatChanged:
    return ChatChanged(chat_id=ChatId(number))


async def test_events_reach_their_listeners_in_order_on_the_loop() -> None:
    bus, seen = Bus(), []
    bus.on(ChatChanged, lambda event: seen.append((event.chat_id, threading.current_thread())))
    bus.attach(asyncio.get_running_loop())
    sender = threading.Thread(target=lambda: [bus.publish([changed(number)]) for number in range(100)])
    sender.start()
    sender.join()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert [number for number, _thread in seen] == list(range(100))
    assert {thread for _number, thread in seen} == {threading.current_thread()}


async def test_what_is_published_before_there_is_a_loop_is_kept() -> None:
    bus, seen = Bus(), []
    bus.on(ChatChanged, seen.append)
    bus.publish([changed(1)])
    bus.attach(asyncio.get_running_loop())
    await asyncio.sleep(0)
    assert seen == [changed(1)]


async def test_a_listener_of_a_base_class_hears_all_kinds() -> None:
    bus, seen = Bus(), []
    bus.on(Event, seen.append)
    bus.attach(asyncio.get_running_loop())
    bus.publish([changed(1), OutboxChanged()])
    await asyncio.sleep(0)
    assert seen == [changed(1), OutboxChanged()]


async def test_an_ended_listener_hears_nothing_more() -> None:
    bus, seen = Bus(), []
    end = bus.on(ChatChanged, seen.append)
    bus.attach(asyncio.get_running_loop())
    end()
    end()
    bus.publish([changed(1)])
    await asyncio.sleep(0)
    assert seen == []


@pytest.mark.allow_log("ringodesk_qt.core.bus")
async def test_a_listener_that_fails_costs_the_others_nothing(caplog: pytest.LogCaptureFixture) -> None:
    bus, seen = Bus(), []

    def fail(_event: ChatRead) -> None:
        raise RuntimeError("broken")

    bus.on(ChatRead, fail)
    bus.on(ChatRead, seen.append)
    bus.attach(asyncio.get_running_loop())
    with caplog.at_level(logging.CRITICAL, "ringodesk_qt.core.bus"):
        bus.publish([ChatRead(chat_id=ChatId(1))])
        await asyncio.sleep(0)
    assert seen == [ChatRead(chat_id=ChatId(1))]


async def test_a_flood_wakes_the_loop_once() -> None:
    bus, loop = Bus(), asyncio.get_running_loop()
    wakes = []

    class CountingLoop:
        def is_closed(self) -> bool:
            return False

        def call_soon_threadsafe(self, call: object) -> None:
            wakes.append(call)

    bus.attach(CountingLoop())  # type: ignore[arg-type]
    for number in range(1000):
        bus.publish([changed(number)])
    assert len(wakes) == 1
    assert loop.is_running()


async def test_who_listens_is_looked_up_once_and_anew_when_that_changes() -> None:
    bus, heard = Bus(), []
    bus.attach(asyncio.get_running_loop())
    looked_up, real = [], bus._look_up

    def look_up(kind):
        looked_up.append(kind)
        return real(kind)

    bus._look_up = look_up
    bus.on(ChatChanged, lambda _event: heard.append("first"))
    bus.publish([*map(changed, range(50)), *[OutboxChanged()] * 50])
    await asyncio.sleep(0)
    assert looked_up == [ChatChanged, OutboxChanged]
    end = bus.on(ChatChanged, lambda _event: heard.append("second"))
    bus.publish([changed(1)])
    await asyncio.sleep(0)
    end()
    bus.publish([changed(2)])
    await asyncio.sleep(0)
    assert heard[50:] == ["first", "second", "first"]
