"""A root that is entered: its own /proc, /dev and shared memory, an ordinary user, and a network of loopback alone.

It runs in namespaces that `__main__.py` made for the whole of the smoke test: whatever is mounted or started here ends
with them, however that ends.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import shutil
import signal
import socket
import struct
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

USER, USER_ID = "anna", 1000
HOME = f"/home/{USER}"
LANGUAGE = "de_DE.UTF-8"
PATIENCE_S = 900.0
"""For a whole installation, on a machine that has other things to do."""
ROOT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
USER_PATH = f"{HOME}/.local/bin:/usr/local/bin:/usr/bin:/bin"
DEVICES = ("null", "zero", "full", "random", "urandom", "tty")
RESOLVING = ("/etc/resolv.conf", "/etc/hosts")
CLONE_NEWNET = 0x40000000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1


class SmokeError(Exception):
    """What was tried on the bare system does not work; says what, and what was said about it."""


class Machine:
    """The system in a folder. ::

    with Machine(folder) as machine:
        machine.run("apt-get", "update", as_root=True)
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._downloads: list[Path] = []

    def __enter__(self) -> Machine:
        _mount("-t", "proc", "proc", self.at("/proc"))
        _mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", self.at("/dev"))
        for name in DEVICES:
            self._lend(Path("/dev") / name, f"/dev/{name}")
        for name, options in (("shm", "mode=1777"), ("pts", "newinstance,ptmxmode=666,mode=620")):
            self.at(f"/dev/{name}").mkdir()
            _mount("-t", "tmpfs" if name == "shm" else "devpts", "-o", options, name, self.at(f"/dev/{name}"))
        for target, link in (("pts/ptmx", "ptmx"), ("/proc/self/fd", "fd"), ("/proc/self/fd/1", "stdout")):
            self.at(f"/dev/{link}").symlink_to(target)
        for place in RESOLVING:
            self._lend(Path(place), place)
        return self

    def __exit__(self, *_error: object) -> None:
        _end_all(self.processes())
        for place in _mounted_below(self.folder):
            subprocess.run(["umount", place], check=True)

    def at(self, place: str | Path) -> Path:
        """Where something of this system is seen from outside."""
        return self.folder / str(place).lstrip("/")

    # ------------------------------------------------------------ what is lent to it

    @contextlib.contextmanager
    def lent(self, ours: Path, theirs: str) -> Iterator[None]:
        """While inside, a folder of ours is to be found there."""
        ours.mkdir(parents=True, exist_ok=True)
        self._lend(ours, theirs)
        try:
            yield
        finally:
            subprocess.run(["umount", self.at(theirs)], check=True)

    def lend(self, ours: Path, theirs: str) -> None:
        """A folder or a file of ours, there as long as the machine runs."""
        self._lend(ours, theirs)

    def _lend(self, ours: Path, theirs: str) -> None:
        place = self.at(theirs)
        if ours.is_dir():
            place.mkdir(parents=True, exist_ok=True)
        elif not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.touch()
        _mount("--bind", ours, place)

    def take(self, file: Path, theirs: str = HOME) -> str:
        """Copies a file there, as a download would; returns its place."""
        place = f"{theirs}/{file.name}"
        shutil.copy(file, self.at(place))
        os.chown(self.at(place), USER_ID, USER_ID)
        self._downloads.append(self.at(place))
        return place

    def give(self, place: str) -> None:
        """Makes a folder and what is in it the user's."""
        for one in (self.at(place), *self.at(place).rglob("*")):
            os.chown(one, USER_ID, USER_ID)

    def forget_downloads(self) -> None:
        """Removes what was taken there."""
        for file in self._downloads:
            file.unlink(missing_ok=True)

    # ------------------------------------------------------------ programs

    def command(self, *command: str, as_root: bool = False, env: Mapping[str, str] | None = None) -> list[str]:
        """The command that runs a command there; the process is the same."""
        home, path = ("/root", ROOT_PATH) if as_root else (HOME, USER_PATH)
        around = {"HOME": home, "PATH": path, "USER": "root" if as_root else USER, "LANG": "C.UTF-8"}
        around |= {"DEBIAN_FRONTEND": "noninteractive"} if as_root else env or {}
        who = [] if as_root else [f"--userspec={USER_ID}:{USER_ID}", f"--groups={USER_ID}"]
        pairs = [f"{name}={value}" for name, value in around.items()]
        return ["chroot", *who, str(self.folder), "/usr/bin/env", "-i", "-C", home, *pairs, *command]

    def run(
        self,
        *command: str,
        as_root: bool = False,
        env: Mapping[str, str] | None = None,
        stdin: str = "",
    ) -> str:
        """What a command prints. Raises SmokeError with all it said where its exit code is not 0."""
        ran = self.tried(*command, as_root=as_root, env=env, stdin=stdin)
        if ran.returncode:
            raise SmokeError(f"`{' '.join(command)}` ended with {ran.returncode}:\n{(ran.stdout + ran.stderr)[-4000:]}")
        return ran.stdout

    def quiet(self, *command: str, env: Mapping[str, str] | None = None) -> str:
        """The same; on standard error nothing may be said. Raises SmokeError."""
        ran = self.tried(*command, env=env)
        if ran.returncode or ran.stderr:
            raise SmokeError(f"`{' '.join(command)}` ended with {ran.returncode} and said: {ran.stderr[-4000:]}")
        return ran.stdout

    def tried(
        self, *command: str, as_root: bool = False, env: Mapping[str, str] | None = None, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """How a command ended, and what it said."""
        return subprocess.run(
            self.command(*command, as_root=as_root, env=env),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )

    def processes(self) -> list[int]:
        """What runs there now."""
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if (place / "root").readlink() == self.folder:
                    found.append(int(place.name))
        return found


def leave_the_network() -> None:
    """From here on this process, and what it starts, has a loopback of its own and nothing else."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNET):
        raise SmokeError(f"There is no network of its own to be had ({os.strerror(ctypes.get_errno())}).")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        request = struct.pack("16sH14x", b"lo", 0)
        flags = struct.unpack_from("16sH", fcntl.ioctl(probe, SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(probe, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", flags | IFF_UP))


def _mount(*arguments: str | Path) -> None:
    ran = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SmokeError(f"mount {' '.join(map(str, arguments))}: {ran.stderr.strip()}")


def _mounted_below(folder: Path) -> list[str]:
    """The last first."""
    places = [line.split()[1] for line in Path("/proc/mounts").read_text().splitlines()]
    return [place for place in reversed(places) if folder in Path(place).parents]


def _end_all(processes: list[int]) -> None:
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    end = time.monotonic() + 10
    while any(Path(f"/proc/{process}/root").exists() for process in processes) and time.monotonic() < end:
        time.sleep(0.02)
