"""What stands in the header's place while messages are selected: how many, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import ElidedLabel

HEIGHT = 56


class SelectionBar(QWidget):
    """Copy, delete where all can be, or leave."""

    copy_requested = Signal()
    delete_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.count = ElidedLabel(role="title", parent=self)
        self.copy = StandOutButton(self.tr("Copy"), self)
        self.delete = StandOutButton(self.tr("Delete"), self, role="danger")
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self._build()
        self.copy.clicked.connect(self.copy_requested)
        self.delete.clicked.connect(self.delete_requested)
        self.cancel.clicked.connect(self.cancel_requested)

    def _build(self) -> None:
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.count, 1)
        row.addWidget(self.copy)
        row.addWidget(self.delete)
        row.addWidget(self.cancel)
        self.hide()

    def show_for(self, count: int, *, can_delete: bool) -> None:
        """Tells how many are selected."""
        self.count.set_words(translate("SelectionBar", "%Ln selected", "", count))
        self.copy.setEnabled(True)
        self.delete.setVisible(can_delete)

    def show_copying(self, percent: int) -> None:
        """Tells how far the copy of a whole chat is; Cancel ends it."""
        self.count.set_words(self.tr("Copying… {percent} %").format(percent=percent))
        self.copy.setEnabled(False)
        self.delete.hide()

    def open_menu(self, at: QPoint) -> None:
        """Offers the same at a point of the screen."""
        menu = QMenu(self)
        for button in (self.copy, self.delete, self.cancel):
            if not button.isHidden():
                menu.addAction(button.text()).triggered.connect(button.click)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)
