"""What the simulator accepts is what the collection documents; everything else is refused by name."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from ringodesk_qt.simulator import Simulator
from ringodesk_qt.simulator.requests import ITEMS, METHODS

ORGID = "16287540703457500320"
LENA = "16287541154521992797"
NOW_MS = 1733829203832

TEXT = {"orgid": ORGID, "from": "1234567890", "to": "501", "content": "Hi there 👋"}
ADVANCED = {
    "orgid": ORGID,
    "senderid": "1a2b3c4d5e6f",
    "sendername": "John Smith",
    "senderinfo": {"phone": "1234567890", "email": "johnsmith@example.com"},
    "userid": LENA,
    "content": "Hello World!",
}
LINK = {
    "domain": "harbourbooks",
    "from": "1234567890",
    "to": "501",
    "content": "https://example.com/b003-21ab.jpg",
    "type": 7,
}
EMPTY = {"from": "1234567890", "to": "501", "orgid": ORGID}
SYNC = {**TEXT, "sessionid": "SESSION", "timestamp": NOW_MS}
CALL = {
    "sessionid": "SESSION",
    "content": {
        "duration": 100,
        "caller": "501",
        "called": "1234567890",
        "subject": "Brief Utterances",
        "comment": "They say 'Oh'.",
        "transcription": "17191774976125638450-1759295823160-e4984da8007a55ac96.json",
    },
    "type": 8,
    "timestamp": NOW_MS,
    "orgid": ORGID,
}


async def with_ids(api: Any, sim: Simulator, params: dict[str, Any]) -> dict[str, Any]:
    """The parameters with the ids of things there are in place of SESSION, OURS and THEIRS."""
    ours = await api.text()
    ids = {"SESSION": sim.message(ours).session.id, "OURS": ours, "THEIRS": await sim.say("501", "Hi")}
    return {name: ids.get(value, value) if isinstance(value, str) else value for name, value in params.items()}


def without(params: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in params.items() if name not in names}


# ---------------------------------------------------------------- what is documented

ACCEPTED: list[tuple[str, str, dict[str, Any], set[str]]] = [
    ("Get a list of users", "getChatUsers", {"orgid": ORGID}, set()),
    ("getOrganizations", "getOrganizations", {}, set()),
    ("Send a message", "message", TEXT, {"messageid"}),
    ("Send a message", "message", {**without(TEXT, "orgid"), "domain": "harbourbooks"}, {"messageid"}),
    ("Send a message", "message", {**TEXT, "type": 1}, {"messageid"}),
    ("Send a message (advanced)", "message", ADVANCED, {"messageid"}),
    ("Send a message (advanced)", "message", without(ADVANCED, "sendername", "senderinfo"), {"messageid"}),
    ("Send a message (advanced)", "message", {**ADVANCED, "senderinfo": {"phone": "1"}}, {"messageid"}),
    ("Send a file using link", "message", LINK, {"messageid"}),
    ("Send indication - Message", "message", without(SYNC, "timestamp"), {"messageid"}),
    ("Send indication - Message", "message", SYNC, {"messageid"}),
    ("Send indication - Message", "message", {**SYNC, "from": "501", "to": "1234567890"}, {"messageid"}),
    (
        "Sync messages from external services",
        "message",
        {**EMPTY, "from": "501", "to": "1234567890", "messageid": "OURS", "sessionid": "SESSION"},
        {"messageid"},
    ),
    ("Create an empty session with a contact", "message", EMPTY, {"sessionid"}),
    ("Create a new call activity", "message", CALL, {"messageid"}),
    (
        "Create a new call activity",
        "message",
        {**CALL, "content": {"duration": 0, "caller": "501", "called": "1"}},
        {"messageid"},
    ),
    ("Send indication - Delivered", "delivered", {"orgid": ORGID, "messageid": "THEIRS"}, set()),
    ("Send indication - Deleted", "deleted", {"orgid": ORGID, "messageid": "OURS"}, set()),
    ("Send indication - Read", "read", {"orgid": ORGID, "sessionid": "SESSION"}, set()),
    ("Send indication - Typing", "typing", {"orgid": ORGID, "sessionid": "SESSION"}, set()),
    ("Send indication - Updated", "updated", {"orgid": ORGID, "messageid": "OURS", "content": "Hello!"}, set()),
]


@pytest.mark.parametrize(("item", "method", "params", "keys"), ACCEPTED)
async def test_accepts_what_is_documented(
    api: Any, sim: Simulator, item: str, method: str, params: dict[str, Any], keys: set[str]
) -> None:
    envelope = await api.json({"method": method, "params": await with_ids(api, sim, params)})
    assert set(envelope) == {"result"}
    if method != "getOrganizations" and method != "getChatUsers":
        assert set(envelope["result"]) == keys
    assert sim.requests[-1].item == item
    assert sim.requests[-1].is_done


def test_every_item_is_tried() -> None:
    tried = {item for item, *_rest in ACCEPTED}
    assert {item.name for item in ITEMS} - tried == {"Send a file", "Send a file (advanced)"}
    assert len(METHODS) == 8


async def test_users_in_the_collections_shape(api: Any, sim: Simulator) -> None:
    users = await api.done("getChatUsers", orgid=ORGID)
    assert users[0] == {"phone": "501", "name": "Lena Hoffmann", "id": LENA, "state": 1}
    assert {user["state"] for user in users} == {0, 1, 2, 3, 6}
    assert all(len(user["id"]) == 20 and int(user["id"]) > 2**63 for user in users)
    await sim.set_presence("501", 8)
    assert (await api.done("getChatUsers", orgid=ORGID))[0]["state"] == 8


async def test_organizations(api: Any) -> None:
    rows = await api.done("getOrganizations")
    assert [(row["id"], row["domain"], row["name"]) for row in rows] == [(ORGID, "harbourbooks", "Harbour Books")]


async def test_ids_have_the_shape_of_the_collections(api: Any, sim: Simulator) -> None:
    message = sim.message(await api.text())
    for text in (message.id, message.session.id):
        milliseconds, _dash, rest = text.partition("-")
        assert len(milliseconds) == 13
        assert milliseconds.isdigit()
        assert len(rest) == 18
        assert set(rest) <= set("0123456789abcdef")


# ---------------------------------------------------------------- what is not

REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", TEXT, "method 'sendMessage' is not documented"),
    ("file", TEXT, "method 'file' is not documented"),
    ("getChatUsers", {"domain": "harbourbooks"}, "parameter 'domain' is not documented"),
    ("getChatUsers", {}, "parameter 'orgid' is missing"),
    ("getChatUsers", {"orgid": 16287540703457500320}, "parameter 'orgid' must be a string"),
    ("getChatUsers", {"orgid": "1"}, "no organization has the orgid '1'"),
    ("getOrganizations", {"orgid": ORGID}, "parameter 'orgid' is not documented"),
    ("message", {**TEXT, "foo": 1}, "parameter 'foo' is not documented"),
    ("message", {**TEXT, "state": "on"}, "parameter 'state' is not documented"),
    ("message", {**TEXT, "From": "1"}, "parameter 'From' is not documented"),
    ("message", {**TEXT, "domain": "harbourbooks"}, "parameters 'orgid' and 'domain' are alternatives"),
    ("message", without(TEXT, "orgid"), "parameter 'orgid' is missing"),
    ("message", without(TEXT, "from"), "parameter 'from' is missing"),
    ("message", without(TEXT, "to"), "parameter 'to' is missing"),
    ("message", without(TEXT, "from", "content"), "parameter 'from' is missing"),
    ("message", {**without(TEXT, "orgid"), "domain": "other"}, "no organization has the domain 'other'"),
    ("message", {**TEXT, "content": ""}, "parameter 'content' is empty"),
    ("message", {**TEXT, "content": " \n"}, "parameter 'content' is empty"),
    ("message", {**TEXT, "content": None}, "parameter 'content' must be a string"),
    ("message", {**TEXT, "content": 5}, "parameter 'content' must be a string"),
    ("message", {**TEXT, "content": {"text": "x"}}, "parameter 'content' must be a string unless type is 8"),
    ("message", {**TEXT, "from": 1234567890}, "parameter 'from' must be a string"),
    ("message", {**TEXT, "from": ""}, "parameter 'from' is empty"),
    ("message", {**TEXT, "to": "999"}, "no user has the extension '999'"),
    ("message", {**TEXT, "to": "501\n"}, "no user has the extension"),
    ("message", {**TEXT, "type": "1"}, "parameter 'type' must be a whole number"),
    ("message", {**TEXT, "type": True}, "parameter 'type' must be a whole number"),
    ("message", {**TEXT, "type": 2}, "type 2 is not documented"),
    ("message", {**TEXT, "userid": LENA}, "parameter 'from' is not documented for “Send a message (advanced)”"),
    ("message", {**TEXT, "timestamp": NOW_MS}, "parameter 'timestamp' is not documented for “Send a message”"),
    ("message", {**TEXT, "messageid": "OURS"}, "parameter 'content' is not documented for “Sync"),
    ("message", {**ADVANCED, "to": "501"}, "parameter 'to' is not documented for “Send a message (advanced)”"),
    ("message", {**ADVANCED, "sessionid": "SESSION"}, "is not documented for “Send indication - Message”"),
    ("message", without(ADVANCED, "userid"), "parameter 'userid' is missing"),
    ("message", without(ADVANCED, "senderid"), "parameter 'senderid' is missing"),
    ("message", without(ADVANCED, "content"), "parameter 'content' is missing"),
    ("message", {**ADVANCED, "userid": "5"}, "no user has the id '5'"),
    ("message", {**ADVANCED, "senderinfo": "1234567890"}, "parameter 'senderinfo' must be an object"),
    ("message", {**ADVANCED, "senderinfo": {"fax": "1"}}, "parameter 'senderinfo.fax' is not documented"),
    ("message", {**ADVANCED, "senderinfo": {"phone": 1}}, "parameter 'senderinfo.phone' must be a string"),
    ("message", {**ADVANCED, "type": 7, "content": "https://a.example/b"}, "for “Send a file using link”"),
    ("message", {**LINK, "content": "photo.jpg"}, "must be an http or https URL"),
    ("message", {**LINK, "content": "file:///etc/passwd"}, "must be an http or https URL"),
    ("message", {**LINK, "content": "https://["}, "must be an http or https URL"),
    ("message", {**LINK, "sessionid": "SESSION"}, "parameter 'sessionid' is not documented for “Send a file using"),
    ("message", {**EMPTY, "type": 1}, "parameter 'content' is missing"),
    ("message", {**without(EMPTY, "orgid"), "domain": "harbourbooks"}, "'domain' is not documented for “Create an"),
    ("message", {**EMPTY, "to": "999"}, "no user has the extension '999'"),
    ("message", {**EMPTY, "sessionid": "SESSION"}, "parameter 'content' is missing"),
    ("message", {**SYNC, "sessionid": "1-2"}, "there is no session '1-2'"),
    ("message", {**SYNC, "from": "777"}, "'from' and 'to' are not the two of this session"),
    ("message", {**SYNC, "timestamp": "1733829203832"}, "parameter 'timestamp' must be a whole number"),
    ("message", {**SYNC, "timestamp": 1733829203}, "parameter 'timestamp' must be a time in milliseconds"),
    ("message", {**SYNC, "timestamp": -1}, "parameter 'timestamp' must be a time in milliseconds"),
    ("message", {**SYNC, "timestamp": 99733829203832}, "parameter 'timestamp' must be a time in milliseconds"),
    ("message", {**EMPTY, "messageid": "OURS"}, "parameter 'sessionid' is missing"),
    ("message", {**EMPTY, "messageid": "1-2", "sessionid": "SESSION"}, "there is no message '1-2'"),
    ("message", {**CALL, "from": "501"}, "parameter 'from' is not documented for “Create a new call activity”"),
    ("message", without(CALL, "sessionid"), "parameter 'sessionid' is missing"),
    ("message", without(CALL, "timestamp"), "parameter 'timestamp' is missing"),
    ("message", {**CALL, "content": "a call"}, "parameter 'content' must be an object"),
    ("message", {**CALL, "content": {"duration": "100"}}, "parameter 'content.duration' must be a whole number"),
    ("message", {**CALL, "content": {"duration": 1.5}}, "parameter 'content.duration' must be a whole number"),
    ("message", {**CALL, "content": {"duration": 1, "caller": "5"}}, "parameter 'content.called' is missing"),
    ("message", {**CALL, "content": {**CALL["content"], "cost": 1}}, "parameter 'content.cost' is not documented"),  # type: ignore[dict-item]
    ("delivered", {"orgid": ORGID, "messageid": "THEIRS", "sessionid": "SESSION"}, "'sessionid' is not documented"),
    ("delivered", {"messageid": "THEIRS"}, "parameter 'orgid' is missing"),
    ("delivered", {"orgid": ORGID, "messageid": "1-2"}, "there is no message '1-2'"),
    ("delivered", {"orgid": ORGID, "messageid": "OURS"}, "is your own"),
    ("read", {"orgid": ORGID, "messageid": "THEIRS"}, "parameter 'messageid' is not documented"),
    ("read", {"orgid": ORGID, "sessionid": "1-2"}, "there is no session '1-2'"),
    ("typing", {"orgid": ORGID, "sessionid": "SESSION", "state": "on"}, "parameter 'state' is not documented"),
    ("typing", {"orgid": ORGID, "sessionid": "1-2"}, "there is no session '1-2'"),
    ("updated", {"orgid": ORGID, "messageid": "THEIRS", "content": "x"}, "is not yours"),
    ("updated", {"orgid": ORGID, "messageid": "OURS", "content": ""}, "parameter 'content' is empty"),
    ("updated", {"orgid": ORGID, "messageid": "OURS"}, "parameter 'content' is missing"),
    ("deleted", {"orgid": ORGID, "messageid": "THEIRS"}, "is not yours"),
    ("deleted", {"domain": "harbourbooks", "messageid": "OURS"}, "parameter 'domain' is not documented"),
]


@pytest.mark.parametrize(("method", "params", "words"), REFUSED)
async def test_refuses_by_name(api: Any, sim: Simulator, method: str, params: dict[str, Any], words: str) -> None:
    sent = await with_ids(api, sim, params)
    before = [(message.id, message.content, message.is_deleted) for message in sim.messages]
    envelope = await api.json({"method": method, "params": sent})
    assert set(envelope) == {"error"}
    assert words in envelope["error"]["message"]
    assert envelope["error"]["code"] >= 400
    assert sim.requests[-1].error == envelope["error"]["message"]
    assert not sim.requests[-1].is_done
    assert [(message.id, message.content, message.is_deleted) for message in sim.messages] == before


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"method": "getChatUsers", "params": {"orgid": ORGID}, "id": 1}, "top-level key 'id' is not documented"),
        ({"jsonrpc": "2.0", "method": "getChatUsers", "params": {"orgid": ORGID}}, "top-level key 'jsonrpc'"),
        ({"params": {"orgid": ORGID}}, "top-level key 'method' is missing"),
        ({"method": "getChatUsers"}, "top-level key 'params' is missing"),
        ({"method": 1, "params": {}}, "top-level key 'method' must be a string"),
        ({"method": "getChatUsers", "params": []}, "top-level key 'params' must be an object"),
        ({"method": "getChatUsers", "params": None}, "top-level key 'params' must be an object"),
    ],
)
async def test_refuses_other_envelopes(api: Any, document: Any, words: str) -> None:
    assert words in (await api.json(document))["error"]["message"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"[]",
        b'"text"',
        b'{"method":"getOrganizations","params":{}',
        b'{"method":"getOrganizations","method":"getOrganizations","params":{}}',
        b'{"method":"getOrganizations","params":{"a":NaN}}',
        b'{"method":"updated","params":{"content":"\\ud83d"}}',
        '{"method":"münze"}'.encode("latin-1"),
        b"[" * 100_000,
    ],
)
async def test_refuses_what_is_no_json_object(api: Any, body: bytes) -> None:
    status, answer = await api.post(body)
    assert status == 400
    assert "JSON" in json.loads(answer)["error"]["message"]


async def test_a_deleted_message_can_not_be_changed_again(api: Any) -> None:
    messageid = await api.text()
    await api.done("deleted", orgid=ORGID, messageid=messageid)
    for method, more in (("deleted", {}), ("updated", {"content": "x"})):
        envelope = await api.call(method, orgid=ORGID, messageid=messageid, **more)
        assert "was deleted" in envelope["error"]["message"]


# ---------------------------------------------------------------- HTTP


async def test_the_key_is_needed(api: Any, sim: Simulator) -> None:
    body = b'{"method":"getOrganizations","params":{}}'
    for authorization in ("", "Bearer wrong", "k3y-Of.the_ACCOUNT", "Basic k3y-Of.the_ACCOUNT", "Bearer schlüssel"):
        status, answer = await api.post(body, Authorization=authorization)
        assert status == 401
        assert json.loads(answer)["error"]["code"] == 401
        assert sim.requests[-1].http_status == 401


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/xml"])
async def test_other_content_types_are_refused(api: Any, kind: str) -> None:
    status, answer = await api.post(b'{"method":"getOrganizations","params":{}}', **{"Content-Type": kind})
    assert status == 415
    assert "Content-Type" in json.loads(answer)["error"]["message"]


async def test_a_charset_is_no_other_content_type(api: Any) -> None:
    body = b'{"method":"getOrganizations","params":{}}'
    status, _answer = await api.post(body, **{"Content-Type": "application/json; charset=utf-8"})
    assert status == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api", 405),
        ("PUT", "/api", 405),
        ("POST", "/", 404),
        ("POST", "/api/", 404),
        ("POST", "/api/message", 404),
        ("POST", "/api?key=x", 404),
    ],
)
async def test_other_addresses_and_methods(api: Any, sim: Simulator, method: str, path: str, status: int) -> None:
    headers = {**api.headers, "Content-Type": "application/json"}
    async with api.http.request(method, sim.origin + path, data=b"{}", headers=headers) as answer:
        assert answer.status == status


async def test_a_huge_body_is_refused(api: Any) -> None:
    status, _answer = await api.post(b'{"method":"' + b"x" * 1024 * 1024)
    assert status == 413


# ---------------------------------------------------------------- sessions


async def test_messages_of_the_same_two_share_a_session(api: Any, sim: Simulator) -> None:
    first, second = sim.message(await api.text()), sim.message(await api.text(content="Again"))
    other = sim.message(await api.text(from_="5550001111"))
    assert first.session is second.session
    assert other.session is not first.session
    empty = await api.done("message", orgid=ORGID, from_="1234567890", to="501")
    assert empty["sessionid"] == first.session.id


async def test_a_closed_session_has_a_successor(api: Any, sim: Simulator) -> None:
    old = sim.message(await api.text()).session.id
    await sim.close_session(old)
    call = {**SYNC, "sessionid": old}
    result = (await api.json({"method": "message", "params": call}))["result"]
    assert set(result) == {"messageid", "sessionid"}
    assert result["sessionid"] != old
    assert sim.message(await api.text()).session.id == result["sessionid"]


async def test_an_import_tells_who_wrote_by_from_and_to(api: Any, sim: Simulator) -> None:
    sessionid = sim.message(await api.text()).session.id
    params = {"orgid": ORGID, "content": "Hello", "sessionid": sessionid, "timestamp": NOW_MS}
    theirs = await api.done("message", **params, from_="501", to="1234567890")
    ours = await api.done("message", **params, from_="1234567890", to="501")
    authors = [sim.message(one["messageid"]).author for one in (theirs, ours)]
    assert authors == ["person", "party"]
    assert sim.message(theirs["messageid"]).timestamp_ms == NOW_MS


# ---------------------------------------------------------------- uploads


def form(data: bytes = b"%PDF-1.4", name: str = "plan.pdf", **fields: str) -> aiohttp.FormData:
    made = aiohttp.FormData(quote_fields=False)
    for field, value in fields.items():
        made.add_field(field.rstrip("_"), value)
    made.add_field("file", data, filename=name, content_type="application/pdf")
    return made


async def test_an_upload_is_kept_and_served(api: Any, sim: Simulator) -> None:
    data = bytes(range(256)) * 4096
    envelope = await api.upload(form(data, "Grundriß ‎1.pdf", orgid=ORGID, to="502\n", from_="1234567890"))
    message = sim.message(envelope["result"]["messageid"])
    assert message.kind == "file"
    assert message.session.person.extension == "502"
    assert sim.requests[-1].method == "upload"
    assert sim.requests[-1].params["file"] == {
        "name": "Grundriß _1.pdf",
        "mime": "application/pdf",
        "size_bytes": len(data),
    }
    assert message.content.startswith(f"{sim.origin}/files/")
    async with api.http.get(message.content) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "application/pdf"
        assert await answer.read() == data


async def test_an_upload_by_a_sender_id(api: Any, sim: Simulator) -> None:
    envelope = await api.upload(form(orgid=ORGID, userid=LENA, senderid="1a2b3c4d5e6f"))
    party = sim.message(envelope["result"]["messageid"]).session.party
    assert (party.address, party.is_sender_id) == ("1a2b3c4d5e6f", True)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"orgid": ORGID, "to": "501", "from_": "1", "method": "message"}, "parameter 'method' is not documented"),
        ({"orgid": ORGID, "to": "501", "from_": "1", "type": "7"}, "parameter 'type' is not documented"),
        ({"orgid": ORGID, "to": "501", "from_": "1", "content": "Look"}, "parameter 'content' is not documented"),
        ({"domain": "harbourbooks", "to": "501", "from_": "1"}, "parameter 'domain' is not documented"),
        ({"to": "501", "from_": "1"}, "parameter 'orgid' is missing"),
        ({"orgid": ORGID, "to": "501"}, "parameter 'from' is missing"),
        ({"orgid": ORGID, "to": "999", "from_": "1"}, "no user has the extension '999'"),
        (
            {"orgid": ORGID, "userid": LENA, "senderid": "1a", "to": "501"},
            "'to' is not documented for “Send a file (ad",
        ),
        ({"orgid": ORGID, "userid": "5", "senderid": "1a"}, "no user has the id '5'"),
        ({"orgid": ORGID, "senderid": "1a"}, "parameter 'userid' is missing"),
        ({"orgid": "5", "to": "501", "from_": "1"}, "no organization has the orgid '5'"),
        ({"orgid": ORGID, "to": "501", "from_": "x" * 5000}, "parameter 'from' is too long"),
    ],
)
async def test_refuses_other_uploads(api: Any, sim: Simulator, fields: dict[str, str], words: str) -> None:
    envelope = await api.upload(form(**fields))
    assert words in envelope["error"]["message"]
    assert sim.requests[-1].method == "upload"
    assert sim.messages == []
    assert sim._shelf._folder is not None
    assert list(sim._shelf._folder.iterdir()) == []


async def test_an_upload_needs_one_file_with_a_name_and_something_in_it(api: Any, sim: Simulator) -> None:
    plain = aiohttp.FormData({"orgid": ORGID, "to": "501", "from": "1"}, default_to_multipart=True)
    assert "parameter 'file' is missing" in (await api.upload(plain))["error"]["message"]
    plain.add_field("file", "text")
    assert "must be a file with a name" in (await api.upload(plain))["error"]["message"]
    twice = form(orgid=ORGID, to="501", from_="1")
    twice.add_field("file", b"x", filename="b.txt")
    assert "'file' is there twice" in (await api.upload(twice))["error"]["message"]
    empty = form(b"", orgid=ORGID, to="501", from_="1")
    assert "the file is empty" in (await api.upload(empty))["error"]["message"]
    assert sim.messages == []


async def test_a_broken_form_is_refused(api: Any) -> None:
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    for body in (b"", b"nonsense", b'--b\r\nContent-Disposition: form-data; name="orgid"\r\n\r\n1'):
        _status, answer = await api.post(body, **kind)
        assert json.loads(answer)["error"]["message"].startswith("upload: ")
    _status, answer = await api.post(b"x", **{"Content-Type": "multipart/form-data"})
    assert json.loads(answer)["error"]["message"].startswith("upload: ")


async def test_an_upload_of_a_client_that_leaves_is_discarded(api: Any, sim: Simulator) -> None:
    async def half() -> Any:
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n' + b"x" * 400_000
        raise ConnectionResetError("gone")

    headers = {**api.headers, "Content-Type": "multipart/form-data; boundary=b"}
    with pytest.raises((aiohttp.ClientError, ConnectionResetError)):
        await api.http.post(api.url, data=half(), headers=headers)
    record = await sim.wait_request("upload")
    assert "broken off" in record.error
    assert sim._shelf._folder is not None
    assert list(sim._shelf._folder.iterdir()) == []


async def test_files_are_found_by_token_and_name_alone(api: Any, sim: Simulator) -> None:
    messageid = await sim.send_file("501", "../../etc/pass\x00wd", b"data", to="1234567890")
    url = sim.message(messageid).content
    assert url.endswith("/pass_wd")
    async with api.http.get(url) as answer:
        assert await answer.read() == b"data"
    for other in (url[:-1], f"{sim.origin}/files/x/pass_wd", f"{sim.origin}/files/../api"):
        async with api.http.get(other) as answer:
            assert answer.status in (404, 405)
