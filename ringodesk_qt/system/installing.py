"""The menu entry, icons and AppStream data, put into the user's own folders and taken away again.

What was put where is kept in the home folder: the same is found again, and nothing else is removed. The desktop's
databases are brought up to date with its own tools, where it has them.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ringodesk_qt import APPLICATION_ID
from ringodesk_qt.errors import EnvironmentProblemError, InputError
from ringodesk_qt.paths import Home, resources, usual_home
from ringodesk_qt.system.menu_entry import ENTRY_NAME, launch_command, menu_entry, window_program

TOOL_S = 20.0
"""How long one of the desktop's tools may take."""


def data_folder() -> Path:
    """Where the user's desktop looks for what users install. Raises InputError where there is no such place."""
    if sys.platform in ("win32", "darwin"):
        raise InputError("There is a menu entry to install on Linux only: this system has its own way.")
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share").absolute()


def is_installed(place: Home) -> bool:
    """Whether there is a menu entry that was put from this home."""
    return any(path.name == ENTRY_NAME and path.exists() for path in _kept(place, "files"))


def system_entry(place: Home) -> Path | None:
    """The menu entry that the system's package brought, if it starts this installation on this home."""
    found = shutil.which("ringodesk")
    is_ours = found is not None and Path(found).resolve() == Path(window_program()[0]).resolve()
    if not is_ours or place.folder != usual_home().folder:
        return None
    folders = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    entries = (Path(folder) / "applications" / ENTRY_NAME for folder in folders if folder)
    return next((entry for entry in entries if entry.is_file()), None)


def install(place: Home, schemes: Iterable[str] = ()) -> list[tuple[Path, str]]:
    """Puts everything where it belongs, and says of each file whether it was written, removed or unchanged.

    `schemes` are links to be opened besides our own. Raises InputError, EnvironmentProblemError.
    """
    folder = data_folder()
    wanted = dict(_contents(folder, place, schemes))
    with _told(folder):
        made = [*_kept(place, "folders")]
        former = _kept(place, "files")
        _keep(place, files=[*dict.fromkeys([*former, *wanted])], folders=made)  # first: what is put is never forgotten
        done = [(path, "removed") for path in former if path not in wanted and _unlink(path)]
        for path, content in wanted.items():
            made += _make_folders(path.parent)
            done.append((path, _write(path, content)))
        _keep(place, files=[*wanted], folders=[*dict.fromkeys(made)])
    _refresh(folder)
    return done


def remove(place: Home) -> list[tuple[Path, str]]:
    """Takes away what was put from this home, and folders that were made for it. Raises as `install` does."""
    folder = data_folder()
    with _told(folder):
        done = [(path, "removed") for path in _kept(place, "files") if _unlink(path)]
        _refresh(folder)
        for made in sorted(_kept(place, "folders"), reverse=True):
            _remove_folder(made)
        place.menu_files.unlink(missing_ok=True)
    return done


def _contents(folder: Path, place: Home, schemes: Iterable[str]) -> Iterator[tuple[Path, bytes]]:
    ours, drawings = resources() / "linux", resources() / "icons"
    yield folder / "applications" / ENTRY_NAME, menu_entry(launch_command(place), schemes).encode()
    name = f"{APPLICATION_ID}.metainfo.xml"
    yield folder / "metainfo" / name, (ours / name).read_bytes()
    theme = folder / "icons" / "hicolor"
    for picture in sorted((ours / "hicolor").rglob("*.png")):
        yield theme / picture.relative_to(ours / "hicolor"), picture.read_bytes()
    yield theme / "scalable" / "apps" / f"{APPLICATION_ID}.svg", (drawings / "ringodesk.svg").read_bytes()
    symbolic = f"{APPLICATION_ID}-symbolic.svg"
    yield theme / "symbolic" / "apps" / symbolic, (ours / symbolic).read_bytes()


# ---------------------------------------------------------------- files


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EnvironmentProblemError(
            f"The desktop's files in {folder} cannot be changed ({os.strerror(error.errno or 0)})."
        ) from error


def _write(path: Path, content: bytes) -> str:
    if path.is_file() and path.read_bytes() == content:
        return "unchanged"
    partial = path.with_name(f".{path.name}.part")
    partial.write_bytes(content)
    partial.chmod(0o644)  # whatever the umask: a desktop's other programs read it
    partial.replace(path)
    return "written"


def _make_folders(folder: Path) -> list[Path]:
    """The folders that were not there."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o755)
    return missing


def _unlink(path: Path) -> bool:
    was_there = path.exists() or path.is_symlink()
    path.unlink(missing_ok=True)
    return was_there


def _remove_folder(folder: Path) -> None:
    """Unless somebody has put something there; what the desktop's tool wrote of our entry alone is nobody's."""
    with contextlib.suppress(OSError):
        if [one.name for one in folder.iterdir()] == ["mimeinfo.cache"]:
            (folder / "mimeinfo.cache").unlink()
        folder.rmdir()


def _kept(place: Home, what: str) -> list[Path]:
    try:
        kept = json.loads(place.menu_files.read_bytes())
        return [Path(one) for one in kept[what]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _keep(place: Home, *, files: list[Path], folders: list[Path]) -> None:
    place.menu_files.write_text(
        json.dumps({"files": list(map(str, files)), "folders": list(map(str, folders))}, indent=2), "utf-8"
    )


# ---------------------------------------------------------------- the desktop's databases


def _refresh(folder: Path) -> None:
    """An icon cache is brought up to date only where there is one: a new one would hide what others put there later."""
    _run("update-desktop-database", "--quiet", str(folder / "applications"))
    theme = folder / "icons" / "hicolor"
    if (theme / "icon-theme.cache").exists():
        _run("gtk-update-icon-cache", "--quiet", "--force", "--ignore-theme-index", str(theme))
    elif theme.is_dir():
        with contextlib.suppress(OSError):
            os.utime(theme)  # what looks for icons looks at this


def _run(tool: str, *arguments: str) -> None:
    """A database that is old is read all the same: what a tool says is no reason to stop."""
    found = shutil.which(tool)
    if found is None:
        return
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run([found, *arguments], capture_output=True, timeout=TOOL_S, check=False)  # noqa: S603 - ours
