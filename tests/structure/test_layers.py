"""Imports go downward only, and each foreign library has one place that knows it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable

import pytest
from imports import ROOT, Import, Module, is_foreign, is_ours, modules, place_of

ADAPTERS = {"api", "store", "receiver", "tunnel", "vault", "simulator", "spelling"}
ROOTS = {
    "app",
    "first_screen",
    "desktop",
    "demo",
    "cli",
    "console",
    "checking",
    "engine",
    "calls",
    "receiving",
    "removal",
    "surroundings",
    "attention",
}
GROUND = frozenset({"models", "errors"})
PLAIN = {"network", "paths", "log", "system"}

# Where a module of a place may import from, besides its own place and Python's library. The name of the package itself
# holds the version alone. Nothing but a root may import a root.
MAY_IMPORT = {
    "errors": set(),
    "models": {"errors"},
    "core": GROUND,
    "ui": {*GROUND, "core", "paths"},
    "loop": {"errors"},
    **dict.fromkeys(ADAPTERS, GROUND),
    **dict.fromkeys(PLAIN, frozenset({"errors"})),
    "system": {"errors", "paths"},
    **dict.fromkeys(ROOTS, frozenset({*GROUND, *ADAPTERS, *PLAIN, *ROOTS, "core", "ui", "loop", "qt_import"})),
    "qt_import": set(),
    "ringodesk_qt": set(),
}
# The command line has no window, and what both front ends stand on knows neither.
WITHOUT_UI = {"cli", "console", "checking", "engine", "calls", "receiving", "removal"}

# The only importers of a library: a module, or a package with all that is in it. What is not here may be imported
# from anywhere that may import libraries at all.
ONLY_IN = {
    "httpx": {"ringodesk_qt.api.transport"},
    "apsw": {"ringodesk_qt.store.database"},
    "keyring": {"ringodesk_qt.vault"},
    "secretstorage": {"ringodesk_qt.vault"},
    "pyngrok": {"ringodesk_qt.tunnel.ngrok"},
    "qasync": {"ringodesk_qt.loop"},
    "shiboken6": {"ringodesk_qt.ui.gone"},
    "aiohttp": {"ringodesk_qt.simulator"},
    "dbus_fast": {"ringodesk_qt.ui.freedesktop_notices", "ringodesk_qt.checking.session"},  # with a window, and without
    "httptools": {"ringodesk_qt.receiver.request"},
    "uvloop": {"ringodesk_qt.network"},
    "segno": {"ringodesk_qt.ui.qr_code"},
    "PySide6": {
        "ringodesk_qt.ui",
        "ringodesk_qt.first_screen",
        "ringodesk_qt.desktop",
        "ringodesk_qt.surroundings",
        "ringodesk_qt.attention",
        "ringodesk_qt.demo",
        "ringodesk_qt.loop",
        "ringodesk_qt.qt_import",
    },
}
ANYWHERE = {"msgspec"}


def found(wanted: Iterable[tuple[Module, Import]]) -> list[str]:
    """Where the offending imports are, a line each."""
    return [f"{module}:{one.line} imports {one.name}" for module, one in wanted]


def test_the_walk_sees_the_program():
    assert len(modules()) >= 110
    assert {module.place for module in modules().values()} >= {*ADAPTERS, *ROOTS, *GROUND, *PLAIN, "core", "ui", "loop"}
    assert sum(len(module.imports) for module in modules().values()) >= 800
    assert any(one.is_typing for module in modules().values() for one in module.imports)
    assert any(one.is_late for module in modules().values() for one in module.imports)


def test_every_place_is_one_that_is_known():
    assert {str(module) for module in modules().values() if module.place not in MAY_IMPORT} == set()


@pytest.mark.parametrize("place", sorted(MAY_IMPORT))
def test_imports_go_downward(place):
    allowed = MAY_IMPORT[place] | {place, "ringodesk_qt"}
    if place in WITHOUT_UI:
        allowed -= {"ui", "loop", "app", "first_screen", "desktop", "attention", "demo"}
    mine = [module for module in modules().values() if module.place == place]
    assert mine
    assert not found(
        (module, one)
        for module in mine
        for one in module.imports
        if is_ours(one.name) and place_of(one.name) not in allowed and not _is_contract(module, one)
    )


def _is_contract(module: Module, one: Import) -> bool:
    """An adapter may name the port it fits, for types alone."""
    return module.place in ADAPTERS and one.is_typing and one.name == "ringodesk_qt.core.ports"


def test_the_ground_knows_python_alone():
    """`errors`, `paths`, `log` and `system` import no library at all, `network` only its loop."""
    assert not found(
        (module, one)
        for module in modules().values()
        if module.place in {*PLAIN, "errors"}
        for one in module.imports
        if is_foreign(one.name) and (module.place, one.name) != ("network", "uvloop")
    )


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_a_library_has_one_place_that_knows_it(library):
    importers = [
        (module, one)
        for module in modules().values()
        for one in module.imports
        if one.name.partition(".")[0] == library
    ]
    assert importers, "nothing imports it: take it out of the list"
    assert not found(
        (module, one)
        for module, one in importers
        if not any(module.name == home or module.name.startswith(f"{home}.") for home in ONLY_IN[library])
    )


def test_libraries_that_are_imported_are_those_that_are_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {_import_name(requirement) for requirement in project["dependencies"]} | {"shiboken6"}  # PySide6's half
    imported = {
        one.name.partition(".")[0] for module in modules().values() for one in module.imports if is_foreign(one.name)
    }
    assert imported == declared
    assert imported == {*ONLY_IN, *ANYWHERE}


def _import_name(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    assert match
    name = match[0]
    return {"PySide6-Essentials": "PySide6"}.get(name, name.replace("-", "_"))


def test_no_imports_in_a_circle():
    """Between modules, at import time; what is imported late or for types alone is not."""
    graph = {
        module.name: {one.name for one in module.imports if is_ours(one.name) and not one.is_typing and not one.is_late}
        for module in modules().values()
    }
    assert not [group for group in _strongly_connected(graph) if len(group) > 1]


def test_the_search_for_circles_finds_one():
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set()}
    assert sorted(map(sorted, _strongly_connected(graph))) == [["a", "b", "c"], ["d"]]


def _strongly_connected(graph: dict[str, set[str]]) -> list[set[str]]:
    """Kosaraju's: in the order of leaving, over the reversed graph."""
    left: list[str] = []
    seen: set[str] = set()
    for start in graph:
        _leave(graph, start, seen, left)
    backward = {name: {other for other in graph if name in graph[other]} for name in graph}
    groups: list[set[str]] = []
    seen = set()
    for start in reversed(left):
        group: list[str] = []
        _leave(backward, start, seen, group)
        if group:
            groups.append(set(group))
    return groups


def _leave(graph: dict[str, set[str]], name: str, seen: set[str], left: list[str]) -> None:
    if name in seen:
        return
    seen.add(name)
    for other in sorted(graph[name]):
        _leave(graph, other, seen, left)
    left.append(name)
