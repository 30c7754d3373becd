"""What a package would have put into the system, put into the user's own folders and taken away again.

Menu entry, icons and AppStream data for the desktop; completions and manual pages for a shell; for a bundle, which no
installer has put into the PATH, links to its programs. What was put where is kept in the home folder: the same is
found again, and nothing else is removed. The desktop's databases are brought up to date with its own tools, where it
has them.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ringodesk_qt import APPLICATION_ID
from ringodesk_qt.errors import EnvironmentProblemError, InputError
from ringodesk_qt.paths import Home, manual, resources, usual_home
from ringodesk_qt.system.menu_entry import ENTRY_NAME, launch_command, menu_entry, window_program

TOOL_S = 20.0
"""How long one of the desktop's tools may take."""
_SECRETS = ("RINGODESK_", "NGROK_")
"""How variables begin that are none of the tools' business."""
COMPLETIONS = {
    "bash": "bash-completion/completions/ringodesk-cli",
    "zsh": "zsh/site-functions/_ringodesk-cli",
    "fish": "fish/vendor_completions.d/ringodesk-cli.fish",
}
"""Where a shell looks for them, below the folder for the user's data; zsh where its user has told it to."""

Content = bytes | Path
"""Of a file what is in it, of a link where it leads."""


def data_folder() -> Path:
    """Where the user's desktop looks for what users install. Raises InputError where there is no such place."""
    if sys.platform in ("win32", "darwin"):
        raise InputError("There is a menu entry to install on Linux only: this system has its own way.")
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share").absolute()


def is_installed(place: Home) -> bool:
    """Whether there is a menu entry that was put from this home."""
    return any(path.name == ENTRY_NAME and path.exists() for path in _Record.of(place).files)


def system_entry(place: Home) -> Path | None:
    """The menu entry that the system's package brought, if it starts this installation on this home."""
    ours = _Record.of(place).files
    programs = (Path(folder) / "ringodesk" for folder in os.get_exec_path())
    found = next((one for one in programs if one.is_file() and one not in ours), None)
    is_ours = found is not None and found.resolve() == Path(window_program()[0]).resolve()
    if not is_ours or place.folder != usual_home().folder:
        return None
    folders = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    entries = (Path(folder) / "applications" / ENTRY_NAME for folder in folders if folder)
    return next((entry for entry in entries if entry.is_file()), None)


def install(place: Home, schemes: Iterable[str], completions: Mapping[str, str]) -> list[tuple[Path, str]]:
    """Puts everything where it belongs, and says of each file what became of it.

    It was `written`, `removed`, is `unchanged`, or was `left` because somebody else has put a link there. `schemes` are
    links to be opened besides our own, `completions` the scripts by the names of their shells. Raises InputError,
    EnvironmentProblemError.
    """
    folder = data_folder()
    with _told(folder):
        former = _Record.of(place)
        offered = dict(_contents(folder, place, schemes, completions))
        left = [path for path, content in offered.items() if former.is_anothers(path, content)]
        wanted = {path: content for path, content in offered.items() if path not in left}
        made = [*former.folders]
        _Record.of_contents({**former.files, **wanted}, made).keep(place)  # first: what is put is never forgotten
        done = [(path, "removed") for path in former.files if path not in wanted and former.unlink(path)]
        for path, content in wanted.items():
            made += _make_folders(path.parent)
            done.append((path, _write(path, content)))
        _Record.of_contents(wanted, [*dict.fromkeys(made)]).keep(place)
    _refresh(folder)
    return done + [(path, "left") for path in left]


def remove(place: Home) -> list[tuple[Path, str]]:
    """Takes away what was put from this home, and folders that were made for it. Raises as `install` does."""
    folder = data_folder()
    with _told(folder):
        put = _Record.of(place)
        done = [(path, "removed") for path in put.files if put.unlink(path)]
        _refresh(folder)
        for made in sorted(put.folders, reverse=True):
            _remove_folder(made)
        place.menu_files.unlink(missing_ok=True)
    return done


def _contents(
    folder: Path, place: Home, schemes: Iterable[str], completions: Mapping[str, str]
) -> Iterator[tuple[Path, Content]]:
    yield from _of_the_desktop(folder, place, schemes)
    if system_entry(place) is None:  # its package has put the rest where every user's shell finds it
        yield from _of_the_shell(folder, completions)


def _of_the_desktop(folder: Path, place: Home, schemes: Iterable[str]) -> Iterator[tuple[Path, bytes]]:
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


def _of_the_shell(folder: Path, completions: Mapping[str, str]) -> Iterator[tuple[Path, Content]]:
    for shell, script in completions.items():
        yield folder / COMPLETIONS[shell], script.encode()
    for page in sorted(manual().glob("*.1")):  # man looks beside each folder of the PATH, ~/.local/bin among them
        yield folder / "man" / "man1" / page.name, page.read_bytes()
    if getattr(sys, "frozen", False):
        for name in ("ringodesk", "ringodesk-cli"):
            yield Path.home() / ".local" / "bin" / name, Path(sys.executable).with_name(name)


# ---------------------------------------------------------------- files


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EnvironmentProblemError(
            f"The desktop's files in {folder} cannot be changed ({os.strerror(error.errno or 0)})."
        ) from error


def _write(path: Path, content: Content) -> str:
    if _content_of(path) == content:
        return "unchanged"
    partial = path.with_name(f".{path.name}.part")
    if isinstance(content, Path):
        partial.unlink(missing_ok=True)
        partial.symlink_to(content)
    else:
        partial.write_bytes(content)
        partial.chmod(0o644)  # whatever the umask: a desktop's other programs read it
    partial.replace(path)
    return "written"


def _content_of(path: Path) -> Content | None:
    if path.is_symlink():
        return path.readlink()
    return path.read_bytes() if path.is_file() else None


def _make_folders(folder: Path) -> list[Path]:
    """The folders that were not there."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o755)
    return missing


def _remove_folder(folder: Path) -> None:
    """Unless somebody has put something there; what the desktop's tool wrote of our entry alone is nobody's."""
    with contextlib.suppress(OSError):
        if [one.name for one in folder.iterdir()] == ["mimeinfo.cache"]:
            (folder / "mimeinfo.cache").unlink()
        folder.rmdir()


# ---------------------------------------------------------------- what was put


@dataclass(frozen=True)
class _Record:
    """What was put, as it is kept in the home: files (or where a link of ours leads), and folders that were made."""

    files: dict[Path, Path | None]
    folders: list[Path]

    @classmethod
    def of(cls, place: Home) -> _Record:
        try:
            kept = json.loads(place.menu_files.read_bytes())
            links = {Path(one): Path(leads) for one, leads in kept.get("links", {}).items()}
            return cls({path: links.get(path) for path in map(Path, kept["files"])}, [*map(Path, kept["folders"])])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls({}, [])

    @classmethod
    def of_contents(
        cls, contents: Mapping[Path, Content] | Mapping[Path, Content | None], folders: list[Path]
    ) -> _Record:
        return cls({path: one if isinstance(one, Path) else None for path, one in contents.items()}, folders)

    def keep(self, place: Home) -> None:
        links = {str(path): str(leads) for path, leads in self.files.items() if leads is not None}
        kept = {"files": [*map(str, self.files)], "links": links, "folders": [*map(str, self.folders)]}
        place.menu_files.write_text(json.dumps(kept, indent=2), "utf-8")

    def is_anothers(self, path: Path, content: Content) -> bool:
        """Whether a link is there that we did not put, or a program where we would put a link."""
        if path.is_symlink():
            return path.readlink() != self.files.get(path)
        return isinstance(content, Path) and path.exists()

    def unlink(self, path: Path) -> bool:
        """Removes a file, unless it became somebody else's; returns whether something was removed."""
        is_ours = path.readlink() == self.files[path] if path.is_symlink() else self.files[path] is None
        is_removed = is_ours and (path.exists() or path.is_symlink())
        if is_removed:
            path.unlink()
        return is_removed


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
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(_SECRETS)}
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(  # noqa: S603 - the desktop's own
            [found, *arguments], env=inherited, capture_output=True, timeout=TOOL_S, check=False
        )
