"""Where everything the program writes lies: one home folder, readable by its user alone.

``--home`` or ``RINGODESK_HOME`` names it; else it is the platform's folder for application data.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ringodesk_qt.errors import EnvironmentProblemError


@dataclass(frozen=True, slots=True)
class Home:
    """The folder and what lies in it."""

    folder: Path

    @property
    def database(self) -> Path:
        """The SQLite database."""
        return self.folder / "ringodesk.db"

    @property
    def database_log(self) -> Path:
        """What SQLite writes before the database itself: it changes whenever somebody commits."""
        return self.folder / "ringodesk.db-wal"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.folder / "settings.json"

    @property
    def window_state(self) -> Path:
        """Where the window was."""
        return self.folder / "window.ini"

    @property
    def noticed(self) -> Path:
        """Up to which message desktop notices were shown."""
        return self.folder / "noticed.json"

    @property
    def standing_notices(self) -> Path:
        """By which numbers the desktop knows the notices that stand."""
        return self.folder / "standing-notices.json"

    @property
    def files(self) -> Path:
        """Files that were received."""
        return self.folder / "files"

    @property
    def pasted(self) -> Path:
        """Pictures that were pasted into the composer."""
        return self.folder / "pasted"

    @property
    def locks(self) -> Path:
        """Lock files of the processes that run on this home."""
        return self.folder / "run"

    @property
    def tunnel(self) -> Path:
        """The tunnel agent's configuration and process file."""
        return self.folder / "tunnel"

    @property
    def clock(self) -> Path:
        """When this computer's clock was last believed."""
        return self.folder / "clock.json"

    @property
    def tunnel_usage(self) -> Path:
        """How many requests came through the tunnel this month."""
        return self.folder / "tunnel-usage.json"

    @property
    def menu_files(self) -> Path:
        """What was put into the desktop's folders, to be taken away again."""
        return self.folder / "menu-files.json"

    @property
    def health(self) -> Path:
        """Repairs and when things last worked, as they are kept over a restart."""
        return self.folder / "health.json"

    @property
    def health_history(self) -> Path:
        """What became of the lamps and the repairs in the last days."""
        return self.folder / "health-history.jsonl"

    @property
    def unfinished_setup(self) -> Path:
        """The name of a key that was saved, and whose account was not yet."""
        return self.folder / "unfinished-setup.txt"

    @property
    def log(self) -> Path:
        """The log of the desktop app."""
        return self.folder / "ringodesk.log"

    @property
    def crashes(self) -> Path:
        """Where the threads were when the desktop app was ended by a fault."""
        return self.folder / "crash.txt"

    @property
    def removal(self) -> Path:
        """There while all of this home is being removed."""
        return self.folder / "removal"

    def sizes(self) -> dict[str, int]:
        """How many bytes its parts have: `database` with its index and log, `files`, `pasted` and `log`."""
        beside = tuple(self.folder.glob(f"{self.database.name}*"))
        return {
            "database": sum(map(_size, beside)),
            "files": _size(self.files),
            "pasted": _size(self.pasted),
            "log": sum(map(_size, self.folder.glob(f"{self.log.name}*"))),
        }

    def make(self) -> Home:
        """Makes the folders, and takes from others what rights they had. Raises EnvironmentProblemError."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._check_owner()
            was_open = _is_open_to_others(self.folder.stat())
            self.folder.chmod(0o700)
            for folder in (self.files, self.pasted, self.locks, self.tunnel):
                folder.mkdir(mode=0o700, exist_ok=True)
            _make_private(self.folder, is_deep=was_open)
        except FileExistsError as error:
            raise EnvironmentProblemError(
                f"The folder {error.filename} cannot be used: what lies there is no folder. Move it away, or name "
                "another home with --home or RINGODESK_HOME."
            ) from error
        except OSError as error:
            raise EnvironmentProblemError(
                f"The folder {self.folder} cannot be used ({os.strerror(error.errno or 0)}). "
                "Name another with --home or RINGODESK_HOME."
            ) from error
        return self

    def _check_owner(self) -> None:
        if sys.platform == "win32":
            return
        owner = self.folder.stat().st_uid
        if owner != os.geteuid():
            raise EnvironmentProblemError(
                f"The folder {self.folder} belongs to another user ({_user_name(owner)}). "
                "Start Ringodesk as that user, or name another folder with --home or RINGODESK_HOME."
            )


def _size(path: Path) -> int:
    """Of a file, or of all that is in a folder; what goes meanwhile counts for nothing."""
    with contextlib.suppress(OSError):
        if not path.is_dir():
            return path.lstat().st_size
        return sum(_size(Path(entry.path)) for entry in os.scandir(path) if not entry.is_symlink())
    return 0


def keep_to_ourselves() -> None:
    """What this process writes from now on is for its user alone, and a crash leaves no picture of its memory behind.

    The key is in memory. Programs that are started from here inherit both.
    """
    os.umask(0o077)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        # One byte, and not none: Linux gives a picture to the system's crash collector whatever the limit is, but for
        # this one (core(5) and the kernel's fs/coredump.c). As the size of a file it is too small for any.
        _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (min(1, hard) if hard >= 0 else 1, hard))


def _make_private(folder: Path, *, is_deep: bool) -> None:
    """Takes from others their rights to what lies in a folder; deep down only where they could have got at it."""
    if sys.platform == "win32":
        return
    for entry in _entries(folder, is_deep=is_deep):
        with contextlib.suppress(OSError):  # another process of this home may have removed it
            info = entry.stat(follow_symlinks=False)
            if _is_open_to_others(info) and not stat.S_ISLNK(info.st_mode):
                Path(entry.path).chmod(stat.S_IMODE(info.st_mode) & 0o700)


def _entries(folder: Path, *, is_deep: bool) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            yield entry
            if is_deep and entry.is_dir(follow_symlinks=False):
                yield from _entries(Path(entry.path), is_deep=True)


def _is_open_to_others(info: os.stat_result) -> bool:
    return bool(stat.S_IMODE(info.st_mode) & 0o077)


def _user_name(uid: int) -> str:
    if sys.platform != "win32":
        import pwd  # noqa: PLC0415 - there is none on Windows

        with contextlib.suppress(KeyError):
            return pwd.getpwuid(uid).pw_name
    return f"number {uid}"


def home(named: str | None = None) -> Home:
    """The home folder: the one named, else RINGODESK_HOME, else the usual one."""
    chosen = named or os.environ.get("RINGODESK_HOME")
    return Home(Path(chosen).expanduser().absolute()) if chosen else usual_home()


def usual_home() -> Home:
    """The home of who names none: in the platform's folder for application data."""
    return Home(_platform_folder().absolute() / "ringodesk")


def _platform_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def resources() -> Path:
    """The folder of icons and other resources: inside the installed package, beside it in a source tree."""
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def guide() -> Path:
    """The folder of the guide's pages: likewise."""
    inside = resources() / "guide"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "docs" / "guide"


def manual() -> Path:
    """The folder of the manual pages: likewise."""
    inside = resources() / "man"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "docs"
