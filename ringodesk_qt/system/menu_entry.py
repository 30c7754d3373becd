"""The menu entry of this installation: how the program is started, written by the rules of such files.

The entry in `resources/linux` starts `ringodesk` from the PATH, as a package would have it. One that is written from
here names the program that is running, in a virtual environment too, and its home if that is not the usual one.
The rules are those of the Desktop Entry Specification: arguments are quoted first, then written as a string.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from ringodesk_qt import APPLICATION_ID
from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.paths import Home, resources, usual_home

ENTRY_NAME = f"{APPLICATION_ID}.desktop"
_MODULE = "ringodesk_qt.app"
_RESERVED = re.compile(r"""[\s"'\\><~|&;$*?#()`=]""")
_ESCAPED = re.compile(r'["`$\\]')


def launch_command(place: Home) -> list[str]:
    """What starts the window of a home: this installation's own program."""
    where = [] if place.folder == usual_home().folder else ["--home", str(place.folder)]
    return [*window_program(), *where]


def window_program() -> list[str]:
    """What starts the window: this installation's script, or its Python with the module; a bundle's own program.

    It is the window's, whichever of the two programs asks.
    """
    script = Path(sys.executable).with_name("ringodesk.exe" if sys.platform == "win32" else "ringodesk")
    is_there = getattr(sys, "frozen", False) or script.is_file()
    return [str(script)] if is_there else [sys.executable, "-m", _MODULE]


def menu_entry(command: Sequence[str], schemes: Iterable[str] = ()) -> str:
    """The entry that starts `command`, and opens links of these schemes besides our own.

    Raises EnvironmentProblemError for a path that no such file can hold.
    """
    starts = exec_line(command)
    links = "".join(f"x-scheme-handler/{scheme};" for scheme in sorted(schemes))
    lines = []
    for line in (resources() / "linux" / ENTRY_NAME).read_text("utf-8").splitlines():
        if line.startswith("Exec=ringodesk"):
            lines.append(f"Exec={starts}{line.removeprefix('Exec=ringodesk')}")
        elif line.startswith("MimeType="):
            lines.append(f"{line}{links}")
        elif line.startswith("Icon="):
            lines += [line, f"TryExec={_as_string(command[0])}"]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def exec_line(command: Sequence[str]) -> str:
    """A command as the value of `Exec`. Raises EnvironmentProblemError."""
    for part in command:
        if not part.isprintable():
            raise EnvironmentProblemError(
                f"A menu entry cannot start {part!a}: the path has characters that such a file cannot hold."
            )
    return " ".join(_as_string(_quoted(part)) for part in command)


def _quoted(part: str) -> str:
    told = part.replace("%", "%%")
    if told and not _RESERVED.search(told):
        return told
    return '"' + _ESCAPED.sub(lambda one: f"\\{one[0]}", told) + '"'


def _as_string(text: str) -> str:
    return text.replace("\\", "\\\\")
