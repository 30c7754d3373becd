"""The imports of every module of the program, read from its syntax, not by importing it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "ringodesk_qt"


@dataclass(frozen=True)
class Import:
    """One module that another one imports. `is_typing` under TYPE_CHECKING, `is_late` inside a function."""

    name: str
    line: int
    is_typing: bool
    is_late: bool


@dataclass
class Module:
    """A module of the program: `name` is dotted and has the package's in front."""

    name: str
    path: Path
    tree: ast.Module
    imports: list[Import] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Where it lives: `core`, `ui`, …, or the module's own name at the package's root."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else PACKAGE

    def __str__(self) -> str:
        return str(self.path.relative_to(ROOT))


@cache
def modules() -> dict[str, Module]:
    """Every module by its dotted name."""
    paths = sorted((ROOT / PACKAGE).rglob("*.py"))
    found = {
        name: Module(name, path, ast.parse(path.read_bytes(), str(path))) for path in paths for name in [_dotted(path)]
    }
    for module in found.values():
        module.imports = list(_imports(module, found))
    return found


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(module: Module, known: dict[str, Module]) -> Iterator[Import]:
    for node, is_typing, is_late in _import_nodes(module.tree, is_typing=False, is_late=False):
        for name in _names(module, node, known):
            yield Import(name, node.lineno, is_typing, is_late)


def _import_nodes(
    parent: ast.AST, *, is_typing: bool, is_late: bool
) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool, bool]]:
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node, is_typing, is_late
        elif isinstance(node, ast.If) and _asks_type_checking(node.test):
            for child in node.body:
                yield from _import_nodes(ast.Module([child], []), is_typing=True, is_late=is_late)
            for child in node.orelse:
                yield from _import_nodes(ast.Module([child], []), is_typing=is_typing, is_late=is_late)
        else:
            is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _import_nodes(node, is_typing=is_typing, is_late=is_late or is_function)


def _asks_type_checking(test: ast.expr) -> bool:
    return (isinstance(test, ast.Name) and test.id == "TYPE_CHECKING") or (
        isinstance(test, ast.Attribute) and test.attr == "TYPE_CHECKING"
    )


def _names(module: Module, node: ast.Import | ast.ImportFrom, known: dict[str, Module]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    base = node.module or ""
    if node.level:
        package = module.name.split(".") if module.path.name == "__init__.py" else module.name.split(".")[:-1]
        base = ".".join([*package[: len(package) - node.level + 1], *filter(None, [base])])
    for alias in node.names:
        inner = f"{base}.{alias.name}"
        yield inner if inner in known else base


def is_ours(name: str) -> bool:
    """Whether this is a module of the program."""
    return name == PACKAGE or name.startswith(f"{PACKAGE}.")


def is_foreign(name: str) -> bool:
    """Whether this is a module of another library, not Python's own."""
    return not is_ours(name) and name.partition(".")[0] not in sys.stdlib_module_names


def place_of(name: str) -> str:
    """Where a module of the program lives, as `Module.place` has it."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else PACKAGE
