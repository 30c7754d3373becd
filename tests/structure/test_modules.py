"""What holds for every module: its size, its docstring, its words, where colours live."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from imports import ROOT, Module, modules
from PySide6.QtGui import QColor

MOST_LINES = 600
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}){1,2}(?![0-9a-fA-F])|\b(?:rgb|hsl|hsv)a?\(\s*\d")
_NAMES = [name for name in QColor.colorNames() if name != "transparent"]
NAMED_COLOUR = re.compile(
    r"(?i)\b(?:background|color|border|outline)(?:-[a-z-]*)?:[^;$]*\b(?:" + "|".join(_NAMES) + r")\b"
)
PROGRAM_ICONS = ("ringodesk", "tray")
"""Drawings that have colours of their own: nobody knows what they will stand on."""
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
            if COLOUR.search(node.value) or NAMED_COLOUR.search(node.value):
                yield node.lineno, node.value
        elif (isinstance(node, ast.Call) and _is_spelt_qcolor(node)) or (
            isinstance(node, ast.Attribute) and _is_named_by_qt(node)
        ):
            yield node.lineno, ast.unparse(node)


def _is_spelt_qcolor(node: ast.Call) -> bool:
    is_spelt = bool(node.args) and all(isinstance(argument, ast.Constant) for argument in node.args)
    made = ast.unparse(node.func)
    return is_spelt and (made.endswith("QColor") or "QColor.from" in made or _called(node.func).startswith("qRgb"))


def _is_named_by_qt(node: ast.Attribute) -> bool:
    """`Qt.GlobalColor.red`, or `Qt.red` as older code has it; what cannot be seen is no colour."""
    if ast.unparse(node.value).endswith("GlobalColor"):
        return node.attr != "transparent"
    return ast.unparse(node.value) == "Qt" and node.attr.lower().removeprefix("dark") in _NAMES


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_spelt_colours_are_found():
    spelt = ["'#0f0'", "QColor('red')", "QColor(1, 2, 3)", "'color: rgb(1,2,3)'", "QtGui.QColor('red')", "f'#fff{x}'"]
    spelt += ["QColor.fromRgb(1, 2, 3)", "QColor.fromHslF(0.1, 0.2, 0.3)", "qRgb(1, 2, 3)", "Qt.GlobalColor.darkRed"]
    spelt += ["Qt.red", "'a { border: 1px solid navy; }'", "'background-color: White'", "f'color: gold; {x}'"]
    ours = ["QColor(x)", "'#12'", "f'rgb({x})'", "Qt.GlobalColor.transparent", "'background: transparent; color: $red'"]
    assert [bool(list(_spelt_colours(ast.parse(f"a = {line}")))) for line in spelt] == [True] * len(spelt)
    assert [line for line in ours if list(_spelt_colours(ast.parse(f"a = {line}")))] == []


def test_drawings_have_the_colour_they_are_given():
    icons = [path for path in (ROOT / "resources" / "icons").glob("*.svg") if not path.stem.startswith(PROGRAM_ICONS)]
    assert len(icons) >= 25
    inks = {path.name: _inks(path.read_text(encoding="utf-8")) for path in icons}
    assert {name: found for name, found in inks.items() if found - {"none", "currentColor"}} == {}
    assert _inks('<g fill="#fff" style="stroke: red; x: 1"/><stop stop-color="blue"/>') == {"#fff", "red", "blue"}


def _inks(drawing: str) -> set[str]:
    return set(re.findall(r"(?:fill|stroke|color)(?:=\"|:\s*)([^\";]+)", drawing))


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
