"""Asks for a path of our own receiver through the public URL, and says who answered.

It runs in a daemon thread: nothing that waits for a name server or a distant host may block the loop, nor keep the
program from ending. No redirect is followed, no proxy is asked, no cookie and no key is sent.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import threading
from collections.abc import Callable
from concurrent.futures import Future
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import NamedTuple
from urllib.parse import urlsplit

from ringodesk_qt.tunnel.refusals import code_in, refusal_at_the_edge

log = logging.getLogger(__name__)

TIMEOUT_S = 10.0
_ANSWER_BYTES = 64 * 1024
_HEADERS = {"User-Agent": "Ringodesk", "Connection": "close", "ngrok-skip-browser-warning": "1"}
_OURS = (405, b'{"ok":false,"error":"Method Not Allowed"}')
"""What the receiver answers to a GET of its path, and to no other path: another Ringodesk does not know it."""

Connect = Callable[[str], HTTPConnection]
"""Makes a connection to a host (and port), not yet opened."""


class Answer(NamedTuple):
    """What came back: `code` is ngrok's where it was ngrok that answered."""

    status: int
    body: bytes
    code: str


def connect_securely(host: str, context: ssl.SSLContext | None = None) -> HTTPConnection:
    """Over TLS, with the authorities of `context`, else with the machine's own."""
    return HTTPSConnection(host, timeout=TIMEOUT_S, context=context)


async def knock(base_url: str, path: str, *, connect: Connect = connect_securely) -> bool:
    """Whether our receiver answered; False where it is not clear who did, or nobody could be asked.

    Raises TunnelError when ngrok's servers say that they lead nobody to us.
    """
    outcome: Future[Answer | None] = Future()
    outcome.set_running_or_notify_cancel()  # nobody who waits can cancel it
    threading.Thread(target=_ask, args=(base_url, path, connect, outcome), name="knock", daemon=True).start()
    answer = await asyncio.wrap_future(outcome)
    if answer is None:
        return False
    if (answer.status, answer.body) == _OURS:
        return True
    refused = refusal_at_the_edge(answer.code)
    if refused is not None:
        raise refused
    log.info("the public URL was answered by somebody else: %d", answer.status)
    return False


def _ask(base_url: str, path: str, connect: Connect, outcome: Future[Answer | None]) -> None:
    answer: Answer | None = None
    try:
        answer = _answer(base_url, path, connect)
    except (OSError, HTTPException, ValueError) as error:
        log.debug("the public URL could not be asked: %s", type(error).__name__)
    finally:
        outcome.set_result(answer)


def _answer(base_url: str, path: str, connect: Connect) -> Answer:
    parts = urlsplit(base_url)
    connection = connect(parts.netloc)
    try:
        connection.request("GET", parts.path + path, headers=_HEADERS)
        answer = connection.getresponse()
        body = answer.read(_ANSWER_BYTES)
        code = code_in(answer.headers.get("Ngrok-Error-Code", "")) or code_in(body.decode(errors="replace"))
    finally:
        connection.close()
    return Answer(answer.status, body, code)
