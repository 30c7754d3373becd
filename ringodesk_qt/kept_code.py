"""Qt for Python's own Python half, compiled once and not at each start.

It lies as source in the library, zipped, and each process compiles it anew when it imports PySide6: a sixth of the time
until an empty window is painted. Here the compiled code is kept where Python keeps that of this package, and taken from
there if it is of the very same source. Where nothing can be written nothing is kept, and all is as it was.

WORKAROUND(https://code.qt.io/cgit/pyside/pyside-setup.git/tree/sources/shiboken6/libshiboken/embed): its bootstrap
calls `compile` for each module it unzips, and looks for bytecode nowhere but inside its own installed folder.

`python -m ringodesk_qt.kept_code` keeps it beforehand, as `compileall` does for other code.
"""

from __future__ import annotations

import builtins
import importlib.util
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import CodeType
from typing import Any

_THEIRS = "shibokensupport/"
Kept = dict[tuple[str, bytes], CodeType]
"""By the module's path in the library, and its source."""


def place() -> Path:
    """The file, beside the bytecode of this module and for the same Python."""
    return Path(importlib.util.cache_from_source(__file__)).with_suffix(".pyside")


@contextmanager
def keeping_code(path: Path) -> Iterator[None]:
    """While PySide6 is imported for the first time: what it compiles is taken from `path`, and kept there."""
    kept, used = _read(path), Kept()
    plain = builtins.compile

    def compile_once(source: Any, filename: Any, mode: Any, *rest: Any, **named: Any) -> Any:
        if not (isinstance(filename, str) and filename.startswith(_THEIRS) and isinstance(source, bytes)):
            return plain(source, filename, mode, *rest, **named)
        found = kept.get((filename, source)) or plain(source, filename, mode, *rest, **named)
        used[filename, source] = found
        return found

    builtins.compile = compile_once
    try:
        yield
    finally:
        builtins.compile = plain
        if used.keys() != kept.keys() and not sys.dont_write_bytecode:
            _write(path, used)


def _read(path: Path) -> Kept:
    try:
        found = marshal.loads(path.read_bytes())  # noqa: S302 - as trusted as the bytecode beside it
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, code: Kept) -> None:
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        partial.write_bytes(marshal.dumps(code))
        partial.replace(path)


def main() -> int:
    """Keeps the code now; returns the exit code."""
    sys.dont_write_bytecode = False
    with keeping_code(place()):
        import PySide6.QtCore  # noqa: F401, PLC0415 - for what it compiles
    return 0 if place().exists() else 1


if __name__ == "__main__":
    sys.exit(main())
