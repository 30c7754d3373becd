"""A sentence that says what went wrong, where it went wrong, until it is put away."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.words import plain_label


class SentenceBar(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sentence")
        self._words = plain_label(role="danger", is_wrapped=True)
        self._close = IconButton(theme, "close", self.tr("Dismiss"), self, edge=28)
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, 4, 4, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, empty when it is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def say(self, sentence: str) -> None:
        """Shows a sentence in place of any other."""
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self.show()

    def clear(self) -> None:
        """Hides it."""
        self.hide()
