"""What Debian's own tools say of the installed files and of the package, on a system of their own."""

from __future__ import annotations

import sys

from artefacts import ENTRY, all_artefacts
from machine import Machine, SmokeError
from roots import BUILD, in_memory, install, root_with, unpack
from steps import step

TOOLS = ("desktop-file-utils", "appstream", "lintian")


def check_package(release: str) -> None:
    """Installs the Debian package there and has it looked at. Raises SmokeError with what they say."""
    print(f"  checks on {release}", flush=True)
    archive = root_with(release, TOOLS)
    with in_memory(BUILD / "root") as place:
        unpack(archive, place)
        with Machine(place) as machine:
            package = machine.take(all_artefacts()["deb"].file, "/var/tmp")
            install(machine, [package])
            with step("desktop-file-validate"):
                machine.run("desktop-file-validate", f"/usr/share/applications/{ENTRY}")
            with step("appstreamcli validate --no-net"):
                machine.run("appstreamcli", "validate", "--no-net", "--strict", f"/usr/share/metainfo/{METAINFO}")
            with step("lintian"):
                machine.run("lintian", "--fail-on", "error,warning", package)


METAINFO = ENTRY.replace(".desktop", ".metainfo.xml")

if __name__ == "__main__":
    try:
        check_package(sys.argv[1])
    except SmokeError as error:
        sys.exit(f"\n{error}")
