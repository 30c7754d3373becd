"""Bodies to notifications, and keys out of bodies."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ringodesk_qt.models.notification import (
    Deleted,
    Delivered,
    MessageArrived,
    Notification,
    Read,
    Typing,
    Unrecognised,
    Updated,
)
from ringodesk_qt.receiver.parse import ParseError, document_of, is_anonymous, is_lookalike, notification_of, parse
from ringodesk_qt.receiver.verify import digest_of, has_our_key, without_secrets

ORG, USER = "16287540703457500320", "16287541154521992797"
MESSAGE, SESSION = "1630253837469-a887a7c51d060d078a", "1630253837483-3fb8b0b9c7e935684a"
WHO = {"to": "1234567890", "from": "502", "orgid": ORG, "userid": USER}
IDS = {"messageid": MESSAGE, "sessionid": SESSION}
ARRIVED = MessageArrived(
    to="1234567890", from_="502", orgid=ORG, userid=USER, messageid=MESSAGE, sessionid=SESSION, content="Hello World!"
)


def said(method: str, params: dict[str, Any], **more: Any) -> Notification:
    return parse(json.dumps({"method": method, "params": params, "api_key": "<Ringotel API Key>"} | more).encode())


def changed(**fields: Any) -> MessageArrived:
    return msgspec.structs.replace(ARRIVED, **fields)


@pytest.mark.parametrize(
    ("method", "params", "expected"),
    [
        ("message", WHO | IDS | {"content": "Hello World!", "type": 1}, ARRIVED),
        (
            "message",
            WHO | IDS | {"content": "...file content...", "type": 2},
            changed(content="...file content...", type=2),
        ),
        ("delivered", IDS, Delivered(messageid=MESSAGE, sessionid=SESSION)),
        ("read", {"sessionid": SESSION}, Read(sessionid=SESSION)),
        ("typing", {"sessionid": SESSION, "state": "on"}, Typing(sessionid=SESSION, is_on=True)),
        ("updated", {"messageid": MESSAGE, "content": "New"}, Updated(messageid=MESSAGE, content="New")),
        ("deleted", {"messageid": MESSAGE}, Deleted(messageid=MESSAGE)),
    ],
)
def test_the_collections_notifications(method, params, expected):
    notification = said(method, params)
    assert notification == expected
    assert notification.method == method


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        # as captured in 2024: with a domain
        (WHO | IDS | {"domain": "acme", "type": 1, "content": "Hello World!"}, changed(domain="acme")),
        # as captured in 2022: no ids, an unknown member
        (WHO | {"ownerid": "7", "type": 1, "content": "Hello World!"}, changed(messageid="", sessionid="")),
        # a sender id in place of the number
        (
            {key: value for key, value in (WHO | IDS).items() if key != "to"}
            | {"senderid": "1a2b3c4d5e6f", "content": "Hello World!"},
            changed(to="", senderid="1a2b3c4d5e6f"),
        ),
        (WHO | IDS | {"content": "Hello World!", "type": "1"}, ARRIVED),
        (WHO | IDS | {"content": "Hello World!", "type": None}, ARRIVED),
        (WHO | IDS | {"content": "Hello World!", "type": ""}, ARRIVED),
        (WHO | IDS | {"content": "Hello World!", "type": " 2 "}, changed(type=2)),
        (WHO | IDS | {"content": "Hello World!", "type": 7.0}, changed(type=7)),
        (WHO | IDS | {"content": "Hello World!", "type": "picture"}, changed(type=0)),
        (WHO | IDS | {"content": "Hello World!", "type": True}, changed(type=0)),
        (WHO | IDS | {"content": "Hello World!", "type": [2]}, changed(type=0)),
        (WHO | IDS | {"content": "Hello World!", "type": 10**30}, changed(type=0)),
        (WHO | IDS | {"content": {"duration": 5}, "type": 8}, changed(content={"duration": 5}, type=8)),
        (WHO | IDS | {"content": [1, "a"]}, changed(content='[1,"a"]')),
        (WHO | IDS | {"content": None}, changed(content="")),
        (WHO | IDS | {"content": 42}, changed(content="42")),
        (WHO | IDS | {"content": "🎉 \u202eabc\n\t\0<b>"}, changed(content="🎉 \u202eabc\n\t\0<b>")),
        ({}, MessageArrived()),
    ],
)
def test_messages_as_they_drift(params, expected):
    assert said("message", params) == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (16287540703457500320, "16287540703457500320"),
        (99999999999999999999, "99999999999999999999"),
        (10**40 + 1, "1" + "0" * 39 + "1"),
        (502, "502"),
        (-1, "-1"),
        (1.5, "1.5"),
        (None, ""),
        (True, ""),
        ([], ""),
        ({"a": 1}, ""),
        ("502\n", "502\n"),
    ],
)
def test_ids_keep_every_digit(value, text):
    message = said("message", {"orgid": value, "from": value, "messageid": value})
    assert (message.orgid, message.from_, message.messageid) == (text, text, text)


@pytest.mark.parametrize("state", ["off", "ON", "", None, True, 1])
def test_any_other_state_is_not_typing(state):
    assert said("typing", {"sessionid": "s", "state": state}) == Typing(sessionid="s", is_on=False)
    assert said("typing", {"sessionid": "s"}) == Typing(sessionid="s", is_on=False)


@pytest.mark.parametrize("params", [{}, {"content": None}, {"content": {}}, {"content": ["x"]}])
def test_an_edit_without_a_text_does_not_wipe_the_message(params):
    assert said("updated", {"messageid": "m"} | params) == Unrecognised(method="updated")


def test_an_edit_to_nothing_is_one():
    assert said("updated", {"messageid": "m", "content": ""}) == Updated(messageid="m", content="")


@pytest.mark.parametrize("method", ["Message", "file", "presence", "", "MESSAGE "])
def test_other_methods_are_kept_by_name(method):
    assert said(method, {}) == Unrecognised(method=method)


def test_a_methods_name_is_made_harmless():
    assert said("a\nb\x1b" + "c" * 100, {}) == Unrecognised(method="a?b?" + "c" * 60)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"method": "x", "api_token": "t"}, True),
        ({"method": "x", "api_token": None}, True),
        ({"method": "StopCallActivity"}, True),
        ({"method": "x"}, False),
        ({"method": "StopCallActivity", "api_key": "k"}, False),
        ({"method": "x", "api_key": "k", "api_token": "t"}, False),
    ],
)
def test_lookalikes(document, expected):
    assert is_lookalike(document) is expected
    parsed = notification_of(document | {"params": {}})
    assert parsed == Unrecognised(method=document["method"], is_lookalike=expected)


@pytest.mark.parametrize("depth", [31, 32, 33])
def test_nesting_is_bounded(depth):
    inside = "[" * (depth - 2) + "]" * (depth - 2)
    body = f'{{"method":"m","params":{{"a":{inside}}}}}'.encode()
    if depth <= 32:
        document_of(body)
    else:
        with pytest.raises(ParseError):
            document_of(body)


def test_many_brackets_side_by_side_are_not_deep():
    document_of(json.dumps({"method": "m", "params": {"a": [[] for _ in range(100)]}}).encode())


def test_an_error_quotes_nothing():
    for body in (b'{"method":"HUSH', b'{"method":"HUSH"}', b'"HUSH"', b'{"HUSH":1e999}'):
        with pytest.raises(ParseError) as caught:
            parse(body)
        assert "HUSH" not in str(caught.value)
        assert caught.value.__suppress_context__ or caught.value.__context__ is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
NAMES = ["orgid", "from", "to", "senderid", "messageid", "sessionid", "content", "type", "state", "api_key"]
PARAMS = st.dictionaries(st.sampled_from(NAMES), JSON)
METHODS = st.sampled_from(["message", "delivered", "read", "typing", "updated", "deleted"]) | st.text()


def _parses_or_refuses(body: bytes) -> None:
    try:
        notification = parse(body)
    except ParseError:
        return
    again = msgspec.json.decode(msgspec.json.encode(notification), type=Notification)
    assert type(again) is type(notification)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(body):
    _parses_or_refuses(body)


@settings(max_examples=200, deadline=None)
@example({"method": "message", "params": {"content": [{"b": 1, "a": 2}]}})
@given(st.fixed_dictionaries({"method": METHODS, "params": PARAMS}, optional={"api_key": JSON, "api_token": JSON}))
def test_any_notification_and_its_kept_form_say_the_same(document):
    body = json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")
    _parses_or_refuses(body)
    try:
        document = document_of(body)
    except ParseError:
        return
    clean = without_secrets(document, ["a key of ours"])
    assert parse(msgspec.json.encode(clean)) == notification_of(clean)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=3), st.integers(0, 150), st.integers(0, 150))
def test_any_damage(new, start, end):
    whole = json.dumps({"method": "message", "params": WHO | IDS | {"content": "ä🎉\\"}, "api_key": "k"}).encode()
    _parses_or_refuses(whole[:start] + new + whole[end:])


# ---------------------------------------------------------------- keys


def test_every_key_is_compared(monkeypatch):
    import hmac

    compared = []
    real = hmac.compare_digest
    monkeypatch.setattr(hmac, "compare_digest", lambda one, other: compared.append(other) or real(one, other))
    assert has_our_key({"api_key": "one"}, ["one", "two", "three"])
    assert len(compared) == 3


@pytest.mark.parametrize("given_key", ["", None, 0, [], "abd", "ab", "abcd", "ABC"])
def test_other_keys_are_not_ours(given_key):
    assert not has_our_key({"api_key": given_key}, ["abc", ""])
    assert not has_our_key({}, ["abc", ""])


@pytest.mark.parametrize("name", ["api_key", "API_KEY", "apiKey", "api-token", "api_token"])
def test_members_that_hold_keys_go_at_any_depth(name):
    document = {"method": "m", "params": {name: "x", "a": [{name: {"b": 1}, "c": 2}]}, name: "x"}
    assert without_secrets(document, []) == {"method": "m", "params": {"a": [{"c": 2}]}}


def test_a_keys_text_goes_wherever_it_stands():
    document = {"a": "x123456789y", "123456789": [1234567890, 12, 1.5, True, None], "b": "untouched"}
    assert without_secrets(document, ["", "123456789"]) == {
        "a": "x[removed]y",
        "[removed]": ["[removed]", 12, 1.5, True, None],
        "b": "untouched",
    }


def test_of_two_keys_the_longer_goes_first():
    assert without_secrets({"a": "secret-long"}, ["secret", "secret-long"]) == {"a": "[removed]"}


def test_a_very_short_key_does_not_eat_into_the_text():
    assert without_secrets({"a": "lake", "b": "k"}, ["k"]) == {"a": "lake", "b": "[removed]"}


def test_the_document_itself_is_left_alone():
    document = {"api_key": "k", "params": {"api_key": "k"}}
    without_secrets(document, ["k"])
    assert document == {"api_key": "k", "params": {"api_key": "k"}}


def test_the_order_of_members_does_not_change_the_digest():
    assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1}) != digest_of({"a": 1, "b": 3})


@pytest.mark.parametrize("messageid", [None, "", "m1", 7])
@pytest.mark.parametrize("method", ["message", "delivered"])
def test_only_a_message_without_an_id_is_told_by_its_words(method, messageid):
    params = {"content": "ok"} if messageid is None else {"content": "ok", "messageid": messageid}
    assert is_anonymous({"method": method, "params": params}) is (method == "message" and not messageid)
