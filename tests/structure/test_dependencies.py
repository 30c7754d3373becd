"""Every package is used, declared, bounded, locked with hashes, and justified in docs/dependencies.md."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata, requires

import pytest
from imports import ROOT

PAGE = ROOT / "docs/dependencies.md"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN = PROJECT["dependencies"]
DEV = PROJECT["optional-dependencies"]["dev"]
LOCKS = ("requirements.lock", "requirements-dev.lock")

# What is imported under another name than the one it is installed by.
IMPORTED_AS = {
    "pyside6-essentials": {"PySide6", "shiboken6"},
    "pytest-qt": {"pytestqt"},
    "pyyaml": {"yaml"},
}
# What is used without being imported: a file, and the words in it that need the package.
USED_BY = {
    "hatchling": ("pyproject.toml", 'build-backend = "hatchling.build"'),
    "editables": ("packaging/setup.sh", "--no-build-isolation -e ."),
    "pyinstaller": ("packaging/package.py", '"-m", "PyInstaller"'),
    "mypy": ("Makefile", "$(BIN)/mypy"),
    "ruff": ("Makefile", "$(BIN)/ruff check"),
    "pytest-asyncio": ("pyproject.toml", 'asyncio_mode = "auto"'),
    "pytest-qt": ("pyproject.toml", 'qt_api = "pyside6"'),
    "pytest-timeout": ("pyproject.toml", 'timeout_method = "thread"'),
    "pytest-xdist": ("Makefile", "--dist worksteal"),
}


def _name(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    assert match
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def _imported_as(name: str) -> set[str]:
    return IMPORTED_AS.get(name, {name.replace("-", "_")})


@cache
def _sections() -> dict[str, list[list[str]]]:
    """The rows of each table of the page, under the line of text or the heading that is nearest above it."""
    sections: dict[str, list[list[str]]] = {}
    above = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            sections.setdefault(above, []).append([cell.strip() for cell in line.strip("|").split("|")])
        elif line.strip():
            above = line
    return {above: rows[2:] for above, rows in sections.items()}


def _rows(above: str) -> list[list[str]]:
    (rows,) = (rows for line, rows in _sections().items() if above in line)
    return rows


def _locked(lock: str) -> dict[str, str]:
    """What a lock file says of each package."""
    blocks = re.split(r"(?m)^(?=\w)", (ROOT / lock).read_text(encoding="utf-8"))
    return {_name(block): block for block in blocks if block.strip()}


# ---------------------------------------------------------------- the page


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("## At run time", sorted(map(_name, RUN))),
        ("## To develop and to build", sorted(map(_name, DEV))),
        ("locked with hashes all the same", sorted(set(_locked(LOCKS[1])) - set(map(_name, [*RUN, *DEV])))),
        *(
            (
                f"packaging/debian-{purpose}.txt",
                sorted(map(_name, re.findall(r"(?m)^[a-z].*", (ROOT / f"packaging/debian-{purpose}.txt").read_text()))),
            )
            for purpose in ("run", "test")
        ),
    ],
    ids=["run", "dev", "brought along", "Debian, run", "Debian, test"],
)
def test_the_page_has_every_package_and_no_other(above, names):
    assert sorted(_name(row[0]) for row in _rows(above)) == names
    assert len(names) > 10


def test_every_cell_says_something():
    assert len(_sections()) == 5
    assert [row for rows in _sections().values() for row in rows if not all(row)] == []
    dated = [row[3] for above, rows in _sections().items() if "hashes" not in above for row in rows]
    assert [cell for cell in dated if not re.fullmatch(r"[\w.]+, \d{4}-\d\d-\d\d", cell)] == []


def _installed() -> Iterator[tuple[str, list[str]]]:
    for row in [*_rows("## At run time"), *_rows("## To develop"), *_rows("locked with hashes all the same")]:
        try:
            metadata(row[0])
        except PackageNotFoundError:
            continue  # it is for another system, or another Python
        yield row[0], row


def test_the_licences_are_those_that_the_packages_name():
    """Where a package names its licence in the present way."""
    named = {name: (row[2], told) for name, row in _installed() if (told := metadata(name).get("License-Expression"))}
    assert len(named) > 30
    assert {name: pair for name, pair in named.items() if pair[0] != pair[1]} == {}


def test_who_brings_a_package_along_asks_for_it():
    wrong = []
    checked = 0
    for name, bringers, _licence in _rows("locked with hashes all the same"):
        for bringer in re.findall(r"[a-z][\w-]+", bringers.removesuffix(" and others")):
            try:
                asked = {_name(one) for one in requires(bringer) or []}
            except PackageNotFoundError:
                continue
            checked += 1
            if name not in asked:
                wrong.append((name, bringer))
    assert checked > 40
    assert wrong == []


# ---------------------------------------------------------------- declared, bounded, locked


@pytest.mark.parametrize("requirement", [*RUN, *DEV])
def test_every_requirement_is_bounded(requirement):
    assert re.fullmatch(r"[\w-]+>=[\d.]+,<[\d.]+(; .*)?", requirement)


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_files_hold_versions_and_hashes_and_no_address(lock):
    locked = _locked(lock)
    assert len(locked) > 30
    assert {name for name, block in locked.items() if not re.match(r"[\w.-]+==[\w.]+( ;[^\\]*)? \\\n", block)} == set()
    assert {name for name, block in locked.items() if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", block)} == set()
    assert "://" not in "".join(locked.values())


def test_what_is_declared_is_locked_within_its_bounds():
    for lock, requirements in (LOCKS[0], RUN), (LOCKS[1], [*RUN, *DEV]):
        locked = _locked(lock)
        for requirement in requirements:
            found = re.search(r">=([\d.]+),<([\d.]+)", requirement)
            version = re.search(r"==([\d.]+)", locked[_name(requirement)])
            assert found
            assert version
            assert _numbers(found[1]) <= _numbers(version[1]) < _numbers(found[2]), requirement


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.strip(".").split("."))


def test_both_lock_files_agree():
    run, dev = map(_locked, LOCKS)
    assert {name: _hashes(block) for name, block in run.items()} == {name: _hashes(dev[name]) for name in run}


def _hashes(block: str) -> list[str]:
    """The version and the hashes; on which systems it is wanted may differ."""
    return [block.split(maxsplit=1)[0], *re.findall("sha256:[0-9a-f]+", block)]


# ---------------------------------------------------------------- used


IMPORT = re.compile(
    r"(?m)^\s*(?:from ([A-Za-z]\w*)(?:\.\w+)* import\b|import ([A-Za-z]\w*)[\w.]*(?: as \w+|, .*)?(?: +#.*)?$)"
)


@cache
def _imports() -> set[str]:
    """The foreign top names that tests and tools import, in programs that they start too."""
    paths = [path for folder in ("tests", "bench", "packaging") for path in (ROOT / folder).rglob("*.py")]
    found = {one or other for path in paths for one, other in IMPORT.findall(path.read_text(encoding="utf-8"))}
    ours = {path.stem for path in paths} | {"ringodesk_qt", "tests", "yarl"}  # aiohttp's addresses are made of yarl's
    return found - sys.stdlib_module_names - ours


def test_tests_and_tools_import_what_is_declared():
    declared = {imported for requirement in [*RUN, *DEV] for imported in _imported_as(_name(requirement))}
    used = _imports()
    assert {"pytest", "hypothesis", "uvicorn"} <= used
    assert used - declared == set()


def test_every_development_package_is_used():
    """Those at run time: `test_layers.py`."""
    imported = _imports()
    for name in map(_name, DEV):
        if name in USED_BY:
            file, words = USED_BY[name]
            assert words in (ROOT / file).read_text(encoding="utf-8"), f"is {name} still needed?"
        else:
            assert imported & _imported_as(name), f"nothing uses {name}"
    assert set(USED_BY) <= set(map(_name, DEV))
