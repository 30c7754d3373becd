"""Requests, compared with the collection's items as published."""

import inspect
import json

import msgspec
import pytest
from scripted_server import PLAIN, ScriptedServer

from ringodesk_qt.api import CallActivity, Direction, RingotelClient, SentMessage, time_of_ms
from ringodesk_qt.api import number as number_of
from ringodesk_qt.core import ports
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.contact import Recipient
from ringodesk_qt.models.ids import MessageId, SessionId, UserId

ORGID = "16287540703457500320"
MESSAGEID = MessageId("1630253837469-a887a7c51d060d078a")
SESSIONID = SessionId("1630253837483-3fb8b0b9c7e935684a")

# The bodies of the collection's items, by item name. Of the empty session only the values differ from the item's own.
COLLECTION = {
    "Get a list of users": '{"method":"getChatUsers","params":{"orgid":"16287540703457500320"}}',
    "Send a message": """{"method":"message","params":{"orgid":"16287540703457500320","from":"1234567890","to":"502",
        "content":"Hi there 👋"}}""",
    "Send a message (advanced)": """{"method":"message","params":{"orgid":"16287540703457500320",
        "senderid":"1a2b3c4d5e6f","sendername":"John Smith",
        "senderinfo":{"phone":"1234567890","email":"johnsmith@example.com"},
        "userid":"16287541154521992797","content":"Hello World!"}}""",
    "Send a file using link": """{"method":"message","params":{"orgid":"16287540703457500320","from":"1234567890",
        "to":"502","content":"https://example.com/assets/ringotel-logo.png","type":7}}""",
    "Delivered": """{"method":"delivered","params":{"orgid":"16287540703457500320",
        "messageid":"1630253837469-a887a7c51d060d078a"}}""",
    "Deleted": """{"method":"deleted","params":{"orgid":"16287540703457500320",
        "messageid":"1630253837469-a887a7c51d060d078a"}}""",
    "Read": """{"method":"read","params":{"orgid":"16287540703457500320",
        "sessionid":"1630253837483-3fb8b0b9c7e935684a"}}""",
    "Typing": """{"method":"typing","params":{"orgid":"16287540703457500320",
        "sessionid":"1630253837483-3fb8b0b9c7e935684a"}}""",
    "Updated": """{"method":"updated","params":{"orgid":"16287540703457500320",
        "messageid":"1630253837469-a887a7c51d060d078a","content":"Hello Everyone!"}}""",
    "Create an empty session with a contact": """{"method":"message","params":{"from":"1234567890","to":"502",
        "orgid":"16287540703457500320"}}""",
    "Sync: what the user wrote": """{"method":"message","params":{"from":"9003","to":"234567668","content":"Hello",
        "orgid":"16287540703457500320","sessionid":"1630253837483-3fb8b0b9c7e935684a","timestamp":1770118887507}}""",
    "Sync: without a time": """{"method":"message","params":{"from":"9003","to":"234567668","content":"Hello",
        "orgid":"16287540703457500320","sessionid":"1630253837483-3fb8b0b9c7e935684a"}}""",
    "Sync: what we wrote (Send indication - Message)": """{"method":"message","params":{
        "orgid":"16287540703457500320","from":"1234567890","to":"502","content":"Hello World!",
        "sessionid":"1630253837483-3fb8b0b9c7e935684a"}}""",
    "Sync: by messageid": """{"method":"message","params":{"from":"9003","to":"234567668",
        "orgid":"16287540703457500320","messageid":"1630253837469-a887a7c51d060d078a",
        "sessionid":"1630253837483-3fb8b0b9c7e935684a"}}""",
    "Empty session with an SMS number": """{"method":"message","params":{"from":"234567668","to":"+12075550177",
        "orgid":"16287540703457500320"}}""",
    "Create a new call activity": """{"method":"message","params":{"sessionid":"1630253837483-3fb8b0b9c7e935684a",
        "content":{"duration":100,"caller":"511","called":"1234567890","subject":"Brief Utterances",
        "comment":"The conversation consists of brief, repetitive utterances",
        "transcription":"17191774976125638450-1759295823160-e4984da8007a55ac96.json"},
        "type":8,"timestamp":1733829203832,"orgid":"16287540703457500320"}}""",
    "A call of which little is known": """{"method":"message","params":{
        "sessionid":"1630253837483-3fb8b0b9c7e935684a","content":{"duration":0,"caller":"511","called":"1234567890",
        "subject":"","comment":""},
        "type":8,"timestamp":1733829203832,"orgid":"16287540703457500320"}}""",
}
OTHERS = number_of("234567668")
USER = Recipient(extension="9003")
CALL = CallActivity(
    duration_s=100,
    caller=" 511",
    called="1234567890",
    subject="Brief Utterances ",
    comment="The conversation consists of brief, repetitive utterances",
    transcription="17191774976125638450-1759295823160-e4984da8007a55ac96.json",
)
BRIEF_CALL = CallActivity(duration_s=0, caller="511", called="1234567890", subject=" ")

CALLS = {
    "Get a list of users": lambda c, n, s, to: c.chat_users(),
    "Send a message": lambda c, n, s, to: c.send_text(n, to, "Hi there 👋"),
    "Send a message (advanced)": lambda c, n, s, to: c.send_text(s, to, "Hello World!"),
    "Send a file using link": lambda c, n, s, to: c.send_link(n, to, "https://example.com/assets/ringotel-logo.png"),
    "Delivered": lambda c, n, s, to: c.delivered(MESSAGEID),
    "Deleted": lambda c, n, s, to: c.deleted(MESSAGEID),
    "Read": lambda c, n, s, to: c.read(SESSIONID),
    "Typing": lambda c, n, s, to: c.typing(SESSIONID),
    "Updated": lambda c, n, s, to: c.updated(MESSAGEID, "Hello Everyone!"),
    "Create an empty session with a contact": lambda c, n, s, to: c.open_session(n, to),
    "Sync: what the user wrote": lambda c, n, s, to: c.sync_text(
        OTHERS, USER, "Hello", sessionid=SESSIONID, direction=Direction.INCOMING, at=time_of_ms(1770118887507)
    ),
    "Sync: without a time": lambda c, n, s, to: c.sync_text(
        OTHERS, USER, "Hello", sessionid=SESSIONID, direction=Direction.INCOMING
    ),
    "Sync: what we wrote (Send indication - Message)": lambda c, n, s, to: c.sync_text(
        n, to, "Hello World!", sessionid=SESSIONID, direction=Direction.OUTGOING
    ),
    "Sync: by messageid": lambda c, n, s, to: c.sync_reference(
        OTHERS, USER, MESSAGEID, sessionid=SESSIONID, direction=Direction.INCOMING
    ),
    "Empty session with an SMS number": lambda c, n, s, to: c.open_session(
        OTHERS, Recipient(extension="+12075550177"), is_bulk=True
    ),
    "Create a new call activity": lambda c, n, s, to: c.log_call(SESSIONID, CALL, at=time_of_ms(1733829203832)),
    "A call of which little is known": lambda c, n, s, to: c.log_call(
        SESSIONID, BRIEF_CALL, at=time_of_ms(1733829203832), is_bulk=True
    ),
}
SESSION = {"sessionid": SESSIONID}
RESULTS = {
    "Get a list of users": [],
    "Create an empty session with a contact": SESSION,
    "Empty session with an SMS number": SESSION,
}


@pytest.mark.parametrize("item", COLLECTION)
async def test_each_json_request_is_the_collections(item, server: ScriptedServer, client, number, sender, to, key):
    server.answers(200, {"result": RESULTS.get(item, {})})
    await CALLS[item](client, number, sender, to)
    assert server.last.json == json.loads(COLLECTION[item])
    assert server.last.line == "POST /api HTTP/1.1"
    assert server.last.headers["authorization"] == f"Bearer {key}"
    assert server.last.headers["content-type"] == "application/json"


async def test_live_sends_never_carry_a_session(server, client, number, sender, to):
    """A message with a sessionid counts as history: it would be marked as read."""
    server.answers(200, {"result": {"messageid": MESSAGEID, "sessionid": SESSIONID}})
    for _ in range(2):
        await client.send_text(number, to, "hi")
        await client.send_text(sender, to, "hi")
        await client.send_link(number, to, "https://example.com/a")
    assert len(server.requests) == 6
    assert all("sessionid" not in request.json["params"] for request in server.requests)


async def test_a_closed_session_gives_another(server, client, number, to):
    server.answers(200, {"result": {"messageid": "m-1", "sessionid": "s-2"}})
    at = time_of_ms(1733829203832)
    for synced in (
        client.sync_text(number, to, "hi", sessionid=SESSIONID, direction=Direction.OUTGOING),
        client.sync_reference(number, to, MESSAGEID, sessionid=SESSIONID, direction=Direction.OUTGOING),
        client.log_call(SESSIONID, CALL, at=at),
    ):
        assert await synced == SentMessage(messageid=MessageId("m-1"), sessionid=SessionId("s-2"))
    assert [request.json["params"].get("timestamp") for request in server.requests] == [None, None, 1733829203832]


async def test_ids_of_any_length_and_form_go_as_they_are(server, client, number):
    odd = "ключ/" + "9" * 5000 + "{}…"
    await client.delivered(MessageId(odd))
    assert server.last.json["params"]["messageid"] == odd
    to = Recipient(extension=f" {odd}\n")
    await client.send_text(number, to, "hi")
    assert server.last.json["params"]["to"] == odd


async def test_text_of_any_length_goes_whole(server, client, number, to):
    text = "👩‍👧\n" * 100_000
    await client.send_text(number, to, text)
    assert server.last.json["params"]["content"] == text


async def test_what_is_derived_from_str_is_text(server, client, number):
    class Loud(str):
        __slots__ = ()

        def __str__(self):
            return "LOUD"

        def strip(self, *_):
            return "LOUD"

    to = Recipient(extension=Loud("502"))
    await client.send_text(number, to, Loud("hi"))
    assert (server.last.json["params"]["content"], server.last.json["params"]["to"]) == ("hi", "502")


async def test_text_goes_as_utf8_untouched(server, client, number, to):
    text = "  Ünï שלום 👩‍👩‍👧 \n\t<b>\u0000 "
    await client.send_text(number, to, text)
    assert server.last.json["params"]["content"] == text
    assert "👩".encode() in server.last.body


async def test_empty_parts_of_a_sender_are_left_out(server, client, sender, to):
    await client.send_text(msgspec.structs.replace(sender, name="", phone="", email=" "), to, "hi")
    assert server.last.json["params"].keys() == {"orgid", "senderid", "userid", "content"}
    await client.send_text(msgspec.structs.replace(sender, email=""), to, "hi")
    assert server.last.json["params"]["senderinfo"] == {"phone": "1234567890"}


async def test_reply_goes_out_from_the_format_they_wrote_to(server, client, number, sender, to):
    await client.send_text(number, to, "hi", sent_from="+1 (234) 567-890")
    assert server.last.json["params"]["from"] == "+1 (234) 567-890"
    await client.send_text(sender, to, "hi", sent_from="+1234567890")
    assert "from" not in server.last.json["params"]


async def test_key_may_be_a_function_asked_each_time(server, timeouts):
    keys = iter(["first", "second"])
    async with RingotelClient(
        lambda: next(keys), orgid=ORGID, api_url=server.origin, timeouts=timeouts, **PLAIN
    ) as client:
        await client.delivered(MESSAGEID)
        await client.delivered(MESSAGEID)
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer first", "Bearer second"]


def refusals(number, sender, to):
    nobody = Recipient(extension=" ", userid=UserId(""))
    unnamed = msgspec.structs.replace(number, address=" ")
    unnamed_sender = msgspec.structs.replace(sender, address="")
    return {
        "no text": lambda c: c.send_text(number, to, ""),
        "blank text": lambda c: c.send_text(number, to, " \n\u2003"),
        "blank edit": lambda c: c.updated(MESSAGEID, " "),
        "half a character": lambda c: c.send_text(number, to, "a\ud83d"),
        "no extension": lambda c: c.send_text(number, nobody, "hi"),
        "no userid": lambda c: c.send_text(sender, nobody, "hi"),
        "no number": lambda c: c.send_text(unnamed, to, "hi"),
        "no sender id": lambda c: c.send_text(unnamed_sender, to, "hi"),
        "session as sender id": lambda c: c.open_session(sender, to),
        "session with nobody": lambda c: c.open_session(number, nobody),
        "no messageid": lambda c: c.delivered(MessageId(" ")),
        "no messageid to edit": lambda c: c.updated(MessageId(""), "hi"),
        "no messageid to delete": lambda c: c.deleted(MessageId("")),
        "no session to read": lambda c: c.read(SessionId("")),
        "no session to type in": lambda c: c.typing(SessionId("")),
        "link as sender id": lambda c: c.send_link(sender, to, "https://example.com/a.png"),
        "relative link": lambda c: c.send_link(number, to, "example.com/a.png"),
        "file link": lambda c: c.send_link(number, to, "file:///etc/passwd"),
        "script link": lambda c: c.send_link(number, to, "javascript:alert(1)"),
        "link with a space": lambda c: c.send_link(number, to, "https://example.com/a b.png"),
        "link with a line break": lambda c: c.send_link(number, to, "https://example.com/\na"),
        "link without a host": lambda c: c.send_link(number, to, "https:///a.png"),
        "empty link": lambda c: c.send_link(number, to, ""),
    }


async def test_what_cannot_be_right_is_refused_before_the_wire(server, client, number, sender, to):
    for name, call in refusals(number, sender, to).items():
        with pytest.raises(InputError) as caught:
            await call(client)
        assert str(caught.value).endswith("."), name
    assert server.connections == 0


async def test_organization_is_needed_for_all_but_the_list_of_organizations(server, number, to, key, timeouts):
    server.answers(200, {"result": []})
    async with RingotelClient(key, api_url=server.origin, timeouts=timeouts, **PLAIN) as client:
        for call in (client.chat_users(), client.send_text(number, to, "hi"), client.delivered(MESSAGEID)):
            with pytest.raises(InputError, match="organization"):
                await call
        assert await client.organizations() == []
    assert [request.json for request in server.requests] == [{"method": "getOrganizations", "params": {}}]


@pytest.mark.parametrize("bad", ["", "two words", "line\r\nX-Forged: 1", "tab\t", "ключ", "trailing\n", "nul\0", "é"])
async def test_key_that_cannot_stand_in_a_header_is_refused(bad, server, number, to):
    async with RingotelClient(bad, orgid=ORGID, api_url=server.origin, **PLAIN) as client:
        with pytest.raises(InputError, match="API key") as caught:
            await client.send_text(number, to, "hi")
    assert server.connections == 0
    assert not bad or bad not in str(caught.value)


def test_client_fits_the_port():
    for name, wanted in inspect.getmembers(ports.Api, inspect.isfunction):
        if name.startswith("_"):
            continue
        ours = inspect.signature(getattr(RingotelClient, name)).parameters.values()
        theirs = inspect.signature(wanted).parameters.values()
        assert [(p.name, p.kind, p.default) for p in ours] == [(p.name, p.kind, p.default) for p in theirs], name
