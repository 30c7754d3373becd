"""Scrolling on while the pointer is held beyond an edge during a selection."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer

_FRAME_MS = 16
_SLOWNESS = 4
"""A pixel a frame for so many that the pointer is beyond the edge."""


class DragScroll(QObject):
    """Tells each frame by how much to scroll; a timer runs only while the pointer is outside."""

    def __init__(self, moved: Callable[[QPoint, int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._moved = moved
        self._point = QPoint()
        self._by = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(lambda: self._moved(self._point, self._by))

    def follow(self, point: QPoint, beyond: int) -> None:
        """The pointer is there, so far beyond the lower edge (negative: the upper one; 0: inside)."""
        self._point = point
        self._by = beyond // _SLOWNESS if beyond < 0 else -(-beyond // _SLOWNESS)
        if self._by and not self._timer.isActive():
            self._timer.start()
        elif not self._by:
            self._timer.stop()

    def stop(self) -> None:
        """The button was released."""
        self._timer.stop()
