"""Notices over a real session bus, to a service that the test plays."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import subprocess
import unicodedata
from html import escape, unescape
from typing import Any

import pytest
from dbus_fast import BusType, Message, MessageType
from dbus_fast.aio import MessageBus
from hostile_strings import STRINGS

from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.ui import freedesktop_notices
from ringodesk_qt.ui.freedesktop_notices import SERVICE, FreedesktopNotices, Order, Picture

PATH = "/org/freedesktop/Notifications"


@pytest.fixture(scope="module")
def bus_address(tmp_path_factory):
    """A bus of the test's own."""
    with session_bus(tmp_path_factory.mktemp("bus") / "socket") as address:
        yield address


@contextlib.contextmanager
def session_bus(socket):
    program = shutil.which("dbus-daemon")
    assert program, "dbus-daemon is needed: install the Debian package dbus-daemon"
    config = socket.with_suffix(".conf")
    config.write_text(
        "<busconfig><type>session</type>"
        f"<listen>unix:path={socket}</listen>"
        '<policy context="default"><allow send_destination="*" eavesdrop="true"/>'
        '<allow eavesdrop="true"/><allow own="*"/></policy>'
        "</busconfig>"
    )
    command = [program, f"--config-file={config}", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        yield daemon.stdout.readline().strip()
        daemon.kill()  # so that it says nothing to anybody any more
        daemon.wait(5)


@pytest.fixture
def on_the_bus(bus_address, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus_address)


class PaperService:
    """org.freedesktop.Notifications, which notes what it is asked and says what it is told to."""

    def __init__(self, *capabilities):
        self.capabilities = list(capabilities)
        self.notices: list[list[Any]] = []
        self.closed: list[int] = []
        self.refuses = False
        self._next = 10

    async def start(self):
        self.bus = await MessageBus(bus_type=BusType.SESSION).connect()
        self.bus.add_message_handler(self._on_message)
        await self.bus.request_name(SERVICE)
        return self

    async def stop(self):
        self.bus.disconnect()
        await self.bus.wait_for_disconnect()

    def _on_message(self, message):
        if message.message_type is not MessageType.METHOD_CALL or message.interface != SERVICE:
            return None
        if message.member == "GetCapabilities":
            return Message.new_method_return(message, "as", [self.capabilities])
        if message.member == "Notify" and self.refuses:
            return Message.new_error(message, "org.example.No", "no")
        if message.member == "Notify":
            self.notices.append(message.body)
            self._next = message.body[1] or self._next + 1
            return Message.new_method_return(message, "u", [self._next])
        self.closed.append(message.body[0])
        return Message.new_method_return(message, "", [])

    async def say(self, member, signature, body):
        await self.bus.send(
            Message(
                path=PATH,
                interface=SERVICE,
                member=member,
                message_type=MessageType.SIGNAL,
                signature=signature,
                body=body,
            )
        )


class Heard:
    def __init__(self, kept):
        self.events = []
        self.refused = []
        self.kept = kept

    def client(self):
        return FreedesktopNotices(
            icon="ringodesk",
            labels=("Open", "Mark as read", "Reply"),
            on_activated=lambda *args: self.events.append(("activated", *args)),
            on_mark_read=lambda *args: self.events.append(("read", *args)),
            on_reply=lambda *args: self.events.append(("reply", *args)),
            on_refused=self.refused.append,
            kept=self.kept,
        )


@pytest.fixture
async def service(on_the_bus):
    running = await PaperService("body", "body-markup", "actions", "inline-reply").start()
    yield running
    await running.stop()


@pytest.fixture
def heard(tmp_path):
    return Heard(tmp_path / "standing.json")


@pytest.fixture
async def notices(service, heard):
    client = heard.client()
    await client.start()
    yield client
    await client.stop()


async def _until(condition):
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


async def test_markup_is_escaped_where_the_service_renders_it(notices, service):
    notices.show(Order(1, "<b>Anna</b>", "<img src='x'> & more", 5))
    await _until(lambda: service.notices)
    name, replaces, _icon, summary, body, _actions, hints, _timeout = service.notices[0]
    assert (name, replaces, summary) == ("Ringodesk", 0, "<b>Anna</b>")
    assert body == "&lt;img src='x'&gt; &amp; more"
    assert hints["category"].value == "im.received"


async def test_and_is_not_where_it_does_not(notices, service, on_the_bus, heard):
    service.capabilities = ["body"]
    other = heard.client()
    await other.start()
    other.show(Order(1, "Anna", "a < b", None))
    await _until(lambda: service.notices)
    assert service.notices[0][4] == "a < b"
    assert service.notices[0][5] == []
    await other.stop()


async def test_a_chat_has_one_notice_that_is_replaced(notices, service):
    notices.show(Order(1, "Anna", "one", 5))
    notices.show(Order(1, "Anna", "two", 6))
    notices.show(Order(2, "Bruno", "three", 7))
    await _until(lambda: len(service.notices) == 3)
    assert [body[1] for body in service.notices] == [0, 11, 0]


async def test_it_is_withdrawn_and_what_never_stood_is_not(notices, service):
    notices.show(Order(1, "Anna", "one", 5))
    notices.withdraw(2)
    notices.withdraw(1)
    notices.withdraw(1)
    notices.show(Order(3, "Carla", "last", 9))
    await _until(lambda: len(service.notices) == 2)
    assert service.closed == [11]


async def test_what_the_user_does_comes_back_with_its_chat(notices, service, heard):
    notices.show(Order(7, "Anna", "one", 5))
    await _until(lambda: service.notices)
    assert service.notices[0][5] == ["default", "Open", "inline-reply", "Reply", "mark-as-read", "Mark as read"]
    await _until(lambda: 7 in notices._shown)
    await service.say("ActionInvoked", "us", [11, "default"])
    await service.say("ActionInvoked", "us", [11, "mark-as-read"])
    await service.say("NotificationReplied", "us", [11, "on my way"])
    await service.say("NotificationReplied", "us", [11, "   "])
    await service.say("ActionInvoked", "us", [99, "default"])  # somebody else's
    await service.say("NotificationClosed", "uu", [11, 2])
    await _until(lambda: 7 not in notices._shown)
    assert heard.events == [("activated", 7, 5, ""), ("read", 7), ("reply", 7, "on my way")]


async def test_a_closed_notice_is_not_replaced(notices, service):
    notices.show(Order(1, "Anna", "one", 5))
    await _until(lambda: 1 in notices._shown)
    await service.say("NotificationClosed", "uu", [11, 2])
    await _until(lambda: 1 not in notices._shown)
    notices.show(Order(1, "Anna", "two", 6))
    await _until(lambda: len(service.notices) == 2)
    assert service.notices[1][1] == 0


async def test_what_the_service_refuses_is_handed_back(notices, service, heard):
    service.refuses = True
    notices.show(Order(1, "Anna", "one", 5))
    await _until(lambda: heard.refused)
    assert (heard.refused[0].chat_id, heard.refused[0].body) == (1, "one")
    assert not notices.is_available


async def test_a_service_that_comes_late_is_used(on_the_bus, heard):
    client = heard.client()
    await client.start()
    assert not client.is_available
    service = await PaperService("body").start()
    await _until(lambda: client.is_available)
    client.show(Order(1, "Anna", "one", 5))
    await _until(lambda: service.notices)
    await service.stop()
    await _until(lambda: not client.is_available)
    await client.stop()


async def test_stop_takes_every_notice_away(notices, service):
    notices.show(Order(1, "Anna", "one", 5))
    notices.show(Order(2, "Bruno", "two", 6))
    await _until(lambda: len(notices._shown) == 2)
    await notices.stop()
    assert sorted(service.closed) == [11, 12]


async def test_a_bus_that_goes_hands_notices_back_at_once_and_is_used_again_when_it_is_back(
    tmp_path, monkeypatch, heard
):
    socket = tmp_path / "socket"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={socket}")
    client = heard.client()
    with session_bus(socket):
        await PaperService("body").start()
        await client.start()
        for chat in (1, 2, 3):
            client.show(Order(chat, "Anna", "one", 5))
        await _until(lambda: len(client._shown) == 3)
        gone = client._bus
    await asyncio.gather(gone.wait_for_disconnect(), return_exceptions=True)
    client.show(Order(1, "Anna", "two", 6))
    await _until(lambda: heard.refused)
    assert (heard.refused[0].body, client.is_available) == ("two", False)
    with session_bus(socket):
        service = await PaperService("body").start()
        client.show(Order(1, "Anna", "three", 7))
        await _until(lambda: service.notices)
        assert service.notices[0][1] == 0, "the number of the former one means nothing here"
        await _until(lambda: client.is_standing(1))
        await client.stop()
        assert service.closed == [11]
        await service.stop()
    assert len(heard.refused) == 1


async def test_without_a_bus_it_says_so(monkeypatch, heard, tmp_path):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    with pytest.raises(EnvironmentProblemError):
        await heard.client().start()


async def test_a_long_body_is_shortened(notices, service):
    notices.show(Order(1, "A\nB" * 200, "x" * 5000, None))
    await _until(lambda: service.notices)
    assert len(service.notices[0][3]) <= 120
    assert "\n" not in service.notices[0][3]
    assert len(service.notices[0][4]) == 600


async def test_a_click_as_quick_as_the_answer_counts(notices, service, heard, monkeypatch):
    """The service's answer to Notify and the click on what it shows arrive in one read."""
    answer = service._on_message

    def answer_and_click(message):
        reply = answer(message)
        if message.member == "Notify":
            click = ("ActionInvoked", "us", [service._next, "default"])
            asyncio.get_running_loop().call_soon(lambda: asyncio.ensure_future(service.say(*click)))
        return reply

    service.bus.remove_message_handler(answer)
    service.bus.add_message_handler(answer_and_click)
    for number in range(1, 61):
        notices.show(Order(number, "Anna", "Hello", number))
    await _until(lambda: len(heard.events) >= 60)
    assert heard.events == [("activated", number, number, "") for number in range(1, 61)]


async def kill(client):
    """As if its process were: nothing is withdrawn, the connection is gone."""
    client._worker.cancel()
    await asyncio.gather(client._worker, return_exceptions=True)
    client._bus.disconnect()
    await client._bus.wait_for_disconnect()


async def test_a_notice_that_outlived_a_killed_run_can_be_withdrawn_and_clicked(service, heard):
    killed = heard.client()
    await killed.start()
    killed.show(Order(3, "Anna", "Hi", 9))
    killed.show(Order(4, "Ben", "Ho", 10))
    await _until(lambda: heard.kept.exists() and b'"4"' in heard.kept.read_bytes())
    await kill(killed)
    client = heard.client()
    await client.start()
    client.withdraw(3)
    await _until(lambda: service.closed == [11])
    await service.say("ActionInvoked", "us", [12, "default"])
    await _until(lambda: heard.events == [("activated", 4, 10, "")])
    await client.stop()
    assert service.closed == [11, 12]


async def test_numbers_of_another_service_mean_nothing(on_the_bus, heard):
    first = await PaperService("actions").start()
    killed = heard.client()
    await killed.start()
    killed.show(Order(3, "Anna", "Hi", 9))
    await _until(heard.kept.exists)
    await kill(killed)
    await first.stop()
    second = await PaperService("actions").start()
    client = heard.client()
    await client.start()
    client.withdraw(3)
    client.show(Order(4, "Ben", "Ho", 10))
    await _until(lambda: second.notices)
    assert second.closed == []
    await client.stop()
    await second.stop()


async def test_whatever_they_write_arrives_as_it_is(notices, service, settle):
    """A bus ends the connection for a NUL, and a service may drop a body for any other control character."""
    sent = list(STRINGS.values())
    for number, text in enumerate(sent):
        notices.show(Order(number, text, text, None))
    await settle(lambda: len(service.notices) == len(sent))
    for text, (_app, _id, _icon, title, body, *_rest) in zip(sent, service.notices, strict=True):
        assert body == escape(unescape(body), quote=False)
        assert not [char for char in title + body if unicodedata.category(char) == "Cc" and char != "\n"]
        if text.isprintable() and len(text) <= 120:
            assert unescape(body) == text
            assert title in (" ".join(text.split()), " ")


async def test_without_markup_nothing_is_escaped(on_the_bus, heard, settle):
    service = await PaperService("body").start()
    notices = heard.client()
    await notices.start()
    notices.show(Order(1, "<b>Anna</b>", "a & b <img src='file:///x'>", None))
    await settle(lambda: service.notices)
    assert service.notices[0][3:5] == ["<b>Anna</b>", "a & b <img src='file:///x'>"]
    await notices.stop()
    await service.stop()


async def test_a_service_that_gives_a_replaced_notice_another_number_has_the_former_one_closed(notices, service):
    answer = service._on_message

    def renumber(message):
        if message.member == "Notify":
            message.body[1] = 0
        return answer(message)

    service.bus.remove_message_handler(answer)
    service.bus.add_message_handler(renumber)
    notices.show(Order(1, "Anna", "one", 5))
    notices.show(Order(1, "Anna", "two", 6))
    await _until(lambda: service.closed)
    assert service.closed == [11]
    await _until(lambda: notices._shown[1].number == 12)


async def test_a_click_and_a_reply_that_are_told_after_the_end_count(notices, service, heard):
    notices.show(Order(7, "Anna", "one", 5))
    await _until(lambda: 7 in notices._shown)
    await service.say("NotificationClosed", "uu", [11, 2])
    await service.say("ActionInvoked", "us", [11, "default"])
    await service.say("NotificationReplied", "us", [11, "on my way"])
    await _until(lambda: len(heard.events) == 2)
    assert heard.events == [("activated", 7, 5, ""), ("reply", 7, "on my way")]


async def test_an_end_that_is_told_late_takes_no_newer_notice_away(notices, service):
    notices.show(Order(7, "Anna", "one", 5))
    await _until(lambda: 7 in notices._shown)
    await service.say("NotificationClosed", "uu", [11, 2])
    await _until(lambda: 7 not in notices._shown)
    notices.show(Order(7, "Anna", "two", 6))
    await _until(lambda: 7 in notices._shown and notices._shown[7].number == 12)
    await service.say("NotificationClosed", "uu", [11, 2])
    await service.say("ActionInvoked", "us", [99, "default"])
    await asyncio.sleep(0.05)
    assert notices._shown[7].number == 12


async def test_the_token_of_a_click_comes_with_it_and_once(notices, service, heard):
    notices.show(Order(7, "Anna", "one", 5))
    await _until(lambda: 7 in notices._shown)
    await service.say("ActivationToken", "us", [11, "token-1"])
    await service.say("ActionInvoked", "us", [11, "default"])
    await service.say("ActionInvoked", "us", [11, "default"])
    await _until(lambda: len(heard.events) == 2)
    assert heard.events == [("activated", 7, 5, "token-1"), ("activated", 7, 5, "")]


async def test_nobody_but_the_service_clicks_and_replies(notices, service, heard):
    """Else any program on the bus could send messages in our name."""
    stranger = await MessageBus(bus_type=BusType.SESSION).connect()
    notices.show(Order(7, "Anna", "one", 5))
    await _until(lambda: 7 in notices._shown)
    await stranger.send(Message.new_signal(PATH, SERVICE, "NotificationReplied", "us", [11, "Send me money"]))
    await stranger.send(Message.new_signal(PATH, SERVICE, "ActionInvoked", "us", [11, "default"]))
    await service.say("ActionInvoked", "us", [11, "mark-as-read"])
    await _until(lambda: heard.events)
    await asyncio.sleep(0.05)
    assert heard.events == [("read", 7)]
    stranger.disconnect()
    await stranger.wait_for_disconnect()


async def test_what_is_answered_too_late_is_shown_elsewhere_and_taken_away_here(notices, service, heard, monkeypatch):
    monkeypatch.setattr(freedesktop_notices, "_TIMEOUT_S", 0.05)
    held = []
    answer = service._on_message

    def hold(message):
        if message.member == "Notify":
            held.append(message)
            return True
        return answer(message)

    service.bus.remove_message_handler(answer)
    service.bus.add_message_handler(hold)
    notices.show(Order(1, "Anna", "one", 5))
    await _until(lambda: heard.refused)
    assert not notices.is_available
    await service.bus.send(Message.new_method_return(held[0], "u", [42]))
    await _until(lambda: service.closed == [42])


async def test_a_service_that_failed_is_asked_again_after_a_rest(notices, service, heard, monkeypatch):
    monkeypatch.setattr(freedesktop_notices, "REST_S", 0.05)
    service.refuses = True
    notices.show(Order(1, "Anna", "one", 5))
    await _until(lambda: heard.refused)
    service.refuses = False
    await _until(lambda: notices.is_available)
    notices.show(Order(1, "Anna", "two", 6))
    await _until(lambda: service.notices)


@pytest.mark.parametrize(
    ("capabilities", "keys"),
    [
        (("body",), []),
        (("body", "actions"), ["default", "reply", "mark-as-read"]),
        (("body", "actions", "inline-reply"), ["default", "inline-reply", "mark-as-read"]),
    ],
)
async def test_the_buttons_are_those_that_the_service_can_show(on_the_bus, heard, capabilities, keys):
    service = await PaperService(*capabilities).start()
    client = heard.client()
    await client.start()
    client.show(Order(7, "Anna", "one", 5))
    client.show(Order(-1, "3 messages", "", 5, has_buttons=False))
    await _until(lambda: len(service.notices) == 2)
    assert service.notices[0][5][::2] == keys
    assert service.notices[1][5][::2] == keys[:1]
    await service.say("ActionInvoked", "us", [11, "reply"])
    if "reply" in keys:
        await _until(lambda: heard.events == [("activated", 7, 5, "")])
    await client.stop()
    await service.stop()


async def test_sound_and_picture_are_hints(notices, service):
    notices.show(Order(1, "Anna", "one", 5, picture=Picture(2, bytes(16))))
    notices.show(Order(2, "Ben", "two", 6, is_silent=True))
    await _until(lambda: len(service.notices) == 2)
    first, second = ({name: one.value for name, one in body[6].items()} for body in service.notices)
    assert first["sound-name"] == "message-new-instant"
    assert list(first["image-data"]) == [2, 2, 8, True, 8, 4, bytes(16)]
    assert first["urgency"] == 1
    assert (second["suppress-sound"], "sound-name" in second, "image-data" in second) == (True, False, False)
