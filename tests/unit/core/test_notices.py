"""Which messages become a desktop notice: each once at most, for ever, and not longer than it is unread."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from ringodesk_qt.core import notices
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import StoreChanged
from ringodesk_qt.core.notices import NoticePolicy
from ringodesk_qt.models.message import Direction, Kind, NewMessage, State
from ringodesk_qt.models.notification import Deleted, Updated

WITHIN_S = 10


class Screen:
    """What stands and what was ever shown; `life` begins another run of the program on the same home."""

    def __init__(self, room, kept):
        self.room = room
        self.kept = kept
        self.shown = []
        self.standing = {}
        self.digests = []
        self.digest = None
        self.is_held_back = False
        self.in_view = set()
        self.changed = asyncio.Event()
        self.policy = None

    def policy_on(self, bus):
        return NoticePolicy(
            store=self.room.store,
            bus=bus,
            settings=self.room.settings,
            is_in_view=lambda chat_id: chat_id in self.in_view,
            is_held_back=lambda: self.is_held_back,
            show=self._show,
            withdraw=self._withdraw,
            show_digest=self._show_digest,
            withdraw_digest=lambda: self._show_digest(None),
            kept=self.kept,
        )

    async def life(self):
        if self.policy is not None:
            await self.policy.stop()
        self.policy = self.policy_on(self.room.bus)
        await self.policy.start()

    def _show(self, notice):
        self.shown.append(notice)
        self.standing[notice.chat_id] = notice
        self.changed.set()

    def _withdraw(self, chat_id):
        self.standing.pop(chat_id, None)
        self.changed.set()

    def _show_digest(self, digest):
        self.digests += [digest] if digest else []
        self.digest = digest
        self.changed.set()

    async def back(self):
        """Notices are shown again."""
        self.is_held_back = False
        self.policy.look_soon()
        await asyncio.sleep(notices.RETURN_S)
        await self.looked()

    async def until(self, condition):
        async with asyncio.timeout(WITHIN_S):
            while not condition():
                self.changed.clear()
                await self.changed.wait()

    async def looked(self):
        """Returns when a look has been taken that began after now: an event that changes nothing asks for it."""
        self.room.bus.publish([StoreChanged()])
        await self.room.quiet()
        async with asyncio.timeout(WITHIN_S):
            while self.policy._wake.is_set():
                await asyncio.sleep(0.01)
        await self.room.store.read(lambda tables: tables.messages.newest_id())
        await asyncio.sleep(notices.PAUSE_S * 3)

    @property
    def bodies(self):
        return [notice.body for notice in self.shown]


@pytest.fixture
async def screen(room, tmp_path, monkeypatch):
    monkeypatch.setattr(notices, "PAUSE_S", 0.01)
    monkeypatch.setattr(notices, "FLOOD_PAUSE_S", 0.02)
    monkeypatch.setattr(notices, "RETRY_S", 0.01)
    monkeypatch.setattr(notices, "RETURN_S", 0.01)
    screen = Screen(room, tmp_path / "noticed.json")
    await screen.life()
    yield screen
    await screen.policy.stop()


async def test_a_message_has_one_notice_however_often_it_is_told(room, screen):
    for _ in range(3):
        await room.accept(room.arrived("m1", "Hello"))
    await screen.until(lambda: screen.shown)
    await room.accept(room.arrived("m1", "Hello"))
    await screen.looked()
    assert screen.bodies == ["Hello"]


async def test_nor_a_second_one_after_a_restart(room, screen):
    await room.accept(room.arrived("m1", "Hello"))
    await screen.until(lambda: screen.shown)
    await screen.life()
    await room.accept(room.arrived("m1", "Hello"))
    await room.accept(Updated(messageid="m1", content="Hello!"))
    await screen.looked()
    assert screen.bodies == ["Hello"]


async def test_what_came_in_and_was_not_shown_is_shown_at_the_next_start(room, screen):
    """The process died after the message was applied and before its notice was decided."""
    await screen.policy.stop()
    await room.accept(room.arrived("m1", "Hello", from_="502", userid="7"))
    await room.accept(room.arrived("m2", "Still there?", from_="502", userid="7"))
    await screen.life()
    await screen.until(lambda: screen.shown)
    await screen.looked()
    assert screen.bodies == ["Still there?\n1 more unread"]


async def test_a_notice_is_decided_on_disk_before_it_is_shown(room, screen):
    """Else a process that dies between the two would show it twice."""
    kept = []
    show = screen.policy._show

    def look_and_show(notice):
        kept.append(msgspec.json.decode(screen.kept.read_bytes())["last_id"] >= notice.message_id)
        show(notice)

    screen.policy._show = look_and_show
    await room.accept(room.arrived("m1", "Hello"))
    await screen.until(lambda: screen.shown)
    assert kept == [True]


async def test_what_cannot_be_kept_is_not_shown_until_it_can(room, screen, caplog):
    screen.kept.unlink(missing_ok=True)
    screen.kept.mkdir()
    with caplog.at_level("CRITICAL", "ringodesk_qt.core.notices"):
        await room.accept(room.arrived("m1", "Hello"))
        await asyncio.sleep(0.1)
        assert screen.shown == []
        screen.kept.rmdir()
        await screen.until(lambda: screen.shown)
    assert screen.bodies == ["Hello"]


@pytest.mark.allow_log("ringodesk_qt.core.notices")
async def test_that_they_wait_is_said_once_and_once_that_they_go_on(room, screen, monkeypatch, caplog):
    monkeypatch.setattr(notices, "RETRY_S", 0.01)
    looked, look = asyncio.Semaphore(0), screen.policy._look

    async def counted():
        try:
            await look()
        finally:
            looked.release()

    monkeypatch.setattr(screen.policy, "_look", counted)
    screen.kept.unlink(missing_ok=True)
    screen.kept.mkdir()
    with caplog.at_level("INFO", "ringodesk_qt.core.notices"):
        await room.accept(room.arrived("m1", "Hello"))
        async with asyncio.timeout(WITHIN_S):
            for _look in range(4):
                await looked.acquire()
        screen.kept.rmdir()
        await screen.until(lambda: screen.shown)
        await room.accept(room.arrived("m2", "Again"))
        await screen.until(lambda: len(screen.shown) > 1)
    said = [record.getMessage() for record in caplog.records if record.name == "ringodesk_qt.core.notices"]
    assert said == ["desktop notices wait: Is a directory", "desktop notices go on"]


async def test_what_was_read_or_deleted_before_the_next_start_is_not_shown(room, screen):
    await screen.policy.stop()
    await room.accept(room.arrived("m1", "Read"))
    (message,) = await room.messages()
    await room.desk.mark_read(room.chat.id, message.position)
    await room.accept(room.arrived("m2", "Deleted"))
    await room.accept(Deleted(messageid="m2"))
    await screen.life()
    await screen.looked()
    assert screen.shown == []


async def test_it_goes_when_it_is_read(room, screen):
    await room.accept(room.arrived("m1", "Hello"))
    await screen.until(lambda: screen.standing)
    (message,) = await room.messages()
    await room.desk.mark_read(room.chat.id, message.position)
    await screen.until(lambda: not screen.standing)


async def test_it_goes_when_it_is_deleted(room, screen):
    await room.accept(room.arrived("m1", "Hello"))
    await screen.until(lambda: screen.standing)
    await room.accept(Deleted(messageid="m1"))
    await screen.until(lambda: not screen.standing)


async def test_what_stands_from_a_run_that_was_killed_goes_too(room, screen):
    await room.accept(room.arrived("m1", "Hello"))
    await screen.until(lambda: screen.standing)
    await screen.policy.stop()
    await room.accept(Deleted(messageid="m1"))
    await screen.life()
    await screen.until(lambda: not screen.standing)


async def test_what_is_read_while_its_notice_is_made_does_not_stand(room, screen, monkeypatch):
    write = notices._write

    async def read_it():
        (message,) = await room.messages()
        await room.desk.mark_read(room.chat.id, message.position)

    loop = asyncio.get_running_loop()

    def read_and_write(path, noticed):
        if noticed.standing:
            asyncio.run_coroutine_threadsafe(read_it(), loop).result(WITHIN_S)
        write(path, noticed)

    monkeypatch.setattr(notices, "_write", read_and_write)
    await room.accept(room.arrived("m1", "Hello"))
    await screen.until(lambda: screen.shown)
    await screen.until(lambda: not screen.standing)


async def test_a_newer_message_keeps_the_notice_when_an_older_one_is_read(room, screen):
    await room.accept(room.arrived("m1", "One"))
    (first,) = await room.messages()
    await room.accept(room.arrived("m2", "Two"))
    await screen.until(lambda: screen.standing and screen.shown[-1].body.startswith("Two"))
    await room.desk.mark_read(room.chat.id, first.position)
    await screen.looked()
    assert screen.standing


async def test_what_another_process_receives_is_shown_once(room, screen):
    room.intake._bus = Bus()  # another process' events are not heard here
    await room.accept(room.arrived("m1", "Hello"))
    await screen.looked()
    await screen.looked()
    assert screen.bodies == ["Hello"]
    await room.accept(Deleted(messageid="m1"))
    await screen.looked()
    assert not screen.standing


async def test_none_for_what_is_in_view_and_none_for_it_later(room, screen):
    screen.in_view.add(room.chat.id)
    await room.accept(room.arrived("m1", "Seen"))
    await screen.looked()
    screen.in_view.clear()
    await screen.looked()
    await screen.life()
    await screen.looked()
    assert screen.shown == []


async def test_of_each_chat_it_is_asked_once_whether_it_is_in_view_however_much_came_of_it(room, screen):
    await screen.policy.stop()
    for number in range(20):
        await room.accept(room.arrived(f"m{number}", f"Message {number}"))
    asked = []
    policy = screen.policy_on(room.bus)
    policy._is_in_view = asked.append
    await policy.start()
    await screen.until(lambda: screen.shown)
    await policy.stop()
    assert screen.bodies == ["Message 19\n19 more unread"]
    assert asked == [room.chat.id]


async def test_it_looks_less_often_while_more_comes_during_each_look(screen):
    assert screen.policy._pause_s == notices.PAUSE_S
    screen.policy._wake.set()
    assert screen.policy._pause_s == notices.FLOOD_PAUSE_S


async def test_none_for_what_was_imported(room, screen):
    await room.accept(room.arrived("m1", "News"))
    await screen.until(lambda: screen.shown)
    old = NewMessage(
        chat_id=room.chat.id,
        direction=Direction.INCOMING,
        kind=Kind.TEXT,
        state=State.RECEIVED,
        at=datetime.now(UTC) - timedelta(days=9),
        text="Old",
    )
    await room.store.write(lambda tables: tables.messages.add_history(old))
    await screen.looked()
    assert screen.bodies == ["News"]


async def test_a_file_that_cannot_be_read_announces_nothing_that_is_there(room, screen):
    await room.accept(room.arrived("m1", "Hello"))
    await screen.until(lambda: screen.shown)
    await screen.policy.stop()
    screen.kept.write_bytes(b"{")
    await screen.life()
    await screen.looked()
    await room.accept(room.arrived("m2", "Again"))
    await screen.until(lambda: len(screen.shown) == 2)
    assert screen.bodies == ["Hello", "Again\n1 more unread"]


async def test_another_database_begins_anew(room, screen):
    """One that was moved away, or an older copy: its ids are lower than what was kept."""
    await screen.policy.stop()
    screen.kept.write_bytes(msgspec.json.encode({"last_id": 4711, "last_at": datetime(2020, 1, 1, tzinfo=UTC)}))
    await screen.life()
    await screen.looked()
    await room.accept(room.arrived("m1", "Hello"))
    await screen.until(lambda: screen.shown)


def _three_in_two_chats(room):
    """Ben writes once and Anna twice, she last."""
    return [
        room.arrived("m1", "One"),
        room.arrived("m2", "Two", from_="502", userid="7"),
        room.arrived("m3", "Three"),
    ]


async def test_what_was_held_back_is_one_digest_and_never_told_singly(room, screen):
    screen.is_held_back = True
    for one in _three_in_two_chats(room):
        await room.accept(one)
    await screen.looked()
    assert (screen.shown, screen.digests) == ([], [])
    first = (await room.messages())[0]
    await screen.back()
    (digest,) = screen.digests
    assert (digest.messages, digest.chats) == (3, 2)
    assert digest.titles == (room.chat.title, "502")
    assert (digest.chat_id, digest.message_id) == (room.chat.id, first.id)
    await screen.life()
    await screen.looked()
    assert (screen.shown, len(screen.digests)) == ([], 1)


async def test_what_comes_afterwards_has_its_own_notice_again(room, screen):
    screen.is_held_back = True
    await room.accept(room.arrived("m1", "Held"))
    await screen.looked()
    await screen.back()
    await room.accept(room.arrived("m2", "New", from_="502", userid="7"))
    await screen.until(lambda: screen.shown)
    assert (screen.bodies, [one.messages for one in screen.digests]) == (["New"], [1])


async def test_what_was_held_back_outlives_a_restart(room, screen):
    screen.is_held_back = True
    await room.accept(room.arrived("m1", "Held"))
    await screen.looked()
    await screen.life()
    await room.accept(room.arrived("m2", "Held too"))
    await screen.looked()
    assert screen.digests == []
    screen.is_held_back = False
    await screen.life()
    await screen.until(lambda: screen.digests)
    await screen.looked()
    assert (screen.shown, screen.digests[0].messages, len(screen.digests)) == ([], 2, 1)


async def test_a_digest_is_decided_on_disk_before_it_is_shown(room, screen):
    """Else a process that dies between the two would show it twice."""
    kept = []
    show = screen.policy._show_digest

    def look_and_show(digest):
        kept.append(msgspec.json.decode(screen.kept.read_bytes())["held"])
        show(digest)

    screen.policy._show_digest = look_and_show
    screen.is_held_back = True
    await room.accept(room.arrived("m1", "Held"))
    await screen.looked()
    await screen.back()
    assert kept == [None]


async def test_a_digest_counts_what_is_still_to_be_told(room, screen):
    """Not what was read, deleted or is in view by then, nor what a mute keeps quiet; and none at all for nothing."""
    screen.is_held_back = True
    for one in _three_in_two_chats(room):
        await room.accept(one)
    await screen.looked()
    await room.accept(Deleted(messageid="m3"))
    screen.in_view.add((await room.messages())[0].chat_id)
    await screen.back()
    assert [(one.messages, one.chats) for one in screen.digests] == [(1, 1)]
    screen.is_held_back = True
    await room.accept(room.arrived("m4", "In view"))
    await screen.looked()
    await screen.back()
    assert len(screen.digests) == 1


async def test_a_digest_goes_when_all_of_it_is_read(room, screen):
    screen.is_held_back = True
    await room.accept(room.arrived("m1", "One"))
    await room.accept(room.arrived("m2", "Two"))
    await screen.looked()
    await screen.back()
    first, second = await room.messages()
    await room.desk.mark_read(room.chat.id, first.position)
    await screen.until(lambda: len(screen.digests) == 2)
    assert (screen.digest.messages, screen.digest.message_id, screen.digest.is_correction) == (1, second.id, True)
    await screen.looked()
    assert len(screen.digests) == 2, "it is said once that less of it is left"
    await room.desk.mark_read(room.chat.id, second.position)
    await screen.until(lambda: screen.digest is None)


async def test_a_digest_knows_nothing_of_what_had_its_notice(room, screen):
    await room.accept(room.arrived("m1", "Before"))
    await screen.until(lambda: screen.shown)
    screen.is_held_back = True
    await screen.looked()
    await screen.back()
    assert screen.digests == []
    screen.is_held_back = True
    await room.accept(room.arrived("m2", "Held"))
    await screen.looked()
    await screen.back()
    assert [one.messages for one in screen.digests] == [1]


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("full", ("501", "Hello", True)),
        ("name", ("501", "New message", True)),
        ("hidden", ("Ringodesk", "New message", False)),
        ("nothing", None),
    ],
)
async def test_how_much_a_notice_tells(room, screen, level, told):
    await room.settings.change(notices=level)
    await room.accept(room.arrived("m1", "Hello"))
    await screen.looked()
    shown = [(one.title, one.body, one.contact is not None) for one in screen.shown]
    assert shown == ([told] if told else [])


@pytest.mark.parametrize(("level", "titles"), [("name", 1), ("hidden", 0), ("nothing", None)])
async def test_how_much_a_digest_tells(room, screen, level, titles):
    await room.settings.change(notices=level)
    screen.is_held_back = True
    await room.accept(room.arrived("m1", "Hello"))
    await screen.looked()
    await screen.back()
    assert [len(one.titles) for one in screen.digests] == ([titles] if titles is not None else [])


async def test_words_of_ours_are_told_from_the_same_words_of_somebody(room, screen):
    """The window translates its own alone."""
    await room.accept(room.arrived("m1", "Call"))
    await screen.until(lambda: screen.shown)
    assert [(one.body, one.is_wordless) for one in screen.shown] == [("Call", False)]
    await room.settings.change(notices="name")
    await room.accept(room.arrived("m2", "Call", from_="502", userid="7"))
    await screen.until(lambda: len(screen.shown) == 2)
    assert (screen.shown[1].body, screen.shown[1].is_wordless) == ("New message", True)
