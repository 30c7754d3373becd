"""`ringodesk`: the desktop app's entry.

Reads the arguments, sees whether there is a display, and runs the front end (`desktop.py`) on a home folder, or the
demo (`demo.py`) on a home of its own. A bundle has no other program, so this one is also started to decode pictures.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from ringodesk_qt import __version__, log, loop, paths
from ringodesk_qt.core.ports import Vault
from ringodesk_qt.desktop import DesktopApp, build_application
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import EnvironmentProblemError, RingodeskError
from ringodesk_qt.paths import Home, home
from ringodesk_qt.ui import picture_child
from ringodesk_qt.ui.picture_decoder import DECODE_PICTURES
from ringodesk_qt.vault import taken_secrets, vault_of

_ENVIRONMENT = "RINGODESK_LOG=debug writes more into ringodesk.log, in the home folder; no message, number or key."


def main(argv: Sequence[str] | None = None) -> int:
    """Starts the desktop app and returns its exit code."""
    if list(sys.argv[1:] if argv is None else argv) == [DECODE_PICTURES]:
        return picture_child.main()
    args = _parser().parse_args(argv)
    paths.keep_to_ourselves()
    try:
        check_display(wants_demo=args.demo)
        if args.demo:
            from ringodesk_qt import demo  # noqa: PLC0415 - the simulator is not part of an ordinary start

            return demo.main(args)
        return _run(home(args.home), args)
    except RingodeskError as error:
        sys.stderr.write(f"ringodesk: {error}\n")
        return 3


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ringodesk", description="A desktop chat app for Ringotel.", epilog=_ENVIRONMENT
    )
    parser.add_argument("--version", action="version", version=f"ringodesk {__version__}")
    parser.add_argument("--home", metavar="DIR", help="the folder for everything that is written (RINGODESK_HOME)")
    parser.add_argument("--demo", action="store_true", help="chat with the simulator that ships with the app")
    parser.add_argument(
        "--shots", metavar="DIR", default="build/demo", help="where --demo leaves pictures with no display"
    )
    parser.add_argument("--verbose", action="store_true", help="say on standard error what happens")
    return parser


def _run(place: Home, args: argparse.Namespace) -> int:
    if args.verbose:
        log.to_stderr(is_verbose=True)
    _open_log(place)
    app = build_application()
    return loop.run(app, _main(app, place, vault_of(taken_secrets(os.environ))))


def _open_log(place: Home) -> None:
    try:
        place.make()
        log.to_file(place.log, is_verbose=log.is_wanted_verbose(os.environ))
        log.dump_crashes_to(place.crashes)
    except (EnvironmentProblemError, OSError):
        # The start goes on: what is wrong with the home is found again there, and told in a box.
        log.to_stderr(is_verbose=False)


async def _main(app: QApplication, place: Home, vault: Vault) -> int:
    desktop = DesktopApp(app, Engine(place, vault=vault))
    desktop.quit_on_signals()
    return await desktop.run()


def check_display(*, wants_demo: bool) -> None:
    """Sees whether Qt will find a display: without one it ends the process. The demo then runs off screen.

    Raises EnvironmentProblemError.
    """
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    display = os.environ.get("DISPLAY", "")
    if os.environ.get("WAYLAND_DISPLAY") or (display and _answers(display)):
        return
    if wants_demo:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return
    what = f"The display {display} does not answer" if display else "There is no display"
    raise EnvironmentProblemError(f"{what}: start Ringodesk from a desktop session, or use ringodesk-cli.")


def _answers(display: str) -> bool:
    """Whether a local X display answers; one on another host is taken at its word."""
    host, _colon, number = display.rpartition(":")
    if host not in ("", "unix"):
        return True
    name = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108 - where X servers put their sockets
    for address in (name, "\0" + name):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(1.0)
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
