"""A flat button that is an icon: round light under the pointer, a ring when it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.theme import Theme

_POINTING = frozenset({"send", "back", "previous", "next"})
"""Icons that point along the line and turn with it."""


class IconButton(QAbstractButton):
    """An icon with an accessible name, which is its tooltip too."""

    def __init__(
        self, theme: Theme, icon_name: str, name: str, parent: QWidget | None = None, *, edge: int = 40
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self._edge = edge
        self._is_strong = False
        self._icon_edge = 22 if edge >= 36 else 16
        self.set_name(name)
        self.setFixedSize(QSize(edge, edge))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    def set_name(self, name: str) -> None:
        """Says what the button does, to eye and ear."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon_name(self, icon_name: str) -> None:
        """Shows another icon."""
        self._icon_name = icon_name
        self.update()

    def set_strong(self, is_strong: bool) -> None:
        """Draws the icon in the accent colour, or faint again."""
        if is_strong is not self._is_strong:
            self._is_strong = is_strong
            self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._edge, self._edge)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lights up."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Goes out."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints light, icon and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inset = (self._edge - self._icon_edge) / 2
        rect = QRectF(inset, inset, self._icon_edge, self._icon_edge)
        is_mirrored = self.isRightToLeft() and self._icon_name in _POINTING
        draw_icon(painter, self._icon_name, rect, self._colour(), is_mirrored=is_mirrored)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        ground = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colours.pressed if self.isDown() else self._theme.colours.hover)
            painter.drawEllipse(ground)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colours.accent, 1.5))
            painter.drawEllipse(ground)

    def _colour(self) -> QColor:
        colours = self._theme.colours
        if not self.isEnabled():
            return colours.line
        if self._is_strong:
            return colours.accent
        return colours.text if self.underMouse() else colours.text_faint
