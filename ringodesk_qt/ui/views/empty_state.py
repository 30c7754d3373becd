"""What a pane shows while there is nothing in it: a drawing, what this is, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label

_DISC = 88


class _Drawing(QWidget):
    """An icon on a disc."""

    def __init__(self, theme: Theme, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.icon_name = icon_name
        self.setFixedSize(QSize(_DISC, _DISC))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints disc and icon."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent_soft)
        painter.drawEllipse(QRectF(self.rect()))
        edge = _DISC * 0.46
        inset = (_DISC - edge) / 2
        draw_icon(painter, self.icon_name, QRectF(inset, inset, edge, edge), colours.accent)
        painter.end()


class EmptyState(QWidget):
    """A drawing, a headline, a sentence, and perhaps a button."""

    action_requested = Signal()

    def __init__(self, theme: Theme, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline = plain_label(role="title")
        self._sentence = plain_label(role="faint", is_wrapped=True)
        self._button = StandOutButton("", self)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self.action_requested)
        self._button.hide()
        self._drawing = _Drawing(theme, icon_name, self)
        self._build(self._drawing)

    def _build(self, drawing: QWidget) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self._sentence.setAlignment(centre)
        self._headline.setAlignment(centre)
        self._headline.setWordWrap(True)
        self._sentence.setMaximumWidth(360)
        self._sentence.setMinimumWidth(200)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(SPACE)
        column.addStretch(2)
        column.addWidget(drawing, 0, centre)
        column.addSpacing(SPACE)
        column.addWidget(self._headline)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._sentence, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(SPACE)
        column.addWidget(self._button, 0, centre)
        column.addStretch(3)

    def say(self, headline: str, sentence: str, action_label: str = "", *, icon_name: str = "") -> None:
        """Shows other words; without an `action_label` there is no button, without an `icon_name` the same drawing."""
        if icon_name:
            self._drawing.icon_name = icon_name
            self._drawing.update()
        self._headline.setText(headline)
        self._sentence.setText(sentence)
        self._button.setText(action_label)
        self._button.setVisible(bool(action_label))
