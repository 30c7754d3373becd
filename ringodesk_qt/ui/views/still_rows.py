"""The rows of the chat that is left, painted as they stood until the other's are there: nothing is blank between.

They are a picture and nothing else: they cannot be clicked, and nobody who asks the view for its rows is told of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QPainter

from ringodesk_qt.ui.delegates.bubble import LaidRow

_STANDS_MS = 250
"""A store that takes longer than this to answer is waited for before an empty view: whose rows these are would be in
doubt, under another's name."""


class StillRows(QObject):
    """Nothing runs unless rows are waited for."""

    def __init__(self, expired: Callable[[], None], parent: QObject) -> None:
        """`expired` is called when they are not to be seen any more, and nothing came in their place."""
        super().__init__(parent)
        self._rows: list[tuple[int, LaidRow]] = []
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(_STANDS_MS)
        self._limit.timeout.connect(self.drop)
        self._limit.timeout.connect(expired)

    @property
    def is_shown(self) -> bool:
        """Whether there are any."""
        return bool(self._rows)

    def take(self, rows: Iterable[tuple[int, LaidRow]]) -> None:
        """Keeps rows, each with where its top lies in the view."""
        self._rows = list(rows)
        self._limit.start()

    def drop(self) -> None:
        """Forgets them: others are there, or never will be."""
        self._rows.clear()
        self._limit.stop()

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paints them where they stood."""
        for top, laid in self._rows:
            painter.translate(0, top)
            laid.paint(painter, exposed.translated(0, -top))
            painter.translate(0, -top)
