"""An ngrok agent for tests: its command line, its log lines, its local API, and a public side on a loopback port.

It is run under the path of a `FakeNgrok`, whose `<path>.json` says how it behaves; what it was given and asked is
appended to `<path>.record`, a JSON object a line. It speaks no more than pyngrok uses, from ngrok's documentation of
the agent's API and configuration (version 3) and from logs that were published.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import stat
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

REFUSALS = {
    "ERR_NGROK_105": (
        "authentication failed: The authtoken you specified does not look like a proper ngrok authtoken."
        "\\nYour authtoken: {token}\\nInstructions to install your authtoken are on your ngrok dashboard:"
    ),
    "ERR_NGROK_107": (
        "authentication failed: The authtoken you specified is properly formed, but it is invalid."
        "\\nYour authtoken: {token}\\nThis usually happens when: You reset your authtoken"
    ),
    "ERR_NGROK_108": "authentication failed: Your account is limited to 1 simultaneous ngrok agent sessions.",
    "ERR_NGROK_103": "authentication failed: The account has been suspended.",
    "ERR_NGROK_120": "authentication failed: Your ngrok-agent version is too old.",
    "ERR_NGROK_4018": "authentication failed: This ngrok session is not authenticated.",
    "ERR_NGROK_99999": "authentication failed: Something new for {token}.",
}


ENDPOINT_REFUSALS = {
    "ERR_NGROK_319": "The domain '{domain}' is not reserved for your account.",
    "ERR_NGROK_320": "The domain '{domain}' belongs to another account.",
    "ERR_NGROK_334": "The endpoint '{domain}' is already online.",
    "ERR_NGROK_727": "The account has exceeded its number of HTTP requests.",
}


class Agent:
    def __init__(self) -> None:
        self.path = Path(sys.argv[0])
        self.mode: dict[str, Any] = json.loads(self.path.with_suffix(".json").read_text())
        arguments = argparse.ArgumentParser()
        arguments.add_argument("command", choices=["start"])
        arguments.add_argument("--none", action="store_true", required=True)
        arguments.add_argument("--log", choices=["stdout"], required=True)
        arguments.add_argument("--config", type=Path, required=True)
        arguments.add_argument("--authtoken", default="")
        arguments.add_argument("--region", default="")
        self.options = arguments.parse_args()
        self.config = yaml.safe_load(self.options.config.read_text())["agent"]
        self.endpoints: dict[str, dict[str, Any]] = {}
        self.captured: list[str] = []

    def run(self) -> None:
        self.record_start()
        if self.mode.get("stderr"):
            print(self.mode["stderr"].format(token=self.config["authtoken"]), file=sys.stderr)
        if self.mode.get("is_silent"):
            time.sleep(600)
        if self.mode.get("lives_s"):
            threading.Timer(self.mode["lives_s"], os._exit, (3,)).start()
        if self.mode.get("exits_at_once"):
            sys.exit(1)
        self.log("info", "open config file", path=str(self.options.config), err="nil")
        if self.mode.get("has_no_network"):
            self.without_network()
        refusal = self.mode.get("refuses", "")
        if refusal:
            self.refuse(refusal)
        self.serve()

    def record_start(self) -> None:
        config = self.options.config
        self.record(
            pid=os.getpid(),
            argv=sys.argv[1:],
            environ=dict(os.environ),
            config=self.config,
            config_mode=oct(stat.S_IMODE(config.stat().st_mode)),
            folder_mode=oct(stat.S_IMODE(config.parent.stat().st_mode)),
        )

    def record(self, **entry: object) -> None:
        with self.path.with_suffix(".record").open("a") as file:
            file.write(json.dumps(entry) + "\n")

    def log(self, level: str, message: str, **fields: str) -> None:
        """One line as ngrok's logfmt has it: quoted where there is a blank."""
        parts = [f"t={time.strftime('%Y-%m-%dT%H:%M:%S%z')}", f"lvl={level}", f'msg="{message}"']
        parts += [f'{name}="{value}"' if " " in value else f"{name}={value}" for name, value in fields.items()]
        print(" ".join(parts), flush=True)

    def without_network(self) -> None:
        error = "failed to dial ngrok server with address connect.ngrok-agent.com:443: no such host"
        for _ in range(6000):
            self.log("eror", "failed to reconnect session", obj="tunnels.session", err=error)
            time.sleep(0.1)

    def refuse(self, code: str) -> None:
        words = REFUSALS[code].format(token=self.config["authtoken"]) + rf"\r\n\r\n{code}\r\n"
        self.log("eror", "failed to auth session", obj="tunnels.session", err=words)
        self.log("eror", "terminating with error", obj="app", err=words)
        self.log("crit", "command failed", err=words)
        sys.exit(1)

    def serve(self) -> None:
        host, _, port = self.config["web_addr"].rpartition(":")
        if self.mode.get("answers_never"):
            self.listen_without_answering(host, int(port))
        server = ThreadingHTTPServer((host, int(port)), _handler(self))
        self.log("info", "starting web service", obj="web", addr=f"{host}:{server.server_port}", allow_hosts="[]")
        self.log("info", "client session established", obj="tunnels.session")
        self.log("info", "tunnel session started", obj="tunnels.session")
        server.serve_forever()

    def listen_without_answering(self, host: str, port: int) -> None:
        with socket.create_server((host, port)):
            self.log("info", "starting web service", obj="web", addr=f"{host}:{port}")
            self.log("info", "client session established", obj="tunnels.session")
            self.log("info", "tunnel session started", obj="tunnels.session")
            time.sleep(600)

    def open_endpoint(self, asked: dict[str, Any]) -> dict[str, Any]:
        edge = _Edge(self, asked)
        endpoint = {
            "name": asked["name"],
            "uri": f"/api/endpoints/{asked['name']}",
            "url": self.url(asked),
            "upstream": asked["upstream"],
            "inspect": True if self.mode.get("inspects_anyway") else asked.get("inspect", True),
            "pooling_enabled": False,
        }
        if self.mode.get("leaves_inspect_out"):
            del endpoint["inspect"]
        self.endpoints[asked["name"]] = endpoint
        self.record(asked=asked, edge_port=edge.port, web_addr=self.config["web_addr"])
        self.log("info", "started tunnel", obj="tunnels", name=asked["name"], url=str(endpoint["url"]))
        return endpoint

    def url(self, asked: dict[str, Any]) -> str:
        if self.mode.get("has_another_url_each_time"):
            return f"https://start-{os.getpid()}.test"
        return str(self.mode.get("url") or asked.get("url") or "https://chosen-by-ngrok.test")


class _Edge:
    """The public side: a loopback port whose connections are joined to the upstream, as the agent does."""

    def __init__(self, agent: Agent, asked: dict[str, Any]) -> None:
        host, _, port = asked["upstream"]["url"].removeprefix("http://").rpartition(":")
        self._upstream = (host, int(port))
        self._agent = agent
        self._keeps = asked.get("inspect", True) and agent.config.get("inspect_db_size", 0) >= 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            outer, _ = self._listener.accept()
            self._agent.log("info", "join connections", obj="join", r="203.0.113.7:4711")
            inner = socket.create_connection(self._upstream)
            for source, sink, is_request in ((outer, inner, True), (inner, outer, False)):
                threading.Thread(target=self._join, args=(source, sink, is_request), daemon=True).start()

    def _join(self, source: socket.socket, sink: socket.socket, is_request: bool) -> None:
        while data := source.recv(65536):
            if is_request and self._keeps:
                self._agent.captured.append(data.decode(errors="replace"))
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


def _handler(agent: Agent) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Says nothing."""

        def do_GET(self) -> None:
            if agent.mode.get("hangs"):
                time.sleep(600)
            name = self.path.removeprefix("/api/endpoints/")
            if self.path == "/api/status":
                self._answer(200, {"status": "online", "agent_version": "3.33.0", "uri": "/api/status"})
            elif self.path == "/api/endpoints" and not agent.mode.get("is_old"):
                self._answer(200, {"endpoints": list(agent.endpoints.values())})
            elif self.path == "/api/requests/http":
                self._answer(200, {"uri": self.path, "requests": agent.captured})
            elif name in agent.endpoints:
                self._answer(200, agent.endpoints[name])
            else:
                self._answer(404, {"error_code": 100, "status_code": 404, "msg": "not found", "details": {}})

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path == "/test/log":
                agent.log(**body)
                self._answer(200, {})
            elif self.path == "/test/exit":
                os._exit(3)
            elif self.path == "/test/hang":
                agent.mode["hangs"] = True
                self._answer(200, {})
            elif self.path == "/test/forget":
                agent.endpoints.clear()
                self._answer(200, {})
            elif agent.mode.get("refuses_endpoint"):
                code = agent.mode["refuses_endpoint"]
                words = ENDPOINT_REFUSALS[code].format(domain=body.get("url"))
                error = f"failed to start tunnel: {words}\n{code}\n"
                self._answer(
                    502,
                    {"error_code": 103, "status_code": 502, "msg": "failed to start tunnel", "details": {"err": error}},
                )
            elif agent.mode.get("opens_never"):
                time.sleep(600)
            else:
                self._answer(201, agent.open_endpoint(body))

        def do_DELETE(self) -> None:
            is_known = agent.endpoints.pop(self.path.removeprefix("/api/endpoints/"), None)
            self._answer(204 if is_known else 404, None)

        def _answer(self, status: int, content: object) -> None:
            body = b"" if content is None else json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler
