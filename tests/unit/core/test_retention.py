"""What is deleted for good is in no file of the home any more, and does not come back."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ringodesk_qt.core import inbox, retention
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.checks import Check
from ringodesk_qt.core.events import StoreChanged
from ringodesk_qt.core.known_time import KnownTime
from ringodesk_qt.core.retention import Retention
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import MessageId, OrgId, UserId
from ringodesk_qt.models.message import Attachment, Direction, Kind, NewMessage, Parked, State
from ringodesk_qt.models.notification import Deleted, Delivered, MessageArrived, Received, Updated
from ringodesk_qt.models.outbox import Action
from ringodesk_qt.models.retention import Scope
from ringodesk_qt.store.database import Database, forget_former_states
from ringodesk_qt.store.store import SqliteStore

OLD = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
NEW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
BORDER = datetime(2025, 1, 1, tzinfo=UTC)


class Home:
    """A store with two chats in a folder, and what deletes in it."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.database = folder / "ringodesk.db"
        self.files, self.pasted = folder / "files", folder / "pasted"
        for one in (self.files, self.pasted):
            one.mkdir(parents=True)
        self.store = SqliteStore(self.database)
        self.bus, self.told = Bus(), []
        self.bus.on(StoreChanged, self.told.append)
        self.settings = SettingsKeeper(folder / "settings.json")
        self.judged: list[Check] = []
        self.known_time = KnownTime(store=self.store, kept=folder / "clock.json", on_judged=self.judged.append)
        self.known_time.told(0.0)
        self.retention = Retention(
            store=self.store,
            bus=self.bus,
            settings=self.settings,
            own_folders=(self.files, self.pasted),
            finish=lambda: forget_former_states(self.database),
            known_time=self.known_time,
        )

    def holding(self, words: str) -> list[str]:
        """The files of the home that hold these words."""
        return [str(one) for one in self.folder.rglob("*") if one.is_file() and words.encode() in one.read_bytes()]


@pytest.fixture
async def home(tmp_path):
    built = Home(tmp_path / "home")
    await built.store.open()
    built.bus.attach(asyncio.get_running_loop())
    built.settings.load()

    def begin(tables):
        account = tables.accounts.add(api_url="https://a", orgid=OrgId("1"), domain="acme", name="Acme")
        identity = tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address="15550100")
        contacts = [tables.contacts.ensure(account.id, userid=UserId(f"u{n}"), extension=f"10{n}") for n in (1, 2)]
        return account, [tables.chats.ensure(identity.id, one.id) for one in contacts]

    built.account, built.chats = await built.store.write(begin)
    yield built
    await built.retention.stop()
    await built.store.close()


async def add(home, text, *, at=OLD, chat=0, out=False, **more):
    new = NewMessage(
        chat_id=home.chats[chat].id,
        direction=Direction.OUTGOING if out else Direction.INCOMING,
        kind=more.pop("kind", Kind.TEXT),
        state=more.pop("state", State.SENT if out else State.RECEIVED),
        at=at,
        text=text,
        **more,
    )
    return await home.store.write(lambda tables: tables.messages.add(new))


async def until(condition):
    while not condition():
        await asyncio.sleep(0.01)


async def index_all(home):
    while await home.store.write(lambda tables: tables.search.index_more(64)):
        pass


async def texts(home):
    found = []
    for chat in home.chats:
        found += await home.store.read(lambda tables: tables.messages.page(chat.id))  # noqa: B023 - called at once
    return [message.text for message in found]


async def test_no_byte_of_what_is_deleted_stays_in_the_home(home):
    theirs, pasted, own = home.files / "bill.png", home.pasted / "shot.png", home.folder.parent / "own.png"
    for file in (theirs, pasted, own):
        file.write_text("CANARYfile")
    for number in range(150):
        await add(
            home, f"CANARYtext{number} zqxj", at=OLD + timedelta(minutes=number), messageid=MessageId(f"m{number}")
        )
    edited = await add(home, "CANARYformer", at=OLD + timedelta(days=1))
    await home.store.write(lambda tables: tables.messages.set_text(edited.id, "CANARYedited", OLD))
    for file in (theirs, pasted, own):
        await add(home, "", kind=Kind.FILE, attachment=Attachment(name="CANARYname", path=str(file)))
    await add(home, "", chat=1, kind=Kind.FILE, at=NEW, attachment=Attachment(name="kept", path=str(pasted)))
    received = Received(body=b'{"content": "CANARYbody"}', method="message", digest="d", received_at=OLD)
    await home.store.write(lambda tables: tables.journal.add_all([received]))
    [row] = await home.store.read(lambda tables: tables.journal.pending())
    await home.store.write(lambda tables: tables.journal.mark([row.id], "applied"))
    await home.store.write(
        lambda tables: tables.parked.park(
            home.account.id, MessageId("x"), Parked(kind="updated", text="CANARYparked", sessionid="", at=OLD)
        )
    )
    await add(home, "stays", at=NEW)
    await index_all(home)
    (home.folder / "ringodesk.db.schema-90.bak").write_text("CANARYcopy")
    assert home.holding("CANARY")

    gone = await home.retention.delete(Scope(before=BORDER))

    assert gone == 154
    assert home.holding("CANARY") == [str(pasted)], "another message has it"
    assert own.read_text() == "CANARYfile"
    assert await texts(home) == ["stays", ""]
    assert "zqx" not in await parts(home)
    assert "sta" in await parts(home)
    chat = await home.store.read(lambda tables: tables.chats.get(home.chats[0].id))
    assert (chat.last.text, chat.unread) == ("stays", 1)
    await asyncio.sleep(0)
    assert home.told


async def test_a_file_whose_name_leads_out_of_our_folders_is_not_ours(home):
    thesis = home.folder.parent / "documents" / "thesis.pdf"
    thesis.parent.mkdir()
    (home.files / "mine").symlink_to(thesis.parent)
    (home.files / "elsewhere.pdf").symlink_to(thesis)
    thesis.write_text("years of work")
    paths = ["../../documents/thesis.pdf", "mine/thesis.pdf", "elsewhere.pdf"]
    for path in paths:  # as somebody may have named them to send them
        sent = Attachment(name="thesis.pdf", path=str(home.files / path))
        await add(home, "", kind=Kind.FILE, out=True, attachment=sent)
    assert (await home.retention.forecast(Scope(before=BORDER))).files == 1
    assert await home.retention.delete(Scope(before=BORDER)) == len(paths)
    assert thesis.read_text() == "years of work"
    assert list(home.files.iterdir()) == [home.files / "mine"], "a link goes, and not what it leads to"


async def parts(home):
    database = Database(home.database)
    try:
        database.rows("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, message_parts, row)")
        return {term for (term,) in database.rows("SELECT term FROM temp.words")}
    finally:
        database.close()


async def test_what_is_on_its_way_stays_and_is_counted(home):
    waiting = await add(home, "waits", out=True, state=State.QUEUED)
    await home.store.write(
        lambda tables: tables.outbox.add(Action.SEND, chat_id=waiting.chat_id, message_id=waiting.id, text="", at=OLD)
    )
    await add(home, "goes")
    await add(home, "stays", at=NEW)
    forecast = await home.retention.forecast(Scope(before=BORDER))
    assert (forecast.messages, forecast.waiting, forecast.oldest, forecast.chats) == (1, 1, OLD, 1)
    assert await home.retention.delete(Scope(before=BORDER)) == 1
    assert await texts(home) == ["waits", "stays"]


async def test_only_what_is_in_the_scope_goes(home):
    await add(home, "one")
    await add(home, "two", chat=1)
    assert await home.retention.delete(Scope(before=BORDER, chat_id=home.chats[1].id)) == 1
    assert await texts(home) == ["one"]
    assert await home.retention.delete(Scope(before=BORDER, account_id=home.account.id + 1)) == 0
    assert await home.retention.delete(Scope(before=BORDER, account_id=home.account.id)) == 1
    chat = await home.store.read(lambda tables: tables.chats.get(home.chats[0].id))
    assert (chat.last, chat.unread) == (None, 0)


async def test_what_was_deleted_does_not_come_back(home):
    await add(home, "secret", messageid=MessageId("m1"))
    await home.retention.delete(Scope(before=BORDER))
    again = MessageArrived(
        messageid="m1", sessionid="s", orgid="1", domain="", userid="u1", from_="101", to="15550100", senderid="",
        type=1, content="secret",
    )  # fmt: skip
    for late in (again, Updated(messageid="m1", content="secret"), Delivered(messageid="m1", sessionid="s"),
                 Deleted(messageid="m1"), again):  # fmt: skip
        await home.store.write(lambda tables: inbox.apply(tables, tables.accounts.all(), late, NEW))  # noqa: B023 - called at once
    assert await texts(home) == []
    await home.retention.delete(Scope(before=NEW))
    assert home.holding("secret") == []


async def test_a_run_that_is_stopped_is_gone_on_with(home):
    for number in range(200):
        await add(home, f"CANARY{number}", at=OLD + timedelta(minutes=number))
    counts = []

    def stop_soon(count):
        counts.append(count)
        running.cancel()

    running = asyncio.create_task(home.retention.delete(Scope(before=BORDER), on_progress=stop_soon))
    await asyncio.gather(running, return_exceptions=True)
    assert counts == [64]
    assert await home.retention.delete(Scope(before=BORDER)) == 136
    assert home.holding("CANARY") == []


async def test_the_setting_deletes_by_itself(home):
    await add(home, "old", at=datetime.now(UTC) - timedelta(days=40))
    await add(home, "young", at=datetime.now(UTC) - timedelta(days=20))
    home.retention.start()
    await asyncio.sleep(0)
    await home.settings.change(delete_after_days=30)
    for _ in range(500):
        if await texts(home) == ["young"]:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it stays")


async def test_by_a_clock_that_is_wrong_nothing_is_too_old(home):
    """One of next year would take all there is; it is looked at again later."""
    await add(home, "old", at=datetime.now(UTC) - timedelta(days=40))
    await home.settings.change(delete_after_days=30)
    home.known_time.told(400 * 86400.0)
    await home.retention._look()
    assert (await texts(home), home.judged) == (["old"], []), "the server's word on it is told by who hears it"
    home.known_time.told(0.0)
    await home.retention._look()
    assert await texts(home) == []


async def test_a_clock_that_leapt_deletes_when_a_server_agrees_and_says_so_until_then(home):
    """Without a network at first: what is old to it may be of yesterday."""
    await add(home, "old", at=datetime.now(UTC) - timedelta(days=40))
    home.known_time._confirmed_at = None
    await home.settings.change(delete_after_days=30)
    home.retention.start()
    home.retention.look_soon()
    await until(lambda: home.judged)
    assert await texts(home) == ["old"]
    assert home.judged[0].sentence == "This computer's clock is 40 days ahead of when it was last known to be right."
    home.known_time.told(0.4)
    while await texts(home):
        await asyncio.sleep(0.01)


async def test_a_clock_that_leapt_is_not_spoken_of_where_nothing_is_to_go(home):
    await add(home, "young", at=datetime.now(UTC) - timedelta(days=20))
    home.known_time._confirmed_at = None
    await home.settings.change(delete_after_days=30)
    await home.retention._look()
    assert (await texts(home), home.judged) == (["young"], [])


async def test_a_message_that_was_queued_meanwhile_is_left(home):
    message = await add(home, "goes again", out=True, state=State.FAILED)
    doomed = await home.store.read(lambda tables: tables.retention.next(Scope(before=BORDER), after=None, limit=9))
    await home.store.write(
        lambda tables: tables.outbox.add(Action.SEND, chat_id=message.chat_id, message_id=message.id, at=OLD)
    )
    await home.store.write(lambda tables: tables.retention.delete(doomed, BORDER))
    assert await texts(home) == ["goes again"]


async def test_what_a_kill_left_behind_the_last_message_is_cleaned_up_by_the_next_run(home, monkeypatch):
    await add(home, "CANARY zqxj")
    await index_all(home)
    received = Received(body=b'{"content": "CANARYbody"}', method="message", digest="d", received_at=OLD)
    await home.store.write(lambda tables: tables.journal.add_all([received]))
    [row] = await home.store.read(lambda tables: tables.journal.pending())
    await home.store.write(lambda tables: tables.journal.mark([row.id], "applied"))
    running = asyncio.create_task(
        home.retention.delete(Scope(before=BORDER), on_progress=lambda _count: running.cancel())
    )
    await asyncio.gather(running, return_exceptions=True)
    assert running.cancelled()
    assert await texts(home) == []
    assert home.holding("CANARYbody")
    assert await home.store.read(lambda tables: tables.retention.unfinished()) == BORDER

    monkeypatch.setattr(retention, "FIRST_LOOK_S", 0)
    home.retention.start()
    for _ in range(500):
        if await home.store.read(lambda tables: tables.retention.unfinished()) is None:
            break
        await asyncio.sleep(0.01)
    assert home.holding("CANARY") == []
    assert "zqx" not in await parts(home)


# ---------------------------------------------------------------- an account with its history


async def give_up_beside_another(home):
    """The home's account is given up; of another one a message stays."""

    def begin(tables):
        account = tables.accounts.add(api_url="https://b", orgid=OrgId("2"), domain="museum", name="")
        identity = tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address="15550199")
        contact = tables.contacts.ensure(account.id, userid=UserId("u9"), extension="109")
        return tables.chats.ensure(identity.id, contact.id)

    home.chats.append(await home.store.write(begin))
    received = home.files / "letter.txt"
    received.write_text("CANARYfile")
    for number in range(150):
        await add(home, f"CANARY{number} zqxj", at=OLD + timedelta(minutes=number), chat=number % 2)
    await add(home, "", kind=Kind.FILE, at=NEW, attachment=Attachment(name="CANARYname", path=str(received)))
    await add(home, "stays", chat=2)
    await index_all(home)
    await home.store.write(lambda tables: tables.accounts.doom(home.account.id))


async def is_wholly_gone(home):
    account = await home.store.read(lambda tables: tables.accounts.get(home.account.id))
    contacts = await home.store.read(lambda tables: tables.contacts.all(home.account.id))
    return account is None and not contacts and not home.holding("CANARY") and "zqx" not in await parts(home)


async def test_an_account_that_is_given_up_goes_with_all_it_had_and_another_stays(home):
    await give_up_beside_another(home)
    await home.retention.delete_accounts()
    assert await is_wholly_gone(home)
    assert await texts(home) == ["stays"]
    await asyncio.sleep(0)
    assert home.told


async def test_a_deletion_of_an_account_that_was_stopped_is_gone_on_with_at_the_next_start(home, monkeypatch):
    await give_up_beside_another(home)
    written, write = [], home.store.write

    async def write_twice(work):
        written.append(work)
        if len(written) > 2:
            raise asyncio.CancelledError  # as when the process dies here
        return await write(work)

    monkeypatch.setattr(home.store, "write", write_twice)
    with pytest.raises(asyncio.CancelledError):
        await home.retention.delete_accounts()
    monkeypatch.undo()
    assert len(await texts(home)) == 151 + 1 - 128
    assert [chat.id for chat in await home.store.read(lambda tables: tables.chats.all())] == [home.chats[2].id]
    monkeypatch.setattr(retention, "FIRST_LOOK_S", 0.0)
    home.retention.start()
    async with asyncio.timeout(20):
        while not await is_wholly_gone(home):
            await asyncio.sleep(0.02)
    assert await texts(home) == ["stays"]


async def test_who_dies_when_an_account_is_forgotten_leaves_no_copy_of_what_it_had(home, monkeypatch):
    await give_up_beside_another(home)
    home.database.with_name(f"{home.database.name}.schema-0100.bak").write_text("CANARY")
    write = home.store.write

    async def dies_behind_the_account(work):
        done = await write(work)
        if await home.store.read(lambda tables: tables.accounts.get(home.account.id)) is None:
            raise asyncio.CancelledError
        return done

    monkeypatch.setattr(home.store, "write", dies_behind_the_account)
    with pytest.raises(asyncio.CancelledError):
        await home.retention.delete_accounts()
    assert home.holding("CANARY") == []


async def test_a_slice_of_an_accounts_deletion_is_short_and_others_write_in_between(home):
    await give_up_beside_another(home)
    deleting = asyncio.create_task(home.retention.delete_accounts())
    left = []
    while not deleting.done():
        await add(home, "meanwhile", chat=2, at=NEW)
        left.append(len(await texts(home)))
        await asyncio.sleep(0)
    await deleting
    assert any(150 > one > 2 for one in left), "somebody wrote while it was half gone"
