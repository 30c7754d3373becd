"""The Debian package of the bundle, by dpkg-deb and without root.

Libraries that Debian has are left to it, so that its security updates reach them; what the rest needs is worked out by
dpkg-shlibdeps. The program is in /usr/lib/ringodesk, links to it in /usr/bin.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from inventory import Component

from ringodesk_qt import APPLICATION_ID, __version__

HERE = Path(__file__).parent
ROOT = HERE.parent
DEBIAN = HERE / "debian"
RESOURCES = ROOT / "resources"
TOOLS = ("dpkg-deb", "dpkg-shlibdeps", "dpkg-architecture")
OPTIONAL = re.compile(r"platformthemes/libqgtk3\.so$")
"""Opened only on a desktop that has what it needs."""


def why_no_deb() -> str:
    """Empty where one can be made, else one sentence."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    return f"{', '.join(missing)} is missing (on Debian: apt-get install dpkg-dev)." if missing else ""


def build_deb(bundle: Path, parts: list[Component], dist: Path, work: Path, *, built_at: int) -> Path:
    """The package in `dist`."""
    tree = work / "tree"
    program = tree / "usr" / "lib" / "ringodesk"
    shutil.copytree(bundle, program, symlinks=True)
    kept = [one for one in parts if one.kind != "deb"]
    _leave_to_debian([one for one in parts if one.kind == "deb"], program / "_internal")
    _put_files(tree, program)
    _put_documents(tree, kept, built_at)
    _settle(tree)
    _put_control(tree, work, program)
    stamp(tree, built_at)
    architecture = _told("dpkg-architecture", "-qDEB_HOST_ARCH")
    made = dist / f"ringodesk_{__version__}_{architecture}.deb"
    os.environ["DPKG_DEB_THREADS_MAX"] = "1"  # what xz makes depends on whether there are more
    _told("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(made))
    return made


def _told(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"This failed: {' '.join(command)}\n{done.stderr}")
    return done.stdout.strip()


# ---------------------------------------------------------------- what is installed


def _leave_to_debian(theirs: list[Component], inside: Path) -> None:
    for one in theirs:
        for file in one.files:
            (inside / file).unlink()
        (inside / "ringodesk_qt" / "resources" / "licences" / f"{one.name}.txt").unlink()


def _put_files(tree: Path, program: Path) -> None:
    """Links in the PATH, menu entry, icons, AppStream data, manual and completions."""
    share = tree / "usr" / "share"
    binaries = tree / "usr" / "bin"
    binaries.mkdir(parents=True)
    for name in ("ringodesk", "ringodesk-cli"):
        (binaries / name).symlink_to(f"../lib/ringodesk/{name}")
    linux = RESOURCES / "linux"
    _copy(linux / f"{APPLICATION_ID}.desktop", share / "applications")
    _copy(linux / f"{APPLICATION_ID}.metainfo.xml", share / "metainfo")
    shutil.copytree(linux / "hicolor", share / "icons" / "hicolor")
    _copy(RESOURCES / "icons" / "ringodesk.svg", share / "icons/hicolor/scalable/apps", f"{APPLICATION_ID}.svg")
    _copy(linux / f"{APPLICATION_ID}-symbolic.svg", share / "icons/hicolor/symbolic/apps")
    for name in ("ringodesk.1", "ringodesk-cli.1"):
        _write(share / "man" / "man1" / f"{name}.gz", gzip.compress((ROOT / "docs" / name).read_bytes(), mtime=0))
    for shell, place in COMPLETIONS.items():
        _write(share / place, _told(str(program / "ringodesk-cli"), "completion", shell).encode() + b"\n")


COMPLETIONS = {
    "bash": "bash-completion/completions/ringodesk-cli",
    "zsh": "zsh/vendor-completions/_ringodesk-cli",
    "fish": "fish/vendor_completions.d/ringodesk-cli.fish",
}


def _copy(source: Path, folder: Path, name: str = "") -> None:
    _write(folder / (name or source.name), source.read_bytes())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _put_documents(tree: Path, parts: list[Component], built_at: int) -> None:
    place = tree / "usr" / "share" / "doc" / "ringodesk"
    _write(place / "copyright", _copyright(parts).encode())
    when = format_datetime(datetime.fromtimestamp(built_at, UTC))
    entry = (
        f"ringodesk ({__version__}) unstable; urgency=medium\n\n"
        "  * What is new is in CHANGELOG.md of the source.\n\n"
        f" -- {MAINTAINER}  {when}\n"
    )
    _write(place / "changelog.gz", gzip.compress(entry.encode(), mtime=0))
    overrides = (DEBIAN / "lintian-overrides").read_bytes()
    _write(tree / "usr/share/lintian/overrides/ringodesk", overrides)


MAINTAINER = "The Ringodesk developers <ringodesk@users.noreply.github.com>"


def _copyright(parts: list[Component]) -> str:
    """Ours, and what each package in it says, but for the long texts that every Debian has."""
    told = [(DEBIAN / "copyright").read_text("utf-8").rstrip(), (ROOT / "LICENSE").read_text("utf-8").rstrip()]
    for one in parts[1:]:
        texts = [_shortened(text).strip() for text in one.texts]
        told.append("\n\n".join(["=" * 80, f"{one.name} {one.version}: {one.licence}", *texts]))
    return "\n\n".join(told) + "\n"


COMMON = {
    "Apache-2.0": r" *Apache License\n\s*Version 2\.0",
    "MPL-2.0": r"Mozilla Public License,? [Vv]ersion 2\.0\n=+",
    "LGPL-3": r" *GNU LESSER GENERAL PUBLIC LICENSE\n\s*Version 3",
    "GPL-3": r" *GNU GENERAL PUBLIC LICENSE\n\s*Version 3",
    "GPL-2": r" *GNU GENERAL PUBLIC LICENSE\n\s*Version 2",
}
"""Texts that every Debian has, by their names there, with how they begin."""


def _shortened(text: str) -> str:
    """What a package says besides a text that every Debian has."""
    for name, head in COMMON.items():
        whole = rf"{head}.*?(?:END OF TERMS AND CONDITIONS|\Z)"
        text = re.sub(whole, f"The text is in /usr/share/common-licenses/{name}.", text, flags=re.DOTALL)
    return text


# ---------------------------------------------------------------- what dpkg is told


def _settle(tree: Path) -> None:
    """Rights as Debian has them, whatever the umask was."""
    for path in tree.rglob("*"):
        if not path.is_symlink():
            is_run = path.is_dir() or path.parent == tree / "usr/lib/ringodesk"
            path.chmod(0o755 if is_run else 0o644)
    tree.chmod(0o755)


def stamp(tree: Path, built_at: int) -> None:
    """Gives everything one time: dpkg-deb takes times that are later back to it, and leaves those that are earlier."""
    for path in (tree, *tree.rglob("*")):
        os.utime(path, (built_at, built_at), follow_symlinks=False)


def _put_control(tree: Path, work: Path, program: Path) -> None:
    control = (DEBIAN / "control").read_text("utf-8")
    values = {
        "VERSION": __version__,
        "ARCHITECTURE": _told("dpkg-architecture", "-qDEB_HOST_ARCH"),
        "MAINTAINER": MAINTAINER,
        "DEPENDS": _depends(work, program),
        "SIZE": str(
            sum(path.stat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink()) // 1024
        ),
    }
    for name, value in values.items():
        control = control.replace(f"@{name}@", value)
    _write(tree / "DEBIAN" / "control", control.encode())
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n" for path in files]
    _write(tree / "DEBIAN" / "md5sums", "".join(sums).encode())
    (tree / "DEBIAN").chmod(0o755)
    for path in (tree / "DEBIAN").iterdir():
        path.chmod(0o644)


def _depends(work: Path, program: Path) -> str:
    """The packages that have the libraries which are linked to and are not in the bundle."""
    _write(work / "debian" / "control", b"Source: ringodesk\n\nPackage: ringodesk\nArchitecture: any\n")
    linked = [
        str(path)
        for path in sorted(program.rglob("*"))
        if path.is_file() and not path.is_symlink() and _is_elf(path) and not OPTIONAL.search(str(path))
    ]
    folders = sorted({f"-l{Path(path).parent}" for path in linked})
    told = _told("dpkg-shlibdeps", "-O", "--ignore-missing-info", *folders, *linked, folder=work)
    return told.partition("shlibs:Depends=")[2].splitlines()[0]


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
