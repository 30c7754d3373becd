"""The people: each does what their temper promises, the same for the same seed."""

from __future__ import annotations

import itertools
import struct
import zlib
from random import Random
from typing import Any

import msgspec
import pytest

from ringodesk_qt.simulator import PEOPLE, Organization, Simulator, SimulatorConfig, Temper, documents, pictures
from ringodesk_qt.simulator.answers import Answers
from ringodesk_qt.simulator.state import Author, Content
from ringodesk_qt.simulator.tempers import Scene

ORGID, NUMBER = "16287540703457500320", "1234567890"


@pytest.fixture
def config() -> SimulatorConfig:
    return SimulatorConfig(api_key="k3y-Of.the_ACCOUNT", pace=0.002)


async def test_lively_answers_at_once_typing_first(sim: Simulator, api: Any, hook: Any) -> None:
    messageid = await api.text("501", "Good morning! Is the reading room free?")
    await sim.settled()
    assert hook.methods == ["delivered", "read", "typing", "message"]
    sessionid = sim.message(messageid).session.id
    assert hook.bodies[0]["params"] == {"messageid": messageid, "sessionid": sessionid}
    assert hook.bodies[1]["params"] == {"sessionid": sessionid}
    answer = hook.bodies[3]["params"]
    assert (answer["from"], answer["to"], answer["sessionid"]) == ("501", NUMBER, sessionid)
    assert len(answer["content"]) > 10


async def test_lively_takes_a_burst_in_as_one(sim: Simulator, api: Any, hook: Any) -> None:
    ids = [await api.text("501", f"line {number}") for number in range(3)]
    await sim.settled()
    assert [params["messageid"] for params in hook.of("delivered")] == ids
    assert 1 <= len(hook.of("message")) <= 3
    assert hook.methods[-1] == "message"


async def test_sender_sends_files_edits_and_deletes(sim: Simulator, api: Any, hook: Any) -> None:
    await api.text("502", "Could you send me the floor plan, please?")
    await sim.settled()
    assert [method for method in hook.methods if method != "typing"] == [
        "delivered",
        "read",
        "message",  # the picture
        "message",
        "message",  # the file
        "message",
        "updated",
        "message",
        "deleted",
        "message",
    ]
    messages = hook.of("message")
    assert [params["type"] for params in messages] == [2, 1, 2, 1, 1, 1]
    assert messages[0]["content"].endswith("/floor-plan.png")
    assert messages[2]["content"].endswith("/opening-hours.pdf")
    [edited], [deleted] = hook.of("updated"), hook.of("deleted")
    assert edited["messageid"] == messages[3]["messageid"]
    assert edited["content"] != messages[3]["content"]
    assert deleted["messageid"] == messages[4]["messageid"]
    async with api.http.get(messages[0]["content"]) as answer:
        assert answer.headers["Content-Type"] == "image/png"
        assert await answer.read() == pictures.floor_plan()


async def test_sender_has_shorter_turns_later(sim: Simulator, api: Any, hook: Any) -> None:
    for text in ("Hello", "And your number?", "How is the weather?"):
        hook.bodies.clear()
        await api.text("502", text)
        await sim.settled()
        if text == "And your number?":
            assert [method for method in hook.methods if method != "typing"] == [
                "delivered",
                "read",
                "message",
                "updated",
            ]
    assert hook.of("message")[0]["content"].endswith("/harbour-evening.png")


async def test_slow_reads_types_and_goes_silent(sim: Simulator, api: Any, hook: Any) -> None:
    await api.text("503", "When you have a minute: the invoice for May?")
    await sim.settled()
    assert hook.methods == ["delivered", "read", "typing", "typing"]


async def test_the_others_get_it_unless_they_are_offline(sim: Simulator, api: Any, hook: Any) -> None:
    for extension in ("504", "505", "506", "507"):
        await api.text(extension, "Hello")
    await sim.settled()
    got = [sim.message(params["messageid"]).session.person.extension for params in hook.of("delivered")]
    assert sorted(got) == ["505", "506", "507"]
    assert set(hook.methods) == {"delivered"}


async def test_nobody_reacts_to_an_import(sim: Simulator, api: Any, hook: Any) -> None:
    session = (await api.done("message", orgid=ORGID, from_=NUMBER, to="501"))["sessionid"]
    await api.done("message", orgid=ORGID, from_=NUMBER, to="501", content="Old", sessionid=session)
    await sim.settled()
    assert hook.bodies == []


async def test_what_was_taken_back_in_time_is_not_delivered(config: SimulatorConfig, hook: Any, api: Any) -> None:
    async with Simulator(msgspec.structs.replace(config, has_tempers=False)) as sim:
        sim.set_webhook(hook.url)
        api.url = sim.api_url
        gone, there = sim.message(await api.text("501", "oops")), sim.message(await api.text("501", "Hello"))
        await api.done("deleted", orgid=ORGID, messageid=gone.id)
        scene = Scene(gone.session, sim._actions, Answers(Random(1)), pace=0)
        scene.new = [gone, there]
        await scene.take_in()
        await sim.settled()
    assert [params["messageid"] for params in hook.of("delivered")] == [there.id]


async def test_stop_ends_people_in_the_middle(config: SimulatorConfig, hook: Any, api: Any) -> None:
    sim = await Simulator(msgspec.structs.replace(config, pace=1000.0)).start()
    api.url = sim.api_url
    await api.text("501", "Hello")
    await sim.stop()
    await sim.stop()
    assert sim._cast._tasks == {}


async def test_stop_ends_people_who_have_not_begun(sim: Simulator) -> None:
    session = sim.session("501", to=NUMBER)
    sim._cast.notice(sim._state.add(session, Author.PARTY, Content.TEXT, "Hello"))
    await sim._cast.stop()
    await sim.settled(timeout_s=5)
    assert sim.webhooks == []


async def test_the_same_seed_says_the_same(config: SimulatorConfig, hook: Any, api: Any) -> None:
    said = []
    for seed in (1, 1, 2):
        hook.bodies.clear()
        async with Simulator(msgspec.structs.replace(config, seed=seed)) as sim:
            sim.set_webhook(hook.url)
            api.url = sim.api_url
            for text in ("Hello", "Any parcel?", "Really?", "Thanks", "So it is", "Fine", "Bye"):
                await api.text("501", text)
                await sim.settled()
        said.append([params["content"] for params in hook.of("message")])
    assert said[0] == said[1] != said[2]
    assert len(said[0]) == 7


# ---------------------------------------------------------------- what they say and send


def test_answers_fit_the_question_and_vary() -> None:
    answers = Answers(Random(3))
    assert "open" in answers.to_text("When are your opening hours?")
    lines = [answers.to_text("hm") for _ in range(20)]
    assert all(first != second for first, second in itertools.pairwise(lines))
    assert len(set(lines)) >= 4
    assert answers.to_file() != answers.to_link()


@pytest.mark.parametrize("picture", [pictures.floor_plan, pictures.harbour_evening])
def test_pictures_are_whole_pngs(picture: Any) -> None:
    data = picture()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (640, 400)
    kinds, at, packed = [], 8, b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        content = data[at + 8 : at + 8 + size]
        assert struct.unpack(">I", data[at + 8 + size : at + 12 + size]) == (zlib.crc32(kind + content),)
        packed += content if kind == b"IDAT" else b""
        kinds.append(kind)
        at += 12 + size
    assert kinds == [b"IHDR", b"IDAT", b"IEND"]
    rows = zlib.decompress(packed)
    assert len(rows) == 400 * (1 + 640 * 3)
    assert set(rows[:: 1 + 640 * 3]) == {2}


def test_the_pdf_knows_where_its_objects_are() -> None:
    data = documents.opening_hours()
    assert data.startswith(b"%PDF-1.4")
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    assert data[start : start + 4] == b"xref"
    offsets = [int(line[:10]) for line in data[start:].split(b"\n")[3:8]]
    assert [data[offset : offset + 7] for offset in offsets] == [b"%d 0 obj" % number for number in range(1, 6)]


def test_the_list_of_people_looks_real() -> None:
    assert [person.extension for person in PEOPLE] == ["501", "502", "503", "504", "505", "506", "507"]
    assert {person.temper for person in PEOPLE} == set(Temper)
    assert {0, 1, 2, 3, 6} <= {person.state for person in PEOPLE}
    assert len({person.userid for person in PEOPLE}) == len(PEOPLE)


async def test_an_empty_session_may_be_with_an_sms_number(config: SimulatorConfig, api: Any) -> None:
    org = Organization(dids={"2075550199": "503"})
    async with Simulator(msgspec.structs.replace(config, org=org)) as sim:
        api.url = sim.api_url
        session = (await api.done("message", orgid=ORGID, from_=NUMBER, to="2075550199"))["sessionid"]
        await api.done("message", orgid=ORGID, from_="2075550199", to=NUMBER, content="Old", sessionid=session)
        [message] = sim.messages
        assert (message.session.person.extension, message.author) == ("503", "person")
