"""`doctor`, `diagnostics`, `accounts`, `completion` and the man page."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import AsyncMock

import pytest
from cli_process import KEY, NUMBER, Cli, Running
from scripted_api import ORGID, ScriptedApi, as_json

from ringodesk_qt.checking.bundle import Diagnostician
from ringodesk_qt.checking.machine import check_spelling
from ringodesk_qt.console.arguments import build_parser
from ringodesk_qt.console.completion import _bash, _fish, _zsh
from ringodesk_qt.console.manual import manual
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import KeyRefusedError
from ringodesk_qt.models.ids import AccountId
from ringodesk_qt.paths import Home
from ringodesk_qt.spelling import NO_LIBRARY, Spelling
from ringodesk_qt.vault import taken_secrets, vault_of

ROOT = Path(__file__).parents[2]
ALL_CHECKS = [
    "home",
    "privacy",
    "disk",
    "processes",
    "database",
    "settings",
    "account",
    "identities",
    "key",
    "server",
    "accepted",
    "organization",
    "clock",
    "tunnel",
    "receiver",
    "notifications",
    "outbox",
    "changes",
    "notices",
    "tray",
    "files",
    "spelling",
]


def set_settings(cli, **fields):
    place = cli.home / "settings.json"
    place.write_text(json.dumps(json.loads(place.read_text()) | fields))


def verdicts(finished):
    return {line["check"]: line["verdict"] for line in finished.lines}


def test_all_is_well(cli):
    finished = cli.json("doctor")
    assert finished.code == 0
    assert [line["check"] for line in finished.lines] == ALL_CHECKS
    assert set(verdicts(finished).values()) <= {"ok", "warning"}  # a disk may be nearly full


@pytest.mark.parametrize(
    ("answer", "code", "check"),
    [
        (as_json({"error": "Unauthorized"}, 401), 3, "accepted"),
        (as_json({"error": "No such organization"}), 1, "organization"),
        (None, 4, "server"),
    ],
    ids=["key", "organization", "hang-up"],
)
def test_what_the_server_says(scripted_api, scripted_cli, answer, code, check):
    scripted_api.answers["getChatUsers"] = answer
    finished = scripted_cli.json("doctor")
    assert finished.code == code
    assert [name for name, verdict in verdicts(finished).items() if verdict == "failed"] == [check]
    assert finished.lines[-1]["check"] == "spelling", "what does not stand on it is checked all the same"


def test_a_damaged_database(cli):
    database = cli.home / "ringodesk.db"
    content = bytearray(database.read_bytes())
    content[4096 * 2 : 4096 * 6] = os.urandom(4096 * 4)
    database.write_bytes(content)
    finished = cli.json("doctor")
    assert (finished.code, finished.lines[-1]["check"], finished.lines[-1]["verdict"]) == (4, "database", "failed")


def test_a_port_in_use_and_a_tunnel_without_its_program(cli):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        set_settings(cli, receiver_port=taken.getsockname()[1], tunnel="ngrok", ngrok_path="/no/such/ngrok")
        finished = cli.json("doctor")
    assert finished.code == 4
    found = verdicts(finished)
    assert (found["receiver"], found["tunnel"]) == ("failed", "failed")


@pytest.mark.parametrize(
    ("problem", "languages", "told"),
    [
        ("", ["de_DE", "en_US"], ("ok", "There are dictionaries for de_DE, en_US.", "")),
        (NO_LIBRARY, [], ("warning", NO_LIBRARY, "On Debian: apt install libenchant-2-2 hunspell-en-us.")),
    ],
)
async def test_what_spelling_is_checked_with_and_what_to_install(monkeypatch, problem, languages, told):
    spelling = Spelling(())
    monkeypatch.setattr(spelling, "problem", AsyncMock(return_value=problem))
    monkeypatch.setattr(spelling, "languages", AsyncMock(return_value=languages))
    check = await check_spelling(spelling)
    assert (check.verdict, check.sentence, check.fix) == told


def test_who_receives(cli):
    with Running(cli, "listen") as listening:
        listening.wait_event("listening")
        told = {line["check"]: line["sentence"] for line in cli.json("doctor").lines}
        second = cli.json("listen")
        listening.terminate()
    assert "receives" in told["receiver"]
    assert "Nobody" not in told["receiver"]
    assert told["processes"].startswith("1 other")
    assert (second.code, "receives already" in second.sentence) == (4, True)


def test_nothing_is_set_up(fresh_home):
    finished = Cli(fresh_home).json("doctor")
    assert finished.code == 3
    assert verdicts(finished)["account"] == "failed"


# ---------------------------------------------------------------- diagnostics

PLANTED = [
    "Quillfeather",
    "4915112345678",
    "tulip-sandwich",
    "hook-path-of-ours",
    "ngrok-token-2Zx",
    "James",
    "Whitfield",
]


def test_diagnostics_tell_no_secrets(scripted_cli, tmp_path):
    cli = Cli(scripted_cli.home, env={"NGROK_AUTHTOKEN": "ngrok-token-2Zx"})
    assert cli.json("send", "504", "tulip-sandwich for Quillfeather on 4915112345678").code == 0
    set_settings(
        cli, tunnel="fixed", public_url="https://desk.example.com/hook-path-of-ours", receiver_path="hook-path-of-ours"
    )
    at = "2026-05-01 10:00:00,000 WARNING ringodesk_qt.core.inbox"
    (cli.home / "ringodesk.log").write_text(
        f"{at}: a notification of James Whitfield to +49 151 12345678 failed: {{'text': 'Dear Quillfeather'}}\n"
        f"{at}: https://desk.example.com/hook-path-of-ours was called with {KEY}\n"
        f"{at}: the token ngrok-token-2Zx is not liked; tulip-sandwich for Quillfeather on 4915112345678\n"
        "Traceback (most recent call last):\n"
        '  File "/home/James/ringodesk_qt/core/inbox.py", line 7, in accept\n'
        "    raise ValueError(tulip-sandwich)\n"
        "ValueError: tulip-sandwich\n"
    )
    now = datetime.now(UTC).isoformat()
    (cli.home / "health-history.jsonl").write_text(
        f'{{"at": "{now}", "of": "sending", "became": "ok: working"}}\n'
        f'{{"at": "{now}", "of": "tulip-sandwich for Quillfeather on 4915112345678", '
        f'"became": "trouble: {KEY} of Quillfeather"}}\n'
    )
    target = tmp_path / "help.zip"
    line = cli.done("diagnostics", str(target))
    assert line["parts"] == [
        "about.json",
        "settings.json",
        "doctor.json",
        "health.json",
        "counts.json",
        "log.txt",
        "crash.txt",
    ]
    with zipfile.ZipFile(target) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    everything = "\n".join(parts.values())
    assert [word for word in [*PLANTED, KEY, NUMBER] if word in everything] == []
    assert json.loads(parts["counts.json"])["message"] == 1
    assert [one["became"] for one in json.loads(parts["health.json"])] == ["ok: working", "[…]"]
    settings = json.loads(parts["settings.json"])
    assert (settings["public_url"], settings["receiver_path"]) == ("https://desk.example.com", "set")
    assert f"{at}: a notification of" in parts["log.txt"]
    assert 'File "inbox.py", line 7, in accept' in parts["log.txt"]
    assert "ValueError" in parts["log.txt"]
    assert target.stat().st_mode & 0o077 == 0
    for name in ("ringodesk.log", "health-history.jsonl"):
        (cli.home / name).unlink()  # the key in it was the test's doing


async def test_the_window_shows_what_the_command_line_would_save(scripted_cli, monkeypatch, tmp_path):
    assert scripted_cli.json("send", "504", "tulip-sandwich for Quillfeather on 4915112345678").code == 0
    monkeypatch.setenv("RINGODESK_API_KEY", KEY)
    home = Home(scripted_cli.home)
    said = "tulip-sandwich for Quillfeather on 4915112345678 of James Whitfield"
    home.log.write_text(f"2026-05-01 10:00:00,000 INFO    ringodesk_qt.core.inbox: {said}\n")
    engine = Engine(home, vault=vault_of({"RINGODESK_API_KEY": KEY}))
    try:
        await engine.open()
        await engine.health_record.open()
        engine.health.sending_failed(AccountId(1), KeyRefusedError("tulip-sandwich"))
        diagnostician = Diagnostician(engine)
        bundle = await diagnostician.gather()
        await diagnostician.save(bundle, tmp_path / "help.zip")
    finally:
        await engine.stop()
    shown = "\n".join(part.text for part in bundle.parts)
    assert [word for word in [*PLANTED, KEY, NUMBER] if word in shown] == []
    assert "needs repair" in shown
    with zipfile.ZipFile(tmp_path / "help.zip") as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == {
            part.name: part.text for part in bundle.parts
        }
    assert scripted_cli.done("diagnostics", str(tmp_path / "other.zip"))["parts"] == [one.name for one in bundle.parts]


async def test_whence_the_key_comes_is_told_by_the_window_too(scripted_cli):
    """Which has taken the key out of its environment by then."""
    environment = {"RINGODESK_API_KEY": KEY}
    engine = Engine(Home(scripted_cli.home), vault=vault_of(taken_secrets(environment)))
    try:
        await engine.open()
        bundle = await Diagnostician(engine).gather()
    finally:
        await engine.stop()
    parts = {part.name: json.loads(part.text) for part in bundle.parts if part.name.endswith(".json")}
    (told,) = [one["sentence"] for one in parts["doctor.json"] if one["check"] == "key"]
    assert told == "RINGODESK_API_KEY gives it, to this process alone."
    assert parts["about.json"]["has_key_in_environment"]
    assert told in [line["sentence"] for line in scripted_cli.json("doctor").lines]


def test_nobody_can_lie_in_wait_where_diagnostics_are_written(cli, tmp_path):
    """In a folder that others write to, the file that becomes the bundle has a name that cannot be known before."""
    precious = tmp_path / "precious"
    precious.write_text("years of work")
    for name in ("help.zip.part", ".help.zip.part", "help.zip"):
        (tmp_path / name).symlink_to(precious)
    assert cli.done("diagnostics", str(tmp_path / "help.zip"))["size_bytes"] > 0
    assert precious.read_text() == "years of work"
    assert zipfile.is_zipfile(tmp_path / "help.zip")


def test_diagnostics_of_a_home_that_is_broken(cli, tmp_path):
    (cli.home / "settings.json").write_text("{")
    assert cli.done("diagnostics", str(tmp_path / "help.zip"))["size_bytes"] > 0
    nowhere = cli.run("diagnostics", str(tmp_path / "no" / "help.zip"))
    assert (nowhere.code, "cannot be written" in nowhere.sentence) == (2, True)


# ---------------------------------------------------------------- several accounts


@pytest.fixture
def two_accounts(scripted_api, scripted_cli):
    other = ScriptedApi()
    users = [
        {"id": "71", "phone": "504", "name": "Ada Twin", "state": 1},
        {"id": "72", "phone": "504", "name": "Bob Twin", "state": 1},
    ]
    other.answers["getChatUsers"] = as_json({"result": users})
    done = scripted_cli.json("setup", "--org", "99", "--number", "555", "--api-url", other.url)
    assert done.code == 0, done
    yield scripted_cli, other
    other.close()


def test_verbs_are_about_one_account(two_accounts, scripted_api):
    cli, other = two_accounts
    assert [line["orgid"] for line in cli.json("accounts").lines] == [ORGID, "99"]
    first = cli.done("send", "504", "to the first")
    assert scripted_api.of("message")[-1]["orgid"] == ORGID
    assert other.of("message") == []
    second = cli.done("send", "71", "to the second", "--account", "99")
    assert other.of("message")[-1]["from"] == "555"
    assert [line["contact"] for line in cli.json("chats").lines] == ["James Whitfield"]
    assert [line["contact"] for line in cli.json("chats", "--account", "99").lines] == ["Ada Twin"]
    assert cli.done("search", "second", "--account", "99")["id"] == second["id"]
    assert cli.json("search", "second").lines == []
    assert cli.json("delete", str(second["id"])).code == 2
    assert cli.json("messages", str(second["chat"])).code == 2
    assert cli.done("status", "--account", "99")["orgid"] == "99"
    assert cli.done("status")["accounts"] == 2
    assert first["chat"] != second["chat"]
    assert cli.run("send", "504", "x", "--account", "nobody").code == 2


def test_an_extension_that_two_people_have(two_accounts):
    cli, other = two_accounts
    finished = cli.run("send", "504", "to whom?", "--account", "99")
    assert (finished.code, "Ada Twin (504, 71), Bob Twin (504, 72)" in finished.sentence) == (2, True)
    assert other.of("message") == []
    assert cli.json("send", "72", "to you", "--account", "99").code == 0
    assert cli.run("messages", "504", "--account", "99").code == 2, "one of the two has a chat, and may not be meant"


# ---------------------------------------------------------------- shells and the man page


def completed(script, *words, home):
    words = ["ringodesk-cli", *words]
    ask = f"""source {script}
COMP_WORDS=({" ".join(f"'{word}'" for word in words)}); COMP_CWORD={len(words) - 1}
_ringodesk_cli; printf '%s\\n' "${{COMPREPLY[@]}}" """
    env = os.environ | {"RINGODESK_HOME": str(home), "PATH": f"{ROOT / '.venv/bin'}:{os.environ['PATH']}"}
    shown = subprocess.run(["bash", "-c", ask], env=env, capture_output=True, text=True, check=True, timeout=20)
    assert shown.stderr == ""
    return shown.stdout.split()


def test_bash_completes(cli, tmp_path):
    script = tmp_path / "completion.bash"
    script.write_text(cli.run("completion", "bash").out)
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert completed(script, "sen", home=cli.home) == ["send", "send-file", "send-link"]
    assert completed(script, "setup", "--tunnel", "", home=cli.home) == ["none", "fixed", "ngrok"]
    assert completed(script, "call", "--du", home=cli.home) == ["--duration"]
    assert completed(script, "completion", "", home=cli.home) == ["bash", "zsh", "fish"]
    assert completed(script, "send", "50", home=cli.home) == ["501", "502", "503", "504", "505", "506", "507"]
    (tmp_path / "old.csv").touch()
    assert completed(script, "import", f"{tmp_path}/o", home=cli.home) == [f"{tmp_path}/old.csv"]


@pytest.mark.parametrize(("shell", "script"), [("zsh", _zsh), ("fish", _fish), ("bash", _bash)])
def test_other_shells_know_every_verb(shell, script, tmp_path):
    parser = build_parser()
    text = script(parser)
    for word in ("send-file", "diagnostics", "here-only", "uncertain", "arrived"):
        assert word in text
    if shutil.which(shell):
        path = tmp_path / shell
        path.write_text(text)
        subprocess.run([shell, "-n", str(path)], check=True)


def test_zsh_completes_at_the_first_tab():
    """It has loaded the file as a function of the file's name then; smoke presses the key."""
    assert 'if [ "$funcstack[1]" = "_ringodesk-cli" ]; then _ringodesk_cli "$@"' in _zsh(build_parser())


def test_the_man_page_is_the_one_the_grammar_makes():
    """Written anew by `python -m ringodesk_qt.console.manual docs/ringodesk-cli.1`."""
    assert (ROOT / "docs/ringodesk-cli.1").read_text(encoding="utf-8") == manual()


def test_the_man_page_is_good_roff(tmp_path):
    page = tmp_path / "page.1"
    page.write_text(manual())
    if shutil.which("groff"):
        shown = subprocess.run(["groff", "-man", "-Tutf8", "-ww", str(page)], capture_output=True, check=True)
        assert shown.stderr == b""
        assert b"ringodesk-cli call" in shown.stdout
