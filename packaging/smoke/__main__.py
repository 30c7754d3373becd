"""`make smoke`: believes in what `make package` made only after it was installed, used and removed on bare systems.

It needs root, Debian's debootstrap, and what tests/desktop needs. Everything happens in namespaces of its own: when
this process ends, however that is, no mount and no process of it is left; nothing outside build/smoke is written.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

INSIDE = "RINGODESK_SMOKE"
NAMESPACES = ["unshare", "--mount", "--pid", "--ipc", "--uts", "--fork", "--kill-child", "--mount-proc"]
RELEASES = ("bookworm", "trixie")
HERE = Path(__file__).resolve().parent
PICTURES = "build/smoke"


def main() -> int:
    """Returns how many visits went wrong."""
    if os.geteuid():
        sys.exit("make smoke needs root: it makes bare systems, mounts what they need, and enters them.")
    if INSIDE not in os.environ:
        os.execvpe(NAMESPACES[0], [*NAMESPACES, sys.executable, str(HERE), *sys.argv[1:]], os.environ | {INSIDE: "1"})
    from artefacts import all_artefacts  # noqa: PLC0415 - its folder is known here

    artefacts = all_artefacts()
    parser = argparse.ArgumentParser(prog="make smoke")
    parser.add_argument("--release", choices=RELEASES, action="append")
    parser.add_argument("artefact", nargs="*", choices=[*artefacts, []])
    args = parser.parse_args()
    wanted = [(one, release) for release in args.release or RELEASES for one in args.artefact or artefacts]
    began = time.monotonic()
    failed = [pair for pair in wanted if not is_fine("visit.py", *pair)]
    if not args.artefact and not is_fine("checks.py", RELEASES[0]):
        failed.append(("what Debian's tools check", RELEASES[0]))
    print(
        f"{len(wanted)} visits, {len(failed)} failed, {time.monotonic() - began:.0f} s; pictures in {PICTURES}",
        flush=True,
    )
    for artefact, release in failed:
        print(f"  failed: {artefact} on {release}")
    return len(failed)


def is_fine(program: str, *arguments: str) -> bool:
    """Whether a part went well; each is a process of its own, which may leave the network."""
    return not subprocess.run([sys.executable, HERE / program, *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
