"""Code that PySide6 compiles at each start is kept, and never taken for another source."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys

import pytest

from ringodesk_qt.kept_code import keeping_code

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
        monkeypatch.setattr("ringodesk_qt.kept_code._THEIRS", "nobody's")
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
from ringodesk_qt.kept_code import keeping_code
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
