"""What is asked of this machine: home folder, disk, database, others on the home, dictionaries."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
from pathlib import Path

from ringodesk_qt.core.checks import Check, failed, fine, warning
from ringodesk_qt.core.settings import Settings, SettingsKeeper
from ringodesk_qt.errors import EnvironmentProblemError, ReceiverError, RingodeskError, StoreError, TunnelError
from ringodesk_qt.paths import Home
from ringodesk_qt.spelling import Spelling
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.locks import ProcessLock

LEAST_BYTES, FEW_BYTES = 50_000_000, 1_000_000_000
NGROK_TIMEOUT_S = 5.0
_PROXIES = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
_FAR_AWAY = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses that are for documentation: nobody has them, and the way to them is the way to anybody."""
GET_NGROK = "Install it from ngrok.com/download, or name it in the setting ngrok_path."


def has_network() -> bool | None:
    """Whether any way leads out of this computer, by its own tables: nothing is sent. None where a proxy is in use."""
    if any(os.environ.get(name) for name in _PROXIES):
        return None  # it may be near by, where no way leads further
    for family, address in _FAR_AWAY.items():
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))
            return True
    return False


def check_home(home: Home) -> Check:
    """Whether the home can be written to."""
    try:
        home.make()
        probe = home.locks / f"doctor-{os.getpid()}"
        probe.write_bytes(b"written\n")
        probe.unlink()
    except EnvironmentProblemError as error:
        return failed("home", error)
    except OSError as error:
        sentence = f"Nothing can be written to {home.folder} ({os.strerror(error.errno or 0)})."
        return failed("home", EnvironmentProblemError(sentence), "Name another folder with --home.")
    return fine("home", f"{home.folder} can be written to.")


def check_privacy(home: Home) -> Check:
    """Whether the home is this user's alone. What can be mended is, when it is opened."""
    if sys.platform == "win32":
        return fine("privacy", "The system keeps others out of it.")
    try:
        mode = stat.S_IMODE(home.folder.stat().st_mode)
    except OSError as error:
        return failed(
            "privacy", EnvironmentProblemError(f"The home cannot be looked at ({os.strerror(error.errno or 0)}).")
        )
    if mode & 0o077:
        return warning(
            "privacy", f"Others on this machine may look into {home.folder}.", f"Run: chmod 700 {home.folder}"
        )
    return fine("privacy", "Nobody else can look into it.")


def check_settings(home: Home) -> Check:
    """Whether the settings file can be read."""
    try:
        SettingsKeeper(home.settings).read()
    except RingodeskError as error:
        return failed("settings", error)
    return fine("settings", "They can be read.")


def check_disk(home: Home) -> Check:
    """Whether there is room."""
    try:
        free = shutil.disk_usage(home.folder).free
    except OSError as error:
        return failed("disk", EnvironmentProblemError(f"The disk cannot be asked ({os.strerror(error.errno or 0)})."))
    said = f"{free // 1_000_000:,} MB are free."
    if free < LEAST_BYTES:
        return failed("disk", EnvironmentProblemError(said), "Make room: what cannot be stored is not received.")
    return fine("disk", said) if free >= FEW_BYTES else warning("disk", said, "Make room.")


def check_database(home: Home) -> Check:
    """Whether SQLite finds the database whole."""
    if not home.database.exists():
        return warning("database", "There is none yet.", "It is made when an account is set up.")
    try:
        database = Database(home.database, is_read_only=True)
        try:
            said = [str(row[0]) for row in database.rows("PRAGMA quick_check(5)")]
            schema = int(database.value("PRAGMA user_version"))
        finally:
            database.close()
    except (StoreError, RuntimeError) as error:
        return failed("database", StoreError(str(error)))
    if said != ["ok"]:
        fix = f"Quit Ringodesk, keep a copy of {home.folder}, then: `ringodesk-cli export --all -o history.jsonl`."
        return failed("database", StoreError("The database is damaged."), fix)
    size = home.database.stat().st_size
    return fine("database", f"It is whole: schema {schema}, {size / 1_000_000:.1f} MB.")


def check_receiver(home: Home, settings: Settings) -> Check:
    """Who receives, or whether the port for it is free."""
    lock = home.locks / "receiver.lock"
    if not ProcessLock.is_free(lock):
        return fine("receiver", f"{_holder(lock)} receives.")
    port = settings.receiver_port
    if not port:
        return fine("receiver", "Nobody receives now; any free port is taken.")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            error = ReceiverError(f"Port {port} is in use by another program.")
            return failed(
                "receiver", error, "Stop that, or choose another port in the settings, under Receiving (receiver_port)."
            )
    return fine("receiver", f"Nobody receives now; port {port} is free.")


def check_processes(home: Home, *, own: str = "") -> Check:
    """Who else runs on this home; `own` is this process' own name there."""
    names = (path for path in home.locks.glob("*.lock") if re.fullmatch(r"[0-9a-f]{16}", path.stem))
    others = [path for path in names if path.stem != own]
    alive = sum(not ProcessLock.is_free(path) for path in others)
    importing = "" if ProcessLock.is_free(home.locks / "import.lock") else " An import is running."
    return fine("processes", f"{alive} other Ringodesk processes run on this home.{importing}")


async def check_spelling(spelling: Spelling) -> Check:
    """In which languages the window can check what is written."""
    problem = await spelling.problem()
    if problem:
        return warning("spelling", problem, "On Debian: apt install libenchant-2-2 hunspell-en-us.")
    return fine("spelling", f"There are dictionaries for {', '.join(await spelling.languages())}.")


def _holder(lock: Path) -> str:
    """Who has a lock: the process' number where the system tells, as Linux does."""
    try:
        inode = lock.stat().st_ino
        for line in Path("/proc/locks").read_text(encoding="ascii").splitlines():
            _number, _kind, _how, _what, pid, place, *_rest = line.split()
            if place.endswith(f":{inode}"):
                return "This process" if int(pid) == os.getpid() else f"Process {pid} on this home"
    except (OSError, ValueError):
        pass
    return "Another process on this home"


# ---------------------------------------------------------------- the way in


def check_tunnel(settings: Settings, *, has_token: bool) -> Check:
    """Whether what makes us reachable can work, as far as that can be seen without opening it."""
    if settings.tunnel == "none":
        return fine("tunnel", "None: messages are sent, and received from this machine alone.")
    if settings.tunnel == "ngrok":
        return _check_ngrok(settings, has_token=has_token)
    if not settings.receiver_port:
        return warning(
            "tunnel",
            f"{origin(settings.public_url)} leads to a port, and the receiver takes another at each start.",
            "Choose one for good in the settings, under Receiving (receiver_port).",
        )
    return fine("tunnel", f"{origin(settings.public_url)} must lead to 127.0.0.1:{settings.receiver_port}.")


def _check_ngrok(settings: Settings, *, has_token: bool) -> Check:
    program = shutil.which(settings.ngrok_path or "ngrok")
    if program is None:
        return failed("tunnel", TunnelError("The ngrok program was not found."), GET_NGROK)
    if not has_token:
        fix = "Enter it under Settings, Accounts, Receiving, or with `ringodesk-cli setup --tunnel ngrok`."
        return failed("tunnel", TunnelError("There is no ngrok token."), fix)
    version = _ngrok_version(program)
    if not version:
        return failed("tunnel", TunnelError("The ngrok program does not tell its version."), GET_NGROK)
    if not settings.ngrok_domain:
        return warning(
            "tunnel",
            f"ngrok {version}, with another URL at each start.",
            "Name the account's own domain under Settings, Accounts, Receiving, or paste the URL into the portal each "
            "time.",
        )
    return fine("tunnel", f"ngrok {version}, with https://{settings.ngrok_domain}.")


def _ngrok_version(program: str) -> str:
    try:
        told = subprocess.run(  # noqa: S603 - the program that the tunnel would start
            [program, "version"],
            capture_output=True,
            check=False,
            timeout=NGROK_TIMEOUT_S,
            env={name: value for name, value in os.environ.items() if "RINGODESK" not in name and "NGROK" not in name},
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    found = re.search(rb"\d+(?:\.\d+){1,3}", told.stdout)
    return found.group().decode() if found else ""


def origin(url: str) -> str:
    """Scheme and host of a URL, without path and user."""
    found = re.match(r"\s*(https?://)(?:[^/@?#]*@)?([^/?#]+)", url)
    return found.group(1) + found.group(2) if found else "no URL"
