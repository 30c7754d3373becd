"""What a second start shows when the first does not answer: what is wrong, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout

from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label

_HEIGHT = 32
"""Of a button: it is shown before the window, without its style sheet."""


class NoAnswerDialog(QDialog):
    """Two ways on, or one where the first's process is not known. Closing it leaves all as it is."""

    answered = Signal(str)
    """`again`, `end` or `leave`."""

    def __init__(self, *, can_end: bool) -> None:
        super().__init__()
        self.setWindowTitle("Ringodesk")
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(SPACE)
        heading = self.tr("Ringodesk does not answer")
        column.addWidget(plain_label(heading, role="heading", is_wrapped=True))
        words = self._words(can_end=can_end)
        column.addWidget(plain_label(words, is_wrapped=True))
        column.addSpacing(SPACE)
        again = StandOutButton(self.tr("Try again"), self)
        again.setMinimumHeight(_HEIGHT)
        again.setDefault(True)
        again.clicked.connect(lambda: self._answer("again"))
        column.addWidget(again)
        if can_end:
            end = StandOutButton(self.tr("End it and start anew"), self, role="danger")
            end.setAutoDefault(False)
            end.setMinimumHeight(_HEIGHT)
            end.clicked.connect(lambda: self._answer("end"))
            column.addWidget(end)
        self.setAccessibleDescription(words)
        self.rejected.connect(lambda: self.answered.emit("leave"))
        again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, *, can_end: bool) -> str:
        if can_end:
            return self.tr(
                "It is running already, and something holds it up. Wait a moment, then try again. "
                "If that does not help, end it: what was typed, sent and received is kept."
            )
        return self.tr(
            "It is running already, and something holds it up. Wait a moment, then try again. "
            "If that does not help, end it in the system's task manager: what was typed, sent and received is kept."
        )

    def _answer(self, answer: str) -> None:
        self.accept()
        self.answered.emit(answer)
