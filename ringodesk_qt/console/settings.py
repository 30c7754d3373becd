"""`settings list|get|set`: what the user chose, read and changed as the window does it."""

from __future__ import annotations

import argparse
import difflib
import json

import msgspec

from ringodesk_qt.console.output import Output
from ringodesk_qt.core.settings import Settings, SettingsKeeper
from ringodesk_qt.core.settings_values import allowed, shown, typed
from ringodesk_qt.errors import InputError
from ringodesk_qt.paths import Home


async def settings(place: Home, args: argparse.Namespace, out: Output) -> int:
    """Prints settings, or changes one. Raises InputError."""
    place.make()
    keeper = SettingsKeeper(place.settings)
    keeper.read()
    _check(args)
    if args.what == "set":
        await keeper.change(**{args.name: typed(Settings, args.name, args.value)})
    names = [args.name] if args.name else list(Settings.__struct_fields__)
    values = msgspec.to_builtins(keeper.current)
    defaults = msgspec.to_builtins(Settings())
    for name in names:
        fields = {
            "name": name,
            "value": values[name],
            "default": defaults[name],
            "allowed": allowed(Settings, name),
        }
        written = json.dumps(values[name], ensure_ascii=False)
        out.put(fields, written if args.what == "get" else f"{name} = {shown(values[name])}")
    return 0


def _check(args: argparse.Namespace) -> None:
    """Raises InputError for words too many, too few, or a name that is none."""
    given = sum(one is not None for one in (args.name, args.value))
    if given != {"list": 0, "get": 1, "set": 2}[args.what]:
        raise InputError("Say `settings list`, `settings get NAME` or `settings set NAME VALUE`.")
    if args.name is not None and args.name not in Settings.__struct_fields__:
        near = difflib.get_close_matches(args.name, Settings.__struct_fields__, 1)
        hint = f"Did you mean {near[0]}?" if near else "`settings list` names them."
        raise InputError(f"There is no setting {shown(args.name)}. {hint}")
