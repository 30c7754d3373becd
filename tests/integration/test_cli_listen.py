"""`ringodesk-cli listen`: a line an event, until SIGTERM; and what other processes do on the same home meanwhile."""

from __future__ import annotations

import asyncio
import json
import socket

import pytest
from cli_process import NUMBER, Cli, Running

from ringodesk_qt.engine import Engine
from ringodesk_qt.paths import Home
from ringodesk_qt.simulator import Fault
from ringodesk_qt.vault import EnvironmentVault, KeyringVault


@pytest.fixture
def sim(simulator):
    return simulator.simulator


@pytest.fixture
def listening(sim, cli):
    """A `listen` that the simulator's notifications reach."""
    with Running(cli, "listen") as running:
        line = running.wait_event("listening")
        assert line["url"].startswith("http://127.0.0.1:")
        sim.set_webhook(line["url"])
        yield running


def test_a_line_an_event(simulator, sim, cli, listening):
    first = simulator.run(sim.say("504", "Fivve", to=NUMBER))
    line = listening.wait_event("message", messageid=first)
    is_now = {"text": "Fivve", "direction": "in", "kind": "text", "state": "received"}
    assert is_now.items() <= line.items()
    chat = line["chat"]
    simulator.run(sim.edit(first, "Five"))
    assert listening.wait_event("changed", messageid=first, text="Five")["edited_at"]
    simulator.run(sim.type("504"))
    assert listening.wait_event("typing") == {"event": "typing", "chat": chat, "state": "on"}
    file = simulator.run(sim.send_file("504", "tide.txt", b"high at four", to=NUMBER))
    assert listening.wait(lambda one: one["event"] == "typing") == {"event": "typing", "chat": chat, "state": "off"}
    assert file in [one.get("messageid") for one in listening.seen if one["event"] == "message"]
    simulator.run(sim.delete(first))
    assert listening.wait(lambda one: one.get("messageid") == first and one["deleted_at"])["event"] == "changed"
    assert simulator.run(sim.wait_request("delivered")).params["messageid"] == first
    simulator.run(sim.settled())
    finished = listening.terminate()
    assert (finished.code, finished.err) == (0, "")
    assert listening.seen[-1] == {"event": "stopped"}
    assert [one["text"] for one in cli.json("messages", "504").lines] == ["", ""]
    (row,) = cli.json("chats").lines
    assert row["unread"] == 1


def test_others_on_the_same_home(simulator, sim, cli, listening):
    sent = cli.done("send", "505", "from beside")
    simulator.run(sim.deliver(sent["messageid"]))
    assert listening.wait_event("changed", id=sent["id"])["state"] == "delivered"
    assert cli.done("status")["receiving"] == "another process receives"
    second = cli.json("listen")
    assert second.code == 4
    assert second.sentence.startswith("Another Ringodesk on this home receives already.")
    simulator.run(sim.say("505", "still here", to=NUMBER))
    listening.wait_event("message", text="still here")
    finished = listening.terminate()
    assert (finished.code, finished.lines[-1]) == (0, {"event": "stopped"})
    assert cli.done("status")["receiving"] == "off"


def test_another_key_in_notifications(simulator, sim, listening):
    sim.faults.once(Fault.WRONG_KEY)
    simulator.run(sim.say("504", "forged", to=NUMBER))
    line = listening.wait(lambda one: one["event"] == "health" and one["repairs"])
    assert list(line) == ["event", "sending", "receiving", "url", "last_received_at", "repairs"]
    assert line["repairs"][0].startswith("Notifications come with another API key than the saved one.")
    listening.terminate()
    assert "forged" not in json.dumps(listening.seen)


def test_all_that_was_acknowledged_is_printed(simulator, sim, listening):
    texts = [f"number {number}" for number in range(60)]

    async def say_all():
        for text in texts:
            await sim.say("504", text, to=NUMBER)

    simulator.run(say_all())
    listening.wait_event("message", text="number 9")
    listening.terminate()
    simulator.run(sim.settled())  # the rest found nobody
    mine = [one for one in sim.webhooks if one.params.get("content") in texts]
    acknowledged = [one.params["content"] for one in mine if one.statuses[-1:] == [200]]
    assert [one["text"] for one in listening.seen if one["event"] == "message"] == acknowledged
    assert len(acknowledged) >= 10
    assert len(mine) == len(texts)


def test_a_message_that_waited_goes(sim, cli):
    async def queue():
        engine = Engine(Home(cli.home), vault=EnvironmentVault("", KeyringVault()))
        await engine.open()
        contact = next(one for one in await engine.desk.contacts() if one.extension == "504")
        chat = await engine.desk.open_chat(contact.id)
        message_id = await engine.desk.send_text(chat.id, "it waited")
        await engine.stop()
        return message_id

    message_id = asyncio.run(queue())
    assert cli.done("status")["waiting"] == 1
    with Running(cli, "listen") as running:
        line = running.wait_event("changed", id=message_id, state="sent")
        assert sim.message(line["messageid"]).content == "it waited"
        assert running.terminate().code == 0


def test_nobody_reads_any_more(simulator, sim, cli):
    process = cli.start("listen", "--json")
    with process:
        line = {}
        while line.get("event") != "listening":
            line = json.loads(process.stdout.readline())
        sim.set_webhook(line["url"])
        process.stdout.close()
        simulator.run(sim.say("504", "anybody?", to=NUMBER))
        assert process.wait(20) == 0
        assert b"Traceback" not in process.stderr.read()


def test_a_port_in_use(cli):
    settings = cli.home / "settings.json"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings.write_text(json.dumps({**json.loads(settings.read_text()), "receiver_port": port}))
        finished = cli.json("listen")
    assert (finished.code, str(port) in finished.sentence) == (4, True)
    assert "in use" in finished.sentence


def test_without_a_key_nothing_is_received(cli):
    finished = Cli(cli.home, key=None).json("listen")
    assert (finished.code, finished.out) == (3, "")
    assert "no key store" in finished.sentence
