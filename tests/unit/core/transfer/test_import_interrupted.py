"""Whatever happens to an import, and however often it is begun again: each line arrives once, or is named."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.transfer.importing import Importer
from ringodesk_qt.core.transfer.lines import written
from ringodesk_qt.core.transfer.plan import ImportOptions
from ringodesk_qt.errors import KeyRefusedError, NotSentError, RefusedError, UncertainError
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import OrgId, UserId
from ringodesk_qt.models.message import Direction, Kind, SentMessage
from ringodesk_qt.models.transfer import Record
from ringodesk_qt.store.locks import ProcessLock
from ringodesk_qt.store.store import SqliteStore

AT = datetime(2024, 5, 31, 9, 15, tzinfo=UTC)
EXTENSIONS = ("501", "502")

HAPPENINGS = (
    "done",
    "killed before it was recorded",
    "killed before it left",
    "killed on its way",
    "killed after it arrived",
    "arrived without an answer",
    "lost without an answer",
    "refused",
    "not sent",
    "key refused",
)
NOTHING_HAPPENS = "done"
MOST_PROCESSES = 50


class Killed(BaseException):
    """The process ends here."""


class Server:
    """What arrived, and what happens to each request in turn."""

    def __init__(self, happenings):
        self.happenings = list(happenings)
        self.arrived = Counter()
        self.sessions = 0

    async def open_session(self, sender, to, *, is_bulk=False, before=None):
        def open_one():
            self.sessions += 1
            return f"session {self.sessions}"

        return await self._happen(before, open_one)

    async def sync_text(self, sender, to, text, *, sessionid, direction, at=None, before=None):
        def arrive():
            assert sessionid
            self.arrived[(to.extension, direction, at, text)] += 1
            return SentMessage(messageid=f"m{sum(self.arrived.values())}")

        return await self._happen(before, arrive)

    async def _happen(self, before, arrive):
        what = self.happenings.pop(0) if self.happenings else NOTHING_HAPPENS
        if what == "killed before it was recorded":
            raise Killed
        await before()
        match what:
            case "killed before it left" | "killed on its way":
                raise Killed
            case "refused":
                raise RefusedError("No.")
            case "not sent":
                raise NotSentError("No way there.", is_lasting=True)
            case "key refused":
                raise KeyRefusedError("Not this key.")
            case "lost without an answer":
                raise UncertainError("No answer.")
        answer = arrive()
        match what:
            case "killed after it arrived":
                raise Killed
            case "arrived without an answer":
                raise UncertainError("No answer.")
        return answer


class Home:
    """A home with one account, and a file to import into it."""

    def __init__(self, folder, server):
        self.folder, self.server = folder, server
        self.path = folder / "history.jsonl"
        self.store = SqliteStore(folder / "ringodesk.db", busy_timeout_ms=500)

    async def open(self):
        await self.store.open()

        def fill(tables):
            account = tables.accounts.add(api_url="https://x.example/api", orgid=OrgId("1"), domain="", name="")
            tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address="2075550100")
            for extension in EXTENSIONS:
                tables.contacts.ensure(account.id, userid=UserId(""), extension=extension)
            return account.id

        self.account_id = await self.store.write(fill)

    async def imported(self, uncertain="skip"):
        """The report of one process's try, or None where it did not come to its end."""
        importer = Importer(
            store=self.store,
            bus=Bus(),
            api_for=lambda _id: self.server,
            lock=ProcessLock(self.folder / "import.lock"),
            requests_per_second=lambda: 2.0,
        )
        try:
            plan = await importer.plan(self.path, ImportOptions(account_id=self.account_id, uncertain=uncertain))
            return await importer.run(plan)
        except (Killed, NotSentError, KeyRefusedError, RefusedError):
            return None

    async def until_its_end(self, uncertain="skip"):
        """Each run that does not end well uses up a happening at least; those that are left over happen to nobody."""
        for _process in range(MOST_PROCESSES):
            report = await self.imported(uncertain)
            if report is not None and not report.refused:
                self.server.happenings.clear()
                return report
        raise AssertionError("it does not come to an end")

    async def kept(self):
        def work(tables):
            return [
                (chat.contact.extension, one.direction, one.at, one.text)
                for chat in tables.chats.all()
                for one in tables.messages.page(chat.id, limit=99)
            ]

        return Counter(await self.store.read(work))


LINES = st.lists(
    st.tuples(st.sampled_from(EXTENSIONS), st.sampled_from(Direction), st.integers(0, 2), st.sampled_from("ab")),
    min_size=1,
    max_size=8,
)


@settings(
    max_examples=60, deadline=None, phases=[Phase.explicit, Phase.generate]
)  # each opens a database: no shrinking
@given(lines=LINES, happenings=st.lists(st.sampled_from(HAPPENINGS), max_size=20), choice=st.sampled_from("ra"))
def test_nothing_is_doubled_and_nothing_lost_in_silence(lines, happenings, choice):
    said = [(extension, way, AT + timedelta(minutes=minute), text) for extension, way, minute, text in lines]
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_check(Path(folder), said, happenings, "again" if choice == "a" else "arrived"))


async def _check(folder, said, happenings, choice):
    server = Server(happenings)
    home = Home(folder, server)
    await home.open()
    try:
        home.path.write_bytes(b"".join(_line(*one) for one in said))
        wanted = Counter(said)
        report = await home.until_its_end()
        kept, named = await home.kept(), Counter(said[problem.line - 1] for problem in report.uncertain)
        assert kept + named == wanted, "each line is here, or is named, and not both"
        assert server.arrived <= wanted, "nothing arrived twice"
        assert kept <= server.arrived, "what is here arrived there"

        arrived_before = server.arrived.copy()
        report = await home.until_its_end(choice)
        assert (report.uncertain, await home.kept()) == ([], wanted), "the user has decided"
        assert server.arrived == arrived_before + (named if choice == "again" else Counter())

        arrived_before = server.arrived.copy()
        report = await home.until_its_end("again")
        assert (report.progress.already, server.arrived) == (len(said), arrived_before), "it is over"
    finally:
        await home.store.close()


def _line(extension, direction, at, text):
    return written(Record(at=at, direction=direction, kind=Kind.TEXT, text=text, extension=extension))


@pytest.mark.parametrize("happening", HAPPENINGS)
async def test_each_happening_alone(tmp_path, happening):
    """Of the second line: the first request opens the chat."""
    said = [("501", Direction.INCOMING, AT, "a"), ("501", Direction.OUTGOING, AT, "b")]
    await _check(tmp_path, said, [NOTHING_HAPPENS, NOTHING_HAPPENS, happening], "arrived")


async def test_a_line_that_is_interrupted_in_every_way_is_sent_by_the_users_word_alone(tmp_path):
    server = Server([NOTHING_HAPPENS, "arrived without an answer", "refused", "key refused", "not sent"])
    home = Home(tmp_path, server)
    await home.open()
    try:
        home.path.write_bytes(_line("501", Direction.INCOMING, AT, "a"))
        await home.imported()
        for _happening in ("refused", "key refused", "not sent"):
            await home.imported("again")
            assert (await home.imported()).progress.uncertain == 1, "without the user's word it stays"
        assert server.arrived.total() == 1
    finally:
        await home.store.close()
