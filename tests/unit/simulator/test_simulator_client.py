"""Ringodesk's own client, against the simulator: what the one sends is what the other takes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from ringodesk_qt.api import NO_RETRIES, Pace, RingotelClient, Timeouts
from ringodesk_qt.errors import KeyRefusedError, NotSentError, RefusedError, UncertainError
from ringodesk_qt.models.account import Identity, IdentityKind
from ringodesk_qt.models.contact import Recipient
from ringodesk_qt.models.ids import AccountId, IdentityId, MessageId, UserId
from ringodesk_qt.simulator import Fault, Simulator

KEY = "k3y-Of.the_ACCOUNT"
ORGID = "16287540703457500320"
LENA = Recipient(extension="501", userid=UserId("16287541154521992797"))
PLAIN = {"pace": Pace(None), "retries": NO_RETRIES}
SHORT = Timeouts(connect_s=2, read_s=0.2, write_s=2, total_s=0.6, stall_s=0.3)


def identity(kind: IdentityKind, address: str) -> Identity:
    return Identity(
        id=IdentityId(1),
        account_id=AccountId(1),
        kind=kind,
        address=address,
        name="John Smith",
        phone="1",
        email="j@x.y",
    )


NUMBER = identity(IdentityKind.NUMBER, "1234567890")
SENDER = identity(IdentityKind.SENDER, "1a2b3c4d5e6f")


@pytest.fixture
async def client(sim: Simulator) -> AsyncIterator[RingotelClient]:
    async with RingotelClient(KEY, orgid=ORGID, api_url=sim.api_url, **PLAIN) as client:
        yield client


@pytest.fixture
async def hasty(sim: Simulator) -> AsyncIterator[RingotelClient]:
    """A client that does not wait long."""
    async with RingotelClient(KEY, orgid=ORGID, api_url=sim.api_url, timeouts=SHORT, **PLAIN) as client:
        yield client


async def test_lists(client: RingotelClient) -> None:
    users = await client.chat_users()
    assert [user.extension for user in users] == ["501", "502", "503", "504", "505", "506", "507"]
    assert (await client.resolve_domain("HarbourBooks")).id == ORGID


@pytest.mark.parametrize("sender", [NUMBER, SENDER], ids=["number", "sender id"])
async def test_text_and_file(client: RingotelClient, sim: Simulator, tmp_path: Path, sender: Identity) -> None:
    sent = await client.send_text(sender, LENA, "Hi there 👋")
    message = sim.message(sent.messageid)
    assert (message.content, message.session.party.address) == ("Hi there 👋", sender.address)
    path = tmp_path / "Grundriß.pdf"
    path.write_bytes(b"%PDF" * 100_000)
    upload = sim.message((await client.send_file(sender, LENA, path)).messageid)
    file = sim.file_of(upload)
    assert file is not None
    assert (file.name, file.mime, file.path.read_bytes()) == ("Grundriß.pdf", "application/pdf", path.read_bytes())


async def test_link_session_and_indications(client: RingotelClient, sim: Simulator) -> None:
    link = await client.send_link(NUMBER, LENA, "https://example.com/a.jpg")
    assert sim.message(link.messageid).kind == "link"
    session = await client.open_session(NUMBER, LENA)
    await client.typing(session)
    await client.read(session)
    await client.delivered(await sim.say("501", "Hello", to="1234567890"))
    sent = await client.send_text(NUMBER, LENA, "one")
    await client.updated(sent.messageid, "two")
    assert (sim.message(sent.messageid).content, sim.message(sent.messageid).former) == ("two", ["one"])
    await client.deleted(sent.messageid)
    assert sim.message(sent.messageid).is_deleted
    with pytest.raises(RefusedError, match="deleted"):
        await client.deleted(sent.messageid)
    assert [record.error for record in sim.requests if not record.is_done] == [sim.requests[-1].error]


async def test_a_wrong_key_and_an_unknown_message(client: RingotelClient, sim: Simulator) -> None:
    with pytest.raises(RefusedError, match="there is no message"):
        await client.deleted(MessageId("1-2"))
    async with RingotelClient("wrong", orgid=ORGID, api_url=sim.api_url) as other:
        with pytest.raises(KeyRefusedError):
            await other.chat_users()


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.ERROR_OBJECT, RefusedError),
        (Fault.ERROR_MESSAGE_ONLY, RefusedError),
        (Fault.ERROR_TEXT, RefusedError),
        (Fault.RESULT_ERROR, RefusedError),
        (Fault.HTTP_401, KeyRefusedError),
        (Fault.HTTP_403, KeyRefusedError),
        (Fault.HTTP_429, NotSentError),
        (Fault.HTTP_500_JSON, UncertainError),
        (Fault.HTTP_502_HTML, UncertainError),
        (Fault.HTTP_200_HTML, UncertainError),
        (Fault.RESET_BEFORE_READING, UncertainError),
        (Fault.RESET_AFTER_READING, UncertainError),
        (Fault.RESET_AFTER_DOING, UncertainError),
        (Fault.HTTP_502_AFTER_DOING, UncertainError),
        (Fault.ERROR_CODE_TEXT, RefusedError),
        (Fault.ERROR_NESTED, RefusedError),
        (Fault.ERROR_EMPTY, RefusedError),
        (Fault.HTTP_404, RefusedError),
        (Fault.HTTP_413, RefusedError),
        (Fault.REDIRECT, RefusedError),
        (Fault.HTTP_429_BARE, NotSentError),
        (Fault.HTTP_429_DATE, NotSentError),
        (Fault.HTTP_503_RETRY, UncertainError),
        (Fault.HTTP_504_HTML, UncertainError),
        (Fault.HTTP_500_AFTER_DOING, UncertainError),
        (Fault.HTTP_504_AFTER_DOING, UncertainError),
        (Fault.CLOSE_AFTER_DOING, UncertainError),
        (Fault.RESET_AT_REQUEST_BYTE, UncertainError),
        (Fault.RESET_AT_ANSWER_BYTE, UncertainError),
        (Fault.CLOSE_AT_ANSWER_BYTE, UncertainError),
        (Fault.LENGTH_TOO_LONG, UncertainError),
        (Fault.LENGTH_TOO_SHORT, UncertainError),
        (Fault.REPLY_BARE_TEXT, UncertainError),
        (Fault.REPLY_NOT_JSON, UncertainError),
    ],
)
async def test_what_becomes_of_a_send(
    client: RingotelClient, sim: Simulator, fault: Fault, kind: type[Exception]
) -> None:
    sim.faults.once(fault)
    with pytest.raises(kind):
        await client.send_text(NUMBER, LENA, "Hello")
    assert len(sim.requests) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault.HANG,
        Fault.HANG_AFTER_DOING,
        Fault.HANG_AT_REQUEST_BYTE,
        Fault.HANG_AT_ANSWER_BYTE,
        Fault.LATE_ANSWER,
        Fault.DRIBBLE,
    ],
)
async def test_a_send_that_is_never_answered(hasty: RingotelClient, sim: Simulator, fault: Fault) -> None:
    sim.faults.once(fault)
    with pytest.raises(UncertainError):
        await hasty.send_text(NUMBER, LENA, "Hello")
    assert len(sim.requests) == 1


@pytest.mark.parametrize(
    ("fault", "has_message", "has_session"),
    [
        (Fault.REPLY_SESSIONID, False, True),
        (Fault.REPLY_BOTH, True, True),
        (Fault.REPLY_NONE, False, False),
        (Fault.REPLY_EMPTY, False, False),
        (Fault.REPLY_NULL, False, False),
        (Fault.REPLY_RESULT_NULL, False, False),
        (Fault.REPLY_204, False, False),
        (Fault.REPLY_NO_RESULT, False, False),
        (Fault.REPLY_ARRAY, False, False),
        (Fault.REPLY_TEXT, False, False),
        (Fault.REPLY_ERROR_NULL, True, False),
        (Fault.REPLY_EXTRA_FIELDS, True, False),
        (Fault.CHUNKED, True, False),
        (Fault.CLOSE_WHEN_IDLE, True, False),
    ],
)
async def test_which_ids_come_back(
    client: RingotelClient, sim: Simulator, fault: Fault, has_message: bool, has_session: bool
) -> None:
    sim.faults.once(fault)
    sent = await client.send_text(NUMBER, LENA, "Hello")
    assert (bool(sent.messageid), bool(sent.sessionid)) == (has_message, has_session)


async def test_ids_that_are_numbers_keep_their_digits(client: RingotelClient, sim: Simulator) -> None:
    sim.faults.always(Fault.NUMERIC_IDS)
    sim.faults.always(Fault.REPLY_IDS_AS_NUMBERS)
    sent = await client.send_text(NUMBER, LENA, "Hello")
    assert sim.message(sent.messageid).content == "Hello"
    assert (await client.chat_users())[0].userid == LENA.userid
