"""The mark where we could not be reached: words between two broken lines, over a message or after the newest one."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ringodesk_qt.ui.delegates.look import SIDE_MARGIN, Look
from ringodesk_qt.ui.delegates.prose import Prose, one_line
from ringodesk_qt.ui.models.gap_rows import GapSpan, gap_words, not_reachable

_ABOVE = 12.0
_BELOW = 7.0
"""Less than above: a bubble keeps its distance."""
_BESIDE = 10.0
"""Between the words and the lines."""
_SHORTEST_LINE = 18.0
_DASHES = (4.0, 3.0)


class GapMark:
    """The mark, laid out from `top` down. It is the same whichever side the window runs from."""

    def __init__(self, span: GapSpan, look: Look, top: float) -> None:
        self._look = look
        self._lines = _lines(gap_words(span, look.today), look)
        self._top = top + _ABOVE
        self._width = max(words.width for words in self._lines)
        self._height = sum(words.height for words in self._lines)
        self.bottom = self._top + self._height + _BELOW

    @property
    def outline(self) -> QPainterPath:
        """The words with some room around them."""
        width = self._width + 2 * _BESIDE
        path = QPainterPath()
        path.addRoundedRect(QRectF((self._look.width - width) / 2, self._top - 4, width, self._height + 8), 8, 8)
        return path

    def paint(self, painter: QPainter) -> None:
        """Draws words and lines."""
        self._paint_lines(painter)
        top = self._top
        for words in self._lines:
            at = QPointF(round((self._look.width - words.width) / 2), top)
            words.draw(painter, at, self._look.colours.warning)
            top += words.height

    def _paint_lines(self, painter: QPainter) -> None:
        y = round(self._top + self._height / 2) + 0.5
        reach = (self._look.width - self._width) / 2 - _BESIDE
        pen = QPen(self._look.colours.offline, 1)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        # From the words outwards, so that both sides look alike.
        painter.drawLine(QLineF(reach, y, SIDE_MARGIN, y))
        painter.drawLine(QLineF(self._look.width - reach, y, self._look.width - SIDE_MARGIN, y))


def _lines(words: str, look: Look) -> list[Prose]:
    """In one line if it fits, else the times beneath, at worst in two."""
    room = look.width - 2 * (SIDE_MARGIN + _SHORTEST_LINE + _BESIDE)
    head = not_reachable()
    times = words.removeprefix(head).strip()
    ways = ([words], [head, times], [head, *times.replace(" – ", " –\n").split("\n")])
    fitting = (way for way in ways if all(one_line(line, look.chip).width <= room for line in way))
    return [Prose(line, look.chip, room) for line in next(fitting, ways[-1])]
