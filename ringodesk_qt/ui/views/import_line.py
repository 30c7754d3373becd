"""The slim line that shows an import while its dialog is closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ringodesk_qt.ui.history_import import HistoryImport
from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.words import ElidedLabel


class ImportLine(QFrame):
    """Hidden while nothing is imported, and once its end was looked at."""

    show_requested = Signal()

    def __init__(self, running: HistoryImport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running = running
        self._words = ElidedLabel(role="faint", parent=self)
        button = QPushButton(self.tr("Show import"), self)
        button.setProperty("role", "link")
        button.clicked.connect(self._on_button_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, 2, SPACE, 2)
        row.addWidget(self._words, 1)
        row.addWidget(button)
        running.changed.connect(self._show)
        self.hide()

    def _show(self) -> None:
        running, progress = self._running, self._running.progress
        if running.is_running:
            done, total = (progress.done, progress.total) if progress else (0, 0)
            self._words.set_words(
                self.tr("Importing {name}: {done} of {total}").format(name=running.name, done=done, total=total)
            )
        elif running.report is not None:
            self._words.set_words(self.tr("{name} was imported").format(name=running.name))
        else:
            self._words.set_words(running.sentence)
        self.show()

    def _on_button_clicked(self) -> None:
        if not self._running.is_running:
            self.hide()
        self.show_requested.emit()
