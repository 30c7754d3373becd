"""The bridge: many events, few signals, no timer while there is nothing to tell."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from ringodesk_qt.core.events import (
    ChatChanged,
    DownloadProgressed,
    HealthChanged,
    MessagesChanged,
    TypingChanged,
    UploadProgressed,
)
from ringodesk_qt.ui.bridge import FRAME_MS, LIST_MS, PUT_OFF_MS, SCROLL_MS


def _record(bridge):
    seen = []
    bridge.messages_changed.connect(lambda *args: seen.append(("messages", *args)))
    bridge.chats_changed.connect(lambda ids: seen.append(("chats", ids)))
    bridge.typing_changed.connect(lambda *args: seen.append(("typing", *args)))
    bridge.upload_progressed.connect(lambda *args: seen.append(("upload", *args)))
    bridge.download_progressed.connect(lambda *args: seen.append(("download", *args)))
    bridge.health_changed.connect(lambda: seen.append(("health",)))
    return seen


async def test_a_flood_is_one_signal_a_kind(desk, bridge, settle):
    seen = _record(bridge)
    events = []
    for number in range(500):
        events.append(MessagesChanged(chat_id=1, message_ids=(number,), is_new=True))
        events.append(ChatChanged(chat_id=1))
        events.append(UploadProgressed(chat_id=1, message_id=3, sent_bytes=number, total_bytes=500))
        events.append(DownloadProgressed(chat_id=1, message_id=4, received_bytes=number))
    events.append(DownloadProgressed(chat_id=1, message_id=4, is_over=True))
    events += [TypingChanged(chat_id=1, is_typing=True), TypingChanged(chat_id=1, is_typing=False), HealthChanged()]
    desk.bus.publish(events)
    await settle(lambda: ("health",) in seen)
    assert seen == [
        ("messages", 1, list(range(500)), True),
        ("chats", [1]),
        ("typing", 1, False),
        ("upload", 1, 3, 499, 500),
        ("download", 1, 4, 0, 0, True),
        ("health",),
    ]


async def test_new_and_changed_messages_are_told_apart(desk, bridge, settle):
    seen = _record(bridge)
    desk.bus.publish(
        [
            MessagesChanged(chat_id=1, message_ids=(1,), is_new=True),
            MessagesChanged(chat_id=1, message_ids=(1,)),
            MessagesChanged(chat_id=2, message_ids=(9,), is_new=True),
        ]
    )
    await settle(lambda: len(seen) == 3)
    assert seen == [("messages", 1, [1], True), ("messages", 1, [1], False), ("messages", 2, [9], True)]


async def test_no_timer_runs_while_nothing_waits(desk, bridge, settle):
    timer = bridge.findChild(QTimer)
    assert not timer.isActive()
    seen = _record(bridge)
    desk.bus.publish([HealthChanged()])
    await settle(lambda: seen)
    assert not timer.isActive()


async def test_ids_beyond_32_bits_come_through(desk, bridge, settle):
    seen = _record(bridge)
    desk.bus.publish([MessagesChanged(chat_id=2**40, message_ids=(2**41,), is_new=True)])
    await settle(lambda: seen)
    assert seen == [("messages", 2**40, [2**41], True)]


async def test_after_stop_it_is_silent(desk, bridge, settle):
    seen = _record(bridge)
    bridge.stop()
    desk.bus.publish([HealthChanged()])
    await settle()
    assert seen == []


async def test_what_comes_after_a_pause_is_told_in_the_same_frame(desk, bridge, settle, monkeypatch):
    clock = [1000.0]
    monkeypatch.setattr("ringodesk_qt.ui.bridge.monotonic", lambda: clock[0])
    seen, timer = _record(bridge), bridge.findChild(QTimer)
    desk.bus.publish([MessagesChanged(chat_id=1, message_ids=(1,), is_new=True)])
    await settle(lambda: timer.isActive() or seen)
    assert timer.interval() == 0
    await settle(lambda: seen)
    clock[0] += 0.006
    desk.bus.publish([MessagesChanged(chat_id=1, message_ids=(2,), is_new=True)])
    await settle(lambda: timer.isActive() or len(seen) == 2)
    assert timer.interval() == FRAME_MS - 6


async def test_messages_and_the_rest_take_turns(desk, bridge, settle):
    """A flood of either does not keep the other from being told, and no frame has to show both."""
    turns, timer = [], bridge.findChild(QTimer)
    timer.timeout.connect(lambda: turns.append([one[0] for one in seen]) or seen.clear())
    seen = _record(bridge)
    bridge.messages_changed.connect(lambda *_: len(turns) < 5 and desk.bus.publish(both))
    both = [ChatChanged(chat_id=1), MessagesChanged(chat_id=1, message_ids=(1,), is_new=True)]
    desk.bus.publish(both)
    await settle(lambda: len(turns) >= 6)
    assert turns[:6] == [["messages"], ["chats"], ["messages"], ["chats"], ["messages"], ["chats"]]


async def test_the_list_is_told_less_often_the_more_of_it_changes(desk, bridge, settle, monkeypatch):
    waits = []
    monkeypatch.setattr(bridge._list_rest, "start", waits.append)
    seen = _record(bridge)
    for chat_ids in ([1], [1, 2], range(1, 200)):
        seen.clear()
        desk.bus.publish([ChatChanged(chat_id=chat_id) for chat_id in chat_ids])
        await settle(lambda: seen)
    assert waits == [2 * FRAME_MS, LIST_MS]


async def test_the_list_waits_while_the_conversation_is_scrolled_half_a_second_at_most(
    desk, bridge, settle, monkeypatch
):
    clock, scrolled_at = [1000.0], [999.95]
    monkeypatch.setattr("ringodesk_qt.ui.bridge.monotonic", lambda: clock[0])
    bridge.give_way_to(lambda: scrolled_at[0])
    seen, rest = _record(bridge), bridge._list_rest
    desk.bus.publish([ChatChanged(chat_id=1), MessagesChanged(chat_id=1, message_ids=(1,), is_new=True)])
    await settle(rest.isActive)
    assert abs(rest.interval() - (SCROLL_MS - 50)) <= 1
    assert [kind for kind, *_ in seen] == ["messages"]
    for waited, left in ((0.2, SCROLL_MS), (0.2, PUT_OFF_MS - 400)):
        clock[0] += waited
        scrolled_at[0] = clock[0]
        rest.timeout.emit()
        rest.stop()
        await settle(rest.isActive)
        assert abs(rest.interval() - left) <= 1
    clock[0] += 0.1
    scrolled_at[0] = clock[0]
    rest.stop()
    rest.timeout.emit()
    await settle(lambda: len(seen) == 2)
    assert seen[1] == ("chats", [1])


async def test_the_list_is_told_as_soon_as_nobody_scrolls_any_more(desk, bridge, settle, monkeypatch):
    clock = [1000.0]
    monkeypatch.setattr("ringodesk_qt.ui.bridge.monotonic", lambda: clock[0])
    bridge.give_way_to(lambda: 1000.0 - SCROLL_MS / 1000)
    seen = _record(bridge)
    desk.bus.publish([ChatChanged(chat_id=1)])
    await settle(lambda: seen)
    assert seen == [("chats", [1])]


async def test_what_changes_while_the_list_is_left_alone_is_told_after(desk, bridge, settle):
    seen = _record(bridge)
    desk.bus.publish([ChatChanged(chat_id=chat_id) for chat_id in range(1, 4)])
    await settle(lambda: seen)
    assert bridge._list_rest.isActive()
    desk.bus.publish([ChatChanged(chat_id=7), ChatChanged(chat_id=8), HealthChanged()])
    await settle(lambda: len(seen) == 3)
    assert seen == [("chats", [1, 2, 3]), ("health",), ("chats", [7, 8])]
