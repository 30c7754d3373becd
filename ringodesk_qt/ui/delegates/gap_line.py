"""The row after the newest message that says that we could not be reached since."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from ringodesk_qt.ui.delegates.bubble import LaidRow
from ringodesk_qt.ui.delegates.gap import GapMark
from ringodesk_qt.ui.delegates.look import Look, Progress
from ringodesk_qt.ui.models.message_rows import GapRow


class GapLine(LaidRow):
    """The mark, and nothing else."""

    def __init__(self, row: GapRow, look: Look) -> None:
        self._mark = GapMark(row.gap, look, 0)
        self.height = float(round(self._mark.bottom))

    @property
    def outline(self) -> QPainterPath:
        """What is framed when the row has the keyboard."""
        return self._mark.outline

    def paint(self, painter: QPainter, _clip: QRectF, _progress: Progress = None) -> None:
        """Draws the mark."""
        self._mark.paint(painter)
