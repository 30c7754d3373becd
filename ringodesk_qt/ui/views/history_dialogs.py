"""The dialogs that bring history in and take it out, over the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.ui.theme import Theme

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk
    from ringodesk_qt.core.transfer.export import Exporter
    from ringodesk_qt.ui.history_import import HistoryImport
    from ringodesk_qt.ui.operations import Operations


class HistoryDialogs(QObject):
    """Opens them; each is built when it is shown."""

    def __init__(
        self,
        window: QWidget,
        *,
        desk: Desk,
        operations: Operations,
        theme: Theme,
        running: HistoryImport,
        exporter: Callable[[], Exporter],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._operations = operations
        self._theme = theme
        self._running = running
        self._exporter = exporter

    def show_import(self) -> None:
        """Opens the import: of a file that is to be chosen, or the one that is running."""
        from ringodesk_qt.ui.dialogs.import_history import ImportDialog  # noqa: PLC0415 - built when it is shown

        if self._window.findChild(ImportDialog) is None:
            dialog = ImportDialog(
                desk=self._desk,
                running=self._running,
                operations=self._operations,
                theme=self._theme,
                parent=self._window,
            )
            dialog.open()

    def show_export(self, chat: Chat | None) -> None:
        """Opens the export, of a chat or of everything."""
        from ringodesk_qt.ui.dialogs.export_history import ExportDialog  # noqa: PLC0415 - built when it is shown

        dialog = ExportDialog(
            exporter=self._exporter(),
            desk=self._desk,
            chat=chat,
            operations=self._operations,
            theme=self._theme,
            parent=self._window,
        )
        dialog.open()
