"""A sentence that says what went wrong, or what is to be known, where it belongs, until it is put away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.words import plain_label, set_role

_LINES = 5
"""How many reasons are seen at once; the others are scrolled to."""


class SentenceBar(QFrame):
    """Hidden until there is something to say: a sentence, and if need be a list of reasons under it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sentence")
        self._words = plain_label(role="danger", is_wrapped=True)
        self._is_news = False
        self._close = IconButton(theme, "close", self.tr("Dismiss"), self, edge=28)
        self._close.clicked.connect(self.clear)
        self._reasons: QListWidget | None = None
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE + 4, 4, 4, 4)
        self._column.setSpacing(4)
        self._column.addLayout(row)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, empty when it is hidden."""
        return self._words.text() if not self.isHidden() else ""

    @property
    def reasons(self) -> list[str]:
        """What is listed under the sentence."""
        rows = self._reasons if self._reasons is not None and not self._reasons.isHidden() else None
        return [rows.item(row).text() for row in range(rows.count())] if rows is not None else []

    def tell(self, sentence: str) -> None:
        """Shows what is to be known, and nothing went wrong, in place of any other."""
        self._say(sentence, (), is_news=True)

    def say(self, sentence: str, reasons: Sequence[str] = ()) -> None:
        """Shows what went wrong, in place of any other sentence."""
        self._say(sentence, reasons, is_news=False)

    def _say(self, sentence: str, reasons: Sequence[str], *, is_news: bool) -> None:
        if is_news is not self._is_news:
            self._is_news = is_news
            set_role(self, "news" if is_news else "")
            set_role(self._words, "" if is_news else "danger")
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        if reasons and self._reasons is None:
            self._reasons = self._built()
        if self._reasons is not None:
            self._list(self._reasons, reasons)
        self.show()

    def _built(self) -> QListWidget:
        rows = QListWidget(self)
        rows.setObjectName("reasons")
        rows.setAccessibleName(self.tr("Reasons"))
        rows.setFrameShape(QFrame.Shape.NoFrame)
        rows.setWordWrap(True)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.addWidget(rows)
        return rows

    def _list(self, rows: QListWidget, reasons: Sequence[str]) -> None:
        rows.clear()
        rows.addItems(list(reasons))
        rows.setVisible(bool(reasons))
        self._fit(rows)

    def _fit(self, rows: QListWidget) -> None:
        rows.setFixedHeight(min(_LINES, rows.count()) * max(1, rows.sizeHintForRow(0)))

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._reasons is not None:
            self._fit(self._reasons)

    def clear(self) -> None:
        """Hides it."""
        self.hide()
