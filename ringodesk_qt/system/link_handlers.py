"""Which links the desktop gives us: those of our menu entry, and the user's choice of programs for `tel:` and `sms:`.

The choice is a line in `mimeapps.list`, which other programs write too: only our own name is put there or taken away.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.paths import Home
from ringodesk_qt.system import installing
from ringodesk_qt.system.menu_entry import ENTRY_NAME

ON_REQUEST = ("sms", "tel")
_GROUP = "[Default Applications]"


def set_schemes(place: Home, schemes: Iterable[str], completions: Mapping[str, str]) -> None:
    """Makes us the program for these links, and for none of the other ones on request.

    What goes with the menu entry is installed too, `completions` among it. Raises InputError, EnvironmentProblemError.
    """
    chosen = set(schemes)
    installing.install(place, chosen, completions)
    choose(chosen)


def choose(chosen: set[str]) -> None:
    """Makes us the user's choice for these links, and for none of the others. Raises EnvironmentProblemError."""
    path = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "mimeapps.list"
    try:
        before = path.read_text("utf-8") if path.exists() else ""
        after = with_choice(before, chosen)
        if after != before:
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = path.with_name(f".{path.name}.part")
            partial.write_text(after, "utf-8")
            partial.replace(path)
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentProblemError(f"The desktop's list of programs, {path}, cannot be changed.") from error


def with_choice(text: str, chosen: set[str]) -> str:
    """The list with us as the first choice for these schemes and as none for the others; the rest as it is."""
    lines = text.splitlines()
    if chosen and _GROUP not in lines:
        lines += [_GROUP]
    wanted = {f"x-scheme-handler/{scheme}": scheme in chosen for scheme in ON_REQUEST}
    changed: list[str] = []
    group = ""
    for line in lines:
        name, sign, value = line.partition("=")
        group = line if line.startswith("[") else group
        if group != _GROUP or name.strip() not in wanted or not sign:
            changed.append(line)
        else:
            others = [one for one in value.strip().split(";") if one and one != ENTRY_NAME]
            programs = [ENTRY_NAME, *others] if wanted.pop(name.strip()) else others
            if programs:
                changed.append(f"{name.strip()}={';'.join(programs)};")
    missing = [f"{name}={ENTRY_NAME};" for name, is_ours in wanted.items() if is_ours]
    if missing:
        place = changed.index(_GROUP) + 1
        changed[place:place] = missing
    return "\n".join(changed) + "\n" if changed else ""
