"""The sheet of keys (Ctrl+/): all that can be done without a mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.words import plain_label
from ringodesk_qt.ui.window_keys import Key, KeyGroup

_COLUMN = 300
"""The least width of a column: two of them where there is room."""


_AROUND = 10 * SPACE
"""What is left of the screen above and below it, with its title."""


class KeySheet(InReadingOrder, QDialog):
    """The keys by place, in one column or two. Opened with `open`."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self._groups = [_Group(group, self) for group in groups]
        self._sides = QHBoxLayout()
        self._columns = QVBoxLayout(), QVBoxLayout()
        self._is_wide: bool | None = None
        self._area = QScrollArea(self)
        self._build()
        room = parent.screen().availableSize().height() - _AROUND
        self.resize(QSize(760, 700).boundedTo(QSize(parent.width(), room)))

    def _build(self) -> None:
        page = QWidget(self)
        page.setLayout(self._sides)
        self._sides.setContentsMargins(0, 0, SPACE, 0)
        for column in self._columns:
            column.setSpacing(2 * SPACE)
            self._sides.addLayout(column, 1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Keys"))
        self._area.setObjectName("reading")
        self._area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        whole.addWidget(self._area, 1)
        whole.addWidget(buttons)
        self._lay_out(is_wide=self.width() >= 2 * _COLUMN + 8 * SPACE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._lay_out(is_wide=self.width() >= 2 * _COLUMN + 8 * SPACE)

    def _lay_out(self, *, is_wide: bool) -> None:
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        self._sides.setSpacing(4 * SPACE if is_wide else 0)
        self._sides.setStretch(1, int(is_wide))
        for column in self._columns:
            while column.takeAt(0) is not None:
                pass
        rows = sum(group.rows for group in self._groups)
        before = 0
        for group in self._groups:
            is_second = is_wide and 2 * before >= rows - group.rows
            self._columns[is_second].addWidget(group)
            before += group.rows
        for column in self._columns:
            column.addStretch(1)


class _Group(QWidget):
    """A title, and under it a row for each key."""

    def __init__(self, group: KeyGroup, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = len(group.keys) + 2
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(plain_label(group.title, role="section", parent=self), 0, 0, 1, 2)
        for row, key in enumerate(group.keys, 1):
            words = plain_label(key.words, is_wrapped=True, parent=self)
            cap = plain_label(shown(key), role="key", parent=self)
            words.setBuddy(cap)
            words.setAccessibleName(f"{key.words}: {cap.text()}")
            grid.addWidget(words, row, 0)
            grid.addWidget(cap, row, 1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)


def shown(key: Key) -> str:
    """The key as this system writes it; of several the first."""
    text = QKeySequence(key.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} … 9" if key.keys[0] == "Ctrl+1" else text
