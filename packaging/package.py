"""Everything that is shipped, made into dist/: `make package`.

1. the wheel and the source archive;
2. from the unpacked wheel, the bundle: one folder with both programs and all they need, by PyInstaller;
3. beside it the licences of everything in it, and what a system's menus, manual and shells are to have;
4. its archive, its bill of materials and, on Debian, the package of it;
5. the checksums of all these.

The same commit gives the same files: times are the last commit's, names are in order. What the bundle leaves out is in
bundle/contents.py; packaging/README.md has sizes and reasons.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(HERE / "bundle"), str(ROOT)]

from contents import unexplained  # noqa: E402
from deb import build_deb, why_no_deb  # noqa: E402
from inventory import Component, components  # noqa: E402
from sbom import sbom  # noqa: E402

from ringodesk_qt import __version__  # noqa: E402

DIST = ROOT / "dist"
WORK = ROOT / "build" / "package"
BUNDLE = WORK / "bundle" / ("Ringodesk.app" if sys.platform == "darwin" else "ringodesk")
INSIDE = BUNDLE / ("Contents/Resources" if sys.platform == "darwin" else "_internal")
PLATFORM = f"{ {'win32': 'windows', 'darwin': 'macos'}.get(sys.platform, sys.platform) }-{platform.machine()}"
NAME = f"ringodesk-{__version__}-{PLATFORM}"


def main() -> int:
    """All of it, or with `wheel` the first step alone."""
    built_at = last_commit()
    os.environ.update(SOURCE_DATE_EPOCH=str(built_at), PYTHONHASHSEED="0", LC_ALL="C.UTF-8", TZ="UTC")
    DIST.mkdir(exist_ok=True)
    for old in DIST.glob("ringodesk*"):
        old.unlink()
    wheel = build_wheel()
    if sys.argv[1:] != ["wheel"]:
        build_bundle(wheel)
        check_sizes()
        forget_build_paths()
        parts = describe(built_at)
        archive(built_at)
        if (why := why_no_deb()) == "":
            build_deb(BUNDLE, parts, DIST, WORK / "deb", built_at=built_at)
        else:
            print(f"No .deb: {why}")
    write_checksums()
    return 0


def last_commit() -> int:
    """When it was, in seconds since 1970; of a source archive, the time of its newest file's day."""
    told = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return int(told.stdout) if told.returncode == 0 else int((ROOT / "CHANGELOG.md").stat().st_mtime)


def run(*command: str, **variables: str) -> None:
    """One step, whose words are shown if it fails."""
    log = WORK / "package.log"
    with log.open("a") as file:
        done = subprocess.run(command, cwd=ROOT, env=os.environ | variables, stdout=file, stderr=file, check=False)
    if done.returncode:
        sys.stderr.write("".join(log.read_text("utf-8", "replace").splitlines(keepends=True)[-30:]))
        raise SystemExit(f"This failed: {' '.join(command)}. The whole log is in {log.relative_to(ROOT)}.")


# ---------------------------------------------------------------- the wheel


def build_wheel() -> Path:
    """The wheel and the source archive in dist/; returns the folder the wheel is unpacked to."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    run(sys.executable, "-m", "hatchling", "build", "-d", str(DIST))
    folder = WORK / "wheel"
    with zipfile.ZipFile(next(DIST.glob("*.whl"))) as wheel:
        wheel.extractall(folder)
    return folder


# ---------------------------------------------------------------- the bundle


def build_bundle(wheel: Path) -> None:
    """The folder with both programs, from the unpacked wheel."""
    (wheel / "ringodesk_qt" / "__pycache__").mkdir()
    run(sys.executable, "-P", "-m", "ringodesk_qt.qt_import", PYTHONPATH=str(wheel))  # kept beside our code; see there
    spec = str(HERE / "bundle" / "ringodesk.spec")
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", str(BUNDLE.parent), "--workpath", str(WORK / "pyinstaller"), spec),
        RINGODESK_WHEEL=str(wheel),
    )


def check_sizes() -> None:
    """Nothing large may slip in unseen."""
    if sys.platform == "linux" and (found := unexplained(INSIDE)):
        raise SystemExit(f"These are large, and bundle/contents.py has no reason for them: {', '.join(found)}")


def forget_build_paths() -> None:
    """Takes out where libraries were to be looked for on the machine that built Python: nobody else has that folder."""
    place = f"{sys.base_prefix}/lib".encode()
    for path in INSIDE.rglob("*.so*"):
        content = path.read_bytes()
        forgotten = content.replace(b"\0" + place + b"\0", bytes(len(place) + 2))
        if not path.is_symlink() and forgotten != content:
            path.write_bytes(forgotten)


def describe(built_at: int) -> list[Component]:
    """Licences into the bundle and the bill of materials beside its archive; returns what it is made of."""
    origins = json.loads((WORK / "pyinstaller" / "ringodesk" / "origins.json").read_text("utf-8"))
    parts = components(origins, WORK / "wheel")
    licences = INSIDE / "ringodesk_qt" / "resources" / "licences"
    licences.mkdir()
    for one in parts:
        head = f"{one.name} {one.version}: {one.licence}"
        (licences / f"{one.name}.txt").write_text("\n\n".join([head, *map(str.strip, one.texts)]) + "\n", "utf-8")
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    (DIST / f"{NAME}.cdx.json").write_text(sbom(parts, INSIDE, built_at=built_at, lock=lock), "utf-8")
    return parts


def archive(built_at: int) -> None:
    """The bundle as one file: a .tar.xz, elsewhere a .zip."""
    if sys.platform != "linux":  # on macOS the disk image is what is shipped: macos/build.sh
        shutil.make_archive(str(DIST / NAME), "zip", BUNDLE.parent, BUNDLE.name)
        return
    pack(BUNDLE, DIST / f"{NAME}.tar.xz", built_at=built_at)


def pack(folder: Path, made: Path, *, built_at: int) -> None:
    """A folder as a .tar.xz, in which it is called as that file is.

    What the file system knows besides, the order of names, owners, times and what the umask took away, is not in it. xz
    makes the same of it however many processors there are: two threads are always asked for.
    """
    tar = made.with_suffix("")
    same = ["--sort=name", f"--mtime=@{built_at}", "--owner=0", "--group=0", "--numeric-owner", "--format=gnu"]
    rights, name = "--mode=go=rX,u+rw,a-s", f"--transform=s,^{folder.name},{tar.stem},S"
    run("tar", "--create", "--file", str(tar), "--directory", str(folder.parent), *same, rights, name, folder.name)
    run("xz", "--threads=2", "-6", "--force", str(tar))


def write_checksums() -> None:
    """SHA256SUMS, and what was made on standard output."""
    made = sorted(path for path in DIST.glob("ringodesk*"))
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in made]
    (DIST / "SHA256SUMS").write_text("\n".join(lines) + "\n", "utf-8")
    for path in made:
        print(f"{path.stat().st_size / 1e6:7.1f} MB  {path.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
