"""What holds for every module: its size, its docstring, its words, where colours live."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from imports import ROOT, Module, modules

MOST_LINES = 600
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}){1,2}(?![0-9a-fA-F])|\b(?:rgb|hsl|hsv)a?\(\s*\d")
EMPTY_NAMES = {"utils", "util", "misc", "helpers", "helper", "common", "manager", "managers"}

ALL = pytest.mark.parametrize("module", modules().values(), ids=str)


@ALL
def test_it_can_be_read_in_one_sitting(module: Module):
    assert len(module.path.read_text(encoding="utf-8").splitlines()) < MOST_LINES


@ALL
def test_it_says_what_it_is(module: Module):
    docstring = ast.get_docstring(module.tree)
    assert docstring is not None
    assert docstring.splitlines()[0].rstrip().endswith((".", ":", "::"))


@ALL
def test_its_name_says_something(module: Module):
    assert not EMPTY_NAMES & set(module.name.split("."))


def test_colours_are_the_themes():
    """Outside `ui/theme.py` no colour is spelt out: it would not follow the scheme."""
    ui = [module for module in modules().values() if module.place == "ui"]
    assert len(ui) >= 40
    spelt = [f"{module}:{line} {what}" for module in ui for line, what in _spelt_colours(module.tree)]
    theme = [line for line in spelt if line.startswith("ringodesk_qt/ui/theme.py")]
    assert len(theme) >= 10
    assert [line for line in spelt if line not in theme] == []


def _spelt_colours(tree: ast.Module) -> Iterator[tuple[int, str]]:
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            if COLOUR.search(node.value):
                yield node.lineno, node.value
        elif isinstance(node, ast.Call) and _is_spelt_qcolor(node):
            yield node.lineno, ast.unparse(node)


def _is_spelt_qcolor(node: ast.Call) -> bool:
    is_spelt = bool(node.args) and all(isinstance(argument, ast.Constant) for argument in node.args)
    return _called(node.func) == "QColor" and is_spelt


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_spelt_colours_are_found():
    lines = ["'#0f0'", "QColor('red')", "QColor(1, 2, 3)", "QColor(x)", "'color: rgb(1,2,3)'", "'#12'", "f'rgb({x})'"]
    tree = ast.parse("\n".join(f"a = {line}" for line in lines))
    assert {line for line, _ in _spelt_colours(tree)} == {1, 2, 3, 5}


def test_nothing_is_left_to_do():
    """No mark of unfinished work in the program or its tests; spelt apart, so as not to find itself."""
    marks = "TO" "DO", "FIX" "ME", "raise NotImpl" "ementedError", "mark.x" "fail", "mark.sk" "ip"  # fmt: skip
    words = re.compile("|".join(map(re.escape, marks)))
    paths = [path for folder in ("ringodesk_qt", "tests") for path in (ROOT / folder).rglob("*.py")]
    assert len(paths) >= 150
    assert [str(path.relative_to(ROOT)) for path in paths if words.search(path.read_text(encoding="utf-8"))] == []


def test_what_is_logged_is_filled_in_by_the_log():
    """Words of the program's own, and values beside them: so the log can leave out what others wrote."""
    calls = [(module, call) for module in modules().values() for call in _log_calls(module.tree)]
    assert len(calls) >= 60
    spelt = [
        f"{module}:{call.lineno}"
        for module, call in calls
        if not (call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]
    assert spelt == []


def _log_calls(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "log"
            and node.func.attr in {"debug", "info", "warning", "error", "exception", "critical"}
        ):
            yield node
