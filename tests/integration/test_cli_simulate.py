"""`ringodesk-cli simulate`: a Ringotel for whoever tries things out, with faults."""

from __future__ import annotations

import socket

import pytest
from cli_process import NUMBER, Cli, Running


@pytest.fixture
def plain(fresh_home):
    return Cli(fresh_home, key="demo-key")


def test_with_a_fault(plain):
    with Running(plain, "simulate", "--fault", "http-502-after-doing:message", "--fault", "reply-none:upload") as sim:
        line = sim.wait_event("simulating")
        assert list(line) == ["event", "api_url", "key", "orgid"]
        assert line["key"] == "demo-key"
        assert list(sim.wait_event("person", extension="507")) == ["event", "extension", "name", "userid"]
        plain.done("setup", "--org", line["orgid"], "--number", NUMBER, "--api-url", line["api_url"])
        finished = plain.json("send", "504", "one")
        assert (finished.code, finished.line["state"]) == (5, "uncertain")
        path = plain.home / "settings.json"
        assert plain.done("send-file", "504", str(path))["messageid"] is None
        stopped = sim.terminate()
    assert (stopped.code, stopped.err) == (0, "")


def test_the_list_of_faults(plain):
    finished = plain.json("simulate", "--list-faults")
    assert finished.code == 0
    found = {line["fault"]: line for line in finished.lines}
    assert found["session-closed"] == {"fault": "session-closed", "changes": "answers", "methods": ["message"]}
    assert found["typing-off"] == {"fault": "typing-off", "changes": "notifications", "methods": ["typing"]}
    assert "file" in found["lost"]["methods"]
    assert "upload" in found["hang"]["methods"]
    assert found["reset-before-reading"]["methods"] == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--fault", "nix"), "There is no fault 'nix'. There is: reset-before-reading, error-object,"),
        (("--fault", "typing-off:message"), "cannot be for 'message' alone. It can be for: typing."),
        (("--fault", "hang:"), "The fault hang cannot be for '' alone."),
        (("--webhook", "ftp://here"), "The webhook URL must begin with http://"),
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
