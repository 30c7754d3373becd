"""Exports: the lines that restore the same history, the page for people, and files that are whole or not there."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import stat
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import msgspec
import pytest

from ringodesk_qt.core.transfer import export
from ringodesk_qt.core.transfer.export import Exporter
from ringodesk_qt.core.transfer.importing import Importer
from ringodesk_qt.core.transfer.plan import ImportOptions
from ringodesk_qt.errors import EnvironmentProblemError, InputError
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import OrgId, UserId
from ringodesk_qt.models.message import Attachment, Direction, Kind, NewMessage, State
from ringodesk_qt.store.store import SqliteStore

AT = datetime(2024, 5, 31, 9, 15, tzinfo=UTC)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
NASTY = "<script>alert(1)</script> \"quoted\" & 'so' </p> שלום \u202eevil\u202c\x07 😀\nnext"


@pytest.fixture
def exporter(room):
    return Exporter(store=room.store)


async def add(room, text="Hello", *, minutes=0, chat=None, direction=Direction.INCOMING, **changed):
    state = State.RECEIVED if direction is Direction.INCOMING else State.READ
    marks = {name: changed.pop(name) for name in ("error", "edited_at", "deleted_at") if name in changed}
    fields = {
        "chat_id": (chat or room.chat).id,
        "direction": direction,
        "kind": Kind.TEXT,
        "state": state,
        "text": text,
    }
    new = NewMessage(**(fields | {"at": AT + timedelta(minutes=minutes)} | changed))
    return await room.store.write(lambda tables: tables.messages.add_history(new, **marks))


async def another_chat(room, extension="502", address=""):
    def make(tables):
        contact = tables.contacts.ensure(room.account.id, userid=UserId(""), extension=extension, name="Zoë")
        identity = room.identity
        if address:
            identity = tables.accounts.add_identity(room.account.id, kind=IdentityKind.SENDER, address=address)
        return tables.chats.ensure(identity.id, contact.id)

    return await room.store.write(make)


async def fill(room):
    """A bit of everything."""
    out, file = Direction.OUTGOING, Attachment(name="a <b>.pdf", size_bytes=1234, url="https://x.example/a?b=1&c=2")
    await add(room, NASTY, messageid="m1", sessionid="s1")
    await add(room, "ours", minutes=1, direction=out, messageid="m2", edited_at=AT, state=State.DELIVERED)
    await add(room, "", minutes=2, direction=out, deleted_at=AT, messageid="m3")
    await add(room, "", minutes=3, kind=Kind.FILE, attachment=file)
    await add(room, "same", minutes=4)
    await add(room, "same", minutes=4)
    await add(room, "refused", minutes=5, direction=out, state=State.FAILED, error="No <b>user</b>.")
    call = {
        "duration": 3910,
        "caller": "511",
        "called": "123",
        "subject": "Lease",
        "comment": "See https://x.example",
        "x": 1,
    }
    await add(room, "", minutes=6, kind=Kind.CALL, call=call)
    await add(room, "", minutes=7, kind=Kind.UNSUPPORTED)
    await add(room, "elsewhere", minutes=8, chat=await another_chat(room))
    await add(room, "as a bot", minutes=9, chat=await another_chat(room, address="bot"), direction=out)


# ---------------------------------------------------------------- lines


async def test_every_message_is_a_line(room, exporter, tmp_path):
    await fill(room)
    seen = []
    report = await exporter.export(tmp_path / "all.jsonl", chat_ids=None, form="jsonl", on_progress=seen.append)
    lines = [msgspec.json.decode(line) for line in (tmp_path / "all.jsonl").read_bytes().splitlines()]
    assert (len(lines), report.messages, report.chats, seen[-1].done, seen[-1].total) == (11, 11, 3, 11, 11)
    assert {line["orgid"] for line in lines} == {room.account.orgid}
    one = await exporter.export(tmp_path / "one.jsonl", chat_ids=[room.chat.id], form="jsonl")
    assert (one.messages, one.chats) == (9, 1)
    assert stat.S_IMODE((tmp_path / "one.jsonl").stat().st_mode) == 0o600


async def test_an_export_restores_the_same_history(room, exporter, tmp_path):
    await fill(room)
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    await exporter.export(first, chat_ids=None, form="jsonl")
    store = SqliteStore(tmp_path / "other" / "ringodesk.db")
    await store.open()
    try:
        account = await store.write(
            lambda tables: tables.accounts.add(
                api_url="https://shell.ringotel.co/api", orgid=room.account.orgid, domain="", name=""
            )
        )
        importer = Importer(
            store=store,
            bus=room.bus,
            api_for=lambda _id: room.api,
            lock=_Lock(),
            requests_per_second=lambda: 2.0,
        )
        report = await importer.run(await importer.plan(first, ImportOptions(account_id=account.id)))
        assert report.progress.restored == 11
        await Exporter(store=store).export(second, chat_ids=None, form="jsonl")
    finally:
        await store.close()
    assert second.read_bytes() == first.read_bytes()
    assert room.api.calls == []


class _Lock:
    def try_acquire(self):
        return True

    def release(self):
        pass


@pytest.mark.parametrize("form", ["html", "jsonl"])
async def test_the_kept_history_of_an_account_that_was_removed_is_written_too(room, exporter, tmp_path, form):
    await fill(room)
    await room.store.write(lambda tables: tables.accounts.set_removed(room.account.id))
    report = await exporter.export(tmp_path / "all", chat_ids=None, form=form)
    assert report.messages == 11
    assert room.account.orgid.encode() in (tmp_path / "all").read_bytes() or form == "html"


async def test_many_pages_and_what_arrives_meanwhile(room, exporter, tmp_path, monkeypatch):
    monkeypatch.setattr(export, "MESSAGES_AT_ONCE", 7)
    for number in range(40):
        await add(room, f"{number}", minutes=number // 3)
    page, calls = exporter._page, []

    async def busy(*arguments):
        calls.append(arguments)
        if len(calls) == 3:
            await room.accept(room.arrived("late", "late"))
        return await page(*arguments)

    monkeypatch.setattr(exporter, "_page", busy)
    await exporter.export(tmp_path / "x.jsonl", chat_ids=None, form="jsonl")
    texts = [msgspec.json.decode(line)["text"] for line in (tmp_path / "x.jsonl").read_bytes().splitlines()]
    assert texts == [*(f"{number}" for number in range(40)), "late"]


async def test_what_is_pinned_or_archived_changes_nothing(room, exporter, tmp_path):
    await fill(room)
    other = await another_chat(room, extension="503")
    await add(room, "newest", minutes=60, chat=other)
    await exporter.export(tmp_path / "before", chat_ids=None, form="jsonl")
    for flag, chat in (("is_pinned", room.chat), ("is_archived", other)):
        change = f"UPDATE chat SET {flag} = 1 WHERE id = {chat.id}"
        await room.store.write(lambda tables, change=change: tables.chats._database.rows(change))
    report = await exporter.export(tmp_path / "after", chat_ids=None, form="jsonl")
    assert (report.chats, report.messages) == (4, 12)
    assert (tmp_path / "after").read_bytes() == (tmp_path / "before").read_bytes()
    assert b'"newest"' in (tmp_path / "after").read_bytes().splitlines()[0]


async def test_chats_come_in_the_order_they_were_named_in(room, exporter, tmp_path):
    await fill(room)
    other = await another_chat(room)
    for chats in ([room.chat, other], [other, room.chat, other]):
        await exporter.export(tmp_path / "x", chat_ids=[chat.id for chat in chats], form="jsonl")
        lines = [msgspec.json.decode(line) for line in (tmp_path / "x").read_bytes().splitlines()]
        extensions = [line["contact"]["extension"] for line in lines]
        assert (len(lines), extensions[0]) == (10, chats[0].contact.extension)


async def test_one_account_alone(room, exporter, tmp_path):
    await add(room)
    other = await room.store.write(
        lambda tables: tables.accounts.add(api_url="https://y.example/api", orgid=OrgId("2"), domain="", name="")
    )
    with pytest.raises(InputError, match="nothing to export"):
        await exporter.export(tmp_path / "x", chat_ids=None, form="jsonl", account_id=other.id)


# ---------------------------------------------------------------- the page


class Reader(HTMLParser):
    """What a browser would see."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.links, self.sources, self.text = [], [], [], ""
        self._open = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag not in ("meta", "img"):
            self._open.append(tag)
        fields = dict(attributes)
        assert not [name for name in fields if name.startswith("on")]
        if "href" in fields:
            self.links.append(fields["href"])
        if "src" in fields:
            self.sources.append(fields["src"])

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.text += data


async def page_of(room, exporter, tmp_path, chat_ids=None):
    await exporter.export(tmp_path / "page.html", chat_ids=chat_ids, form="html")
    return (tmp_path / "page.html").read_text(encoding="utf-8")


async def test_the_page_shows_everything_as_text(room, exporter, tmp_path):
    await fill(room)
    page = await page_of(room, exporter, tmp_path)
    reader = Reader(page)
    assert "script" not in reader.tags
    assert "<script>alert(1)</script>" in reader.text
    assert "\u202e" not in page
    assert "\x07" not in page
    for words in ("שלום", "edited", "This message was deleted", "cannot be shown", "No <b>user</b>.", "1:05:10", "511"):
        assert words in reader.text
    for words in ("a <b>.pdf", "1 kB", "delivered", "not sent", "11 messages", "Zoë", "May 2024"):
        assert words in reader.text
    assert [link for link in reader.links if not link.startswith("#")] == [
        "https://x.example/a?b=1&c=2",
        "https://x.example",
    ]
    assert len([link for link in reader.links if link.startswith("#")]) == 3
    assert "default-src 'none'" in page


async def test_one_chat_has_no_list_above_it(room, exporter, tmp_path):
    await fill(room)
    assert "nav" not in Reader(await page_of(room, exporter, tmp_path, [room.chat.id])).tags


async def test_chats_of_one_colleague_are_told_apart(room, exporter, tmp_path):
    await fill(room)
    page = await page_of(room, exporter, tmp_path)
    listed = re.search(r"<nav>.*</nav>", page, re.DOTALL)[0]
    assert [re.sub(r"<[^>]*>", "", line).split(":")[0] for line in listed.splitlines()[1:-1]] == [
        "Zoë with bot",
        "Zoë with 2075550100",
        "501 with 2075550100",
    ]


async def test_the_page_says_when_something_may_be_missing(room, exporter, tmp_path):
    """At its place, gaps without a message between them in one line, none from before the chat's first message."""
    await room.accept(room.arrived("m1", "Before"))
    began = room.now()
    for minutes in (-90, 0, 10):
        beginning = began + timedelta(minutes=minutes)
        await room.store.write(lambda tables, at=beginning: tables.gaps.record(at, at + timedelta(minutes=5)))
    await room.accept(room.arrived("m2", "After"), began + timedelta(hours=1))
    page = await page_of(room, exporter, tmp_path)
    text = Reader(page).text
    assert page.count('<p class="gap">') == 1
    assert text.index("Before") < text.index("Not reachable from ") < text.index("After")


async def test_the_page_is_in_one_language(room, exporter, tmp_path, monkeypatch):
    """As it is when Qt has set the system's: strftime's names are not English then."""

    class Datetime(datetime):
        def strftime(self, form):
            assert not re.search(r"%[aAbBcpxX]", form)
            return super().strftime(form)

        __format__ = strftime

    monkeypatch.setattr("ringodesk_qt.core.transfer.page._local", lambda at: Datetime.fromisoformat(at.isoformat()))
    await add(room, "Hello", minutes=3)
    text = Reader(await page_of(room, exporter, tmp_path)).text
    assert "Friday, 31 May 2024" in text
    assert "09:18" in text


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("See https://x.example/a?b=(c).", "https://x.example/a?b=(c"),
        ("مرحبا https://x.example/؟", "https://x.example/"),
        ("看 http://x.example。好", "http://x.example。好"),
        ("(HTTPS://X.example/é)", "HTTPS://X.example/é"),
        ("https://", None),
        ("xjavascript:alert(1) ftp://x.example data:text/html,x", None),
        ('https://x.example/"onclick="alert(1)', "https://x.example/"),
    ],
)
async def test_addresses_in_a_text(room, exporter, tmp_path, text, link):
    await add(room, text)
    reader = Reader(await page_of(room, exporter, tmp_path))
    assert reader.links == ([link] if link else [])
    assert text in reader.text


async def test_a_file_s_address_may_end_in_anything(room, exporter, tmp_path):
    url = "https://x.example/plan(2)"
    await add(room, "", kind=Kind.FILE, attachment=Attachment(name="plan", url=url))
    assert Reader(await page_of(room, exporter, tmp_path)).links == [url]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.example",
        "https://x y",
        "https://x.example/\u202egpj.exe",
        "https://x\0",
        "",
    ],
)
async def test_only_web_addresses_become_links(room, exporter, tmp_path, url):
    await add(room, "", kind=Kind.FILE, attachment=Attachment(name="a", url=url))
    assert Reader(await page_of(room, exporter, tmp_path)).links == []


async def test_only_small_pictures_that_are_pictures_are_shown(room, exporter, tmp_path):
    files = {"good.png": PNG, "not.png": b"<svg onload=alert(1)>", "large.png": PNG + b"x" * (1 << 20), "text.txt": PNG}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        file = Attachment(name=name, path=str(tmp_path / name))
        await add(room, "", kind=Kind.FILE, attachment=file)
    await add(room, "", kind=Kind.FILE, attachment=Attachment(name="gone.png", path=str(tmp_path / "gone.png")))
    await add(room, "", kind=Kind.FILE, attachment=Attachment(name="dir.png", path=str(tmp_path)))
    (source,) = Reader(await page_of(room, exporter, tmp_path)).sources
    assert base64.b64decode(source.removeprefix("data:image/png;base64,")) == PNG


async def test_the_same_history_makes_the_same_page(room, exporter, tmp_path):
    await fill(room)
    pages = [re.sub(r"<footer>.*", "", await page_of(room, exporter, tmp_path), flags=re.DOTALL) for _ in range(2)]
    assert pages[0] == pages[1]


# ---------------------------------------------------------------- whole or not there


async def test_nothing_is_left_of_what_was_cancelled(room, exporter, tmp_path, monkeypatch):
    await add(room)
    entered = asyncio.Event()

    async def never(*_arguments):
        entered.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(exporter, "_page", never)
    folder = tmp_path / "to"
    folder.mkdir()
    (folder / "x.html").write_text("old")
    running = asyncio.create_task(exporter.export(folder / "x.html", chat_ids=None, form="html"))
    await entered.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("x.html", "old")]


async def test_a_disk_that_is_full(room, exporter, tmp_path, monkeypatch):
    await add(room)
    folder = tmp_path / "to"
    folder.mkdir()

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EnvironmentProblemError, match=r"no space left on device\. Nothing was left behind"):
        await exporter.export(folder / "x.html", chat_ids=None, form="html")
    assert list(folder.iterdir()) == []


async def test_a_place_that_cannot_be_written_to(room, exporter, tmp_path):
    await add(room)
    for target, words in (
        (tmp_path, "is a folder"),
        (tmp_path / "no" / "x.html", "There is no folder"),
        (tmp_path / "a\0b", "cannot be written"),
        (tmp_path / ("x" * 300), "cannot be written"),
    ):
        with pytest.raises(InputError, match=words):
            await exporter.export(target, chat_ids=None, form="html")


async def test_nothing_to_export(exporter, tmp_path):
    with pytest.raises(InputError, match="nothing to export"):
        await exporter.export(tmp_path / "x", chat_ids=None, form="html")
    assert not (tmp_path / "x").exists()
