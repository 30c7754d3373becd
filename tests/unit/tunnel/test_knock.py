"""The knock at the public URL: who answered, and what that means."""

from __future__ import annotations

import socket
import ssl
import sys
import threading
from functools import partial
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "api"))  # tests are imported by path

from certificate import CERTIFICATE

from ringodesk_qt.errors import TunnelError
from ringodesk_qt.tunnel.knock import connect_securely, knock

OURS = b'{"ok":false,"error":"Method Not Allowed"}'
PATH = "/hook/the-secret-part-of-the-path"


class Edge:
    """Answers what it is told to, as ngrok's servers do in our place."""

    def __init__(self):
        edge = self
        self.answer: tuple[int, bytes, dict[str, str]] = (405, OURS, {})
        self.asked: list[tuple[str, dict[str, str]]] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, body, headers = edge.answer
                edge.asked.append((self.path, dict(self.headers)))
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def serve_tls(self, certificate: Path) -> None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self._server.server_port}"

    async def knock(self) -> bool:
        port = self._server.server_port
        return await knock(
            "https://desk.test", PATH, connect=lambda _host: HTTPConnection("127.0.0.1", port, timeout=5)
        )

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def edge():
    made = Edge()
    yield made
    made.close()


async def test_our_own_answer_is_known(edge):
    assert await edge.knock() is True
    ((path, headers),) = edge.asked
    assert path == PATH
    assert {"Host", "User-Agent", "Connection", "Accept-Encoding", "ngrok-skip-browser-warning"} >= set(headers)


@pytest.mark.parametrize(
    ("answer", "sentence", "retry_s"),
    [
        ((404, b"<html>", {"Ngrok-Error-Code": "ERR_NGROK_3200"}), "do not know of the tunnel", 2.0),
        ((404, b"The endpoint is offline.\n\nERR_NGROK_3200\n", {}), "do not know of the tunnel", 2.0),
        ((429, b"", {"ngrok-error-code": "ERR_NGROK_727"}), "used up its requests for this month", 900.0),
        ((403, b"", {"ngrok-error-code": "ERR_NGROK_725"}), "used up its traffic for this month", 900.0),
        ((502, b"", {"ngrok-error-code": "ERR_NGROK_8012"}), "cannot reach the receiver", 10.0),
    ],
)
async def test_what_ngrok_answers_in_our_place_is_told(edge, answer, sentence, retry_s):
    edge.answer = answer
    with pytest.raises(TunnelError, match=sentence) as caught:
        await edge.knock()
    assert (caught.value.retry_after_s, caught.value.is_lasting) == (retry_s, False)


@pytest.mark.parametrize(
    "answer",
    [
        (200, b"<html>You are about to visit</html>", {"Ngrok-Error-Code": "ERR_NGROK_6024"}),
        (200, b"a captive portal", {}),
        (405, b"Method Not Allowed", {}),
        (404, b'{"ok":false,"error":"Not Found"}', {}),  # another Ringodesk, whose path is another
        (302, b"", {"Location": "https://elsewhere.test/"}),
        (503, b"\xff" * 100_000, {}),
    ],
)
async def test_an_answer_of_somebody_else_says_nothing(edge, answer):
    edge.answer = answer
    assert await edge.knock() is False
    assert len(edge.asked) == 1


async def test_nobody_there_says_nothing():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    made = await knock("https://desk.test", PATH, connect=lambda _host: HTTPConnection("127.0.0.1", port, timeout=5))
    assert made is False


async def test_somebody_who_speaks_no_http_says_nothing():
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            connection.recv(4096)
            connection.sendall(b"SSH-2.0\r\n\r\n")
            connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        port = listener.getsockname()[1]
        connect = lambda _host: HTTPConnection("127.0.0.1", port, timeout=5)  # noqa: E731
        assert await knock("https://desk.test", PATH, connect=connect) is False
        thread.join()


async def test_only_a_server_with_a_certificate_is_told_the_path(edge, tmp_path):
    certificate = tmp_path / "certificate.pem"
    certificate.write_text(CERTIFICATE)
    edge.serve_tls(certificate)
    assert await knock(edge.url, PATH) is False  # as the machine knows no such authority
    assert edge.asked == []
    trusting = ssl.create_default_context(cafile=certificate)
    assert await knock(edge.url, PATH, connect=partial(connect_securely, context=trusting)) is True
    assert [path for path, _headers in edge.asked] == [PATH]
