"""The ngrok tunnel against an agent of our own, through the real pyngrok."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import subprocess
import sys
import tarfile
import threading
import traceback
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from pyngrok import installer, process

sys.path.insert(0, str(Path(__file__).parents[1] / "fake_ngrok"))  # tests are imported by path

from fake_ngrok import FakeNgrok, is_alive

from ringodesk_qt.errors import TunnelError
from ringodesk_qt.tunnel import ngrok as ngrok_module
from ringodesk_qt.tunnel.ngrok import NgrokTunnel

TOKEN = "2Token_of_the_account-XYZ"
DOMAIN = "desk.ngrok-free.app"


@pytest.fixture
def agent(tmp_path) -> FakeNgrok:
    return FakeNgrok(tmp_path / "bin")


@pytest.fixture
async def tunnel(agent, tmp_path):
    made = build(agent, tmp_path)
    yield made
    await made.close()


def build(agent: FakeNgrok, tmp_path: Path, **options) -> NgrokTunnel:
    fields = {"token": TOKEN, "ngrok_path": agent.path, "state_dir": tmp_path / "tunnel"}
    return NgrokTunnel(**{**fields, **options})


def nothing_is_left(agent: FakeNgrok, tmp_path: Path) -> bool:
    """No agent, no token on disk, no thread of ours, and nothing that pyngrok still remembers."""
    folder = tmp_path / "tunnel"
    return (
        not any(is_alive(start["pid"]) for start in agent.starts)
        and not any(TOKEN in path.read_text() for path in folder.iterdir())
        and not any(key.startswith(str(tmp_path)) for key in process._current_processes)
    )


async def until(condition, *, within_s: float = 10.0) -> None:
    async with asyncio.timeout(within_s):
        while not condition():
            await asyncio.sleep(0.01)


# ---------------------------------------------------------------- opening and closing


async def test_the_tunnel_opens_at_the_stable_domain_and_closes(agent, tmp_path):
    tunnel = build(agent, tmp_path, domain=f"https://{DOMAIN.upper()}/")
    assert await tunnel.open(4711) == f"https://{DOMAIN}"
    assert agent.is_running
    assert agent.asked == [
        {
            "name": "ringodesk",
            "url": f"https://{DOMAIN}",
            "upstream": {"url": "http://127.0.0.1:4711"},
            "inspect": False,
        }
    ]
    await tunnel.close()
    assert nothing_is_left(agent, tmp_path)
    await tunnel.close()


async def test_without_a_domain_ngrok_chooses(agent, tunnel):
    assert await tunnel.open(4711) == "https://chosen-by-ngrok.test"
    assert "url" not in agent.asked[0]
    assert tunnel.kind == "ngrok"


async def test_it_can_be_opened_again_and_the_first_agent_is_gone(agent, tunnel, tmp_path):
    await tunnel.open(4711)
    await tunnel.open(4712)
    first, second = (start["pid"] for start in agent.starts)
    assert (is_alive(first), is_alive(second)) == (False, True)
    await tunnel.close()
    assert nothing_is_left(agent, tmp_path)


async def test_the_token_is_in_the_private_configuration_and_nowhere_else(agent, tunnel, tmp_path, monkeypatch, caplog):
    caplog.set_level(logging.DEBUG)
    for name in ("NGROK_AUTHTOKEN", "NGROK_API_KEY", "RINGODESK_API_KEY"):
        monkeypatch.setenv(name, TOKEN)
    await tunnel.open(4711)
    (start,) = agent.starts
    assert start["config"]["authtoken"] == TOKEN
    assert (start["config_mode"], start["folder_mode"]) == ("0o600", "0o700")
    assert start["argv"] == ["start", "--none", "--log", "stdout", "--config", str(tmp_path / "tunnel" / "agent.yml")]
    assert not {"NGROK_AUTHTOKEN", "NGROK_API_KEY", "RINGODESK_API_KEY"} & set(start["environ"])
    assert TOKEN not in str(start["environ"])
    assert TOKEN not in repr(tunnel) + repr(vars(tunnel)) + caplog.text


async def test_the_region_is_handed_on(agent, tmp_path):
    tunnel = build(agent, tmp_path, region="eu")
    await tunnel.open(4711)
    assert agent.starts[0]["argv"][-2:] == ["--region", "eu"]
    await tunnel.close()


class Receiver(BaseHTTPRequestHandler):
    got: list[bytes] = []  # noqa: RUF012 - one test's

    def do_POST(self) -> None:
        self.got.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def served() -> Iterator:
    """Serves a handler on a loopback port, for this test."""
    servers: list[tuple[HTTPServer, threading.Thread]] = []

    def serve(handler) -> int:
        server = HTTPServer(("127.0.0.1", 0), handler)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        servers.append((server, thread))
        return server.server_port

    yield serve
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


async def test_a_notification_comes_through_and_is_not_kept(agent, tunnel, served):
    await tunnel.open(served(Receiver))
    body = b'{"method": "typing", "api_key": "the-key"}'

    def post() -> bytes:
        with urlopen(Request(agent.edge_url + "/hook/x", data=body), timeout=5) as answer:
            return answer.read()

    assert await asyncio.to_thread(post) == b"ok"
    assert Receiver.got.pop() == body
    assert await asyncio.to_thread(agent.captured) == []


# ---------------------------------------------------------------- the inspector


async def test_an_agent_that_inspects_anyway_is_closed_at_once(agent, tunnel, tmp_path):
    agent.behave(inspects_anyway=True)
    with pytest.raises(TunnelError, match="keeps a copy of every notification"):
        await tunnel.open(4711)
    assert nothing_is_left(agent, tmp_path)


async def test_an_agent_that_leaves_the_field_out_keeps_nothing_by_its_configuration(agent, tunnel):
    agent.behave(leaves_inspect_out=True)
    await tunnel.open(4711)
    assert agent.starts[0]["config"]["inspect_db_size"] == -1


@pytest.mark.parametrize("url", ["http://desk.ngrok-free.app", "tcp://0.tcp.ngrok.io:1234", "https://"])
async def test_an_address_that_is_not_https_is_closed(agent, tunnel, tmp_path, url):
    agent.behave(url=url)
    with pytest.raises(TunnelError, match="https"):
        await tunnel.open(4711)
    assert nothing_is_left(agent, tmp_path)


async def test_another_domain_than_the_one_asked_for_is_closed(agent, tmp_path):
    agent.behave(url="https://other.ngrok-free.app")
    with pytest.raises(TunnelError, match=r"other\.ngrok-free\.app instead of desk"):
        await build(agent, tmp_path, domain=DOMAIN).open(4711)
    assert nothing_is_left(agent, tmp_path)


# ---------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("ERR_NGROK_105", "does not recognise its token"),
        ("ERR_NGROK_107", "no longer valid"),
        ("ERR_NGROK_108", "as many agents as it may"),
        ("ERR_NGROK_4018", "wants a token"),
        ("ERR_NGROK_99999", r"could not be started.*Something new for \[token\]"),
    ],
)
async def test_a_refusal_has_a_sentence_and_a_code_and_no_token(agent, tunnel, tmp_path, caplog, capfd, code, sentence):
    caplog.set_level(logging.DEBUG)
    agent.behave(refuses=code, stderr="ERROR: Your authtoken: {token}")
    with pytest.raises(TunnelError, match=sentence) as caught:
        await tunnel.open(4711)
    assert caught.value.code == code
    assert nothing_is_left(agent, tmp_path)
    told = "".join([*traceback.format_exception(caught.value), caplog.text, *capfd.readouterr()])
    assert TOKEN not in told
    assert "failed to auth session" in told


async def test_a_domain_in_use_elsewhere_is_told(agent, tmp_path):
    agent.behave(refuses_endpoint="ERR_NGROK_334")
    with pytest.raises(TunnelError, match="in use elsewhere") as caught:
        await build(agent, tmp_path, domain=DOMAIN).open(4711)
    assert caught.value.code == "ERR_NGROK_334"
    assert nothing_is_left(agent, tmp_path)


@pytest.mark.parametrize(
    ("options", "sentence", "code"),
    [
        ({"token": "  "}, "There is no ngrok token", "ERR_NGROK_4018"),
        ({"token": "two words"}, "characters no token has", ""),
        ({"token": "tökén"}, "characters no token has", ""),
        ({"domain": "not a domain"}, "not a domain", ""),
        ({"domain": "http://desk.ngrok-free.app"}, "not a domain", ""),
        ({"ngrok_path": "/nowhere/ngrok"}, "no program at /nowhere/ngrok", ""),
    ],
)
async def test_what_is_wrong_beforehand_starts_nothing(agent, tmp_path, options, sentence, code):
    with pytest.raises(TunnelError, match=sentence) as caught:
        await build(agent, tmp_path, **options).open(4711)
    assert caught.value.code == code
    assert agent.starts == []


async def test_a_program_that_is_not_ngrok_is_told(agent, tunnel, tmp_path):
    agent.path.write_text("#!/bin/sh\nexit 3\n")
    with pytest.raises(TunnelError, match=r"ended as soon as it was started.*Install ngrok"):
        await tunnel.open(4711)
    assert nothing_is_left(agent, tmp_path)


# ---------------------------------------------------------------- the program


async def test_a_missing_program_is_told_and_not_fetched(agent, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("pyngrok.conf.DEFAULT_NGROK_PATH", str(tmp_path / "ngrok"))
    monkeypatch.setattr(installer, "PLATFORMS", {})
    with pytest.raises(TunnelError, match=r"not found.*ngrok\.com/download"):
        await build(agent, tmp_path, ngrok_path=None).open(4711)
    assert not (tmp_path / "ngrok").exists()


async def test_the_program_is_found_on_the_path(agent, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{agent.path.parent}{os.pathsep}{os.environ['PATH']}")
    tunnel = build(agent, tmp_path, ngrok_path=None)
    await tunnel.open(4711)
    assert len(agent.starts) == 1
    await tunnel.close()


async def test_a_missing_program_is_fetched_when_that_is_allowed(agent, tmp_path, monkeypatch, served, capfd):
    class Archive(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with tarfile.open(tmp_path / "ngrok.tgz", "w:gz") as archive:
        archive.add(agent.path, "ngrok")
    port = served(partial(Archive, directory=str(tmp_path)))
    target = tmp_path / "fetched" / "ngrok"
    target.parent.mkdir()
    target.with_suffix(".json").write_text("{}")
    monkeypatch.setenv("PATH", "/bin:/usr/bin")
    monkeypatch.setattr("pyngrok.conf.DEFAULT_NGROK_PATH", str(target))
    url = f"http://127.0.0.1:{port}/ngrok.tgz"
    monkeypatch.setattr(installer, "PLATFORMS", dict.fromkeys(installer.PLATFORMS, url))
    monkeypatch.setattr("tempfile.tempdir", str(target.parent))
    tunnel = build(agent, tmp_path, ngrok_path=None, allow_download=True)
    assert await tunnel.open(4711)
    await tunnel.close()
    assert target.with_suffix(".record").exists()
    assert capfd.readouterr().out == ""


async def test_a_program_that_cannot_be_fetched_is_told(agent, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("pyngrok.conf.DEFAULT_NGROK_PATH", str(tmp_path / "ngrok"))
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/ngrok.tgz"
        monkeypatch.setattr(installer, "PLATFORMS", dict.fromkeys(installer.PLATFORMS, url))
        with pytest.raises(TunnelError, match="could not be downloaded"):
            await build(agent, tmp_path, ngrok_path=None, allow_download=True).open(4711)


# ---------------------------------------------------------------- the watchdog


@pytest.mark.parametrize(
    ("mode", "sentence"),
    [
        ("is_silent", "did not connect within"),
        ("has_no_network", "did not connect within.*no such host"),
        ("answers_never", "does not answer as Ringodesk needs it to"),
        ("is_old", "3.30 or later"),
        ("opens_never", "did not open the tunnel within"),
    ],
)
async def test_a_start_that_hangs_is_ended(agent, tmp_path, mode, sentence):
    agent.behave(**{mode: True})
    with pytest.raises(TunnelError, match=sentence):
        await build(agent, tmp_path, startup_timeout_s=1.5).open(4711)
    assert len(agent.starts) == 1
    assert nothing_is_left(agent, tmp_path)


@pytest.mark.parametrize("mode", ["is_silent", "answers_never", "opens_never"])
async def test_closing_while_it_opens_leaves_nothing(agent, tunnel, tmp_path, mode):
    agent.behave(**{mode: True})
    opening = asyncio.ensure_future(tunnel.open(4711))
    await until(lambda: agent.starts)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    assert nothing_is_left(agent, tmp_path)


async def test_the_loop_is_never_blocked(agent, tunnel):
    agent.behave(is_silent=True)
    opening = asyncio.ensure_future(tunnel.open(4711))
    turns = 0
    while not agent.starts:
        turns += 1
        await asyncio.sleep(0)
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    assert turns > 100


# ---------------------------------------------------------------- loss


class Losses:
    def __init__(self, tunnel: NgrokTunnel) -> None:
        self.told: list[TunnelError] = []
        tunnel.on_lost(self.told.append)


async def test_a_session_that_is_lost_is_told_once_and_leaves_no_agent(agent, tmp_path):
    tunnel = build(agent, tmp_path, reconnect_grace_s=0.05)
    losses = Losses(tunnel)
    await tunnel.open(4711)
    await asyncio.to_thread(agent.log, "eror", "session closed, starting reconnect loop", err="read EOF")
    await until(lambda: losses.told)
    assert "connection to ngrok was lost" in str(losses.told[0])
    assert nothing_is_left(agent, tmp_path)
    await tunnel.close()
    assert len(losses.told) == 1


async def test_a_token_that_is_revoked_while_open_is_told_with_its_code(agent, tunnel):
    losses = Losses(tunnel)
    await tunnel.open(4711)
    await asyncio.to_thread(agent.log, "eror", "session closed, starting reconnect loop", err="read EOF")
    await asyncio.to_thread(
        agent.log, "eror", "failed to reconnect session", err=rf"Your authtoken: {TOKEN}\nERR_NGROK_107"
    )
    await until(lambda: losses.told)
    assert losses.told[0].code == "ERR_NGROK_107"
    assert TOKEN not in str(losses.told[0])


async def test_a_tunnel_that_is_closed_is_not_lost(tunnel):
    losses = Losses(tunnel)
    await tunnel.open(4711)
    await tunnel.close()
    await tunnel.open(4711)
    await tunnel.close()
    await until(lambda: not any(thread.name == "ngrok" for thread in threading.enumerate()))
    assert losses.told == []


async def test_an_agent_that_ends_by_itself_is_told(agent, tunnel, tmp_path):
    losses = Losses(tunnel)
    await tunnel.open(4711)
    await asyncio.to_thread(agent.exit)
    await until(lambda: losses.told)
    assert "ended by itself" in str(losses.told[0])
    assert nothing_is_left(agent, tmp_path)
    assert await tunnel.open(4711)


@pytest.mark.allow_log("ringodesk_qt.tunnel.ngrok")
async def test_a_listener_that_fails_does_not_keep_the_others_from_hearing(agent, tunnel, caplog):
    tunnel.on_lost(lambda _error: 1 / 0)
    losses = Losses(tunnel)
    await tunnel.open(4711)
    await asyncio.to_thread(agent.exit)
    await until(lambda: losses.told)
    assert "a listener failed" in caplog.text


# ---------------------------------------------------------------- crashes

PROGRAM = """
import asyncio, sys
from pathlib import Path
from ringodesk_qt.tunnel.ngrok import NgrokTunnel

async def main():
    tunnel = NgrokTunnel(token=sys.argv[1], ngrok_path=sys.argv[2], state_dir=Path(sys.argv[3]))
    print(await tunnel.open(4711), flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""


async def test_an_agent_does_not_outlive_a_program_that_was_killed(agent, tunnel, tmp_path):
    command = [sys.executable, "-c", PROGRAM, TOKEN, str(agent.path), str(tmp_path / "tunnel")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert (await asyncio.to_thread(program.stdout.readline)).startswith(b"https://")
        first = agent.starts[0]["pid"]
        assert is_alive(first)
        program.send_signal(signal.SIGKILL)
    await until(lambda: not is_alive(first))
    assert await tunnel.open(4711)
    await tunnel.close()
    assert nothing_is_left(agent, tmp_path)


async def test_an_agent_that_did_outlive_it_is_ended_at_the_next_start(agent, tunnel, tmp_path):
    folder = ngrok_module.AgentFolder(tmp_path / "tunnel")
    launcher = folder.write(program=str(agent.path), token=TOKEN, web_port=0)
    agent.behave(is_silent=True)
    arguments = ["start", "--none", "--log", "stdout", "--config", str(folder.config)]
    with subprocess.Popen([launcher, *arguments], stdout=subprocess.DEVNULL) as stale:
        await until(lambda: agent.starts)
        assert agent.starts[0]["pid"] == stale.pid
        agent.behave()
        assert await tunnel.open(4711)
        assert stale.wait(5) == -signal.SIGKILL


def test_pyngrok_is_not_imported_with_the_module():
    code = "import sys, ringodesk_qt.tunnel.ngrok; sys.exit('pyngrok' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
