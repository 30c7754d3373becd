"""What the user does with a message's file: open it, save it elsewhere, show where it lies."""

from __future__ import annotations

import asyncio
import secrets
import shutil
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ringodesk_qt.errors import InputError
from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.ui.models.message_rows import shown_name
from ringodesk_qt.ui.models.messages import WorkRunner

# fmt: off
_PROGRAMS = frozenset({
    "action", "apk", "app", "appimage", "application", "appref-ms", "appx", "bash", "bat", "bin", "chm", "class",
    "cmd", "com", "command", "cpl", "crx", "csh", "deb", "desktop", "diagcab", "dll", "dmg", "docm", "dotm", "elf",
    "exe", "fish", "flatpakref", "flatpakrepo", "gadget", "hta", "htm", "html", "img", "inf", "iso", "jar", "jnlp",
    "js", "jse", "ksh", "library-ms", "lnk", "lua", "mht", "mhtml", "mjs", "msc", "msi", "msix", "msp", "out", "php",
    "pif", "pkg", "pl", "potm", "ppam", "pptm", "ps1", "psm1", "py", "pyc", "pyw", "rb", "reg", "rpm", "run", "scf",
    "scr", "search-ms", "settingcontent-ms", "sh", "shtml", "snap", "so", "svg", "svgz", "tcl", "terminal", "theme",
    "themepack", "tool", "url", "vb", "vbe", "vbs", "vhd", "vhdx", "webloc", "website", "workflow", "ws", "wsc", "wsf",
    "wsh", "xhtml", "xht", "xlam", "xll", "xlsm", "xltm", "xml", "xpi", "zsh",
})
# fmt: on
"""Endings of what may run, or make a program run, when it is opened."""

_PROGRAM_STARTS = (
    b"#!",
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"L\0\0\0\x01\x14\x02\0",
)
_PROGRAM_WORDS = (b"[desktop entry]", b"<!doctype html", b"<html", b"<script", b"<svg", b"[internetshortcut]")
_HEAD_BYTES = 1024


def may_run(path: Path) -> bool:
    """Whether opening a file may run something: by any of its endings, how it begins, or its mark as a program.

    A desktop goes by the content where the name has no ending. Raises OSError.
    """
    endings = {ending.lstrip(".").casefold().strip() for ending in path.suffixes}
    return bool(endings & _PROGRAMS) or bool(path.stat().st_mode & 0o111) or _begins_as_program(path)


def _begins_as_program(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    lowered = head.replace(b"\0", b"").lower()
    return head.startswith(_PROGRAM_STARTS) or any(word in lowered for word in _PROGRAM_WORDS)


def is_elsewhere(message: Message) -> bool:
    """Whether it is a file of theirs that is yet to be fetched."""
    file = message.attachment
    return file is not None and not message.is_outgoing and not file.path and bool(file.url)


class FileFetcher(Protocol):
    """The desk's verb that files need."""

    async def fetch_attachment(self, message_id: LocalId) -> Path: ...  # noqa: D102


class ReceivedFiles(QObject):
    """Fetches a file only because the user asked, and opens it only with the desktop's own program for it."""

    failed = Signal(str)
    """One sentence."""
    fetch_failed = Signal(object, str)
    """The local id of a message of theirs whose file did not come, and one sentence why."""

    def __init__(self, *, desk: FileFetcher, operations: WorkRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._window = parent

    def open(self, message: Message) -> None:
        """Opens the file; one that may run something only after a question."""
        self._operations.run(
            self,
            self._fetched(message.id),
            on_done=lambda found: self._open_safely(*found),
            on_error=lambda sentence: self._tell(message, sentence),
        )

    def download(self, message: Message) -> None:
        """Fetches the file, and does nothing else with it."""
        self._operations.run(
            self, self._desk.fetch_attachment(message.id), on_error=lambda sentence: self._tell(message, sentence)
        )

    def _tell(self, message: Message, sentence: str) -> None:
        """Says what went wrong: on the file's card where it did not come, which can be tried again."""
        if is_elsewhere(message):
            self.fetch_failed.emit(message.id, sentence)
        else:
            self.failed.emit(sentence)

    def show_in_folder(self, message: Message) -> None:
        """Opens the folder the file lies in."""
        self._operations.run(
            self,
            self._desk.fetch_attachment(message.id),
            on_done=lambda path: self._open_path(path.parent),
            on_error=lambda sentence: self._tell(message, sentence),
        )

    def save_as(self, message: Message) -> None:
        """Asks where to, and puts a copy there."""
        name = shown_name(message.attachment.name) if message.attachment else ""
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        dialog = QFileDialog(self._window, self.tr("Save as"), place)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda target: self._save(message.id, Path(target)))
        dialog.open()

    def open_link(self, url: str) -> None:
        """Opens a web address in the browser; nothing but http and https."""
        address = QUrl(url)
        if address.scheme() in {"http", "https"} and not QDesktopServices.openUrl(address):
            self.failed.emit(self.tr("The desktop found no browser for this link."))

    async def _fetched(self, message_id: LocalId) -> tuple[Path, bool]:
        path = await self._desk.fetch_attachment(message_id)
        try:
            return path, await asyncio.to_thread(may_run, path)
        except OSError as error:
            sentence = self.tr("The file {name} is not there any more.").format(name=shown_name(path.name))
            raise InputError(sentence) from error

    def _open_safely(self, path: Path, can_run: bool) -> None:
        if not can_run:
            self._open_path(path)
            return
        question = QMessageBox(self._window)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setIcon(QMessageBox.Icon.Warning)
        question.setWindowTitle(self.tr("Open this file?"))
        question.setText(self.tr("{name} may run a program on this computer.").format(name=shown_name(path.name)))
        question.setInformativeText(self.tr("Open it only if you expected it and trust who sent it."))
        open_button = question.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_button.clicked.connect(lambda: self._open_path(path))
        question.open()

    def _open_path(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.failed.emit(
                self.tr("The desktop has no program to open {name} with.").format(name=shown_name(path.name))
            )

    def _save(self, message_id: LocalId, target: Path) -> None:
        self._operations.run(self, self._copy(message_id, target), on_error=self.failed.emit)

    async def _copy(self, message_id: LocalId, target: Path) -> None:
        path = await self._desk.fetch_attachment(message_id)
        try:
            await asyncio.to_thread(_copy_whole, path, target)
        except OSError as error:
            sentence = self.tr("The file could not be saved as {path}: {why}.")
            raise InputError(sentence.format(path=target, why=error.strerror)) from error


def _copy_whole(path: Path, target: Path) -> None:
    """Puts a copy under `target`, which has that name only when it is whole."""
    partial = target.with_name(f".ringodesk-{secrets.token_hex(8)}.part")  # in /tmp others could lie in wait for a name
    try:
        with path.open("rb") as source, partial.open("xb") as copy:
            shutil.copyfileobj(source, copy)
        partial.replace(target)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
