"""Every answer of the receiver, over real sockets."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
from email.utils import parsedate_to_datetime

import pytest

from ringodesk_qt.errors import ReceiverError, StoreError
from ringodesk_qt.models.notification import MessageArrived, Read
from ringodesk_qt.receiver.parse import parse
from ringodesk_qt.receiver.server import Receiver

TEXT = {
    "to": "1234567890",
    "from": "502",
    "orgid": "16287540703457500320",
    "userid": "16287541154521992797",
    "messageid": "1630253837469-a887a7c51d060d078a",
    "sessionid": "1630253837483-3fb8b0b9c7e935684a",
    "content": "Hello World!",
    "type": 1,
}


async def test_accepted(site, note):
    answer = await site.post(note("message", **TEXT))
    assert (answer.status, answer.body) == (200, b'{"ok":true}')
    assert answer.headers["content-type"] == "application/json"
    assert parsedate_to_datetime(answer.headers["date"]).tzinfo is not None
    (received,) = site.inbox.received
    assert isinstance(parse(received.body), MessageArrived)
    assert parse(received.body).content == "Hello World!"
    assert received.received_at.utcoffset().total_seconds() == 0
    assert json.loads(received.body) == {"method": "message", "params": TEXT}


async def test_200_comes_only_after_the_inbox(site, note):
    site.inbox.gate.clear()
    caller = await site.call()
    await caller.send(site.request(note()))
    await site.inbox.began.wait()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(caller.reader.read(1), 0.05)
    assert site.receiver.counts.accepted == 0
    site.inbox.gate.set()
    assert (await caller.answer()).status == 200
    assert site.receiver.counts.accepted == 1


@pytest.mark.allow_log("ringodesk_qt.receiver.server")
@pytest.mark.parametrize("error", [StoreError("The disk is full."), RuntimeError("bad text: HUSH-HUSH")])
async def test_what_is_not_stored_is_not_acknowledged(site, note, caplog, error):
    site.inbox.error = error
    with caplog.at_level(logging.DEBUG):
        answers = [await site.post(note()) for _ in range(3)]
    assert [answer.status for answer in answers] == [503] * 3
    assert "retry-after" in answers[0].headers
    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(errors) == 1  # once a streak
    assert type(error).__name__ in errors[0].getMessage() or str(error) in errors[0].getMessage()
    assert "HUSH" not in caplog.text
    site.inbox.error = None
    assert (await site.post(note())).status == 200
    assert site.receiver.counts.refused == {503: 3}


@pytest.mark.allow_log("ringodesk_qt.receiver.server")
async def test_keys_that_cannot_be_asked_for_are_not_the_callers_fault(site, note, caplog):
    def broken():
        raise RuntimeError("no")

    site.receiver._keys = broken
    assert (await site.post(note())).status == 503


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "empty"),
        (b"{", "cut off"),
        (b"[]", "not an object"),
        (b'"x"', "text"),
        (b'{"params":{},"api_key":"k"}', "no method"),
        (b'{"method":1,"params":{}}', "a method that is no text"),
        (b'{"method":"read"}', "no params"),
        (b'{"method":"read","params":[]}', "params that are no object"),
        (b'{"method":"read","params":{"a":NaN}}', "NaN"),
        (b'{"method":"read","params":{"a":1e999}}', "a number no double holds"),
        (b'{"method":"read","params":{"a":' + b"9" * 5000 + b"}}", "a number too long to read"),
        (b'{"method":"read","params":{"a":"\xff"}}', "not UTF-8"),
        (b'{"method":"read","params":{"a":"\xed\xa0\x80"}}', "an encoded surrogate"),
        (b'{"method":"read","params":{"a":"\\ud800 and text"}}', "a lone surrogate"),
        (b'{"method":"read","params":{"a":"\\udc00\\ud800"}}', "surrogates in the wrong order"),
        (b'{"method":"read","params":{"a":' + b"[" * 33 + b"]" * 33 + b"}}", "too deep"),
        (b'{"method":"read","params":{"a":' + b"[" * 100_000, "far too deep"),
        (b"method=read&params=1", "a form"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_bodies_that_are_no_notification(site, body, why):
    assert (await site.post(body)).status == 400, why
    assert site.inbox.received == []
    assert site.seen[-1].verdict == "unreadable"


@pytest.mark.parametrize("key", [None, "", "other", "k3y-5ecret-AbCdEf012345678", "K3Y-5ECRET-ABCDEF0123456789", "Ä"])
async def test_wrong_keys(site, note, key):
    answer = await site.post(note(key=key))
    assert answer.status == 401
    assert site.inbox.received == []
    assert site.receiver.counts.key_mismatches == 1
    assert site.receiver.counts.last_reason == "wrong-key"


@pytest.mark.parametrize("key", [["k"], 5, {"a": 1}, True])
async def test_keys_that_are_no_text(site, key):
    body = json.dumps({"method": "read", "params": {}, "api_key": key}).encode()
    assert (await site.post(body)).status == 401


async def test_several_keys_may_be_ours_and_none_without_any(listen, note):
    two = await listen(keys=("old-key-1", "new-key-2"))
    assert (await two.post(note(key="old-key-1"))).status == 200
    assert (await two.post(note(key="new-key-2"))).status == 200
    none = await listen(keys=())
    assert (await none.post(note())).status == 401
    empty = await listen(keys=("",))
    assert (await empty.post(note(key=""))).status == 401


async def test_the_other_webhook_system_is_recognised(site, note):
    document = {"method": "StopCallActivity", "api_token": "t", "params": {"call_id": "1"}}
    assert (await site.post(json.dumps(document).encode())).status == 401
    del document["api_token"]  # it is optional there
    assert (await site.post(json.dumps(document).encode())).status == 401
    counts = site.receiver.counts
    assert (counts.lookalikes, counts.key_mismatches) == (2, 0)
    assert [seen.verdict for seen in site.seen] == ["lookalike", "lookalike"]


@pytest.mark.parametrize("path", ["/", "/hook/", "/hook/" + "s" * 42, "{}/", "{}x", "//{}", "http://x{}", "*"])
async def test_other_paths_learn_nothing(site, note, path):
    path = path.replace("{}", site.path)
    for method in ("POST", "GET"):
        answer = await site.post(note(), method=method, path=path)
        assert answer.status == 404
        assert "allow" not in answer.headers
    assert b"hook" not in answer.body


async def test_a_query_does_not_matter(site, note):
    assert (await site.post(note(), path=site.path + "?a=1")).status == 200


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"])
async def test_other_methods(site, note, method):
    answer = await site.post(note(), method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "POST")


async def test_head_has_no_body_in_its_answer(site, note):
    caller = await site.call()
    await caller.send(site.request(b"", method="HEAD") + site.request(note()))
    assert (await caller.answer(has_body=False)).status == 405
    assert (await caller.answer()).status == 200


@pytest.mark.parametrize("hosts", [(), ("Host: a", "Host: b")])
async def test_exactly_one_host_header(site, note, hosts):
    body = note()
    head = "\r\n".join([f"POST {site.path} HTTP/1.1", *hosts, f"Content-Length: {len(body)}"])
    caller = await site.call()
    await caller.send(head.encode() + b"\r\n\r\n" + body)
    assert (await caller.answer()).status == 400


async def test_browsers_are_refused(site, note):
    assert (await site.post(note(), "Origin: https://evil.example")).status == 403


async def test_a_tunnel_is_noticed(site, note):
    await site.post(note(), "X-Forwarded-For: 203.0.113.9")
    await site.post(note())
    assert [seen.peer_hop for seen in site.seen] == ["tunnel", None]


async def test_the_key_is_nowhere(site, note, api_key, caplog):
    params = {
        "sessionid": "s1",
        "content": f"my key is {api_key}, keep it",
        "deep": [{"api_key": "another", "Api-Token": "third", "x": {api_key: api_key}}],
    }
    with caplog.at_level(logging.DEBUG):
        caller = await site.call()
        await caller.send(site.request(note("message", **params)))
        answer = await caller.answer()
        refused = await site.post(note("message", key="wrong", **params))
    assert (answer.status, refused.status) == (200, 401)
    (received,) = site.inbox.received
    assert api_key.encode() not in received.body
    assert json.loads(received.body)["params"]["deep"] == [{"x": {"[removed]": "[removed]"}}]
    assert parse(received.body).content == "my key is [removed], keep it"
    told = f"{caplog.text} {answer.headers} {answer.body!r} {refused.headers} {refused.body!r} {site.seen}"
    assert api_key not in told
    assert "keep it" not in told
    assert site.path not in told


async def test_an_escaped_key_is_found_too(site, api_key):
    escaped = "".join(f"\\u{ord(char):04x}" for char in api_key)
    body = f'{{"method":"read","params":{{"sessionid":"s1","x":"{escaped}"}},"api_key":"{escaped}"}}'
    assert (await site.post(body.encode())).status == 200
    assert json.loads(site.inbox.received[0].body) == {
        "method": "read",
        "params": {"sessionid": "s1", "x": "[removed]"},
    }


async def test_a_message_without_an_id_has_a_digest_of_what_it_says(site, note):
    await site.post(b'{"method":"message","params":{"content":"1","x":2},"api_key":"k3y-5ecret-AbCdEf0123456789"}')
    await site.post(note("message", x=2, content="1"))
    await site.post(note("message", x=3, content="1"))
    await site.post(note("message", x=3, content="1", messageid="m1"))
    one, same, other, named = (received.digest for received in site.inbox.received)
    assert one == same != other
    assert named == ""


@pytest.mark.allow_log("ringodesk_qt.receiver.server")
async def test_counts_and_listeners(site, note, caplog):
    def broken(seen):
        raise RuntimeError("listener")

    heard = []
    site.receiver.on_seen(broken)
    unsubscribe = site.receiver.on_seen(heard.append)
    await site.post(note())
    unsubscribe()
    unsubscribe()
    await site.post(note(), path="/")
    assert [(seen.verdict, seen.status) for seen in heard] == [("accepted", 200)]
    counts = site.receiver.counts
    assert (counts.accepted, counts.refused) == (1, {404: 1})
    assert counts.last_accepted_at <= counts.last_refused_at
    assert isinstance(parse(site.inbox.received[0].body), Read)


async def test_a_port_in_use_is_named():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        receiver = Receiver(accept=None, keys=tuple, path_secret="x" * 32, port=port)
        with pytest.raises(ReceiverError, match=f"Port {port} is in use.*choose another port"):
            await receiver.start()
        await receiver.stop()


@pytest.mark.parametrize("host", ["0.0.0.0", "", "::", "192.0.2.1", "example.org"])
def test_only_loopback_is_listened_on(host):
    with pytest.raises(ReceiverError, match="this machine only"):
        Receiver(accept=None, keys=tuple, path_secret="x" * 32, host=host)


@pytest.mark.parametrize("secret", ["", "short", "x" * 31, "x" * 31 + "/", "ä" * 32])
def test_the_secret_must_be_one(secret):
    with pytest.raises(ReceiverError, match="secret path"):
        Receiver(accept=None, keys=tuple, path_secret=secret)


async def test_the_organization_that_a_message_names_is_told_and_no_more_of_it(site, note):
    seen = []
    site.receiver.on_seen(seen.append)
    await site.post(note("message", **TEXT))
    await site.post(note("message", **TEXT | {"orgid": "9" * 65}))
    await site.post(note("read", sessionid="s"))
    assert [(one.verdict.value, one.orgid) for one in seen] == [
        ("accepted", TEXT["orgid"]),
        ("accepted", ""),
        ("accepted", ""),
    ]
