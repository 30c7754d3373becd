"""`ringodesk`: the desktop app's entry.

Reads the arguments, sees whether there is a display, shows the first screen (`first_screen.py`) and goes on with the
front end (`desktop.py`) on a home folder; or runs the demo (`demo.py`) on a home of its own. A bundle has no other
program, so this one is also started to decode pictures.

What is imported here before the first screen is shown is waited for by whoever starts the program: next to nothing.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from ringodesk_qt import __version__, paths
from ringodesk_qt.errors import EnvironmentProblemError, RingodeskError, StoreError
from ringodesk_qt.paths import Home, home
from ringodesk_qt.qt_import import import_qt
from ringodesk_qt.store.locks import ProcessLock
from ringodesk_qt.store.newer import check_not_newer
from ringodesk_qt.system.instance import Instance, NoAnswerError, Wish
from ringodesk_qt.ui.picture_formats import DECODE_PICTURES

if TYPE_CHECKING:
    from ringodesk_qt.first_screen import FirstScreen

_ENVIRONMENT = "RINGODESK_LOG=debug writes more into ringodesk.log, in the home folder; no message, number or key."


def main(argv: Sequence[str] | None = None) -> int:
    """Starts the desktop app and returns its exit code."""
    if list(sys.argv[1:] if argv is None else argv) == [DECODE_PICTURES]:
        from ringodesk_qt.ui import picture_child  # noqa: PLC0415 - another program, but for its file

        return picture_child.main()
    args = _parser().parse_args(argv)
    paths.keep_to_ourselves()
    try:
        if args.demo:
            check_display(wants_demo=True)
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
    parser.add_argument("what", nargs="*", metavar="LINK|FILE", help="a link to open, or files to send")
    parser.add_argument("--minimized", action="store_true", help="begin in the tray, without a window")
    parser.add_argument("--quit", action="store_true", help="end Ringodesk if it is running")
    parser.add_argument("--version", action="version", version=f"ringodesk {__version__}")
    parser.add_argument("--home", metavar="DIR", help="the folder for everything that is written (RINGODESK_HOME)")
    parser.add_argument("--demo", action="store_true", help="chat with the simulator that ships with the app")
    parser.add_argument(
        "--shots", metavar="DIR", default="build/demo", help="where --demo leaves pictures with no display"
    )
    parser.add_argument("--verbose", action="store_true", help="say on standard error what happens")
    return parser


def _run(place: Home, args: argparse.Namespace) -> int:
    try:
        check_not_newer(place.database)
    except StoreError as error:
        return _refuse(place, error, is_told_in_a_box=not args.quit)
    if place.removal.exists():
        _finish_removal(place)
    wish = _wish(args)
    instance = _instance(place)
    try:
        if instance is not None and not instance.claim(wish):
            return 0
    except NoAnswerError as error:
        if wish.is_quit or instance is None:
            raise
        check_display(wants_demo=False)
        return _go_on_without_answer(place, instance, error)
    try:
        return 0 if wish.is_quit else _run_first(place, args, wish, instance)
    finally:
        if instance is not None:
            instance.release()


def _refuse(place: Home, error: StoreError, *, is_told_in_a_box: bool) -> int:
    """Says so of a home in which nothing is to be written."""
    sys.stderr.write(f"ringodesk: {error}\n")
    if is_told_in_a_box:
        check_display(wants_demo=False)
        import_qt()
        from ringodesk_qt.first_screen import show_refusal  # noqa: PLC0415 - Qt, if it has a display

        show_refusal(place, error)
    return 3


def _finish_removal(place: Home) -> None:
    """What was to be removed and was not, for a kill, goes; then the start is a first one."""
    import asyncio  # noqa: PLC0415 - once in a lifetime

    from ringodesk_qt.removal import finish_removal  # noqa: PLC0415 - likewise
    from ringodesk_qt.vault import KeyringVault  # noqa: PLC0415 - likewise

    asyncio.run(finish_removal(place, KeyringVault()))


def _go_on_without_answer(place: Home, instance: Instance, error: NoAnswerError) -> int:
    """Asks what is to be done about a first that hangs, and does it."""
    import_qt()
    from ringodesk_qt.first_screen import FirstScreen, build_application  # noqa: PLC0415 - Qt, if it has a display
    from ringodesk_qt.ui.dialogs.no_answer import NoAnswerDialog  # noqa: PLC0415 - rarely needed

    screen, answers = FirstScreen(build_application(), place, is_minimized=True), ["leave"]
    dialog = NoAnswerDialog(can_end=error.pid is not None)
    dialog.answered.connect(answers.append)
    dialog.finished.connect(screen.app.quit)
    dialog.open()
    screen.app.exec()
    if answers[-1] == "leave":
        return 3
    if answers[-1] == "end" and error.pid is not None:
        instance.end_first(error.pid)
    return _begin_anew()


def _begin_anew() -> NoReturn:
    """As it was started, in a process that knows nothing of this one."""
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - ourselves


def _wish(args: argparse.Namespace) -> Wish:
    token = os.environ.pop("XDG_ACTIVATION_TOKEN", "") or os.environ.get("DESKTOP_STARTUP_ID", "")
    if not args.what:
        return Wish(is_quit=args.quit, activation_token=token)
    from ringodesk_qt.core.links import absolute  # noqa: PLC0415 - most starts have none

    return Wish(tuple(absolute(one) for one in args.what), is_quit=args.quit, activation_token=token)


def _instance(place: Home) -> Instance | None:
    """None for a home that cannot be used: what is wrong with it is told in a box."""
    try:
        place.make()
    except EnvironmentProblemError:
        return None
    return Instance(place.locks, ProcessLock(place.locks / "window.lock"))


def _run_first(place: Home, args: argparse.Namespace, wish: Wish, instance: Instance | None) -> int:
    check_display(wants_demo=False)
    gc.disable()  # what a start makes stays: collecting would look through all of it, again and again, in vain
    screen = first_screen(place, is_minimized=args.minimized)
    screen.fetch_rest()
    gc.freeze()
    gc.enable()
    from ringodesk_qt import log, loop  # noqa: PLC0415 - after the first paint
    from ringodesk_qt.desktop import DesktopApp  # noqa: PLC0415 - likewise
    from ringodesk_qt.engine import Engine  # noqa: PLC0415 - likewise
    from ringodesk_qt.vault import taken_secrets, vault_of  # noqa: PLC0415 - likewise

    async def run_desktop() -> int:
        desktop = DesktopApp(screen, Engine(place, vault=vault), instance)
        desktop.quit_on_signals()
        if wish.arguments:
            desktop.surroundings.grant(wish)
        return await desktop.run()

    if args.verbose:
        log.to_stderr(is_verbose=True)
    _open_log(place)
    vault = vault_of(taken_secrets(os.environ))
    return loop.run(screen.app, run_desktop())


def first_screen(place: Home, *, is_minimized: bool = False) -> FirstScreen:
    """Starts Qt and shows the chats of a home that is one; what is wrong with another is told in a box, later."""
    import_qt()
    from ringodesk_qt.first_screen import FirstScreen, build_application  # noqa: PLC0415 - Qt, if it has a display

    screen = FirstScreen(build_application(), place, is_minimized=is_minimized)
    signal.signal(signal.SIGTERM, lambda *_args: screen.quit())  # until desktop.py hears it
    with contextlib.suppress(EnvironmentProblemError):
        place.make()
        screen.show()
    return screen


def _open_log(place: Home) -> None:
    from ringodesk_qt import log  # noqa: PLC0415 - after the first paint

    try:
        place.make()
        log.to_file(place.log, is_verbose=log.is_wanted_verbose(os.environ))
        log.dump_crashes_to(place.crashes)
    except (EnvironmentProblemError, OSError):
        # The start goes on: what is wrong with the home is found again there, and told in a box.
        log.to_stderr(is_verbose=False)


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
    import socket  # noqa: PLC0415 - for this question alone

    host, _colon, number = display.rpartition(":")
    if sys.platform == "win32" or host not in ("", "unix"):
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
