"""The contract of `ringodesk-cli`: each verb's JSON fields and types, its exit codes, and docs that name them all."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import pytest
from cli_process import Cli
from scripted_api import HANG_UP, ORGID, as_json

from ringodesk_qt.console.arguments import build_parser, verbs_of

DOCS = (Path(__file__).parents[2] / "docs/guide/command-line.md").read_text(encoding="utf-8")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")

TEXT, NUMBER, SWITCH, WHEN, MANY, OBJECT = "text", "number", "switch", "time", "list", "object"
FRACTION = "fraction"


def or_null(kind):
    return f"{kind} or null"


MESSAGE = {
    "id": NUMBER,
    "messageid": or_null(TEXT),
    "sessionid": or_null(TEXT),
    "chat": NUMBER,
    "direction": TEXT,
    "kind": TEXT,
    "text": TEXT,
    "state": TEXT,
    "at": WHEN,
    "edited_at": or_null(WHEN),
    "deleted_at": or_null(WHEN),
    "delivered_at": or_null(WHEN),
    "read_at": or_null(WHEN),
    "error": or_null(TEXT),
    "file": or_null(OBJECT),
    "call": or_null(OBJECT),
}
TOLD = {"done": TEXT, "id": TEXT, "chat": NUMBER}
COUNTS = dict.fromkeys(("total", "sent", "restored", "already", "passed", "refused", "uncertain", "deleted"), NUMBER)
ACCOUNT = {
    "account": NUMBER,
    "orgid": TEXT,
    "domain": or_null(TEXT),
    "name": or_null(TEXT),
    "api_url": TEXT,
    "is_first": SWITCH,
    "identities": MANY,
}
FIELDS = {
    "setup": {
        "orgid": TEXT,
        "domain": or_null(TEXT),
        "api_url": TEXT,
        "identity": TEXT,
        "contacts": NUMBER,
        "key_stored": SWITCH,
        "webhook_path": TEXT,
        "public_url": or_null(TEXT),
    },
    "organizations": {"orgid": TEXT, "domain": or_null(TEXT), "name": or_null(TEXT)},
    **dict.fromkeys(("accounts", "account", "identity"), ACCOUNT),
    "users": {"userid": TEXT, "extension": TEXT, "name": TEXT, "state": or_null(NUMBER), "presence": TEXT},
    "chats": {
        "chat": NUMBER,
        "contact": TEXT,
        "extension": TEXT,
        "userid": TEXT,
        "identity": TEXT,
        "unread": NUMBER,
        "last": or_null(TEXT),
        "last_at": or_null(WHEN),
        "draft": TEXT,
        "pinned": SWITCH,
        "archived": SWITCH,
        "marked_unread": SWITCH,
        "muted_until": or_null(WHEN),
        "trouble": SWITCH,
    },
    "messages": MESSAGE,
    "search": MESSAGE,
    "status": {
        "orgid": TEXT,
        "domain": or_null(TEXT),
        "name": or_null(TEXT),
        "api_url": TEXT,
        "accounts": NUMBER,
        "identities": MANY,
        "sending": TEXT,
        "receiving": TEXT,
        "tunnel": TEXT,
        "tunnel_requests": or_null(NUMBER),
        "tunnel_requests_limit": or_null(NUMBER),
        "waiting": NUMBER,
        "unread": NUMBER,
        "home": TEXT,
        "not_reachable_since": or_null(WHEN),
        "gaps": MANY,
    },
    **dict.fromkeys(("send", "send-file", "send-link", "call", "edit", "delete"), MESSAGE),
    "delivered": {"done": TEXT, "id": TEXT},
    "read": TOLD,
    "typing": TOLD,
    "session": {"sessionid": or_null(TEXT), "chat": NUMBER, "at": WHEN},
    "doctor": {"check": TEXT, "verdict": TEXT, "sentence": TEXT, "fix": or_null(TEXT), "account": or_null(NUMBER)},
    "diagnostics": {"file": TEXT, "size_bytes": NUMBER, "parts": MANY},
    "desktop": {"file": TEXT, "became": TEXT},
    "purge": {"what": TEXT, "became": TEXT, "reason": or_null(TEXT)},
    "prune": {
        "is_dry_run": SWITCH,
        "messages": NUMBER,
        "files": NUMBER,
        "size_bytes": NUMBER,
        "oldest": or_null(WHEN),
        "newest": or_null(WHEN),
        "waiting": NUMBER,
    },
    "settings": {"name": TEXT, "value": TEXT, "default": TEXT, "allowed": TEXT},
    "completion": {"shell": TEXT, "script": TEXT},
    "export": {"event": TEXT, "chats": NUMBER, "messages": NUMBER, "file": TEXT, "format": TEXT},
}
EVENTS = {
    "plan": {
        "event": TEXT,
        "file": TEXT,
        "orgid": TEXT,
        **dict.fromkeys(
            (
                "lines",
                "to_send",
                "to_restore",
                "deleted",
                "already",
                "uncertain_before",
                "not_sent",
                "as_text",
                "sessions_to_open",
                "chats",
            ),
            NUMBER,
        ),
        "seconds": FRACTION,
    },
    "chat": {
        "event": TEXT,
        "contact": TEXT,
        "identity": TEXT,
        "count": NUMBER,
        "first_at": WHEN,
        "last_at": WHEN,
        "opens_session": SWITCH,
    },
    "line": {"event": TEXT, "line": NUMBER, "state": TEXT, "sentence": TEXT},
    "imported": {"event": TEXT, **COUNTS, "is_complete": SWITCH},
}
ALL_FIELDS = sorted({name for table in (*FIELDS.values(), *EVENTS.values()) for name in table})
REACHING = (
    "users",
    "send",
    "send-file",
    "send-link",
    "call",
    "edit",
    "delete",
    "delivered",
    "read",
    "typing",
    "session",
)


def kind_of(value):
    for kind, type_ in ((SWITCH, bool), (NUMBER, int), (FRACTION, float), (MANY, list), (OBJECT, dict)):
        if isinstance(value, type_):
            return kind
    return WHEN if TIME.fullmatch(value) else TEXT


def check(line, table):
    assert list(line) == list(table)
    for name, kind in table.items():
        wanted, _, is_nullable = kind.partition(" or ")
        if line[name] is None:
            assert is_nullable, f"{name} is null"
        else:
            assert kind_of(line[name]) == wanted, f"{name} is {line[name]!r}"


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory, monkeypatch):
    """Where `desktop` puts its files."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


@pytest.fixture
def history(scripted_cli, tmp_path):
    """A chat with a message and a session, and what each verb is given."""
    sent = scripted_cli.done("send", "504", "One thing")
    file = tmp_path / "tide.txt"
    file.write_text("high at four")
    call = ("504", "--duration", "90", "--caller", "504", "--called", "2075550100")
    return {
        "accounts": (),
        "users": (),
        "chats": (),
        "messages": ("504",),
        "search": ("thing",),
        "status": (),
        "send": ("504", "Hello"),
        "send-file": ("504", str(file)),
        "send-link": ("504", "https://example.com/plan.png"),
        "call": call,
        "edit": (str(sent["id"]), "Another"),
        "delete": (str(sent["id"]),),
        "delivered": ("m-of-theirs",),
        "session": ("504",),
        "read": ("504",),
        "typing": ("504",),
        "doctor": (),
        "diagnostics": (str(tmp_path / "help.zip"),),
        "desktop": ("install",),
        "settings": ("get", "scheme"),
        "prune": ("--older-than", "30", "--dry-run"),
        "completion": ("bash",),
        "export": ("504", "-o", str(tmp_path / "out.jsonl")),
    }


def with_session(api):
    api.answers["message"] = as_json({"result": {"messageid": "m-1", "sessionid": "s-1"}})


def test_every_verb_says_what_the_table_says(scripted_api, scripted_cli, history):
    with_session(scripted_api)
    assert scripted_cli.json("session", "504").code == 0
    for verb, arguments in history.items():
        finished = scripted_cli.json(verb, *arguments)
        assert (finished.code, finished.err) == (0, ""), (verb, finished)
        assert finished.lines
        for line in finished.lines:
            check(line, FIELDS[verb])


def test_setting_up_says_what_the_table_says(scripted_api, fresh_home):
    cli = Cli(fresh_home)
    scripted_api.answers["getOrganizations"] = as_json({"result": [{"id": ORGID, "domain": "harbour", "name": "H"}]})
    listed = cli.done("organizations", "--api-url", scripted_api.url)
    check(listed, FIELDS["organizations"])
    assert listed == {"orgid": ORGID, "domain": "harbour", "name": "H"}
    check(cli.done("setup", "--org", ORGID, "--number", "1", "--api-url", scripted_api.url), FIELDS["setup"])
    scripted_api.answers["getOrganizations"] = as_json({"error": {"message": "No such method"}})
    quiet = cli.json("organizations", "--api-url", scripted_api.url)
    assert (quiet.code, quiet.out) == (0, "")
    assert quiet.sentence.startswith("The server does not list")


def test_an_import_says_what_the_table_says(scripted_api, scripted_cli, tmp_path):
    with_session(scripted_api)
    file = tmp_path / "old.csv"
    file.write_text("at,direction,contact,text\n2024-05-01T10:00:00Z,in,504,Old one\n")
    plan, chat = scripted_cli.json("import", str(file), "--dry-run").lines
    check(plan, EVENTS["plan"])
    check(chat, EVENTS["chat"])
    assert (plan["lines"], plan["to_send"], chat["contact"]) == (1, 1, "James Whitfield")
    assert scripted_api.of("message") == []
    scripted_api.answers["message"] = as_json({"error": "Not today"})
    refused = scripted_cli.json("import", str(file))
    assert refused.code == 1
    line = next(one for one in refused.lines if one["event"] == "line")  # how far it is may have been told first
    check(line, EVENTS["line"])
    check(refused.lines[-1], EVENTS["imported"])
    assert (line["line"], refused.lines[-1]["refused"]) == (2, 1)
    with_session(scripted_api)
    done = scripted_cli.json("import", str(file))
    assert (done.code, done.lines[-1]["sent"], done.lines[-1]["is_complete"]) == (0, 1, True)
    again = scripted_cli.json("import", str(file))
    assert (again.code, again.lines[-1]["already"], again.lines[-1]["sent"]) == (0, 1, 0)


@pytest.mark.parametrize(
    ("answer", "code"),
    [(as_json({"error": "No"}), 1), (as_json({"error": "Unauthorized"}, 401), 3), (HANG_UP, 5)],
    ids=["refused", "key-refused", "hang-up"],
)
def test_exit_codes_of_every_verb_that_reaches_the_server(scripted_api, scripted_cli, history, answer, code):
    with_session(scripted_api)
    assert scripted_cli.json("session", "504").code == 0
    scripted_api.answers |= dict.fromkeys(
        ("message", "upload", "updated", "deleted", "delivered", "read", "typing", "getChatUsers"), answer
    )
    wrong = {}
    for verb in REACHING:
        finished = scripted_cli.json(verb, *history[verb])
        # What is harmless to repeat is never uncertain: it was not done, as far as anybody needs to know.
        wanted = 4 if code == 5 and verb in ("users", "delivered", "read", "typing") else code
        if finished.code != wanted or not finished.sentence:
            wrong[verb] = finished
    assert not wrong


@pytest.mark.parametrize("verb", ["users", "delivered", "read", "typing", "session", "call", "edit"])
def test_exit_code_4_when_the_server_takes_nothing(scripted_api, scripted_cli, history, verb):
    with_session(scripted_api)
    assert scripted_cli.json("session", "504").code == 0
    methods = ("getChatUsers", "message", "updated", "delivered", "read", "typing")
    scripted_api.answers |= dict.fromkeys(methods, as_json({}, 429))
    finished = scripted_cli.json(verb, *history[verb])
    assert (finished.code, "takes no more requests" in finished.sentence) == (4, True)


@pytest.mark.parametrize("verb", verbs_of(build_parser()))
def test_wrong_use_is_one_sentence_and_2(fresh_home, verb, capsys):
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args([verb, "--no-such-thing", "--jso"])
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(rf"ringodesk-cli: .+ See `ringodesk-cli( {verb})? --help`\.\n", said.err)


def test_the_docs_name_every_verb_option_and_field():
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", DOCS))
    for name, verb in verbs_of(build_parser()).items():
        assert re.search(rf"`{re.escape(name)}\b", DOCS), name
        for action in verb._actions:
            if action.help != argparse.SUPPRESS:
                missing = set(action.option_strings) - named - {"-h"}
                assert not missing, f"{name} {missing}"
    assert [field for field in ALL_FIELDS if f"`{field}`" not in DOCS] == []


def test_every_verb_is_in_the_table_or_has_events():
    without = {"import", "listen", "simulate"}
    assert set(verbs_of(build_parser())) == set(FIELDS) | without


def test_every_verb_teaches():
    for name, verb in verbs_of(build_parser()).items():
        shown = verb.format_help()
        assert f"ringodesk-cli {name}" in shown
        assert "Prints " in shown
        assert "examples:" in shown


def test_json_is_one_object_a_line(scripted_cli):
    finished = scripted_cli.json("send", "504", "two\nlines\u2028and more")
    assert json.loads(finished.out)["text"] == "two\nlines\u2028and more"
    assert finished.out.count("\n") == 1
