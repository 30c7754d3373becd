"""Bodies and framings that are refused: with a 4xx, nothing of them kept, and nothing of them in any log."""

from __future__ import annotations

import asyncio
import json
import logging

import pytest

from ringodesk_qt.receiver.parse import ParseError, document_of

HUSH = "HUSH-HUSH"


def body_with(value: bytes, key: bytes) -> bytes:
    return b'{"method":"message","params":{"content":"%b","x":%b},"api_key":"%b"}' % (HUSH.encode(), value, key)


def twice(members: bytes, key: bytes) -> bytes:
    return b'{"method":"message",%b,"x":"%b","api_key":"%b"}' % (members, HUSH.encode(), key)


REFUSED = {
    "too deep": lambda key: body_with(b"[" * 31 + b"]" * 31, key),
    "far too deep": lambda key: body_with(b"[" * 120_000, key),
    "objects too deep": lambda key: body_with(b'{"a":' * 31 + b"1" + b"}" * 31, key),
    "not UTF-8": lambda key: body_with(b'"\xc3\x28"', key),
    "an encoded surrogate": lambda key: body_with(b'"\xed\xa0\x80"', key),
    "overlong": lambda key: body_with(b'"\xc0\xaf"', key),
    "a lone surrogate": lambda key: body_with(b'"\\udead"', key),
    "a lone surrogate in a name": lambda key: body_with(b'{"\\ud800":1}', key),
    "NaN": lambda key: body_with(b"NaN", key),
    "Infinity": lambda key: body_with(b"-Infinity", key),
    "more than a double holds": lambda key: body_with(b"1e400", key),
    "less than a double holds": lambda key: body_with(b"-1e400", key),
    "100,000 digits": lambda key: body_with(b"9" * 100_000, key),
    "100,000 digits and an exponent": lambda key: body_with(b"9" * 100_000 + b"e1", key),
    "an octal": lambda key: body_with(b"017", key),
    "a comma too many": lambda key: body_with(b"[1,]", key),
    "a control character": lambda key: body_with(b'"\x01"', key),
    "a comment": lambda key: body_with(b"1/**/", key),
    "single quotes": lambda key: body_with(b"'x'", key),
    "a byte order mark": lambda key: b"\xef\xbb\xbf" + body_with(b"1", key),
    "UTF-16": lambda key: body_with(b"1", key).decode().encode("utf-16"),
    "two documents": lambda key: body_with(b"1", key) * 2,
    "a NUL behind it": lambda key: body_with(b"1", key) + b"\0",
    "a document in a list": lambda key: b"[" + body_with(b"1", key) + b"]",
    "a text": lambda _key: b'"HUSH-HUSH"',
    "a number": lambda _key: b"1",
    "null": lambda _key: b"null",
    "nothing": lambda _key: b"",
    "blanks": lambda _key: b" \r\n\t",
    "a key twice": lambda key: twice(b'"params":{},"api_key":"x"', key),
    "the same key twice": lambda key: twice(b'"params":{},"api_key":"%b"' % key, key),
    "a key twice, once in escapes": lambda key: twice(b'"params":{},"api\\u005fkey":"x"', key),
    "a key twice, one far from its colon": lambda key: twice(b'"params":{"a:":1},"api_key" \r\n\t:"x"', key),
    "params twice": lambda key: twice(b'"params":{"a":1},"params":{}', key),
    "a member twice": lambda key: twice(b'"params":{"content":"a","content":"b"}', key),
    "a member twice, deep": lambda key: twice(b'"params":{"a":[{"b":{"c":1,"d":2,"c":3}}]}', key),
}


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED)
async def test_refused_and_forgotten(site, note, api_key, caplog, body):
    with caplog.at_level(logging.DEBUG):
        caller = await site.call()
        await caller.send(site.request(body(api_key.encode())) + site.request(note()))
        assert [(await caller.answer()).status for _ in range(2)] == [400, 200]
    assert site.seen[0].verdict == "unreadable"
    assert len(site.inbox.received) == 1
    assert HUSH not in caplog.text
    assert api_key not in caplog.text


@pytest.mark.parametrize(
    "params",
    [
        b'{"content":"so: \\"a\\": and \\"a\\":"}',
        b'{ "content" : "x" , "url":"http://x:1" }',
        b'{"a":{"a":{"a":[{"a":1},{"a":2}]}},"b":{"a":1}}',
        b'{"{":1,"}":2,"":3}',
    ],
)
def test_what_only_looks_like_a_repetition(params):
    body = b'{"method":"read","params":%b}' % params
    assert document_of(body) == json.loads(body)


@pytest.mark.parametrize("filler", ["", ' "', "{", ":", '\\":', "http://x:1/"])
def test_repetitions_are_found_whatever_else_there_is(filler):
    text = json.dumps(filler)
    for members in ('"a":1,"a":1', '"a":1,"b":2,"a" :3', '"a":{},"\\u0061":[]', f'"a":{text},"a":{text}'):
        with pytest.raises(ParseError, match="twice"):
            document_of(f'{{"method":"read","params":{{"text":{text},{members}}}}}'.encode())


# ---------------------------------------------------------------- framings that lie


def hidden(site, note) -> bytes:
    """A notification that only comes to light when the framing before it is misread."""
    return site.request(note("read", sessionid="smuggled"))


LYING_HEADERS = {
    "a length and chunks": "Content-Length: 4\r\nTransfer-Encoding: chunked",
    "chunks and a length": "Transfer-Encoding: chunked\r\nContent-Length: 4",
    "chunks twice": "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
    "chunks not last": "Transfer-Encoding: chunked, identity",
    "nearly chunks": "Transfer-Encoding: xchunked",
    "chunks behind a vertical tab": "Transfer-Encoding: \x0bchunked",
    "a blank before the colon": "Transfer-Encoding : chunked",
    "a folded line": "Transfer-Encoding:\r\n chunked",
    "a length twice": "Content-Length: 4\r\nContent-Length: 4",
    "two lengths": "Content-Length: 4\r\nContent-Length: 400",
    "two lengths in one": "Content-Length: 4, 4",
    "a length in hexadecimal": "Content-Length: 0x4",
    "a length below nothing": "Content-Length: -4",
    "a length with a sign": "Content-Length: +4",
    "a length with a blank": "Content-Length: 4 4",
    "a bare line feed": "X: y\nContent-Length: 4",
    "a bare carriage return": "X: y\rContent-Length: 4",
    "a NUL": "X: \0\r\nContent-Length: 4",
}


@pytest.mark.parametrize("headers", LYING_HEADERS.values(), ids=LYING_HEADERS)
async def test_lying_headers(site, note, headers):
    caller = await site.call()
    start = f"POST {site.path} HTTP/1.1\r\nHost: x\r\n{headers}\r\n\r\n".encode("latin-1")
    await caller.send(start + b"0\r\n\r\n" + hidden(site, note))
    answer = await caller.answer()
    assert (answer.status, answer.headers["connection"]) == (400, "close")
    assert await caller.is_closed()
    assert site.inbox.received == []


LYING_CHUNKS = {
    "no number": b"zz\r\nab\r\n0\r\n\r\n",
    "a sign": b"+2\r\nab\r\n0\r\n\r\n",
    "below nothing": b"-2\r\nab\r\n0\r\n\r\n",
    "a number no register holds": b"fffffffffffffffff\r\nab\r\n0\r\n\r\n",
    "longer than told": b"2\r\nabcd\r\n0\r\n\r\n",
    "shorter than told": b"4\r\nab\r\n0\r\n\r\nab",
    "ended by a line feed": b"2\nab\r\n0\r\n\r\n",
    "an extension with a line feed": b"2;x\n\r\nab\r\n0\r\n\r\n",
    "a blank behind the number": b"2 \r\nab\r\n0\r\n\r\n",
    "in base prefix": b"0x2\r\nab\r\n0\r\n\r\n",
}


@pytest.mark.parametrize("chunks", LYING_CHUNKS.values(), ids=LYING_CHUNKS)
async def test_lying_chunks(site, note, chunks):
    caller = await site.call()
    start = f"POST {site.path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    await caller.send(start + chunks + hidden(site, note))
    assert (await caller.answer()).status == 400
    assert await caller.is_closed()
    assert site.inbox.received == []


async def test_a_length_that_is_too_small(site, note):
    caller = await site.call()
    body = note()
    await caller.send(site.request(body).replace(b": %d" % len(body), b": %d" % (len(body) - 1)))
    assert [(await caller.answer()).status for _ in range(2)] == [400, 400]
    assert await caller.is_closed()
    assert site.inbox.received == []


async def test_a_length_that_is_too_large(listen, note):
    site = await listen(head_s=0.2, body_s=0.2, linger_s=0.1)
    body = note()
    request = site.request(body).replace(b": %d" % len(body), b": %d" % (len(body) + 1))
    waiting, ended = await site.call(), await site.call()
    await waiting.send(request)
    await ended.send(request)
    ended.writer.write_eof()
    assert await ended.is_closed()
    assert (await waiting.answer()).status == 408
    assert site.inbox.received == []


async def test_a_crowd_of_large_refused_bodies_is_let_go_of(site, note):
    """What was refused is not kept by the connection, which lives on."""
    callers = [await site.call() for _ in range(20)]
    for caller in callers:
        await caller.send(site.request(note("message", key="no", content="x" * 200_000)))
        assert (await caller.answer()).status == 401
    await asyncio.sleep(0)
    assert sum(len(connection._unparsed) for connection in site.receiver._crowd._members) == 0
    assert [connection._reader.current for connection in site.receiver._crowd._members] == [None] * 20
