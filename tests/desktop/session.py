"""A private desktop: its own X screen, session bus, unlocked key store, window manager, tray host, notice service and
accessibility bus, from Debian packages (packaging/debian-test.txt).

``session.py [--tray xembed|none] [--notices dunst|none] [--size WxH] [--user ID] FOLDER``
    prints the environment of the desktop as one line of JSON when all of it answers, and ends when its standard input
    does: the desktop cannot outlive whoever asked for it, however that ends. The fixtures use it so.
``session.py [options] FOLDER -- COMMAND…``
    runs a command on it, for a look around by hand; the exit code is the command's.

With ``--user``, root gives everything on the desktop to that user, and may still look at it.

Everything it writes goes to FOLDER. What is started here is ended here, by its process id: whatever a service starts
in turn becomes a child of this process when the service is gone (it is a subreaper), and what is started by it dies
with it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import ctypes
import json
import os
import secrets
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from dbus_fast import Message
from dbus_fast.aio import MessageBus

PASSWORD = b"a password for tests\n"
START_TIMEOUT_S = 20.0
END_TIMEOUT_S = 3.0
PR_SET_CHILD_SUBREAPER = 36

TRAYER = ["trayer", "--edge", "top", "--align", "right", "--widthtype", "request", "--height", "24"]

KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "VIRTUAL_ENV", "FONTCONFIG_FILE", "FONTCONFIG_PATH")
"""Of the surroundings only these go along: nothing of the desktop that the tests are started from."""

# No service is started by name: what is not started here is not there. Debian's own configuration would start a notice
# service and a password prompt as soon as somebody asks.
BUS_CONFIG = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={path}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/><allow user="root"/>
  </policy>
</busconfig>
"""


class DesktopError(Exception):
    """A part of the desktop could not be started; says which, and what it said."""


class Services:
    """What was started, in order; each says what it has to say into a log file of its own.

    With a user they are that user's.
    """

    def __init__(self, logs: Path, user: int | None = None) -> None:
        self._logs = logs
        self._as_user = [] if user is None else [f"--reuid={user}", f"--regid={user}", "--clear-groups"]
        self._running: list[tuple[str, subprocess.Popen[bytes]]] = []

    def start(
        self, command: list[str], env: dict[str, str], *, stdin: bytes | None = None, pass_fd: int | None = None
    ) -> None:
        """Starts a service that is killed when this process ends, even by a signal."""
        name = Path(command[0]).name
        with (self._logs / f"{name}.log").open("wb") as log:
            try:
                process = subprocess.Popen(
                    ["setpriv", *self._as_user, "--pdeathsig", "KILL", *command],
                    env=env,
                    stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    pass_fds=() if pass_fd is None else (pass_fd,),
                    start_new_session=True,
                )
            except FileNotFoundError as error:
                raise DesktopError(f"There is no {error.filename}: install the packages that {name} needs.") from error
        self._running.append((name, process))
        if stdin is not None:
            assert process.stdin is not None
            process.stdin.write(stdin)
            process.stdin.close()

    def wait_until(self, is_there: Callable[[], bool], what: str) -> None:
        """Waits for what the service that was started last brings. Raises DesktopError."""
        name, process = self._running[-1]
        deadline = time.monotonic() + START_TIMEOUT_S
        while not is_there():
            if process.poll() is not None or time.monotonic() > deadline:
                ended = "did not come" if process.returncode is None else f"ended with {process.returncode}"
                said = (self._logs / f"{name}.log").read_text(errors="replace")[-2000:]
                raise DesktopError(f"{name} {ended}; waited for {what}. It said:\n{said}")
            time.sleep(0.01)

    def end(self) -> None:
        """Ends them in reverse order, and then whatever they left behind."""
        for _name, process in reversed(self._running):
            _end(process)
        while children := _children():
            for child in children:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(children[0], 0)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(END_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _children() -> list[int]:
    """The process ids of this process's children, those it inherited included."""
    return [int(word) for word in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]


# ---------------------------------------------------------------- the parts


@contextlib.contextmanager
def desktop(
    folder: Path, *, tray: str = "xembed", notices: str = "dunst", size: str = "1280x900", user: int | None = None
) -> Iterator[dict[str, str]]:
    """The whole desktop; gives the environment of its programs. Raises DesktopError."""
    env = surroundings(folder)
    services = Services(folder, user)
    try:
        _write_authority(folder / "Xauthority")
        _give(folder, user)
        _start_screen(services, folder, env, size)
        _start_bus(services, folder, env)
        with _BusNames(env["DBUS_SESSION_BUS_ADDRESS"]) as names, _Selections(env) as selections:
            services.start(
                ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], env, stdin=PASSWORD
            )
            services.wait_until(lambda: names.is_owned("org.freedesktop.secrets"), "the key store")
            services.start(["openbox", "--sm-disable"], env)
            services.wait_until(lambda: selections.is_owned("WM_S0"), "the window manager")
            services.start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], env)
            services.wait_until(lambda: names.is_owned("org.a11y.Bus"), "the accessibility bus")
            if tray == "xembed":
                services.start(TRAYER, env)
                services.wait_until(lambda: selections.is_owned("_NET_SYSTEM_TRAY_S0"), "the tray")
            if notices == "dunst":
                services.start(["dunst"], env)
                services.wait_until(lambda: names.is_owned("org.freedesktop.Notifications"), "the notice service")
        yield env
    finally:
        services.end()


def surroundings(folder: Path) -> dict[str, str]:
    """A home of its own, and nothing that leads to the desktop outside."""
    env = {name: os.environ[name] for name in KEPT if name in os.environ}
    home = folder / "home"
    places = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_STATE_HOME": home / ".local" / "state",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_RUNTIME_DIR": folder / "run",
    }
    for name, place in places.items():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        env[name] = str(place)
    return env | {
        "LC_ALL": "C.UTF-8",
        "XDG_SESSION_TYPE": "x11",
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "RINGODESK_DESKTOP_SESSION": "1",
    }


def _start_screen(services: Services, folder: Path, env: dict[str, str], size: str) -> None:
    authority = folder / "Xauthority"
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", buffering=0) as numbers:
        options = f"-screen 0 {size}x24 -nolisten tcp -dpi 96 -noreset -displayfd {writing}"
        places = ["-auth", str(authority), "-fbdir", str(folder)]  # the screen is in a file there, for screenshots
        try:
            services.start(["Xvfb", *options.split(), *places], env, pass_fd=writing)
        finally:
            os.close(writing)
        os.set_blocking(reading, False)
        said = b""

        def is_there() -> bool:
            nonlocal said
            said += numbers.read(64) or b""
            return said.endswith(b"\n")

        services.wait_until(is_there, "its number")
    env |= {"DISPLAY": f":{int(said)}", "XAUTHORITY": str(authority)}


def _write_authority(path: Path) -> None:
    """An X authority file with one cookie that fits any display, as xauth writes it: nobody else draws here."""
    any_family = 0xFFFF
    fields = (b"", b"", b"MIT-MAGIC-COOKIE-1", secrets.token_bytes(16))
    entry = struct.pack(">H", any_family) + b"".join(struct.pack(">H", len(field)) + field for field in fields)
    path.touch(mode=0o600)
    path.write_bytes(entry)


def _give(folder: Path, user: int | None) -> None:
    if user is not None:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, user, user)


def _start_bus(services: Services, folder: Path, env: dict[str, str]) -> None:
    socket, config = folder / "run" / "bus", folder / "bus.conf"
    config.write_text(BUS_CONFIG.format(path=socket))
    services.start(["dbus-daemon", "--nofork", "--nopidfile", f"--config-file={config}"], env)
    services.wait_until(socket.exists, "its socket")
    env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"


class _BusNames:
    """Asks the session bus who is there."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._loop = asyncio.new_event_loop()

    def __enter__(self) -> _BusNames:
        self._bus = self._loop.run_until_complete(self._connect())
        return self

    async def _connect(self) -> MessageBus:
        """The socket file is there a moment before somebody listens at it."""
        async with asyncio.timeout(START_TIMEOUT_S):
            while True:
                try:
                    return await MessageBus(bus_address=self._address).connect()
                except OSError:
                    await asyncio.sleep(0.01)

    def is_owned(self, name: str) -> bool:
        bus = "org.freedesktop.DBus"
        call = Message(
            destination=bus,
            path="/org/freedesktop/DBus",
            interface=bus,
            member="NameHasOwner",
            signature="s",
            body=[name],
        )
        reply = self._loop.run_until_complete(self._bus.call(call))
        return bool(reply.body[0])

    def __exit__(self, *_error: object) -> None:
        async def leave() -> None:
            self._bus.disconnect()
            await self._bus.wait_for_disconnect()

        self._loop.run_until_complete(leave())
        self._loop.close()


class _Selections:
    """Asks the X screen who owns a selection: window managers and trays make themselves known by one."""

    def __init__(self, env: dict[str, str]) -> None:
        self._env = env

    def __enter__(self) -> _Selections:
        os.environ["XAUTHORITY"] = self._env["XAUTHORITY"]
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XInternAtom.restype = self._x.XGetSelectionOwner.restype = ctypes.c_ulong
        display = self._x.XOpenDisplay(self._env["DISPLAY"].encode())
        if not display:
            raise DesktopError("The virtual screen does not answer.")
        self._display = ctypes.c_void_p(display)
        return self

    def is_owned(self, name: str) -> bool:
        atom = self._x.XInternAtom(self._display, name.encode(), 0)
        return bool(self._x.XGetSelectionOwner(self._display, ctypes.c_ulong(atom)))

    def __exit__(self, *_error: object) -> None:
        self._x.XCloseDisplay(self._display)


# ---------------------------------------------------------------- the command


def main() -> int:
    ours, _dashes, command = _split(sys.argv[1:])
    parser = argparse.ArgumentParser(description="A private desktop.")
    parser.add_argument("--tray", choices=["xembed", "none"], default="xembed")
    parser.add_argument("--notices", choices=["dunst", "none"], default="dunst")
    parser.add_argument("--size", default="1280x900")
    parser.add_argument("--user", type=int)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args(ours)
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_args: sys.exit(1))
    try:
        options = {"tray": args.tray, "notices": args.notices, "size": args.size, "user": args.user}
        with desktop(args.folder.absolute(), **options) as env:
            if command:
                return subprocess.run(["setpriv", "--pdeathsig", "TERM", *command], env=env, check=False).returncode
            print(json.dumps(env), flush=True)
            sys.stdin.buffer.read()
    except DesktopError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _split(arguments: list[str]) -> tuple[list[str], str, list[str]]:
    if "--" not in arguments:
        return arguments, "", []
    place = arguments.index("--")
    return arguments[:place], "--", arguments[place + 1 :]


if __name__ == "__main__":
    sys.exit(main())
