"""A private desktop for tests of the real window, and what stands around it. Nobody's own desktop is touched.

Everything comes from Debian packages (packaging/debian-test.txt) and takes about half a second to start.

Desktops, each started once, when a test first asks for it:

``desktop``
    X screen, openbox, session bus, unlocked gnome-keyring, accessibility bus, an XEmbed tray (trayer) and a notice
    service (dunst).
``desktop_without_tray``
    The same, with no tray and no notice service: until a test starts its own, see below.

Both are a `Desktop` (private_desktop.py): `.env` for child processes, `.start(command)`, `.run(command)`,
`.windows()`, `.screenshot(path)`, `.press("ctrl+k")`, `.type(text)`, `.click(x, y)`.

Programs, ended by their process ids when the test is over:

``app(*arguments, desktop=…, home=…, env=…)``
    Starts ``python -m ringodesk_qt.app --home HOME …``, waits for its window and returns a `Program`: `.pid`,
    `.output`, `.windows()`, `.wait_for_window(title)`, `.wait_for_output(text)`, `.terminate()`, `.kill()`. The home
    is the test's own folder unless it is named; `waits=False` does not wait. The desktop is `desktop`.
``program(command, desktop=…, env=…)``
    The same for any command.

What they show:

``reader`` (for `desktop`), ``reader_without_tray``
    A `ScreenReader` (accessibility.py): `reader.program(app.pid).find("push button", "Send").act()`.
``notices``
    A `NoticeServer` (notice_server.py) on `desktop_without_tray`: the notices that were shown, and the user's part:
    `.wait_for_notice()`, `.invoke(notice, "default")`, `.reply(notice, text)`, `.close(notice)`. Other capabilities:
    ``@pytest.mark.parametrize("notice_capabilities", [("body", "actions", "inline-reply")])``.
``tray_host``
    A `TrayHost` (tray_host.py) on `desktop_without_tray`: a StatusNotifier tray, `.wait_for_icon()`, and of an icon
    `.tooltip`, `.pictures`, `.labels()`, `.choose(label)`, `.activate()`.

A test that wants a service to come late or to go starts it itself: ``with TrayHost(desktop.bus_address): …``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # tests are imported by path: what they share is found by name

from accessibility import ScreenReader
from notice_server import CAPABILITIES, NoticeServer
from private_desktop import Desktop, Program
from tray_host import TrayHost


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    with Desktop() as running:
        yield running


@pytest.fixture(scope="session")
def desktop_without_tray() -> Iterator[Desktop]:
    with Desktop(tray="none", notices="none") as running:
        yield running


@pytest.fixture
def program(request: pytest.FixtureRequest) -> Iterator[Callable[..., Program]]:
    started: list[Program] = []

    def start(command: list[str], *, desktop: Desktop | None = None, env: Mapping[str, str] | None = None) -> Program:
        place = desktop or request.getfixturevalue("desktop")
        started.append(place.start(command, env=env))
        return started[-1]

    yield start
    for one in reversed(started):
        one.terminate()


class StartsApp(Protocol):
    """The `app` fixture."""

    def __call__(
        self,
        *arguments: str,
        desktop: Desktop | None = None,
        home: Path | None = None,
        env: Mapping[str, str] | None = None,
        waits: bool = True,
    ) -> Program: ...


@pytest.fixture
def app(program: Callable[..., Program], tmp_path: Path) -> StartsApp:
    def start(
        *arguments: str,
        desktop: Desktop | None = None,
        home: Path | None = None,
        env: Mapping[str, str] | None = None,
        waits: bool = True,
    ) -> Program:
        place = home or tmp_path / "ringodesk-home"
        command = [sys.executable, "-m", "ringodesk_qt.app", "--home", str(place), *arguments]
        started = program(command, desktop=desktop, env=env)
        if waits:
            started.wait_for_window()
        return started

    return start


@pytest.fixture(scope="session")
def reader(desktop: Desktop) -> Iterator[ScreenReader]:
    reader = ScreenReader(desktop.env)
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def reader_without_tray(desktop_without_tray: Desktop) -> Iterator[ScreenReader]:
    reader = ScreenReader(desktop_without_tray.env)
    yield reader
    reader.close()


@pytest.fixture
def notice_capabilities() -> tuple[str, ...]:
    return CAPABILITIES


@pytest.fixture
def notices(desktop_without_tray: Desktop, notice_capabilities: tuple[str, ...]) -> Iterator[NoticeServer]:
    with NoticeServer(desktop_without_tray.bus_address, capabilities=notice_capabilities) as server:
        yield server


@pytest.fixture
def tray_host(desktop_without_tray: Desktop) -> Iterator[TrayHost]:
    with TrayHost(desktop_without_tray.bus_address) as host:
        yield host
