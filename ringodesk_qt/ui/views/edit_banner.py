"""Over the composer while a message that was sent is changed: which one, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.words import ElidedLabel


class EditBanner(QFrame):
    """Hidden while nothing is changed."""

    left = Signal()
    """The edit is to be left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(role="accent", parent=self)
        leave = IconButton(theme, "close", translate("Composer", "Leave the edit"), self, edge=28)
        leave.clicked.connect(self.left)
        self.setObjectName("banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addSpacing(60)  # a margin would not turn with the direction of writing
        row.addWidget(self._words, 1)
        row.addWidget(leave)
        row.addSpacing(52)
        self.hide()

    def show_text(self, text: str) -> None:
        """Shows what the message said."""
        self._words.set_words(translate("Composer", "Edit: {text}").format(text=text))
        self.show()
