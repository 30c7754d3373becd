"""The seven notifications, changed by chance: byte by byte, and in what they say. One seed, one series."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from cli_process import KEY, NUMBER
from scripted_api import ORGID

IDS = {"messageid": "1630253837469-a887a7c51d060d078a", "sessionid": "1630253837483-3fb8b0b9c7e935684a"}
WHO = {"to": NUMBER, "from": "502", "orgid": ORGID, "userid": "16287541154521992797", "domain": "acme"}
SHAPES: list[tuple[str, dict[str, Any]]] = [
    ("message", WHO | IDS | {"content": "Hello World! ⛵", "type": 1}),
    ("message", WHO | IDS | {"content": "http://127.0.0.1:9/tide.pdf", "type": 2}),
    ("delivered", IDS),
    ("read", {"sessionid": IDS["sessionid"]}),
    ("typing", {"sessionid": IDS["sessionid"], "state": "on"}),
    ("updated", {"messageid": IDS["messageid"], "content": "New text"}),
    ("deleted", {"messageid": IDS["messageid"]}),
]
VALUES = (
    b"null", b"true", b"false", b"0", b"-1", b"1e400", b"-1e400", b"1e308", b"1e-999", b"NaN", b"Infinity", b"-0.0",
    b"9" * 400, b"9" * 5000, b"0.1e1", b"[]", b"{}", b'""', b'"\\u0000"', b'"\\ud800"', b'"\\udc00\\ud800"',
    b'"\\ud83d\\ude00"', b'"\xed\xa0\x80"', b'"\xff"', b'"\xe2\x80\xae"', b'"\xf0\x9f\x98\x80"',
    b'"' + b"x" * 3000 + b'"',
    b"[" * 40 + b"]" * 40, b"[" * 2000, b'{"a":' * 40 + b"1" + b"}" * 40, b'{"api_key":"x","api_token":"y"}',
    b'{"duration":61,"caller":"1"}', b'"1"', b'"on"', b"16287540703457500320", b'"data:text/plain;base64,AAAA"',
    b'"https://[::1"', b'"\\u0022:"',
)  # fmt: skip
SPICES = (b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\\u", b"e9", b"-", b" ")


def bodies(seed: int) -> Iterator[bytes]:
    """Bodies without end; about a third of them are still notifications."""
    dice, number = random.Random(seed), 0
    while True:
        number += 1
        yield _mutated(dice, number)


def _mutated(dice: random.Random, number: int) -> bytes:
    method, params = dice.choice(SHAPES)
    params = dict(params)
    if "messageid" in params and dice.random() < 0.5:
        params["messageid"] = f"m-{dice.randint(1, number)}"
    members = [(b'"method"', json.dumps(method).encode()), (b'"api_key"', json.dumps(KEY).encode())]
    inner = [(json.dumps(name).encode(), json.dumps(value).encode()) for name, value in params.items()]
    for _ in range(dice.choice((0, 0, 1, 1, 2, 4))):
        _change_members(dice, inner if dice.random() < 0.85 else members)
    members.insert(dice.randint(0, len(members)), (b'"params"', _object(inner)))
    body = bytearray(_object(members))
    for _ in range(dice.choice((0, 0, 1, 1, 1, 2, 3, 9))):
        _change_bytes(dice, body)
    return bytes(body)


def _object(members: list[tuple[bytes, bytes]]) -> bytes:
    return b"{" + b",".join(name + b":" + value for name, value in members) + b"}"


def _change_members(dice: random.Random, members: list[tuple[bytes, bytes]]) -> None:
    if not members:
        return
    place = dice.randrange(len(members))
    name, value = members[place]
    match dice.randrange(6):
        case 0 | 1 | 2:
            members[place] = (name, dice.choice(VALUES))
        case 3:
            del members[place]
        case 4:
            members.insert(dice.randint(0, len(members)), (name, dice.choice((value, *VALUES))))
        case _:
            members[place] = (dice.choice((b'"from"', b'"senderid"', b'"api\\u005fkey"', b'"\\ud800"', b'""')), value)


def _change_bytes(dice: random.Random, body: bytearray) -> None:
    place, other = sorted((dice.randint(0, len(body)), dice.randint(0, len(body))))
    match dice.randrange(7):
        case 0 if body:
            body[place % len(body)] ^= 1 << dice.randrange(8)
        case 1:
            body[place:place] = dice.choice(SPICES)
        case 2:
            del body[place : place + dice.randint(1, 4)]
        case 3:
            body[place:place] = body[place : min(other, place + 200)]
        case 4:
            del body[other:]
        case 5:
            body[place : place + 4] = dice.randbytes(4)
        case _:
            body += dice.choice((b"\n", b"{}", b"\x00", body[:100]))
