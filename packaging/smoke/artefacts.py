"""What there is to install, and how: with the commands of the guide, typed by an ordinary user where that suffices."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from machine import HOME, Machine, SmokeError
from roots import APT, CHECKOUT, install
from traces import tree
from wheels import OFFLINE, THERE, wheels_for

from ringodesk_qt import __version__

DIST = CHECKOUT / "dist"
GUIDE = CHECKOUT / "docs" / "guide" / "install.md"
ENTRY = "io.github.ringodesk.Ringodesk.desktop"
SYSTEMS_ENTRY = f"/usr/share/applications/{ENTRY}"
USERS_ENTRY = f"{HOME}/.local/share/applications/{ENTRY}"
PYTHON_ENV = {**OFFLINE, "LANG": "C.UTF-8"}


def nothing(_artefact: Artefact, _machine: Machine) -> None:
    """There is nothing to do."""


def desktop_install(artefact: Artefact, machine: Machine) -> None:
    """Puts the menu entry and the icons where the user's desktop finds them, completions and manual where shells do."""
    check_told(machine.quiet(artefact.cli, "desktop", "install"), artefact.entry, "written", "unchanged")
    check_told(machine.quiet(artefact.cli, "desktop", "install"), artefact.entry, "unchanged")


def desktop_remove(artefact: Artefact, machine: Machine) -> None:
    """Takes exactly that away."""
    check_told(machine.quiet(artefact.cli, "desktop", "remove"), artefact.entry, "removed")
    told = machine.quiet(artefact.cli, "desktop", "remove")
    if told:
        raise SmokeError(f"`desktop remove` removed something a second time:\n{told}")


def system_has_it(artefact: Artefact, machine: Machine) -> None:
    """`desktop install` and `desktop remove` say so, and change nothing."""
    for what, became in (("install", "unchanged"), ("remove", "left")):
        told = machine.quiet(artefact.cli, "desktop", what)
        check_told(told, f"{artefact.entry}: ", became)
        if told.count("\n") != 1 or "system's package" not in told:
            raise SmokeError(f"`desktop {what}` does not say that the system's package has it:\n{told}")


def check_told(told: str, entry: str, *became: str) -> None:
    """Whether `desktop` said that of the menu entry. Raises SmokeError."""
    if not any(f"{one:10} {entry}" in told for one in became):
        raise SmokeError(f"`desktop` does not say of {entry} that it was {' or '.join(became)}:\n{told}")


@dataclass(frozen=True)
class Artefact:
    """A file of `make package`, and one way to install it."""

    name: str
    files: str
    """The pattern that finds it in dist."""
    install: Callable[[Artefact, Machine], None]
    remove: Callable[[Artefact, Machine], None]
    left: tuple[str, ...]
    """What may stay when it was removed, and is not ours: regular expressions of paths."""
    packages: tuple[str, ...] = ()
    """What the guide has the user install before."""
    update: Callable[[Artefact, Machine], None] = nothing
    """Installs it over itself."""
    prepare: Callable[[Artefact, Machine], None] = nothing
    """Installs what is not ours and must be there before."""
    put_into_menu: Callable[[Artefact, Machine], None] = desktop_install
    take_out_of_menu: Callable[[Artefact, Machine], None] = desktop_remove
    cli: str = "ringodesk-cli"
    entry: str = USERS_ENTRY
    """The menu entry, once it is there."""

    @property
    def is_package(self) -> bool:
        """Whether the system's own package manager knows it."""
        return self.entry == SYSTEMS_ENTRY

    @property
    def file(self) -> Path:
        """The newest one that was built. Raises SmokeError."""
        found = sorted(DIST.glob(self.files), key=lambda path: path.stat().st_mtime)
        if not found:
            raise SmokeError(f"There is no {self.files} in dist: run `make package`.")
        return found[-1]


# ---------------------------------------------------------------- the wheel


def lend_wheels(artefact: Artefact, machine: Machine) -> None:
    """The registry's packages, and no registry."""
    python = machine.run("python3", "-c", "import sys; print('%d.%d' % sys.version_info[:2])").strip()
    machine.lend(wheels_for(artefact.file, python), THERE)


def bring_uv(artefact: Artefact, machine: Machine) -> None:
    """Debian 12 has no uv of its own."""
    lend_wheels(artefact, machine)
    machine.run("pipx", "install", "uv", env=PYTHON_ENV)


def pipx_install(artefact: Artefact, machine: Machine) -> None:
    """As the guide says."""
    machine.run("pipx", "install", machine.take(artefact.file), env=PYTHON_ENV)


def pipx_update(artefact: Artefact, machine: Machine) -> None:
    """As the guide says."""
    machine.run("pipx", "install", "--force", machine.take(artefact.file), env=PYTHON_ENV)


def pipx_uninstall(_artefact: Artefact, machine: Machine) -> None:
    """As the guide says."""
    machine.run("pipx", "uninstall", "ringodesk")


def uv_install(artefact: Artefact, machine: Machine) -> None:
    """As the guide says."""
    machine.run("uv", "tool", "install", machine.take(artefact.file), env=PYTHON_ENV)


def uv_update(artefact: Artefact, machine: Machine) -> None:
    """As the guide says."""
    machine.run("uv", "tool", "install", "--force", machine.take(artefact.file), env=PYTHON_ENV)


def uv_uninstall(_artefact: Artefact, machine: Machine) -> None:
    """As the guide says."""
    machine.run("uv", "tool", "uninstall", "ringodesk")


def packages_of_guide() -> tuple[str, ...]:
    """What the guide has those install who install the wheel. Raises SmokeError."""
    lines = GUIDE.read_text("utf-8").splitlines()
    found = [line.split()[3:] for line in lines if line.startswith("sudo apt install ") and "libgl1" in line]
    if len(found) != 1:
        raise SmokeError(f"{GUIDE} has no single line `sudo apt install … libgl1 …` any more.")
    return tuple(found[0])


# ---------------------------------------------------------------- the Debian package


def apt_install(artefact: Artefact, machine: Machine) -> None:
    """As the guide says: apt finds what it needs."""
    install(machine, [machine.take(artefact.file, "/var/tmp")])


def apt_reinstall(artefact: Artefact, machine: Machine) -> None:
    """Without the network: what it needs is there."""
    machine.run(*APT, "install", "--reinstall", machine.take(artefact.file, "/var/tmp"), as_root=True)


def apt_remove(_artefact: Artefact, machine: Machine) -> None:
    """As the guide says; dpkg has nothing of it any more, configuration neither."""
    machine.run(*APT, "remove", "ringodesk", as_root=True)
    if (told := machine.tried("dpkg-query", "--show", "ringodesk")).returncode == 0:
        raise SmokeError(f"`apt remove` leaves something for dpkg to remember: {told.stdout}")


def apt_purge(artefact: Artefact, machine: Machine) -> None:
    """Removed, purged, and all that came with it removed too."""
    apt_remove(artefact, machine)
    dpkg_purge(machine)
    machine.run(*APT, "autoremove", "--purge", as_root=True)


def dpkg_purge(machine: Machine) -> None:
    """Once it is removed: by dpkg, since apt knows no package that came as a file and has left nothing behind."""
    machine.run("dpkg", "--purge", "ringodesk", as_root=True)


# ---------------------------------------------------------------- the bundle


def unpack_bundle(artefact: Artefact, machine: Machine) -> None:
    """As the guide says."""
    machine.run("tar", "xf", machine.take(artefact.file))


def replace_bundle(artefact: Artefact, machine: Machine) -> None:
    """As the guide says."""
    delete_bundle(artefact, machine)
    unpack_bundle(artefact, machine)


def delete_bundle(artefact: Artefact, machine: Machine) -> None:
    """As the guide says."""
    machine.run("rm", "-r", str(Path(artefact.cli).parent))


# ---------------------------------------------------------------- all of them

SHELL = ("bash-completion", "man-db")
"""What is a user's on any desktop of Debian, and no library that a window would need."""
MORE_SHELLS = ("zsh", "fish")
CACHES = (tree("/var/cache/fontconfig"), tree("/var/cache/ldconfig"), tree(f"{HOME}/.cache"))
"""What libraries keep for all programs."""
APTS_OWN = tuple(
    map(
        tree,
        (
            *("/etc/ld.so.cache", "/var/lib/dpkg", "/var/lib/apt", "/var/log"),
            *("/var/cache/apt", "/var/cache/debconf", "/var/cache/man"),
        ),
    )
)
"""What apt, dpkg and man write about all packages."""
PIPX = (
    *(tree(f"{HOME}/.local/{one}pipx") for one in ("", "share/", "state/")),
    f"{HOME}/.local/(bin|state|share/man(/man1)?)",
)
"""What pipx keeps for all it installs, and folders that it leaves empty."""


def all_artefacts() -> dict[str, Artefact]:
    """By name."""
    python = (*packages_of_guide(), *SHELL, "pipx")
    pipx = Artefact("pipx", "*.whl", pipx_install, pipx_uninstall, PIPX, python, pipx_update, prepare=lend_wheels)
    uv_leaves = (f"{HOME}/.local/share/uv(/tools(/\\..*)?)?",)
    uv = Artefact("uv", "*.whl", uv_install, uv_uninstall, uv_leaves, python, uv_update, prepare=bring_uv)
    deb = Artefact(
        "deb",
        "*.deb",
        apt_install,
        apt_purge,
        APTS_OWN,
        SHELL,
        update=apt_reinstall,
        put_into_menu=system_has_it,
        take_out_of_menu=system_has_it,
        entry=SYSTEMS_ENTRY,
    )
    folder = f"{HOME}/ringodesk-{__version__}-linux-{platform.machine()}"
    bundle = Artefact(
        "bundle",
        "*.tar.xz",
        unpack_bundle,
        delete_bundle,
        (),
        (*packages_of_guide(), *SHELL, *MORE_SHELLS),
        update=replace_bundle,
        cli=f"{folder}/ringodesk-cli",
    )
    return {one.name: one for one in (pipx, uv, bundle, deb)}
