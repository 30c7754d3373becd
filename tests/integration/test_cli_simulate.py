"""`ringodesk-cli simulate`: a Ringotel for whoever tries things out, with people, faults and a log."""

from __future__ import annotations

import contextlib
import http.server
import json
import re
import socket
import threading
import urllib.error
import urllib.request

import pytest
from cli_process import NUMBER, PATIENCE_S, Cli, Running

from ringodesk_qt.console.faults import parsed
from ringodesk_qt.simulator import Fault
from ringodesk_qt.simulator.requests import METHODS

KEY = "s1mulated-KEY"
TEXT = {"from": "2075550100", "to": "501", "content": "Is the reading room free?\nAt four"}


@pytest.fixture
def plain(fresh_home):
    return Cli(fresh_home, key="demo-key")


def post(url, document, **headers):
    """The status and what came back."""
    sent = {"Content-Type": "application/json", **headers}
    request = urllib.request.Request(url, json.dumps(document).encode(), sent)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read())


def call(line, method, **params):
    document = {"method": method, "params": {"orgid": line["orgid"], **params}}
    return post(line["api_url"], document, Authorization=f"Bearer {KEY}")


class Hook(http.server.ThreadingHTTPServer):
    """A webhook of a program that is not ours."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), HookHandler)
        self.bodies = []
        self.url = f"http://127.0.0.1:{self.server_port}/"


class HookHandler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args):
        pass


@pytest.fixture
def hook():
    server = Hook()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_with_a_fault(plain):
    with Running(plain, "simulate", "--fault", "http-502-after-doing:message", "--fault", "reply-none:upload") as sim:
        line = sim.wait_event("simulating")
        assert list(line) == ["event", "api_url", "control_url", "key", "orgid", "webhook"]
        assert line["key"] == "demo-key"
        person = sim.wait_event("person", extension="507")
        assert list(person) == ["event", "extension", "name", "userid", "orgid", "temper"]
        plain.done("setup", "--org", line["orgid"], "--number", NUMBER, "--api-url", line["api_url"])
        finished = plain.json("send", "504", "one")
        assert (finished.code, finished.line["state"]) == (5, "uncertain")
        path = plain.home / "settings.json"
        assert plain.done("send-file", "504", str(path))["messageid"] is None
        stopped = sim.terminate()
    assert (stopped.code, stopped.err) == (0, "")


def test_the_log_as_json_and_the_control_surface(plain, hook):
    with Running(plain, "simulate", "--key", KEY, "--silent", "--webhook", hook.url) as sim:
        line = sim.wait_event("simulating")
        post(line["control_url"] + "/set-fault", {"fault": "http-429", "value": 7, "only": "message"})
        assert call(line, "message", **TEXT)[0] == 429
        status, answer = call(line, "message", **TEXT)
        messageid = answer["result"]["messageid"]
        assert status == 200
        assert call(line, "read", sessionid=KEY)[1]["error"]["code"] == 404
        limited, sent, refused = (sim.wait_event("request") for _ in range(3))
        assert (limited["outcome"], limited["http_status"], limited["faults"]) == ("fault", 429, ["http-429"])
        assert sent == {
            "event": "request",
            "at": sent["at"],
            "method": "message",
            "item": "Send a message",
            "from": "2075550100",
            "to": "501",
            "orgid": line["orgid"],
            "messageid": messageid,
            "sessionid": sent["sessionid"],
            "outcome": "done",
            "http_status": 200,
            "error": None,
            "faults": [],
            "text": TEXT["content"],
        }
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", sent["at"])
        assert (refused["outcome"], refused["error"]) == ("refused", "read: there is no session '…'")
        said = post(line["control_url"] + "/say", {"extension": "501", "text": f"Yes {KEY}"})[1]
        told = sim.wait_event("notification")
        assert told == {
            "event": "notification",
            "at": told["at"],
            "method": "message",
            "from": "501",
            "to": "2075550100",
            "orgid": line["orgid"],
            "messageid": said["messageid"],
            "sessionid": sent["sessionid"],
            "state": None,
            "outcome": "taken",
            "statuses": [200],
            "faults": [],
            "text": "Yes …",
        }
        assert hook.bodies[0]["api_key"] == KEY
        stopped = sim.terminate()
    assert stopped.lines[-1] == {"event": "stopped", "requests": 3, "notifications": 1}
    assert [one for one in sim.seen if KEY in json.dumps(one)] == [line]


def run_a_little(cli, *arguments):
    """What it prints for people, of a request that is done, one that is not, and a notification that is lost."""
    process = cli.start("simulate", "--key", KEY, "--silent", *arguments)
    with process:
        first = process.stdout.readline().decode()
        api_url = re.search(r"API URL (\S+),", first)[1]
        line = {"api_url": api_url, "orgid": re.search(r"organization (\S+),", first)[1]}
        call(line, "message", **TEXT)
        call(line, "typing", sessionid="1-2")
        post(re.search(r"control (\S+),", first)[1] + "/say", {"extension": "501", "text": "secret\x1b[31m", "to": "1"})
        process.terminate()
        out, err = process.stdout.read(), process.stderr.read()
        assert (process.wait(PATIENCE_S), err) == (0, b"")
    assert KEY in first
    assert KEY not in out.decode()
    return out.decode().splitlines()


def test_the_log_for_people(plain):
    *people, sent, refused, said, last = run_a_little(plain)
    assert people[0] == "  501      Lena Hoffmann, lively, Harbour Books"
    assert len(people) == 7
    time = r"\d\d:\d\d:\d\d\.\d{3}  "
    assert re.fullmatch(time + r"→ message       2075550100 → 501  done  “Is the reading room free\?\\nAt four”", sent)
    assert re.fullmatch(time + r"→ typing        1-2  refused  typing: there is no session '1-2'", refused)
    assert re.fullmatch(time + r"← message       501 → 1  dropped  “secret\\x1b\[31m”", said)
    assert last == "stopped; requests: 2, notifications: 1"


def test_the_log_without_text_and_none_at_all(plain):
    lines = run_a_little(plain, "--hide-text")
    assert len(lines) == 11
    assert not [line for line in lines if "reading room" in line or "secret" in line]
    assert run_a_little(plain, "--quiet") == []


def test_people_and_an_organization_of_ones_own(plain, tmp_path):
    path = tmp_path / "people.json"
    path.write_text(
        json.dumps([{"extension": "9001"}, {"extension": "9002", "name": "Zoë", "userid": "7", "state": 3}])
    )
    arguments = ("--people", str(path), "--organization", "Acme", "--orgid", "17", "--domain", "acme")
    with Running(plain, "simulate", "--key", KEY, *arguments) as sim:
        line = sim.wait_event("simulating")
        assert line["orgid"] == "17"
        users = call(line, "getChatUsers")[1]["result"]
        assert users[1] == {"phone": "9002", "name": "Zoë", "id": "7", "state": 3}
        assert (users[0]["name"], len(users[0]["id"])) == ("9001", 20)
        headers = {"Authorization": f"Bearer {KEY}"}
        rows = post(line["api_url"], {"method": "getOrganizations", "params": {}}, **headers)[1]["result"]
        assert [(row["id"], row["domain"], row["name"]) for row in rows] == [("17", "acme", "Acme")]
        assert sim.terminate().code == 0


def test_a_webhook_that_is_not_there(plain, unused_tcp_port):
    webhook = f"http://127.0.0.1:{unused_tcp_port}/"
    with Running(plain, "simulate", "--silent", "--webhook", webhook, "--webhook-tries", "1") as sim:
        line = sim.wait_event("simulating", webhook=webhook)
        post(line["control_url"] + "/type", {"extension": "501", "to": "1"})
        told = sim.wait_event("notification", method="typing", state="on")
        assert (told["outcome"], told["statuses"]) == ("given up", [0])
        assert sim.terminate().code == 0
    assert plain.run("simulate", "--webhook-tries", "0").code == 2


def test_it_ends_when_nobody_reads_its_log(plain):
    process = plain.start("simulate", "--json", "--key", KEY, "--silent")
    with process:
        line = json.loads(process.stdout.readline())
        process.stdout.close()
        with contextlib.suppress(OSError):  # it may end before it has answered
            call(line, "message", **TEXT)
        assert process.wait(PATIENCE_S) == 0
        assert process.stderr.read() == b""


def test_the_list_of_faults(plain):
    finished = plain.json("simulate", "--list-faults")
    assert finished.code == 0
    found = {line["fault"]: line for line in finished.lines}
    assert list(found) == [fault.value for fault in Fault]
    assert found["http-429"] == {
        "fault": "http-429",
        "changes": "answers",
        "bites": "in place of doing what the request wants",
        "does": "HTTP 429 with a Retry-After of so many seconds",
        "takes": {"name": "SECONDS", "must_be": "a whole number from 0 to 86400", "default": 1},
        "methods": sorted(METHODS | {"upload"}),
    }
    assert found["session-closed"]["methods"] == ["message"]
    assert (found["typing-off"]["changes"], found["typing-off"]["methods"]) == ("notifications", ["typing"])
    assert "file" in found["lost"]["methods"]
    assert found["reset-before-reading"]["methods"] == ["upload"]
    assert (found["file-slow"]["changes"], found["numeric-ids"]["changes"]) == ("files", "ids")
    lines = plain.run("simulate", "--list-faults").out.splitlines()
    assert len(lines) == len(Fault)
    assert (
        "delay=SECONDS                notifications  the notification, and those behind it, come so much later "
        "(SECONDS is 2.0 unless given)" in lines
    )


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("hang", (Fault.HANG, None, "", None)),
        ("hang:upload", (Fault.HANG, None, "upload", None)),
        ("http-429=5:message*2", (Fault.HTTP_429, 5, "message", 2)),
        ("delay=0.5*3", (Fault.DELAY, 0.5, "", 3)),
        ("reset-at-answer-byte=-1", (Fault.RESET_AT_ANSWER_BYTE, -1, "", None)),
        ("file-redirect=http://127.0.0.1:9/a:b*c", (Fault.FILE_REDIRECT, "http://127.0.0.1:9/a:b*c", "", None)),
        ("typing-state=off:typing*1", (Fault.TYPING_STATE, "off", "typing", 1)),
        ("typing-state=", (Fault.TYPING_STATE, "", "", None)),
    ],
)
def test_the_grammar_of_faults(text, setting):
    found = parsed(text)
    assert (found.fault, found.value, found.method, found.times) == setting


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--fault", "http-42"), "There is no fault 'http-42'. Is it http-429 or "),
        (("--fault", "nix"), "--list-faults` lists them all."),
        (("--fault", "typing-off:message"), "cannot be for 'message' alone. It can be for: typing."),
        (("--fault", "hang:"), "The fault hang cannot be for '' alone."),
        (("--fault", "hang=1"), "The fault hang takes no value."),
        (("--fault", "delay=long"), "The fault delay: SECONDS must be a number from 0 to 3600."),
        (("--fault", "redirect=200"), "STATUS must be one of 301, 302, 303, 307, 308."),
        (("--fault", "lost*0"), "The fault lost can bite 1 to"),
        (("--fault", "lost*x"), "'lost*x' is not NAME[=VALUE][:METHOD][*TIMES], as http-429=5:message*2 is."),
        (("--webhook", "ftp://here"), "The webhook URL must begin with http://"),
        (("--key", " k"), "A key must have at least one character"),
        (("--orgid", " "), "The organization's id is empty."),
        (("--people", "/nowhere/people.json"), "The file /nowhere/people.json cannot be read: No such file"),
    ],
)
def test_what_cannot_be_used_is_named(plain, arguments, says):
    finished = plain.run("simulate", *arguments)
    assert (finished.code, finished.out) == (2, "")
    assert says in finished.sentence


def test_a_port_that_is_taken_or_none(plain):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        finished = plain.run("simulate", "--port", str(taken.getsockname()[1]))
    assert (finished.code, "in use" in finished.sentence) == (4, True)
    finished = plain.run("simulate", "--port", "99999")
    assert (finished.code, "a port is a number from 0 to 65535" in finished.err) == (2, True)
