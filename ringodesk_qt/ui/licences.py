"""The licences of the program and of the libraries it is installed with, as these tell them themselves.

A bundle has them gathered in a folder, with those of Python, Qt and whatever else is in it.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from ringodesk_qt.paths import resources

_PROGRAM = "ringodesk"
_WORDS = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def licences(folder: Path | None = None) -> str:
    """The program and the libraries it is installed with: name, version, licence, and the licence's words."""
    gathered = sorted(
        (folder or resources() / "licences").glob("*.txt"), key=lambda one: (one.stem != _PROGRAM, one.stem)
    )
    if gathered:
        return "\n\n".join(one.read_text(encoding="utf-8").strip() for one in gathered)
    return "\n\n".join(map(_licence, _shipped(_PROGRAM)))


def _shipped(program: str) -> list[Distribution]:
    """The program first; libraries that are only for developing it, or for other systems, are not there to be found."""
    found: dict[str, Distribution] = {}
    wanted = [program]
    while wanted:
        name = wanted.pop(0)
        if _key(name) in found:
            continue
        try:
            one = found[_key(name)] = distribution(name)
        except PackageNotFoundError:
            continue
        needed = [line for line in one.requires or () if "extra ==" not in line]
        wanted += [match[0] for line in needed if (match := _NAME.match(line))]
    return [*found.values()][:1] + sorted([*found.values()][1:], key=lambda one: _key(one.name))


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(one: Distribution) -> str:
    kind = _field(one, "License-Expression") or _classified(one) or _field(one, "License")
    head = f"{one.name} {one.version}" + (f": {kind.strip().splitlines()[0]}" if kind.strip() else "")
    return "\n\n".join([head, *_texts(one)])


def _field(one: Distribution, name: str) -> str:
    return "".join((one.metadata.get_all(name) or [])[:1])


def _classified(one: Distribution) -> str:
    kinds = one.metadata.get_all("Classifier") or []
    return ", ".join(line.rpartition(" :: ")[2] for line in kinds if line.startswith("License :: "))


def _texts(one: Distribution) -> list[str]:
    files = [file for file in one.files or () if ".dist-info" in file.parts[0] and _WORDS.match(file.name)]
    return [file.read_text(encoding="utf-8").strip() for file in files]
