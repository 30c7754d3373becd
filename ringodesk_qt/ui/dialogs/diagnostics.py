"""Diagnostics: what would be saved, part by part, to be read before it is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.core.diagnosis import Bundle, Diagnosis
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label

NARROW = 560
"""Below this width the parts are above their text, not beside it."""


class DiagnosticsDialog(InReadingOrder, QDialog):
    """Gathers the bundle, shows it, and saves what is shown. Opened with `open`."""

    def __init__(self, *, diagnosis: Diagnosis, operations: WorkRunner, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent.window()
        self._diagnosis = diagnosis
        self._operations = operations
        self._bundle: Bundle | None = None
        self._errors = SentenceBar(theme, self)
        self._intro = plain_label(is_wrapped=True)
        self._parts = QListWidget(self)
        self._text = QPlainTextEdit(self)
        self._said = plain_label(role="faint", is_wrapped=True)
        self._save = StandOutButton(self.tr("Save…"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._build()
        self._connect()
        self._gather()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Diagnostics"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(self._fitting(QSize(720, 560)))
        self._intro.setText(
            self.tr(
                "This helps to find a fault. Keys, names, numbers and messages have been taken out of it. What you see "
                "here is all that is saved: read it before you give it to anybody."
            )
        )
        self._parts.setAccessibleName(self.tr("Parts"))
        self._text.setAccessibleName(self.tr("Text of the part"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._save.setEnabled(False)
        self._close.setAutoDefault(False)
        inside = QHBoxLayout() if self.width() >= NARROW else QVBoxLayout()
        inside.setSpacing(SPACE)
        inside.addWidget(self._parts)
        inside.addWidget(self._text, 1)
        if self.width() >= NARROW:
            self._parts.setFixedWidth(150)
        else:
            self._parts.setFixedHeight(120)
        buttons = QHBoxLayout()
        buttons.addWidget(self._said, 1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE + 4)
        column.addWidget(self._errors)
        column.addWidget(self._intro)
        column.addLayout(inside, 1)
        column.addLayout(buttons)

    def _fitting(self, wanted: QSize) -> QSize:
        window = self._window.size()
        return QSize(min(wanted.width(), max(360, window.width())), min(wanted.height(), max(420, window.height())))

    def _connect(self) -> None:
        self._parts.currentRowChanged.connect(self._on_parts_current_row_changed)
        self._save.clicked.connect(self._on_save_clicked)
        self._close.clicked.connect(self.accept)

    # ---- gathering

    def _gather(self) -> None:
        self._said.setText(self.tr("Looking…"))
        self._operations.run(self, self._diagnosis.gather(), on_done=self._show, on_error=self._on_failed)

    def _show(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._said.clear()
        self._parts.addItems([part.name for part in bundle.parts])
        self._parts.setCurrentRow(0)
        self._save.setEnabled(True)

    def _on_parts_current_row_changed(self, row: int) -> None:
        if self._bundle is not None and row >= 0:
            self._text.setPlainText(self._bundle.parts[row].text)

    def _on_failed(self, sentence: str) -> None:
        self._said.clear()
        self._errors.say(sentence)

    # ---- saving

    def _on_save_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Save diagnostics"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.setNameFilters(["*.zip", self.tr("All files (*)")])
        dialog.selectFile(f"ringodesk-diagnostics-{datetime.now(UTC):%Y-%m-%d}.zip")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Saves what is shown."""
        if self._bundle is None:
            return
        self._errors.clear()
        self._operations.run(
            self,
            self._diagnosis.save(self._bundle, path),
            on_done=lambda _size: self._said.setText(self.tr("Saved as {name}.").format(name=isolated(path.name))),
            on_error=self._on_failed,
        )
