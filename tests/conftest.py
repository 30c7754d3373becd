"""What no test may do unnoticed, and the surroundings all of them run in.

A test fails on a log record of the program's at WARNING or above that it did not announce
(``@pytest.mark.allow_log("ringodesk_qt.store")``, a logger and all below it), on a message of Qt's and on a Python
warning (both in pyproject.toml), and on the real network: this process may connect to this machine alone.

HOME, the XDG folders, the key store and the session bus of whoever runs the tests are out of reach, and Qt draws off
screen. Inside `tests/desktop/session.py -- pytest …` the surroundings are that session's, and are left as they are.
"""

from __future__ import annotations

import ipaddress
import logging
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # tests are imported by path: what all of them share is found by name

PACKAGE = "ringodesk_qt"


class RealNetworkError(BaseException):
    """A test reached for the network. Not an Exception, so that no `except` of the program's takes it for a failure."""


# ---------------------------------------------------------------- surroundings, before Qt is imported


def _enter_surroundings() -> Path | None:
    """The temporary folder that stands in for the user's, or None inside a desktop session of our own."""
    if "RINGODESK_DESKTOP_SESSION" in os.environ:
        return None
    place = Path(tempfile.mkdtemp(prefix="ringodesk-tests-"))
    folders = {
        "HOME": place / "home",
        "XDG_CONFIG_HOME": place / "home/.config",
        "XDG_DATA_HOME": place / "home/.local/share",
        "XDG_STATE_HOME": place / "home/.local/state",
        "XDG_CACHE_HOME": place / "home/.cache",
        "XDG_RUNTIME_DIR": place / "run",
    }
    for name, folder in folders.items():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(folder)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "RINGODESK_HOME", "RINGODESK_API_KEY", "NGROK_AUTHTOKEN"):
        os.environ.pop(name, None)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={place / 'run/no-bus'}"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return place


_place = _enter_surroundings()


def pytest_unconfigure() -> None:
    if _place is not None:
        shutil.rmtree(_place, ignore_errors=True)


# ---------------------------------------------------------------- the network

_reached_for: list[str] = []


def _guard_network(event: str, args: tuple[object, ...]) -> None:
    """An audit hook: it sees every socket of this process, whichever library and thread it belongs to."""
    if event in ("socket.connect", "socket.sendto"):
        address = args[1]
        host = address[0] if isinstance(address, tuple) else None
        is_harmless = host is None or _is_this_machine(_text(host))
    elif event == "socket.getaddrinfo":
        host = args[0]
        is_harmless = host is None or _text(host) in ("", "localhost") or _is_numeric(_text(host))
    else:
        return
    if not is_harmless:
        _reached_for.append(f"{event} {host!r}")
        raise RealNetworkError(f"A test reached for the network: {event} {host!r}")


def _text(host: object) -> str:
    return host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)


def _is_this_machine(host: str) -> bool:
    if host in ("", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return mapped.is_loopback or mapped.is_unspecified


def _is_numeric(host: str) -> bool:
    """Whether no name server is asked about it; a number alone is an address too."""
    try:
        socket.inet_aton(host)
    except OSError:
        return ":" in host
    return True


sys.addaudithook(_guard_network)


# ---------------------------------------------------------------- windows


@pytest.fixture(scope="session")
def qapp_cls():
    """The kind of application that pytest-qt makes: ours."""
    from ringodesk_qt.ui.application import Application

    return Application


@pytest.fixture(autouse=True)
def _no_window_outlives_its_test() -> Iterator[None]:
    """Nothing here runs Qt's own loop, which would delete what `deleteLater` was called for; and every change of
    style or language goes to every widget there is."""
    before = _windows()
    yield
    for window in _windows():
        if window not in before:
            window.deleteLater()
    if (core := sys.modules.get("PySide6.QtCore")) is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def _windows() -> list[Any]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.topLevelWidgets() if widgets is not None and widgets.QApplication.instance() else []


# ---------------------------------------------------------------- the log


class RecordKeeper(logging.Handler):
    """Keeps what the program logs at WARNING and above, from whichever thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


_keeper = RecordKeeper()
for _name in (PACKAGE, "asyncio"):  # the latter tells of a task or a callback whose error nobody looked at
    logging.getLogger(_name).addHandler(_keeper)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    logging.getLogger(PACKAGE).setLevel(logging.NOTSET)  # whatever a test before has set
    _keeper.records.clear()
    _reached_for.clear()
    yield
    _fail_on_what_came(item)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    yield
    _fail_on_what_came(item)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    yield
    _fail_on_what_came(item)


def _fail_on_what_came(item: pytest.Item) -> None:
    reached, _reached_for[:] = list(_reached_for), []
    records, _keeper.records = _keeper.records, []
    if reached:
        pytest.fail("The test reached for the network: " + ", ".join(reached), pytrace=False)
    allowed = [name for mark in item.iter_markers("allow_log") for name in mark.args]
    unexpected = [record for record in records if not _is_below(record.name, allowed)]
    if unexpected:
        pytest.fail("The program logged what the test did not announce:\n" + _as_lines(unexpected), pytrace=False)


def _is_below(logger: str, allowed: list[str]) -> bool:
    return any(logger == name or logger.startswith(f"{name}.") for name in allowed)


def _as_lines(records: list[logging.LogRecord]) -> str:
    formatter = logging.Formatter("  %(levelname)s %(name)s: %(message)s")
    return "\n".join(formatter.format(record) for record in records)
