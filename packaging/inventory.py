"""What a bundle is made of: which package each of its files is from, under which licence, with the licence's text."""

from __future__ import annotations

import platform
import re
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath

HERE = Path(__file__).parent
TEXTS = HERE / "licences"
"""Licences that the packages name without having their text with them."""
QT = ("pyside6-essentials", "shiboken6")
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_SPDX = {
    "any-OSI": "Zlib",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""What packages say of their licence, as SPDX names it."""


class UnknownOriginError(Exception):
    """A file of the bundle that nobody answers for."""


@dataclass(slots=True)
class Component:
    """One package, and its files in the bundle."""

    kind: str
    """"pypi", "deb" or "generic"."""
    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    needs: tuple[str, ...] = ()
    files: list[str] = field(default_factory=list)

    @property
    def purl(self) -> str:
        """Its package URL."""
        where = {"pypi": "pypi/", "deb": "deb/debian/", "generic": "generic/"}[self.kind]
        return f"pkg:{where}{self.name}@{self.version}"


def components(origins: dict[str, str], wheel: Path) -> list[Component]:
    """Of a bundle whose files came from these places. Raises UnknownOriginError."""
    found: dict[str, Component] = {}
    owners = _owners(wheel)
    for file, source in sorted(origins.items()):
        one = _component(file, source, owners)
        found.setdefault(one.purl, one).files.append(file)
    found.setdefault((starter := _of(_distribution("pyinstaller"))).purl, starter)
    return sorted(found.values(), key=lambda one: (one.name != "ringodesk", one.name.lower()))


def _component(file: str, source: str, owners: dict[str, Distribution]) -> Component:
    record = re.sub(r"\.pyc$", ".py", file)
    if record in owners:
        return _of(owners[record])
    if (metadata := re.match(r"([^/]+)-[^/-]+\.dist-info/", file)) is not None:
        return _of(_distribution(metadata[1]))
    if file.startswith("_pyi_rth"):
        return _of(_distribution("pyinstaller"))
    if file.startswith("ringodesk_qt/"):
        return _of(owners["ringodesk_qt/__init__.py"])
    if _is_library_module(file) or _is_of_python(file, source):
        return _python()
    return _of_system(source)


def _is_of_python(file: str, source: str) -> bool:
    # Elsewhere than on Linux, Python brings its own copies of what is of the system there.
    place = sysconfig.get_path("stdlib") if sys.platform == "linux" else sys.base_prefix
    is_beside = source.startswith(place) and "site-packages" not in source
    return is_beside or file.startswith("libpython")


def _is_library_module(file: str) -> bool:
    name = PurePosixPath(file).parts[0].removesuffix(".pyc")
    return name in sys.stdlib_module_names or file == "base_library.zip"


@cache
def _python() -> Component:
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    return Component("generic", "python", platform.python_version(), "Python-2.0.1", (text.read_text("utf-8"),))


# ---------------------------------------------------------------- Python's packages


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _owners(wheel: Path) -> dict[str, Distribution]:
    """Which package has a file, by the path that it is installed at; ours is the one in the wheel."""
    ours = next(iter(distributions(path=[str(wheel)])))
    others = (one for name, one in _installed().items() if name != "ringodesk")
    return {str(file): one for one in (*others, ours) for file in one.files or ()}


@cache
def _installed() -> dict[str, Distribution]:
    return {_key(one.name): one for one in distributions()}


def _distribution(name: str) -> Distribution:
    return _installed()[_key(name)]


def is_here(name: str) -> bool:
    """Whether a package is installed: some are for other systems, or other Pythons."""
    return _key(name) in _installed()


def package(name: str) -> Component:
    """A package by its name, with no files."""
    return _of(_distribution(name))


@cache
def _of(one: Distribution) -> Component:
    requirements = [line for line in one.requires or () if "extra ==" not in line]
    needs = tuple(_key(match[0]) for line in requirements if (match := re.match(r"[A-Za-z0-9._-]+", line)))
    return Component("pypi", _key(one.name), one.version, licence_of(one), tuple(_texts(one)), needs)


_SAID_ELSEWHERE = {"pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception"}
"""Licences that a package tells in its text alone. Of PyInstaller its starter is in the bundle."""


def licence_of(one: Distribution) -> str:
    """As an expression of SPDX. Raises UnknownOriginError."""
    said = _SAID_ELSEWHERE.get(_key(one.name)) or one.metadata.get("License-Expression") or ""
    if not said:
        kinds = [line for line in one.metadata.get_all("Classifier") or () if line.startswith("License :: ")]
        said = (
            " AND ".join(_SPDX.get(line.rpartition(" :: ")[2], line) for line in kinds)
            or one.metadata.get("License")
            or ""
        )
    said = _SPDX.get(said, said)
    if not said or " :: " in said:
        raise UnknownOriginError(f"{one.name} does not say under which licence it is: add it to packaging/inventory.py")
    return said


def _texts(one: Distribution) -> list[str]:
    if _key(one.name) in QT:
        return [path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    files = [file for file in one.files or () if ".dist-info" in file.parts[0] and _LICENCE_FILE.match(file.name)]
    if not files:
        raise UnknownOriginError(f"{one.name} has no text of its licence with it: put it into packaging/licences")
    return [file.locate().read_text("utf-8") for file in files]


# ---------------------------------------------------------------- libraries of the system it is built on


def _of_system(source: str) -> Component:
    if not Path("/usr/bin/dpkg-query").exists():
        raise UnknownOriginError(f"Nobody is known for {source}")
    package = _package_of(source)
    fields = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package}\n${Version}\n${source:Package}", package],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    text = (Path("/usr/share/doc") / fields[0] / "copyright").read_text("utf-8")
    named = re.findall(r"^License: *(\S.*)$", text, re.MULTILINE)
    licence = _DEBIAN.get(fields[2], "")
    if not licence:
        raise UnknownOriginError(f"{fields[0]} ({', '.join(named)}): add its licence to packaging/inventory.py")
    return Component("deb", fields[0], fields[1], licence, (text,))


_DEBIAN = {
    "openssl": "Apache-2.0",
    "libffi": "MIT",
    "util-linux": "BSD-3-Clause",
    "xcb-util": "X11",
    "xcb-util-cursor": "X11",
    "xcb-util-image": "X11",
    "xcb-util-keysyms": "X11",
    "xcb-util-renderutil": "X11",
    "xcb-util-wm": "X11",
}
"""Licences of Debian's source packages, whose own files tell them in more words than SPDX has."""


@cache
def _package_of(source: str) -> str:
    real = str(Path(source).resolve())
    for path in (real, real.removeprefix("/usr"), source):
        done = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.rpartition(": ")[0].partition(",")[0]
    raise UnknownOriginError(f"No package has {source}")
