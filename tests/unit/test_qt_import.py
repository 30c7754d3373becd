"""PySide6 does at its import what is needed: kept code is never taken for another source, its patterns work."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys

import pytest

from ringodesk_qt.qt_import import PatternWhenUsed, keeping_code

PLAIN = builtins.compile
NAME = "shibokensupport/signature/one.py"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kept"


@pytest.fixture(autouse=True)
def writes_bytecode(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def compiled(path, source, name=NAME):
    """What a module is when its source is compiled as PySide6 does it."""
    with keeping_code(path):
        code = compile(source, name, "exec")
    assert builtins.compile is PLAIN
    found = {}
    exec(code, found)
    return code, found["x"]


def test_code_is_compiled_once(path, monkeypatch):
    first, value = compiled(path, b"x = 1")
    assert value == 1
    before = path.stat().st_mtime_ns
    again, value = compiled(path, b"x = 1")
    assert (again, value) == (first, 1)
    assert path.stat().st_mtime_ns == before
    with keeping_code(path):
        monkeypatch.setattr("ringodesk_qt.qt_import._THEIRS", "nobody's")
        assert compile(b"x = 1", NAME, "exec") == first


@pytest.mark.parametrize("other", [(b"x = 2", NAME), (b"x = 2", "shibokensupport/other.py")])
def test_another_source_is_another_code(path, other):
    compiled(path, b"x = 1")
    assert compiled(path, *other)[1] == 2
    assert compiled(path, b"x = 1")[1] == 1


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xe9\x01\x00\x00\x00", b"{"])
def test_a_file_that_is_broken_is_written_anew(path, content):
    path.write_bytes(content)
    assert compiled(path, b"x = 1")[1] == 1
    assert path.read_bytes() != content


def test_where_nothing_can_be_written_all_is_as_it_was(tmp_path, monkeypatch):
    assert compiled(tmp_path / "missing" / "kept", b"x = 1")[1] == 1
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled(tmp_path / "kept", b"x = 1")[1] == 1
    assert list(tmp_path.iterdir()) == []


def test_what_others_compile_is_left_alone(path):
    with keeping_code(path):
        assert eval(compile("1 + 1", "elsewhere.py", "eval")) == 2
    assert not path.exists()


def test_pyside_compiles_nothing_the_second_time(path):
    script = """
import builtins, sys
from pathlib import Path
from ringodesk_qt.qt_import import keeping_code
plain, names = builtins.compile, []
def counted(source, filename, *rest, **named):
    names.append(str(filename))
    return plain(source, filename, *rest, **named)
builtins.compile = counted
with keeping_code(Path(sys.argv[1])):
    import PySide6.QtCore
print(sum(name.startswith("shibokensupport/") for name in names))
"""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    counts = [
        int(
            subprocess.run(
                [sys.executable, "-c", script, path], capture_output=True, check=True, timeout=50, env=env
            ).stdout
        )
        for _ in range(2)
    ]
    assert counts[0] >= 10, "PySide6 does it in another way now: see whether this is still worth while"
    assert counts[1] == 0


IMPORTED = """
import builtins, linecache, re, sys
from re import _compiler
plain, compiled = _compiler.compile, []
def counted(pattern, flags=0):
    compiled.append(str(pattern))
    return plain(pattern, flags)
_compiler.compile = counted
from ringodesk_qt.qt_import import import_qt
import_qt()
assert not [one for one in compiled if "edge of a word" in one or "^\\\\(\\\\)" in one]
held = set(linecache.cache)
import ringodesk_qt.ui.views.main_window
assert set(linecache.cache) == held, "the sources of what is imported are held in memory"
from PySide6.QtCore import QObject
try:
    QObject().setObjectName(object())
except TypeError as error:
    assert "name: str" in str(error), error
else:
    raise AssertionError
print("fine")
"""


def test_what_serves_help_texts_waits_until_it_is_used_and_sources_are_not_read():
    command = [sys.executable, "-c", IMPORTED]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=50, env=env)
    assert (done.returncode, done.stdout.strip()) == (0, "fine"), done.stderr


def test_a_pattern_that_waits_finds_what_it_would_have_found():
    pattern = PatternWhenUsed("b+", 0)
    find, split = pattern.finditer, pattern.split
    assert not hasattr(pattern, "__isabstractmethod__")
    assert [one.group() for one in find("abbcb")] == ["bb", "b"]
    assert split("abbc") == ["a", "c"]
    assert pattern.sub("-", "abbc") == "a-c"


ENUMERATIONS = """
import pickle, sys
from enum import Enum, EnumType, Flag
if sys.argv[1] == "quickly":
    from ringodesk_qt.qt_import import import_qt
    import_qt()
    import_qt()
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle

def outcome(do):
    try:
        return repr(do())
    except (TypeError, ValueError, AttributeError) as error:
        return repr(error)

def told(kind):
    members = list(kind)
    yield from ((m.name, repr(m), str(m), kind(m.value) is m, pickle.loads(pickle.dumps(m)) is m) for m in members)
    yield [(name, getattr(kind, name), kind[name]) for name in kind.__members__]
    yield kind.__mro__, kind.__module__, kind.__qualname__
    for value in (*range(-2, 20), 255, 1 << 31, 0xFFFFFFFF, "x", None):
        yield outcome(lambda: kind(value))
    if issubclass(kind, Flag) and members:
        for one in (members[0], members[-1], members[0] | members[-1], kind(0)):
            yield outcome(lambda: ~one), outcome(lambda: list(one)), bool(one), outcome(lambda: one ^ members[0])
            yield outcome(lambda: one & members[-1] == members[-1]), outcome(lambda: int(one))

for owner in (Qt, QEvent, QLocale, QFont, QPainter, QPalette, QSizePolicy, QStyle):
    for kind in list(vars(owner).values()):
        if isinstance(kind, EnumType):
            print(*told(kind), sep="\\n")
class Ours(Enum):
    ONE = 1
print(list(Ours), list(Enum("Made", "A B")))
print(hasattr(EnumType._create_, "plain"), file=sys.stderr)
"""


def test_the_enumerations_made_quickly_are_those_that_python_makes():
    quickly, plainly = (
        subprocess.run(
            [sys.executable, "-c", ENUMERATIONS, how], capture_output=True, text=True, check=True, timeout=50
        )
        for how in ("quickly", "plainly")
    )
    assert quickly.stdout.count("\n") > 3_000
    assert quickly.stdout.splitlines() == plainly.stdout.splitlines()
    assert (quickly.stderr, plainly.stderr) == ("True\n", "False\n")


def test_enumerations_are_made_whichever_way_python_hands_over_their_names():
    """From 3.12 on it names the first two; what Qt for Python makes of an error there is a crash."""
    ask = """
from enum import Enum, EnumType
from ringodesk_qt.qt_import import import_qt
import_qt()
assert hasattr(EnumType._create_, "plain")
print(list(Enum._create_(class_name="Made", names="A B")), list(Enum._create_("Made", "A B")))
"""
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, timeout=50).stdout
    assert told.split("] ")[0] + "]" == told.split("] ")[1].strip()
