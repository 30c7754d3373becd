"""`desktop install|remove`: the menu entry, icons and link handlers of this installation, in the user's own folders."""

from __future__ import annotations

import argparse

from ringodesk_qt.console.output import Output
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.paths import Home
from ringodesk_qt.system import installing, link_handlers


def desktop(place: Home, args: argparse.Namespace, out: Output) -> int:
    """Puts the files or takes them away, and says what became of each. Raises InputError, EnvironmentProblemError."""
    installing.data_folder()  # before anything is made
    place.make()
    if args.what == "install":
        schemes = SettingsKeeper(place.settings).read().link_schemes
        if not schemes and (there := installing.system_entry(place)) is not None:
            out.put(
                {"file": str(there), "became": "unchanged"},
                f"unchanged  {there}: the system's package has put it there, with icons and links.",
            )
            return 0
        done = installing.install(place, schemes)
    else:
        link_handlers.choose(set())
        done = installing.remove(place)
    for path, became in done:
        out.put({"file": str(path), "became": became}, f"{became:10} {path}")
    return 0
