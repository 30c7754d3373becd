"""One window a home: a second start gives what it was started with to the first, and ends.

The first holds a lock, which the kernel takes from a process that dies, and listens at a socket in the home folder.
What another life left of the socket is no obstacle: it is made anew by whoever has the lock. No session bus is needed.

What is said is one line of JSON each way: what the second start wishes, and that it was heard. Nothing here imports
anything slow, since the first paint and the second start wait for it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ringodesk_qt.errors import EnvironmentProblemError

if TYPE_CHECKING:
    import asyncio

PATIENCE_S = 5.0
"""How long the first may take to say that it has heard."""
PAUSE_S = 0.05
HEARING_S = 2.0
"""How long the second may take to say what it wishes."""
MOST_BYTES = 256 * 1024
_NAME = "window.sock"
_HEARD = b"heard\n"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start is for, besides the window: links and absolute paths of files, or that the program shall end."""

    arguments: tuple[str, ...] = ()
    is_quit: bool = False
    activation_token: str = ""
    """What lets a window take the focus: of Wayland, or of X11's start-up notification."""


class NoAnswerError(EnvironmentProblemError):
    """The first is there and does not answer. `pid` is its process, where the system tells."""

    def __init__(self, pid: int | None) -> None:
        which = f" (process {pid})" if pid else ""
        super().__init__(
            f"Ringodesk is running already{which} and does not answer. Wait a moment and start it again; "
            "if that does not help, end that process."
        )
        self.pid = pid


class Lock(Protocol):
    """A lock that dies with its process."""

    def try_acquire(self) -> bool:
        """Takes it if nobody has it; whether it is ours now. Raises EnvironmentProblemError."""
        ...

    def release(self) -> None:
        """Gives it back."""
        ...


class Instance:
    """The program's window on one home, among the processes that want to be it."""

    def __init__(self, folder: Path, lock: Lock) -> None:
        """`folder` is private to the user, and holds the socket."""
        self._folder = folder
        self._lock = lock
        self._listener: socket.socket | None = None
        self._secret = ""
        self._server: asyncio.Server | None = None

    def claim(self, wish: Wish) -> bool:
        """Whether this process is the first; else the first has heard the wish.

        Raises NoAnswerError, and EnvironmentProblemError where the lock cannot be asked.
        """
        deadline = time.monotonic() + PATIENCE_S
        pid = None
        while not self._lock.try_acquire():
            with contextlib.suppress(OSError, ValueError):
                first, secret = _connect(self._folder, max(PAUSE_S, deadline - time.monotonic()))
                with first:
                    pid = _process(first)
                    if _is_heard(first, wish, secret):
                        return False
            if time.monotonic() > deadline:
                raise NoAnswerError(pid)
            time.sleep(PAUSE_S)  # it has just begun, or is about to end
        with contextlib.suppress(OSError):  # a disk without room for a socket, say: a window is better than none
            self._listener, self._secret = _listen(self._folder)
        return True

    def end_first(self, pid: int) -> None:
        """Ends a first that hangs, at once, if it still is that process: its number may be another's by now."""
        with contextlib.suppress(OSError, ValueError):
            first, _secret = _connect(self._folder, PAUSE_S)
            with first:
                if _process(first) == pid and sys.platform != "win32":
                    os.kill(pid, signal.SIGKILL)  # one that hangs hears nothing milder

    async def serve(self, on_wish: Callable[[Wish], None]) -> None:
        """Hears what other starts wish, from now on; those that came before have waited."""
        import asyncio  # noqa: PLC0415 - after the first paint

        async def hear(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with contextlib.suppress(OSError, ValueError, TimeoutError), contextlib.closing(writer):
                async with asyncio.timeout(HEARING_S):
                    wish = _read(await reader.readline(), self._secret)
                on_wish(wish)
                writer.write(_HEARD)
                await writer.drain()

        if self._listener is not None:
            self._server = await asyncio.start_server(hear, sock=self._listener, limit=MOST_BYTES)

    def stop(self) -> None:
        """Hears nobody any more: who starts now waits for the end of this process, and is the first then."""
        if self._server is not None:
            self._server.close()
        if self._listener is not None:
            (self._folder / _NAME).unlink(missing_ok=True)
            self._listener.close()
            self._listener = None

    def release(self) -> None:
        """Lets another be the first, at the end."""
        self.stop()
        self._lock.release()


def _is_heard(first: socket.socket, wish: Wish, secret: str) -> bool:
    import json  # noqa: PLC0415 - the first start of a home does without it

    first.sendall(json.dumps({**asdict(wish), "secret": secret}).encode() + b"\n")
    return first.recv(len(_HEARD)) == _HEARD


def _read(line: bytes, secret: str) -> Wish:
    """Raises ValueError for anything but a wish of somebody who may read the home folder."""
    import json  # noqa: PLC0415 - after the first paint
    import secrets  # noqa: PLC0415 - likewise

    try:
        fields = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested without end") from error
    if not isinstance(fields, dict) or not secrets.compare_digest(str(fields.get("secret")).encode(), secret.encode()):
        raise ValueError("not from this home")
    arguments, token = fields.get("arguments"), fields.get("activation_token")
    if not isinstance(arguments, list) or not all(isinstance(one, str) for one in (*arguments, token)):
        raise ValueError("not a wish")
    return Wish(arguments=tuple(arguments), is_quit=fields.get("is_quit") is True, activation_token=str(token))


if sys.platform == "win32":
    # Python knows no local sockets there: one on the loopback, and who may use it is who can read its file.

    def _listen(folder: Path) -> tuple[socket.socket, str]:
        import secrets  # noqa: PLC0415 - here alone

        secret = secrets.token_urlsafe(24)
        listener = socket.create_server(("127.0.0.1", 0))
        (folder / _NAME).write_text(f"{listener.getsockname()[1]} {secret}", encoding="ascii")
        return listener, secret

    def _connect(folder: Path, timeout_s: float) -> tuple[socket.socket, str]:
        port, _space, secret = (folder / _NAME).read_text(encoding="ascii").partition(" ")
        return socket.create_connection(("127.0.0.1", int(port)), timeout_s), secret

    def _process(_first: socket.socket) -> int | None:
        return None
else:

    def _listen(folder: Path) -> tuple[socket.socket, str]:
        listener = socket.socket(socket.AF_UNIX)
        with _inside(folder):
            Path(_NAME).unlink(missing_ok=True)
            listener.bind(_NAME)
            Path(_NAME).chmod(0o600)
        listener.listen()
        return listener, ""

    def _connect(folder: Path, timeout_s: float) -> tuple[socket.socket, str]:
        first = socket.socket(socket.AF_UNIX)
        first.settimeout(timeout_s)
        try:
            with _inside(folder):
                if Path(_NAME).lstat().st_uid != os.geteuid():
                    raise PermissionError("the socket is another user's")
                first.connect(_NAME)
        except OSError:
            first.close()
            raise
        return first, ""

    @contextlib.contextmanager
    def _inside(folder: Path) -> Iterator[None]:
        """Works in a folder: a socket's whole path may be no longer than a hundred bytes, its name is short."""
        before = os.open(".", os.O_RDONLY)
        try:
            os.chdir(folder)
            yield
        finally:
            os.fchdir(before)
            os.close(before)

    def _process(first: socket.socket) -> int | None:
        """The process at the other end, where the system tells."""
        if not hasattr(socket, "SO_PEERCRED"):
            return None
        pid, _uid, _gid = struct.unpack("3i", first.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        return int(pid) or None  # 0: it is in a container, and has no number here
