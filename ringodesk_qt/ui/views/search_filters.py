"""The filters of a search, to be clicked: a row of chips, and what each does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.empty_state import EmptyState
from ringodesk_qt.ui.views.words import plain_label

_LEFT_TO_RIGHT = "\u200e"
"""Keeps colons and quotes at their ends of the words where the window is written from the right."""

_BETWEEN = 4


class FilterChip(QPushButton):
    """Puts a filter into the search."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{_LEFT_TO_RIGHT}{text}{_LEFT_TO_RIGHT}", parent)
        self.setProperty("role", "chip")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)


class FilterChips(QWidget):
    """What stands under the field: the chips in a row, or in two where one would be too long."""

    inserted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_BETWEEN)
        self._columns = 0
        self._chips = [self._chip(text) for text in ("from:", "in:", "has:", "before:", "after:", "on:")]
        self._arrange(len(self._chips))

    def _chip(self, text: str) -> FilterChip:
        chip = FilterChip(text, self)
        chip.setToolTip(self._tip(text))
        chip.clicked.connect(lambda: self.inserted.emit(text))
        return chip

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._grid.setColumnStretch(self._columns, 0)
        self._columns = columns
        for number, chip in enumerate(self._chips):
            chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(chip, *divmod(number, columns))
        self._grid.setColumnStretch(columns, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: one row or two."""
        super().resizeEvent(event)
        in_a_row = sum(chip.sizeHint().width() + _BETWEEN for chip in self._chips)
        self._arrange(len(self._chips) if in_a_row <= event.size().width() else len(self._chips) // 2)

    def minimumSizeHint(self) -> QSize:
        """May be as narrow as its list: two rows come of themselves."""
        return QSize(0, super().minimumSizeHint().height())

    def _tip(self, text: str) -> str:
        return {
            "from:": self.tr("Who wrote it: me, a name or an extension"),
            "in:": self.tr("In which chat: a name or an extension"),
            "has:": self.tr("What it has: file, picture, link or call"),
            "before:": self.tr("Before a day, month or year"),
            "after:": self.tr("After a day, month or year"),
            "on:": self.tr("On a day, or in a month or year"),
        }[text]


class FilterGuide(QWidget):
    """What can be typed, while nothing is: each example can be clicked."""

    inserted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._build(EmptyState(theme, "search", self))

    def _build(self, head: EmptyState) -> None:
        head.say(self.tr("Search all messages"), self.tr("Words or parts of them, in any language."))
        self._grid.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 2 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setHorizontalSpacing(SPACE + 4)
        self._grid.setColumnStretch(1, 1)
        for example, words in (
            ('"high tide"', self.tr("these words together")),
            ("from:me", self.tr("what you wrote; or a name, an extension")),
            ("has:file", self.tr("a file; or a picture, a link, a call")),
            ("after:yesterday", self.tr("a day; or 2026-03-31, 2026-03, 2026")),
        ):
            self._add(example, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(head, 3)
        column.addLayout(self._grid)
        column.addStretch(2)

    def _add(self, example: str, words: str) -> None:
        chip = FilterChip(example, self)
        chip.clicked.connect(lambda: self.inserted.emit(f"{example} "))
        label: QLabel = plain_label(words, role="faint", is_wrapped=True, parent=self)
        row = self._grid.rowCount()
        self._grid.addWidget(chip, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, 1)
