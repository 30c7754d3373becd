"""A small form that does one thing: fields, a sentence when it cannot be done, and two buttons."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.errors import InputError
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label


class FormDialog(InReadingOrder, QDialog):
    """Opened with `open`, never with `exec`. What is filled in stays until it was done, also when it is closed."""

    was_done = Signal()

    def __init__(
        self,
        *,
        title: str,
        button: str,
        work: Callable[[], Coroutine[Any, Any, Any]],
        operations: WorkRunner,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """`work` makes of the fields what the button does; it may raise InputError."""
        super().__init__(parent)
        self._work = work
        self._operations = operations
        self._errors = SentenceBar(theme, self)
        self._form = QFormLayout()
        self._do_button = StandOutButton(button, self)
        self._as_it_came: list[object] | None = None
        self.setWindowTitle(title.replace("[*]", "[*][*]"))  # which would stand for "changed"
        self._build()

    def _build(self) -> None:
        self.setMinimumWidth(420)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setHorizontalSpacing(2 * SPACE)
        self._form.setVerticalSpacing(SPACE)
        self._do_button.setDefault(True)
        self._do_button.clicked.connect(self._on_do_button_clicked)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._do_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._errors)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addLayout(buttons)

    def _add_field(self, title: str, field: QWidget, *, name: str = "") -> None:
        label = plain_label(title)
        label.setMinimumHeight(34)  # a line's, so that both stand on one
        label.setBuddy(field)
        if not self._form.rowCount():
            field.setFocus()
        if not field.accessibleName():
            field.setAccessibleName(name or title)
        self._form.addRow(label, field)

    def showEvent(self, event: QShowEvent) -> None:
        """Remembers how the fields came, the first time."""
        super().showEvent(event)
        if self._as_it_came is None:
            self._as_it_came = self._filled_in()

    @property
    def is_as_it_came(self) -> bool:
        """Whether nobody has filled in anything."""
        return self._filled_in() == self._as_it_came

    def _filled_in(self) -> list[object]:
        return [
            *(one.text() for one in self.findChildren(QLineEdit)),  # that of a time is one, too
            *(one.toPlainText() for one in self.findChildren(QPlainTextEdit)),
            *(one.currentIndex() for one in self.findChildren(QComboBox)),
        ]

    def _on_do_button_clicked(self) -> None:
        self._errors.clear()
        try:
            work = self._work()
        except InputError as error:
            self._errors.say(translated(str(error)))
            return
        self._do_button.setEnabled(False)
        self._operations.run(self, work, on_done=self._on_done, on_error=self._on_failed)

    def _on_done(self, _result: object) -> None:
        self._do_button.setEnabled(True)
        self.accept()
        self.was_done.emit()

    def _on_failed(self, sentence: str) -> None:
        self._do_button.setEnabled(True)
        self._errors.say(sentence)
