"""The files that go with what is written: added, refused, put in order, made smaller, and shown in the tray."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.ui.attached_files import AttachedFile, AttachedFiles, faults_told
from ringodesk_qt.ui.drafts import Drafts
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.scaled_pictures import ScaledPictures
from ringodesk_qt.ui.views.file_tray import FileTray


class Attaching(QObject):
    """The files of the draft that is open. The draft holds their paths, the tray shows what is known of them."""

    changed = Signal()
    """There are other files, or more is known of them."""
    emptied = Signal()
    """The last one was taken out."""
    told = Signal(str, list)
    """A sentence about files that were not attached, empty if there is none; and where they are many, why of each."""
    noted = Signal(str)
    """What became of files that were attached: nothing went wrong."""

    def __init__(
        self,
        *,
        tray: FileTray,
        drafts: Drafts,
        scaled: ScaledPictures,
        settings: SettingsKeeper,
        operations: WorkRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tray = tray
        self._drafts = drafts
        self._settings = settings
        self._operations = operations
        self._chat_id: ChatId | None = None
        self._is_hidden = False
        self._known = AttachedFiles(scaled, operations, self)
        self._known.changed.connect(self.show)
        self._known.swapped.connect(drafts.swap_file)
        tray.remove_requested.connect(self._on_tray_remove_requested)
        tray.clear_requested.connect(self._on_tray_clear_requested)
        tray.move_requested.connect(self._on_tray_move_requested)
        tray.scale_changed.connect(self._on_tray_scale_changed)

    @property
    def files(self) -> tuple[str, ...]:
        """What is sent next, in order; none while it is hidden."""
        return self._drafts.of(self._chat_id).files if self._chat_id is not None and not self._is_hidden else ()

    def open(self, chat_id: ChatId | None) -> None:
        """Shows the files of a chat's draft. They were attached before, and may have gone since."""
        self._chat_id = chat_id
        if self.files:
            self.look_again(self.files)
        self.show()

    def set_hidden(self, *, is_hidden: bool) -> None:
        """Hides them while a message is changed: they go with the draft."""
        self._is_hidden = is_hidden
        self.show()

    def look_again(self, files: Sequence[str]) -> None:
        """Marks those that cannot be sent any more."""
        self._known.look_at(files, lambda _found: self._scale())

    def show(self) -> None:
        """Fills the tray."""
        settings = self._settings.current
        self._tray.scale.setChecked(settings.scale_pictures)
        large_bytes = settings.large_file_mb * 1_000_000
        self._tray.show_files([self._known.of(path) for path in self.files], large_bytes=large_bytes)
        self.changed.emit()

    async def final(self, files: Sequence[str]) -> list[str]:
        """The paths that are to be sent: waits for smaller copies that are being made, and puts them in the draft."""
        final = [await self._known.final(path) for path in files]
        if final != list(files):
            await self._drafts.keep()  # what is sent leaves the draft on disk by its name
        return final

    def forget(self, files: Sequence[str]) -> None:
        """They are in a draft no more: sent, or taken out. Those that another draft has are still wanted."""
        for path in files:
            if not self._drafts.holds(path):
                self._known.forget(path)

    # ---- adding

    def add(self, paths: Sequence[Path], note: str = "", *, chat_id: ChatId | None = None) -> None:
        """Adds files to the chat that is open, or to the one they were meant for when another was open.

        Those that cannot be sent are refused at once, with the reason. `note` is told when there is nothing else to
        tell.
        """
        chat_id = chat_id or self._chat_id
        if chat_id is not None:
            unique = list(dict.fromkeys(str(path.absolute()) for path in paths))
            self._known.look_at(unique, lambda found: self._on_looked_at(chat_id, found, note))

    def _on_looked_at(self, chat_id: ChatId, found: list[AttachedFile], note: str) -> None:
        good = tuple(one.path for one in found if not one.fault)
        self._drafts.change(chat_id, files=tuple(dict.fromkeys(self._drafts.of(chat_id).files + good)))
        sentence, reasons = faults_told(found)
        if not note and self._is_hidden:
            note = self.tr("The files are attached, and shown when you have done with the edit.")
        if chat_id == self._chat_id:
            self.told.emit(sentence, reasons)
            if note and not sentence:
                self.noted.emit(note)
            self._scale()

    # ---- the tray's wishes

    def _change(self, files: Sequence[str]) -> None:
        if self._chat_id is not None:
            self._drafts.change(self._chat_id, files=tuple(files))
            self.show()

    def _on_tray_remove_requested(self, path: str) -> None:
        if self._known.of(path).fault:
            self.told.emit("", [])  # what was said of it
        self._change([one for one in self.files if one != path])
        self.forget([path])
        if not self.files:
            self.emptied.emit()

    def _on_tray_clear_requested(self) -> None:
        former = self.files
        self.told.emit("", [])
        self._change(())
        self.forget(former)
        self.emptied.emit()

    def _on_tray_move_requested(self, path: str, row: int) -> None:
        files = [one for one in self.files if one != path]
        files.insert(row, path)
        self._change(files)

    def _on_tray_scale_changed(self, is_on: bool) -> None:
        self._operations.run(self, self._settings.change(scale_pictures=is_on), on_error=self._tell)
        if is_on:
            self._known.scale(self.files)
        else:
            self._known.unscale(self.files)

    def _tell(self, sentence: str) -> None:
        self.told.emit(sentence, [])

    def _scale(self) -> None:
        if self._settings.current.scale_pictures:
            self._known.scale(self.files)
