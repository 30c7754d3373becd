"""A field one looks for something with: a glass before it, a button behind it that clears it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.theme import Theme

_GLASS = 16
_INSET = 9


class SeekField(QLineEdit):
    """Named by what it looks for. The glass is painted: as Qt's action it would be a button that does nothing."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setClearButtonEnabled(True)
        clear = self.findChild(QToolButton)
        assert isinstance(clear, QToolButton)
        clear.setAccessibleName(self.tr("Clear"))
        self._make_room()
        theme.changed.connect(self.update)

    def _make_room(self) -> None:
        room = _GLASS + 4
        self.setTextMargins(QMargins(0, 0, room, 0) if self.isRightToLeft() else QMargins(room, 0, 0, 0))

    def changeEvent(self, event: QEvent) -> None:
        """The glass stands where the line begins."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the glass on top."""
        super().paintEvent(event)
        painter = QPainter(self)
        x = self.width() - _INSET - _GLASS if self.isRightToLeft() else _INSET
        glass = QRectF(x, (self.height() - _GLASS) / 2, _GLASS, _GLASS)
        draw_icon(painter, "search", glass, self._theme.colours.text_faint)
        painter.end()
