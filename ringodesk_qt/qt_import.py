"""Qt for Python, imported without what it would do in vain at each start.

- Its own Python half lies as source in the library, zipped, and each process compiles it anew: a sixth of the time
  until an empty window is painted. Here the compiled code is kept where Python keeps that of this package, and taken
  from there if it is of the very same source. Where nothing can be written nothing is kept, and all is as it was.
- Three of its patterns take as long again to compile. They are for help texts and type stubs: they are compiled when
  they are used.
- It makes four thousand members of enumerations until a list of rows is painted, and Python makes them slowly, as it
  checks what a person may have written. Its own modules use a quicker way, and so do these.
- Every later import is followed by a look through the module's source, for whether it says "PySide6", and all of that
  source is held in memory for good: for `__feature__` (other names for Qt's methods), which is not used here. So the
  hook in `import` is taken out again.

WORKAROUND(https://code.qt.io/cgit/pyside/pyside-setup.git/tree/sources/shiboken6/libshiboken/embed): its bootstrap
calls `compile` for each module it unzips, and looks for bytecode nowhere but inside its own installed folder.
WORKAROUND(https://code.qt.io/cgit/pyside/pyside-setup.git/tree/sources/shiboken6/shibokenmodule/files.dir): feature.py
reads the sources, signature/parser.py and signature/lib/pyi_generator.py have the patterns.

`python -m ringodesk_qt.qt_import` keeps the code beforehand, as `compileall` does for other code.
"""

from __future__ import annotations

import builtins
import enum
import importlib.util
import marshal
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import KEEP, EnumType
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import Any

_THEIRS = "shibokensupport/"
_PACKAGE = "shibokensupport."
Kept = dict[tuple[str, bytes], CodeType]
"""By the module's path in the library, and its source."""


def import_qt() -> None:
    """Imports PySide6 for the first time in this process; a second time nothing is left to be done."""
    make_enumerations_quickly()
    with keeping_code(place()), compiling_patterns_when_used():
        import PySide6.QtCore  # noqa: F401, PLC0415 - the first import is what this module is about
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


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


class PatternWhenUsed:
    """A regular expression that is compiled when something is first asked of it; its methods may be taken before."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._arguments = (pattern, flags)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._arguments)

    def finditer(self, *arguments: Any) -> Any:
        """As the pattern's."""
        return self._compiled.finditer(*arguments)

    def split(self, *arguments: Any) -> Any:
        """As the pattern's."""
        return self._compiled.split(*arguments)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # which a class looks for in all that it holds
            raise AttributeError(name)
        return getattr(self._compiled, name)


@contextmanager
def compiling_patterns_when_used() -> Iterator[None]:
    """While PySide6 is imported for the first time: its own patterns wait, those of others do not."""
    plain = re.compile

    def compile_when_used(pattern: Any, flags: Any = 0) -> Any:
        caller = str(sys._getframe(1).f_globals.get("__name__"))
        return PatternWhenUsed(pattern, flags) if caller.startswith(_PACKAGE) else plain(pattern, flags)

    vars(re)["compile"] = compile_when_used
    try:
        yield
    finally:
        vars(re)["compile"] = plain


def make_enumerations_quickly() -> None:
    """From now on; those of Qt for Python, which makes them as they are named. Those of others are left alone."""
    plain, quick = vars(EnumType)["_create_"], vars(enum).get("_simple_enum")
    if quick is None or hasattr(plain, "plain"):
        return

    def create(kind: Any, class_name: str, names: Any = None, **named: Any) -> Any:  # newer Pythons name the first two
        is_of_qt = named.get("boundary") is KEEP and isinstance(names, list)
        if is_of_qt and names:
            return quick(kind, boundary=KEEP)(type(class_name, (), dict(names)))
        return plain(kind, class_name, names, **named)

    create.plain = plain  # type: ignore[attr-defined]
    type.__setattr__(EnumType, "_create_", create)


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
    import_qt()
    return 0 if place().exists() else 1


if __name__ == "__main__":
    sys.exit(main())
