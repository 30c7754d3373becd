"""A private desktop as a context manager: its environment, its notice server, what is on its screen."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

SESSION = Path(__file__).with_name("session.py")
PATIENCE_S = 20.0


class Desktop:
    """A desktop of one's own, in a process that ends when this one does, however that ends. ::

        with Desktop() as desktop:
            subprocess.run([...], env=desktop.env)

    With a user's number everything on it is that user's; only root can ask for that.
    The notice server is started and stopped here, so that a test may put its own in its place.
    """

    def __init__(self, *, has_tray: bool = True, has_notices: bool = True, user: int | None = None) -> None:
        self._tray = "xembed" if has_tray else "none"
        self._user = user
        self._has_notices = has_notices
        self._notice_server: subprocess.Popen[bytes] | None = None
        self.folder = Path()
        self.env: dict[str, str] = {}

    def __enter__(self) -> Desktop:
        self.folder = Path(tempfile.mkdtemp(prefix="ringodesk-desktop-"))
        whose = [] if self._user is None else ["--user", str(self._user)]
        options = ["--tray", self._tray, "--notices", "none", *whose, str(self.folder)]
        self._session = subprocess.Popen(
            [sys.executable, str(SESSION), *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        try:
            assert self._session.stdout is not None
            line = self._session.stdout.readline()
            assert line, "the desktop did not come up; it said why on standard error"
            self.env = json.loads(line)
            if self._has_notices:
                self.start_notice_server()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends it all and removes its folder."""
        self.stop_notice_server()
        assert self._session.stdin is not None
        assert self._session.stdout is not None
        self._session.stdin.close()
        self._session.wait(PATIENCE_S)
        self._session.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def pid(self) -> int:
        """The process all the desktop's parts descend from."""
        return self._session.pid

    @property
    def bus_address(self) -> str:
        """The address of its session bus."""
        return self.env["DBUS_SESSION_BUS_ADDRESS"]

    # ------------------------------------------------------------ the notice server

    def start_notice_server(self) -> None:
        """Starts dunst and waits until it serves."""
        with (self.folder / "dunst.log").open("ab") as log:
            self._notice_server = subprocess.Popen(
                ["setpriv", "--pdeathsig", "TERM", "dunst"], env=self.env, stdout=log, stderr=log
            )
        end = time.monotonic() + PATIENCE_S
        while not self.has_name("org.freedesktop.Notifications"):
            assert self._notice_server.poll() is None, (self.folder / "dunst.log").read_text()
            assert time.monotonic() < end, "dunst did not come up"
            time.sleep(0.02)

    def stop_notice_server(self) -> None:
        """Ends dunst, if it runs."""
        if self._notice_server is not None:
            self._notice_server.terminate()
            self._notice_server.wait(PATIENCE_S)
            self._notice_server = None

    @contextlib.contextmanager
    def without_notice_server(self) -> Iterator[None]:
        """While inside, nobody shows notices, and a test may play who does."""
        self.stop_notice_server()
        try:
            yield
        finally:
            if self._has_notices:
                self.start_notice_server()

    def has_name(self, name: str) -> bool:
        """Whether somebody owns this name on the session bus."""
        call = ["dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/"]
        ask = [*call, "org.freedesktop.DBus.NameHasOwner", f"string:{name}"]
        answer = subprocess.run(ask, env=self.env, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
        return answer.stdout.split() == ["boolean", "true"]

    # ------------------------------------------------------------ the screen

    def screenshot(self, path: Path) -> Path:
        """Writes what is on the screen as a PNG and returns its path."""
        width, height, pixels = self.pixels()
        row_bytes = width * 3
        rows = b"".join(b"\0" + pixels[start : start + row_bytes] for start in range(0, len(pixels), row_bytes))
        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n")
            for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")):
                file.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))
        return path

    def pixels(self) -> tuple[int, int, bytes]:
        """Width, height and the pixels of the screen, three bytes each (red, green, blue), row by row.

        Xvfb keeps its picture in a file in xwd's format: a header, a colour table of 12 bytes an entry, and rows of
        blue, green, red and a byte of padding.
        """
        data = (self.folder / "Xvfb_screen0").read_bytes()
        fields = struct.unpack(">25I", data[:100])
        header_bytes, width, height, bits, row_bytes, colours = (fields[place] for place in (0, 4, 5, 11, 12, 19))
        assert bits == 32
        start = header_bytes + colours * 12
        picture = bytearray(width * height * 3)
        for row in range(height):
            line = data[start + row * row_bytes : start + row * row_bytes + width * 4]
            for colour, offset in enumerate((2, 1, 0)):
                picture[row * width * 3 + colour : (row + 1) * width * 3 : 3] = line[offset::4]
        return width, height, bytes(picture)


def descendants(pid: int) -> list[int]:
    """The process ids below a process, whichever thread of it started them, as the kernel has them now."""
    with contextlib.suppress(OSError):
        lists = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
        return [one for child in map(int, " ".join(lists).split()) for one in (child, *descendants(child))]
    return []


def is_running(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        os.kill(pid, 0)
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
