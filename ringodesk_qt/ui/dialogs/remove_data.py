"""Asks whether everything of this home is to be removed: says exactly what, and wants a word typed for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ringodesk_qt.paths import Home
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label


class RemoveDataDialog(InReadingOrder, QDialog):
    """Opened with `open`. It removes nothing itself: that is done when the app has ended in order."""

    confirmed = Signal()

    def __init__(self, home: Home, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = home
        self.word = self.tr("remove", "The word to type; one word, in small letters.")
        self.field = QLineEdit(self)
        self.remove_button = StandOutButton(self.tr("Remove and end Ringodesk"), self, role="danger")
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._build()
        self.field.textChanged.connect(self._on_field_text_changed)
        self.remove_button.clicked.connect(self._on_remove_button_clicked)
        self._cancel.clicked.connect(self.reject)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Remove Ringodesk's data"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(360)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(plain_label(self.tr("Remove everything from this computer?"), role="heading", is_wrapped=True))
        for words in self._what_goes():
            column.addWidget(plain_label(words, is_wrapped=True))
        faint = self.tr("There is no way back. At the server nothing changes; other files in the folder stay.")
        column.addWidget(plain_label(faint, role="faint", is_wrapped=True))
        column.addSpacing(SPACE)
        question = plain_label(self.tr("Type “{word}” to confirm:").format(word=self.word), is_wrapped=True)
        question.setBuddy(self.field)
        self.field.setAccessibleName(question.text())
        column.addWidget(question)
        column.addWidget(self.field)
        column.addSpacing(SPACE)
        column.addLayout(self._buttons())

    def _what_goes(self) -> tuple[str, ...]:
        files = self.tr("• All messages, contacts, received files, pasted pictures, settings and the log in {folder}")
        return (
            files.format(folder=isolated(str(self._home.folder))),
            self.tr("• The API keys and the tunnel's token in the key store"),
            self.tr("• The menu entry, the start at login and the links Ringodesk opens"),
        )

    def _buttons(self) -> QHBoxLayout:
        self.remove_button.setAutoDefault(False)
        self.remove_button.setEnabled(False)
        self._cancel.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self.remove_button)
        return row

    def _on_field_text_changed(self, text: str) -> None:
        self.remove_button.setEnabled(text.strip().casefold() == self.word.casefold())

    def _on_remove_button_clicked(self) -> None:
        self.accept()
        self.confirmed.emit()
