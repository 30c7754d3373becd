"""Labels for words that may come from anybody: always plain text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStyle, QWidget

from ringodesk_qt.ui.literal_text import as_markup, line_of


def plain_label(text: str = "", *, role: str = "", is_wrapped: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label that never takes its text for markup. `role` is one of the style sheet's."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(is_wrapped)
    label.setAlignment(_reading_side() | Qt.AlignmentFlag.AlignVCenter)
    if role:
        label.setProperty("role", role)
    return label


def _reading_side() -> Qt.AlignmentFlag:
    """Where lines begin in this window, whatever way the words themselves are written: a label goes by its words."""
    side = QStyle.visualAlignment(QGuiApplication.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
    return side | Qt.AlignmentFlag.AlignAbsolute


def set_role(widget: QWidget, role: str) -> None:
    """Gives a widget another role in the style sheet."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def plain_tooltip(text: str) -> str:
    """A text as a tooltip shows it: Qt takes what looks like markup for it, and nothing else."""
    return as_markup(text)


def hairline(parent: QWidget | None = None, *, is_upright: bool = False) -> QFrame:
    """A line between two panes."""
    line = QFrame(parent)
    line.setObjectName("hairline")
    if is_upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


class ElidedLabel(QLabel):
    """One line of plain text that ends in an ellipsis where it does not fit; the whole is its tooltip."""

    def __init__(self, text: str = "", *, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Shows another text, in one line."""
        self.setText(line_of(text))

    def minimumSizeHint(self) -> QSize:
        """It can give way almost wholly."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints what fits."""
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        tip = plain_tooltip(self.text()) if shown != self.text() else ""
        if tip != self.toolTip():  # or all that watch the label would be told in each frame
            self.setToolTip(tip)
        painter = QPainter(self)
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the text's own
        painter.drawText(self.rect(), int(side | Qt.AlignmentFlag.AlignAbsolute), shown)
        painter.end()
