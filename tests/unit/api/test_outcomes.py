"""Every answer a server was seen or is feared to give, over the wire, and what it becomes."""

import gzip
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from scripted_server import response

from ringodesk_qt.errors import InputError, KeyRefusedError, NotSentError, RefusedError, UncertainError
from ringodesk_qt.models.contact import ChatUser
from ringodesk_qt.models.ids import MessageId, SessionId
from ringodesk_qt.models.message import SentMessage

M, S = MessageId("1630253837469-a887a7c51d060d078a"), SessionId("1630253837483-3fb8b0b9c7e935684a")
HTML = b"<!DOCTYPE html><html><body>502 Bad Gateway</body></html>"
CHANGING = {
    "send_text": lambda c, n, to: c.send_text(n, to, "hi"),
    "send_link": lambda c, n, to: c.send_link(n, to, "https://example.com/a.png"),
    "open_session": lambda c, n, to: c.open_session(n, to),
    "updated": lambda c, n, to: c.updated(M, "hi"),
    "deleted": lambda c, n, to: c.deleted(M),
}
HARMLESS = {
    "chat_users": lambda c, n, to: c.chat_users(),
    "organizations": lambda c, n, to: c.organizations(),
    "delivered": lambda c, n, to: c.delivered(M),
    "read": lambda c, n, to: c.read(S),
    "typing": lambda c, n, to: c.typing(S),
}


@pytest.mark.parametrize(
    ("body", "sent"),
    [
        (b'{"result":{"messageid":"m-1"}}', SentMessage(messageid=MessageId("m-1"))),
        (b'{"result":{"sessionid":"s-1"}}', SentMessage(sessionid=SessionId("s-1"))),
        (
            b'\xef\xbb\xbf {"result":{"messageid":"m","sessionid":"s","x":[1]},"error":null,"id":3}\n',
            SentMessage(messageid=MessageId("m"), sessionid=SessionId("s")),
        ),
        (
            b'{"result":{"messageid":123456789012345678901234567890,"sessionid":null}}',
            SentMessage(messageid=MessageId("123456789012345678901234567890")),
        ),
        (b'{"result":{"messageid":"m","status":-1,"error":""},"error":false}', SentMessage(messageid=MessageId("m"))),
        (b'{"result":{"messageid":{"odd":1},"sessionid":true}}', SentMessage()),
        (b'{"result":{}}', SentMessage()),
        (b'{"result":null}', SentMessage()),
        (b'{"result":"ok"}', SentMessage()),
        (b'{"result":{},"error":{}}', SentMessage()),
        (b"{}", SentMessage()),
        (b"null", SentMessage()),
        (b"", SentMessage()),
    ],
)
async def test_message_takes_whichever_ids_there_are(server, client, number, to, body, sent):
    server.answers(200, body)
    assert await client.send_text(number, to, "hi") == sent


@pytest.mark.parametrize(
    "body", [b"", b"null", b"{}", b'{"result":null}', b'{"result":true}', b'{"result":{"status":0}}']
)
@pytest.mark.parametrize("name", ["delivered", "read", "typing", "updated", "deleted"])
async def test_void_calls_succeed_whatever_little_comes_back(server, client, number, to, name, body):
    server.answers(200, body)
    assert await {**CHANGING, **HARMLESS}[name](client, number, to) is None


async def test_no_content_is_success(server, client):
    server.answers(204)
    await client.deleted(M)


async def test_session_id_comes_back(server, client, number, to):
    server.answers(200, {"result": {"sessionid": S, "messageid": M}})
    assert await client.open_session(number, to) == S


async def test_session_without_an_id_is_uncertain(server, client, number, to):
    server.answers(200, {"result": {}})
    with pytest.raises(UncertainError):
        await client.open_session(number, to)


async def test_users_of_any_drift(server, client):
    server.answers(
        200,
        b"""{"result":[{"phone":"9001","name":"Ann","id":"16266023844241412565","state":2,"extra":{"a":1}},
        {"phone":9002,"id":16271184912873588819,"state":"-1"}, {"id":"3"}, {"phone":"9004","name":null,"state":null},
        {"name":"nobody"}, {"id":"","phone":""}, "odd", null, {"id":"5","state":"away"}]}""",
    )
    users = await client.chat_users()
    assert users[0] == ChatUser(userid="16266023844241412565", extension="9001", name="Ann", state=2)
    assert users[1] == ChatUser(userid="16271184912873588819", extension="9002", name="", state=-1)
    assert [(user.userid, user.extension, user.state) for user in users[2:]] == [
        ("3", "", None),
        ("", "9004", None),
        ("5", "", None),
    ]


@pytest.mark.parametrize("body", [b"", b"{}", b'{"result":null}', b'{"result":{"users":[]}}', b'{"result":"x"}', b"[]"])
async def test_users_that_are_no_list_are_an_error(server, client, body):
    server.answers(200, body)
    with pytest.raises(NotSentError, match="API URL"):
        await client.chat_users()


async def test_organizations_and_domains(server, client):
    server.answers(
        200,
        {"result": [{"id": 17, "domain": "CompanyABC", "name": "Company", "status": 1}, {"domain": "x"}, {"id": "18"}]},
    )
    found = await client.resolve_domain(" companyabc ")
    assert (found.id, found.domain, found.name) == ("17", "CompanyABC", "Company")
    for wrong in ("other", "", " "):
        with pytest.raises(InputError, match="CompanyABC"):
            await client.resolve_domain(wrong)


@pytest.mark.parametrize(
    ("body", "words", "code"),
    [
        ({"error": {"message": "Org ID not found"}}, "Org ID not found", ""),
        ({"error": {"message": "No such user", "code": 17}}, "No such user", "17"),
        ({"error": {"message": "No such user", "code": "E_USER"}}, "No such user", "E_USER"),
        ({"error": "plain words"}, "plain words", ""),
        ({"error": {"error": {"message": "deep", "code": 5}}}, "deep", "5"),
        ({"error": {"odd": 1}}, '{"odd":1}', ""),
        ({"error": ["a", "b"]}, '["a","b"]', ""),
        ({"error": 42}, "", "42"),
        ({"error": True}, "", ""),
        ({"error": ""}, "", ""),
        ({"error": {}, "result": None}, "", ""),
        ({"result": {"error": "User exists", "status": -1}}, "User exists", "-1"),
        ({"result": {"error": {"message": "User exists"}}}, "User exists", ""),
        ({"result": {"status": -1}}, "", "-1"),
        ({"result": {"messageid": "m"}, "error": "both"}, "both", ""),
    ],
)
@pytest.mark.parametrize("name", ["send_text", "deleted", "chat_users", "typing"])
async def test_error_in_a_200_is_a_refusal_in_the_servers_words(server, client, number, to, name, body, words, code):
    server.answers(200, body)
    with pytest.raises(RefusedError) as caught:
        await {**CHANGING, **HARMLESS}[name](client, number, to)
    assert (caught.value.words, caught.value.code, caught.value.status) == (words, code, 200)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "error",
    [
        {"message": "no", "code": 401},
        {"code": "403"},
        403,
        "Unauthorized",
        {"message": "Invalid API key"},
        {"message": "The api_key is not valid"},
        {"message": "Bad token."},
        "API Key not found",
        "Unauthorised access",
    ],
)
@pytest.mark.parametrize("name", ["send_text", "chat_users"])
async def test_error_in_a_200_that_speaks_of_the_key(server, client, number, to, name, error):
    server.answers(200, {"error": error})
    with pytest.raises(KeyRefusedError):
        await {**CHANGING, **HARMLESS}[name](client, number, to)


@pytest.mark.parametrize(
    "words", ["Unexpected token < in JSON", "invalid key 'foo' in params", "Unknown user", "The keyboard is missing"]
)
async def test_other_errors_are_not_blamed_on_the_key(server, client, words):
    server.answers(200, {"error": {"message": words}})
    with pytest.raises(RefusedError):
        await client.chat_users()


@pytest.mark.parametrize(
    ("status", "body", "kind", "says"),
    [
        (301, b"", RefusedError, "elsewhere.example"),
        (307, HTML, RefusedError, "API URL"),
        (400, b'{"error":{"message":"orgid?"}}', RefusedError, "orgid?"),
        (400, b'{"error":"Invalid API key"}', KeyRefusedError, "portal"),
        (400, b"", RefusedError, "HTTP 400"),
        (401, b"", KeyRefusedError, "portal"),
        (401, b'{"error":"expired"}', KeyRefusedError, "expired"),
        (403, b'{"error":{"message":"nope"}}', KeyRefusedError, "not allowed to do this (“nope”)"),
        (403, HTML, KeyRefusedError, "firewall"),
        (404, HTML, RefusedError, "web page instead of JSON (HTTP 404). The API URL may be wrong."),
        (404, b"", RefusedError, "no API at this address"),
        (405, b"", RefusedError, "no API at this address"),
        (413, HTML, RefusedError, "too large"),
        (418, b"teapot", RefusedError, "something else instead of JSON"),
        (429, b"", NotSentError, "Wait a little"),
        (429, b'{"error":"slow down"}', NotSentError, "429"),
    ],
)
@pytest.mark.parametrize("name", ["send_text", "updated", "chat_users", "delivered"])
async def test_statuses_that_say_nothing_was_done(server, client, number, to, name, status, body, kind, says):
    server.answers(status, body, Location="https://elsewhere.example/api?x=1")
    with pytest.raises(kind) as caught:
        await {**CHANGING, **HARMLESS}[name](client, number, to)
    assert says in str(caught.value)
    assert caught.value.status == status
    assert server.connections == 1
    assert len(server.requests) == 1


TROUBLES = {
    "500 with words": (response(500, b'{"error":{"message":"Disk on fire"}}'), "Disk on fire"),
    "500 with words on the key": (response(500, b'{"error":"unauthorized"}'), "unauthorized"),
    "500 empty": (response(500), "HTTP 500"),
    "502 page": (response(502, HTML, {"Content-Type": "text/html"}), "web page instead of JSON (HTTP 502)"),
    "503": (response(503, b"", {"Retry-After": "7"}), "HTTP 503"),
    "200 page": (response(200, HTML), "web page instead of JSON (HTTP 200). Check the API URL."),
    "200 page with no tag": (response(200, b"Welcome", {"Content-Type": "text/html"}), "web page"),
    "200 text": (response(200, b"ok"), "something else instead of JSON"),
    "200 cut JSON": (response(200, b'{"result":{"messageid":"1'), "something else"),
    "200 not UTF-8": (response(200, b'{"result":"\xff"}'), "something else"),
    "200 bottomless": (response(200, b"[" * 200_000), "something else"),
    "200 list": (response(200, b"[1]"), "no result"),
    "200 shorter than said": (response(200, b"{}", {"Content-Length": "9"}), "without a whole answer"),
    "200 too large": (response(200, b" " * (4 * 1024 * 1024 + 1)), "too large"),
    "200 bomb": (response(200, gzip.compress(b" " * 50_000_000), {"Content-Encoding": "gzip"}), "too large"),
    "200 cut gzip": (response(200, gzip.compress(b"{}")[:-9], {"Content-Encoding": "gzip"}), "unpacked"),
    "200 no gzip": (response(200, b"{}", {"Content-Encoding": "gzip"}), "unpacked"),
    "200 unknown packing": (response(200, b"{}", {"Content-Encoding": "br"}), "unpacked"),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.2\r\n", "without a whole answer"),
    "closed": (b"", "without a whole answer"),
}


async def _meet(server, client, number, to, call, raw):
    async def script(exchange):
        await exchange.request()
        await exchange.write(raw)

    server.script = script
    await call(client, number, to)


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_change_without_a_usable_answer_is_uncertain(server, client, number, to, trouble):
    raw, says = TROUBLES[trouble]
    with pytest.raises(UncertainError, match="Whether it was done is not known") as caught:
        await _meet(server, client, number, to, CHANGING["send_text"], raw)
    assert says in str(caught.value)


@pytest.mark.parametrize("trouble", sorted(TROUBLES.keys() - {"500 with words on the key"}))
async def test_harmless_call_without_a_usable_answer_may_be_repeated(server, client, number, to, trouble):
    raw, says = TROUBLES[trouble]
    with pytest.raises(NotSentError) as caught:
        await _meet(server, client, number, to, HARMLESS["delivered"], raw)
    assert says in str(caught.value)


@pytest.mark.parametrize("name", [*CHANGING, *HARMLESS])
async def test_each_call_knows_whether_it_changes_something(server, client, number, to, name):
    kind = UncertainError if name in CHANGING else NotSentError
    with pytest.raises(kind):
        await _meet(server, client, number, to, {**CHANGING, **HARMLESS}[name], response(502, HTML))


async def test_words_of_a_500_are_kept(server, client, number, to):
    server.answers(500, {"error": {"message": "Disk on fire", "code": 9}})
    with pytest.raises(UncertainError) as caught:
        await client.send_text(number, to, "hi")
    assert (caught.value.words, caught.value.code, caught.value.status) == ("Disk on fire", "9", 500)
    server.answers(500, {"error": "unauthorized"})
    with pytest.raises(KeyRefusedError):
        await client.chat_users()


@pytest.mark.parametrize("result", [[[]], ["9001"], [None, 1], {}, None, "none"])
async def test_a_list_that_cannot_be_read_is_not_a_list_of_nobody(server, client, result):
    server.answers(200, {"result": result})
    with pytest.raises(NotSentError, match="list of users cannot be read"):
        await client.chat_users()


@pytest.mark.parametrize(("pack", "coding"), [(gzip.compress, "gzip"), (zlib.compress, "deflate")])
async def test_packed_answers_are_read(server, client, pack, coding):
    server.answers(200, pack(b'{"result":[]}'), Content_Encoding=coding)
    assert await client.chat_users() == []


@pytest.mark.parametrize(
    ("value", "low_s", "high_s"),
    [
        ("7", 7, 7),
        ("1.5", 1.5, 1.5),
        ("999999999", 3600, 3600),
        (lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True), 90, 100),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0),
    ],
)
async def test_429_tells_how_long_to_wait(server, client, number, to, value, low_s, high_s):
    server.answers(429, b"", Retry_After=value() if callable(value) else value)
    with pytest.raises(NotSentError) as caught:
        await client.send_text(number, to, "hi")
    assert caught.value.retry_after_s is not None
    assert low_s <= caught.value.retry_after_s <= high_s


@pytest.mark.parametrize("value", ["soon", "-5", "inf", "", "1e9"])
async def test_retry_after_that_cannot_be_read_is_none(server, client, number, to, value):
    server.answers(429, b"", Retry_After=value)
    with pytest.raises(NotSentError) as caught:
        await client.send_text(number, to, "hi")
    assert caught.value.retry_after_s is None


async def test_4xx_whose_body_breaks_off_is_still_a_refusal(server, client, number, to):
    with pytest.raises(KeyRefusedError):
        await _meet(server, client, number, to, CHANGING["send_text"], response(401, b"{", {"Content-Length": "99"}))


async def test_servers_words_are_one_short_plain_line(server, client):
    server.answers(200, {"error": {"message": "a\x1b[31m\r\n<b>b</b>\u202e" + "x" * 1000}})
    with pytest.raises(RefusedError) as caught:
        await client.chat_users()
    assert caught.value.words.startswith("a [31m <b>b</b> xxx")
    assert len(caught.value.words) == 301


@pytest.mark.parametrize(
    ("date", "ahead_s"),
    [
        (lambda now: format_datetime(now - timedelta(hours=2), usegmt=True), 7200.0),
        (lambda now: format_datetime(now + timedelta(minutes=3), usegmt=True), -180.0),
        (lambda _now: "yesterday", None),
        (lambda _now: "", None),
    ],
)
@pytest.mark.parametrize("status", [200, 400])
async def test_every_answer_tells_how_far_our_clock_is_from_the_servers(server, client, status, date, ahead_s):
    assert client.clock_ahead_s is None
    server.answers(status, {"result": []}, Date=date(datetime.now(UTC)))
    try:
        await client.chat_users()
    except RefusedError:
        assert status == 400
    assert client.clock_ahead_s == (None if ahead_s is None else pytest.approx(ahead_s, abs=30))
