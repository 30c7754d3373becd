"""Imports run over the real database against an API that answers by script: what is sent, kept, resumed, restored."""

from __future__ import annotations

import asyncio
import contextlib
import random
import threading
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from ringodesk_qt.core.events import HistoryImported
from ringodesk_qt.core.transfer import importing
from ringodesk_qt.core.transfer.importing import Importer
from ringodesk_qt.core.transfer.lines import written
from ringodesk_qt.core.transfer.plan import ImportOptions
from ringodesk_qt.core.transfer.problems import ImportFileError
from ringodesk_qt.errors import (
    EnvironmentProblemError,
    InputError,
    KeyRefusedError,
    NotSentError,
    RefusedError,
    UncertainError,
)
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.models.contact import ChatUser, Recipient
from ringodesk_qt.models.ids import OrgId, UserId
from ringodesk_qt.models.message import Attachment, Direction, Kind, SentMessage, State
from ringodesk_qt.models.retention import Scope
from ringodesk_qt.models.transfer import ImportState, Record
from ringodesk_qt.store.locks import ProcessLock

AT = datetime(2024, 5, 31, 9, 15, tzinfo=UTC)
OUT, IN = Direction.OUTGOING, Direction.INCOMING
TO = Recipient(extension="501", userid=UserId("16266023844241412565"))
NUMBER = "2075550100"


class FreeLock:
    def __init__(self):
        self.is_taken = False

    def try_acquire(self):
        if self.is_taken:
            return False
        self.is_taken = True
        return True

    def release(self):
        self.is_taken = False


class Desk:
    """An importer over a room, and short ways to make files for it."""

    def __init__(self, room, folder):
        self.room = room
        self.path = folder / "history.jsonl"
        self.lock = FreeLock()
        self.progress = []
        self.importer = Importer(
            store=room.store,
            bus=room.bus,
            api_for=lambda _id: room.api,
            lock=self.lock,
            requests_per_second=lambda: 2.0,
        )

    def write(self, *records):
        self.path.write_bytes(b"".join(written(record) for record in records))

    async def plan(self, **options):
        return await self.importer.plan(self.path, ImportOptions(account_id=self.room.account.id, **options))

    async def run(self, **options):
        return await self.importer.run(await self.plan(**options), on_progress=self.progress.append)

    def texts(self):
        return [call[2] for call in self.room.api.named("sync_text")]


@pytest.fixture
def desk(room, tmp_path):
    return Desk(room, tmp_path)


def line(text="Hello", *, minutes=0, direction=IN, **changed):
    fields = {"at": AT + timedelta(minutes=minutes), "direction": direction, "kind": Kind.TEXT, "text": text}
    return Record(**(fields | {"extension": "501"} | changed))


# ---------------------------------------------------------------- what is sent


async def test_both_directions_go_with_their_times_into_a_session_that_is_made(desk):
    desk.write(line("theirs"), line("ours", minutes=1, direction=OUT))
    report = await desk.run()
    api = desk.room.api
    assert api.named("open_session") == [(NUMBER, TO, True)]
    assert api.named("sync_text") == [
        (NUMBER, TO, "theirs", "opened", IN, AT),
        (NUMBER, TO, "ours", "opened", OUT, AT + timedelta(minutes=1)),
    ]
    assert (report.progress.sent, report.refused, report.uncertain) == (2, [], [])
    assert [(one.text, one.state, one.at) for one in await desk.room.messages()] == [
        ("theirs", State.RECEIVED, AT),
        ("ours", State.SENT, AT + timedelta(minutes=1)),
    ]
    assert (await desk.room.chat_now()).unread == 0
    await desk.room.quiet()
    assert desk.room.seen(HistoryImported)
    assert [one.done for one in desk.progress][-1] == desk.progress[-1].total == 2


async def test_a_session_that_is_there_is_used_and_one_that_was_closed_gives_way(desk):
    room = desk.room
    await room.accept(room.arrived(), at=datetime.now(UTC))
    room.api.script("sync_text", SentMessage(messageid="a", sessionid="S2"))
    desk.write(line("one"), line("two", minutes=1))
    await desk.run()
    assert room.api.named("open_session") == []
    assert [call[3] for call in room.api.named("sync_text")] == ["S", "S2"]


async def test_calls_references_and_files(desk):
    call = CallActivity(duration_s=100, caller="511", called="123").content()
    desk.write(
        line("", kind=Kind.CALL, call=call),
        line("", kind=Kind.FILE, messageid="m-9", direction=OUT),
        line("See", kind=Kind.FILE, attachment=Attachment(name="a.pdf", url="https://x.example/a.pdf")),
        line("", kind=Kind.FILE, messageid="m-8", orgid="another", attachment=Attachment(name="b.pdf")),
        line("gone", deleted_at=AT),
        line("", kind=Kind.UNSUPPORTED),
    )
    plan = await desk.plan()
    assert (plan.to_send, plan.as_text, plan.not_sent, plan.sessions_to_open, plan.seconds) == (4, 2, 2, 1, 2.5)
    report = await desk.run()
    api = desk.room.api
    assert api.named("log_call") == [("opened", CallActivity(duration_s=100, caller="511", called="123"), AT, True)]
    assert api.named("sync_reference") == [(NUMBER, TO, "m-9", "opened", OUT)]
    assert desk.texts() == ["See\na.pdf\nhttps://x.example/a.pdf", "b.pdf"]
    assert (report.progress.sent, report.progress.passed) == (4, 2)


async def test_a_plan_sends_nothing_and_says_what_it_would(desk):
    desk.write(line("one"), line("two", minutes=90), line("x", extension="501", userid=""))
    plan = await desk.plan()
    assert desk.room.api.calls == []
    (chat,) = plan.chats
    assert (chat.contact, chat.identity, chat.count, chat.opens_session) == ("501", NUMBER, 3, True)
    assert (chat.first_at, chat.last_at) == (AT, AT + timedelta(minutes=90))
    assert (plan.to_send, plan.to_restore, plan.already) == (3, 0, 0)


# ---------------------------------------------------------------- who


async def test_the_server_is_asked_for_who_is_not_known(desk):
    desk.room.api.script("chat_users", [ChatUser(userid=UserId("7"), extension="777", name="Ada", state=1)])
    desk.write(line(extension="", name="ada"))
    assert (await desk.run()).progress.sent == 1
    assert desk.room.api.named("sync_text")[0][1] == Recipient(extension="777", userid=UserId("7"))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"extension": "999"}, "nobody here fits '999'"),
        ({"extension": ""}, "the contact is missing"),
        ({"identity": "1234567"}, "'1234567' is not one of our numbers"),
        ({"extension": "777"}, "fits more than one: Ada (777), Bea (777)"),
        ({"identity": "bot"}, "bot is a sender id"),
        ({"kind": Kind.CALL, "call": {"duration": "x", "caller": "1", "called": "2"}}, "whole seconds"),
        ({"kind": Kind.CALL, "call": {"duration": -1, "caller": "1", "called": "2"}}, "less than 0"),
        ({"kind": Kind.CALL, "call": {"duration": 1, "called": "2"}}, "the number is missing"),
    ],
)
async def test_who_or_what_cannot_be(desk, changed, words):
    twins = [
        ChatUser(userid=UserId(one), extension="777", name=name, state=1) for one, name in (("a", "Ada"), ("b", "Bea"))
    ]
    desk.room.api.script("chat_users", twins)

    def add_bot(tables):
        tables.accounts.add_identity(desk.room.account.id, kind=IdentityKind.SENDER, address="bot")

    await desk.room.store.write(add_bot)
    desk.write(line("fine"), line(**changed))
    with pytest.raises(ImportFileError) as caught:
        await desk.plan()
    assert [problem.line for problem in caught.value.problems] == [2]
    assert words in caught.value.problems[0].sentence
    assert desk.room.api.named("sync_text") == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"kind": Kind.FILE, "orgid": "another", "messageid": "m1"}, "neither a name nor a link"),
        ({"kind": Kind.FILE, "attachment": Attachment(name="", url="data:text/plain,x")}, "neither a name nor a link"),
        ({"orgid": "another"}, "the text is empty"),
        ({"kind": Kind.CALL, "orgid": "another"}, "the call is missing"),
        ({"kind": Kind.CALL, "call": {"duration": -1, "caller": "1", "called": "2"}}, "less than 0"),
    ],
)
async def test_what_could_not_be_sent_is_said_before_and_without_asking_the_server(desk, changed, words):
    desk.write(line("", **changed))
    with pytest.raises(ImportFileError, match=words):
        await desk.plan()
    assert desk.room.api.calls == []


async def test_a_file_that_is_its_own_address_goes_by_its_name(desk):
    desk.write(line("", kind=Kind.FILE, attachment=Attachment(name="a.png", url="data:image/png;base64,AAAA")))
    await desk.run()
    assert desk.texts() == ["a.png"]


async def test_a_number_that_is_not_ours_in_the_options(desk):
    desk.write(line())
    with pytest.raises(InputError, match="is not one of our identities: 2075550100"):
        await desk.plan(identity="555")


# ---------------------------------------------------------------- never twice


async def test_the_same_file_again_sends_nothing(desk):
    desk.write(line("one"), line("same", minutes=1), line("same", minutes=1))
    assert (await desk.run()).progress.sent == 3
    report = await desk.run()
    assert (report.progress.sent, report.progress.already, len(desk.texts())) == (0, 3, 3)


async def test_a_corrected_and_longer_file_sends_what_is_new(desk):
    desk.write(line("one"), line("two", minutes=1))
    await desk.run()
    desk.write(line("zero", minutes=-1), line("two", minutes=1), line("one"), line("three", minutes=2))
    await desk.run()
    assert desk.texts() == ["one", "two", "zero", "three"]
    assert [one.text for one in await desk.room.messages()] == ["zero", "one", "two", "three"]


async def test_what_may_have_arrived_is_left_alone_until_the_user_decides(desk):
    desk.room.api.script("sync_text", UncertainError("No answer."))
    desk.write(line("lost"), line("next", minutes=1))
    report = await desk.run()
    assert ([problem.line for problem in report.uncertain], report.progress.sent) == ([1], 1)
    assert [one.text for one in await desk.room.messages()] == ["next"]
    report = await desk.run()
    assert (report.progress.uncertain, report.uncertain[0].sentence, desk.texts()) == (
        1,
        "No answer.",
        ["lost", "next"],
    )
    assert (await desk.plan()).uncertain_before == 1


@pytest.mark.parametrize(("choice", "texts"), [("again", ["lost", "lost"]), ("arrived", ["lost"])])
async def test_the_user_decides(desk, choice, texts):
    desk.room.api.script("sync_text", UncertainError("No answer."))
    desk.write(line("lost"))
    await desk.run()
    report = await desk.run(uncertain=choice)
    assert (report.progress.sent, desk.texts()) == (1, texts)
    assert [one.text for one in await desk.room.messages()] == ["lost"]
    assert (await desk.run(uncertain=choice)).progress.already == 1


@pytest.mark.parametrize("error", [RefusedError("No."), KeyRefusedError("No."), NotSentError("No.", is_lasting=True)])
async def test_the_users_word_is_for_one_try(desk, error):
    """The first try may have arrived still: what became of the second says nothing about it."""
    desk.room.api.script("sync_text", UncertainError("No answer."), error)
    desk.write(line("lost"))
    await desk.run()
    with contextlib.suppress(KeyRefusedError, NotSentError):
        assert (await desk.run(uncertain="again")).progress.refused == 1
    report = await desk.run()
    assert (desk.texts(), [problem.sentence for problem in report.uncertain]) == (["lost", "lost"], ["No answer."])


async def test_a_file_that_arrived_keeps_the_id_it_was_referred_to_by(desk):
    desk.room.api.script("sync_reference", UncertainError("No answer."), SentMessage(sessionid="S2"))
    desk.write(
        line("", kind=Kind.FILE, messageid="m-8", direction=OUT),
        line("", minutes=1, kind=Kind.FILE, messageid="m-9", direction=OUT),
    )
    await desk.run()
    await desk.run(uncertain="arrived")
    assert [one.messageid for one in await desk.room.messages()] == ["m-8", "m-9"]


async def test_what_was_refused_is_named_and_tried_again(desk):
    desk.room.api.script("sync_text", RefusedError("No such user."))
    desk.write(line("one"), line("two", minutes=1))
    report = await desk.run()
    assert [str(problem) for problem in report.refused] == ["line 1: No such user."]
    assert (await desk.run()).progress.sent == 1
    assert desk.texts() == ["one", "two", "one"]


async def test_it_stops_where_everything_is_refused(desk):
    desk.room.api.script("sync_text", *[RefusedError("No.")] * 100)
    desk.write(*[line(f"{number}") for number in range(50)])
    with pytest.raises(RefusedError, match="line after line"):
        await desk.run()
    assert len(desk.texts()) == importing.MOST_REFUSED_IN_A_ROW
    assert not desk.lock.is_taken


async def test_it_stops_where_no_chat_can_be_opened(desk):
    room = desk.room

    def fill(tables):
        for number in range(30):
            tables.contacts.ensure(room.account.id, userid=UserId(""), extension=f"7{number:02}")

    await room.store.write(fill)
    room.api.script("open_session", *[RefusedError("No.")] * 100)
    desk.write(*[line(f"{number}", extension=f"7{number // 2:02}") for number in range(60)])
    with pytest.raises(RefusedError, match="line after line"):
        await desk.run()
    assert len(room.api.named("open_session")) == importing.MOST_REFUSED_IN_A_ROW


async def test_a_refused_key_stops_it_and_it_can_go_on(desk):
    desk.room.api.script("sync_text", SentMessage(messageid="a"), KeyRefusedError("No."))
    desk.write(line("one"), line("two"))
    with pytest.raises(KeyRefusedError):
        await desk.run()
    assert (await desk.run()).progress == msgspec.structs.replace(desk.progress[-1], sent=1, already=1)


async def test_it_waits_for_a_way_to_open_and_not_for_ever(desk, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.core.transfer.importing.back_off_s", lambda *_: 0)
    down = NotSentError("No way there.")
    desk.room.api.script("sync_text", down, down)
    desk.write(line("one"))
    assert (await desk.run()).progress.sent == 1
    desk.room.api.script("sync_text", *[down] * 50)
    desk.write(line("two"))
    with pytest.raises(NotSentError):
        await desk.run()
    assert len(desk.texts()) == 3 + importing.UNREACHABLE_TRIES


async def test_it_does_not_wait_longer_than_a_person_would(desk, monkeypatch):
    pauses = []

    async def sleep(pause_s):
        pauses.append(pause_s)

    monkeypatch.setattr("ringodesk_qt.core.transfer.importing.asyncio.sleep", sleep)
    busy = [NotSentError("Slower.", retry_after_s=seconds) for seconds in (90, 90, 3600)]
    desk.room.api.script("sync_text", *busy)
    desk.write(line("one"))
    with pytest.raises(NotSentError):
        await desk.run()
    assert pauses == [90, 90]
    assert (await desk.run()).progress.sent == 1


async def test_a_chat_that_cannot_be_opened_shuts_its_lines_out_and_no_others(desk):
    await desk.room.store.write(
        lambda tables: tables.contacts.ensure(desk.room.account.id, userid=UserId(""), extension="502")
    )
    desk.room.api.script("open_session", UncertainError("No answer."))
    desk.write(line("one"), line("two"), line("three", extension="502"))
    report = await desk.run()
    assert (len(desk.room.api.named("open_session")), desk.texts()) == (2, ["three"])
    assert [problem.line for problem in report.refused] == [1, 2]
    assert (await desk.run()).progress.sent == 2


async def test_only_one_runs_at_a_time(desk):
    desk.lock.is_taken = True
    desk.write(line())
    with pytest.raises(EnvironmentProblemError, match="Another import"):
        await desk.run()


async def test_only_one_runs_in_a_process_that_has_the_lock(desk, tmp_path):
    """A process's own lock lets it in again."""
    desk.importer = Importer(
        store=desk.room.store,
        bus=desk.room.bus,
        api_for=lambda _id: desk.room.api,
        lock=ProcessLock(tmp_path / "import.lock"),
        requests_per_second=lambda: 2.0,
    )
    entered, goes_on = asyncio.Event(), asyncio.Event()

    async def slow():
        entered.set()
        await goes_on.wait()
        return SentMessage(messageid="late")

    desk.room.api.script("sync_text", slow)
    desk.write(line("one"))
    first = asyncio.create_task(desk.run())
    await entered.wait()
    with pytest.raises(EnvironmentProblemError, match="Another import"):
        await desk.run()
    assert not ProcessLock.is_free(tmp_path / "import.lock")
    goes_on.set()
    assert (await first).progress.sent == 1
    assert (await desk.run()).progress.already == 1


async def test_who_is_stopped_while_it_takes_the_lock_does_not_keep_it(desk, monkeypatch):
    desk.write(line("one"))
    plan = await desk.plan()
    entered, goes_on = threading.Event(), threading.Event()
    take = desk.lock.try_acquire

    def slowly():
        entered.set()
        goes_on.wait()
        return take()

    monkeypatch.setattr(desk.lock, "try_acquire", slowly)
    running = asyncio.create_task(desk.importer.run(plan))
    await asyncio.to_thread(entered.wait)
    running.cancel()
    await asyncio.sleep(0)
    goes_on.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert not desk.lock.is_taken
    assert (await desk.run()).progress.sent == 1


# ---------------------------------------------------------------- stopping


async def test_what_is_on_its_way_is_waited_for(desk):
    entered, goes_on = asyncio.Event(), asyncio.Event()

    async def slow():
        entered.set()
        await goes_on.wait()
        return SentMessage(messageid="late")

    desk.room.api.script("sync_text", slow)
    desk.write(line("one"), line("two"))
    running = asyncio.create_task(desk.run())
    await entered.wait()
    running.cancel()
    await asyncio.sleep(0)
    goes_on.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert [one.messageid for one in await desk.room.messages()] == ["late"]
    report = await desk.run()
    assert (report.progress.already, report.progress.sent, desk.texts()) == (1, 1, ["one", "two"])


async def test_what_waits_for_its_turn_is_not(desk):
    entered = asyncio.Event()

    async def never():
        entered.set()
        await asyncio.Event().wait()

    desk.room.api.turn = never
    desk.write(line("one"))
    running = asyncio.create_task(desk.run())
    await entered.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    desk.room.api.turn = None
    assert (await desk.plan()).to_send == 1


class Killed(BaseException):
    """The process ends here, whatever is under way."""


@pytest.mark.parametrize("seed", range(12))
async def test_killed_at_any_point_nothing_is_doubled_and_nothing_lost_in_silence(desk, seed):
    """What the API was called with is what arrived; the kill may come before a line, before its answer, or after."""
    dice, room = random.Random(seed), desk.room
    desk.write(*[line(f"{number % 7}", minutes=number) for number in range(25)])
    room.api.answers["sync_text"] = []

    async def moment():
        if dice.random() < 0.2:
            raise Killed

    room.api.turn = moment
    uncertain = None
    for _run in range(200):
        room.api.answers["sync_text"] = [_killing_answer(dice) for _ in range(30)]
        try:
            report = await desk.run()
        except Killed:
            desk.lock.release()
            continue
        uncertain = report.uncertain
        break
    assert uncertain is not None
    times = [call[5] for call in room.api.named("sync_text")]
    assert len(times) == len(set(times)), "a line arrived twice"
    missing = {problem.line for problem in uncertain}
    kept = {
        message.at for message in (await room.store.read(lambda tables: tables.messages.page(room.chat.id, limit=99)))
    }
    for number in range(25):
        at = AT + timedelta(minutes=number)
        assert (at in kept) != (number + 1 in missing)
        assert at in times or number + 1 in missing


def _killing_answer(dice):
    async def answer():
        if dice.random() < 0.2:
            raise Killed
        return SentMessage(messageid=f"{dice.random()}")

    return answer


# ---------------------------------------------------------------- restoring


async def test_what_ringotel_has_is_restored_here_and_nothing_is_sent(desk):
    room = desk.room
    ours = {"orgid": room.account.orgid, "identity": NUMBER}
    desk.write(
        line("theirs", messageid="m1", sessionid="S9", **ours),
        line("edited", minutes=1, direction=OUT, messageid="m2", state=State.READ, edited_at=AT, **ours),
        line("", minutes=2, messageid="m3", deleted_at=AT, **ours),
        line("never left", minutes=3, direction=OUT, state=State.QUEUED, **ours),
        line("unsure", minutes=4, direction=OUT, state=State.UNCERTAIN, error="Maybe.", **ours),
        line("new", minutes=5, extension="", userid="88", name="Zoe", **ours),
        line("bot", minutes=6, orgid=room.account.orgid, identity="bot", identity_kind=IdentityKind.SENDER),
    )
    plan = await desk.plan()
    assert (plan.to_send, plan.to_restore) == (0, 7)
    report = await desk.run()
    assert (report.progress.restored, room.api.named("sync_text")) == (7, [])
    found = await room.messages()
    assert [(one.text, one.state) for one in found] == [
        ("theirs", State.RECEIVED),
        ("edited", State.READ),
        ("", State.RECEIVED),
        ("never left", State.FAILED),
        ("unsure", State.UNCERTAIN),
    ]
    assert (found[1].edited_at, found[2].is_deleted, found[4].error) == (AT, True, "Maybe.")
    assert await room.read(lambda tables: tables.chats.latest_session(room.chat.id)) == "S9"
    chats = await room.read(lambda tables: tables.chats.all())
    assert {(chat.contact.label, chat.identity.address) for chat in chats} == {
        ("501", NUMBER),
        ("Zoe", NUMBER),
        ("501", "bot"),
    }
    again = await desk.run()
    assert (again.progress.restored, again.progress.already) == (0, 7)


async def test_lines_stay_in_their_order_and_the_same_twice_stays_twice(desk):
    fields = {"orgid": desk.room.account.orgid}
    desk.write(line("b", minutes=1, **fields), line("a", **fields), line("a", **fields), line("c", minutes=2, **fields))
    await desk.run()
    await desk.run()
    assert [one.text for one in await desk.room.messages()] == ["b", "a", "a", "c"]


async def test_what_was_deleted_for_good_comes_back_only_when_it_is_asked_for(desk):
    room = desk.room
    ours = {"orgid": room.account.orgid, "identity": NUMBER}
    desk.write(line("older", minutes=-1, messageid="m2", **ours), line("old", messageid="m1", **ours))
    assert (await desk.run()).progress.restored == 2
    gone = Scope(before=AT)
    doomed = await room.read(lambda tables: tables.retention.next(gone, after=None, limit=9))
    await room.store.write(lambda tables: tables.retention.delete(doomed, gone.before))
    assert [one.text for one in await room.messages()] == ["old"]

    plan = await desk.plan()
    assert (plan.to_restore, plan.deleted) == (2, 1)
    progress = (await desk.run()).progress
    assert (progress.restored, progress.deleted, progress.already, progress.done) == (0, 1, 1, progress.total)
    assert [one.text for one in await room.messages()] == ["old"]

    assert (await desk.run(with_deleted=True)).progress.restored == 1
    assert [one.text for one in await room.messages()] == ["older", "old"]
    assert (await desk.plan()).deleted == 0, "what was brought back is there like any other"


async def test_what_happened_in_the_same_moment_is_restored_whole(desk):
    """Three files that waited at once differ in nothing but the file."""
    fields = {"orgid": desk.room.account.orgid, "direction": OUT, "state": State.FAILED, "kind": Kind.FILE}
    desk.write(*[line("", attachment=Attachment(name=f"{name}.pdf"), **fields) for name in "aba"])
    for restored in (3, 0):
        assert (await desk.run()).progress.restored == restored
        assert [one.attachment.name for one in await desk.room.messages()] == ["a.pdf", "b.pdf", "a.pdf"]


async def test_a_restore_that_was_cut_off_goes_on_in_the_same_order(desk):
    minutes = (0, 5, 3, 4, 6, 1)
    for ids in (True, False):
        fields = {"orgid": desk.room.account.orgid, "identity": NUMBER if ids else "another"}
        lines = [
            line(f"{number}", minutes=minute, messageid=f"m{number}" if ids else "", **fields)
            for number, minute in enumerate(minutes)
        ]
        desk.write(*lines[:3])
        await desk.run()
        desk.write(*lines)
        await desk.run()
    for chat in await desk.room.read(lambda tables: tables.chats.all()):
        assert [one.text for one in await desk.room.messages(chat)] == ["0", "1", "2", "3", "4", "5"]


async def test_what_was_received_empty_is_restored(desk):
    desk.write(line(" ", orgid=desk.room.account.orgid, messageid="m1"))
    await desk.run()
    assert [one.text for one in await desk.room.messages()] == [" "]


async def test_ids_of_another_organization_are_not_taken_for_ours(desk):
    """An edit or a read report would go to a message or a session of somebody else."""
    desk.write(line("x", orgid="another", messageid="m1", sessionid="foreign"))
    for restored in (1, 0):
        assert (await desk.run(place="here")).progress.restored == restored
    (found,) = await desk.room.messages()
    assert (found.messageid, found.sessionid) == ("", "")
    assert not await desk.room.read(lambda tables: tables.chats.latest_session(desk.room.chat.id))


@pytest.fixture
async def other(desk):
    """Another account of this home; its number has a colleague with the same extension as ours."""

    def add(tables):
        account = tables.accounts.add(
            api_url="https://shell.ringotel.co/api", orgid=OrgId("777"), domain="", name="Other"
        )
        tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address="999")
        tables.contacts.ensure(account.id, userid=UserId("u-777"), extension="501")
        return account

    return await desk.room.store.write(add)


async def texts_of(desk, account):
    def read(tables):
        chats = [chat for chat in tables.chats.all() if chat.identity.account_id == account.id]
        return [
            (chat.contact.userid, one.text, one.messageid) for chat in chats for one in tables.messages.page(chat.id)
        ]

    return await desk.room.read(read)


@pytest.mark.parametrize("place", ["auto", "here"])
async def test_lines_of_another_account_of_this_home_are_restored_there(desk, other, place):
    desk.write(
        line("ours", orgid=desk.room.account.orgid, messageid="m1"),
        line("theirs", orgid="777", messageid="m1", identity="999", userid="u-777"),
        line("new there", orgid="777", messageid="m2", identity="998", extension="8"),
    )
    plan = await desk.plan(place=place)
    assert (plan.to_send, plan.to_restore, len(plan.chats)) == (0, 3, 3)
    for restored in (3, 0):
        assert (await desk.run(place=place)).progress.restored == restored
    assert desk.room.api.calls == []
    assert await texts_of(desk, desk.room.account) == [(TO.userid, "ours", "m1")]
    assert sorted(await texts_of(desk, other)) == [("", "new there", "m2"), ("u-777", "theirs", "m1")]


async def test_lines_of_another_account_of_this_home_are_sent_to_nobody(desk, other):
    desk.write(line("ours", orgid=desk.room.account.orgid), line("theirs", orgid="777"))
    with pytest.raises(ImportFileError, match="line 2: it belongs to Other, another account of this home"):
        await desk.run(place="ringotel")
    assert desk.room.api.calls == []


async def test_of_several_organizations_none_is_sent_to_another(desk):
    """An export of a whole home, imported where only one of its accounts is set up."""
    desk.write(line("ours", orgid=desk.room.account.orgid), line("theirs", orgid="777"), line("from elsewhere"))
    with pytest.raises(ImportFileError, match="line 2: it comes from the organization 777") as caught:
        await desk.run()
    assert caught.value.count == 1
    assert desk.room.api.calls == []
    assert (await desk.plan(place="ringotel")).to_send == 3, "where it is asked for"


async def test_a_number_and_a_sender_id_that_look_the_same_stay_two(desk):
    fields = {"orgid": desk.room.account.orgid, "identity": NUMBER}
    desk.write(
        line("bot", identity_kind=IdentityKind.SENDER, **fields),
        line("number", identity_kind=IdentityKind.NUMBER, **fields),
    )
    await desk.run()
    await desk.run()
    assert [one.text for one in await desk.room.messages()] == ["number"]
    assert len(await desk.room.read(lambda tables: tables.chats.all())) == 2


async def test_a_name_that_nobody_has_is_not_made_an_extension(desk):
    desk.path = desk.path.with_suffix(".csv")
    desk.path.write_text("at,direction,contact,text\n1717146900000,in,Lena,x\n1717146900000,in,777,y\n")
    with pytest.raises(ImportFileError, match="line 2: nobody here fits 'Lena'"):
        await desk.plan(place="here")
    desk.room.api.script("chat_users", [ChatUser(userid=UserId("7"), extension="702", name="Lena", state=1)])
    assert (await desk.run(place="here")).progress.restored == 2
    chats = await desk.room.read(lambda tables: tables.chats.all())
    assert {chat.contact.extension for chat in chats} == {"702", "777"}


@pytest.mark.parametrize(("place", "sent"), [("ringotel", 1), ("here", 0), ("auto", 0)])
async def test_the_place_may_be_chosen(desk, place, sent):
    desk.write(line("x", orgid=desk.room.account.orgid, messageid="m1"))
    await desk.run(place=place)
    assert len(desk.texts()) == sent
    assert len(await desk.room.messages()) == 1


async def test_a_line_without_anybody_cannot_be_restored(desk):
    desk.write(line(orgid=desk.room.account.orgid, extension=""))
    with pytest.raises(ImportFileError, match="the contact is missing"):
        await desk.plan()


async def test_states_of_an_earlier_run_are_kept(desk):
    desk.room.api.script("sync_text", UncertainError("No answer."))
    desk.write(line("lost"), line("sent", minutes=1))
    await desk.run()
    plan = await desk.plan()
    assert [one.state for one in plan.lines] == [ImportState.UNCERTAIN, ImportState.DONE]
