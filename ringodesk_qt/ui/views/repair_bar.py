"""The problems the user can act on, each with its own sentence and the button that fixes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ringodesk_qt.core.repairs import Repair
from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.sentences import told, translated
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.words import plain_label


class _WarningSign(QWidget):
    """A triangle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(QSize(20, 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints it."""
        painter = QPainter(self)
        draw_icon(painter, "warning", QRectF(self.rect()), self._theme.colours.warning)
        painter.end()


_MOST_SHARE = 0.4
"""Of the line, for the buttons beside a sentence."""


class RepairRow(QFrame):
    """One repair."""

    requested = Signal(str)
    """The repair's action."""
    ignore_requested = Signal(str, bool)
    """The repair's id, and whether it is to be ignored or no more."""

    def __init__(self, theme: Theme, repair: Repair, parent: QWidget, *, is_card: bool = False) -> None:
        """In the bar, or as a card among other things."""
        super().__init__(parent)
        self.setObjectName("repairCard" if is_card else "repair")
        words = told(repair.of, repair.sentence)
        sentence = plain_label(words, role="warning", is_wrapped=True)
        sentence.setAccessibleName(words)
        said, row = QHBoxLayout(), QHBoxLayout()
        said.addWidget(_WarningSign(theme, self))
        said.addWidget(sentence, 1)
        row.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(12, 6, 12, 6)
        self._parts.setSpacing(SPACE)
        self._parts.addLayout(said, 1)
        self._parts.addLayout(row)
        self._buttons = row
        if repair.action:
            button = QPushButton(translated(repair.action_label), self)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda: self.requested.emit(repair.action))
            row.addWidget(button)
        row.addWidget(self._help_button(repair))
        if repair.is_pressing or repair.is_ignored:
            row.addWidget(self._ignore_button(repair))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the buttons would take much of the line they stand below the sentence."""
        super().resizeEvent(event)
        is_narrow = self._buttons.sizeHint().width() > _MOST_SHARE * self.width()
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    def _help_button(self, repair: Repair) -> QPushButton:
        button = QPushButton(self.tr("Help"), self)
        button.setProperty("role", "link")
        button.setAccessibleDescription(self.tr("What the guide says to this."))
        button.clicked.connect(lambda: self.requested.emit(f"guide:{repair.id}"))
        return button

    def _ignore_button(self, repair: Repair) -> QPushButton:
        button = QPushButton(self.tr("Remind me") if repair.is_ignored else self.tr("Ignore"), self)
        button.setProperty("role", "link")
        what = self.tr("It stays listed under Health, and comes back when it gets worse or comes anew.")
        button.setAccessibleDescription(what)
        button.clicked.connect(lambda: self.ignore_requested.emit(repair.id, not repair.is_ignored))
        return button


class RepairBar(QWidget):
    """Hidden while there is nothing to repair."""

    repair_requested = Signal(str)
    ignore_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Repair, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.hide()

    def show_repairs(self, repairs: Sequence[Repair]) -> None:
        """Shows these and no others."""
        if tuple(repairs) == self._shown:
            return
        self._shown = tuple(repairs)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for repair in repairs:
            row = RepairRow(self._theme, repair, self)
            row.requested.connect(self.repair_requested)
            row.ignore_requested.connect(lambda repair_id, _is_ignored: self.ignore_requested.emit(repair_id))
            self._column.addWidget(row)
        self.setVisible(bool(repairs))
