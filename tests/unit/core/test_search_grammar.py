"""What may be typed into a search, and what it comes to mean."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ringodesk_qt.core.search_grammar import is_search, parse
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.ids import AccountId, ChatId
from ringodesk_qt.models.message import Direction
from ringodesk_qt.models.search import ChatName, Has, Search
from ringodesk_qt.models.words import Term

TODAY = date(2026, 11, 27)  # a Friday


def chat(number, name, extension, account=1):
    return ChatName(
        id=ChatId(number), account_id=AccountId(account), name=name, extension=extension, userid=f"u{number}"
    )


CHATS = [
    chat(1, "Anna Miller", "501"),
    chat(2, "Ánnabel", "512"),
    chat(3, "Jo", "12"),
    chat(4, "Anna Miller", "601", 2),
]


def parsed(typed, **options):
    return parse(typed, CHATS, today=TODAY, **options)


def local(year, month, day):
    return int(datetime(year, month, day).astimezone().timestamp() * 1000)


def test_words_and_phrases():
    assert parsed("Boat HIGH-tide").terms == (Term("boat"), Term("high"), Term("tide"))
    assert parsed('"High tide" a').terms == (Term("high tide", True, True), Term("a", True))
    assert parsed('"high ti').terms == (Term("high ti", True),)
    assert parsed('… "" " \0').terms == ()


@pytest.mark.parametrize(
    "typed",
    ["https://example.org/a", "http://x", "re: boat", "10:30", "c:boat", "a:", "NEAR(a b)", "a AND b", "x*", "^y"],
)
def test_what_only_looks_like_a_filter_is_words(typed):
    search = parsed(typed)
    assert search.terms
    assert search == Search(terms=search.terms)


def test_who_wrote_it():
    assert parsed("from:me") == Search(direction=Direction.OUTGOING)
    assert parsed("FROM:512") == Search(direction=Direction.INCOMING, chat_ids=frozenset({ChatId(2)}))
    assert parsed("from:annabel").chat_ids == {2}
    assert parsed("from:ann").chat_ids == {1, 2, 4}
    assert parsed('from:"anna miller"').chat_ids == {1, 4}
    assert parsed("from:u3").chat_ids == {3}
    with pytest.raises(InputError, match="from you or from them"):
        parsed("from:me from:12")


def test_a_number_means_the_extension_and_not_a_part_of_one():
    assert parsed("in:12").chat_ids == {3}
    assert parsed("in:12").direction is None


def test_filters_narrow_each_other():
    assert parsed("in:501 from:ann").chat_ids == {1}
    assert parsed("in:501 from:jo").chat_ids == frozenset()
    both = parsed("after:2026-01 before:2026-03 on:2026")
    assert (both.since, both.until) == (local(2026, 2, 1), local(2026, 3, 1))
    assert parsed("has:file has:link").has == {Has.FILE, Has.LINK}
    assert parsed("has:Pictures").has == {Has.PICTURE}


def test_one_account_alone():
    assert parsed("x", account_id=AccountId(1)).chat_ids == {1, 2, 3}
    assert parsed("in:anna", account_id=AccountId(2)).chat_ids == {4}
    assert parse("x", CHATS[:3], today=TODAY, account_id=AccountId(1)).chat_ids is None


@pytest.mark.parametrize(
    ("typed", "first", "end"),
    [
        ("on:2026-03-31", (2026, 3, 31), (2026, 4, 1)),
        ("on:2026/3/1", (2026, 3, 1), (2026, 3, 2)),
        ("on:2026-12", (2026, 12, 1), (2027, 1, 1)),
        ("on:2025", (2025, 1, 1), (2026, 1, 1)),
        ("on:today", (2026, 11, 27), (2026, 11, 28)),
        ("on:Yesterday", (2026, 11, 26), (2026, 11, 27)),
        ('on:"this week"', (2026, 11, 23), (2026, 11, 30)),
        ('on:"last week"', (2026, 11, 16), (2026, 11, 23)),
        ("on:last-week", (2026, 11, 16), (2026, 11, 23)),
        ('on:"last month"', (2026, 10, 1), (2026, 11, 1)),
        ("on:this_month", (2026, 11, 1), (2026, 12, 1)),
    ],
)
def test_days(typed, first, end):
    search = parsed(typed)
    assert (search.since, search.until) == (local(*first), local(*end))
    assert parsed(typed.replace("on:", "before:")) == Search(until=local(*first))
    assert parsed(typed.replace("on:", "after:")) == Search(since=local(*end))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("colour:red", "There is no filter “colour:”"),
        ("on:31.3.2026", "is not a date"),
        ("before:2026-02-30", "is not a date"),
        ("after:soon", "is not a date"),
        ("on:0000", "is not a date"),
        ("on:9999", "is not a date"),
        ("has:cake", "has:file, has:picture, has:link or has:call"),
        ("from:nobody", "no chat with “nobody”"),
        ("in:…", "no chat with"),
    ],
)
def test_what_cannot_be_understood_is_said(typed, sentence):
    with pytest.raises(InputError, match=sentence):
        parsed(typed)


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [
        ("", False),
        ("  ", False),
        ("from:", False),
        ("…", False),
        ('"', False),
        ("a", True),
        ("from:x", True),
        ("👍", True),
    ],
)
def test_whether_anything_is_looked_for_yet(typed, is_one):
    assert is_search(typed) is is_one
    if not is_one:
        assert parsed(typed).is_empty
