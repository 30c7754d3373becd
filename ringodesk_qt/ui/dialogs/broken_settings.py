"""What is shown at the start instead of defaults: the settings file cannot be used, and what can be done about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label


class BrokenSettingsDialog(InReadingOrder, QDialog):
    """A sentence that names the line, and three ways on. Closing it ends the program. Opened with `open`."""

    answered = Signal(str)
    """`again`, `former` or `quit`."""

    def __init__(self, sentence: str, path: Path, *, has_former: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = path
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(360)
        self.resize(520, 260)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(plain_label(self.tr("The settings cannot be read"), role="heading", is_wrapped=True))
        words = plain_label(sentence, is_wrapped=True)
        column.addWidget(words)
        kept = self.tr("Nothing was changed. If you start with other settings, your file is kept under another name.")
        column.addWidget(plain_label(kept, role="faint", is_wrapped=True))
        column.addStretch(1)
        former = (
            self.tr("Start with the former settings") if has_former else self.tr("Start with settings as they come")
        )
        for title, do in (
            (self.tr("Open the file"), self._on_open_clicked),
            (self.tr("Try again"), lambda: self._answer("again")),
            (former, lambda: self._answer("former")),
        ):
            stands_out = do is not self._on_open_clicked and self.focusWidget() is None
            button = StandOutButton(title, self) if stands_out else QPushButton(title, self)
            button.setAutoDefault(False)
            button.clicked.connect(do)
            column.addWidget(button)
            if stands_out:
                button.setDefault(True)
                button.setFocus()
        self.setAccessibleDescription(sentence)
        self.rejected.connect(lambda: self.answered.emit("quit"))

    def _on_open_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _answer(self, answer: str) -> None:
        self.accept()
        self.answered.emit(answer)
