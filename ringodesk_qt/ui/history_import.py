"""The import that is running, whether or not anybody looks at it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ringodesk_qt.errors import RingodeskError
from ringodesk_qt.ui.sentences import translated

if TYPE_CHECKING:
    from ringodesk_qt.core.transfer.importing import Importer, ImportProgress, ImportReport
    from ringodesk_qt.core.transfer.plan import ImportOptions, ImportPlan
    from ringodesk_qt.ui.models.messages import WorkRunner


class HistoryImport(QObject):
    """Runs one import at a time and tells how far it is. Its task belongs to the window's operations."""

    changed = Signal()
    """It began, went on or ended: look at the properties."""

    def __init__(
        self, *, importer: Callable[[], Importer], operations: WorkRunner, parent: QObject | None = None
    ) -> None:
        """`importer` gives it when it is first needed: a start of the app does without."""
        super().__init__(parent)
        self._importer = importer
        self._operations = operations
        self._task: asyncio.Task[None] | None = None
        self.name = ""
        """The file that is or was imported."""
        self.progress: ImportProgress | None = None
        self.report: ImportReport | None = None
        self.sentence = ""
        """Why it stopped before its end, empty where it did not."""

    @property
    def is_running(self) -> bool:
        """Whether an import is on its way."""
        return self._task is not None

    async def plan(self, path: Path, options: ImportOptions) -> ImportPlan:
        """See `Importer.plan`."""
        return await self._importer().plan(path, options)

    def start(self, plan: ImportPlan, *, name: str) -> None:
        """Begins. The outcome comes with `changed`."""
        self.name, self.progress, self.report, self.sentence = name, None, None, ""
        self._task = self._operations.run(self, self._run(plan), on_error=self._on_failed)
        self.changed.emit()

    def stop(self) -> None:
        """Ends it after the line that is on its way."""
        if self._task is not None:
            self._task.cancel()

    async def _run(self, plan: ImportPlan) -> None:
        try:
            self.report = await self._importer().run(plan, on_progress=self._on_progress)
        except asyncio.CancelledError:
            self.sentence = self.tr("The import was stopped. Import the file again to go on where it stopped.")
            raise
        except RingodeskError as error:
            again = self.tr("Import the file again to go on where it stopped.")
            self.sentence = f"{translated(str(error))} {again}"
        finally:
            self._task = None
            self.changed.emit()

    def _on_progress(self, progress: ImportProgress) -> None:
        self.progress = progress
        self.changed.emit()

    def _on_failed(self, sentence: str) -> None:
        self.sentence = sentence
        self.changed.emit()
