"""A line of JSON lines and the record it stands for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringodesk_qt.core.transfer.lines import fields_of, record_of, written
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.message import Attachment, Direction, Kind, State
from ringodesk_qt.models.transfer import Record

EARLIEST = datetime(2001, 9, 10, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
WORD = TEXT.map(str.strip)
TIME = st.integers(0, 700_000_000_000).map(lambda ms: EARLIEST + timedelta(milliseconds=ms))
FILE = st.builds(Attachment, name=TEXT, mime=TEXT, size_bytes=st.none() | st.integers(0, 2**60), url=TEXT)
WHOLE = st.integers(-(10**30), 10**30)
ANY = st.recursive(
    TEXT | WHOLE | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
CALL = st.dictionaries(TEXT, ANY, max_size=5)
RECORD = st.builds(
    Record,
    at=TIME,
    direction=st.sampled_from(Direction),
    kind=st.sampled_from(Kind),
    text=TEXT,
    userid=TEXT,
    extension=TEXT,
    name=TEXT,
    identity=WORD,
    identity_kind=st.none() | st.sampled_from(IdentityKind),
    orgid=WORD,
    messageid=TEXT,
    sessionid=TEXT,
    state=st.none() | st.sampled_from(State),
    error=TEXT,
    edited_at=st.none() | TIME,
    deleted_at=st.none() | TIME,
    delivered_at=st.none() | TIME,
    read_at=st.none() | TIME,
    attachment=st.none() | FILE,
    call=st.none() | CALL,
    line=st.just(7),
)
LINE = {"at": "2024-05-31T09:15:00.125Z", "direction": "in", "contact": {"extension": "501"}, "text": "Hello"}


@given(RECORD)
def test_what_is_written_is_read_again(record):
    line = written(record)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert record_of(msgspec.json.decode(line), 7) == record


@pytest.mark.parametrize("text", ["\0\x1b\x7f\x85", "\u2028\u2029", "\ufeff\ufffe\U0010ffff", "\r\n\r", "é" * 10**6])
def test_odd_and_long_texts(text):
    record = msgspec.structs.replace(record_of(LINE, 7), text=text, call={text[:9]: 99999999999999999999})
    line = written(record)
    assert line.count(b"\n") == 1
    assert record_of(msgspec.json.decode(line), 7) == record


def test_ids_are_not_tidied():
    line = LINE | {
        "messageid": " 12 ",
        "sessionid": "s\n",
        "contact": {"userid": "\t7"},
        "orgid": " 16287540703457500320",
    }
    record = record_of(line, 1)
    assert (record.messageid, record.sessionid, record.userid) == (" 12 ", "s\n", "\t7")
    assert record.orgid == "16287540703457500320", "a line of our own is not taken for a foreign one, and sent"


def test_little_is_needed():
    record = record_of(LINE, 3)
    assert (record.kind, record.text, record.extension, record.line) == (Kind.TEXT, "Hello", "501", 3)
    assert record.at == datetime(2024, 5, 31, 9, 15, 0, 125000, tzinfo=UTC)
    assert record_of(LINE | {"contact": "501"}, 3) == record_of(LINE | {"contact": 501}, 3) == record
    assert record_of(LINE | {"at": 1717146900125}, 3) == record_of(LINE | {"at": "1717146900125"}, 3) == record
    assert record_of(LINE | {"something": "else"}, 3) == record
    assert record_of(LINE | {"call": {"duration": 3}}, 3).kind is Kind.CALL
    assert record_of(LINE | {"file": {"name": "a.pdf"}}, 3).kind is Kind.FILE


def test_the_order_of_the_fields_stays():
    assert list(fields_of(record_of(LINE, 1)))[:5] == ["at", "direction", "kind", "text", "contact"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"at": None}, "“at” is missing"),
        ({"at": True}, "“at” is missing"),
        ({"at": "yesterday"}, "“at” cannot be read as a time: 'yesterday'"),
        ({"at": 1717146900}, "looks like seconds"),
        ({"at": "1717146900"}, "looks like seconds"),
        ({"at": "-5"}, "negative"),
        ({"at": "--5"}, "cannot be read as a time: '--5'"),
        ({"at": "+-5"}, "cannot be read as a time: '+-5'"),
        ({"at": 1.5}, "“at” is missing"),
        ({"at": 9**20}, "future"),
        ({"at": "9" * 400}, "cannot be read as a time"),
        ({"at": "2024-05-31T09:15:00"}, "no time zone"),
        ({"at": "1999-05-31T09:15:00Z"}, "before September 2001"),
        ({"at": "2999-05-31T09:15:00Z"}, "future"),
        ({"edited_at": "x"}, "“edited_at” cannot be read"),
        ({"direction": "sideways"}, "“direction” must be one of: in, out"),
        ({"direction": ""}, "“direction” is missing"),
        ({"kind": "song"}, "“kind” must be one of: text, file, call, unsupported"),
        ({"kind": 8}, "“kind” must be one of"),
        ({"text": ["a"]}, "“text” must be text"),
        ({"contact": ["501"]}, "“contact” must be an object"),
        ({"contact": {"name": {}}}, "“contact.name” must be text"),
        ({"file": "a.pdf"}, "“file” must be an object"),
        ({"file": {"size_bytes": "5"}}, "“file.size_bytes” must be a whole number"),
        ({"call": 5}, "“call” must be an object"),
        ({"state": "lost"}, "“state” must be one of"),
    ],
)
def test_what_is_wrong_is_named(changed, words):
    with pytest.raises(InputError) as caught:
        record_of(LINE | changed, 1)
    assert words in str(caught.value)


@pytest.mark.parametrize("value", [None, [], "x", 5])
def test_a_line_that_is_no_object(value):
    with pytest.raises(InputError, match="JSON object"):
        record_of(value, 1)


def test_where_a_file_lies_here_is_not_told():
    record = record_of(LINE | {"file": {"name": "a.pdf", "path": "/home/me/a.pdf"}}, 1)
    assert record.attachment.path == ""
    moved = msgspec.structs.replace(record, attachment=Attachment(name="a.pdf", path="/home/me/a.pdf"))
    assert b"/home/me" not in written(moved)
