"""What shows, while files are dragged over a conversation, that they can be dropped there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ringodesk_qt.ui.delegates.prose import one_line
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.theme import BUBBLE_RADIUS, SPACE, Theme


class DropTarget(QWidget):
    """A dashed frame with a sentence over the whole conversation; it takes no events, what lies under it does."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_for(self, name: str) -> None:
        """Shows it over its parent, naming whom the files would go to."""
        self._words = f"Drop files to send to {isolated(name)}"
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the frame and the sentence."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back = colours.accent_soft
        painter.setOpacity(0.94)
        painter.fillRect(self.rect(), back)
        painter.setOpacity(1)
        painter.setPen(QPen(colours.accent, 2, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(2 * SPACE, 2 * SPACE, -2 * SPACE, -2 * SPACE)
        painter.drawRoundedRect(frame, BUBBLE_RADIUS, BUBBLE_RADIUS)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setWeight(QFont.Weight.DemiBold)
        words = one_line(self._words, font, frame.width() - 2 * SPACE)
        words.draw(painter, frame.center() - QRectF(0, 0, words.width, words.height).center(), colours.accent)
        painter.end()
