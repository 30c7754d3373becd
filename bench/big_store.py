"""A home with a long history, made up once and kept in build/ until the schema or what makes it changes.

    big_store.py [MESSAGES [CHATS [CONTACTS [LARGEST]]]]

prints the folder of a home with so many messages in so many chats (1,000,000 in 2,000, the largest of 100,000; 10,000
contacts), and makes it if it is not there. From Python: `home_of(Sizes(...))`, and `copied(home)` for whoever writes to
it. One of a hundredth takes a second or two.

What it holds is what the app would have written (`tests/unit/store/test_big_store.py` compares them): eight languages,
bursts of talk over years, files, pictures, calls, edits, deletions, sessions, receipts; unread, pinned, muted, archived
chats. The first contacts are those that `load.py` writes as, and the first chat is the largest.

The messages go in many at a time, and what a chat's row keeps is written once, at the end: `MessageTable.add` would
take three times as long. The search index is filled by the store's own function.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import msgspec

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from load import NUMBER, ORGID, extension_of, userid_of  # noqa: E402
from talk import LANGUAGES, SHARES, Talk  # noqa: E402

from ringodesk_qt.models.account import Identity, IdentityKind  # noqa: E402
from ringodesk_qt.models.contact import ChatUser  # noqa: E402
from ringodesk_qt.models.draft import Draft  # noqa: E402
from ringodesk_qt.models.ids import ChatId, LocalId, MessageId, OrgId, SessionId, UserId  # noqa: E402
from ringodesk_qt.models.message import Attachment, Direction, Kind, Message, NewMessage, State  # noqa: E402
from ringodesk_qt.paths import Home  # noqa: E402
from ringodesk_qt.simulator.pictures import floor_plan, harbour_evening  # noqa: E402
from ringodesk_qt.store.database import Database  # noqa: E402
from ringodesk_qt.store.message_rows import encoded  # noqa: E402
from ringodesk_qt.store.schema import migrate, migrations  # noqa: E402
from ringodesk_qt.store.tables import SqliteTables  # noqa: E402
from ringodesk_qt.store.times import to_ms, to_optional_ms  # noqa: E402

STORES = HERE.parent / "build" / "stores"
API_URL = "http://127.0.0.1:9/api"
"""The discard port: nothing answers there."""
FAILED = "Ringotel could not be reached. Try again."
LONGEST = timedelta(days=4 * 365)
_A_TIME = 50_000
"""Messages in one transaction."""


@dataclass(frozen=True)
class Sizes:
    """How much of everything."""

    messages: int = 1_000_000
    chats: int = 2_000
    contacts: int = 10_000
    largest: int = 100_000

    @staticmethod
    def of(arguments: Sequence[str]) -> Sizes:
        """From a command line; what is left out is in proportion to the messages."""
        if not arguments:
            return Sizes()
        messages, *rest = map(int, arguments)
        chats = rest[0] if rest else max(1, min(2_000, messages // 500))
        contacts = rest[1] if rest[1:] else 5 * chats
        largest = rest[2] if rest[2:] else max(1, messages // 10)
        return Sizes(messages, chats, max(chats, contacts), min(largest, messages - chats + 1))

    def of_each_chat(self) -> list[int]:
        """Messages in each chat: the largest first, then fewer and fewer, as such counts are in life; one at least."""
        weights = [(number + 8) ** -1.05 for number in range(1, self.chats)]
        left = self.messages - self.largest - len(weights)
        counts = [1 + int(left * weight / sum(weights)) for weight in weights]
        if counts:
            counts[-1] += self.messages - self.largest - sum(counts)
        return [self.largest, *counts]


class Planned(msgspec.Struct):
    """A message as it is in the end, and what it went through."""

    new: NewMessage
    is_new_session: bool = False
    former_text: str | None = None
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    error: str = ""


# ---------------------------------------------------------------- what is to be


class People:
    """Account, identity, contacts and chats, and who writes what to whom."""

    def __init__(self, tables: SqliteTables, sizes: Sizes, random: Random, pictures: Sequence[Path]) -> None:
        self.sizes = sizes
        self._random = random
        self._pictures = pictures
        self._talks = [Talk(language, random) for language in LANGUAGES]
        self.account_id, self.identity = self._account(tables)
        others = random.choices(self._talks, weights=SHARES, k=sizes.contacts)
        self._of_contact = [*self._talks, *others][: sizes.contacts]
        self.chat_ids = self._chats(tables)

    def _account(self, tables: SqliteTables) -> tuple[Any, Identity]:
        account = tables.accounts.add(api_url=API_URL, orgid=OrgId(ORGID), domain="", name="Bench")
        identity = tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address=NUMBER)
        return account.id, identity

    def _chats(self, tables: SqliteTables) -> list[ChatId]:
        users = [
            ChatUser(
                userid=UserId(userid_of(number)),
                extension=extension_of(number),
                name=talk.name(),
                state=self._random.choice((0, 0, 1, 1, 2, 3, 8)),
            )
            for number, talk in enumerate(self._of_contact)
        ]
        tables.contacts.refresh(self.account_id, users, datetime.now(UTC))
        contacts = [
            tables.contacts.ensure(self.account_id, userid=user.userid, extension=user.extension)
            for user in users[: self.sizes.chats]
        ]
        return [tables.chats.ensure(self.identity.id, contact.id).id for contact in contacts]

    def history(self, until: datetime) -> Iterator[Planned]:
        """Every message, in the order of time: bursts of talk, now in one chat and now in another."""
        bursts = self._bursts()
        span = min(LONGEST, timedelta(minutes=2) * self.sizes.messages)
        pause = span / len(bursts)
        so_far = dict.fromkeys(range(len(self.chat_ids)), 0)
        for number, (chat, count) in enumerate(bursts):
            at = until - span + pause * number
            for _ in range(count):
                so_far[chat] += 1
                yield self._message(chat, so_far[chat], at, is_recent=until - at < timedelta(days=1))
                at += (pause - timedelta(milliseconds=1)) / count

    def _bursts(self) -> list[tuple[int, int]]:
        bursts = []
        for chat, count in enumerate(self.sizes.of_each_chat()):
            left = count
            while left:
                taken = min(left, 1 + int(self._random.expovariate(0.25)))
                bursts.append((chat, taken))
                left -= taken
        self._random.shuffle(bursts)
        return bursts

    def _message(self, chat: int, number: int, at: datetime, *, is_recent: bool) -> Planned:
        chance = self._random.random
        is_ours = chance() < 0.4
        kind, attachment, call = self._kind(chat)
        planned = Planned(
            NewMessage(
                chat_id=self.chat_ids[chat],
                direction=Direction.OUTGOING if is_ours else Direction.INCOMING,
                kind=kind,
                state=self._state(is_recent=is_recent) if is_ours else State.RECEIVED,
                at=at,
                text=self._of_contact[chat].text() if kind is Kind.TEXT else "",
                messageid=MessageId(f"{to_ms(at)}-{chat:x}{number:x}"),
                sessionid=SessionId(f"{chat:06x}-{number // 200:012x}"),
                attachment=attachment,
                call=call,
            ),
            is_new_session=number == 1 or number % 200 == 0,
        )
        self._let_it_happen(planned, chat)
        return planned

    def _state(self, *, is_recent: bool) -> State:
        if self._random.random() < 0.001:
            return State.FAILED
        return self._random.choice((State.SENT, State.DELIVERED)) if is_recent else State.READ

    def _kind(self, chat: int) -> tuple[Kind, Attachment | None, dict[str, object] | None]:
        chance = self._random.random()
        if chance < 0.94:
            return Kind.TEXT, None, None
        if chance < 0.96 and self._pictures:
            path = self._random.choice(self._pictures)
            return Kind.FILE, Attachment(name=path.name, mime="image/png", path=str(path)), None
        if chance < 0.98:
            name = f"{self._of_contact[chat].name()}.pdf"
            size = self._random.randrange(10_000, 5_000_000)
            return Kind.FILE, Attachment(name=name, size_bytes=size, url=f"https://example.org/{chat}/{size}"), None
        call: dict[str, object] = {
            "duration": self._random.randrange(600),
            "caller": extension_of(chat),
            "called": NUMBER,
            "subject": self._of_contact[chat].text(),
            "comment": "",
        }
        return Kind.CALL, None, call

    def _let_it_happen(self, planned: Planned, chat: int) -> None:
        """An edit, a deletion or a failure, to one in seventy."""
        new, chance = planned.new, self._random.random()
        if new.state is State.FAILED:
            planned.error = FAILED
            planned.new = msgspec.structs.replace(new, messageid=MessageId(""))
        elif chance < 0.004:
            planned.deleted_at = new.at + timedelta(minutes=1)
        elif chance < 0.014 and new.kind is Kind.TEXT:
            planned.edited_at = new.at + timedelta(seconds=30)
            planned.former_text = self._of_contact[chat].text()

    def arrange(self, database: Database, tables: SqliteTables) -> None:
        """Reads most of it, and pins, mutes, archives and begins drafts in some chats; not in the largest."""
        for number, chat_id in enumerate(self.chat_ids):
            unread = self._random.randint(1, 40) if number % 10 == 7 else 0
            newest = tables.messages.page(chat_id, limit=unread + 1)
            tables.chats.mark_read(chat_id, newest[0].position if unread else newest[-1].position)
            if number % 100 == 8:
                tables.drafts.set(chat_id, Draft(text=self._talks[0].text()))
        for column, value, share in (("is_pinned", 1, 400), ("is_archived", 1, 100), ("muted_until", 2**42, 50)):
            chosen = self._random.sample(self.chat_ids[1:], len(self.chat_ids) // share)
            for chat_id in chosen:
                database.rows(f"UPDATE chat SET {column} = ? WHERE id = ?", (value, chat_id))


# ---------------------------------------------------------------- into the tables

_COLUMNS = (
    *("id", "chat_id", "account_id", "position", "direction", "kind", "state", "text", "messageid", "sessionid"),
    *("error", "at", "sending_began_at", "edited_at", "deleted_at", "attachment", "call"),
)


class Writing:
    """Puts planned messages into the tables as `MessageTable` would, but for the chats' rows, which `end` writes."""

    def __init__(self, database: Database, people: People) -> None:
        self._database = database
        self._tables = SqliteTables(database)
        self._account_id = people.account_id
        self._next_id = int(self._tables.messages.newest_id()) + 1
        self._newest: dict[ChatId, Message] = {}
        self._newest_of_theirs: dict[ChatId, Message] = {}

    def write(self, planned: Iterable[Planned]) -> None:
        """Messages that are behind all that is there."""
        rows: list[tuple[object, ...]] = []
        edits: list[tuple[object, ...]] = []
        messages = [self._message(one) for one in planned]
        for one, message in zip(planned, messages, strict=True):
            rows.append(self._row(message, one))
            if one.is_new_session:
                self._tables.chats.link_session(message.chat_id, message.sessionid, message.at)
            if one.edited_at is not None:
                edits.append((message.id, one.former_text, None, to_ms(one.edited_at)))
        self._database.insert_all("message", _COLUMNS, rows)
        self._database.insert_all("edit", ("message_id", "former_text", "former_edited_at", "at"), edits)
        while self._tables.search.index_more(_A_TIME):
            pass

    def _message(self, one: Planned) -> Message:
        new, is_deleted = one.new, one.deleted_at is not None
        before = self._newest.get(new.chat_id)
        message = self._newest[new.chat_id] = Message(
            id=LocalId(self._next_id),
            chat_id=new.chat_id,
            direction=new.direction,
            kind=new.kind,
            text="" if is_deleted else new.text,
            state=new.state,
            at=new.at,
            position=max(to_ms(new.at), before.position + 1 if before is not None else 0),
            messageid=new.messageid,
            sessionid=new.sessionid,
            error=one.error,
            edited_at=one.edited_at,
            deleted_at=one.deleted_at,
            attachment=None if is_deleted else new.attachment,
            call=None if is_deleted else new.call,
        )
        self._next_id += 1
        if not message.is_outgoing:
            self._newest_of_theirs[new.chat_id] = message
        return message

    def _row(self, message: Message, one: Planned) -> tuple[object, ...]:
        at = to_ms(message.at)
        return (
            message.id,
            message.chat_id,
            self._account_id,
            message.position,
            message.direction.value,
            message.kind.value,
            message.state.value,
            message.text,
            message.messageid,
            message.sessionid,
            message.error,
            at,
            at if message.is_outgoing else None,
            to_optional_ms(message.edited_at),
            to_optional_ms(message.deleted_at),
            encoded(message.attachment),
            encoded(message.call),
        )

    def end(self) -> None:
        """The chats' rows."""
        for message in self._newest.values():
            self._tables.messages.show_last(message)
        for message in self._newest_of_theirs.values():
            self._tables.chats.link_session(message.chat_id, message.sessionid, message.at)


# ---------------------------------------------------------------- a home of it


def fill(database: Database, sizes: Sizes, *, until: datetime, pictures: Sequence[Path] = (), seed: int = 1) -> People:
    """All of it, into an empty database; `pictures` are what picture messages show."""
    tables = SqliteTables(database)
    with database.transaction():
        people = People(tables, sizes, Random(seed), pictures)
    writing, history = Writing(database, people), people.history(until)
    while some := list(islice(history, _A_TIME)):
        with database.transaction():
            writing.write(some)
    with database.transaction():
        writing.end()
        people.arrange(database, tables)
    return people


def home_of(sizes: Sizes = Sizes()) -> Path:
    """The folder of a home with so much in it, made if it is not there. Not to be written to: see `copied`."""
    name = f"{sizes.messages}-{sizes.chats}-{sizes.contacts}-{sizes.largest}"
    folder = STORES / f"{name}-{_version()}"
    if not folder.is_dir():
        for outdated in STORES.glob(f"{name}-*"):
            shutil.rmtree(outdated)
        partial = STORES / f"{name}.part"
        shutil.rmtree(partial, ignore_errors=True)
        _make(Home(partial), sizes, final=folder)
        partial.rename(folder)
    return folder


def _version() -> str:
    """Another for another schema, or another way to fill it."""
    texts = [script for _number, script in migrations()]
    texts += [(HERE / name).read_text(encoding="utf-8") for name in ("big_store.py", "talk.py")]
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:8]


def _make(home: Home, sizes: Sizes, final: Path) -> None:
    home.make()
    pictures = []
    for number, png in enumerate((harbour_evening(), floor_plan())):
        name = f"picture-{number}.png"
        (home.files / name).write_bytes(png)
        pictures.append(Home(final).files / name)
    database = Database(home.database)
    migrate(database, migrations())
    database.rows("PRAGMA synchronous = OFF")
    database.rows("PRAGMA cache_size = -300000")
    fill(database, sizes, until=datetime.now(UTC), pictures=pictures)
    database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


@contextmanager
def copied(home: Path) -> Iterator[Path]:
    """A copy of a home, on the same disk, for as long as the block runs."""
    with tempfile.TemporaryDirectory(dir=STORES, prefix="copy-") as place:
        copy = Path(place) / "home"
        shutil.copytree(home, copy)
        os.sync()  # else the disk is at work on it while something else is measured
        yield copy


if __name__ == "__main__":
    print(home_of(Sizes.of(sys.argv[1:])))
