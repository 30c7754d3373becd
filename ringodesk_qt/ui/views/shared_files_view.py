"""The list of a chat's files and pictures in its details."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from ringodesk_qt.ui.delegates.shared_file_row import SharedFileRowDelegate, shared_file_row_height
from ringodesk_qt.ui.models.shared_files import SharedFilesModel
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.uniform_list import UniformListView


class SharedFilesView(UniformListView):
    """Opens a file at a click or Enter; the right button and the Menu key offer the rest."""

    activated_file = Signal(object)
    """The Message."""
    menu_requested = Signal(object, QPoint)
    """The Message, and where on the screen."""

    def __init__(self, theme: Theme, model: SharedFilesModel, parent: QWidget | None = None) -> None:
        super().__init__(shared_file_row_height, parent)
        self._files = model
        self.setAccessibleName(self.tr("Files and pictures"))
        self.setModel(model)
        self.setItemDelegate(SharedFileRowDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._activate)
        theme.changed.connect(self.viewport().update)

    def _activate(self, index: QModelIndex) -> None:
        message = self._files.message_at(index.row())
        if message is not None:
            self.activated_file.emit(message)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the file under the pointer, or of the one the keyboard is on."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        message = self._files.message_at(index.row())
        if message is not None:
            at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(message, at)
