"""Start at login: an entry of the desktop's own kind, which starts this installation's window on a home.

On Linux it is a file of the XDG autostart folder, on macOS a launch agent, on Windows a value of the Run key. The
latter two follow the systems' documentation and have not been tried.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from ringodesk_qt import APPLICATION_ID
from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.paths import Home, usual_home
from ringodesk_qt.system.menu_entry import exec_line, launch_command

MINIMIZED = "--minimized"


def starts_at_login(place: Home) -> bool:
    """Whether the desktop starts this home's window at login, as far as can be seen."""
    try:
        return _is_there(_name(place))
    except OSError:
        return False


def set_start_at_login(place: Home, *, is_on: bool, is_minimized: bool) -> None:
    """Makes the entry, in the tray without a window where `is_minimized`, or removes it.

    Raises EnvironmentProblemError.
    """
    command = [*launch_command(place), *([MINIMIZED] if is_minimized else [])]
    try:
        if is_on:
            _put(_name(place), command)
        else:
            _take_away(_name(place))
    except OSError as error:
        raise EnvironmentProblemError(
            f"The entry that starts Ringodesk at login cannot be changed ({os.strerror(error.errno or 0)})."
        ) from error


def _name(place: Home) -> str:
    """One for each home: the usual one's is the application's own."""
    if place.folder == usual_home().folder:
        return APPLICATION_ID
    return f"{APPLICATION_ID}.{hashlib.sha256(os.fsencode(place.folder)).hexdigest()[:8]}"


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.part")
    partial.write_bytes(content)
    partial.replace(path)


if sys.platform == "win32":
    import winreg

    _RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"

    def _is_there(name: str) -> bool:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            return bool(winreg.QueryValueEx(key, name)[0])

    def _put(name: str, command: list[str]) -> None:
        import subprocess  # noqa: PLC0415 - for its quoting alone

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            winreg.SetValueEx(key, name, 0, winreg.REG_SZ, subprocess.list2cmdline(command))

    def _take_away(name: str) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            try:
                winreg.DeleteValue(key, name)
            except FileNotFoundError:
                return
elif sys.platform == "darwin":

    def _agent(name: str) -> Path:
        return Path.home() / "Library" / "LaunchAgents" / f"{name}.plist"

    def _is_there(name: str) -> bool:
        return _agent(name).exists()

    def _put(name: str, command: list[str]) -> None:
        import plistlib  # noqa: PLC0415 - here alone

        agent = {"Label": name, "ProgramArguments": command, "RunAtLoad": True, "ProcessType": "Interactive"}
        _replace(_agent(name), plistlib.dumps(agent))

    def _take_away(name: str) -> None:
        _agent(name).unlink(missing_ok=True)
else:

    def _entry(name: str) -> Path:
        config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        return Path(config) / "autostart" / f"{name}.desktop"

    def _is_there(name: str) -> bool:
        """Who turns it off with the desktop's own tool leaves the file, with a line that says so."""
        lines = {line.strip().lower() for line in _entry(name).read_text("utf-8", "replace").splitlines()}
        return not lines & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def _put(name: str, command: list[str]) -> None:
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.4",
            "Name=Ringodesk",
            f"Exec={exec_line(command)}",
            f"Icon={APPLICATION_ID}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        ]
        _replace(_entry(name), ("\n".join(lines) + "\n").encode())

    def _take_away(name: str) -> None:
        _entry(name).unlink(missing_ok=True)
