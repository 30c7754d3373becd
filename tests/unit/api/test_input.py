"""What cannot be right is refused before anything leaves: every field of every call, with every wrong thing in it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from scripted_server import PLAIN

from ringodesk_qt.api import (
    CallActivity,
    Direction,
    Recipient,
    Retries,
    RingotelClient,
    Timeouts,
    number,
    sender_id,
    time_of_ms,
)
from ringodesk_qt.errors import InputError

ORGID = "16287540703457500320"
M, S = "1630253837469-a887a7c51d060d078a", "1630253837483-3fb8b0b9c7e935684a"
AT = time_of_ms(1733829203832)
N, TO = number("1234567890"), Recipient(extension="502", userid="16287541154521992797")
ID = sender_id("1a2b3c4d5e6f", name="John", phone="1", email="j@x.y")
CALL = CallActivity(duration_s=100, caller="511", called="1234567890")
OUT = Direction.OUTGOING
LINK = "https://example.com/a"

NOT_TEXT = [None, 502, 5.0, True, b"502", ["502"], object()]
NOT_ONE_LINE = ["5\n02", "5\r02", "5\x0002", "5\x1b02", "5\x7f02", "5\u202802", "5\x8502"]
HALF = ["\ud83d", "5\udc0002"]
EMPTY = ["", " ", "\n", "\u2003\t"]
WRONG = [*NOT_TEXT, *NOT_ONE_LINE, *HALF]
WRONG_OR_EMPTY = [*WRONG, *EMPTY]
WRONG_TEXT = [*NOT_TEXT, *HALF, *EMPTY]
WRONG_TIME = [
    None,
    1733829203832,
    "2024-12-10",
    datetime(2024, 12, 10),  # noqa: DTZ001 - that is what is wrong with it
    datetime.fromtimestamp(1733829.203832, UTC),
    datetime(1999, 1, 1, tzinfo=UTC),
    datetime.now(UTC) + timedelta(hours=1),
]

with_ = msgspec.structs.replace


def to(**fields):
    return with_(TO, **fields)


FIELDS = {
    "from": (WRONG_OR_EMPTY, lambda c, x: c.send_text(number(x), TO, "hi")),
    "to": (WRONG_OR_EMPTY, lambda c, x: c.send_text(N, to(extension=x), "hi")),
    "sent_from": (WRONG, lambda c, x: c.send_text(N, TO, "hi", sent_from=x)),
    "text": (WRONG_TEXT, lambda c, x: c.send_text(N, TO, x)),
    "senderid": (WRONG_OR_EMPTY, lambda c, x: c.send_text(sender_id(x), TO, "hi")),
    "userid": (WRONG_OR_EMPTY, lambda c, x: c.send_text(ID, to(userid=x), "hi")),
    "sendername": (WRONG, lambda c, x: c.send_text(with_(ID, name=x), TO, "hi")),
    "phone": (WRONG, lambda c, x: c.send_text(with_(ID, phone=x), TO, "hi")),
    "email": (WRONG, lambda c, x: c.send_text(with_(ID, email=x), TO, "hi")),
    "sender": ([None, "123", TO], lambda c, x: c.send_text(x, TO, "hi")),
    "sender's kind": ([None, "number", 1], lambda c, x: c.send_text(with_(N, kind=x), TO, "hi")),
    "recipient": ([None, "502", N], lambda c, x: c.send_text(N, x, "hi")),
    "link": ([*WRONG_OR_EMPTY, "example.com/a", "ftp://a/b"], lambda c, x: c.send_link(N, TO, x)),
    "link from": (WRONG_OR_EMPTY, lambda c, x: c.send_link(number(x), TO, LINK)),
    "file": ([None, 5, b"/etc/hostname", ["a"]], lambda c, x: c.send_file(N, TO, x)),
    "file's type": ([None, 5, b"a/b"], lambda c, x: c.send_file(N, TO, Path(__file__), mime=x)),
    "file to": (WRONG_OR_EMPTY, lambda c, x: c.send_file(N, to(extension=x), Path(__file__))),
    "file to an id": (WRONG_OR_EMPTY, lambda c, x: c.send_file(ID, to(userid=x), Path(__file__))),
    "session with": (WRONG_OR_EMPTY, lambda c, x: c.open_session(N, to(extension=x))),
    "session as": ([ID, None], lambda c, x: c.open_session(x, TO)),
    "sync: text": (WRONG_TEXT, lambda c, x: c.sync_text(N, TO, x, sessionid=S, direction=OUT)),
    "sync: session": (WRONG_OR_EMPTY, lambda c, x: c.sync_text(N, TO, "hi", sessionid=x, direction=OUT)),
    "sync: to": (WRONG_OR_EMPTY, lambda c, x: c.sync_text(N, to(extension=x), "hi", sessionid=S, direction=OUT)),
    "sync: sender id": ([ID, None], lambda c, x: c.sync_text(x, TO, "hi", sessionid=S, direction=OUT)),
    "sync: direction": (
        [None, "", "sideways", 1, b"in", []],
        lambda c, x: c.sync_text(N, TO, "hi", sessionid=S, direction=x),
    ),
    "sync: time": (WRONG_TIME[1:], lambda c, x: c.sync_text(N, TO, "hi", sessionid=S, direction=OUT, at=x)),
    "reference: message": (WRONG_OR_EMPTY, lambda c, x: c.sync_reference(N, TO, x, sessionid=S, direction=OUT)),
    "reference: session": (WRONG_OR_EMPTY, lambda c, x: c.sync_reference(N, TO, M, sessionid=x, direction=OUT)),
    "reference: sender id": ([ID], lambda c, x: c.sync_reference(x, TO, M, sessionid=S, direction=OUT)),
    "call": ([None, {}, "x"], lambda c, x: c.log_call(S, x, at=AT)),
    "call: session": (WRONG_OR_EMPTY, lambda c, x: c.log_call(x, CALL, at=AT)),
    "call: time": (WRONG_TIME, lambda c, x: c.log_call(S, CALL, at=x)),
    "call: duration": (
        [None, -1, 1.5, 100.0, "100", True, 1_733_829_203],
        lambda c, x: c.log_call(S, with_(CALL, duration_s=x), at=AT),
    ),
    "call: caller": (WRONG_OR_EMPTY, lambda c, x: c.log_call(S, with_(CALL, caller=x), at=AT)),
    "call: called": (WRONG_OR_EMPTY, lambda c, x: c.log_call(S, with_(CALL, called=x), at=AT)),
    "call: subject": ([*NOT_TEXT, *HALF], lambda c, x: c.log_call(S, with_(CALL, subject=x), at=AT)),
    "call: comment": ([*NOT_TEXT, *HALF], lambda c, x: c.log_call(S, with_(CALL, comment=x), at=AT)),
    "call: transcription": ([*NOT_TEXT, *HALF], lambda c, x: c.log_call(S, with_(CALL, transcription=x), at=AT)),
    "delivered": (WRONG_OR_EMPTY, lambda c, x: c.delivered(x)),
    "read": (WRONG_OR_EMPTY, lambda c, x: c.read(x)),
    "typing": (WRONG_OR_EMPTY, lambda c, x: c.typing(x)),
    "deleted": (WRONG_OR_EMPTY, lambda c, x: c.deleted(x)),
    "updated": (WRONG_OR_EMPTY, lambda c, x: c.updated(x, "hi")),
    "new text": (WRONG_TEXT, lambda c, x: c.updated(M, x)),
    "domain": (WRONG, lambda c, x: c.resolve_domain(x)),
}


@pytest.mark.parametrize("field", FIELDS)
async def test_each_wrong_thing_in_each_field(server, client, field):
    wrong, call = FIELDS[field]
    for value in wrong:
        with pytest.raises(InputError) as caught:
            await call(client, value)
        assert str(caught.value).endswith((".", ")")), (value, str(caught.value))
    assert server.connections == 0


@pytest.mark.parametrize("name", ["orgid", "domain"])
def test_organization_that_cannot_be_used(name):
    for value in WRONG:
        with pytest.raises(InputError):
            RingotelClient("k", **{name: value})


@pytest.mark.parametrize("value", [None, 5, b"https://shell.ringotel.co/api"])
def test_url_that_is_no_text(value):
    with pytest.raises(InputError):
        RingotelClient("k", orgid=ORGID, api_url=value)


@pytest.mark.parametrize("value", [None, 5, b"key", "", "\ud83d", "a b"])
async def test_key_that_cannot_be_used(server, value):
    for key in (value, lambda: value):
        async with RingotelClient(key, orgid=ORGID, api_url=server.origin, **PLAIN) as client:
            for call in (client.chat_users(), client.send_text(N, TO, "hi"), client.typing(S)):
                with pytest.raises(InputError, match="API key"):
                    await call
    assert server.connections == 0


async def test_path_may_be_text(server, client, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("hi")
    await client.send_file(N, TO, str(file))
    assert server.last.parts[-1][1] == "a.txt"


async def test_direction_may_be_its_word(server, client):
    await client.sync_text(N, TO, "hi", sessionid=S, direction="in")
    assert server.last.json["params"]["from"] == "502"


@pytest.mark.parametrize("wrong", [{"pace": 2}, {"retries": 3}, {"timeouts": 10.0}, {"pace": Retries()}])
def test_numbers_in_place_of_what_holds_them(wrong):
    with pytest.raises(InputError, match=r"Give a (Pace|Retries|Timeouts)\(…\), not"):
        RingotelClient("k", orgid=ORGID, **wrong)


@pytest.mark.parametrize("value", [0, -1, "5", None, True, float("nan"), float("inf")])
def test_timeouts_that_make_no_sense(value):
    for name in Timeouts.__struct_fields__:
        with pytest.raises(InputError, match="seconds"):
            Timeouts(**{name: value})
