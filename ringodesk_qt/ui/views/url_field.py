"""A URL to be copied, in a line with its button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ringodesk_qt.ui.theme import SPACE


class UrlField(QWidget):
    """A URL to be copied."""

    copied = Signal()

    def __init__(self, url: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit(url, self)
        self._field.setReadOnly(True)
        self._field.setCursorPosition(0)
        self._field.setAccessibleName(self.tr("Public URL"))
        self._copy = QPushButton(self.tr("Copy URL"), self)
        self._copy.setAccessibleName(self.tr("Copy URL"))
        self._copy.clicked.connect(self._on_copy_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._field, 1)
        row.addWidget(self._copy)

    def set_url(self, url: str) -> None:
        """Shows another URL."""
        self._field.setText(url)
        self._field.setCursorPosition(0)
        self._copy.setEnabled(bool(url))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._field.text())
        self._copy.setText(self.tr("Copied"))
        self.copied.emit()
