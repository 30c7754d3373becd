"""The list one goes somewhere from, moved through with the keys of the field above it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from ringodesk_qt.ui.delegates.destination_row import DestinationRowDelegate, destination_row_height
from ringodesk_qt.ui.models.destinations import Destination, DestinationsModel
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.spoken_row import speak_chosen
from ringodesk_qt.ui.views.uniform_list import UniformListView


class DestinationList(UniformListView):
    """Rows of a `DestinationsModel`; a click chooses one."""

    chosen = Signal(object)
    """The Destination."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(destination_row_height, parent)
        self.destinations = DestinationsModel(self)
        self.setAccessibleName(name)
        self.setModel(self.destinations)
        self.setItemDelegate(DestinationRowDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self.choose)
        theme.changed.connect(self.viewport().update)

    @property
    def selected(self) -> Destination | None:
        """By the selection, not the current row: a screen reader selects without moving that."""
        rows = self.selectionModel().selectedIndexes()
        return self.destinations.destination_at(rows[0].row()) if rows else None

    def choose(self) -> None:
        """Tells which row is selected, if one is."""
        selected = self.selected
        if selected is not None:
            self.chosen.emit(selected)

    def select(self, row: int) -> None:
        """Selects a row, or the nearest that there is."""
        count = self.destinations.rowCount()
        if count:
            self.setCurrentIndex(self.destinations.index(max(0, min(count - 1, row))))
            speak_chosen(self)

    def handle_key(self, key: int) -> bool:
        """Moves up and down or chooses, for a key that the field above has no use for; whether it was such a one."""
        page = max(1, self.viewport().height() // self.row_height - 1)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.choose()
        elif key in steps:
            self.select(self.currentIndex().row() + steps[Qt.Key(key)])
        else:
            return False
        return True
