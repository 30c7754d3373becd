"""The Debian package comes over an older one, and goes, while the window is open."""

from __future__ import annotations

import subprocess
from pathlib import Path

from artefacts import Artefact, dpkg_purge
from machine import Machine
from roots import APT, BUILD, in_memory
from steps import step
from story import Story

OLD_VERSION = "0.0.1"


def older_package(package: Path) -> Path:
    """The same package with an older version's number."""
    older = BUILD / f"ringodesk_{OLD_VERSION}_older.deb"
    with in_memory(BUILD / "older") as folder:
        unpacked = folder / "package"
        subprocess.run(["dpkg-deb", "--raw-extract", package, unpacked], check=True)
        control = unpacked / "DEBIAN" / "control"
        lines = control.read_text("utf-8").splitlines(keepends=True)
        control.write_text("".join(f"Version: {OLD_VERSION}\n" if one.startswith("Version:") else one for one in lines))
        build = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", unpacked, older]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    return older


def check_while_running(artefact: Artefact, machine: Machine, story: Story) -> None:
    """The window lives through both; what is started next is the new one."""
    older = machine.take(older_package(artefact.file), "/var/tmp")
    newer = machine.take(artefact.file, "/var/tmp")
    machine.run(*APT, "install", "--allow-downgrades", older, as_root=True)
    with step("an update of the package while the window is open"):
        update(newer, machine, story)
    with step("its removal while the window is open"):
        remove(machine, story)
    with step("purged after that, and installed again"):
        dpkg_purge(machine)
        machine.run(*APT, "install", newer, as_root=True)


def update(newer: str, machine: Machine, story: Story) -> None:
    """What the window had not needed before is there after it."""
    with story.helpers() as (reader, _notices, tray), story.window(reader) as process:
        process.wait_window().find("push button", "Settings")
        machine.run(*APT, "install", newer, as_root=True)
        story.open_settings(reader, process)
        tray.wait_for_icon().choose("Quit")
    assert OLD_VERSION not in machine.run("dpkg-query", "--show", "ringodesk")


def remove(machine: Machine, story: Story) -> None:
    """It ends as if nothing had been."""
    with story.helpers() as (reader, _notices, tray), story.window(reader) as process:
        process.wait_window().find("push button", "Settings")
        machine.run(*APT, "remove", "ringodesk", as_root=True)
        tray.wait_for_icon().choose("Quit")
