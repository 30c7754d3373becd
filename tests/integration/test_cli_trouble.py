"""What goes wrong, told by exit code and one sentence: refused, wrong use, key or set-up, network, uncertain."""

from __future__ import annotations

import pytest
from cli_process import KEY, Cli
from scripted_api import HANG_UP, ScriptedApi, as_json, web_page

REFUSED, WRONG_USE, SET_UP, NETWORK, UNCERTAIN = 1, 2, 3, 4, 5


def texts(api):
    return [params["content"] for params in api.of("message")]


@pytest.mark.parametrize(
    ("answer", "code", "state", "says"),
    [
        (as_json({"error": {"code": 42, "message": "No such route"}}), REFUSED, "failed", "Ringotel refused: No such"),
        (as_json({"result": {"error": "Not for you", "status": -1}}), REFUSED, "failed", "Ringotel refused: Not for"),
        (as_json({"error": "Unauthorized"}, 401), SET_UP, "failed", "does not accept the API key"),
        (as_json({}, 429), NETWORK, "failed", "takes no more requests for now"),
        (web_page(502), UNCERTAIN, "uncertain", "a web page instead of JSON (HTTP 502)"),
        (web_page(200), UNCERTAIN, "uncertain", "a web page instead of JSON (HTTP 200)"),
        (HANG_UP, UNCERTAIN, "uncertain", "Whether it was done is not known"),
    ],
    ids=["error", "result-error", "401", "429", "502-page", "200-page", "hang-up"],
)
def test_what_became_of_a_send(scripted_api, scripted_cli, answer, code, state, says):
    scripted_api.answers["message"] = answer
    finished = scripted_cli.json("send", "504", "one")
    assert (finished.code, finished.line["state"]) == (code, state)
    assert says in finished.sentence
    assert finished.line["error"] == finished.sentence
    assert texts(scripted_api) == ["one"] * (4 if code == NETWORK else 1), "what surely was not sent is tried again"


@pytest.mark.parametrize(
    ("answer", "code"),
    [(web_page(200), NETWORK), (HANG_UP, NETWORK), (as_json({"error": "No"}), REFUSED)],
    ids=["200-page", "hang-up", "error"],
)
def test_what_became_of_a_question(scripted_api, scripted_cli, answer, code):
    scripted_api.answers["getChatUsers"] = answer
    finished = scripted_cli.json("users")
    assert (finished.code, finished.out) == (code, "")
    assert finished.sentence


def test_what_may_have_arrived_is_not_sent_again(scripted_api, scripted_cli):
    scripted_api.answers["message"] = HANG_UP
    assert scripted_cli.run("send", "504", "one").code == UNCERTAIN
    del scripted_api.answers["message"]
    assert scripted_cli.run("send", "504", "two").code == 0
    assert texts(scripted_api) == ["one", "two"]
    assert [line["state"] for line in scripted_cli.json("messages", "504").lines] == ["uncertain", "sent"]


def test_files_go_on_after_one_that_failed(scripted_api, scripted_cli, tmp_path):
    paths = [tmp_path / name for name in ("one.txt", "two.txt")]
    for path in paths:
        path.write_text(path.name)
    scripted_api.answers["upload"] = web_page(502)
    finished = scripted_cli.json("send-file", "504", *map(str, paths))
    assert (finished.code, [line["state"] for line in finished.lines]) == (UNCERTAIN, ["uncertain", "uncertain"])
    assert len(finished.err.splitlines()) == len(scripted_api.of("upload")) == 2


def test_a_change_that_was_not_made(scripted_api, scripted_cli):
    number = str(scripted_cli.done("send", "504", "Five")["id"])
    scripted_api.answers["updated"] = as_json({"error": "Too late"})
    finished = scripted_cli.json("edit", number, "Six")
    assert (finished.code, finished.sentence) == (REFUSED, "Ringotel refused: Too late.")
    assert finished.line["text"] == "Five"
    scripted_api.answers["deleted"] = HANG_UP
    finished = scripted_cli.json("delete", number)
    assert (finished.code, finished.line["deleted_at"]) == (UNCERTAIN, None)


def test_a_server_that_is_not_there_any_more(fresh_home):
    api, cli = ScriptedApi(), Cli(fresh_home)
    try:
        assert cli.json("setup", "--org", "1", "--number", "1", "--api-url", api.url).code == 0
    finally:
        api.close()
    finished = cli.json("send", "504", "one")
    assert (finished.code, finished.line["state"]) == (NETWORK, "failed")
    assert "127.0.0.1" in finished.sentence
    status = cli.json("status")
    assert (status.code, status.line["waiting"], status.err) == (NETWORK, 0, "")
    assert "127.0.0.1" in status.line["sending"]


def test_another_key(simulator, cli):
    other = Cli(cli.home, key="another")
    finished = other.json("send", "504", "one")
    assert (finished.code, finished.line["state"]) == (SET_UP, "failed")
    assert "does not accept the API key" in finished.sentence
    assert other.run("users").code == SET_UP


def test_nothing_is_set_up(fresh_home):
    finished = Cli(fresh_home).run("send", "504", "one")
    assert (finished.code, finished.out) == (SET_UP, "")
    assert finished.sentence == "Nothing is set up yet. Begin with `ringodesk-cli setup --help`."


def test_a_home_that_cannot_be(tmp_path):
    (tmp_path / "file").write_text("")
    finished = Cli(tmp_path / "file").run("chats")
    assert (finished.code, "cannot be used" in finished.sentence) == (NETWORK, True)


def test_no_verb(fresh_home):
    finished = Cli(fresh_home).run()
    assert (finished.code, finished.out) == (WRONG_USE, "")
    assert finished.sentence == "The following arguments are required: VERB. See `ringodesk-cli --help`."


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_an_empty_message_would_make_a_session(scripted_api, scripted_cli, text):
    finished = scripted_cli.run("send", "504", text)
    assert (finished.code, finished.sentence) == (WRONG_USE, "There is nothing to send: the message is empty.")
    assert scripted_api.requests == []


def test_files_that_cannot_be_sent(scripted_api, scripted_cli, tmp_path):
    good, empty, loop, folder = (tmp_path / name for name in ("good", "empty", "loop", "folder"))
    good.write_text("good")
    empty.touch()
    loop.symlink_to(loop)
    folder.mkdir()
    names = [str(path) for path in (good, empty, loop, folder, tmp_path / "gone")]
    finished = scripted_cli.run("send-file", "504", *names)
    assert (finished.code, finished.out) == (WRONG_USE, "")
    for says in ("empty is empty", "loop cannot be read", "folder is a folder", "gone is not there"):
        assert says in finished.sentence
    assert scripted_api.requests == []
    assert scripted_cli.run("chats").out == ""


def test_a_name_that_is_not_text(scripted_api, scripted_cli):
    finished = scripted_cli.run("send-file", "504", b"/tmp/\xff.txt")
    assert (finished.code, "is not text in UTF-8" in finished.sentence) == (WRONG_USE, True)


def test_the_server_repeats_the_key(scripted_api, scripted_cli):
    scripted_api.answers["message"] = as_json({"error": f"I do not like {KEY}"})
    finished = scripted_cli.json("send", "504", "one")  # which looks for the key in what is printed
    assert (finished.code, finished.sentence) == (REFUSED, "Ringotel refused: I do not like …")


@pytest.mark.parametrize(
    ("method", "verb"),
    [
        ("message", ("session", "504")),
        ("message", ("send", "504", "one")),
        ("updated", ("edit", "m-1", "two")),
        ("deleted", ("delete", "m-1")),
    ],
)
def test_what_the_server_has_no_time_for_is_tried_again(scripted_api, scripted_cli, method, verb):
    scripted_api.answers[method] = as_json({}, 429)
    done = scripted_cli.json(*verb)
    assert (done.code, len(scripted_api.of(method))) == (NETWORK, 4)
