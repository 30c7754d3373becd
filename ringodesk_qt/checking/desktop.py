"""What is asked of the desktop: whether it shows a tray icon, and whether something opens the files there are."""

from __future__ import annotations

import mimetypes
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ringodesk_qt.checking.session import Session
from ringodesk_qt.core.checks import Check, fine, warning
from ringodesk_qt.core.settings import Settings
from ringodesk_qt.models.message import Attachment

_FLATPAK = Path("/.flatpak-info")
MOST_KINDS = 3
"""How many kinds of files a sentence names."""


def check_tray(session: Session, settings: Settings) -> Check:
    """Whether the icon can be seen, and in which kind of tray."""
    if not settings.show_tray_icon:
        return warning("tray", "The icon is switched off.", "Choose Show the tray icon, under Desktop in the settings.")
    if sys.platform != "linux":
        return fine("tray", "The system has a place for icons.")
    if not session.has_display:
        return fine("tray", "There is no display here: ask once more from a terminal on the desktop.")
    if session.has_notifier_tray:
        return fine("tray", "The desktop has a tray, of the kind StatusNotifier.")
    if session.has_xembed_tray:
        return fine("tray", "The desktop has a tray, of the kind XEmbed.")
    if not session.has_bus:
        return warning(
            "tray",
            "The desktop's session bus does not answer, and no tray of the older kind is there.",
            "Start Ringodesk from the desktop's own menu, or from a terminal on the desktop.",
        )
    return warning(
        "tray",
        "The desktop has no tray: closing the window ends Ringodesk.",
        "On GNOME install the extension “AppIndicator and KStatusNotifierItem Support”, or minimise the window.",
    )


def check_files(session: Session, files: Sequence[Attachment], environment: Mapping[str, str]) -> Check:
    """Whether the newest files are where they were, and something opens them. Blocks on the disk."""
    kept = [Path(one.path) for one in files if one.path]
    gone = sum(not path.is_file() for path in kept)
    if gone:
        return warning(
            "files",
            f"Not where they were: {gone} of the last {len(kept)} files.",
            "Open them in their chat: what came in is fetched again. Put back what you sent, or send it once more.",
        )
    if sys.platform != "linux":
        return fine("files", "The system opens them.")
    if not session.has_display:
        return fine("files", "There is no display here: ask once more from a terminal on the desktop.")
    if _is_sandboxed(environment):
        return _check_portal(session)
    if shutil.which("xdg-open", path=environment.get("PATH")) is None:
        return warning(
            "files",
            "The program xdg-open is missing, which opens files and links.",
            "On Debian: apt install xdg-utils. Save as… works without it.",
        )
    return _check_programs(kept, environment)


def _is_sandboxed(environment: Mapping[str, str]) -> bool:
    return _FLATPAK.exists() or "SNAP" in environment


def _check_portal(session: Session) -> Check:
    if session.has_portal:
        return fine("files", "The desktop portal opens them.")
    return warning(
        "files",
        "The desktop portal is missing, which opens files and links for a program in a sandbox.",
        "Install xdg-desktop-portal and log in anew. Save as… works without it.",
    )


def _check_programs(kept: Sequence[Path], environment: Mapping[str, str]) -> Check:
    kinds = {kind for kind in (mimetypes.guess_type(path.name)[0] for path in kept) if kind}
    known = set(_kinds_with_a_program(environment))
    without = sorted(kind for kind in kinds - known if not (kind.startswith("text/") and "text/plain" in known))
    if without:
        named = ", ".join(without[:MOST_KINDS])
        return warning(
            "files",
            f"The desktop has no program for files of the kind {named}.",
            "Install one, or keep such a file with Save as….",
        )
    return fine("files", "The desktop has a program for each kind of file that is here.")


def _kinds_with_a_program(environment: Mapping[str, str]) -> Iterator[str]:
    """As the desktop's own lists name them: https://specifications.freedesktop.org/mime-apps-spec/."""
    for folder in _mime_folders(environment):
        for path in (*folder.glob("*mimeapps.list"), folder / "mimeinfo.cache"):
            try:
                lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            except OSError:
                continue
            is_removed = False
            for line in lines:
                if line.startswith("["):
                    is_removed = line.startswith("[Removed")
                kind, equals, programs = line.partition("=")
                if equals and programs.strip(" ;") and not is_removed:
                    yield kind.strip()


def _mime_folders(environment: Mapping[str, str]) -> list[Path]:
    user = Path(environment.get("HOME") or Path.home())
    config = environment.get("XDG_CONFIG_HOME") or str(user / ".config")
    configs = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    data = environment.get("XDG_DATA_HOME") or str(user / ".local/share")
    shared = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    named = [config, *configs.split(":"), *(f"{one}/applications" for one in (data, *shared.split(":")))]
    return [Path(one) for one in named if one.startswith("/")]
