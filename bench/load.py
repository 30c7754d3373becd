"""Posts text notifications over keep-alive connections, each waiting for its answer; prints requests a second, and how
many milliseconds half of them and all but one in a hundred took at most.

    load.py PORT SECRET KEY CONNECTIONS SECONDS [A_SECOND]

As fast as it is answered, or A_SECOND in all. One thread over epoll with requests made beforehand, so that it is the
server that is measured. To 127.0.0.1 alone; every answer must be a 200.
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
import time

NUMBER = "2075550100"
ORGID = "16287540703457500320"
PEOPLE = 50
_COUNT = "@" * 14


def extension_of(person: int) -> str:
    """Where somebody of the organization is reached."""
    return str(500 + person)


def userid_of(person: int) -> str:
    """Ringotel's id of the same."""
    return str(16287541154521992797 + person)


class Caller:
    """One connection."""

    def __init__(self, port: int, secret: str, key: str, number: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.settimeout(0)
        head, rest = _request(secret, key, number).split(_COUNT.encode())
        self._head, self._rest = head, rest
        self._count = 0
        self._answer = b""
        self.sent_at = 0.0

    def post(self) -> None:
        """Sends the next notification; its messageid is its own."""
        self._count += 1
        self.sent_at = time.perf_counter()
        self.socket.send(self._head + b"%014x" % self._count + self._rest)

    def is_answered(self) -> bool:
        """Whether the answer is whole now. Raises SystemExit for any but a 200."""
        self._answer += self.socket.recv(65536) or _fail("closed")
        head, _, body = self._answer.partition(b"\r\n\r\n")
        length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
        if not length or len(body) < int(length):
            return False
        if not head.startswith(b"HTTP/1.1 200"):
            _fail(repr(self._answer[:200]))
        self._answer = b""
        return True


def _fail(why: str) -> bytes:
    raise SystemExit(why)


def _request(secret: str, key: str, number: int) -> bytes:
    """As Ringotel sends it."""
    person = number % PEOPLE
    params = {
        "to": NUMBER,
        "from": extension_of(person),
        "orgid": ORGID,
        "userid": userid_of(person),
        "messageid": f"1630253837469-{number:04x}{_COUNT}",
        "sessionid": f"1630253837483-{person:018x}",
        "content": "Can you call Ms. Smith back before noon? She asked twice.",
        "type": 1,
    }
    body = json.dumps({"method": "message", "params": params, "api_key": key}).encode()
    head = f"POST /hook/{secret} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def load(callers: list[Caller], seconds: float, a_second: float) -> tuple[float, list[float]]:
    """The seconds it took and those that each answer took, sorted."""
    selector = selectors.DefaultSelector()
    for caller in callers:
        selector.register(caller.socket, selectors.EVENT_READ, caller)
    began, times, idle, posted, waiting = time.perf_counter(), [], list(callers), 0, 0
    while (passed := time.perf_counter() - began) < seconds or waiting:
        while idle and passed < seconds and (not a_second or posted < passed * a_second):
            idle.pop().post()
            posted, waiting = posted + 1, waiting + 1
        pause_s = 5 if not a_second else max(0.0, (posted + 1) / a_second - passed) if passed < seconds else 5
        for key, _events in selector.select(pause_s):
            if key.data.is_answered():
                times.append(time.perf_counter() - key.data.sent_at)
                idle.append(key.data)
                waiting -= 1
    return time.perf_counter() - began, sorted(times)


def main() -> None:
    """Prints the three numbers."""
    port, secret, key, connections, seconds, *rest = sys.argv[1:]
    callers = [Caller(int(port), secret, key, number) for number in range(int(connections))]
    took_s, times = load(callers, float(seconds), float(rest[0]) if rest else 0.0)
    print(len(times) / took_s, times[len(times) // 2] * 1000, times[int(len(times) * 0.99)] * 1000)


if __name__ == "__main__":
    main()
