"""A server that answers what it is told to: the bad answers, byte by byte."""

from __future__ import annotations

import contextlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ORGID = "16287540703457500320"
HANG_UP = None
"""In place of an answer: the request is read, and the connection ends."""

Answer = tuple[int, str, bytes] | None


def as_json(value: Any, status: int = 200) -> Answer:
    return status, "application/json", json.dumps(value).encode()


def web_page(status: int) -> Answer:
    return status, "text/html", b"<!doctype html><title>Gateway</title><h1>It is raining</h1>"


USERS = as_json({"result": [{"id": "16287541154521992856", "phone": "504", "name": "James Whitfield", "state": 1}]})


class ScriptedApi:
    """Answers `getChatUsers` and does whatever else is asked of it, unless `answers` says otherwise for a method."""

    def __init__(self):
        self.answers: dict[str, Answer] = {}
        self.date = ""
        """What its clock says, in the words of HTTP; empty for the time it is."""
        self.requests: list[dict[str, Any]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/api"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def of(self, method: str) -> list[dict[str, Any]]:
        return [request["params"] for request in self.requests if request["method"] == method]

    def answer(self, request: dict[str, Any]) -> Answer:
        self.requests.append(request)
        default = USERS if request["method"] == "getChatUsers" else as_json({"result": {"messageid": "m-1"}})
        return self.answers.get(request["method"], default)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        api = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(size := int(self.headers["Content-Length"]))
                if len(body) < size:
                    return  # whoever asked has died
                is_upload = self.headers["Content-Type"].startswith("multipart/")
                answer = api.answer({"method": "upload", "params": {}} if is_upload else json.loads(body))
                if answer is not HANG_UP:
                    status, content_type, text = answer
                    with contextlib.suppress(ConnectionError):  # who asked may have gone
                        self.send_response(status)
                        self.send_header("Content-Type", content_type)
                        self.end_headers()
                        self.wfile.write(text)

            def date_time_string(self, timestamp: float | None = None) -> str:
                return api.date or super().date_time_string(timestamp)

            def log_message(self, *_args: object) -> None:
                """Says nothing."""

        return Handler
