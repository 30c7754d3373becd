"""What each notification does to the chats."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import msgspec
import pytest

from ringodesk_qt.core import intake
from ringodesk_qt.core.arrivals import attachment_of
from ringodesk_qt.core.events import (
    ChatChanged,
    MessageReceived,
    MessagesChanged,
    MessageWithdrawn,
    OutboxChanged,
    TypingChanged,
)
from ringodesk_qt.core.file_names import safe_name
from ringodesk_qt.core.inbox import REPEAT_WINDOW
from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import OrgId
from ringodesk_qt.models.message import Direction, Kind, SentMessage, State
from ringodesk_qt.models.notification import Deleted, Delivered, Read, Typing, Unrecognised, Updated
from ringodesk_qt.models.outbox import Action
from ringodesk_qt.store.journal import JournalTable

# ---------------------------------------------------------------- a message of theirs


async def test_a_text_becomes_a_message_of_its_chat(room):
    await room.accept(room.arrived(content="  two\nlines 🙂  "))
    (message,) = await room.messages()
    assert (message.direction, message.kind, message.state) == (Direction.INCOMING, Kind.TEXT, State.RECEIVED)
    assert (message.text, message.messageid, message.sessionid) == ("  two\nlines 🙂  ", "m1", "S")
    assert (await room.chat_now()).unread == 1
    assert await room.read(lambda tables: tables.chats.latest_session(room.chat.id)) == "S"
    assert await room.verdicts() == [("message", "applied")]


async def test_it_is_announced_once_and_its_delivery_is_queued(room):
    await room.accept(room.arrived())
    (message,) = await room.messages()
    assert [(one.chat_id, one.message_id) for one in room.seen(MessageReceived)] == [(room.chat.id, message.id)]
    assert [(one.message_ids, one.is_new) for one in room.seen(MessagesChanged)] == [((message.id,), True)]
    assert room.seen(ChatChanged)
    assert room.seen(OutboxChanged)
    assert [row.action for row in await room.rows(message.id)] == [Action.DELIVERED]


async def test_nothing_is_announced_before_it_is_on_disk(room):
    async def on_disk():
        return len(await room.messages())

    found = []
    room.bus.on(MessageReceived, lambda event: found.append(event.message_id))
    await room.intake.accept(room.received(room.arrived()))
    assert found == []
    await room.intake.settled()
    assert await on_disk() == 1
    await room.quiet()
    assert len(found) == 1


async def test_a_repetition_changes_nothing(room):
    await room.accept(room.arrived())
    await room.accept(room.arrived())
    await room.accept(room.arrived(content="the same id, another text"))
    (message,) = await room.messages()
    assert message.text == "Hello"
    assert len(room.seen(MessageReceived)) == 1
    assert len(await room.rows(message.id)) == 1
    assert [verdict for _method, verdict in await room.verdicts()] == ["applied", "duplicate", "duplicate"]


async def test_without_a_messageid_only_what_comes_at_once_is_a_repetition(room):
    first_at = room.now()
    ok = room.arrived(messageid="", sessionid="", content="ok")
    await room.accept(ok, first_at)
    await room.accept(ok, first_at + REPEAT_WINDOW)
    assert len(await room.messages()) == 1
    await room.accept(ok, first_at + 2 * REPEAT_WINDOW + timedelta(milliseconds=1))
    assert len(await room.messages()) == 2
    await room.accept(room.arrived(messageid="", sessionid="", content="OK"), first_at)
    assert len(await room.messages()) == 3
    assert await room.rows((await room.messages())[0].id) == []  # there is no id that could be reported


@pytest.mark.parametrize(
    ("changed", "unknown"),
    [
        ({"orgid": "98765432109876543210"}, True),
        ({"orgid": "", "domain": "elsewhere"}, True),
        ({"orgid": "", "domain": "acme"}, False),
        ({"orgid": "", "domain": ""}, False),
        ({"from_": "", "userid": ""}, True),
        ({"from_": ""}, False),
        ({"userid": ""}, False),
    ],
)
async def test_what_is_not_for_an_account_here_is_kept_and_ignored(room, changed, unknown):
    await room.accept(room.arrived(**changed))
    assert len(await room.messages()) == (0 if unknown else 1)
    assert (await room.verdicts())[0] == ("message", "ignored" if unknown else "applied")


async def test_two_accounts_do_not_mix(room):
    other = "98765432109876543210"
    await room.store.write(
        lambda tables: tables.accounts.add(api_url="https://x.example/api", orgid=OrgId(other), domain="b", name="B")
    )
    await room.accept(room.arrived())
    await room.accept(room.arrived(orgid=other, content="from the other"))
    await room.accept(room.arrived(messageid="m2", orgid="", content="from whom?"))
    assert [message.text for message in await room.messages()] == ["Hello"]
    chats = await room.read(lambda tables: tables.chats.all())
    assert sorted((chat.identity.account_id, chat.last.text) for chat in chats) == [
        (1, "Hello"),
        (2, "from the other"),
    ]


async def test_a_new_face_gets_a_chat_of_its_own(room):
    await room.accept(room.arrived(from_="502", userid="777"))
    assert await room.messages() == []
    (chat,) = await room.read(lambda tables: tables.chats.all())
    assert (chat.contact.extension, chat.contact.userid, chat.identity.id) == ("502", "777", room.identity.id)


@pytest.mark.parametrize(
    ("to", "reply_from"),
    [("2075550100", ""), ("12075550100", "12075550100"), ("+1 (207) 555-0100", "+1 (207) 555-0100")],
)
async def test_our_number_in_another_format_is_answered_as_they_wrote_it(room, to, reply_from):
    await room.accept(room.arrived(to=to))
    assert len(await room.messages()) == 1
    assert (await room.chat_now()).reply_from == reply_from
    await room.accept(room.arrived("m2", to="2075550100"))
    assert (await room.chat_now()).reply_from == ""


async def test_a_number_like_two_of_ours_is_nobodys_guess(room):
    await room.store.write(
        lambda tables: tables.accounts.add_identity(room.account.id, kind=IdentityKind.NUMBER, address="12075550100")
    )
    await room.accept(room.arrived(to="0012075550100"))
    identities = await room.read(lambda tables: tables.accounts.identities(room.account.id))
    assert [one.address for one in identities] == [room.identity.address, "12075550100", "0012075550100"]


async def test_a_senderid_in_place_of_the_number(room):
    await room.accept(room.arrived(to="", senderid="1a2b3c4d5e6f"))
    (chat,) = await room.read(lambda tables: tables.chats.all())
    assert (chat.identity.kind, chat.identity.address, chat.reply_from) == (IdentityKind.SENDER, "1a2b3c4d5e6f", "")


async def test_neither_number_nor_senderid_goes_to_the_first_identity(room):
    await room.accept(room.arrived(to=""))
    assert len(await room.messages()) == 1


# ---------------------------------------------------------------- kinds


async def test_a_link_to_a_file_is_a_file(room):
    await room.accept(room.arrived(type=2, content="https://files.example/a/Floor%20plan.png?x=1"))
    (message,) = await room.messages()
    assert message.kind is Kind.FILE
    assert message.attachment.name == "Floor plan.png"
    assert message.attachment.url == "https://files.example/a/Floor%20plan.png?x=1"
    assert message.attachment.path == ""


async def test_a_file_that_is_no_link_is_shown_as_text(room):
    await room.accept(room.arrived(type=2, content="...file content..."))
    (message,) = await room.messages()
    assert (message.kind, message.text) == (Kind.TEXT, "...file content...")


async def test_a_call_keeps_its_content(room):
    content = {"duration": 100, "caller": "511", "subject": "Invoice"}
    await room.accept(room.arrived(type=8, content=content))
    (message,) = await room.messages()
    assert (message.kind, message.call, message.text) == (Kind.CALL, content, "")


@pytest.mark.parametrize(("type_", "content"), [(1, {"a": "b"}), (99, "what?"), (0, "what?")])
async def test_what_cannot_be_shown_is_said_to_be_there(room, type_, content):
    await room.accept(room.arrived(type=type_, content=content))
    (message,) = await room.messages()
    assert message.kind is Kind.UNSUPPORTED
    assert (await room.chat_now()).unread == 1


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("https://h.example/a/b.pdf", "b.pdf"),
        ("https://h.example/", "file"),
        ("https://h.example/..%2F..%2Fetc%2Fpasswd", "_.._etc_passwd"),
        ("http://h.example/a%00b%0a.txt", "a_b_.txt"),
        ("  https://h.example/x.png \n", "x.png"),
        ("data:image/png;base64,AAAA", "file.png"),
        ("data:application/x-unknown,AAAA", "file.bin"),
        ("ftp://h.example/x", None),
        ("https://", None),
        ("https://[broken/x", None),
        ("just words", None),
        ("", None),
    ],
)
def test_what_a_files_content_says(content, name):
    attachment = attachment_of(content)
    assert (attachment.name if attachment else None) == name


def test_a_name_is_only_a_name():
    assert safe_name("../../x") == "_.._x"
    assert safe_name('con|<>"?*:.txt') == "con_______.txt"
    assert safe_name("... ") == "file"
    assert safe_name("\u202egnp.exe") == "_gnp.exe"
    long = safe_name("é" * 300 + ".jpeg")
    assert len(long) == 120
    assert long.endswith(".jpeg")
    assert len(safe_name("x." + "y" * 300)) == 120


# ---------------------------------------------------------------- receipts, edits, deletions


@pytest.fixture
async def ours(room):
    """A message of ours that the server knows as o1, in session S."""
    message_id = await room.desk.send_text(room.chat.id, "Ours")
    room.api.script("send_text", SentMessage(messageid="o1", sessionid="S"))
    assert await room.sender.send_now(message_id) is None
    await room.quiet()
    room.events.clear()
    return message_id


async def test_receipts_move_ours_forward_and_never_back(room, ours):
    await room.accept(Delivered(messageid="o1", sessionid="S"))
    assert (await room.message(ours)).state is State.DELIVERED
    assert room.seen(MessagesChanged)[-1].message_ids == (ours,)
    await room.accept(Read(sessionid="S"))
    assert (await room.message(ours)).state is State.READ
    await room.accept(Delivered(messageid="o1", sessionid="S"))
    assert (await room.message(ours)).state is State.READ
    assert (await room.chat_now()).last.state is State.READ


async def test_a_read_report_covers_what_had_begun_before_it_and_no_other_session(room, ours):
    await room.accept(Read(sessionid="another"))
    assert (await room.message(ours)).state is State.SENT
    await room.accept(Read(sessionid="S"), room.now() - timedelta(hours=1))
    assert (await room.message(ours)).state is State.SENT
    await room.accept(Read(sessionid="S"))
    assert (await room.message(ours)).state is State.READ


async def test_when_ours_was_delivered_and_read_is_kept_as_far_as_it_was_told(room, ours):
    start = room.now().replace(microsecond=0) + timedelta(minutes=1)
    delivered, again, read = (start + timedelta(seconds=seconds) for seconds in (1, 2, 3))

    async def told():
        message = await room.message(ours)
        return message.delivered_at, message.read_at

    assert await told() == (None, None)
    await room.accept(Delivered(messageid="o1", sessionid="S"), delivered)
    await room.accept(Delivered(messageid="o1", sessionid="S"), again)
    assert await told() == (delivered, None)
    await room.accept(Read(sessionid="S"), read)
    assert await told() == (delivered, read)


async def test_a_delivery_told_after_the_reading_does_not_say_when_it_was(room, ours):
    read = room.now().replace(microsecond=0) + timedelta(minutes=1)
    await room.accept(Read(sessionid="S"), read)
    await room.accept(Delivered(messageid="o1", sessionid="S"), read + timedelta(seconds=9))
    message = await room.message(ours)
    assert (message.delivered_at, message.read_at) == (None, read)


async def test_a_receipt_for_a_message_of_theirs_changes_nothing(room):
    await room.accept(room.arrived())
    await room.accept(Delivered(messageid="m1", sessionid="S"))
    assert [message.state for message in await room.messages()] == [State.RECEIVED]
    assert (await room.verdicts())[-1] == ("delivered", "ignored")


async def test_an_edit_replaces_the_text_once(room):
    await room.accept(room.arrived())
    for _ in range(2):
        await room.accept(Updated(messageid="m1", content="Hello, world"))
    (message,) = await room.messages()
    assert message.text == "Hello, world"
    assert message.edited_at is not None
    assert (await room.chat_now()).last.text == "Hello, world"
    changes = [event for event in room.seen(MessagesChanged) if not event.is_new]
    assert [event.message_ids for event in changes] == [(message.id,)]


async def test_an_edit_to_the_same_text_is_no_edit(room):
    await room.accept(room.arrived())
    await room.accept(Updated(messageid="m1", content="Hello"))
    assert (await room.messages())[0].edited_at is None
    await room.accept(Updated(messageid="m2", content="Hello"))
    await room.accept(room.arrived("m2"))
    assert (await room.messages())[1].edited_at is None


async def test_a_deletion_takes_the_text_and_the_notice(room):
    await room.accept(room.arrived())
    for _ in range(2):
        await room.accept(Deleted(messageid="m1"))
    (message,) = await room.messages()
    assert message.is_deleted
    assert message.text == ""
    assert (await room.chat_now()).unread == 0
    assert [event.message_id for event in room.seen(MessageWithdrawn)] == [message.id]
    await room.accept(Updated(messageid="m1", content="back?"))
    assert (await room.messages())[0].text == ""


async def test_what_was_deleted_unseen_is_never_announced(room):
    await room.accept(Deleted(messageid="m1"))
    await room.accept(room.arrived())
    (message,) = await room.messages()
    assert message.is_deleted
    assert message.text == ""
    assert room.seen(MessageReceived) == []
    assert await room.rows(message.id) == []
    assert (await room.chat_now()).unread == 0


async def test_an_edit_that_came_first_is_applied_when_the_message_comes(room):
    await room.accept(Updated(messageid="m1", content="first edit"))
    await room.accept(Updated(messageid="m1", content="second edit"))
    assert [verdict for _method, verdict in await room.verdicts()] == ["applied", "applied"]
    await room.accept(room.arrived())
    (message,) = await room.messages()
    assert message.text == "second edit"
    assert (await room.chat_now()).last.text == "second edit"


@pytest.mark.parametrize(
    "notification",
    [Delivered(sessionid="S"), Updated(content="x"), Deleted(), Read(), Typing(), Unrecognised(method="group")],
)
async def test_what_names_nothing_is_kept_and_ignored(room, notification):
    await room.accept(room.arrived())
    await room.accept(notification)
    assert (await room.verdicts())[-1] == (notification.method, "ignored")
    assert [message.text for message in await room.messages()] == ["Hello"]


async def test_typing_is_of_a_session_that_is_known(room):
    await room.accept(Typing(sessionid="S", is_on=True))
    assert room.seen(TypingChanged) == []
    await room.accept(room.arrived())
    await room.accept(Typing(sessionid="S", is_on=True))
    await room.accept(Typing(sessionid="S", is_on=False))
    assert [(event.chat_id, event.is_typing) for event in room.seen(TypingChanged)] == [
        (room.chat.id, True),
        (room.chat.id, False),
    ]


# ---------------------------------------------------------------- faults


@pytest.mark.allow_log("ringodesk_qt.core.intake")
async def test_a_notification_that_cannot_be_applied_is_kept_and_applied_at_the_next_start(room, monkeypatch):
    from ringodesk_qt.store.messages import MessageTable

    with monkeypatch.context() as patch:
        patch.setattr(MessageTable, "add", lambda _self, _new: {}["a fault of ours"])
        await room.accept(room.arrived())
        await room.accept(room.arrived("m2", "More"))
        await room.start_again()
    assert await room.verdicts() == [("message", "failed"), ("message", "failed")]
    assert await room.messages() == []
    assert await room.read(lambda tables: tables.chats.all()) == []
    await room.accept(Updated(messageid="m1", content="Hello!"))
    await room.start_again()
    assert [message.text for message in await room.messages()] == ["Hello!", "More"]
    await room.start_again()
    assert len(room.seen(MessageReceived)) == 2


@pytest.mark.allow_log("ringodesk_qt.core.intake")
async def test_every_notification_of_a_long_fault_is_applied_at_the_next_start(room):
    owed = [room.received(room.arrived(f"m{number}")) for number in range(250)]
    broken = msgspec.structs.replace(owed[0], body=b"\xff not ours any more")
    await room.store.write(lambda tables: tables.journal.add_all([broken, *owed]))
    await room.start_again()
    assert await room.read(lambda tables: tables.messages.count(room.chat.id)) == 250
    assert [one.body for one in await room.read(lambda tables: tables.journal.pending())] == [broken.body]


async def test_an_edit_that_is_applied_late_does_not_undo_a_newer_one(room):
    await room.accept(room.arrived())
    early = room.received(Updated(messageid="m1", content="early"))
    await room.accept(Updated(messageid="m1", content="late"))
    await room.store.write(lambda tables: tables.journal.add_all([early]))
    await room.start_again()
    assert (await room.messages())[0].text == "late"


async def test_what_could_not_be_written_is_not_accepted(room):
    await room.store.write(lambda tables: tables.accounts._database.rows("PRAGMA max_page_count = 1"))
    big = room.arrived(content="x" * 300_000)
    with pytest.raises(StoreError):
        await room.intake.accept(room.received(big))
    await room.quiet()
    assert room.events == []
    await room.store.write(lambda tables: tables.accounts._database.rows("PRAGMA max_page_count = 1000000"))
    await room.accept(big)
    assert len(await room.messages()) == 1


# ---------------------------------------------------------------- how many commits


async def test_what_comes_shortly_after_another_is_committed_together(room, monkeypatch):
    sizes, add_all = [], JournalTable.add_all

    def counted(table, received):
        sizes.append(len(received))
        add_all(table, received)

    monkeypatch.setattr(JournalTable, "add_all", counted)
    monkeypatch.setattr(intake, "JOURNAL_GATHER_S", 0.2)  # as for a machine that is slow to get from one to the next
    await room.intake.accept(room.received(room.arrived(messageid="a")))
    waiting = []
    for messageid in "bcd":
        waiting.append(room.intake.accept(room.received(room.arrived(messageid=messageid))))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    assert sizes == [1, 3]
    await room.intake.settled()


async def test_who_waits_for_each_answer_is_not_kept_waiting(room, monkeypatch):
    asked, sleep = [], asyncio.sleep

    async def counted(seconds):
        asked.append(seconds)
        await sleep(seconds)

    monkeypatch.setattr(intake.asyncio, "sleep", counted)
    monkeypatch.setattr(intake, "JOURNAL_GATHER_S", 0.03)
    for number in range(40):
        await room.intake.accept(room.received(room.arrived(messageid=f"m{number}")))
    assert asked.count(intake.JOURNAL_GATHER_S) <= 5
    await room.intake.settled()
