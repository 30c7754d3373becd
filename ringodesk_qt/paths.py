"""Where everything the program writes lies: one home folder, readable by its user alone.

``--home`` or ``RINGODESK_HOME`` names it; else it is the platform's folder for application data.
"""

from __future__ import annotations

import os
import sys
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
    def settings(self) -> Path:
        """The settings file."""
        return self.folder / "settings.json"

    @property
    def window_state(self) -> Path:
        """Where the window was."""
        return self.folder / "window.ini"

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
    def log(self) -> Path:
        """The log of the desktop app."""
        return self.folder / "ringodesk.log"

    def make(self) -> Home:
        """Makes the folders, for this user alone. Raises EnvironmentProblemError."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for folder in (self.files, self.pasted, self.locks, self.tunnel):
                folder.mkdir(mode=0o700, exist_ok=True)
            self.folder.chmod(0o700)
        except OSError as error:
            raise EnvironmentProblemError(
                f"The folder {self.folder} cannot be used ({os.strerror(error.errno or 0)}). "
                "Name another with --home or RINGODESK_HOME."
            ) from error
        return self


def home(named: str | None = None) -> Home:
    """The home folder: the one named, else RINGODESK_HOME, else the platform's place."""
    chosen = named or os.environ.get("RINGODESK_HOME")
    return Home(Path(chosen).expanduser().absolute() if chosen else _platform_folder() / "ringodesk")


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
