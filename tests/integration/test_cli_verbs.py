"""The verbs of `ringodesk-cli` that read, send and indicate, against the simulator. The JSON fields are a contract."""

from __future__ import annotations

import re

import pytest
from cli_process import NUMBER

JAMES, LENA = "16287541154521992856", "16287541154521992797"
MESSAGE_FIELDS = [
    "id",
    "messageid",
    "sessionid",
    "chat",
    "direction",
    "kind",
    "text",
    "state",
    "at",
    "edited_at",
    "deleted_at",
    "delivered_at",
    "read_at",
    "error",
    "file",
    "call",
]
RFC_3339 = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"


@pytest.fixture
def sim(simulator):
    return simulator.simulator


def test_users(cli):
    finished = cli.json("users")
    assert finished.code == 0
    assert [list(line) for line in finished.lines] == [["userid", "extension", "name", "state", "presence"]] * 7
    (james,) = [line for line in finished.lines if line["userid"] == JAMES]
    assert james == {
        "userid": JAMES,
        "extension": "504",
        "name": "James Whitfield",
        "state": 0,
        "presence": "Offline",
    }


def test_a_text_and_where_it_is_found_again(sim, cli):
    text = "Is the boat in? ⛵\nשלום"
    line = cli.done("send", "504", text)
    assert list(line) == MESSAGE_FIELDS
    assert re.fullmatch(RFC_3339, line["at"])
    is_now = {"direction": "out", "kind": "text", "text": text, "state": "sent", "error": None, "file": None}
    assert is_now.items() <= line.items()
    assert sim.message(line["messageid"]).content == text
    assert cli.done("messages", "504") == line
    for typed in (
        "boa שלום",
        "oat",
        '"boat in" from:me in:504',
        "שלו on:today",
        "after:yesterday has:link",
        "on:today",
    ):
        found = cli.json("search", typed)
        assert found.lines == ([] if "link" in typed else [line]), typed
    for typed in ("colour:red", "before:soon", "from:nobody"):
        assert cli.json("search", typed).code == 2
    chat = cli.done("chats")
    assert chat == {
        "chat": line["chat"],
        "contact": "James Whitfield",
        "extension": "504",
        "userid": JAMES,
        "identity": NUMBER,
        "unread": 0,
        "last": chat["last"],
        "last_at": line["at"],
        "draft": "",
        "pinned": False,
        "archived": False,
        "marked_unread": False,
        "muted_until": None,
        "trouble": False,
    }
    assert chat["last"].startswith("Is the boat in?")


def test_a_text_from_standard_input(sim, cli):
    finished = cli.json("send", "504", "-", typed="Grüße\naus Kiel\n".encode())
    assert (finished.code, finished.line["text"]) == (0, "Grüße\naus Kiel")
    assert sim.message(finished.line["messageid"]).content == "Grüße\naus Kiel"
    assert cli.run("send", "504", "-", typed=b"\xff\xfe").code == 2


def test_files(sim, cli, tmp_path):
    first, second = tmp_path / "Grundriß.bin", tmp_path / "tide.txt"
    first.write_bytes(bytes(range(256)) * 2000)
    second.write_bytes(b"high at four")
    finished = cli.json("send-file", "505", str(first), str(second))
    assert (finished.code, finished.err) == (0, "")
    assert [line["state"] for line in finished.lines] == ["sent", "sent"]
    assert finished.lines[1]["file"] == {
        "name": "tide.txt",
        "mime": "text/plain",
        "size_bytes": 12,
        "url": None,
        "path": str(second),
    }
    stored = [sim.file_of(sim.message(line["messageid"])) for line in finished.lines]
    assert [(one.name, one.size_bytes) for one in stored] == [("Grundriß.bin", 512_000), ("tide.txt", 12)]


def test_a_link(sim, cli):
    line = cli.done("send-link", "504", "https://example.com/a/plan%20b.png")
    assert (line["kind"], line["file"]["url"]) == ("file", "https://example.com/a/plan%20b.png")
    assert line["file"]["name"] == "plan b.png"
    assert sim.message(line["messageid"]).content == "https://example.com/a/plan%20b.png"
    refused = cli.run("send-link", "504", "file:///etc/passwd")
    assert (refused.code, "must begin with http://" in refused.sentence) == (2, True)


def test_edit_and_delete_by_either_id(sim, cli):
    line = cli.done("send", "504", "Fivve")
    edited = cli.done("edit", str(line["id"]), "Five")
    assert list(edited) == MESSAGE_FIELDS
    assert (edited["text"], edited["state"]) == ("Five", "sent")
    assert re.fullmatch(RFC_3339, edited["edited_at"])
    assert sim.message(line["messageid"]).content == "Five"
    deleted = cli.done("delete", line["messageid"])
    assert (deleted["id"], deleted["text"]) == (line["id"], "")
    assert re.fullmatch(RFC_3339, deleted["deleted_at"])
    assert sim.message(line["messageid"]).is_deleted
    again = cli.run("edit", line["messageid"], "Six")
    assert (again.code, again.sentence) == (2, "This message was deleted.")


def test_a_message_this_home_does_not_know(sim, cli, set_up, simulator):
    theirs = simulator.run(sim.say("504", "Hello", to=NUMBER))
    assert cli.done("delivered", theirs) == {"done": "delivered", "id": theirs}
    assert sim.requests[-1].params["messageid"] == theirs
    refused = cli.run("edit", theirs, "Goodbye")
    assert (refused.code, "is not yours" in refused.sentence) == (1, True)
    unknown = cli.run("edit", "77", "Goodbye")
    assert (unknown.code, "There is no message 77 here" in unknown.sentence) == (2, True)


def test_a_session_and_what_is_told_in_it(sim, cli):
    nothing = cli.run("typing", "506")
    assert (nothing.code, "has no session yet" in nothing.sentence) == (2, True)
    before = len(sim.messages)
    line = cli.done("session", "506")
    assert list(line) == ["sessionid", "chat", "at"]
    told = {"id": line["sessionid"], "chat": line["chat"]}
    assert cli.done("typing", "506") == {"done": "typing", **told}
    assert cli.done("read", str(line["chat"])) == {"done": "read", **told}
    assert [one.method for one in sim.requests[-2:]] == ["typing", "read"]
    assert {one.params["sessionid"] for one in sim.requests[-2:]} == {line["sessionid"]}
    assert len(sim.messages) == before


def test_status(cli, simulator):
    assert cli.done("status") == {
        "orgid": simulator.simulator.orgid,
        "domain": None,
        "name": None,
        "api_url": simulator.simulator.api_url,
        "accounts": 1,
        "identities": [NUMBER],
        "sending": "ok",
        "receiving": "off",
        "tunnel": "none",
        "tunnel_requests": None,
        "tunnel_requests_limit": None,
        "waiting": 0,
        "unread": 0,
        "home": str(cli.home),
        "not_reachable_since": None,
        "gaps": [],
    }


@pytest.mark.parametrize(("named", "extension"), [(LENA, "501"), ("ΕΛΈΝΗ", "502"), ("grossmann", "505")])
def test_who_is_meant(sim, cli, named, extension):
    line = cli.done("send", named, "for one of you")
    assert sim.message(line["messageid"]).session.person.extension == extension


@pytest.mark.parametrize(
    ("named", "says"),
    [
        ("nobody", "Nobody here fits 'nobody'"),
        ("man", "'man' fits more than one: Jürgen Großmann (505), Lena Hoffmann (501)."),
        ("50", "Nobody here fits '50'"),  # 507's name is 507
    ],
)
def test_who_is_not_meant(sim, cli, named, says):
    before = len(sim.messages)
    finished = cli.run("send", named, "for none of you")
    assert (finished.code, finished.out) == (2, "")
    assert says in finished.sentence
    assert len(sim.messages) == before


def test_as_somebody_else(cli):
    finished = cli.run("send", "504", "Hello", "--as", "bot-7")
    assert (finished.code, finished.sentence) == (2, f"'bot-7' is not one of our identities: {NUMBER}.")


def test_the_lines_for_people_cannot_steer_the_terminal(cli):
    first = cli.run("send", "504", "\x1b[31mred\x1b]0;title\x07")
    assert re.fullmatch(r"1 \S+ sent\n", first.out)
    listed = cli.run("messages", "504")
    assert r"> \x1b[31mred\x1b]0;title\x07 sent" in listed.out
    assert "\x1b" not in listed.out
