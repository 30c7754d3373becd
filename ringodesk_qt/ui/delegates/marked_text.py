"""One line of text with parts of it marked: what was looked for, where it was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from ringodesk_qt.core.folding import Span
from ringodesk_qt.ui.theme import Colours


def draw_marked(
    painter: QPainter, rect: QRectF, text: str, spans: Sequence[Span], *, side: Qt.AlignmentFlag, colours: Colours
) -> None:
    """Draws a line that fits, in the painter's font and pen; what is marked has the colour of plain text."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(option)
    look = QTextCharFormat()
    look.setForeground(colours.text)  # a fainter one could not be read on the mark
    look.setBackground(colours.found)
    layout.setFormats([marked_range(text, span, look) for span in spans])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    x = rect.right() - line.naturalTextWidth() if side & Qt.AlignmentFlag.AlignRight else rect.left()
    layout.draw(painter, QPointF(x, rect.top() + (rect.height() - line.height()) / 2))


def marked_range(text: str, span: Span, look: QTextCharFormat) -> QTextLayout.FormatRange:
    """A part of a text and how it looks; Qt counts in units of UTF-16."""
    marked = QTextLayout.FormatRange()
    marked.start = _units(text[: span.start])
    marked.length = _units(text[span.start : span.end])
    marked.format = look
    return marked


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
