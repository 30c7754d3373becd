"""A box to choose one of a few things, with its arrow in the theme's colour."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.theme import Theme


class Choice(QComboBox):
    """A combo box. The wheel passes over it: a page that scrolls must not change what it holds."""

    def __init__(
        self, theme: Theme, name: str, choices: Iterable[tuple[str | int, str]] = (), parent: QWidget | None = None
    ) -> None:
        """`choices` are (value, label); the value is `currentData`."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        for value, label in choices:
            self.addItem(label, value)
        theme.changed.connect(self.update)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves it to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the arrow on top."""
        super().paintEvent(event)
        painter = QPainter(self)
        x = 8 if self.isRightToLeft() else self.width() - 24
        draw_icon(painter, "down", QRectF(x, (self.height() - 16) / 2, 16, 16), self._theme.colours.text_faint)
        painter.end()
