"""What is known of the files that were picked and not sent: size, what is wrong with them, smaller copies."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ringodesk_qt.core.attachments import checked_file
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.message import Attachment
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.scaled_pictures import ScaledPictures
from ringodesk_qt.ui.sentences import translated

SAID_AT_ONCE = 3
"""So many reasons make a sentence that can be read; more make a list."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """One file. `fault` says why it cannot be sent; `original_bytes` is what the original of a smaller copy takes."""

    path: str
    size_bytes: int | None = None
    fault: str = ""
    original_bytes: int | None = None
    is_scaling: bool = False

    @property
    def name(self) -> str:
        """The name they will see."""
        return Path(self.path).name

    @property
    def is_picture(self) -> bool:
        """Whether a thumbnail can be had, by its name."""
        return Attachment(name=self.name).is_picture


class AttachedFiles(QObject):
    """Looks at files, and makes pictures smaller, without holding up the window."""

    changed = Signal()
    """Something is known that was not."""
    swapped = Signal(str, str)
    """One path is to be replaced by another: a picture by its smaller copy, or the other way about."""

    def __init__(self, scaled: ScaledPictures, operations: WorkRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scaled = scaled
        self._operations = operations
        self._known: dict[str, AttachedFile] = {}
        self._originals: dict[str, str] = {}
        self._whole: set[str] = set()
        self._scaling: dict[str, asyncio.Future[str]] = {}
        self._unwanted: set[str] = set()
        """Of those that are being made smaller: taken out meanwhile, or wanted as they are."""

    def of(self, path: str) -> AttachedFile:
        """What is known of a file."""
        known = self._known.get(path, AttachedFile(path))
        return replace(known, is_scaling=path in self._scaling)

    def look_at(self, paths: Sequence[str], on_done: Callable[[list[AttachedFile]], None] | None = None) -> None:
        """Looks at files, anew if need be."""
        self._operations.run(
            self, asyncio.to_thread(_looked_at, list(paths)), on_done=lambda found: self._on_looked_at(found, on_done)
        )

    def _on_looked_at(self, found: list[AttachedFile], on_done: Callable[[list[AttachedFile]], None] | None) -> None:
        for one in found:
            former = self._known.get(one.path)
            self._known[one.path] = replace(one, original_bytes=former.original_bytes if former else None)
        if on_done is not None:
            on_done(found)
        self.changed.emit()

    def forget(self, path: str) -> None:
        """A file is not wanted any more, nor is what it is a smaller copy of."""
        self._known.pop(path, None)
        self._unwanted.update({path} & self._scaling.keys())
        self._scaled.let_go(path, self._originals.pop(path, path))

    # ---- smaller copies

    def scale(self, paths: Sequence[str]) -> None:
        """Makes the pictures among them smaller, one after another; `swapped` tells of each."""
        self._unwanted.difference_update(paths)
        for path in paths:
            one = self.of(path)
            if one.is_picture and not (one.fault or one.is_scaling or path in self._originals or path in self._whole):
                self._scaling[path] = asyncio.get_running_loop().create_future()
                self._operations.run(
                    self,
                    self._scaled.scaled(path),
                    on_done=partial(self._on_scaled, path),
                    on_error=partial(self._on_scale_failed, path),
                )
        self.changed.emit()

    def _on_scale_failed(self, path: str, _sentence: str) -> None:
        self._on_scaled(path, None)

    def _on_scaled(self, path: str, found: str | None) -> None:
        waiting = self._scaling.pop(path)
        is_unwanted = path in self._unwanted
        self._unwanted.discard(path)
        if found is None or is_unwanted:
            if found is None:
                self._whole.add(path)
            else:
                self._scaled.let_go(found)
            waiting.set_result(path)
            self.changed.emit()
            return
        self._scaled.hold(path)
        self._originals[found] = path
        original = self.of(path).size_bytes
        waiting.set_result(found)
        self.swapped.emit(path, found)
        self.look_at([found], lambda _found: self._note_original(found, original))

    def _note_original(self, path: str, size_bytes: int | None) -> None:
        self._known[path] = replace(self.of(path), original_bytes=size_bytes)

    def unscale(self, paths: Sequence[str]) -> None:
        """Takes the originals again, as far as they are known."""
        self._unwanted.update(self._scaling.keys() & set(paths))
        for path in paths:
            original = self._originals.pop(path, None)
            if original is not None:
                self.swapped.emit(path, original)
                self.forget(path)
        self.changed.emit()

    async def final(self, path: str) -> str:
        """The path that is to be sent: waits for a smaller copy that is being made."""
        waiting = self._scaling.get(path)
        return await asyncio.shield(waiting) if waiting is not None else path


def _looked_at(paths: list[str]) -> list[AttachedFile]:
    return [_look(path) for path in paths]


def _look(path: str) -> AttachedFile:
    try:
        return AttachedFile(path, size_bytes=checked_file(Path(path)).size_bytes)
    except InputError as error:
        return AttachedFile(path, fault=translated(str(error)))


def faults_told(files: Sequence[AttachedFile]) -> tuple[str, list[str]]:
    """What is said of files that were not attached (empty: none), and where they are many, why of each."""
    faults = [one.fault for one in files if one.fault]
    if len(faults) <= 1:
        return "".join(faults), []
    begin = translate("Attaching", "{count} of %Ln files were not attached:", "", len(files)).format(count=len(faults))
    return (begin, faults) if len(faults) > SAID_AT_ONCE else (" ".join([begin, *faults]), [])
