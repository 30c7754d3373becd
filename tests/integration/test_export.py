"""A history made by real traffic is exported, imported into a fresh home, and exported again: line by line the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.transfer.export import Exporter
from ringodesk_qt.core.transfer.importing import Importer
from ringodesk_qt.core.transfer.plan import ImportOptions
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import MessageId, OrgId, SessionId, UserId
from ringodesk_qt.models.message import Attachment, Direction, Kind, NewMessage, State
from ringodesk_qt.store.store import SqliteStore

AT = datetime(2024, 5, 31, 9, 15, tzinfo=UTC)
ORGID = OrgId("16287540703457500320")
IN, OUT = Direction.INCOMING, Direction.OUTGOING


class Lock:
    def try_acquire(self):
        return True

    def release(self):
        pass


class NoApi:
    """What Ringotel has is not sent, and it is not asked for anybody."""

    def __getattr__(self, name):
        raise AssertionError(f"{name} was called")


async def a_home(folder):
    store = SqliteStore(folder / "ringodesk.db")
    await store.open()
    api_url = "https://shell.ringotel.co/api"
    account = await store.write(
        lambda tables: tables.accounts.add(api_url=api_url, orgid=ORGID, domain="acme", name="Acme")
    )
    return store, account


async def chats_of(store, account):
    """A chat of each identity with each colleague."""

    def make(tables):
        add = tables.accounts.add_identity
        number = add(account.id, kind=IdentityKind.NUMBER, address="2075550100")
        bot = add(account.id, kind=IdentityKind.SENDER, address="bot")
        people = (("16266023844241412565", "501", "Zoë\nÜnal"), ("7", "", ""), ("", "503", "שרה"))
        contacts = [
            tables.contacts.ensure(account.id, userid=UserId(userid), extension=extension, name=name)
            for userid, extension, name in people
        ]
        return [tables.chats.ensure(one.id, contact.id) for one in (number, bot) for contact in contacts]

    return await store.write(make)


def histories():
    """Each a list of (when in ms, direction, what differs from a plain text), in the order the chat has."""
    failed = {"state": State.FAILED, "error": "Ringotel refused it: no <b>user</b>."}
    call = {"duration": 3910, "caller": "511", "called": "+49", "subject": "", "comment": "a\nb", "x": [1, {"y": None}]}
    yield (
        "texts",
        [
            (
                0,
                IN,
                {"text": "a\0b\u2028c\u2029\x85\r\n\ufeff😀", "messageid": "99999999999999999999", "sessionid": "s 1"},
            ),
            (1, OUT, {"text": "x" * 100_000, "messageid": " 2 ", "edited_at": AT, "state": State.DELIVERED}),
            (
                1,
                OUT,
                {
                    "text": "",
                    "messageid": "3",
                    "deleted_at": AT,
                    "delivered_at": AT,
                    "read_at": AT,
                    "state": State.READ,
                },
            ),
            (2, OUT, {"text": "perhaps", "state": State.UNCERTAIN, "error": "The answer did not come."}),
            (3, OUT, {"text": "stopped", "state": State.CANCELLED}),
        ],
    )
    yield "the same in one moment", [(5, IN, {"text": "same"})] * 3
    yield (
        "the same with an id and without",
        [
            (5, IN, {"text": "same", "messageid": "a"}),
            (5, IN, {"text": "same"}),
            (5, IN, {"text": "same", "messageid": "b"}),
        ],
    )
    yield (
        "files that failed in one moment",
        [
            (7, OUT, {"kind": Kind.FILE, "attachment": Attachment(name=name, size_bytes=3), **failed})
            for name in ("a.pdf", "b.pdf", "c.pdf")
        ],
    )
    yield "calls of one moment", [(8, OUT, {"kind": Kind.CALL, "call": call | {"duration": n}}) for n in (1, 2, 2)]
    yield (
        "kinds of one moment",
        [
            (8, IN, {"text": "x"}),
            (8, IN, {"text": "x", "kind": Kind.UNSUPPORTED}),
            (8, IN, {"text": "", "kind": Kind.CALL, "call": call}),
            (8, IN, {"text": "", "kind": Kind.FILE, "attachment": Attachment(name="f", url="https://x.example/f(1)")}),
        ],
    )
    yield (
        "what is empty",
        [
            (9, IN, {"text": "", "messageid": "e1"}),
            (9, IN, {"text": " \n ", "messageid": "e2"}),
            (9, IN, {"text": ""}),
            (9, IN, {"kind": Kind.FILE, "messageid": "e3"}),
            (9, IN, {"kind": Kind.CALL, "messageid": "e4"}),
        ],
    )
    yield (
        "a call and a file",
        [
            (8, OUT, {"kind": Kind.CALL, "call": call}),
            (9, OUT, {"kind": Kind.FILE, "attachment": Attachment(name="a b", url="https://x.example/a(1)"), **failed}),
        ],
    )
    yield "out of order", [(50, IN, {"text": "late"}), (20, IN, {"text": "early"}), (50, OUT, {"text": "later"})]


def put(tables, chat_id, history):
    last = 0
    for ms, direction, what in history:
        changed = dict(what)
        marks = {
            name: changed.pop(name)
            for name in ("error", "edited_at", "deleted_at", "delivered_at", "read_at")
            if name in changed
        }
        ids = {
            "messageid": MessageId(changed.pop("messageid", "")),
            "sessionid": SessionId(changed.pop("sessionid", "")),
        }
        plain = {"kind": Kind.TEXT, "state": State.RECEIVED if direction is IN else State.SENT}
        new = NewMessage(
            chat_id=chat_id, direction=direction, at=AT + timedelta(milliseconds=ms), **(plain | changed | ids)
        )
        last = tables.messages.add_history(new, not_before=last, **marks).position


async def restored(file, folder):
    """The history of a file in a home of its own, imported twice and exported."""
    store, account = await a_home(folder)
    importer = Importer(
        store=store, bus=Bus(), api_for=lambda _account_id: NoApi(), lock=Lock(), requests_per_second=lambda: 2.0
    )
    again = folder / "again.jsonl"
    try:
        counts = []
        for _ in range(2):
            report = await importer.run(await importer.plan(file, ImportOptions(account_id=account.id)))
            counts.append((report.progress.restored, report.progress.already))
        await Exporter(store=store).export(again, chat_ids=None, form="jsonl")
    finally:
        await store.close()
    return again, counts


async def exported(fill, folder):
    store, account = await a_home(folder)
    try:
        chats = await chats_of(store, account)
        await store.write(lambda tables: fill(tables, chats))
        file = folder / "first.jsonl"
        await Exporter(store=store).export(file, chat_ids=None, form="jsonl")
    finally:
        await store.close()
    return file


def lines(file):
    return [msgspec.json.decode(line) for line in file.read_bytes().split(b"\n")[:-1]]


@pytest.mark.parametrize("history", [history for _name, history in histories()], ids=[name for name, _ in histories()])
async def test_one_chat_comes_back(tmp_path, history):
    first = await exported(lambda tables, chats: put(tables, chats[0].id, history), tmp_path / "one")
    again, counts = await restored(first, tmp_path / "two")
    assert lines(again) == lines(first)
    assert len(lines(first)) == len(history)
    assert counts == [(len(history), 0), (0, len(history))]


async def test_everything_comes_back(tmp_path):
    def fill(tables, chats):
        for number, (_name, history) in enumerate(histories()):
            chat = chats[number % len(chats)]
            put(tables, chat.id, [(ms + number * 60_000, direction, what) for ms, direction, what in history])

    first = await exported(fill, tmp_path / "one")
    again, _counts = await restored(first, tmp_path / "two")
    assert again.read_bytes() == first.read_bytes()
    assert len({line["identity"] for line in lines(first)}) == 2
