"""Bare roots: a Debian made by debootstrap with nothing but a user, and the same with the packages of an artefact.

Each is made once and kept as a tar file in build/smoke/roots, until `make clean`. Where packages come from is what apt
on this machine uses; no name of a host is written here.
"""

from __future__ import annotations

import contextlib
import hashlib
import platform
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from machine import LANGUAGE, USER, USER_ID, Machine, SmokeError
from steps import step

CHECKOUT = Path(__file__).resolve().parents[2]
BUILD = CHECKOUT / "build" / "smoke"
ROOTS = BUILD / "roots"
MAKING = BUILD / "making"
DEBS = BUILD / "debs"
"""Packages that were fetched once are not fetched again."""
APT = ("apt-get", "-q", "-y", "-o", "APT::Install-Recommends=false", "-o", "Dpkg::Use-Pty=0")


def mirror() -> str:
    """Where apt fetches this system's own release from. Raises SmokeError."""
    release = platform.freedesktop_os_release().get("VERSION_CODENAME", "")
    ask = ["apt-get", "indextargets", "--format", "$(ORIGIN) $(CODENAME) $(REPO_URI)", "Created-By: Packages"]
    told = subprocess.run(ask, capture_output=True, text=True, check=False).stdout
    for line in told.splitlines():
        origin, codename, address = line.rsplit(" ", 2)
        if (origin, codename) == ("Debian", release):
            return address
    raise SmokeError("apt knows no archive of this Debian release: is this Debian, and did `apt-get update` run?")


@contextlib.contextmanager
def in_memory(folder: Path) -> Iterator[Path]:
    """While inside, a folder that is in memory: quick, and gone with these namespaces."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4g", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def unpack(archive: Path, folder: Path) -> None:
    """Lays a root out."""
    subprocess.run(["tar", "--extract", "--numeric-owner", "--file", archive, "--directory", folder], check=True)


def bare_root(release: str) -> Path:
    """The tar file of a release's smallest system, a user in it, and the German language."""
    archive = ROOTS / f"{release}.tar"
    if not archive.exists():
        with step(f"debootstrap makes a bare {release}"):
            _make_bare(release, archive)
    return archive


def root_with(release: str, packages: Sequence[str]) -> Path:
    """The same with packages."""
    if not packages:
        return bare_root(release)
    mark = hashlib.sha256(" ".join(sorted(packages)).encode()).hexdigest()[:8]
    archive = ROOTS / f"{release}-{mark}.tar"
    bare = bare_root(release)
    if not archive.exists() or archive.stat().st_mtime < bare.stat().st_mtime:
        with step(f"{release} gets {len(packages)} packages and what they need"), in_memory(MAKING) as folder:
            unpack(bare, folder)
            with Machine(folder) as machine:
                install(machine, packages)
            _pack(folder, archive)
    return archive


def install(machine: Machine, packages: Sequence[str | Path]) -> None:
    """Installs packages, by name or by file, as an administrator does."""
    with machine.lent(DEBS, "/var/cache/apt/archives"):
        machine.run(*APT, "update", as_root=True)
        machine.run(*APT, "install", *map(str, packages), as_root=True)


def _make_bare(release: str, archive: Path) -> None:
    with in_memory(MAKING) as folder:
        _quietly("debootstrap", "--variant=minbase", release, folder, mirror())
        with Machine(folder) as machine:
            machine.run("useradd", "--create-home", "--uid", str(USER_ID), "--shell", "/bin/bash", USER, as_root=True)
            install(machine, ["locales"])
            machine.run("localedef", "-i", "de_DE", "-f", "UTF-8", LANGUAGE, as_root=True)
        _pack(folder, archive)


def _pack(folder: Path, archive: Path) -> None:
    archive.parent.mkdir(parents=True, exist_ok=True)
    partial = archive.with_suffix(".partial")
    _quietly("tar", "--create", "--numeric-owner", "--file", partial, "--directory", folder, ".")
    partial.replace(archive)


def _quietly(*command: str | Path) -> None:
    ran = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SmokeError(f"{command[0]} ended with {ran.returncode}:\n{(ran.stdout + ran.stderr)[-3000:]}")
