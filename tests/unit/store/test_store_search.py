"""The search index: every part of every word, whether it has been indexed yet or not, newest first by their time."""

from __future__ import annotations

import random
import re

import pytest

from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.models.message import Attachment, Direction, Kind, NewMessage, State
from ringodesk_qt.models.search import Has, Search
from ringodesk_qt.models.words import Term, folded
from ringodesk_qt.store import search as search_module
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.tables import SqliteTables


def words(typed, **filters):
    return Search(terms=tuple(map(Term.part, folded(typed).split())), **filters)


def ids_of(desk, search, limit=1000):
    return [message.id for message in desk.tables.search.page(search, limit=limit).messages]


def found(desk, typed, limit=50, **filters):
    return [message.text for message in desk.tables.search.page(words(typed, **filters), limit=limit).messages]


def index(desk, limit=7):
    while desk.tables.search.index_more(limit):
        pass
    assert not desk.tables.search.has_more()


@pytest.fixture(params=["indexed", "not indexed yet"])
def is_indexed(request):
    return request.param == "indexed"


@pytest.fixture
def texts(desk, is_indexed, at):
    chat = desk.chat()
    said = ("Hello world", "hello there, wörld-wide web", "the café's menu", "100% done (really)", "東京都へ")
    for number, text in enumerate(said):
        desk.add(chat, text, at=at(number))
    if is_indexed:
        index(desk)
    return desk


def test_links_are_found_that_were_indexed_when_they_were_none_yet(desk, at, monkeypatch):
    """An index of a former version: only a scheme made a link, and `www.` makes one too."""
    chat = desk.chat()
    for number, text in enumerate(("see WWW.example.org", "awwwful", "see https://example.org", "nothing")):
        desk.add(chat, text, at=at(number))
    with monkeypatch.context() as former:
        former.setattr("ringodesk_qt.models.search._LINK", re.compile(r"https?://\S"))
        index(desk)
    assert found(desk, "", has=frozenset({Has.LINK})) == ["see https://example.org", "see WWW.example.org"]


def test_every_word_or_a_part_of_it_newest_first(texts):
    assert found(texts, "HEL wor") == ["hello there, wörld-wide web", "Hello world"]
    assert found(texts, "hello wide") == ["hello there, wörld-wide web"]
    assert found(texts, "hello nothing") == []
    assert found(texts, "ello") == ["hello there, wörld-wide web", "Hello world"]
    assert found(texts, "w") == ["hello there, wörld-wide web", "Hello world"]
    assert found(texts, "orl") == ["hello there, wörld-wide web", "Hello world"]
    assert found(texts, "or") == []
    assert found(texts, "京都") == ["東京都へ"]
    assert found(texts, "都") == ["東京都へ"]
    assert found(texts, "hello", limit=1) == ["hello there, wörld-wide web"]


def test_accents_and_punctuation_do_not_matter(texts):
    for typed in ("cafe", "café", "cafe\N{COMBINING ACUTE ACCENT}", "CAFÉ'S"):
        assert found(texts, typed) == ["the café's menu"]
    assert found(texts, '"hello" (world)') == ["hello there, wörld-wide web", "Hello world"]
    assert found(texts, "done * 100%") == ["100% done (really)"]


@pytest.mark.parametrize(
    "typed", ["NEAR(", "a OR", "AND", "NOT", "parts:", "{parts}:x", '" OR "x', "x" * 5000, "\ue000i"]
)
def test_no_text_is_taken_for_an_operator(texts, typed):
    assert found(texts, typed) == []


def test_a_phrase(texts):
    phrase = Term.phrase("there world wide", is_closed=True)
    assert len(ids_of(texts, Search(terms=(phrase,)))) == 1
    assert ids_of(texts, Search(terms=(Term.phrase("world there", is_closed=True),))) == []


def test_an_edit_moves_the_words(desk, at, is_indexed):
    message = desk.add(desk.chat(), "before")
    if is_indexed:
        index(desk)
    desk.tables.messages.set_text(message.id, "after", at(1))
    assert (found(desk, "before"), found(desk, "after")) == ([], ["after"])
    index(desk)
    assert (found(desk, "before"), found(desk, "after")) == ([], ["after"])
    desk.tables.messages.revert_text(message.id)
    assert (found(desk, "before"), found(desk, "after")) == (["before"], [])


def test_files_are_found_by_name_and_calls_by_what_was_noted(desk, at):
    chat = desk.chat()
    file = desk.add(chat, "", kind=Kind.FILE, attachment=Attachment(name="Invoice_2026.pdf"))
    call = desk.add(chat, "", kind=Kind.CALL, call={"duration": 100, "subject": "Billing", "caller": "511"})
    index(desk)
    assert ids_of(desk, words("voice 2026")) == [file.id]
    assert ids_of(desk, words("511 bill")) == [call.id]
    desk.tables.messages.set_attachment(file.id, Attachment(name="offer.pdf"))
    assert (ids_of(desk, words("invoice")), ids_of(desk, words("offer"))) == ([], [file.id])


def test_what_was_deleted_is_not_found_and_leaves_the_index(desk, database, at):
    message = desk.add(desk.chat(), "secret")
    index(desk)
    assert database.value("SELECT count(*) FROM message_parts") == 1
    desk.tables.messages.set_deleted(message.id, at(1))
    assert found(desk, "secret") == []
    index(desk)
    assert database.value("SELECT count(*) FROM message_parts") == 0


# ---------------------------------------------------------------- filters


@pytest.fixture
def mixed(desk, at, is_indexed):
    """Ids of messages of each kind, by a word for each."""
    anna, jo = desk.chat("501"), desk.chat("502")
    said = {
        "anna": desk.add(anna, "boat", at=at(1)),
        "ours": desk.send(anna, "boat", at=at(2)),
        "jo": desk.add(jo, "boat", at=at(3)),
        "link": desk.add(jo, "see HTTPS://boat.example", at=at(4)),
        "file": desk.add(jo, "", kind=Kind.FILE, attachment=Attachment(name="boat.pdf"), at=at(5)),
        "picture": desk.send(jo, "", kind=Kind.FILE, attachment=Attachment(name="boat.png"), at=at(6)),
        "call": desk.add(anna, "", kind=Kind.CALL, call={"subject": "boat"}, at=at(7)),
    }
    if is_indexed:
        index(desk)
    return {name: message.id for name, message in said.items()}, {"anna": anna.id, "jo": jo.id}


@pytest.mark.parametrize("typed", ["boat", ""], ids=["with a word", "alone"])
def test_filters(desk, mixed, typed, at):
    named, chats = mixed
    name_of = {message_id: name for name, message_id in named.items()}

    def names(**filters):
        return [name_of[one] for one in ids_of(desk, words(typed, **filters))]

    assert names(direction=Direction.OUTGOING) == ["picture", "ours"]
    assert names(chat_ids=frozenset({chats["anna"]})) == ["call", "ours", "anna"]
    assert names(chat_ids=frozenset(chats.values()), direction=Direction.INCOMING) == [
        "call",
        "file",
        "link",
        "jo",
        "anna",
    ]
    assert names(chat_ids=frozenset({ChatId(9)})) == names(chat_ids=frozenset()) == []
    assert names(chat_ids=frozenset(map(ChatId, range(1, 500)))) == list(reversed(named))
    assert names(has=frozenset({Has.FILE})) == ["picture", "file"]
    assert names(has=frozenset({Has.PICTURE})) == ["picture"]
    assert names(has=frozenset({Has.LINK})) == ["link"]
    assert names(has=frozenset({Has.CALL})) == ["call"]
    noon = int(at(0).timestamp() * 1000)
    assert names(since=noon + 6000) == ["call", "picture"]
    assert names(until=noon + 2000) == ["anna"]
    assert names(since=noon + 2000, until=noon + 3001) == ["jo", "ours"]


# ---------------------------------------------------------------- order and pages


def test_imported_history_is_found_at_its_own_time(desk, at, is_indexed):
    chat = desk.chat()
    live = desk.add(chat, "boat", at=at(1000))
    old = NewMessage(
        chat_id=chat.id, direction=Direction.INCOMING, kind=Kind.TEXT, state=State.RECEIVED, at=at(5), text="boat"
    )
    index(desk)
    imported = desk.tables.messages.add_history(old)
    if is_indexed:
        index(desk)
    assert imported.id > live.id
    assert ids_of(desk, words("boat")) == [live.id, imported.id]
    assert ids_of(desk, words("boat"), limit=1) == [live.id]


@pytest.mark.parametrize("typed", ["boat", ""], ids=["with a word", "without"])
def test_pages_go_on_where_the_last_one_ended(desk, at, typed):
    chance, chats = random.Random(7), [desk.chat("501"), desk.chat("502")]
    expected = []
    for number in range(300):
        text, second = chance.choice(["boat", "boats", "car"]), chance.choice([0, 1, 2, 3, number])
        new = NewMessage(
            chat_id=chats[number % 2].id,
            direction=Direction.INCOMING,
            kind=Kind.TEXT,
            state=State.RECEIVED,
            at=at(second + chance.choice([0, 0.001, 0.5])),
            text=text,
        )
        message = desk.tables.messages.add_history(new)
        if typed in text:
            expected.append((message.position, message.id))
        if number == 200:
            index(desk)
    filters = {} if typed else {"until": 2**60}
    pages, before = [], None
    while True:
        page = desk.tables.search.page(words(typed, **filters), before=before, limit=17)
        pages += [(one.position, one.id) for one in page.messages]
        before = page.before
        if before is None:
            break
    assert pages == sorted(expected, reverse=True)


def test_a_page_ends_where_too_much_was_read(desk, at, monkeypatch):
    monkeypatch.setattr(search_module, "MOST_READ", 10)
    chat = desk.chat()
    for number in range(40):
        desk.add(chat, "boa oat" if number else "boat", at=at(number))
    index(desk)
    before, messages, pages = None, [], 0
    while pages == 0 or before is not None:
        page = desk.tables.search.page(words("boat"), before=before)
        messages, before, pages = messages + page.messages, page.before, pages + 1
    assert ([one.text for one in messages], pages) == (["boat"], 5)


# ---------------------------------------------------------------- the index against a plain search


def test_whatever_happens_what_is_found_is_what_is_there(desk, database, at):
    chance = random.Random(20261127)
    chats, messages, known = [desk.chat(str(number)) for number in range(3)], desk.tables.messages, []
    alphabet = ["ab", "abc", "abcd", "bcd", "x", "猫", "猫咪", "Ärger", "한국", "a-b", "👍"]

    def text():
        return " ".join(chance.choices(alphabet, k=chance.randint(1, 4)))

    for step in range(250):
        known.append(desk.add(chance.choice(chats), text(), at=at(step // 3)))
        message = chance.choice(known[-20:])
        match chance.randrange(6):
            case 0:
                messages.set_deleted(message.id, at(step))
            case 1:
                messages.set_text(message.id, text(), at(step))
            case 2:
                messages.revert_text(message.id)
            case 3:
                desk.tables.search.index_more(chance.randint(1, 9))
    for is_all_indexed in (False, True):
        if is_all_indexed:
            index(desk)
        for typed in (
            "a",
            "ab",
            "abc",
            "bcd",
            "cd",
            "x",
            "猫",
            "咪",
            "猫咪",
            "argerx",
            "rge",
            "국",
            "b",
            "👍",
            "ab 猫",
        ):
            search = words(typed)
            there = [
                one
                for one in map(desk.message, known)
                if not one.is_deleted and all(term.is_in(folded(one.text)) for term in search.terms)
            ]
            there.sort(key=lambda one: (one.position, one.id), reverse=True)
            assert ids_of(desk, search) == [one.id for one in there], typed
    database.rows("INSERT INTO message_parts (message_parts) VALUES ('integrity-check')")


# ---------------------------------------------------------------- a home from before


@pytest.fixture
def old_home(path, database_of_before, make_desk, at):
    """A database of schema 40 with messages in it, some of them out of order."""
    with database_of_before(40) as database:
        chat = make_desk(SqliteTables(database)).chat()
        for number in range(30):
            database.rows(
                "INSERT INTO message (chat_id, account_id, position, direction, kind, state, text, at) "
                "VALUES (?, 1, ?, 'in', 'text', 'received', ?, 0)",
                (chat.id, (number * 7 % 30) * 1000, f"boat {number}"),
            )
    return path


def test_a_home_from_before_is_indexed_bit_by_bit_from_its_newest(old_home, make_desk):
    database = Database(old_home)
    migrate(database, migrations())
    desk = make_desk(SqliteTables(database))
    page = desk.tables.search.page(words("boat"))
    assert (page.messages, page.percent, desk.tables.search.has_more()) == ([], 0, True)
    assert desk.tables.search.index_more(10)
    page = desk.tables.search.page(words("boat"))
    assert ({one.id for one in page.messages}, page.percent) == (set(range(21, 31)), 33)
    database.close()  # and is killed here
    database = Database(old_home)
    migrate(database, migrations())
    desk = make_desk(SqliteTables(database))
    new = desk.add(desk.chat(), "boat new")
    index(desk)
    page = desk.tables.search.page(words("boat"))
    assert (len(page.messages), page.is_indexing, page.messages[0].id) == (31, False, new.id)
    assert [one.position for one in page.messages] == sorted((one.position for one in page.messages), reverse=True)
    database.close()


def test_filters_alone_need_no_index(old_home, make_desk):
    database = Database(old_home)
    migrate(database, migrations())
    page = make_desk(SqliteTables(database)).tables.search.page(Search(until=10_000))
    assert (len(page.messages), page.is_indexing) == (10, False)
    database.close()


def test_what_is_new_and_too_much_to_read_through_is_said(desk, at, monkeypatch):
    monkeypatch.setattr(search_module, "MOST_UNINDEXED", 5)
    for number in range(6):
        desk.add(desk.chat(), "boat", at=at(number))
    page = desk.tables.search.page(words("boat"))
    assert (len(page.messages), page.is_indexing) == (5, True)
    index(desk)
    page = desk.tables.search.page(words("boat"))
    assert (len(page.messages), page.is_indexing) == (6, False)


def test_two_processes_may_index_at_once(desk, database, path, at):
    for number in range(20):
        desk.add(desk.chat(), "boat", at=at(number))
    other = Database(path)
    tables = SqliteTables(other)
    while desk.tables.search.index_more(3) or tables.search.index_more(2):
        pass
    assert database.value("SELECT count(*) FROM message_parts") == len(ids_of(desk, words("boat"))) == 20
    other.close()


def test_a_second_in_which_very_much_was_said_is_read_once(desk, at, monkeypatch):
    chat = desk.chat()
    for number in range(90):
        desk.add(chat, f"crowd {number}", at=at(0) if number < 60 else at(1))
    read, second = [], search_module.SearchTable.index_second
    monkeypatch.setattr(
        search_module.SearchTable, "index_second", lambda table, one: (read.append(one), second(table, one))[1]
    )
    index(desk, limit=8)
    assert len(read) == len(set(read)) == 2
    assert len(ids_of(desk, words("crowd"))) == 90
