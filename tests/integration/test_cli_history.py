"""`import` and `export` as a script runs them: stopped, resumed, refused, uncertain, to a file and to a pipe."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import threading

import pytest
from cli_process import PATIENCE_S, Cli, Running
from scripted_api import HANG_UP, as_json

HEAD = "at,direction,contact,text\n"
ANSWER = as_json({"result": {"messageid": "m-1", "sessionid": "s-1"}})


def csv(tmp_path, *lines, name="old.csv"):
    file = tmp_path / name
    file.write_text(HEAD + "".join(f"{line}\n" for line in lines))
    return str(file)


def many(tmp_path, count):
    return csv(tmp_path, *(f"2024-05-01T10:{number:02}:00Z,in,504,line {number}" for number in range(count)))


def synced(api):
    """What was put into a session, without the empty session that was opened for it."""
    return [params["content"] for params in api.of("message") if "content" in params]


def test_stopped_and_gone_on(scripted_api, scripted_cli, tmp_path):
    scripted_api.answers["message"] = ANSWER
    file, seen = many(tmp_path, 12), threading.Event()
    plain = scripted_api.answer

    def answer(request):
        if len(synced(scripted_api)) >= 4:
            seen.set()
        return plain(request)

    scripted_api.answer = answer
    try:
        with Running(scripted_cli, "import", file, "--rate", "20") as running:
            assert seen.wait(PATIENCE_S)
            running._process.send_signal(signal.SIGINT)
            stopped = running.ended()
    finally:
        del scripted_api.answer
    assert stopped.code == 130
    assert stopped.sentence == "Stopped. What is done is kept: run the same again to go on."
    assert stopped.lines[-1]["event"] == "imported"
    assert stopped.lines[-1]["is_complete"] is False
    done = stopped.lines[-1]["sent"]
    assert done == len(synced(scripted_api)) < 12
    again = scripted_cli.json("import", file)
    assert (again.code, again.lines[-1]["already"], again.lines[-1]["sent"]) == (0, done, 12 - done)
    assert synced(scripted_api) == [f"line {number}" for number in range(12)]


def test_two_at_once(scripted_api, scripted_cli, tmp_path):
    scripted_api.answers["message"] = ANSWER
    seen, plain = threading.Event(), scripted_api.answer

    def answer(request):
        if request["method"] == "message":
            seen.set()
        return plain(request)

    scripted_api.answer = answer
    try:
        with Running(scripted_cli, "import", many(tmp_path, 20), "--rate", "2") as running:
            assert seen.wait(PATIENCE_S)
            second = scripted_cli.json("import", csv(tmp_path, "2024-05-01T10:00:00Z,in,504,x", name="other.csv"))
            running.terminate()
    finally:
        del scripted_api.answer
    assert (second.code, "Another import is running" in second.sentence) == (4, True)


def test_what_may_have_arrived(scripted_api, scripted_cli, tmp_path):
    scripted_api.answers["message"] = ANSWER
    assert scripted_cli.json("session", "504").code == 0
    file = csv(tmp_path, "2024-05-01T10:00:00Z,in,504,Perhaps")
    scripted_api.answers["message"] = HANG_UP
    finished = scripted_cli.json("import", file)
    assert (finished.code, finished.lines[0]["state"], finished.lines[0]["line"]) == (5, "uncertain", 2)
    scripted_api.answers["message"] = ANSWER
    skipped = scripted_cli.json("import", file)
    assert (skipped.code, skipped.lines[-1]["uncertain"]) == (5, 1)
    assert synced(scripted_api) == ["Perhaps"]
    again = scripted_cli.json("import", file, "--uncertain", "again")
    assert (again.code, again.lines[-1]["sent"]) == (0, 1)
    assert synced(scripted_api) == ["Perhaps", "Perhaps"]


def test_a_file_with_many_faults(scripted_api, scripted_cli, tmp_path):
    finished = scripted_cli.run("import", csv(tmp_path, *["nonsense,in,504,x"] * 30))
    lines = finished.err.splitlines()
    assert (finished.code, finished.out, len(lines)) == (2, "", 21)
    assert "line 2: " in lines[0]
    assert lines[-1] == "ringodesk-cli: Nothing was imported: 30 problems, 10 more than are shown."
    assert scripted_api.of("message") == []


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"\x00" * 1000, b"[1, 2]\n", b'{"at": 1}\n', b"a;b\n1;2\n", os.urandom(5000)]
)
def test_files_that_are_none(scripted_api, scripted_cli, tmp_path, content):
    for suffix in ("csv", "jsonl"):
        file = tmp_path / f"bad.{suffix}"
        file.write_bytes(content)
        finished = scripted_cli.run("import", str(file))
        assert (finished.code, finished.out) == (2, "")
        assert finished.err.startswith("ringodesk-cli: ")
    assert scripted_api.of("message") == []


def test_files_that_are_not_there(scripted_cli, tmp_path):
    for name in (str(tmp_path), str(tmp_path / "gone.csv"), "", "n" * 5000, "two\nlines"):
        finished = scripted_cli.run("import", name)
        assert (finished.code, finished.out) == (2, ""), name
        assert len(finished.err) < 2000


def test_an_export_comes_back(scripted_api, scripted_cli, tmp_path):
    sent = scripted_cli.done("send", "504", "two\nlines, “quoted”\t⛵")
    target = tmp_path / "all.jsonl"
    target.write_text("something else")
    done = scripted_cli.done("export", "--all", "-o", str(target))
    assert (done["messages"], done["chats"], done["format"], done["file"]) == (1, 1, "jsonl", str(target))
    piped = scripted_cli.run("export", "504", "-o", "-")
    assert (piped.code, piped.err, piped.out) == (0, "", target.read_text())
    assert json.loads(piped.out)["text"] == sent["text"]
    page = scripted_cli.done("export", "504", "-o", str(tmp_path / "page.html"))
    assert (page["format"], "⛵" in (tmp_path / "page.html").read_text()) == ("html", True)
    other = Cli(tmp_path / "other")
    scripted = scripted_cli.done("accounts")
    assert (
        other.json("setup", "--org", scripted["orgid"], "--number", "2075550100", "--api-url", scripted_api.url).code
        == 0
    )
    before = len(scripted_api.of("message"))
    restored = other.json("import", str(target))
    assert (restored.code, restored.lines[-1]["restored"]) == (0, 1)
    assert len(scripted_api.of("message")) == before, "what Ringotel has is not sent"
    again = other.run("export", "--all")
    assert again.out == piped.out


@pytest.mark.parametrize(
    "arguments",
    [(), ("504", "--all"), ("504", "-o", "x.doc"), ("504", "--format", "html"), ("nobody", "-o", "x.html")],
)
def test_an_export_that_cannot_be(scripted_cli, arguments):
    finished = scripted_cli.run("export", *arguments)
    assert (finished.code, finished.out) == (2, "")
    assert finished.sentence


@pytest.mark.parametrize("place", ["{home}", "{home}/files/..", "{home}/../{name}", "{home}/files", "{link}"])
def test_an_export_does_not_replace_what_is_ours(scripted_cli, tmp_path, place):
    (tmp_path / "link").symlink_to(scripted_cli.home)
    before = (scripted_cli.home / "settings.json").read_bytes()
    folder = place.format(home=scripted_cli.home, name=scripted_cli.home.name, link=tmp_path / "link")
    sent = scripted_cli.done("send", "504", "one")
    assert sent["state"] == "sent"
    finished = scripted_cli.run("export", "--all", "--format", "jsonl", "-o", f"{folder}/settings.json")
    assert (finished.code, "Ringodesk's own" in finished.sentence) == (2, True)
    assert (scripted_cli.home / "settings.json").read_bytes() == before


# ---------------------------------------------------------------- how it behaves on a terminal and in a pipe


def test_progress_is_for_terminals(scripted_api, scripted_cli, tmp_path):
    scripted_api.answers["message"] = ANSWER
    file = many(tmp_path, 5)
    quiet = scripted_cli.run("import", file, "--rate", "20")
    assert quiet.err == ""
    ours, theirs = pty.openpty()
    other = csv(tmp_path, *(f"2024-06-01T10:0{n}:00Z,in,504,more {n}" for n in range(5)), name="more.csv")
    command = [sys.executable, "-m", "ringodesk_qt.cli", "import", other, "--rate", "20"]
    with subprocess.Popen(command, env=scripted_cli._env, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        out, _err = process.communicate(timeout=PATIENCE_S)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:
        pass  # the other end is closed
    os.close(ours)
    assert process.returncode == 0
    assert b"of 5: " in shown
    assert shown.endswith(b"\r\x1b[K"), "the line is taken away at the end"
    assert out == b"imported: 5 sent\n"


def test_nobody_reads(scripted_cli):
    for number in range(3):
        assert scripted_cli.run("send", "504", f"line {number}").code == 0
    with scripted_cli.start("export", "--all") as process:
        process.stdout.close()
        assert process.wait(PATIENCE_S) == 0
        assert process.stderr.read() == b""


def test_ctrl_c(scripted_api, scripted_cli):
    asked, release, plain = threading.Event(), threading.Event(), scripted_api.answer

    def answer(request):
        asked.set()
        release.wait(PATIENCE_S)
        return plain(request)

    scripted_api.answer = answer
    try:
        with scripted_cli.start("users") as process:
            assert asked.wait(PATIENCE_S)
            process.send_signal(signal.SIGINT)
            code = process.wait(PATIENCE_S)
            release.set()
            assert (code, process.stdout.read(), process.stderr.read()) == (130, b"", b"")
    finally:
        release.set()
        del scripted_api.answer


def test_several_send_at_once_on_one_home(scripted_api, scripted_cli):
    assert scripted_cli.run("send", "504", "first").code == 0
    started = [scripted_cli.start("send", "504", f"text {number}") for number in range(4)]
    for process in started:
        _out, err = process.communicate(timeout=PATIENCE_S)
        assert (process.returncode, err) == (0, b"")
    assert sorted(synced(scripted_api)) == ["first", *(f"text {number}" for number in range(4))]


# ---------------------------------------------------------------- bad input


HUGE = "x" * 100_000


@pytest.mark.parametrize(
    "arguments",
    [
        ("send", "", "text"),
        ("send", "two\nlines", "text"),
        ("send", HUGE, "text"),
        ("messages", "9" * 40),
        ("messages", "99999999999999999"),
        ("messages", "504", "--limit", "0"),
        ("messages", "504", "--limit", "9" * 5000),
        ("edit", "", "text"),
        ("edit", "99", "text"),
        ("delete", " "),
        ("delivered", ""),
        ("send-link", "504", "javascript:alert(1)"),
        ("send-link", "504", "https://exa mple.com/"),
        ("send-link", "504", ""),
        ("send-file", "504", ""),
        ("send-file", "504", "n" * 5000),
        ("call", "504", "--duration", "-1", "--caller", "1", "--called", "2"),
        ("call", "504", "--duration", "1.5", "--caller", "1", "--called", "2"),
        ("call", "504", "--duration", "5", "--caller", " ", "--called", "2"),
        ("call", "504", "--duration", "5", "--caller", "1", "--called", "2", "--at", "1777645800"),
        ("session",),
        ("session", "504", "--sms-number", "1"),
        ("session", "--sms-number", "someone"),
        ("users", "--account", ""),
        ("users", "--account", HUGE),
        ("import", "x.csv", "--rate", "0"),
        ("import", "x.csv", "--here-only", "--to-ringotel"),
        ("diagnostics", ""),
        ("send", "504", "x", "--as", HUGE),
        ("send", b"\xff", "x"),
        ("send", "504", b"\xff\xfe"),
    ],
    ids=lambda arguments: " ".join(str(one)[:20] for one in arguments).replace("\n", " "),
)
def test_what_cannot_be_used_is_one_sentence(scripted_api, scripted_cli, arguments):
    finished = scripted_cli.run(*arguments)
    assert (finished.code, finished.out) == (2, "")
    assert 10 < len(finished.sentence) < 1000
    sent = [request["method"] for request in scripted_api.requests if request["method"] != "getChatUsers"]
    assert sent == []


def test_a_long_text_arrives_whole(scripted_api, scripted_cli):
    finished = scripted_cli.json("send", "504", HUGE)
    assert (finished.code, finished.line["text"]) == (0, HUGE)
    assert scripted_api.of("message")[-1]["content"] == HUGE
