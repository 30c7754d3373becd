"""`desktop install|remove`: what a package brings besides the program, in the user's own folders."""

from __future__ import annotations

import argparse
from pathlib import Path

from ringodesk_qt.console.completion import scripts
from ringodesk_qt.console.output import Output
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.paths import Home
from ringodesk_qt.system import installing, link_handlers


def desktop(place: Home, args: argparse.Namespace, out: Output) -> int:
    """Puts the files or takes them away, and says what became of each. Raises InputError, EnvironmentProblemError."""
    installing.data_folder()  # before anything is made
    place.make()
    if args.what == "install":
        _install(place, out)
    else:
        _remove(place, out)
    return 0


def _install(place: Home, out: Output) -> None:
    schemes = SettingsKeeper(place.settings).read().link_schemes
    there = installing.system_entry(place)
    if there is not None and not schemes:  # an entry of the user's own would only hide it
        for path, became in installing.remove(place):
            _put(out, path, became)
        _put(out, there, "unchanged", "the system's package has put it there, with all that belongs to it.")
        return
    for path, became in installing.install(place, schemes, scripts()):
        _put(out, path, became, "somebody else has put a link there." if became == "left" else "")


def _remove(place: Home, out: Output) -> None:
    link_handlers.choose(set())
    for path, became in installing.remove(place):
        _put(out, path, became)
    if (there := installing.system_entry(place)) is not None:
        _put(out, there, "left", "it is the system's package's, and goes with it.")


def _put(out: Output, path: Path, became: str, why: str = "") -> None:
    out.put({"file": str(path), "became": became}, f"{became:10} {path}{': ' if why else ''}{why}")
